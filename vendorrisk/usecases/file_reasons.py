"""Why a file cannot be read, in words of our own: the system says it in whatever language it speaks."""

from __future__ import annotations

import errno
from typing import Final

from vendorrisk.domain.message import Message, msg

_REASONS: Final = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EISDIR: "folder",
    errno.ENAMETOOLONG: "name",
    errno.ELOOP: "circle",
    errno.EIO: "disk",
}


def reason_of(failed: OSError) -> Message:
    """Says why the system could not open or read a file; a rare reason is given by the system's number."""
    known = _REASONS.get(failed.errno or 0)
    return msg(f"file.reason.{known}") if known else msg("file.reason.other", number=failed.errno or 0)
