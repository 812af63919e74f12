"""A child of the window bench: opens the large register from the Welcome page, by the raw key.

Usage: python -m tests.bench.open_register MILLISECONDS  (how long the Welcome page is looked at before)
Writes two lines: the milliseconds from there to the painted first page, and the memory in MB after a rest.
Nothing of the program is loaded for the measuring that the program would not have loaded by itself.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from tests.bench.rows import memory_mb

REST_MS = 3000


def main() -> None:
    from vendorrisk.app.main import Wishes, run_window
    from vendorrisk.ui.opening.program import Program

    start = Program.start

    def started(program: Program, *wishes: object) -> None:
        start(program, *wishes)
        watched(program)

    Program.start = started
    run_window(Wishes(outside=outside))


def outside():
    from tests.bench.ground import Ground

    return Ground.shared().outside()


def watched(program) -> None:
    """Opens the register when the Welcome page was looked at; ends the process after a rest."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from vendorrisk.ui.widgets.table import Table

    class Watch(QObject):
        began = 0.0

        def open(self):
            self.began = time.perf_counter()
            program.doorway.open(Path(os.environ["BENCH_GROUND"]) / "large.vendorrisk")

        def eventFilter(self, watched, event):
            table = watched.parent() if event.type() is QEvent.Type.Paint else None
            if isinstance(table, Table) and table.model().rowCount() and table.model().row_at(0) is not None:
                QApplication.instance().removeEventFilter(self)
                QTimer.singleShot(0, self.painted)
            return False

        def painted(self):
            print((time.perf_counter() - self.began) * 1000, flush=True)
            QTimer.singleShot(REST_MS, self.rested)

        def rested(self):
            print(memory_mb(), flush=True)
            program.session.workspace.lock()
            os._exit(0)

    program.bench_watch = Watch()
    QApplication.instance().installEventFilter(program.bench_watch)
    QTimer.singleShot(int(sys.argv[1]), program.bench_watch.open)


if __name__ == "__main__":
    main()
