"""The list of erasures beside the register: which fields of which rows, never whose.

It lies outside the encrypted file on purpose, so that a backup from before an erasure, once restored, forgets
again. It holds ids only.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vendorrisk.usecases.safe_files import replace_file

if TYPE_CHECKING:
    from pathlib import Path

NAME = "register.erasures"

Target = tuple[str, str, tuple[str, ...]]


def remember(folder: Path, targets: list[Target]) -> None:
    """Writes the whole list anew."""
    with replace_file(folder / NAME) as file:
        file.write(json.dumps(targets, indent=1).encode())


def erasures_beside(backup: Path) -> list[Target]:
    """The list of the workspace in whose `backups` folder this backup lies; empty where there is none."""
    for folder in (backup.absolute().parent.parent, backup.absolute().parent):
        path = folder / NAME
        if path.is_file():
            told = json.loads(path.read_text(encoding="utf-8"))
            return [(str(table), str(row), tuple(map(str, names))) for table, row, names in told]
    return []
