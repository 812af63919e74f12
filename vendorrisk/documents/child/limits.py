"""How much a file from outside may ask for: one table for parent, child and parsers (trust.md 3)."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes in bytes, times in seconds; everything else is a count."""

    file_bytes: int = 20 * MIB
    zip_members: int = 2_000
    unpacked_bytes: int = 200 * MIB
    unpacked_ratio: int = 100
    sheets: int = 50
    rows: int = 20_000
    columns: int = 200
    cell_chars: int = 32_767
    depth: int = 40
    nodes: int = 400_000
    memory_bytes: int = 1024 * MIB
    cpu_seconds: int = 20
    open_files: int = 64
    wall_seconds: int = 30
    start_seconds: int = 20
    answer_bytes: int = 64 * MIB


DEFAULT_LIMITS = Limits()


def limits_to_plain(limits: Limits) -> dict[str, int]:
    """The table as it travels to the child."""
    return asdict(limits)


def limits_from_plain(plain: dict[str, Any]) -> Limits:
    """The table as the child received it; unknown names and anything but whole numbers are refused."""
    known = {field.name for field in fields(Limits)}
    if set(plain) - known or not all(type(value) is int for value in plain.values()):
        raise ValueError("not a table of limits")
    return Limits(**plain)
