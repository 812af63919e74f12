"""Another workspace begins at Home with all its rows; columns and saved views go along with the person."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ui.sights import Memory
from vendorrisk.ui.shell.own_memory import OwnMemory
from vendorrisk.ui.shell.places import LAST_PLACE


@pytest.fixture
def store():
    return Memory()


@pytest.fixture
def one(store):
    return OwnMemory(store, Path("one.vendorrisk"))


@pytest.fixture
def other(store):
    return OwnMemory(store, Path("other.vendorrisk"))


def view(**parts):
    in_use = {"name": "Everything", "text": "", "filters": [], "widths": {"name": 200}} | parts
    return {"in_use": in_use, "views": [{"name": "Mine"}]}


def test_each_workspace_keeps_its_own_place(one, other, store):
    one.put(LAST_PLACE, "activity")
    assert (one.get(LAST_PLACE), other.get(LAST_PLACE)) == ("activity", "")
    assert store.get(LAST_PLACE) == "activity", "the next start loads this page ahead"


def test_what_was_sought_stays_where_it_was_sought_and_columns_go_along(one, other):
    sought = view(text="norte", filters=[{"field": "country", "value": "BR", "label": "Brazil"}])
    one.put("views.vendors", json.dumps(sought))
    assert json.loads(one.get("views.vendors")) == sought
    assert json.loads(other.get("views.vendors")) == view()
    other.put("views.vendors", json.dumps(view(text="sms", widths={"name": 120})))
    assert json.loads(one.get("views.vendors")) == view(
        text="norte", filters=sought["in_use"]["filters"], widths={"name": 120}
    )


def test_other_texts_are_the_persons_and_damaged_ones_are_passed_on(one, other):
    one.put("look.scheme", "dark")
    assert other.get("look.scheme") == "dark"
    for damaged in ("{", "[]", '{"in_use": 3}'):
        one.put("views.vendors", damaged)
        assert other.get("views.vendors") == damaged
