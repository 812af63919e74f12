"""One set of drawings, coloured by what they stand on."""

from __future__ import annotations

import gc
import re

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from tests.ui.conftest import RESOURCES
from vendorrisk.ui.widgets.icons import Icon, draw_icon, icon
from vendorrisk.ui.widgets.theme import Scheme
from vendorrisk.ui.widgets.tokens import DARK, LIGHT


def strongest(image: QImage) -> str:
    """Returns the colour of the most opaque pixel."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=QColor.alpha).name().upper()


def test_every_name_has_a_drawing_and_every_drawing_a_name():
    assert {path.stem for path in (RESOURCES / "icons").glob("*.svg")} == {name.value for name in Icon}


@pytest.mark.parametrize("name", list(Icon))
def test_drawings_are_strokes_on_the_grid_in_the_colour_of_their_place(name):
    text = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in text
    assert 'stroke="currentColor"' in text
    assert 'stroke-linecap="round"' in text
    assert not re.search(r"#[0-9A-Fa-f]{3,6}", text)


@pytest.mark.parametrize("name", list(Icon))
def test_every_drawing_shows_something_within_its_box(theme, name):
    image = icon(name).pixmap(QSize(20, 20)).toImage()
    marked = [(x, y) for x in range(20) for y in range(20) if image.pixelColor(x, y).alpha() > 60]
    assert len(marked) >= 8
    edge = [place for place in marked if {0, 19} & set(place)]
    assert not edge


def test_an_icon_has_a_colour_for_each_state_and_follows_the_scheme(theme, qapp):
    home = icon(Icon.HOME)
    size = QSize(20, 20)
    assert strongest(home.pixmap(size).toImage()) == LIGHT.text2
    assert strongest(home.pixmap(size, QIcon.Mode.Disabled).toImage()) == LIGHT.disabled
    assert strongest(home.pixmap(size, QIcon.Mode.Normal, QIcon.State.On).toImage()) == LIGHT.accent
    theme.apply(qapp, Scheme.DARK)
    assert strongest(home.pixmap(size).toImage()) == DARK.text2


def test_an_icon_can_be_copied_and_outlives_its_original(theme):
    copy = QIcon(icon(Icon.FLAG, tone="link"))
    assert strongest(copy.pixmap(QSize(16, 16)).toImage()) == LIGHT.link


def test_an_icon_that_is_changed_after_copying_gets_a_drawing_of_its_own(theme):
    for _ in range(50):
        original = icon(Icon.FLAG, tone="link")
        copy = QIcon(original)
        copy.setIsMask(True)  # any change makes Qt ask for a copy of the drawing
        del original
        gc.collect(0)
        assert strongest(copy.pixmap(QSize(16, 16)).toImage()) == LIGHT.link


def test_an_icon_can_be_painted_by_a_style(theme):
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icon(Icon.FLAG).paint(painter, QRect(0, 0, 20, 20))
    painter.end()
    assert strongest(image) == LIGHT.text2


def test_icons_are_sharp_on_fine_screens(theme):
    fine = icon(Icon.CALENDAR).pixmap(QSize(20, 20), 2.0)
    assert fine.devicePixelRatio() == 2
    assert fine.size() == QSize(40, 40)
    coarse = icon(Icon.CALENDAR).pixmap(QSize(20, 20), 1.0).toImage()
    assert fine.toImage() != coarse.scaled(QSize(40, 40))


def test_an_icon_is_drawn_in_the_middle_of_its_box(theme):
    image = QImage(60, 30, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_icon(painter, QRect(0, 0, 60, 30), Icon.PLUS, "#FF0000")
    painter.end()
    assert image.pixelColor(30, 15).name() == "#ff0000"
    assert image.pixelColor(5, 15).alpha() == 0


def test_the_drawings_of_controls_use_colours_of_their_scheme():
    for name, tokens in (("light", LIGHT), ("dark", DARK)):
        known = {getattr(tokens, role) for role in tokens.__slots__ if isinstance(getattr(tokens, role), str)}
        drawings = list((RESOURCES / "icons" / "controls" / name).glob("*.svg"))
        assert len(drawings) == 9
        for path in drawings:
            assert set(re.findall(r"#[0-9A-Fa-f]{6}", path.read_text(encoding="utf-8"))) <= known, path
