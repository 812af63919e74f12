"""A file is replaced as a whole or not at all."""

from __future__ import annotations

import errno
import stat
import sys

import pytest

from vendorrisk.usecases import safe_files
from vendorrisk.usecases.safe_files import (
    READABLE_BY_ALL,
    DiskFull,
    FolderThere,
    NameTooLong,
    NoFolder,
    NotConfirmed,
    NotWritable,
    TargetBusy,
    look_before_writing,
    make_folder,
    remove_litter,
    replace_file,
    require_space,
)


@pytest.fixture
def target(tmp_path):
    file = tmp_path / "list.csv"
    file.write_bytes(b"old")
    return file


def write_half(target, problem, **options):
    with replace_file(target, **options) as stream:
        stream.write(b"half")
        raise problem


def names_in(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_the_new_content_takes_the_place_of_the_old(target):
    with replace_file(target) as stream:
        stream.write(b"new")
    assert target.read_bytes() == b"new"
    assert names_in(target.parent) == ["list.csv"]


def test_until_the_block_ends_the_old_content_is_there(target):
    with replace_file(target) as stream:
        stream.write(b"new")
        stream.flush()
        assert target.read_bytes() == b"old"


def test_an_error_inside_the_block_leaves_the_old_file_and_nothing_beside_it(target):
    with pytest.raises(ZeroDivisionError):
        write_half(target, ZeroDivisionError())
    assert target.read_bytes() == b"old"
    assert names_in(target.parent) == ["list.csv"]


def test_a_full_disk_is_named_with_file_needed_and_free_bytes(target):
    with pytest.raises(DiskFull) as caught:
        write_half(target, OSError(errno.ENOSPC, "No space left on device"), needed=10**15)
    assert (caught.value.file, caught.value.needed) == (target, 10**15)
    assert caught.value.what.params == {
        "file": str(target),
        "needed": 10**15,
        "free": caught.value.free,
    }
    assert target.read_bytes() == b"old"
    assert names_in(target.parent) == ["list.csv"]


def test_without_an_expected_size_the_needed_bytes_exceed_the_free_ones(target):
    with pytest.raises(DiskFull) as caught:
        write_half(target, OSError(errno.EDQUOT, "Disk quota exceeded"))
    assert caught.value.needed == caught.value.free + 1


def test_a_disk_that_fails_while_syncing_keeps_the_old_file(target, monkeypatch):
    def fails(handle):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(safe_files.os, "fsync", fails)
    with pytest.raises(OSError, match="Input/output"), replace_file(target) as stream:
        stream.write(b"new")
    assert target.read_bytes() == b"old"
    assert names_in(target.parent) == ["list.csv"]


def test_a_failure_after_the_swap_says_that_the_file_is_new_but_not_confirmed(target, monkeypatch):
    def fails(folder):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(safe_files, "sync_folder", fails)
    with pytest.raises(NotConfirmed), replace_file(target) as stream:
        stream.write(b"new")
    assert target.read_bytes() == b"new"


def test_a_target_another_program_holds_open_is_named(target, monkeypatch):
    def refuses(self, other):
        raise PermissionError(errno.EACCES, "The file is being used by another process")

    monkeypatch.setattr(type(target), "replace", refuses)
    with pytest.raises(TargetBusy), replace_file(target) as stream:
        stream.write(b"new")
    assert target.read_bytes() == b"old"
    assert names_in(target.parent) == ["list.csv"]


def test_a_folder_that_takes_no_files_is_named(target, monkeypatch):
    def refuses(**_):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(safe_files.tempfile, "mkstemp", refuses)
    with pytest.raises(NotWritable) as caught, replace_file(target):
        pytest.fail("the block must not run")
    assert caught.value.what.params == {"folder": str(target.parent)}
    assert caught.value.where == str(target.parent)


@pytest.mark.parametrize(
    ("place", "named"),
    [("none/list.csv", NoFolder), ("list.csv/x.csv", NoFolder), ("x" * 300, NameTooLong)],
    ids=["missing", "a file", "long"],
)
def test_a_place_that_takes_no_file_is_named(target, place, named):
    with pytest.raises(named), replace_file(target.parent / place):
        pytest.fail("the block must not run")
    assert names_in(target.parent) == ["list.csv"]


def test_a_folder_in_the_place_of_the_file_is_named_before_anything_is_written(target):
    folder = target.parent / "folder.pdf"
    folder.mkdir()
    with pytest.raises(FolderThere) as caught, replace_file(folder):
        pytest.fail("the block must not run")
    assert caught.value.what.params == {"name": "folder.pdf"}
    assert names_in(target.parent) == ["folder.pdf", "list.csv"]


def test_a_folder_is_made_with_its_parents_or_it_is_said_why_not(target):
    make_folder(target.parent / "a" / "b")
    assert (target.parent / "a" / "b").is_dir()
    for place in (target, target / "below"):
        with pytest.raises(NoFolder):
            make_folder(place)


def test_looking_before_writing_refuses_what_writing_would_refuse(target, monkeypatch):
    look_before_writing(target)
    with pytest.raises(NoFolder):
        look_before_writing(target.parent / "none" / "list.csv")
    monkeypatch.setattr(safe_files.os, "access", lambda *_: False)
    with pytest.raises(NotWritable):
        look_before_writing(target)


def test_other_troubles_of_the_system_are_not_hidden(target, monkeypatch):
    def fails(**_):
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(safe_files.tempfile, "mkstemp", fails)
    with pytest.raises(OSError, match="Too many"), replace_file(target):
        pytest.fail("the block must not run")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
@pytest.mark.parametrize(("chosen", "expected"), [({}, 0o600), ({"mode": READABLE_BY_ALL}, 0o644)])
def test_files_are_for_their_owner_alone_unless_asked_otherwise(tmp_path, chosen, expected):
    file = tmp_path / "f"
    with replace_file(file, **chosen) as stream:
        stream.write(b"x")
    assert stat.S_IMODE(file.stat().st_mode) == expected


def test_too_little_space_is_refused_before_anything_is_written(target):
    require_space(target, 1)
    with pytest.raises(DiskFull):
        require_space(target, 1 << 60)


def test_the_disk_of_a_folder_that_does_not_exist_yet_is_its_parents(tmp_path):
    assert safe_files.free_bytes(tmp_path / "a" / "b") == pytest.approx(
        safe_files.free_bytes(tmp_path), rel=0.1
    )


def test_litter_of_an_interrupted_write_is_removed_and_nothing_else(tmp_path):
    (tmp_path / ".vr-abc").write_bytes(b"half")
    (tmp_path / ".vr-folder").mkdir()
    (tmp_path / ".vr-folder" / "x").write_bytes(b"half")
    (tmp_path / "kept").write_bytes(b"whole")
    (tmp_path / ".vr-link").symlink_to(tmp_path / "kept")
    (tmp_path / ".vr-way").symlink_to(tmp_path, target_is_directory=True)
    remove_litter(tmp_path)
    assert names_in(tmp_path) == ["kept"]
