"""What a form can ask for, field by field: how it is shown, typed, and told to the use case as text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.countries import EEA_REGIONS, ISO_3166, ORGANISATIONS, USER_ASSIGNED, Region
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.widgets.date_field import DateField
from vendorrisk.ui.widgets.fields import (
    CheckField,
    ChoiceField,
    CountryField,
    Field,
    MultiLineField,
    TextField,
)
from vendorrisk.ui.widgets.many_field import ManyField
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.review.vendor_rows import place_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from enum import StrEnum

    from vendorrisk.ui.shell.context import Context

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One kind of value: the field for it, and its ways in and out.

    `show` turns a record's value into what the field loads, `text` what the field holds into what the use
    case reads, `back` such a text into what the field loads again (for drafts).
    """

    make: Callable[[], Field]
    show: Callable[[Any], Any]
    text: Callable[[Any], str]
    back: Callable[[str], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a form."""

    key: str
    label: str
    ask: Ask
    required: bool = False
    hint: str = ""


def _same(value: Any) -> Any:
    return value


def _or_empty(value: Any) -> str:
    return "" if value is None else str(value)


def line(placeholder: str = "") -> Ask:
    """A line of text."""
    return Ask(
        make=lambda: TextField(placeholder=placeholder), show=_or_empty, text=_or_empty, back=_same
    )  # fmt: skip


def paragraphs(lines: int = 3) -> Ask:
    """Several lines of text."""
    return Ask(make=lambda: MultiLineField(lines=lines), show=_or_empty, text=_or_empty, back=_same)


def english() -> Ask:
    """A text that customers read, in English; its other languages stay as they are."""
    return Ask(make=TextField, show=lambda texts: text_in(texts or {}, "en"), text=_or_empty, back=_same)


def day() -> Ask:
    """A date."""
    return Ask(
        make=DateField,
        show=_same,
        text=lambda value: value.isoformat() if value else "",
        back=lambda text: date.fromisoformat(text) if text else None,
    )


def truth() -> Ask:
    """Yes or no."""
    return Ask(
        make=lambda: CheckField(tr("Yes")),
        show=bool,
        text=lambda value: YES if value else NO,
        back=lambda typed: typed == YES,
    )


def perhaps(unknown: str = "") -> Ask:
    """Yes, no, or not known, in other words if they are given."""
    options = [("", unknown or tr("Not known")), (YES, tr("Yes")), (NO, tr("No"))]
    return Ask(
        make=lambda: ChoiceField(options),
        show=lambda value: "" if value is None else YES if value else NO,
        text=_or_empty,
        back=_same,
    )


def choice(options: Sequence[tuple[str, str]]) -> Ask:
    """One of (key, text)."""
    return Ask(
        make=lambda: ChoiceField(options),
        show=lambda value: None if value is None else str(value),
        text=_or_empty,
        back=_same,
    )


def word(context: Context, terms: Iterable[StrEnum], *, none: str = "") -> Ask:
    """One word of a vocabulary; with `none` also no word at all, shown as this."""
    options = [(term.value, context.say(label(term))) for term in terms]
    return choice([("", none), *options] if none else options)


def words(context: Context, terms: Iterable[StrEnum]) -> Ask:
    """Any words of a vocabulary."""
    options = [(term.value, context.say(label(term))) for term in terms]
    return Ask(
        make=lambda: ManyField(options),
        show=lambda value: tuple(value or ()),
        text=";".join,
        back=lambda text: tuple(part for part in text.split(";") if part),
    )


def listed() -> Ask:
    """Words of one's own, parted by semicolons."""
    return Ask(
        make=lambda: TextField(placeholder=tr("Separated by semicolons")),
        show=lambda value: "; ".join(value or ()),
        text=_or_empty,
        back=_same,
    )


def rating() -> Ask:
    """A rating from 1 to 5, or none yet."""
    options = [("", tr("Not rated")), *((str(number), str(number)) for number in range(1, 6))]
    return choice_of_number(options)


def choice_of_number(options: Sequence[tuple[str, str]]) -> Ask:
    """One number of a few, or none, under its text."""
    return Ask(make=lambda: ChoiceField(options), show=_or_empty, text=_or_empty, back=_same)


def place(context: Context, *, regions: Iterable[str] = (), organisations: bool = False) -> Ask:
    """A country, with the regions and organisations that may stand for one here."""
    codes = {*ISO_3166, *USER_ASSIGNED, *regions, *(ORGANISATIONS if organisations else ())}
    named = sorted((place_name(context.office, code), code) for code in codes)
    countries = [(code, name) for name, code in named]
    return Ask(
        make=lambda: CountryField(countries, read=context.country_of),
        show=lambda value: value or None, text=_or_empty, back=_or_none,
    )  # fmt: skip


def _or_none(text: str) -> str | None:
    return text or None


ANY_REGION = tuple(region.value for region in Region)
"""Pseudo-regions that a location may carry."""
RECIPIENT_REGIONS = tuple(region.value for region in Region if region in EEA_REGIONS)
"""Those that a flow may end in: no law can be checked against "everywhere"."""
