"""The first thing in sight: what can be begun at the left; at the right the list, or what is being begun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vendorrisk import __version__
from vendorrisk.ui.opening.recent_list import RecentList
from vendorrisk.ui.opening.rows import Row, RowList
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label
from vendorrisk.ui.widgets.layouts import let_go
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PAGE_MARGIN, PANEL_GAP, SPACE_1, SPACE_4, SPACE_5, SPACE_6
from vendorrisk.ui.widgets.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from vendorrisk.usecases.workspace.recent import RecentWorkspace

STARTS: Final = (
    ("new", mark("New workspace"), mark("For your company: two questions")),
    ("open", mark("Open a workspace…"), mark("A folder on this computer")),
    ("sample", mark("Open the sample workspace"), mark("Fictional data, ready to try")),
    ("import", mark("Import my list"), mark("From a page or from Excel, as a new workspace")),
    ("restore", mark("Restore a backup…"), mark("Into a new folder")),
)
"""Key, title and line of what can be begun."""

_STARTS_WIDTH: Final = 320
_TWO_COLUMNS_FROM: Final = 800
_WHOLE_WIDTH: Final = 960
_HEADING: Final = 40
_CONTENT: Final = 420
"""Pixels that the page needs in most cases; half of what the window has beyond them stays free above."""


class WelcomePage(QScrollArea):
    """What can be begun, and the list of workspaces; a pane takes the list's place while something begins."""

    begun = Signal(str)
    """The key of what the person wants to begin: new, open, sample, import or restore."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.recent = RecentList()
        self.starts = RowList(tr("Begin"))
        self._start_rows: dict[str, Row] = {}
        self._nothing = Label(tr("No workspace was opened on this computer yet."), tone="text2")
        self._list = self._list_panel()
        self._pane: QWidget | None = None
        self._right = QVBoxLayout()
        self._whole = QWidget()
        self._starts_panel = _framed(self.starts)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fill_starts()
        self._lay_out()

    def show_recent(self, recent: Sequence[RecentWorkspace]) -> None:
        """Shows the list of workspaces as it is now."""
        self.recent.show_recent(recent)
        self._nothing.setVisible(not recent)
        self.recent.setVisible(bool(recent))

    def show_pane(self, pane: QWidget) -> None:
        """Puts a pane in the place of the list; the one that was there is done with."""
        self._drop_pane()
        self._pane = pane
        self._list.hide()
        self._right.addWidget(pane)
        self._arrange()
        pane.show()
        pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def pane(self) -> QWidget | None:
        """Returns the pane that is shown, none while the list is."""
        return self._pane

    def show_list(self) -> None:
        """Brings the list back, with the keyboard on its first row."""
        self._drop_pane()
        self.starts.setEnabled(True)
        self._list.show()
        self._arrange()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Puts the keyboard where most people go on: the newest workspace, or making the first one."""
        first = next((row for row in self.recent.rows if not row.missing), None)
        (first or self._start_rows["new"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def start_row(self, key: str) -> Row:
        """Returns the row of something that can be begun."""
        return self._start_rows[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the two columns under each other where the window is too narrow for both."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Looks again whether there is room for two columns in another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        theme = current_theme()
        narrow = self.width() < theme.px(_TWO_COLUMNS_FROM)
        self._whole.setMaximumWidth(theme.px(_WHOLE_WIDTH))
        above = max(SPACE_6 * 2, (self.height() - theme.px(_CONTENT)) // 2)
        self._row.setContentsMargins(PAGE_MARGIN, above, PAGE_MARGIN, SPACE_4)
        self._starts_panel.setMinimumWidth(0 if narrow else theme.px(_STARTS_WIDTH))
        self._starts_panel.setVisible(not (narrow and self._pane is not None))
        way = QBoxLayout.Direction
        self._middle.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        alignment = Qt.AlignmentFlag(0) if narrow else Qt.AlignmentFlag.AlignTop
        self._middle.setAlignment(self._starts_panel, alignment)

    def _drop_pane(self) -> None:
        if self._pane is not None:
            let_go(self._right, self._pane)
            self._pane = None

    def _fill_starts(self) -> None:
        for key, title, line in STARTS:
            row = self.starts.add(Row(tr(title), tr(line)))
            row.clicked.connect(self._telling(key))
            self._start_rows[key] = row

    def _telling(self, key: str) -> Callable[[], None]:
        return lambda: self.begun.emit(key)

    def _lay_out(self) -> None:
        self._right.addWidget(self._list)
        self._middle.setSpacing(PANEL_GAP)
        self._middle.addWidget(self._starts_panel, 0, Qt.AlignmentFlag.AlignTop)
        self._middle.addLayout(self._right, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(tr("vendorrisk"), role=FontRole.PAGE_TITLE))
        column.addSpacing(SPACE_1)
        column.addWidget(Label(tr("Assess, track and announce sub-processors"), tone="text2"))
        column.addSpacing(SPACE_5)
        column.addLayout(self._middle)
        column.addStretch(1)
        foot = Label(tr("Version {version}", version=__version__), role=FontRole.CAPTION, tone="text3")
        column.addSpacing(SPACE_4)
        column.addWidget(foot)
        whole = self._whole
        whole.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setProperty("page", "true")
        row = self._row = QHBoxLayout(inside)
        row.addStretch(1)
        row.addWidget(whole, 100)
        row.addStretch(1)
        self.setWidget(inside)

    def _list_panel(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = Label(tr("Recent workspaces"), role=FontRole.STRONG)
        heading.setContentsMargins(SPACE_4, 0, SPACE_4, 0)
        current_theme().keep_height(heading, _HEADING)
        column.addWidget(heading)
        self._nothing.setContentsMargins(SPACE_4, 0, SPACE_4, SPACE_4)
        column.addWidget(self._nothing)
        column.addWidget(self.recent)
        column.addStretch(1)
        return _framed(inside)


def _framed(inside: QWidget) -> QFrame:
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.StyledPanel)  # for the desktop's own look; the sheet draws another
    frame.setProperty("frame", "panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(inside)
    return frame
