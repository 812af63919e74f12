"""Erasing a person on request: where the name stands, what is overwritten, and what stays as proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import NotFound, msg
from vendorrisk.domain.notice.records import Customer
from vendorrisk.domain.register.records import Contact, Vendor
from vendorrisk.domain.review.people import ERASABLE, KEPT, is_named
from vendorrisk.usecases.journal.history import erase_person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.domain.message import Message
    from vendorrisk.domain.record import Record
    from vendorrisk.domain.review.people import Mention
    from vendorrisk.usecases.journal.history import Erased
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A record that names the person now or once did; `of` is the vendor or customer it belongs to."""

    kind: type[Record]
    id: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """Where a person is named: records to be erased, and how many others keep the name as proof."""

    person: str
    erasable: tuple[Place, ...]
    kept: int

    @property
    def about_kept(self) -> Message:
        """Why what proves a decision or a review keeps the name."""
        return msg("person.kept_as_proof", count=self.kept)


def traces_of(office: Office, person: str) -> Traces:
    """Where a person stands, by whole name or e-mail address; upper case and accents do not matter.

    What was removed or overwritten long ago is found too: the journal remembers it.
    """
    erasable, kept = _naming(office, person, ERASABLE), _naming(office, person, KEPT)
    with office.book.reading() as reader:
        places = tuple(Place(kind=kind, id=id_, of=_of(reader, kind, id_)) for kind, id_ in erasable)
    return Traces(person=person, erasable=places, kept=len(kept))


def erasable_traces(office: Office, person: str) -> Traces:
    """Where a person stands, as `traces_of`; raises NotFound where nothing can be erased."""
    traces = traces_of(office, person)
    if not traces.erasable:
        raise NotFound(
            msg("person.unknown", person=person),
            traces.about_kept if traces.kept else msg("person.unknown.remedy"),
        )
    return traces


def erase_traces(office: Office, traces: Traces) -> Erased:
    """Overwrites what tells of the person, now and in all that the journal remembers; it cannot be undone.

    GDPR Art. 17(1); what is kept: 17(3)(b) and (e).
    """
    return erase_person(office, *((one.kind, one.id, ERASABLE[one.kind].fields) for one in traces.erasable))


def _naming(
    office: Office, person: str, mentions: Mapping[type[Record], Mention]
) -> list[tuple[type[Record], str]]:
    found = {
        (kind, row_id): None
        for kind, mention in mentions.items()
        for row_id, value in office.book.ever_held(kind, mention.names)
        if is_named(person, value)
    }
    return list(found)


def _of(reader: Reader, kind: type[Record], row_id: str) -> str:
    """The name of the vendor or customer that a record belongs to; empty where the record is gone."""
    if kind is Customer:
        return next((one.name for one in reader.find(Customer, id=row_id)), "")
    contact = next(iter(reader.find(Contact, id=row_id)), None)
    if contact is None:
        return ""
    if contact.vendor_id:
        return reader.get(Vendor, contact.vendor_id).name
    return reader.get(Customer, contact.customer_id).name
