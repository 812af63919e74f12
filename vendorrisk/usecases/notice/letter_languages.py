"""The language of a letter: the customer's where there is a template in it, else English with a warning.

What is typed (purpose, names of services, remark on the data) is said in the customer's language wherever it
is written in it (domain.md 5.6 item 4).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.blocking import listed
from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.record import FALLBACK_LANGUAGE
from vendorrisk.domain.register.fields import is_language

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from vendorrisk.domain.notice.letter_facts import LetterFacts
    from vendorrisk.domain.notice.records import Customer

NO_TEMPLATE = "letter.no_template"
"""Said of one letter; of all letters of a change `in_english` says it once for each language."""


def in_a_language_of_ours(
    facts: LetterFacts, templates: Collection[str]
) -> tuple[LetterFacts, tuple[Problem, ...]]:
    """The facts for a letter in the customer's language; where none is written in it, English and a warning.

    `templates` are the languages that letters are written in. Words and dates follow the language of the
    letter; what is typed follows the customer's.
    """
    wanted = facts.language
    tag = _template_for(wanted, templates)
    if tag:
        return replace(facts, language=tag), ()
    warning = Problem(
        f"{facts.customer.name}: language", msg(NO_TEMPLATE, language=wanted),
        msg(f"{NO_TEMPLATE}.remedy"), Level.WARNING,
    )  # fmt: skip
    return replace(facts, language=FALLBACK_LANGUAGE, typed_in=wanted), (warning,)


def in_english(customers: Iterable[Customer], templates: Collection[str]) -> tuple[Problem, ...]:
    """One warning for each language in which customers read and no letter is written, with their names."""
    found: dict[str, list[str]] = {}
    for one in customers:
        if one.language and not _template_for(one.language, templates):
            found.setdefault(one.language, []).append(one.name)
    return tuple(
        Problem(
            f"language {language}",
            msg("letter.in_english", language=language, count=len(names), customers=listed(names)),
            msg("letter.in_english.remedy", language=language),
            Level.WARNING,
        )
        for language, names in sorted(found.items())
    )


def _template_for(language: str, templates: Collection[str]) -> str:
    """The language of the template that readers of this one get; empty where there is none."""
    tags = (language, language.partition("-")[0]) if is_language(language) else ()
    return next((tag for tag in tags if tag in templates), "")
