"""Evidence as large as anybody sends it: how long it takes in, and that memory does not grow with it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.ground import Ground
from tests.bench.rows import Row, milliseconds
from vendorrisk.app.wiring import OpenWorkspace, backup_needs
from vendorrisk.usecases.diligence import documents
from vendorrisk.usecases.register import vendors

SIZE = 2 << 30
MOST_MEMORY = 24
"""Megabytes; the pieces that a file is read in are 64 KiB, those of a backup 1 MiB."""


def rows() -> Iterator[Row]:
    ground = Ground.shared()
    workspace = ground.make("evidence")
    try:
        yield from _evidence(ground, workspace)
    finally:
        workspace.lock()


def _evidence(ground: Ground, workspace: OpenWorkspace) -> Iterator[Row]:
    office = workspace.office
    added = vendors.add_vendor(
        office, {"name": "Eastline Voice", "country": "DE"}, {"purpose": "Calls"}, service="VOICE"
    )

    def take_in(file: Path) -> None:
        documents.add_document(office, added.vendor.id, file, {"kind": "OTHER"})

    take_in(_a_file(ground, "small.bin", 1 << 20))
    before = peak_mb()
    taken = milliseconds(lambda: take_in(_a_file(ground, "large.bin", SIZE))) / 1000
    grown = peak_mb() - before
    yield Row("2 GB of evidence taken in", taken, unit="s", note="encrypted, read back and compared")
    yield Row(
        "memory that it took at most", grown, unit="MB", limit=MOST_MEMORY, note="beside 1 MB of evidence"
    )
    needs = backup_needs(ground.outside())
    saved = milliseconds(lambda: workspace.vault.back_up(reason="manual", needs=needs)) / 1000
    yield Row("a backup with it", saved, unit="s")
    yield Row("memory that it took at most", peak_mb() - before, unit="MB", limit=MOST_MEMORY)


def _a_file(ground: Ground, name: str, size: int) -> Path:
    """A file with a hole for most of its size, so that it costs no time to make."""
    path = ground.folder / name
    with path.open("wb") as file:
        file.write(name.encode())
        file.truncate(size)
    return path


def peak_mb() -> float:
    """The most that this process ever held in main memory; 0 where the system does not say."""
    if sys.platform != "linux":
        return 0.0
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) * 1024 / 1e6
