"""What the answer review shows: every question with its state, how far it is, and the score so far."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.assessing import replaced, topic_plan
from vendorrisk.domain.diligence.carrying import AnswerChange, completeness, deltas
from vendorrisk.domain.diligence.records import ENDED, Answer, Assessment, AssessmentState, Finding, Verdict
from vendorrisk.domain.diligence.scoring import control_score
from vendorrisk.domain.register.records import Engagement, FourthParty, Vendor
from vendorrisk.usecases.diligence.answer_review import acceptable, progress_of
from vendorrisk.usecases.diligence.assessments import answers_of, last_time
from vendorrisk.usecases.diligence.finding_proposals import (
    answer_facts,
    fourth_parties,
    not_raised,
    report_proposals,
)
from vendorrisk.usecases.diligence.risk import credits_of, scored_by_plan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.domain.diligence.assurance import Credit, QuestionCredit
    from vendorrisk.domain.diligence.bad_answers import AnswerFacts
    from vendorrisk.domain.diligence.carrying import Completeness, Delta
    from vendorrisk.domain.diligence.findings import Proposal
    from vendorrisk.domain.diligence.questionnaire import Question, Questionnaire, Section
    from vendorrisk.domain.diligence.scoring import ControlScore, ScoredAnswer
    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.diligence.answer_review import Progress
    from vendorrisk.usecases.diligence.assessments import LastTime
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


class LineState(StrEnum):
    """What the list says of a question: its verdict, or why it waits for one."""

    MEETS = "MEETS"
    PARTLY = "PARTLY"
    FAILS = "FAILS"
    NA = "NA"
    CHANGED = "CHANGED"
    SAME = "SAME"
    NEW = "NEW"
    BLANK = "BLANK"
    CREDITED = "CREDITED"


class ReviewFilter(StrEnum):
    """Which questions of a review to show."""

    ALL = "ALL"
    UNREVIEWED = "UNREVIEWED"
    CHANGED = "CHANGED"
    KNOCK_OUT = "KNOCK_OUT"
    BLANK = "BLANK"
    WITH_FINDING = "WITH_FINDING"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One question of a review. `answer` is None where the vendor has said nothing and nobody has judged.

    `covered` says which document answers the question or supports it, or that none does.
    """

    number: str
    section: Section
    question: Question
    answer: Answer | None
    delta: Delta
    state: LineState
    covered: Message
    findings: tuple[Finding, ...] = ()

    @property
    def is_reviewed(self) -> bool:
        """Whether there is a verdict on it."""
        return self.answer is not None and self.answer.verdict is not None

    def is_shown(self, wanted: ReviewFilter) -> bool:
        """Whether a filter keeps it in the list."""
        match wanted:
            case ReviewFilter.UNREVIEWED:
                return not self.is_reviewed
            case ReviewFilter.CHANGED:
                return self.delta.change in {AnswerChange.CHANGED, AnswerChange.GONE}
            case ReviewFilter.KNOCK_OUT:
                return self.question.knock_out
            case ReviewFilter.BLANK:
                return self.answer is None or not self.answer.value
            case ReviewFilter.WITH_FINDING:
                return bool(self.findings)
            case _:
                return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a review stands on, read in one moment, without the answers.

    `held` are the vendor's documents with what they are worth today, `plan` what they give to each question,
    `findings` those raised in this assessment, `suggested` those that the vendor's reports suggest.
    """

    assessment: Assessment
    engagement: Engagement
    vendor: Vendor
    questionnaire: Questionnaire
    before: LastTime | None
    facts: AnswerFacts
    held: tuple[Credit, ...]
    plan: tuple[QuestionCredit, ...]
    fourth_parties: tuple[FourthParty, ...]
    findings: tuple[Finding, ...]
    suggested: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """An assessment under review.

    `acceptable` counts the unjudged answers that are the same as last time's, judged ones. `scored` are all
    questions as the score sees them, in the order of `lines`.
    """

    ground: Ground
    lines: tuple[ReviewLine, ...]
    found: Completeness
    progress: Progress
    score: ControlScore
    scored: tuple[ScoredAnswer, ...]
    acceptable: int

    @property
    def is_over(self) -> bool:
        """Whether it has ended, so that nothing can be changed any more."""
        return self.ground.assessment.state in ENDED

    def line(self, question: str) -> ReviewLine | None:
        """The line of a question by its id."""
        return next((one for one in self.lines if one.question.id == question), None)

    def next_unreviewed(self, question: str) -> str:
        """The next question without a verdict after this one, from the top again after the last; or empty."""
        ids = [one.question.id for one in self.lines]
        start = ids.index(question) + 1 if question in ids else 0
        turned = (*self.lines[start:], *self.lines[:start])
        waiting = (one.question.id for one in turned if not one.is_reviewed and one.question.id != question)
        return next(waiting, "")


def read_review(office: Office, reader: Reader, assessment_id: str) -> Review:
    """An assessment as its review shows it; raises NotFound for an unknown one."""
    assessment = reader.get(Assessment, assessment_id)
    engagement = reader.get(Engagement, assessment.engagement_id)
    findings = reader.find(Finding, engagement_id=engagement.id)
    facts = answer_facts(office, reader, engagement.id)
    suggested = report_proposals(office, reader, engagement)
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    held = tuple(credits_of(office, reader, engagement))
    ground = Ground(
        assessment=assessment, engagement=engagement, vendor=reader.get(Vendor, engagement.vendor_id),
        questionnaire=questionnaire, before=last_time(office, reader, assessment), facts=facts,
        held=held, plan=topic_plan(questionnaire, held),
        fourth_parties=tuple(fourth_parties(office, reader, engagement.id)),
        findings=tuple(one for one in findings if one.assessment_id == assessment.id),
        suggested=not_raised(suggested, findings, assessment, facts.today),
    )  # fmt: skip
    return _composed(ground, answers_of(reader, assessment_id))


def with_answer(review: Review, answer: Answer) -> Review:
    """The review after an answer was judged or commented on, without reading the register again."""
    ground, judged = review.ground, answer.verdict is not None
    if judged and ground.assessment.state is not AssessmentState.IN_REVIEW:
        ground = replace(ground, assessment=replace(ground.assessment, state=AssessmentState.IN_REVIEW))
    known = {one.question.id: one.answer for one in review.lines if one.answer is not None}
    said = _said(known.get(answer.question)) == _said(answer)
    compared = {one.question.id: one.delta for one in review.lines} if said else None
    return _composed(ground, {**known, answer.question: answer}, compared)


def _said(answer: Answer | None) -> tuple[str, str, str]:
    return (answer.value, answer.comment, answer.evidence) if answer else ("", "", "")


def _composed(
    ground: Ground, answers: Mapping[str, Answer], compared: Mapping[str, Delta] | None = None
) -> Review:
    questionnaire = ground.questionnaire
    credited = replaced(ground.plan)
    found = completeness(questionnaire, answers.values(), credited)
    compared = compared or {one.question: one for one in _compared(ground, answers)}
    scored = tuple(scored_by_plan(questionnaire, answers, ground.plan))
    return Review(
        ground=ground, found=found, progress=progress_of(found), scored=scored, score=control_score(scored),
        lines=_lines(ground, answers, compared, credited),
        acceptable=len(acceptable(compared.values(), answers)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a verdict on one answer is worth: its points of its weight, and the control strength with it."""

    points: float
    weight: int
    counts: bool
    strength: float


def effect_of(review: Review, question: str, verdict: Verdict) -> Effect:
    """What this verdict on a question would do, or does; raises StopIteration for an unknown question."""
    judged = next(replace(one, verdict=verdict) for one in review.scored if one.question == question)
    with_it = control_score(judged if one.question == question else one for one in review.scored)
    return Effect(points=judged.points, weight=judged.weight, counts=judged.counts, strength=with_it.strength)


def _compared(ground: Ground, answers: Mapping[str, Answer]) -> tuple[Delta, ...]:
    before = ground.before
    earlier = (before.questionnaire, before.answers.values()) if before else (ground.questionnaire, ())
    return deltas(ground.questionnaire, answers.values(), *earlier)


def _lines(
    ground: Ground,
    answers: Mapping[str, Answer],
    compared: Mapping[str, Delta],
    credited: frozenset[str],
) -> tuple[ReviewLine, ...]:
    findings: dict[str, list[Finding]] = defaultdict(list)
    for one in ground.findings:
        findings[one.source].append(one)
    covered = {one.question: one.why for one in ground.plan}
    return tuple(
        ReviewLine(
            number=number, section=section, question=question, answer=answers.get(question.id),
            delta=compared[question.id], findings=tuple(findings[question.id]),
            state=_state(answers.get(question.id), compared[question.id], question.id in credited),
            covered=covered[question.id],
        )
        for number, section, question in ground.questionnaire.numbered()
    )  # fmt: skip


_WAITING = {
    AnswerChange.UNCHANGED: LineState.SAME,
    AnswerChange.CHANGED: LineState.CHANGED,
    AnswerChange.FIRST: LineState.NEW,
    AnswerChange.GONE: LineState.BLANK,
    AnswerChange.BLANK: LineState.BLANK,
}


def _state(answer: Answer | None, delta: Delta, is_credited: bool) -> LineState:  # noqa: FBT001  (one of three facts)
    if answer is not None and answer.verdict is not None:
        return LineState(answer.verdict.value)
    state = _WAITING[delta.change]
    return LineState.CREDITED if state is LineState.BLANK and is_credited else state
