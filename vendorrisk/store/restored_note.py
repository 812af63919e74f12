"""A restored workspace tells so in its journal: noted when it is unpacked, entered when it is first opened.

A backup is unpacked without a key, so nothing can be written into the register then.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vendorrisk.usecases.actions import Wall
from vendorrisk.usecases.journal.history import RESTORE
from vendorrisk.usecases.safe_files import replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.store.book import SqlBook
    from vendorrisk.store.sqlite.backup_manifest import Manifest


def leave_note(path: Path, backup: Manifest) -> None:
    """Notes which backup was unpacked here: the newest entry it holds, and when it was made (UTC)."""
    told = {"sequence": backup.sequence, "made": backup.created_at.isoformat()}
    with replace_file(path) as file:
        file.write(json.dumps(told).encode())


def enter_note(path: Path, book: SqlBook) -> None:
    """Enters the restore as a wall, once, even after a crash between the entry and the end of the note."""
    if not path.is_file():
        return
    newest = book.log(limit=1)
    if not newest or newest[0].wall != Wall.RESTORED:
        book.note(RESTORE, **_told(path))
    path.unlink()


def _told(path: Path) -> dict[str, Any]:
    """What the note says; a damaged one still proves that something was restored."""
    try:
        told = json.loads(path.read_bytes())
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
