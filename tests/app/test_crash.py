"""A fault of the program leaves a report without any data, and one last dialog that says where it is."""

from __future__ import annotations

import os
import sys
import threading

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.support.programs import an_outside
from tests.ui.conftest import theme, whole_theme  # noqa: F401  (the look of every window)
from vendorrisk.app import paths
from vendorrisk.app.crash import CrashHook, LastDialog
from vendorrisk.ui.widgets.labels import Label
from vendorrisk.usecases.safe_files import DiskFull

SECRET = "Carrier Norte S.A."


@pytest.fixture
def hook(qapp, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    outside = an_outside()
    hook = CrashHook(lambda: outside)
    hook.install()
    yield hook
    if hook._dialog is not None:
        hook._dialog.close()


def reports():
    folder = paths.state_folder() / "crashes"
    return sorted(folder.glob("*.txt")) if folder.is_dir() else []


def a_bug():
    vendor = SECRET
    raise ZeroDivisionError(f"while working on {vendor}")


def breaks():
    try:
        a_bug()
    except ZeroDivisionError as bug:
        sys.excepthook(type(bug), bug, bug.__traceback__)


def test_a_report_names_places_and_nothing_of_the_data(hook, qtbot, capsys):
    before = set(reports())
    breaks()
    (report,) = set(reports()) - before
    text = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "a_bug" in text
    assert SECRET not in text
    assert str(report) in capsys.readouterr().err
    qtbot.waitUntil(lambda: hook._dialog is not None)
    assert hook._dialog.findChild(QPlainTextEdit).toPlainText() == text.strip("\n") + "\n"


def test_one_dialog_is_enough_for_a_row_of_faults(hook, qtbot):
    breaks()
    qtbot.waitUntil(lambda: hook._dialog is not None and hook._dialog.isVisible())
    first = hook._dialog
    before = len(reports())
    breaks()
    qtbot.wait(20)
    assert hook._dialog is first
    assert len(reports()) == before + 1


@pytest.mark.usefixtures("theme")
def test_what_a_person_can_mend_is_explained_wherever_it_was_met_and_leaves_no_report(hook, qtbot, tmp_path):
    before = reports()
    full = DiskFull(tmp_path / "register.db", needed=2, free=1)
    told = []

    def look():
        dialog = QApplication.activeModalWidget()
        told.append([one.text() for one in dialog.findChildren(Label)])
        dialog.reject()

    for _ in range(2):
        sys.excepthook(DiskFull, full, None)
    QTimer.singleShot(50, look)
    qtbot.waitUntil(lambda: bool(told))
    ((what, remedy),) = told
    assert str(tmp_path / "register.db") in what
    assert remedy
    assert QApplication.activeModalWidget() is None
    assert (reports(), hook._dialog) == (before, None)


def test_a_fault_in_another_thread_is_reported_too(hook, qtbot):
    before = len(reports())
    thread = threading.Thread(target=a_bug)
    thread.start()
    thread.join()
    assert len(reports()) == before + 1
    qtbot.waitUntil(lambda: hook._dialog is not None and hook._dialog.isVisible())


def test_the_dialog_copies_the_report(qtbot, tmp_path):
    dialog = LastDialog(tmp_path / "report.txt", "what happened where")
    qtbot.addWidget(dialog)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "what happened where"


def test_ctrl_c_in_a_terminal_is_no_fault(hook, capsys):
    before = len(reports())
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert len(reports()) == before
    capsys.readouterr()


def test_where_no_report_can_be_written_the_fault_is_still_told(hook, capsys, monkeypatch):
    def full(*_given):
        raise OSError("no space")

    monkeypatch.setattr("vendorrisk.app.crash.keep_report", full)
    breaks()
    assert "ZeroDivisionError" in capsys.readouterr().err
