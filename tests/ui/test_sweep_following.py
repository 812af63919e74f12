"""Every place follows a change of colours, of language and of text size: at once, and without a cut."""

from __future__ import annotations

from importlib.util import find_spec

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.support.pseudo import pseudo
from tests.support.stocked_context import a_stocked_context, for_another_window
from tests.ui.looking import cut
from vendorrisk.ui.shell.places import SPOTS
from vendorrisk.ui.shell.window import Window
from vendorrisk.ui.widgets.theme import Scheme
from vendorrisk.ui.widgets.words import install_translator

BUILT = [spot for spot in SPOTS if find_spec(f"vendorrisk.ui.{spot.module}")]
PLACES = [spot.key for spot in BUILT if spot.key != "settings"]
SCREEN = (1366, 768)


@pytest.fixture(scope="module")
def ground(whole_theme):
    return a_stocked_context()


@pytest.fixture(autouse=True)
def checked_at_once(monkeypatch):
    """What a page looks up a moment after it came into sight is there from the start."""
    monkeypatch.setattr("vendorrisk.ui.register.vendors_page.CHECK_AFTER_MS", 0)


@pytest.fixture
def opened(ground, theme, qtbot):
    """Opens a window as large as a small screen, or so many times as large."""
    context, items = ground

    def made(times=1):
        window = Window(for_another_window(context), BUILT)
        qtbot.addWidget(window)
        window.resize(*(round(side * times) for side in SCREEN))
        window.show()
        window.items = items
        return window

    return made


def went(window, place):
    window.go(place, window.items.get(place))
    QApplication.processEvents()
    return window


def everywhere(window, look):
    found = {place: look(went(window, place)) for place in PLACES}
    return {place: what for place, what in found.items() if what}


def pictures(window):
    taken = {}
    for place in reversed(PLACES):
        went(window, place)
        image = QImage(window.stack.size(), QImage.Format.Format_RGB32)
        window.stack.render(image)
        taken[place] = image
    return taken


def test_switched_while_running_a_page_looks_as_if_it_had_been_opened_so(opened, theme, qapp):
    running = opened()
    everywhere(running, str)
    theme.apply(qapp, Scheme.DARK)
    fresh = opened()
    went(fresh, PLACES[0])  # the first place shows its first row once it is come back to
    switched, built = pictures(running), pictures(fresh)
    assert [place for place in PLACES if switched[place] != built[place]] == []


@pytest.fixture
def spoken():
    yield install_translator
    install_translator(None)


def test_no_text_is_cut_in_a_language_that_is_longer_by_40_percent(opened, spoken):
    spoken(pseudo)
    assert everywhere(opened(), cut) == {}


@pytest.mark.parametrize("size", [80, 200])
def test_no_text_is_cut_when_a_window_that_is_open_gets_another_text_size(opened, theme, size):
    window = opened(times=max(size, 100) / 100)
    went(window, PLACES[0])
    theme.set_text_size(size)
    assert everywhere(window, cut) == {}
