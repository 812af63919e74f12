"""Verbs on locations: where data of an engagement is stored, and from where it is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import assignments, given, pairs, record_plain
from vendorrisk.app.cli.verb import Group, Verb, pass_session
from vendorrisk.domain.register.published import KIND_UNSAID, UNCONFIRMED, is_kind_unsaid
from vendorrisk.domain.register.records import Location
from vendorrisk.usecases import editing
from vendorrisk.usecases.looking_up import engagement_named, named
from vendorrisk.usecases.register import places

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session

location = Group(
    "location",
    {
        "list": ("location", "list_", "List where data of an engagement is stored or accessed from."),
        "add": ("location", "add", "Add a country to an engagement."),
        "set": ("location", "set_", "Change or confirm a location."),
        "remove": ("location", "remove", "Remove a location that was recorded by mistake."),
    },
    help="Record where data is stored and from where it is accessed. LOCATION is an id, as listed.",
    example="vendorrisk -w acme location list 'Norte Cloud'",
)


@click.command("list", cls=Verb, example="vendorrisk -w acme location list 'Norte Cloud'")
@click.argument("wanted", metavar="ENGAGEMENT")
@pass_session
def list_(session: Session, wanted: str) -> None:
    """Lists where data is stored and from where it is accessed, and what is not confirmed yet."""
    with session.office.book.reading() as reader:
        found = reader.find(Location, engagement_id=engagement_named(reader, wanted).id)
    rows = [(_kind(session, one), one.country, one.place, one.entity, one.id) for one in found]
    told = {"locations": [_plain(one) for one in found]}
    session.answer("location.list", told, lambda: table(("Kind", "Country", "Place", "Entity", "Id"), rows))


def _kind(session: Session, one: Location) -> str:
    return KIND_UNSAID if is_kind_unsaid(one.purpose) else session.word(one.kind)


def _plain(one: Location) -> dict[str, Any]:
    told = record_plain(one)
    told["location"], told["engagement"] = told.pop("id"), told.pop("engagement_id")
    return {**told, "confirmed": one.place != UNCONFIRMED and not is_kind_unsaid(one.purpose)}


@click.command(
    "add", cls=Verb, example="vendorrisk -w acme location add 'Norte Cloud' --country BR --storage"
)
@click.argument("wanted", metavar="ENGAGEMENT")
@click.option("--country", required=True, metavar="CC", help="ISO 3166 alpha-2, or EU, EEA, GLOBAL.")
@click.option("--storage", "stores", is_flag=True, help="Data is stored there.")
@click.option("--access", "reaches", is_flag=True, help="Data is accessed from there.")
@click.option("--place", help="The town or site.")
@click.option("--entity", help="The company that works there, where it is another one.")
@click.option("--purpose", help="What for.")
@click.option("--valid-from", metavar="D", help="Its first day.")
@click.option("--valid-to", metavar="D", help="Its last day; that day still counts.")
@pass_session
def add(session: Session, /, wanted: str, stores: bool, reaches: bool, **typed: str | None) -> None:
    """Adds a country in which data is stored, from which it is accessed, or both, as one step."""
    if not (stores or reaches):
        raise click.UsageError("Give --storage, --access or both.")
    with session.office.book.reading() as reader:
        found = engagement_named(reader, wanted)
    added = places.add_place(session.office, found.id, given(**typed), stores=stores, reaches=reaches)
    told = {"engagement": found.id, "locations": [_plain(one) for one in added]}
    session.answer(
        "location.add", told, lambda: "\n".join(f"{_kind(session, one)}  {one.id}" for one in added)
    )


@click.command("set", cls=Verb, example="vendorrisk -w acme location set LOCATION place=Dublin")
@click.argument("wanted", metavar="LOCATION")
@assignments
@pass_session
def set_(session: Session, wanted: str, assignment: tuple[str, ...]) -> None:
    """Changes fields of a location; with another place or purpose, or with none, it is confirmed."""
    with session.office.book.reading() as reader:
        found = named(reader, Location, wanted)
    changed = editing.edit(session.office, Location, found.id, pairs(assignment))
    session.answer("location.set", _plain(changed), lambda: changed.id)


@click.command("remove", cls=Verb, example="vendorrisk -w acme location remove LOCATION")
@click.argument("wanted", metavar="LOCATION")
@pass_session
def remove(session: Session, wanted: str) -> None:
    """Removes a location that was recorded by mistake; one that ended gets its last day instead."""
    with session.office.book.reading() as reader:
        found = named(reader, Location, wanted)
    places.remove_place(session.office, [found.id])
    told = {"location": found.id, "engagement": found.engagement_id}
    session.answer("location.remove", told, lambda: found.id)
