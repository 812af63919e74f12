"""The answer review: a verdict for every answer; then it is finished and the next one falls due."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Answer, Assessment, AssessmentState, Verdict
from vendorrisk.domain.diligence.rhythm import Cycle, next_cycle
from vendorrisk.domain.message import Message, NotFound, Refused, msg
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.assessments import ENDED, answers_of, at_least_answered, previous_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.domain.diligence.questionnaire import Questionnaire
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

REVIEW_ANSWER = action("answer.review")
ACCEPT_UNCHANGED = action("answer.accept_unchanged")
SAVE_ANSWER = action("answer.edit")
FINISH_ASSESSMENT = action("assessment.finish")


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a review is; `missing` says in words what still stands against finishing."""

    asked: int
    reviewed: int
    missing: tuple[Message, ...]


def review(
    office: Office, assessment_id: str, question: str, verdict: Verdict, *, comment: str = ""
) -> Answer:
    """Records the verdict on one answer; a blank answer can be judged too."""
    with office.book.act(REVIEW_ANSWER, assessment=assessment_id, question=question) as desk:
        _open(desk, assessment_id)
        questionnaire = _questionnaire(office, desk, assessment_id)
        if question not in questionnaire.by_id:
            raise NotFound(msg("question.unknown", question=question), msg("question.unknown.remedy"))
        answer = _answer(office, desk, assessment_id, question)
        judged = replace(
            answer, verdict=verdict, verdict_comment=comment, reviewed_by=office.actor,
            reviewed_on=office.clock.today(),
        )  # fmt: skip
        desk.put(judged)
        _begin(desk, assessment_id)
    return judged


def review_many(office: Office, assessment_id: str, verdicts: Mapping[str, Verdict]) -> list[Answer]:
    """Records the verdicts on several answers (question id -> verdict) as one step."""
    with office.book.act(REVIEW_ANSWER, assessment=assessment_id, questions=sorted(verdicts)) as desk:
        _open(desk, assessment_id)
        known = answers_of(desk, assessment_id)
        today = office.clock.today()
        judged = [
            replace(
                known.get(question)
                or Answer(id=office.new_id(), assessment_id=assessment_id, question=question),
                verdict=verdict, reviewed_by=office.actor, reviewed_on=today,
            )
            for question, verdict in verdicts.items()
        ]  # fmt: skip
        desk.put(*judged)
        _begin(desk, assessment_id)
    return judged


def save_answer(
    office: Office, assessment_id: str, question: str, value: str, *, comment: str = "", evidence: str = ""
) -> Answer:
    """Stores an answer that came another way, by telephone for instance; a changed one loses its verdict."""
    with office.book.act(SAVE_ANSWER, assessment=assessment_id, question=question) as desk:
        _open(desk, assessment_id)
        known = _answer(office, desk, assessment_id, question)
        changed = (known.value, known.comment, known.evidence) != (value, comment, evidence)
        answer = replace(
            known, value=value, comment=comment, evidence=evidence, answered_on=office.clock.today(),
            verdict=None if changed else known.verdict,
        )  # fmt: skip
        desk.put(answer)
    return answer


def save_answers(office: Office, assessment_id: str, values: Mapping[str, str]) -> list[Answer]:
    """Stores several answers (question id -> canonical value) that came another way, as one step.

    A changed answer loses its verdict; the assessment counts as answered.
    """
    today = office.clock.today()
    with office.book.act(SAVE_ANSWER, assessment=assessment_id, questions=sorted(values)) as desk:
        assessment = _open(desk, assessment_id)
        known = answers_of(desk, assessment_id)
        blank = {
            question: _blank(office, assessment_id, question) for question in values if question not in known
        }
        answers = [
            replace((known | blank)[question], value=value, answered_on=today, verdict=None)
            for question, value in values.items()
            if question in blank or known[question].value != value
        ]
        answered = replace(assessment, state=at_least_answered(assessment.state), received_on=today)
        desk.put(answered, *answers)
    return answers


def accept_unchanged(office: Office, assessment_id: str) -> int:
    """Gives every answer that is the same as last year last year's verdict, as one step; returns how many."""
    with office.book.act(ACCEPT_UNCHANGED, assessment=assessment_id) as desk:
        assessment = _open(desk, assessment_id)
        earlier = previous_of(desk, assessment)
        before = answers_of(desk, earlier.id) if earlier else {}
        taken = [
            replace(
                answer, verdict=before[question].verdict, reviewed_by=office.actor,
                verdict_comment=before[question].verdict_comment, reviewed_on=office.clock.today(),
            )
            for question, answer in answers_of(desk, assessment_id).items()
            if answer.verdict is None and _same(answer, before.get(question))
        ]  # fmt: skip
        desk.put(*taken)
        if taken:
            _begin(desk, assessment_id)
    return len(taken)


def _same(answer: Answer, before: Answer | None) -> bool:
    return (
        before is not None
        and before.verdict is not None
        and bool(answer.value)
        and ((answer.value, answer.comment) == (before.value, before.comment))
    )


def progress(office: Office, reader: Reader, assessment: Assessment) -> Progress:
    """How many answers are judged, and what still stands against finishing."""
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    answers = answers_of(reader, assessment.id)
    open_ones = [one.id for one in questionnaire.questions() if not _judged(answers.get(one.id))]
    knock_outs = [one for one in open_ones if questionnaire.by_id[one].knock_out]
    missing = [msg("review.unjudged", count=len(open_ones), questions=open_ones)] if open_ones else []
    if knock_outs:
        missing.append(msg("review.knock_outs", count=len(knock_outs), questions=knock_outs))
    asked = len(questionnaire.by_id)
    return Progress(asked=asked, reviewed=asked - len(open_ones), missing=tuple(missing))


def _judged(answer: Answer | None) -> bool:
    return answer is not None and answer.verdict is not None


def finish(office: Office, assessment_id: str) -> Assessment:
    """Finishes a review; the next reassessment falls due by the rhythm of domain.md 6.6.

    Raises Refused with everything that is missing.
    """
    today = office.clock.today()
    with office.book.act(FINISH_ASSESSMENT, assessment=assessment_id) as desk:
        assessment = _open(desk, assessment_id)
        missing = progress(office, desk, assessment).missing
        if missing:
            raise Refused(msg("review.unfinished", missing=missing), msg("review.unfinished.remedy"))
        engagement = desk.get(Engagement, assessment.engagement_id)
        cycle = next_cycle(_cycle(engagement), today)
        finished = replace(assessment, state=AssessmentState.FINISHED, finished_on=today)
        desk.put(finished, replace(engagement, anchor=cycle.anchor, cycles=cycle.cycles))
    return finished


def _cycle(engagement: Engagement) -> Cycle | None:
    return Cycle(anchor=engagement.anchor, cycles=engagement.cycles) if engagement.anchor else None


def _open(desk: Desk, assessment_id: str) -> Assessment:
    assessment = desk.get(Assessment, assessment_id)
    if assessment.state in ENDED:
        raise Refused(msg("assessment.ended", state=assessment.state), msg("assessment.ended.remedy"))
    return assessment


def _questionnaire(office: Office, desk: Desk, assessment_id: str) -> Questionnaire:
    assessment = desk.get(Assessment, assessment_id)
    return office.questionnaires.get(assessment.questionnaire, assessment.version)


def _answer(office: Office, desk: Desk, assessment_id: str, question: str) -> Answer:
    known = desk.find(Answer, assessment_id=assessment_id, question=question)
    return known[0] if known else _blank(office, assessment_id, question)


def _blank(office: Office, assessment_id: str, question: str) -> Answer:
    return Answer(id=office.new_id(), assessment_id=assessment_id, question=question)


def _begin(desk: Desk, assessment_id: str) -> None:
    assessment = desk.get(Assessment, assessment_id)
    if assessment.state is not AssessmentState.IN_REVIEW:
        desk.put(replace(assessment, state=AssessmentState.IN_REVIEW))
