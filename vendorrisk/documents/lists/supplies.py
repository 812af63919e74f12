"""Tables of what vendors supply, as products and contracts: their rows refer to vendors of a table above."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.documents.lists.blocks import Grid
from vendorrisk.documents.problems import warning
from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.documents.lists.blocks import Page
    from vendorrisk.documents.lists.vocabulary import Vocabulary

_CODE = re.compile(r"(?=.*\d)(?=.*[A-Za-z])\S+")
"""Like "ENT-001"; numbers alone are told from counts and ratings by nothing."""


def without_supplies(page: Page, words: Vocabulary) -> Page:
    """The page without such tables, each of them named; one that speaks of sub-processors stays."""
    vendors: set[str] = set()
    left = []
    problems = []
    for block in page.blocks:
        if isinstance(block, Grid) and _refers(block, vendors, words):
            headings = ", ".join(filter(None, block.header))[:120]
            problems.append(warning(block.where, "table_other", headings=headings))
            continue
        left.append(block)
        vendors |= _codes(block, words) if isinstance(block, Grid) else set()
    return replace(page, blocks=tuple(left), problems=(*page.problems, *problems)) if problems else page


def _codes(grid: Grid, words: Vocabulary) -> set[str]:
    """What the rows of a table of names are known by elsewhere."""
    if "name" not in map(words.meaning, grid.header):
        return set()
    own = [at for at, heading in enumerate(grid.header) if words.meaning(heading, exact=True) == "id"]
    return {text for at in own[:1] for text in _texts(grid, at) if _CODE.fullmatch(text)}


def _refers(grid: Grid, vendors: set[str], words: Vocabulary) -> bool:
    if words.has("sub_processor", " | ".join(grid.header)):
        return False
    return any(
        {"name", "id"} <= set(map(words.meaning, fold(heading).split()))
        and bool(texts := set(_texts(grid, at)))
        and texts <= vendors
        for at, heading in enumerate(grid.header)
    )


def _texts(grid: Grid, at: int) -> Iterator[str]:
    cells = (row.cells[at].plain.strip() for row in grid.rows if at < len(row.cells))
    return filter(None, cells)
