"""Parsers that do what a hostile file might make a real one do; the child runs them under its own kinds."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from vendorrisk.documents.problems import refusal


def echo(path, options, limits):
    return {"text": path.read_text(), "options": dict(options)}


def refuse(path, options, limits):
    raise refusal(path.name, "not_a_workbook", name=path.name)


def stumble(path, options, limits):
    return {}["absent"]


def sleep(path, options, limits):
    time.sleep(600)


def spin(path, options, limits):
    while True:
        pass


def swell(path, options, limits):
    return len(bytearray(4 * limits.memory_bytes))


def dig(path, options, limits):
    return dig(path, options, limits)


def die(path, options, limits):
    os.kill(os.getpid(), signal.SIGKILL)


def shout(path, options, limits):
    print("noise that a library might print")
    sys.stdout.flush()
    return "quiet"


def flood(path, options, limits):
    return "x" * (limits.answer_bytes + 1)


def lie(path, options, limits):
    for descriptor in range(3, 10):
        try:
            os.write(descriptor, b'{"schema":"vendorrisk.read/1","problems":[{"where":7}]}\n')
        except OSError:
            continue
    os._exit(0)


def babble(path, options, limits):
    for descriptor in range(3, 10):
        try:
            os.write(descriptor, b"[[[[not json\n")
        except OSError:
            continue
    os._exit(0)


def _outcome(attempt) -> str:
    try:
        attempt()
    except OSError as refused:
        return type(refused).__name__
    return "done"


def misbehave(path, options, limits):
    """Tries what no parser needs and tells what came of it."""

    def kernel_write():
        descriptor = os.open(options["target"], os.O_WRONLY | os.O_CREAT)
        try:
            os.write(descriptor, b"x")
        finally:
            os.close(descriptor)

    return {
        "connect": _outcome(lambda: socket.create_connection(("127.0.0.1", options["port"]), timeout=5)),
        "start": _outcome(lambda: subprocess.run([sys.executable, "-V"], check=True)),
        "write": _outcome(lambda: Path(options["target"]).write_text("x")),
        "kernel_write": _outcome(kernel_write),
    }


def confined(path, options, limits):
    """Which of the kernel's limits hold, read back from the kernel, and a write by machine code."""
    import resource

    held = {"memory": resource.RLIMIT_AS, "files": resource.RLIMIT_NOFILE, "writing": resource.RLIMIT_FSIZE}
    libc = ctypes.CDLL(None)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    descriptor = libc.open(options["target"].encode(), os.O_WRONLY)
    libc.write(descriptor, b"x", 1)
    return [name for name, which in held.items() if resource.getrlimit(which)[1] != resource.RLIM_INFINITY]


def loaded(path, options, limits):
    return sorted(
        {name.split(".")[0] for name in sys.modules} | {n for n in sys.modules if "vendorrisk" in n}
    )


KINDS = {
    name: f"strangers:{name}"
    for name in (
        "echo",
        "refuse",
        "stumble",
        "sleep",
        "spin",
        "swell",
        "dig",
        "die",
        "shout",
        "flood",
        "lie",
        "babble",
        "misbehave",
        "confined",
        "loaded",
    )
}
