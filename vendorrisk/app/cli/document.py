"""Verbs on documents: certificates, reports, agreements and other evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import assignments, given, pairs, record_plain
from vendorrisk.app.cli.verb import FILE, Group, Verb, pass_session
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.diligence.validity import ArtefactStatus
from vendorrisk.domain.message import Level, NotFound, Problem, UserError, msg
from vendorrisk.domain.register.records import Vendor
from vendorrisk.usecases import editing
from vendorrisk.usecases.diligence import documents
from vendorrisk.usecases.diligence.document_clues import Suggestion, clues_of, suggestions
from vendorrisk.usecases.looking_up import engagement_named, named

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from vendorrisk.app.cli.session import Session
    from vendorrisk.usecases.diligence.documents import Shelved

document = Group(
    "document",
    {
        "add": ("document", "add", "Add a document to a vendor."),
        "set": ("document", "set_", "Change fields of a document."),
        "list": ("document", "list_", "List documents with their status today."),
        "check": ("document", "check", "List the documents that do not count today."),
    },
    help="Add, change, list and check certificates, reports and agreements. DOCUMENT is an id or the exact "
    "title.",
    example="vendorrisk -w acme document check",
)


@click.command(
    "add", cls=Verb,
    example="vendorrisk -w acme document add 'Norte Cloud' iso.pdf --kind ISO27001 --valid-to 2027-05-13",
)  # fmt: skip
@click.argument("vendor", metavar="VENDOR")
@click.argument("file", type=FILE)
@click.option("--kind", required=True, help="ISO27001, SOC2_II, DPA, SCC, TIA, POLICY, OTHER, ...")
@click.option("--title", help="What it is called.")
@click.option("--engagement", metavar="E", help="The engagement that it alone is about.")
@click.option("--valid-from", metavar="D", help="Its first day.")
@click.option("--valid-to", metavar="D", help="Its last day as printed; that day still counts.")
@click.option("--edition", help="The edition of the standard, such as 2022.")
@click.option("--number", help="Its number.")
@click.option("--issuer", help="Who issued it.")
@click.option("--field", "more", multiple=True, metavar="FIELD=VALUE", help="Any other field; repeatable.")
@pass_session
def add(
    session: Session, /, vendor: str, file: Path, engagement: str, more: tuple[str, ...], **typed: str | None
) -> None:
    """Adds a document to a vendor, kept encrypted; what its text suggests is listed, and nothing taken."""
    if not file.is_file():
        raise NotFound(msg("file.missing", file=str(file)), msg("file.missing.remedy"))
    with session.office.book.reading() as reader:
        found = named(reader, Vendor, vendor)
        about = engagement_named(reader, engagement).id if engagement else ""
    fields = _resolved(session, {**given(**typed), **pairs(more)})
    kept = None if session.dry_run else file
    added = documents.add_document(session.office, found.id, kept, fields, engagement_id=about)
    offered, problems = _suggested(session, file, added.kind, fields)
    told = {
        "document": added.id, "vendor": found.id, "sha256": added.sha256,
        "suggestions": [_suggestion_plain(one) for one in offered],
        "problems": session.report(problems),
    }  # fmt: skip
    session.answer("document.add", told, lambda: f"{added.title}  {added.id}")
    if offered:
        session.tell(msg("document.suggested", found=[_suggestion_told(one) for one in offered]))


def _resolved(session: Session, fields: dict[str, str]) -> dict[str, str]:
    """Typed fields, the document that one rests on by its id."""
    wanted = fields.get("depends_on", "").strip()
    if not wanted:
        return fields
    with session.office.book.reading() as reader:
        return fields | {"depends_on": named(reader, Document, wanted).id}


def _suggested(
    session: Session, file: Path, kind: str, known: Collection[str]
) -> tuple[tuple[Suggestion, ...], list[Problem]]:
    """What a file suggests for fields that are not known, and where it can be read in two ways."""
    try:
        clues = clues_of(session.office, file)
    except UserError as error:
        return (), [Problem(file.name, error.what, error.remedy, Level.WARNING)]
    remedy = msg("document.unclear_day.remedy")
    unclear = [
        Problem(
            file.name, msg("document.unclear_day", written=one.written, days=one.readings), remedy,
            Level.WARNING,
        )
        for one in clues.unclear
    ]  # fmt: skip
    return suggestions(clues, kind, known), unclear


def _suggestion_plain(one: Suggestion) -> dict[str, str | None]:
    return {"field": one.field or None, "value": one.value, "words": one.words}


def _suggestion_told(one: Suggestion) -> str:
    typed = f"{one.field}={one.value}" if one.field else one.value
    return f"{typed} (“{one.words}”)" if one.words else typed


@click.command(
    "set", cls=Verb, example="vendorrisk -w acme document set 'Norte Cloud DPA' acceptance=signature"
)
@click.argument("wanted", metavar="DOCUMENT")
@assignments
@pass_session
def set_(session: Session, wanted: str, assignment: tuple[str, ...]) -> None:
    """Changes fields of a document, as one step."""
    with session.office.book.reading() as reader:
        found = named(reader, Document, wanted)
    values = _resolved(session, pairs(assignment))
    changed = editing.edit(session.office, Document, found.id, values)
    told = {"document": changed.id, "vendor": changed.vendor_id, "fields": sorted(values)}
    session.answer("document.set", told, lambda: changed.title)


@click.command("list", cls=Verb, example="vendorrisk -w acme document list --vendor 'Norte Cloud'")
@click.option("--vendor", metavar="V", help="Of this vendor only.")
@pass_session
def list_(session: Session, vendor: str | None) -> None:
    """Lists documents with their status today, the first to end first."""
    _answer(session, "document.list", _shelved(session, vendor))


@click.command("check", cls=Verb, example="vendorrisk -w acme document check --json")
@click.option("--vendor", metavar="V", help="Of this vendor only.")
@pass_session
def check(session: Session, vendor: str | None) -> None:
    """Lists the documents that do not count today, each with the reason."""
    bad = [one for one in _shelved(session, vendor) if one.standing.status is not ArtefactStatus.VALID]
    _answer(session, "document.check", bad)


def _shelved(session: Session, vendor: str | None) -> list[Shelved]:
    with session.office.book.reading() as reader:
        vendor_id = named(reader, Vendor, vendor).id if vendor else ""
        return documents.shelf(session.office, reader, vendor_id=vendor_id)


def _answer(session: Session, schema: str, shelved: list[Shelved]) -> None:
    told = [_plain(one) for one in shelved]
    rows = [
        (one.document.title, one.document.kind, one.vendor.name,
         session.word(one.standing.status), session.say(one.standing.why),
         one.document.id)
        for one in shelved
    ]  # fmt: skip
    headings = ("Document", "Kind", "Vendor", "Status", "Why", "Id")
    session.answer(schema, {"documents": told}, lambda: table(headings, rows))


def _plain(one: Shelved) -> dict[str, Any]:
    told = record_plain(one.document)
    told["document"] = told["id"]
    told["vendor"] = told.pop("vendor_id")
    return {**told, "status": one.standing.status, "why": one.standing.why, "until": one.standing.until}
