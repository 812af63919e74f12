"""A display for tests of focus and activation: Xvfb under a free number, with a window manager."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import ExitStack, contextmanager
from shutil import which
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROGRAMS = ("Xvfb", "openbox", "xdotool")
SCREEN = "1366x768x24"
PATIENCE = 20.0  # seconds


class DisplayFailed(Exception):
    """The display did not come up; the text says what did not."""


def is_possible() -> bool:
    """Tell whether all programs for a display of our own are here."""
    return all(which(program) for program in PROGRAMS)


@contextmanager
def own_display(logs: Path) -> Iterator[str]:
    """Open a display with a window manager, yield its name such as ":3", and close both at the end.

    Raises:
        DisplayFailed: if one of the two does not start.
    """
    with ExitStack() as stack:
        name = _start_server(stack, logs / "xvfb.log")
        _start_window_manager(stack, logs / "openbox.log", name)
        yield name


def _start_server(stack: ExitStack, log: Path) -> str:
    reading, writing = os.pipe()
    stack.callback(os.close, reading)
    argv = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
    try:
        _start(stack, argv, log, pass_fds=(writing,))
    finally:
        os.close(writing)
    number = b""
    while not number.endswith(
        b"\n"
    ):  # Xvfb writes its number when it answers, or closes the pipe when it ends
        part = os.read(reading, 16)
        if not part:
            raise DisplayFailed(f"Xvfb did not start: {log.read_text('utf-8', 'replace')[-500:]}")
        number += part
    return f":{number.decode().strip()}"


def _start_window_manager(stack: ExitStack, log: Path, display: str) -> None:
    env = {**os.environ, "DISPLAY": display}
    manager = _start(stack, ["openbox", "--sm-disable"], log, env=env)
    until = time.monotonic() + PATIENCE
    while subprocess.run(["xdotool", "get_desktop"], env=env, capture_output=True, check=False).returncode:
        if manager.poll() is not None or time.monotonic() > until:
            raise DisplayFailed(f"openbox did not start: {log.read_text('utf-8', 'replace')[-500:]}")
        time.sleep(0.02)


def _start(
    stack: ExitStack,
    argv: list[str],
    log: Path,
    env: dict[str, str] | None = None,
    pass_fds: tuple[int, ...] = (),
) -> subprocess.Popen[bytes]:
    output = stack.enter_context(log.open("wb"))
    child = subprocess.Popen(
        argv, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=env, pass_fds=pass_fds
    )
    stack.callback(_end, child)
    return child


def _end(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(timeout=5)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
