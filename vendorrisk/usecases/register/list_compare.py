"""Comparing two lists of sub-processors, from files or from what was published here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, NotFound, UserError, msg
from vendorrisk.domain.register.list_diff import ListDiff, diff
from vendorrisk.domain.register.public_list import as_list_row, rows_from_canonical
from vendorrisk.domain.register.records import ListVersion

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.register.published import ListRow
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import ForeignFiles, Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSource:
    """Where lists come from; `office` opens the workspace only if a published version is asked for."""

    foreign: ForeignFiles
    likeness: Likeness
    office: Callable[[], Office]
    exists: Callable[[str], bool]


def compare(source: ListSource, old: str, new: str) -> tuple[ListDiff, list[Problem]]:
    """What changed from one list to another: files, or versions such as GLOBAL:3, or the id of a version.

    Raises UserError for a file in which no list was found: compared as an empty one, all would seem removed.
    """
    problems: list[Problem] = []
    (before, one), (after, other) = (_rows(source, name, problems) for name in (old, new))
    translated = bool(one and other and one != other)
    return diff(before, after, likeness=source.likeness.score, translated=translated), problems


def _rows(source: ListSource, name: str, problems: list[Problem]) -> tuple[list[ListRow], str]:
    """The rows of a list and the language it is in, empty where that is not known."""
    if source.exists(name):
        read = source.foreign.published_list(Path(name))
        errors = [one for one in read.problems if one.level is Level.ERROR]
        if errors and not read.rows:
            raise UserError(errors[0].what, errors[0].remedy, where=name)
        problems += read.problems
        return list(read.rows), read.language
    profile, _, number = name.partition(":")
    with source.office().book.reading() as reader:
        found = reader.find(ListVersion, id=name)
        if number.isdecimal():
            found = reader.find(ListVersion, profile=profile.upper(), version=int(number))
    if not found:
        raise NotFound(msg("list.unknown", wanted=name), msg("list.unknown.remedy"))
    return [as_list_row(row) for row in rows_from_canonical(found[0].rows)], ""
