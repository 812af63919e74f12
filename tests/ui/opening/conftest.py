"""The whole program over folders of the test, used by a person who has only mouse and keys."""

from __future__ import annotations

import pytest

from tests.support.programs import Person, a_front, an_outside, facts_for
from tests.support.vaults import KeyringDouble
from vendorrisk.app.preferences import Preferences
from vendorrisk.ui.opening.program import Program


@pytest.fixture
def ring():
    """The keyring of this computer; a test may take it away."""
    return KeyringDouble()


@pytest.fixture
def person(qtbot, theme, qapp, tmp_path, monkeypatch, ring):
    """Somebody in front of a program that was just started."""
    monkeypatch.setenv("HOME", str(tmp_path))
    qapp.setQuitOnLastWindowClosed(False)
    front = a_front(tmp_path, an_outside(ring))
    program = Program(front, Preferences(tmp_path / "preferences.json"), facts_for(tmp_path))
    someone = Person(bot=qtbot, program=program, ring=ring, place=tmp_path)
    program.start()
    qtbot.waitExposed(program.welcome())
    yield someone
    if program.session is not None:
        program.session.close()
    program.hall.jobs.stop()
    program.end()
