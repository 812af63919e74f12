"""One program, at most one open workspace: opening another locks the first, and jobs are not cut off."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer

from vendorrisk.ui.opening.locked_pane import LockedPane
from vendorrisk.ui.opening.new_pane import NewPane
from vendorrisk.ui.opening.single_instance import RunningProgram, raise_running
from vendorrisk.usecases.safe_files import DiskFull

ROOT = Path(__file__).resolve().parents[3]
HEAVY = ("sqlalchemy", "sqlcipher3", "alembic", "openpyxl", "reportlab", "keyring", "cryptography", "click",
         "babel", "platformdirs", "rapidfuzz", "PySide6.QtNetwork", "PySide6.QtSvg", "vendorrisk.store",
         "vendorrisk.documents", "vendorrisk.domain.register", "vendorrisk.ui.shell.window")  # fmt: skip


def opens_a_workspace(person, company="Acme Telecom"):
    folder = person.makes_a_workspace(company)
    person.clicks(person.pane.go_on)
    person.waits_for_window()
    return folder


def test_welcome_loads_nothing_that_it_does_not_show():
    script = (
        "import sys\n"
        "import vendorrisk.ui.widgets.theme as theme\n"
        "start = theme.start_application\n"
        "def watched(arguments):\n"
        "    app = start(arguments)\n"
        "    from PySide6.QtCore import QTimer\n"
        "    QTimer.singleShot(0, app.quit)\n"
        "    return app\n"
        "theme.start_application = watched\n"
        "from vendorrisk.app.main import Wishes, run_window\n"
        "assert run_window(Wishes()) == 0\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True, timeout=60
    )
    assert done.stdout.decode().strip() == "[]"


def test_making_another_workspace_locks_the_first_only_when_it_opens(person):
    first = opens_a_workspace(person)
    person.window.commands.run("workspace.new")
    person.waits_for_pane(NewPane)
    assert person.program.session.workspace.folder == first
    assert person.window.isVisible()
    second = person.makes_a_workspace("Other Telecom")
    assert person.program.session.workspace.folder == first
    person.clicks(person.pane.go_on)
    person.bot.waitUntil(lambda: person.program.session.workspace.folder == second)
    assert (first / "register.lock").read_bytes() == b""
    assert [one.company for one in person.program.front.recent()] == ["Other Telecom", "Acme Telecom"]


def test_locking_empties_the_lock_and_leaves_the_way_back(person):
    folder = opens_a_workspace(person)
    assert (folder / "register.lock").read_bytes() != b""
    person.presses(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, on=person.window)
    person.waits_for_pane(LockedPane)
    assert (folder / "register.lock").read_bytes() == b""
    person.clicks(person.pane.unlock)
    person.waits_for_window()
    assert person.program.session.workspace.folder == folder


def test_a_running_job_is_not_cut_off_by_the_lock(person):
    opens_a_workspace(person)
    told = []
    session = person.program.session
    session.context.messages.explain = lambda what, remedy="", details="": told.append(what)
    session.jobs._running.append(object())
    session.context.doors.lock()
    assert person.program.session is session
    assert told == ["The workspace cannot be locked yet: work in progress is using it (1)."]
    session.jobs._running.clear()


def test_closing_after_a_change_leaves_a_backup_and_closing_without_one_does_not(person):
    folder = opens_a_workspace(person)
    session = person.program.session
    session.close()
    assert list((folder / "backups").glob("*.vrbackup")) == []
    person.program.come_to_front()
    person.clicks(person.page.recent.rows[0])
    person.waits_for_window()
    from vendorrisk.usecases.workspace.settings import change_setting

    change_setting(person.program.session.context.office, "contact", "privacy@acme.example")
    person.program.session.close()
    assert [path.name.endswith("Z-on-closing.vrbackup") for path in (folder / "backups").iterdir()] == [True]


def test_the_list_counts_vendors_as_they_were_when_it_was_closed(person):
    from vendorrisk.domain.register.records import Vendor
    from vendorrisk.usecases.editing import add

    opens_a_workspace(person)
    add(person.program.session.context.office, Vendor, {"name": "Carrier Norte", "country": "BR"})
    person.program.session.close()
    assert [one.vendors for one in person.program.front.recent()] == [1]


@pytest.mark.parametrize("trouble", [ZeroDivisionError, DiskFull(Path("register.db"), needed=2, free=1)])
def test_whatever_happens_on_closing_the_workspace_is_locked(person, monkeypatch, qtbot, trouble):
    folder = opens_a_workspace(person)
    session = person.program.session
    told = []
    session.context.messages.explain = lambda what, remedy="", details="": told.append(what)

    def fails():
        raise trouble

    monkeypatch.setattr(session.workspace.custody, "back_up_quickly", fails)
    with qtbot.captureExceptions() as bugs:
        session.close()
    assert person.program.session is None
    assert (folder / "register.lock").read_bytes() == b""
    assert (len(told), len(bugs)) == ((0, 1) if trouble is ZeroDivisionError else (1, 0))


def test_nothing_is_read_a_moment_later_once_the_window_is_closed(person):
    opens_a_workspace(person)
    session = person.program.session
    session.context.changes.happened.emit()
    timers = session.window.findChildren(QTimer)
    assert any(one.isActive() for one in timers)
    session.close()
    assert not any(one.isActive() for one in timers)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open folder where it is")
def test_a_workspace_that_was_moved_away_takes_no_more_and_can_be_closed_and_opened_there(person):
    from vendorrisk.domain.register.records import Vendor
    from vendorrisk.usecases.editing import add

    folder = opens_a_workspace(person)
    session, told = person.program.session, []
    session.context.messages.explain = lambda what, remedy="", details="": told.append(what)

    def adds(name):
        add(session.context.office, Vendor, {"name": name, "country": "BR"})

    session.context.do(lambda: adds("Carrier Norte"))
    moved = folder.rename(folder.with_name("elsewhere.vendorrisk"))
    session.context.do(lambda: adds("Carrier Sul"))
    session.context.office.drafts.write("form/vendor/new", "half a name")
    assert told == [f"{folder / 'register.db'}: The register can no longer be accessed."]
    session.close()
    assert person.program.session is None
    again = person.program.front.open(moved)
    with again.office.book.reading() as reader:
        assert [one.name for one in reader.find(Vendor)] == ["Carrier Norte"]
    again.lock()


def test_a_moved_workspace_is_located_and_opened(person):
    folder = opens_a_workspace(person)
    person.program.session.close()
    moved = person.place / "moved.vendorrisk"
    folder.rename(moved)
    person.program.come_to_front()
    row = person.page.recent.rows[0]
    assert row.missing
    person.answers(moved)
    person.clicks(row)
    person.waits_for_window()
    assert [one.folder for one in person.program.front.recent()] == [moved]


def test_a_workspace_taken_off_the_list_keeps_its_files(person):
    folder = opens_a_workspace(person)
    person.program.session.close()
    person.program.come_to_front()
    person.presses(Qt.Key.Key_Delete, on=person.page.recent.rows[0])
    assert person.program.front.recent() == []
    assert (folder / "register.db").exists()


def test_a_start_whose_meeting_place_cannot_be_used_goes_on_alone(qapp, tmp_path, monkeypatch):
    in_the_way = tmp_path / "run"
    in_the_way.write_text("a file")
    program = RunningProgram(in_the_way / "vendorrisk")
    program.listen(tmp_path / "acme.vendorrisk")
    program.stop()
    assert not raise_running(in_the_way / "vendorrisk", None)

    def belongs_to_somebody_else(_path):
        raise PermissionError

    monkeypatch.setattr(Path, "exists", belongs_to_somebody_else)
    assert not raise_running(tmp_path, None)


def test_a_second_start_is_answered_by_the_window_that_is_open(person, qtbot):
    folder = opens_a_workspace(person)
    script = (
        "import sys; from pathlib import Path\n"
        "from vendorrisk.ui.opening.single_instance import raise_running\n"
        "places, named = Path(sys.argv[1]), sys.argv[2]\n"
        "sys.exit(0 if raise_running(places, Path(named) if named else None) else 7)\n"
    )

    def second_start(named):
        places = person.program.facts.meeting_folder
        argv = [sys.executable, "-c", script, str(places), named]
        child = subprocess.Popen(argv, cwd=ROOT)
        qtbot.waitUntil(lambda: child.poll() is not None, timeout=20_000)
        return child.returncode

    person.window.showMinimized()
    assert second_start(str(folder)) == 0
    assert not person.window.isMinimized()
    assert second_start("") == 0
    assert second_start(str(person.place / "another")) == 7
