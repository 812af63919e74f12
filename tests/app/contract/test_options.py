"""Every option of every verb stands before or after it, and places that take no file are told as such."""

from __future__ import annotations

import pytest

from tests.support.verbs import command_at, paths_below
from vendorrisk import __version__
from vendorrisk.app.cli.verb import Group

LEAVES = [path for path in paths_below() if not isinstance(command_at(path), Group)]
GROUPS = [path for path in paths_below() if isinstance(command_at(path), Group)]


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_the_options_of_all_verbs_may_stand_on_both_sides_of_each(bare, passphrase_file, path):
    """The help is given only when every option in front of it is known."""
    common = (
        "-w", bare.workspace, "--today", "2026-12-01", "--passphrase-file", passphrase_file, "--json",
        "--quiet", "--dry-run", "--yes",
    )  # fmt: skip
    before, after = bare(*common, *path, "--help"), bare(*path, *common, "--help")
    assert (before.code, before.err) == (0, "")
    assert before == after


@pytest.mark.parametrize("place", ["before", "after"])
def test_each_common_option_works_on_both_sides(locked_desk, passphrase_file, place):
    desk, folder = locked_desk
    options = ("-w", folder, "--passphrase-file", passphrase_file, "--json", "--dry-run", "--yes")
    add = ("vendor", "add", "--name", "X", "--country", "HR", "--service", "S", "--purpose", "P")
    answer = desk(*options, *add) if place == "before" else desk(*add, *options)
    assert (answer.code, answer.json["dry_run"]) == (0, True)
    assert desk(*options, "vendor", "list").json["vendors"] == []


@pytest.fixture
def locked_desk(desk):
    """A command line that knows neither the workspace nor its key unless it is told."""
    folder = desk.environ.pop("VENDORRISK_WORKSPACE")
    desk.keyring.entries.clear()
    return desk, folder


# --json: one object, whatever was asked.


@pytest.mark.parametrize("words", [("--version", "--json"), ("--json", "--version")])
def test_the_version_is_one_object_where_that_was_asked_for(bare, words):
    assert bare(*words).json == {"schema": "version/1", "version": __version__}


@pytest.mark.parametrize("path", [(), ("vendor",), ("vendor", "list")], ids=" ".join)
def test_help_is_one_object_where_that_was_asked_for(bare, path):
    for words in (("--json", *path, "--help"), (*path, "--help", "--json")):
        told = bare(*words).json
        assert (told["schema"], told["text"] + "\n") == ("help/1", bare(*path, "--help").out)


@pytest.mark.parametrize("path", GROUPS, ids=" ".join)
def test_a_group_without_a_verb_is_wrong_usage_and_one_object(bare, path):
    answer = bare("--json", *path)
    assert (answer.code, answer.json["error"]["what"]) == (2, "Missing command.")
    assert "Missing command." in answer.err


# Places.

OUT = {
    "assess kit": "{assessment} --out {place}/none/kit.xlsx",
    "report assessment": "{assessment} --out {place}/none/a.pdf",
    "review": "--quarter 2026Q3 --out {place}/none/q.pdf",
    "change letters": "{change} --out {place}/file/letters",
    "publish": "--profile GLOBAL --out {place}/file/public",
    "tour": "--out {place}/file/tour",
    "import customers": "--template {place}/none/t.csv",
}


@pytest.mark.parametrize("verb", OUT)
def test_a_folder_that_is_not_there_is_told_and_nothing_is_done(stocked, tmp_path, verb):
    desk, ids = stocked
    (tmp_path / "file").write_text("a file, not a folder", encoding="utf-8")
    head = desk.ok("workspace", "info")["journal"]
    words = OUT[verb].format(place=tmp_path.as_posix(), **ids).split()
    answer = desk(*verb.split(), *words, "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (1, "files.no_folder")
    assert desk.ok("workspace", "info")["journal"] == head


@pytest.mark.parametrize("verb", ["assess kit", "report assessment", "review"])
def test_a_dry_run_says_the_same_of_that_folder(stocked, tmp_path, verb):
    desk, ids = stocked
    words = OUT[verb].format(place=tmp_path.as_posix(), **ids).split()
    assert desk(*verb.split(), *words, "--dry-run").code == 1


@pytest.mark.parametrize(
    "call",
    [
        ("import", "list", "x" * 300), ("workspace", "new", "x" * 300, "--company", "A"),
        ("vendor", "list", "-w", "x" * 300), ("vendor", "list", "--passphrase-file", "x" * 300),
    ],
    ids=["argument", "new", "workspace", "passphrase"],
)  # fmt: skip
def test_a_name_that_no_system_takes_is_wrong_usage(desk, call):
    answer = desk(*call)
    assert (answer.code, "longer than the system takes" in answer.err) == (2, True)


@pytest.mark.parametrize("option", ["-w", "--passphrase-file"])
def test_an_empty_place_is_wrong_usage_and_never_this_folder(desk, option, monkeypatch):
    monkeypatch.chdir(desk.workspace)
    answer = desk("vendor", "list", option, "")
    assert (answer.code, "It is empty" in answer.err) == (2, True)


def test_the_variable_may_not_name_such_a_folder_either(bare):
    bare.environ["VENDORRISK_WORKSPACE"] = "x" * 300
    assert bare("vendor", "list").code == 2


@pytest.mark.parametrize(
    "call",
    [
        ("review", "--quarter", "2026Q9", "--out", "x.pdf"),
        ("publish", "--profile", "GLOBAL", "--out", "x", "--format", "docx"),
    ],
)
def test_a_word_that_there_is_not_is_wrong_usage(desk, call):
    answer = desk(*call, "--json")
    assert (answer.code, bool(answer.json["error"]["remedy"])) == (2, True)
