"""What the letters of a change lack, told once per fact with the customers it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Message, Problem, msg
from vendorrisk.domain.notice.letter import fact_named, letter_content
from vendorrisk.usecases.notice.letter_languages import NO_TEMPLATE, in_a_language_of_ours, in_english
from vendorrisk.usecases.notice.letter_signs import names_unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vendorrisk.domain.notice.letter_facts import LetterFacts
    from vendorrisk.usecases.office import Office

SHARED = "change "
"""How the place of a problem begins that concerns the change itself, and so every letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One fact that letters lack, or that is doubtful in them; an ERROR keeps the letters from being written.

    `what` speaks of the first of `customers`, or names them where it is `counted`; `shared`: it is a fact of
    the change or its sub-processor.
    """

    what: Message
    remedy: Message
    level: Level
    customers: tuple[str, ...]
    shared: bool
    counted: bool = False

    @property
    def blocks(self) -> bool:
        """Whether no letter can be written to these customers."""
        return self.level is Level.ERROR


def lacks_of(office: Office, drafts: Iterable[LetterFacts]) -> tuple[Lack, ...]:
    """Everything missing or doubtful in letters as they would be written now, what blocks first."""
    found: dict[tuple[str, ...], tuple[Problem, list[str]]] = {}
    templates, drafts = office.papers.letter_languages(), tuple(drafts)
    for facts in drafts:
        for problem in (*_problems(facts, templates), *names_unprintable(office.papers.unprintable, facts)):
            _, customers = found.setdefault(_key(problem), (problem, []))
            customers.append(facts.customer.id)
    lacks = [
        Lack(
            what=problem.what, remedy=problem.remedy, level=problem.level, customers=tuple(customers),
            shared=problem.where.startswith(SHARED),
        )
        for problem, customers in found.values()
    ]  # fmt: skip
    return tuple(sorted((*_languages(drafts, templates), *lacks), key=lambda one: not one.blocks))


def _languages(drafts: tuple[LetterFacts, ...], templates: frozenset[str]) -> tuple[Lack, ...]:
    """Who reads a language in which no letter is written, once for each language."""
    return tuple(
        Lack(
            what=one.what, remedy=one.remedy, level=one.level, shared=False, counted=True,
            customers=tuple(
                facts.customer.id for facts in drafts if facts.language == one.what.params["language"]
            ),
        )
        for one in in_english((facts.customer for facts in drafts), templates)
    )  # fmt: skip


def _problems(facts: LetterFacts, templates: frozenset[str]) -> Iterator[Problem]:
    """What one letter lacks: facts, a template in its language, and a way to the customer (rule N-4)."""
    readable, doubts = in_a_language_of_ours(facts, templates)
    yield from letter_content(readable).problems
    yield from (one for one in doubts if one.what.key != NO_TEMPLATE)
    customer = facts.customer
    if not (customer.email or customer.address):
        what = msg("letter.no_contact", customer=customer.name)
        yield Problem(f"{customer.name}: email", what, msg("letter.no_contact.remedy"), Level.ERROR)


def _key(problem: Problem) -> tuple[str, ...]:
    field = problem.what.params.get("field")
    name = field.key if isinstance(field, Message) else ""
    return problem.what.key, name, fact_named(problem), problem.level
