"""A letter states sixteen items; what is missing is named, and nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.letters import CHANGE, CUSTOMER, ENGAGEMENT, FLOWS, SENDER, TERMS, VENDOR, facts
from vendorrisk.domain.message import Level, msg
from vendorrisk.domain.notice.clock_start import Events
from vendorrisk.domain.notice.letter import PLACEHOLDERS, letter_content, shared_once
from vendorrisk.domain.notice.letter_facts import Party, Place
from vendorrisk.domain.notice.records import Authorisation, ChangeKind, ClockStart, DayUnit
from vendorrisk.domain.register.published import UNCONFIRMED
from vendorrisk.domain.register.records import Service, VendorKind

D = date


def values(**changes):
    return letter_content(facts(**changes)).values


def keys(**changes):
    content = letter_content(facts(**changes), to_send=changes.pop("to_send", False))
    return [(problem.where, problem.what.key, problem.level) for problem in content.problems]


def may_be_written(content):
    return all(problem.level is not Level.ERROR for problem in content.problems)


def test_a_complete_letter_lacks_nothing():
    content = letter_content(facts(), to_send=True)
    assert content.problems == ()
    assert may_be_written(content)


def test_the_values_of_the_complete_letter():
    found = values()
    assert found["vendor"] == "Norte Cloud S.A."
    assert found["trading_name"] == ""
    assert found["vendor_kind"] == msg("letter.third_party")
    assert found["vendor_country"] == Place(code="BR")
    assert found["services"] == ("Text messages",)
    assert found["data"] == (msg("DataCategory.LOGS"), msg("DataCategory.PHONE_NUMBER"))
    assert found["storage"] == (Place(code="BR", detail="São Paulo"),)
    assert found["access"] == (Place(code="BR", detail="Norte Cloud S.A."),)
    assert found["transfer"] == (
        msg("letter.with_module", mechanism=msg("Mechanism.SCC_2021_914"), module=3),
    )
    assert found["further"] == (Party(name="Sul Backup Ltda", code="BR"),)
    assert found["start"] == D(2027, 2, 2)
    assert (found["deadline"], found["objection_end"]) == ("fixed", D(2027, 2, 1))
    assert found["objection_days"] == msg("letter.days.CALENDAR", days=60)
    assert found["reference"] == "2026-07/92F7C1"


def test_every_placeholder_belongs_to_an_item_and_item_15_is_a_sentence_of_the_template():
    assert {placeholder.item for placeholder in PLACEHOLDERS} == set(range(1, 17)) - {15}


@pytest.mark.parametrize(
    ("changes", "name", "level"),
    [
        ({"vendor": replace(VENDOR, name="", legal_name="")}, "vendor", Level.ERROR),
        ({"vendor": replace(VENDOR, address="")}, "vendor_address", Level.WARNING),
        ({"vendor": replace(VENDOR, country="")}, "vendor_country", Level.WARNING),
        ({"vendor": replace(VENDOR, registration="")}, "registration", Level.WARNING),
        ({"vendor_contact": ""}, "vendor_contact", Level.WARNING),
        ({"engagement": replace(ENGAGEMENT, purpose={})}, "purpose", Level.ERROR),
        ({"engagement": replace(ENGAGEMENT, data_categories=())}, "data", Level.WARNING),
        ({"locations": ()}, "storage", Level.WARNING),
        ({"flows": ()}, "transfer", Level.WARNING),
        ({"safeguards": ()}, "safeguards", Level.WARNING),
        ({"dpa_in_force": False}, "dpa", Level.WARNING),
        ({"sender": replace(SENDER, company="")}, "company", Level.ERROR),
        ({"sender": replace(SENDER, contact="")}, "object_to", Level.WARNING),
        ({"sender": replace(SENDER, list_address="")}, "list_address", Level.WARNING),
        ({"sender": replace(SENDER, dpo="")}, "dpo", Level.WARNING),
        ({"change": replace(CHANGE, kind=ChangeKind.REPLACE)}, "replaced", Level.ERROR),
    ],
)
def test_a_missing_fact_of_the_change_is_named_once_for_all(changes, name, level):
    found = letter_content(facts(**changes)).problems
    assert (f"change 2026-07: {name}", level) in [(problem.where, problem.level) for problem in found]
    (problem,) = [problem for problem in found if problem.where.endswith(f": {name}")]
    assert problem.what == msg(
        "letter.missing", field=msg(f"letter.field.{name}"), customer="Meridova Insurance SE"
    )


@pytest.mark.parametrize(
    ("changes", "name", "level"),
    [
        ({"services": ()}, "services", Level.ERROR),
        ({"terms": replace(TERMS, clause="")}, "clause", Level.WARNING),
        ({"customer": replace(CUSTOMER, name="")}, "customer", Level.ERROR),
    ],
)
def test_a_missing_fact_of_one_customer_names_the_customer(changes, name, level):
    customer = changes.get("customer", CUSTOMER).name
    assert (f"{customer}: {name}", "letter.missing", level) in keys(**changes)


def test_what_a_draft_may_lack_a_notice_may_not():
    lacking = facts(dpa_in_force=False)
    assert may_be_written(letter_content(lacking))
    assert not may_be_written(letter_content(lacking, to_send=True))
    assert may_be_written(letter_content(facts(vendor_contact="", safeguards=()), to_send=True))


def test_a_transfer_is_stated_only_where_data_leaves_the_area_of_eu_law():
    at_home = tuple(replace(one, country="DE") for one in facts().locations)
    assert may_be_written(letter_content(facts(locations=at_home, flows=()), to_send=True))
    assert not may_be_written(letter_content(facts(flows=()), to_send=True))


def test_every_item_of_the_letter_has_its_facts_but_the_passing_on_which_is_a_sentence():
    assert {one.item for one in PLACEHOLDERS} == set(range(1, 17)) - {15}


def test_what_lacks_for_every_customer_is_told_once_in_a_run():
    other = replace(CUSTOMER, name="Andora Connect")
    run = [letter_content(facts(flows=())), letter_content(facts(flows=(), customer=other, services=()))]
    assert [problem.where for problem in shared_once(run)] == [
        "change 2026-07: transfer", "Andora Connect: services",
    ]  # fmt: skip


def test_a_letter_never_promises_a_start_before_the_customers_earliest_day():
    early = replace(CHANGE, planned_on=D(2026, 12, 10))
    content = letter_content(facts(change=early))
    assert content.values["start"] == D(2027, 2, 2)
    (problem,) = content.problems
    assert (problem.where, problem.level) == ("Meridova Insurance SE: start", Level.WARNING)
    assert problem.what == msg("letter.planned_too_early", planned=D(2026, 12, 10), earliest=D(2027, 2, 2))


@pytest.mark.parametrize(
    ("terms", "events", "deadline"),
    [
        ({}, None, "fixed"),
        ({"authorisation": Authorisation.SPECIFIC}, None, "approval"),
        ({"commission_clauses": True}, None, "commission"),
        ({"clock_starts": ClockStart.ACKNOWLEDGED}, None, "acknowledged"),
        ({"clock_starts": ClockStart.PUBLISHED}, None, "published"),
        ({"clock_starts": ClockStart.PUBLISHED}, Events(published_on=D(2026, 12, 3)), "fixed"),
    ],
)
def test_the_deadline_has_a_sentence_for_each_kind_of_contract(terms, events, deadline):
    changes = {"terms": replace(TERMS, **terms)} | ({"events": events} if events else {})
    assert values(**changes)["deadline"] == deadline
    assert may_be_written(letter_content(facts(**changes)))


def test_a_deadline_that_cannot_be_computed_stops_the_letter_with_the_reason():
    content = letter_content(facts(events=Events()))
    assert [(problem.where, problem.what.key, problem.level) for problem in content.problems] == [
        ("Meridova Insurance SE: deadline", "notice.why.not_sent", Level.ERROR)
    ]


def test_a_removal_needs_no_data_facts_and_no_deadline():
    gone = replace(CHANGE, kind=ChangeKind.REMOVE)
    bare = {
        "change": gone,
        "locations": (),
        "flows": (),
        "safeguards": (),
        "terms": replace(TERMS, clause=""),
    }
    assert letter_content(facts(**bare), to_send=True).problems == ()
    assert values(**bare)["deadline"] == "removal"


def test_a_replacement_names_both():
    found = values(change=replace(CHANGE, kind=ChangeKind.REPLACE), replaced="Ottermoor Fax")
    assert (found["kind"], found["replaced"]) == ("replace", "Ottermoor Fax")


@pytest.mark.parametrize(
    ("locked", "reaches", "said"), [(False, True, ""), (True, True, "reached"), (True, False, "untouched")]
)
def test_a_region_lock_is_spoken_of_to_those_who_have_one(locked, reaches, said):
    changes = {
        "customer": replace(CUSTOMER, region_lock=locked),
        "engagement": replace(ENGAGEMENT, reaches_locked=reaches),
    }
    assert values(**changes)["lock"] == said
    assert letter_content(facts(**changes)).problems == ()


def test_without_an_answer_on_the_lock_there_is_no_letter_to_those_who_have_one():
    silent = replace(ENGAGEMENT, reaches_locked=None)
    assert letter_content(facts(engagement=silent)).problems == ()
    content = letter_content(facts(engagement=silent, customer=replace(CUSTOMER, region_lock=True)))
    (problem,) = content.problems
    assert (problem.where, problem.what.key) == (
        "Meridova Insurance SE: reaches_locked", "letter.lock_unanswered",
    )  # fmt: skip
    assert not may_be_written(content)


def test_no_further_sub_processors_is_said_only_where_the_list_is_complete():
    open_list = replace(ENGAGEMENT, fourth_parties_complete=False)
    assert values(fourth_parties=())["further"] == (msg("letter.no_further"),)
    assert values(fourth_parties=(), engagement=open_list)["further"] == ()


def test_affiliates_are_called_so_and_a_legal_name_alone_has_no_trading_name():
    found = values(vendor=replace(VENDOR, kind=VendorKind.AFFILIATE, legal_name=""))
    assert found["vendor_kind"] == msg("letter.affiliate")
    assert (found["vendor"], found["trading_name"]) == ("Norte Cloud", "")


def test_a_trading_name_is_told_only_where_it_says_something_else():
    assert values(vendor=replace(VENDOR, name="NORTE CLOUD"))["trading_name"] == ""
    assert values(vendor=replace(VENDOR, name="Nuvem"))["trading_name"] == "Nuvem"


def test_mechanisms_are_named_once_without_a_module_where_there_is_none():
    flows = (*FLOWS, replace(FLOWS[0], mechanism="ADEQUACY", module=None), replace(FLOWS[0], mechanism=""),
             replace(FLOWS[0], mechanism="SOMETHING_ELSE", module=None))  # fmt: skip
    assert values(flows=flows)["transfer"] == (
        msg("letter.with_module", mechanism=msg("Mechanism.SCC_2021_914"), module=3),
        msg("Mechanism.ADEQUACY"),
        "SOMETHING_ELSE",
    )


def test_a_remark_on_the_data_follows_the_categories():
    noted = replace(ENGAGEMENT, data_categories=("OTHER",), data_note={"en": "no message content"})
    assert values(engagement=noted)["data"] == ("OTHER", "no message content")


def test_what_makes_data_more_sensitive_is_told_with_the_categories():
    engagement = replace(ENGAGEMENT, data_categories=("MESSAGE_BODY",), data_flags=("TRAFFIC",))
    assert values(engagement=engagement)["data"] == (
        msg("DataCategory.MESSAGE_BODY"),
        msg("DataFlag.TRAFFIC"),
    )


def test_the_changes_own_words_go_before_the_registers():
    assert values(change=replace(CHANGE, text={"en": "Stores logs"}))["purpose"] == "Stores logs"


def test_a_text_that_falls_back_to_english_is_a_warning():
    german = facts(language="de", engagement=replace(ENGAGEMENT, purpose={"en": "Logs", "de": "Protokolle"}))
    assert letter_content(german).values["purpose"] == "Protokolle"
    assert [problem.what.key for problem in letter_content(german).problems] == ["letter.other_language"]
    named = replace(german, services=(Service(id="s", code="SMS", name={"de": "Kurznachrichten"}),))
    assert letter_content(named).problems == ()


def test_a_service_without_a_name_goes_by_its_code():
    assert values(services=(Service(id="s", code="SMS"),))["services"] == ("SMS",)


def test_assumed_terms_are_a_warning():
    assert keys(terms=replace(TERMS, assumed=True)) == [
        ("Meridova Insurance SE: clause", "letter.assumed_terms", Level.WARNING)
    ]


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({}, msg("letter.days.CALENDAR", days=60)),
        ({"notice_unit": DayUnit.BUSINESS}, msg("letter.days.BUSINESS", days=60)),
        ({"objection_days": 10, "objection_unit": DayUnit.BUSINESS}, msg("letter.days.BUSINESS", days=10)),
        ({"objection_days": 10}, msg("letter.days.CALENDAR", days=10)),
    ],
)
def test_the_days_of_the_window_are_said_in_their_own_unit(terms, said):
    assert values(terms=replace(TERMS, **terms))["objection_days"] == said


@pytest.mark.parametrize(("to_send", "level"), [(False, Level.WARNING), (True, Level.ERROR)])
def test_a_place_that_a_list_let_us_suppose_is_doubtful_and_never_sent(to_send, level):
    supposed = tuple(replace(one, place=UNCONFIRMED, entity="") for one in facts().locations)
    content = letter_content(facts(locations=supposed), to_send=to_send)
    assert content.values["storage"] == (Place(code="BR"),)
    found = [(one.where, one.what.key, one.level) for one in content.problems]
    assert found == [("change 2026-07: places", "letter.unconfirmed", level)]
    removal = letter_content(facts(locations=supposed, change=replace(CHANGE, kind=ChangeKind.REMOVE)))
    assert "letter.unconfirmed" not in {one.what.key for one in removal.problems}
