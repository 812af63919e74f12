"""Importing customers: new, changed or the same; new terms bind from today, and the old ones are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.books import dump
from tests.support.offices import TODAY, AllAlike, make_office, stored
from vendorrisk.domain.message import Level, Problem, Refused, msg
from vendorrisk.domain.notice.customer_file import COLUMNS, CustomerRow, CustomersRead
from vendorrisk.domain.notice.records import (
    Authorisation,
    ClockStart,
    Customer,
    DataCentre,
    DayUnit,
    HolidayYear,
    Terms,
)
from vendorrisk.domain.register.records import Contact, Service
from vendorrisk.usecases.notice.customer_import import IMPORT_CUSTOMERS, CustomerAction, import_customers
from vendorrisk.usecases.notice.customer_terms import amend_terms, correct_terms

NEW, CHANGED, SAME = CustomerAction.NEW, CustomerAction.CHANGED, CustomerAction.SAME


@pytest.fixture
def office():
    return make_office()


def a_row(name="Northwind", account_id="1", given=tuple(COLUMNS), **facts):
    return CustomerRow(where=f"c.csv:{account_id}", given=given, name=name, account_id=account_id, **facts)


def take(office, *rows, agreed=False):
    return import_customers(office, CustomersRead(rows=rows), agreed=agreed)


def terms_of(office, name="Northwind"):
    (customer,) = stored(office, Customer, name=name)
    return stored(office, Terms, customer_id=customer.id)


def test_terms_that_do_not_say_how_authorised_are_named_once_for_new_customers(office):
    silent = ("name", "account_id", "notice_days")
    rows = [a_row("Northwind", given=silent), a_row("Contoso", "2", given=silent), a_row("Fabrikam", "3")]
    (one,) = take(office, *rows).problems
    assert (one.what.key, one.what.params["count"]) == ("customers.authorisation_assumed", 2)
    again = take(office, a_row("Northwind", given=silent, notice_days=45), agreed=True)
    assert again.problems == ()


def test_a_new_customer_comes_with_its_terms_service_and_data_centre(office):
    done = take(
        office, a_row(services=("Voice", "SMS"), data_centre="EU", notice_days=60, timezone="Europe/Zagreb")
    )
    assert [one.action for one in done.rows] == [NEW]
    assert (done.new_services, done.new_centres) == (("Voice", "SMS"), ("EU",))
    (customer,) = stored(office, Customer)
    assert (customer.zone, customer.data_centre, customer.active) == ("Europe/Zagreb", "EU", True)
    assert {one.code for one in stored(office, Service) if one.id in customer.services} == {"Voice", "SMS"}
    assert [one.code for one in stored(office, DataCentre)] == ["EU"]
    (terms,) = terms_of(office)
    assert (terms.notice_days, terms.valid_from, terms.valid_to, terms.assumed) == (60, None, None, False)


def test_the_clause_the_address_and_the_riders_are_kept_as_the_file_has_them(office):
    take(office, a_row(address="1 High Street", clause="7.3", channel="PORTAL", commission_clauses=True,
                       dora=True, critical_function=True, request_lead_days=None))  # fmt: skip
    assert stored(office, Customer)[0].address == "1 High Street"
    (terms,) = terms_of(office)
    assert (terms.clause, terms.channel) == ("7.3", "PORTAL")
    assert (terms.commission_clauses, terms.dora, terms.critical_function) == (True, True, True)


def test_people_are_added_once_and_nobody_is_removed(office):
    ann, dpo = ("Ann Lee", "ann@north.example"), ("", "DPO@north.example")
    take(office, a_row(contacts=(ann,)))
    assert take(office, a_row(contacts=(ann, dpo)), agreed=True).rows[0].changes == ("contacts",)
    assert take(office, a_row(contacts=(("", "dpo@north.example"),))).rows[0].changes == ()
    (customer,) = stored(office, Customer)
    people = {(one.name, one.email) for one in stored(office, Contact, customer_id=customer.id)}
    assert people == {ann, dpo}


def test_a_clause_alone_goes_to_the_terms_there_are_and_makes_none(office):
    only_clause = ("name", "account_id", "clause", "holidays")
    done = take(office, a_row(given=only_clause, clause="7.3"))
    assert "customers.beside_no_terms" in [one.what.key for one in done.problems]
    assert terms_of(office) == []
    take(office, a_row(notice_days=60, holidays="HR"), agreed=True)
    done = take(office, a_row(given=only_clause, clause="7.4"), agreed=True)
    assert done.rows[0].changes == ("clause",)
    (terms,) = [one for one in terms_of(office) if one.valid_to is None]
    assert (terms.clause, terms.notice_days, terms.holidays) == ("7.4", 60, "HR")


def test_a_service_is_known_by_code_or_name(office):
    with office.book.act(IMPORT_CUSTOMERS) as desk:
        desk.put(Service(id="s", code="VOICE", name={"en": "Voice calls"}))
    done = take(office, a_row(services=("VOICE",)), a_row("Other", "2", services=("Voice calls",)))
    assert done.new_services == ()
    assert {one.services for one in stored(office, Customer)} == {("s",)}


def test_an_account_finds_its_customer_under_another_name(office):
    take(office, a_row())
    done = take(office, a_row("Northwind Ltd"), agreed=True)
    (planned,) = done.rows
    assert (planned.action, planned.changes) == (CHANGED, ("name",))
    assert [one.name for one in stored(office, Customer)] == ["Northwind Ltd"]


def test_another_account_is_another_customer_of_the_same_name(office):
    done = take(office, a_row(), a_row(account_id="2"))
    assert [one.action for one in done.rows] == [NEW, NEW]
    assert len(stored(office, Customer)) == 2


def test_without_an_account_the_exact_name_finds_it(office):
    take(office, a_row(account_id=""))
    assert [one.action for one in take(office, a_row(account_id="")).rows] == [SAME]
    assert [one.action for one in take(office, a_row("northwind", "")).rows] == [NEW]


def test_the_same_file_again_changes_nothing(office):
    rows = (a_row(services=("Voice",)), a_row("Other", "2", holidays="HR"))
    take(office, *rows)
    before = dump(office.book.writer), office.book.head()
    assert [one.action for one in take(office, *rows).rows] == [SAME, SAME]
    assert (dump(office.book.writer), office.book.head()) == before


def test_a_column_that_the_file_lacks_changes_nothing(office):
    take(office, a_row(data_centre="EU", notice_days=60, language="de"))
    assert [one.action for one in take(office, a_row(given=("name", "account_id"))).rows] == [SAME]
    (customer,) = stored(office, Customer)
    assert (customer.data_centre, customer.language) == ("EU", "de")


def test_new_terms_bind_from_today_and_the_old_ones_end_the_day_before(office):
    take(office, a_row(notice_days=30))
    office.clock.day = date(2027, 3, 1)
    done = take(office, a_row(notice_days=60, notice_unit=DayUnit.BUSINESS), agreed=True)
    assert done.rows[0].changes == ("notice_days", "notice_unit")
    old, new = sorted(terms_of(office), key=lambda one: one.notice_days)
    assert (old.notice_days, old.valid_from, old.valid_to) == (30, None, date(2027, 2, 28))
    assert (new.notice_days, new.valid_from, new.valid_to) == (60, date(2027, 3, 1), None)


def test_terms_that_began_today_are_corrected_in_place(office):
    take(office, a_row(notice_days=30))
    take(office, a_row(notice_days=60), agreed=True)
    take(office, a_row(notice_days=90), agreed=True)
    assert sorted((one.notice_days, one.valid_from) for one in terms_of(office) if one.valid_to is None) == [
        (90, TODAY)
    ]
    assert len(terms_of(office)) == 2


def test_a_customer_that_the_file_does_not_name_stays(office):
    take(office, a_row(), a_row("Other", "2"))
    take(office, a_row())
    assert len(stored(office, Customer)) == 2


def test_more_than_a_fifth_of_changes_asks_and_stores_nothing(office):
    take(office, *(a_row(f"Customer {n}", str(n)) for n in range(10)))
    before = dump(office.book.writer)
    two = [a_row(f"Customer {n}", str(n), notice_days=45) for n in range(2)]
    three = [*two, a_row("Customer 2", "2", notice_days=45)]
    with pytest.raises(Refused) as refused:
        take(office, *three)
    assert refused.value.what.params == {"changed": 3, "stored": 10}
    assert dump(office.book.writer) == before
    assert [one.action for one in take(office, *two).rows] == [CHANGED, CHANGED]
    office.book.undo()
    assert [one.action for one in take(office, *three, agreed=True).rows] == [CHANGED] * 3


def test_holidays_are_filled_for_the_years_around_today(office):
    take(office, a_row(holidays="HR"), a_row("Other", "2", holidays="HR"))
    assert [one.year for one in stored(office, HolidayYear, place="HR")] == [2025, 2026, 2027, 2028]


def test_a_place_whose_holidays_nobody_knows_keeps_its_row_out(office):
    done = take(office, a_row(holidays="MOON"), a_row("Other", "2"))
    assert [one.customer.name for one in done.rows] == ["Other"]
    (problem,) = done.problems
    assert (problem.level, problem.where) == (Level.ERROR, "c.csv:1")
    assert [one.name for one in stored(office, Customer)] == ["Other"]


def test_a_likeness_only_warns():
    office = make_office(likeness=AllAlike())
    done = take(office, a_row("Meridova"), a_row("Meridowa", "2"))
    assert [one.level for one in done.problems] == [Level.WARNING]
    assert len(stored(office, Customer)) == 2


def test_what_the_reader_found_doubtful_is_passed_on(office):
    doubt = Problem("c.csv:9", msg("a"), msg("b"))
    assert import_customers(office, CustomersRead(problems=(doubt,))).problems == (doubt,)


def test_an_import_is_taken_back_whole(office):
    before = dump(office.book.writer)
    take(office, a_row(services=("Voice",), data_centre="EU", holidays="HR"))
    office.book.undo()
    assert dump(office.book.writer) == before


def test_a_preview_keeps_nothing(office):
    before = dump(office.book.writer), office.book.head()
    trying = replace(office, book=office.book.trying_out())
    assert [one.action for one in take(trying, a_row(holidays="HR")).rows] == [NEW]
    assert (dump(office.book.writer), office.book.head()) == before


def test_a_customer_of_all_services_is_told_of_every_change(office):
    with office.book.act(IMPORT_CUSTOMERS) as desk:
        desk.put(Service(id="all", code="ALL", name={"en": "All services"}))
    done = take(office, a_row(services=("SMS", "All services")))
    assert done.rows[0].customer.services == ()


def test_terms_that_begin_later_are_left_to_begin(office):
    take(office, a_row(notice_days=30))
    (customer,) = stored(office, Customer)
    amend_terms(office, [customer.id], {"notice_days": "60", "valid_from": "2027-03-01"})
    take(office, a_row(notice_days=45), agreed=True)
    versions = {one.notice_days: (one.valid_from, one.valid_to) for one in terms_of(office)}
    assert versions == {
        30: (None, date(2026, 11, 22)), 45: (TODAY, date(2027, 2, 28)), 60: (date(2027, 3, 1), None),
    }  # fmt: skip


def test_terms_that_only_begin_later_do_not_stand_for_those_of_today(office):
    take(office, a_row(notice_days=30))
    (terms,) = terms_of(office)
    correct_terms(office, terms.id, {"valid_from": "2027-03-01"})
    take(office, a_row(notice_days=45), agreed=True)
    versions = {one.notice_days: (one.valid_from, one.valid_to) for one in terms_of(office)}
    assert versions == {45: (TODAY, date(2027, 2, 28)), 30: (date(2027, 3, 1), None)}


def test_services_and_data_centres_are_known_however_they_are_written(office):
    take(office, a_row(services=("SMS",), data_centre="EU"))
    done = take(office, a_row("Other", "2", services=("sms",), data_centre="eu"))
    assert (done.new_services, done.new_centres) == ((), ())
    first, second = stored(office, Customer)
    assert (first.services, first.data_centre) == (second.services, second.data_centre)


def test_known_services_behind_commas_are_taken_apart_and_unknown_ones_wait(office):
    take(office, a_row(services=("SMS", "Voice")))
    done = take(office, a_row("B", "2", services=("sms, Voice",)), a_row("C", "3", services=("SMS, Fax",)))
    assert [one.customer.name for one in done.rows] == ["B"]
    assert len(done.rows[0].customer.services) == 2
    assert [(one.what.key, one.level) for one in done.problems] == [("customers.comma", "error")]
    assert done.new_services == ()


def test_a_row_without_account_finds_the_only_customer_of_its_name(office):
    unnumbered = a_row(account_id="", given=("name", "notice_days"))
    take(office, a_row(account_id="1"))
    assert [one.action for one in take(office, unnumbered).rows] == [SAME]
    take(office, a_row(account_id="2"))
    done = take(office, unnumbered)
    assert [one.action for one in done.rows] == [NEW]
    assert "customers.same_name" in [one.what.key for one in done.problems]


def test_a_customer_without_account_gets_the_one_of_its_name(office):
    take(office, a_row(account_id=""))
    done = take(office, a_row(account_id="1"), agreed=True)
    assert [(one.action, one.changes) for one in done.rows] == [(CHANGED, ("account_id",))]
    assert len(stored(office, Customer)) == 1


def test_terms_without_notice_days_are_taken_with_a_warning(office):
    given = ("name", "account_id", "authorisation")
    done = take(office, a_row(given=given))
    assert [one.what.key for one in done.problems] == ["customers.days_not_said"]
    silent = take(office, a_row("B", "2", given=("name", "account_id")))
    asked = take(office, a_row("C", "3", given=given, authorisation=Authorisation.SPECIFIC))
    assert ([one.what.key for one in silent.problems], asked.problems) == (["customers.no_terms"], ())


def test_customers_without_any_terms_are_counted_in_one_warning(office):
    given = ("name", "account_id")
    rows = [a_row(name, name, given=given) for name in ("A", "B")]
    (doubt,) = take(office, *rows).problems
    assert (doubt.what.params, doubt.level) == ({"count": 2}, Level.WARNING)
    assert take(office, *rows).problems == ()


@pytest.mark.parametrize(
    ("facts", "where", "key"),
    [
        ({"notice_days": 0}, "c.csv:1, column notice_days", "notice.terms.no_period"),
        ({"clock_starts": ClockStart.DEEMED_RECEIVED}, "c.csv:1, column deemed_days",
         "notice.terms.deemed_at_once"),
        ({"authorisation": Authorisation.SPECIFIC}, "c.csv:1", "customers.days_without_use"),
    ],
)  # fmt: skip
def test_terms_that_may_be_meant_otherwise_are_taken_and_named_by_their_column(office, facts, where, key):
    (doubt,) = take(office, a_row(**facts)).problems
    assert (doubt.where, doubt.what.key, doubt.level) == (where, key, Level.WARNING)


def test_days_of_notice_beside_a_lead_time_leave_nothing_to_do(office):
    assert take(office, a_row(authorisation=Authorisation.SPECIFIC, request_lead_days=30)).problems == ()


def test_the_holidays_that_are_recorded_beside_are_told_once(office):
    first = take(office, a_row("Northwind", holidays="HR"), a_row("Contoso", "2", holidays="HR"))
    year = office.clock.today().year
    assert first.new_holidays == tuple(("HR", one) for one in range(year - 1, year + 3))
    assert take(office, a_row("Fabrikam", "3", holidays="HR")).new_holidays == ()
