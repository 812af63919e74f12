"""Verbs on fourth parties: the sub-processors of our sub-processors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import given, record_plain
from vendorrisk.app.cli.single_record import remove_verb, set_verb
from vendorrisk.app.cli.verb import Group, Verb, Word, pass_session
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import FourthParty
from vendorrisk.domain.register.vocabulary import Mechanism
from vendorrisk.usecases import editing
from vendorrisk.usecases.looking_up import engagement_named

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session

fourth_party = Group(
    "fourth-party",
    {
        "list": ("fourth_party", "list_", "List the fourth parties of an engagement."),
        "add": ("fourth_party", "add", "Add a fourth party to an engagement."),
        "set": ("fourth_party", "set_", "Change fields of a fourth party."),
        "remove": ("fourth_party", "remove", "Remove a fourth party that was recorded by mistake."),
    },
    help="Record to whom a sub-processor passes data on. FOURTH-PARTY is an id, as listed. Once the list is "
    "whole: engagement set ENGAGEMENT fourth_parties_complete=yes.",
    example="vendorrisk -w acme fourth-party list 'Norte Cloud'",
)


def _plain(_session: Session, one: FourthParty) -> dict[str, Any]:
    told = record_plain(one)
    told["fourth_party"], told["engagement"] = told.pop("id"), told.pop("engagement_id")
    return told


@click.command("list", cls=Verb, example="vendorrisk -w acme fourth-party list 'Norte Cloud'")
@click.argument("wanted", metavar="ENGAGEMENT")
@pass_session
def list_(session: Session, wanted: str) -> None:
    """Lists to whom a sub-processor passes data on, and whether the list is said to be complete."""
    with session.office.book.reading() as reader:
        engagement = engagement_named(reader, wanted)
        found = reader.find(FourthParty, engagement_id=engagement.id)
    rows = [
        (one.name, one.country, text_in(one.purpose, "en"), session.word(one.mechanism), one.id)
        for one in found
    ]
    told = {
        "fourth_parties": [_plain(session, one) for one in found],
        "complete": engagement.fourth_parties_complete,
    }
    headings = ("Name", "Country", "Purpose", "Mechanism", "Id")
    session.answer("fourth-party.list", told, lambda: table(headings, rows))


@click.command(
    "add", cls=Verb,
    example="vendorrisk -w acme fourth-party add 'Norte Cloud' --name 'Sur Backup' --country BR",
)  # fmt: skip
@click.argument("wanted", metavar="ENGAGEMENT")
@click.option("--name", required=True, help="The company.")
@click.option("--country", metavar="CC", help="Where it is established, ISO 3166 alpha-2.")
@click.option("--purpose", help="What it does with the data.")
@click.option(
    "--mechanism",
    type=Word(Mechanism, title="mechanism"),
    help="On what the data goes there; none in the EEA.",
)
@click.option("--rank", metavar="3-9", help="How far down the chain; 3 is our sub-processor’s own.")
@click.option("--valid-from", metavar="D", help="Its first day.")
@click.option("--valid-to", metavar="D", help="Its last day; that day still counts.")
@pass_session
def add(session: Session, /, wanted: str, **typed: str | None) -> None:
    """Adds a fourth party to an engagement."""
    with session.office.book.reading() as reader:
        engagement = engagement_named(reader, wanted)
    added = editing.add(session.office, FourthParty, given(**typed), engagement_id=engagement.id)
    session.answer("fourth-party.add", _plain(session, added), lambda: added.id)


set_ = set_verb(
    FourthParty, "fourth-party", _plain,
    does="Changes fields of a fourth party, as one step.", example="FOURTH-PARTY valid_to=2026-12-31",
)  # fmt: skip
remove = remove_verb(
    FourthParty, "fourth-party", _plain,
    does="Removes a fourth party that was recorded by mistake; one that ended gets its last day instead.",
)  # fmt: skip
