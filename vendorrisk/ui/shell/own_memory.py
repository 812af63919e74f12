"""What the window remembers for this person, with place and filters kept apart for each workspace."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.ui.shell.places import LAST_PLACE

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.ui.widgets.frame import WindowStore

_VIEWS: Final = "views."
_NARROWING: Final = {"text": "", "filters": []}
"""The parts of a view that speak of what is in a workspace, as they are where nothing was sought yet."""


class OwnMemory:
    """The person's store, seen from one workspace.

    Columns, widths and saved views are the person's, wherever she works. Where she was and what she had
    narrowed a table to belong to the workspace: another one begins at Home with all its rows.
    """

    def __init__(self, store: WindowStore, folder: Path) -> None:
        self._store = store
        self._mark = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:12]

    def get(self, key: str) -> str:
        """What was kept, nothing if nothing was."""
        if key == LAST_PLACE:
            return self._store.get(self._own(key))
        kept = self._store.get(key)
        return self._narrowed(key, kept) if key.startswith(_VIEWS) and kept else kept

    def put(self, key: str, value: str) -> None:
        """Keeps a text."""
        self._store.put(key, value)
        if key == LAST_PLACE:
            self._store.put(self._own(key), value)
        elif key.startswith(_VIEWS):
            in_use = _in_use(value) or {}
            self._store.put(self._own(key), json.dumps({name: in_use.get(name) for name in _NARROWING}))

    def _own(self, key: str) -> str:
        return f"{key}@{self._mark}"

    def _narrowed(self, key: str, kept: str) -> str:
        """A table's views with what was sought here, not what was sought elsewhere."""
        in_use = _in_use(kept)
        if in_use is None:
            return kept
        here = _read(self._store.get(self._own(key)))
        return json.dumps(_read(kept) | {"in_use": in_use | (here or _NARROWING)}, ensure_ascii=False)


def _in_use(kept: str) -> dict[str, Any] | None:
    in_use = _read(kept).get("in_use")
    return in_use if isinstance(in_use, dict) else None


def _read(text: str) -> dict[str, Any]:
    """What a kept text holds; a damaged one counts as none."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
