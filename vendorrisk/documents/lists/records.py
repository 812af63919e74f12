"""Structured data to blocks: lists of named objects become grids, wherever they stand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.documents.lists.blocks import Grid, GridRow, Text
from vendorrisk.documents.lists.from_html import html_blocks
from vendorrisk.documents.lists.from_markdown import read_markdown
from vendorrisk.documents.lists.nodes import Mapping, Node, Scalar, Sequence
from vendorrisk.documents.lists.vocabulary import FACTS
from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.documents.lists.blocks import Block
    from vendorrisk.documents.lists.vocabulary import Vocabulary

_MARKUP = re.compile(r"<[a-zA-Z/][^<>]*>|&(?:[a-z]+|#\d+);")
_HTML_PAGE = re.compile(r"(?i)<(?:table|ul|ol|h[1-6]|p)\b")
_MARKDOWN_PAGE = re.compile(r"^(?:\s*\|?[ :]*-{3,}[ :]*\||#{1,4} \S|[*-] \S)", re.MULTILINE)
_MARKDOWN_LINK = re.compile(r"\[([^\[\]]+)\]\((https?://[^()\s]+)\)")
_TITLES = (
    "title",
    "heading",
    "category",
    "group",
    "section",
    "label",
    "name",
    "type",
    "region",
    "service",
    "product",
)
_TELLING_KEYS = ("affiliate", "former", "planned", "apart")
_VENDORS = frozenset({"vendors", "suppliers", "providers", "processors", "third parties"})
_SAYS_LITTLE = frozenset(
    {"description", "descriptions", "beschreibung", "details", "why", "function", "note"}
)


def grids_of(node: Node, words: Vocabulary, name: str, title: str = "") -> Iterator[Grid]:
    """All record lists below a node, in order; `title` is the key or caption they stand under."""
    if isinstance(node, Sequence):
        yield from _of_sequence(node, words, name, title)
    elif isinstance(node, Mapping):
        yield from _of_mapping(node, words, name, title)


def grids_of_vendors(node: Node, words: Vocabulary, name: str) -> Iterator[Grid]:
    """The record lists under keys that name vendors; the head of a page holds authors and menus as well."""
    for key, value in node.pairs if isinstance(node, Mapping) else ():
        spaced = fold(_spaced(key))
        if spaced in _VENDORS or words.has("sub_processor", spaced):
            yield from grids_of(value, words, name)


def pages_of(node: Node, name: str) -> list[Block]:
    """What stands in texts that are pages of their own, as systems for websites store them."""
    if isinstance(node, Scalar):
        return _page_in(node, name)
    values = node.items if isinstance(node, Sequence) else tuple(value for _, value in node.pairs)
    return [block for value in values for block in pages_of(value, name)]


def _page_in(text: Scalar, name: str) -> list[Block]:
    if _HTML_PAGE.search(text.text):
        return html_blocks(text.text, name, first_line=text.line)
    if _MARKDOWN_PAGE.search(text.text):
        return list(read_markdown("\n" * (text.line - 1) + text.text, name).blocks)
    return []


def scalars_of(node: Node) -> dict[str, tuple[str, int]]:
    """The plain values at the top of a file, such as its date: key -> (text, line)."""
    pairs = node.pairs if isinstance(node, Mapping) else ()
    return {key.casefold(): (value.text, value.line) for key, value in pairs if isinstance(value, Scalar)}


def speaks_of_vendors(node: Node, words: Vocabulary) -> bool:
    """Whether a key says that vendors stand under it, or what each is for; "description" says neither."""
    if isinstance(node, Sequence):
        return any(speaks_of_vendors(item, words) for item in node.items)
    if isinstance(node, Scalar):
        return False
    return any(_is_telling_key(key, words) or speaks_of_vendors(value, words) for key, value in node.pairs)


def _is_telling_key(key: str, words: Vocabulary) -> bool:
    spaced = fold(_spaced(key))
    is_for = words.meaning(spaced, exact=True) == "purpose" and spaced not in _SAYS_LITTLE
    return is_for or spaced in _VENDORS or words.has("sub_processor", spaced)


def own_grid(node: Node, name: str) -> Grid:
    """The rows of a list that this program published: texts as they are, and of access only the countries."""
    pairs = dict(node.pairs) if isinstance(node, Mapping) else {}
    rows = pairs.get("rows", node)
    items = [item for item in rows.items if isinstance(item, Mapping)] if isinstance(rows, Sequence) else []
    grid = _grid([_countries_only(item) for item in items], rows.line, name, "", literal=True)
    return replace(grid, codes=True)


# Our own keys that mean something else in other people's files.
_OWN_KEYS = {"services": "our services", "data_note": "data"}


def _countries_only(row: Mapping) -> Mapping:
    pairs = ((key, _countries(value) if key == "access" else value) for key, value in row.pairs)
    return Mapping(tuple((_OWN_KEYS.get(key, key), value) for key, value in pairs), row.line)


def _countries(value: Node) -> Node:
    items = value.items if isinstance(value, Sequence) else ()
    found = [dict(item.pairs).get("country") for item in items if isinstance(item, Mapping)]
    return Sequence(tuple(country for country in found if country is not None), value.line)


def _of_sequence(node: Sequence, words: Vocabulary, name: str, title: str) -> Iterator[Grid]:
    records = [_with_kinds(item, words) for item in node.items if isinstance(item, Mapping)]
    for shape in (records, [_flattened(item) for item in records]):
        named = [item for item in shape if _is_record(item, words) and _names_one(item, words)]
        if named and len(named) * 2 >= len(records):
            yield _grid([*shape, *_bare_names(node, named[0], words)], node.line, name, title)
            return
    for item in node.items:
        yield from grids_of(item, words, name, title)


def _bare_names(node: Sequence, sample: Mapping, words: Vocabulary) -> list[Mapping]:
    """Texts that stand among records are vendors of whom the list says nothing but the name."""
    key = next(key for key, _ in sample.pairs if words.meaning(key) == "name")
    texts = [item for item in node.items if isinstance(item, Scalar) and item.text.strip()]
    return [Mapping(((key, text),), text.line) for text in texts]


def _with_kinds(node: Mapping, words: Vocabulary) -> Mapping:
    """A record with the kinds of its places as facts: {"regions": {"storage": ["DE"], "support": ["IN"]}}."""
    pairs: list[tuple[str, Node]] = []
    for key, value in node.pairs:
        inner = (
            [(_kind_of(name, words), one) for name, one in value.pairs] if isinstance(value, Mapping) else []
        )
        pairs += (
            [(kind, one) for kind, one in inner]
            if inner and all(kind for kind, _ in inner)
            else [(key, value)]
        )
    return Mapping(tuple(pairs), node.line)


def _kind_of(key: str, words: Vocabulary) -> str:
    """A key that says where data is stored or reached from; empty for any other."""
    told = key if words.meaning(key) else f"{key} location"
    return told if words.meaning(told) in {"storage", "access"} else ""


def _flattened(node: Mapping) -> Mapping:
    """An object whose facts lie in objects below it: {"entity": {"name": ...}, "processing": {...}}."""
    pairs: list[tuple[str, Node]] = []
    for key, value in node.pairs:
        pairs += _flattened(value).pairs if isinstance(value, Mapping) else [(key, value)]
    return Mapping(tuple(pairs), node.line)


def _names_one(node: Mapping, words: Vocabulary) -> bool:
    """Whether there is one name in it: several under the same key would be several vendors."""
    keys = [key for key, value in node.pairs if isinstance(value, Scalar) and words.meaning(key) == "name"]
    return len(keys) == len(set(keys))


def _names_only(key: str, node: Node, words: Vocabulary, name: str) -> Iterator[Grid]:
    """A plain list of texts under a key that speaks of sub-processors."""
    items = node.items if isinstance(node, Sequence) else ()
    texts = [item for item in items if isinstance(item, Scalar) and item.text.strip()]
    if texts and len(texts) == len(items) and words.has("sub_processor", _spaced(key)):
        rows = [GridRow(cells=(_text(item.text),), where=f"{name}:{item.line}") for item in texts]
        yield Grid(header=("name",), rows=tuple(rows), where=f"{name}:{node.line}")


def _of_mapping(node: Mapping, words: Vocabulary, name: str, title: str) -> Iterator[Grid]:
    if _is_record(node, words) and not _holds_records(node, words):
        yield _grid([node], node.line, name, title)
        return
    keyed = [] if _holds_records(node, words) else _keyed_records(node, words)
    if keyed:
        yield _grid(keyed, node.line, name, title)
        return
    own = _own_title(node)
    for key, value in node.pairs:
        if isinstance(value, Sequence | Mapping):
            yield from _names_only(key, value, words, name)
            yield from grids_of(value, words, name, _caption(own, title, key, words))


def _is_record(node: Mapping, words: Vocabulary) -> bool:
    """An object with a name and something else, none of it a list of further records."""
    named = any(words.meaning(key) == "name" for key, value in node.pairs if isinstance(value, Scalar))
    above = any(
        isinstance(value, Sequence) and words.has("sub_processor", _spaced(key)) for key, value in node.pairs
    )
    return named and not above and not _holds_records(node, words)


def _holds_records(node: Mapping, words: Vocabulary) -> bool:
    lists = [value for _, value in node.pairs if isinstance(value, Sequence)]
    return any(
        isinstance(item, Mapping) and "name" in {words.meaning(key) for key, _ in item.pairs}
        for value in lists
        for item in value.items
    )


def _keyed_records(node: Mapping, words: Vocabulary) -> list[Mapping]:
    """{"Stripe": {"purpose": ...}}: the key is the name."""
    values = [(key, value) for key, value in node.pairs if isinstance(value, Mapping) and value.pairs]
    fitting = [value for _, value in values if len(_facts_of(value, words)) >= 2]
    if (
        not fitting
        or len(fitting) * 2 < len(values)
        or any(words.meaning(key) in FACTS for key, _ in values)
        or any(_is_record(value, words) for _, value in values)
    ):
        return []
    named = [(key, value) for key, value in node.pairs if _is_keyed(key, value, words)]
    return [
        Mapping(
            (("name", Scalar(key, value.line)), *(value.pairs if isinstance(value, Mapping) else ())),
            value.line,
        )
        for key, value in named
    ]


def _is_keyed(key: str, value: Node, words: Vocabulary) -> bool:
    """Whether a key is a vendor's name: there is a fact below it, or nothing ({"Cedar Ltd": null})."""
    if isinstance(value, Mapping) and value.pairs:
        return bool(_facts_of(value, words))
    says_nothing = not any(part.text for part in _flat(value))
    return says_nothing and key[:1].isupper() and not words.meaning(key)


def _facts_of(node: Mapping, words: Vocabulary) -> set[str]:
    return {words.meaning(key) for key, _ in node.pairs} & FACTS


def _own_title(node: Mapping) -> str:
    scalars = {fold(key): value.text for key, value in node.pairs if isinstance(value, Scalar)}
    return next((scalars[key] for key in _TITLES if scalars.get(key)), "")


def _caption(own: str, above: str, key: str, words: Vocabulary) -> str:
    """The group's own title, else its key where that says something ("infrastructure", not "items").

    A key that says what the vendors below it are to us ("removed", "affiliates") goes before any title.
    """
    spaced = _spaced(key)
    if any(words.has(group, spaced) for group in _TELLING_KEYS):
        return spaced
    generic = all(word in words.words["generic_head"] for word in fold(spaced).split())
    silent = generic or (words.meaning(key) == "name" and not words.has("sub_processor", spaced))
    return own or above or ("" if silent else spaced)


def _spaced(key: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]+", " ", key).strip()


def _grid(records: list[Mapping], line: int, name: str, title: str, *, literal: bool = False) -> Grid:
    keys = list(dict.fromkeys(key for record in records for key, _ in record.pairs))
    rows = []
    for record in records:
        values: dict[str, list[Scalar]] = {}
        for key, value in record.pairs:
            values.setdefault(key, []).extend(_flat(value))
        texts = ("; ".join(part.text for part in values.get(key, []) if part.text) for key in keys)
        cells = tuple(Text(plain=text) if literal else _text(text) for text in texts)
        places = tuple(f"{name}:{values[key][0].line}" if values.get(key) else "" for key in keys)
        where = f"{name}:{record.line}"
        rows.append(GridRow(cells=cells, where=where, places=tuple(place or where for place in places)))
    return Grid(header=tuple(keys), rows=tuple(rows), where=f"{name}:{line}", title=title)


def _flat(node: Node) -> list[Scalar]:
    """Every text below a node, in order: ["US", "DE"], or [{"country": "US"}]."""
    if isinstance(node, Scalar):
        return [node]
    values = node.items if isinstance(node, Sequence) else tuple(value for _, value in node.pairs)
    return [scalar for value in values for scalar in _flat(value)]


def _text(words: str) -> Text:
    """A value that holds markup is read as what it shows."""
    if _MARKUP.search(words):
        parts = [block.text for block in html_blocks(words, "") if hasattr(block, "text")]
        return Text(
            plain="\n".join(part.plain for part in parts),
            links=tuple(link for part in parts for link in part.links),
            bolds=tuple(bold for part in parts for bold in part.bolds),
        )
    links = tuple((found[1], found[2]) for found in _MARKDOWN_LINK.finditer(words))
    return Text(plain=_MARKDOWN_LINK.sub(r"\1", words), links=links)
