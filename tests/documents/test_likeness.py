from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.documents.likeness import duplicates_within, likeness, name_likeness, possible_duplicates


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Twillio", "Twilio"),
        ("Gogol Workspaces", "Gogol Workspace"),
        ("Šarić d.o.o.", "Saric"),
        ("MailMonkey", "Mail Monkey"),
    ],
)
def test_slips_and_legal_forms_are_possible_duplicates(one, other):
    assert [name for name, _ in possible_duplicates(one, [other, "Quite Different"])] == [other]


@pytest.mark.parametrize(
    ("one", "other"), [("Acme Web", "Acme Mail"), ("Twirlio", "Twirlio SendGrit"), ("AB", "CD")]
)
def test_relatives_are_not(one, other):
    assert possible_duplicates(one, [other]) == []


def test_a_second_name_counts_as_the_name():
    assert name_likeness("NexGo Inc (aka Vontage)", "Vontage B.V.") == 1.0


def test_the_most_alike_comes_first():
    assert [name for name, _ in possible_duplicates("Twilio", ["Twillio", "Twilio Inc."])] == [
        "Twilio Inc.",
        "Twillio",
    ]


def test_rows_of_one_vendor_are_no_duplicates_of_each_other():
    names = ["Acme Inc", "Acme, Inc.", "Acmme", "Beta"]
    assert [(one, other) for one, other, _ in duplicates_within(names)] == [("Acme Inc", "Acmme")]


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_symmetric_and_between_none_and_all(one, other):
    assert 0.0 <= likeness(one, other) == likeness(other, one) <= 1.0


@given(st.text(max_size=20))
def test_a_text_is_wholly_like_itself(text):
    assert likeness(text, text) == 1.0
