"""Verbs on ways out where a customer holds the date back: shorter notice, keeping it off, an emergency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.notices import about_customer, answer_notice, both_named, change_named
from vendorrisk.app.cli.verb import ISO_DATE, Verb, Word, pass_session
from vendorrisk.domain.notice.records import EmergencyBasis

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.notice.records import Change, Customer


@click.command(
    "shorter", cls=Verb, example="vendorrisk -w acme change shorter 2026-07 'Dominion Bank' --days 30"
)
@about_customer
@click.option("--days", type=click.IntRange(min=0), metavar="N", help="Ask for so many days of notice.")
@click.option("--agreed", type=ISO_DATE, metavar="D", help="It agreed in writing on this day.")
@click.option("--declined", is_flag=True, help="It declined, or withdrew its agreement.")
@click.option("--note", default="", help="Who answered, and where the answer is filed.")
@pass_session
def shorter(
    session: Session,
    wanted: str,
    customer: str,
    days: int | None,
    agreed: date | None,
    declined: bool,
    note: str,
) -> None:
    """Records that a customer is asked for a shorter notice, or what it answered; only a yes moves a date."""
    from vendorrisk.usecases.notice.shorter_notice import record_shorter  # noqa: PLC0415  (not needed for --help)

    if [days is not None, agreed is not None, declined].count(True) != 1:
        raise click.UsageError("Give one of --days, --agreed and --declined.")
    change, found = both_named(session, wanted, customer)
    if days is not None:
        _ask(session, change, found, days)
        return
    notice = record_shorter(session.office, change.id, found.id, agreed_on=agreed, note=note)
    answer_notice(session, "shorter", found, notice)


def _ask(session: Session, change: Change, customer: Customer, days: int) -> None:
    """Records the question and gives the mail that asks it, for whoever has an address."""
    from vendorrisk.usecases.notice.shorter_notice import ask_shorter, shorter_draft  # noqa: PLC0415  (likewise)

    notice = ask_shorter(session.office, change.id, customer.id, days)
    mail: dict[str, Any] | None = None
    if customer.email:
        draft = shorter_draft(session.office, change.id, customer.id, days)
        mail = {"to": draft.address, "subject": draft.subject, "text": draft.text}
    answer_notice(session, "shorter", customer, notice, mail=mail)


@click.command(
    "keep-off", cls=Verb,
    example="vendorrisk -w acme change keep-off 2026-07 'Dominion Bank' --why 'stays on the old set-up'",
)  # fmt: skip
@about_customer
@click.option("--why", required=True, help="The reason.")
@pass_session
def keep_off(session: Session, wanted: str, customer: str, why: str) -> None:
    """Excludes a customer from the change; it holds no date back, and its data is routed elsewhere."""
    from vendorrisk.usecases.notice.notices import exclude  # noqa: PLC0415  (not needed for --help)

    change, found = both_named(session, wanted, customer)
    answer_notice(session, "keep-off", found, exclude(session.office, change.id, found.id, why))


@click.command(
    "take-in", cls=Verb,
    example="vendorrisk -w acme change take-in 2026-07 'Dominion Bank' --why 'agreed to the new region'",
)  # fmt: skip
@about_customer
@click.option("--why", required=True, help="Why its exclusion ends.")
@click.option(
    "--notice-stands", is_flag=True,
    help="It was never told that it is excluded, so the notice that went out to it counts on.",
)  # fmt: skip
@pass_session
def take_in_(session: Session, wanted: str, customer: str, why: str, notice_stands: bool) -> None:
    """Takes an excluded customer in again; it needs a new notice in full, unless its own notice stands."""
    from vendorrisk.usecases.notice.taking_in import take_in  # noqa: PLC0415  (not needed for --help)

    change, found = both_named(session, wanted, customer)
    notice = take_in(session.office, change.id, found.id, why, notice_stands=notice_stands)
    answer_notice(session, "take-in", found, notice)


@click.command(
    "authorised", cls=Verb,
    example="vendorrisk -w acme change authorised 2026-07 'Fjord Foods' --basis standby --on 2026-03-02 "
    "--source 'order form, 4.2'",
)  # fmt: skip
@about_customer
@click.option("--basis", type=Word(EmergencyBasis), help="What it agreed to beforehand.")
@click.option("--on", type=ISO_DATE, metavar="D", help="When; for a clause, when counsel reviewed it.")
@click.option("--source", default="", help="Contract and clause.")
@click.option("--none", "not_agreed", is_flag=True, help="It agreed to nothing of the kind.")
@pass_session
def authorised(
    session: Session,
    wanted: str,
    customer: str,
    basis: EmergencyBasis | None,
    on: date | None,
    source: str,
    not_agreed: bool,
) -> None:
    """Records whether a customer agreed beforehand to be served in an emergency."""
    from vendorrisk.usecases.decision.emergency import record_authorisation  # noqa: PLC0415  (not needed for --help)

    if (basis is None) is not not_agreed:
        raise click.UsageError("Give either --basis or --none.")
    change, found = both_named(session, wanted, customer)
    notice = record_authorisation(session.office, change.id, found.id, basis, on=on, source=source)
    answer_notice(session, "authorised", found, notice)


@click.command(
    "emergency", cls=Verb,
    example="vendorrisk -w acme change emergency 2026-07 --until 2026-12-20 --why 'carrier went dark'",
)  # fmt: skip
@click.argument("wanted", metavar="CHANGE")
@click.option("--until", required=True, type=ISO_DATE, metavar="D", help="Its last day; at most 30 days.")
@click.option("--why", required=True, help="The reason.")
@pass_session
def emergency(session: Session, wanted: str, until: date, why: str) -> None:
    """Declares an emergency; the engagement is then moved to emergency_live, under its guards."""
    from vendorrisk.usecases.decision.emergency import declare_emergency  # noqa: PLC0415  (not needed for --help)

    done = declare_emergency(session.office, change_named(session, wanted).id, until, why)
    told = {"change": done.id, "emergency_until": done.emergency_until, "emergency_why": done.emergency_why}
    session.answer("change.emergency", told, lambda: f"{done.number}  {done.emergency_until}")
