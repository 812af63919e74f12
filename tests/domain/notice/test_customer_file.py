from __future__ import annotations

from datetime import date

import pytest

from vendorrisk.domain.message import Level, UserError
from vendorrisk.domain.notice.customer_file import (
    COLUMNS,
    CustomerRow,
    column_of,
    heading_and_unit,
    may_mean_otherwise,
    read_customer,
)
from vendorrisk.domain.notice.records import Authorisation, ClockStart, CountRule, DayUnit, ObjectionBlocks


def taken(**cells):
    return read_customer({name: (text, f"column {name}") for name, text in cells.items()}, "c.csv:2")


def faults(**cells):
    row, problems = taken(**{"name": "Acme", **cells})
    assert row is None
    return [(problem.where, problem.what.key) for problem in problems]


def test_a_name_is_enough_and_the_rest_takes_its_default():
    row, problems = taken(name="Acme", services="", notice_days=" ")
    assert problems == []
    assert row == CustomerRow(where="c.csv:2", given=("name",), name="Acme")
    assert (row.authorisation, row.notice_days, row.notice_unit) == (
        Authorisation.GENERAL,
        30,
        DayUnit.CALENDAR,
    )
    assert (row.clock_starts, row.objection_days, row.objection_unit) == (ClockStart.SENT, None, None)
    assert (row.objection_blocks, row.timezone, row.language) == (
        ObjectionBlocks.UNTIL_WINDOW_ENDS,
        "UTC",
        "en",
    )
    assert row.active


@pytest.mark.parametrize(
    ("cells", "stated"),
    [
        ({}, False),
        ({"notice_days": "", "email": "a@b.example"}, False),
        ({"objection_days": "", "objection_unit": "", "holidays": ""}, False),
        ({"notice_days": "30"}, True),
        ({"objection_days": "0"}, True),
        ({"holidays": "HR"}, True),
        ({"clause": "7.3", "channel": "portal", "address": "1 High Street"}, False),
        ({"commission_clauses": "no"}, True),
    ],
)
def test_a_row_states_terms_where_a_cell_of_them_is_filled(cells, stated):
    row, _ = taken(name="Acme", **cells)
    assert row.states_terms is stated


def test_every_column_is_read():
    row, problems = taken(
        name="Acme Bank",
        account_id="00123",
        services="SMS; Voice ;SMS",
        data_centre="EU",
        region_lock="yes",
        authorisation="specific",
        notice_days="90",
        notice_unit="Business",
        clock_starts="deemed_received",
        deemed_days="2",
        objection_days="14",
        objection_unit="calendar",
        objection_blocks="only_if_raised",
        holidays="de-be",
        timezone="Europe/Berlin",
        language="de",
        email="privacy@acme.example",
        status="inactive",
        address="1 High Street\nLondon",
        contacts='"Keller, Ann" <keller@acme.example>; dpo@acme.example',
        clause="DPA, clause 7.3",
        channel="registered letter",
        count_rule="Clear days",
        request_lead_days="20",
        commission_clauses="yes",
        dora="x",
        critical_function="no",
        pre_approved_affiliates="yes",
        pre_approved_names="Norte Cloud S.A.; Sur, Ltd",
        pre_approved_eea="no",
        customer_since="2026-12-05",
    )
    assert problems == []
    assert (row.account_id, row.services, row.region_lock, row.data_centre) == (
        "00123",
        ("SMS", "Voice"),
        True,
        "EU",
    )
    assert (row.authorisation, row.notice_days, row.notice_unit) == (
        Authorisation.SPECIFIC,
        90,
        DayUnit.BUSINESS,
    )
    assert (row.clock_starts, row.deemed_days) == (ClockStart.DEEMED_RECEIVED, 2)
    assert (row.objection_days, row.objection_unit) == (14, DayUnit.CALENDAR)
    assert row.objection_blocks is ObjectionBlocks.ONLY_IF_RAISED
    assert (row.holidays, row.timezone, row.language) == ("DE-BE", "Europe/Berlin", "de")
    assert (row.email, row.active) == ("privacy@acme.example", False)
    assert (row.address, row.clause, row.channel) == ("1 High Street\nLondon", "DPA, clause 7.3", "LETTER")
    assert row.contacts == (("Keller, Ann", "keller@acme.example"), ("", "dpo@acme.example"))
    assert (row.count_rule, row.request_lead_days) == (CountRule.EXCLUDE_START_DAY, 20)
    assert (row.commission_clauses, row.dora, row.critical_function) == (True, True, False)
    assert (row.pre_approved_affiliates, row.pre_approved_eea) == (True, False)
    assert row.pre_approved_names == ("Norte Cloud S.A.", "Sur, Ltd")
    assert row.since == date(2026, 12, 5)
    assert row.given == tuple(name for name in COLUMNS if name != "deemed_unit")


def test_a_window_counted_like_the_notice_needs_no_unit_of_its_own():
    row, _ = taken(name="Acme", notice_unit="BUSINESS", deemed_unit="business", objection_unit="business")
    assert (row.deemed_unit, row.objection_unit) == (None, None)
    row, _ = taken(name="Acme", deemed_unit="business")
    assert (row.notice_unit, row.deemed_unit) == (DayUnit.CALENDAR, DayUnit.BUSINESS)


@pytest.mark.parametrize(
    ("cell", "typed"),
    [
        ("notice_days", "some"),
        ("notice_days", "14.5"),
        ("notice_days", "-1"),
        ("notice_days", "731"),
        ("notice_days", "03/04/2026"),
        ("notice_unit", "weeks"),
        ("authorisation", "maybe"),
        ("clock_starts", "opened"),
        ("objection_blocks", "always"),
        ("region_lock", "perhaps"),
        ("timezone", "Mars/Base"),
        ("timezone", "CEST"),
        ("holidays", "Germany"),
        ("language", "Klingon"),
        ("email", "nobody"),
        ("email", "a@x.example\nBcc: b@x.example"),
        ("status", "gone"),
        ("name", "Ac\u202eme"),
        ("name", "Acme Ltd\nAnn Lee"),
        ("services", "SMS;Vo\u200bice"),
    ],
)
def test_a_cell_that_cannot_be_taken_keeps_its_row_out_and_is_named(cell, typed):
    assert [where for where, _ in faults(**{cell: typed})] == [f"column {cell}"]


def test_a_form_takes_whole_days_alone():
    assert COLUMNS["notice_days"].reads("30") == 30


def test_no_number_is_no_count_of_days():
    with pytest.raises(UserError):
        COLUMNS["notice_days"].reads("")


def test_all_wrong_cells_of_a_row_are_named_at_once():
    assert len(faults(notice_days="x", timezone="y", email="z")) == 3


def test_a_row_without_a_name_is_a_fault_of_the_row():
    row, problems = taken(name="", email="a@x.example")
    assert row is None
    assert [(problem.where, problem.what.key) for problem in problems] == [("c.csv:2", "customers.no_name")]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("notice_days", "notice_days"),
        ("Notice-Days", "notice_days"),
        (" NOTICE  days ", "notice_days"),
        ("E-Mail", "email"),
        ("Data Center", "data_centre"),
        ("Customer name", "name"),
        ("Time zone", "timezone"),
        ("Sub-processor authorization", "authorisation"),
        ("Art der Genehmigung", "authorisation"),
        ("Date of authorisation", ""),
        ("shoe size", ""),
        ("", ""),
    ],
)
def test_a_heading_is_known_however_it_is_spelt(heading, column):
    assert column_of(heading) == column


def test_no_heading_means_two_columns():
    headings = [heading for name, column in COLUMNS.items() for heading in (name, *column.also)]
    assert {heading: column_of(heading) for heading in headings} == {
        heading: name for name, column in COLUMNS.items() for heading in (name, *column.also)
    }


def doubts(**cells):
    row, problems = taken(**{"name": "Acme", **cells})
    assert row is not None
    assert {problem.level for problem in problems} <= {Level.WARNING}
    return [(problem.where, problem.what.key) for problem in problems]


@pytest.mark.parametrize(
    ("cells", "warned"),
    [
        ({"notice_unit": "BUSINESS", "holidays": ""}, ["column holidays"]),
        ({"notice_unit": "BUSINESS"}, ["c.csv:2"]),
        ({"notice_unit": "BUSINESS", "holidays": "HR"}, []),
        ({"objection_days": "10", "objection_unit": "BUSINESS"}, ["c.csv:2"]),
        ({"objection_unit": "BUSINESS"}, []),
        ({"clock_starts": "DEEMED_RECEIVED", "deemed_days": "2", "deemed_unit": "BUSINESS"}, ["c.csv:2"]),
        ({"deemed_unit": "BUSINESS"}, []),
        ({"holidays": ""}, []),
    ],
)
def test_business_days_without_a_place_are_taken_with_a_warning(cells, warned):
    assert doubts(**cells) == [(where, "customers.no_place") for where in warned]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("allgemein", Authorisation.GENERAL),
        ("general written authorisation", Authorisation.GENERAL),
        ("gesonderte schriftliche Genehmigung", Authorisation.SPECIFIC),
        ("Autorisation écrite préalable spécifique", Authorisation.SPECIFIC),
    ],
)
def test_an_authorisation_is_read_in_the_words_of_contracts(typed, meant):
    row, problems = taken(name="Acme", authorisation=typed)
    assert (row.authorisation, problems) == (meant, [])


def test_a_time_is_no_place_and_a_zone_of_the_machine_no_zone():
    assert doubts(timezone="CET") == [("column timezone", "customers.time_for_zone")]
    assert doubts(timezone="UTC") == doubts(timezone="Europe/Berlin") == []
    assert taken(name="Acme", timezone="localtime")[0] is None


def test_a_data_centre_that_sounds_locked_asks_about_the_lock():
    assert doubts(data_centre="EU (region-locked)") == [("column data_centre", "customers.lock_in_name")]
    assert doubts(data_centre="EU (region-locked)", region_lock="yes") == []


def test_an_empty_address_is_taken_with_a_warning_where_the_file_has_addresses():
    assert doubts(email=" ") == [("column email", "customers.no_email")]
    assert doubts(email="a@b.example") == doubts() == []


def test_a_customer_may_have_several_addresses_for_notices():
    row, _ = taken(name="Acme", notice_days="30", email="dpo@x.example, legal@x.example")
    assert row.email == "dpo@x.example; legal@x.example"


def test_a_unit_behind_a_heading_is_taken_apart_only_from_a_number_of_days():
    assert heading_and_unit("Notice period (business days)") == ("Notice period", "business days")
    assert heading_and_unit("Company name (business days)") == ("Company name (business days)", "")
    assert heading_and_unit("Notice period (see annex)") == ("Notice period (see annex)", "")


def test_a_heading_that_means_something_else_in_other_programs_is_known_as_such():
    assert may_mean_otherwise("Region")
    assert not may_mean_otherwise("Account ID")


def test_a_unit_in_the_cell_may_not_contradict_that_of_its_column():
    assert faults(notice_days="10 business days", notice_unit="CALENDAR") == [
        ("column notice_days", "customers.units_differ")
    ]


def test_services_between_commas_are_one_and_the_register_decides_whether_there_is_such_a_service():
    row, problems = taken(name="Acme", services="SMS, Voice")
    assert (row.services, problems) == (("SMS, Voice",), [])
