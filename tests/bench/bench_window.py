"""From the Welcome page to the first page of a large register in the window, and its memory at rest."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from tests.bench.ground import Ground
from tests.bench.rows import Row
from tests.bench.stock import build_large
from vendorrisk.app.main import PREFERENCES
from vendorrisk.app.paths import preferences_folder
from vendorrisk.app.preferences import Preferences
from vendorrisk.ui.shell.own_memory import OwnMemory
from vendorrisk.ui.shell.places import LAST_PLACE

RUNS = 3
LOOKED_AT_MS, AT_ONCE_MS = 1500, 0
"""How long somebody looks at the Welcome page before the click."""


def rows() -> Iterator[Row]:
    ground = Ground.shared()
    build_large(ground)
    _left_at_vendors(ground)
    runs = [_opened(ground, LOOKED_AT_MS) for _ in range(RUNS + 1)][1:]
    shown, memory = min(shown for shown, _ in runs), max(memory for _, memory in runs)
    note = f"raw key; least of {RUNS}; a click {LOOKED_AT_MS / 1000} s after Welcome"
    yield Row("from Welcome to the painted first page of 10,000 vendors", shown, limit=400, note=note)
    at_once = min(_opened(ground, AT_ONCE_MS)[0] for _ in range(RUNS))
    yield Row("the same, opened with the first picture", at_once, note="nothing is loaded yet")
    yield Row("memory of the open window at rest", memory, unit="MB", limit=200, note="10,000 vendors")


def _left_at_vendors(ground: Ground) -> None:
    """As if the program had been closed in the register, where it begins again."""
    store = Preferences(preferences_folder() / PREFERENCES)
    OwnMemory(store, ground.folder / "large.vendorrisk").put(LAST_PLACE, "vendors")


def _opened(ground: Ground, looked_at_ms: int) -> tuple[float, float]:
    argv = [sys.executable, "-m", "tests.bench.open_register", str(looked_at_ms)]
    done = subprocess.run(argv, env=ground.environ(), capture_output=True, text=True, timeout=120, check=True)
    shown, memory = map(float, done.stdout.split())
    return shown, memory
