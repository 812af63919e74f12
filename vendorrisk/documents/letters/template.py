"""Letter templates: read, checked against an allow-list, split into blocks before any value goes in.

A template is text that colleagues write, so it may do little: print a placeholder, and choose by conditions.
Its structure is fixed before values are filled in, so no value can become a heading, a row or markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self

from vendorrisk.domain.message import UserError, msg

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

LARGEST = 100_000
"""Characters of a template; a letter of fifty pages is none."""

_ALLOWED = frozenset(
    {"Template", "Output", "TemplateData", "Name", "If", "Compare", "Operand", "Const", "And", "Or", "Not"}
)
_HEADER = re.compile(r"(Version|Subject): *(.*)")
_ROW = re.compile(r"([^|{}%]+) \| (.*)")


class BadTemplate(UserError):
    """A template that cannot be read, with its file and line."""

    def __init__(self, name: str, line: int, reason: str) -> None:
        what = msg("letter.template.broken", name=name, line=line, reason=reason)
        super().__init__(what, msg("letter.template.broken.remedy"), where=f"{name}:{line}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One piece of a template: a paragraph, a heading, or one row of facts with its label."""

    kind: str
    template: Template
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTemplate:
    """A checked template. `names` are the placeholders it asks for."""

    name: str
    version: str
    subject: Template
    parts: tuple[Part, ...]
    names: frozenset[str]


def read_template(path: Path) -> LetterTemplate:
    """Reads a template file; raises UserError naming the file and the line."""
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(LARGEST + 1)
    except FileNotFoundError as missing:
        raise UserError(
            msg("letter.template.missing", name=path.name), msg("letter.template.missing.remedy")
        ) from missing
    except UnicodeDecodeError as broken:
        raise BadTemplate(path.name, 1, "UTF-8") from broken
    return parse_template(path.name, text)


def parse_template(name: str, text: str) -> LetterTemplate:
    """Splits a template into its blocks and compiles each by itself."""
    if len(text) > LARGEST:
        raise BadTemplate(name, 1, f"> {LARGEST}")
    compiler = _Compiler(name)
    header, body_line, body = _split_header(name, text)
    subject = compiler.compile(header["Subject"], 2)
    parts = tuple(part for block in _blocks(body, body_line) for part in compiler.parts(*block))
    return LetterTemplate(
        name=name, version=header["Version"], subject=subject, parts=parts, names=frozenset(compiler.names)
    )


def _split_header(name: str, text: str) -> tuple[dict[str, str], int, str]:
    lines = text.replace("\r\n", "\n").split("\n")
    found = {match[1]: match[2] for match in map(_HEADER.fullmatch, lines[:2]) if match}
    if set(found) != {"Version", "Subject"}:
        raise BadTemplate(name, 1, "Version:, Subject:")
    return found, 3, "\n".join(lines[2:])


def _blocks(body: str, first_line: int) -> Iterator[tuple[str, int]]:
    """The pieces between empty lines, each with the number of its first line."""
    line, block = first_line, list[str]()
    for number, text in enumerate([*body.split("\n"), ""], start=first_line):
        if text.strip():
            line = line if block else number
            block.append(text)
        elif block:
            yield "\n".join(block), line
            block = []


class _Compiler:
    """Checks and compiles the pieces of one template, and remembers which placeholders they ask for."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.names: set[str] = set()

    def parts(self, block: str, line: int) -> Iterator[Part]:
        """A block as one heading, one paragraph, or one part per row of facts."""
        rows = [_ROW.fullmatch(text) for text in block.split("\n")]
        if all(rows):
            for number, row in enumerate(rows):
                assert row  # noqa: S101  (all of them matched)
                template = self.compile(row[2], line + number)
                yield Part(kind="row", label=row[1].strip(), template=template)
        elif block.startswith("## "):
            yield Part(kind="heading", template=self.compile(block[3:], line))
        else:
            yield Part(kind="paragraph", template=self.compile(block, line))

    def compile(self, source: str, line: int) -> Template:
        """Compiles one piece; raises `BadTemplate` for anything but placeholders and conditions."""
        from jinja2 import TemplateSyntaxError, nodes

        environment = sandbox()
        try:
            tree = environment.parse(source)
        except TemplateSyntaxError as broken:
            raise BadTemplate(self.name, line + broken.lineno - 1, broken.message or "") from broken
        for node in [tree, *tree.find_all(nodes.Node)]:
            if type(node).__name__ not in _ALLOWED:
                raise BadTemplate(self.name, line + node.lineno - 1, type(node).__name__)
        self.names |= {node.name for node in tree.find_all(nodes.Name)}
        return environment.from_string(tree)


class Gap(Exception):
    """A placeholder that is to be printed has no value."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Empty(str):
    """The value of a placeholder without a fact: false in conditions, never printed."""

    __slots__ = ("name",)
    name: str

    def __new__(cls, name: str) -> Self:
        """An empty text that knows which fact is missing."""
        empty = super().__new__(cls, "")
        empty.name = name
        return empty


def _refuse_gaps(value: Any) -> Any:
    if isinstance(value, Empty):
        raise Gap(value.name)
    return value


@lru_cache(maxsize=1)
def sandbox() -> ImmutableSandboxedEnvironment:
    """The one environment: no file loader, no globals, no filters, unknown names are errors."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, finalize=_refuse_gaps, autoescape=False, cache_size=0
    )
    environment.globals.clear()
    environment.filters.clear()
    environment.tests.clear()
    return environment
