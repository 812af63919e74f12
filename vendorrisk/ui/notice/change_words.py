"""The words of a change: its kind, its state, its terms, and what a group of customers waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorrisk.domain.notice.records import ChangeKind, ChangeState, DayUnit, EmergencyBasis, ObjectionState
from vendorrisk.ui.widgets.charts.windows import NoticeRow, NoticeWindows
from vendorrisk.ui.widgets.columns import Status, chip, day, plain
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.notice.change_view import Pace

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.usecases.notice.change_view import ChangeView, Together, Told

KINDS: Final = {
    ChangeKind.ADD: mark("Add"),
    ChangeKind.REPLACE: mark("Replace"),
    ChangeKind.REMOVE: mark("Remove"),
    ChangeKind.LOCATION: mark("Move"),
    ChangeKind.PURPOSE: mark("New purpose"),
}
_TITLES: Final = {
    ChangeKind.ADD: mark("Add {vendor}"),
    ChangeKind.REPLACE: mark("Replace {replaced} by {vendor}"),
    ChangeKind.REMOVE: mark("Remove {vendor}"),
    ChangeKind.LOCATION: mark("{vendor} moves"),
    ChangeKind.PURPOSE: mark("New purpose of {vendor}"),
}
_STATES: Final = {
    ChangeState.DRAFT: chip(Kind.NEUTRAL, mark("Draft")),
    ChangeState.LETTERS_READY: chip(Kind.INFO, mark("Letters ready")),
    ChangeState.RUNNING: chip(Kind.INFO, mark("Window running")),
    ChangeState.LIVE: plain(Kind.GOOD, mark("Live")),
    ChangeState.CANCELLED: plain(Kind.NEUTRAL, mark("Cancelled")),
}
_CHANNELS: Final = {
    "EMAIL": mark("E-mail"),
    "PORTAL": mark("Portal"),
    "LETTER": mark("Letter"),
    "POST": mark("Post"),
    "PAGE": mark("Our page"),
}
OBJECTIONS: Final = {
    ObjectionState.RECEIVED: mark("Received"),
    ObjectionState.IN_DISCUSSION: mark("In discussion"),
    ObjectionState.WITHDRAWN: mark("Withdrawn"),
    ObjectionState.ACCEPTED_ALTERNATIVE: mark("Another solution accepted"),
    ObjectionState.CORRECTED: mark("Misunderstanding cleared up"),
    ObjectionState.CUSTOMER_EXCLUDED: mark("Customer kept off"),
    ObjectionState.CHANGE_CANCELLED: mark("Change cancelled"),
    ObjectionState.TERMINATION_PARTIAL: mark("Customer leaves in part"),
    ObjectionState.TERMINATION_FULL: mark("Customer leaves"),
    ObjectionState.OVERRIDDEN: mark("Going ahead, counsel agreed"),
}
BASES: Final = {
    EmergencyBasis.STANDBY: mark("This sub-processor, as stand-by"),
    EmergencyBasis.CLAUSE: mark("An emergency clause that counsel reviewed"),
}


def title_of(view: ChangeView) -> str:
    """What the change is, as a title."""
    return tr(_TITLES[view.change.kind], vendor=view.vendor.name, replaced=view.replaced)


def state_of(state: ChangeState) -> Status:
    """A state as mark and words."""
    status = _STATES[state]
    return status._replace(text=tr(status.text))


def channel_of(code: str) -> str:
    """By which way notices are sent."""
    known = _CHANNELS.get(code)
    return tr(known) if known else code.capitalize()


def windows_of(view: ChangeView) -> NoticeWindows:
    """The notice windows by contract terms, for the chart."""
    live = view.overall.earliest
    if live is not None and not view.is_over:
        live = max(live, view.sent_on)
    rows = tuple(_row(group) for group in view.groups)
    return NoticeWindows(starts=view.sent_on, live=live, rows=rows)


def _row(group: Together) -> NoticeRow:
    return NoticeRow(
        key=group.key, terms=terms_of(group), sent_by=channel_of(group.channel) if group.channel else "",
        customers=len(group.customers), ends=group.ends, note=_note(group),
        note_kind=Kind.SERIOUS if group.pace is Pace.NO_DATE else Kind.INFO, serious=group.decides,
    )  # fmt: skip


def terms_of(group: Together) -> str:
    """The terms of a group in two or three words."""
    if group.pace is Pace.CONSENT:
        return tr("Written consent")
    if group.pace is Pace.KEPT_OFF:
        return tr("Kept off")
    if group.unit == DayUnit.BUSINESS:
        return tr_count("{count} business day", "{count} business days", group.days)
    return tr_count("{count} day", "{count} days", group.days)


def _note(group: Together) -> str:
    count = len(group.customers)
    if group.pace is Pace.CONSENT:
        if group.agreed == count:
            return tr("all have agreed")
        return tr("{agreed} of {count} have agreed", agreed=group.agreed, count=count)
    if group.pace is Pace.NO_DATE:
        return tr("no date yet, see below")
    return tr("stay on the old set-up") if group.pace is Pace.KEPT_OFF else ""


def shorter_standing(one: Told) -> str:
    """What became of asking a customer for a shorter notice; empty where nobody asked."""
    notice = one.notice
    if notice is None or notice.shorter_asked_on is None:
        return ""
    days, asked = notice.shorter_days or 0, day(notice.shorter_asked_on)
    if notice.shorter_agreed_on is not None:
        agreed = day(notice.shorter_agreed_on)
        return tr_count(
            "Agreed to {count} day on {day}.", "Agreed to {count} days on {day}.", days, day=agreed
        )
    if notice.shorter_note:
        return tr("Asked on {day} for a shorter notice, and declined: {note}", day=asked,
                  note=notice.shorter_note)  # fmt: skip
    return tr_count(
        "Asked on {day} for {count} day; no answer yet.", "Asked on {day} for {count} days; no answer yet.",
        days, day=asked,
    )  # fmt: skip


def is_asked(one: Told) -> bool:
    """Whether a shorter notice was asked for and no answer is recorded."""
    notice = one.notice
    return (
        notice is not None
        and notice.shorter_asked_on is not None
        and notice.shorter_agreed_on is None
        and not notice.shorter_note
    )


def away(when: date, today: date) -> str:
    """How far a day is from today."""
    days = (when - today).days
    if days == 0:
        return tr("today")
    if days > 0:
        return tr_count("in {count} day", "in {count} days", days)
    return tr_count("{count} day ago", "{count} days ago", -days)


def names_of(names: list[str], most: int = 3) -> str:
    """A few names, then how many more."""
    shown = ", ".join(names[:most])
    return (
        shown if len(names) <= most else tr("{names} and {count} more", names=shown, count=len(names) - most)
    )
