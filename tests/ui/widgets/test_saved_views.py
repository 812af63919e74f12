from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.ui.widgets.query import Filter, Query, Sort
from vendorrisk.ui.widgets.saved_views import Density, SavedViews, ViewState

ACTIVE = ViewState(name="All active", scope="active", sort=(Sort("name"),))
OVERDUE = ViewState(name="Overdue", scope="overdue")

VIEWS = st.builds(
    ViewState,
    name=st.text(),
    scope=st.text(),
    text=st.text(),
    filters=st.lists(st.builds(Filter, st.text(), st.text(), st.text())).map(tuple),
    sort=st.lists(st.builds(Sort, st.text(), st.booleans())).map(tuple),
    columns=st.lists(st.text()).map(tuple),
    widths=st.dictionaries(st.text(), st.integers(0, 2000)),
    density=st.sampled_from(Density),
)


class Drawer:
    """A store in memory that goes through JSON, as the real one does."""

    def __init__(self):
        self.kept: dict[str, str] = {}

    def load(self, table):
        return json.loads(self.kept.get(table, "{}"))

    def save(self, table, data):
        self.kept[table] = json.dumps(data)


@pytest.fixture
def drawer():
    return Drawer()


def views(drawer) -> SavedViews:
    return SavedViews("vendors", [ACTIVE, OVERDUE], drawer)


@given(VIEWS)
def test_a_view_survives_the_way_to_the_file_and_back(view):
    assert ViewState.from_dict(json.loads(json.dumps(view.to_dict()))) == view


def test_a_view_asks_for_what_it_remembers():
    view = ViewState(
        name="x", scope="active", text="norte", filters=(Filter("a", "b", "c"),), sort=(Sort("n"),)
    )
    assert view.query(["name", "risk"]) == Query(
        scope="active", text="norte", filters=view.filters, sort=view.sort, columns=("name", "risk")
    )


def test_the_first_supplied_view_is_in_use_at_first(drawer):
    assert views(drawer).in_use == ACTIVE
    assert not views(drawer).is_changed


def test_a_change_is_remembered_at_once_and_called_changed(drawer, qtbot):
    first = views(drawer)
    with qtbot.waitSignal(first.changed):
        first.change(text="norte", widths={"name": 200})
    again = views(drawer)
    assert again.is_changed
    assert (again.in_use.name, again.in_use.text, again.in_use.widths) == (
        "All active",
        "norte",
        {"name": 200},
    )
    assert again.reset() == ACTIVE
    assert not again.is_changed


def test_a_supplied_view_never_changes_but_a_changed_one_can_be_saved_under_a_name(drawer):
    first = views(drawer)
    first.change(filters=(Filter("eea", "no", "Outside the EEA"),))
    first.save_as(" Outside ")
    assert first.names == ("All active", "Overdue", "Outside")
    assert not first.is_changed
    again = views(drawer)
    assert again.in_use.name == "Outside"
    assert again.choose("All active") == ACTIVE
    assert again.choose("Outside").filters[0].label == "Outside the EEA"
    assert again.is_own("Outside")
    assert not again.is_own("Overdue")


@pytest.mark.parametrize("name", ["", "  ", "Overdue"])
def test_a_name_must_be_new(drawer, name):
    with pytest.raises(ValueError):
        views(drawer).save_as(name)


def test_removing_the_view_in_use_goes_back_to_the_first(drawer):
    first = views(drawer)
    first.save_as("Mine")
    first.remove("Mine")
    assert (first.in_use, first.names) == (ACTIVE, ("All active", "Overdue"))
    first.save_as("Mine")
    first.choose("Overdue")
    first.remove("Mine")
    assert first.in_use == OVERDUE


@pytest.mark.parametrize(
    "damaged",
    [
        {"in_use": {"name": "Gone"}},
        {"in_use": {"scope": "x"}},
        {"in_use": {"name": "Overdue", "sort": [{"no": 1}]}},
        {"in_use": "text"},
        {"views": [{"nonsense": 1}]},
    ],
)
def test_a_damaged_memory_falls_back_to_the_supplied_view(drawer, damaged):
    drawer.save("vendors", damaged)
    assert views(drawer).in_use == ACTIVE
