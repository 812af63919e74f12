from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from vendorrisk.documents.likeness import DUPLICATE_FROM, MOST_NEAR, NamesByLength, likeness
from vendorrisk.domain.register.names import normalise

few_letters = st.text(alphabet="abc ", max_size=14)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Twillio", "Twilio"),
        ("Gogol Workspaces", "Gogol Workspace"),
        ("Šarić d.o.o.", "Saric"),
        ("MailMonkey", "Mail Monkey"),
        ("Cloud Acme Ltd", "Acme Cloud GmbH"),
    ],
)
def test_slips_and_legal_forms_are_possible_duplicates(one, other):
    assert NamesByLength([other, "Quite Different"]).near(one) == [other]


@pytest.mark.parametrize(
    ("one", "other"), [("Acme Web", "Acme Mail"), ("Twirlio", "Twirlio SendGrit"), ("AB", "CD")]
)
def test_relatives_are_not(one, other):
    assert NamesByLength([other]).near(one) == []


def test_the_likest_comes_first_and_three_are_enough():
    known = NamesByLength(["Twillio", "Twilio Inc.", "Twiliio", "Twilioo", "Twilo"])
    assert known.near("Twilio")[0] == "Twilio Inc."
    assert len(known.near("Twilio")) == MOST_NEAR


def test_an_equal_name_is_not_merely_like():
    assert NamesByLength(["Acme Inc", "Acme Inc."]).near("Acme Inc") == ["Acme Inc."]


def test_a_name_is_known_from_when_it_is_added():
    known = NamesByLength([])
    assert known.near("Acmme") == []
    known.add("Acme")
    assert known.near("Acmme") == ["Acme"]


@given(st.lists(few_letters, max_size=12), few_letters)
def test_nothing_is_missed_that_comparing_with_all_would_find(names, name):
    def plain(text):
        return " ".join(sorted((normalise(text) or text).split()))

    near = {
        other
        for other in names
        if other != name and fuzz.ratio(plain(name), plain(other)) >= DUPLICATE_FROM * 100
    }
    found = NamesByLength(names).near(name)
    assert set(found) <= near
    assert len(found) == min(MOST_NEAR, sum(other in near for other in names))


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_symmetric_and_between_none_and_all(one, other):
    assert 0.0 <= likeness(one, other) == likeness(other, one) <= 1.0


@given(st.text(max_size=20))
def test_a_text_is_wholly_like_itself(text):
    assert likeness(text, text) == 1.0
