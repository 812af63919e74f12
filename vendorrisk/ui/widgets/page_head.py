"""The top of a page: where we are, what it is about, and what can be done here; and the page's margins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from vendorrisk.ui.widgets.buttons import Button, IconButton
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import ElidingLabel, Phrase, Piece
from vendorrisk.ui.widgets.layouts import empty
from vendorrisk.ui.widgets.painting import text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import (
    CONTROL,
    FOCUS_RING,
    LINE,
    PAGE_MARGIN,
    PAGE_WIDEST,
    PANEL_GAP,
    SPACE_2,
    SPACE_3,
    SPACE_4,
)
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

SEPARATOR: Final = "  ·  "
_LINE: Final = 16
_LINE_GAP: Final = 4
_INDENT: Final = CONTROL + SPACE_3
LEAST_TITLE: Final = 176
"""What a long title keeps at 100 % beside its chips and actions; it ends with an ellipsis there."""


class PageHead(QWidget):
    """Title with chips, actions at the right, and a second line of facts.

    The title's centre lies 32 below the menu bar and the second line's 60, on every page.
    """

    back = Signal()
    """The person wants to leave for the list this page was opened from."""

    def __init__(self, title: str, *, beside: str = "", back_to: str = "") -> None:
        """Takes the title, a remark beside it, and the name of the place the back button leads to."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_LINE_GAP)
        self._title = title
        self._beside = beside
        self.title = Phrase()
        self._indent = _INDENT if back_to else 0
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_2)
        if back_to:
            self._row.addWidget(self._back_button(back_to))
            self._row.addSpacing(SPACE_3 - SPACE_2)
        self._row.addWidget(self.title)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(SPACE_2)
        self._chips.setContentsMargins(SPACE_3 - SPACE_2, 0, 0, 0)
        self._row.addLayout(self._chips)
        self._row.addStretch(1)
        self._actions = QWidget()
        actions = QHBoxLayout(self._actions)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(SPACE_2)
        self._row.addWidget(self._actions)
        self._actions_below = False
        self._column.addLayout(self._row)
        self._primary: Button | None = None
        self._second: QHBoxLayout | None = None
        self._above, self._below, self._excess = QSpacerItem(0, 0), QSpacerItem(0, 0), 0
        self._line = ElidingLabel(tone="text2")
        current_theme().keep_height(self.title, CONTROL, may_grow=True)
        self._tell()

    def set_title(self, title: str, *, beside: str = "") -> None:
        """Changes the title and the remark beside it."""
        self._title, self._beside = title, beside
        self._tell()

    def set_chips(self, chips: Sequence[QWidget]) -> None:
        """Shows states behind the title, instead of those shown so far."""
        empty(self._chips)
        for chip in chips:
            self._chips.addWidget(chip)

    def set_line(self, facts: Sequence[str]) -> None:
        """Writes the second line: facts with a dot between them."""
        self._second_row()
        self._line.setText(SEPARATOR.join(fact for fact in facts if fact))

    def add_to_line(self, widget: QWidget) -> None:
        """Puts something at the right end of the second line; one that is higher does not move that line."""
        second = self._second_row()
        second.addWidget(widget)
        height = widget.sizeHint().height()
        excess = (height - current_theme().px(_LINE) + 1) // 2
        if excess > self._excess:
            self._excess = excess
            second.addStrut(height)
            for space in (self._above, self._below):
                space.changeSize(0, -excess, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self._column.invalidate()

    def add_action(self, button: QWidget) -> None:
        """Puts a button at the right of the title.

        Raises:
            ValueError: A second filled button: then none of them would say what this page is for.
        """
        if isinstance(button, Button) and button.kind == "primary":
            if self._primary is not None:
                raise ValueError("A page head takes one filled button.")
            self._primary = button
        layout = self._actions.layout()
        if layout is not None:
            layout.addWidget(button)

    def primary(self) -> Button | None:
        """Returns the filled button, if there is one."""
        return self._primary

    def unfolded(self) -> list[QAction]:
        """Returns what the menus of the head's buttons hold, as they would be if they were opened now."""
        found: list[QAction] = []
        for button in self.findChildren(QPushButton):
            menu = button.menu() if button.isEnabled() else None
            if menu is not None:
                menu.aboutToShow.emit()
                found += menu.actions()
        return found

    def event(self, event: QEvent) -> bool:
        """Shares the room out again when it, or what stands in it, has changed."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._share_out()
        return super().event(event)

    def _share_out(self) -> None:
        """Puts the actions under the title where they leave it no room: large text in a small window."""
        words = min(text_width(self._title, FontRole.PAGE_TITLE), current_theme().px(LEAST_TITLE))
        others = self._indent_width() + self._chips.sizeHint().width() + self._actions.sizeHint().width()
        below = self.width() < words + others + 2 * SPACE_2
        if below == self._actions_below:
            return
        self._actions_below = below
        if below:
            self._row.removeWidget(self._actions)
            self._column.insertWidget(1, self._actions, 0, Qt.AlignmentFlag.AlignRight)
        else:
            self._column.removeWidget(self._actions)
            self._row.addWidget(self._actions)

    def _indent_width(self) -> int:
        return current_theme().px(self._indent)

    def _back_button(self, place: str) -> IconButton:
        button = IconButton(Icon.CHEVRON_LEFT, tr("Back to {place}", place=place), keys="Alt+Left")
        button.clicked.connect(self.back)
        return button

    def _second_row(self) -> QHBoxLayout:
        if self._second is None:
            self._second = QHBoxLayout()
            self._second.setContentsMargins(self._indent_width(), 0, 0, 0)
            self._second.setSpacing(SPACE_2)
            self._second.addWidget(self._line, 1)
            current_theme().keep_height(self._line, _LINE)
            self._column.addItem(self._above)
            self._column.addLayout(self._second)
            self._column.addItem(self._below)
        return self._second

    def _tell(self) -> None:
        self.title.set_pieces(
            (Piece(text=self._title, role=FontRole.PAGE_TITLE), Piece(text=self._beside, tone="text2"))
        )


class Page(QWidget):
    """A place of the window: head, then what it holds, within the margins every page shares.

    On a very wide screen it keeps to `widest` at 100 % text: a line that runs on for a metre is not read.
    Pages round one table take all the room for its columns.
    """

    widest: int = PAGE_WIDEST

    def __init__(self, head: PageHead) -> None:
        super().__init__()
        self.setProperty("page", "true")
        self._start: QWidget | None = None
        self._margin: int | None = None
        self.head = head
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PAGE_MARGIN, SPACE_4, PAGE_MARGIN, SPACE_4)
        self.column.setSpacing(PANEL_GAP)
        self.column.addWidget(head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps what it shows together where the window is wider than anybody reads."""
        super().resizeEvent(event)
        margins = self.column.contentsMargins()
        if self._margin is None:
            self._margin = margins.right()
        spare = self.width() - current_theme().px(self.widest) if self.widest else 0
        wanted = self._margin + max(0, spare)
        if margins.right() != wanted:
            margins.setRight(wanted)
            self.column.setContentsMargins(margins)
            self.column.activate()

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Adds a part under the others."""
        self.column.addWidget(widget, stretch)

    def add_tabs(self, tabs: QWidget) -> None:
        """Adds tabs under the head; their line belongs to the gap below them."""
        self.column.addWidget(tabs)
        self.column.addSpacing(-LINE)

    def add_steps(self, steps: QWidget) -> None:
        """Adds a stepper under the head; the line under the current step belongs to the gap below."""
        self.column.addWidget(steps)
        self.column.addSpacing(-FOCUS_RING - LINE)

    def add_scrolled(self, widget: QWidget) -> None:
        """Adds a part that takes the rest of the page and scrolls where it is higher than that."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget.setProperty("page", "true")
        area.setWidget(widget)
        self.column.addWidget(area, 1)

    def start_at(self, widget: QWidget) -> None:
        """Says where the keyboard is when the page comes into sight."""
        self._start = widget

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802  (Qt's name)
        """Takes the keyboard to where the page starts.

        That is no focus proxy: the Tab key would pass over all that a page shows before its proxy.
        """
        if self._start is not None and isValid(self._start):
            self._start.setFocus(reason)
        else:
            super().setFocus(reason)

    def offered(self) -> list[QAction]:
        """Returns what can be done here besides the commands: by keys, and in the menus of the head."""
        only_here = Qt.FindChildOption.FindDirectChildrenOnly
        return [*self.findChildren(QAction, options=only_here), *self.head.unfolded()]

    def reload(self) -> None:
        """Reads again what the page shows; the frame calls it when the page comes into sight."""
