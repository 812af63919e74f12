"""Editions of standards as dated data: which one stopped counting, and when (domain.md 3.1, 9 point 15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.diligence.artefacts import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vendorrisk.domain.diligence.records import Document

CLIFF_DAYS: Final = 180
"""The end of an edition is announced so many days ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of one standard.

    `retired_on` is its last good day (inclusive), None = none set. `not_for_periods_from` is the first day
    of a report period for which it may no longer be used. `superseded` marks an edition that still counts,
    though a newer one exists. `verified` tells whether the source was read, or is general knowledge to be
    checked.
    """

    kind: str
    edition: str
    aliases: tuple[str, ...] = ()
    retired_on: date | None = None
    not_for_periods_from: date | None = None
    superseded: bool = False
    source: str = ""
    verified: bool = False


def plain(edition: str) -> str:
    """An edition without its decoration: "ISO/IEC 27001:2013" and "v4.0" become "2013" and "4.0"."""
    number = edition.rsplit(":", maxsplit=1)[-1].strip().casefold()
    return number.removeprefix("version").strip().removeprefix("v")


def edition_of(document: Document, editions: Iterable[Edition]) -> Edition | None:
    """The row of the table for the edition recorded on a document, if there is one."""
    wanted = plain(document.edition)
    for row in editions:
        if wanted and row.kind == document.kind and wanted in {plain(row.edition), *map(plain, row.aliases)}:
            return row
    return None


def retires_soon(edition: Edition, today: date) -> bool:
    """Whether the edition still counts today but ends within the next 180 days."""
    last = edition.retired_on
    return last is not None and today <= last <= today + timedelta(days=CLIFF_DAYS)


def read_editions(content: Mapping[str, Any]) -> tuple[Edition, ...]:
    """The table from the parsed file of law data; raises ValueError naming the row that does not fit.

    Shape: {"editions": [{"kind": ..., "edition": ..., "retired_on": "2025-10-31", ...}, ...]}.
    """
    return tuple(_row(number, row) for number, row in enumerate(content["editions"], start=1))


def _row(number: int, row: Mapping[str, Any]) -> Edition:
    if row.get("kind") not in KINDS or not row.get("edition"):
        raise ValueError(f"row {number}: kind or edition")
    return Edition(
        kind=row["kind"],
        edition=row["edition"],
        aliases=tuple(row.get("aliases", ())),
        retired_on=_day(row.get("retired_on")),
        not_for_periods_from=_day(row.get("not_for_periods_from")),
        superseded=bool(row.get("superseded")),
        source=row.get("source", ""),
        verified=bool(row.get("verified")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
