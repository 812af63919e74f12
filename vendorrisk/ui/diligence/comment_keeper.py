"""The comment of a verdict: kept as a draft while it is typed, recorded when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.fields import MultiLineField


class CommentKeeper(QObject):
    """Stands between a comment field and the register."""

    committed = Signal(str, str)
    """Question and comment, once the person has left the field with another text."""

    def __init__(self, context: Context, field: MultiLineField, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._field = field
        self._key = ""
        self._question = ""
        field.rested.connect(self._keep)
        field.committed.connect(self._commit)

    def follow(self, assessment_id: str, question: str, stored: str) -> None:
        """Shows the comment of another question, or what was typed there last and never recorded."""
        self._key, self._question = f"verdict_comment.{question}.{assessment_id}", question
        self._field.load(stored)
        draft = self._context.office.drafts.read(self._key)
        if draft is not None and draft != stored:
            self._field.show_value(draft)
            self._context.changes.told.emit(tr("What you typed here last was kept."))

    def settle(self) -> None:
        """Records what has been typed so far."""
        self._field.commit()

    def take(self) -> str:
        """Returns the comment to be recorded with a verdict, which makes it no draft any more."""
        text = self._field.value()
        self._field.load(text)
        self._forget()
        return text

    def _keep(self) -> None:
        if self._key and self._field.is_dirty():
            self._context.office.drafts.write(self._key, self._field.value())

    def _commit(self) -> None:
        self._forget()
        if self._question:
            self.committed.emit(self._question, self._field.value())

    def _forget(self) -> None:
        if self._context.office.drafts.read(self._key) is not None:
            self._context.office.drafts.drop(self._key)
