"""Typed text into fields of records: every field has one reader, every wrong one is named at once."""

from __future__ import annotations

import types
import typing
from dataclasses import fields as dataclass_fields
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from vendorrisk.domain.message import BadInput, Problem, UserError, msg
from vendorrisk.domain.register import fields, text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vendorrisk.domain.record import Record

R = TypeVar("R", bound="Record")
Read = typing.Callable[[str], Any]

_NAMES = frozenset({"name", "title"})
_LONG = frozenset(
    {"notes", "detail", "note", "reason", "conditions", "text", "role_rationale", "accepted_why"}
)
_PLACES = frozenset({"country", "parent_country", "exporter_country", "importer_country"})
_UPPER_LISTS = frozenset(
    {"regions", "regimes", "criteria", "data_categories", "data_flags", "exporters_excluded"}
)


def _words(typed: str) -> tuple[str, ...]:
    parts = typed.replace(",", ";").split(";")
    return tuple(dict.fromkeys(text.line(part) for part in parts if part.strip()))


def _upper_words(typed: str) -> tuple[str, ...]:
    return tuple(word.upper() for word in _words(typed))


def _number(typed: str) -> int | None:
    return fields.whole_number(0, 1_000_000)(typed)


def _optional_place(typed: str) -> str:
    return fields.recipient_place(typed) if typed.strip() else ""


def _optional_email(typed: str) -> str:
    return fields.email(typed) if typed.strip() else ""


def _optional_website(typed: str) -> str:
    return fields.website(typed) if typed.strip() else ""


def _optional_truth(typed: str) -> bool | None:
    return fields.truth(typed) if typed.strip() else None


_BY_NAME: dict[str, Read] = {
    **dict.fromkeys(_NAMES, text.name),
    **dict.fromkeys(_LONG, text.paragraphs),
    **dict.fromkeys(_PLACES, _optional_place),
    **dict.fromkeys(_UPPER_LISTS, _upper_words),
    "email": _optional_email,
    "website": _optional_website,
}
_BY_TYPE: dict[type, Read] = {
    str: text.line, date: fields.optional_date, int: _number, tuple: _words, dict: fields.english,
}  # fmt: skip


def readers(kind: type[Record]) -> dict[str, Callable[[str], Any]]:
    """Field name -> reader, for every field that a person may type."""
    hints = typing.get_type_hints(kind)
    found: dict[str, Callable[[str], Any]] = {}
    for field in dataclass_fields(kind):
        reader = _reader(field.name, hints[field.name])
        if reader is not None and field.name != "id":
            found[field.name] = reader
    return found


def _reader(name: str, hint: Any) -> Read | None:
    if name in _BY_NAME:
        return _BY_NAME[name]
    optional = isinstance(hint, types.UnionType)
    bare = next(arg for arg in typing.get_args(hint) if arg is not types.NoneType) if optional else hint
    bare = typing.get_origin(bare) or bare
    if bare is datetime:
        return None
    if bare is bool:
        return _optional_truth if optional else fields.truth
    if issubclass(bare, StrEnum):
        return _optional_word(bare) if optional else fields.one_of(bare)
    return _BY_TYPE.get(bare)


def _optional_word(words: type[StrEnum]) -> Read:
    read = fields.one_of(words)
    return lambda typed: read(typed) if typed.strip() else None


def read_fields(kind: type[Record], typed: Mapping[str, str]) -> dict[str, Any]:
    """The values of typed fields; raises BadInput that names every wrong field at once."""
    known = readers(kind)
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, raw in typed.items():
        try:
            values[name] = _known(known, name)(raw)
        except UserError as error:
            problems.append(Problem(name, error.what, error.remedy))
    if problems:
        raise BadInput(
            msg("input.wrong", count=len(problems)), msg("input.wrong.remedy"), problems=tuple(problems)
        )
    return values


def _known(known: dict[str, Callable[[str], Any]], name: str) -> Callable[[str], Any]:
    if name not in known:
        raise UserError(msg("field.unknown", field=name), msg("field.unknown.remedy", known=sorted(known)))
    return known[name]
