"""The language of a letter: the customer's where there is a template in it, else English with a warning."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.record import FALLBACK_LANGUAGE
from vendorrisk.domain.register.fields import is_language

if TYPE_CHECKING:
    from collections.abc import Collection

    from vendorrisk.domain.notice.letter_facts import LetterFacts


def in_a_language_of_ours(
    facts: LetterFacts, templates: Collection[str]
) -> tuple[LetterFacts, tuple[Problem, ...]]:
    """The facts for a letter in the customer's language; where none is written in it, English and a warning.

    `templates` are the languages that letters are written in. Words and dates follow the language of the
    letter, not the customer's, so that no letter speaks two.
    """
    wanted = facts.language
    for tag in (wanted, wanted.partition("-")[0]) if is_language(wanted) else ():
        if tag in templates:
            return replace(facts, language=tag), ()
    warning = Problem(
        f"{facts.customer.name}: language", msg("letter.no_template", language=wanted),
        msg("letter.no_template.remedy"), Level.WARNING,
    )  # fmt: skip
    return replace(facts, language=FALLBACK_LANGUAGE), (warning,)
