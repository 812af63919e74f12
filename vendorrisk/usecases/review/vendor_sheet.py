"""A vendor's whole page, read in one moment."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.records import Decision, HandCheck, StageMove
from vendorrisk.domain.diligence.records import Answer
from vendorrisk.domain.diligence.validity import ArtefactStatus
from vendorrisk.domain.notice.records import Change, ChangeState, Notice
from vendorrisk.domain.register.records import Contact, FourthParty
from vendorrisk.usecases.diligence.document_view import checklist_of, document_rows
from vendorrisk.usecases.diligence.risk_view import RiskView, risk_view
from vendorrisk.usecases.diligence.sending import not_asked
from vendorrisk.usecases.gathered import PinnedClock
from vendorrisk.usecases.review.unsettled import unsettled
from vendorrisk.usecases.review.vendor_attention import ahead, attention
from vendorrisk.usecases.review.vendor_facts import facts_of_one
from vendorrisk.usecases.review.vendor_glance import Audience, audience
from vendorrisk.usecases.review.vendor_rows import VendorRow, row_of
from vendorrisk.usecases.review.vendor_story import Happening, story
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.domain.diligence.clauses import Checklist
    from vendorrisk.domain.diligence.records import Assessment
    from vendorrisk.domain.message import Message
    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.usecases.diligence.document_view import DocumentRow
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader
    from vendorrisk.usecases.review.vendor_attention import Attention
    from vendorrisk.usecases.review.vendor_facts import VendorFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """A change that concerns the vendor, with how many customers were told of it so far."""

    change: Change
    told: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """An assessment with the title of its questionnaire, and how many of its questions have an answer."""

    id: str
    assessment: Assessment
    title: str
    answered: int
    asked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorSheet:
    """All that the page of a vendor shows. `risks` and `audiences` are by engagement."""

    facts: VendorFacts
    row: VendorRow
    attention: tuple[Attention, ...]
    contacts: tuple[Contact, ...]
    fourth_parties: tuple[FourthParty, ...]
    documents: tuple[DocumentRow, ...]
    decisions: tuple[Decision, ...]
    changes: tuple[ChangeRow, ...]
    story: tuple[Happening, ...]
    risks: Mapping[str, RiskView]
    audiences: Mapping[str, Audience]
    rounds: tuple[RoundRow, ...]
    not_asked: Message | None = None
    """Why it is sent no questionnaire now."""
    ahead: Message | None = None
    """What comes next although nothing needs somebody now."""

    @property
    def record_ids(self) -> frozenset[str]:
        """The ids of everything that belongs to the vendor, for finding its steps in the journal."""
        facts = self.facts
        parts = (
            facts.engagements, facts.locations, facts.flows, facts.assessments, facts.documents,
            facts.findings, self.contacts, self.fourth_parties, self.decisions,
            tuple(one.change for one in self.changes),
        )  # fmt: skip
        return frozenset({facts.vendor.id, *(record.id for part in parts for record in part)})


def vendor_sheet(office: Office, vendor_id: str) -> VendorSheet:
    """Reads a vendor's page; raises NotFound where the vendor is gone."""
    pinned = replace(office, clock=PinnedClock(office.clock.today(), office.clock))
    with office.book.reading() as reader:
        return _sheet(pinned, reader, facts_of_one(pinned, reader, vendor_id))


def _sheet(office: Office, reader: Reader, facts: VendorFacts) -> VendorSheet:
    ids = [one.id for one in facts.engagements]
    decisions = reader.find(Decision, engagement_id=ids)
    changes = [
        one for one in reader.find(Change, engagement_id=ids) if one.state is not ChangeState.CANCELLED
    ]
    return VendorSheet(
        facts=facts,
        row=row_of(facts),
        attention=attention(
            facts,
            _checklists(office, reader, facts),
            to_confirm=decisions if settings_of(reader).second_person else (),
            unsettled=unsettled(office, reader, facts),
        ),
        contacts=tuple(reader.find(Contact, vendor_id=facts.vendor.id)),
        fourth_parties=tuple(reader.find(FourthParty, engagement_id=ids)),
        documents=tuple(document_rows(office, reader, vendor_id=facts.vendor.id)),
        decisions=tuple(decisions),
        changes=tuple(_change_row(reader, one) for one in changes),
        story=tuple(_story(reader, facts, decisions, changes)),
        risks={one.id: _risk(office, reader, facts, one) for one in facts.engagements},
        audiences={one.id: audience(reader, facts, [one]) for one in facts.engagements},
        rounds=tuple(_rounds(office, reader, facts)),
        not_asked=not_asked(facts.engagements),
        ahead=ahead(facts),
    )


def _story(
    reader: Reader, facts: VendorFacts, decisions: list[Decision], changes: list[Change]
) -> list[Happening]:
    ids = [one.id for one in facts.engagements]
    moves, checks = reader.find(StageMove, engagement_id=ids), reader.find(HandCheck, engagement_id=ids)
    return story(facts, decisions, changes, moves, checks)


def _risk(office: Office, reader: Reader, facts: VendorFacts, engagement: Engagement) -> RiskView:
    return risk_view(office, reader, engagement, facts.risks[engagement.id])


def _rounds(office: Office, reader: Reader, facts: VendorFacts) -> list[RoundRow]:
    ids = [one.id for one in facts.assessments]
    filled = Counter(one.assessment_id for one in reader.find(Answer, assessment_id=ids) if one.value)
    return [
        RoundRow(
            id=one.id,
            assessment=one,
            title=facts.titles[one.id],
            answered=filled[one.id],
            asked=len(office.questionnaires.get(one.questionnaire, one.version).by_id),
        )
        for one in sorted(facts.assessments, key=lambda one: one.id, reverse=True)
    ]


def _change_row(reader: Reader, change: Change) -> ChangeRow:
    notices = reader.find(Notice, change_id=change.id)
    return ChangeRow(change=change, told=sum(one.sent_at is not None for one in notices))


def _checklists(office: Office, reader: Reader, facts: VendorFacts) -> list[tuple[str, Checklist]]:
    """The checklists of the agreements that count today, where somebody needs them."""
    if not facts.open_engagements:
        return []
    counting = (
        one
        for one in facts.documents
        if one.kind == "DPA" and facts.standings[one.id].status is ArtefactStatus.VALID
    )
    return [(one.id, checklist_of(office, reader, one)) for one in counting]
