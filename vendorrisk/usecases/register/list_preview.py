"""A published list before it is imported: what each row would do, and everything doubtful about it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level
from vendorrisk.usecases.register.list_import import ImportAs, RowAction, import_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.register.published import ListRead, ListRow
    from vendorrisk.domain.register.records import Stage
    from vendorrisk.usecases.office import Office

_COLUMN = re.compile(r"(?<=!)[A-Z]{1,3}(?=\d+$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewLine:
    """One line of the preview. `row` None: something in the file that became no row; `problems` say why."""

    id: str
    where: str
    row: ListRow | None
    action: RowAction | None
    stage: Stage | None = None
    problems: tuple[Problem, ...] = ()

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
    def changes(self) -> int:
        """How many rows would change the register."""
        return sum(count for action, count in self.counts.items() if action is not RowAction.SAME)


def row_of(where: str) -> str:
    """The row of a cell: "List!12" of "List!D12", "list.csv:7" of "list.csv:7, column Country"."""
    return _COLUMN.sub("", where.partition(", column ")[0])


def preview(
    office: Office, read: ListRead, *, service: str = "", become: ImportAs = ImportAs.LIVE
) -> Preview:
    """What importing a list would do; nothing of it stays."""
    trying = replace(office, book=office.book.trying_out())
    done = import_list(trying, read, service=service, become=become)
    doubts: dict[str, list[Problem]] = defaultdict(list)
    for problem in done.problems:
        doubts[row_of(problem.where)].append(problem)
    lines = []
    for number, planned in enumerate(done.rows):
        source = planned.row.source
        lines.append(
            PreviewLine(
                id=str(number), where=source, row=planned.row, action=planned.action,
                stage=planned.stage, problems=tuple(doubts.pop(source, ())),
            )
        )  # fmt: skip
    rest = [
        PreviewLine(id=f"file/{number}", where=where, row=None, action=None, problems=tuple(found))
        for number, (where, found) in enumerate(doubts.items())
    ]
    counted = Counter(planned.action for planned in done.rows)
    return Preview(lines=(*lines, *rest), counts={action: counted[action] for action in RowAction})
