"""An analyst in front of the installed program, with a folder, a clock and a passphrase of her own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from tests.stories.analyst import Analyst
from tests.support.offices import FixedClock
from tests.support.programs import an_outside, facts_for, no_keyring
from tests.ui.conftest import (  # noqa: F401  (the fixtures of every window)
    rubbish_is_collected_between_tests,
    theme,
    what_outlives_a_module_is_kept_out_of_the_collection,
    whole_theme,
)
from vendorrisk.app.front import ProgramFront
from vendorrisk.app.preferences import Preferences
from vendorrisk.app.wiring import Manner
from vendorrisk.ui.opening.program import Program

FIRST_MORNING = datetime(2026, 8, 3, 8, 0, tzinfo=UTC)
"""A Monday."""


@pytest.fixture
def clock():
    """The clock of the computer; a story turns it on."""
    return FixedClock(at=FIRST_MORNING)


@pytest.fixture
def opened_outside(monkeypatch):
    """What the program handed to other programs of this computer, and never started here."""
    handed = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", handed.append)
    return handed


@pytest.fixture
def reached_out(monkeypatch):
    """Every address that Python was asked to connect to or to look up."""
    asked = []

    def refuse(*address, **_more):
        asked.append(address)
        raise OSError("no network here")

    monkeypatch.setattr("socket.socket.connect", lambda _socket, address: refuse(address))
    monkeypatch.setattr("socket.socket.connect_ex", lambda _socket, address: refuse(address))
    monkeypatch.setattr("socket.create_connection", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    return asked


@pytest.fixture
def start(qtbot, theme, qapp, tmp_path, monkeypatch, clock, opened_outside):  # noqa: F811
    """Starts the program as somebody does who clicks its icon; more than once, if the story goes so."""
    monkeypatch.setenv("HOME", str(tmp_path))
    qapp.setQuitOnLastWindowClosed(False)
    running = []

    def started(ring=None):
        ring = ring or no_keyring()
        outside = an_outside(ring, now=clock.now)
        store = Preferences(tmp_path / "preferences.json")
        program = Program(ProgramFront(lambda: outside, store, Manner), store, facts_for(tmp_path))
        analyst = Analyst(bot=qtbot, program=program, ring=ring, place=tmp_path, clock=clock)
        program.start()
        qtbot.waitExposed(program.welcome())
        running.append(analyst)
        return analyst

    yield started
    for analyst in running:
        analyst.goes_home()


@pytest.fixture
def analyst(start):
    """Ana Novak on her first day with the program."""
    return start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Keeps a picture of every window of a story that went wrong, and says where."""
    report = yield
    place = item.funcargs.get("tmp_path") if report.when == "call" and report.failed else None
    for number, window in enumerate(_windows_in_sight() if place else ()):
        picture = place / f"went-wrong-{number}.png"
        window.grab().save(str(picture))
        report.sections.append(("Picture of the window", str(picture)))
    return report


def _windows_in_sight():
    application = QApplication.instance()
    return [one for one in application.topLevelWidgets() if one.isVisible()] if application else []
