"""One holder at a time; the lock dies with its process and the note tells who it was."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from vendorrisk.store import session_lock
from vendorrisk.store.session_lock import Holder, take_lock
from vendorrisk.usecases.workspace.opening_outcomes import InUse, OpeningRefused, ReadOnlyFolder

ANA = Holder(user="ana", host="desk-1", pid=1, since="2026-11-21T09:00:00Z")
BEN = Holder(user="ben", host="desk-1", pid=2, since="2026-11-21T10:00:00Z")
HOLD_FOR_EVER = """
import sys, time
from pathlib import Path
from vendorrisk.store.session_lock import Holder, take_lock
lock = take_lock(Path(sys.argv[1]), Holder(user="eva", host="desk-1", pid=3, since="2026-11-21T08:00:00Z"))
print("held", flush=True)
time.sleep(600)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.lock"


def refusal(path, holder=BEN, **options):
    with pytest.raises(OpeningRefused) as caught:
        take_lock(path, holder, **options)
    return caught.value.outcome


def test_the_first_gets_it_and_the_second_learns_from_whom(path):
    lock = take_lock(path, ANA)
    assert refusal(path) == InUse(by="ana", host="desk-1", pid=1, since="2026-11-21T09:00:00Z")
    lock.release()
    take_lock(path, BEN).release()


def test_a_released_lock_leaves_an_empty_file_and_releasing_twice_is_harmless(path):
    lock = take_lock(path, ANA)
    assert json.loads(path.read_bytes())["user"] == "ana"
    lock.release()
    lock.release()
    assert path.read_bytes() == b""


def test_of_twenty_that_start_together_exactly_one_gets_it(path):
    def attempt(number):
        try:
            return take_lock(path, ANA)
        except OpeningRefused:
            return None

    with ThreadPoolExecutor(20) as pool:
        held = [lock for lock in pool.map(attempt, range(20)) if lock is not None]
    assert len(held) == 1
    held[0].release()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill signal")
def test_it_is_free_the_moment_its_process_is_killed(path):
    with subprocess.Popen([sys.executable, "-c", HOLD_FOR_EVER, str(path)], stdout=subprocess.PIPE) as child:
        assert child.stdout.readline() == b"held\n"
        assert refusal(path) == InUse(by="eva", host="desk-1", pid=3, since="2026-11-21T08:00:00Z")
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        take_lock(path, BEN).release()


def test_another_machines_note_counts_until_taken_over(path):
    take_lock(path, ANA)  # never released: as if the folder had been copied while it was open there
    note = path.read_bytes()
    elsewhere = path.with_name("copied.lock")
    elsewhere.write_bytes(note)
    visitor = Holder(user="ben", host="desk-2", pid=5, since="2026-11-21T10:00:00Z")
    assert refusal(elsewhere, visitor).elsewhere
    assert elsewhere.read_bytes() == note
    take_lock(elsewhere, visitor, take_over=True).release()


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b"null", b'{"user": 1}', b"\xff" * 5000])
def test_an_unreadable_note_is_no_obstacle(path, note):
    path.write_bytes(note)
    take_lock(path, ANA).release()


def test_a_holder_whose_note_cannot_be_read_is_still_a_holder(path):
    lock = take_lock(path, ANA)
    path.write_bytes(b"")
    assert refusal(path) == InUse(by="", host="", pid=0, since="")
    lock.release()


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_that_takes_no_lock_file_is_read_only(path, monkeypatch, code):
    def refuses(*_):
        raise OSError(code, "no")

    monkeypatch.setattr(session_lock.os, "open", refuses)
    assert refusal(path) == ReadOnlyFolder(folder=str(path.parent))


def test_other_troubles_are_not_hidden(path, monkeypatch):
    def fails(*_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(session_lock, "_lock_by_system", fails)
    with pytest.raises(OSError, match="Input/output"):
        take_lock(path, ANA)
    monkeypatch.setattr(session_lock.os, "open", fails)
    with pytest.raises(OSError, match="Input/output"):
        take_lock(path, ANA)
