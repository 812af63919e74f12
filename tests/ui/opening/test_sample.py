"""Check 2: the sample is one click away, or a few keys; Home says what it is, and it opens again when locked.

The sample of these tests has nothing in it; the real one is looked at by tests/ui/test_sweep_looks.py.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.support.programs import no_keyring
from vendorrisk.app import wiring
from vendorrisk.app.sample import build
from vendorrisk.ui.opening.locked_pane import LockedPane
from vendorrisk.ui.opening.working_pane import WorkingPane
from vendorrisk.usecases.workspace.setting_up import NewWorkspace


@pytest.fixture
def ring():
    """No keyring: nobody is asked for a passphrase, nor shown a recovery code."""
    return no_keyring()


@pytest.fixture(autouse=True)
def quickly_built(monkeypatch, tmp_path):
    """Samples are made in a folder of the test, and with nothing in them."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def made(folder, outside, *, keeper, passphrase, step, manner):
        step(0, 1)
        wanted = NewWorkspace(company="Example Telecom", sample=True)
        wishes = wiring.key_wishes(outside, keeper, passphrase)
        return wiring.created(folder, wishes, outside, wanted, manner)[0]

    monkeypatch.setattr(build, "build_sample", made)


def test_one_click_opens_the_sample(person):
    person.clicks(person.page.start_row("sample"))
    assert isinstance(person.pane, WorkingPane)
    person.waits_for_window()
    assert person.window.windowTitle() == "Example Telecom – vendorrisk"


def test_by_keyboard_alone_the_sample_opens_and_opens_again_after_the_lock(person):
    person.page.take_keyboard()
    while person.page.focusWidget() is not person.page.start_row("sample"):
        person.presses(Qt.Key.Key_Down)
    person.presses(Qt.Key.Key_Return)
    person.waits_for_window()
    assert says_it_is_invented(person)
    locks(person)
    person.presses(Qt.Key.Key_Return, on=person.pane.unlock)
    person.waits_for_window()
    assert says_it_is_invented(person)
    person.program.session.close()
    person.program.come_to_front()
    person.presses(Qt.Key.Key_Return, on=person.page.recent.rows[0])
    person.waits_for_window()
    assert says_it_is_invented(person)


def says_it_is_invented(person):
    home = person.window.page("home")
    return home.isVisible() and "all of it is invented" in home.head.title.text()


def locks(person):
    person.bot.waitUntil(lambda: not person.program.session.jobs.running(), timeout=10_000)
    person.presses(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, on=person.window)
    person.waits_for_pane(LockedPane)
