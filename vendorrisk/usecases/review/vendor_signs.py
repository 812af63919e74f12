"""How a vendor stands today in few words: risk, assessment, documents, transfer, place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.artefacts import AGREEMENTS, EVIDENCE, kind_of
from vendorrisk.domain.diligence.assurance import LOST
from vendorrisk.domain.diligence.inherent import Band
from vendorrisk.domain.diligence.records import UNDER_WAY, AssessmentState
from vendorrisk.domain.diligence.rhythm import due_date
from vendorrisk.domain.diligence.validity import ArtefactStatus
from vendorrisk.domain.message import msg
from vendorrisk.domain.register.countries import is_in_eea
from vendorrisk.domain.register.records import Role
from vendorrisk.domain.register.transfers import WORST_FIRST, TransferState, flows_to, needs_flow
from vendorrisk.domain.register.vocabulary import SCC_FAMILY, Mechanism
from vendorrisk.usecases.signals import (
    Sign,
    Signal,
    counted,
    day_word,
    month_word,
    near_day_word,
    opened,
    settled,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vendorrisk.domain.diligence.records import Assessment, Document
    from vendorrisk.domain.diligence.validity import Standing
    from vendorrisk.domain.message import Message
    from vendorrisk.domain.register.records import Engagement, Flow, Location
    from vendorrisk.usecases.diligence.risk import RiskSheet
    from vendorrisk.usecases.review.vendor_facts import VendorFacts

SOON_DAYS = 30
"""Calendar days ahead in which a reassessment is said to be due."""

ENDING_DAYS = 90
"""Calendar days ahead in which the end of a document is worth saying."""

BAND_SIGNALS = {
    Band.LOW: Signal.GOOD,
    Band.MEDIUM: Signal.WARN,
    Band.HIGH: Signal.SERIOUS,
    Band.CRITICAL: Signal.CRITICAL,
}


def band_of(sheet: RiskSheet) -> tuple[Band, float] | None:
    """Band and score of an engagement: what remains after controls, else the inherent risk, else nothing."""
    if sheet.residual is not None:
        return sheet.residual.band, sheet.residual.score
    return (sheet.inherent.band, sheet.inherent.score) if sheet.inherent is not None else None


def gravest(facts: VendorFacts) -> tuple[Band, float] | None:
    """The gravest band and score among the engagements that are not over."""
    known = [band_of(facts.risks[one.id]) for one in facts.open_engagements]
    return max((one for one in known if one), key=lambda one: (one[0].rank, one[1]), default=None)


def risk_sign(facts: VendorFacts) -> Sign:
    """The risk as a chip; never computed where a rating is missing."""
    found = gravest(facts)
    if found is None:
        return settled(Signal.NEUTRAL, "sign.risk.none")
    return opened(BAND_SIGNALS[found[0]], f"Band.{found[0]}")


def next_due(facts: VendorFacts) -> date | None:
    """The first day by which one of the engagements must be assessed again (inclusive)."""
    days = [due_date(one.anchor, one.cycles) for one in facts.open_engagements]
    return min((day for day in days if day is not None), default=None)


def last_assessed(facts: VendorFacts) -> date | None:
    """The day on which the newest assessment was finished."""
    return max((one.finished_on for one in facts.assessments if one.finished_on is not None), default=None)


def assessment_sign(facts: VendorFacts) -> Sign:
    """What is to be done first about assessments: late, under way, soon due, done, or not begun."""
    due = next_due(facts)
    if due is not None and due < facts.today:
        return Sign(
            signal=Signal.CRITICAL, words=counted("distance.late", (facts.today - due).days), open=True
        )
    running = _running(facts)
    if running is not None:
        return _running_sign(running)
    if due is not None and (due - facts.today).days <= SOON_DAYS:
        return opened(Signal.WARN, "sign.assessment.due", day=near_day_word(due))
    done = last_assessed(facts)
    if done is None:
        return settled(Signal.NEUTRAL, "sign.assessment.none")
    return Sign(signal=Signal.GOOD, words=month_word(done))


def _running(facts: VendorFacts) -> Assessment | None:
    """The assessment nearest to us: answers that are here wait for us; of two the one begun first."""
    under_way = [one for one in facts.assessments if one.state in UNDER_WAY]
    return min(under_way, key=lambda one: (-UNDER_WAY.index(one.state), one.id), default=None)


def _running_sign(running: Assessment) -> Sign:
    if running.state is AssessmentState.SENT and running.sent_on is not None:
        return opened(Signal.INFO, "sign.assessment.sent", day=near_day_word(running.sent_on))
    if running.state is AssessmentState.DRAFT:
        return opened(Signal.INFO, "sign.assessment.draft")
    return opened(Signal.INFO, "sign.assessment.review")


def agreement_in_force(facts: VendorFacts) -> bool:
    """Whether an agreement under GDPR 28, or clauses that replace it, counts today."""
    return any(
        one.kind in AGREEMENTS and facts.standings[one.id].status is ArtefactStatus.VALID
        for one in facts.documents
    )


def needs_agreement(facts: VendorFacts) -> bool:
    """Whether one of the engagements that are not over makes the vendor our sub-processor."""
    return any(one.role is Role.SUB_PROCESSOR for one in facts.open_engagements)


def standing_documents(facts: VendorFacts) -> list[Document]:
    """The document of each kind that holds longest: an older one that a newer one replaced says nothing."""
    best: dict[tuple[str, str], Document] = {}
    for one in facts.documents:
        key = (one.kind, one.engagement_id)
        if key not in best or _reach(one, facts) > _reach(best[key], facts):
            best[key] = one
    return list(best.values())


def _reach(document: Document, facts: VendorFacts) -> tuple[bool, str, str]:
    standing = facts.standings[document.id]
    last = standing.until.isoformat() if standing.until else "9999"
    return standing.status is ArtefactStatus.VALID, last, document.id


def documents_sign(facts: VendorFacts) -> Sign:
    """What is to be done first about documents: agreement missing, evidence lapsed, an end in sight."""
    if needs_agreement(facts) and not agreement_in_force(facts):
        had = any(one.kind in AGREEMENTS for one in facts.documents)
        if not facts.in_use:
            return settled(Signal.NEUTRAL, "sign.documents.dpa_yet")
        return opened(Signal.CRITICAL, "sign.documents.dpa_ended" if had else "sign.documents.dpa_missing")
    standing = standing_documents(facts)
    lapsed = [
        one
        for one in standing
        if facts.standings[one.id].status in LOST and kind_of(one.kind).family in EVIDENCE
    ]
    if lapsed:
        return _lapsed_sign(facts.standings[one.id] for one in lapsed)
    ends = [facts.standings[one.id].until for one in standing]
    first = min((day for day in ends if day is not None), default=None)
    if first is not None and (first - facts.today).days <= ENDING_DAYS:
        return opened(Signal.WARN, "sign.documents.ends", day=day_word(first))
    if not facts.documents:
        return settled(Signal.NEUTRAL, "sign.documents.none")
    return settled(Signal.GOOD, "sign.documents.valid")


def _lapsed_sign(lapsed: Iterable[Standing]) -> Sign:
    ended = max((one.ended for one in lapsed if one.ended), default=None)
    if ended is None:
        return opened(Signal.CRITICAL, "sign.documents.lapsed")
    return opened(Signal.CRITICAL, "sign.documents.lapsed_on", day=day_word(ended))


_TRANSFER_SIGNALS = {TransferState.INVALID: Signal.CRITICAL, TransferState.REVIEW: Signal.WARN}


def places_without_flow(facts: VendorFacts) -> list[Location]:
    """Places outside the EEA to which no transfer is on record, by the rule of guard G6."""
    flows = [flow for flow, _ in facts.transfers]
    return [one for one in facts.places() if needs_flow(one, facts.today) and not flows_to(one, flows)]


def transfer_sign(facts: VendorFacts) -> Sign:
    """Whether data leaves the EEA, on what ground, and whether that ground holds today."""
    if places_without_flow(facts):
        return opened(Signal.CRITICAL, "sign.transfer.missing")
    abroad = [(flow, found) for flow, found in facts.transfers if _leaves(flow, facts.today)]
    worst = min((found.state for _, found in abroad), key=WORST_FIRST.index, default=None)
    if worst is None:
        known = facts.places() or facts.transfers
        return settled(Signal.NEUTRAL, "sign.transfer.inside" if known else "sign.transfer.unknown")
    if worst in _TRANSFER_SIGNALS:
        return opened(_TRANSFER_SIGNALS[worst], f"sign.transfer.{worst}")
    return Sign(signal=Signal.GOOD, words=mechanism_word(abroad[0][0]))


def _leaves(flow: Flow, today: date) -> bool:
    return not is_in_eea(flow.importer_country, today)


def mechanism_word(flow: Flow) -> Message:
    """A transfer mechanism in few words, such as "SCC module 3"."""
    if flow.mechanism not in set(Mechanism):
        return msg("sign.mechanism.none")
    if flow.module is not None and Mechanism(flow.mechanism) in SCC_FAMILY:
        return msg("sign.mechanism.module", module=flow.module)
    return msg(f"sign.mechanism.{flow.mechanism}")


def place_codes(facts: VendorFacts) -> list[str]:
    """The countries in which data is stored, then those from which it is only reached, each once."""
    ordered = sorted(facts.places(), key=lambda one: one.kind.value, reverse=True)
    return list(dict.fromkeys(one.country for one in ordered))


def shown_engagement(facts: VendorFacts) -> Engagement | None:
    """The engagement that stands for the vendor in a row: one in use before one that is not."""
    candidates = facts.in_use or facts.open_engagements or facts.engagements
    return candidates[0] if candidates else None
