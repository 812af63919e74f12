"""Every place of the navigation opens, on nothing and on a register: cut nowhere, named, readable."""

from __future__ import annotations

from importlib.util import find_spec

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.support.changing import a_change, a_context
from tests.ui.looking import bare, cut, unnamed
from tests.ui.widgets.test_tokens import contrast
from vendorrisk.ui.shell.places import SPOTS
from vendorrisk.ui.shell.window import Window
from vendorrisk.ui.widgets.buttons import Button
from vendorrisk.ui.widgets.panels import EmptyState
from vendorrisk.ui.widgets.theme import Scheme

BUILT = [spot for spot in SPOTS if find_spec(f"vendorrisk.ui.{spot.module}")]
PLACES = [spot.key for spot in BUILT if spot.text]
READABLE = 4.5
"""The contrast of text with its ground, at least (WCAG 2.2, 1.4.3)."""


def faint(window):
    """Returns the labels in sight whose palette gives too little contrast."""
    found = []
    for label in window.findChildren(QLabel):
        palette = label.palette()
        text, ground = (
            palette.color(label.foregroundRole()).name(),
            palette.color(label.backgroundRole()).name(),
        )
        if label.isVisible() and label.isEnabled() and label.text() and contrast(text, ground) < READABLE:
            found.append((label.text(), text, ground))
    return found


LOOKS = (cut, unnamed, bare, faint)


@pytest.fixture(scope="module", params=["empty", "stocked"])
def window(request, whole_theme):
    context = a_context()
    if request.param == "stocked":
        a_change(context.office)
    made = Window(context, BUILT)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def gone(window, place):
    window.go(place)
    QApplication.processEvents()
    return window


def walked(window, looks):
    """Goes to every place once and returns, for each look, what it found where."""
    found = {look: {} for look in looks}
    for place in PLACES:
        gone(window, place)
        for look in looks:
            wrong = look(window)
            if wrong:
                found[look][place] = wrong
    return found


def test_every_place_opens_and_is_where_we_are(window):
    for place in PLACES:
        assert gone(window, place).where().page == place
        assert window.page(place).isVisible()


@pytest.fixture(scope="module")
def in_light(window):
    return walked(window, LOOKS)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.__name__)
def test_nothing_is(in_light, look):
    assert in_light[look] == {}


def test_in_dark_nothing_is_faint(window, theme, qapp):
    theme.apply(qapp, Scheme.DARK)
    assert walked(window, [faint])[faint] == {}


on_nothing = pytest.mark.parametrize("window", ["empty"], indirect=True)


@on_nothing
def test_a_place_with_nothing_in_it_says_what_belongs_there(window):
    silent = {place for place in PLACES if not any(map(QWidget.isVisible, told(gone(window, place))))}
    assert silent == set()


@on_nothing
def test_a_place_with_nothing_in_it_has_one_filled_button(window):
    filled = {place: primary_buttons(gone(window, place)) for place in PLACES}
    assert {place: found for place, found in filled.items() if len(found) != 1} == {}


def primary_buttons(window):
    page = window.page(window.where().page)
    return [one.text() for one in page.findChildren(Button) if one.kind == "primary" and one.isVisible()]


def told(window):
    return window.page(window.where().page).findChildren(EmptyState)


def test_no_two_commands_share_their_keys(window):
    keys = [
        sequence.toString()
        for command in window.commands
        for sequence in window.commands.action(command.key).shortcuts()
    ]
    assert sorted(keys) == sorted(set(keys))


def test_every_command_has_words(window):
    assert [one.key for one in window.commands if not window.commands.action(one.key).text()] == []
