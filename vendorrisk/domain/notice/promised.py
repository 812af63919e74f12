"""What a letter promised its customer is kept, even where the terms ask for less (domain.md 5.3, N-4)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.days import ONE_DAY
from vendorrisk.domain.notice.records import Authorisation, ObjectionBlocks
from vendorrisk.domain.notice.terms import locked_terms

if TYPE_CHECKING:
    from vendorrisk.domain.notice.clock import CustomerDates
    from vendorrisk.domain.notice.records import Notice, Terms


def as_promised(
    found: CustomerDates, terms: Terms, notice: Notice | None, *, critical_engagement: bool = False
) -> CustomerDates:
    """The dates with a window for objections that lasts at least as long as the letter sent says (inclusive).

    Where the window holds use back, use begins the day after it at the earliest.
    """
    end = notice.stated_end if notice is not None and notice.sent_at is not None else None
    window = found.last_objection_day
    if end is None or window is None or end <= window:
        return found
    binding, _ = locked_terms(terms, critical_engagement=critical_engagement)
    general = binding.authorisation is Authorisation.GENERAL
    holds = general and binding.objection_blocks is ObjectionBlocks.UNTIL_WINDOW_ENDS
    earliest = found.earliest
    if holds and earliest is not None:
        earliest = max(earliest, end + ONE_DAY)
    steps = (*found.steps, msg("notice.step.promised", rule="R14", day=end))
    return replace(found, last_objection_day=end, earliest=earliest, steps=steps)
