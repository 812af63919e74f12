"""One writer at a time: a lock of the operating system for the session, and a note saying who holds it.

The lock is what counts: it is free again the moment its process ends, however it ends. The note inside the
file only informs. Nobody deletes the file, so nobody deletes a lock that is not theirs.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from vendorrisk.usecases.safe_files import DISK_FULL, OWNER_ONLY
from vendorrisk.usecases.workspace.opening_outcomes import InUse, ReadOnlyFolder

if TYPE_CHECKING:
    from pathlib import Path

_NOTE_LIMIT = 4096
_LOCKED_BYTE = 1 << 30  # far behind the note, which must stay readable while the byte is locked
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who opens: login name, name of the machine, process, and since when (UTC, ends in Z)."""

    user: str
    host: str
    pid: int
    since: str


class SessionLock:
    """The held lock of one open workspace."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def release(self) -> None:
        """Gives the workspace back: empties the note, then frees the lock. Does nothing the second time."""
        handle, self._handle = self._handle, -1
        if handle < 0:
            return
        os.ftruncate(handle, 0)
        os.close(handle)


def take_lock(path: Path, holder: Holder, *, take_over: bool = False) -> SessionLock:
    """Takes the lock file at `path`, or says who has it.

    A note left by another machine counts as held, since a lock over there cannot be seen from here;
    `take_over` is the person's word that nobody works there any more.

    Raises:
        OpeningRefused: with `InUse` or `ReadOnlyFolder`.
    """
    handle = _opened(path)
    try:
        if not _try_lock(handle):
            raise _in_use(_note_in(handle), elsewhere=False).as_error()
        note = _note_in(handle)
        if note is not None and note.host != holder.host and not take_over:
            raise _in_use(note, elsewhere=True).as_error()
        _write_note(handle, holder)
    except BaseException:
        os.close(handle)
        raise
    return SessionLock(handle)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), OWNER_ONLY)
    except OSError as problem:
        if problem.errno in _FORBIDDEN:
            raise ReadOnlyFolder(folder=str(path.parent)).as_error() from None
        raise


def _try_lock(handle: int) -> bool:
    try:
        _lock_by_system(handle)
    except OSError as problem:
        if problem.errno in _HELD:
            return False
        raise
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock_by_system(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock_by_system(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _write_note(handle: int, holder: Holder) -> None:
    """Says who has the lock; on a full disk nobody is named, so that it still opens and room can be made."""
    content = json.dumps(asdict(holder)).encode()
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    try:
        os.write(handle, content)
    except OSError as problem:
        if problem.errno not in DISK_FULL:
            raise
        os.ftruncate(handle, 0)


def _note_in(handle: int) -> Holder | None:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        fields: dict[str, Any] = json.loads(os.read(handle, _NOTE_LIMIT))
        return Holder(
            user=str(fields["user"]),
            host=str(fields["host"]),
            pid=int(fields["pid"]),
            since=str(fields["since"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _in_use(note: Holder | None, *, elsewhere: bool) -> InUse:
    if note is None:
        return InUse(by="", host="", pid=0, since="", elsewhere=elsewhere)
    return InUse(by=note.user, host=note.host, pid=note.pid, since=note.since, elsewhere=elsewhere)
