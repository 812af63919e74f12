"""The date a list gives itself: "Last updated: June 8, 2023"; ambiguous ones stay text."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.documents.lists.vocabulary import Vocabulary

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,3})(?!\d)")
_MONTH_FIRST = re.compile(r"(?i)([a-zäéûčž]{3,10})\.?,?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?i)(\d{1,2})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?([a-zäéûčž]{3,10})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)"
)
_NUMERIC = re.compile(r"(?<![A-Za-z\d.-])(\d{1,2})([./-])[ ]?(\d{1,2})\2[ ]?(\d{4}|\d{2})(?!\d)")
_MONTHS_OF_A_YEAR = 12

_MONTHS = (
    "jan januar january janvier enero gennaio januari janeiro",
    "feb februar february fevrier febrero febbraio februari fevereiro",
    "mar mrz march marz mars marzo maart marco marts",
    "apr april avril abril aprile",
    "may mai mayo maggio mei maio maj",
    "jun june juni juin junio giugno junho",
    "jul july juli juillet julio luglio julho",
    "aug august aout agosto augustus augusti",
    "sep sept september septembre septiembre settembre setembro",
    "oct okt october oktober octobre octubre ottobre outubro",
    "nov november novembre noviembre novembro",
    "dec dez december dezember decembre diciembre dicembre dezembro",
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}


def date_in(text: str) -> tuple[date | None, str]:
    """The date a text holds and the words it is written in; no date for 03/04/2026 or the 31st of June.

    With dots the day always stands first; with strokes only where one of the numbers can be no month.
    """
    if found := _ISO.search(text):
        return _date(found[1], found[2], found[3]), found[0]
    if found := _MONTH_FIRST.search(text):
        return _date(found[3], _month(found[1]), found[2]), found[0]
    if found := _DAY_FIRST.search(text):
        return _date(found[3], _month(found[2]), found[1]), found[0]
    if found := _NUMERIC.search(text):
        return _of_numbers(found[1], found[2], found[3], found[4]), found[0]
    return None, ""


def _of_numbers(first: str, sign: str, second: str, year: str) -> date | None:
    """A date of numbers alone; none where day and month may stand either way round."""
    if len(year) < len("2025"):
        return None
    if sign == "." or first == second or int(first) > _MONTHS_OF_A_YEAR:
        return _date(year, second, first)
    return _date(year, first, second) if int(second) > _MONTHS_OF_A_YEAR else None


def updated_in(texts: Iterable[tuple[str, str]], words: Vocabulary) -> tuple[date | None, str, str]:
    """Date, its words and their place from the first text that says when the list was updated."""
    for text, where in texts:
        if words.has("updated", text[:200]) or fold(text.split(":")[0]) in words.words["updated"]:
            found, written = date_in(text)
            if written:
                return found, written, where
    return None, "", ""


def _month(name: str) -> str:
    return str(_MONTH_NUMBERS.get(fold(name), 0))


def _date(year: str, month: str, day: str) -> date | None:
    """No date for a day of three digits: which digit is the slip, nobody knows."""
    if len(day) > 2:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
