"""A quarter on any of its days, beside the one before it, each thing behind it told from the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.changing import a_context, a_register
from tests.support.edited import edit_values
from tests.support.offices import put
from vendorrisk.domain.diligence.records import Finding, FindingState, Severity
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register.records import Engagement, Flow, FourthParty, LocationKind
from vendorrisk.domain.review.quarters import Quarter
from vendorrisk.domain.review.records import FrozenQuarter
from vendorrisk.usecases.editing import add
from vendorrisk.usecases.review import quarterly
from vendorrisk.usecases.review.quarter_view import quarter_view

Q4, Q3 = Quarter(2026, 4), Quarter(2026, 3)


@pytest.fixture
def office():
    """One sub-processor since 23 November 2026, by both clocks; today is a month later."""
    office = a_context().office
    a_register(office)
    office.clock.day += timedelta(days=30)
    office.clock.at += timedelta(days=30)
    return office


def engagement(office):
    with office.book.reading() as reader:
        return reader.find(Engagement)[0]


def count(office, day):
    return quarterly.review_input(office, Q4, as_at=day).figures[0].n


def test_a_day_of_the_quarter_shows_what_was_known_at_its_end(office):
    assert [count(office, day) for day in (date(2026, 11, 22), date(2026, 11, 23), None)] == [0, 1, 1]


def test_a_corrected_day_is_told_as_it_was_known_then(office):
    edit_values(office, Engagement, engagement(office).id, live_since=date(2026, 10, 5))
    early = quarterly.review_input(office, Q4, as_at=date(2026, 11, 30))
    late = quarterly.review_input(office, Q4)
    assert early.facts.end == date(2026, 11, 30)
    assert (early.facts.population[0].live_since, late.facts.population[0].live_since) == (
        None, date(2026, 10, 5),
    )  # fmt: skip


@pytest.mark.parametrize("day", [date(2026, 9, 30), date(2026, 12, 24), date(2027, 1, 1)])
def test_a_day_outside_the_quarter_or_ahead_is_refused(office, day):
    with pytest.raises(UserError) as refused:
        quarterly.review_input(office, Q4, as_at=day)
    assert office.say(refused.value.remedy) == "Choose a day from 1 October 2026 to 23 December 2026."


def test_a_quarter_that_has_not_begun_has_no_review(office):
    with pytest.raises(UserError) as refused:
        quarterly.review_input(office, Quarter(2027, 1))
    assert office.say(refused.value.what) == "Q1 2027 has not begun; it begins on 1 January 2027."


def test_a_frozen_quarter_keeps_its_figures_except_on_an_earlier_day(office):
    office.clock.day = date(2027, 1, 4)
    office.clock.at += timedelta(days=12)
    quarterly.freeze(office, Q4)
    edit_values(office, Engagement, engagement(office).id, stage="SUSPENDED")
    assert quarterly.review_input(office, Q4).frozen
    assert quarterly.review_input(office, Q4, as_at=date(2026, 12, 31)).frozen
    assert not quarterly.review_input(office, Q4, as_at=date(2026, 12, 30)).frozen
    with office.book.reading() as reader:
        assert len(reader.find(FrozenQuarter)) == 1


def test_paper_and_screen_compare_with_the_same_quarter_before(office):
    office.clock.day = date(2027, 2, 1)
    office.clock.at += timedelta(days=40)
    view = quarter_view(office, Quarter(2027, 1))
    assert view.past[-2][0] == Q4
    assert view.given.before == {one.id: one for one in view.past[-2][1]}
    assert quarter_view(office, Q4).given.before == {}, "nobody was in use in Q3"


def test_flows_are_told_apart_by_country_and_engagements_by_purpose(office):
    one = engagement(office)
    given = {"vendor_id": one.vendor_id, "service_id": one.service_id}
    again = add(office, Engagement, {"purpose": "Speech to text"}, **given)
    flow = Flow(id="f", engagement_id=one.id, kind=LocationKind.STORAGE, importer_country="BR")
    put(office, flow)
    names = quarterly.review_input(office, Q4).names
    assert names[one.id] == "Norte Cloud S.A. (Hosting of message logs)"
    assert names[again.id] == "Norte Cloud S.A. (Speech to text)"
    assert names["f"] == "Norte Cloud S.A. (Hosting of message logs): Brazil (storage)"


def figure(office, key):
    return next(one for one in quarterly.review_input(office, Q4).figures if one.id == key)


def test_a_transfer_that_has_ended_is_counted_no_more(office):
    old = Flow(
        id="f", engagement_id=engagement(office).id, kind=LocationKind.STORAGE, importer_country="BR",
        valid_to=office.clock.today(),
    )  # fmt: skip
    before = figure(office, "K-07").d
    put(office, old)
    assert figure(office, "K-07").d == before + 1
    put(office, replace(old, valid_to=office.clock.today() - timedelta(days=1)))
    assert figure(office, "K-07").d == before


def test_a_finding_whose_acceptance_has_ended_is_open_again(office):
    accepted = Finding(
        id="x", engagement_id=engagement(office).id, severity=Severity.H, title="Standing access",
        state=FindingState.ACCEPTED, raised_on=date(2026, 11, 23), accepted_until=office.clock.today(),
    )  # fmt: skip
    put(office, accepted)
    assert figure(office, "K-15").n == 0
    put(office, replace(accepted, accepted_until=office.clock.today() - timedelta(days=1)))
    assert figure(office, "K-15").members == ("x",)


def test_a_fourth_party_of_two_engagements_counts_once_while_it_serves_them(office):
    one = engagement(office)
    second = replace(one, id="e-2")
    ended = office.clock.today() - timedelta(days=1)
    put(
        office, second,
        FourthParty(id="p-1", engagement_id=one.id, name="Sul Backup Ltda"),
        FourthParty(id="p-2", engagement_id="e-2", name="Sul Backup Ltda."),
        FourthParty(id="p-3", engagement_id="e-2", name="Gone Inc.", valid_to=ended),
    )  # fmt: skip
    parts = {part.label.key: part.n for part in figure(office, "K-01").parts}
    assert parts["figure.part.fourth_parties"] == 1
