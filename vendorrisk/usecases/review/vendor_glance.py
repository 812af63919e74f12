"""A vendor at a glance: what the panel beside the register tells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.notice.affected import who_is_affected
from vendorrisk.domain.notice.records import Customer
from vendorrisk.domain.register.published import UNCONFIRMED
from vendorrisk.domain.register.records import LocationKind
from vendorrisk.domain.register.vocabulary import DataCategory, DataFlag, label
from vendorrisk.usecases.gathered import PinnedClock
from vendorrisk.usecases.notice.changes import scope_around
from vendorrisk.usecases.review.unsettled import unsettled
from vendorrisk.usecases.review.vendor_attention import Attention, attention
from vendorrisk.usecases.review.vendor_facts import facts_of_one
from vendorrisk.usecases.review.vendor_rows import VendorRow, place_name, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.domain.message import Message
    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader
    from vendorrisk.usecases.review.vendor_facts import VendorFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """How many customers an engagement concerns, of how many active ones."""

    affected: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """One vendor in short. `storage` and `access` are places in words; `data` the kinds of personal data."""

    row: VendorRow
    attention: tuple[Attention, ...]
    storage: tuple[str, ...]
    access: tuple[str, ...]
    customers: Audience
    data: tuple[Message, ...]


def glance(office: Office, vendor_id: str) -> Glance:
    """A vendor in short; raises NotFound where it is gone."""
    pinned = replace(office, clock=PinnedClock(office.clock.today(), office.clock))
    with office.book.reading() as reader:
        facts = facts_of_one(pinned, reader, vendor_id)
        return Glance(
            row=row_of(facts),
            attention=attention(facts, unsettled=unsettled(pinned, reader, facts)),
            storage=places_in_words(office, facts, LocationKind.STORAGE),
            access=places_in_words(office, facts, LocationKind.ACCESS),
            customers=audience(reader, facts, facts.open_engagements),
            data=data_words(facts.open_engagements),
        )


def places_in_words(office: Office, facts: VendorFacts, kind: LocationKind) -> tuple[str, ...]:
    """Town or country of each place of a kind, each once."""
    held = [one for one in facts.places() if one.kind is kind]
    towns = [one.place if one.place != UNCONFIRMED else "" for one in held]
    words = [town or place_name(office, one.country) for town, one in zip(towns, held, strict=True)]
    return tuple(dict.fromkeys(words))


def data_words(engagements: Iterable[Engagement]) -> tuple[Message, ...]:
    """The kinds of personal data that engagements touch and what makes some more sensitive, each once."""
    known = {one.value: label(one) for kinds in (DataCategory, DataFlag) for one in kinds}
    codes = dict.fromkeys(code for one in engagements for code in (*one.data_categories, *one.data_flags))
    return tuple(known[code] for code in codes if code in known)


def audience(reader: Reader, facts: VendorFacts, engagements: Iterable[Engagement]) -> Audience:
    """How many customers would have to be told of a change to these engagements."""
    customers = [one for one in reader.find(Customer) if one.active]
    reached: set[str] = set()
    for one in engagements:
        scope = scope_around(one, facts.services.get(one.service_id))
        reached |= {reach.customer_id for reach in who_is_affected(customers, scope) if reach.affected}
    return Audience(affected=len(reached), of=len(customers))
