"""Who joined while the notice of a change ran, and what is left to do for whoever was not told (rule N-9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.affected import with_ground
from vendorrisk.domain.notice.days import NoDate
from vendorrisk.domain.notice.joining import (
    Joining,
    Late,
    first_told,
    joining_of,
    late_problems,
    late_standing,
    told_before,
)
from vendorrisk.domain.notice.objections import is_kept_off
from vendorrisk.domain.notice.records import CLOSED_CHANGES, Change, ChangeState
from vendorrisk.domain.notice.terms import terms_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.notice.affected import Reach
    from vendorrisk.domain.notice.records import Customer, Notice, Objection, Terms

_DOUBTS = {
    Late.PACK_DUE: "notice.doubt.pack_due",
    Late.SINCE_UNKNOWN: "notice.doubt.since_unknown",
    Late.IN_FULL: "notice.doubt.in_full",
}


class Joiners:
    """The customers of one change who were not told when others were, from tables that were read already.

    Without a notice that went out, and in a change that was cancelled, nobody joined late.
    """

    def __init__(
        self,
        change: Change,
        notices: Mapping[str, Notice],
        *,
        terms: Mapping[str, Sequence[Terms]],
        standard: Sequence[Terms],
        objections: Sequence[Objection],
        our_zone: str,
        critical_engagement: bool,
    ) -> None:
        self._change, self._notices = change, notices
        self._terms, self._standard, self._objections = terms, standard, objections
        self._zone, self._critical = our_zone, critical_engagement
        cancelled = change.state is ChangeState.CANCELLED
        self._first = None if cancelled else first_told(notices.values())

    def of(self, customer: Customer) -> Joining | None:
        """How this customer joined, if it did; raises NoDate for an unknown zone."""
        notice = self._notices.get(customer.id)
        told_on = told_before(customer, notice, self._first, our_zone=self._zone)
        if told_on is None or customer.since is None:
            return None
        return joining_of(
            customer.since, told_on, self._change, notice, self._bound(customer.id, customer.since),
            critical_engagement=self._critical,
        )  # fmt: skip

    def explained(self, customer: Customer, reach: Reach) -> Reach:
        """Why an affected customer is affected, with that it joined late and what is left to do."""
        joining = self._joining(customer)
        late = self._late(customer, joining)
        if late is None and joining is None:
            return reach
        doubts = [msg(_DOUBTS[late])] if late in _DOUBTS and self._change.state not in CLOSED_CHANGES else []
        return with_ground(reach, *([joining.ground] if joining else []), doubts=doubts)

    def problems(self, customers: Iterable[Customer]) -> tuple[Problem, ...]:
        """What is left to do for affected customers who were not told, while the change is not over."""
        if self._first is None or self._change.state in CLOSED_CHANGES:
            return ()
        return late_problems(self._change, ((one, self._late(one, self._joining(one))) for one in customers))

    def _late(self, customer: Customer, joining: Joining | None) -> Late | None:
        if self._first is None:
            return None
        notice = self._notices.get(customer.id)
        own = [one for one in self._objections if one.customer_id == customer.id]
        if is_kept_off(own, excluded=notice is not None and notice.excluded):
            return None
        return late_standing(customer, joining, notice)

    def _joining(self, customer: Customer) -> Joining | None:
        """Where nobody can tell on which date the notice went out there, it did not join late."""
        try:
            return self.of(customer)
        except NoDate:
            return None

    def _bound(self, customer_id: str, on: date) -> tuple[Terms, ...]:
        """The terms that bind on a customer's first day; none where nothing is known."""
        try:
            return terms_in_force(customer_id, self._terms[customer_id], on, standard=self._standard)
        except NoDate:
            return ()
