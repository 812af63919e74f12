from __future__ import annotations

import pytest

from vendorrisk.ui.widgets.query import Filter, Query, Sort, clicked

NAME, DUE = Sort("name"), Sort("due")


@pytest.mark.parametrize(
    ("before", "key", "add", "after"),
    [
        ((), "name", False, (NAME,)),
        ((NAME,), "name", False, (Sort("name", True),)),
        ((Sort("name", True),), "name", False, (NAME,)),
        ((NAME,), "due", False, (DUE,)),
        ((NAME,), "due", True, (NAME, DUE)),
        ((NAME, DUE), "due", True, (NAME, Sort("due", True))),
        ((NAME, DUE), "name", True, (Sort("name", True), DUE)),
        ((NAME, DUE), "name", False, (NAME,)),
    ],
)
def test_a_click_sorts_a_second_click_turns_and_shift_adds_a_key(before, key, add, after):
    assert clicked(before, key, add=add) == after


def test_a_widened_query_keeps_scope_and_order_and_drops_what_narrows():
    query = Query(
        scope="active", text="norte", filters=(Filter("eea", "no", "Outside the EEA"),), sort=(NAME,)
    )
    assert query.narrowed
    assert query.widened() == Query(scope="active", sort=(NAME,))
    assert not query.widened().narrowed
    assert not Query(text="   ").narrowed
