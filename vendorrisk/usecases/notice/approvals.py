"""Which contracts agree to the sub-processor of a change beforehand; it is said, and changes nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.affected import with_ground
from vendorrisk.domain.notice.beforehand import approved_beforehand, approves_any
from vendorrisk.domain.notice.records import Terms
from vendorrisk.domain.notice.terms import covers
from vendorrisk.domain.periods import in_force
from vendorrisk.domain.register.records import Engagement, FourthParty, Location, Vendor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from vendorrisk.domain.message import Message
    from vendorrisk.domain.notice.affected import Reach
    from vendorrisk.domain.notice.records import Change, Customer
    from vendorrisk.usecases.ports import Reader

    Pairs: TypeAlias = tuple[tuple[Customer, Reach], ...]


class Approvals:
    """The sub-processor of one change as contracts may have approved it, read once."""

    def __init__(self, reader: Reader, change: Change) -> None:
        engagement = reader.get(Engagement, change.engagement_id)
        self._change = change
        self._vendor = reader.get(Vendor, engagement.vendor_id)
        self._places = in_force(reader.find(Location, engagement_id=engagement.id), change.planned_on)
        self._further = in_force(reader.find(FourthParty, engagement_id=engagement.id), change.planned_on)

    def explained(self, reader: Reader, reaches: Iterable[tuple[Customer, Reach]]) -> Pairs:
        """The affected customers, with that as one more reason where their terms agree on the planned day."""
        agreeing = {
            one.customer_id: what
            for one in reader.find(Terms)
            if covers(one, self._change.planned_on) and (what := self._agreed_by(one))
        }
        said = {key: msg("notice.affected.beforehand", what=what) for key, what in agreeing.items()}
        return tuple(
            (one, with_ground(reach, said[one.id]) if one.id in said else reach) for one, reach in reaches
        )

    def steps(self, versions: Iterable[Terms]) -> Iterator[Message]:
        """One sentence for each of the terms in force that agree to it beforehand."""
        for terms in versions:
            what = self._agreed_by(terms)
            if what is not None:
                yield msg("notice.step.beforehand", rule="R16", what=what)

    def _agreed_by(self, terms: Terms) -> Message | None:
        if not approves_any(terms):
            return None
        return approved_beforehand(terms, self._change, self._vendor, self._places, self._further)
