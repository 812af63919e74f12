"""Verbs on what comes back from customers: answers, objections and their outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.instants import Instant
from vendorrisk.app.cli.notices import about_customer, answer_notice, both_named
from vendorrisk.app.cli.shared import who
from vendorrisk.app.cli.verb import ISO_DATE, Verb, Word, pass_session
from vendorrisk.domain.message import NotFound, msg
from vendorrisk.domain.notice.records import Objection, ObjectionState

if TYPE_CHECKING:
    from datetime import date, datetime

    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.notice.records import Change, Customer


@click.command(
    "answered", cls=Verb,
    example="vendorrisk -w acme change answered 2026-07 'Granite County' --approved 2026-12-14",
)  # fmt: skip
@about_customer
@click.option("--acknowledged", type=ISO_DATE, metavar="D", help="The day of its acknowledgement.")
@click.option("--approved", type=ISO_DATE, metavar="D", help="The day of its written approval.")
@click.option("--timed/--untimed", default=None,
              help="Whether the time of the approval is on file: then that same day may count.")  # fmt: skip
@click.option("--proof", default="", help="Where the answer is filed.")
@pass_session
def answered(
    session: Session,
    wanted: str,
    customer: str,
    acknowledged: date | None,
    approved: date | None,
    timed: bool | None,
    proof: str,
) -> None:
    """Records an acknowledgement or a written approval; a refusal is recorded with “change objection”."""
    from vendorrisk.usecases.notice.notices import record_answer  # noqa: PLC0415  (not needed for --help)

    if acknowledged is None and approved is None:
        raise click.UsageError("Give --acknowledged, --approved or both.")
    if timed is not None and approved is None:
        raise click.UsageError("--timed and --untimed go with --approved.")
    change, found = both_named(session, wanted, customer)
    notice = record_answer(
        session.office, change.id, found.id, acknowledged_on=acknowledged, approved_on=approved,
        approved_timed=timed, proof=proof,
    )  # fmt: skip
    answer_notice(session, "answered", found, notice)


@click.command(
    "onboarding", cls=Verb,
    example="vendorrisk -w acme change onboarding 2026-07 'Hexa Labs' --given 2026-12-04 --note 'pack 3.2'",
)  # fmt: skip
@about_customer
@click.option("--given", type=ISO_DATE, metavar="D",
              help="The day on which it got them; at the latest its first day as a customer.")  # fmt: skip
@click.option("--not-given", is_flag=True, help="It did not get it: it is notified in full.")
@click.option("--note", default="", help="Which documents, and where that is filed.")
@pass_session
def onboarding(
    session: Session, wanted: str, customer: str, given: date | None, not_given: bool, note: str
) -> None:
    """Records whether a customer who joined during the notice got the change in its onboarding documents."""
    from vendorrisk.usecases.notice.onboarding import record_onboarding  # noqa: PLC0415  (not for --help)

    if (given is None) is not not_given:
        raise click.UsageError("Give either --given or --not-given.")
    change, found = both_named(session, wanted, customer)
    notice = record_onboarding(session.office, change.id, found.id, given_on=given, note=note)
    answer_notice(session, "onboarding", found, notice)


@click.command(
    "objection", cls=Verb,
    example="vendorrisk -w acme change objection 2026-07 'Aurora Airlines' --received 2026-12-09T10:15Z",
)  # fmt: skip
@about_customer
@click.option("--received", required=True, type=Instant(), metavar="T", help="When it was received (UTC).")
@click.option("--ground", default="", help="Ground of the objection, in short.")
@click.option("--text", default="", help="The objection, quoted.")
@pass_session
def objection(
    session: Session, wanted: str, customer: str, received: datetime, ground: str, text: str
) -> None:
    """Records that a customer objects or refuses its approval; that holds its date back until resolved."""
    from vendorrisk.usecases.notice.objections import object_to  # noqa: PLC0415  (not needed for --help)

    change, found = both_named(session, wanted, customer)
    raised = object_to(session.office, change.id, found.id, received, text=text, ground=ground)
    _answer(session, "objection", found, raised)


@click.command(
    "outcome", cls=Verb,
    example="vendorrisk -w acme change outcome 2026-07 'Aurora Airlines' --to withdrawn",
)  # fmt: skip
@about_customer
@click.option("--to", "state", required=True, type=Word(ObjectionState, title="outcome"),
              help="The outcome.")  # fmt: skip
@click.option("--note", default="", help="How it was resolved, and where that is filed.")
@pass_session
def outcome(session: Session, wanted: str, customer: str, state: ObjectionState, note: str) -> None:
    """Records the outcome of a customer's objection; one that its terms do not allow is refused."""
    from vendorrisk.usecases.notice.objections import resolve  # noqa: PLC0415  (not needed for --help)

    change, found = both_named(session, wanted, customer)
    _answer(
        session,
        "outcome",
        found,
        resolve(session.office, _newest(session, change, found).id, state, note=note),
    )


def _newest(session: Session, change: Change, customer: Customer) -> Objection:
    """The customer's objection to the change; of several the last, as only that one can be open."""
    with session.office.book.reading() as reader:
        raised = reader.find(Objection, change_id=change.id, customer_id=customer.id)
    if not raised:
        raise NotFound(
            msg("record.unknown", kind=msg("kind.objection"), wanted=customer.name),
            msg("record.unknown.remedy"),
        )
    return max(raised, key=lambda one: one.id)


def _answer(session: Session, verb: str, customer: Customer, raised: Objection) -> None:
    told = {
        "objection": raised.id, "change": raised.change_id, **who(customer), "state": raised.state,
        "received_at": raised.received_at, "outcome_note": raised.outcome_note,
        "closed_on": raised.closed_on,
    }  # fmt: skip
    session.answer(f"change.{verb}", told, lambda: session.word(raised.state))
