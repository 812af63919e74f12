"""Reads a published sub-processor list of any known shape; the parser behind the kind "list"."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorrisk.documents.cleaning import clean, unseen
from vendorrisk.documents.decoding import decode, format_of
from vendorrisk.documents.law_files import read_law
from vendorrisk.documents.lists.blocks import Page
from vendorrisk.documents.lists.entries import Tools
from vendorrisk.documents.lists.from_component import read_component
from vendorrisk.documents.lists.from_docx import DOCUMENT, read_docx
from vendorrisk.documents.lists.from_html import read_html
from vendorrisk.documents.lists.from_literal import parse_data
from vendorrisk.documents.lists.from_markdown import front_matter, read_markdown
from vendorrisk.documents.lists.from_sheet import page_of_sheets
from vendorrisk.documents.lists.from_yaml import parse_yaml
from vendorrisk.documents.lists.nodes import Broken, Mapping, Sequence
from vendorrisk.documents.lists.page_rows import SPEAKS_OF_VENDORS, read_page
from vendorrisk.documents.lists.records import (
    grids_of,
    grids_of_vendors,
    own_grid,
    pages_of,
    scalars_of,
    speaks_of_vendors,
)
from vendorrisk.documents.lists.vocabulary import Vocabulary, vocabulary
from vendorrisk.documents.places import gazetteer
from vendorrisk.documents.problems import error, refusal, warning
from vendorrisk.documents.tabular.reading import read_tabular

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.documents.child.limits import Limits
    from vendorrisk.documents.lists.blocks import Block
    from vendorrisk.documents.lists.nodes import Node
    from vendorrisk.domain.register.law import Law
    from vendorrisk.domain.register.published import ListRead

_BY_ENDING = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".txt": "markdown", ".rst": "markdown",
    ".mdx": "mdx", ".tsx": "jsx", ".jsx": "jsx", ".ts": "jsx", ".js": "jsx", ".mjs": "jsx", ".vue": "jsx",
    ".svelte": "jsx", ".astro": "jsx",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".yml": "yaml", ".yaml": "yaml", ".json": "json", ".jsonc": "json", ".json5": "json",
    ".csv": "table", ".tsv": "table", ".xlsx": "table",
}  # fmt: skip
_MARKUP_START = re.compile(
    r"\s*(?:<!doctype html|<html|<\?xml|<table|<div|<h[1-6]|<section|<body)", re.IGNORECASE
)
_YAML_START = re.compile(r"\A(?:---\s*\n)?(?:#[^\n]*\n|\s*\n)*(?:-\s+)?[\w\"' .-]+:(?:\s|$)")


def parse(path: Path, options: Any, limits: Limits) -> ListRead:
    """The child's entry. Options: `places` (folder of the tables), `company` (the publisher's name)."""
    return read_list(path, limits, Path(options["places"]), company=str(options.get("company", "")))


def read_list(path: Path, limits: Limits, places: Path, *, company: str = "") -> ListRead:
    """Rows and problems of a list; a file without any list gives no rows and an error that says why.

    `places` is the folder of the tables of words; those of law lie beside it. Raises UserError for a file
    that cannot be read at all.
    """
    words = vocabulary(places)
    law = _law(places.with_name("law"))
    tools = Tools(name=path.name, places=gazetteer(places), words=words, law=law, company=company)

    def known(cell: str) -> bool:
        return bool(words.meaning(cell))

    with path.open("rb") as file:
        packed = format_of(file.read(16)) in {"zip", "ole"}
    parts = _parts_of(path) if packed else set()
    if DOCUMENT in parts:
        return read_page(read_docx(path, limits), tools)
    if "content.xml" in parts:
        raise refusal(path.name, "list_in_office", name=path.name)
    kind = "table" if packed else _BY_ENDING.get(path.suffix.lower(), "")
    if kind == "table":
        return read_page(page_of_sheets(read_tabular(path, limits, known), words), tools)
    text, doubts = decode(path.read_bytes(), path.name)
    hidden = unseen(text)
    problems = list(doubts)
    if hidden:
        problems.append(warning(path.name, "characters_removed", characters=", ".join(hidden)))
    text = clean(text.removeprefix("\ufeff"))
    kind = kind or _sniffed(text)
    if path.suffix.lower() in {".txt", ""} and _is_delimited(text, words):
        return read_page(page_of_sheets(read_tabular(path, limits, known), words), tools)
    page = _READERS[kind](text, path.name, words, limits)
    page = replace(page, problems=(*problems, *page.problems))
    return read_page(page, tools, is_data=kind in {"json", "yaml"})


@lru_cache(maxsize=4)
def _law(folder: Path) -> Law:
    return read_law(folder)[0]


def _parts_of(path: Path) -> set[str]:
    """The parts of a packed file: those of Word are told from workbooks and OpenDocument files by them."""
    if not zipfile.is_zipfile(path):
        return set()
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def _is_delimited(text: str, words: Vocabulary) -> bool:
    """Whether the first line holds headings between commas or semicolons, and the next as many cells."""
    first, second = [*(line for line in text.split("\n") if line.strip()), "", ""][:2]
    for sign in ",;\t":
        found = {words.meaning(cell.strip(' "'), exact=True) for cell in first.split(sign)}
        if "name" in found and len(found - {"", "name"}) > 0 and second.count(sign) >= first.count(sign):
            return True
    return False


def _sniffed(text: str) -> str:
    """What a text without a telling name is written in."""
    start = text.lstrip()[:1]
    if start in {"{", "["} and '"' in text[:500]:
        return "json"
    if _MARKUP_START.match(text):
        return "html"
    if _YAML_START.match(text) and "\n#" not in text and "|" not in text[:500]:
        return "yaml"
    return "markdown"


def _markdown(text: str, name: str, words: Vocabulary, limits: Limits) -> Page:
    return _with_front_matter(read_markdown(text, name), text, name, words, limits)


def _html(text: str, name: str, _words: Vocabulary, _limits: Limits) -> Page:
    return read_html(text, name)


def _mdx(text: str, name: str, words: Vocabulary, limits: Limits) -> Page:
    page = read_component(text, name, words, limits, markdown=True)
    return _with_front_matter(page, text, name, words, limits)


def _with_front_matter(page: Page, text: str, name: str, words: Vocabulary, limits: Limits) -> Page:
    """A page with the lists of objects in the data at its top, of which other pages are made."""
    try:
        node = parse_yaml(front_matter(text), limits)
    except Broken:
        return page  # a page is read whatever stands in its head
    return replace(page, blocks=(*page.blocks, *grids_of_vendors(node, words, name)))


def _jsx(text: str, name: str, words: Vocabulary, limits: Limits) -> Page:
    return read_component(text, name, words, limits, markdown=False)


def _json(text: str, name: str, words: Vocabulary, limits: Limits) -> Page:
    return _page_of_data(text, name, words, limits, parse_data)


def _yaml(text: str, name: str, words: Vocabulary, limits: Limits) -> Page:
    return _page_of_data(text, name, words, limits, parse_yaml)


_READERS: dict[str, Callable[[str, str, Vocabulary, Limits], Page]] = {
    "markdown": _markdown, "html": _html, "mdx": _mdx, "jsx": _jsx, "json": _json, "yaml": _yaml,
}  # fmt: skip


def _page_of_data(
    text: str, name: str, words: Vocabulary, limits: Limits, parse_text: Callable[[str, Limits], Node]
) -> Page:
    """A damaged file gives nothing but the place of the damage: half a list would look like removals."""
    try:
        node = parse_text(text, limits)
    except Broken as broken:
        return Page(problems=(error(f"{name}:{broken.line}", "data_broken", line=broken.line),))
    scalars = scalars_of(node)
    meta = {key: value for key, (value, _) in scalars.items()}
    meta |= {f"line of {key}": f"{name}:{line}" for key, (_, line) in scalars.items()}
    if meta.get("schema", "").startswith("vendorrisk.public-list/"):
        return Page(blocks=(own_grid(node, name),), meta=meta)
    if speaks_of_vendors(node, words):
        meta[SPEAKS_OF_VENDORS] = "sub-processors"
    blocks: tuple[Block, ...] = tuple(grids_of(node, words, name)) or tuple(pages_of(node, name))
    if not blocks and isinstance(node, Mapping | Sequence):
        return Page(meta=meta, problems=(error(name, "no_records"),))
    return Page(blocks=blocks, meta=meta)
