"""A filled letter says what the facts say; a gap stops it, and no value becomes structure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.letters import CHANGE, CUSTOMER, ENGAGEMENT, SENDER, TERMS, VENDOR, facts
from tests.support.words import english
from vendorrisk.documents.letters.fill import compose, said
from vendorrisk.documents.letters.template import parse_template, read_template
from vendorrisk.domain.message import Level, msg
from vendorrisk.domain.notice.clock_start import Events
from vendorrisk.domain.notice.letter import letter_content
from vendorrisk.domain.notice.letter_facts import Party, Place
from vendorrisk.domain.notice.records import Authorisation, ChangeKind, ClockStart, CountRule
from vendorrisk.domain.report import Fact, Facts, Heading, Paragraph

LETTERS = Path(__file__).resolve().parents[3] / "resources" / "letters" / "en"
NOTICE = read_template(LETTERS / "notice.txt")
REMOVAL = read_template(LETTERS / "removal.txt")


def composed(template=NOTICE, **changes):
    return compose(template, letter_content(facts(**changes)), english(), language="en")


def letter(template=NOTICE, **changes):
    found = composed(template, **changes)
    assert found.letter, [english().say(problem.what) for problem in found.problems]
    return found.letter


def rows(of) -> dict[str, str]:
    return {row.label: row.value for block in of.blocks if isinstance(block, Facts) for row in block.rows}


def sentences(of) -> str:
    return " ".join(block.text for block in of.blocks if isinstance(block, Paragraph))


def test_the_complete_letter_states_every_item():
    found = letter()
    assert found.subject == "Change to our sub-processors: Norte Cloud S.A. from 2 February 2027"
    assert rows(found) == {
        "Sub-processor": "Norte Cloud S.A., a third party",
        "Address": "Av. Paulista 900, São Paulo, Brazil",
        "Registration number": "CNPJ 12.345.678/0001-90",
        "Contact": "privacy@norte.example",
        "Our service": "Text messages",
        "Purpose": "Stores message logs for traffic to Brazil",
        "Personal data": "Logs, Phone number",
        "Data subjects": "Those whose personal data you process with this service",
        "Stored in": "Brazil (São Paulo)",
        "Accessed from": "Brazil (Norte Cloud S.A.)",
        "Transfers": "EU standard contractual clauses, module 3. Our transfer impact assessment is available "
        "on request",
        "Safeguards": "ISO/IEC 27001:2022; a data processing agreement with the same obligations as ours is "
        "in force",
        "Further sub-processors": "Sul Backup Ltda (Brazil)",
        "Planned start": "2 February 2027",
        "Objections until": "1 February 2027, end of the day",
    }
    words = sentences(found)
    assert "provides (7.2 of contract 2024-118)" in words
    assert (
        "until the end of 1 February 2027. You may object as long as the notice period runs, which is 60"
        in words
    )
    assert "is deemed sent on 1 December 2026; the period starts on the following day." in words
    assert "privacy@example-telecom.example, quoting 2026-07/92F7C1" in words
    assert "https://example-telecom.example/sub-processors" in words
    assert "for others, please pass this notice on" in words
    assert "officer, Ana Novak, can be reached at dpo@example-telecom.example" in words
    assert words.endswith("Yours sincerely Example Telecom")
    assert Heading(text="Your right to object", level=2) in found.blocks


def test_head_and_foot_of_the_letter():
    found = letter()
    assert found.address_lines == ("Data protection office, Ms I. Keller", "Lindenhof 4, 1010 Vienna")
    assert (found.date, found.reference, found.version) == ("1 December 2026", "2026-07/92F7C1", "en 2")
    assert (found.reference_line, found.account_line) == ("Reference 2026-07/92F7C1", "Your account 2024-118")
    assert found.file_stem == "2026-07-92f7c1-meridova-insurance-se"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Đuro Šarić d.o.o.", "2026-07-92f7c1-duro-saric-d-o-o"),
        ("東京", "2026-07-92f7c1"),
        ("../../etc", "2026-07-92f7c1-etc"),
    ],
)
def test_file_names_are_plain_letters(name, stem):
    assert letter(customer=replace(CUSTOMER, name=name)).file_stem == stem


@pytest.mark.parametrize(
    ("terms", "events", "expected", "unexpected"),
    [
        (
            {"authorisation": Authorisation.SPECIFIC},
            None,
            ["prior written approval", "silence does not count as approval"],
            ["You may object", "begin as planned"],
        ),
        (
            {"commission_clauses": True},
            None,
            [
                "on any ground until we begin to use Norte Cloud S.A.",
                "not be before 2 February 2027",
                "If you object, we will not use Norte Cloud S.A. for your data",
            ],
            ["until the end of", "within the period"],
        ),
        (
            {"clock_starts": ClockStart.ACKNOWLEDGED},
            None,
            ["period of 60 calendar days", "starts when you acknowledge", "send your acknowledgement"],
            ["until the end of"],
        ),
        (
            {"clock_starts": ClockStart.PUBLISHED},
            None,
            ["starts when we publish this change in our list"],
            ["until the end of"],
        ),
        (
            {"clock_starts": ClockStart.PUBLISHED},
            Events(published_on=date(2026, 12, 3)),
            ["This change was published on 3 December 2026", "until the end of 1 February 2027"],
            ["counts as sent"],
        ),
        (
            {"clock_starts": ClockStart.DEEMED_RECEIVED, "deemed_days": 2},
            None,
            ["deemed received on 3 December 2026"],
            ["counts as sent"],
        ),
        (
            {"objection_days": 14},
            None,
            ["The period is 14 calendar days"],
            ["as long as the notice period"],
        ),
        (
            {"clock_starts": ClockStart.ACKNOWLEDGED, "objection_days": 14},
            None,
            ["The period of 14 calendar days in which you may object starts when you acknowledge"],
            ["as long as the notice period"],
        ),
        (
            {"clock_starts": ClockStart.PUBLISHED, "objection_days": 14},
            None,
            ["The period of 14 calendar days in which you may object starts when we publish"],
            ["as long as the notice period"],
        ),
        (
            {"count_rule": CountRule.INCLUDE_START_DAY},
            None,
            ["that day is the first of the period"],
            ["starts on the following day"],
        ),
    ],
    ids=[
        "specific",
        "Commission clauses",
        "acknowledged",
        "to be published",
        "published",
        "deemed",
        "own window",
        "own window, acknowledged",
        "own window, published",
        "start day",
    ],
)
def test_each_kind_of_contract_has_its_own_words(terms, events, expected, unexpected):
    changes = {"terms": replace(TERMS, **terms)} | ({"events": events} if events else {})
    words = sentences(letter(**changes))
    assert [text for text in expected if text not in words] == []
    assert [text for text in unexpected if text in words] == []


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        (ChangeKind.REPLACE, "Norte Cloud S.A. in place of Ottermoor Fax from 2 February 2027"),
        (ChangeKind.LOCATION, "Change of location of our sub-processor Norte Cloud S.A."),
        (ChangeKind.PURPOSE, "Change of purpose of our sub-processor Norte Cloud S.A."),
    ],
)
def test_each_kind_of_change_has_its_own_subject_and_sentence(kind, subject):
    found = letter(change=replace(CHANGE, kind=kind), replaced="Ottermoor Fax")
    assert subject in found.subject
    assert ("new sub-processor" in sentences(found)) is False


def test_a_removal_is_told_and_asks_for_nothing():
    gone = {"change": replace(CHANGE, kind=ChangeKind.REMOVE), "locations": (), "flows": ()}
    found = letter(REMOVAL, **gone)
    assert found.subject == "Our sub-processor Norte Cloud S.A. until 2 February 2027"
    assert "we no longer use Norte Cloud S.A. for your data. You do not need to do anything." in sentences(
        found
    )
    assert "object" not in sentences(found)


def test_a_draft_with_missing_facts_leaves_their_rows_out_and_says_so():
    bare = {
        "vendor": replace(VENDOR, address="", registration="", country=""), "vendor_contact": "",
        "engagement": replace(ENGAGEMENT, data_categories=(), fourth_parties_complete=False),
        "locations": (), "flows": (), "safeguards": (), "dpa_in_force": False, "fourth_parties": (),
        "sender": replace(SENDER, contact="", dpo="", list_address="", dpo_name="", address=""),
        "terms": replace(TERMS, clause=""),
        "customer": replace(CUSTOMER, salutation="", account_id="", address=""),
    }  # fmt: skip
    found = composed(**bare)
    assert found.letter
    assert set(rows(found.letter)) == {
        "Sub-processor", "Our service", "Purpose", "Data subjects", "Planned start", "Objections until",
    }  # fmt: skip
    words = sentences(found.letter)
    assert words.startswith("Dear Sir or Madam,")
    assert "Please write in reply to this notice, quoting 2026-07/92F7C1." in words
    assert words.endswith("Yours faithfully Example Telecom")
    assert found.letter.account_line == ""
    assert {problem.level for problem in found.problems} == {Level.WARNING}
    assert sorted(problem.where.partition(": ")[2] for problem in found.problems) == [
        "access", "clause", "data", "dpa", "dpo", "further", "list_address", "object_to", "registration",
        "safeguards", "storage", "vendor_address", "vendor_contact", "vendor_country",
    ]  # fmt: skip


def test_a_country_is_no_address_and_is_called_what_it_is():
    found = rows(letter(vendor=replace(VENDOR, address="")))
    assert ("Address" in found, found["Country of establishment"]) == (False, "Brazil")


def test_without_a_needed_fact_there_is_no_letter():
    found = composed(engagement=replace(ENGAGEMENT, purpose={}))
    assert found.letter is None
    assert [problem.where for problem in found.problems] == ["change 2026-07: purpose"]


def test_a_region_lock_is_spoken_of():
    locked = replace(CUSTOMER, region_lock=True)
    untouched = replace(ENGAGEMENT, reaches_locked=False)
    assert "is not affected" in rows(letter(customer=locked, engagement=untouched))["Region lock"]
    reached = replace(ENGAGEMENT, reaches_locked=True)
    assert "is affected" in rows(letter(customer=locked, engagement=reached))["Region lock"]


def own(body: str, **changes):
    template = parse_template("own.txt", f"Version: 1\nSubject: S\n{body}")
    return compose(template, letter_content(facts(**changes)), english(), language="en")


def test_a_template_that_prints_an_empty_fact_gets_no_letter_but_the_gaps_by_name():
    found = own("{{ vendor_contact }}\n\nName | {{ registration }}\n", vendor_contact="",
                vendor=replace(VENDOR, registration=""))  # fmt: skip
    assert found.letter is None
    gaps = [problem for problem in found.problems if problem.level is Level.ERROR]
    assert [problem.where for problem in gaps] == [
        "Meridova Insurance SE: vendor_contact", "Meridova Insurance SE: registration",
    ]  # fmt: skip
    assert english().say(gaps[0].what) == (
        "The letter to Meridova Insurance SE would have a gap: contact at the sub-processor is empty."
    )


def test_a_template_that_asks_for_an_unknown_fact_is_named_with_what_there_is():
    found = own("{{ vendr }}")
    assert found.letter is None
    (problem,) = found.problems
    assert problem.what == msg("letter.template.unknown", name="own.txt", placeholder="vendr")
    assert "vendor" in problem.remedy.params["known"]


def test_a_block_that_a_condition_leaves_out_leaves_nothing_behind():
    found = own(
        "{% if lock %}Locked{% endif %}\n\n## {% if lock %}Lock{% endif %}\n\nA | {% if lock %}x{% endif %}\n"
    )
    assert found.letter.blocks == ()


HOSTILE = "## Heading\n\nName | value\n\n{{ company }}\r\n<b>bold</b>\x00\u2028{% if %}"


def test_values_with_structure_in_them_stay_words():
    found = letter(customer=replace(CUSTOMER, salutation=HOSTILE))
    first = found.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text == "## Heading Name | value {{ company }} <b>bold</b> {% if %},"
    assert len(found.blocks) == len(letter().blocks)


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_typed_text_changes_the_shape_of_a_letter(name, purpose):
    changed = {
        "vendor": replace(VENDOR, legal_name=f"N{name}"),
        "engagement": replace(ENGAGEMENT, purpose={"en": f"P{purpose}"}),
    }
    found = letter(**changed)
    assert [type(block) for block in found.blocks] == [type(block) for block in letter().blocks]
    assert list(rows(found)) == list(rows(letter()))
    assert "\n" not in found.subject


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Place(code="HR"), "Croatia"),
        (Place(code="HR", detail="Zagreb"), "Croatia (Zagreb)"),
        (Place(code="US", detail="United States (us-east-1)"), "United States (us-east-1)"),
        (Place(code="US", detail="united states"), "United States"),
        (Place(code="US", detail="United States Gypsum Inc."), "United States (United States Gypsum Inc.)"),
        (Place(code="EEA"), "European Economic Area"),
        (Party(name="Sul", code="BR"), "Sul (Brazil)"),
        (Party(name="Sul"), "Sul"),
        (("Logs", msg("letter.no_further")), "Logs, none"),
        (("Acme, Inc.", "Norte"), "Acme, Inc.; Norte"),
        (date(2026, 12, 1), "1 December 2026"),
    ],
)
def test_values_in_words(value, words):
    assert said(value, english(), "en") == words


def test_an_unknown_language_reads_english():
    assert said(Place(code="HR"), english(), "x-klingon") == "Croatia"
    assert said(Place(code="HR"), english(), "de") == "Kroatien"
    assert said(Place(code="HR", detail="Croatia (Zagreb)"), english(), "de") == "Kroatien (Zagreb)"


def test_facts_of_one_block_stay_one_table():
    tables = [block for block in letter().blocks if isinstance(block, Facts)]
    assert len(tables) == 1
    assert tables[0].rows[0] == Fact(label="Sub-processor", value="Norte Cloud S.A., a third party")
