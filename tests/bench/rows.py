"""One measured number and the one it is held against."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """`limit` 0 means that the number is only told. Less is better."""

    what: str
    value: float
    unit: str = "ms"
    limit: float = 0.0
    note: str = ""

    @property
    def verdict(self) -> str:
        if not self.limit:
            return ""
        return "ok" if self.value <= self.limit else "OVER"


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def median_of(runs: Iterable[float]) -> float:
    return statistics.median(runs)


def memory_mb() -> float:
    """What this process holds in main memory now; 0 where the system does not say."""
    if sys.platform != "linux":
        return 0.0
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def table(rows: Sequence[Row]) -> str:
    cells = [("what", "measured", "goal", "", "")]
    for row in rows:
        goal = f"{row.limit:g} {row.unit}" if row.limit else ""
        cells.append((row.what, f"{row.value:.4g} {row.unit}", goal, row.verdict, row.note))
    widths = [max(len(line[column]) for line in cells) for column in range(5)]
    right = {1, 2}
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )
