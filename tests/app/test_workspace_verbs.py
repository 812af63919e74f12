"""Verbs on workspaces: new, info, check, backup, restore, lock, migrate."""

from __future__ import annotations

import stat
import sys
from dataclasses import replace

import pytest

from tests.support.books import dump
from tests.support.vaults import KeyringDouble
from vendorrisk.app import upkeep, wiring
from vendorrisk.store import schema
from vendorrisk.store.keys.unlocking import Typed
from vendorrisk.usecases import safe_files
from vendorrisk.usecases.workspace.opening_outcomes import WorkspaceLocked

REAL_LAYOUT = schema.SCHEMA_VERSION


def new(desk, company="Acme"):
    return "workspace", "new", desk.workspace, "--company", company


def contents(desk):
    with desk.opened() as workspace:
        return dump(workspace.vault.engines.reader)


# new


def test_new_makes_the_folder_and_what_is_in_it(bare):
    answer = bare(*new(bare), "--timezone", "Europe/Zagreb", "--json")
    assert answer.code == 0
    assert answer.json == {
        "schema": "workspace.new/1", "workspace": str(bare.workspace), "keyring": "absent",
        "passphrase": False,
    }  # fmt: skip
    assert {one.name for one in bare.workspace.iterdir()} >= {
        "register.db", "register.keys", "files", "templates", "outputs", "backups", "README.txt",
    }  # fmt: skip


def test_new_says_which_zone_counts_where_none_was_named(bare, tmp_path):
    assert "legal dates are counted in UTC" in bare(*new(bare)).err
    named = bare("workspace", "new", tmp_path / "other", "--company", "Acme", "--timezone", "UTC")
    assert named.code == 0
    assert "count in" not in named.err


def test_new_works_without_a_keyring_and_says_that_only_the_code_is_left(bare):
    answer = bare(*new(bare))
    assert answer.code == 0
    assert answer.err.count("Recovery code: ") == 1
    assert "only the recovery code opens this workspace" in answer.err
    code = answer.err.split("Recovery code: ")[1].splitlines()[0]
    workspace = wiring.opened(bare.workspace, Typed(code), bare.outside(), wiring.Manner())
    workspace.lock()


def test_new_writes_the_recovery_code_to_a_file_and_not_to_the_screen(bare, tmp_path):
    file = tmp_path / "code.txt"
    answer = bare(*new(bare), "--recovery-out", file)
    code = file.read_text(encoding="utf-8").strip()
    assert code
    assert code not in answer.out + answer.err
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_code_is_shown_even_to_a_quiet_call(bare):
    assert "Recovery code: " in bare(*new(bare), "--quiet").err


def test_a_file_that_exists_is_never_overwritten_by_a_code(bare, tmp_path):
    file = tmp_path / "code.txt"
    file.write_text("the code of another workspace", encoding="utf-8")
    answer = bare(*new(bare), "--recovery-out", file)
    assert answer.code == 2
    assert file.read_text(encoding="utf-8") == "the code of another workspace"
    assert not bare.workspace.exists()


def test_a_place_that_takes_no_code_is_told_before_anything_is_made(bare, tmp_path):
    answer = bare(*new(bare), "--recovery-out", tmp_path / "none" / "code.txt", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (1, "files.no_folder")
    assert not bare.workspace.exists()


def test_a_code_that_cannot_be_written_is_shown_instead(bare, tmp_path, monkeypatch):
    monkeypatch.setattr(safe_files, "look_before_writing", lambda _target: None)
    (tmp_path / "folder").write_text("a file, not a folder", encoding="utf-8")
    answer = bare(*new(bare), "--recovery-out", tmp_path / "folder" / "code.txt")
    assert answer.code == 1
    assert "Recovery code: " in answer.err
    assert bare.workspace.exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--company", " "], "The name of our company is empty."),
        (
            ["--company", "Acme", "--timezone", "Mars/Olympus"],
            "“Mars/Olympus” is not the name of",
        ),
        (["--company", "A\u202eB"], "Character 2 cannot be seen"),
    ],
)
def test_a_wrong_company_or_zone_makes_nothing(bare, options, said):
    answer = bare("workspace", "new", bare.workspace, *options)
    assert answer.code == 2
    assert said in answer.err
    assert not bare.workspace.exists()


def test_without_a_zone_the_company_counts_in_utc(desk):
    assert desk.ok("workspace", "info")["timezone"] == "UTC"


def test_a_new_key_is_never_made_where_data_lies(desk):
    before = contents(desk)
    answer = desk("workspace", "new", desk.workspace, "--company", "Other")
    assert answer.code == 7
    assert contents(desk) == before


def test_new_takes_passphrase_and_keyring(bare, tmp_path):
    (tmp_path / "pw.txt").write_text("open sesame\n", encoding="utf-8")
    here = replace(bare, keyring=KeyringDouble())
    made = here.ok(*new(here), "--passphrase-file", tmp_path / "pw.txt")
    assert (made["keyring"], made["passphrase"]) == ("stored", True)
    assert here("vendor", "list").code == 0
    assert bare("vendor", "list", "--passphrase-file", tmp_path / "pw.txt").code == 0
    assert bare("vendor", "list").code == 5


# info, check


def test_info_counts_what_the_workspace_holds(desk):
    desk.add_vendor()
    told = desk.ok("workspace", "info")
    assert (told["company"], told["sample"], told["backups"], told["last_backup"]) == (
        "Acme Telecom",
        False,
        0,
        None,
    )
    assert (told["counts"]["vendors"], told["counts"]["engagements"], told["counts"]["customers"]) == (
        1,
        1,
        0,
    )
    assert told["journal"]["sequence"] == 2


def test_check_finds_nothing_wrong_with_a_sound_workspace(desk):
    assert desk.ok("workspace", "check") == {"schema": "workspace.check/1", "sound": True, "problems": []}


def test_check_names_missing_evidence(desk, tmp_path):
    (tmp_path / "iso.pdf").write_bytes(b"%PDF-1.7 a certificate")
    desk.add_vendor()
    desk.ok("document", "add", "Norte Cloud", tmp_path / "iso.pdf", "--kind", "ISO27001")
    for kept in (desk.workspace / "files").rglob("*"):
        if kept.is_file():
            kept.unlink()
    answer = desk("workspace", "check", "--json")
    assert (answer.code, answer.json["sound"]) == (1, False)
    assert [one["level"] for one in answer.json["problems"]] == ["error"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_warning_leaves_a_workspace_sound(desk):
    (desk.workspace / "register.keys").chmod(0o644)
    told = desk.ok("workspace", "check")
    assert (told["sound"], [one["level"] for one in told["problems"]]) == (True, ["warning"])


@pytest.mark.parametrize("damage", ["empty", "middle page"])
def test_a_damaged_register_is_said_to_be_damaged_and_left_alone(desk, damage):
    register = desk.workspace / "register.db"
    content = bytearray(register.read_bytes())
    spoiled = b"" if damage == "empty" else bytes(content[:2000] + b"\0" * 100 + content[2100:])
    register.write_bytes(spoiled)
    answer = desk("vendor", "list", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (1, "opening.damaged")
    assert "restore a backup" in answer.json["error"]["remedy"]
    assert register.read_bytes() == spoiled


# lock


def test_lock_forgets_the_key_on_this_computer(desk, passphrase_file):
    assert desk.ok("workspace", "lock")["removed"] == 1
    assert desk.keyring.entries == {}
    assert desk("vendor", "list").code == 5
    assert desk("vendor", "list", "--passphrase-file", passphrase_file).code == 0


def test_a_workspace_that_somebody_has_open_is_in_use(desk):
    with desk.opened():
        answer = desk("vendor", "list", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (5, "opening.in_use")
    assert "Ana Novak" in answer.json["error"]["what"]


def test_after_a_call_nothing_of_the_workspace_works_any_more(desk):
    with desk.opened() as workspace:
        pass
    with pytest.raises(WorkspaceLocked):
        workspace.vault.register  # noqa: B018


# migrate


@pytest.fixture
def newer_program(monkeypatch):
    """The same program one layout later; the migration itself adds nothing."""
    for module in (wiring, upkeep):
        monkeypatch.setattr(module, "SCHEMA_VERSION", REAL_LAYOUT + 1)


def test_an_older_workspace_asks_for_migration(desk, newer_program):
    answer = desk("vendor", "list", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (6, "opening.needs_migration")


def test_migrate_raises_it_after_a_proved_backup(desk, newer_program):
    desk_dry = desk.ok("workspace", "migrate", "--dry-run")
    assert (desk_dry["from"], desk_dry["to"], desk_dry["backup"]) == (REAL_LAYOUT, REAL_LAYOUT + 1, None)
    assert desk("vendor", "list").code == 6
    told = desk.ok("workspace", "migrate")
    assert (told["from"], told["to"]) == (REAL_LAYOUT, REAL_LAYOUT + 1)
    assert told["backup"].endswith(".vrbackup")
    assert desk("vendor", "list").code == 0
    refused = desk("undo", "--json")
    assert (refused.code, refused.json["error"]["kind"]) == (7, "undo.wall")


def test_a_newer_workspace_is_refused_untouched(desk, newer_program, monkeypatch):
    desk.ok("workspace", "migrate")
    monkeypatch.undo()
    before = (desk.workspace / "register.db").read_bytes()
    for call in (("vendor", "list"), ("workspace", "migrate")):
        answer = desk(*call, "--json")
        assert (answer.code, answer.json["error"]["kind"]) == (6, "opening.newer_file")
    assert (desk.workspace / "register.db").read_bytes() == before


def test_a_workspace_of_this_version_needs_no_migration(desk):
    told = desk.ok("workspace", "migrate")
    assert (told["from"], told["to"], told["backup"]) == (REAL_LAYOUT, REAL_LAYOUT, None)


def test_a_folder_without_a_workspace_is_not_found(bare, tmp_path):
    for folder in (bare.workspace, tmp_path):
        assert bare("-w", folder, "vendor", "list").code == 4
