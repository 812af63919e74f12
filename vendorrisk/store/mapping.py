"""Records to rows and back, for every table alike: one field, one column, one JSON-able value.

Dates are ISO text, instants ISO text ending in Z, lists and texts in languages canonical JSON.
"""

from __future__ import annotations

import json
import types
import typing
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vendorrisk.domain.record import Record

R = TypeVar("R", bound="Record")
Cell = str | int | float | bool | None
Row = dict[str, Cell]
Converter = typing.Callable[[typing.Any], typing.Any]


class NaiveInstant(ValueError):
    """An instant without a zone was about to be stored; a bug of the caller."""


def canonical(value: object) -> str:
    """JSON in one fixed form: sorted keys, no spaces, real letters."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def instant_text(instant: datetime) -> str:
    """An instant as UTC text that sorts by time; refuses a naive one."""
    if instant.tzinfo is None:
        raise NaiveInstant(repr(instant))
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def instant_from(text: str) -> datetime:
    """The instant that `instant_text` wrote."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def _tuple_from(text: str) -> tuple[Any, ...]:
    return tuple(json.loads(text))


def _list_text(value: tuple[Any, ...]) -> str:
    return canonical(list(value))


def _same(value: Any) -> Any:
    return value


_PAIRS: dict[type, tuple[Converter, Converter]] = {
    datetime: (instant_text, instant_from),
    date: (date.isoformat, date.fromisoformat),
    tuple: (_list_text, _tuple_from),
    dict: (canonical, json.loads),
    str: (_same, _same),
    bool: (_same, bool),
    int: (_same, _same),
    float: (float, _same),
}


def plain_type(hint: Any) -> tuple[type, bool]:
    """The bare type behind an annotation, and whether None is allowed."""
    if isinstance(hint, types.UnionType):
        inner = [arg for arg in typing.get_args(hint) if arg is not types.NoneType]
        return plain_type(inner[0])[0], True
    return typing.get_origin(hint) or hint, False


_COLUMNS: dict[type[Record], dict[str, tuple[type, bool]]] = {}


def columns_of(kind: type[Record]) -> dict[str, tuple[type, bool]]:
    """Field name -> (bare type, may be None), in order, the id first."""
    if kind not in _COLUMNS:
        hints = typing.get_type_hints(kind)
        _COLUMNS[kind] = {field.name: plain_type(hints[field.name]) for field in fields(kind)}
    return _COLUMNS[kind]


def _converters(bare: type) -> tuple[Converter, Converter]:
    if issubclass(bare, StrEnum):
        return str, bare
    return _PAIRS[bare]


_PLANS: dict[type[Record], list[tuple[str, Callable[[Any], Cell], Callable[[Any], Any]]]] = {}


def _plan(kind: type[Record]) -> list[tuple[str, Callable[[Any], Cell], Callable[[Any], Any]]]:
    if kind not in _PLANS:
        _PLANS[kind] = [(name, *_converters(bare)) for name, (bare, _) in columns_of(kind).items()]
    return _PLANS[kind]


def row_of(record: Record) -> Row:
    """The row that stores this record."""
    row: Row = {}
    for name, to_cell, _ in _plan(type(record)):
        value = getattr(record, name)
        row[name] = None if value is None else to_cell(value)
    return row


def record_of(kind: type[R], row: Mapping[Any, Any]) -> R:
    """The record that this row stores; columns that no field knows are passed over."""
    values: dict[str, Any] = {
        name: None if row[name] is None else from_cell(row[name]) for name, _, from_cell in _plan(kind)
    }
    return kind(**values)


def cell_of(kind: type[Record], name: str, value: Any) -> Cell:
    """One field's value as its column stores it, for comparing in a query."""
    if value is None:
        return None
    to_cell: Callable[[Any], Cell] = _converters(columns_of(kind)[name][0])[0]
    return to_cell(value)
