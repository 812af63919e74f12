"""Taking answers in: the workbook is read in a job, shown with every problem, and applied as one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vendorrisk.domain.message import Level
from vendorrisk.ui.diligence.drops import WORKBOOKS
from vendorrisk.ui.widgets.columns import Cell, Column, Status, day
from vendorrisk.ui.widgets.dialogs import LARGE, Dialog
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import Figure, FigureStrip
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_pane import TableFrame
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.diligence import intake

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.domain.diligence.returned import SeenWorkbook
    from vendorrisk.domain.message import Problem
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress
    from vendorrisk.usecases.diligence.intake import Received

PROBLEMS_HEIGHT: Final = 240


def take_in(context: Context, parent: QWidget, file: Path | None = None, *, vendor_id: str = "") -> None:
    """Asks for a workbook where none is given, reads it in a job, and shows what taking it in would do.

    With `vendor_id`, a workbook of another vendor is refused.
    """
    kinds = tr("Questionnaire workbooks (*.xlsx)")
    chosen = file or context.messages.pick_file(tr("Take answers in"), kinds=kinds)
    if chosen is None:
        return
    office = context.office

    def read(progress: Progress) -> tuple[SeenWorkbook, str, Received]:
        seen, sha256 = office.foreign.workbook(chosen)
        progress.step(1, 2)
        return seen, sha256, intake.look_through(office, seen, sha256, vendor_id)

    def show(found: tuple[SeenWorkbook, str, Received]) -> None:
        seen, sha256, received = found
        apply = partial(intake.take_in, office, seen, sha256, vendor_id)
        ReceivedSheet(context, parent, chosen.name, received, apply).open()

    context.run(tr("Reading {name}", name=chosen.name), read, show, refresh=False)


class ReceivedSheet(Dialog):
    """What a returned workbook holds, what is wrong with it, and where it and the register disagree.

    Nothing of it is stored yet.
    """

    def __init__(self, context: Context, parent: QWidget, name: str, received: Received, apply: Any) -> None:
        super().__init__(parent.window(), tr("Answers in {name}", name=name), width=LARGE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._received = received
        self._apply = apply
        self._rows = (*received.problems, *received.differences)
        self.told = wrapping(self._summary(), tone="text")
        self.figures = FigureStrip(_figures(received))
        self.whole = wrapping("")
        self.body.addWidget(self.told)
        self.body.addWidget(self.figures)
        if not received.problems:
            self.body.addWidget(wrapping(tr("Every cell could be read.")))
        if self._rows:
            self.body.addWidget(self._problems())
            self.body.addWidget(self.whole)
        self.verb = self._offer()

    def accept(self) -> None:
        """Takes the answers in and goes on to their review."""
        if not self._received.seen_before and self._context.do(self._apply) is None:
            return
        super().accept()
        self._context.go("answer_review", self._received.assessment.id)

    def _offer(self) -> Any:
        if self._received.seen_before:
            return self.offer(tr("Open the review"), no=tr("Close"))
        return self.offer(tr("Take answers in"))

    def _summary(self) -> str:
        received = self._received
        if not received.seen_before:
            return tr("Nothing is stored yet. Taking the answers in is one step, and can be undone.")
        on = received.assessment.received_on
        when = tr("Taken in on {on}.", on=day(on)) if on else ""
        return " ".join([tr("This file was taken in already; nothing changes."), when])

    def _problems(self) -> QWidget:
        rows = list(enumerate(self._rows))
        columns = _columns(self._context)
        model = PagedModel(ListSource(rows, columns, row_id=_number), columns, row_id=_number)
        self.table = Table(model, name=tr("Problems"))
        frame = TableFrame(self.table, None, "")
        model.reread()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        current_theme().keep_height(holder, PROBLEMS_HEIGHT)
        self.table.current.connect(self._show_whole)
        return holder

    def _show_whole(self, number: str) -> None:
        """Writes the problem the keyboard is on out in full."""
        say = self._context.say
        problem = self._rows[int(number)] if number else None
        self.whole.setText(f"{problem.where}: {say(problem.what)} {say(problem.remedy)}" if problem else "")


def _number(row: tuple[int, Problem]) -> str:
    return str(row[0])


def _figures(received: Received) -> list[Figure]:
    return [
        Figure(value=str(count), caption=caption)
        for count, caption in (
            (received.answered, tr("answered")),
            (received.blank, tr("blank")),
            (received.changed, tr("changed")),
            (received.invalid, tr("unreadable")),
            (received.unknown, tr("unknown rows")),
            (len(received.differences), tr("not as in the register")),
        )
    ]


def _columns(context: Context) -> list[Column]:
    def what(row: tuple[int, Problem]) -> Status:
        problem = row[1]
        kind = Kind.CRITICAL if problem.level is Level.ERROR else Kind.WARN
        return Status(kind, context.say(problem.what), chip=False)

    return [
        Column(key="where", title=tr("Where"), value=lambda row: row[1].where, width=116),
        Column(key="what", title=tr("What is wrong"), value=what, kind=Cell.MARK, width=236),
        Column(key="remedy", title=tr("What to do"), value=lambda row: context.say(row[1].remedy), width=236),
    ]


def promise(files: list[Path], vendor: str) -> str:
    """Says what dropping these files would do; empty where they are no workbooks."""
    if not files or any(one.suffix.lower() not in WORKBOOKS for one in files):
        return ""
    if vendor:
        return tr("Take in answers of {vendor}", vendor=vendor)
    return tr_count("Take answers in", "Take in {count} workbooks, one after the other", len(files))
