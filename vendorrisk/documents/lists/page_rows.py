"""From the parts of a page to the rows of a list, with what the page as a whole says of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.documents.lists.beside import footnotes_of
from vendorrisk.documents.lists.page_about import (
    is_about_sub_processors,
    texts_of,
    title_of,
    updated_on,
    why_nothing,
)
from vendorrisk.documents.lists.page_parts import parts_of
from vendorrisk.documents.lists.rows import rows_of
from vendorrisk.documents.lists.supplies import without_supplies
from vendorrisk.documents.problems import has_errors, warning
from vendorrisk.domain.message import Level
from vendorrisk.domain.register.list_law import grounds_on
from vendorrisk.domain.register.public_list import SCHEMA
from vendorrisk.domain.register.published import ListRead

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.documents.lists.blocks import Page
    from vendorrisk.documents.lists.entries import Tools
    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.register.published import ListRow

SPEAKS_OF_VENDORS = "speaks of vendors"
"""The key in a page's `meta` for data that name their records."""

_MOST_OF_A_KIND = 60


def read_page(page: Page, tools: Tools, *, is_data: bool = False) -> ListRead:
    """Rows, problems and what the page says about itself; without any row an error says why."""
    page = without_supplies(page, tools.words)
    problems = list(page.problems)
    title = title_of(page)
    tools = replace(tools, footnotes=footnotes_of(page))
    parts = parts_of(page, title, tools)
    problems += [problem for part in parts for problem in part.problems]
    rows = [row for part in parts for entry in part.entries for row in rows_of(entry, tools, problems)]
    if is_data and not _is_sure(rows, page, title, tools):
        rows = []
    updated = updated_on(page, tools, problems)
    shapes = [part.shape for part in parts if part.entries]
    shape = max(shapes, key=shapes.count, default="")
    if not rows and not has_errors(problems):
        problems.append(why_nothing(page, title, tools))
    if shape == "prose":
        problems.append(warning(tools.name, "prose_best_effort", count=len(rows)))
    rows = _of_their_time(rows, updated, tools, problems)
    said = [*(text.plain for text, _ in texts_of(page)), *(row.purpose for row in rows)]
    return ListRead(
        rows=tuple(rows),
        problems=_few(tools.name, problems),
        title=title,
        updated=updated,
        language=tools.words.language_of(" ".join(said)),
        shape="data" if is_data and shape else shape,
    )


def _of_their_time(
    rows: list[ListRow], updated: date | None, tools: Tools, problems: list[Problem]
) -> list[ListRow]:
    """Rows in which no ground stands that is younger than the list."""
    if updated is None:
        return rows
    terms = tools.law.mechanisms
    then = [replace(row, mechanism=grounds_on(row.mechanism, updated, terms)) for row in rows]
    if then != rows:
        problems.append(warning(tools.name, "clauses_older", updated=updated.isoformat()))
    return then


def _is_sure(rows: list[ListRow], page: Page, title: str, tools: Tools) -> bool:
    """Whether records of data are vendors: something says so, or many have a place or a transfer ground.

    A catalogue of questions has names and descriptions too.
    """
    own = page.meta.get("schema", "").startswith(SCHEMA.partition("/")[0])
    return own or is_about_sub_processors(page, title, tools) or sum(map(_has_place, rows)) * 4 >= len(rows)


def _has_place(row: ListRow) -> bool:
    return bool(row.locations or row.storage or row.access or row.seat or row.mechanism or row.address)


def _few(name: str, problems: list[Problem]) -> tuple[Problem, ...]:
    """Each problem once; of equal kinds of warnings the first ones, then a count."""
    kept: list[Problem] = []
    counts: dict[str, int] = {}
    left = 0
    for problem in problems:
        if any(problem == other for other in kept):
            continue
        key = problem.what.key
        counts[key] = counts.get(key, 0) + 1
        if problem.level is Level.WARNING and counts[key] > _MOST_OF_A_KIND:
            left += 1
        else:
            kept.append(problem)
    return (*kept, warning(name, "more_warnings", count=left)) if left else tuple(kept)
