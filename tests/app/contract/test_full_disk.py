"""A full disk: a sentence with the bytes, the register as it was, and no file of a step that never was."""

from __future__ import annotations

import errno

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import event

from tests.support.books import dump
from vendorrisk.domain.message import UserError
from vendorrisk.store import session_lock
from vendorrisk.store.sqlite import opener
from vendorrisk.usecases.diligence import assessments
from vendorrisk.usecases.register import publishing, vendors
from vendorrisk.usecases.safe_files import DiskFull


def _assess(office, ids, place):
    assessments.write_workbook(office, ids["assessment"], place / "kit.xlsx")


def _publish(office, _ids, place):
    publishing.publish(office, publishing.Profile.GLOBAL, place)


def _add(office, _ids, _place):
    vendors.add_vendor(office, {"name": "X", "country": "HR"}, {"purpose": "P"}, service="S")


@pytest.mark.parametrize("step", [_assess, _publish, _add])
def test_a_step_that_finds_no_room_leaves_register_and_folder_as_they_were(stocked, tmp_path, step):
    desk, ids = stocked
    place = tmp_path / "out"
    place.mkdir()
    (place / "of others.txt").write_text("stays", encoding="utf-8")
    with desk.opened() as workspace:
        engines = workspace.vault.engines
        before = dump(engines.reader)

        def no_room(_connection):
            raise DiskFull(engines.path, needed=1, free=0)

        event.listen(engines.writer, "commit", no_room)
        with pytest.raises(DiskFull):
            step(workspace.office, ids, place)
        event.remove(engines.writer, "commit", no_room)
        assert dump(engines.reader) == before
    assert [path.name for path in place.iterdir()] == ["of others.txt"]


@pytest.mark.parametrize(
    ("code", "free", "kind"),
    [
        (sqlcipher.SQLITE_IOERR, 0, "files.disk_full"),
        (sqlcipher.SQLITE_IOERR, 1 << 30, "opening.disk_error"),
        (sqlcipher.SQLITE_FULL, 100, "files.disk_full"),
        (sqlcipher.SQLITE_CANTOPEN, 1 << 30, "opening.disk_gone"),
    ],
)
def test_what_the_disk_did_while_opening_is_said(desk, monkeypatch, code, free, kind):
    def failing(_connection):
        problem = sqlcipher.OperationalError("disk I/O error")
        problem.sqlite_errorcode = code
        raise problem

    monkeypatch.setattr(opener, "_set_habits", failing)
    monkeypatch.setattr(opener, "free_bytes", lambda _folder: free)
    answer = desk("vendor", "list", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (1, kind)
    assert answer.json["error"]["remedy"]


def test_without_room_for_the_note_the_workspace_opens_all_the_same(desk, monkeypatch):
    def no_room(_handle, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(session_lock.os, "write", no_room)
    holder = session_lock.Holder(user="a", host="b", pid=1, since="2026-11-23T09:00:00Z")
    path = desk.workspace / "register.lock"
    lock = session_lock.take_lock(path, holder)
    with pytest.raises(UserError):
        session_lock.take_lock(path, holder)
    lock.release()
    assert path.read_bytes() == b""


def test_another_trouble_with_the_note_is_not_hidden(desk, monkeypatch):
    def fails(_handle, _content):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(session_lock.os, "write", fails)
    holder = session_lock.Holder(user="a", host="b", pid=1, since="2026-11-23T09:00:00Z")
    with pytest.raises(OSError, match="Input/output"):
        session_lock.take_lock(desk.workspace / "register.lock", holder)
