"""Two starts on a real desktop (x11): the second brings the first one's window to the front, and ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

pytestmark = pytest.mark.x11

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 20_000  # milliseconds


def started(env):
    return subprocess.Popen(
        [sys.executable, "-m", "vendorrisk", "gui"], cwd=ROOT, env=env,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def xdotool(*words):
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False)
    return done.stdout.split()


@pytest.fixture
def env(tmp_path):
    own = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
    return {**os.environ, **own, "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)}


@pytest.fixture
def first(env, qtbot):
    child = started(env)
    qtbot.waitUntil(lambda: bool(windows_of(child)), timeout=PATIENCE)
    yield child
    child.terminate()
    child.communicate(timeout=20)


def windows_of(child):
    return xdotool("search", "--onlyvisible", "--pid", str(child.pid), "--name", "^vendorrisk$")


def test_a_second_start_raises_the_window_that_is_there(env, first, qtbot, tmp_path):
    (window,) = windows_of(first)
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("vendorrisk/any"))), timeout=PATIENCE)
    cover = QLabel("in front of it")
    qtbot.addWidget(cover)
    cover.resize(1300, 700)
    cover.show()
    cover.activateWindow()
    qtbot.waitUntil(lambda: xdotool("getactivewindow") != [window], timeout=PATIENCE)
    second = started(env)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=PATIENCE)
    assert second.returncode == 0
    qtbot.waitUntil(lambda: xdotool("getactivewindow") == [window], timeout=PATIENCE)
    assert first.poll() is None


def test_after_the_first_has_ended_a_start_opens_a_window_again(env, first, qtbot, tmp_path):
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("vendorrisk/any"))), timeout=PATIENCE)
    first.kill()
    first.wait()
    again = started(env)
    try:
        qtbot.waitUntil(lambda: bool(windows_of(again)), timeout=PATIENCE)
    finally:
        again.terminate()
        again.communicate(timeout=20)
