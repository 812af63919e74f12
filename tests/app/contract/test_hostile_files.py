"""Files that want to do harm, or are half there: a sentence with a remedy, and a workspace as it was."""

from __future__ import annotations

import io
import os
import sys
import zipfile

import pytest

DEEP = "[" * 200_000
LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)
RUNS = '- !!python/object/apply:os.mkdir ["{place}/made"]\n'


def _bomb():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"A" * 250_000_000)
    return made.getvalue()


FILES = {
    "list.json": DEEP.encode,
    "list.yaml": LAUGHS.encode,
    "list.csv": lambda: b"Name,Country\nAl\0pha,DE\n",
    "list.xlsx": lambda: b"PK\x03\x04 half a workbook",
    "old.xlsx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "bomb.xlsx": _bomb,
    "empty.csv": lambda: b"",
}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_list_is_named_and_nothing_is_taken_from_it(desk, tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name]())
    head = desk.ok("workspace", "info")["journal"]
    answer = desk("import", "list", tmp_path / name, "--json")
    assert answer.code in {1, 3}
    told = answer.json.get("problems") or [answer.json["error"]]
    assert all(one["what"] and one["remedy"] for one in told)
    assert answer.json.get("rows", []) == []
    assert desk.ok("workspace", "info")["journal"] == head


def test_a_yaml_tag_runs_nothing(desk, tmp_path):
    (tmp_path / "list.yaml").write_text(RUNS.format(place=tmp_path) + "- name: Alpha\n  country: DE\n")
    desk("import", "list", tmp_path / "list.yaml")
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("verb", ["import list", "import customers", "assess receive", "list diff"])
def test_a_file_of_two_gigabytes_is_refused_by_its_size(desk, tmp_path, verb):
    with (tmp_path / "huge.csv").open("wb") as file:
        file.truncate(1 << 31)
    files = [tmp_path / "huge.csv"] * (2 if verb == "list diff" else 1)
    answer = desk(*verb.split(), *files, "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (1, "files.too_large")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of POSIX")
@pytest.mark.parametrize("verb", ["import list", "import customers", "assess receive", "workspace restore"])
def test_what_is_no_file_is_not_found_and_never_waited_for(desk, tmp_path, verb):
    os.mkfifo(tmp_path / "pipe")
    more = [tmp_path / "other"] if verb == "workspace restore" else []
    assert desk(*verb.split(), tmp_path / "pipe", *more).code == 4


@pytest.mark.parametrize("name", ["../escaped.txt", "files/../../escaped.txt", "/{place}/escaped.txt"])
def test_a_backup_with_a_file_beside_those_it_lists_restores_nothing(ready, tmp_path, name):
    desk, _, place = ready
    with (
        zipfile.ZipFile(place / "known.vrbackup") as source,
        zipfile.ZipFile(tmp_path / "evil.vrbackup", "w") as evil,
    ):
        for member in source.namelist():
            evil.writestr(member, source.read(member))
        evil.writestr(name.format(place=tmp_path.as_posix()), "escaped")
    answer = desk("workspace", "restore", tmp_path / "evil.vrbackup", tmp_path / "other", "--json")
    assert (answer.code, bool(answer.json["error"]["remedy"])) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["evil.vrbackup"]
    assert not (tmp_path.parent / "escaped.txt").exists()


@pytest.mark.parametrize(
    "spoil", [lambda b: b"", lambda b: b[:-100], lambda b: b"no archive", lambda b: b[:50]]
)
def test_a_backup_that_is_half_there_restores_nothing(ready, tmp_path, spoil):
    desk, _, place = ready
    (tmp_path / "half.vrbackup").write_bytes(spoil((place / "known.vrbackup").read_bytes()))
    answer = desk("workspace", "restore", tmp_path / "half.vrbackup", tmp_path / "other", "--json")
    assert (answer.code, bool(answer.json["error"]["remedy"])) == (1, True)
    assert not (tmp_path / "other").exists()
