"""A folder that gets many files at once or none: they are written beside, and put in place together."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.usecases.safe_files import (
    LITTER_PREFIX,
    READABLE_BY_ALL,
    TargetBusy,
    disk_full_named,
    make_all_durable,
    place_named,
    sync_folder,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Stage:
    """Files that wait for their place in `folder`; with no `beside` nothing is written at all."""

    folder: Path
    beside: Path | None
    names: list[str] = field(default_factory=list)

    def add(self, name: str, content: bytes) -> Path:
        """Writes a file beside its place; returns the path it will have."""
        target = self.folder / name
        if self.beside is not None:
            with disk_full_named(target, needed=len(content)):
                (self.beside / name).write_bytes(content)
            (self.beside / name).chmod(READABLE_BY_ALL)
        self.names.append(name)
        return target

    def settle(self) -> None:
        """Puts all files in place for good, over older ones of the same name. Raises TargetBusy (Windows)."""
        if self.beside is None:
            return
        with disk_full_named(self.folder):
            make_all_durable([self.beside / name for name in self.names])
        for name in self.names:
            try:
                (self.beside / name).replace(self.folder / name)
            except PermissionError as problem:
                raise TargetBusy(self.folder / name) from problem
        sync_folder(self.folder)


@contextmanager
def staged(folder: Path, *, keep: bool = True) -> Iterator[Stage]:
    """Gives a stage for a folder; what is not settled when the block ends is gone, and so is a new folder."""
    if not keep:
        yield Stage(folder, None)
        return
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    with disk_full_named(folder), place_named(folder / LITTER_PREFIX):
        folder.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=LITTER_PREFIX, dir=folder))
    try:
        yield Stage(folder, beside)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        with suppress(OSError):  # a folder that got files stays
            for one in made:
                one.rmdir()
