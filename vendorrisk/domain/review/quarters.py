"""Quarters as people write them, such as 2026Q4; both ends count (domain.md 8.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from vendorrisk.domain.message import WrongArgument, msg

_WRITTEN = re.compile(r"(\d{4})-?[Qq]([1-4])")
EARLIEST, LATEST = 2000, 2199


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One quarter of a year; quarters compare and sort by time."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day, which belongs to it."""
        return self.following.first - timedelta(days=1)

    @property
    def following(self) -> Quarter:
        """The quarter after it."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> Quarter:
        """The quarter before it."""
        return Quarter(self.year - (self.number == 1), (self.number - 2) % 4 + 1)

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it; no day never does."""
        return day is not None and self.first <= day <= self.last

    @property
    def words(self) -> str:
        """As it stands in titles and beside figures: Q4 2026."""
        return f"Q{self.number} {self.year}"

    def __str__(self) -> str:
        """As people write it: 2026Q4."""
        return f"{self.year}Q{self.number}"


def parse_quarter(written: str) -> Quarter:
    """Reads 2026Q4, 2026-Q4 or 2026q4; raises WrongArgument for anything else."""
    found = _WRITTEN.fullmatch(written.strip())
    if found and EARLIEST <= int(found[1]) <= LATEST:
        return Quarter(int(found[1]), int(found[2]))
    raise WrongArgument(
        msg("review.quarter.unreadable", written=written), msg("review.quarter.unreadable.remedy")
    )


def quarter_of(day: date) -> Quarter:
    """The quarter in which a day lies."""
    return Quarter(day.year, (day.month + 2) // 3)
