"""A dialog with a form that closes only when every field can be accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.dialogs import SMALL, Dialog
from vendorrisk.ui.widgets.forms import Form
from vendorrisk.ui.widgets.labels import wrapping

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class CheckedDialog(Dialog):
    """Asks for a few values; what is wrong is written under its field, and the dialog stays."""

    def __init__(self, parent: QWidget | None, title: str, *, about: str = "", width: int = SMALL) -> None:
        super().__init__(parent.window() if parent is not None else None, title, width=width)
        if about:
            self.body.addWidget(wrapping(about))
        self.form = Form()
        self.body.addWidget(self.form)

    def accept(self) -> None:
        """Closes if all is well, else grows with what it has to say."""
        if self.form.check() and self.is_fine():
            super().accept()
        else:
            self.fit(may_shrink=False)

    def is_fine(self) -> bool:
        """Whether the values also fit together; says what does not."""
        return True
