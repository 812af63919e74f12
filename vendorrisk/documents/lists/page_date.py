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
_NUMERIC = re.compile(r"(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")

_MONTHS = (
    "jan januar january janvier enero gennaio januari janeiro",
    "feb februar february fevrier febrero febbraio februari fevereiro",
    "mar mrz march marz mars marzo maart marco",
    "apr april avril abril aprile",
    "may mai mayo maggio mei maio",
    "jun june juni juin junio giugno junho",
    "jul july juli juillet julio luglio julho",
    "aug august aout agosto augustus",
    "sep sept september septembre septiembre settembre setembro",
    "oct okt october oktober octobre octubre ottobre outubro",
    "nov november novembre noviembre novembro",
    "dec dez december dezember decembre diciembre dicembre dezembro",
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}


def date_in(text: str) -> tuple[date | None, str]:
    """The date a text holds and the words it is written in; no date for 03/04/2026 or the 31st of June.

    A numeric date with dots is read day first only where the first number cannot be a month.
    """
    if found := _ISO.search(text):
        return _date(found[1], found[2], found[3]), found[0]
    if found := _MONTH_FIRST.search(text):
        return _date(found[3], _month(found[1]), found[2]), found[0]
    if found := _DAY_FIRST.search(text):
        return _date(found[3], _month(found[2]), found[1]), found[0]
    if (found := _DOTTED.search(text)) and int(found[1]) > 12:
        return _date(found[3], found[2], found[1]), found[0]
    found = _NUMERIC.search(text)
    return None, found[0] if found else ""


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
