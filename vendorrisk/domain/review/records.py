"""Review: the frozen figures of a quarter, and tasks that somebody has put off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vendorrisk.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenQuarter(Record):
    """The figures of a quarter as they were when it was frozen; never computed again (domain.md 8.2).

    `figures` is canonical JSON, `sha256` its digest, `journal_sequence` the last entry they rest on.
    """

    quarter: str
    frozen_at: datetime
    figures: str
    sha256: str
    journal_sequence: int
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze(Record):
    """One person's task, put off until a day: on that day it is back. `task` is the task's id on Home."""

    person: str
    task: str
    until: date
    reason: str
