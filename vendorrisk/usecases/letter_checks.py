"""What the letters of a change lack, told once per fact with the customers it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Message
from vendorrisk.domain.notice.letter import letter_content
from vendorrisk.domain.notice.records import Change
from vendorrisk.usecases.letters import facts_of_all

if TYPE_CHECKING:
    from vendorrisk.domain.message import Problem
    from vendorrisk.usecases.office import Office

SHARED = "change "
"""How the place of a problem begins that concerns the change itself, and so every letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One fact that letters lack, or that is doubtful in them; an ERROR keeps the letters from being written.

    `what` speaks of the first of `customers`; `shared`: it is a fact of the change or its sub-processor.
    """

    what: Message
    remedy: Message
    level: Level
    customers: tuple[str, ...]
    shared: bool

    @property
    def blocks(self) -> bool:
        """Whether no letter can be written to these customers."""
        return self.level is Level.ERROR


def letter_lacks(office: Office, change_id: str) -> tuple[Lack, ...]:
    """Everything missing or doubtful in the letters as they would be written now, what blocks first."""
    found: dict[tuple[str, str, Level], tuple[Problem, list[str]]] = {}
    with office.book.reading() as reader:
        for facts in facts_of_all(office, reader, reader.get(Change, change_id)):
            for problem in letter_content(facts).problems:
                _, customers = found.setdefault(_key(problem), (problem, []))
                customers.append(facts.customer.id)
    lacks = [
        Lack(
            what=problem.what, remedy=problem.remedy, level=problem.level, customers=tuple(customers),
            shared=problem.where.startswith(SHARED),
        )
        for problem, customers in found.values()
    ]  # fmt: skip
    return tuple(sorted(lacks, key=lambda one: not one.blocks))


def _key(problem: Problem) -> tuple[str, str, Level]:
    field = problem.what.params.get("field")
    return problem.what.key, field.key if isinstance(field, Message) else "", problem.level
