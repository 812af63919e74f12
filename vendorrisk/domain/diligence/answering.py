"""From what stands in a cell to the canonical answer of a question, or to the problem with it.

Canonical forms: YES, PARTLY, NO, NA, NONE; an option's code; codes joined by ";" in the questionnaire's order
(MULTI) or by alphabet (COUNTRIES); a plain decimal number; a date as 2026-11-30; tidied text. Empty = blank.
"""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from vendorrisk.domain.diligence.answer_words import fold, meaning
from vendorrisk.domain.diligence.arithmetic import plain_number
from vendorrisk.domain.diligence.questionnaire import AnswerType, Fixed, Question
from vendorrisk.domain.diligence.ticks import contradiction
from vendorrisk.domain.message import Message, Problem, msg
from vendorrisk.domain.register.countries import MISTAKEN, is_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

CountryFinder: TypeAlias = "Callable[[str], str]"
"""Gives the code of a country or region as somebody wrote it, or an empty text."""

JOIN: Final = ";"
LONGEST_TEXT: Final = 10_000
LARGEST_SHARE: Final = 100
"""Of a number up to this, three decimals such as 99.995 can only be decimals."""

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,6})?")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{2}0(?![0-9])")
_SEPARATORS = re.compile(r"[;,\n|]+")
_SHORT_UNITS: Final = {
    "hours": ("hour", "hrs", "h"), "days": ("day", "d"), "months": ("month",), "%": ("percent", "per cent"),
}  # fmt: skip
"""What else people write for a unit of our questions."""
_KEPT = "\n\t"


class _Refused(Exception):
    """Carries the message of what is wrong with a raw answer to `parse_answer`."""

    def __init__(self, what: Message) -> None:
        super().__init__(what.key)
        self.what = what


def parse_answer(
    question: Question,
    raw: Any,
    *,
    today: date | None = None,
    find_country: CountryFinder | None = None,
    where: str = "",
) -> str | Problem:
    """The canonical answer, empty for a blank one, or the problem with its remedy.

    `raw` is what a cell or form held: text, number, truth value, date, or a list of texts (ticks). Dates are
    ISO 8601 or real date cells only: 03/04/2026 means two different days. With `today`, a date that cannot
    lie in the future is checked. `where` names the place in a problem, the question's id if empty.
    """
    if _is_blank(raw):
        return ""
    try:
        common = _common(question, raw)
        return common or _PARSERS[question.type](question, raw, today, find_country or code_of)
    except _Refused as refused:
        remedy = msg(f"{refused.what.key}.remedy", **refused.what.params)
        return Problem(where or question.id, refused.what, remedy)


def code_of(written: str) -> str:
    """The code of a country or region written as a code ("de", "UK", "EEA"); empty for anything longer."""
    code = written.strip().upper()
    code = MISTAKEN.get(code, code)
    return code if is_place(code) else ""


def split_values(value: str) -> tuple[str, ...]:
    """The parts of a canonical answer with several values."""
    return tuple(part for part in value.split(JOIN) if part)


def tidy_text(text: str) -> str:
    """Text as it is stored: composed, visible characters only, no blanks at its ends."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(char for char in plain if char.isprintable() or char in _KEPT).strip()


def _is_blank(raw: Any) -> bool:
    return raw is None or raw == [] or (isinstance(raw, str) and not tidy_text(raw))


def _common(question: Question, raw: Any) -> str:
    """The answers "not applicable" and "none", where the question allows them."""
    if not isinstance(raw, str):
        return ""
    said = meaning(raw)
    if said is Fixed.NA and question.may_be_na:
        return Fixed.NA.value
    if said is Fixed.NONE and question.none_word:
        return Fixed.NONE.value
    return _labelled(raw, {Fixed.NONE.value: question.none_word.values()})


def _choice(question: Question, raw: Any, _today: date | None, _find: CountryFinder) -> str:
    """Yes, no or partly, in words, as truth value, or as the code itself."""
    said = Fixed.YES if raw is True else Fixed.NO if raw is False else meaning(str(raw))
    if said is None or said.value not in question.choices:
        raise _Refused(msg(f"answer.not_{question.type.lower()}", given=_shown(raw)))
    return said.value


def _option(question: Question, raw: Any, _today: date | None, _find: CountryFinder) -> str:
    return _option_code(question, str(raw))


def _options(question: Question, raw: Any, _today: date | None, _find: CountryFinder) -> str:
    parts = raw if isinstance(raw, list) else _SEPARATORS.split(str(raw))
    written = [str(part) for part in parts if str(part).strip()]
    given = {_common(question, part) or _option_code(question, part) for part in written}
    ticked = [code for code in question.choices if code in given]
    if wrong := contradiction(question, ticked):
        raise _Refused(wrong)
    return JOIN.join(ticked)


def _number(question: Question, raw: Any, _today: date | None, _find: CountryFinder) -> str:
    number = _decimal(question, raw)
    low, high = question.minimum, question.maximum
    if (high is None or high > LARGEST_SHARE) and _may_be_thousands(raw):
        raise _Refused(msg("answer.thousands", given=_shown(raw)))
    if (low is not None and number < low) or (high is not None and number > high):
        raise _Refused(msg("answer.out_of_range", given=_shown(raw), least=str(low), most=str(high)))
    return plain_number(number)


def _date(question: Question, raw: Any, today: date | None, _find: CountryFinder) -> str:
    day = _day_of(raw)
    if question.past and today is not None and day > today:
        raise _Refused(msg("answer.in_future", given=day))
    return day.isoformat()


def _text(_question: Question, raw: Any, _today: date | None, _find: CountryFinder) -> str:
    text = tidy_text(plain_number(Decimal(repr(raw))) if _is_number(raw) else _shown(raw))
    if len(text) > LONGEST_TEXT:
        raise _Refused(msg("answer.too_long", length=len(text), most=LONGEST_TEXT))
    return text


def _countries(_question: Question, raw: Any, _today: date | None, find: CountryFinder) -> str:
    parts = [part.strip() for part in _SEPARATORS.split(str(raw)) if part.strip()]
    found = {part: find(part) for part in parts}
    unknown = [part for part, code in found.items() if not code]
    if unknown:
        raise _Refused(msg("answer.unknown_country", given=unknown))
    return JOIN.join(sorted(set(found.values())))


_PARSERS: Final[Mapping[AnswerType, Callable[[Question, Any, date | None, CountryFinder], str]]] = {
    AnswerType.YN: _choice,
    AnswerType.YNP: _choice,
    AnswerType.ENUM: _option,
    AnswerType.MULTI: _options,
    AnswerType.NUM: _number,
    AnswerType.DATE: _date,
    AnswerType.TEXT: _text,
    AnswerType.COUNTRIES: _countries,
}


def _option_code(question: Question, written: str) -> str:
    code = _labelled(
        written, {option.code: (option.code, *option.text.values()) for option in question.options}
    )
    if not code:
        raise _Refused(msg("answer.not_an_option", given=_shown(written)))
    return code


def _labelled(written: str, labels: Mapping[str, Iterable[str]]) -> str:
    """The code whose label, in any language, was written; empty if none was."""
    wanted = fold(written)
    return next((code for code, texts in labels.items() if wanted in map(fold, texts)), "")


def _decimal(question: Question, raw: Any) -> Decimal:
    """A number from a cell, or from text with nothing but the question's own unit behind it."""
    if _is_number(raw) and math.isfinite(raw):
        return Decimal(repr(raw))
    written = " ".join(_shown(raw).split())
    units = {*question.unit.values(), *_SHORT_UNITS.get(question.unit.get("en", ""), ())}
    for unit in sorted(units, key=len, reverse=True):
        if fold(written).endswith(fold(unit)):
            written = written[: len(written) - len(unit)].strip()
            break
    if not _NUMBER.fullmatch(written):
        raise _Refused(msg("answer.not_a_number", given=_shown(raw)))
    return Decimal(written)


def _day_of(raw: Any) -> date:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    written = _shown(raw).strip()
    try:
        if _ISO_DATE.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        raise _Refused(msg("answer.no_such_day", given=written)) from None
    raise _Refused(msg("answer.not_a_date", given=written))


def _may_be_thousands(raw: Any) -> bool:
    """Whether a point may part thousands: nobody writes 1.250 for a quarter more than one.

    A number cell, and our own canonical form, never end in a zero behind the point.
    """
    return not _is_number(raw) and _THOUSANDS.match(_shown(raw).strip()) is not None


def _is_number(raw: Any) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool)


def _shown(raw: Any) -> str:
    """The raw answer as it is quoted back."""
    return tidy_text(raw if isinstance(raw, str) else str(raw))
