"""Domain values as the plain ones that JSON and text carry."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.app.words import Catalogue
    from vendorrisk.domain.message import Blocked, Problem


def json_text(payload: dict[str, Any], words: Catalogue) -> str:
    """The one JSON object of a call."""
    return json.dumps(plain(payload, words), ensure_ascii=False, indent=2)


def plain(value: Any, words: Catalogue) -> Any:
    """A value as JSON carries it: dates YYYY-MM-DD, instants ending in Z, sentences rendered."""
    match value:
        case Message():
            return words.say(value)
        case StrEnum():
            return value.value
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return value.isoformat()
        case dict():
            return {str(key): plain(one, words) for key, one in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(one, words) for one in value]
        case _:
            return _fields_plain(value, words)


def _fields_plain(value: Any, words: Catalogue) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name), words) for field in fields(value)}
    return value


def problem_plain(problem: Problem, words: Catalogue) -> dict[str, str]:
    """A problem in the shape that the contract names."""
    return {
        "level": problem.level.value,
        "where": problem.where,
        "what": words.say(problem.what),
        "remedy": words.say(problem.remedy),
    }


def blocked_plain(blocked: Blocked, words: Catalogue) -> dict[str, str]:
    """What stands in the way, in the shape that the contract names."""
    return {"guard": blocked.guard, "fact": words.say(blocked.fact), "remedy": words.say(blocked.remedy)}


def table(headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Rows for people: columns aligned, two blanks between, nothing cut."""
    lines = [headings, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
