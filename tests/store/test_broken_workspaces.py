"""A zoo of broken workspaces: each is named, none is changed, and the way out is shown."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.vaults import (
    CANARY,
    KeyringDouble,
    a_vault,
    add_vendors,
    needs,
    reopened,
    vendors,
)
from vendorrisk.store.keys.unlocking import Typed
from vendorrisk.usecases.workspace.opening_outcomes import (
    Damaged,
    NeedsKey,
    NotAWorkspace,
    WrongKey,
    WrongKeyReason,
)
from vendorrisk.usecases.workspace.secret_keeper import KeeperState


@pytest.fixture
def root(tmp_path):
    """A workspace with a vendor and one backup, locked."""
    with a_vault(tmp_path / "acme").workspace as vault:
        add_vendors(vault, CANARY)
        vault.back_up(reason="manual", needs=needs())
    return tmp_path / "acme"


def fingerprints(root):
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file()
    }


def spoil(path, place):
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def as_plain_database(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE vendor (name TEXT)")
        plain.commit()


ZOO = {
    "register_missing": lambda root: (root / "register.db").unlink(),
    "register_empty": lambda root: (root / "register.db").write_bytes(b""),
    "register_cut_off": lambda root: (root / "register.db").write_bytes(
        (root / "register.db").read_bytes()[:3000]
    ),
    "register_first_page": lambda root: spoil(root / "register.db", 2000),
    "register_not_encrypted": lambda root: as_plain_database(root / "register.db"),
    "keys_missing": lambda root: (root / "register.keys").unlink(),
    "keys_unreadable": lambda root: (root / "register.keys").write_bytes(b"{"),
}


@pytest.mark.parametrize("animal", ZOO)
def test_damage_is_named_with_the_backups_that_help_and_nothing_is_changed(root, animal):
    ZOO[animal](root)
    before = fingerprints(root)
    outcome = reopened(root)
    assert isinstance(outcome, Damaged)
    assert [detail.key for detail in outcome.details] == [f"opening.damage.{animal}"]
    assert [backup.sequence for backup in outcome.backups] == [1]
    assert fingerprints(root) == before


@pytest.mark.parametrize("animal", ["register_missing", "register_empty", "register_not_encrypted"])
def test_a_hollow_register_is_named_before_anybody_is_asked_for_a_key(root, animal):
    ZOO[animal](root)
    assert isinstance(reopened(root, KeyringDouble(state=KeeperState.ABSENT)), Damaged)


def test_damage_is_never_called_a_wrong_passphrase_and_the_reverse(root):
    before = fingerprints(root)
    assert isinstance(reopened(root, Typed("wrong")), WrongKey)
    spoil(root / "register.db", 2000)
    assert isinstance(reopened(root, Typed("wrong")), WrongKey)
    assert isinstance(reopened(root), Damaged)
    spoil(root / "register.db", 2000)
    assert fingerprints(root) == before


def test_key_files_of_two_workspaces_that_were_swapped_are_told_from_damage(root, tmp_path):
    a_vault(tmp_path / "other", seed=9).workspace.lock()
    shutil.copy(tmp_path / "other" / "register.keys", root / "register.keys")
    before = fingerprints(root)
    assert reopened(root) == WrongKey(reason=WrongKeyReason.OTHER_WORKSPACE)
    assert fingerprints(root) == before


def test_a_folder_with_backups_alone_is_a_damaged_workspace_and_not_an_empty_folder(root):
    for name in ("register.db", "register.keys"):
        (root / name).unlink()
    outcome = reopened(root)
    assert isinstance(outcome, Damaged)
    assert len(outcome.backups) == 1


def test_a_half_written_backup_is_not_offered(root):
    (root / "register.db").unlink()
    [backup] = (root / "backups").iterdir()
    backup.write_bytes(backup.read_bytes()[:-30])
    assert reopened(root).backups == ()


def test_folders_that_got_lost_are_made_again(root):
    shutil.rmtree(root / "files")
    shutil.rmtree(root / "backups")
    with reopened(root).workspace as vault:
        assert vault.back_up(reason="manual", needs=needs()).sequence == 1


def test_an_empty_folder_is_no_workspace(tmp_path):
    (tmp_path / "empty").mkdir()
    assert reopened(tmp_path / "empty") == NotAWorkspace(folder=str(tmp_path / "empty"))


@pytest.mark.parametrize(
    "state", [KeeperState.ABSENT, KeeperState.LOCKED, KeeperState.TIMED_OUT, KeeperState.FAILED]
)
def test_a_keyring_in_trouble_leaves_the_passphrase_and_never_makes_a_key(root, state):
    before = fingerprints(root)
    outcome = reopened(root, KeyringDouble(state=state))
    assert isinstance(outcome, NeedsKey)
    assert outcome.keyring is state
    assert fingerprints(root) == before
    with reopened(root).workspace as vault:
        assert vendors(vault) == [CANARY]


AS_SOMEBODY_WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
from tests.support.vaults import reopened
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
print(type(reopened(Path(sys.argv[1]))).__name__)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_a_folder_this_user_may_not_write_in_is_named(root):
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        copy = Path(place) / "acme"
        shutil.copytree(root, copy)
        (copy / "register.lock").unlink()
        for path in (copy, *copy.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        told = subprocess.run(
            [sys.executable, "-B", "-c", AS_SOMEBODY_WITHOUT_RIGHTS, str(copy)],
            capture_output=True,
            text=True,
            check=True,
        )
        copy.chmod(0o755)
    assert told.stdout == "ReadOnlyFolder\n"
