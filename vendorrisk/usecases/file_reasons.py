"""Why a file cannot be read or written, in our own words: the system says it in any language."""

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
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
}


def reason_of(failed: OSError) -> Message:
    """Says why the system did not open, read or write a file; a rare reason is given by its number."""
    known = _REASONS.get(failed.errno or 0)
    return msg(f"file.reason.{known}") if known else msg("file.reason.other", number=failed.errno or 0)
