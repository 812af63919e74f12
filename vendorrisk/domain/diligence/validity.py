"""Whether a certificate, report or paper counts today, until when, and why (domain.md 3.2, 3.3).

Days are calendar days and inclusive: what is valid through 13 May counts on 13 May.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.artefacts import Clock, kind_of, kind_word
from vendorrisk.domain.diligence.editions import edition_of, plain
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.months import add_months

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from vendorrisk.domain.diligence.editions import Edition
    from vendorrisk.domain.diligence.records import Document


class ArtefactStatus(StrEnum):
    """How an artefact stands on a day; only VALID earns full credit."""

    VALID = "VALID"
    NOT_YET_VALID = "NOT_YET_VALID"
    STALE = "STALE"
    LAPSED = "LAPSED"
    EXPIRED = "EXPIRED"
    DEPENDENT_LAPSED = "DEPENDENT_LAPSED"
    SUSPENDED = "SUSPENDED"
    WITHDRAWN = "WITHDRAWN"
    UNKNOWN = "UNKNOWN"


class RecordedStatus(StrEnum):
    """What is taken from the certification body or a registry, and never computed."""

    WITHDRAWN = "WITHDRAWN"
    SUSPENDED = "SUSPENDED"


RECORDED: Final = tuple(ArtefactStatus(one) for one in RecordedStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How many months after its period a report stays current, then stale; and a bridge letter's reach."""

    current: int = 12
    stale: int = 15
    bridge: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What a document is judged with: the table of editions, the other documents by id, and the policy."""

    editions: tuple[Edition, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    freshness: Freshness = field(default_factory=Freshness)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The status of a document on a day and why; `until` is the last day on which that status holds.

    `ended` is the last day on which it counted at all, once that is over; None while it counts, and where
    no day is known, as for a withdrawn one.
    """

    status: ArtefactStatus
    why: Message
    until: date | None = None
    ended: date | None = None

    @property
    def last_day(self) -> date | None:
        """The last day on which the document counts or counted, whatever day is printed on it."""
        return self.until or self.ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A last good day, and what the document becomes after it."""

    last: date
    then: ArtefactStatus
    why: Message


def status(document: Document, today: date, archive: Archive) -> Standing:
    """How a document stands today, and why (domain.md 3.3)."""
    return _status(document, today, archive, frozenset({document.id}))


def scope_ok(document: Document) -> bool | None:
    """Whether entity, service and own sites are all covered; None while one of them is not known."""
    answers = (document.covers_vendor, document.covers_service, document.covers_sites)
    if False in answers:
        return False
    return None if None in answers else True


def aged_from(document: Document) -> date | None:
    """The day from which a document ages: the end of its period, else its date of issue."""
    return document.period_end or document.issued_on


def bridge_reach(period_end: date, freshness: Freshness | None = None) -> date:
    """The last day that a bridge letter after this report may cover; it never renews the report's age."""
    return add_months(period_end, (freshness or Freshness()).bridge)


def _status(document: Document, today: date, archive: Archive, seen: frozenset[str]) -> Standing:
    recorded = next((word for word in RECORDED if word == document.recorded_status.upper()), None)
    if recorded:
        return Standing(status=recorded, why=msg(f"validity.recorded.{recorded}"))
    limits = [limit for rule in _RULES for limit in rule(document, archive)]
    passed = [limit for limit in limits if limit.last < today]
    gone = [limit for limit in passed if limit.then is not ArtefactStatus.STALE]
    if gone:
        first = min(gone, key=lambda limit: limit.last)
        return Standing(status=first.then, why=first.why, ended=first.last)
    refused = _wrong_period(document, archive) or _base_refusal(document, today, archive, seen)
    if refused:
        return refused
    if passed:
        stale_until = min(limit.last for limit in limits if limit.last >= today)
        return Standing(status=passed[0].then, why=passed[0].why, until=stale_until)
    return _not_yet(document, today) or _unknown(document) or _valid(document, today, archive, limits, seen)


def _valid(
    document: Document, today: date, archive: Archive, limits: list[Limit], seen: frozenset[str]
) -> Standing:
    ends = [limit.last for limit in limits]
    base = archive.documents.get(document.depends_on)
    if base is not None:
        below = _status(base, today, archive, seen | {base.id}).until
        ends += [below] if below else []
    if not ends:
        return Standing(status=ArtefactStatus.VALID, why=msg("validity.valid.open"))
    return Standing(status=ArtefactStatus.VALID, why=msg("validity.valid", until=min(ends)), until=min(ends))


def _printed_end(document: Document, _archive: Archive) -> Iterator[Limit]:
    if document.valid_to is not None:
        why = msg("validity.expired", last=document.valid_to)
        yield Limit(last=document.valid_to, then=ArtefactStatus.EXPIRED, why=why)


def _edition_end(document: Document, archive: Archive) -> Iterator[Limit]:
    row = edition_of(document, archive.editions)
    if row is not None and row.retired_on is not None:
        why = msg("validity.edition_retired", edition=row.edition, last=row.retired_on)
        yield Limit(last=row.retired_on, then=ArtefactStatus.EXPIRED, why=why)


def _age_end(document: Document, archive: Archive) -> Iterator[Limit]:
    kind = kind_of(document.kind)
    start = aged_from(document)
    if start is None:
        return
    if kind.clock is Clock.PERIOD:
        policy = archive.freshness
        for months, then in ((policy.stale, ArtefactStatus.LAPSED), (policy.current, ArtefactStatus.STALE)):
            why = msg(f"validity.report.{then}", end=start, months=months)
            yield Limit(last=add_months(start, months), then=then, why=why)
    elif kind.clock in {Clock.POINT, Clock.AGE} and kind.months is not None:
        why = msg("validity.aged", start=start, months=kind.months)
        yield Limit(last=add_months(start, kind.months), then=ArtefactStatus.LAPSED, why=why)


def _bridge_end(document: Document, archive: Archive) -> Iterator[Limit]:
    report = archive.documents.get(document.depends_on)
    if kind_of(document.kind).clock is Clock.BRIDGE and report is not None and report.period_end is not None:
        last = bridge_reach(report.period_end, archive.freshness)
        yield Limit(last=last, then=ArtefactStatus.EXPIRED, why=msg("validity.bridge_ended", last=last))


_RULES: Final[tuple[Callable[[Document, Archive], Iterator[Limit]], ...]] = (
    _printed_end,
    _edition_end,
    _age_end,
    _bridge_end,
)


def _wrong_period(document: Document, archive: Archive) -> Standing | None:
    """An edition that may not be used for a report period that begins on or after a day."""
    row = edition_of(document, archive.editions)
    if row is None or row.not_for_periods_from is None or document.period_start is None:
        return None
    if document.period_start < row.not_for_periods_from:
        return None
    why = msg("validity.edition_period", edition=row.edition, first=row.not_for_periods_from)
    return Standing(status=ArtefactStatus.EXPIRED, why=why)


def _base_refusal(document: Document, today: date, archive: Archive, seen: frozenset[str]) -> Standing | None:
    """A document that rests on another is worth nothing without that one (3.3, DEPENDENT_LAPSED)."""
    if not document.depends_on:
        return _base_missing(document)
    base = archive.documents.get(document.depends_on)
    if base is None or base.id in seen:
        return Standing(status=ArtefactStatus.UNKNOWN, why=msg("validity.base_not_found"))
    below = _status(base, today, archive, seen | {base.id})
    if below.status is ArtefactStatus.VALID:
        return None
    why = msg("validity.base_lapsed", kind=kind_word(base.kind), status=below.status, why=below.why)
    return Standing(status=ArtefactStatus.DEPENDENT_LAPSED, why=why, ended=below.ended)


def _base_missing(document: Document) -> Standing | None:
    kind = kind_of(document.kind)
    concerned = not kind.needs_for or plain(document.edition) in kind.needs_for
    if not kind.needs or not concerned:
        return None
    return Standing(
        status=ArtefactStatus.UNKNOWN,
        why=msg("validity.base_missing", kinds=[kind_word(code) for code in kind.needs]),
    )


def _not_yet(document: Document, today: date) -> Standing | None:
    if document.valid_from is None or document.valid_from <= today:
        return None
    why = msg("validity.not_yet", first=document.valid_from)
    return Standing(status=ArtefactStatus.NOT_YET_VALID, why=why)


def _unknown(document: Document) -> Standing | None:
    """A certificate without its end, a report without its period, an agreement that never began to bind."""
    clock = kind_of(document.kind).clock
    if clock is Clock.BEGUN and document.valid_from is None:
        return Standing(status=ArtefactStatus.UNKNOWN, why=msg("validity.no_begin"))
    if clock is Clock.PRINTED and document.valid_to is None:
        return Standing(status=ArtefactStatus.UNKNOWN, why=msg("validity.no_end"))
    if clock in {Clock.PERIOD, Clock.POINT, Clock.AGE} and aged_from(document) is None:
        return Standing(status=ArtefactStatus.UNKNOWN, why=msg(f"validity.no_date.{clock}"))
    return None
