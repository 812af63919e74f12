"""When a reassessment falls due, and how late it is (domain.md 6.6).

The due date is never stored. An anchor date and a number of cycles are, and the due date is the anchor plus
12 months per cycle, so that a month's end or a 29 February does not drift.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.months import add_months

if TYPE_CHECKING:
    from datetime import date

CYCLE_MONTHS: Final = 12
"""The floor of every tier: existing sub-processors are assessed every year (domain.md 0.3)."""

OPENS_DAYS_BEFORE: Final = 60
"""A reassessment is opened so many days before it is due (domain.md 4.2)."""

ANSWER_DAYS: Final = 28
"""How long a vendor has to answer, in calendar days (policy; K-14 turns amber after 21, red after 35)."""


class OverdueBand(StrEnum):
    """How late: up to 30 days, up to 90, or more."""

    NONE = "NONE"
    UP_TO_30 = "UP_TO_30"
    UP_TO_90 = "UP_TO_90"
    OVER_90 = "OVER_90"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """What is stored of the rhythm: the anchor and how many cycles lie between it and the due date."""

    anchor: date
    cycles: int

    @property
    def due(self) -> date:
        """The last day on which the next reassessment is in time."""
        return add_months(self.anchor, CYCLE_MONTHS * self.cycles)


def first_cycle(completed: date) -> Cycle:
    """The rhythm after the first assessment: completed + 12 months."""
    return Cycle(anchor=completed, cycles=1)


def next_cycle(current: Cycle | None, completed: date) -> Cycle:
    """The rhythm after an assessment was completed: previous due or completion, the earlier, + 12 months.

    Late completion gains nothing; early completion moves the anchor. More than a year late, where the
    previous due date + 12 months is not after the completion itself, the completion becomes the anchor.
    """
    if current is None:
        return first_cycle(completed)
    kept = Cycle(anchor=current.anchor, cycles=current.cycles + 1)
    moved = first_cycle(completed)
    return kept if completed < kept.due <= moved.due else moved


def due_date(anchor: date | None, cycles: int) -> date | None:
    """The due date of a stored anchor and count; None where nothing was ever assessed (no invented date)."""
    return Cycle(anchor=anchor, cycles=cycles).due if anchor is not None and cycles > 0 else None


def answer_due(asked_on: date) -> date:
    """The last day (inclusive) to answer for a vendor asked on a day, unless somebody sets another."""
    return asked_on + timedelta(days=ANSWER_DAYS)


def overdue_days(due: date | None, today: date) -> int:
    """Calendar days past the due date; 0 on the due date itself, before it, and where there is none."""
    return max(0, (today - due).days) if due is not None else 0


def overdue_band(days: int) -> OverdueBand:
    """The band of so many days past due: 1-30, 31-90, more than 90."""
    limits = ((90, OverdueBand.OVER_90), (30, OverdueBand.UP_TO_90), (0, OverdueBand.UP_TO_30))
    return next((name for limit, name in limits if days > limit), OverdueBand.NONE)
