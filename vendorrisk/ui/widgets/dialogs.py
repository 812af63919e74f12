"""The frame of every dialog: a title, what it is about, and buttons that say verbs."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.buttons import Button, danger, primary, secondary
from vendorrisk.ui.widgets.focus import FocusRing
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import DIALOG_WIDTHS, PAGE_MARGIN, SPACE_2, SPACE_3, SPACE_5
from vendorrisk.ui.widgets.words import tr

SMALL, MIDDLE, LARGE = DIALOG_WIDTHS
HIGHEST: Final = 0.9
"""How much of the screen's height a dialog may take."""
BESIDE_TABLE: Final = 330
"""What a dialog has above and below its table, in points of height at 100 %."""
LEAST_TABLE: Final = 104


class Dialog(QDialog):
    """A question or a short form above the window; Esc leaves it without doing anything."""

    def __init__(self, parent: QWidget | None, title: str, *, width: int = SMALL) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(self._at_most(width))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN - 4, PAGE_MARGIN, PAGE_MARGIN - 4)
        self._column.setSpacing(SPACE_3)
        self.heading = wrapping(title, role=FontRole.PANEL_TITLE, tone="text")
        self._column.addWidget(self.heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_2)
        self._column.addLayout(self.body)
        self.buttons = QDialogButtonBox()
        self.buttons.setCenterButtons(False)
        row = self.buttons.layout()
        if row is not None:
            row.setSpacing(SPACE_2)
        self._column.addSpacing(SPACE_5 - SPACE_3)
        self._column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._ring = FocusRing(self)

    def offer(self, yes: str, *, no: str = "", destroys: bool = False) -> Button:
        """Adds the verb and the way out, and returns the verb's button.

        Enter means the verb, except where it destroys something: then it means the way out.
        """
        verb = danger(yes) if destroys else primary(yes)
        self.buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        leave = secondary(no or tr("Cancel"))
        self.buttons.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        first = leave if destroys else verb
        first.setDefault(True)
        if destroys:
            leave.setFocus()
        return verb

    def say_beside_buttons(self) -> Label:
        """Makes room for a text at the left of the buttons, such as why the verb cannot be used."""
        words = wrapping("")
        place = self._column.indexOf(self.buttons)
        self._column.removeWidget(self.buttons)
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(words, 1)
        row.addWidget(self.buttons)
        self._column.insertLayout(place, row)
        return words

    def offer_close(self, text: str = "") -> Button:
        """Adds the only way out of a dialog that merely tells something."""
        close = primary(text or tr("Close"))
        self.buttons.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        close.setDefault(True)
        close.setFocus()
        return close

    def ask(self) -> bool:
        """Shows the dialog, once, and returns whether the verb was chosen; read its fields at once."""
        self.setWindowModality(Qt.WindowModality.WindowModal)
        chosen = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return chosen

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001  (Qt's signature)
        """Takes its height and its place in the middle of the window before it is shown.

        Qt moves a dialog there after it was made at the corner of the screen. Where the window manager tells
        of that corner late, the next change of height put it back there, its title out of sight.
        """
        if visible and not self.isVisible() and not self.testAttribute(Qt.WidgetAttribute.WA_Moved):
            self.ensurePolished()
            if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
                self._fit(may_shrink=True)
            self.take_place()
        super().setVisible(visible)

    def take_place(self) -> None:
        """Goes to the middle of the window it belongs to, or of the screen, with its title in sight."""
        parent = self.parentWidget()
        window = parent.window() if parent is not None else None
        screen = self.screen().availableGeometry()
        around = window.frameGeometry() if window is not None else screen
        bar = window.frameGeometry().height() - window.height() if window is not None else 0
        corner = around.center() - QPoint(self.width() // 2, (self.height() + bar) // 2)
        right, bottom = screen.right() - self.width(), screen.bottom() - self.height() - bar
        self.move(
            max(screen.left(), min(corner.x(), right)),
            max(screen.top(), min(corner.y(), bottom)),
        )

    def fit(self, *, may_shrink: bool = True) -> None:
        """Grows or shrinks with what it has to say, once its parts know their new heights."""
        QTimer.singleShot(0, self, partial(self._fit, may_shrink=may_shrink))

    def _fit(self, *, may_shrink: bool) -> None:
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        wanted = max(layout.totalHeightForWidth(self.width()), self.sizeHint().height())
        most = round(self.screen().availableGeometry().height() * HIGHEST)
        self.take_height(min(most, wanted if may_shrink else max(wanted, self.height())))

    def take_height(self, height: int) -> None:
        """Takes a height, and moves up where its lower edge would leave the screen."""
        self.resize(self.width(), height)
        screen = self.screen().availableGeometry()
        over = self.frameGeometry().bottom() - screen.bottom()
        if self.isVisible() and over > 0:
            self.move(self.x(), max(screen.top(), self.y() - over))

    def hold_table(self, frame: QWidget, height: int) -> None:
        """Adds a table of some height at 100 %: a lower one where large text leaves the screen less room."""
        theme = current_theme()
        room = round(self.screen().availableGeometry().height() * HIGHEST)
        left = room * 100 // theme.px(100) - BESIDE_TABLE
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        theme.keep_height(holder, max(LEAST_TABLE, min(height, left)))
        self.body.addWidget(holder)

    def _at_most(self, width: int) -> int:
        """Widths grow with the text, up to most of the screen."""
        return min(current_theme().px(width), self.screen().availableGeometry().width() * 8 // 10)
