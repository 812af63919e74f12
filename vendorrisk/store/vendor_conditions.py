"""Filters, text and order of the register as SQL, one entry of a table each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Text, and_, case, cast, func, or_, select

from vendorrisk.domain.diligence.artefacts import AGREEMENTS
from vendorrisk.domain.diligence.findings import CLOSED
from vendorrisk.domain.diligence.records import Document, Finding
from vendorrisk.domain.diligence.validity import RECORDED
from vendorrisk.domain.register.countries import EEA_REGIONS
from vendorrisk.domain.register.records import ENDED_STAGES, Engagement, Location, Role, Vendor, VendorKind
from vendorrisk.store.folding import folded
from vendorrisk.store.pages import directed
from vendorrisk.store.tables import FOLDED, SORT_KEY, TABLES
from vendorrisk.usecases.register.vendor_listings import VendorFilter, VendorOrder, VendorText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import ColumnElement

    from vendorrisk.usecases.register.vendor_listings import VendorQuery

VENDOR = TABLES[Vendor]
_ENGAGEMENT = TABLES[Engagement]
_LOCATION = TABLES[Location]
_DOCUMENT = TABLES[Document]
_FINDING = TABLES[Finding]
ENGLISH, END = '{"en":"', '"}'
MOST_CYCLES = 40
"""Years after its anchor until which a reassessment is looked for."""


def due_text() -> ColumnElement[str]:
    """The due date as text that compares like the date (domain.md 6.6: the anchor plus 12 months a cycle).

    A clamped 29 February compares as 29 February: one day late in a common year, never early.
    """
    anchor = _ENGAGEMENT.c.anchor
    year = cast(func.substr(anchor, 1, 4), Integer) + _ENGAGEMENT.c.cycles
    return cast(year, Text) + func.substr(anchor, 5, type_=Text)


def conditions(query: VendorQuery) -> list[ColumnElement[bool]]:
    """Everything a vendor must meet to be shown."""
    found = [_FILTERS[name](query) for name in sorted(query.filters)]
    found += [narrows(query) for narrows, given in _NARROWING if given(query)]
    return found + [_has_word(query, word) for word in query.text.split()]


def order(query: VendorQuery) -> list[ColumnElement[Any]]:
    """The keys of the order, missing values last; the name decides between equals."""
    keys = [directed(_ORDERS[part.by](query), descending=part.descending) for part in query.sort]
    return [*keys, VENDOR.c[SORT_KEY], VENDOR.c.id]


def _has(*wanted: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether one of the vendor's engagements that are not over meets all of this."""
    found = select(_ENGAGEMENT.c.vendor_id).where(_ENGAGEMENT.c.stage.not_in(ENDED_STAGES), *wanted)
    return VENDOR.c.id.in_(found)


def not_ended(today: date) -> ColumnElement[bool]:
    """Whether the last day of a place is not behind; one that begins later counts."""
    return or_(_LOCATION.c.valid_to.is_(None), _LOCATION.c.valid_to >= today.isoformat())


def _has_place(query: VendorQuery, *wanted: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether data is held in, or reached from, such a place."""
    found = select(_LOCATION.c.engagement_id).where(not_ended(query.today), *wanted)
    return _has(_ENGAGEMENT.c.id.in_(found))


def _due_before(day: date) -> ColumnElement[bool]:
    """Whether a reassessment falls due before a day, exactly: anchors are compared with the day cycles ago.

    No function is called on any row: in an encrypted register that costs more than all the rest.
    """
    due = [
        and_(_ENGAGEMENT.c.cycles == cycles, _ENGAGEMENT.c.anchor < years_before(day, cycles).isoformat())
        for cycles in range(1, MOST_CYCLES + 1)
    ]
    return _has(or_(*due))


def years_before(day: date, years: int) -> date:
    """The first day on which an anchor is no longer due before `day` after so many years."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February in a common year: an anchor on the 28th is due before
        return date(day.year - years, 3, 1)


def _without_agreement(query: VendorQuery) -> ColumnElement[bool]:
    """No agreement under GDPR 28 (or clauses that replace it) is known to be in force, but needed."""
    paper, today = _DOCUMENT.c, query.today.isoformat()
    in_force = select(paper.vendor_id).where(
        paper.kind.in_(AGREEMENTS),
        paper.recorded_status.not_in(RECORDED),
        paper.valid_from <= today,
        or_(paper.valid_to.is_(None), paper.valid_to >= today),
    )
    return and_(_has(_ENGAGEMENT.c.role == Role.SUB_PROCESSOR), VENDOR.c.id.not_in(in_force))


def _open_finding(_query: VendorQuery) -> ColumnElement[bool]:
    unfinished = select(_FINDING.c.engagement_id).where(_FINDING.c.state.not_in(CLOSED))
    return _has(_ENGAGEMENT.c.id.in_(unfinished))


def _in_places(query: VendorQuery, codes: Iterable[str]) -> ColumnElement[bool]:
    return _has_place(query, _LOCATION.c.country.in_(codes))


def _outside_eea(query: VendorQuery) -> ColumnElement[bool]:
    return _has_place(query, _LOCATION.c.country.not_in([*query.eea, *EEA_REGIONS]))


_FILTERS: dict[VendorFilter, Callable[[VendorQuery], ColumnElement[bool]]] = {
    VendorFilter.ACTIVE: lambda _: VENDOR.c.archived_on.is_(None),
    VendorFilter.ARCHIVED: lambda _: VENDOR.c.archived_on.is_not(None),
    VendorFilter.OUTSIDE_EEA: _outside_eea,
    VendorFilter.OVERDUE: lambda query: _due_before(query.today),
    VendorFilter.DUE_30: lambda query: _due_before(query.today + timedelta(days=31)),
    VendorFilter.NO_DPA: _without_agreement,
    VendorFilter.NEVER_ASSESSED: lambda _: _has(
        _ENGAGEMENT.c.role == Role.SUB_PROCESSOR, _ENGAGEMENT.c.anchor.is_(None)
    ),
    VendorFilter.AFFILIATE: lambda _: VENDOR.c.kind == VendorKind.AFFILIATE,
    VendorFilter.THIRD_PARTY: lambda _: VENDOR.c.kind == VendorKind.THIRD_PARTY,
    VendorFilter.MINE: lambda query: VENDOR.c.owner == query.person,
    VendorFilter.OPEN_FINDING: _open_finding,
    VendorFilter.BAD_TRANSFER: lambda query: VENDOR.c.id.in_(sorted(query.bad_transfers)),
}


def _in_stage(stages: frozenset[str]) -> ColumnElement[bool]:
    return VENDOR.c.id.in_(select(_ENGAGEMENT.c.vendor_id).where(_ENGAGEMENT.c.stage.in_(sorted(stages))))


_NARROWING: tuple[
    tuple[Callable[[VendorQuery], ColumnElement[bool]], Callable[[VendorQuery], frozenset[str]]], ...
] = (
    (
        lambda query: _has_place(query, _LOCATION.c.country.in_(sorted(query.places))),
        lambda query: query.places,
    ),
    (lambda query: VENDOR.c.owner.in_(sorted(query.owners)), lambda query: query.owners),
    (lambda query: _has(_ENGAGEMENT.c.service_id.in_(sorted(query.services))), lambda query: query.services),
    (lambda query: _in_stage(query.stages), lambda query: query.stages),
)


def _has_word(query: VendorQuery, word: str) -> ColumnElement[bool]:
    """Whether one typed word stands in one of the columns in sight; a word nowhere sought hides all."""
    return or_(*(_SOUGHT[where](query, word) for where in sorted(query.searched)))


def _contains(column: ColumnElement[Any], word: str) -> ColumnElement[bool]:
    """Whether a text has the word in it; plain letters match in any case."""
    return or_(*(column.contains(one, autoescape=True) for one in sorted(_spellings(word))))


def _spellings(word: str) -> set[str]:
    return {word, word.lower(), word.upper(), word.capitalize()}


def _purpose_has(word: str) -> ColumnElement[bool]:
    """Seeks in the words of a purpose; what stands in its notation too is sought without that."""
    purpose: ColumnElement[Any] = _ENGAGEMENT.c.purpose
    in_notation = any(one in ENGLISH or one in END for one in _spellings(word))
    return _has(_contains(_bare(purpose) if in_notation else purpose, word))


def _in_named_place(query: VendorQuery, word: str) -> ColumnElement[bool]:
    wanted = folded(word)
    codes = [code for code, name in query.place_names.items() if wanted in name or wanted == code.lower()]
    return _in_places(query, codes)


_SOUGHT: dict[VendorText, Callable[[VendorQuery, str], ColumnElement[bool]]] = {
    VendorText.NAME: lambda _, word: VENDOR.c[FOLDED].contains(folded(word), autoescape=True),
    VendorText.PURPOSE: lambda _, word: _purpose_has(word),
    VendorText.PLACE: _in_named_place,
    VendorText.OWNER: lambda _, word: _contains(VENDOR.c.owner, word),
}


def _bare(texts: Any) -> ColumnElement[str]:
    """A text in languages without the signs of its notation, as far as it is English alone."""
    return func.replace(texts, ENGLISH, "", type_=Text)


def _first_of(column: ColumnElement[Any], *wanted: ColumnElement[bool]) -> ColumnElement[Any]:
    own = and_(_ENGAGEMENT.c.vendor_id == VENDOR.c.id, _ENGAGEMENT.c.stage.not_in(ENDED_STAGES))
    return select(func.min(column)).where(own, *wanted).scalar_subquery()


def _first_place(query: VendorQuery) -> ColumnElement[Any]:
    ranks = {
        code: rank for rank, code in enumerate(sorted(query.place_names, key=query.place_names.__getitem__))
    }
    if not ranks:
        return func.nullif(VENDOR.c.country, "")
    rank = case(ranks, value=_LOCATION.c.country, else_=len(ranks))
    here = and_(_LOCATION.c.engagement_id == _ENGAGEMENT.c.id, not_ended(query.today))
    return _first_of(rank, here)


_ORDERS: dict[VendorOrder, Callable[[VendorQuery], ColumnElement[Any]]] = {
    VendorOrder.NAME: lambda _: VENDOR.c[SORT_KEY],
    VendorOrder.PURPOSE: lambda _: func.nullif(_first_of(func.lower(_bare(_ENGAGEMENT.c.purpose))), "{}"),
    VendorOrder.PLACE: _first_place,
    VendorOrder.COUNTRY: lambda _: func.nullif(VENDOR.c.country, ""),
    VendorOrder.OWNER: lambda _: func.nullif(VENDOR.c.owner, ""),
    VendorOrder.DUE: lambda _: _first_of(due_text(), _ENGAGEMENT.c.anchor.is_not(None)),
}
