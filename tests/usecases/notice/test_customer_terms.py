"""Terms are dated: amended from a day, corrected in place, and dates that move with them are told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.books import dump
from tests.support.changing import a_register
from tests.support.offices import TODAY, make_office
from vendorrisk.domain.message import BadInput, UserError, msg
from vendorrisk.domain.notice.records import Authorisation, ChangeKind, DayUnit, HolidayYear
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases.notice.changes import STANDARD, new_change
from vendorrisk.usecases.notice.customer_terms import (
    MovedDate,
    amend_terms,
    correct_terms,
    remove_terms,
    versions_of,
)


@pytest.fixture
def office():
    made = make_office()
    a_register(made)
    return made


def versions(office, customer_id="c1"):
    with office.book.reading() as reader:
        found = versions_of(reader, customer_id)
    return [(one.notice_days, one.valid_from, one.valid_to) for one in found]


def wrong(problem):
    return [(one.where, one.what.key) for one in problem.value.problems]


def test_new_terms_bind_from_their_day_and_the_old_ones_until_the_day_before(office):
    amend_terms(office, ["c1"], {"notice_days": "45", "valid_from": "2027-01-01"})
    assert versions(office) == [(45, date(2027, 1, 1), None), (14, None, date(2026, 12, 31))]


def test_what_is_not_typed_is_not_carried_over_from_the_old_terms(office):
    amend_terms(office, ["c1"], {"notice_days": "45", "valid_from": "2027-01-01"})
    with office.book.reading() as reader:
        assert versions_of(reader, "c1")[0].clause == ""


def test_a_version_between_two_others_ends_where_the_next_one_starts(office):
    amend_terms(office, ["c1"], {"notice_days": "60", "valid_from": "2027-06-01"})
    amend_terms(office, ["c1"], {"notice_days": "45", "valid_from": "2027-01-01"})
    assert versions(office) == [
        (60, date(2027, 6, 1), None),
        (45, date(2027, 1, 1), date(2027, 5, 31)),
        (14, None, date(2026, 12, 31)),
    ]


def test_terms_from_the_same_day_replace_each_other(office):
    for days in ("45", "50"):
        amend_terms(office, ["c1"], {"notice_days": days, "valid_from": "2027-01-01"})
    assert versions(office) == [(50, date(2027, 1, 1), None), (14, None, date(2026, 12, 31))]


def test_only_first_terms_need_no_first_day(office):
    amend_terms(office, ["c9"], {"notice_days": "20"})
    assert versions(office, "c9") == [(20, None, None)]
    with pytest.raises(BadInput) as refused:
        amend_terms(office, ["c9"], {"notice_days": "30"})
    assert wrong(refused) == [("valid_from", "terms.from_when")]


def test_several_customers_are_amended_as_one_step(office):
    before = dump(office.book.writer)
    amend_terms(office, ["c1", "c2"], {"notice_days": "45", "valid_from": "2027-01-01"})
    assert versions(office, "c1")[0] == versions(office, "c2")[0]
    office.book.undo()
    assert dump(office.book.writer) == before


def test_standard_terms_are_amended_like_any_others(office):
    amend_terms(office, [STANDARD], {"notice_days": "30"})
    assert versions(office, STANDARD) == [(30, None, None)]


def test_every_wrong_field_is_named_and_nothing_is_stored(office):
    before = dump(office.book.writer)
    with pytest.raises(BadInput) as refused:
        amend_terms(
            office, ["c1"], {"notice_days": "many", "valid_from": "03/04/2026", "holidays": "Croatia"}
        )
    assert [one.where for one in refused.value.problems] == ["notice_days", "valid_from", "holidays"]
    assert dump(office.book.writer) == before


def test_a_place_whose_holidays_nobody_knows_is_refused_at_its_field(office, monkeypatch):
    def nobody(_self, place, _year):
        raise UserError(msg("holidays.place", place=place), msg("holidays.place.remedy"))

    monkeypatch.setattr(type(office.holidays), "year", nobody)
    with pytest.raises(BadInput) as refused:
        amend_terms(office, ["c1"], {"holidays": "ZZ", "valid_from": "2027-01-01"})
    assert wrong(refused) == [("holidays", "holidays.place")]


def test_holidays_of_the_place_are_recorded_with_the_terms(office):
    amend_terms(office, ["c1"], {"holidays": "HR", "valid_from": "2027-01-01"})
    with office.book.reading() as reader:
        assert {one.year for one in reader.find(HolidayYear, place="HR")} == {2025, 2026, 2027, 2028}


def test_a_change_whose_date_moves_with_the_terms_is_named(office):
    change = next_change(office)
    done = amend_terms(office, ["c1"], {"notice_days": "45", "valid_from": TODAY.isoformat()})
    assert done.moved == (
        MovedDate(customer="Alder", number=change.number, before=date(2026, 12, 8), now=date(2027, 1, 8)),
    )


def test_terms_of_next_year_move_no_date_of_this_one(office):
    next_change(office)
    assert amend_terms(office, ["c1"], {"notice_days": "45", "valid_from": "2027-06-01"}).moved == ()


def next_change(office):
    with office.book.reading() as reader:
        engagement = reader.find(Engagement)[0]
    return new_change(office, ChangeKind.ADD, engagement.id, date(2027, 2, 2))


def test_a_correction_changes_the_version_itself(office):
    done = correct_terms(office, "t1", {"notice_days": "10", "notice_unit": "business"})
    assert (done.versions[0].id, done.versions[0].notice_unit) == ("t1", DayUnit.BUSINESS)
    assert versions(office) == [(10, None, None)]


def test_a_corrected_first_day_leaves_no_gap_behind_the_version_before(office):
    amend_terms(office, ["c1"], {"notice_days": "45", "valid_from": "2027-01-01"})
    with office.book.reading() as reader:
        newest = versions_of(reader, "c1")[0]
    correct_terms(office, newest.id, {"valid_from": "2027-02-01"})
    assert versions(office) == [(45, date(2027, 2, 1), None), (14, None, date(2027, 1, 31))]


def test_two_versions_cannot_be_corrected_onto_one_day(office):
    for first in ("2027-01-01", "2027-06-01"):
        amend_terms(office, ["c1"], {"valid_from": first})
    with office.book.reading() as reader:
        newest = versions_of(reader, "c1")[0]
    with pytest.raises(BadInput) as refused:
        correct_terms(office, newest.id, {"valid_from": "2027-01-01"})
    assert wrong(refused) == [("valid_from", "terms.second_start")]


def test_terms_that_end_before_they_start_are_refused(office):
    with pytest.raises(BadInput) as refused:
        correct_terms(office, "t1", {"valid_from": "2027-02-01", "valid_to": "2027-01-01"})
    assert wrong(refused) == [("valid_to", "notice.terms.ends_before_start")]


def test_a_removed_version_gives_its_days_back(office):
    amend_terms(office, ["c1"], {"notice_days": "45", "valid_from": "2027-01-01"})
    with office.book.reading() as reader:
        newest = versions_of(reader, "c1")[0]
    remove_terms(office, newest.id)
    assert versions(office) == [(14, None, None)]


def test_a_change_that_waits_for_approval_has_no_date_after_the_terms_say_so(office):
    next_change(office)
    done = amend_terms(
        office, ["c1"], {"authorisation": Authorisation.SPECIFIC.value, "valid_from": "2026-11-01"}
    )
    assert [one.now for one in done.moved] == [None]
