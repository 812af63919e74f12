"""The answer review: a verdict for every answer; then it is finished and the next one falls due."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.answering import split_values
from vendorrisk.domain.diligence.carrying import AnswerChange, completeness, deltas
from vendorrisk.domain.diligence.evidence import evidence_line
from vendorrisk.domain.diligence.records import Answer, Assessment, AssessmentState, Document, Verdict
from vendorrisk.domain.diligence.rhythm import Cycle, next_cycle
from vendorrisk.domain.diligence.ticks import contradiction
from vendorrisk.domain.message import Level, Message, NotFound, Problem, Refused, msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.diligence.assessments import answers_of, at_least_answered, last_time, refuse_ended
from vendorrisk.usecases.diligence.verdict_grounds import refuse_blanks_met, refuse_groundless
from vendorrisk.usecases.typed import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vendorrisk.domain.diligence.carrying import Completeness, Delta
    from vendorrisk.domain.diligence.questionnaire import Questionnaire
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

REVIEW_ANSWER = action("answer.review")
ACCEPT_UNCHANGED = action("answer.accept_unchanged")
COMMENT_ANSWER = action("answer.comment")
LINK_EVIDENCE = action("answer.link_evidence")
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
    """Records the verdict on one answer; a blank answer can be judged too.

    Raises Refused for "meets" on a blank, and without a comment on an answer that falls short.
    """
    with office.book.act(REVIEW_ANSWER, assessment=assessment_id, question=question) as desk:
        assessment = _open(desk, assessment_id)
        _check_known(office, assessment, [question])
        answer = _answer(office, desk, assessment_id, question)
        if verdict is Verdict.MEETS:
            refuse_groundless(office, desk, assessment, answer, comment)
        judged = replace(
            answer, verdict=verdict, verdict_comment=comment, reviewed_by=office.actor,
            reviewed_on=office.clock.today(),
        )  # fmt: skip
        desk.put(judged)
        _begin(desk, assessment)
    return judged


def comment_on(office: Office, assessment_id: str, question: str, comment: str) -> Answer:
    """Keeps the reviewer's comment on an answer, whatever its verdict is or will be.

    Raises Refused where it takes back the reason for which an answer that falls short was taken.
    """
    with office.book.act(COMMENT_ANSWER, assessment=assessment_id, question=question) as desk:
        assessment = _open(desk, assessment_id)
        _check_known(office, assessment, [question])
        answer = _answer(office, desk, assessment_id, question)
        if answer.verdict is Verdict.MEETS and not comment.strip():
            refuse_groundless(office, desk, assessment, answer, comment)
        commented = replace(answer, verdict_comment=comment)
        desk.put(commented)
    return commented


def link_evidence(
    office: Office, assessment_id: str, question: str, document_id: str, *, page: int | None = None
) -> Answer:
    """Writes a document of the vendor under the evidence of an answer; the verdict stays."""
    with office.book.act(LINK_EVIDENCE, assessment=assessment_id, question=question) as desk:
        assessment = _open(desk, assessment_id)
        _check_known(office, assessment, [question])
        engagement = desk.get(Engagement, assessment.engagement_id)
        document = desk.get(Document, document_id)
        if document.vendor_id != engagement.vendor_id:
            raise Refused(msg("evidence.other_vendor"), msg("evidence.other_vendor.remedy"))
        answer = _answer(office, desk, assessment_id, question)
        lines = dict.fromkeys([*answer.evidence.splitlines(), evidence_line(document, page)])
        linked = replace(answer, evidence="\n".join(line for line in lines if line.strip()))
        desk.put(linked)
    return linked


def review_many(office: Office, assessment_id: str, verdicts: Mapping[str, Verdict]) -> list[Answer]:
    """Records the verdicts on several answers (question id -> verdict) as one step."""
    with office.book.act(REVIEW_ANSWER, assessment=assessment_id, questions=sorted(verdicts)) as desk:
        assessment = _open(desk, assessment_id)
        _check_known(office, assessment, verdicts)
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
        _begin(desk, assessment)
    return judged


def save_answer(
    office: Office, assessment_id: str, question: str, value: str, *, comment: str = "", evidence: str = ""
) -> Answer:
    """Stores an answer that came another way, by telephone for instance; a changed one loses its verdict."""
    with office.book.act(SAVE_ANSWER, assessment=assessment_id, question=question) as desk:
        _check_values(office, _open(desk, assessment_id), {question: value})
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
        _check_values(office, assessment, values)
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
        before = last_time(office, desk, assessment)
        if before is None:
            return 0
        answers = answers_of(desk, assessment_id)
        compared = deltas(
            _questionnaire(office, assessment), answers.values(),
            before.questionnaire, before.answers.values(),
        )  # fmt: skip
        taken = [
            replace(
                answers[one.question], verdict=one.verdict_before, reviewed_by=office.actor,
                verdict_comment=before.answers[one.question].verdict_comment,
                reviewed_on=office.clock.today(),
            )
            for one in acceptable(compared, answers)
        ]  # fmt: skip
        desk.put(*taken)
        if taken:
            _begin(desk, assessment)
    return len(taken)


def acceptable(compared: Iterable[Delta], answers: Mapping[str, Answer]) -> list[Delta]:
    """The unjudged answers that are word for word those of last time, which were judged then."""
    return [
        one
        for one in compared
        if one.change is AnswerChange.UNCHANGED
        and one.verdict_before is not None
        and answers[one.question].verdict is None
    ]


def progress(office: Office, reader: Reader, assessment: Assessment) -> Progress:
    """How many answers are judged, and what still stands against finishing."""
    questionnaire = _questionnaire(office, assessment)
    return progress_of(completeness(questionnaire, answers_of(reader, assessment.id).values()))


def progress_of(found: Completeness) -> Progress:
    """The same from what is known of the answers; a question that an artefact answers needs a verdict too."""
    asked = found.asked + len(found.credited)
    missing = [
        msg(f"review.{key}", count=len(questions), questions=list(questions))
        for key, questions in (("unjudged", found.unreviewed), ("knock_outs", found.knock_outs_open))
        if questions
    ]
    return Progress(asked=asked, reviewed=asked - len(found.unreviewed), missing=tuple(missing))


def uncommented(office: Office, reader: Reader, assessment: Assessment) -> tuple[Problem, ...]:
    """Warns of each answer that its questionnaire takes with a comment only and that has none."""
    questionnaire = _questionnaire(office, assessment)
    found = completeness(questionnaire, answers_of(reader, assessment.id).values())
    return tuple(
        Problem(
            where=id_, what=msg("answer.uncommented", question=_named(questionnaire, id_)),
            remedy=msg("answer.uncommented.remedy"), level=Level.WARNING,
        )
        for id_ in found.comment_missing
    )  # fmt: skip


def finish(office: Office, assessment_id: str) -> Assessment:
    """Finishes a review; the next reassessment falls due by the rhythm of domain.md 6.6.

    Raises Refused with everything that is missing.
    """
    today = office.clock.today()
    with office.book.act(FINISH_ASSESSMENT, assessment=assessment_id) as desk:
        assessment = _open(desk, assessment_id)
        missing = progress(office, desk, assessment).missing
        if missing:
            told = _missing_in_words(_questionnaire(office, assessment), missing)
            raise Refused(msg("review.unfinished", missing=told), msg("review.unfinished.remedy"))
        refuse_blanks_met(office, desk, assessment)
        engagement = desk.get(Engagement, assessment.engagement_id)
        cycle = next_cycle(_cycle(engagement), today)
        finished = replace(assessment, state=AssessmentState.FINISHED, finished_on=today)
        desk.put(finished, replace(engagement, anchor=cycle.anchor, cycles=cycle.cycles))
    return finished


def _missing_in_words(questionnaire: Questionnaire, missing: Iterable[Message]) -> Message:
    """What stands against finishing, one sentence after the other, each question with its short name."""
    sentences = [
        replace(one, params=one.params | {"questions": [_named(questionnaire, id_) for id_ in _ids(one)]})
        for one in missing
    ]
    return reduce(lambda before, one: msg("review.and", before=before, then=one), sentences)


def _ids(sentence: Message) -> list[str]:
    return list(sentence.params["questions"])


def _named(questionnaire: Questionnaire, id_: str) -> str:
    short = text_in(questionnaire.by_id[id_].short, "en")
    return f"{id_} ({short})" if short else id_


def _cycle(engagement: Engagement) -> Cycle | None:
    return Cycle(anchor=engagement.anchor, cycles=engagement.cycles) if engagement.anchor else None


def _open(desk: Desk, assessment_id: str) -> Assessment:
    assessment = desk.get(Assessment, assessment_id)
    refuse_ended(assessment)
    return assessment


def _check_known(office: Office, assessment: Assessment, questions: Iterable[str]) -> None:
    """Raises NotFound for the first of these that the questionnaire does not ask."""
    asked = _questionnaire(office, assessment).by_id
    for question in (one for one in questions if one not in asked):
        raise NotFound(msg("question.unknown", question=question), msg("question.unknown.remedy"))


def _check_values(office: Office, assessment: Assessment, values: Mapping[str, str]) -> None:
    """Raises NotFound for a question that is not asked, BadInput for answers that exclude each other."""
    _check_known(office, assessment, values)
    asked = _questionnaire(office, assessment).by_id
    refuse(
        tuple(
            Problem(where=question, what=wrong, remedy=msg(f"{wrong.key}.remedy", **wrong.params))
            for question, value in values.items()
            if (wrong := contradiction(asked[question], split_values(value)))
        )
    )


def _questionnaire(office: Office, assessment: Assessment) -> Questionnaire:
    return office.questionnaires.get(assessment.questionnaire, assessment.version)


def _answer(office: Office, desk: Desk, assessment_id: str, question: str) -> Answer:
    known = desk.find(Answer, assessment_id=assessment_id, question=question)
    return known[0] if known else _blank(office, assessment_id, question)


def _blank(office: Office, assessment_id: str, question: str) -> Answer:
    return Answer(id=office.new_id(), assessment_id=assessment_id, question=question)


def _begin(desk: Desk, assessment: Assessment) -> None:
    if assessment.state is not AssessmentState.IN_REVIEW:
        desk.put(replace(assessment, state=AssessmentState.IN_REVIEW))
