"""What a questionnaire must hold to beyond its form: rules that a schema cannot say."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.artefacts import KINDS
from vendorrisk.domain.diligence.credits import ALWAYS_ASKED
from vendorrisk.domain.diligence.questionnaire import (
    WEIGHTS,
    AnswerType,
    BadAnswer,
    Fixed,
    Question,
    Questionnaire,
)
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.record import FALLBACK_LANGUAGE
from vendorrisk.domain.register.records import LocationKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WITH_OPTIONS: Final = frozenset({AnswerType.ENUM, AnswerType.MULTI})
WITH_NONE: Final = frozenset({AnswerType.NUM, AnswerType.DATE})
FEWEST_OPTIONS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """Something wrong with one question (or, with an empty `question`, with the whole)."""

    question: str
    what: Message


def flaws(questionnaire: Questionnaire) -> tuple[Flaw, ...]:
    """Everything that is wrong with a questionnaire, all at once; empty = it can be used."""
    questions = list(questionnaire.questions())
    ids = [question.id for question in questions]
    twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
    whole = [Flaw(question=id_, what=msg("questionnaire.flaw.id_twice", id=id_)) for id_ in twice]
    return (
        *whole,
        *(Flaw(question=q.id, what=what) for q in questions for rule in _RULES for what in rule(q)),
    )


def _options(question: Question) -> Iterator[Message]:
    codes = [option.code for option in question.options]
    if (question.type in WITH_OPTIONS) != (len(codes) >= FEWEST_OPTIONS):
        yield msg("questionnaire.flaw.options", type=question.type)
    if len(set(codes)) != len(codes) or set(codes) & set(Fixed):
        yield msg("questionnaire.flaw.option_codes")


def _fields_of_type(question: Question) -> Iterator[Message]:
    """Fields that belong to one type only."""
    is_number = question.type is AnswerType.NUM
    bounds = question.minimum is not None or question.maximum is not None
    misplaced = (
        ("unit", bool(question.unit) and not is_number),
        ("minimum", bounds and not is_number),
        ("past", question.past and question.type is not AnswerType.DATE),
        ("alone", any(one.alone for one in question.options) and question.type is not AnswerType.MULTI),
        ("none_word", bool(question.none_word) and question.type not in WITH_NONE),
    )
    yield from (msg("questionnaire.flaw.misplaced", field=name) for name, wrong in misplaced if wrong)
    if is_number and not question.unit:
        yield msg("questionnaire.flaw.no_unit")


def _bad_answers(question: Question) -> Iterator[Message]:
    for rule in question.bad:
        yield from _bad_answer(question, rule)
    if question.knock_out and not question.bad:
        yield msg("questionnaire.flaw.knock_out")


def _bad_answer(question: Question, rule: BadAnswer) -> Iterator[Message]:
    bounds = rule.above is not None or rule.below is not None
    old = rule.older_than_months is not None
    checks = (
        (bool(rule.answers), rule.answers <= set(question.choices)),
        (bool(rule.lacks), question.type is AnswerType.MULTI and rule.lacks <= set(question.choices)),
        (bounds, question.type is AnswerType.NUM),
        (old, question.type is AnswerType.DATE),
        (
            bool(rule.undeclared),
            question.type is AnswerType.COUNTRIES and rule.undeclared in set(LocationKind),
        ),
    )
    if not any(used for used, _ in checks):
        yield msg("questionnaire.flaw.rule_empty", title=rule.title.get(FALLBACK_LANGUAGE, ""))
    if not all(fits for used, fits in checks if used):
        yield msg("questionnaire.flaw.rule", title=rule.title.get(FALLBACK_LANGUAGE, ""))


def _comments(question: Question) -> Iterator[Message]:
    if not question.comment_when <= set(question.choices):
        yield msg("questionnaire.flaw.comment_when")


def _stand_ins(question: Question) -> Iterator[Message]:
    codes = question.replaced_by | question.partly_by
    unknown = sorted(code for code in codes if not _is_known(code))
    if unknown:
        yield msg("questionnaire.flaw.stand_in_unknown", codes=unknown)
    if codes and question.id in ALWAYS_ASKED:
        yield msg("questionnaire.flaw.stand_in_never")
    if codes and question.area is None:
        yield msg("questionnaire.flaw.stand_in_area")


def _is_known(code: str) -> bool:
    kind, _, variant = code.partition(":")
    return kind in KINDS and (not variant or variant in KINDS[kind].variants)


def _weight(question: Question) -> Iterator[Message]:
    if question.weight not in WEIGHTS:
        yield msg("questionnaire.flaw.weight", weight=question.weight)


def _english(question: Question) -> Iterator[Message]:
    """English is what every other language falls back to."""
    texts = chain(
        (question.text, question.help),
        (option.text for option in question.options),
        (rule.title for rule in question.bad),
    )
    if not all(text.get(FALLBACK_LANGUAGE, "").strip() for text in texts):
        yield msg("questionnaire.flaw.no_english")


_RULES: Final[tuple[Callable[[Question], Iterator[Message]], ...]] = (
    _options,
    _fields_of_type,
    _bad_answers,
    _comments,
    _stand_ins,
    _weight,
    _english,
)
