"""Whether a sub-processor can technically reach the region-locked environment: yes, no, or not yet answered.

Affected by the lock is every engagement that can reach it, listed or not (domain.md 2.8), and a region-locked
customer is left out of a notice where it cannot (5.4, customer H). A locked environment is built to keep out
who was not let in, so silence counts as "cannot" everywhere. But leaving somebody out has legal effect
(GDPR 28(2)): while nobody has answered, nothing is sent and nothing goes live (guard G8).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorrisk.domain.message import Level, Message, Problem, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELD: Final = "reaches_locked"
"""The field of an engagement that holds the answer; None: nobody has given one yet."""


STATEMENTS: Final[Mapping[bool | None, str]] = {True: "reached", False: "untouched", None: ""}
"""What a letter says (5.6, item 11); without an answer the statement is missing, and so is the letter."""


def reaches(answer: bool | None) -> bool:  # noqa: FBT001  (it is what is asked about)
    """Whether an engagement is known to reach the region-locked environment."""
    return answer is True


def unanswered(where: str, what: Message, *, level: Level = Level.WARNING) -> Problem:
    """The problem of a missing answer, with the field and how to fill it as its remedy."""
    return Problem(where, what, msg("lock.unanswered.remedy", field=FIELD), level)
