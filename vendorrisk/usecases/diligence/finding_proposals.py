"""Findings that rules suggest: from answers, and from gaps and opinions in the vendor's reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.assessing import proposals, without_finding
from vendorrisk.domain.diligence.bad_answers import AnswerFacts
from vendorrisk.domain.diligence.findings import is_open, rank
from vendorrisk.domain.diligence.gaps import gap_proposals, opinion_proposal
from vendorrisk.domain.diligence.records import Document, Finding
from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.periods import has_ended, is_within
from vendorrisk.domain.register.records import Engagement, FourthParty, Location, LocationKind
from vendorrisk.usecases.diligence.assessments import answers_of
from vendorrisk.usecases.diligence.risk import credits_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vendorrisk.domain.diligence.findings import Proposal
    from vendorrisk.domain.diligence.records import Assessment
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


def answer_facts(office: Office, reader: Reader, engagement_id: str) -> AnswerFacts:
    """What answers about an engagement are held against: today, and the places on file today."""
    today = office.clock.today()
    places = [
        one
        for one in reader.find(Location, engagement_id=engagement_id)
        if is_within(one.valid_from, one.valid_to, today)
    ]
    return AnswerFacts(
        today=today,
        declared={
            kind.value: frozenset(one.country for one in places if one.kind is kind) for kind in LocationKind
        },
    )


def fourth_parties(office: Office, reader: Reader, engagement_id: str) -> list[FourthParty]:
    """The companies behind a vendor that answers are held against: those on file whose end is not behind."""
    today = office.clock.today()
    on_file = reader.find(FourthParty, engagement_id=engagement_id)
    return [one for one in on_file if not has_ended(one.valid_to, today)]


def proposals_of(office: Office, reader: Reader, assessment: Assessment) -> tuple[Proposal, ...]:
    """What the answers of an assessment and the vendor's reports suggest and nobody has raised yet.

    Answers come in the order of asking, then reports, the gravest first; the analyst confirms each.
    """
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    facts = answer_facts(office, reader, assessment.engagement_id)
    answers = answers_of(reader, assessment.id).values()
    engagement = reader.get(Engagement, assessment.engagement_id)
    suggested = (*proposals(questionnaire, answers, facts), *report_proposals(office, reader, engagement))
    raised = reader.find(Finding, engagement_id=engagement.id)
    return not_raised(suggested, raised, assessment, facts.today)


def unraised(office: Office, reader: Reader, assessment: Assessment) -> tuple[Problem, ...]:
    """Warns of each answer that fails or is partly met and for which there is no finding, with the remedy."""
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    raised = reader.find(Finding, engagement_id=assessment.engagement_id)
    answers = answers_of(reader, assessment.id).values()
    return tuple(
        Problem(
            where=one.question.id,
            what=msg(
                f"finding.none.{one.answer.verdict}",
                question=one.question.short.get("en") or one.question.text["en"],
            ),
            remedy=msg("finding.none.remedy"),
            level=Level.WARNING,
        )
        for one in without_finding(questionnaire, answers, raised, assessment, office.clock.today())
    )


def report_proposals(office: Office, reader: Reader, engagement: Engagement) -> tuple[Proposal, ...]:
    """What unaudited time between reports, their opinions and their age suggest, the gravest first."""
    documents = reader.find(Document, vendor_id=engagement.vendor_id)
    aged = (one.proposal for one in credits_of(office, reader, engagement))
    opinions = map(opinion_proposal, documents)
    found = [*gap_proposals(documents), *(one for one in (*opinions, *aged) if one is not None)]
    return tuple(sorted(found, key=lambda one: rank(one.severity)))


def not_raised(
    suggested: Iterable[Proposal], raised: Iterable[Finding], assessment: Assessment, today: date
) -> tuple[Proposal, ...]:
    """Leaves out what was raised in this assessment already, or is still open from before."""
    sources = {one.source for one in raised if one.assessment_id == assessment.id or is_open(one, today)}
    return tuple(one for one in suggested if one.source not in sources)
