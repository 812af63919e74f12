"""Cells of a customer file as contracts and CRM exports write them; what may be meant two ways is refused.

A wrong number of days is worse than none: "30 days" and "ten (10) business days" are read, "1 month" and
"10 Werktage" (Saturday counts, or does not) are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from vendorrisk.domain.diligence.answer_words import fold, meaning
from vendorrisk.domain.diligence.questionnaire import Fixed
from vendorrisk.domain.message import UserError, msg
from vendorrisk.domain.notice.records import Authorisation, CountRule, DayUnit
from vendorrisk.domain.register import fields, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

T = TypeVar("T")

MOST_DAYS: Final = 730
DAYS_OF_A_WEEK: Final = 7

_UNITS: Final = {
    None: "days|day|d|tage|tagen|tag|jours|jour",
    DayUnit.CALENDAR: "calendar days|calendar day|calendar|kalendertage|kalendertagen|jours calendaires",
    DayUnit.BUSINESS: (
        "business days|business day|business|working days|working day|arbeitstage|arbeitstagen|jours ouvres"
    ),
}
_UNIT_OF: Final = {word: unit for unit, words in _UNITS.items() for word in words.split("|")}
_WEEKS: Final = frozenset({"weeks", "week", "wochen", "woche", "semaines", "semaine"})
_MONTHS: Final = frozenset({
    "months", "month", "monate", "monaten", "monat", "mois", "quarters", "quarter", "quartale", "quartal",
    "years", "year", "jahre", "jahr",
})  # fmt: skip
_SATURDAY_OR_NOT: Final = frozenset({
    "werktage", "werktagen", "werktag", "jours ouvrables", "jour ouvrable",
})  # fmt: skip

_BRACKETED_UNIT: Final = re.compile(r"(?P<days>[0-9]{1,4} ?[^\W\d_]+) ?\((?P<unit>[^()]+)\)")
_PERIOD: Final = re.compile(
    r"(?:(?P<number>[0-9]{1,4})(?:[.,]00?)?(?: ?\((?P<said>[^\W\d_][\w -]*)\))?"
    r"|(?P<saying>[^\W\d_][\w -]*?) ?\((?P<told>[0-9]{1,4})\))"
    r"(?: ?(?P<unit>[^\W\d_]+(?:[ -][^\W\d_]+)*))?"
)
_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_NUMBERS: Final = {word: number for number, word in enumerate(_ONES)} | {
    f"{ten}{f' {_ONES[one]}' if one else ''}": number + one
    for ten, number in _TENS.items()
    for one in range(10)
} | {
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "acht": 8, "fünfzehn": 15, "deux": 2, "quatre": 4,
    "sieben": 7, "zehn": 10, "vierzehn": 14, "zwanzig": 20, "dreissig": 30, "sechzig": 60, "neunzig": 90,
    "dix": 10, "quinze": 15, "vingt": 20, "trente": 30, "soixante": 60,
}  # fmt: skip

_AUTHORISATION: Final = {
    Authorisation.GENERAL: "general|generally|allgemein|allgemeine|generell|generelle|generale|geral|"
    "algemeen",
    Authorisation.SPECIFIC: "specific|specifically|gesondert|gesonderte|spezifisch|spezifische|einzeln|"
    "specifique|especifica|specifica|specifiek|specifieke|besondere|einzelgenehmigung",
}
_IS_AUTHORISATION: Final = {
    word: meant for meant, words in _AUTHORISATION.items() for word in words.split("|")
}
WORDS_FOR_AUTHORISATION: Final = frozenset(
    {"authorisation", "authorization", "genehmigung", "autorisation", "autorizacion", "autorizzazione",
     "autorizacao", "toestemming"}
)  # fmt: skip
"""What agreeing to a sub-processor is called, in headings and in cells."""

_AROUND_AUTHORISATION: Final = WORDS_FOR_AUTHORISATION | {
    "prior", "written", "vorherige", "schriftliche", "prealable", "ecrite",
}  # fmt: skip
_ROUNDED: Final = re.compile(r"[0-9][.,][0-9]+E\+?[0-9]{2}", re.IGNORECASE)
_TICKS: Final = frozenset({"x", "✓", "✔"})
_STATUS: Final = {
    True: "active|current|live|aktiv|actif|active customer|customer",
    False: "inactive|former|ended|closed|cancelled|canceled|churned|inaktiv|ehemalig|beendet|inactif|ancien",
}
_IS_ACTIVE: Final = {word: active for active, words in _STATUS.items() for word in words.split("|")}
_CHANNELS: Final = {
    "EMAIL": frozenset({"email", "e mail", "mail", "courriel"}),
    "PORTAL": frozenset({"portal", "customer portal", "kundenportal", "portail"}),
    "LETTER": frozenset({"letter", "registered letter", "post", "brief", "einschreiben", "courrier"}),
    "WEB_LIST": frozenset({"web list", "published list", "web page", "website"}),
}
_LANGUAGES: Final = {
    "en": "english|englisch|anglais", "de": "german|deutsch|allemand", "fr": "french|francais|franzosisch",
    "es": "spanish|espanol|spanisch|espagnol", "it": "italian|italiano|italienisch|italien",
    "nl": "dutch|nederlands|niederlandisch|neerlandais", "pt": "portuguese|portugues|portugiesisch|portugais",
    "pl": "polish|polski|polnisch|polonais", "hr": "croatian|hrvatski|kroatisch|croate",
}  # fmt: skip
_DOTTED: Final = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})")
_NAMED_ADDRESS: Final = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]+)>")
_PARTS: Final = re.compile(r"[;|\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """So many days. `unit` None: no unit was written. `is_plain`: "days" alone, which a column qualifies."""

    days: int
    unit: DayUnit | None = None
    is_plain: bool = False


def _refused(key: str, **facts: object) -> UserError:
    return UserError(msg(key, **facts), msg(f"{key}.remedy", **facts))


def period(typed: str) -> Period:
    """A number of days with the unit written beside it: 30, 30d, "10 business days", "thirty (30) days".

    "days" alone are calendar days unless a column says otherwise (domain.md 5.4); a week has seven. Months,
    and words for days of which Saturday may be one, are refused.
    """
    found = _PERIOD.fullmatch(_in_digits(_with_unit_inside(" ".join(typed.casefold().split()).rstrip("."))))
    if found is None:
        raise _refused("customers.period", text=text.line(typed))
    unit = fold(found["unit"] or "")
    number = _same_in_words(found, typed)
    if unit in _MONTHS:
        raise _refused("customers.months", text=text.line(typed))
    if unit in _SATURDAY_OR_NOT:
        raise _refused("customers.saturday", text=text.line(typed))
    if unit in _WEEKS:
        return Period(days=_in_range(number * DAYS_OF_A_WEEK, typed), unit=DayUnit.CALENDAR)
    if unit and unit not in _UNIT_OF:
        raise _refused("customers.period", text=text.line(typed))
    written = _UNIT_OF.get(unit)
    is_plain = bool(unit) and written is None
    return Period(
        days=_in_range(number, typed), unit=DayUnit.CALENDAR if is_plain else written, is_plain=is_plain
    )


def _with_unit_inside(written: str) -> str:
    """What a bracket says of plain days: "30 days (calendar)" are 30 calendar days."""
    found = _BRACKETED_UNIT.fullmatch(written)
    if found is None or not is_unit(found["unit"]):
        return written
    number, _, plain = found["days"].partition(" ")
    return f"{number} {found['unit']}" if plain in _UNIT_OF and _UNIT_OF[plain] is None else written


def _in_digits(written: str) -> str:
    """A number that is written out, in digits: "ten business days"; other words stay as they are."""
    words = written.split(" ")
    for end in () if any(map(str.isdigit, written)) else (2, 1):
        number = _NUMBERS.get(" ".join(words[:end]).replace("-", " ").replace("ß", "ss"))
        if number is not None:
            return " ".join([str(number), *words[end:]])
    return written


def _same_in_words(found: re.Match[str], typed: str) -> int:
    """The number in digits; one that is written out beside it has to be the same."""
    number = int(found["number"] or found["told"])
    said = found["said"] or found["saying"]
    if said and _NUMBERS.get(" ".join(re.split(r"[\s-]+", said.strip()))) != number:
        raise _refused("customers.period", text=text.line(typed))
    return number


def _in_range(number: int, typed: str) -> int:
    if number > MOST_DAYS:
        raise UserError(
            msg("number.range", text=text.line(typed), low=0, high=MOST_DAYS),
            msg("number.range.remedy", low=0, high=MOST_DAYS),
        )
    return number


def is_unit(written: str) -> bool:
    """Whether a text names days of one kind, so that it may stand in a heading: "Notice (business days)"."""
    return fold(written) in _UNIT_OF


def day_unit(typed: str) -> DayUnit:
    """CALENDAR or BUSINESS, also as "calendar days", "working days" or their German and French words."""
    word = fold(typed)
    if word in _SATURDAY_OR_NOT:
        raise _refused("customers.saturday", text=text.line(typed))
    if word in _UNIT_OF:
        return _UNIT_OF[word] or DayUnit.CALENDAR
    return fields.one_of(DayUnit)(typed)


def account(typed: str) -> str:
    """An account number; one that a spreadsheet rounded to 1.23457E+15 may be that of several customers."""
    if _ROUNDED.fullmatch(typed):
        raise _refused("customers.rounded", text=text.line(typed))
    return text.line(typed)


def yes_no(typed: str) -> bool:
    """Yes or no in the words of many languages, as truth value, or as a tick."""
    said = meaning(typed)
    if said in {Fixed.YES, Fixed.NO} or fold(typed) in _TICKS:
        return said is not Fixed.NO
    return fields.truth(typed)


def authorisation(typed: str) -> Authorisation:
    """GENERAL or SPECIFIC, also as "general written authorisation" or "gesonderte Genehmigung"."""
    words = [word for word in fold(typed).split() if word not in _AROUND_AUTHORISATION]
    meant = _IS_AUTHORISATION.get(words[0]) if len(words) == 1 else None
    return meant or fields.one_of(Authorisation)(typed)


def is_active(typed: str) -> bool:
    """Whether a status is that of a customer we have, and not of one we had; other words are refused.

    Columns called "Active" are answered with yes and no.
    """
    known = _IS_ACTIVE.get(fold(typed))
    if known is None and meaning(typed) in {Fixed.YES, Fixed.NO}:
        known = meaning(typed) is Fixed.YES
    if known is None:
        raise _refused("customers.status", status=typed)
    return known


def language(typed: str) -> str:
    """The code of a language by its name in four languages, such as "Deutsch"; else what was typed."""
    named = (code for code, names in _LANGUAGES.items() if fold(typed) in names.split("|"))
    return next(named, typed) if typed.isalpha() else typed


def day(typed: str) -> date | None:
    """A date as files write it: with dots the day comes first; all others as everywhere."""
    found = _DOTTED.fullmatch(typed.strip())
    year_first = f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}" if found else typed
    return fields.optional_date(year_first)


def channel(typed: str) -> str:
    """The code of a way by which notices are sent."""
    found = next((code for code, words in _CHANNELS.items() if fold(typed) in words), None)
    if found is None:
        raise _refused("customers.channel", channel=typed, known=sorted(_CHANNELS))
    return found


def contact(typed: str) -> tuple[str, str]:
    """Name and address of a person: "Ms Keller <keller@acme.example>", or the address alone."""
    found = _NAMED_ADDRESS.fullmatch(typed.strip())
    if found is None:
        return "", fields.email(typed.strip())
    return text.line(found["name"].strip(' "')), fields.email(found["address"].strip())


def count_rule(typed: str) -> CountRule:
    """Whether the first day counts; CLEAR_DAYS, "clear days", leave it out (domain.md 5.2)."""
    clear = fold(typed.replace("_", " ")) == "clear days"
    return CountRule.EXCLUDE_START_DAY if clear else fields.one_of(CountRule)(typed)


def several(read_one: Callable[[str], T]) -> Callable[[str], tuple[T, ...]]:
    """A reader of names parted by semicolon, bar or line end; each is kept once."""

    def read(typed: str) -> tuple[T, ...]:
        return tuple(dict.fromkeys(read_one(part) for part in _PARTS.split(typed) if part.strip()))

    return read
