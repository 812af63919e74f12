"""Adding calendar months to a date, the one way in which this program does it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def add_months(start: date, months: int) -> date:
    """The same day of the month so many months later (or earlier, if negative).

    Where that month is shorter, its last day (29 February + 12 months = 28 February). Always add to the
    stored anchor: adding month by month drifts (domain.md 9, points 5 and 6).
    """
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
