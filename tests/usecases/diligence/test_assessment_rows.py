"""The table of assessments: which ones a view lists, in which order, and what each row says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.support.assessed import an_engagement, an_office, answered, reviewed
from tests.support.books import register_in_memory
from tests.support.edited import edit_values
from vendorrisk.domain.diligence.records import AssessmentKind, AssessmentState, Verdict
from vendorrisk.domain.register.records import Engagement, Stage, Vendor
from vendorrisk.store.listings import SqlListings
from vendorrisk.usecases import editing
from vendorrisk.usecases.diligence import answer_review, assessments
from vendorrisk.usecases.diligence.assessment_listings import AssessmentOrder, AssessmentScope
from vendorrisk.usecases.diligence.assessment_rows import AssessmentRows, assessable
from vendorrisk.usecases.listings import SortKey

TODAY = date(2026, 11, 23)


@pytest.fixture
def engine():
    return register_in_memory()


@pytest.fixture
def office(engine):
    return an_office(engine=engine)


@pytest.fixture
def rows(office, engine):
    return AssessmentRows(office, SqlListings(engine))


@pytest.fixture
def round_(office):
    """Five vendors, each with an assessment in another state; they fall due in the order of their names."""
    names = ("Zeta draft", "Alpha sent", "Beta answered", "Čavlović reviewed", "Delta finished")
    engagements = {}
    for number, name in enumerate(names):
        office.clock.day = date(2026, 10, 1 + number)
        engagements[name] = an_engagement(office, name)[1]
    office.clock.day = date(2026, 10, 6)
    assessments.start(office, engagements["Zeta draft"].id, "small")
    office.clock.day = date(2026, 10, 7)
    sent = assessments.start(office, engagements["Alpha sent"].id, "small")
    assessments.write_workbook(office, sent.id, Path("kit.xlsx"))
    office.clock.day = date(2026, 11, 20)
    answered(office, engagements["Beta answered"], PRV_10="")
    judged = answered(office, engagements["Čavlović reviewed"])
    answer_review.review(office, judged.id, "PRV-07", Verdict.MEETS)
    reviewed(office, engagements["Delta finished"])
    office.clock.day = TODAY
    return engagements


def listed(rows, scope=AssessmentScope.ALL, **wanted):
    query = rows.query(scope=scope, **wanted)
    found = rows.by_ids(rows.ids(query))
    assert rows.count(query) == len(found)
    return [one.vendor for one in found]


@pytest.mark.parametrize(
    ("scope", "vendors"),
    [
        (AssessmentScope.OPEN, ["Zeta draft", "Alpha sent", "Beta answered", "Čavlović reviewed"]),
        (AssessmentScope.WAITING_VENDOR, ["Alpha sent"]),
        (AssessmentScope.WAITING_US, ["Zeta draft", "Beta answered", "Čavlović reviewed"]),
        (AssessmentScope.CLOSED, ["Delta finished"]),
        (
            AssessmentScope.QUARTER,
            ["Zeta draft", "Alpha sent", "Beta answered", "Čavlović reviewed", "Delta finished"],
        ),
    ],
)
def test_views_list_what_they_say_by_due_day_the_oldest_first(rows, round_, scope, vendors):
    assert listed(rows, scope) == vendors


def test_another_quarter_is_another_list(office, rows, round_):
    office.clock.day = date(2027, 1, 4)
    assert listed(rows, AssessmentScope.QUARTER) == []


def test_vendors_are_found_by_any_part_of_their_name_without_accents(rows, round_):
    assert listed(rows, text="cavlov rev") == ["Čavlović reviewed"]


def test_filters_narrow_and_what_is_late_is_what_a_vendor_should_have_answered(rows, round_):
    assert listed(rows, late=True) == ["Alpha sent"]
    assert listed(rows, kinds=frozenset({"ANNUAL"})) == []
    assert len(listed(rows, kinds=frozenset({"ONBOARDING"}), reviewers=frozenset({"Ana Novak"}))) == 5
    assert listed(rows, questionnaires=frozenset({"other"})) == []
    assert rows.reviewers() == ["Ana Novak"]


@pytest.mark.parametrize(
    ("by", "first", "last"),
    [
        (AssessmentOrder.VENDOR, "Alpha sent", "Zeta draft"),
        (AssessmentOrder.STATE, "Zeta draft", "Delta finished"),
        (AssessmentOrder.SENT, "Alpha sent", "Zeta draft"),
        (AssessmentOrder.FINISHED, "Delta finished", "Zeta draft"),
    ],
)
def test_order_is_by_value_and_what_is_missing_comes_last(rows, round_, by, first, last):
    found = listed(rows, sort=(SortKey(by),))
    assert (found[0], found[-1]) == (first, last)
    if by in {AssessmentOrder.SENT, AssessmentOrder.FINISHED}:
        assert listed(rows, sort=(SortKey(by, descending=True),))[0] == first


def test_pages_put_together_are_the_list(rows, round_):
    query = rows.query(scope=AssessmentScope.ALL)
    pages = [rows.ids(query, offset=start, limit=2) for start in (0, 2, 4)]
    assert [one for page in pages for one in page] == rows.ids(query)


def test_a_row_says_how_far_its_assessment_is(rows, round_):
    by_vendor = {one.vendor: one for one in rows.by_ids(rows.ids(rows.query(scope=AssessmentScope.ALL)))}
    beta = by_vendor["Beta answered"]
    assert (beta.state, beta.answered, beta.asked) == (AssessmentState.ANSWERED, 8, 9)
    assert (beta.kind, beta.questionnaire, beta.version) == (
        AssessmentKind.ONBOARDING,
        "A small questionnaire",
        "1",
    )
    assert (beta.score, beta.service, beta.reviewer) == (None, "VOICE", "Ana Novak")
    assert by_vendor["Alpha sent"].days == -19
    assert by_vendor["Čavlović reviewed"].score == 55
    finished = by_vendor["Delta finished"]
    assert (finished.days, finished.score, finished.finished_on) == (None, 55, date(2026, 11, 20))


def test_it_is_known_how_many_wait_for_whom(rows, round_):
    assert rows.waiting() == (1, 3)


def test_an_empty_register_is_empty(rows):
    assert rows.is_empty()


def test_a_row_that_is_gone_is_left_out(rows, round_):
    ids = rows.ids(rows.query())
    assert [one.id for one in rows.by_ids(["gone", ids[0]])] == [ids[0]]


def test_engagements_that_are_over_cannot_be_assessed(office, round_):
    closed = next(iter(round_.values()))
    with office.book.act(editing.EDIT[Engagement], id=closed.id) as desk:
        desk.put(replace(desk.get(Engagement, closed.id), stage=Stage.TERMINATED))
    found = assessable(office)
    assert [one.vendor for one in found] == [
        "Alpha sent", "Beta answered", "Čavlović reviewed", "Delta finished",
    ]  # fmt: skip
    assert found[0].about == "Carrying calls"


def test_archived_vendors_cannot_be_assessed_either(office):
    vendor, engagement = an_engagement(office)
    assert [one.engagement_id for one in assessable(office)] == [engagement.id]
    edit_values(office, Vendor, vendor.id, archived_on=TODAY)
    assert assessable(office) == []
