"""Half-typed texts of a change: each rests among the drafts until it is left, through Esc, lock and crash."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.fields import Field
    from vendorrisk.ui.widgets.forms import Form


class TextKeeper(QObject):
    """Keeps what is typed into one field as a draft, and brings it back where it was never recorded."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(field)
        self._context = context
        self._field = field
        self._key = ""
        field.rested.connect(self.keep)
        field.committed.connect(self.forget)

    def follow(self, key: str, stored: str) -> None:
        """Shows another text, or what was typed there last and never recorded.

        The text that is being typed at this moment is not overwritten by a mere refresh.
        """
        if key == self._key and self._field.is_dirty():
            return
        if self._key and self._field.is_dirty():
            self.keep()
        self._key = key
        self._field.load(stored)
        draft = self._context.office.drafts.read(key)
        if draft is not None and draft != stored:
            self._field.show_value(draft)
            self._context.tell(tr("What you typed here last was kept."))

    def keep(self) -> None:
        """Keeps what was typed so far."""
        if self._key and self._field.is_dirty():
            self._context.office.drafts.write(self._key, self._field.value())

    def forget(self) -> None:
        """Forgets the draft, which is recorded now."""
        drafts = self._context.office.drafts
        if self._key and drafts.read(self._key) is not None:
            drafts.drop(self._key)


class FormKeeper(QObject):
    """Keeps the texts of a dialog's form as one draft until the dialog has done its work."""

    def __init__(self, context: Context, form: Form, key: str, texts: Sequence[str]) -> None:
        super().__init__(form)
        self._drafts = context.office.drafts
        self._form, self._key, self._texts = form, key, tuple(texts)
        for name in self._texts:
            form.field(name).rested.connect(self.keep)

    def bring_back(self) -> bool:
        """Shows what was typed last time; False if there is nothing, or nothing that can be read."""
        try:
            kept = json.loads(self._drafts.read(self._key) or "{}")
        except ValueError:
            return False
        known = {name: text for name, text in kept.items() if name in self._texts and text}
        for name, text in known.items():
            self._form.field(name).show_value(str(text))
        return bool(known)

    def keep(self) -> None:
        """Keeps what was typed so far; empty fields are no draft."""
        typed = {name: self._form.field(name).value() for name in self._texts}
        if any(typed.values()):
            self._drafts.write(self._key, json.dumps(typed))
        else:
            self.forget()

    def forget(self) -> None:
        """Forgets the draft: the dialog has done what it was for."""
        if self._drafts.read(self._key) is not None:
            self._drafts.drop(self._key)
