"""What a page says of itself: its title, its date, what it is about, and where else it points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.blocks import Bullets, Heading, Paragraph
from vendorrisk.documents.lists.from_component import ROWS_ELSEWHERE
from vendorrisk.documents.lists.page_date import date_in, updated_in
from vendorrisk.documents.problems import error, warning
from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vendorrisk.documents.lists.blocks import Page, Text
    from vendorrisk.documents.lists.entries import Tools
    from vendorrisk.domain.message import Problem

_MOVED = re.compile(r"""(?i)<meta[^<>]+http-?equiv=["']?refresh["']?[^<>]*?url=['"]?([^\s'"<>;]+)""")
_FIRST_PARAGRAPHS = 4
_DATE_KEY = re.compile(r"updated|modified|reviewed|revised|as_?of|^effective|^date$|^stand$")


def title_of(page: Page) -> str:
    """The title in the page's head, else its first heading of the highest rank."""
    own = next((b.text.plain for b in page.blocks if isinstance(b, Heading) and b.level == 1), "")
    return one_line(page.meta.get("title") or own)


def texts_of(page: Page) -> list[tuple[Text, str]]:
    """Headings and paragraphs with their places."""
    return [(block.text, block.where) for block in page.blocks if isinstance(block, Heading | Paragraph)]


def is_policy(title: str, tools: Tools) -> bool:
    """Whether the page calls itself a policy, terms or agreement, and not a list of sub-processors."""
    return tools.words.has("policy", title) and not tools.words.has("sub_processor", title)


def is_about_sub_processors(page: Page, title: str, tools: Tools) -> bool:
    """Whether title, headings, introduction or the file's name speak of sub-processors."""
    paragraphs = [b.text.plain for b in page.blocks if isinstance(b, Paragraph)][:_FIRST_PARAGRAPHS]
    headings = [b.text.plain for b in page.blocks if isinstance(b, Heading)][:3]
    meta = [value for key, value in page.meta.items() if not key.startswith("line of ")]
    said = [title, *headings, *paragraphs, *meta, tools.name.replace("_", " ").replace("-", " ")]
    return any(tools.words.has("sub_processor", text) for text in said)


def updated_on(page: Page, tools: Tools, problems: list[Problem]) -> date | None:
    """The list's own date; one that no calendar knows is named."""
    keys = [key for key in page.meta if _DATE_KEY.search(key) and not key.startswith("line of ")]
    for key in sorted(keys, key=lambda key: "updated" not in key and "modified" not in key):
        if written := page.meta[key]:
            found, _ = date_in(written)
            if found is None:
                where = page.meta.get(f"line of {key}", tools.name)
                problems.append(warning(where, "date_unclear", written=written[:40]))
            return found
    texts = [(one_line(text.plain), where) for text, where in texts_of(page)]
    found, written, where = updated_in(texts, tools.words)
    if written and found is None:
        problems.append(warning(where, "date_unclear", written=written))
    return found


def why_nothing(page: Page, title: str, tools: Tools) -> Problem:
    """The error for a page without a row: a policy, a page that points elsewhere, or simply no list."""
    if is_policy(title, tools):
        return error(tools.name, "list_is_policy", title=title)
    if moved := _MOVED.search(page.markup or page.source):
        return error(tools.name, "list_elsewhere", address=moved[1])
    if ROWS_ELSEWHERE in page.meta:
        return error(tools.name, "list_in_program")
    for words, address in _links(page):
        points = tools.words.has("elsewhere", words) or tools.words.has("sub_processor", words)
        if address.startswith("http") and (points or "trust" in address or "processor" in fold(address)):
            return error(tools.name, "list_elsewhere", address=address)
    return error(tools.name, "list_none")


def _links(page: Page) -> Iterator[tuple[str, str]]:
    for text, _ in texts_of(page):
        yield from text.links
    for block in page.blocks:
        if isinstance(block, Bullets):
            for item in block.items:
                yield from item.text.links
