"""What the analyst should notice about certificates and reports: gaps between periods, opinions, oddities."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.artefacts import kind_of, kind_word
from vendorrisk.domain.diligence.editions import edition_of, retires_soon
from vendorrisk.domain.diligence.findings import Proposal
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.months import add_months

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vendorrisk.domain.diligence.editions import Edition
    from vendorrisk.domain.diligence.records import Document


class Opinion(StrEnum):
    """What an auditor says in the end of a report."""

    UNQUALIFIED = "UNQUALIFIED"
    QUALIFIED = "QUALIFIED"
    ADVERSE = "ADVERSE"
    DISCLAIMER = "DISCLAIMER"


NO_CREDIT_OPINIONS: Final = frozenset({Opinion.ADVERSE, Opinion.DISCLAIMER})
CORE_CRITERIA: Final = frozenset({"CC", "P"})
GAP_SEVERITY: Final = ((92, Severity.H), (31, Severity.M), (0, Severity.L))
SURVEILLANCE_MONTHS: Final = 12
IN_REGISTRY: Final = "REGISTRY"


def unaudited_days(earlier_end: date, later_start: date) -> int:
    """Days between two report periods that nobody audited; both ends are inclusive, overlaps are negative."""
    return (later_start - earlier_end).days - 1


def gap_severity(days: int) -> Severity | None:
    """How grave a gap is: over 92 days high, over 31 medium, any low (domain.md 3.2)."""
    return next((severity for limit, severity in GAP_SEVERITY if days > limit), None)


def gap_proposals(reports: Iterable[Document]) -> list[Proposal]:
    """A finding for each gap between consecutive periods of the same kind of report from the same vendor."""
    found = []
    for earlier_end, later_start, later in _consecutive(reports):
        days = unaudited_days(earlier_end, later_start)
        severity = gap_severity(days)
        if severity is not None:
            title = msg(
                "gap.unaudited", kind=kind_word(later.kind), days=days, end=earlier_end, start=later_start
            )
            found.append(Proposal(source=later.id, severity=severity, title=title))
    return found


def opinion_proposal(report: Document) -> Proposal | None:
    """A finding for a qualified, adverse or refused opinion.

    High where security or privacy criteria are in the report, or where the opinion leaves it without any
    worth, else medium; the analyst says which criterion is affected.
    """
    opinion = report.opinion.strip().upper()
    worthless = opinion in NO_CREDIT_OPINIONS
    if not worthless and opinion != Opinion.QUALIFIED:
        return None
    core = CORE_CRITERIA & {criterion.strip().upper() for criterion in report.criteria}
    severity = Severity.H if worthless or core else Severity.M
    return Proposal(
        source=report.id, severity=severity, title=msg(f"gap.opinion.{opinion}", kind=kind_word(report.kind))
    )


def first_surveillance(issued_on: date) -> date:
    """The last day of the first surveillance audit: within 12 months of the decision (domain.md 3.1)."""
    return add_months(issued_on, SURVEILLANCE_MONTHS)


def last_surveillance(document: Document, today: date) -> date | None:
    """The last surveillance date that has passed, None while none has or no date of issue is known.

    The first is 12 months after the decision; later ones are due by the end of each calendar year that is not
    the year of recertification.
    """
    if document.issued_on is None:
        return None
    first = first_surveillance(document.issued_on)
    recertified = document.valid_to.year if document.valid_to else None
    years = (year for year in range(first.year + 1, today.year) if year != recertified)
    due = [first, *(date(year, 12, 31) for year in years)]
    return max((day for day in due if day < today), default=None)


def remarks(document: Document, today: date, editions: Iterable[Edition] = ()) -> tuple[Message, ...]:
    """What to look at before trusting a document that is otherwise valid; none of it changes its status."""
    table = tuple(editions)
    return tuple(
        remark
        for remark in (
            _longer_than_scheme(document),
            _edition_remark(document, today, table),
            _registry_remark(document),
            _surveillance_remark(document, today),
        )
        if remark is not None
    )


def _consecutive(reports: Iterable[Document]) -> Iterator[tuple[date, date, Document]]:
    dated = [(r.kind, r.vendor_id, r.period_start, r.period_end, r) for r in reports]
    known = [(kind, vendor, start, end, r) for kind, vendor, start, end, r in dated if start and end]
    known.sort(key=lambda row: (row[0], row[1], row[3], row[2]))
    for _, rows in groupby(known, key=lambda row: row[:2]):
        for earlier, later in pairwise(rows):
            yield earlier[3], later[2], later[4]


def _longer_than_scheme(document: Document) -> Message | None:
    """What is printed counts, but an end far beyond the scheme's term is likely a typing error."""
    months = kind_of(document.kind).months
    start = document.issued_on or document.valid_from
    if months is None or start is None or document.valid_to is None:
        return None
    if document.valid_to <= add_months(start, months):
        return None
    return msg("remark.longer_than_scheme", kind=kind_word(document.kind), months=months)


def _edition_remark(document: Document, today: date, editions: tuple[Edition, ...]) -> Message | None:
    row = edition_of(document, editions)
    if row is None:
        return None if document.edition.strip() else _unrecorded_edition(document, editions)
    if retires_soon(row, today):
        return msg("remark.edition_ends", edition=row.edition, last=row.retired_on)
    return msg("remark.edition_superseded", edition=row.edition) if row.superseded else None


def _unrecorded_edition(document: Document, editions: tuple[Edition, ...]) -> Message | None:
    """A certificate of an edition that has ended counts for as long as nobody has recorded its edition."""
    ended = [
        one.edition
        for one in editions
        if one.kind == document.kind and (one.retired_on or one.not_for_periods_from)
    ]
    return msg("remark.edition_unrecorded", editions=ended) if ended else None


def _registry_remark(document: Document) -> Message | None:
    unchecked = document.verified_how.strip().upper() != IN_REGISTRY
    return (
        msg("remark.check_registry", kind=kind_word(document.kind))
        if kind_of(document.kind).registry and unchecked
        else None
    )


def _surveillance_remark(document: Document, today: date) -> Message | None:
    due = last_surveillance(document, today) if kind_of(document.kind).surveyed else None
    if due is None or (document.verified_on is not None and document.verified_on > due):
        return None
    return msg("remark.surveillance", kind=kind_word(document.kind), due=due)
