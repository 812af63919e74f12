from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.register.names import (
    contract_name,
    fold,
    has_legal_form,
    legal_form,
    name_key,
    name_parts,
    normalise,
    other_keys,
    same_name,
    same_vendor,
)


@pytest.mark.parametrize(
    ("name", "legal", "others"),
    [
        ("Acme, Inc.", "Acme, Inc.", ()),
        ("Functional Widgets, Inc. d/b/a Watchdog", "Functional Widgets, Inc.", ("Watchdog",)),
        ("NexGo Inc (aka Vontage)", "NexGo Inc", ("Vontage",)),
        ("The Rocket Group LLC d/b/a Mailmonkey", "The Rocket Group LLC", ("Mailmonkey",)),
        ("AlphaBeta Technologies Inc. dba Tavalo", "AlphaBeta Technologies Inc.", ("Tavalo",)),
        ("Synch (formerly CLZ)", "Synch", ("CLZ",)),
        ("Synch, formerly known as CLZ", "Synch", ("CLZ",)),
        ("Wildbyte LLC – Postmail", "Wildbyte LLC", ("Postmail",)),
        ("Five Five Five, Inc. (Resent)", "Five Five Five, Inc.", ("Resent",)),
        ("Acme   (Cloud)", "Acme", ("Cloud",)),
        ("Swisscom (Schweiz) AG", "Swisscom (Schweiz) AG", ()),
        ("Acme (formerly Beta) AG", "Acme AG", ("Beta",)),
        ("Acme (Ireland) d/b/a Beta", "Acme", ("Beta", "Ireland")),
        ("(Ireland) Acme Ltd", "Acme Ltd", ("Ireland",)),
        ("Via Transportation Inc", "Via Transportation Inc", ()),
    ],
)
def test_a_published_name_is_taken_apart(name, legal, others):
    parts = name_parts(name)
    assert (parts.legal, parts.others) == (legal, others)


@pytest.mark.parametrize(
    ("name", "recorded"),
    [
        ("Swisscom (Schweiz) AG", "Swisscom (Schweiz) AG"),
        ("Brevo (Sendinblue SAS)", "Sendinblue SAS"),
        ("Postmail – Wildbyte LLC", "Wildbyte LLC"),
        ("Acme GmbH (Ireland)", "Acme GmbH (Ireland)"),
        ("Acme (Cloud)", "Acme (Cloud)"),
        ("Acme (Beta Ltd) (Gamma GmbH)", "Acme (Beta Ltd) (Gamma GmbH)"),
        ("NexGo Inc (aka Vontage)", "NexGo Inc"),
        ("NexGo Inc (aka Vontage) (Ireland)", "NexGo Inc (aka Vontage) (Ireland)"),
        ("Acme (formerly Beta Ltd)", "Acme"),
        ("Acme d/b/a Beta Ltd", "Acme"),
        ("Wildbyte LLC – Postmail", "Wildbyte LLC"),
        ("Acme, Inc.", "Acme, Inc."),
    ],
)
def test_no_bracket_of_a_name_is_dropped_unless_it_says_that_it_is_another_name(name, recorded):
    assert contract_name(name) == recorded


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Acme, Inc.", "acme"),
        ("ACME LLC.", "acme"),
        ("Šarić d.o.o.", "saric"),
        ("Đuro j.d.o.o.", "duro"),
        ("Müller GmbH & Co. KG", "muller"),
        ("Przykład Sp. z o.o.", "przyklad"),
        ("Société Générique S.A.R.L.", "societe generique"),
        ("Acme Pty Ltd", "acme"),
        ("Acme Payments Europe, Limited", "acme payments europe"),
        ("Widget Designated Activity Company", "widget"),
        ("H&M AB", "h&m"),
        ("Company", "company"),
        ("Limited", "limited"),
        ("...", ""),
    ],
)
def test_legal_forms_accents_and_case_do_not_count(name, key):
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme, Inc.", "ACME Ltd"),
        ("Functional Widgets, Inc. d/b/a Watchdog", "Watchdog"),
        ("NexGo Inc (aka Vontage)", "Vontage B.V."),
        ("Twirlio (SendGrit)", "SendGrit, Inc. (Twirlio)"),
        ("Google LLC.", "Google LLC"),
    ],
)
def test_two_ways_of_writing_one_company_are_one(one, other):
    assert same_vendor(one, other)
    assert same_vendor(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme (Ireland)", "Beta (Ireland)"),
        ("Acme Web", "Acme Mail"),
        ("Twirlio", "Twirlio SendGrit"),
        ("Swisscom (Schweiz) AG", "Swisscom AG"),
    ],
)
def test_two_companies_stay_two(one, other):
    assert not same_vendor(one, other)


def test_other_names_are_keys_of_their_own():
    assert other_keys("Wildbyte LLC – Postmail Inc.") == {"postmail"}
    assert other_keys("Acme (ACME)") == frozenset()


def test_a_legal_form_is_seen_at_the_end_only():
    assert has_legal_form("Acme GmbH")
    assert not has_legal_form("GmbH")
    assert not has_legal_form("Acme Cloud")


@given(st.text(max_size=40))
def test_normalising_twice_is_normalising_once(name):
    assert normalise(normalise(name)) == normalise(name)
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=40))
def test_every_name_has_parts_and_is_the_same_vendor_as_itself(name):
    assert isinstance(name_parts(name).legal, str)
    assert same_vendor(name, name)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Acme d.o.o.", "doo"),
        ("Acme doo", "doo"),
        ("Acme Private Limited (Acme India)", "pvtltd"),
        ("Acme Pvt. Ltd.", "pvtltd"),
        ("Acme, Incorporated", "inc"),
        ("Acme", ""),
    ],
)
def test_a_legal_form_is_the_same_however_it_is_written(name, form):
    assert legal_form(name) == form


@given(st.text(), st.text())
def test_a_name_is_the_same_whatever_the_blanks_and_capitals(one, other):
    assert same_name(one, f"  {one} ")
    assert same_name(one, other) is same_name(other, one)


def test_two_names_are_two_people():
    assert not same_name("Dora Decider", "Dora Decker")
