"""Canonical answers as a reader sees them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.answering import split_values
from vendorrisk.domain.diligence.questionnaire import AnswerType, Fixed, Question
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.vocabulary import label

if TYPE_CHECKING:
    from vendorrisk.domain.report import Cell


def shown_answer(question: Question, value: str, language: str = "en") -> Cell:
    """A canonical answer in words: options by their texts, numbers with their unit, dates as dates.

    None for a blank one; a value that the question no longer offers stands as it is stored.
    """
    if not value:
        return None
    if value == Fixed.NONE and question.none_word:
        return text_in(question.none_word, language)
    if value in set(Fixed):
        return label(Fixed(value))
    if question.type is AnswerType.DATE:
        return date.fromisoformat(value)
    if question.type is AnswerType.NUM:
        return f"{value} {text_in(question.unit, language)}".strip()
    if question.type is AnswerType.TEXT:
        return value
    texts = {option.code: text_in(option.text, language) for option in question.options}
    joint = ", " if question.type is AnswerType.COUNTRIES else "; "
    return joint.join(texts.get(code, code) for code in split_values(value))
