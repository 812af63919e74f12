"""The quarterly review: facts as they stood at the quarter's end, figures, report, and freezing it."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.records import StageMove
from vendorrisk.domain.diligence.artefacts import concerns
from vendorrisk.domain.diligence.clauses import evaluate
from vendorrisk.domain.diligence.findings import state_on
from vendorrisk.domain.diligence.records import Assessment, AssessmentState, Document, Finding
from vendorrisk.domain.diligence.rhythm import Cycle, due_date, next_cycle
from vendorrisk.domain.diligence.validity import ArtefactStatus, status
from vendorrisk.domain.message import Refused, UserError, WrongArgument, msg
from vendorrisk.domain.periods import in_force, is_within
from vendorrisk.domain.register.countries import is_in_eea
from vendorrisk.domain.register.locked_reach import reaches
from vendorrisk.domain.register.names import name_key
from vendorrisk.domain.register.records import (
    Engagement,
    Flow,
    FourthParty,
    Location,
    Role,
    Service,
    Vendor,
    VendorKind,
)
from vendorrisk.domain.register.transfer_rules import FlowFacts as Rules
from vendorrisk.domain.register.transfers import TransferState, flows_on, flows_to, needs_flow, validities
from vendorrisk.domain.register.vocabulary import Mechanism
from vendorrisk.domain.review.facts import (
    COUNTED_STAGES,
    ArtefactFacts,
    EngagementFacts,
    FindingFacts,
    FlowFacts,
    PlaceFacts,
    ReassessmentFacts,
    ReviewFacts,
)
from vendorrisk.domain.review.figures import figures
from vendorrisk.domain.review.frozen import digest, frozen_figures, frozen_text
from vendorrisk.domain.review.needed_documents import absent, is_needed
from vendorrisk.domain.review.records import FrozenQuarter
from vendorrisk.domain.review.report import EVERYTHING, Section, quarterly_review
from vendorrisk.domain.review.review_input import ReviewInput
from vendorrisk.usecases.actions import Wall, action
from vendorrisk.usecases.decision.dossiers import agreement_of, law_of
from vendorrisk.usecases.diligence.documents import archive_of
from vendorrisk.usecases.diligence.risk import risk_of
from vendorrisk.usecases.gathered import PinnedClock
from vendorrisk.usecases.review.quarter_names import document_title, names_behind
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.diligence.inherent import Band
    from vendorrisk.domain.report import Report
    from vendorrisk.domain.review.figure import Figure
    from vendorrisk.domain.review.quarters import Quarter
    from vendorrisk.usecases.diligence.risk import RiskSheet
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

FREEZE = action("quarter.freeze", wall=Wall.FROZEN)
LAST_MOMENT = time(23, 59, 59, 999999, tzinfo=UTC)


def checked_day(office: Office, quarter: Quarter, as_at: date | None) -> date:
    """The last day to count: the quarter's, today while it runs, or an earlier one of it.

    Raises UserError for a day outside the quarter or still to come, and for a quarter that has not begun.
    """
    if quarter.first > office.clock.today():
        what = msg("quarter.not_begun", quarter=quarter.words, first=quarter.first)
        raise WrongArgument(what, msg("quarter.not_begun.remedy"), where="quarter")
    last = min(quarter.last, office.clock.today())
    if as_at is None:
        return last
    if not quarter.first <= as_at <= last:
        facts = {"day": as_at, "quarter": quarter.words, "first": quarter.first, "last": last}
        raise UserError(msg("quarter.as_at", **facts), msg("quarter.as_at.remedy", **facts), where="as_at")
    return as_at


@contextmanager
def register_on(office: Office, day: date) -> Iterator[tuple[Office, Reader]]:
    """The office and the register as they were known at the end of a day (23:59:59 UTC, domain.md 8.1).

    Today's and later ones are the register as it is now.
    """
    if day >= office.clock.today():
        with office.book.reading() as reader:
            yield office, reader
        return
    then = replace(office, clock=PinnedClock(day, office.clock))
    with office.book.reading_as_of(datetime.combine(day, LAST_MOMENT)) as reader:
        yield then, reader


def review_input(office: Office, quarter: Quarter, *, as_at: date | None = None) -> ReviewInput:
    """All that the review of a quarter is written from, as it was known on a day, at the latest its last.

    A frozen quarter keeps its figures, unless an earlier day is asked for.
    """
    day = checked_day(office, quarter, as_at)
    with register_on(office, day) as (then, past):
        facts = review_facts(then, past, quarter)
        names = names_behind(then, past)
        company = settings_of(past).company
    with register_on(office, quarter.previous.last) as (then, past):
        before = review_facts(then, past, quarter.previous)
    frozen = _frozen(office, quarter) if day == quarter.last else None
    earlier = _frozen(office, quarter.previous)
    figures_before = frozen_figures(earlier) if earlier else figures(before) if before.population else ()
    return ReviewInput(
        facts=_with_bands_before(facts, before), figures=frozen_figures(frozen) if frozen else figures(facts),
        company=company, before={one.id: one for one in figures_before}, names=names,
        comment=frozen.comment if frozen else "", frozen=frozen is not None,
    )  # fmt: skip


def figures_of(office: Office, quarter: Quarter) -> tuple[Figure, ...]:
    """The figures of a quarter alone: as they were frozen, or as the register was known at its end."""
    frozen = _frozen(office, quarter)
    if frozen is not None:
        return frozen_figures(frozen)
    with register_on(office, quarter.last) as (then, past):
        return figures(review_facts(then, past, quarter))


def _frozen(office: Office, quarter: Quarter) -> FrozenQuarter | None:
    with office.book.reading() as reader:
        return next(iter(reader.find(FrozenQuarter, quarter=str(quarter))), None)


def _with_bands_before(facts: ReviewFacts, before: ReviewFacts) -> ReviewFacts:
    """The same facts with each engagement's band at the end of the quarter before, if it was in use."""
    bands = {one.id: one.band for one in before.population}
    engagements = tuple(replace(one, band_before=bands.get(one.id)) for one in facts.engagements)
    return replace(facts, engagements=engagements)


def _band(sheet: RiskSheet) -> Band | None:
    """The residual band, or the inherent one as long as nothing was assessed."""
    graded = sheet.residual or sheet.inherent
    return graded.band if graded else None


def quarterly_report(office: Office, quarter: Quarter, *, comment: str = "") -> Report:
    """The whole review of a quarter as a report."""
    return report_from(review_input(office, quarter), comment=comment, sections=EVERYTHING)


def report_from(given: ReviewInput, *, comment: str, sections: frozenset[Section]) -> Report:
    """The report of a quarter that was counted already."""
    return quarterly_review(replace(given, comment=comment) if comment else given, sections)


def freeze(office: Office, quarter: Quarter, *, comment: str = "") -> FrozenQuarter:
    """Keeps the figures of a quarter for good; they are never counted again. Refused before it has ended."""
    if quarter.last >= office.clock.today():
        raise Refused(msg("quarter.running", quarter=str(quarter)), msg("quarter.running.remedy"))
    text = frozen_text(review_input(office, quarter).figures)
    sequence, _ = office.book.head()
    with office.book.act(FREEZE, quarter=str(quarter)) as desk:
        if desk.find(FrozenQuarter, quarter=str(quarter)):
            raise Refused(msg("quarter.frozen", quarter=str(quarter)), msg("quarter.frozen.remedy"))
        kept = FrozenQuarter(
            id=office.new_id(), quarter=str(quarter), frozen_at=office.clock.now(), figures=text,
            sha256=digest(text), journal_sequence=sequence, comment=comment,
        )  # fmt: skip
        desk.put(kept)
    return kept


def review_facts(office: Office, reader: Reader, quarter: Quarter) -> ReviewFacts:
    """What the figures count, from the register of one moment."""
    return _Gathering(office, reader, quarter).facts()


class _Gathering:
    """One pass over the register; each table is read once."""

    def __init__(self, office: Office, reader: Reader, quarter: Quarter) -> None:
        self._office, self._reader, self._quarter = office, reader, quarter
        self._today = office.clock.today()
        self._engagements = reader.find(Engagement)
        self._vendors = {one.id: one for one in reader.find(Vendor)}
        self._services = {one.id: one for one in reader.find(Service)}
        self._documents = reader.find(Document)
        self._tiers: dict[str, int | None] = {}

    def facts(self) -> ReviewFacts:
        """Everything, as it stood on the day."""
        engagements = tuple(self._engagement(one) for one in self._engagements)
        self._tiers = {one.id: one.tier for one in engagements}
        return ReviewFacts(
            quarter=self._quarter, as_at=self._today, engagements=engagements,
            reassessments=tuple(self._reassessments()), flows=tuple(self._flows()),
            artefacts=tuple(self._artefacts()), findings=tuple(self._findings()),
            unrecorded=tuple(self._unrecorded()),
        )  # fmt: skip

    def _engagement(self, one: Engagement) -> EngagementFacts:
        vendor, service = self._vendors[one.vendor_id], self._services.get(one.service_id)
        sheet = risk_of(self._office, self._reader, one)
        return EngagementFacts(
            id=one.id, vendor_id=one.vendor_id, name=vendor.name, role=one.role, stage=one.stage,
            tier=sheet.tier.final if sheet.tier else None, affiliate=vendor.kind is VendorKind.AFFILIATE,
            region_locked=reaches(one.reaches_locked)
            or bool(service and service.region_locked),
            next_due=due_date(one.anchor, one.cycles), agreement_complete=self._has_agreement(one),
            fourth_parties=self._fourth_parties(one),
            impact=sheet.inherent.impact if sheet.inherent else None,
            control=sheet.controls.strength if sheet.controls else None,
            band=_band(sheet), live_since=one.live_since, ended_on=one.valid_to or self._out_of_use(one),
        )  # fmt: skip

    def _out_of_use(self, one: Engagement) -> date | None:
        """The day on which it was taken out of use, if it is; None while it is in use or never was."""
        if one.stage in COUNTED_STAGES:
            return None
        moves = self._reader.find(StageMove, engagement_id=one.id)
        days = [
            move.moved_on
            for move in moves
            if move.from_stage in COUNTED_STAGES and move.to_stage not in COUNTED_STAGES
        ]
        return max(days, default=None)

    def _fourth_parties(self, engagement: Engagement) -> tuple[str, ...]:
        found = in_force(self._reader.find(FourthParty, engagement_id=engagement.id), self._today)
        return tuple(name_key(one.name) for one in found)

    def _has_agreement(self, engagement: Engagement) -> bool:
        agreement = agreement_of(self._office, self._reader, engagement)
        if agreement is None:
            return False
        archive = archive_of(self._office, self._documents)
        in_force = status(agreement.document, self._today, archive).status is ArtefactStatus.VALID
        return in_force and not evaluate(agreement.checks, frozenset()).blocked

    def _reassessments(self) -> Iterator[ReassessmentFacts]:
        """Every due date there was, found again by replaying the completions by their day, and the next one.

        What went live on an approval alone has a next one too, though no assessment of it was finished.
        """
        rounds: dict[str, list[tuple[date, str]]] = defaultdict(list)
        for one in self._reader.find(Assessment, state=AssessmentState.FINISHED):
            if one.finished_on is not None:
                rounds[one.engagement_id].append((one.finished_on, one.id))
        for engagement in self._engagements:
            cycle: Cycle | None = None
            for finished_on, id_ in sorted(rounds[engagement.id]):
                if cycle is not None:
                    yield ReassessmentFacts(
                        id=id_, engagement_id=engagement.id, due=cycle.due, completed=finished_on
                    )
                cycle = next_cycle(cycle, finished_on)
            due = due_date(engagement.anchor, engagement.cycles)
            if due is not None:
                yield ReassessmentFacts(id=f"{engagement.id}/next", engagement_id=engagement.id, due=due)

    def _flows(self) -> Iterator[FlowFacts]:
        law = law_of(self._office, self._reader)
        roles = {one.id: one.role for one in self._engagements}
        recheck = settings_of(self._reader).dpf_recheck_days
        for flow in flows_on(self._reader.find(Flow), self._today):
            role = roles.get(flow.engagement_id)
            named = flow.mechanism == Mechanism.CARRIER_DISCLOSURE
            carrier = named and role is Role.INDEPENDENT_CONTROLLER  # of a sub-processor it is simply wrong
            rules = Rules(role=role, today=self._today, recheck_days=recheck)
            found = validities(flow, self._today, law, rules)
            holds = bool(found) and all(one.state is TransferState.VALID for one in found)
            yield FlowFacts(
                id=flow.id, engagement_id=flow.engagement_id, valid=holds, carrier=carrier,
                crosses_border=not is_in_eea(flow.importer_country, self._today),
                position_since=flow.valid_from if carrier else None,
            )  # fmt: skip

    def _unrecorded(self) -> Iterator[PlaceFacts]:
        """The places outside the EEA to which no flow is in force, which no figure on flows can count."""
        flows: dict[str, list[Flow]] = defaultdict(list)
        for flow in flows_on(self._reader.find(Flow), self._today):
            flows[flow.engagement_id].append(flow)
        for place in self._reader.find(Location):
            held = is_within(place.valid_from, place.valid_to, self._today)
            outside = held and needs_flow(place, self._today)
            if outside and not flows_to(place, flows[place.engagement_id]):
                yield PlaceFacts(id=place.id, engagement_id=place.engagement_id)

    def _artefacts(self) -> Iterator[ArtefactFacts]:
        """Every paper that is needed, and one that is not valid for each that is needed and not there.

        An old paper with a valid one of its kind is needed no more.
        """
        archive = archive_of(self._office, self._documents)
        standings = {one.id: status(one, self._today, archive) for one in self._documents}
        valid = {key for key, one in standings.items() if one.status is ArtefactStatus.VALID}
        for engagement in self._engagements:
            tier = self._tiers.get(engagement.id)
            own = [one for one in self._documents if concerns(one, engagement) and is_needed(one)]
            for key in absent(own, tier):
                yield ArtefactFacts(
                    id=f"{engagement.id}/{key}", engagement_id=engagement.id,
                    name=self._office.say(msg(key)), tier=tier,
                )  # fmt: skip
            for one in own:
                succeeded = any(
                    other.kind == one.kind and other.id != one.id and other.id in valid for other in own
                )
                yield ArtefactFacts(
                    id=f"{one.id}/{engagement.id}", engagement_id=engagement.id, name=document_title(one),
                    tier=tier, valid=one.id in valid, required=one.id in valid or not succeeded,
                    valid_through=standings[one.id].last_day,
                    lapsed_on=standings[one.id].ended,
                    succeeded=succeeded,
                )  # fmt: skip

    def _findings(self) -> Iterator[FindingFacts]:
        """The findings as they stood: an acceptance that has ended has opened its finding again (6.8)."""
        for one in self._reader.find(Finding):
            yield FindingFacts(
                id=one.id, engagement_id=one.engagement_id, severity=one.severity,
                state=state_on(one, self._today), raised_on=one.raised_on, due_on=one.due_on,
                verified_on=one.verified_on, title=one.title,
            )  # fmt: skip
