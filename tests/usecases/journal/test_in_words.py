"""What Activity tells of answers and places: words instead of codes, as long as their meaning is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.assessed import an_engagement, an_office, answered
from vendorrisk.domain.diligence.records import Answer
from vendorrisk.domain.message import NotFound, msg
from vendorrisk.domain.register.records import Vendor
from vendorrisk.usecases.journal.activity import RecordChange
from vendorrisk.usecases.journal.in_words import in_words


class ShippedNoMore:
    """There are no questionnaires any longer."""

    def get(self, _id, _version=""):
        raise NotFound(msg("plain", text="gone"), msg("plain", text="gone"))


def change(kind, before=None, after=None):
    return RecordChange(kind=kind, table=kind.__name__.lower(), id="id-1", before=before, after=after)


def answer(assessment, value, question="PRV-07"):
    return {"assessment_id": assessment.id, "question": question, "value": value, "comment": "By contract."}


@pytest.fixture
def office():
    return an_office()


@pytest.fixture
def assessment(office):
    return answered(office, an_engagement(office)[1])


def test_an_answer_is_told_by_the_title_of_its_question_and_in_words(office, assessment):
    (told,) = in_words(office, [change(Answer, answer(assessment, ""), answer(assessment, "YES"))])
    assert told.before["value"] == ""
    assert told.after["value"] == "Yes"
    assert told.after["question"].endswith(" (PRV-07)")
    assert told.after["question"] != " (PRV-07)"
    assert told.after["comment"] == "By contract."


def test_the_code_stands_where_its_meaning_is_gone(office, assessment):
    codes = [
        change(Answer, after=answer(assessment, "YES", "GONE-01")),
        change(Answer, after=answer(replace(assessment, id="undone"), "YES")),
    ]
    assert in_words(office, codes) == codes
    known = [change(Answer, before=answer(assessment, "YES"))]
    assert in_words(office, known) != known
    assert in_words(replace(office, questionnaires=ShippedNoMore()), known) == known


def test_a_country_is_told_by_its_name_and_a_missing_side_stays_missing(office):
    (told,) = in_words(office, [change(Vendor, after={"country": "BR", "parent_country": "PT"})])
    assert (told.before, told.after) == (None, {"country": "Brazil", "parent_country": "Portugal"})


def test_what_has_no_codes_is_told_as_it_is(office):
    plain = [change(Vendor, {"country": ""}, {"name": "Norte", "country": ""})]
    assert in_words(office, plain) == plain
