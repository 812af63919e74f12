"""What only the program can do for its window: other workspaces, the lock, and facts about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from vendorrisk.usecases.workspace.recent import RecentWorkspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Ways out of this window. Each but the last three locks the open workspace first.

    `diagnostics` tells of program and system, never of data; `licences` gives (component, licence) pairs;
    `guide` is the page that F1 opens.
    """

    new: Callable[[], None]
    open: Callable[[], None]
    open_recent: Callable[[Path], None]
    restore: Callable[[], None]
    sample: Callable[[], None]
    lock: Callable[[], None]
    recent: Callable[[], Sequence[RecentWorkspace]]
    diagnostics: Callable[[], str]
    licences: Callable[[], Sequence[tuple[str, str]]]
    guide: Path
