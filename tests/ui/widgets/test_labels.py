"""Texts are never markup, never force a window wider, and share a baseline."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, Phrase, Piece, figure, heading, line, tip
from vendorrisk.ui.widgets.tokens import LIGHT

LONG = "Carrier Norte Serviços de Telecomunicações S.A., São Paulo"


def ink_rows(widget, *, left, right, colour):
    """Returns the rows in which a part of a widget shows a colour."""
    image = widget.grab().toImage()
    return [
        y
        for y in range(image.height())
        for x in range(left, min(right, image.width()))
        if image.pixelColor(x, y).name().upper() == colour
    ]


def test_a_label_shows_markup_as_it_was_typed(theme, qtbot):
    label = Label("<b>Norte</b> & Co")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>Norte</b> & Co"


@given(st.text(max_size=60))
def test_a_tooltip_shows_any_text_letter_by_letter(text):
    shown = tip(text)
    assert "<" not in shown.removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "")
    assert shown == "" if not text else shown.startswith("<qt>")


def test_a_tooltip_of_nothing_is_none():
    assert tip("") == ""


def test_a_cut_text_stands_whole_in_its_tooltip(theme, qtbot):
    label = ElidingLabel(LONG)
    qtbot.addWidget(label)
    label.show()
    label.resize(80, 20)
    assert label.is_cut()
    assert LONG in label.toolTip()
    label.resize(600, 20)
    assert not label.is_cut()
    assert label.toolTip() == ""


def test_a_text_that_grows_is_cut_without_being_resized(theme, qtbot):
    label = ElidingLabel("Norte")
    qtbot.addWidget(label)
    label.resize(80, 20)
    assert label.toolTip() == ""
    label.setText(LONG)
    assert LONG in label.toolTip()


@pytest.mark.parametrize("make", [lambda: ElidingLabel(LONG), lambda: Phrase(Piece(text=LONG))])
def test_variable_text_never_makes_a_window_wider(theme, qtbot, make):
    window = QWidget()
    QHBoxLayout(window).addWidget(make())
    qtbot.addWidget(window)
    assert window.minimumSizeHint().width() < 60


@pytest.mark.parametrize("role", [FontRole.BODY, FontRole.STRONG, FontRole.CAPTION])
def test_a_text_has_the_room_it_asks_for(theme, qtbot, role):
    for text in ("Open change", "148 of 412", "Ana Novak, analyst", LONG):
        phrase = Phrase(Piece(text=text, role=role))
        label = ElidingLabel(text, role=role)
        for widget in (phrase, label):
            qtbot.addWidget(widget)
            widget.resize(widget.sizeHint())
            assert not widget.is_cut(), text


def test_sizes_on_one_line_stand_on_one_baseline(theme, qtbot):
    phrase = Phrase(
        Piece(text="H", role=FontRole.PAGE_TITLE), Piece(text="H"), Piece(text="H", role=FontRole.CAPTION)
    )
    qtbot.addWidget(phrase)
    phrase.resize(phrase.sizeHint())
    lowest = [
        max(ink_rows(phrase, left=left, right=right, colour=LIGHT.text))
        for left, right in ((0, 18), (22, 34), (38, 60))
    ]
    assert len(set(lowest)) == 1


def test_a_phrase_is_one_text_for_readers(theme, qtbot):
    phrase = heading("Overdue", count=2)
    qtbot.addWidget(phrase)
    face = QAccessible.queryAccessibleInterface(phrase)
    assert face.text(QAccessible.Text.Name) == "Overdue 2"
    assert face.role() is QAccessible.Role.StaticText
    phrase.set_pieces((Piece(text="Overdue"), Piece(text="")))
    assert phrase.text() == "Overdue"


def test_a_phrase_that_is_cut_stands_whole_in_its_tooltip(theme, qtbot):
    phrase = figure("148", "of 412 customers with a contract in force")
    qtbot.addWidget(phrase)
    phrase.resize(100, 30)
    phrase.grab()
    assert "148 of 412 customers" in phrase.toolTip()


def test_a_phrase_draws_in_grey_when_disabled(theme, qtbot):
    phrase = figure("148")
    qtbot.addWidget(phrase)
    phrase.setEnabled(False)
    phrase.resize(phrase.sizeHint())
    assert ink_rows(phrase, left=0, right=40, colour=LIGHT.disabled)


def test_a_tone_can_change(theme, qtbot):
    label = Label("5 days late", tone="text2")
    qtbot.addWidget(label)
    label.show()
    label.set_tone("critical")
    assert label.palette().color(label.foregroundRole()).name().upper() == LIGHT.chips["critical"].fg


@pytest.mark.parametrize(("vertical", "size"), [(False, "height"), (True, "width")])
def test_lines_are_one_pixel(theme, qtbot, vertical, size):
    drawn = line(vertical=vertical)
    qtbot.addWidget(drawn)
    assert getattr(drawn, size)() == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(text=st.text(max_size=40))
def test_any_text_can_be_drawn(theme, qapp, text):
    for widget in (ElidingLabel(text), Phrase(Piece(text=text), Piece(text="x"))):
        widget.resize(60, 20)
        widget.grab()
        widget.deleteLater()
