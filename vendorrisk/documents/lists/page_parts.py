"""The parts of a page that hold a list: tables, bullets, sections; prose only without them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.beside import standing
from vendorrisk.documents.lists.blocks import Bullets, Grid, Heading, Paragraph
from vendorrisk.documents.lists.bold_leads import with_led_bullets
from vendorrisk.documents.lists.context import Above
from vendorrisk.documents.lists.entries import Context
from vendorrisk.documents.lists.from_bullets import entries_of_bullets
from vendorrisk.documents.lists.from_cards import grids_of_cards
from vendorrisk.documents.lists.from_lines import grids_of_lines, keyed_records, lines_of
from vendorrisk.documents.lists.from_prose import companies_mentioned, entries_of_prose
from vendorrisk.documents.lists.from_sections import entries_of_headings, entry_of_section
from vendorrisk.documents.lists.from_sentences import entries_of_sentences
from vendorrisk.documents.lists.from_table import entries_of_grid
from vendorrisk.documents.lists.name_cell import host_in
from vendorrisk.documents.lists.page_about import is_about_sub_processors, is_policy
from vendorrisk.documents.problems import has_errors, warning
from vendorrisk.domain.register.names import has_legal_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.documents.lists.blocks import Block, Page
    from vendorrisk.documents.lists.entries import Entry, Tools
    from vendorrisk.domain.message import Problem


@dataclass(slots=True)
class Part:
    """What one block gave: its shape, entries, and what was wrong in it.

    `announced`: a heading over it or in it says that sub-processors follow.
    `bare` are bullets of nothing but names, which count where lists beside them are vendors.
    """

    shape: str
    context: Context
    level: int = 0
    announced: bool = False
    entries: list[Entry] = field(default_factory=list)
    bare: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def parts_of(page: Page, title: str, tools: Tools) -> list[Part]:
    """The parts of a page that count as its list, in order; a part without entries only has problems."""
    return _chosen(_walk(page, title, tools), page, title, tools)


def _walk(page: Page, title: str, tools: Tools) -> list[Part]:
    """Every block that may hold entries, with what stands above it."""
    titles = sum(isinstance(block, Heading) and block.level == 1 for block in page.blocks)
    above = Above(tools, title, titles=titles)
    about = is_about_sub_processors(page, title, tools)
    ranks = _ranks_of_records(page.blocks, tools)
    found: list[Part] = []
    at = 0
    while at < len(page.blocks):
        block = page.blocks[at]
        at += 1
        if isinstance(block, Heading):
            above.close(block.level)
            context = above.context()
            above.heading(block)
            section = _section(page.blocks, at - 1)
            facts = 1 if block.level in ranks and not tools.words.heads_other_things(above.section) else 2
            speaks = about or context.about_list
            if speaks and (entry := entry_of_section(section, context, tools, facts=facts)):
                found.append(Part("sections", context, announced=context.announced, entries=[entry]))
                at += len(section) - 1
        elif isinstance(block, Paragraph):
            said = replace(block, text=standing(block.text))
            above.paragraph(said.text)
            found += _of_paragraph(said, above, tools)
        else:
            found.append(_of_block(block, above, tools, about=about))
    return found


def _of_block(block: Grid | Bullets, above: Above, tools: Tools, *, about: bool) -> Part:
    if isinstance(block, Grid):
        part = Part("table", above.context(block.title))
        named = any(tools.words.has("sub_processor", heading) for heading in block.header)
        part.announced = named or part.context.announced
        part.entries = entries_of_grid(block, part.context, tools, part.problems)
        return part
    part = Part("bullets", above.context(), level=above.level)
    part.announced = part.context.announced
    context = part.context
    announced = context.about_list or context.affiliate or context.former or bool(context.locations)
    trust = 2 if announced else int(about)
    part.entries = entries_of_bullets(block, part.context, tools, part.problems, trust=trust)
    if not part.entries and about:
        bare = entries_of_bullets(block, part.context, tools, [], trust=2)
        part.bare = bare if len(bare) == len(block.items) else []
    return part


def _of_paragraph(block: Paragraph, above: Above, tools: Tools) -> list[Part]:
    """Companies named only in a sentence, of the group or announced: no rows, but not silent either."""
    if tools.words.has("announces", block.text.plain):
        said = [one_line(block.text.plain)[:200]] if companies_mentioned(block) else []
        problems = [warning(block.where, "company_announced", said=one) for one in said]
        return [Part("text", above.context(), problems=problems)]
    names = companies_mentioned(block) if above.section else []
    context = above.context() if names else None
    if context is None or not context.affiliate:
        return []
    return [Part("text", context, problems=[warning(block.where, "company_in_text", name=n) for n in names])]


def _ranks_of_records(blocks: Sequence[Block], tools: Tools) -> set[int]:
    """The ranks of headings under which the facts of one vendor each stand."""
    return {
        block.level
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and entry_of_section(_section(blocks, at), Context(), tools)
    }


def _section(blocks: Sequence[Block], start: int) -> Sequence[Block]:
    """A heading and what follows up to the next one."""
    end = next((at for at in range(start + 1, len(blocks)) if isinstance(blocks[at], Heading)), len(blocks))
    return blocks[start:end]


def _chosen(found: list[Part], page: Page, title: str, tools: Tools) -> list[Part]:
    """Beside tables only bullets count that are announced; prose counts where there is nothing else."""
    if is_policy(title, tools):
        noticed = [Part(part.shape, part.context, problems=_other_tables(part)) for part in found]
        return _of_agreement(found) or [*noticed, *_prose(page, title, tools, told=True)]
    tables = [part for part in found if part.shape == "table"]
    if any(part.entries for part in tables):
        return [part if _counts_beside_tables(part) else _left_beside(part) for part in found]
    if any(part.entries for part in found):
        return _with_sisters(found)
    if laid_out := _laid_out(page, title, tools):
        return [*tables, laid_out]
    if not is_about_sub_processors(page, title, tools):
        return [*tables, *_prose(page, title, tools, told=True)]
    if has_errors([problem for part in tables for problem in part.problems]):
        return tables  # a list stands there; names from the sentences around it would be invented
    led = [part for part in _walk(with_led_bullets(page, tools.words), title, tools) if part.entries]
    if led and _are_evident([entry for part in led for entry in part.entries]):
        return [*tables, *led]
    return [*tables, *_prose(page, title, tools)]


def _counts_beside_tables(part: Part) -> bool:
    """Whether it is a table, or announced: as vendors, or as what is planned, former or no sub-processor."""
    context = part.context
    told = context.planned or context.former or context.apart
    return part.shape == "table" or context.about_list or context.affiliate or told


def _left_beside(part: Part) -> Part:
    """Nothing of bullets that nothing announces, but a word of the companies that are named in them."""
    entries = part.entries or part.bare
    names = [name for one in entries if has_legal_form(name := one_line(one.words("name")))]
    place = entries[0].where if entries else ""
    told = [warning(place, "bullets_beside", names=", ".join(names)[:120])] if names else []
    told += part.problems if part.shape == "text" else []
    return Part(part.shape, part.context, problems=told)


def _of_agreement(found: list[Part]) -> list[Part]:
    """The parts of an agreement or policy that are its list; of the others only what was noticed."""
    kept = [part for part in found if part.announced and (not part.entries or _is_list_of_agreement(part))]
    if not any(part.entries for part in kept):
        return []
    return kept


def _is_list_of_agreement(part: Part) -> bool:
    """Whether a part of an agreement or policy is its list: announced, and its names known or evident.

    Such papers are full of tables and bullets of other things, below the heading "Sub-processors" too.
    """
    guessed = part.shape != "table" or any(_tells(problem, "columns_guessed") for problem in part.problems)
    return part.announced and (not guessed or _are_evident(part.entries))


def _other_tables(part: Part) -> list[Problem]:
    return [problem for problem in part.problems if _tells(problem, "table_other")]


def _tells(problem: Problem, key: str) -> bool:
    return problem.what.key == f"files.{key}"


def _laid_out(page: Page, title: str, tools: Tools) -> Part | None:
    """A list that is set in boxes, tabs or lines instead of a table; None without one."""
    context = Context(about_list=is_about_sub_processors(page, title, tools))
    part = Part("table", context)
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
    linked = any(address.startswith("http") for _, address in written.links)
    return linked or has_legal_form(written.plain.split("\n")[0]) or bool(host_in(written.plain))


def _with_sisters(found: list[Part]) -> list[Part]:
    """Bullets of bare names count too where lists under headings of the same rank are vendors."""
    levels = {part.level for part in found if part.shape == "bullets" and part.entries and part.level > 1}
    for part in found:
        if part.level in levels and not part.entries:
            part.entries = part.bare
    return found


def _prose(page: Page, title: str, tools: Tools, *, told: bool = False) -> list[Part]:
    """Vendors of running text; `told`: only those that a sentence about sub-processors lists one by one."""
    above = Above(tools, title)
    seen: set[str] = set()
    found = []
    for block in page.blocks:
        if isinstance(block, Heading):
            above.heading(block)
        elif isinstance(block, Paragraph):
            part = Part("prose", above.context())
            part.entries = entries_of_sentences(block, part.context, tools, seen, told=told)
            if not told:
                part.entries += entries_of_prose(block, part.context, tools, part.problems, seen)
            found.append(part)
    return found
