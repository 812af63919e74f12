"""Saving: one change of a record, and the answers of a long questionnaire one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.bench.ground import Ground
from tests.bench.rows import Row, median_of, milliseconds
from tests.bench.stock import LARGE, build_large
from tests.support.assessed import FewQuestionnaires
from vendorrisk.app.wiring import OpenWorkspace
from vendorrisk.domain.diligence.records import Answer, Assessment, AssessmentState
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.usecases import editing
from vendorrisk.usecases.diligence import answer_review, assessments
from vendorrisk.usecases.office import Office
from vendorrisk.usecases.register import vendors

QUESTIONS = [f"Q-{number:03}" for number in range(1, 251)]
OTHERS = 100


def rows() -> Iterator[Row]:
    ground = Ground.shared()
    build_large(ground)
    workspace = ground.open(LARGE)
    try:
        yield from _single_saves(workspace)
    finally:
        workspace.lock()
    workspace = ground.make("answers")
    try:
        engagement = _an_engagement(workspace)
        alone = _answers(workspace, engagement)
        yield Row("250 answers saved one at a time", alone, unit="s", limit=2)
        _stock(workspace, engagement)
        among = _answers(workspace, engagement)
        note = f"{OTHERS * len(QUESTIONS)} answers in store"
        yield Row("the same with 100 assessments in store", among, unit="s", limit=2, note=note)
    finally:
        workspace.lock()


def _single_saves(workspace: OpenWorkspace) -> Iterator[Row]:
    office = workspace.office
    with office.book.reading() as reader:
        ids = [one.id for one in reader.find(Vendor)[:100]]
    typed = {"owner": "A. Novak"}
    taken = [milliseconds(lambda one=one: editing.edit(office, Vendor, one, typed)) for one in ids]
    note = "a vendor in a register of 10,000; acknowledged means on the disk"
    yield Row("save acknowledged, median of 100", median_of(taken), limit=30, note=note)
    yield Row("save acknowledged, slowest of 100", max(taken), limit=30)


def _an_engagement(workspace: OpenWorkspace) -> Engagement:
    typed = {"name": "Eastline Voice", "country": "DE"}
    return vendors.add_vendor(
        workspace.office, typed, {"purpose": "Carrying calls"}, service="VOICE"
    ).engagement


def _answers(workspace: OpenWorkspace, engagement: Engagement) -> float:
    office = replace(workspace.office, questionnaires=_a_long_one(workspace.office))
    made = assessments.start(office, engagement.id, "long")

    def save_all() -> None:
        for question in QUESTIONS:
            answer_review.save_answer(office, made.id, question, "YES")

    taken = milliseconds(save_all) / 1000
    assessments.cancel(office, made.id)
    return taken


def _a_long_one(office: Office) -> FewQuestionnaires:
    """A questionnaire of 250 questions, all as the first one of the shipped questionnaire."""
    shipped = office.questionnaires.get("privacy-security")
    section = shipped.sections[0]
    questions = tuple(replace(section.questions[0], id=one) for one in QUESTIONS)
    long = replace(shipped, id="long", sections=(replace(section, questions=questions),))
    return FewQuestionnaires(known=(long,))


def _stock(workspace: OpenWorkspace, engagement: Engagement) -> None:
    """Puts 100 finished assessments of 250 answers into the register, as one step."""
    office = workspace.office
    with office.book.act(answer_review.SAVE_ANSWER) as desk:
        known = desk.find(Assessment, engagement_id=engagement.id)[0]
        for _ in range(OTHERS):
            other = replace(known, id=office.new_id(), state=AssessmentState.FINISHED)
            answers = (
                Answer(id=office.new_id(), assessment_id=other.id, question=one, value="YES")
                for one in QUESTIONS
            )
            desk.put(other, *answers)
