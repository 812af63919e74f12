"""The figures of a quarterly review by their definitions, as one table (domain.md 8.2).

Where a definition says "by tier", "by kind" or "by severity", the figure carries its parts. K-06 takes an
item that nobody looked at for missing, as guard G4 does. K-16 has no amber in the reference; late findings of
lesser weight show in the count and stay green.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.findings import CLOSED
from vendorrisk.domain.diligence.records import FindingState, Severity
from vendorrisk.domain.diligence.rhythm import OverdueBand, overdue_band, overdue_days
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.report import Tone
from vendorrisk.domain.review.facts import each_document
from vendorrisk.domain.review.figure import (
    Counted,
    Definition,
    Part,
    figure_of,
    ids,
    none_is_good,
    share,
    trend,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vendorrisk.domain.review.facts import ArtefactFacts, FindingFacts, FlowFacts, ReviewFacts
    from vendorrisk.domain.review.figure import Figure

AHEAD = timedelta(days=90)
"""How far K-11 looks past the quarter's end."""

TIERS: Final = (1, 2, 3, 4, None)
"""The tiers, and last what nobody has rated yet."""


def figures(facts: ReviewFacts) -> tuple[Figure, ...]:
    """All figures of a quarter, in the order of the table."""
    return tuple(figure_of(definition, facts) for definition in FIGURES)


# K-01 Sub-processors


def _sub_processors(facts: ReviewFacts) -> Counted:
    population = facts.population
    tiers = [one.tier for one in population]
    further = {name for one in population for name in one.fourth_parties}
    parts = (
        *(Part(label=_tier(tier), n=tiers.count(tier)) for tier in TIERS),
        Part(label=msg("figure.part.affiliates"), n=sum(one.affiliate for one in population)),
        Part(label=msg("figure.part.third_parties"), n=sum(not one.affiliate for one in population)),
        Part(label=msg("figure.part.region_locked"), n=sum(one.region_locked for one in population)),
        Part(label=msg("figure.part.not_locked"), n=sum(not one.region_locked for one in population)),
        Part(label=msg("figure.part.vendors"), n=len({one.vendor_id for one in population})),
        Part(label=msg("figure.part.fourth_parties"), n=len(further)),
    )
    return Counted(these=ids(population), parts=parts)


def _tier(tier: int | None) -> Message:
    return msg("figure.part.no_tier") if tier is None else msg("figure.part.tier", tier=tier)


def _by_tier(kept: Iterable[int | None], of: Iterable[int | None]) -> tuple[Part, ...]:
    """How many of each tier, from the tiers of those that count and of all."""
    counted, every = Counter(kept), Counter(of)
    return tuple(Part(label=_tier(tier), n=counted[tier], d=every[tier]) for tier in TIERS)


# K-02, K-03, K-04, K-32 Assessments


def _current(facts: ReviewFacts) -> Counted:
    population, end = facts.population, facts.end
    current = [one for one in population if one.next_due is not None and one.next_due >= end]
    by_tier = _by_tier((one.tier for one in current), (one.tier for one in population))
    return Counted(these=ids(current), of=ids(population), parts=by_tier)


def _overdue(facts: ReviewFacts) -> Counted:
    late = [one for one in facts.population if overdue_days(one.next_due, facts.end) > 0]
    bands = [overdue_band(overdue_days(one.next_due, facts.end)) for one in late]
    parts = tuple(
        Part(label=msg(f"figure.part.{band}"), n=bands.count(band))
        for band in OverdueBand
        if band is not OverdueBand.NONE
    )
    return Counted(these=ids(late), parts=parts)


def _overdue_tone(counted: Counted, facts: ReviewFacts) -> Tone:
    late = frozenset(counted.these)
    days = [overdue_days(one.next_due, facts.end) for one in facts.population if one.id in late]
    if not days:
        return Tone.GOOD
    return Tone.WARNING if overdue_band(max(days)) is OverdueBand.UP_TO_30 else Tone.BAD


def _on_time(facts: ReviewFacts) -> Counted:
    due = facts.reassessments_due
    kept = (one for one in due if one.completed is not None and one.completed <= one.due)
    return Counted(these=ids(kept), of=ids(due))


def _never_assessed(facts: ReviewFacts) -> Counted:
    return Counted(these=ids(one for one in facts.population if one.next_due is None))


# K-06, K-07 Contracts and transfers


def _agreements(facts: ReviewFacts) -> Counted:
    population = facts.population
    return Counted(these=ids(one for one in population if one.agreement_complete), of=ids(population))


def _transfers(facts: ReviewFacts) -> Counted:
    judged = [one for one in facts.flows_in_use if one.crosses_border and not one.carrier]
    parts = tuple(_positions([one for one in facts.carriers_in_use if one.crosses_border]))
    return Counted(these=ids(one for one in judged if one.valid), of=ids(judged), parts=parts)


def _positions(flows: list[FlowFacts]) -> Iterator[Part]:
    """Counsel's positions on carriers: a bucket of their own, with the oldest date, never valid (K-07)."""
    if flows:
        oldest = min((one.position_since for one in flows if one.position_since), default=None)
        undated = msg("figure.part.positions")
        label = undated if oldest is None else msg("figure.part.positions_since", oldest=oldest)
        yield Part(label=label, n=len(flows))


# K-10, K-11 Artefacts


def _artefacts(facts: ReviewFacts) -> Counted:
    required = [one for one in facts.artefacts_in_use if one.required]
    valid = [one for one in required if one.valid]
    by_tier = _by_tier((one.tier for one in valid), (one.tier for one in required))
    return Counted(these=ids(valid), of=ids(required), parts=by_tier)


def _expiring(facts: ReviewFacts) -> Counted:
    end = facts.end
    soon = each_document(
        [
            one
            for one in facts.artefacts_in_use
            if one.valid_through is not None and end < one.valid_through <= end + AHEAD
        ]
    )
    lapsed = _lapsed(facts)
    parts = (
        Part(label=msg("figure.part.expiring"), n=len(soon)),
        Part(label=msg("figure.part.lapsed"), n=len(lapsed)),
    )
    return Counted(these=(*ids(soon), *ids(lapsed)), parts=parts)


def _lapsed(facts: ReviewFacts) -> list[ArtefactFacts]:
    found = [one for one in facts.artefacts_in_use if facts.holds(one.lapsed_on) and not one.succeeded]
    return each_document(found)


def _expiring_tone(counted: Counted, facts: ReviewFacts) -> Tone:
    if _lapsed(facts):
        return Tone.BAD
    return Tone.WARNING if counted.these else Tone.GOOD


# K-15, K-16, K-17 Findings


def _open_findings(facts: ReviewFacts) -> list[FindingFacts]:
    """Open at the quarter's end: raised by then, not closed by then; accepted ones count apart (K-19)."""
    end = facts.end
    return [
        one
        for one in facts.findings
        if (one.raised_on is None or one.raised_on <= end) and not _is_settled(one, facts)
    ]


def _is_settled(finding: FindingFacts, facts: ReviewFacts) -> bool:
    if finding.state is FindingState.VERIFIED and finding.verified_on is not None:
        return finding.verified_on <= facts.end
    return finding.state in CLOSED or finding.state is FindingState.ACCEPTED


def _findings(facts: ReviewFacts) -> Counted:
    found = _open_findings(facts)
    by_severity = Counter(one.severity for one in found)
    parts = tuple(Part(label=_severity(one), n=by_severity[one]) for one in Severity)
    return Counted(these=ids(found), parts=(*parts, _average(found, facts)))


def _severity(severity: Severity) -> Message:
    return msg(f"figure.part.severity.{severity}")


def _average(found: list[FindingFacts], facts: ReviewFacts) -> Part:
    """The open findings of engagements in use, divided by these engagements."""
    counted = {one.id for one in facts.population}
    theirs = sum(one.engagement_id in counted for one in found)
    return Part(label=msg("figure.part.average"), n=theirs, d=len(counted), mean=True)


def _late(facts: ReviewFacts) -> list[FindingFacts]:
    end = facts.end
    return [one for one in _open_findings(facts) if one.due_on is not None and one.due_on < end]


def _overdue_findings(facts: ReviewFacts) -> Counted:
    return Counted(these=ids(_late(facts)), of=ids(_open_findings(facts)))


def _overdue_findings_tone(counted: Counted, facts: ReviewFacts) -> Tone:
    if not counted.of:
        return Tone.NEUTRAL
    grave = any(one.severity in {Severity.C, Severity.H} for one in _late(facts))
    return Tone.BAD if grave else Tone.GOOD


def _closed_in_time(facts: ReviewFacts) -> Counted:
    verified = (one for one in facts.findings if one.state is FindingState.VERIFIED)
    closed = [one for one in verified if facts.holds(one.verified_on)]
    kept = [one for one in closed if one.due_on is None or (one.verified_on or one.due_on) <= one.due_on]
    in_time, every = Counter(one.severity for one in kept), Counter(one.severity for one in closed)
    by_severity = tuple(Part(label=_severity(one), n=in_time[one], d=every[one]) for one in Severity)
    return Counted(these=ids(kept), of=ids(closed), parts=by_severity)


FIGURES: Final[tuple[Definition, ...]] = (
    Definition(id="K-01", count=_sub_processors, judge=trend),
    Definition(id="K-02", count=_current, judge=share(100, 95), higher_is_better=True),
    Definition(id="K-03", count=_overdue, judge=_overdue_tone, higher_is_better=False),
    Definition(id="K-04", count=_on_time, judge=share(100, 90), higher_is_better=True),
    Definition(id="K-06", count=_agreements, judge=share(100, 100), higher_is_better=True),
    Definition(id="K-07", count=_transfers, judge=share(100, 100), higher_is_better=True),
    Definition(id="K-10", count=_artefacts, judge=share(100, 95), higher_is_better=True),
    Definition(id="K-11", count=_expiring, judge=_expiring_tone, higher_is_better=False),
    Definition(id="K-15", count=_findings, judge=trend, higher_is_better=False),
    Definition(id="K-16", count=_overdue_findings, judge=_overdue_findings_tone, higher_is_better=False),
    Definition(id="K-17", count=_closed_in_time, judge=share(95, 80), higher_is_better=True),
    Definition(id="K-32", count=_never_assessed, judge=none_is_good, higher_is_better=False),
)
"""The figures of this review, with the thresholds of domain.md 8.2 (policy)."""
