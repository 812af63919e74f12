"""Documents as people look at them: how each stands and why, what ends when, what is checked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.facts import clause_facts
from vendorrisk.domain.diligence.artefacts import concerns
from vendorrisk.domain.diligence.clauses import Checklist, ClauseApplies, evaluate
from vendorrisk.domain.diligence.records import ClauseCheck, Document
from vendorrisk.domain.diligence.validity import ArtefactStatus
from vendorrisk.domain.message import Message  # noqa: TC001  (part of a result)
from vendorrisk.domain.register.records import ENDED_STAGES, Engagement
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.domain.review.portfolio import ends_by_month
from vendorrisk.usecases.decision.dossiers import clause_dossier
from vendorrisk.usecases.diligence.documents import Shelved, shelf
from vendorrisk.usecases.gathered import PinnedClock
from vendorrisk.usecases.review.vendor_signs import ENDING_DAYS
from vendorrisk.usecases.signals import Sign, Signal, day_word, opened, settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vendorrisk.domain.diligence.validity import Standing
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

_SIGNALS = {
    ArtefactStatus.VALID: Signal.GOOD,
    ArtefactStatus.NOT_YET_VALID: Signal.INFO,
    ArtefactStatus.STALE: Signal.WARN,
    ArtefactStatus.UNKNOWN: Signal.SERIOUS,
}
"""All other states are as bad as can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document. `until` is its last good day, `days` until then (negative: since); None without an end.

    `replaced`: a newer one of its kind counts instead. `checked` of the `clauses` items that concern an
    agreement were looked at; both 0 for other papers.
    """

    id: str
    document: Document
    vendor: str
    sign: Sign
    why: Message
    until: date | None
    days: int | None
    replaced: bool = False
    checked: int = 0
    clauses: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingMonth:
    """How many documents that count today end in the month that begins on `first`, and how many soon."""

    first: date
    count: int
    soon: int


def document_rows(office: Office, reader: Reader, *, vendor_id: str = "") -> list[DocumentRow]:
    """All documents, or one vendor's: what ended or ends first comes first, what has no end last."""
    pinned = replace(office, clock=PinnedClock(office.clock.today(), office.clock))
    shelved = shelf(pinned, reader, vendor_id=vendor_id)
    agreements = [one.document for one in shelved if one.document.kind == "DPA"]
    checklists = checklists_of(pinned, reader, agreements)
    newest = _newest(shelved)
    today = pinned.clock.today()
    rows = [
        _row(one, today, checklists.get(one.document.id), replaced=_is_replaced(one, newest))
        for one in shelved
    ]
    return sorted(rows, key=lambda row: (row.replaced, row.days is None, row.days or 0, row.vendor, row.id))


def _row(one: Shelved, today: date, checklist: Checklist | None, *, replaced: bool) -> DocumentRow:
    paper = one.document
    until = one.standing.last_day
    return DocumentRow(
        id=paper.id,
        document=paper,
        vendor=one.vendor.name,
        sign=_sign(one.standing, today, replaced=replaced),
        why=one.standing.why,
        until=until,
        days=(until - today).days if until else None,
        replaced=replaced,
        checked=checklist.looked_at if checklist else 0,
        clauses=checklist.asked if checklist else 0,
    )


def _sign(standing: Standing, today: date, *, replaced: bool) -> Sign:
    if replaced:
        return settled(Signal.NEUTRAL, "sign.document.replaced")
    if standing.status is ArtefactStatus.VALID:
        ends = standing.until is not None and (standing.until - today).days <= ENDING_DAYS
        if ends and standing.until is not None:
            return opened(Signal.WARN, "sign.document.ends", day=day_word(standing.until))
        return Sign(signal=Signal.GOOD, words=label(standing.status))
    signal = _SIGNALS.get(standing.status, Signal.CRITICAL)
    return Sign(signal=signal, words=label(standing.status), open=True)


def _newest(shelved: Iterable[Shelved]) -> dict[tuple[str, str, str], date]:
    """Until when the longest valid document of each kind holds, by vendor, engagement and kind."""
    found: dict[tuple[str, str, str], date] = defaultdict(lambda: date.min)
    for one in shelved:
        if one.standing.status is ArtefactStatus.VALID:
            found[_key(one)] = max(found[_key(one)], one.standing.until or date.max)
    return found


def _is_replaced(one: Shelved, newest: dict[tuple[str, str, str], date]) -> bool:
    gone = one.standing.status not in {ArtefactStatus.VALID, ArtefactStatus.NOT_YET_VALID}
    return gone and _key(one) in newest


def _key(one: Shelved) -> tuple[str, str, str]:
    return one.document.vendor_id, one.document.engagement_id, one.document.kind


def endings(rows: Sequence[DocumentRow], today: date) -> list[EndingMonth]:
    """How many documents that count today end in each of the coming months, the running one first."""
    ends = ((row.id, row.until) for row in rows if not row.replaced)
    return [
        EndingMonth(first=month.first, count=len(month.artefacts), soon=len(month.soon))
        for month in ends_by_month(ends, today)
    ]


def checklist_of(office: Office, reader: Reader, document: Document) -> Checklist:
    """The checklist of an agreement, for all engagements that it governs together."""
    return checklists_of(office, reader, [document])[document.id]


def checklists_of(office: Office, reader: Reader, agreements: Sequence[Document]) -> dict[str, Checklist]:
    """The checklist of each agreement by its id, each for all engagements that it governs together."""
    checks: dict[str, list[ClauseCheck]] = defaultdict(list)
    for check in reader.find(ClauseCheck, document_id=[one.id for one in agreements]):
        checks[check.document_id].append(check)
    engagements: dict[str, list[Engagement]] = defaultdict(list)
    for one in reader.find(Engagement, vendor_id=[paper.vendor_id for paper in agreements]):
        if one.stage not in ENDED_STAGES:
            engagements[one.vendor_id].append(one)
    facts = {
        one.id: clause_facts(clause_dossier(office, reader, one))
        for governed in engagements.values()
        for one in governed
    }
    return {
        paper.id: evaluate(
            checks[paper.id],
            frozenset[ClauseApplies]().union(
                *(facts[one.id] for one in engagements[paper.vendor_id] if concerns(paper, one))
            ),
        )
        for paper in agreements
    }
