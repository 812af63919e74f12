"""Verbs on documents: certificates, reports, agreements and other evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import given, pairs, record_plain
from vendorrisk.app.cli.verb import FILE, Group, Verb, pass_session
from vendorrisk.domain.diligence.validity import ArtefactStatus
from vendorrisk.domain.message import NotFound, msg
from vendorrisk.domain.register.records import Vendor
from vendorrisk.usecases.diligence import documents
from vendorrisk.usecases.looking_up import engagement_named, named

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.cli.session import Session
    from vendorrisk.usecases.diligence.documents import Shelved

document = Group(
    "document",
    {
        "add": ("document", "add", "Add a document to a vendor."),
        "list": ("document", "list_", "List documents with their status today."),
        "check": ("document", "check", "List the documents that do not count today."),
    },
    help="Add, list and check certificates, reports and agreements.",
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
    """Adds a document to a vendor; the file is kept encrypted."""
    if not file.is_file():
        raise NotFound(msg("file.missing", file=str(file)), msg("file.missing.remedy"))
    with session.office.book.reading() as reader:
        found = named(reader, Vendor, vendor)
        about = engagement_named(reader, engagement).id if engagement else ""
    fields = {**given(**typed), **pairs(more)}
    kept = None if session.dry_run else file
    added = documents.add_document(session.office, found.id, kept, fields, engagement_id=about)
    told = {"document": added.id, "vendor": found.id, "sha256": added.sha256}
    session.answer("document.add", told, lambda: f"{added.title}  {added.id}")


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
