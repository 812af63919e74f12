"""The bar under a table while rows are selected: how many, what can be done with them, and Clear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from vendorrisk.ui.widgets.buttons import Button, MenuButton, link, secondary
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label
from vendorrisk.ui.widgets.painting import fill
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import LINE, SPACE_2, SPACE_4
from vendorrisk.ui.widgets.words import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QPaintEvent

HEIGHT: Final = 42
"""With the line of the frame below it."""
COUNT_ROOM: Final = 84
"""Room for the count, so that the buttons stand still while it changes."""


class SelectionBar(QWidget):
    """Part of a table's frame, so that it never covers a row. Shown only while something is selected."""

    cleared = Signal()

    def __init__(self, actions: Sequence[QAction] = (), more: Sequence[QAction] = ()) -> None:
        super().__init__()
        self.count = Label("", role=FontRole.STRONG)
        self.buttons: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE_4 - LINE, LINE, SPACE_4 - LINE, 0)
        self._row.setSpacing(SPACE_2)
        self._row.addWidget(self.count)
        for action in actions:
            self._row.addWidget(self._button(action))
        if more:
            self._row.addWidget(self._more(more))
        self._row.addStretch(1)
        self.clear = link(tr("Clear"), small=True)
        self.clear.clicked.connect(self.cleared)
        self._row.addWidget(self.clear)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Says how many rows are selected; the bar goes when there are none."""
        self.count.setText(tr_count("{count} selected", "{count} selected", count))
        self.count.setMinimumWidth(current_theme().px(COUNT_ROOM) - SPACE_2)
        self.setVisible(count > 0)

    def sizeHint(self) -> QSize:
        """Returns the bar's fixed height."""
        return QSize(super().sizeHint().width(), current_theme().px(HEIGHT) - LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground and the line towards the rows."""
        del event
        tokens = current_theme().tokens
        painter = QPainter(self)
        fill(painter, self.rect(), tokens.alt)
        fill(painter, self.rect().adjusted(0, 0, 0, LINE - self.height()), tokens.separator)
        painter.end()

    def _button(self, action: QAction) -> Button:
        button = secondary(action.text().replace("&", ""), small=True)
        button.clicked.connect(action.trigger)
        follow(button, action)
        self.buttons.append(button)
        return button

    def _more(self, actions: Sequence[QAction]) -> MenuButton:
        menu = QMenu()
        menu.addActions(list(actions))
        button = MenuButton(tr("More"), menu, small=True)
        self.buttons.append(button)
        return button


def follow(button: Button, action: QAction) -> None:
    """Keeps a button as usable as the action it stands for."""

    def take_over() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip() if action.toolTip() != action.text() else "")

    action.changed.connect(take_over)
    take_over()
