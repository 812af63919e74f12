"""A customer file before it is imported: what each row would do, by cell what is wrong, what is new in it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import Level, Message, msg
from vendorrisk.domain.notice.customer_file import TERMS
from vendorrisk.domain.notice.records import Customer, Terms
from vendorrisk.domain.notice.terms import strictest_terms
from vendorrisk.domain.register.records import Contact
from vendorrisk.usecases.editing import label_of
from vendorrisk.usecases.notice.changes import STANDARD
from vendorrisk.usecases.notice.customer_import import ASK_FROM_SHARE, CustomerAction, import_customers
from vendorrisk.usecases.notice.customer_rows import binding_terms, service_names
from vendorrisk.usecases.notice.customer_words import reading

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.notice.customer_file import CustomerRow, CustomersRead
    from vendorrisk.domain.record import Record
    from vendorrisk.usecases.notice.customer_import import CustomerImport, PlannedCustomer
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerLine:
    """One line of the preview. `row` None: something in the file that became no row; `problems` say why.

    `changes` say what each fact is and would be, `terms` what was read of a new customer's contract, to be
    compared with it; `ends`: the customer would become a former one.
    """

    id: str
    where: str
    row: CustomerRow | None
    action: CustomerAction | None
    changes: tuple[Message, ...] = ()
    terms: tuple[Message, ...] = ()
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
        before = _Before(reader, office.clock.today())
    trying = replace(office, book=office.book.trying_out())
    done = import_customers(trying, read, agreed=True)
    doubts: dict[str, list[Problem]] = defaultdict(list)
    for problem in done.problems:
        doubts[problem.where].append(problem)
    lines = []
    for number, planned in enumerate(done.rows):
        stored = known.get(planned.customer.id)
        lines.append(
            CustomerLine(
                id=str(number), where=planned.row.where, row=planned.row, action=planned.action,
                changes=before.changes(stored, planned) if stored else (),
                terms=() if stored else _terms_told(planned.row),
                problems=tuple(doubts.pop(planned.row.where, ())),
                ends=bool(stored and stored.active and not planned.customer.active),
            )
        )  # fmt: skip
    rest = [
        CustomerLine(id=f"file/{number}", where=one.where, row=None, action=None, problems=(one,))
        for number, one in enumerate(chain.from_iterable(doubts.values()))
    ]
    return CustomerPreview(lines=(*lines, *rest), done=done, stored=len(known))


def _terms_told(row: CustomerRow) -> tuple[Message, ...]:
    """The terms of a row in sentences; none where it states none, so that our standard terms are assumed."""
    if not row.states_terms:
        return ()
    return reading(Terms(id="", customer_id="", **{name: getattr(row, name) for name in TERMS}))


class _Before:
    """The facts as they are stored, to be put beside those of the file."""

    def __init__(self, reader: Reader, today: date) -> None:
        self._services = service_names(reader)
        self._contacts: dict[str, list[Contact]] = defaultdict(list)
        for contact in reader.find(Contact):
            self._contacts[contact.customer_id].append(contact)
        terms = reader.find(Terms)
        standard = [one for one in terms if one.customer_id == STANDARD]
        own: dict[str, list[Terms]] = defaultdict(list)
        for one in terms:
            own[one.customer_id].append(one)
        self._terms = {
            key: strictest_terms(binding_terms(key, versions, today, standard))
            for key, versions in own.items()
        }

    def changes(self, customer: Customer, planned: PlannedCustomer) -> tuple[Message, ...]:
        """What would change, fact by fact."""
        return tuple(self._change(name, customer, planned) for name in planned.changes)

    def _change(self, name: str, customer: Customer, planned: PlannedCustomer) -> Message:
        if name == "services":
            named = [self._services[one] for one in customer.services if one in self._services]
            return _changed(Customer, name, named, planned.row.services)
        if name == "contacts":
            known = [one.email for one in self._contacts[customer.id]]
            named = [*known, *(email for _, email in planned.row.contacts if email not in known)]
            return _told(msg("customers.contacts"), known, named)
        if hasattr(customer, name):
            return _changed(Customer, name, getattr(customer, name), getattr(planned.customer, name))
        return _changed(
            Terms, name, getattr(self._terms.get(customer.id), name, None), getattr(planned.row, name)
        )


def _changed(kind: type[Record], name: str, before: Any, after: Any) -> Message:
    return _told(label_of(kind, name), before, after)


def _told(field: Message, before: Any, after: Any) -> Message:
    return msg("customers.changed", field=field, before=_in_words(before), after=_in_words(after))


def _in_words(value: Any) -> Any:
    if isinstance(value, bool):
        return msg("customers.yes") if value else msg("customers.no")
    return msg("customers.nothing") if value in ("", None, (), []) else value
