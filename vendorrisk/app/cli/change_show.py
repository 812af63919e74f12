"""Verbs that show changes: all of them, and one with everybody who is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.notices import notice_plain
from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import block, told_apart, who
from vendorrisk.app.cli.verb import Verb, pass_session
from vendorrisk.domain.notice.records import Change
from vendorrisk.usecases.decision.telling import unchecked_in_use
from vendorrisk.usecases.looking_up import named
from vendorrisk.usecases.notice import change_view
from vendorrisk.usecases.notice.objections import open_outcomes

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.message import Message
    from vendorrisk.domain.notice.records import Objection
    from vendorrisk.usecases.notice.change_view import ChangeRow, ChangeView, Told
    from vendorrisk.usecases.ports import Reader


@click.command("list", cls=Verb, example="vendorrisk -w acme change list --json")
@pass_session
def list_(session: Session) -> None:
    """Lists changes with their state, open ones first."""
    rows = change_view.change_rows(session.office)
    shown = [
        (one.change.number, session.word(one.change.state), one.vendor, one.purpose,
         str(one.change.planned_on), str(one.earliest or "-"))
        for one in rows
    ]  # fmt: skip
    headings = ("Number", "State", "Vendor", "Purpose", "Planned", "Earliest for all")
    told = {"changes": [_row_plain(one) for one in rows]}
    session.answer("change.list", told, lambda: table(headings, shown))


def _row_plain(row: ChangeRow) -> dict[str, Any]:
    change = row.change
    return {
        "change": change.id, "number": change.number, "kind": change.kind, "state": change.state,
        "engagement": change.engagement_id, "vendor_name": row.vendor, "purpose": row.purpose,
        "planned_on": change.planned_on, "sent_on": row.sent_on, "live_on": change.live_on,
        "affected": row.affected, "customers": row.customers, "open_objections": row.objections,
        "earliest_global": row.earliest,
    }  # fmt: skip


@click.command("show", cls=Verb, example="vendorrisk -w acme change show 2026-07")
@click.argument("wanted", metavar="CHANGE")
@pass_session
def show(session: Session, wanted: str) -> None:
    """Shows a change: what was sent to each customer, what it answered, and what holds the date back."""
    with session.office.book.reading() as reader:
        view = change_view.change_view(session.office, named(reader, Change, wanted).id)
        objections = [_objection_plain(session, reader, one, raised)
                      for one in view.told for raised in one.objections]  # fmt: skip
    told = _change_plain(view) | {
        "unchecked": [session.say(one) for one in _unchecked(view)], "objections": objections,
        "problems": session.report(view.problems),
    }  # fmt: skip
    session.answer("change.show", told, lambda: _for_people(session, view))


def _change_plain(view: ChangeView) -> dict[str, Any]:
    change = view.change
    names = {one.id: one.customer.name for one in view.told}
    names |= {customer.id: customer.name for customer, _ in view.untold}
    blocking = (*view.overall.blocked_by, *view.overall.undecided)
    return {
        "change": change.id, "number": change.number, "kind": change.kind, "state": change.state,
        "engagement": change.engagement_id, "vendor": view.vendor.id, "vendor_name": view.vendor.name,
        "replaces": change.replaces_id, "regions": list(change.regions), "planned_on": change.planned_on,
        "published_on": change.published_on, "published_proof": change.published_proof,
        "live_on": change.live_on, "text": change.text,
        "text_approved_by": change.text_approved_by, "text_approved_on": change.text_approved_on,
        "emergency_until": change.emergency_until, "emergency_why": change.emergency_why,
        "customers": [_customer_plain(one) for one in view.told],
        "earliest_global": view.overall.earliest,
        "blocked_by": [names[one] for one in blocking],
        "blocked_by_ids": list(blocking),
    }  # fmt: skip


def _unchecked(view: ChangeView) -> tuple[Message, ...]:
    """What the program does not check before it is live."""
    return () if view.is_over else unchecked_in_use(view.change)


def _customer_plain(one: Told) -> dict[str, Any]:
    dates = one.dates
    return {
        **who(one.customer), **notice_plain(one.notice), "kept_off": dates.kept_off,
        "joined": dates.joined,
        "last_objection_day": dates.last_objection_day, "earliest": dates.earliest, "why": dates.why,
    }  # fmt: skip


def _objection_plain(session: Session, reader: Reader, one: Told, raised: Objection) -> dict[str, Any]:
    timely = one.late[raised.id]
    return {
        "objection": raised.id, **who(one.customer), "received_at": raised.received_at,
        "in_time": timely.in_time, "days_late": timely.days_late, "ground": raised.ground,
        "text": raised.text, "state": raised.state, "outcome_note": raised.outcome_note,
        "closed_on": raised.closed_on, "may_become": sorted(open_outcomes(session.office, reader, raised)),
    }  # fmt: skip


def _for_people(session: Session, view: ChangeView) -> str:
    change = view.change
    facts = [
        ("Change", change.number), ("Vendor", view.vendor.name), ("Purpose", view.purpose),
        ("State", session.word(change.state)), ("Planned", change.planned_on),
        ("Text approved by", change.text_approved_by), ("Published", change.published_on),
        ("Proof of publication", change.published_proof),
        ("Live since", change.live_on), ("Emergency until", change.emergency_until),
        ("Reason of the emergency", change.emergency_why), ("Earliest for all", view.overall.earliest),
    ]  # fmt: skip
    facts += [("Not checked yet", session.say(one)) for one in _unchecked(view)]
    names = told_apart(one.customer for one in view.told)
    rows = [
        (names[one.id], "yes" if one.has_letter else "no",
         f"{one.sent_at:%Y-%m-%d}" if one.sent_at else "-",
         session.word(one.objections[-1].state) if one.objections else "-", str(one.dates.earliest or "-"),
         session.say(one.dates.why) if one.dates.why else "")
        for one in view.told
    ]  # fmt: skip
    headings = ("Customer", "Letter", "Sent", "Objection", "Earliest", "Reason")
    return "\n\n".join([block(facts), table(headings, rows)])
