"""A child of the start-up bench: shows an empty window or the program, and says when it answers a key.

Usage: python -m tests.bench.first_picture empty|welcome
"""

from __future__ import annotations

import os
import sys


def main(which: str) -> None:
    if which == "empty":
        empty_window()
    else:
        from vendorrisk.ui.widgets import theme

        start = theme.start_application
        theme.start_application = lambda arguments: watched(start(arguments))
        from vendorrisk.app.main import plain_start

        plain_start()


def empty_window() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = watched(QApplication(sys.argv))
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    app.exec()


def watched(app):
    """Posts a key to the window once it was painted, and ends the process when the key has arrived."""
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer
    from PySide6.QtGui import QKeyEvent

    class Watch(QObject):
        painted = False

        def eventFilter(self, watched, event):
            kind = event.type()
            if kind is QEvent.Type.Paint and not self.painted:
                self.painted = True
                QTimer.singleShot(0, self.press)
            elif kind is QEvent.Type.KeyPress and watched.isWidgetType():
                print("answered", flush=True)
                os._exit(0)
            return False

        def press(self):
            target = app.focusWidget() or app.topLevelWidgets()[0]
            key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
            app.postEvent(target, key)

    app.watch = Watch()
    app.installEventFilter(app.watch)
    return app


if __name__ == "__main__":
    main(sys.argv[1])
