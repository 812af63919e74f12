"""All customers together: the first day on which a change may be live for everybody, and who decides it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from vendorrisk.domain.notice.zones import zone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.notice.clock import CustomerDates


@dataclass(frozen=True, slots=True, kw_only=True)
class GlobalDate:
    """The first day for all customers who go along (domain.md 5.4).

    `earliest` None with `blocked_by`: these customers have no date yet; with `undecided`: of these nobody has
    said whether they have to be told, so no day holds for all. None without either: nobody has to be told.
    `decided_by`: the customers whose date it is. `without_them`: the date if the blocking or deciding
    customers were kept off; None if nobody else remains. `days_gained`: calendar days between the two.
    """

    earliest: date | None
    blocked_by: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    decided_by: tuple[str, ...] = ()
    without_them: date | None = None
    days_gained: int | None = None


def earliest_global(dates: Sequence[CustomerDates], undecided: Sequence[str] = ()) -> GlobalDate:
    """The latest of all customers' earliest days; customers who are kept off hold nobody back.

    Nor does one who joined while the notice ran and has not got its onboarding documents yet: no clock runs
    for it (N-9), and guard G8 keeps the change from going live without it. `undecided` are the ids of
    customers who may have to be told as well.
    """
    included = [one for one in dates if not (one.kept_off or one.pack_due)]
    blocked = tuple(one.customer_id for one in included if one.earliest is None)
    days = sorted({one.earliest for one in included if one.earliest is not None})
    if blocked or undecided or not days:
        return GlobalDate(
            earliest=None, blocked_by=blocked, undecided=tuple(undecided),
            without_them=days[-1] if days else None,
        )  # fmt: skip
    rest = days[-2] if len(days) > 1 else None
    return GlobalDate(
        earliest=days[-1],
        decided_by=tuple(one.customer_id for one in included if one.earliest == days[-1]),
        without_them=rest,
        days_gained=(days[-1] - rest).days if rest else None,
    )


LONGEST_LEAD = 2048
"""How many days back the last day for sending is sought; agreed periods are far shorter."""


def last_day_to_send(planned_on: date, earliest_if_sent: Callable[[date], date | None]) -> date | None:
    """The last day on which a notice may start the clock so that the planned day is still permitted.

    `earliest_if_sent` gives the earliest day for a clock event on that date; it never falls while the date
    rises. None: no day suffices, or no date can be computed. Our own duty is never rolled forward (9.12).
    """
    too_late, back = planned_on + timedelta(days=1), 1
    while back <= LONGEST_LEAD:
        day = planned_on - timedelta(days=back)
        if _in_time(day, planned_on, earliest_if_sent):
            return _last_in_time(day, too_late, planned_on, earliest_if_sent)
        too_late, back = day, back * 2
    return None


def _last_in_time(
    in_time: date, too_late: date, planned_on: date, earliest_if_sent: Callable[[date], date | None]
) -> date:
    """Halves the span between a day in time and a later one that is too late, until they are neighbours."""
    while (too_late - in_time).days > 1:
        middle = in_time + (too_late - in_time) // 2
        if _in_time(middle, planned_on, earliest_if_sent):
            in_time = middle
        else:
            too_late = middle
    return in_time


def _in_time(day: date, planned_on: date, earliest_if_sent: Callable[[date], date | None]) -> bool:
    earliest = earliest_if_sent(day)
    return earliest is not None and earliest <= planned_on


def end_of_day(day: date, our_zone: str) -> datetime:
    """The last second of a day in our zone: a notice that is in time then is in time all day."""
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=zone(our_zone))
