"""Letters: what they may state of agreement, terms and language, and what is kept of them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from tests.support.changing import all_lacks, shown_letter
from tests.support.edited import edit_values
from tests.support.gate import next_to_announce
from tests.support.offices import put
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.message import Level
from vendorrisk.domain.notice.records import Change, Customer, Notice, Terms
from vendorrisk.domain.register.records import Service, Vendor
from vendorrisk.usecases import editing
from vendorrisk.usecases.notice.change_text import write_text
from vendorrisk.usecases.notice.change_view import change_view
from vendorrisk.usecases.notice.changes import ALL_SERVICES, STANDARD
from vendorrisk.usecases.notice.letters import facts_of_all, write_letters
from vendorrisk.usecases.workspace import settings


@pytest.fixture
def gate():
    return next_to_announce()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "letters"


@pytest.fixture
def change(gate):
    return gate.change(date(2027, 3, 1))


def facts(gate, change):
    with gate.office.book.reading() as reader:
        (found,) = facts_of_all(gate.office, reader, reader.get(Change, change.id))
    return found


def notice(gate):
    with gate.office.book.reading() as reader:
        (found,) = reader.find(Notice)
    return found


@pytest.mark.parametrize(
    ("edited", "in_force"),
    [
        ({}, True),
        ({"valid_to": date(2027, 3, 1)}, True),
        ({"valid_to": date(2027, 2, 28)}, False),
        ({"valid_to": date(2026, 11, 22)}, False),
        ({"valid_from": date(2026, 11, 24)}, False),
        ({"acceptance": ""}, False),
        ({"evidence": ""}, False),
    ],
)
def test_a_letter_says_that_an_agreement_is_in_force_only_if_it_is_and_was_accepted(
    gate, change, edited, in_force
):
    gate.customer()
    with gate.office.book.act(editing.EDIT[Document]) as desk:
        (agreement,) = desk.find(Document)
        desk.put(replace(agreement, **edited))
    assert facts(gate, change).dpa_in_force is in_force


@pytest.mark.parametrize(
    ("name", "told"), [("", "officer can"), ("Dana Dietrich", "officer, Dana Dietrich, can")]
)
def test_the_company_signs_and_the_data_protection_officer_is_a_contact(gate, change, name, told):
    customer = gate.customer()
    settings.change_setting(gate.office, "dpo_name", name)
    settings.change_setting(gate.office, "dpo", "dpo@telecom.example")
    text = shown_letter(gate.office, change.id, customer.id).text
    assert text is not None
    assert text.paragraphs[-1] == ("text", "Example Telecom")
    assert f"{told} be reached at dpo@telecom.example." in text.paragraphs[-3][1]


def test_a_letter_states_the_terms_by_which_its_dates_were_counted(gate, change, folder):
    customer = gate.customer(notice_days=10, clause="old", valid_to=date(2026, 11, 22))
    with gate.office.book.act(editing.ADD[Terms]) as desk:
        shared = {"customer_id": customer.id, "valid_from": date(2026, 11, 23)}
        desk.put(
            Terms(id="a", notice_days=20, clause="7.1", **shared),
            Terms(id="b", notice_days=60, clause="7.2", **shared),
        )
    found = facts(gate, change)
    assert (found.terms.id, found.terms.clause, found.dates.terms_id) == ("b", "7.2", "b")
    write_letters(gate.office, change.id, folder)
    assert notice(gate).terms_id == "b"


def test_standard_terms_stand_in_and_are_marked_as_assumed(gate, change):
    customer = gate.customer(valid_from=date(2027, 1, 1))
    put(gate, Terms(id="ours", customer_id=STANDARD, notice_days=45))
    found = facts(gate, change).terms
    assert (found.id, found.customer_id, found.notice_days, found.assumed) == ("ours", customer.id, 45, True)


def test_who_reads_what_no_letter_is_written_in_is_named_once_for_each_language(gate, change):
    for name, language in (("Beta", "de"), ("Eta", "de"), ("Lambda", "it"), ("Alpha", "en")):
        put(gate, replace(gate.customer(name), language=language))
    warnings = change_view(gate.office, change.id).in_english
    expected = [("de", 2, ["Beta", "Eta"]), ("it", 1, ["Lambda"])]
    told = [one.what.params for one in warnings]
    assert [(one["language"], one["count"], one["customers"]) for one in told] == expected
    lacks = [one for one in all_lacks(gate.office, change.id) if one.counted]
    assert [(one.what.params["language"], len(one.customers)) for one in lacks] == [("de", 2), ("it", 1)]
    assert {one.blocks for one in lacks} == {False}


def test_a_text_in_the_customers_language_is_used_though_the_letter_is_in_english(gate, change):
    customer = gate.customer()
    put(gate, replace(customer, language="de"))
    write_text(gate.office, change.id, "Fasst Nachrichten zusammen", language="de")
    text = shown_letter(gate.office, change.id, customer.id).text
    assert text is not None
    assert ("fact", "Purpose\tFasst Nachrichten zusammen") in text.paragraphs


@pytest.mark.parametrize(
    ("others", "named"),
    [((), "All services"), (("SMS", "Voice"), "SMS, Voice")],
    ids=["alone", "beside others"],
)
def test_a_company_that_tells_no_services_apart_writes_letters_about_all_of_them(gate, change, others, named):
    customer = gate.customer()
    with gate.office.book.reading() as reader:
        (only,) = reader.find(Service)
    put(gate, replace(only, code=ALL_SERVICES, name={"en": "All services"}), replace(customer, services=()))
    put(gate, *(Service(id=name, code=name, name={"en": name}) for name in others))
    text = shown_letter(gate.office, change.id, customer.id).text
    assert text is not None
    assert ("fact", f"Our service\t{named}") in text.paragraphs


@pytest.mark.parametrize("formats", [("pdf", "eml"), ("eml", "pdf"), ("eml",), ("pdf",)])
def test_what_is_kept_of_a_letter_is_the_digest_of_its_pdf_whatever_was_asked_for(
    gate, change, formats, folder
):
    gate.customer()
    write_letters(gate.office, change.id, folder, formats)
    kept = notice(gate).content_sha256
    write_letters(gate.office, change.id, folder, ("pdf",))
    (pdf,) = folder.glob("*.pdf")
    assert kept == notice(gate).content_sha256 == hashlib.sha256(pdf.read_bytes()).hexdigest()


@pytest.mark.parametrize(("language", "warned"), [("en", []), ("en-GB", []), ("de", ["de"]), ("..", [".."])])
def test_where_no_letter_is_written_in_a_language_it_is_in_english_and_says_so(
    gate, change, language, warned, folder
):
    customer = gate.customer()
    with gate.office.book.act(editing.EDIT[Document]) as desk:
        desk.put(replace(customer, language=language))
    written = write_letters(gate.office, change.id, folder)
    single = shown_letter(gate.office, change.id, customer.id).problems
    for key, problems in (("letter.in_english", written.problems), ("letter.no_template", single)):
        told = [one for one in problems if one.what.key == key]
        assert [one.what.params["language"] for one in told] == warned
        assert {one.level for one in told} <= {Level.WARNING}
    text = shown_letter(gate.office, change.id, customer.id).text
    assert text is not None
    assert (text.language.partition("-")[0], text.date) == ("en", "23 November 2026")
    assert [path.suffix for path in sorted(folder.iterdir())] == [".eml", ".pdf"]


@pytest.mark.parametrize(
    ("kind", "edited", "named"),
    [
        (Vendor, {"legal_name": "中文公司"}, "sub-processor’s legal name"),
        (Customer, {"name": "שלום"}, "customer’s name"),
    ],
)
def test_a_letter_that_cannot_show_a_name_is_not_written(gate, change, folder, kind, edited, named):
    customer = gate.customer()
    edit_values(gate.office, kind, gate.vendor_id if kind is Vendor else customer.id, **edited)
    done = write_letters(gate.office, change.id, folder)
    assert (done.letters, list(folder.glob("*"))) == ((), [])
    (told,) = [one for one in done.problems if one.what.key == "letter.unprintable"]
    assert (told.level, named in gate.office.say(told.what)) == (Level.ERROR, True)
    lacks = [one.what.key for one in all_lacks(gate.office, change.id) if one.blocks]
    assert lacks == ["letter.unprintable"]
    shown = shown_letter(gate.office, change.id, customer.id)
    assert (shown.text, told in shown.problems) == (None, True)
