"""New, restored and raised workspaces appear whole or not at all, and never at the cost of existing data."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.vaults import (
    CANARY,
    FIRST_SCHEMA,
    LAYOUT,
    PASSPHRASE,
    SCHEMA,
    TRIAL,
    KeyringDouble,
    a_machine,
    a_vault,
    add_vendors,
    lay_out,
    needs,
    reopened,
    vendors,
    wishes,
)
from vendorrisk.store import vault_making
from vendorrisk.store.keys.key_file import read_key_file
from vendorrisk.store.keys.unlocking import Typed
from vendorrisk.store.sqlite.backup_file import BackupUnreadable
from vendorrisk.store.sqlite.verifying import BackupNotSound, verify_backup
from vendorrisk.store.vault import Permissions
from vendorrisk.store.vault_making import (
    Created,
    Migrated,
    Restored,
    Schema,
    create_vault,
    migrate_vault,
    restore_vault,
)
from vendorrisk.usecases import safe_files
from vendorrisk.usecases.safe_files import DiskFull
from vendorrisk.usecases.workspace.opening_outcomes import (
    Damaged,
    FolderTaken,
    NeedsMigration,
    NetworkFolder,
    NewerFile,
    Opened,
    SlotKind,
)
from vendorrisk.usecases.workspace.secret_keeper import KeeperState


@pytest.fixture
def root(tmp_path):
    return tmp_path / "acme"


def created(root, **changes):
    options = {"readme": "words", "wishes": wishes(), "schema": SCHEMA, "machine": a_machine()} | changes
    return create_vault(root, **options)


def migrated(root, prove=lambda backup, key: None, schema=SCHEMA):
    return migrate_vault(
        root, Typed(PASSPHRASE), schema=schema, needs=needs(), prove=prove, machine=a_machine(5)
    )


def an_old_workspace(root):
    with a_vault(root, schema=FIRST_SCHEMA).workspace as vault:
        add_vendors(vault, CANARY, "Twilio")


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


class TestCreating:
    def test_two_things_are_enough_for_a_new_workspace(self, root):
        made = created(root, wishes=wishes(passphrase=None))
        assert isinstance(made, Created)
        made.workspace.lock()
        assert read_key_file(root / "register.keys").kinds() == (SlotKind.RECOVERY,)
        assert (root / "README.txt").read_text() == "words"

    def test_missing_folders_above_it_are_made(self, tmp_path):
        created(tmp_path / "a" / "b" / "c").workspace.lock()
        assert isinstance(reopened(tmp_path / "a" / "b" / "c"), Opened)

    def test_an_empty_folder_is_taken(self, root):
        root.mkdir()
        created(root).workspace.lock()

    def test_a_folder_with_other_files_is_refused(self, root):
        root.mkdir()
        (root / "notes.txt").write_text("mine")
        assert created(root) == FolderTaken(folder=str(root), holds_data=False)
        assert names_in(root) == ["notes.txt"]

    @pytest.mark.parametrize("left", ["register.db", "register.keys", "backups/000001-x.vrbackup"])
    def test_a_new_key_is_never_made_where_a_register_its_keys_or_a_backup_lie(self, root, left):
        (root / left).parent.mkdir(parents=True)
        (root / left).write_bytes(b"")
        assert created(root) == FolderTaken(folder=str(root), holds_data=True)
        assert [path.name for path in root.rglob("*") if path.is_file()] == [Path(left).name]

    def test_a_file_in_the_way_is_refused(self, root):
        root.write_text("a file")
        assert created(root) == FolderTaken(folder=str(root), holds_data=False)

    def test_a_failure_half_way_leaves_nothing(self, root, tmp_path):
        def fails(connection):
            lay_out(connection)
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            created(root, schema=Schema(newest=LAYOUT, raise_to_newest=fails))
        assert names_in(tmp_path) == []

    def test_a_full_disk_is_named_and_leaves_nothing(self, root, tmp_path, monkeypatch):
        monkeypatch.setattr(safe_files, "free_bytes", lambda folder: 1000)
        with pytest.raises(DiskFull) as caught:
            created(root)
        assert (caught.value.file, caught.value.free) == (root, 1000)
        assert names_in(tmp_path) == []

    def test_a_synchronised_folder_is_refused_and_can_be_allowed_explicitly(self, tmp_path):
        place = tmp_path / "OneDrive - Acme" / "register"
        assert created(place) == NetworkFolder(kind="OneDrive", folder=str(place))
        assert not place.parent.exists()
        made = created(place, allowed=Permissions(shared_place=True))
        made.workspace.lock()

    @pytest.mark.parametrize("state", [KeeperState.ABSENT, KeeperState.LOCKED, KeeperState.TIMED_OUT])
    def test_a_keyring_that_does_not_take_part_is_reported(self, root, state):
        made = created(root, wishes=wishes(keeper=KeyringDouble(state=state)))
        made.workspace.lock()
        assert made.keyring is state
        assert read_key_file(root / "register.keys").kinds() == (SlotKind.PASSPHRASE, SlotKind.RECOVERY)

    def test_the_recovery_code_does_not_show_in_a_repr(self, root):
        made = created(root)
        made.workspace.lock()
        assert made.recovery_code not in repr(made)
        assert PASSPHRASE not in repr(wishes())


class TestRestoring:
    @pytest.fixture
    def backup(self, root):
        with a_vault(root).workspace as vault:
            add_vendors(vault, CANARY)
            (root / "templates" / "letter: ä.txt").write_text("Dear {name}")
            return vault.back_up(reason="manual", needs=needs()).path

    def test_a_backup_opens_on_a_bare_machine_with_what_the_person_knows(self, backup, tmp_path):
        restored = restore_vault(backup, tmp_path / "new", machine=a_machine())
        assert isinstance(restored, Restored)
        with reopened(tmp_path / "new", machine=a_machine(host="desk-2")).workspace as vault:
            assert vendors(vault) == [CANARY]
            assert vault.check([]) == []

    def test_a_template_is_restored_under_a_name_any_system_takes(self, backup, tmp_path):
        restore_vault(backup, tmp_path / "new", machine=a_machine())
        [template] = (tmp_path / "new" / "templates").iterdir()
        assert (template.name, template.read_text()) == ("letter%3A%20%C3%A4.txt", "Dear {name}")

    def test_existing_data_is_never_touched(self, backup, root):
        before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
        assert restore_vault(backup, root, machine=a_machine()) == FolderTaken(
            folder=str(root), holds_data=True
        )
        assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before

    def test_a_half_written_backup_restores_nothing(self, backup, tmp_path):
        half = tmp_path / "half.vrbackup"
        half.write_bytes(backup.read_bytes()[:-100])
        with pytest.raises(BackupUnreadable):
            restore_vault(half, tmp_path / "new", machine=a_machine())
        assert not (tmp_path / "new").exists()
        assert not list(tmp_path.glob(".vr-*"))

    def test_a_network_drive_is_refused(self, backup, tmp_path):
        machine = a_machine(file_system=lambda folder: "nfs4")
        place = tmp_path / "new"
        assert restore_vault(backup, place, machine=machine) == NetworkFolder(kind="nfs4", folder=str(place))

    def test_too_little_space_is_said_before_unpacking(self, backup, tmp_path, monkeypatch):
        monkeypatch.setattr(safe_files, "free_bytes", lambda folder: 1)
        with pytest.raises(DiskFull) as caught:
            restore_vault(backup, tmp_path / "new", machine=a_machine())
        assert caught.value.needed == 3 * backup.stat().st_size


class TestRaising:
    def test_an_older_workspace_is_named_and_left_alone(self, root):
        an_old_workspace(root)
        before = (root / "register.db").read_bytes()
        assert reopened(root) == NeedsMigration(stored=1, wanted=LAYOUT)
        assert (root / "register.db").read_bytes() == before

    def test_it_is_raised_after_a_backup_that_was_proved(self, root):
        an_old_workspace(root)

        def prove(backup, key):
            verify_backup(backup.path, key, argv=TRIAL, newest=LAYOUT, scratch=root / "backups")

        raised = migrated(root, prove)
        assert isinstance(raised, Migrated)
        assert (raised.stored, raised.wanted) == (1, LAYOUT)
        assert raised.backup.path.name == "000001-20261121T090000Z-pre-v1-to-v2.vrbackup"
        with raised.workspace as vault:
            assert vendors(vault) == [CANARY, "Twilio"]
        with reopened(root).workspace as vault:
            assert vault.check([]) == []
        assert not list(root.glob(".vr-*"))

    def test_the_backup_from_before_brings_the_old_layout_back(self, root, tmp_path):
        an_old_workspace(root)
        raised = migrated(root)
        raised.workspace.lock()
        restore_vault(raised.backup.path, tmp_path / "old", machine=a_machine())
        assert reopened(tmp_path / "old") == NeedsMigration(stored=1, wanted=LAYOUT)
        with reopened(tmp_path / "old", newest=1).workspace as vault:
            assert vendors(vault) == [CANARY, "Twilio"]

    def test_a_migration_that_fails_leaves_the_old_register_and_its_backup(self, root):
        an_old_workspace(root)
        before = (root / "register.db").read_bytes()

        def fails(connection):
            lay_out(connection)
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            migrated(root, schema=Schema(newest=LAYOUT, raise_to_newest=fails))
        assert (root / "register.db").read_bytes() == before
        assert len(names_in(root / "backups")) == 1
        with reopened(root, newest=1).workspace as vault:
            assert vendors(vault) == [CANARY, "Twilio"]

    def test_a_migration_that_breaks_references_is_not_put_in_place(self, root):
        an_old_workspace(root)

        def breaks(connection):
            lay_out(connection)
            connection.exec_driver_sql("INSERT INTO contact (vendor, mail) VALUES (999, 'x')")

        outcome = migrated(root, schema=Schema(newest=LAYOUT, raise_to_newest=breaks))
        assert isinstance(outcome, Damaged)
        assert [detail.key for detail in outcome.details] == ["health.reference"]
        with reopened(root, newest=1).workspace as vault:
            assert vendors(vault) == [CANARY, "Twilio"]

    def test_a_table_others_refer_to_can_be_rebuilt(self, root):
        with a_vault(root).workspace as vault:
            add_vendors(vault, CANARY)
            with vault.engines.writer.begin() as connection:
                connection.exec_driver_sql("INSERT INTO contact (vendor, mail) VALUES (1, 'a@b.example')")

        def rebuilds(connection):
            connection.exec_driver_sql("CREATE TABLE other (id INTEGER PRIMARY KEY, name TEXT, country TEXT)")
            connection.exec_driver_sql("INSERT INTO other (id, name) SELECT id, name FROM vendor")
            connection.exec_driver_sql("DROP TABLE vendor")
            connection.exec_driver_sql("ALTER TABLE other RENAME TO vendor")

        raised = migrated(root, schema=Schema(newest=3, raise_to_newest=rebuilds))
        with raised.workspace as vault, vault.engines.reader.connect() as connection:
            assert connection.exec_driver_sql("SELECT vendor, mail FROM contact").all() == [
                (1, "a@b.example")
            ]

    def test_a_backup_that_cannot_be_proved_stops_the_migration(self, root):
        an_old_workspace(root)
        before = (root / "register.db").read_bytes()

        def prove(backup, key):
            backup.path.write_bytes(backup.path.read_bytes()[:-1])
            verify_backup(backup.path, key, argv=TRIAL, newest=LAYOUT, scratch=root / "backups")

        with pytest.raises(BackupNotSound):
            migrated(root, prove)
        assert (root / "register.db").read_bytes() == before
        reopened(root, newest=1).workspace.lock()

    def test_too_little_space_stops_it_before_anything_is_written(self, root, monkeypatch):
        an_old_workspace(root)
        size = (root / "register.db").stat().st_size
        monkeypatch.setattr(safe_files, "free_bytes", lambda folder: size)
        with pytest.raises(DiskFull) as caught:
            migrated(root)
        assert caught.value.needed == 3 * size + len("What is what.\n")
        assert names_in(root / "backups") == []

    def test_nothing_is_done_where_nothing_is_due(self, root):
        a_vault(root).workspace.lock()
        raised = migrated(root)
        raised.workspace.lock()
        assert (raised.stored, raised.backup, names_in(root / "backups")) == (LAYOUT, None, [])

    def test_a_newer_workspace_is_refused_untouched(self, root):
        a_vault(root, schema=Schema(newest=9, raise_to_newest=lay_out)).workspace.lock()
        before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
        newer = NewerFile(file="register.db", stored=9, newest=LAYOUT)
        assert (reopened(root), migrated(root)) == (newer, newer)
        assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before

    def test_a_log_that_should_not_be_there_stops_the_swap(self, tmp_path):
        (tmp_path / "register.db-wal").write_bytes(b"frames")
        (tmp_path / "raised").write_bytes(b"new")
        with pytest.raises(RuntimeError, match="write-ahead log"):
            vault_making._swap(tmp_path / "raised", tmp_path / "register.db")
