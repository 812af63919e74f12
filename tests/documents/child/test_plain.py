from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.documents.child.plain import Unexpected, from_plain, to_plain
from vendorrisk.domain.message import Level, Message, Problem, msg


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    name: str
    count: int = 0
    share: float = 0.0
    good: bool = False
    since: date | None = None
    tags: tuple[str, ...] = ()
    pair: tuple[str, int] = ("", 0)
    notes: dict[str, str] | None = None
    problems: tuple[Problem, ...] = ()


texts = st.text(max_size=8)
messages = st.builds(
    lambda key, text, number: msg(key, text=text, parts=[number, msg("inner")]), texts, texts, st.integers()
)
things = st.builds(
    Thing,
    name=texts,
    count=st.integers(),
    share=st.floats(allow_nan=False),
    good=st.booleans(),
    since=st.none() | st.dates(),
    tags=st.lists(texts, max_size=3).map(tuple),
    pair=st.tuples(texts, st.integers()),
    notes=st.none() | st.dictionaries(texts, texts, max_size=2),
    problems=st.lists(st.builds(Problem, texts, messages, messages, st.sampled_from(Level)), max_size=2).map(
        tuple
    ),
)


@given(things)
def test_what_went_in_comes_out(thing):
    assert from_plain(Thing, to_plain(thing)) == thing


MESSAGE = {"key": "", "params": {}}


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        {},
        {"name": 7},
        {"name": "x", "extra": 1},
        {"name": "x", "count": "7"},
        {"name": "x", "count": True},
        {"name": "x", "since": "31.12.2026"},
        {"name": "x", "tags": "abc"},
        {"name": "x", "tags": [1]},
        {"name": "x", "pair": ["a"]},
        {"name": "x", "notes": [1]},
        {"name": "x", "problems": [{"where": "a"}]},
        {"name": "x", "problems": [{"where": "a", "what": "b", "remedy": "c"}]},
        {"name": "x", "problems": [{"where": "a", "what": {**MESSAGE, "key": 1}, "remedy": MESSAGE}]},
        {"name": "x", "problems": [{"where": "a", "what": MESSAGE, "remedy": MESSAGE, "level": "fatal"}]},
    ],
)
def test_anything_else_is_refused(plain):
    with pytest.raises(Unexpected):
        from_plain(Thing, plain)


def test_a_message_may_hold_facts_only():
    with pytest.raises(Unexpected):
        from_plain(Message, {"key": "a", "params": {"x": {"some": "object"}}})
