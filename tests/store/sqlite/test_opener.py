"""The one door lets in the right key to a sound register, and names exactly what else it meets."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from uuid import UUID

import pytest

from tests.support.vaults import CANARY
from vendorrisk.domain.message import UserError
from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.sqlite import opener
from vendorrisk.store.sqlite.opener import (
    APPLICATION_ID,
    PAGE_BYTES,
    Access,
    RegisterFile,
    assert_temporary_data_stays_in_memory,
    create_register,
    open_register,
    refuse_hollow,
)
from vendorrisk.usecases.workspace.opening_outcomes import (
    Damaged,
    NewerFile,
    NoCipher,
    OpeningRefused,
    WrongKey,
    WrongKeyReason,
)


def at(path):
    key = DataKey(bytes(range(32)))
    return RegisterFile(path=path, db_uuid=UUID(int=77 << 64), key=key, newest=2)


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """A register of layout 2 with some pages of rows, made once."""
    made = at(tmp_path_factory.mktemp("template") / "register.db")
    create_register(made)
    with closing(open_register(made)) as connection:
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE vendor (name TEXT)")
        connection.executemany("INSERT INTO vendor VALUES (?)", [(CANARY * 40,)] * 400)
        connection.execute("PRAGMA user_version=2")
        connection.execute("COMMIT")
    return made.path.read_bytes()


@pytest.fixture
def register(tmp_path, content):
    made = at(tmp_path / "register.db")
    made.path.write_bytes(content)
    return made


def outcome(register, **options):
    with pytest.raises(OpeningRefused) as caught:
        open_register(register, **options)
    return caught.value.outcome


def damage(register, **options):
    found = outcome(register, **options)
    assert isinstance(found, Damaged)
    [detail] = found.details
    return detail.key.removeprefix("opening.damage.")


def fingerprint(register):
    return hashlib.sha256(register.path.read_bytes()).hexdigest()


def flip(register, place):
    content = bytearray(register.path.read_bytes())
    content[place] ^= 1
    register.path.write_bytes(content)


def names_beside(register):
    return sorted(path.name for path in register.path.parent.iterdir())


def test_the_right_key_reads(register):
    with closing(open_register(register)) as connection:
        assert connection.execute("SELECT count(*) FROM vendor").fetchone() == (400,)


def test_every_safe_habit_is_set(register):
    habits = {
        "temp_store": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "synchronous": 2,
        "busy_timeout": 5000,
        "application_id": APPLICATION_ID,
    }
    with closing(open_register(register)) as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in habits}
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert found == habits


def test_the_first_bytes_are_the_workspaces_id_and_nothing_is_in_clear(register):
    content = register.path.read_bytes()
    assert content[:16] == register.db_uuid.bytes
    assert CANARY.encode() not in content


def test_extensions_cannot_be_loaded(register):
    with closing(open_register(register)) as connection, pytest.raises(Exception, match="not authorized"):
        connection.execute("SELECT load_extension('x')")


def test_temporary_files_on_disk_are_noticed(register):
    with closing(open_register(register)) as connection:
        connection.execute("PRAGMA temp_store=FILE")
        with pytest.raises(AssertionError, match="in clear"):
            assert_temporary_data_stays_in_memory(connection)


def test_a_wrong_key_changes_nothing(register):
    before = fingerprint(register)
    wrong = replace(register, key=DataKey(bytes(32)))
    assert damage(wrong) == "register_first_page"
    assert fingerprint(register) == before
    assert names_beside(register) == ["register.db"]


def test_a_register_of_another_workspace_is_told_from_damage(register):
    other = replace(register, db_uuid=UUID(int=5))
    assert outcome(other) == WrongKey(reason=WrongKeyReason.OTHER_WORKSPACE)


def test_a_key_that_is_no_key_is_never_taken_for_a_passphrase(register, monkeypatch):
    monkeypatch.setattr(DataKey, "cipher_key", lambda self, db_uuid: "ab" * 31)
    with pytest.raises(ValueError, match="64 hex digits"):
        open_register(register)


def test_a_missing_file_is_not_created(register):
    register.path.unlink()
    assert damage(register) == "register_missing"
    assert names_beside(register) == []


@pytest.mark.parametrize(("size", "named"), [(0, "empty"), (1, "cut_off"), (PAGE_BYTES - 1, "cut_off")])
def test_a_hollow_file_is_not_taken_for_a_new_register(register, size, named):
    register.path.write_bytes(register.path.read_bytes()[:size])
    assert damage(register) == f"register_{named}"
    assert register.path.stat().st_size == size


@pytest.mark.parametrize("size", [PAGE_BYTES, PAGE_BYTES + 77, 5 * PAGE_BYTES])
def test_a_file_cut_off_behind_its_first_page_is_noticed_at_once(register, size):
    register.path.write_bytes(register.path.read_bytes()[:size])
    assert damage(register) == "register_cut_off"


def test_a_first_page_of_zeros_is_damage_and_not_another_workspace(register):
    content = register.path.read_bytes()
    register.path.write_bytes(bytes(4096) + content[4096:])
    assert damage(register) == "register_first_page"


def test_a_flipped_bit_in_the_first_page_is_damage_and_not_a_wrong_key(register):
    flip(register, 300)
    assert damage(register) == "register_first_page"


def test_a_flipped_bit_in_the_id_alone_does_no_harm(register):
    flip(register, 3)
    with closing(open_register(register)) as connection:
        assert connection.execute("SELECT count(*) FROM vendor").fetchone() == (400,)


def test_a_flipped_bit_in_a_later_page_is_never_read_as_data(register):
    flip(register, 10 * PAGE_BYTES + 50)
    with closing(open_register(register)) as connection, pytest.raises(Exception, match="malformed"):
        connection.execute("SELECT max(name) FROM vendor").fetchone()


def test_an_unencrypted_database_is_named_and_left_alone(register):
    register.path.unlink()
    with closing(sqlite3.connect(register.path)) as plain:
        plain.execute("CREATE TABLE vendor (name TEXT)")
        plain.commit()
    before = fingerprint(register)
    assert damage(register) == "register_not_encrypted"
    assert fingerprint(register) == before


def test_an_encrypted_database_of_another_program_is_named(register):
    with closing(open_register(register)) as connection:
        connection.execute("PRAGMA application_id=1")
    assert damage(register) == "register_of_another_program"


def test_a_newer_layout_is_refused_without_touching_the_folder(register):
    before = fingerprint(register)
    old_program = replace(register, newest=1)
    newer = NewerFile(file="register.db", stored=2, newest=1)
    assert outcome(old_program, access=Access.LOOK) == newer
    assert outcome(old_program) == newer
    assert fingerprint(register) == before
    assert names_beside(register) == ["register.db"]


def test_a_newer_layout_that_lies_only_in_the_log_is_refused_untouched(register, tmp_path):
    beside = tmp_path / "crashed"
    beside.mkdir()
    with closing(open_register(register)) as connection:
        connection.execute("PRAGMA user_version=9")
        for name in ("register.db", "register.db-wal"):
            (beside / name).write_bytes((tmp_path / name).read_bytes())
    crashed = replace(register, path=beside / "register.db")
    contents = [(beside / name).read_bytes() for name in ("register.db", "register.db-wal")]
    with pytest.raises(OpeningRefused) as caught:
        crashed.stored_version()
    assert caught.value.outcome == NewerFile(file="register.db", stored=9, newest=2)
    assert [(beside / name).read_bytes() for name in ("register.db", "register.db-wal")] == contents


def test_looking_leaves_no_trace_in_the_folder(register):
    assert register.stored_version() == 2
    assert names_beside(register) == ["register.db"]


def test_a_library_that_cannot_encrypt_is_refused_and_the_file_untouched(register, monkeypatch):
    class Plain:
        connect = staticmethod(sqlite3.connect)
        DatabaseError = sqlite3.DatabaseError

    before = fingerprint(register)
    monkeypatch.setattr(opener, "sqlcipher", Plain)
    assert outcome(register) == NoCipher()
    assert fingerprint(register) == before


def test_a_library_that_cannot_encrypt_creates_nothing_in_clear(tmp_path, register, monkeypatch):
    class Plain:
        connect = staticmethod(sqlite3.connect)
        DatabaseError = sqlite3.DatabaseError

    monkeypatch.setattr(opener, "sqlcipher", Plain)
    new = replace(register, path=tmp_path / "new.db")
    with pytest.raises(OpeningRefused):
        create_register(new)
    assert new.path.read_bytes() == b""


def test_creating_never_overwrites(register):
    before = fingerprint(register)
    with pytest.raises(FileExistsError):
        create_register(register)
    assert fingerprint(register) == before


def test_a_drive_without_shared_memory_is_named(tmp_path, register, monkeypatch):
    real = opener.open_register

    class Reluctant:
        def __init__(self, connection):
            self.connection = connection

        def execute(self, statement):
            asked = "PRAGMA journal_mode" if "journal_mode" in statement else statement
            return self.connection.execute(asked)

        def close(self):
            self.connection.close()

    monkeypatch.setattr(opener, "open_register", lambda *args, **options: Reluctant(real(*args, **options)))
    with pytest.raises(UserError) as caught:
        create_register(replace(register, path=tmp_path / "new.db"))
    assert caught.value.what.key == "opening.no_shared_memory"


def test_other_troubles_are_not_taken_for_damage(register, monkeypatch):
    with closing(open_register(register)) as holder:
        holder.execute("PRAGMA locking_mode=EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(opener, "_SAFE_HABITS", ("busy_timeout=1",))
        with pytest.raises(UserError) as caught:
            open_register(register)
    assert caught.value.what.key == "opening.busy"


def test_hollow_files_are_found_without_a_key(register):
    refuse_hollow(register.path)
    register.path.write_bytes(b"")
    with pytest.raises(OpeningRefused):
        refuse_hollow(register.path)
