"""Every action that a person can do is taken back exactly, or is a wall that says why."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from tests.support.action_examples import EXAMPLES, a_stage
from tests.support.books import dump
from vendorrisk import usecases
from vendorrisk.domain.message import NothingToDo, Refused
from vendorrisk.usecases.actions import REGISTRY, Wall


def registered():
    """Every action there is, found by loading every module of the use cases."""
    for found in pkgutil.walk_packages(usecases.__path__, "vendorrisk.usecases."):
        importlib.import_module(found.name)
    return REGISTRY


def held(gate):
    return dump(gate.office.book.writer)


def test_every_action_has_an_example_and_every_example_an_action():
    assert sorted(set(registered()) - set(EXAMPLES)) == []
    assert sorted(set(EXAMPLES) - set(registered())) == []


@pytest.mark.parametrize("key", sorted(key for key, one in registered().items() if one.wall is None))
def test_an_action_is_taken_back_exactly_and_done_again_exactly(key):
    gate = a_stage()
    doing = EXAMPLES[key](gate)
    before = held(gate)
    doing()
    after = held(gate)
    assert after != before
    assert gate.office.book.log(limit=1)[0].action == key
    assert gate.office.book.undo().action == key
    assert held(gate) == before
    assert gate.office.book.redo().action == key
    assert held(gate) == after
    assert gate.office.book.verify().intact


@pytest.mark.parametrize("key", sorted(key for key, one in registered().items() if one.wall is not None))
def test_a_wall_is_not_taken_back_and_says_why(key):
    gate = a_stage()
    doing = EXAMPLES[key](gate)
    before, _ = gate.office.book.head()
    doing()
    after = held(gate)
    newest = gate.office.book.log(limit=1)[0]
    assert newest.sequence > before
    assert (newest.action, newest.wall) == (key, REGISTRY[key].wall)
    begins = REGISTRY[key].wall is Wall.BEGUN
    with pytest.raises(NothingToDo if begins else Refused) as refused:
        gate.office.book.undo()
    assert refused.value.what.key == ("undo.nothing" if begins else "undo.wall")
    assert held(gate) == after
    assert gate.office.book.verify().intact
