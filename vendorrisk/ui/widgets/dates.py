"""Dates as people type them: ISO, or with the month in letters; what could be two dates is refused."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

from vendorrisk.ui.widgets.words import tr

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LETTERS: Final = re.compile(r"(\d{1,2})\.? +([^\W\d_]{3,})\.? +(\d{4})")
_FIGURES: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """Why a text is not taken as a date, and what to type instead."""

    what: str
    remedy: str


def read_date(text: str) -> date | Unreadable:
    """Returns the date a person has typed, or the sentence that says why it is not one.

    `2026-04-03` and `3 Apr 2026` are taken. `03/04/2026` is the third of April to one reader and
    the fourth of March to another, so it is refused rather than guessed.
    """
    typed = text.strip()
    if found := _ISO.fullmatch(typed):
        year, month, day = map(int, found.groups())
        return _checked(typed, year=year, month=month, day=day)
    if (found := _LETTERS.fullmatch(typed)) and (number := _month(found[2])):
        return _checked(typed, year=int(found[3]), month=number, day=int(found[1]))
    if found := _FIGURES.fullmatch(typed):
        return _refusal_of_figures(typed, int(found[1]), int(found[2]), int(found[3]))
    return Unreadable(what=tr("{text} is not a date.", text=typed), remedy=tr("Write it as 2026-04-03."))


def show_date(day: date | None) -> str:
    """Returns a date as a form shows and takes it; nothing for no date."""
    return day.isoformat() if day else ""


def _checked(typed: str, *, year: int, month: int, day: int) -> date | Unreadable:
    try:
        return date(year, month, day)
    except ValueError:
        return Unreadable(
            what=tr("There is no {text} in the calendar.", text=typed),
            remedy=tr("Check the day and the month."),
        )


def _month(word: str) -> int:
    """Returns the number of a month by its English name or the first letters of it, 0 for none."""
    folded = word.casefold()
    fits = folded[:3] in _MONTHS and _MONTH_NAMES[_MONTHS.index(folded[:3])].casefold().startswith(folded)
    return _MONTHS.index(folded[:3]) + 1 if fits or folded == "sept" else 0


def _refusal_of_figures(typed: str, first: int, second: int, year: int) -> Unreadable:
    readings = []
    for day, month in ((first, second), (second, first)):
        with suppress(ValueError):
            readings.append(date(year, month, day))
    if not readings:
        return Unreadable(
            what=tr("There is no {text} in the calendar.", text=typed),
            remedy=tr("Check the day and the month."),
        )
    remedy = tr("Write it as {iso}.", iso=readings[0].isoformat())
    if len(set(readings)) == 1:
        return Unreadable(what=tr("{text} has its year last.", text=typed), remedy=remedy)
    return Unreadable(
        what=tr(
            "{text} can be {one} or {other}.",
            text=typed,
            one=_in_words(readings[0]),
            other=_in_words(readings[1]),
        ),
        remedy=tr(
            "Write it as {one} or {other}.", one=readings[0].isoformat(), other=readings[1].isoformat()
        ),
    )


def _in_words(day: date) -> str:
    return tr("{day} {month}", day=day.day, month=tr(_MONTH_NAMES[day.month - 1]))
