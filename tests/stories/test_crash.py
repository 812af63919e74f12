"""Check 25: the program is killed while somebody types; the last moment is lost, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.stories.analyst import PASSPHRASE
from tests.support.programs import an_outside, no_keyring
from vendorrisk.app.wiring import Manner, created, key_wishes, opened
from vendorrisk.domain.register.records import Vendor
from vendorrisk.store.keys.unlocking import Typed
from vendorrisk.usecases.journal import history
from vendorrisk.usecases.register.new_vendors import take_in
from vendorrisk.usecases.workspace.setting_up import NewWorkspace

pytestmark = pytest.mark.story

ROOT = Path(__file__).resolve().parents[2]
LOST_AT_MOST = 1.5
SLACK = 1.0
"""Seconds that a busy computer may take to write what is due."""
TYPIST = """
import os, sys, threading, time
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.support.programs import an_outside, facts_for, no_keyring
from vendorrisk.app.front import ProgramFront
from vendorrisk.app.preferences import Preferences
from vendorrisk.app.wiring import Manner
from vendorrisk.ui.opening.program import Program
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.widgets.theme import Scheme, Theme, start_application

place, folder, passphrase = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
app = start_application(["typist"])
theme = Theme(Path("resources"))
theme.apply(app, Scheme.LIGHT)
outside = an_outside(no_keyring())
store = Preferences(place / "preferences.json")
program = Program(ProgramFront(lambda: outside, store, Manner), store, facts_for(place))
program.start(folder, passphrase)
letters = []
patience = threading.Timer(60, os._exit, (3,))
patience.daemon = True
patience.start()

def typing():
    if program.session is None:
        return
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, FormDialog):
        window = program.session.window
        window.activateWindow()
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(window, Qt.Key.Key_N, keys)
        return
    letters.append("abcdefghij"[len(letters) % 10])
    QTest.keyClicks(dialog.form.field("name").line, letters[-1])
    print(time.time(), len(letters), flush=True)

timer = QTimer()
timer.timeout.connect(typing)
timer.start(50)
app.exec()
"""


@pytest.fixture
def workspace(tmp_path):
    """An encrypted workspace with one vendor in it, closed again."""
    outside = an_outside(no_keyring())
    folder = tmp_path / "acme.vendorrisk"
    made, _ = created(
        folder, key_wishes(outside, None, PASSPHRASE), outside, NewWorkspace(company="Acme Telecom")
    )
    take_in(made.office, {"name": "Carrier Norte", "country": "BR"}, {})
    made.lock()
    return folder


def test_at_most_the_last_moment_of_typing_is_lost(workspace, tmp_path):
    argv = [sys.executable, "-c", TYPIST, str(tmp_path), str(workspace), PASSPHRASE]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(argv, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    typed = []
    while len(typed) < 60:  # three seconds of steady typing, without a pause
        line = child.stdout.readline()
        assert line, "the typist gave up"
        typed.append(tuple(map(float, line.split())))
    child.kill()
    killed = time.time()
    child.communicate()

    again = opened(workspace, Typed(PASSPHRASE), an_outside(no_keyring()), Manner())
    try:
        kept = json.loads(again.office.drafts.read("form/vendor/new") or "{}").get("name", "")
        due = max(int(count) for at, count in typed if at <= killed - LOST_AT_MOST - SLACK)
        assert len(kept) >= due > 0
        assert kept == ("abcdefghij" * 100)[: len(kept)]
        with again.office.book.reading() as reader:
            assert [one.name for one in reader.find(Vendor)] == ["Carrier Norte"]
        assert history.verify(again.office).intact
    finally:
        again.lock()
