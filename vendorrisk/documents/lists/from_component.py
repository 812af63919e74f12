"""MDX, JSX and TSX pages: lists of objects in the program text, else the markup without expressions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vendorrisk.documents.lists.blocks import Page
from vendorrisk.documents.lists.from_html import html_blocks
from vendorrisk.documents.lists.from_literal import parse_arrays
from vendorrisk.documents.lists.from_markdown import read_markdown
from vendorrisk.documents.lists.records import grids_of
from vendorrisk.domain.register.names import fold

ROWS_ELSEWHERE = "rows elsewhere"
"""The key in a page's `meta` for a program that makes its rows from a list that stands in another file."""

if TYPE_CHECKING:
    from vendorrisk.documents.child.limits import Limits
    from vendorrisk.documents.lists.blocks import Grid
    from vendorrisk.documents.lists.vocabulary import Vocabulary

_MODULE_LINE = re.compile(
    r"^(?:import\s[^\n]*?from\s[^\n]*|import\s+['\"][^\n]*|export\s+\{[^\n]*)$", re.MULTILINE
)
_EXPORT = re.compile(r"^export\s+const\b.*?^[\]})]+[;)]*\s*$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"\{/\*.*?\*/\}", re.DOTALL)
_TEXT_EXPRESSION = re.compile(r"\{\s*(?:\"([^\"{}]*)\"|'([^'{}]*)'|`([^`{}$]*)`)\s*\}")
_EXPRESSION = re.compile(r"=?\{[^{}<]*\}")
_LOOP = re.compile(r"\.map\(|\bv-for=|\{#each\b")
_NAMED = re.compile(
    r"(?:const|let|var)\s+(\w+)[^=;]*=\s*$|(\w+)\s*[:=]\s*\{?\s*$|\"?title\"?\s*:\s*['\"]([^'\"]+)['\"][^\[]*$"
)


def read_component(text: str, name: str, words: Vocabulary, limits: Limits, *, markdown: bool) -> Page:
    """Grids from object lists if there are any with names, else the page as Markdown or HTML."""
    grids: list[Grid] = []
    for at, node in parse_arrays(text, limits):
        grids += grids_of(node, words, name, _title_before(text, at, words))
    if grids:
        prose = read_markdown(_without_program(text, markdown=markdown), name) if markdown else Page()
        kept = [block for block in prose.blocks if hasattr(block, "text")]
        return Page(blocks=(*kept, *grids), meta=prose.meta)
    stripped = _without_program(text, markdown=markdown)
    if markdown:
        return read_markdown(stripped, name)
    markup = _markup(stripped)
    meta = {ROWS_ELSEWHERE: "yes"} if _LOOP.search(text) else {}
    return Page(blocks=tuple(html_blocks(markup, name)), meta=meta, markup=markup)


def _title_before(text: str, at: int, words: Vocabulary) -> str:
    """The name a list was given in the program, where it says more than "data"."""
    found = _NAMED.search(text[max(0, at - 200) : at])
    title = next(filter(None, found.groups()), "") if found else ""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", title)
    generic = all(word in words.words["generic_head"] for word in fold(spaced).split())
    return "" if generic or not (words.has("affiliate", spaced) or " " in spaced) else spaced


def _without_program(text: str, *, markdown: bool) -> str:
    """Imports, comments and expressions (in MDX also exported constants) become as many empty lines."""
    for pattern in (_COMMENT, _MODULE_LINE, *([_EXPORT] if markdown else [])):
        text = pattern.sub(lambda found: "\n" * found[0].count("\n"), text)
    text = _TEXT_EXPRESSION.sub(lambda found: next(filter(None, found.groups()), ""), text)
    for _ in range(4):  # expressions nest
        text = _EXPRESSION.sub(lambda found: "\n" * found[0].count("\n"), text)
    return text


def _markup(text: str) -> str:
    """From the first tag on: what stands before it is program."""
    start = re.search(r"<(?:[a-zA-Z][\w.]*[\s/>]|>)", text)
    if not start:
        return text
    return "\n" * text.count("\n", 0, start.start()) + text[start.start() :]
