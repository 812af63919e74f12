"""Importing a published list: read in a job, shown row by row with every problem, applied as one step."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from vendorrisk.domain.message import Level
from vendorrisk.domain.register.published import countries_of
from vendorrisk.domain.register.records import Service, VendorKind
from vendorrisk.domain.register.vocabulary import Mechanism, label
from vendorrisk.ui.register.vendor_words import places_short, places_text
from vendorrisk.ui.shell.preview_sheet import PreviewSheet, preview_import
from vendorrisk.ui.widgets.buttons import SegmentedControl
from vendorrisk.ui.widgets.columns import Cell, Column, Status, day
from vendorrisk.ui.widgets.fields import ChoiceField
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.panels import Banner
from vendorrisk.ui.widgets.tokens import SPACE_3, Kind
from vendorrisk.ui.widgets.words import joined, tr, tr_count
from vendorrisk.usecases.notice.changes import ALL_SERVICES
from vendorrisk.usecases.register.list_import import ImportAs, RowAction, read_list
from vendorrisk.usecases.register.list_import import import_list as apply_list
from vendorrisk.usecases.register.list_preview import Preview, PreviewLine, preview
from vendorrisk.usecases.review.vendor_rows import place_name

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QModelIndex

    from vendorrisk.domain.register.published import ListRead
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.register.list_import import ListImport

TABLE_HEIGHT: Final = 330
KINDS: Final = (
    "*.xlsx *.docx *.csv *.tsv *.html *.htm *.xhtml *.md *.mdx *.markdown *.txt *.rst *.yaml *.yml *.json"
    " *.js *.jsx *.ts *.tsx *.vue *.astro *.svelte"
)
_PLACE = re.compile(r"[:!]([0-9]+)$")
_KINDS: Final = {
    RowAction.NEW: Kind.GOOD,
    RowAction.NEW_ENGAGEMENT: Kind.INFO,
    RowAction.MORE_PLACES: Kind.INFO,
    RowAction.SAME: Kind.NEUTRAL,
}


def import_list(context: Context, parent: QWidget, file: Path | None = None) -> None:
    """Shows what importing a published list would do; asks for the file where none is given."""
    preview_import(
        context, file, title=tr("Published list"), kinds=tr("Published lists ({patterns})", patterns=KINDS),
        read=partial(read_list, context.office), look=partial(preview, context.office),
        sheet=partial(ImportSheet, context, parent),
    )  # fmt: skip


class ImportSheet(PreviewSheet):
    """The preview of an import, with the two choices that decide what its rows become."""

    def __init__(self, context: Context, parent: QWidget, name: str, read: ListRead, found: Preview) -> None:
        super().__init__(
            context, parent, name, _columns(context, _sheets_of(read)), rows=tr("Rows of the list"),
            changes=lambda line: line.action not in {RowAction.SAME, None},
            stays=lambda line: line.left_out,
        )  # fmt: skip
        self._read = read
        self._left_out: frozenset[int] = frozenset()
        self._preview = found
        self.service = ChoiceField(_services(context))
        self.become = SegmentedControl(
            [(ImportAs.LIVE, tr("In use")), (ImportAs.DRAFT, tr("Drafts"))], name=tr("Imported as")
        )
        self.facts = wrapping("")
        self.facts.hide()
        self.details = Banner(Kind.INFO, "", closable=False)
        self.details.hide()
        self._lay_out()
        self.verb = self.offer(tr("Import"))
        self._connect()
        self._show(found)

    def _lay_out(self) -> None:
        self.body.addWidget(wrapping(self._about()))
        choices = QHBoxLayout()
        choices.setSpacing(SPACE_3)
        self.service.control.setAccessibleName(tr("For our service"))
        self.service.load("")
        for words, widget in ((tr("For our service"), self.service), (tr("Imported as"), self.become)):
            choices.addWidget(Label(words, tone="text2"))
            choices.addWidget(widget)
        choices.addStretch(1)
        self.body.addLayout(choices)
        self.body.addLayout(self.row_above_table())
        self.hold_table(self.frame, TABLE_HEIGHT)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.details)

    def _about(self) -> str:
        read = self._read
        when = tr("Its own date: {day}.", day=day(read.updated)) if read.updated else ""
        caution = tr("Nothing is changed until you import; afterwards one undo takes all of it back.")
        return joined(when, caution, by=" ")

    def _connect(self) -> None:
        self.service.committed.connect(self._preview_again)
        self.become.chosen.connect(self._preview_again)
        self.table.current.connect(self._show_details)
        self.table.clicked.connect(self._on_click)
        self.table.doubleClicked.connect(self._on_click)
        self.table.quick_look.connect(self._tick)

    # Showing.

    def _show(self, found: Preview) -> None:
        self._preview = found
        rows = sum(found.counts.values())
        all_rows = tr_count("Import {count} row", "Import {count} rows", rows)
        some = tr("Import {count} of {total}", count=rows, total=found.rows)
        self.verb.setText(some if rows < found.rows else all_rows)
        self.verb.disable_because("" if found.changes else self._why_nothing(found, rows))
        self.show_lines(found.lines, _summary(found))

    def _why_nothing(self, found: Preview, rows: int) -> str:
        if not found.rows:
            return tr("No row of this file could be read.")
        return (
            tr("Every row is known already.") if rows else tr("Every row is left out. Tick what to import.")
        )

    def _show_details(self, line_id: str) -> None:
        line = next((one for one in self._preview.lines if one.id == line_id), None)
        say = self._context.say
        facts = _facts(self._context, line) if line else ""
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))
        told = [f"{say(one.what)} {say(one.remedy)}" for one in line.problems] if line else []
        self.details.setVisible(bool(told))
        if line and told:
            self.details.say(
                Kind.CRITICAL if line.is_wrong else Kind.WARN,
                tr("{where}: {problems}", where=_in_words(line.where), problems=" ".join(told)),
            )
        self.fit(may_shrink=False)

    # What the person does.

    def _on_click(self, index: QModelIndex) -> None:
        row_id = self.model.id_at(index.row())
        if row_id and self.model.columns[index.column()].kind is Cell.TICK:
            self._tick(row_id)

    def _tick(self, row_id: str) -> None:
        """Leaves a row out, or takes it in again; where it is one of the selected rows, all of these."""
        numbers = {line.id: line.number for line in self._preview.lines if line.number is not None}
        if row_id not in numbers:
            return
        selected = self.table.selected_ids()
        meant = {numbers[one] for one in (selected if row_id in selected else [row_id]) if one in numbers}
        is_out = numbers[row_id] in self._left_out
        self._left_out = self._left_out - meant if is_out else self._left_out | meant
        self._preview_again()

    def _preview_again(self) -> None:
        self.verb.disable_because(tr("The preview is being worked out."))
        chosen = self._choices()

        def show(found: Preview) -> None:
            if chosen == self._choices():  # a later choice has its own preview
                self._show(found)

        work = partial(preview, self._context.office, self._read, **chosen)
        self._context.run(tr("Working out the preview"), lambda _progress: work(), show, refresh=False)

    def _choices(self) -> dict[str, Any]:
        """What decides what the rows become, and which of them."""
        become = ImportAs(self.become.choice())
        return {"service": self.service.value() or "", "become": become, "left_out": self._left_out}

    def accept(self) -> None:
        """Imports the list as one step, in a job."""
        self.verb.disable_because(tr("The list is being imported."))
        work = partial(apply_list, self._context.office, self._read, **self._choices())
        self._context.run(tr("Importing"), lambda _progress: work(), self._imported)

    def _imported(self, done: ListImport) -> None:
        count = sum(one.action is not RowAction.SAME for one in done.rows)
        super().accept()
        self._context.tell(tr_count("{count} row imported", "{count} rows imported", count))


def _summary(found: Preview) -> str:
    counts = found.counts
    parts = (
        (counts[RowAction.NEW], tr("{count} new", count=counts[RowAction.NEW])),
        (
            counts[RowAction.NEW_ENGAGEMENT],
            tr_count("{count} new engagement", "{count} new engagements", counts[RowAction.NEW_ENGAGEMENT]),
        ),
        (counts[RowAction.MORE_PLACES], tr("{count} moved", count=counts[RowAction.MORE_PLACES])),
        (counts[RowAction.SAME], tr("{count} known", count=counts[RowAction.SAME])),
        (found.left_out, tr("{count} left out", count=found.left_out)),
        (found.problems, tr_count("{count} problem", "{count} problems", found.problems)),
    )
    return " · ".join(text for count, text in parts if count)


def _line_number(where: str) -> str:
    """Returns the line or row within the file or sheet; the file itself is named above the table."""
    found = _PLACE.search(where)
    return found[1] if found else tr("File")


def _in_words(where: str) -> str:
    """Returns "Line 12", or the cell as its program names it where there are several sheets."""
    number = _line_number(where)
    if "!" in where:
        return where
    return tr("Line {number}", number=number) if number.isdigit() else number


def _services(context: Context) -> list[tuple[str, str]]:
    with context.office.book.reading() as reader:
        known = [one for one in reader.find(Service) if one.code != ALL_SERVICES]
    named = sorted((one.named(), one.code) for one in known)
    return [("", tr("All services")), *((code, name) for name, code in named)]


def _facts(context: Context, line: PreviewLine) -> str:
    """What would be recorded of a row beside its name and purpose."""
    row = line.row
    if row is None:
        return ""
    name, say = partial(place_name, context.office), context.say
    kind = VendorKind.AFFILIATE if row.affiliate else VendorKind.THIRD_PARTY
    grounds = [say(label(Mechanism(code))) for code in row.mechanism if code in set(Mechanism)]
    parts = (
        ("", say(label(kind))),
        (tr("Country of establishment"), name(row.seat) if row.seat else ""),
        (tr("Data is stored in"), places_text(row.storage, name)),
        (tr("Accessed from"), places_text(row.access, name)),
        (
            tr("Location, storage or access not stated"),
            "" if row.assumed else places_text(row.locations, name),
        ),
        (tr("Location, not confirmed"), places_text(row.locations, name) if row.assumed else ""),
        (tr("Transfer mechanism"), ", ".join(grounds)),
        (tr("Personal data"), row.data),
    )
    return " · ".join(f"{title}: {text}" if title else text for title, text in parts if text)


def _taken(line: PreviewLine) -> str:
    if line.row is None:
        return ""
    return tr("Left out") if line.left_out else tr("Yes")


def _sheets_of(read: ListRead) -> set[str]:
    """Returns the sheets on which anything stands that was read, or said of them."""
    places = (*(row.source for row in read.rows), *(problem.where for problem in read.problems))
    return {where.rpartition("!")[0] for where in places if "!" in where}


def _place_of(where: str) -> str:
    """Returns the line, and before it the sheet, for a file with several."""
    sheet, _, cell = where.rpartition("!")
    if not sheet:
        return _line_number(where)
    return tr("{sheet}, row {cell}", sheet=sheet, cell=cell) if cell.isdigit() else f"{sheet}, {cell}"


def _columns(context: Context, sheets: set[str]) -> list[Column]:
    place, wide = (_place_of, 140) if len(sheets) > 1 else (_line_number, 48)
    name = partial(place_name, context.office)

    def action(line: PreviewLine) -> Status:
        if line.left_out:
            return Status(Kind.NEUTRAL, tr("Left out"), chip=False)
        if line.action is None:
            return Status(Kind.CRITICAL, tr("Not read")) if line.is_wrong else Status(Kind.WARN, tr("Note"))
        return Status(
            _KINDS[line.action], context.say(label(line.action)), chip=line.action is not RowAction.SAME
        )

    def doubt(line: PreviewLine) -> Status | None:
        if not line.problems:
            return None
        worst = max(line.problems, key=lambda one: one.level is Level.ERROR)
        kind = Kind.CRITICAL if worst.level is Level.ERROR else Kind.WARN
        return Status(kind, context.say(worst.what), chip=False)

    return [
        Column(key="where", title=tr("Line"), value=lambda line: place(line.where), width=wide),
        Column(key="take", title=tr("Import"), kind=Cell.TICK, width=56, text=_taken,
               value=lambda line: not line.left_out if line.row else None,
               tip=tr("Untick a row, or press Space on it, to leave it out.")),
        Column(key="action", title=tr("What it does"), value=action, kind=Cell.STATUS, width=150),
        Column(key="vendor", title=tr("Vendor"), value=lambda line: line.row.name if line.row else "",
               width=190, strong=True),
        Column(key="stage", title=tr("Recorded as"),
               value=lambda line: context.say(label(line.stage)) if line.stage else "", width=84),
        Column(key="purpose", title=tr("Purpose"), value=lambda line: line.row.purpose if line.row else "",
               width=120),
        Column(key="places", title=tr("Locations"), width=84,
               value=lambda line: places_text(countries_of(line.row), name) if line.row else "",
               text=lambda line: places_short(countries_of(line.row), name) if line.row else "",
               shortened=True),
        Column(key="problem", title=tr("Problem"), value=doubt, kind=Cell.MARK, width=150),
    ]  # fmt: skip
