"""Which findings an answer proposes, and where an answer is not complete without a comment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.answering import split_values
from vendorrisk.domain.diligence.findings import Proposal, rank
from vendorrisk.domain.diligence.questionnaire import AnswerType, BadAnswer, Fixed, Question
from vendorrisk.domain.months import add_months
from vendorrisk.domain.record import FALLBACK_LANGUAGE, text_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_WORDS: Final = frozenset({Fixed.NA.value, Fixed.NONE.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFacts:
    """What an answer is judged with beside itself.

    `today` is the day of judging; `declared` are the countries that the register knows, by STORAGE and ACCESS
    (a kind that is not there is not checked).
    """

    today: date
    declared: Mapping[str, frozenset[str]] = field(default_factory=dict)


def propose(question: Question, value: str, facts: AnswerFacts) -> Proposal | None:
    """The gravest finding that a canonical answer gives rise to, as a proposal; a blank one gives none."""
    if not value:
        return None
    hits = [rule for rule in question.bad if _holds(question, rule, value, facts)]
    if not hits:
        return None
    worst = min(hits, key=lambda rule: rank(rule.severity))
    return Proposal(
        source=question.id, severity=worst.severity, title=text_in(worst.title, FALLBACK_LANGUAGE)
    )


def needs_comment(question: Question, value: str) -> bool:
    """Whether this answer is complete only with a comment."""
    return not question.comment_when.isdisjoint(_parts(question, value))


def undeclared(value: str, declared: frozenset[str]) -> tuple[str, ...]:
    """Countries of an answer that the register does not know."""
    return tuple(code for code in split_values(value) if code not in declared and code not in _WORDS)


def _parts(question: Question, value: str) -> frozenset[str]:
    return frozenset(split_values(value) if question.type is AnswerType.MULTI else (value,))


def _holds(question: Question, rule: BadAnswer, value: str, facts: AnswerFacts) -> bool:
    return any(test(question, rule, value, facts) for test in _TESTS)


def _given(question: Question, rule: BadAnswer, value: str, _facts: AnswerFacts) -> bool:
    return not rule.answers.isdisjoint(_parts(question, value))


def _lacking(question: Question, rule: BadAnswer, value: str, _facts: AnswerFacts) -> bool:
    return bool(rule.lacks) and value not in _WORDS and rule.lacks.isdisjoint(_parts(question, value))


def _beyond(_question: Question, rule: BadAnswer, value: str, _facts: AnswerFacts) -> bool:
    if value in _WORDS or (rule.above is None and rule.below is None):
        return False
    number = Decimal(value)
    too_high = rule.above is not None and number > rule.above
    return too_high or (rule.below is not None and number < rule.below)


def _too_old(_question: Question, rule: BadAnswer, value: str, facts: AnswerFacts) -> bool:
    if rule.older_than_months is None or value in _WORDS:
        return False
    return add_months(date.fromisoformat(value), rule.older_than_months) < facts.today


def _undeclared(_question: Question, rule: BadAnswer, value: str, facts: AnswerFacts) -> bool:
    declared = facts.declared.get(rule.undeclared)
    return declared is not None and bool(undeclared(value, declared))


_TESTS: Final[tuple[Callable[[Question, BadAnswer, str, AnswerFacts], bool], ...]] = (
    _given,
    _lacking,
    _beyond,
    _too_old,
    _undeclared,
)
