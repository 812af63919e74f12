"""Makes it harder to find the key in this process from outside: no core dumps, no reading of its memory.

Malware that runs as the same person while the workspace is open remains out of reach of this.
"""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass

_PR_SET_DUMPABLE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Hardening:
    """What this system let us do: switch core dumps off, keep other processes out of our memory."""

    no_core_dumps: bool
    memory_closed: bool


def harden_process() -> Hardening:
    """Switches core dumps off and keeps other processes of this user out of our memory, as far as we may."""
    return Hardening(no_core_dumps=_forbid_core_dumps(), memory_closed=_close_memory())


if sys.platform == "win32":

    def _forbid_core_dumps() -> bool:
        return False

else:
    import resource

    def _forbid_core_dumps() -> bool:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        return True


if sys.platform == "linux":

    def _close_memory() -> bool:
        return bool(ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)

else:

    def _close_memory() -> bool:
        return False
