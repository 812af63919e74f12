"""Grids to entries: what each column holds, section rows, repeated headers, tables on their side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.beside import names_nobody
from vendorrisk.documents.lists.blocks import GridRow, Text
from vendorrisk.documents.lists.entries import Cell, Context, Entry, plain_cell
from vendorrisk.documents.lists.name_cell import is_like_name
from vendorrisk.documents.place_text import read_places
from vendorrisk.documents.problems import error, warning
from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from vendorrisk.documents.lists.blocks import Grid
    from vendorrisk.documents.lists.entries import Tools
    from vendorrisk.domain.message import Problem

_STORED = {
    "name",
    "purpose",
    "data",
    "services",
    "storage",
    "access",
    "location",
    "seat",
    "address",
    "mechanism",
}
_TELLING = _STORED - {"name"}


def entries_of_grid(grid: Grid, context: Context, tools: Tools, problems: list[Problem]) -> list[Entry]:
    """The vendors of a table; a table of something else gives none and is named."""
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
    _say_unknown(grid, meanings, problems)
    return _entries(rows, header, meanings, context, tools, problems)


def _not_read(header: tuple[str, ...], meanings: list[str], grid: Grid, context: Context) -> Problem:
    """A table without names: of something else, of kinds of providers, or one that nobody understands."""
    headings = ", ".join(filter(None, header))[:120]
    if context.other:
        return warning(grid.where, "table_other", headings=headings)
    kinds = meanings[:1] == ["type"] and len(_TELLING & set(meanings)) > 0
    return error(grid.where, "table_of_kinds" if kinds else "table_unread", headings=headings)


def _with_named_services(grid: Grid, meanings: list[str], tools: Tools) -> list[str]:
    """Without a column of names the first one holds them where it is called "Service" or "Tool"."""
    first = next((at for at, meaning in enumerate(meanings) if meaning != "id"), 0)
    texts = [row.cells[first].plain for row in grid.rows if first < len(row.cells)]
    named = "name" not in meanings and len(meanings) > 2 and _are_names(texts)
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


def _entries(
    rows: tuple[GridRow, ...],
    header: tuple[str, ...],
    meanings: list[str],
    context: Context,
    tools: Tools,
    problems: list[Problem],
) -> list[Entry]:
    entries: list[Entry] = []
    current = context
    columns = meanings
    for row in rows:
        empty = not any(
            cell.plain.strip(" |-–—")
            for at, cell in enumerate(row.cells)
            if not _is_number(cell, columns[at : at + 1])
        )
        if (
            empty or _repeats_header(row, header) or not row.sound
        ):  # an unsound row was named where it was read
            continue
        if headings := _headings_of(row, columns.index("name"), tools):
            columns = [
                headings[at] if at < len(headings) and headings[at] else meaning
                for at, meaning in enumerate(columns)
            ]
        elif names_nobody(row, tools.words):
            said = " | ".join(filter(None, (one_line(cell.plain) for cell in row.cells)))
            problems.append(warning(row.where, "row_beside", row=said[:120]))
        elif title := _section_title(row, columns, entries, tools):
            current = _under(context, title, tools)
        else:
            fields = _fields(row, header, columns)
            if len(columns) > 2 and _only_named(row, fields):
                problems.append(warning(row.where, "row_only_name", name=one_line(_name_of(fields))[:80]))
            entries.append(Entry(where=row.where, context=current, fields=fields))
    return entries


def _is_number(cell: Text, meanings: list[str]) -> bool:
    """Whether it merely counts the rows, as forms do that were numbered before they were filled."""
    return meanings == ["id"] and not any(map(str.isalpha, cell.plain))


def _headings_of(row: GridRow, name_at: int, tools: Tools) -> list[str]:
    """What the cells of a further row of headings mean, below the first or in between; else nothing.

    Under the names it says that names follow, or nothing, as below a heading that spans two rows.
    """
    meanings = [tools.words.meaning(cell.plain, exact=True) for cell in row.cells]
    filled = [at for at, cell in enumerate(row.cells) if cell.plain.strip()]
    known = [at for at in filled if meanings[at] in _STORED]
    over_names = meanings[name_at] == "name" if name_at in filled else len(known) == len(filled)
    if len(known) < 2 or not over_names:
        return []
    return [tools.words.meaning(row.cells[at].plain) if at in filled else "" for at in range(len(row.cells))]


def _only_named(row: GridRow, fields: dict[str, list[Cell]]) -> bool:
    return bool(_name_of(fields)) and sum(bool(cell.plain.strip()) for cell in row.cells) == 1


def _name_of(fields: dict[str, list[Cell]]) -> str:
    return next((cell.text.plain for cell in fields.get("name", []) if cell.text.plain.strip()), "")


def _fields(row: GridRow, header: tuple[str, ...], meanings: list[str]) -> dict[str, list[Cell]]:
    fields: dict[str, list[Cell]] = {}
    for column, text in enumerate(row.cells):
        meaning = meanings[column] if column < len(meanings) else ""
        heading = header[column] if column < len(header) else ""
        if meaning != "id":
            fields.setdefault(meaning, []).append(
                Cell(heading=heading, text=text, where=row.where_of(column))
            )
    return fields


def _with_header(grid: Grid, tools: Tools) -> Grid:
    """The header may stand a row or two below: under an empty one, or under a title."""
    if any(map(tools.words.meaning, grid.header)):
        return grid
    for at, row in enumerate(grid.rows[:3]):
        meanings = {tools.words.meaning(cell.plain, exact=True) for cell in row.cells}
        if "name" in meanings and len(meanings & _TELLING) >= 1 and not row.spans:
            header = tuple(cell.plain for cell in row.cells)
            return replace(grid, header=header, rows=grid.rows[at + 1 :])
    return grid


def _turned(grid: Grid, tools: Tools) -> Grid:
    """A table with its headings in the first column and a vendor in each other one is turned."""
    heads = [row.cells[0].plain if row.cells else "" for row in grid.rows]
    named = bool(grid.header) and tools.words.meaning(grid.header[0], exact=True) == "name"
    if not named or len(grid.header) < 3 or any(map(tools.words.meaning, grid.header[1:])):
        return grid
    if len(heads) < 2 or any(tools.words.meaning(head, exact=True) not in _TELLING for head in heads):
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
    """The column that says sub-processor, else the first of names; a second one is kept as an extra."""
    names = [at for at, meaning in enumerate(meanings) if meaning == "name" and at < len(header)]
    chosen = next(
        (at for at in names if tools.words.has("sub_processor", header[at])), meanings.index("name")
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
    telling = sum(meaning in _TELLING for meaning in meanings)
    history = tools.words.has("history", context.group)
    return not named and (history or (bool(other) and (len(other) > 1 or telling < 2)))


def _repeats_header(row: GridRow, header: tuple[str, ...]) -> bool:
    return [fold(cell.plain) for cell in row.cells[: len(header)]] == [fold(text) for text in header]


def _section_title(row: GridRow, meanings: list[str], entries: list[Entry], tools: Tools) -> str:
    """A row that heads others: one cell over all columns, or one bold or telling cell alone."""
    filled = [cell for cell in row.cells if cell.plain.strip()]
    texts = {one_line(cell.plain) for cell in filled}
    if len(texts) != 1 or len(meanings) < 2:
        return ""
    text = texts.pop()
    whole = filled[0].bolds and one_line(" ".join(filled[0].bolds)).strip(" :") == text.strip(" :")
    names_bold = any(cell.text.bolds for entry in entries for cell in entry.fields.get("name", []))
    telling = any(
        tools.words.has(group, text) for group in ("affiliate", "third_party", "sub_processor", "former")
    )
    if row.spans or telling or (len(filled) == len(row.cells) > 2) or (whole and not names_bold):
        return text.strip(" :")
    return ""


def _under(context: Context, title: str, tools: Tools) -> Context:
    ours, theirs = tools.words.has("affiliate", title), tools.words.has("third_party", title)
    read = read_places(title, tools.places)
    certain = bool(read.codes) and not read.unread and not read.guessed
    return replace(
        context,
        group=title,
        affiliate=ours if ours or theirs else context.affiliate,
        former=context.former or tools.words.has("former", title),
        planned=context.planned or tools.words.has("planned", title),
        locations=read.codes if certain else context.locations,
        place_text=title if certain else context.place_text,
    )


def _by_content(
    grid: Grid, meanings: list[str], context: Context, tools: Tools
) -> tuple[list[str], tuple[GridRow, ...]]:
    """Without a heading for names: the first column of different, name-like texts."""
    headless = not any(meanings) or _is_data(grid, meanings, tools)
    if headless:
        meanings = []
    first = GridRow(cells=tuple(Text(plain=text) for text in grid.header), where=grid.where)
    rows = (first, *grid.rows) if headless and any(grid.header) else grid.rows
    width = max((len(row.cells) for row in rows), default=0)
    guessed = [meanings[at] if at < len(meanings) else "" for at in range(width)]
    columns = [[row.cells[at].plain for row in rows if at < len(row.cells)] for at in range(width)]
    for at, texts in enumerate(columns):
        if not guessed[at] and _mostly(texts, lambda text: _is_place(text, tools)):
            guessed[at] = "location"
    fitting = not context.other and (set(guessed) & _TELLING or context.about_list)
    names = [at for at in range(width) if not guessed[at] and _are_names(columns[at])]
    if not fitting or not names:
        return meanings, grid.rows
    guessed[names[0]] = "name"
    if "purpose" not in guessed and (left := [at for at in range(width) if not guessed[at]]):
        guessed[left[0]] = "purpose"
    return guessed, rows


def _is_data(grid: Grid, meanings: list[str], tools: Tools) -> bool:
    """Whether the first row is no header but a record: it names a place where the rows below name places."""
    return any(
        not meaning
        and _is_place(grid.header[at], tools)
        and _mostly(
            [row.cells[at].plain for row in grid.rows if at < len(row.cells)],
            lambda text: _is_place(text, tools),
        )
        for at, meaning in enumerate(meanings)
    )


def _are_names(texts: list[str]) -> bool:
    lines = [text.split("\n")[0] for text in texts]
    return len(set(lines)) * 2 > len(lines) and _mostly(lines, is_like_name)


def _mostly(texts: list[str], fits: object) -> bool:
    filled = [text for text in texts if text.strip()]
    return (
        callable(fits) and bool(filled) and sum(bool(fits(text)) for text in filled) * 10 >= len(filled) * 7
    )


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
    if sum(meaning in _TELLING for meaning in meanings) < 2 or tools.words.meaning(grid.header[1]):
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
