"""Paragraphs that each begin with a name in bold and say something of it: bullets without their sign."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeGuard

from vendorrisk.documents.lists.blocks import Bullets, Item, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vendorrisk.documents.lists.blocks import Block, Page
    from vendorrisk.documents.lists.vocabulary import Vocabulary

_FEWEST = 2

_SAYS_MORE = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[:–—]|-\s)\s*\S|\s*\n\s*\S")
"""What follows a name that something is said of: "Acme - hosting", "Acme (US): mail", or the next line."""


def with_led_bullets(page: Page, words: Vocabulary) -> Page:
    """The page with such paragraphs as bullets; a page of labels ("Purpose: ...") or of one stays."""
    leads = [block.text.bolds[0] for block in page.blocks if _is_led(block)]
    if len(leads) < _FEWEST or any(words.meaning(lead, exact=True) for lead in leads):
        return page
    return replace(page, blocks=tuple(_bulleted(page.blocks)))


def _bulleted(blocks: Sequence[Block]) -> Iterator[Block]:
    for _, run in groupby(blocks, key=_is_led):
        together = list(run)
        items = [Item(text=one.text, where=one.where) for one in together if _is_led(one)]
        yield from [Bullets(items=tuple(items), where=items[0].where)] if items else together


def _is_led(block: Block) -> TypeGuard[Paragraph]:
    if not isinstance(block, Paragraph) or not block.text.bolds:
        return False
    plain, first = block.text.plain.strip(), block.text.bolds[0]
    name = first.rstrip(" :")
    return bool(name) and plain.startswith(name) and bool(_SAYS_MORE.match(plain[len(name) :]))
