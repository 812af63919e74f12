"""A published sub-processor list as it was read: rows, and everything that was doubtful about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  (the reader of the child's answer looks at the types)

from vendorrisk.domain.message import Problem  # noqa: TC001  (likewise)
from vendorrisk.domain.record import LangText, text_in

UNCONFIRMED = "Not confirmed"
"""Stands as the place of a location whose country no list and no vendor named, until somebody clears it."""

KIND_UNSAID = "Storage or access not stated"
"""Stands as the purpose of a location that a list merely calls so, until somebody says what happens there."""


def is_kind_unsaid(purpose: LangText) -> bool:
    """Whether nobody has said yet if data is stored at a location of this purpose, or reached from there."""
    return text_in(purpose, "en") == KIND_UNSAID


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One row. Countries are ISO 3166 alpha-2 or EU, EEA, GLOBAL; mechanisms are codes of domain.md 2.6.

    `storage` and `access` are filled only where the list says so; what it merely calls a location stands in
    `locations`. `seat` is the company's country, `place_text` the location as written, `services` are the
    publisher's, `source` is the line or cell, `status` empty or "planned", `planned_from` the day on which
    use is said to begin and `until` its last one (both may lie in the past), `other` the columns nobody
    knows. `assumed`: no column says where data is processed, so `locations` were taken from the address,
    name or purpose.
    """

    name: str
    purpose: str = ""
    data: str = ""
    services: tuple[str, ...] = ()
    storage: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    mechanism: tuple[str, ...] = ()
    group: str = ""
    affiliate: bool = False
    source: str = ""
    website: str = ""
    since: date | None = None
    address: str = ""
    seat: str = ""
    status: str = ""
    planned_from: date | None = None
    until: date | None = None
    place_text: str = ""
    other: tuple[tuple[str, str], ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRead:
    """A list after reading; `name` is the file's, `updated` its own date where it gives one that can be read.

    `shape` is table, bullets, sections, prose or data; `language` an ISO 639 code or empty.
    """

    rows: tuple[ListRow, ...] = ()
    name: str = ""
    problems: tuple[Problem, ...] = ()
    title: str = ""
    updated: date | None = None
    language: str = ""
    shape: str = ""


LEFT_OUT = frozenset({
    "files.row_former", "files.row_apart", "files.row_beside", "files.row_nobody", "files.table_other",
    "files.sheet_beside", "files.sheets_hidden", "files.company_in_text", "files.bullets_beside",
    "files.prose_not_used", "files.prose_unread", "import.ended",
})  # fmt: skip
"""Keys of warnings that name what of a list was left out; the errors among the problems do so too."""


def countries_of(row: ListRow) -> tuple[str, ...]:
    """Every place the row names for processing, whatever for, in order."""
    return tuple(dict.fromkeys((*row.storage, *row.access, *row.locations)))
