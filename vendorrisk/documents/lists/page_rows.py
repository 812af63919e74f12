"""From the blocks of a page to the rows of a list: tables, bullets, sections; prose only without them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.beside import footnote_marks, standing
from vendorrisk.documents.lists.blocks import Bullets, Grid, Heading, Paragraph
from vendorrisk.documents.lists.context import Above
from vendorrisk.documents.lists.entries import Context
from vendorrisk.documents.lists.from_bullets import entries_of_bullets
from vendorrisk.documents.lists.from_cards import grids_of_cards
from vendorrisk.documents.lists.from_component import ROWS_ELSEWHERE
from vendorrisk.documents.lists.from_lines import grids_of_lines, keyed_records, lines_of
from vendorrisk.documents.lists.from_prose import companies_mentioned, entries_of_prose
from vendorrisk.documents.lists.from_sections import entries_of_headings, entry_of_section
from vendorrisk.documents.lists.from_table import entries_of_grid
from vendorrisk.documents.lists.name_cell import host_in
from vendorrisk.documents.lists.page_date import date_in, updated_in
from vendorrisk.documents.lists.rows import rows_of
from vendorrisk.documents.problems import error, has_errors, warning
from vendorrisk.domain.message import Level
from vendorrisk.domain.register.names import fold, has_legal_form
from vendorrisk.domain.register.public_list import SCHEMA
from vendorrisk.domain.register.published import ListRead
from vendorrisk.domain.register.vocabulary import Mechanism

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.documents.lists.blocks import Block, Page, Text
    from vendorrisk.documents.lists.entries import Entry, Tools
    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.register.published import ListRow

CLAUSES_OF_2021_APPLY = date(2021, 6, 27)
"""From this day the clauses of Decision (EU) 2021/914 could be signed (its Art. 4(1))."""

SPEAKS_OF_VENDORS = "speaks of vendors"
"""The key in a page's `meta` for data that name their records."""

_MOVED = re.compile(r"""(?i)<meta[^<>]+http-?equiv=["']?refresh["']?[^<>]*?url=['"]?([^\s'"<>;]+)""")
_FIRST_PARAGRAPHS = 4
_MOST_OF_A_KIND = 60
_DATE_KEY = re.compile(r"updated|modified|reviewed|revised|as_?of|^effective|^date$|^stand$")


@dataclass(slots=True)
class _Found:
    """What one block gave: its shape, entries, and what was wrong in it.

    `bare` are bullets of nothing but names, which count where lists beside them are vendors.
    """

    shape: str
    context: Context
    level: int = 0
    entries: list[Entry] = field(default_factory=list)
    bare: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_page(page: Page, tools: Tools, *, is_data: bool = False) -> ListRead:
    """Rows, problems and what the page says about itself; without any row an error says why."""
    problems = list(page.problems)
    title = _title(page)
    tools = replace(tools, footnotes=footnote_marks(page))
    found = _chosen(_walk(page, title, tools), page, title, tools)
    entries = [entry for part in found for entry in part.entries]
    problems += [problem for part in found for problem in part.problems]
    rows = [row for entry in entries for row in rows_of(entry, tools, problems)]
    if is_data and not _is_sure(rows, page, title, tools):
        rows = []
    updated, written = _updated(page, tools, problems)
    shapes = [part.shape for part in found if part.entries]
    shape = max(shapes, key=shapes.count, default="")
    if not rows and not has_errors(problems):
        problems.append(_why_nothing(page, title, tools))
    if shape == "prose":
        problems.append(warning(tools.name, "prose_best_effort", count=len(rows)))
    if updated and updated < CLAUSES_OF_2021_APPLY and any(map(_names_clauses, rows)):
        problems.append(warning(tools.name, "clauses_older", updated=updated.isoformat()))
        rows = list(map(_with_old_clauses, rows))
    said = [*(text.plain for text, _ in _texts(page)), *(row.purpose for row in rows)]
    return ListRead(
        rows=tuple(rows),
        problems=_few(tools.name, problems),
        title=title,
        updated=updated,
        updated_text=written,
        language=tools.words.language_of(" ".join(said)),
        shape="data" if is_data and shape else shape,
    )


def _names_clauses(row: ListRow) -> bool:
    return Mechanism.SCC_2021_914 in row.mechanism


def _with_old_clauses(row: ListRow) -> ListRow:
    """The row of a list that is older than the clauses of 2021: those that it names were the ones before."""
    codes = [Mechanism.OLD_SCC if one == Mechanism.SCC_2021_914 else one for one in row.mechanism]
    return replace(row, mechanism=tuple(dict.fromkeys(codes)))


def _is_sure(rows: list[ListRow], page: Page, title: str, tools: Tools) -> bool:
    """Whether records of data are vendors: something says so, or many have a place or a transfer ground.

    A catalogue of questions has names and descriptions too.
    """
    own = page.meta.get("schema", "").startswith(SCHEMA.partition("/")[0])
    return own or _is_about_sub_processors(page, title, tools) or sum(map(_has_place, rows)) * 4 >= len(rows)


def _has_place(row: ListRow) -> bool:
    return bool(row.locations or row.storage or row.access or row.seat or row.mechanism or row.address)


def _walk(page: Page, title: str, tools: Tools) -> list[_Found]:
    """Every block that may hold entries, with what stands above it."""
    above = Above(tools, title)
    about = _is_about_sub_processors(page, title, tools)
    found: list[_Found] = []
    at = 0
    while at < len(page.blocks):
        block = page.blocks[at]
        at += 1
        if isinstance(block, Heading):
            above.close(block.level)
            context = above.context()
            above.heading(block)
            section = _section(page.blocks, at - 1)
            if (about or context.about_list) and (entry := entry_of_section(section, context, tools)):
                found.append(_Found("sections", context, entries=[entry]))
                at += len(section) - 1
        elif isinstance(block, Paragraph):
            said = replace(block, text=standing(block.text))
            above.paragraph(said.text)
            found += _of_paragraph(said, above)
        else:
            found.append(_of_block(block, above, tools, about=about))
    return found


def _of_block(block: Grid | Bullets, above: Above, tools: Tools, *, about: bool) -> _Found:
    if isinstance(block, Grid):
        part = _Found("table", above.context(block.title))
        part.entries = entries_of_grid(block, part.context, tools, part.problems)
        return part
    part = _Found("bullets", above.context(), level=above.level)
    announced = part.context.about_list or part.context.affiliate or bool(part.context.locations)
    trust = 2 if announced else int(about)
    part.entries = entries_of_bullets(block, part.context, tools, part.problems, trust=trust)
    if not part.entries and about:
        bare = entries_of_bullets(block, part.context, tools, [], trust=2)
        part.bare = bare if len(bare) == len(block.items) else []
    return part


def _of_paragraph(block: Paragraph, above: Above) -> list[_Found]:
    """Group companies named only in a sentence below their heading: no rows, but not silent either."""
    names = companies_mentioned(block) if above.section else []
    context = above.context() if names else None
    if context is None or not context.affiliate:
        return []
    return [
        _Found("text", context, problems=[warning(block.where, "company_in_text", name=n) for n in names])
    ]


def _section(blocks: Sequence[Block], start: int) -> Sequence[Block]:
    """A heading and what follows up to the next one."""
    end = next((at for at in range(start + 1, len(blocks)) if isinstance(blocks[at], Heading)), len(blocks))
    return blocks[start:end]


def _chosen(found: list[_Found], page: Page, title: str, tools: Tools) -> list[_Found]:
    """Beside tables only bullets count that are announced; prose counts where there is nothing else."""
    tables = [part for part in found if part.shape == "table"]
    if any(part.entries for part in tables):
        return [
            part
            for part in found
            if part.shape == "table" or part.context.about_list or part.context.affiliate
        ]
    if _is_policy(title, tools):
        return tables
    if any(part.entries for part in found):
        return _with_sisters(found)
    if laid_out := _laid_out(page, title, tools):
        return [*tables, laid_out]
    if not _is_about_sub_processors(page, title, tools):
        return tables
    if has_errors([problem for part in tables for problem in part.problems]):
        return tables  # a list stands there; names from the sentences around it would be invented
    return [*tables, *_prose(page, title, tools)]


def _laid_out(page: Page, title: str, tools: Tools) -> _Found | None:
    """A list that is set in boxes, tabs or lines instead of a table; None without one."""
    context = Context(about_list=_is_about_sub_processors(page, title, tools))
    part = _Found("table", context)
    for grid in grids_of_cards(page.markup, tools.name, tools.words) if page.markup else ():
        doubts: list[Problem] = []
        entries = entries_of_grid(grid, context, tools, doubts)
        if entries and (any(map(tools.words.meaning, grid.header)) or _are_evident(entries)):
            part.entries += entries
            part.problems += doubts
    lines = lines_of(page, tools.name)
    if not part.entries:
        for grid in grids_of_lines(lines, tools.words, part.problems):
            part.entries += entries_of_grid(grid, context, tools, part.problems)
    if not part.entries and context.about_list:
        part.entries = entries_of_headings(page.blocks, context, tools)
        part.entries = part.entries or keyed_records(lines, context, tools.words)
    return part if part.entries or part.problems else None


def _are_evident(entries: Sequence[Entry]) -> bool:
    """Whether boxes without headings hold companies: most have a place, a legal form or a web address."""
    evident = [entry for entry in entries if entry.cells("location") or _looks_like_company(entry)]
    return len(evident) * 2 > len(entries)


def _looks_like_company(entry: Entry) -> bool:
    written = entry.fields["name"][0].text
    return has_legal_form(written.plain.split("\n")[0]) or bool(host_in(written.plain))


def _with_sisters(found: list[_Found]) -> list[_Found]:
    """Bullets of bare names count too where lists under headings of the same rank are vendors."""
    levels = {part.level for part in found if part.shape == "bullets" and part.entries and part.level > 1}
    for part in found:
        if part.level in levels and not part.entries:
            part.entries = part.bare
    return found


def _prose(page: Page, title: str, tools: Tools) -> list[_Found]:
    above = Above(tools, title)
    seen: set[str] = set()
    found = []
    for block in page.blocks:
        if isinstance(block, Heading):
            above.heading(block)
        elif isinstance(block, Paragraph):
            part = _Found("prose", above.context())
            part.entries = entries_of_prose(block, part.context, tools, part.problems, seen)
            found.append(part)
    return found


def _title(page: Page) -> str:
    own = next((b.text.plain for b in page.blocks if isinstance(b, Heading) and b.level == 1), "")
    return one_line(page.meta.get("title") or own)


def _texts(page: Page) -> list[tuple[Text, str]]:
    return [(block.text, block.where) for block in page.blocks if isinstance(block, Heading | Paragraph)]


def _is_policy(title: str, tools: Tools) -> bool:
    """Whether the page calls itself a policy, terms or agreement, and not a list of sub-processors."""
    return tools.words.has("policy", title) and not tools.words.has("sub_processor", title)


def _is_about_sub_processors(page: Page, title: str, tools: Tools) -> bool:
    """Whether title, headings, introduction or the file's name speak of sub-processors."""
    paragraphs = [b.text.plain for b in page.blocks if isinstance(b, Paragraph)][:_FIRST_PARAGRAPHS]
    headings = [b.text.plain for b in page.blocks if isinstance(b, Heading)][:3]
    meta = [value for key, value in page.meta.items() if not key.startswith("line of ")]
    said = [title, *headings, *paragraphs, *meta, tools.name.replace("_", " ").replace("-", " ")]
    return any(tools.words.has("sub_processor", text) for text in said)


def _updated(page: Page, tools: Tools, problems: list[Problem]) -> tuple[date | None, str]:
    """The list's own date; one that no calendar knows is named."""
    keys = [key for key in page.meta if _DATE_KEY.search(key) and not key.startswith("line of ")]
    for key in sorted(keys, key=lambda key: "updated" not in key and "modified" not in key):
        if written := page.meta[key]:
            found, words = date_in(written)
            where = page.meta.get(f"line of {key}", tools.name)
            if found is None:
                problems.append(warning(where, "date_unclear", written=written[:40]))
            return found, words or written
    texts = [(one_line(text.plain), where) for text, where in _texts(page)]
    found, written, where = updated_in(texts, tools.words)
    if written and found is None:
        problems.append(warning(where, "date_unclear", written=written))
    return found, written


def _why_nothing(page: Page, title: str, tools: Tools) -> Problem:
    """A policy, a page that points elsewhere, or simply no list."""
    if _is_policy(title, tools):
        return error(tools.name, "list_is_policy", title=title)
    if moved := _MOVED.search(page.markup or page.source):
        return error(tools.name, "list_elsewhere", address=moved[1])
    if ROWS_ELSEWHERE in page.meta:
        return error(tools.name, "list_in_program")
    links = [link for text, _ in _texts(page) for link in text.links]
    links += [
        link
        for block in page.blocks
        if isinstance(block, Bullets)
        for i in block.items
        for link in i.text.links
    ]
    for words, address in links:
        points = tools.words.has("elsewhere", words) or tools.words.has("sub_processor", words)
        if address.startswith("http") and (points or "trust" in address or "processor" in fold(address)):
            return error(tools.name, "list_elsewhere", address=address)
    return error(tools.name, "list_none")


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
