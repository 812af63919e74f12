"""What the program says to a person: keys and facts, never finished sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the catalogue by its key, with the facts that fill it.

    `params` hold plain text, numbers, dates, ids, other messages, or lists of these.
    """

    key: str
    params: dict[str, Any] = field(default_factory=dict)


def msg(key: str, **params: Any) -> Message:
    """Names a sentence of the catalogue and the facts that fill it."""
    return Message(key, params)


class Level(StrEnum):
    """How much a problem hinders: an error keeps its row out, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in what was read, with its place (file, sheet and cell, or field) and a remedy."""

    where: str
    what: Message
    remedy: Message
    level: Level = Level.ERROR


class UserError(Exception):
    """Something the person can mend: what happened and what to do. Anything else is a bug."""

    def __init__(self, what: Message, remedy: Message, *, where: str = "") -> None:
        super().__init__(what.key)
        self.what = what
        self.remedy = remedy
        self.where = where


class NotFound(UserError):
    """No record has this id or name."""


class Ambiguous(UserError):
    """Several records answer to a name; `candidates` are (id, name) pairs."""

    def __init__(self, what: Message, remedy: Message, *, candidates: list[tuple[str, str]]) -> None:
        super().__init__(what, remedy)
        self.candidates = candidates


class Refused(UserError):
    """A rule forbids it; where guards do, `blocked` lists each with its fact and remedy."""

    def __init__(self, what: Message, remedy: Message, *, blocked: tuple[Blocked, ...] = ()) -> None:
        super().__init__(what, remedy)
        self.blocked = blocked


@dataclass(frozen=True, slots=True)
class Blocked:
    """One guard that stands in the way: its name, the fact that trips it, what would clear it."""

    guard: str
    fact: Message
    remedy: Message


class BadInput(UserError):
    """What was typed or read cannot be stored; `problems` names every field at once."""

    def __init__(self, what: Message, remedy: Message, *, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(what, remedy)
        self.problems = problems


class WrongArgument(UserError):
    """What was asked for cannot be meant: a format, a quarter or a zone that there is not."""


class NothingToDo(UserError):
    """There was nothing to do, where the person asked to be told so."""
