"""Invented answers that a questionnaire accepts: the better choice of a list, plausible figures and days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.questionnaire import AnswerType, Denial, Fixed
from vendorrisk.domain.diligence.register_check import place_kind
from vendorrisk.domain.register.countries import is_in_eea
from vendorrisk.domain.register.records import LocationKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.diligence.questionnaire import Question, Questionnaire

_WORDS = "Described in our data protection policy, of which a copy is enclosed."


Places = Mapping[LocationKind, tuple[str, ...]]
"""Countries by what happens there."""


def good_answers(
    questionnaire: Questionnaire, today: date, storage: tuple[str, ...], access: tuple[str, ...] = ()
) -> dict[str, str]:
    """Question id -> canonical answer, for every question that is not about something absent.

    `access` are the countries from which data is reached, where they are not those that hold it.
    """
    places = {LocationKind.STORAGE: storage, LocationKind.ACCESS: access or storage}
    return {one.id: _BY_TYPE[one.type](one, today, places) for one in questionnaire.questions()}


def _choice(question: Question, _today: date, _places: Places) -> str:
    bad = {answer for rule in question.bad for answer in rule.answers}
    good = [one for one in question.choices if one not in bad and one not in {Fixed.NA, Fixed.NONE}]
    return good[0] if good else question.choices[0]


def _several(question: Question, today: date, places: Places) -> str:
    denying = (one.code for one in question.options if one.denies is Denial.TRANSFER)
    if all(is_in_eea(country, today) for countries in places.values() for country in countries):
        for code in denying:
            return code
    bad = {answer for rule in question.bad for answer in rule.answers}
    return ";".join(one for one in question.choices if one not in bad | question.alone)


def _number(question: Question, _today: date, _places: Places) -> str:
    limits = [rule.below or rule.above for rule in question.bad if rule.below or rule.above]
    return str(limits[0] if limits else question.minimum or 1)


def _day(_question: Question, today: date, _places: Places) -> str:
    return (today - timedelta(days=45)).isoformat()


def _text(_question: Question, _today: date, _places: Places) -> str:
    return _WORDS


def _countries(question: Question, _today: date, places: Places) -> str:
    asked = place_kind(question)
    kinds = [LocationKind(asked)] if asked else list(places)
    return ";".join(sorted({country for kind in kinds for country in places[kind]}))


_BY_TYPE: dict[AnswerType, Callable[[Question, date, Places], str]] = {
    AnswerType.YN: _choice, AnswerType.YNP: _choice, AnswerType.ENUM: _choice, AnswerType.MULTI: _several,
    AnswerType.NUM: _number, AnswerType.DATE: _day, AnswerType.TEXT: _text, AnswerType.COUNTRIES: _countries,
}  # fmt: skip
