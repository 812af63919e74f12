"""A backup is one sound file made while people work, and nothing of a failed one stays behind."""

from __future__ import annotations

import errno
import io
import threading
from datetime import timedelta

import pytest

from tests.support.vaults import CANARY, START, a_vault, add_vendors, needs, vendors
from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.sqlite import backups
from vendorrisk.store.sqlite.backup_file import read_manifest
from vendorrisk.store.sqlite.backup_manifest import Facts, open_facts
from vendorrisk.store.sqlite.backups import count_rows, space_needed
from vendorrisk.store.sqlite.opener import Access
from vendorrisk.usecases import safe_files
from vendorrisk.usecases.safe_files import DiskFull, NoFolder
from vendorrisk.usecases.workspace.opening_outcomes import Damaged, KnownBackup, OpeningRefused


@pytest.fixture
def vault(tmp_path):
    with a_vault(tmp_path / "acme").workspace as opened:
        add_vendors(opened, CANARY, "Twilio")
        yield opened


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_one_file_with_everything_inside(vault):
    kept = vault.evidence.keep_stream(io.BytesIO(CANARY.encode() * 99))
    (vault.folder.templates / "letter.txt").write_text("Dear {name}")
    backup = vault.back_up(reason="manual", needs=needs())
    assert names_in(vault.folder.backups) == ["000001-20261121T090000Z-manual.vrbackup"]
    assert backup == KnownBackup(
        path=vault.folder.backups / "000001-20261121T090000Z-manual.vrbackup",
        sequence=1,
        created_at=START,
        reason="manual",
        app_version="1.2.3",
        schema=2,
    )
    assert list(read_manifest(backup.path).members) == [
        "README.txt",
        f"files/{kept.evidence_id[:2]}/{kept.evidence_id}",
        "register.db",
        "register.keys",
        "templates/letter.txt",
    ]


def test_it_counts_rows_and_notes_the_journals_head_for_the_keys_owner(vault):
    manifest = read_manifest(vault.back_up(reason="manual", needs=needs()).path)
    assert open_facts(manifest, vault.register.key) == Facts(
        rows={"contact": 0, "vendor": 2}, journal_head=[2, "hash"]
    )
    assert open_facts(manifest, DataKey(bytes(32))) is None


def test_nothing_in_it_is_in_clear(vault):
    content = vault.back_up(reason="manual", needs=needs()).path.read_bytes()
    assert CANARY.encode() not in content
    assert b"SQLite format 3" not in content


def test_people_go_on_working_meanwhile(vault, monkeypatch):
    written = threading.Event()
    real = backups.require_sound

    def writes_in_between(register):
        add_vendors(vault, "during the backup")
        written.set()
        real(register)

    monkeypatch.setattr(backups, "require_sound", writes_in_between)
    backup = vault.back_up(reason="manual", needs=needs())
    facts = open_facts(read_manifest(backup.path), vault.register.key)
    assert written.is_set()
    assert facts.rows["vendor"] == 2
    assert vendors(vault)[-1] == "during the backup"


def test_numbers_go_on_also_past_files_that_cannot_be_read(vault):
    vault.back_up(reason="manual", needs=needs())
    (vault.folder.backups / "000007-20261101T000000Z-auto.vrbackup").write_bytes(b"")
    later = vault.back_up(reason="auto", needs=needs(at=START - timedelta(days=400)))
    assert later.sequence == 8
    assert [backup.sequence for backup in vault.backups.known()] == [8, 1]


def test_too_little_space_is_said_with_the_bytes_before_anything_is_written(vault, monkeypatch):
    wanted = space_needed(vault.folder)
    register, log = (vault.folder.root / name for name in ("register.db", "register.db-wal"))
    assert wanted == 3 * (register.stat().st_size + log.stat().st_size) + len("What is what.\n")
    monkeypatch.setattr(safe_files, "free_bytes", lambda folder: wanted - 1)
    with pytest.raises(DiskFull) as caught:
        vault.back_up(reason="manual", needs=needs())
    assert (caught.value.needed, caught.value.free) == (wanted, wanted - 1)
    assert names_in(vault.folder.backups) == []


@pytest.mark.parametrize("step", ["write_container", "copy_register"])
def test_a_disk_that_fills_up_half_way_leaves_nothing_behind(vault, monkeypatch, step):
    def fails(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backups, step, fails)
    with pytest.raises(DiskFull):
        vault.back_up(reason="manual", needs=needs())
    assert names_in(vault.folder.backups) == []


def test_what_the_disk_does_while_the_register_is_copied_is_told_in_words(vault, monkeypatch):
    """Copying goes past the engines, which tell it otherwise."""
    make = backups.open_register

    def cramped(register, *, access=Access.WRITE):
        made = make(register, access=access)
        if access is Access.CREATE:
            made.execute("PRAGMA max_page_count=2")
        return made

    monkeypatch.setattr(backups, "open_register", cramped)
    with pytest.raises(DiskFull) as caught:
        vault.back_up(reason="manual", needs=needs())
    assert caught.value.needed > caught.value.free
    assert names_in(vault.folder.backups) == []


def test_a_folder_of_backups_that_was_tidied_away_is_made_again(vault):
    vault.folder.backups.rmdir()
    made = vault.back_up(reason="manual", needs=needs())
    assert names_in(vault.folder.backups) == [made.path.name]


def test_a_workspace_that_was_taken_away_is_not_backed_up(vault):
    moved = vault.folder.root.rename(vault.folder.root.with_name("elsewhere"))
    with pytest.raises(NoFolder):
        vault.back_up(reason="manual", needs=needs())
    moved.rename(vault.folder.root)


def test_a_damaged_register_is_not_backed_up(vault):
    add_vendors(vault, *["padding " * 100] * 200)
    vault.engines.checkpoint()
    content = bytearray(vault.folder.register.read_bytes())
    content[15 * 4096 + 100] ^= 1
    vault.folder.register.write_bytes(content)
    with pytest.raises(OpeningRefused) as caught:
        vault.back_up(reason="manual", needs=needs())
    assert isinstance(caught.value.outcome, Damaged)
    assert names_in(vault.folder.backups) == []


@pytest.mark.parametrize("reason", ["", "Manual", "a b", "../x", "-x"])
def test_a_reason_becomes_part_of_the_name_and_is_kept_simple(vault, reason):
    with pytest.raises(ValueError, match="file name"):
        vault.back_up(reason=reason, needs=needs())


def test_tables_with_odd_names_are_counted_and_search_indexes_are_not(vault):
    with vault.engines.writer.begin() as writing:
        writing.exec_driver_sql('CREATE TABLE "odd ""name" (x)')
        writing.exec_driver_sql('INSERT INTO "odd ""name" VALUES (1)')
        writing.exec_driver_sql("CREATE VIRTUAL TABLE search USING fts5(name)")
        rows = count_rows(writing)
    assert (rows['odd "name'], "search" in rows) == (1, False)
