from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter

from vendorrisk.ui.widgets.columns import chip, plain
from vendorrisk.ui.widgets.marks import Chip, draw_chip, draw_mark, status_width, text_offset
from vendorrisk.ui.widgets.theme import Scheme
from vendorrisk.ui.widgets.tokens import LIGHT, Kind

pytestmark = pytest.mark.usefixtures("theme")


def drawn(kind: Kind, *, colour: str = "#000000", size: float = 0) -> QImage:
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    draw_mark(painter, kind, QPointF(12, 12), colour=colour, size=size)
    painter.end()
    return image


def ink(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 128
    }


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(Kind, 2)))
def test_every_two_marks_differ_by_shape_alone(one, other):
    assert len(ink(drawn(one)) ^ ink(drawn(other))) >= 8


@pytest.mark.parametrize("kind", Kind)
def test_a_mark_keeps_within_its_box_and_round_its_middle(kind):
    points = ink(drawn(kind))
    assert all(5 <= x < 19 and 5 <= y < 19 for x, y in points)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    assert abs((left + right + 1) / 2 - 12) <= 0.5


def test_the_alarm_has_an_exclamation_mark_in_the_colour_of_the_surface():
    image = drawn(Kind.CRITICAL)
    assert image.pixelColor(12, 12).lightness() > 100
    assert image.pixelColor(9, 15).lightness() < 30


def test_a_larger_ring_has_the_same_line():
    def line(image: QImage) -> int:
        row = [image.pixelColor(x, 12).lightness() < 128 for x in range(12)]
        return sum(row)

    assert line(drawn(Kind.INFO, size=10)) == line(drawn(Kind.INFO, size=16))


def test_a_chip_is_twenty_high_and_as_wide_as_its_words():
    status = chip(Kind.CRITICAL, "DPA missing")
    image = QImage(200, 32, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    width = draw_chip(painter, 10, 16, status, limit=180)
    painter.end()
    assert width == status_width(status)
    ground = LIGHT.chips[Kind.CRITICAL].bg.lower()
    column = [y for y in range(32) if image.pixelColor(10 + width - 6, y).name() == ground]
    assert (column[0], column[-1]) == (6, 25)


def test_a_chip_never_grows_beyond_its_limit():
    image = QImage(200, 32, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    assert draw_chip(painter, 0, 16, chip(Kind.WARN, "A very long state indeed"), limit=60) == 60
    painter.end()


def test_chips_and_plain_states_begin_their_words_on_the_same_x():
    assert status_width(chip(Kind.GOOD, "")) - text_offset() == 8
    assert status_width(plain(Kind.GOOD, "")) == text_offset()


def test_a_chip_beside_other_widgets_says_what_it_shows(qtbot, theme, qapp):
    widget = Chip(chip(Kind.SERIOUS, "High, 72 of 100"))
    qtbot.addWidget(widget)
    assert widget.sizeHint().height() == 20
    assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) == "High, 72 of 100"
    widget.set_status(plain(Kind.GOOD, "Low"))
    assert widget.status.text == "Low"
    assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) == "Low"
    theme.apply(qapp, Scheme.DARK)
    theme.set_text_size(150)
    assert widget.sizeHint().height() == 30
    widget.grab()


def test_markup_in_a_state_stays_text_in_its_tip(qtbot):
    widget = Chip(chip(Kind.INFO, "<b>x</b>"))
    qtbot.addWidget(widget)
    assert "&lt;b&gt;" in widget.toolTip()
