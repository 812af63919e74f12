"""Answers that contradict the register are warnings with a remedy, until answer and register agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.support.assessed import an_engagement, an_office, answered
from tests.support.offices import put
from tests.support.questionnaires import SMALL, en, question
from tests.support.words import english
from vendorrisk.domain.diligence.questionnaire import AnswerType, Denial, Option, Section
from vendorrisk.domain.diligence.register_check import place_kind
from vendorrisk.domain.message import Level
from vendorrisk.domain.register.records import FourthParty, Location, LocationKind
from vendorrisk.usecases.diligence import answer_review, assessments
from vendorrisk.usecases.diligence.finding_proposals import fourth_parties
from vendorrisk.usecases.diligence.register_differences import difference_words, register_warnings
from vendorrisk.usecases.diligence.review_sheet import question_sheet
from vendorrisk.usecases.diligence.review_view import read_review
from vendorrisk.usecases.editing import ADD

ASKED = next(one for one in SMALL.questions() if place_kind(one))


def warned(office, made):
    with office.book.reading() as reader:
        return [
            (one.where, english().say(one.what), one.level)
            for one in register_warnings(office, reader, made)
            if one.where == ASKED.id and english().say(one.remedy)
        ]


def test_a_country_that_only_one_of_the_two_names_is_a_warning(office, engagement):
    made = answered(office, engagement)
    kind = LocationKind(place_kind(ASKED))
    with office.book.act(ADD[Location]) as desk:
        for old in desk.find(Location, engagement_id=engagement.id):
            desk.remove(old)
        desk.put(Location(id="x", engagement_id=engagement.id, kind=kind, country="US"))
    answer_review.save_answer(office, made.id, ASKED.id, "IN")
    word = english().value(kind, "en")
    only_on_file = f"The register has United States ({word}), which the answer does not name."
    assert warned(office, made) == [
        (ASKED.id, f"The answer names India ({word}), which is not in the register.", Level.WARNING),
        (ASKED.id, only_on_file, Level.WARNING),
    ]
    answer_review.save_answer(office, made.id, ASKED.id, "US")
    assert warned(office, made) == []


def test_an_answer_that_denies_transfers_is_held_against_the_register_and_beside_the_question():
    grounds = question(
        "TRF-04",
        AnswerType.MULTI,
        options=(
            Option(code="NO_TRANSFER", text=en("Nothing leaves the EEA"), alone=True, denies=Denial.TRANSFER),
            Option(code="SCC", text=en("Standard contractual clauses")),
        ),
    )
    section = Section(id="more", title=en("More"), questions=(grounds,))
    asked = replace(SMALL, sections=(*SMALL.sections, section))
    office = an_office(asked)
    engagement = an_engagement(office)[1]
    made = assessments.start(office, engagement.id, asked.id)
    put(office, Location(id="x", engagement_id=engagement.id, kind=LocationKind.ACCESS, country="IN"))
    answer_review.save_answers(office, made.id, {"TRF-04": "NO_TRANSFER", "TRF-01": "DE;US"})
    with office.book.reading() as reader:
        warnings = register_warnings(office, reader, made)
        sheet = question_sheet(office, read_review(office, reader, made.id), "TRF-04")
    told = [english().say(one.what) for one in warnings if one.where == "TRF-04"]
    denied = "The answer says “Nothing leaves the EEA”, but"
    assert told == [
        f"{denied} the register has, outside the EEA: India (Access).",
        f"{denied} the answer to “Question TRF-01?” names, outside the EEA: United States.",
    ]
    assert [english().say(difference_words(one)) for one in sheet.differences] == told
    answer_review.save_answers(office, made.id, {"TRF-04": "SCC"})
    with office.book.reading() as reader:
        assert not [one for one in register_warnings(office, reader, made) if one.where == "TRF-04"]


def test_a_company_on_file_counts_until_its_last_day(office, engagement):
    today = office.clock.today()
    ends = {
        "Open": None,
        "Later": today + timedelta(days=30),
        "Last day": today,
        "Gone": today - timedelta(days=1),
    }
    with office.book.act(ADD[FourthParty]) as desk:
        for number, (name, last) in enumerate(ends.items()):
            desk.put(FourthParty(id=f"f{number}", engagement_id=engagement.id, name=name, valid_to=last))
        assert [one.name for one in fourth_parties(office, desk, engagement.id)] == [
            "Open",
            "Later",
            "Last day",
        ]
