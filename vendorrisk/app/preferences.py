"""This person's preferences and the window's small memory: one JSON file, never in the workspace."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Preferences:
    """Small texts by key, kept from one start to the next; an unreadable file counts as empty."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = _read(file)

    def get(self, key: str) -> str:
        """What was kept, nothing if nothing was."""
        return self._values.get(key, "")

    def put(self, key: str, value: str) -> None:
        """Keeps a text, at once; where it cannot be written, it is known until the program ends."""
        if self._values.get(key, "") == value:
            return
        from vendorrisk.domain.message import UserError  # noqa: PLC0415  (not needed to start)
        from vendorrisk.usecases.safe_files import make_folder, replace_file  # noqa: PLC0415  (not needed to start)

        self._values[key] = value
        with suppress(OSError, UserError):  # no window is to stay open because its size cannot be noted
            make_folder(self._file.parent)
            with replace_file(self._file) as file:
                file.write(json.dumps(self._values, indent=1, ensure_ascii=False).encode())


def _read(file: Path) -> dict[str, str]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in told.items()} if isinstance(told, dict) else {}
