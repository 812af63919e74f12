"""Whether a sub-processor can technically reach the region-locked environment: yes, no, or not yet answered.

Affected by the lock is every engagement that can reach it, listed or not (domain.md 2.8), and a region-locked
customer is left out of a notice where it cannot (5.4, customer H). Leaving somebody out has legal effect
(GDPR 28(2)), so only a "no" that somebody gave does that; here stands how silence is read for each purpose.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.message import Level, Message, Problem, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELD: Final = "reaches_locked"
"""The field of an engagement that holds the answer; None: nobody has given one yet."""


class Purpose(StrEnum):
    """For what the answer is needed."""

    NOTICE = "NOTICE"
    LIST = "LIST"
    TIER = "TIER"
    CLAUSES = "CLAUSES"
    FIGURES = "FIGURES"


SILENCE: Final[Mapping[Purpose, bool]] = {
    Purpose.NOTICE: True,  # 5.4: telling a customer needlessly does no harm, leaving one out does
    Purpose.LIST: True,  # 2.8: a difference between reach and list is a finding, so both read it alike
    Purpose.TIER: False,  # 6.3 raises what is used in a region-locked product, and nobody has said that
    Purpose.CLAUSES: False,  # D-37 likewise; a region-locked service asks for it whatever the answer
    Purpose.FIGURES: False,  # 8.2 counts what is known
}
"""How an engagement without an answer is read for each purpose."""

STATEMENTS: Final[Mapping[bool | None, str]] = {True: "reached", False: "untouched", None: ""}
"""What a letter says (5.6, item 11); without an answer the statement is missing, and so is the letter."""


def reaches(answer: bool | None, purpose: Purpose) -> bool:  # noqa: FBT001  (it is what is asked about)
    """Whether an engagement is taken to reach the region-locked environment, for a purpose."""
    return SILENCE[purpose] if answer is None else answer


def unanswered(where: str, what: Message, *, level: Level = Level.WARNING) -> Problem:
    """The problem of a missing answer, with the field and how to fill it as its remedy."""
    return Problem(where, what, msg("lock.unanswered.remedy", field=FIELD), level)
