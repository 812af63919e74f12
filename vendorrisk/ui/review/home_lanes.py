"""The coming weeks of Home as lanes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.notice.records import ChangeKind
from vendorrisk.ui.widgets.charts.calendar import Calendar, ClosedDays, Lane, LaneMark, Window
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.review.home_calendar import DAYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.review.home_calendar import ComingWeeks, DueDay, Running

_WHAT: Final = {
    ChangeKind.ADD: mark("Change {number}, add {vendor}"),
    ChangeKind.REPLACE: mark("Change {number}, replace with {vendor}"),
    ChangeKind.REMOVE: mark("Change {number}, remove {vendor}"),
    ChangeKind.LOCATION: mark("Change {number}, {vendor} moves"),
    ChangeKind.PURPOSE: mark("Change {number}, new purpose of {vendor}"),
}
SEVERAL: Final = "+"
"""Between the ids of several things that fall on one day."""


def span_of(today: date) -> str:
    """From when to when the lanes reach."""
    last = today + timedelta(days=DAYS - 1)
    return tr("{first} to {last}", first=day(today), last=day(last))


def calendar_of(weeks: ComingWeeks, today: date, say: Callable[[Message], str]) -> Calendar:
    """The lanes with their marks; a mark's key names its tasks, a window's key its change."""
    return Calendar(
        today=today, days=DAYS,
        lanes=(
            Lane(title=tr("Assessments"), kind=Kind.INFO, marks=_marks(weeks.assessments, say)),
            Lane(title=tr("Documents"), kind=Kind.WARN, marks=_marks(weeks.documents, say)),
        ),
        windows_title=tr("Notices"), windows=tuple(_window(one) for one in weeks.notices),
        closed=tuple(ClosedDays(first=one.first, last=one.last, title=tr("Holiday")) for one in weeks.closed),
    )  # fmt: skip


def _marks(days: tuple[DueDay, ...], say: Callable[[Message], str]) -> tuple[LaneMark, ...]:
    return tuple(
        LaneMark(
            key=SEVERAL.join(task.id for task in one.tasks), day=one.day, count=len(one.tasks),
            words=_words(one, say),
        )
        for one in days
    )  # fmt: skip


def _words(one: DueDay, say: Callable[[Message], str]) -> str:
    told = ", ".join(f"{say(task.name)}: {say(task.what)}" for task in one.tasks)
    return tr_count(
        "{day}: {told}", "{day}, {count} tasks: {told}", len(one.tasks), day=day(one.day), told=told
    )


def _window(one: Running) -> Window:
    title = tr(_WHAT[one.kind], number=one.number, vendor=one.vendor)
    key = mark("Live {day}") if one.live else mark("Planned {day}")
    end = tr(key, day=day(one.ends, "d MMM"))
    return Window(
        key=one.change_id, begins=one.begins, ends=one.ends, title=title, end=end,
        beside=f"{title}, {end[:1].lower()}{end[1:]}",
        words=tr("{title}, from {first}, {end}", title=title, first=day(one.begins), end=end),
    )  # fmt: skip
