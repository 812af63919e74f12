"""The line at the foot answers: is it saved, and can I take it back?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from vendorrisk.ui.widgets.statusbar import StatusBar


@pytest.fixture
def status(theme, qtbot):
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(1000, 28)
    bar.show()
    return bar


def press(bar, text, qtbot):
    button = next(one for one in bar.findChildren(QPushButton) if one.text() == text)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_last_step_can_be_taken_back(status, qtbot):
    status.offer_undo("change owner of Baltic DC")
    with qtbot.waitSignal(status.undo):
        press(status, "Undo: change owner of Baltic DC", qtbot)
    status.offer_undo("")
    assert status.undo_text() == ""


def test_a_running_job_shows_how_far_it_is_and_can_be_stopped(status, qtbot):
    status.show_job("Building the pack", 34, 100)
    assert status.job_text() == "Building the pack 34 %"
    with qtbot.waitSignal(status.cancel):
        press(status, "Cancel", qtbot)
    status.show_job("Reading the file", 0, 0)
    assert status.job_text() == "Reading the file"
    status.end_job()
    assert status.job_text() == ""


def test_the_line_is_28_high_and_says_what_was_saved(status):
    status.say_saved("Saved 14:02")
    status.set_hints(("Space: hide panel", "Enter: open"))
    assert status.height() == 28
    assert status._saved.text() == "Saved 14:02"
    assert status._hints.text() == "Space: hide panel    Enter: open"


def test_hints_give_way_in_narrow_windows(status):
    status.set_hints(("A very long hint " * 20,))
    assert status.minimumSizeHint().width() < 400


def test_a_long_remark_gives_way_and_stands_whole_in_its_tooltip(status):
    status.say_saved("Finished, leaving open: " + "a question without an answer, " * 20)
    assert status.minimumSizeHint().width() < 400
    assert "without an answer" in status._saved.toolTip()


def test_a_remark_is_taken_back_only_while_it_is_the_one_that_stands_there(status):
    status.say_saved("Open a vendor first.")
    status.take_back("Open a vendor first.")
    assert not status._saved.isVisible()
    status.say_saved("Saved 14:02")
    status.take_back("Open a vendor first.")
    assert status._saved.text() == "Saved 14:02"
