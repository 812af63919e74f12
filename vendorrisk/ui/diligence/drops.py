"""Files dropped anywhere on the window: returned workbooks are taken in, papers become documents.

A table or page that has a better use for them takes them first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorrisk.ui.widgets.drop_target import DropZone
from vendorrisk.ui.widgets.words import tr_count

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context

WORKBOOKS: Final = frozenset({".xlsx"})
PAPERS: Final = frozenset({".pdf", ".docx", ".doc", ".odt", ".png", ".jpg", ".jpeg", ".eml", ".msg", ".txt"})


def watch(context: Context, window: QWidget) -> DropZone:
    """Lets a window take files, wherever on it they are let go."""
    zone = DropZone(window, promise)
    zone.dropped.connect(lambda files: take(context, window, files))
    return zone


def promise(files: list[Path]) -> str:
    """Says what dropping these files would do; empty for anything else, and for both kinds mixed."""
    endings = {one.suffix.lower() for one in files}
    if endings <= WORKBOOKS:
        return tr_count("Take answers in", "Take in {count} workbooks, one after the other", len(files))
    if endings <= PAPERS:
        return tr_count("Add as document", "Add {count} documents", len(files))
    return ""


def take(context: Context, parent: QWidget, files: list[Path]) -> None:
    """Does what was promised."""
    if files[0].suffix.lower() in WORKBOOKS:
        from vendorrisk.ui.diligence.taking_in import take_in  # noqa: PLC0415  (not needed to start)

        for file in files:
            take_in(context, parent, file)
        return
    from vendorrisk.ui.diligence.document_dialog import add_document  # noqa: PLC0415  (not needed to start)

    add_document(context, parent, files=files)
