"""The words of a change: its kind, its state, its terms, and what a group of customers waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from vendorrisk.domain.notice.records import CLOSED_CHANGES, ChangeKind, ChangeState, DayUnit
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.widgets.charts.windows import NoticeRow, NoticeWindows
from vendorrisk.ui.widgets.columns import Status, day
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.notice.together import Pace

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.notice.change_view import ChangeView, Told
    from vendorrisk.usecases.notice.together import Together

    Say: TypeAlias = Callable[[Message], str]

KINDS: Final = {
    ChangeKind.ADD: mark("Add"),
    ChangeKind.REPLACE: mark("Replace"),
    ChangeKind.REMOVE: mark("Remove"),
    ChangeKind.LOCATION: mark("Move"),
    ChangeKind.PURPOSE: mark("New purpose"),
}
_TITLES: Final = {
    ChangeKind.ADD: mark("Add {vendor}"),
    ChangeKind.REPLACE: mark("Replace {replaced} with {vendor}"),
    ChangeKind.REMOVE: mark("Remove {vendor}"),
    ChangeKind.LOCATION: mark("{vendor} moves"),
    ChangeKind.PURPOSE: mark("New purpose of {vendor}"),
}
STATE_KINDS: Final = {
    ChangeState.DRAFT: Kind.NEUTRAL,
    ChangeState.LETTERS_READY: Kind.INFO,
    ChangeState.RUNNING: Kind.INFO,
    ChangeState.LIVE: Kind.GOOD,
    ChangeState.CANCELLED: Kind.NEUTRAL,
}
CHANNELS: Final = (
    ("EMAIL", mark("E-mail")),
    ("PORTAL", mark("Portal")),
    ("LETTER", mark("Letter")),
    ("WEB_LIST", mark("Published list")),
)
"""By which ways notices are sent."""


def title_of(view: ChangeView) -> str:
    """What the change is, as a title."""
    return tr(_TITLES[view.change.kind], vendor=view.vendor.name, replaced=view.replaced)


def state_of(state: ChangeState, say: Say) -> Status:
    """A state as mark and words: a chip as long as the change is not over."""
    return Status(STATE_KINDS[state], say(label(state)), chip=state not in CLOSED_CHANGES)


def channel_of(code: str) -> str:
    """By which way notices are sent, in words."""
    known = dict(CHANNELS).get(code)
    return tr(known) if known else code


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
        customers=len(group.customers), ends=group.ends, ends_first=group.ends_first, note=_note(group),
        note_kind=Kind.SERIOUS if group.pace is Pace.NO_DATE else Kind.INFO, serious=group.decides,
    )  # fmt: skip


def terms_of(group: Together) -> str:
    """The terms of a group in two or three words."""
    if group.pace is Pace.CONSENT:
        return tr("Written consent")
    if group.pace is Pace.KEPT_OFF:
        return tr("Excluded")
    if group.pace is Pace.JOINED:
        return tr("Joined later")
    if group.unit == DayUnit.BUSINESS:
        return tr_count("{count} business day", "{count} business days", group.days)
    return tr_count("{count} day", "{count} days", group.days)


def _note(group: Together) -> str:
    count = len(group.customers)
    if group.pace is Pace.CONSENT:
        if group.agreed == count:
            return tr("all have agreed")
        return tr("{agreed} of {count} have agreed", agreed=group.agreed, count=count)
    if group.pace is Pace.JOINED:
        return tr("{agreed} of {count} have their documents", agreed=group.agreed, count=count)
    if group.pace is Pace.NO_DATE:
        return tr("no date yet")
    return tr("keep the previous set-up") if group.pace is Pace.KEPT_OFF else ""


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
