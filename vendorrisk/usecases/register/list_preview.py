"""A published list before it is imported: what each row would do, and everything doubtful about it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level
from vendorrisk.usecases.register.list_import import ImportAs, RowAction, import_list

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.register.published import ListRead, ListRow
    from vendorrisk.domain.register.records import Stage
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.register.list_import import PlannedRow

_COLUMN = re.compile(r"(?<=!)[A-Z]{1,3}(?=\d+$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewLine:
    """One line of the preview. `row` None: something in the file that became no row; `problems` say why.

    `number` is the place of the row in the list, from 0 on; `left_out`: a person does not want it imported.
    """

    id: str
    where: str
    row: ListRow | None
    action: RowAction | None
    stage: Stage | None = None
    problems: tuple[Problem, ...] = ()
    number: int | None = None
    left_out: bool = False

    @property
    def is_wrong(self) -> bool:
        """Whether something keeps it out."""
        return any(one.level is Level.ERROR for one in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The whole list as it would be imported. `counts` has every action, also those that no row takes."""

    lines: tuple[PreviewLine, ...]
    counts: Mapping[RowAction, int]

    @property
    def problems(self) -> int:
        """How many lines have something doubtful."""
        return sum(bool(line.problems) for line in self.lines)

    @property
    def rows(self) -> int:
        """How many rows the list has, those left out among them."""
        return sum(line.row is not None for line in self.lines)

    @property
    def left_out(self) -> int:
        """How many rows a person has left out."""
        return sum(line.left_out for line in self.lines)

    @property
    def changes(self) -> int:
        """How many rows would change the register."""
        return sum(count for action, count in self.counts.items() if action is not RowAction.SAME)


def row_of(where: str) -> str:
    """The row of a cell: "List!12" of "List!D12", "list.csv:7" of "list.csv:7, column Country"."""
    return _COLUMN.sub("", where.partition(", column ")[0])


def preview(
    office: Office,
    read: ListRead,
    *,
    service: str = "",
    become: ImportAs = ImportAs.LIVE,
    left_out: Collection[int] = (),
) -> Preview:
    """What importing a list would do, without the rows at these places; nothing of it stays."""
    trying = replace(office, book=office.book.trying_out())
    done = import_list(trying, read, service=service, become=become, left_out=left_out)
    doubts: dict[str, list[Problem]] = defaultdict(list)
    for problem in done.problems:
        doubts[row_of(problem.where)].append(problem)
    planned = {id(one.row): one for one in done.rows}
    lines = [
        _line(number, row, planned.get(id(row)), doubts.pop(row.source, ()))
        for number, row in enumerate(read.rows)
        if id(row) in planned or number in left_out
    ]
    rest = [
        PreviewLine(id=f"file/{number}", where=where, row=None, action=None, problems=tuple(found))
        for number, (where, found) in enumerate(doubts.items())
    ]
    counted = Counter(planned.action for planned in done.rows)
    return Preview(lines=(*lines, *rest), counts={action: counted[action] for action in RowAction})


def _line(number: int, row: ListRow, planned: PlannedRow | None, problems: Sequence[Problem]) -> PreviewLine:
    return PreviewLine(
        id=str(number), number=number, where=row.source, row=row, left_out=planned is None,
        action=planned.action if planned else None, stage=planned.stage if planned else None,
        problems=tuple(problems),
    )  # fmt: skip
