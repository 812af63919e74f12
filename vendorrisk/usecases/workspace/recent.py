"""A workspace on the list of recent ones. It stands alone, because the first picture needs nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class RecentWorkspace(NamedTuple):
    """A workspace that was open here before; `there` is False where its folder is gone or moved."""

    folder: Path
    company: str
    opened_on: str
    vendors: int
    there: bool
