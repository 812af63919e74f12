"""Which key opens a workspace: the file named, the file of the variable, the keyring; and nothing prompts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.vaults import KeyringDouble
from vendorrisk.app.cli import opening
from vendorrisk.usecases.workspace.secret_keeper import KeeperState

ABSENT = KeyringDouble(state=KeeperState.ABSENT)


@pytest.fixture
def locked(desk):
    """The same command line on a computer without a keyring."""
    return replace(desk, keyring=ABSENT)


@pytest.fixture
def wrong_file(tmp_path):
    file = tmp_path / "wrong.txt"
    file.write_text("not the passphrase", encoding="utf-8")
    return file


def through(desk, *options):
    return desk.ok("workspace", "info", *options)["opened_through"]


def test_the_keyring_opens_where_nothing_else_was_named(desk):
    assert through(desk) == "keyring"


def test_the_variable_goes_before_the_keyring(desk, passphrase_file):
    desk.environ["VENDORRISK_PASSPHRASE_FILE"] = str(passphrase_file)
    assert through(desk) == "passphrase"
    assert desk.keyring.asked == []


def test_the_option_goes_before_the_variable(locked, passphrase_file, wrong_file):
    locked.environ["VENDORRISK_PASSPHRASE_FILE"] = str(wrong_file)
    assert locked("vendor", "list").code == 5
    assert through(locked, "--passphrase-file", passphrase_file) == "passphrase"


def test_a_wrong_passphrase_is_not_helped_out_by_the_keyring(desk, wrong_file):
    answer = desk("vendor", "list", "--passphrase-file", wrong_file, "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (5, "opening.wrong_key")
    assert desk.keyring.asked == []


def test_the_file_may_hold_the_recovery_code(locked, template):
    assert through(locked, "--passphrase-file", template[1] / "code.txt") == "recovery"


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_one_line_end_is_ignored(locked, passphrase_file, end):
    text = passphrase_file.read_text(encoding="utf-8").rstrip("\n")
    passphrase_file.write_bytes(f"{text}{end}".encode())
    assert through(locked, "--passphrase-file", passphrase_file) == "passphrase"


@pytest.mark.parametrize("end", ["\n\n", " ", "\r", "\r\n\n"])
def test_nothing_more_than_one_line_end_is_ignored(locked, passphrase_file, end):
    text = passphrase_file.read_text(encoding="utf-8").rstrip("\n")
    passphrase_file.write_bytes(f"{text}{end}".encode())
    assert locked("vendor", "list", "--passphrase-file", passphrase_file).code == 5


def test_the_mark_that_some_editors_put_first_is_no_part_of_the_passphrase(locked, passphrase_file):
    passphrase_file.write_bytes(b"\xef\xbb\xbf" + passphrase_file.read_bytes())
    assert through(locked, "--passphrase-file", passphrase_file) == "passphrase"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "there is no such file"),
        (b"\xff\xfe\x00", "it is not text in UTF-8"),
        (b"x" * (opening.LONGEST_PASSPHRASE + 1), "it is too large"),
    ],
    ids=["missing", "binary", "huge"],
)
def test_a_file_that_cannot_hold_a_passphrase_is_named(locked, tmp_path, content, reason):
    file = tmp_path / "other.txt"
    if content is not None:
        file.write_bytes(content)
    answer = locked("vendor", "list", "--passphrase-file", file)
    assert (answer.code, answer.out) == (5, "")
    assert f"The passphrase file {file} cannot be read: " in answer.err
    assert reason in answer.err


def test_without_a_key_and_a_terminal_nothing_prompts(locked, monkeypatch):
    monkeypatch.setattr(opening.click, "prompt", lambda *_args, **_more: pytest.fail("prompted"))
    answer = locked("vendor", "list")
    assert (answer.code, answer.out) == (5, "")
    first, second = answer.err.splitlines()
    assert first.endswith("a key to open it was not available: this session has no keyring that can be used.")
    assert "opened on before, the passphrase, the recovery code. Name a file" in second
    assert second.endswith("with --passphrase-file or VENDORRISK_PASSPHRASE_FILE.")


def test_at_a_terminal_the_passphrase_is_asked_for_out_of_sight(locked, monkeypatch, passphrase_file):
    asked = []

    def prompt(text, **how):
        asked.append((text, how))
        return passphrase_file.read_text(encoding="utf-8").strip()

    monkeypatch.setattr(opening.click, "prompt", prompt)
    here = replace(locked, interactive=True)
    assert through(here) == "passphrase"
    assert asked == [("Passphrase or recovery code", {"hide_input": True, "err": True})]


def test_at_a_terminal_nothing_is_asked_where_a_file_was_named(locked, monkeypatch, wrong_file):
    monkeypatch.setattr(opening.click, "prompt", lambda *_args, **_more: pytest.fail("prompted"))
    here = replace(locked, interactive=True)
    assert here("vendor", "list", "--passphrase-file", wrong_file).code == 5


@pytest.mark.parametrize("state", [KeeperState.LOCKED, KeeperState.TIMED_OUT, KeeperState.FAILED])
def test_a_keyring_that_does_not_help_is_named(desk, state):
    answer = replace(desk, keyring=replace(desk.keyring, state=state))("vendor", "list", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (5, "opening.needs_key")
    assert "keyring" in answer.json["error"]["what"]
