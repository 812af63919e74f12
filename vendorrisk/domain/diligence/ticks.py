"""Answers that cannot be ticked together: "none of these" beside one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.questionnaire import Fixed
from vendorrisk.domain.message import msg
from vendorrisk.domain.record import FALLBACK_LANGUAGE, text_in
from vendorrisk.domain.register.vocabulary import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.domain.diligence.questionnaire import Question
    from vendorrisk.domain.message import Message


def lone_ticks(question: Question, codes: Sequence[str]) -> tuple[str, ...]:
    """The ticked answers that exclude the others, where others are ticked as well; else none."""
    return tuple(code for code in codes if code in question.alone) if len(codes) > 1 else ()


def contradiction(question: Question, codes: Sequence[str]) -> Message | None:
    """Says which ticked answer excludes which; None where all of them can be true together."""
    lone = lone_ticks(question, codes)
    if not lone:
        return None
    others = [_words(question, code) for code in codes if code != lone[0]]
    return msg("answer.contradiction", alone=_words(question, lone[0]), others=others)


def _words(question: Question, code: str) -> Message | str:
    texts = {option.code: text_in(option.text, FALLBACK_LANGUAGE) for option in question.options}
    return texts[code] if code in texts else label(Fixed(code))
