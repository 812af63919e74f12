"""Invented answers that a questionnaire accepts: the better choice of a list, plausible figures and days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.questionnaire import AnswerType, Fixed

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.diligence.questionnaire import Question, Questionnaire

_WORDS = "Described in our data protection policy; a copy is enclosed."


def good_answers(questionnaire: Questionnaire, today: date, countries: tuple[str, ...]) -> dict[str, str]:
    """Question id -> canonical answer, for every question that is not about something absent."""
    return {one.id: _BY_TYPE[one.type](one, today, countries) for one in questionnaire.questions()}


def _choice(question: Question, _today: date, _countries: tuple[str, ...]) -> str:
    bad = {answer for rule in question.bad for answer in rule.answers}
    good = [one for one in question.choices if one not in bad and one not in {Fixed.NA, Fixed.NONE}]
    return good[0] if good else question.choices[0]


def _several(question: Question, _today: date, _countries: tuple[str, ...]) -> str:
    bad = {answer for rule in question.bad for answer in rule.answers}
    wanted = [one for one in question.choices if one not in bad and one not in {Fixed.NA, Fixed.NONE}]
    return ";".join(wanted)


def _number(question: Question, _today: date, _countries: tuple[str, ...]) -> str:
    limits = [rule.below or rule.above for rule in question.bad if rule.below or rule.above]
    return str(limits[0] if limits else question.minimum or 1)


def _day(_question: Question, today: date, _countries: tuple[str, ...]) -> str:
    return (today - timedelta(days=45)).isoformat()


def _text(_question: Question, _today: date, _countries: tuple[str, ...]) -> str:
    return _WORDS


def _countries(_question: Question, _today: date, countries: tuple[str, ...]) -> str:
    return ";".join(sorted(set(countries)))


_BY_TYPE: dict[AnswerType, Callable[[Question, date, tuple[str, ...]], str]] = {
    AnswerType.YN: _choice, AnswerType.YNP: _choice, AnswerType.ENUM: _choice, AnswerType.MULTI: _several,
    AnswerType.NUM: _number, AnswerType.DATE: _day, AnswerType.TEXT: _text, AnswerType.COUNTRIES: _countries,
}  # fmt: skip
