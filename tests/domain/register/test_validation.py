from dataclasses import replace
from datetime import date

import pytest

from tests.support.law import TODAY, a_dpf_flow, a_flow
from tests.support.sentences import say
from vendorrisk.domain.message import Level, UserError
from vendorrisk.domain.register import validation
from vendorrisk.domain.register.records import (
    Contact,
    Engagement,
    FourthParty,
    LawEntry,
    Location,
    LocationKind,
    Service,
    Vendor,
)
from vendorrisk.domain.register.vocabulary import Mechanism

VENDOR = Vendor(id="v", name="Acme Inc", country="US", website="https://acme.example")
ENGAGEMENT = Engagement(id="e", vendor_id="v", service_id="s", purpose={"en": "Sending text messages"})
PLACE = Location(id="l", engagement_id="e", kind=LocationKind.STORAGE, country="DE")


def wrong(problems):
    """Field and key of each problem, after every sentence could be said."""
    assert all(say(one.what) and say(one.remedy) for one in problems)
    return [(one.where, one.what.key) for one in problems]


def test_good_records_have_no_problems():
    assert validation.check_vendor(VENDOR) == ()
    assert validation.check_engagement(ENGAGEMENT) == ()
    assert validation.check_location(PLACE) == ()
    assert validation.check_flow(a_flow(), TODAY) == ()
    assert validation.check_flow(a_dpf_flow(), TODAY) == ()
    assert validation.check_service(Service(id="s", code="SMS", name={"en": "SMS"})) == ()
    assert validation.check_contact(Contact(id="c", vendor_id="v", email="a@acme.example")) == ()
    assert validation.check_fourth_party(FourthParty(id="f", engagement_id="e", name="Deep Ltd")) == ()


def test_every_wrong_field_is_named_at_once():
    bad = replace(
        VENDOR,
        name="Ac\u202eme",
        country="UK",
        website="http://acme.example",
        parent_country="Narnia",
        owner="x" * 300,
    )
    assert wrong(validation.check_vendor(bad)) == [
        ("name", "text.hidden"),
        ("country", "country.unknown"),
        ("website", "website.scheme"),
        ("parent_country", "country.unknown"),
        ("owner", "text.long"),
    ]


def test_a_vendor_needs_a_name():
    assert wrong(validation.check_vendor(replace(VENDOR, name=" "))) == [("name", "field.empty")]


def test_a_name_in_look_alike_letters_warns_and_passes():
    problems = validation.check_vendor(replace(VENDOR, name="Аcme Inc"))
    assert wrong(problems) == [("name", "name.lookalike")]
    assert problems[0].level is Level.WARNING
    assert validation.errors(problems) == ()


def test_errors_are_what_keeps_a_record_out():
    problems = validation.check_vendor(replace(VENDOR, name="Аcme Inc", country="XX"))
    assert [one.where for one in validation.errors(problems)] == ["country"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"purpose": {}}, [("purpose", "field.empty")]),
        ({"purpose": {"en": " "}}, [("purpose", "field.empty")]),
        ({"purpose": {"English": "x"}}, [("purpose", "language.unknown")]),
        ({"purpose": {"en": "x", "de": "a\x00b"}}, [("purpose.de", "text.hidden")]),
        ({"factor_data": 6}, [("factor_data", "number.range")]),
        ({"tier_override": 1}, [("tier_reason", "engagement.tier_reason")]),
        ({"tier_override": 1, "tier_reason": "core platform"}, []),
        ({"data_categories": ("ACCOUNT", "SHOE_SIZE")}, [("data_categories", "word.unknown")]),
        ({"data_flags": ("OTP",)}, []),
        ({"valid_from": date(2026, 2, 1), "valid_to": date(2026, 1, 31)}, [("valid_to", "dates.order")]),
        ({"valid_from": date(2026, 2, 1), "valid_to": date(2026, 2, 1)}, []),
    ],
)
def test_engagements_are_checked(change, expected):
    assert wrong(validation.check_engagement(replace(ENGAGEMENT, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"country": "GLOBAL"}, []),
        ({"country": ""}, [("country", "field.empty")]),
        ({"country": "Germany"}, [("country", "country.unknown")]),
        ({"valid_from": date(2026, 2, 1), "valid_to": date(2025, 2, 1)}, [("valid_to", "dates.order")]),
    ],
)
def test_locations_are_checked(change, expected):
    assert wrong(validation.check_location(replace(PLACE, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"importer_country": "DE"}, [("mechanism", "flow.clauses_refused")]),
        ({"importer_country": "GLOBAL"}, [("importer_country", "country.unknown")]),
        ({"importer_country": "EPO", "mechanism": Mechanism.ADEQUACY, "module": None}, []),
        ({"importer_country": ""}, [("importer_country", "field.empty")]),
        ({"regimes": ()}, [("regimes", "field.empty")]),
        ({"regimes": ("EU", "FR")}, [("regimes", "word.unknown")]),
        ({"regimes": ("UK",), "importer_country": "DE", "mechanism": Mechanism.UK_ADDENDUM}, []),
        ({"module": 5}, [("module", "number.range")]),
        ({"mechanism": Mechanism.DPF}, [("module", "flow.module_alone")]),
        ({"mechanism": Mechanism.ONWARD_8_8}, []),
        ({"mechanism": "SCCs"}, [("mechanism", "word.unknown"), ("module", "flow.module_alone")]),
        ({"checked_on": date(2026, 11, 22)}, [("checked_on", "dates.future")]),
        ({"checked_on": TODAY}, []),
        ({"fallback": Mechanism.SCC_2021_914}, [("fallback", "flow.same_fallback")]),
        ({"tia_made_on": date(2026, 11, 22)}, [("tia_made_on", "dates.future")]),
        ({"tia_made_on": TODAY}, []),
        ({"tia_made_on": TODAY, "tia_valid_until": date(2026, 11, 20)}, [("tia_valid_until", "dates.order")]),
        ({"tia_outcome": "GOOD"}, [("tia_outcome", "word.unknown")]),
    ],
)
def test_flows_are_checked(change, expected):
    assert wrong(validation.check_flow(replace(a_flow(), **change), TODAY)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"vendor_id": "v"}, [("name", "contact.empty")]),
        ({"name": "Ana"}, [("vendor_id", "contact.owner")]),
        ({"vendor_id": "v", "customer_id": "c", "name": "Ana"}, [("vendor_id", "contact.owner")]),
        ({"vendor_id": "v", "email": "nobody"}, [("email", "email.unreadable")]),
    ],
)
def test_contacts_are_checked(facts, expected):
    assert wrong(validation.check_contact(Contact(id="c", **facts))) == expected


def test_fourth_parties_and_law_entries_are_checked():
    party = FourthParty(id="f", engagement_id="e", name="", country="EU", rank=2)
    assert wrong(validation.check_fourth_party(party)) == [
        ("name", "field.empty"),
        ("country", "country.unknown"),
        ("rank", "number.range"),
    ]
    entry = LawEntry(
        id="l", regime="EU", code="CA", name="Canada", coverage="SECTOR", exporters_excluded=("ZZ",)
    )
    assert wrong(validation.check_law_entry(entry)) == [
        ("exporters_excluded", "country.unknown"),
        ("condition", "law.no_condition"),
    ]
    assert validation.check_law_entry(LawEntry(id="l", regime="UK", code="EEA", name="EEA states")) == ()


def test_typed_fields_are_read_into_values():
    typed = {
        "country": "hr",
        "archived_on": "2026-04-03",
        "kind": "affiliate",
        "website": "",
        "name": " Acme ",
    }
    checked = validation.read_fields(typed, validation.VENDOR)
    assert checked.problems == ()
    assert checked.values == {
        "country": "HR",
        "archived_on": date(2026, 4, 3),
        "kind": "AFFILIATE",
        "website": "",
        "name": "Acme",
    }


def test_a_wrong_field_keeps_out_only_itself_and_an_unknown_one_is_named_with_the_known():
    typed = {"country": "XX", "owner": "Ana", "colour": "blue", "archived_on": "03/04/2026"}
    checked = validation.read_fields(typed, validation.VENDOR)
    assert checked.values == {"owner": "Ana"}
    assert wrong(checked.problems) == [
        ("country", "country.unknown"),
        ("colour", "field.unknown"),
        ("archived_on", "date.unreadable"),
    ]
    assert "legal_name" in say(checked.problems[1].remedy)
    assert say(checked.problems[2].remedy) == "Write it as 2026-04-03 or 2026-03-04."


def test_a_date_of_two_meanings_is_refused_here_too():
    with pytest.raises(UserError):
        validation.parse_date("03/04/2026")


def test_every_field_in_the_tables_is_a_field_of_its_record():
    tables = {
        Vendor: validation.VENDOR,
        Service: validation.SERVICE,
        Engagement: validation.ENGAGEMENT,
        Location: validation.LOCATION,
        type(a_flow()): validation.FLOW,
        Contact: validation.CONTACT,
        FourthParty: validation.FOURTH_PARTY,
        LawEntry: validation.LAW_ENTRY,
    }
    kept = {"id", "vendor_id", "service_id", "engagement_id", "customer_id"}
    derived = {"stage", "origin", "live_since", "anchor", "cycles"}
    for record, known in tables.items():
        assert set(known) | kept | derived >= set(record.__dataclass_fields__)
        assert set(known) <= set(record.__dataclass_fields__)


def test_the_period_of_any_record_ends_after_it_begins():
    service = Service(id="s", code="SMS")
    assert validation.check_dates(service) == ()
    (problem,) = validation.check_dates(a_flow(valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 31)))
    assert (problem.where, problem.what.key) == ("valid_to", "dates.order")
