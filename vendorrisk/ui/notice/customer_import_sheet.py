"""Importing customers: read in a job, shown row by row with every problem, applied as one step."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from vendorrisk.domain.message import Level
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.shell.preview_sheet import PreviewSheet, preview_import
from vendorrisk.ui.widgets.columns import Cell, Column, Status
from vendorrisk.ui.widgets.fields import CheckField
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.panels import Banner
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.notice.customer_import import CustomerAction, CustomerImport, import_customers
from vendorrisk.usecases.notice.customer_preview import (
    CustomerLine,
    CustomerPreview,
    preview_customers,
    read_customers,
)
from vendorrisk.usecases.notice.customer_template import save_template

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from vendorrisk.domain.notice.customer_file import CustomerRow, CustomersRead
    from vendorrisk.ui.shell.context import Context

ENDINGS: Final = frozenset({".csv", ".xlsx", ".tsv", ".txt"})
TABLE_HEIGHT: Final = 280
DETAILS_HEIGHT: Final = 84
_LINE: Final = re.compile(r"(?s:.*?):(?P<line>[0-9]+)(?:, (?P<column>(?s:column .*)))?")
_CELL: Final = re.compile(r"(?P<sheet>.*?)!(?P<cell>[A-Z]{0,3}[0-9]+(?:(?s:, column .*))?)")
_KINDS: Final = {
    CustomerAction.NEW: Kind.GOOD,
    CustomerAction.CHANGED: Kind.INFO,
    CustomerAction.SAME: Kind.NEUTRAL,
}


def import_customer_file(context: Context, parent: QWidget, file: Path | None = None) -> None:
    """Shows what importing a customer list would do; asks for the file where none is given."""
    preview_import(
        context, file, title=tr("Customer list"), kinds=tr("Customer lists (*.csv *.xlsx *.tsv *.txt)"),
        read=partial(read_customers, context.office), look=partial(preview_customers, context.office),
        sheet=partial(CustomerImportSheet, context, parent),
    )  # fmt: skip


def save_customer_template(context: Context) -> None:
    """Asks where to write the file to fill in, and writes it."""
    target = context.messages.pick_target(
        tr("Template for customers"), kinds=tr("Tables (*.csv)"), start=Path("customers.csv")
    )
    if target is not None:
        context.do(lambda: save_template(target))
        context.tell(tr("Saved {name}: fill it in, then import it.", name=target.name))


class CustomerImportSheet(PreviewSheet):
    """The preview of an import; where a fifth of the customers would change, somebody has to agree."""

    def __init__(
        self, context: Context, parent: QWidget, name: str, read: CustomersRead, found: CustomerPreview
    ) -> None:
        super().__init__(
            context, parent, name, _columns(context), rows=tr("Rows of the file"),
            changes=lambda line: line.action not in {CustomerAction.SAME, None},
        )  # fmt: skip
        self._read = read
        self._preview = found
        self.news = Banner(Kind.INFO, _news(found), closable=False)
        self.details = wrapping("", tone="text")
        self.agree = CheckField(_question(found))
        self._lay_out()
        rows = len(found.done.rows)
        self.verb = self.offer(tr_count("Import {count} row", "Import {count} rows", rows))
        self.table.current.connect(self._show_details)
        self.agree.edited.connect(self._judge)
        self._judge()
        self.show_lines(found.lines, _summary(found))

    def _lay_out(self) -> None:
        caution = tr(
            "Nothing is changed until you import; afterwards one undo takes all of it back. "
            "Customers that the file does not name stay as they are."
        )
        self.body.addWidget(wrapping(caution))
        self.body.addWidget(self.news)
        self.news.setVisible(bool(self.news.text()))
        self.body.addLayout(self.row_above_table())
        self.hold_table(self.frame, TABLE_HEIGHT)
        self.body.addWidget(self._details_area())
        self.body.addWidget(self.agree)
        self.agree.setVisible(self._preview.asks_first)

    def _details_area(self) -> QScrollArea:
        """Room for everything about one row, so that nothing moves from row to row."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("About this row"))
        self.details.setProperty("page", "true")
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        area.setWidget(self.details)
        current_theme().keep_height(area, DETAILS_HEIGHT)
        return area

    def _judge(self) -> None:
        """Says why nothing can be imported, as long as that is so."""
        found = self._preview
        why = ""
        if not found.done.rows:
            why = tr("No row of this file could be read.")
        elif not found.changes:
            why = tr("Every row is known already.")
        elif found.asks_first and not self.agree.value():
            why = tr("Confirm first that this many customers may change.")
        self.verb.disable_because(why)

    def _show_details(self, line_id: str) -> None:
        line = next((one for one in self._preview.lines if one.id == line_id), None)
        say = self._context.say
        told = [f"{say(one.what)} {say(one.remedy)}" for one in line.problems] if line else []
        told += [say(one) for one in (*line.changes, *line.terms)] if line else []
        head = [tr("{place}:", place=place_of(line.where))] if line and told else []
        self.details.setText("\n".join([*head, *told]))

    def showEvent(self, event: QShowEvent) -> None:
        """Takes the height that its texts need at this width."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            self.take_height(layout.totalHeightForWidth(self.width()))

    # What the person does.

    def accept(self) -> None:
        """Imports the file as one step, in a job."""
        self.verb.disable_because(tr("The file is being imported."))
        work = partial(import_customers, self._context.office, self._read, agreed=self._preview.asks_first)
        self._context.run(tr("Importing"), lambda _progress: work(), self._imported)

    def _imported(self, done: CustomerImport) -> None:
        count = sum(one.action is not CustomerAction.SAME for one in done.rows)
        super().accept()
        told = tr_count("{count} customer imported.", "{count} customers imported.", count)
        self._context.tell(" ".join([told, *_holidays(done)]))


def _summary(found: CustomerPreview) -> str:
    count = found.done.count
    ending = sum(line.ends for line in found.lines)
    parts = (
        (count(CustomerAction.NEW), tr("{count} new", count=count(CustomerAction.NEW))),
        (count(CustomerAction.CHANGED), tr("{count} changed", count=count(CustomerAction.CHANGED))),
        (ending, tr_count("{count} of them ends", "{count} of them end", ending)),
        (count(CustomerAction.SAME), tr("{count} unchanged", count=count(CustomerAction.SAME))),
        (found.problems, tr_count("{count} problem", "{count} problems", found.problems)),
    )
    return " · ".join(text for number, text in parts if number)


def _news(found: CustomerPreview) -> str:
    """The services and data centres that the file names for the first time."""
    named = (
        (found.done.new_services, tr("Services: {names}.", names=", ".join(found.done.new_services))),
        (found.done.new_centres, tr("Data centres: {names}.", names=", ".join(found.done.new_centres))),
    )
    told = [words for names, words in named if names]
    said = [tr("Named for the first time and created:"), *told] if told else []
    return " ".join([*said, *_holidays(found.done)])


def _holidays(done: CustomerImport) -> list[str]:
    """The public holidays that the import records beside its customers, in a sentence."""
    years: dict[str, list[int]] = {}
    for place, year in done.new_holidays:
        years.setdefault(place, []).append(year)
    named = [f"{place} {span(of)}" for place, of in years.items()]
    told = tr(
        "Public holidays recorded for {places}; see Settings, Dates and holidays.", places=", ".join(named)
    )
    return [told] if named else []


def span(years: list[int]) -> str:
    """Several years by the first and the last, a single one alone."""
    first, last = min(years), max(years)
    return f"{first}" if first == last else f"{first}–{last}"


def _question(found: CustomerPreview) -> str:
    changed = found.done.count(CustomerAction.CHANGED)
    return tr("Yes, change {changed} of {stored} stored customers", changed=changed, stored=found.stored)


def place_of(where: str) -> str:
    """The place within the file: a line, a cell, or the file as such."""
    if found := _LINE.fullmatch(where):
        number, column = found["line"], found["column"]
        return (
            tr("Line {number}, {column}", number=number, column=column)
            if column
            else tr("Line {number}", number=number)
        )
    if found := _CELL.fullmatch(where):
        sheet, cell = found["sheet"], found["cell"]
        return tr("{sheet}, row {cell}", sheet=sheet, cell=cell) if cell.isdigit() else f"{sheet}, {cell}"
    return tr("File")


def _columns(context: Context) -> list[Column]:
    say = context.say

    def action(line: CustomerLine) -> Status:
        if line.action is None:
            return Status(Kind.CRITICAL, tr("Not read")) if line.is_wrong else Status(Kind.WARN, tr("Note"))
        if line.ends:
            return Status(Kind.WARN, tr("Ends"))
        return Status(
            _KINDS[line.action], say(label(line.action)), chip=line.action is not CustomerAction.SAME
        )

    def remark(line: CustomerLine) -> Status | str:
        if not line.problems:
            return "; ".join(map(say, line.changes))
        worst = max(line.problems, key=lambda one: one.level is Level.ERROR)
        return Status(Kind.CRITICAL if worst.level is Level.ERROR else Kind.WARN, say(worst.what), chip=False)

    return [
        Column(key="where", title=tr("Place"), value=lambda line: place_of(line.where), width=180),
        Column(key="action", title=tr("What it does"), value=action, kind=Cell.STATUS, width=112),
        Column(key="customer", title=tr("Customer"), value=_of_row(lambda row: row.name), width=150,
               strong=True),
        Column(key="account", title=tr("Account"), value=_of_row(lambda row: row.account_id), width=80),
        Column(key="remark", title=tr("Changes and problems"), value=remark, kind=Cell.MARK, width=200),
    ]  # fmt: skip


def _of_row(value: Callable[[CustomerRow], str]) -> Callable[[CustomerLine], str]:
    return lambda line: value(line.row) if line.row is not None else ""
