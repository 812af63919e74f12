"""Verbs on vendors: legal entities with their engagements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import (
    assignments,
    block,
    facts_for_people,
    given,
    pairs,
    places_for_people,
    purpose,
    service_name,
    several,
    vendor_plain,
)
from vendorrisk.app.cli.verb import Group, Verb, Word, pass_session
from vendorrisk.domain.register.records import Vendor
from vendorrisk.usecases import editing
from vendorrisk.usecases.editing import label_of
from vendorrisk.usecases.looking_up import named
from vendorrisk.usecases.register import vendors
from vendorrisk.usecases.register.new_vendors import look_at_name
from vendorrisk.usecases.register.vendor_listings import VendorFilter
from vendorrisk.usecases.review.vendor_rows import VendorRows

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session

vendor = Group(
    "vendor",
    {
        "add": ("vendor", "add", "Add a vendor with its first engagement."),
        "list": ("vendor", "list_", "List vendors."),
        "show": ("vendor", "show", "Show all that is known of a vendor."),
        "set": ("vendor", "set_", "Change fields of a vendor."),
    },
    help="Add, list, show and change vendors.",
    example="vendorrisk -w acme vendor list",
)


@click.command(
    "add",
    cls=Verb,
    example="vendorrisk -w acme vendor add --name 'Norte Cloud' --country BR --service SMS --purpose Hosting",
)
@click.option("--name", required=True, help="The name of the vendor.")
@click.option(
    "--country", required=True, metavar="CC", help="Its country of establishment, ISO 3166 alpha-2."
)
@click.option("--service", required=True, metavar="S", help="A service of ours; a new name creates it.")
@click.option("--purpose", required=True, help="What it does for us, in one sentence.")
@click.option("--kind", help="affiliate or third_party (default).")
@click.option("--legal-name", help="The full legal name, where it differs.")
@click.option("--website", help="An https address.")
@click.option("--owner", help="Who looks after it.")
@click.option(
    "--role", help="sub_processor (default), independent_controller, joint_controller, supplier_no_pd."
)
@click.option("--data", metavar="A,B", help="Data categories.")
@click.option("--storage", multiple=True, metavar="CC,..", help="Countries in which data is stored.")
@click.option("--access", multiple=True, metavar="CC,..", help="Countries from which it is accessed.")
@click.option(
    "--reaches-locked", metavar="yes|no",
    help="Whether it can technically access the region-locked environment; unanswered, nothing can be sent.",
)  # fmt: skip
@click.option("--requested-by", metavar="NAME", help="Who asked for it; you, if nobody is named.")
@click.option("--valid-from", metavar="D", help="Since when it is engaged.")
@pass_session
def add(
    session: Session, /, service: str, storage: tuple[str, ...], access: tuple[str, ...], **typed: str
) -> None:
    """Adds a vendor with its first engagement, as one step; warns of one with a like name."""
    engaged = given(
        purpose=typed.pop("purpose"), role=typed.pop("role"), data_categories=typed.pop("data"),
        valid_from=typed.pop("valid_from"), reaches_locked=typed.pop("reaches_locked"),
        requested_by=typed.pop("requested_by"),
    )  # fmt: skip
    problems = look_at_name(session.office, typed["name"])
    added = vendors.add_vendor(
        session.office, given(**typed), engaged, service=service,
        storage=several(storage), access=several(access),
    )  # fmt: skip
    session.answer(
        "vendor.add",
        {"vendor": added.vendor.id, "engagement": added.engagement.id, "problems": session.report(problems)},
        lambda: f"{added.vendor.name}: vendor {added.vendor.id}, engagement {added.engagement.id}",
    )


@click.command("list", cls=Verb, example="vendorrisk -w acme vendor list --filter OVERDUE --json")
@click.option("--text", default="", help="Part of the name.")
@click.option(
    "--filter", "filters", multiple=True, help="A filter; repeatable.",
    type=Word(VendorFilter, title="filter"),
)  # fmt: skip
@pass_session
def list_(session: Session, text: str, filters: tuple[VendorFilter, ...]) -> None:
    """Lists vendors by name; without a filter those that are not archived."""
    wanted = frozenset(filters) or frozenset({VendorFilter.ACTIVE})
    register = VendorRows(session.office, session.listings)
    entries = session.listings.vendors.entries(register.ids(register.query(text=text, filters=wanted)))
    told = [
        {
            "vendor": one.vendor.id, "name": one.vendor.name, "kind": one.vendor.kind,
            "country": one.vendor.country, "services": sorted({service_name(s) for s in one.services}),
            "engagements": [e.id for e in one.engagements],
            "storage": sorted({p.country for p in one.locations if p.kind == "STORAGE"}),
            "access": sorted({p.country for p in one.locations if p.kind == "ACCESS"}),
        }
        for one in entries
    ]  # fmt: skip
    rows = [
        (e.vendor.name, e.vendor.country, ", ".join(service_name(s) for s in e.services), e.vendor.id)
        for e in entries
    ]
    headings = ("Vendor", session.say(label_of(Vendor, "country")), "Services", "Id")
    session.answer("vendor.list", {"vendors": told}, lambda: table(headings, rows))


@click.command("show", cls=Verb, example="vendorrisk -w acme vendor show 'Norte Cloud'")
@click.argument("wanted", metavar="VENDOR")
@pass_session
def show(session: Session, wanted: str) -> None:
    """Shows a vendor with its engagements, locations, transfers and contacts."""
    with session.office.book.reading() as reader:
        file = vendors.vendor_file(reader, named(reader, Vendor, wanted).id)
    facts = facts_for_people(session, file.vendor)
    for each in file.engagements:
        stage = session.word(each.engagement.stage)
        facts.append(("Engagement", f"{service_name(each.service)}: {purpose(each.engagement)} ({stage})"))
        facts += places_for_people(session, each)
    facts += [("Contact", " ".join(filter(None, (one.name, one.email, one.phone)))) for one in file.contacts]
    session.answer("vendor.show", vendor_plain(file), lambda: block(facts))


@click.command("set", cls=Verb, example="vendorrisk -w acme vendor set 'Norte Cloud' owner='M. Horvat'")
@click.argument("wanted", metavar="VENDOR")
@assignments
@pass_session
def set_(session: Session, wanted: str, assignment: tuple[str, ...]) -> None:
    """Changes fields of a vendor, as one step; warns of another one with a like name."""
    with session.office.book.reading() as reader:
        found = named(reader, Vendor, wanted)
    values = pairs(assignment)
    problems = look_at_name(session.office, values["name"], of=found.id) if "name" in values else ()
    changed = editing.edit(session.office, Vendor, found.id, values)
    session.answer(
        "vendor.set",
        {"vendor": changed.id, "fields": sorted(values), "problems": session.report(problems)},
        lambda: changed.name,
    )
