"""While somebody looks at the Welcome page, everything is loaded that opening a workspace will need."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.support.programs import an_outside
from tests.support.vaults import KeyringDouble
from vendorrisk.app.wiring import created, key_wishes
from vendorrisk.usecases.workspace.setting_up import NewWorkspace

ROOT = Path(__file__).resolve().parents[3]
CHILD = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from vendorrisk.app.main import Wishes, run_window
from vendorrisk.ui.opening.program import Program

folder, entries = Path(sys.argv[1]), json.loads(sys.argv[2])

def outside():
    from tests.support.programs import an_outside, KeyringDouble
    return an_outside(KeyringDouble(entries={name: bytes.fromhex(key) for name, key in entries.items()}))

def started(program, *wishes):
    start(program, *wishes)
    before = []
    def look():
        if not before and program.is_loaded:
            before.extend(sys.modules)
            program.doorway.open(folder)
        if program.session is not None and program.session.window.isVisible():
            late = {name for name in sys.modules if name.startswith("vendorrisk")} - set(before)
            program.session.close()
            print(sorted(late), flush=True)
            os._exit(0)
    program.looking = QTimer()
    program.looking.timeout.connect(look)
    program.looking.start(10)

start, Program.start = Program.start, started
run_window(Wishes(outside=outside))
"""


def test_nothing_of_the_program_is_left_to_load_when_a_workspace_opens(tmp_path):
    ring, folder = KeyringDouble(), tmp_path / "a.vendorrisk"
    outside = an_outside(ring)
    created(folder, key_wishes(outside, ring, None), outside, NewWorkspace(company="Acme"))[0].lock()
    entries = json.dumps({name: key.hex() for name, key in ring.entries.items()})
    folders = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder), entries],
        cwd=ROOT, env={**os.environ, **folders, "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.decode().strip() == "[]"
