"""The rows of forms for records, built from each record's own fields, under the labels of the catalogue."""

from __future__ import annotations

import types
import typing
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.diligence.artefacts import KINDS
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.message import msg
from vendorrisk.domain.register.records import Engagement, LawEntry, Location
from vendorrisk.domain.register.vocabulary import (
    Coverage,
    DataCategory,
    DataFlag,
    Mechanism,
    Regime,
    TiaOutcome,
)
from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import Ask, Entry
from vendorrisk.ui.widgets.words import mark, tr
from vendorrisk.usecases.editing import label_of
from vendorrisk.usecases.typed import fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vendorrisk.domain.record import Record
    from vendorrisk.ui.shell.context import Context

_LONG: Final = frozenset(
    {
        "address",
        "notes",
        "role_rationale",
        "tier_reason",
        "locked_exception",
        "ground",
        "detail",
        "scope",
        "condition",
    }
)
_SCALES: Final = frozenset(
    {
        "factor_data", "factor_volume", "factor_criticality", "factor_substitutability", "factor_access",
        "factor_territory", "factor_chain", "factor_history", "tier_override",
    }
)  # fmt: skip
"""Numbers of which the form says what they stand for (domain.md 6.2, 6.3)."""
_COUNTRIES: Final = frozenset({"country", "parent_country", "exporter_country"})


def record_entries(context: Context, kind: type[Record], names: Iterable[str]) -> list[Entry]:
    """Returns the rows for some fields of a record, in this order."""
    hints = typing.get_type_hints(kind)
    known = fields_of(kind)
    return [
        Entry(
            key=name,
            label=context.say(label_of(kind, name)),
            ask=ask_for(context, kind, name, hints[name]),
            required=known[name].required,
            hint=context.say(msg(f"scale.{name}")) if name in _SCALES else "",
        )
        for name in names
    ]


def ask_for(context: Context, kind: type[Record], name: str, hint: Any) -> Ask:
    """Returns how a field of a record is asked for: by its name where that says more than its type."""
    special = _SPECIAL.get((kind, name)) or _BY_NAME.get(name)
    if special is not None:
        return special(context)
    if name in _COUNTRIES:
        return entries.place(context)
    if name.startswith("factor_"):
        return entries.rating()
    if name in _LONG:
        return entries.paragraphs()
    return _by_type(context, hint)


def _by_type(context: Context, hint: Any) -> Ask:
    optional = isinstance(hint, types.UnionType)
    bare = next(one for one in typing.get_args(hint) if one is not types.NoneType) if optional else hint
    bare = typing.get_origin(bare) or bare
    if bare is bool:
        return entries.perhaps() if optional else entries.truth()
    if issubclass(bare, StrEnum):
        return entries.word(context, bare)
    makers: dict[type, Callable[[], Ask]] = {
        date: entries.day,
        dict: entries.english,
        tuple: entries.listed,
    }
    return makers.get(bare, entries.line)()


MODULE_PARTIES: Final = {
    1: mark("controller to controller"),
    2: mark("controller to processor"),
    3: mark("processor to processor"),
    4: mark("processor to its own controller"),
}
"""From whom to whom each module of the clauses leads (domain.md 2.4)."""


def _mechanism(context: Context) -> Ask:
    return entries.word(context, Mechanism, none=tr("None recorded"))


def _document_kinds(context: Context) -> Ask:
    named = sorted((context.say(msg(f"DocumentKind.{code}")), code) for code in KINDS)
    first = ("DPA", "SCC", "TIA")
    options = [(code, text) for text, code in named]
    return entries.choice(sorted(options, key=lambda one: one[0] not in first))


def _modules(_context: Context) -> Ask:
    modules = [
        (str(number), tr("Module {number}: {parties}", number=number, parties=tr(parties)))
        for number, parties in MODULE_PARTIES.items()
    ]
    return entries.choice_of_number([("", tr("None")), *modules])


def _tiers(_context: Context) -> Ask:
    tiers = [(str(number), tr("Tier {number}", number=number)) for number in range(1, 5)]
    return entries.choice_of_number([("", tr("As computed")), *tiers])


_BY_NAME: Final[dict[str, Callable[[Context], Ask]]] = {
    "mechanism": _mechanism,
    "fallback": _mechanism,
    "module": _modules,
    "tier_override": _tiers,
    "importer_country": lambda context: entries.place(
        context, regions=entries.RECIPIENT_REGIONS, organisations=True
    ),
    "data_categories": lambda context: entries.words(context, DataCategory),
    "data_flags": lambda context: entries.words(context, DataFlag),
    "regimes": lambda context: entries.words(context, Regime),
    "tia_outcome": lambda context: entries.word(context, TiaOutcome, none=tr("None recorded")),
}
_SPECIAL: Final[dict[tuple[type[Record], str], Callable[[Context], Ask]]] = {
    (Document, "kind"): _document_kinds,
    (Engagement, "reaches_locked"): lambda _context: entries.perhaps(tr("Not yet answered")),
    (LawEntry, "coverage"): lambda context: entries.word(context, Coverage),
    (LawEntry, "regime"): lambda context: entries.word(context, Regime),
    (Location, "country"): lambda context: entries.place(context, regions=entries.ANY_REGION),
}
