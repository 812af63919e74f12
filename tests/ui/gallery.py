"""Photographs every composition of widgets in light and dark: `python -m tests.ui.gallery FOLDER`.

Put the pictures beside the plan. Run it with QT_QPA_PLATFORM=offscreen, or under a real display.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.ui import sights
from vendorrisk.ui.widgets.photograph import photograph
from vendorrisk.ui.widgets.theme import Scheme, Theme, start_application

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
PAGES = ("home", "vendor", "change", "controls")
SIZE = (1366, 768)


def take(folder: Path) -> list[Path]:
    """Writes one picture per page and scheme and returns their paths."""
    application = start_application(["gallery"])
    theme = Theme(RESOURCES)
    theme.apply(application, Scheme.LIGHT)
    window = sights.frame()
    window.resize(*SIZE)
    window.show()
    taken = []
    for page in PAGES:
        window.go(page)
        QApplication.processEvents()
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            taken.append(folder / f"{page}-{scheme}.png")
            photograph(window, taken[-1], scheme)
    return taken


if __name__ == "__main__":
    goal = Path(sys.argv[1] if len(sys.argv) > 1 else "gallery")
    goal.mkdir(parents=True, exist_ok=True)
    for path in take(goal):
        print(path)
