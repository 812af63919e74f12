"""Filling a template: facts become words of the letter's language; a gap is a problem, never a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from vendorrisk.documents.letters.letter import Letter
from vendorrisk.documents.letters.template import Empty, Gap, LetterTemplate
from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.notice.letter import PLACEHOLDERS
from vendorrisk.domain.notice.letter_facts import Party, Place
from vendorrisk.domain.record import FALLBACK_LANGUAGE
from vendorrisk.domain.report import Fact, Facts, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale
    from jinja2 import Template

    from vendorrisk.documents.letters.template import Part
    from vendorrisk.domain.notice.letter import LetterContent
    from vendorrisk.domain.notice.letter_facts import Value
    from vendorrisk.usecases.ports import Words

KNOWN = frozenset(placeholder.name for placeholder in PLACEHOLDERS)
_NOT_IN_CLDR = {
    "EEA": msg("letter.place.EEA"),
    "GLOBAL": msg("letter.place.GLOBAL"),
    "EPO": msg("letter.place.EPO"),
}
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """The letter, or None with the reasons; problems of a letter that could be written are warnings."""

    letter: Letter | None
    problems: tuple[Problem, ...]


def compose(template: LetterTemplate, content: LetterContent, words: Words, *, language: str) -> Composed:
    """Writes one letter, or none while a needed fact is missing or the template asks for an unknown one."""
    problems = (*content.problems, *unknown_names(template))
    if any(problem.level is Level.ERROR for problem in problems):
        return Composed(letter=None, problems=problems)
    texts = {name: _filled(name, value, words, language) for name, value in content.values.items()}
    pen = _Pen(texts)
    letter = Letter(
        language=language,
        version=f"{language} {template.version}",
        company=texts["company"],
        company_address=texts["company_address"],
        customer=texts["customer"],
        address_lines=_lines(content.values["customer_address"]),
        date=texts["written_on"],
        reference=texts["reference"],
        reference_line=words.say(msg("letter.reference", reference=texts["reference"]), language=language),
        account_line=_account_line(texts["account"], words, language),
        subject=pen.write(template.subject),
        blocks=pen.blocks(template.parts),
    )
    if pen.gaps:
        return Composed(letter=None, problems=(*problems, *_gap_problems(pen.gaps, texts["customer"])))
    return Composed(letter=letter, problems=problems)


def _account_line(number: str, words: Words, language: str) -> str:
    return words.say(msg("letter.account", number=number), language=language) if number else ""


def unknown_names(template: LetterTemplate) -> tuple[Problem, ...]:
    """Placeholders that a template asks for and no letter has."""
    return tuple(
        Problem(
            template.name,
            msg("letter.template.unknown", name=template.name, placeholder=name),
            msg("letter.template.unknown.remedy", known=sorted(KNOWN)),
        )
        for name in sorted(template.names - KNOWN)
    )


def _gap_problems(gaps: list[str], customer: str) -> tuple[Problem, ...]:
    fields = ((name, msg(f"letter.field.{name}")) for name in dict.fromkeys(gaps))
    return tuple(
        Problem(
            f"{customer}: {name}",
            msg("letter.template.gap", customer=customer, field=field),
            msg("letter.template.gap.remedy", field=field),
        )
        for name, field in fields
    )


class _Pen:
    """Writes the pieces of one letter and remembers every gap it met."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self.gaps: list[str] = []

    def write(self, template: Template) -> str:
        """One piece as a single line of text; empty where a condition left it out."""
        try:
            return _one_line(template.render(self._texts))
        except Gap as gap:
            self.gaps.append(gap.name)
            return ""

    def blocks(self, parts: tuple[Part, ...]) -> tuple[Paragraph | Heading | Facts, ...]:
        """All pieces that say something; neighbouring rows become one table of facts."""
        found: list[Paragraph | Heading | Facts] = []
        for kind, group in groupby(parts, key=lambda part: part.kind):
            written = [(part.label, text) for part in group if (text := self.write(part.template))]
            if kind == "row" and written:
                found.append(Facts(rows=tuple(Fact(label=label, value=text) for label, text in written)))
            elif kind == "heading":
                found += [Heading(text=text, level=2) for _, text in written]
            else:
                found += [Paragraph(text=text) for _, text in written]
        return tuple(found)


def _one_line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _lines(address: Value) -> tuple[str, ...]:
    lines = (_one_line(line) for line in str(address).splitlines())
    return tuple(line for line in lines if line)


def _filled(name: str, value: Value, words: Words, language: str) -> str:
    text = _one_line(said(value, words, language)) if value else ""
    return text or Empty(name)


def said(value: Value, words: Words, language: str) -> str:
    """One value in the words of a language: places by name, lists with commas."""
    match value:
        case tuple():
            return _listed([said(one, words, language) for one in value])
        case Place(code=code, detail=detail):
            country = _country(code, words, language)
            beyond = _beyond(detail, country, _country(code, words, FALLBACK_LANGUAGE))
            return f"{country} ({beyond})" if beyond else country
        case Party(name=name, code=code):
            return f"{name} ({_country(code, words, language)})" if code else name
        case _:
            return words.say(msg("plain", text=value), language=language)


def _beyond(detail: str, *countries: str) -> str:
    """A detail without the country that it repeats: "us-east-1" of "United States (us-east-1)"."""
    for country in countries:
        found = re.fullmatch(rf"{re.escape(country)}(?:\s*\((?P<rest>[^()]+)\))?", detail, re.IGNORECASE)
        if found is not None:
            return found["rest"] or ""
    return detail


def _country(code: str, words: Words, language: str) -> str:
    if code in _NOT_IN_CLDR:
        return words.say(_NOT_IN_CLDR[code], language=language)
    return str(_locale(language).territories.get(code, code))


def _listed(texts: list[str]) -> str:
    return ("; " if any("," in text for text in texts) else ", ").join(texts)


@lru_cache(maxsize=32)
def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
