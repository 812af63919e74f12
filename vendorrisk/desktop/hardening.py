"""Makes it harder to find the key in this process from outside: no core dumps, no reading of its memory.

Malware that runs as the same person while the workspace is open remains out of reach of this.
"""

from __future__ import annotations

import ctypes
import sys

_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """Switches core dumps off and keeps other processes of this user out of our memory, as far as we may."""
    _forbid_core_dumps()
    _close_memory()


if sys.platform == "win32":

    def _forbid_core_dumps() -> None:
        """Windows writes none unless an administrator asks it to."""

else:
    import resource

    def _forbid_core_dumps() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if sys.platform == "linux":

    def _close_memory() -> None:
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)

else:

    def _close_memory() -> None:
        """No other system lets a process ask for it."""
