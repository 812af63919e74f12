"""The form for a document: what it asks for follows from the kind of paper; several files come one by one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.decision.guards_contract import AcceptanceEvidence
from vendorrisk.domain.diligence.clues import Clues, DayRole
from vendorrisk.domain.diligence.document_fields import DAY_FIELDS, asked_for
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.records import Vendor
from vendorrisk.ui.diligence.clue_strip import ClueStrip
from vendorrisk.ui.diligence.file_field import file
from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import Entry
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.register.record_entries import record_entries
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases import editing
from vendorrisk.usecases.diligence import documents
from vendorrisk.usecases.diligence.document_clues import clues_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress

ASKED: Final = (
    "kind", "title", "number", "issuer", "edition", "issued_on", "period_start", "period_end", "criteria",
    "opinion", "valid_from", "valid_to", "acceptance", "depends_on", "covers_vendor", "covers_service",
    "covers_sites", "next_report_confirmed", "verified_how", "verified_on",
)  # fmt: skip


class DocumentForm(FormDialog):
    """Shows the rows that the chosen kind needs, and what the file suggests for them."""

    _is_over = False

    def follow_file(self) -> None:
        """Looks into the file, now and whenever another is chosen, and offers what it suggests."""
        self.clues = ClueStrip(self._context.say)
        self.body.insertWidget(0, self.clues)
        self.clues.kind_chosen.connect(self._fill_kind)
        self.clues.day_chosen.connect(self._fill_day)
        self.form.edited.connect(lambda key: self._look() if key == "file" else None)
        self._look()

    def done(self, result: int) -> None:
        """Closes the form; what is still being looked for in the file comes too late."""
        self._is_over = True
        super().done(result)

    def _look(self) -> None:
        path: Path | None = self.form.field("file").value()
        if path is None:
            return
        office = self._context.office

        def work(_progress: Progress) -> Clues | UserError:
            try:
                return clues_of(office, path)
            except UserError as error:
                return error

        name = tr("Reading {name}", name=path.name)
        self._context.run(name, work, self._offer_clues, refresh=False)

    def _offer_clues(self, found: Clues | UserError) -> None:
        if self._is_over:
            return
        if isinstance(found, UserError):
            self.clues.say_why_not(found)
        else:
            self.clues.show_clues(found)
        self.fit()

    def _fill(self, key: str, value: object) -> None:
        field = self.form.field(key)
        field.show_value(value)
        field.edited.emit()

    def _fill_kind(self, code: str, edition: str) -> None:
        self._fill("kind", code)
        if edition and self.form.is_row_shown("edition"):
            self._fill("edition", edition)

    def _fill_day(self, day: date, role: str) -> None:
        """Puts a day into the likeliest field in sight, into an empty one rather than over another day."""
        there = [key for key in DAY_FIELDS[DayRole(role)] if self.form.is_row_shown(key)]
        empty = [key for key in there if self.form.field(key).value() is None]
        for key in (empty or there)[:1]:
            self._fill(key, day)

    def follow_kind(self) -> None:
        """Lets the rows follow the kind, now and whenever another is chosen."""
        self.form.edited.connect(lambda key: self._show_rows() if key == "kind" else None)
        self._show_rows()

    def filled(self) -> dict[str, str]:
        """Returns what stands in the rows in sight, empty ones left out."""
        return {
            key: text
            for key, text in self.typed().items()
            if text and self.form.is_row_shown(key) and key in ASKED
        }

    def _show_rows(self) -> None:
        wanted = asked_for(self.form.field("kind").value() or "OTHER")
        for key in ASKED:
            self.form.show_row(key, visible=key in wanted)
        self.fit()


def add_document(
    context: Context,
    parent: QWidget,
    *,
    vendor_id: str = "",
    files: Sequence[Path] = (),
    kind: str = "",
    done: Callable[[Document], Any] = lambda _document: None,
) -> FormDialog:
    """Opens the form for a new document; nothing is stored before Add. Further files follow one by one."""
    first, rest = (files[0], list(files[1:])) if files else (None, [])
    vendors = _vendors(context)
    known = vendor_id or _named_in(first, vendors)

    def work(typed: dict[str, str]) -> Document:
        path = Path(typed["file"]) if typed["file"] else None
        return documents.add_document(context.office, typed["vendor"], path, dialog.filled())

    def next_one(added: Document) -> None:
        done(added)
        if rest:
            add_document(context, parent, vendor_id=added.vendor_id, files=rest, done=done)

    rows = [
        Entry(key="file", label=tr("File"), ask=file(context)),
        Entry(key="vendor", label=tr("Vendor"), ask=entries.choice(vendors), required=True),
        *_entries(context, known or ""),
    ]
    title = tr("Add document ({count} more to add)", count=len(rest)) if rest else tr("Add document")
    dialog = DocumentForm(
        context, parent, title, rows, verb=tr("Add"), work=work, done=next_one,
        values={"file": first, "vendor": known, "kind": kind or None, "title": first.stem if first else ""},
    )  # fmt: skip
    dialog.follow_kind()
    dialog.follow_file()
    dialog.unfold()
    return dialog


def edit_document(context: Context, parent: QWidget, document: Document) -> FormDialog:
    """Opens the form for a document that exists; only what was changed is written."""

    def work(_typed: dict[str, str]) -> Document:
        changed = {key: text for key, text in dialog.changed().items() if dialog.form.is_row_shown(key)}
        return editing.edit(context.office, Document, document.id, changed) if changed else document

    dialog = DocumentForm(
        context, parent, document.title or tr("Document"), _entries(context, document.vendor_id),
        verb=tr("Save"), work=work, draft=f"form/document/{document.id}",
        values={name: getattr(document, name) for name in ASKED},
    )  # fmt: skip
    dialog.follow_kind()
    dialog.unfold()
    return dialog


def _entries(context: Context, vendor_id: str) -> list[Entry]:
    special = {
        "acceptance": entries.word(context, AcceptanceEvidence, none=tr("Not recorded")),
        "depends_on": _bases(context, vendor_id),
    }
    rows = record_entries(context, Document, ASKED)
    return [
        Entry(key=one.key, label=one.label, ask=special.get(one.key, one.ask), required=one.required)
        for one in rows
    ]


def _bases(context: Context, vendor_id: str) -> entries.Ask:
    with context.office.book.reading() as reader:
        held = reader.find(Document, vendor_id=vendor_id) if vendor_id else []
    return entries.choice([("", tr("None")), *((one.id, one.title or one.kind) for one in held)])


def _vendors(context: Context) -> list[tuple[str, str]]:
    with context.office.book.reading() as reader:
        current = [one for one in reader.find(Vendor) if one.archived_on is None]
    return sorted(((one.id, one.name) for one in current), key=lambda pair: fold(pair[1]))


def _named_in(path: Path | None, vendors: Sequence[tuple[str, str]]) -> str | None:
    """The vendor whose name stands in the name of the file, if just one does."""
    words = fold(path.stem.replace("_", " ").replace("-", " ")) if path else ""
    found = [key for key, name in vendors if words and fold(name) in words]
    return found[0] if len(found) == 1 else None
