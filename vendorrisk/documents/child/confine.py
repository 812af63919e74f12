"""Takes from the child what a parser does not need: memory, time, files, network, other programs.

The kernel's limits come first where there are any. The audit hook is a second fence that every system has; it
stops Python code, not machine code, and is therefore never the only measure on a system with a first one.
"""

from __future__ import annotations

import ctypes
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vendorrisk.documents.child.limits import Limits

CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000

FORBIDDEN_EVENTS = (
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.getaddrinfo",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.forkpty",
    "os.remove",
    "os.rename",
    "os.link",
    "os.symlink",
    "os.mkdir",
    "os.rmdir",
    "os.chmod",
    "os.truncate",
    "shutil.",
    "ftplib.",
    "smtplib.",
    "urllib.",
    "webbrowser.",
)

_WRITING = frozenset("wax+")
_WRITING_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def confine(limits: Limits) -> tuple[str, ...]:
    """Narrows this process for good and returns what is in force, such as ("memory", "network")."""
    return (*_kernel_limits(limits), *_no_network(), *_no_side_effects())


def allow_cpu(limits: Limits) -> None:
    """Gives the next file its own processor time, counted from what is already used up."""
    try:
        import resource  # noqa: PLC0415  (absent on Windows)
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + limits.cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))


def _kernel_limits(limits: Limits) -> tuple[str, ...]:
    try:
        import resource  # noqa: PLC0415  (absent on Windows)
    except ImportError:
        return ()
    wanted = {
        "memory": (resource.RLIMIT_AS, limits.memory_bytes),
        "files": (resource.RLIMIT_NOFILE, limits.open_files),
        "writing": (resource.RLIMIT_FSIZE, 0),
        "core": (resource.RLIMIT_CORE, 0),
    }
    done = []
    for name, (which, most) in wanted.items():
        try:
            resource.setrlimit(which, (most, most))
        except (ValueError, OSError):
            continue  # macOS refuses some of them; the wall clock stays
        done.append(name)
    return tuple(done)


def _no_network() -> tuple[str, ...]:
    """An empty network namespace, where the kernel lets us have one."""
    if not sys.platform.startswith("linux"):
        return ()
    libc = ctypes.CDLL(None, use_errno=True)
    for flags in (CLONE_NEWNET, CLONE_NEWUSER | CLONE_NEWNET):
        if libc.unshare(flags) == 0:
            return ("network",)
    return ()


def _no_side_effects() -> tuple[str, ...]:
    sys.addaudithook(_refuse)
    return ("side effects",)


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event == "open":
        _, mode, flags = args
        if (isinstance(mode, str) and _WRITING & set(mode)) or (
            isinstance(flags, int) and flags & _WRITING_FLAGS
        ):
            raise PermissionError("a parser may not write files")
    elif event.startswith(FORBIDDEN_EVENTS):
        raise PermissionError(f"a parser may not do this: {event}")
