"""The two clocks of an open workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from vendorrisk.app.outside import Outside


@dataclass(frozen=True, slots=True)
class WorkClock:
    """Today in the company's zone, or the date that was given; the journal's instant is the real one."""

    outside: Outside
    zone: Callable[[], str]
    given: date | None = None

    def today(self) -> date:
        """The date for rules and documents."""
        return self.given or self.outside.today_in(self.zone())

    def now(self) -> datetime:
        """The journal's instant, in UTC; nothing moves it."""
        return self.outside.now()
