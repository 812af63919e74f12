"""Dataclasses to plain JSON data and back, with every value checked against its declared type.

What a child answers is data of a stranger: only declared fields of the declared types come through.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from vendorrisk.domain.message import Message

T = TypeVar("T")

_SCALARS = (str, int, float, bool)


class Unexpected(ValueError):
    """The data is not of the declared shape."""


def to_plain(value: Any) -> Any:
    """Dataclasses become dicts, tuples lists, enums and dates texts."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[T], plain: Any) -> T:
    """Builds `kind` from plain data; raises Unexpected for anything it does not declare."""
    built: T = _build(kind, plain)
    return built


@lru_cache(maxsize=256)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _build(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return _one_of(get_args(kind), plain)
    if origin in {tuple, list}:
        return _sequence(kind, origin, plain)
    if origin is dict:
        return _mapping(kind, plain)
    if kind is Message:
        return _message(plain)
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind, plain)
    return _scalar(kind, plain)


def _one_of(kinds: tuple[Any, ...], plain: Any) -> Any:
    if plain is None and type(None) in kinds:
        return None
    for kind in kinds:
        if kind is not type(None):
            try:
                return _build(kind, plain)
            except Unexpected:
                continue
    raise Unexpected(repr(kinds))


def _sequence(kind: Any, origin: Any, plain: Any) -> Any:
    if not isinstance(plain, list):
        raise Unexpected("a list was expected")
    inner = get_args(kind)
    if origin is list or (len(inner) == 2 and inner[1] is Ellipsis):
        return origin(_build(inner[0], item) for item in plain)
    if len(inner) != len(plain):
        raise Unexpected("a list of another length was expected")
    return tuple(_build(part, item) for part, item in zip(inner, plain, strict=True))


def _mapping(kind: Any, plain: Any) -> dict[Any, Any]:
    if not isinstance(plain, dict):
        raise Unexpected("an object was expected")
    key_kind, value_kind = get_args(kind)
    return {_scalar(key_kind, key): _build(value_kind, value) for key, value in plain.items()}


def _record(kind: Any, plain: Any) -> Any:
    declared = {field.name: field for field in fields(kind) if field.init}
    if not isinstance(plain, dict) or set(plain) - set(declared):
        raise Unexpected(f"not a {kind.__name__}")
    needed = {n for n, f in declared.items() if f.default is MISSING and f.default_factory is MISSING}
    if needed - set(plain):
        raise Unexpected(f"a {kind.__name__} lacks fields")
    hints = _hints(kind)
    return kind(**{name: _build(hints[name], value) for name, value in plain.items()})


def _message(plain: Any) -> Message:
    if (
        not isinstance(plain, dict)
        or set(plain) != {"key", "params"}
        or not isinstance(plain["params"], dict)
    ):
        raise Unexpected("not a message")
    if not isinstance(plain["key"], str):
        raise Unexpected("not a message key")
    return Message(plain["key"], {str(name): _fact(value) for name, value in plain["params"].items()})


def _fact(value: Any) -> Any:
    if isinstance(value, dict):
        return _message(value)
    if isinstance(value, list):
        return [_fact(item) for item in value]
    if value is None or isinstance(value, _SCALARS):
        return value
    raise Unexpected("not a fact")


def _scalar(kind: Any, plain: Any) -> Any:
    if kind is Any:
        return plain
    if kind is date and isinstance(plain, str):
        return _date(plain)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member(kind, plain)
    if kind is float and type(plain) is int:
        return float(plain)
    if type(plain) is not kind:
        raise Unexpected(f"a {kind} was expected")
    return plain


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise Unexpected("a date was expected") from wrong


def _member(kind: type[Enum], plain: Any) -> Enum:
    try:
        return kind(plain)
    except ValueError as wrong:
        raise Unexpected(f"not one of {kind.__name__}") from wrong
