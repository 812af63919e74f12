"""A customer file, row by row: what each column means, and every cell that cannot be taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from vendorrisk.domain.message import Level, Problem, UserError, msg
from vendorrisk.domain.notice.records import Authorisation, ClockStart, DayUnit, ObjectionBlocks
from vendorrisk.domain.notice.terms import counts_business_days
from vendorrisk.domain.register import fields, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

MOST_DAYS = 730
_PLACE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """One customer as a file describes it. `given` are the columns in which it says something.

    `objection_days` None: the window ends with the notice. `deemed_unit`, `objection_unit` None: as
    `notice_unit`.
    """

    where: str
    given: tuple[str, ...]
    name: str
    account_id: str = ""
    services: tuple[str, ...] = ()
    data_centre: str = ""
    region_lock: bool = False
    authorisation: Authorisation = Authorisation.GENERAL
    notice_days: int = 30
    notice_unit: DayUnit = DayUnit.CALENDAR
    clock_starts: ClockStart = ClockStart.SENT
    deemed_days: int = 0
    deemed_unit: DayUnit | None = None
    objection_days: int | None = None
    objection_unit: DayUnit | None = None
    objection_blocks: ObjectionBlocks = ObjectionBlocks.UNTIL_WINDOW_ENDS
    holidays: str = ""
    timezone: str = "UTC"
    language: str = "en"
    email: str = ""
    active: bool = True

    @property
    def states_terms(self) -> bool:
        """Whether it says anything about the agreed terms, so that ours need not be assumed."""
        said = [name for name in TERMS if name in self.given]
        return any(name not in MEAN_SOMETHING_EMPTY or getattr(self, name) not in {None, ""} for name in said)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomersRead:
    """The rows that can be taken, and everything that cannot, with its cell."""

    rows: tuple[CustomerRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def _refused(key: str, **facts: object) -> UserError:
    return UserError(msg(key, **facts), msg(f"{key}.remedy", **facts))


def _services(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.name(part) for part in typed.split(";") if part.strip()))


def _days(typed: str) -> int:
    number = fields.whole_number(0, MOST_DAYS)(typed)
    if number is None:
        raise _refused("customers.days")
    return number


@cache
def _zones() -> frozenset[str]:
    """Looked up once: the search through the time zone files takes longer than reading a row."""
    return frozenset(available_timezones())


def _zone(typed: str) -> str:
    if typed not in _zones():
        raise _refused("customers.zone", zone=typed)
    return typed


def _place(typed: str) -> str:
    if not _PLACE.fullmatch(typed.upper()):
        raise _refused("customers.place", place=typed)
    return typed.upper()


def _language(typed: str) -> str:
    if not _LANGUAGE.fullmatch(typed):
        raise _refused("customers.language", language=typed)
    return typed


_STATUS = {"active": True, "inactive": False}


def _status(typed: str) -> bool:
    if typed.casefold() not in _STATUS:
        raise _refused("customers.status", status=typed)
    return _STATUS[typed.casefold()]


@dataclass(frozen=True, slots=True)
class Column:
    """How a column is read, and under which other headings it is known."""

    reads: Callable[[str], Any]
    also: tuple[str, ...] = field(default=())


COLUMNS: Mapping[str, Column] = {
    "name": Column(text.name, ("customer", "customer name", "company")),
    "account_id": Column(text.line, ("account", "customer id")),
    "services": Column(_services, ("products", "service", "product")),
    "data_centre": Column(text.line, ("data center", "region")),
    "region_lock": Column(fields.truth, ("region locked",)),
    "authorisation": Column(fields.one_of(Authorisation), ("authorization", "authorisation model")),
    "notice_days": Column(_days, ("notice",)),
    "notice_unit": Column(fields.one_of(DayUnit), ()),
    "clock_starts": Column(fields.one_of(ClockStart), ("clock",)),
    "deemed_days": Column(_days, ()),
    "deemed_unit": Column(fields.one_of(DayUnit), ()),
    "objection_days": Column(_days, ("objection",)),
    "objection_unit": Column(fields.one_of(DayUnit), ()),
    "objection_blocks": Column(fields.one_of(ObjectionBlocks), ()),
    "holidays": Column(_place, ("holiday calendar", "calendar")),
    "timezone": Column(_zone, ("time zone", "zone")),
    "language": Column(_language, ()),
    "email": Column(fields.email, ("e mail", "mail", "privacy contact", "contact")),
    "status": Column(_status, ()),
}
"""The columns of the contract; an empty cell says nothing, and a new customer gets what `CustomerRow` has."""

TERMS = (
    "authorisation", "notice_days", "notice_unit", "clock_starts", "deemed_days", "deemed_unit",
    "objection_days", "objection_unit", "objection_blocks", "holidays",
)  # fmt: skip
"""The columns that describe the agreed terms."""

MEAN_SOMETHING_EMPTY = frozenset({"deemed_unit", "objection_days", "objection_unit", "holidays"})
"""Columns in which an empty cell is a statement: ends with the notice, as the notice, weekends only."""

_FIELD = {"status": "active"}


def column_of(heading: str) -> str:
    """The column that a heading means; empty for one that nobody knows."""
    return _headings().get(_plain(heading), "")


def _plain(heading: str) -> str:
    return " ".join(re.split(r"[\s_-]+", heading.casefold().strip()))


@cache
def _headings() -> dict[str, str]:
    return {_plain(heading): name for name, column in COLUMNS.items() for heading in (name, *column.also)}


def read_customer(
    cells: Mapping[str, tuple[str, str]], where: str
) -> tuple[CustomerRow | None, list[Problem]]:
    """One row from its cells (column -> text and address); None where a cell keeps it out.

    Every wrong cell of the row is named, not only the first. A row that is taken may have warnings.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, (typed, address) in cells.items():
        if not typed.strip():
            continue
        try:
            values[_FIELD.get(name, name)] = COLUMNS[name].reads(typed.strip())
        except UserError as error:
            problems.append(Problem(address, error.what, error.remedy))
    if not values.get("name") and not problems:
        problems.append(Problem(where, msg("customers.no_name"), msg("customers.no_name.remedy")))
    if problems:
        return None, problems
    given = tuple(name for name, (typed, _) in cells.items() if typed.strip() or name in MEAN_SOMETHING_EMPTY)
    row = _settled(CustomerRow(where=where, given=given, **values))
    return row, list(_warnings(row, cells))


def _warnings(row: CustomerRow, cells: Mapping[str, tuple[str, str]]) -> Iterator[Problem]:
    """What is permitted, and easily meant otherwise: no place for business days, no address for letters."""
    if not row.holidays and counts_business_days(row):
        _, address = cells.get("holidays", ("", row.where))
        yield _doubt(address, "customers.no_place")
    if "email" in cells and not row.email:
        yield _doubt(cells["email"][1], "customers.no_email")


def _doubt(where: str, key: str) -> Problem:
    return Problem(where, msg(key), msg(f"{key}.remedy"), Level.WARNING)


def _settled(row: CustomerRow) -> CustomerRow:
    """What is counted in the notice's unit says so, so that two ways to write the same are the same."""
    same = [name for name in ("deemed_unit", "objection_unit") if getattr(row, name) is row.notice_unit]
    settled: dict[str, Any] = dict.fromkeys(same)
    return replace(row, **settled)
