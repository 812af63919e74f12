"""The open workspace as use cases see it: the register, the clock, the person, and the outside world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.usecases.ports import Book, Clock, Drafts, Evidence, HolidaySource, LawTables


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What every use case is given first. `new_id` returns a fresh UUIDv7 in text form."""

    book: Book
    clock: Clock
    actor: str
    new_id: Callable[[], str]
    drafts: Drafts
    evidence: Evidence
    holidays: HolidaySource
    law: LawTables
