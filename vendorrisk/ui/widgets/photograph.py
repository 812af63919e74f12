"""Pictures of widgets, for the guide and for putting them beside the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from vendorrisk.ui.widgets.theme import Scheme, current_theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


def photograph(widget: QWidget, path: Path, scheme: Scheme | None = None) -> None:
    """Writes a picture of a widget as PNG, in another scheme if one is named; the window's own comes back.

    Raises:
        OSError: The picture could not be written.
    """
    theme = current_theme()
    before = theme.scheme
    application = QApplication.instance()
    if scheme is not None and isinstance(application, QApplication):
        theme.apply(application, scheme)
    try:
        widget.ensurePolished()
        widget.show()
        QApplication.processEvents()
        picture = widget.grab()
    finally:
        if scheme is not None and isinstance(application, QApplication):
            theme.apply(application, before)
    if not picture.save(str(path), "PNG"):
        raise OSError(f"The picture {path} could not be written.")
