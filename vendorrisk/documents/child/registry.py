"""Which parser reads which kind of file. Modules are named, not imported: the child loads only what it needs.

A parser is `parse(path, options, limits)`: it returns plain data (dicts, lists, texts, numbers) and raises
UserError for a file that cannot be read at all. It runs in the child only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from vendorrisk.documents.child.limits import Limits

Parser: TypeAlias = Callable[[Path, Mapping[str, Any], Limits], Any]

KINDS: dict[str, str] = {
    "table": "vendorrisk.documents.tabular.reading:parse",
    "list": "vendorrisk.documents.lists.reading:parse",
    "customers": "vendorrisk.documents.customers:parse",
    "workbook": "vendorrisk.documents.workbook_in:parse",
    "pdf": "vendorrisk.documents.pdf_text:parse",
    "named_in": "vendorrisk.documents.named_in:parse",
}


def parser_for(kind: str, kinds: Mapping[str, str] = KINDS) -> Parser:
    """The parser of a kind, imported now; raises KeyError for a kind nobody registered."""
    module, _, name = kinds[kind].partition(":")
    parser: Parser = getattr(import_module(module), name)
    return parser
