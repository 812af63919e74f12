"""A customer file before it is imported: what each row would do, by cell what is wrong, what is new in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level
from vendorrisk.domain.notice.records import Customer
from vendorrisk.usecases.customer_import import ASK_FROM_SHARE, CustomerAction, import_customers

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.notice.customer_file import CustomerRow, CustomersRead
    from vendorrisk.usecases.customer_import import CustomerImport
    from vendorrisk.usecases.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerLine:
    """One line of the preview. `row` None: something in the file that became no row; `problems` say why.

    `changes` are the facts that would be others; `ends`: the customer would become a former one.
    """

    id: str
    where: str
    row: CustomerRow | None
    action: CustomerAction | None
    changes: tuple[str, ...] = ()
    ends: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def is_wrong(self) -> bool:
        """Whether something keeps it out."""
        return any(one.level is Level.ERROR for one in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerPreview:
    """The whole file as it would be imported. `stored` counts the customers that there are before it."""

    lines: tuple[CustomerLine, ...]
    done: CustomerImport
    stored: int

    @property
    def problems(self) -> int:
        """How many lines have something doubtful."""
        return sum(bool(line.problems) for line in self.lines)

    @property
    def changes(self) -> int:
        """How many rows would change the register."""
        return sum(one.action is not CustomerAction.SAME for one in self.done.rows)

    @property
    def asks_first(self) -> bool:
        """Whether so many stored customers would change that somebody has to agree."""
        return self.done.count(CustomerAction.CHANGED) * ASK_FROM_SHARE > self.stored


def read_customers(office: Office, file: Path) -> CustomersRead:
    """Reads a customer file, CSV or xlsx; raises UserError where it is neither."""
    return office.foreign.customers(file)


def preview_customers(office: Office, read: CustomersRead) -> CustomerPreview:
    """What importing a customer file would do; nothing of it stays."""
    with office.book.reading() as reader:
        known = {one.id: one for one in reader.find(Customer)}
    trying = replace(office, book=office.book.trying_out())
    done = import_customers(trying, read, agreed=True)
    doubts: dict[str, list[Problem]] = defaultdict(list)
    for problem in done.problems:
        doubts[problem.where].append(problem)
    lines = []
    for number, planned in enumerate(done.rows):
        before = known.get(planned.customer.id)
        lines.append(
            CustomerLine(
                id=str(number), where=planned.row.where, row=planned.row, action=planned.action,
                changes=planned.changes, problems=tuple(doubts.pop(planned.row.where, ())),
                ends=bool(before and before.active and not planned.customer.active),
            )
        )  # fmt: skip
    rest = [
        CustomerLine(id=f"file/{number}", where=where, row=None, action=None, problems=tuple(found))
        for number, (where, found) in enumerate(doubts.items())
    ]
    return CustomerPreview(lines=(*lines, *rest), done=done, stored=len(known))
