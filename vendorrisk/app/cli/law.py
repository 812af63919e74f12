"""Verbs on the adequacy lists of this workspace: the law is dated data that the analyst keeps up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import given, pairs, record_plain
from vendorrisk.app.cli.single_record import remove_verb, set_verb
from vendorrisk.app.cli.verb import Group, Verb, Word, pass_session
from vendorrisk.domain.register.records import LawEntry
from vendorrisk.domain.register.vocabulary import Coverage, Regime
from vendorrisk.usecases import editing

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session

law = Group(
    "law",
    {
        "list": ("law", "list_", "List the adequacy decisions that transfers are judged by."),
        "add": ("law", "add", "Add an adequacy decision."),
        "set": ("law", "set_", "Change or end an adequacy decision."),
        "remove": ("law", "remove", "Remove a row that was added by mistake."),
    },
    help="Keep the adequacy lists of this workspace up to date. LAW is an id, as listed. A decision that "
    "ends gets its last day (valid_to), so that older transfers can still be explained.",
    example="vendorrisk -w acme law list --regime eu",
)


def _plain(_session: Session, one: LawEntry) -> dict[str, Any]:
    told = record_plain(one)
    told["law"] = told.pop("id")
    return told


@click.command("list", cls=Verb, example="vendorrisk -w acme law list --regime eu")
@click.option("--regime", type=Word(Regime), help="Of one law alone.")
@pass_session
def list_(session: Session, regime: Regime | None) -> None:
    """Lists the adequacy decisions with their first and last days and the day on which each was checked."""
    with session.office.book.reading() as reader:
        found = reader.find(LawEntry, **({"regime": regime.value} if regime else {}))
    rows = [
        (one.regime, one.code, one.name, session.word(Coverage(one.coverage)),
         *(f"{day or ''}" for day in (one.valid_from, one.valid_to, one.verified_on)), one.id)
        for one in found
    ]  # fmt: skip
    headings = ("Law", "Code", "Name", "Coverage", "From", "To", "Checked", "Id")
    shipped = session.office.law.transfers.as_of
    told = {"laws": [_plain(session, one) for one in found], "shipped_as_of": shipped}
    session.answer("law.list", told, lambda: table(headings, rows))


@click.command(
    "add", cls=Verb,
    example="vendorrisk -w acme law add --regime eu --code KE --name Kenya --valid-from 2027-03-01 "
    "--field source='OJ L 2027/1'",
)  # fmt: skip
@click.option("--regime", required=True, type=Word(Regime), help="Whose decision it is.")
@click.option("--code", required=True, metavar="CC", help="The country, ISO 3166 alpha-2.")
@click.option("--name", required=True, help="What the country or body is called.")
@click.option(
    "--coverage", type=Word(Coverage), default="general", show_default=True, help="Whom it covers there."
)
@click.option("--condition", help="Which recipients, where not all.")
@click.option("--valid-from", metavar="D", help="Its first day.")
@click.option("--valid-to", metavar="D", help="Its last day; that day still counts.")
@click.option("--field", "more", multiple=True, metavar="FIELD=VALUE", help="Any other field; repeatable.")
@pass_session
def add(session: Session, /, more: tuple[str, ...], **typed: str | None) -> None:
    """Adds an adequacy decision, by which transfers are judged from its first day on."""
    added = editing.add(session.office, LawEntry, {**given(**typed), **pairs(more)})
    session.answer("law.add", _plain(session, added), lambda: added.id)


set_ = set_verb(
    LawEntry, "law", _plain,
    does="Changes fields of an adequacy decision, such as its last day.", example="LAW valid_to=2027-02-28",
)  # fmt: skip
remove = remove_verb(LawEntry, "law", _plain, does="Removes a row that was added by mistake.")
