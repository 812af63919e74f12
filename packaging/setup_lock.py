"""One set-up at a time: a lock that ends with the processes that hold it, however they end."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager

BUSY = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@contextmanager
def setup_lock(path: Path, on_wait: Callable[[], None]) -> Iterator[int]:
    """Hold a file locked and yield its descriptor; a second holder is told once that it waits.

    On Linux and macOS the lock belongs to the open file, so a child that inherits the descriptor keeps it: if
    set-up is killed, the next one waits until the orphaned child has stopped writing.
    """
    descriptor = os.open(str(path), os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if not _locks(descriptor):
            on_wait()
            while not _locks(descriptor):
                time.sleep(0.1)
        yield descriptor
    finally:
        os.close(descriptor)


def _locks(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  (only there)

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  (only there)

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        if problem.errno in BUSY:
            return False
        raise
    return True
