"""A workspace is opened by those who may, locked without a trace, and refused with a reason."""

from __future__ import annotations

import gc
import json
import stat
import sys
from dataclasses import replace

import pytest

from tests.support.vaults import (
    CANARY,
    LAYOUT,
    PASSPHRASE,
    KeyringDouble,
    a_machine,
    a_vault,
    add_vendors,
    reopened,
    vendors,
)
from vendorrisk.store.keys.unlocking import Typed
from vendorrisk.store.vault import Permissions
from vendorrisk.usecases.workspace.opening_outcomes import (
    InUse,
    NeedsKey,
    NetworkFolder,
    NotAWorkspace,
    Opened,
    SlotKind,
    StillWorking,
    WorkspaceLocked,
    WrongKey,
    WrongKeyReason,
)
from vendorrisk.usecases.workspace.secret_keeper import KeeperState


@pytest.fixture
def root(tmp_path):
    return tmp_path / "acme"


@pytest.fixture
def locked(root):
    """A workspace with one vendor, locked."""
    with a_vault(root).workspace as vault:
        add_vendors(vault, CANARY)
    return root


def snapshot(root):
    return {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_passphrase_opens_what_was_locked(locked):
    match reopened(locked):
        case Opened(vault):
            assert (vendors(vault), vault.through) == ([CANARY], SlotKind.PASSPHRASE)
            vault.lock()
        case refusal:
            pytest.fail(str(refusal))


def test_the_recovery_code_opens_it_on_another_computer(root):
    made = a_vault(root, passphrase=None)
    made.workspace.lock()
    opened = reopened(root, Typed(made.recovery_code), machine=a_machine(host="desk-2"))
    with opened.workspace as vault:
        assert vault.through is SlotKind.RECOVERY


def test_the_keyring_opens_it_without_asking(root):
    keeper = KeyringDouble()
    made = a_vault(root, keeper=keeper, passphrase=None)
    made.workspace.lock()
    assert made.keyring is KeeperState.STORED
    with reopened(root, keeper).workspace as vault:
        assert vault.through is SlotKind.KEYRING


def test_without_any_key_the_ways_to_open_are_named(locked):
    both = (SlotKind.PASSPHRASE, SlotKind.RECOVERY)
    assert reopened(locked, KeyringDouble()) == NeedsKey(slots=both, keyring=KeeperState.MISSING)


def test_a_wrong_passphrase_changes_nothing_on_disk(locked):
    before = snapshot(locked)
    assert reopened(locked, Typed("wrong")) == WrongKey(reason=WrongKeyReason.NO_SLOT_FITS)
    assert snapshot(locked) == before


def test_a_folder_without_register_is_no_workspace(tmp_path):
    assert reopened(tmp_path) == NotAWorkspace(folder=str(tmp_path))
    assert reopened(tmp_path / "gone") == NotAWorkspace(folder=str(tmp_path / "gone"))


def test_a_second_opener_learns_who_has_it(root):
    made = a_vault(root)
    assert reopened(root) == InUse(by="ana", host="desk-1", pid=4711, since="2026-11-21T09:00:00Z")
    made.workspace.lock()
    with reopened(root).workspace as vault:
        assert vendors(vault) == []


def test_a_note_of_another_machine_counts_until_a_person_takes_over(locked):
    note = {"user": "ben", "host": "desk-9", "pid": 12, "since": "2026-11-20T08:00:00Z"}
    (locked / "register.lock").write_text(json.dumps(note))
    assert reopened(locked) == InUse(
        by="ben", host="desk-9", pid=12, since="2026-11-20T08:00:00Z", elsewhere=True
    )
    with reopened(locked, allowed=Permissions(take_over=True)).workspace as vault:
        assert vendors(vault) == [CANARY]


def test_a_note_left_by_a_crash_on_this_machine_does_not_count(locked):
    note = {"user": "ana", "host": "desk-1", "pid": 1, "since": "2026-11-20T08:00:00Z"}
    (locked / "register.lock").write_text(json.dumps(note))
    reopened(locked).workspace.lock()


def test_a_network_drive_is_refused_and_can_be_allowed_explicitly(locked):
    drive = replace(a_machine(2), file_system=lambda folder: "cifs")
    assert reopened(locked, machine=drive) == NetworkFolder(kind="cifs", folder=str(locked))
    reopened(locked, machine=drive, allowed=Permissions(shared_place=True)).workspace.lock()


def test_after_locking_nothing_reads_or_writes_any_more(root):
    vault = a_vault(root).workspace
    vault.lock()
    with pytest.raises(WorkspaceLocked):
        vendors(vault)
    with pytest.raises(WorkspaceLocked):
        add_vendors(vault, "late")
    with pytest.raises(WorkspaceLocked):
        vault.register  # noqa: B018  (asking is what is refused)


def test_locking_twice_is_harmless_and_leaves_one_file_without_log(root):
    vault = a_vault(root).workspace
    add_vendors(vault, CANARY)
    vault.lock()
    vault.lock()
    names = sorted(path.name for path in root.iterdir())
    assert names == [
        "README.txt",
        "backups",
        "files",
        "outputs",
        "register.db",
        "register.keys",
        "register.lock",
        "templates",
    ]
    assert (root / "register.lock").read_bytes() == b""


def test_locking_waits_for_a_running_job(root):
    vault = a_vault(root).workspace
    with vault.engines.reader.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
        with pytest.raises(StillWorking):
            vault.lock()
    assert vendors(vault) == []
    vault.lock()


def test_the_key_is_gone_from_the_objects_after_locking(root):
    vault = a_vault(root).workspace
    secret = vault.register.key.secret()
    vault.lock()
    gc.collect()
    assert not any(secret in values for values in _bytes_held_by(vault))


def _bytes_held_by(vault):
    """Lists the byte strings reachable from the vault through our own objects."""
    seen, waiting = set(), [vault]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, bytes):
            yield [thing]
        elif type(thing).__module__.startswith("vendorrisk") or isinstance(thing, dict | list | tuple):
            waiting.extend(gc.get_referents(thing))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_everything_is_for_its_owner_alone(root):
    with a_vault(root).workspace as vault:
        add_vendors(vault, CANARY)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [root, *root.rglob("*")]}
        assert vault.check([]) == []
    assert {mode for name, mode in modes.items() if "." in name} == {0o600}
    assert {mode for name, mode in modes.items() if "." not in name} == {0o700}


def test_what_others_may_read_is_warned_about(root):
    with a_vault(root).workspace as vault:
        (root / "register.keys").chmod(0o644)
        assert [(problem.where, problem.what.key) for problem in vault.check([])] == [
            ("register.keys", "health.open_to_others")
        ]


def test_litter_of_a_crash_is_removed_at_the_next_opening(locked):
    (locked / "files" / "ab").mkdir()
    litter = [locked / ".vr-a", locked / "backups" / ".vr-b", locked / "files" / "ab" / ".vr-c"]
    for path in litter:
        path.write_bytes(b"half")
    reopened(locked).workspace.lock()
    assert [path for path in litter if path.exists()] == []


def test_nothing_of_the_register_lies_on_the_disk_in_clear(root):
    made = a_vault(root)
    add_vendors(made.workspace, *[CANARY] * 500)
    contents = snapshot(root)
    made.workspace.lock()
    contents |= {f"after/{name}": content for name, content in snapshot(root).items()}
    assert "register.db-wal" in {str(name) for name in contents}
    for content in contents.values():
        assert CANARY.encode() not in content
        assert b"SQLite format 3" not in content
        assert PASSPHRASE.encode() not in content
        assert made.recovery_code.encode() not in content


def test_errors_and_reprs_show_neither_key_nor_passphrase(locked):
    vault = reopened(locked).workspace
    key = vault.register.key
    shown = [
        repr(vault.register),
        repr(vault.engines),
        repr(vault.engines.writer.url),
        repr(Typed(PASSPHRASE)),
    ]
    vault.lock()
    shown.append(repr(reopened(locked, Typed("wrong words"))))
    for text in shown:
        assert key.secret().hex() not in text
        assert PASSPHRASE not in text
        assert "wrong words" not in text


def test_opening_asks_for_a_layout_this_program_writes(locked):
    with reopened(locked, newest=LAYOUT).workspace as vault:
        assert vault.register.stored_version() == LAYOUT
