"""Grids to entries: what each column holds, where the header stands, tables on their side."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.blocks import GridRow, Text
from vendorrisk.documents.lists.entries import Cell, Entry, plain_cell
from vendorrisk.documents.lists.name_cell import is_like_name, without_number
from vendorrisk.documents.lists.rows import COUNTRIES_TOO
from vendorrisk.documents.lists.table_rows import TableRows
from vendorrisk.documents.lists.vocabulary import TELLING
from vendorrisk.documents.place_text import read_places
from vendorrisk.documents.problems import error, warning
from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.documents.lists.blocks import Grid
    from vendorrisk.documents.lists.entries import Context, Tools
    from vendorrisk.domain.message import Problem

_MOST_OF_A_GROUND = 25
_OF_CUSTOMERS = frozenset(
    {
        "account id",
        "authorisation",
        "notice days",
        "notice unit",
        "clock starts",
        "objection days",
        "region lock",
    }
)
"""Columns of the file of customers, as its template writes them; no list of vendors has two of them."""
_YES_OR_NO = re.compile(r"(?i)\s*(?:yes|no|ja|nein|oui|non|s[ií]|nee)\b(?!-)\s*(?:[,;:.(–—-]|$)")
_ROLES = ("sub_processor", "affiliate", "apart")


def entries_of_grid(grid: Grid, context: Context, tools: Tools, problems: list[Problem]) -> list[Entry]:
    """The vendors of a table; a table of something else gives none and is named."""
    if len(_OF_CUSTOMERS & {fold(heading) for heading in grid.header}) > 1:
        problems.append(error(grid.where, "table_of_customers"))
        return []
    lying = _records_on_their_side(grid, context, tools)
    if lying:
        return lying
    grid = _turned(_with_header(grid, tools), tools)
    header, rows = grid.header, grid.rows
    meanings = [_meaning(heading, grid, tools, problems) for heading in header]
    if _is_other_table(header, meanings, context, tools):
        problems.append(warning(grid.where, "table_other", headings=", ".join(filter(None, header))[:120]))
        return []
    meanings = _with_named_services(grid, meanings, tools)
    if meanings.count("name") == 0:
        meanings, rows = _by_content(grid, meanings, context, tools)
        if "name" not in meanings:
            problems.append(_not_read(header, meanings, grid, context))
            return []
        if rows is not grid.rows:  # the first row is a record, and no header that rows may repeat
            header = ("",) * len(header)
        problems.append(warning(grid.where, "columns_guessed", column=meanings.index("name") + 1))
    meanings = _only_one_name(meanings, header, tools)
    meanings = _by_neighbours(header, meanings, rows, tools)
    _say_unknown(grid, meanings, problems)
    context = replace(context, codes=grid.codes)
    table = TableRows(header=header, columns=meanings, context=context, tools=tools, problems=problems)
    table.answered = frozenset() if grid.codes else _answered(meanings, rows, tools)
    for row in rows:
        table.take(row)
    return table.entries


def _by_neighbours(
    header: tuple[str, ...], meanings: list[str], rows: Sequence[GridRow], tools: Tools
) -> list[str]:
    """What headings mean that alone mean something else: "Role" beside a purpose, "Support" over places."""
    found = list(meanings)
    for at, heading in enumerate(header[: len(meanings)]):
        texts = _column(rows, at)
        roles = any(tools.words.has(group, text) for text in texts for group in _ROLES)
        if meanings.count("purpose") > 1 and roles and tools.words.is_exactly("role", heading):
            found[at] = "type"
        elif meanings[at] == "services" and "purpose" not in meanings and _are_sentences(texts):
            found[at] = "purpose"
        elif heading and not meanings[at] and "mechanism" not in meanings and _are_grounds(texts, tools):
            found[at] = "mechanism"
        elif meanings[at] == "data" and _mostly(texts, lambda text: bool(_YES_OR_NO.match(text))):
            found[at] = ""  # "Data transferred outside the EEA?" is no category of data
        elif not meanings[at] and tools.words.is_exactly("changed", heading):
            found[at] = "status"
        elif not meanings[at] and fold(heading) == "support" and _are_places(texts, tools):
            found[at] = "access"
    return found


def _answered(meanings: list[str], rows: Sequence[GridRow], tools: Tools) -> frozenset[int]:
    """Columns of places that some rows answer with yes or no: there NO is no and not Norway."""
    return frozenset(
        at
        for at, meaning in enumerate(meanings)
        if meaning in {"storage", "access"}
        and any(
            tools.words.is_exactly("no_answer", text) and text.strip() not in COUNTRIES_TOO
            for text in _column(rows, at)
        )
    )


def _not_read(header: tuple[str, ...], meanings: list[str], grid: Grid, context: Context) -> Problem:
    """A table without names: of something else, of kinds of providers, or one that nobody understands."""
    headings = ", ".join(filter(None, header))[:120]
    if context.other:
        return warning(grid.where, "table_other", headings=headings)
    kinds = meanings[:1] == ["type"] and len(TELLING & set(meanings)) > 0
    return error(grid.where, "table_of_kinds" if kinds else "table_unread", headings=headings)


def _with_named_services(grid: Grid, meanings: list[str], tools: Tools) -> list[str]:
    """Without a column of names the first one holds them where it is called "Service" or "Tool"."""
    first = next((at for at, meaning in enumerate(meanings) if meaning != "id"), 0)
    named = "name" not in meanings and len(meanings) > 2 and _are_names(_column(grid.rows, first))
    if named and tools.words.is_exactly("names_or_purposes", grid.header[first]):
        return [*meanings[:first], "name", *meanings[first + 1 :]]
    return meanings


def _meaning(heading: str, grid: Grid, tools: Tools, problems: list[Problem]) -> str:
    """What a column holds; a misspelt heading counts, with a warning."""
    meaning = tools.words.meaning(heading)
    if meaning or not (near := tools.words.misspelt(heading)):
        return meaning
    problems.append(warning(grid.where, "heading_guessed", heading=one_line(heading), taken=near))
    return tools.words.meaning(near)


def _with_header(grid: Grid, tools: Tools) -> Grid:
    """The header may stand a row or two below: under an empty one, or under a title."""
    if any(map(tools.words.meaning, grid.header)):
        return grid
    for at, row in enumerate(grid.rows[:3]):
        meanings = {tools.words.meaning(cell.plain, exact=True) for cell in row.cells}
        if "name" in meanings and len(meanings & TELLING) >= 1 and not row.spans:
            header = tuple(cell.plain for cell in row.cells)
            return replace(grid, header=header, rows=grid.rows[at + 1 :])
    return grid


def _turned(grid: Grid, tools: Tools) -> Grid:
    """A table with its headings in the first column and a vendor in each other one is turned."""
    heads = [row.cells[0].plain if row.cells else "" for row in grid.rows]
    named = bool(grid.header) and tools.words.meaning(grid.header[0], exact=True) == "name"
    if not named or len(grid.header) < 3 or any(map(tools.words.meaning, grid.header[1:])):
        return grid
    if len(heads) < 2 or any(tools.words.meaning(head, exact=True) not in TELLING for head in heads):
        return grid
    rows = tuple(
        GridRow(
            cells=(
                Text(plain=name),
                *(row.cells[at] if at < len(row.cells) else Text() for row in grid.rows),
            ),
            where=grid.where,
            places=(grid.where, *(row.where_of(at) for row in grid.rows)),
        )
        for at, name in enumerate(grid.header)
        if at and name.strip()
    )
    return replace(grid, header=(grid.header[0], *heads), rows=rows)


def _only_one_name(meanings: list[str], header: tuple[str, ...], tools: Tools) -> list[str]:
    """The column that says sub-processor, else the first of names; a second one is kept as an extra.

    One that says nothing else goes first: "Company" before "Measures for sub-processors".
    """
    names = [at for at, meaning in enumerate(meanings) if meaning == "name" and at < len(header)]
    plain = [at for at in names if tools.words.meaning(header[at], exact=True)] or names
    chosen = next(
        (at for at in plain if tools.words.has("sub_processor", header[at])),
        [*plain, meanings.index("name")][0],
    )
    return ["" if meaning == "name" and at != chosen else meaning for at, meaning in enumerate(meanings)]


def _say_unknown(grid: Grid, meanings: list[str], problems: list[Problem]) -> None:
    unknown = [
        one_line(heading) or f"({at + 1})"
        for at, (heading, meaning) in enumerate(zip(grid.header, meanings, strict=False))
        if not meaning and any(len(row.cells) > at and row.cells[at].plain for row in grid.rows)
    ]
    if unknown:
        problems.append(warning(grid.where, "columns_unknown", columns=", ".join(unknown)[:200]))


def _is_other_table(header: tuple[str, ...], meanings: list[str], context: Context, tools: Tools) -> bool:
    """A table of cookies, changes or definitions; one that names sub-processors in its header is none."""
    heading = " | ".join(header)
    other = [text for text in header if fold(text) in tools.words.words["other_table"]]
    named = tools.words.has("sub_processor", heading) or tools.words.has("affiliate", heading)
    telling = sum(meaning in TELLING for meaning in meanings)
    if not telling and any(tools.words.is_exactly("changed", text) for text in header):
        return True  # a log of changes names who came and who went, not who is there
    history = tools.words.has("history", context.group)
    return not named and (history or (bool(other) and (len(other) > 1 or telling < 2)))


def _by_content(
    grid: Grid, meanings: list[str], context: Context, tools: Tools
) -> tuple[list[str], tuple[GridRow, ...]]:
    """Without a heading for names: the first column of different, name-like texts, and the rows to read."""
    headless = not any(meanings) or _is_data(grid, meanings, tools)
    known = [] if headless else meanings
    rows = _with_first_row(grid) if headless else grid.rows
    width = max((len(row.cells) for row in rows), default=0)
    columns = [_column(rows, at) for at in range(width)]
    guessed = _with_places([*known, *[""] * width][:width], columns, tools)
    if context.other or not (context.about_list or (TELLING - {"data"}) & set(guessed)):
        return known, grid.rows
    guessed = _with_names(guessed, columns, [*([] if headless else grid.header), *[""] * width])
    return (guessed, rows) if "name" in guessed else (known, grid.rows)


def _with_first_row(grid: Grid) -> tuple[GridRow, ...]:
    """The rows of a table without a header: what was taken for one is the first of them."""
    first = GridRow(cells=tuple(Text(plain=text) for text in grid.header), where=grid.where)
    return (first, *grid.rows) if any(grid.header) else grid.rows


def _column(rows: Sequence[GridRow], at: int) -> list[str]:
    return [row.cells[at].plain for row in rows if at < len(row.cells)]


def _with_places(meanings: list[str], columns: list[list[str]], tools: Tools) -> list[str]:
    """A column without a meaning that mostly names places is one of locations."""
    return [
        meaning or ("location" if _are_places(texts, tools) else "")
        for meaning, texts in zip(meanings, columns, strict=True)
    ]


def _with_names(meanings: list[str], columns: list[list[str]], header: Sequence[str]) -> list[str]:
    """The first free column of names holds the names, a free one without a heading what they do."""
    names = [at for at, texts in enumerate(columns) if not meanings[at] and _are_names(texts)]
    if not names:
        return meanings
    named = [*meanings[: names[0]], "name", *meanings[names[0] + 1 :]]
    free = [at for at, meaning in enumerate(named) if not meaning and not header[at].strip()]
    if "purpose" in named or not free:
        return named
    return [*named[: free[0]], "purpose", *named[free[0] + 1 :]]


def _is_data(grid: Grid, meanings: list[str], tools: Tools) -> bool:
    """Whether the first row is no header but a record: it names a place where the rows below name places."""
    return any(
        not meaning and _is_place(grid.header[at], tools) and _are_places(_column(grid.rows, at), tools)
        for at, meaning in enumerate(meanings)
    )


def _are_names(texts: list[str]) -> bool:
    lines = [text.split("\n")[0] for text in texts]
    return len(set(lines)) * 2 > len(lines) and _mostly(lines, is_like_name)


def _are_places(texts: list[str], tools: Tools) -> bool:
    return _mostly(texts, lambda text: _is_place(text, tools))


def _mostly(texts: list[str], fits: Callable[[str], bool]) -> bool:
    """Whether seven of ten texts that are not empty fit."""
    filled = [text for text in texts if text.strip()]
    return bool(filled) and sum(map(fits, filled)) * 10 >= len(filled) * 7


def _are_sentences(texts: list[str]) -> bool:
    """Whether a column tells what is done for us ("Hosting."), and names none of our services."""
    return _mostly(texts, lambda text: text.strip().endswith("."))


def _are_grounds(texts: list[str], tools: Tools) -> bool:
    """Whether a column names transfer mechanisms, whatever its heading is; none of prose."""
    short = all(len(text.split()) <= _MOST_OF_A_GROUND for text in texts)
    return short and _mostly(texts, lambda text: bool(tools.words.mechanisms_of(text)))


def _is_place(text: str, tools: Tools) -> bool:
    read = read_places(text, tools.places)
    return bool(read.codes) and not read.unread


def _records_on_their_side(grid: Grid, context: Context, tools: Tools) -> list[Entry]:
    """Two columns, headings in the first: one record per name (or the section's heading as the name)."""
    lines = [(grid.header[0], grid.header[1], grid.where)] if len(grid.header) == 2 else []
    if len(grid.header) != 2 or any(len(row.cells) != 2 for row in grid.rows):
        return []
    meanings = [tools.words.meaning(row.cells[0].plain) for row in grid.rows]
    first = tools.words.meaning(lines[0][0])
    if sum(meaning in TELLING for meaning in meanings) < 2:
        return []
    if tools.words.is_exactly("label", grid.header[0]):
        return _record_of_section(grid, meanings, context, tools)
    if tools.words.meaning(grid.header[1]):
        return []
    entries: list[Entry] = []
    if first == "name":
        entries.append(Entry(where=grid.where, context=context))
        entries[-1].fields["name"] = [plain_cell(grid.header[0], grid.header[1], grid.where)]
    for row, meaning in zip(grid.rows, meanings, strict=True):
        if meaning == "name" or not entries:
            entries.append(Entry(where=row.where, context=context))
            if meaning != "name" and context.group:
                entries[-1].fields["name"] = [plain_cell("", context.group, grid.where)]
        cell = Cell(heading=row.cells[0].plain, text=row.cells[1], where=row.where)
        entries[-1].fields.setdefault(meaning, []).append(cell)
    return entries


def _record_of_section(grid: Grid, meanings: list[str], context: Context, tools: Tools) -> list[Entry]:
    """Under "Field | Details" stand the facts of one vendor, named among them or in the heading above."""
    fields: dict[str, list[Cell]] = {}
    for row, meaning in zip(grid.rows, meanings, strict=True):
        cell = Cell(heading=row.cells[0].plain, text=row.cells[1], where=row.where)
        fields.setdefault(meaning, []).append(cell)
    above = without_number(context.group)
    if "name" not in fields:
        if not is_like_name(above) or tools.words.is_no_name(above) or tools.words.heads_other_things(above):
            return []
        fields["name"] = [plain_cell("", above, grid.where)]
    return [Entry(where=grid.where, context=context, fields=fields)]
