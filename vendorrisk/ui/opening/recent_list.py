"""The workspaces of before: a click opens one; one that was moved is greyed, to be located or taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from vendorrisk.ui.opening.rows import PADDING, Row, RowList
from vendorrisk.ui.widgets.words import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vendorrisk.ui.widgets.buttons import Button
    from vendorrisk.usecases.workspace.recent import RecentWorkspace

DAY = "d MMM yyyy"


class RecentList(RowList):
    """One row for each workspace that was open here before."""

    opened = Signal(object)
    """The RecentWorkspace that was chosen."""
    located = Signal(object)
    """The person wants to show where a moved one is now."""
    removed = Signal(object)
    """The person wants one off the list."""

    def __init__(self) -> None:
        super().__init__(tr("Recent workspaces"))

    def show_recent(self, recent: Sequence[RecentWorkspace]) -> None:
        """Shows the list as it is now."""
        self.clear()
        for one in recent:
            self._add(one)

    def _add(self, one: RecentWorkspace) -> None:
        row = Row(
            one.company, shortened(one.folder),
            beside=_vendors(one.vendors) if one.there else "",
            below=_opened(one.opened_on) if one.there else "",
        )  # fmt: skip
        row.setToolTip(str(one.folder))
        self.add(row)
        row.removed.connect(lambda: self.removed.emit(one))
        if one.there:
            row.clicked.connect(lambda: self.opened.emit(one))
        else:
            self._mark_missing(row, one)

    def _mark_missing(self, row: Row, one: RecentWorkspace) -> None:
        from vendorrisk.ui.widgets.buttons import link  # noqa: PLC0415  (most lists have none missing)

        row.missing = True
        row.setAccessibleName(tr("{company}, not found at {place}", company=one.company, place=one.folder))
        locate, remove = link(tr("Locate…")), link(tr("Remove"))
        locate.clicked.connect(lambda: self.located.emit(one))
        remove.clicked.connect(lambda: self.removed.emit(one))
        row.clicked.connect(lambda: self.located.emit(one))
        _put_on(row, locate, remove)


def _put_on(row: Row, *buttons: Button) -> None:
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, PADDING, 0)
    line.addStretch(1)
    for button in buttons:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line.addWidget(button)
    row.room_at_right = sum(button.sizeHint().width() for button in buttons) + PADDING * len(buttons)


def shortened(folder: Path) -> str:
    """A path with the person's own folder as ~."""
    try:
        return f"~/{folder.relative_to(folder.home())}"
    except ValueError:
        return str(folder)


def _vendors(count: int) -> str:
    return tr_count("{count} vendor", "{count} vendors", count)


def _opened(text: str) -> str:
    known = QDate.fromString(text, Qt.DateFormat.ISODate)
    return tr("opened {day}", day=QLocale().toString(known, DAY)) if known.isValid() else ""
