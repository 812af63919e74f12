"""Verbs on transfers: who sends data to whom, on what ground, and whether that ground holds today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import given, pairs, record_plain
from vendorrisk.app.cli.single_record import remove_verb, set_verb
from vendorrisk.app.cli.verb import Group, Verb, Word, pass_session
from vendorrisk.domain.register.records import Flow, LocationKind, Vendor
from vendorrisk.domain.register.vocabulary import Mechanism, TiaOutcome
from vendorrisk.usecases import editing
from vendorrisk.usecases.looking_up import engagement_named

if TYPE_CHECKING:
    from enum import StrEnum

    from vendorrisk.app.cli.session import Session
    from vendorrisk.usecases.diligence.transfer_view import TransferRow

transfer = Group(
    "transfer",
    {
        "list": ("transfer", "list_", "List transfers with whether each is valid today."),
        "add": ("transfer", "add", "Add a transfer to an engagement."),
        "set": ("transfer", "set_", "Change fields of a transfer."),
        "remove": ("transfer", "remove", "Remove a transfer that was recorded by mistake."),
    },
    help="Record transfers with mechanism and transfer impact assessment. TRANSFER is an id, as listed.",
    example="vendorrisk -w acme transfer list 'Norte Cloud'",
)


@click.command("list", cls=Verb, example="vendorrisk -w acme transfer list 'Norte Cloud'")
@click.argument("wanted", metavar="ENGAGEMENT")
@pass_session
def list_(session: Session, wanted: str) -> None:
    """Lists transfers with whether each is valid today, why, and what would remedy it."""
    from vendorrisk.usecases.diligence.transfer_view import transfer_rows  # noqa: PLC0415  (not needed for --help)
    from vendorrisk.usecases.review.vendor_facts import facts_of_one  # noqa: PLC0415  (likewise)

    with session.office.book.reading() as reader:
        found = engagement_named(reader, wanted)
        facts = facts_of_one(session.office, reader, found.vendor_id)
    rows = [one for one in transfer_rows(facts) if one.flow.engagement_id == found.id]
    say = session.say
    shown = [
        (one.flow.importer_country, session.word(one.flow.kind), one.flow.importer,
         say(one.mechanism), say(one.sign.words), " ".join(map(say, one.remedies)), one.id)
        for one in rows
    ]  # fmt: skip
    headings = ("To", "Kind", "Importer", "Mechanism", "Status", "Remedy", "Id")
    session.answer(
        "transfer.list", {"transfers": [_row(one) for one in rows]}, lambda: table(headings, shown)
    )


def _row(one: TransferRow) -> dict[str, Any]:
    return {
        **_plain(one.flow), "status": one.state, "ended": one.ended, "why": list(one.whys),
        "remedies": list(one.remedies),
    }  # fmt: skip


def _plain(flow: Flow) -> dict[str, Any]:
    told = record_plain(flow)
    told["transfer"], told["engagement"] = told.pop("id"), told.pop("engagement_id")
    return told


def _told(_session: Session, flow: Flow) -> dict[str, Any]:
    return _plain(flow)


def _word(vocabulary: type[StrEnum], title: str) -> Word:
    return Word(vocabulary, title=title)


@click.command(
    "add", cls=Verb,
    example="vendorrisk -w acme transfer add 'Norte Cloud' --to BR --mechanism scc_2021_914 --module 3 "
    "--tia-outcome positive --tia-valid-until 2027-11-23 --field annexes_complete=yes",
)  # fmt: skip
@click.argument("wanted", metavar="ENGAGEMENT")
@click.option("--to", "importer_country", required=True, metavar="CC", help="The country it goes to.")
@click.option(
    "--kind", type=Word(LocationKind), default="storage", show_default=True, help="What happens there."
)
@click.option(
    "--mechanism", type=_word(Mechanism, "mechanism"), help="The transfer mechanism; none inside the EEA."
)
@click.option("--module", metavar="1-4", help="The module of the clauses.")
@click.option("--importer", help="Who receives it; default the vendor.")
@click.option("--exporter", help="Who sends it; default our company.")
@click.option("--exporter-country", metavar="CC", help="From where.")
@click.option("--regimes", default="EU", show_default=True, help="Whose law binds us: EU, UK, CH.")
@click.option(
    "--tia-outcome", type=_word(TiaOutcome, "outcome"), help="The outcome of the transfer impact assessment."
)
@click.option("--tia-made-on", metavar="D", help="The day of the transfer impact assessment.")
@click.option("--tia-valid-until", metavar="D", help="Its last day; that day still counts.")
@click.option("--valid-from", metavar="D", help="Its first day.")
@click.option("--field", "more", multiple=True, metavar="FIELD=VALUE", help="Any other field; repeatable.")
@pass_session
def add(session: Session, /, wanted: str, more: tuple[str, ...], **typed: str | None) -> None:
    """Adds a transfer to an engagement: from whom to whom, by which mechanism, and its assessment."""
    with session.office.book.reading() as reader:
        found = engagement_named(reader, wanted)
        begun = {
            "importer": _name(reader.get(Vendor, found.vendor_id)),
            "exporter": session.office.company(reader),
        }
    fields = {**begun, **given(**typed), **pairs(more)}
    added = editing.add(session.office, Flow, fields, engagement_id=found.id)
    session.answer("transfer.add", _plain(added), lambda: added.id)


def _name(vendor: Vendor) -> str:
    return vendor.legal_name or vendor.name


set_ = set_verb(
    Flow, "transfer", _told,
    does="Changes fields of a transfer, as one step.",
    example="TRANSFER tia_outcome=positive tia_valid_until=2027-11-23",
)  # fmt: skip
remove = remove_verb(
    Flow, "transfer", _told,
    does="Removes a transfer that was recorded by mistake; one that ended gets its last day instead.",
)  # fmt: skip
