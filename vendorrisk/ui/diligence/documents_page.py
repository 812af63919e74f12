"""Documents of all vendors: what ends first stands first, over the coming months as a strip."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

from vendorrisk.domain.diligence.artefacts import AGREEMENTS
from vendorrisk.domain.message import msg
from vendorrisk.domain.review.portfolio import SOON
from vendorrisk.ui.diligence.clauses_dialog import check_clauses
from vendorrisk.ui.diligence.document_dialog import add_document, edit_document
from vendorrisk.ui.diligence.document_table import Copies, document_columns
from vendorrisk.ui.shell.list_page import ListPage
from vendorrisk.ui.shell.views import name_asker, views_of
from vendorrisk.ui.widgets.buttons import primary
from vendorrisk.ui.widgets.charts.expiry import ExpiryChart, Month, SoonMark
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.drop_target import DropTarget
from vendorrisk.ui.widgets.filterbar import Choice, FilterChoices
from vendorrisk.ui.widgets.page_head import PageHead
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import EmptyState, Panel
from vendorrisk.ui.widgets.query import Filter, Sort
from vendorrisk.ui.widgets.saved_views import ViewState
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table_pane import TablePane
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.diligence.document_view import document_rows, endings
from vendorrisk.usecases.signals import Signal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from vendorrisk.domain.diligence.records import Document
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.query import Query
    from vendorrisk.usecases.diligence.document_view import DocumentRow

TABLE: Final = "documents"
STATUS, MONTH, KIND = "status", "month", "kind"
_VIEWS: Final = (
    ("current", mark("Current")),
    ("open", mark("Needs attention")),
    ("agreements", mark("Agreements")),
    ("all", mark("All, replaced ones too")),
)
_ATTENTION: Final = frozenset({Signal.WARN, Signal.SERIOUS, Signal.CRITICAL})


class DocumentSource(ListSource):
    """Rows in memory; the scope of a view narrows them before text and filters do."""

    def count(self, query: Query) -> int:
        """Returns how many rows the query has."""
        return len(self.rows(query, 0, 1_000_000))

    def rows(self, query: Query, offset: int, limit: int) -> Sequence[DocumentRow]:
        """Returns rows of the query in its order."""
        found = [row for row in super().rows(query, 0, 1_000_000) if in_scope(row, query.scope)]
        return found[offset : offset + limit]

    def ids(self, query: Query) -> Sequence[str]:
        """Returns the ids of all rows of the query, in its order."""
        return [row.id for row in self.rows(query, 0, 1_000_000)]


def in_scope(row: DocumentRow, scope: str) -> bool:
    """Whether a view lists a document."""
    if scope == "all":
        return True
    if scope == "open":
        return row.sign.signal in _ATTENTION
    return not row.replaced and (scope != "agreements" or row.document.kind in AGREEMENTS)


class DocumentsPage(ListPage):
    """All documents, with the way to add, open, complete and check them."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead(tr("Documents")))
        self.context = context
        self.copies = Copies(context)
        self._rows: dict[str, DocumentRow] = {}
        self._columns = document_columns(context, with_vendor=True)
        tests = {STATUS: _has_signal, MONTH: _ends_in, KIND: lambda row, kind: row.document.kind == kind}
        self.source = DocumentSource([], self._columns, tests=tests)
        self.model = PagedModel(self.source, self._columns)
        self.strip = ExpiryChart(name=tr("Documents that end in the coming months"))
        self._lay_out()
        self._connect()
        self.start_at(self.pane.table)
        self.hints = (tr("Enter: open"), tr("F2: edit"), tr("Ctrl+K: all commands"))

    def _lay_out(self) -> None:
        self.add_button = primary(tr("Add document"))
        self.head.add_action(self.add_button)
        self.panel = Panel(
            tr("Ending in the coming 18 months"), note=tr("all documents that count, whoever they are from")
        )
        self.strip_soon = SoonMark()
        self.panel.add_beside_heading(self.strip_soon)
        self.panel.add(self.strip)
        self.add(self.panel)
        supplied = [ViewState(name=tr(name), scope=scope, sort=(Sort("days"),)) for scope, name in _VIEWS]
        self.open_action = self.action(tr("Open a copy"), self.open_copies)
        self.edit_action = self.action(tr("Edit…"), self.edit)
        self.check_action = self.action(tr("Checklist…"), self.check)
        self.vendor_action = self.action(tr("Go to vendor"), self.go_to_vendor)
        self.export_action = self.action(tr("Export…"), self.export_view)
        self.pane = TablePane(
            self.model, views_of(self.context.store, TABLE, supplied), name=tr("Documents"),
            nothing_matches=tr("No document matches."), fields=self._fields(),
            actions=[self.open_action, self.edit_action, self.check_action, self.vendor_action,
                     self.export_action],
            ask_name=name_asker(self, supplied),
        )  # fmt: skip
        self.add(self.pane, 1)
        first = primary(tr("Add document"))
        first.clicked.connect(partial(self.add_files, ()))
        self.empty = EmptyState("", first=first)
        self._first = first
        self.pane.frame.set_empty(self.empty)
        self.drop = DropTarget(self.pane.table, self.promise)

    def _fields(self) -> list[FilterChoices]:
        return [
            FilterChoices(key=STATUS, title=tr("Status"), choices=_statuses),
            FilterChoices(key=KIND, title=tr("Kind"), choices=self._kinds),
            FilterChoices(key=MONTH, title=tr("Ends in"), choices=self._months),
        ]

    def _kinds(self) -> list[Choice]:
        codes = {row.document.kind for row in self._rows.values()}
        named = {code: self.context.say(msg(f"DocumentKind.{code}")) for code in codes}
        ordered = sorted(named.items(), key=lambda pair: pair[1])
        return [Choice(value=code, title=words, chip=words) for code, words in ordered]

    def _months(self) -> list[Choice]:
        ends = sorted(row.until for row in self._rows.values() if row.until and not row.replaced)
        firsts = dict.fromkeys(end.replace(day=1) for end in ends)
        return [
            Choice(value=one.isoformat(), title=day(one, "MMM yyyy"), chip=_month_chip(one)) for one in firsts
        ]

    def _connect(self) -> None:
        table = self.pane.table
        self.add_button.clicked.connect(partial(self.add_files, ()))
        table.opened.connect(self.open_document)
        table.quick_look.connect(self.open_document)
        self.drop.dropped.connect(lambda _id, files: self.add_files(files))
        self.strip.opened.connect(self.show_month)
        self.model.counted.connect(lambda _shown, _total: self._show_emptiness())
        self.action(tr("Edit document"), self.edit, "F2")
        self.action(tr("Add document"), self.add_files, QKeySequence.StandardKey.New)

    def reload(self) -> None:
        """Reads all documents again."""
        office = self.context.office
        with office.book.reading() as reader:
            rows = document_rows(office, reader)
        self._rows = {row.id: row for row in rows}
        self.source.replace(rows)
        ending = endings(rows, office.clock.today())
        months = [
            Month(key=one.first.isoformat(), first=one.first, count=one.count, soon=one.soon > 0)
            for one in ending
        ]
        self.strip.show_months(months)
        self.strip_soon.tell(sum(one.soon for one in ending), SOON.days)
        self.panel.setVisible(any(month.count for month in months))
        self._show_title(rows)
        self.pane.refresh(self.pane.table.selected_ids())

    def show_item(self, item: object) -> None:
        """Goes to one document, whatever the view shows."""
        self.reload()
        if isinstance(item, str) and item in self._rows:
            if self.model.place_of(item) is None:
                self.pane.use_view(tr("All, replaced ones too"))
                self.pane.clear_filter()
            self.pane.table.go_to(item)

    def _show_title(self, rows: Sequence[DocumentRow]) -> None:
        current = [row for row in rows if not row.replaced]
        gone = sum(row.sign.signal is Signal.CRITICAL for row in current)
        soon = sum(row.sign.signal is Signal.WARN for row in current)
        unclear = sum(row.sign.signal is Signal.SERIOUS for row in current)
        older = len(rows) - len(current)
        parts = [tr_count("{count} document", "{count} documents", len(current))] if current else []
        parts += [tr("{count} no longer valid", count=gone)] if gone else []
        parts += [tr_count("{count} ends soon", "{count} end soon", soon)] if soon else []
        parts += [tr("{count} cannot be judged", count=unclear)] if unclear else []
        parts += [tr("{count} replaced", count=older)] if older else []
        self.head.set_title(tr("Documents"), beside=" · ".join(parts))

    def _show_emptiness(self) -> None:
        none_at_all = not self._rows
        view = self.pane.views.in_use.name
        self.empty.sentence.setText(
            tr("No documents yet. Drop certificates, reports and agreements here, or add one.")
            if none_at_all
            else tr("No document is in the view “{name}”.", name=view)
        )
        self._first.setVisible(none_at_all)
        self.add_button.set_kind("secondary" if none_at_all else "primary")

    # What the person does.

    def add_files(self, files: Sequence[Path] = (), *_checked: bool) -> None:
        """Opens the form for new documents."""
        add_document(self.context, self, files=files)

    def open_document(self, document_id: str) -> None:
        """Opens a copy of a document's file; one without a file is edited instead."""
        document = self._document(document_id)
        if document is None:
            return
        if document.evidence:
            self.copies.open_copy(document)
        else:
            edit_document(self.context, self, document)

    def open_copies(self) -> None:
        """Opens a copy of each selected document that has a file."""
        for document in self._selected():
            if document.evidence:
                self.copies.open_copy(document)

    def edit(self) -> None:
        """Opens the form of the selected document."""
        chosen = self._selected()
        if chosen:
            edit_document(self.context, self, chosen[0])

    def check(self) -> None:
        """Opens the checklist of the selected agreement."""
        agreements = [one for one in self._selected() if one.kind == "DPA"]
        if agreements:
            check_clauses(self.context, self, agreements[0])
        else:
            self.context.tell(tr("The checklist belongs to data processing agreements."))

    def export_view(self) -> None:
        """Writes the selected documents, or else all in sight, with the columns in sight into a file."""
        self.export_rows(self.pane.table.selected_ids() or self.model.ids(), self.source)

    def go_to_vendor(self) -> None:
        """Goes to the vendor of the selected document."""
        chosen = self._selected()
        if chosen:
            self.context.go("vendor", chosen[0].vendor_id)

    def show_month(self, key: str) -> None:
        """Shows only what ends in a month of the strip."""
        month = next((row.until for row in self._rows.values() if _ends_in(row, key)), None)
        if month is not None:
            others = tuple(one for one in self.pane.views.in_use.filters if one.field != MONTH)
            self.pane.narrow((*others, Filter(MONTH, key, _month_chip(month))))

    def promise(self, row_id: str, files: list[Path]) -> str:
        """Says what dropping these files would do."""
        del row_id
        return tr("Add as document") if len(files) == 1 else tr("Add {count} documents", count=len(files))

    def _selected(self) -> list[Document]:
        table = self.pane.table
        ids = table.selected_ids() or [table.current_id()]
        return [self._rows[one].document for one in ids if one in self._rows]

    def _document(self, document_id: str) -> Document | None:
        row = self._rows.get(document_id)
        return row.document if row else None


def _month_chip(month: date) -> str:
    return tr("Ends {month}", month=day(month, "MMM yyyy"))


def _statuses() -> list[Choice]:
    words = (
        (Signal.GOOD, tr("Valid")), (Signal.WARN, tr("Ends soon or is stale")),
        (Signal.CRITICAL, tr("No longer valid")), (Signal.SERIOUS, tr("Cannot be judged")),
        (Signal.INFO, tr("Not valid yet")),
    )  # fmt: skip
    return [Choice(value=signal.value, title=title, chip=title) for signal, title in words]


def _has_signal(row: DocumentRow, signal: str) -> bool:
    return row.sign.signal.value == signal


def _ends_in(row: DocumentRow, month: str) -> bool:
    return row.until is not None and not row.replaced and row.until.isoformat()[:7] == month[:7]
