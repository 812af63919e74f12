"""Reads the law tables of `resources/law`: adequacy lists, transfer mechanisms, new laws of destinations."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from vendorrisk.domain.message import Problem, UserError, msg
from vendorrisk.domain.register.field_tables import (
    DESTINATION,
    LAW_ENTRY,
    MECHANISM_TERM,
    Fields,
    read_fields,
)
from vendorrisk.domain.register.fields import optional_date
from vendorrisk.domain.register.law import DestinationLaw, Law, MechanismTerm
from vendorrisk.domain.register.records import LawEntry
from vendorrisk.domain.register.validation import check_law_entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

SIZE_LIMIT = 2_000_000
ADEQUACY, MECHANISMS = "adequacy.json", "mechanisms.json"

T = TypeVar("T")
Json = dict[str, Any]


def _load(path: Path, schema: str) -> Json:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise UserError(msg("law.file.large", limit=SIZE_LIMIT), msg("law.file.remedy"), where=path.name)
        content = json.loads(path.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        raise UserError(msg("law.file.missing"), msg("law.file.remedy"), where=path.name) from None
    except (ValueError, RecursionError):
        raise UserError(msg("law.file.unreadable"), msg("law.file.remedy"), where=path.name) from None
    if not isinstance(content, dict) or content.get("schema") != schema:
        raise UserError(msg("law.file.schema", schema=schema), msg("law.file.remedy"), where=path.name)
    return content


def _texts(row: Json) -> dict[str, str]:
    """The row as texts, so that it is read by the same rules as typed fields; null is an empty text."""
    return {
        key: ",".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
        for key, value in row.items()
    }


def _missing(where: str, row: Json, known: Fields) -> list[Problem]:
    return [
        Problem(f"{where}.{name}", msg("field.empty"), msg("field.empty.remedy"))
        for name, field in known.items()
        if field.required and name not in row
    ]


def _rows(
    content: Json, file: str, key: str, known: Fields, build: Callable[..., T]
) -> tuple[list[T], list[Problem]]:
    built: list[T] = []
    problems: list[Problem] = []
    for number, row in enumerate(content.get(key) or ()):
        where = f"{file} {key}[{number}]"
        if not isinstance(row, dict):
            problems.append(Problem(where, msg("law.file.row"), msg("law.file.row.remedy")))
            continue
        checked = read_fields(_texts(row), known)
        wrong = [replace(one, where=f"{where}.{one.where}") for one in checked.problems]
        wrong += _missing(where, row, known)
        problems += wrong
        if not wrong:
            built.append(build(**checked.values))
    return built, problems


def _entry(**values: Any) -> LawEntry:
    """A row as a record; the workspace gives it its own id when it is copied there."""
    return LawEntry(id="", **values)


def _as_of(*contents: Json) -> date | None:
    """The older of the files' dates: the tables together are no fresher than that."""
    days = [optional_date(str(content.get("as_of") or "")) for content in contents]
    return min((day for day in days if day), default=None)


def read_law(folder: Path) -> tuple[Law, tuple[Problem, ...]]:
    """The law tables of a folder with every problem named by file, row and field; a bad row is left out.

    Raises UserError where a file is missing, too large, or not such a table at all.
    """
    lists = _load(folder / ADEQUACY, "adequacy/1")
    tools = _load(folder / MECHANISMS, "mechanisms/1")
    entries, entry_problems = _rows(lists, ADEQUACY, "rows", LAW_ENTRY, _entry)
    terms, term_problems = _rows(tools, MECHANISMS, "mechanisms", MECHANISM_TERM, MechanismTerm)
    laws, law_problems = _rows(tools, MECHANISMS, "destinations", DESTINATION, DestinationLaw)
    contradictions = [
        replace(one, where=f"{ADEQUACY} {entry.regime} {entry.code}.{one.where}")
        for entry in entries
        for one in check_law_entry(entry)
    ]
    law = Law(
        adequacy=tuple(entries),
        mechanisms=tuple(terms),
        destinations=tuple(laws),
        as_of=_as_of(lists, tools),
    )
    return law, (*entry_problems, *term_problems, *law_problems, *contradictions)
