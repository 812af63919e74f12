"""Verbs on changes: who is affected, which dates, which letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.instants import Instant
from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import block, listed_formats, told_apart, who
from vendorrisk.app.cli.verb import FOLDER, ISO_DATE, Group, Verb, Word, pass_session
from vendorrisk.domain.message import msg
from vendorrisk.domain.notice import checks
from vendorrisk.domain.notice.records import Change, ChangeKind
from vendorrisk.usecases.looking_up import engagement_named, named
from vendorrisk.usecases.notice import changes

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.notice.affected import Reach
    from vendorrisk.domain.notice.records import Customer

change = Group(
    "change",
    {
        "list": ("change_show", "list_", "List changes."),
        "new": ("change", "new", "Start a change."),
        "show": (
            "change_show",
            "show",
            "Show who was notified, what was answered, and from when it may be live.",
        ),
        "affected": ("change", "affected", "Show who is affected and who is not, each with the reason."),
        "dates": ("change", "dates", "Count every affected customer's dates; records nothing."),
        "plan": ("change_telling", "plan", "Move the first day of use."),
        "text": ("change_telling", "text", "Write or approve the purpose as the letters state it."),
        "letters": ("change", "letters_", "Write one letter per affected customer."),
        "sent": ("change_telling", "sent", "Record that letters went out; it cannot be undone."),
        "published": ("change_telling", "published", "Record the day on which the change was published."),
        "answered": ("change_answers", "answered", "Record an acknowledgement or a written approval."),
        "objection": ("change_answers", "objection", "Record that a customer objects."),
        "outcome": ("change_answers", "outcome", "Record the outcome of an objection."),
        "shorter": ("change_ways", "shorter", "Ask for a shorter notice, or record the answer."),
        "keep-off": ("change_ways", "keep_off", "Exclude a customer from the change."),
        "take-in": ("change_ways", "take_in_", "Take an excluded customer in again."),
        "onboarding": (
            "change_answers",
            "onboarding",
            "Record whether a new customer got the change in its onboarding documents.",
        ),
        "authorised": ("change_ways", "authorised", "Record who agreed to an emergency beforehand."),
        "emergency": ("change_ways", "emergency", "Declare an emergency."),
        "live": ("change_ending", "live", "Record that the change is live today."),
        "cancel": ("change_ending", "cancel", "Cancel a change that will not take place."),
        "bundle": ("change_ending", "bundle", "Pack what proves the change into one file."),
    },
    help="Announce a change to customers. CHANGE is an id or a number such as 2026-07; CUSTOMER an id or the "
    "exact name.",
    example="vendorrisk -w acme change dates 2026-07 --sent 2026-12-01T23:30Z",
)


@click.command(
    "new", cls=Verb,
    example="vendorrisk -w acme change new --kind add --engagement 'Norte Cloud' --planned 2027-02-01",
)  # fmt: skip
@click.option("--kind", required=True, type=Word(ChangeKind), help="What changes.")
@click.option("--engagement", required=True, metavar="E", help="The engagement that is announced.")
@click.option("--planned", required=True, type=ISO_DATE, metavar="D", help="The first day of use.")
@click.option("--regions", default="", metavar="R,..", help="Data centres concerned; default all.")
@click.option("--replaces", metavar="E", help="The engagement that is replaced.")
@pass_session
def new(
    session: Session, kind: ChangeKind, engagement: str, planned: date, regions: str, replaces: str | None
) -> None:
    """Starts a change; no customer is notified yet."""
    if kind is ChangeKind.REPLACE and not replaces:
        raise click.UsageError("A replacement needs --replaces: the engagement that is replaced.")
    with session.office.book.reading() as reader:
        found = engagement_named(reader, engagement)
        replaced = engagement_named(reader, replaces).id if replaces else ""
    named_regions = [one.strip() for one in regions.split(",") if one.strip()]
    made = changes.new_change(
        session.office, kind, found.id, planned, regions=named_regions, replaces_id=replaced
    )
    doubts = (checks.planned_past(made, session.office.clock.today()), checks.not_in_use(made, found.stage))
    told = {
        "change": made.id, "number": made.number, "problems": session.report([*filter(None, doubts)]),
    }  # fmt: skip
    session.answer("change.new", told, lambda: f"{made.number}  {made.id}")


@click.command("affected", cls=Verb, example="vendorrisk -w acme change affected 2026-07")
@click.argument("wanted", metavar="CHANGE")
@pass_session
def affected(session: Session, wanted: str) -> None:
    """Shows for every customer whether it is affected, and why."""
    with session.office.book.reading() as reader:
        judged = changes.explained(reader, named(reader, Change, wanted))
    told = {
        "affected": [_reach(customer, reach) for customer, reach in judged.affected],
        "not_affected": [_reach(customer, reach) for customer, reach in judged.not_affected],
        "problems": session.report(judged.problems),
    }
    both = [(c, r, "yes") for c, r in judged.affected] + [(c, r, "no") for c, r in judged.not_affected]
    told_by = told_apart(customer for customer, _, _ in both)
    rows = [(told_by[customer.id], yes, session.say(reach.reason)) for customer, reach, yes in both]
    session.answer("change.affected", told, lambda: table(("Customer", "Affected", "Why"), rows))


def _reach(customer: Customer, reach: Reach) -> dict[str, Any]:
    return {**who(customer), "reason": reach.reason, "warnings": list(reach.warnings)}


@click.command("dates", cls=Verb, example="vendorrisk -w acme change dates 2026-07 --sent 2026-12-01T23:30Z")
@click.argument("wanted", metavar="CHANGE")
@click.option(
    "--sent", type=Instant(), metavar="T", help="As if sent then (UTC); default as recorded, else now."
)
@pass_session
def dates(session: Session, wanted: str, sent: datetime | None) -> None:
    """Counts every affected customer's dates: a what-if that records nothing, allowed in every stage."""
    with session.office.book.reading() as reader:
        counted = changes.dates(session.office, reader, named(reader, Change, wanted), sent_at=sent)
    names = {customer.id: customer.name for customer, _ in counted.dates}
    blocking = [(names[one], one) for one in counted.overall.blocked_by]
    blocking += [(one.name, one.id) for one in counted.undecided]
    told = {
        "dates": [
            {
                **who(customer), "clock_date": one.clock_date, "last_notice_day": one.last_notice_day,
                "last_objection_day": one.last_objection_day, "earliest": one.earliest, "why": one.why,
                "remedy": one.remedy, "steps": list(one.steps), "joined": one.joined,
            }
            for customer, one in counted.dates
        ],
        "earliest_global": counted.overall.earliest,
        "blocked_by": [name for name, _ in blocking],
        "blocked_by_ids": [one for _, one in blocking],
        "problems": session.report(counted.problems),
    }  # fmt: skip
    told_by = told_apart(customer for customer, _ in counted.dates)
    rows = [
        (told_by[customer.id], _day(one.clock_date), _day(one.last_notice_day), _day(one.last_objection_day),
         _day(one.earliest), session.say(one.why) if one.why else "")
        for customer, one in counted.dates
    ]  # fmt: skip
    headings = ("Customer", "Clock", "Last notice day", "Last objection day", "Earliest", "Why not")
    overall = [
        ("Earliest for all", _day(counted.overall.earliest)),
        ("Held back by", ", ".join(told_by.get(one, name) for name, one in blocking)),
    ]  # fmt: skip
    session.answer("change.dates", told, lambda: f"{table(headings, rows)}\n\n{block(overall)}")


def _day(day: date | None) -> str:
    return day.isoformat() if day else "-"


@click.command(
    "letters", cls=Verb, example="vendorrisk -w acme change letters 2026-07 --out letters --format pdf,eml"
)
@click.argument("wanted", metavar="CHANGE")
@click.option("--out", required=True, type=FOLDER, help="The folder.")
@click.option("--format", "formats", default="pdf,eml", show_default=True, help="pdf, eml or both.")
@pass_session
def letters_(session: Session, wanted: str, out: Path, formats: str) -> None:
    """Writes one letter per affected customer as drafts; nothing is sent."""
    from vendorrisk.usecases.notice import letters  # noqa: PLC0415  (not needed for --help)

    kinds = listed_formats(formats)
    with session.office.book.reading() as reader:
        found = named(reader, Change, wanted)
    written = letters.write_letters(session.office, found.id, out, kinds)
    told = {
        "letters": [{**who(customer), "file": str(path)} for customer, path in written.letters],
        "problems": session.report(written.problems),
    }
    if not written.letters and not written.problems:
        session.tell(msg("change.letters.nobody"))
    session.answer("change.letters", told, lambda: f"{len(written.letters)} files in {out}")
