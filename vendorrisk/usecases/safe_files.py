"""Write a file so that a crash, a full disk or a power cut leaves either the old one or the new one."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO, cast

from vendorrisk.domain.message import UserError, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

LITTER_PREFIX = ".vr-"
OWNER_ONLY = 0o600
READABLE_BY_ALL = 0o644

_SYNCED_AT_ONCE = 8
DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""The errors with which a system says that a disk, or the share of this user, is full."""


class DiskFull(UserError):
    """The disk has no room for `file`; `needed` and `free` are bytes."""

    def __init__(self, file: Path, *, needed: int, free: int) -> None:
        super().__init__(
            msg("files.disk_full", file=str(file), needed=needed, free=free),
            msg("files.disk_full.remedy", needed=needed, free=free),
            where=str(file),
        )
        self.file = file
        self.needed = needed
        self.free = free


class TargetBusy(UserError):
    """Another program holds the target open, so that it cannot be replaced."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            msg("files.target_busy", file=str(file)), msg("files.target_busy.remedy"), where=str(file)
        )


class NotWritable(UserError):
    """This user may not create files in the folder of the target."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            msg("files.not_writable", folder=str(file.parent)),
            msg("files.not_writable.remedy"),
            where=str(file.parent),
        )


class NoFolder(UserError):
    """The folder of the target is not there, or is none that takes files."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            msg("files.no_folder", folder=str(file.parent)),
            msg("files.no_folder.remedy"),
            where=str(file.parent),
        )


class FolderThere(UserError):
    """A folder has the name that the target should have."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            msg("files.no_file", name=file.name), msg("files.no_file.remedy"), where=str(file.parent)
        )


class NameTooLong(UserError):
    """The system takes no name as long as that of the target."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            msg("files.name_too_long", length=len(file.name)),
            msg("files.name_too_long.remedy"),
            where=str(file),
        )


_HINDRANCES: dict[int | None, Callable[[Path], UserError]] = {
    errno.EACCES: NotWritable, errno.EPERM: NotWritable, errno.EROFS: NotWritable,
    errno.ENOENT: NoFolder, errno.ENOTDIR: NoFolder, errno.EEXIST: NoFolder,
    errno.ENAMETOOLONG: NameTooLong,
}  # fmt: skip


class NotConfirmed(UserError):
    """The new file is in place, but the disk did not confirm that it would survive a power cut."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            msg("files.not_confirmed", file=str(file)), msg("files.not_confirmed.remedy"), where=str(file)
        )


def free_bytes(folder: Path) -> int:
    """Says how many bytes this user may still write on the disk of `folder` (or its nearest parent)."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free


def require_space(file: Path, needed: int) -> None:
    """Refuses with `DiskFull` before anything is written if `needed` bytes do not fit beside `file`."""
    free = free_bytes(file.parent)
    if free < needed:
        raise DiskFull(file, needed=needed, free=free)


@contextmanager
def disk_full_named(file: Path, *, needed: int = 0) -> Iterator[None]:
    """Turns the operating system's "no space left" into a sentence with the file and the bytes."""
    try:
        yield
    except OSError as problem:
        if problem.errno not in DISK_FULL:
            raise
        free = free_bytes(file.parent)
        raise DiskFull(file, needed=max(needed, free + 1), free=free) from problem


@contextmanager
def place_named(file: Path) -> Iterator[None]:
    """Turns the system's refusal to make a file or folder here into a sentence with the place."""
    try:
        yield
    except OSError as problem:
        hindrance = _HINDRANCES.get(problem.errno)
        if hindrance is None:
            raise
        raise hindrance(file) from problem


def make_folder(folder: Path) -> None:
    """Makes a folder with its parents, unless it is there; raises what `place_named` and a full disk tell."""
    inside = folder / LITTER_PREFIX
    with disk_full_named(folder), place_named(inside):
        folder.mkdir(parents=True, exist_ok=True)


class Placed:
    """The files that an action put in place, and that were not there before."""

    def __init__(self) -> None:
        self.new: list[Path] = []

    def note(self, path: Path) -> None:
        """Notes a file that is about to be written."""
        if not path.exists():
            self.new.append(path)


@contextmanager
def gone_if_it_fails() -> Iterator[Placed]:
    """Removes the new files of an action that is not recorded after all, as on a disk that is full."""
    placed = Placed()
    try:
        yield placed
    except BaseException:
        for path in placed.new:
            path.unlink(missing_ok=True)
        raise


def look_before_writing(target: Path) -> None:
    """Refuses what would be refused if `target` were written, without writing anything."""
    if not target.parent.is_dir():
        raise NoFolder(target)
    if not os.access(target.parent, os.W_OK):
        raise NotWritable(target)


@contextmanager
def replace_file(target: Path, *, mode: int = OWNER_ONLY, needed: int = 0) -> Iterator[BinaryIO]:
    """Gives a stream whose content becomes `target` in one step when the block ends without an error.

    `mode` holds the permission bits of the finished file; `needed` is its expected size in bytes, told if
    the disk is full. An error inside the block leaves the old target as it was and nothing beside it.

    Raises:
        DiskFull: there is no room for the new content.
        NotWritable: the folder takes no new files from this user.
        NoFolder: there is no such folder.
        FolderThere: a folder has that name.
        NameTooLong: the system takes no such name.
        TargetBusy: another program holds the target open (Windows).
        NotConfirmed: the target is new, but the folder entry could not be made durable.
    """
    with disk_full_named(target, needed=needed):
        handle, temporary = _file_beside(target)
        try:
            with os.fdopen(handle, "wb") as stream:
                yield cast("BinaryIO", stream)
                make_durable(stream)
            temporary.chmod(mode)
            _swap(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)


def _file_beside(target: Path) -> tuple[int, Path]:
    with place_named(target):
        if (
            target.is_dir()
        ):  # asked of the target itself, as its name may be too long, unlike the temporary one
            raise FolderThere(target)
        handle, name = tempfile.mkstemp(prefix=LITTER_PREFIX, dir=target.parent)
    return handle, target.parent / name


def make_durable(stream: BinaryIO) -> None:
    """Waits until the disk holds what was written; never repeated: a second try reports false success."""
    stream.flush()
    os.fsync(stream.fileno())


def make_all_durable(files: Sequence[Path]) -> None:
    """Waits until the disk holds all these files; asked for many at once, it is ten times as quick."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  (needed only here)

    with ThreadPoolExecutor(_SYNCED_AT_ONCE) as pool:
        list(pool.map(_make_one_durable, files))


def _make_one_durable(file: Path) -> None:
    with file.open("r+b") as stream:
        make_durable(stream)


def _swap(temporary: Path, target: Path) -> None:
    try:
        temporary.replace(target)
    except PermissionError as problem:
        raise TargetBusy(target) from problem
    try:
        sync_folder(target.parent)
    except OSError as problem:
        raise NotConfirmed(target) from problem


def sync_folder(folder: Path) -> None:
    """Makes new and renamed entries of `folder` survive a power cut (Windows does so by itself)."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove_litter(folder: Path) -> None:
    """Removes what an interrupted write left in `folder`; only where nobody else is writing."""
    for left_over in folder.glob(f"{LITTER_PREFIX}*"):
        if left_over.is_dir() and not left_over.is_symlink():
            shutil.rmtree(left_over, ignore_errors=True)
        else:
            with suppress(OSError):
                left_over.unlink(missing_ok=True)
