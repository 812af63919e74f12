"""A folder appears whole or not at all, and only where nothing else is."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from vendorrisk.store import workspace_folder
from vendorrisk.store.workspace_folder import WorkspaceFolder, appearing
from vendorrisk.usecases.safe_files import DiskFull
from vendorrisk.usecases.workspace.opening_outcomes import FolderTaken, OpeningRefused, ReadOnlyFolder


def fill(root, problem=None):
    with appearing(root) as folder:
        (folder.root / "inside").write_bytes(b"x")
        if problem is not None:
            raise problem


def refusal(root):
    with pytest.raises(OpeningRefused) as caught:
        fill(root)
    return caught.value.outcome


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_it_appears_when_the_block_ends(tmp_path):
    fill(tmp_path / "acme")
    assert (names_in(tmp_path), names_in(tmp_path / "acme")) == (["acme"], ["inside"])


@pytest.mark.parametrize("problem", [ZeroDivisionError(), KeyboardInterrupt()])
def test_an_error_leaves_nothing(tmp_path, problem):
    with pytest.raises(type(problem)):
        fill(tmp_path / "acme", problem)
    assert names_in(tmp_path) == []


def test_a_full_disk_is_named(tmp_path):
    with pytest.raises(DiskFull):
        fill(tmp_path / "acme", OSError(errno.ENOSPC, "No space left on device"))
    assert names_in(tmp_path) == []


def test_what_is_there_already_is_not_replaced(tmp_path):
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "register.db").write_bytes(b"old")
    assert refusal(tmp_path / "acme") == FolderTaken(folder=str(tmp_path / "acme"), holds_data=True)
    assert (tmp_path / "acme" / "register.db").read_bytes() == b"old"


def test_a_parent_that_takes_no_folders_is_named(tmp_path, monkeypatch):
    def refuses(**_):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(workspace_folder.tempfile, "mkdtemp", refuses)
    assert refusal(tmp_path / "acme") == ReadOnlyFolder(folder=str(tmp_path))


def test_other_troubles_are_not_hidden(tmp_path, monkeypatch):
    def fails(**_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(workspace_folder.tempfile, "mkdtemp", fails)
    with pytest.raises(OSError, match="Input/output"):
        fill(tmp_path / "acme")


def test_the_names_inside_are_a_contract():
    folder = WorkspaceFolder(Path("w"))
    inside = (
        folder.register,
        folder.keys,
        folder.lock,
        folder.readme,
        *folder.subfolders,
        folder.orphan_notes,
    )
    assert [str(path.relative_to("w")) for path in inside] == [
        "register.db",
        "register.keys",
        "register.lock",
        "README.txt",
        "files",
        "templates",
        "outputs",
        "backups",
        str(Path("files") / "orphans.json"),
    ]
