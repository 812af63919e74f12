"""Structured data with the line of every part: what JSON, JavaScript literals and YAML have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number or word, as written."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """An ordered list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in their order; a key may come twice."""

    pairs: tuple[tuple[str, Node], ...]
    line: int


Node: TypeAlias = Scalar | Sequence | Mapping


class Broken(ValueError):
    """The text is not complete or not of this language; `line` is where that shows."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line
