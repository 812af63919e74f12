"""The one door to the person, and its stand-in for tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from tests.support.messages import Recorder
from vendorrisk.ui.widgets.dialogs import Dialog
from vendorrisk.ui.widgets.messages import WindowMessages


@pytest.fixture
def window(theme, qtbot):
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    return window


def answering(act):
    """Does something with the dialog that opens next; the dialog is closed whatever happens."""
    seen = []

    def when_open():
        dialog = QApplication.activeModalWidget()
        try:
            seen.append(act(dialog))
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, when_open)
    return seen


def button(dialog, text):
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def texts(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_the_verb_confirms(window, qtbot):
    answering(
        lambda dialog: qtbot.mouseClick(button(dialog, "Create 148 letters"), Qt.MouseButton.LeftButton)
    )
    assert WindowMessages(window).confirm("Create the letters now?", yes="Create 148 letters")


@pytest.mark.parametrize("way", ["Cancel", "Esc"])
def test_cancel_and_esc_do_nothing(window, qtbot, way):
    def leave(dialog):
        if way == "Esc":
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            qtbot.mouseClick(button(dialog, "Cancel"), Qt.MouseButton.LeftButton)

    answering(leave)
    assert not WindowMessages(window).confirm("Create the letters now?", yes="Create")


def test_enter_means_the_verb_unless_it_destroys_something(window, qtbot):
    seen = answering(
        lambda dialog: (button(dialog, "Publish").isDefault(), button(dialog, "Cancel").isDefault())
    )
    WindowMessages(window).confirm("Publish?", yes="Publish")
    assert seen == [(True, False)]
    seen = answering(
        lambda dialog: (button(dialog, "Erase").isDefault(), button(dialog, "Cancel").isDefault())
    )
    WindowMessages(window).confirm("Erase Ana?", yes="Erase", about="It cannot be undone.", destroys=True)
    assert seen == [(False, True)]


def test_what_happened_is_told_with_its_remedy_and_details_on_demand(window, qtbot):
    def look(dialog):
        details = dialog.findChild(QPlainTextEdit)
        folded = details.isHidden()
        qtbot.mouseClick(button(dialog, "Show details"), Qt.MouseButton.LeftButton)
        return texts(dialog), folded, details.isVisible(), details.toPlainText()

    many = "\n".join(f"Row {number}" for number in range(12))
    seen = answering(look)
    WindowMessages(window).explain("<b>The file</b> is open elsewhere.", "Close it there.", many)
    shown, folded, unfolded, details = seen[0]
    assert shown[:2] == ["<b>The file</b> is open elsewhere.", "Close it there."]
    assert (folded, unfolded, details) == (True, True, many)


def test_a_few_details_are_seen_at_once(window):
    seen = answering(lambda dialog: dialog.findChild(QPlainTextEdit).isVisible())
    WindowMessages(window).explain("It cannot be sent yet.", "See below.", "The planned day is too early.")
    assert seen == [True]


def test_one_of_several_can_be_chosen(window, qtbot):
    def choose(dialog):
        dialog.findChildren(QRadioButton)[1].click()
        qtbot.mouseClick(button(dialog, "Merge"), Qt.MouseButton.LeftButton)

    options = [("keep", "Keep both"), ("merge", "Merge into one")]
    answering(choose)
    assert WindowMessages(window).choose("Two vendors look alike.", options, yes="Merge") == "merge"
    answering(lambda dialog: dialog.reject())
    assert WindowMessages(window).choose("Two vendors look alike.", options, yes="Merge") is None


@pytest.mark.parametrize(
    ("asked", "picker"),
    [
        ("pick_file", "getOpenFileName"),
        ("pick_target", "getSaveFileName"),
        ("pick_folder", "getExistingDirectory"),
    ],
)
def test_paths_come_from_the_desktops_own_picker(window, monkeypatch, asked, picker):
    for answer, path in (("/tmp/list.xlsx", Path("/tmp/list.xlsx")), ("", None)):
        given = answer if picker == "getExistingDirectory" else (answer, "")
        monkeypatch.setattr(QFileDialog, picker, lambda *_, given=given: given)
        assert getattr(WindowMessages(window), asked)("Pick") == path


def test_dialogs_are_no_wider_than_the_screen_allows(theme, qtbot):
    dialog = Dialog(None, "Too wide", width=5000)
    qtbot.addWidget(dialog)
    assert dialog.width() <= dialog.screen().availableGeometry().width() * 0.8


def test_a_dialog_shows_where_the_keyboard_is(window, qtbot):
    def look(dialog):
        dialog.activateWindow()
        qtbot.waitUntil(lambda: dialog._ring.target is not None)
        return dialog._ring.target.text()

    seen = answering(look)
    WindowMessages(window).confirm("Erase Ana?", yes="Erase", destroys=True)
    assert seen == ["Cancel"]


def test_the_stand_in_gives_prepared_answers_and_remembers():
    recorder = Recorder(answers=[True, "merge", None, "/tmp/a", "/tmp/b", None])
    recorder.explain("It failed.", "Try again.", "trace")
    assert recorder.told == [("It failed.", "Try again.")]
    assert recorder.confirm("Sure?", yes="Publish") is True
    assert recorder.choose("Which?", [("merge", "Merge")], yes="Go") == "merge"
    assert recorder.choose("Which?", [("merge", "Merge")], yes="Go") is None
    assert recorder.pick_file("File") == Path("/tmp/a")
    assert recorder.pick_target("Target") == Path("/tmp/b")
    assert recorder.pick_folder("Folder") is None
    assert recorder.asked == ["Sure?", "Which?", "Which?", "File", "Target", "Folder"]


def test_a_question_nobody_expected_fails_the_test():
    with pytest.raises(AssertionError, match="Sure"):
        Recorder().confirm("Sure?", yes="Publish")
    with pytest.raises(AssertionError, match="was not offered"):
        Recorder(answers=["x"]).choose("Which?", [("a", "A")], yes="Go")


MANY = [(f"v{number}", f"Vendor {number}", f"{number} May 2026") for number in range(200)]


def test_one_of_many_is_a_list_that_fits_the_screen_and_is_narrowed_by_typing(window, qtbot):
    def choose(dialog):
        QApplication.processEvents()
        fits = dialog.height() <= 0.9 * dialog.screen().availableGeometry().height()
        assert not dialog.findChildren(QRadioButton)
        qtbot.keyClicks(dialog.filter, "vendor 17 MAY")
        qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
        return fits, dialog.result()

    seen = answering(choose)
    titles = ("Vendor", "Finished")
    assert WindowMessages(window).choose("Which?", MANY, yes="Go on", titles=titles) == "v17"
    assert seen == [(True, 1)]


def test_a_list_without_a_match_has_nothing_to_go_on_with(window, qtbot):
    def look(dialog):
        before = button(dialog, "Go on").isEnabled()
        qtbot.keyClicks(dialog.filter, "nobody")
        qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
        refused = (dialog.isVisible(), button(dialog, "Go on").isEnabled())
        qtbot.keyClick(dialog.filter, Qt.Key.Key_Escape)
        qtbot.waitUntil(button(dialog, "Go on").isEnabled)
        qtbot.keyClick(dialog.filter, Qt.Key.Key_Escape)
        return before, refused, dialog.isVisible()

    seen = answering(look)
    options = [(key, name) for key, name, _day in MANY]
    assert WindowMessages(window).choose("Which?", options, yes="Go on") is None
    assert seen == [(True, (True, False), False)]


def test_a_file_dialog_begins_where_the_last_one_ended_and_at_first_in_the_documents(
    window, monkeypatch, tmp_path
):
    begun = []

    def picker(_window, _title, start, _kinds):
        begun.append(Path(start))
        return str(tmp_path / "list.csv"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", picker)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", picker)
    messages = WindowMessages(window)
    messages.pick_file("List")
    messages.pick_target("Report", start=Path("report.pdf"))
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    assert begun == [Path(QStandardPaths.writableLocation(documents)), tmp_path / "report.pdf"]
