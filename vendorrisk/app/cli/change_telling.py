"""Verbs on telling customers of a change: the day, the words, and that letters went out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.instants import Instant
from vendorrisk.app.cli.notices import change_named
from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import told_apart, who
from vendorrisk.app.cli.verb import ISO_DATE, Verb, pass_session
from vendorrisk.domain.notice.records import Change, Customer
from vendorrisk.usecases.looking_up import named

if TYPE_CHECKING:
    from datetime import date, datetime

    from vendorrisk.app.cli.session import Session


@click.command("plan", cls=Verb, example="vendorrisk -w acme change plan 2026-07 --on 2027-03-05")
@click.argument("wanted", metavar="CHANGE")
@click.option("--on", required=True, type=ISO_DATE, metavar="D", help="The first day of use.")
@pass_session
def plan(session: Session, wanted: str, on: date) -> None:
    """Moves the planned first day of use."""
    from vendorrisk.usecases.notice.changes import plan_for  # noqa: PLC0415  (not needed for --help)

    moved = plan_for(session.office, change_named(session, wanted).id, on)
    told = {"change": moved.id, "planned_on": moved.planned_on}
    session.answer("change.plan", told, lambda: f"{moved.number}  {moved.planned_on}")


@click.command("text", cls=Verb, example="vendorrisk -w acme change text 2026-07 --release")
@click.argument("wanted", metavar="CHANGE")
@click.option("--write", metavar="WORDS", help="The wording; none at all restores the engagement's purpose.")
@click.option("--language", default="en", show_default=True, metavar="TAG", help="Their language.")
@click.option(
    "--release", is_flag=True, help="Approve the text as it stands; new wording needs approval again."
)
@pass_session
def text(session: Session, wanted: str, write: str | None, language: str, release: bool) -> None:
    """Writes the purpose as the letters state it, or approves the text."""
    from vendorrisk.usecases.notice.change_text import write_text  # noqa: PLC0415  (not needed for --help)
    from vendorrisk.usecases.notice.notices import approve_text  # noqa: PLC0415  (likewise)

    if (write is None) is not release:
        raise click.UsageError("Give either --write or --release.")
    found = change_named(session, wanted)
    if write is None:
        done = approve_text(session.office, found.id)
    else:
        done = write_text(session.office, found.id, write, language=language)
    told = {
        "change": done.id, "text": done.text, "text_approved_by": done.text_approved_by,
        "text_approved_on": done.text_approved_on,
    }  # fmt: skip
    session.answer("change.text", told, lambda: done.number)


@click.command(
    "sent", cls=Verb,
    example="vendorrisk -w acme change sent 2026-07 --at 2026-12-01T23:30Z --proof 'mail server log'",
)  # fmt: skip
@click.argument("wanted", metavar="CHANGE")
@click.option("--at", required=True, type=Instant(), metavar="T", help="When they went out (UTC).")
@click.option("--proof", required=True, help="What proves it.")
@click.option(
    "--customer", "customers", multiple=True, metavar="CUSTOMER",
    help="To this customer only; repeatable; default all included customers.",
)  # fmt: skip
@pass_session
def sent(session: Session, wanted: str, at: datetime, proof: str, customers: tuple[str, ...]) -> None:
    """Records when letters were sent and with what proof; clocks start then, and it cannot be undone."""
    from vendorrisk.usecases.notice.letter_languages import in_english  # noqa: PLC0415  (likewise)
    from vendorrisk.usecases.notice.notices import mark_sent  # noqa: PLC0415  (not needed for --help)

    with session.office.book.reading() as reader:
        found = named(reader, Change, wanted)
        chosen = [named(reader, Customer, one).id for one in customers]
        by_id = {one.id: one for one in reader.find(Customer)}
    done = mark_sent(session.office, found.id, at, proof=proof, customer_ids=chosen)
    notices = [
        {
            **who(by_id[one.customer_id]),
            "sent_at": one.sent_at,
            "proof": one.proof,
            "stated_end": one.stated_end,
        }
        for one in done
    ]
    names = told_apart(by_id.values())
    rows = [(names[one.customer_id], str(one.stated_end or "-")) for one in done]
    doubts = in_english(
        (by_id[one.customer_id] for one in done), session.office.papers.letter_languages()
    )  # fmt: skip
    session.answer(
        "change.sent", {"change": found.id, "notices": notices, "problems": session.report(doubts)},
        lambda: table(("Customer", "May object until"), rows),
    )  # fmt: skip


@click.command("published", cls=Verb, example="vendorrisk -w acme change published 2026-07 --on 2026-12-01")
@click.argument("wanted", metavar="CHANGE")
@click.option("--on", required=True, type=ISO_DATE, metavar="D", help="The day on which it could be read.")
@click.option("--proof", default="", help="Where it was published and what proves it, if on no list of ours.")
@pass_session
def published(session: Session, wanted: str, on: date, proof: str) -> None:
    """Records the day of publication, from which some contracts count; it cannot be undone."""
    from vendorrisk.usecases.notice.publication import record_published  # noqa: PLC0415  (not needed for --help)

    done = record_published(session.office, change_named(session, wanted).id, on, proof=proof)
    told = {
        "change": done.id, "published_on": done.published_on, "published_proof": done.published_proof,
    }  # fmt: skip
    session.answer("change.published", told, lambda: f"{done.number}  {done.published_on}")
