"""Documents: certificates, reports and agreements with their files, and how each stands today."""

from __future__ import annotations

import stat
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.diligence.clauses import BY_ID
from vendorrisk.domain.diligence.records import ClauseCheck, ClauseResult, Document
from vendorrisk.domain.diligence.validity import Archive, Standing, status
from vendorrisk.domain.message import BadInput, Problem, WrongArgument, msg
from vendorrisk.domain.register import text
from vendorrisk.domain.register.records import Vendor
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.checks import problems_of
from vendorrisk.usecases.editing import ADD
from vendorrisk.usecases.file_reasons import reason_of
from vendorrisk.usecases.typed import read_fields, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

REVIEW_CLAUSES = action("document.clauses")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A document with its vendor and how it stands today."""

    document: Document
    vendor: Vendor
    standing: Standing


def add_document(
    office: Office, vendor_id: str, file: Path | None, typed: Mapping[str, str], **given: Any
) -> Document:
    """Adds a document to a vendor; its file is encrypted before the row is written.

    A certificate without a printed last day keeps an open end: it is never computed (domain.md 9.7).
    Raises BadInput before anything is kept, also for a file that cannot be read and
    for one whose name hides something.
    """
    name = _file_name(file) if file is not None else ""
    values = {**given, **read_fields(Document, typed)}
    document = Document(id=office.new_id(), vendor_id=vendor_id, file_name=name, **values)
    document = replace(document, title=document.title or name or document.kind)
    refuse(problems_of(document, office.clock.today()))
    if file is not None:
        document = replace(document, **_kept(office, file))
    with office.book.act(ADD[Document], id=document.id, vendor=vendor_id) as desk:
        desk.get(Vendor, vendor_id)
        desk.put(document)
    return document


def _file_name(file: Path) -> str:
    try:
        return text.line(file.name)
    except WrongArgument as wrong:
        what, remedy = msg("document.bad_name", reason=wrong.what), msg("document.bad_name.remedy")
        problem = Problem(where="file", what=what, remedy=remedy)
        raise BadInput(msg("input.wrong", count=1), msg("input.wrong.remedy"), problems=(problem,)) from None


def _kept(office: Office, file: Path) -> dict[str, Any]:
    _require_readable(file)
    kept = office.evidence.keep(file)
    return {"evidence": kept.evidence_id, "sha256": kept.sha256, "size": kept.size}


def _require_readable(file: Path) -> None:
    """A pipe or device would be waited for without end, and an empty file proves nothing."""
    try:
        found = file.stat()
        if not stat.S_ISDIR(found.st_mode) and not stat.S_ISREG(found.st_mode):
            _refuse_file("no_file", name=file.name)
        with file.open("rb"):
            if found.st_size == 0:
                _refuse_file("empty_file", name=file.name)
    except OSError as failed:
        _refuse_file("unreadable", name=file.name, reason=reason_of(failed))


def _refuse_file(key: str, **facts: Any) -> None:
    what, remedy = msg(f"files.{key}", **facts), msg(f"files.{key}.remedy", **facts)
    refuse((Problem(where="file", what=what, remedy=remedy),))


def archive_of(office: Office, documents: list[Document]) -> Archive:
    """What a document is judged with: the editions of standards, and the other documents."""
    return Archive(editions=office.law.editions, documents={one.id: one for one in documents})


def shelf(office: Office, reader: Reader, *, vendor_id: str = "") -> list[Shelved]:
    """All documents, or those of one vendor, with their standing today; the first to end comes first."""
    documents = reader.find(Document, vendor_id=vendor_id) if vendor_id else reader.find(Document)
    vendors = {one.id: one for one in reader.find(Vendor)}
    archive, today = archive_of(office, documents), office.clock.today()
    shelved = [
        Shelved(document=one, vendor=vendors[one.vendor_id], standing=status(one, today, archive))
        for one in documents
        if one.vendor_id in vendors
    ]
    return sorted(shelved, key=lambda one: one.standing.last_day or date.max)


def review_clause(
    office: Office, document_id: str, item: str, result: ClauseResult, *, clause: str = "", note: str = ""
) -> ClauseCheck:
    """Records the result of one checklist item of an agreement; a second look replaces the first."""
    with office.book.act(REVIEW_CLAUSES, document=document_id, item=item) as desk:
        _require_items(desk, document_id, [item])
        known = desk.find(ClauseCheck, document_id=document_id, item=item)
        check = ClauseCheck(
            id=known[0].id if known else office.new_id(), document_id=document_id, item=item, result=result,
            clause=clause, note=note, reviewed_by=office.actor,
        )  # fmt: skip
        desk.put(check)
    return check


def review_clauses(
    office: Office, document_id: str, results: Mapping[str, ClauseResult]
) -> list[ClauseCheck]:
    """Records several checklist items of an agreement as one step."""
    with office.book.act(REVIEW_CLAUSES, document=document_id, items=sorted(results)) as desk:
        _require_items(desk, document_id, results)
        known = {one.item: one for one in desk.find(ClauseCheck, document_id=document_id)}
        checks = [
            replace(known[item], result=result, reviewed_by=office.actor)
            if item in known
            else ClauseCheck(
                id=office.new_id(),
                document_id=document_id,
                item=item,
                result=result,
                reviewed_by=office.actor,
            )
            for item, result in results.items()
        ]
        desk.put(*checks)
    return checks


def _require_items(desk: Desk, document_id: str, items: Iterable[str]) -> None:
    """Raises UserError for a document that has no checklist, and for an item that the checklist has not."""
    if desk.get(Document, document_id).kind != "DPA":
        raise WrongArgument(msg("clauses.only_dpa"), msg("clauses.only_dpa.remedy"))
    for item in (one for one in items if one not in BY_ID):
        facts = {"item": item, "first": min(BY_ID), "last": max(BY_ID)}
        raise WrongArgument(msg("clauses.unknown", **facts), msg("clauses.unknown.remedy", **facts))
