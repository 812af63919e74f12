"""What previews of an import share: its rows in a table, all of them or those that matter, and their sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from vendorrisk.ui.widgets.buttons import SegmentedControl
from vendorrisk.ui.widgets.dialogs import LARGE, Dialog
from vendorrisk.ui.widgets.labels import ElidingLabel
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.query import Filter, Query
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_pane import TableFrame
from vendorrisk.ui.widgets.tokens import SPACE_2
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.columns import Column
    from vendorrisk.ui.widgets.jobs import Progress

R = TypeVar("R")
P = TypeVar("P")

ALL, CHANGES, PROBLEMS = "all", "changes", "problems"


def preview_import(
    context: Context,
    file: Path | None,
    *,
    title: str,
    kinds: str,
    read: Callable[[Path], R],
    look: Callable[[R], P],
    sheet: Callable[[str, R, P], Dialog],
) -> None:
    """Asks for a file where none is given, reads it in a job, and shows what importing it would do."""
    chosen = file or context.messages.pick_file(title, kinds=kinds)
    if chosen is None:
        return

    def work(progress: Progress) -> tuple[R, P]:
        found = read(chosen)
        progress.step(1, 2)
        return found, look(found)

    def show(found: tuple[R, P]) -> None:
        sheet(chosen.name, *found).open()

    context.run(tr("Reading {name}", name=chosen.name), work, show, refresh=False)


class PreviewSheet(Dialog):
    """A sheet above the window that shows row by row what importing a file would do."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        name: str,
        columns: Sequence[Column],
        *,
        rows: str,
        changes: Callable[[Any], bool],
        stays: Callable[[Any], bool] = lambda _line: False,
    ) -> None:
        """Takes the name of the file, the columns, what its rows are called, and which change something.

        `stays` names rows that are shown whatever is asked for, since a person has just dealt with them.
        """
        super().__init__(parent.window(), tr("Import {name}", name=name), width=LARGE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context

        def is_shown(line: Any, wanted: str) -> bool:
            return stays(line) or (bool(line.problems) if wanted == PROBLEMS else changes(line))

        self._source = ListSource([], columns, tests={"shown": is_shown})
        self.model = PagedModel(self._source, columns)
        self.table = Table(self.model, name=rows)
        self.frame = TableFrame(self.table, None, tr("No row of this kind."))
        self.shown = SegmentedControl(
            [(ALL, tr("All")), (CHANGES, tr("Changes")), (PROBLEMS, tr("Problems"))], name=tr("Rows shown")
        )
        self.summary = ElidingLabel(tone="text2")
        self.shown.chosen.connect(self._ask)

    def show_lines(self, lines: Sequence[Any], summary: str) -> None:
        """Shows other rows, those of the kind chosen, and their sum in words."""
        self._source.replace(lines)
        self.summary.setText(summary)
        self._ask(self.shown.choice())

    def row_above_table(self) -> QHBoxLayout:
        """Returns the sum with the choice of rows behind it."""
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.summary, 1)
        row.addWidget(self.shown)
        return row

    def _ask(self, shown: str) -> None:
        filters = () if shown == ALL else (Filter("shown", shown, ""),)
        self.model.set_query(Query(filters=filters))
