"""The rows of the register: a page at a time, with everything that follows from the facts today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  (part of a result)
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.findings import is_open
from vendorrisk.domain.message import Message  # noqa: TC001  (part of a result)
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.countries import ISO_3166, USER_ASSIGNED, Region, country_name, members
from vendorrisk.domain.register.countries import Union as StateUnion
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.records import VendorKind
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.usecases.kept_rows import KeptRows
from vendorrisk.usecases.register.vendor_listings import VendorFilter, VendorQuery
from vendorrisk.usecases.review.bad_transfers import bad_transfers
from vendorrisk.usecases.review.vendor_facts import facts_of
from vendorrisk.usecases.review.vendor_signs import (
    assessment_sign,
    documents_sign,
    gravest,
    last_assessed,
    next_due,
    place_codes,
    risk_sign,
    shown_engagement,
    transfer_sign,
)
from vendorrisk.usecases.signals import Sign  # noqa: TC001  (part of a result)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vendorrisk.usecases.listings import Listings
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.review.vendor_facts import VendorFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorRow:
    """One vendor as the register shows it. `score` is 0 to 100, None where a rating is missing.

    `stage` is that of the engagement shown.
    """

    id: str
    name: str
    legal_name: str
    affiliate: bool
    purpose: str
    services: tuple[str, ...]
    places: tuple[str, ...]
    stage: Message | None
    risk: Sign
    score: float | None
    assessment: Sign
    documents: Sign
    transfer: Sign
    owner: str
    assessed_on: date | None
    next_due: date | None
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterCounts:
    """What stands beside the title of the register."""

    active: int
    overdue: int
    without_agreement: int


class VendorRows:
    """Pages of the register. Rows are remembered until something is changed or another day begins."""

    def __init__(self, office: Office, listings: Listings) -> None:
        self._office = office
        self._listings = listings.vendors
        self._kept = KeptRows(office, self._read)
        self._place_names: dict[str, str] = {}
        self._bad: tuple[tuple[int, date], frozenset[str]] | None = None

    def query(self, **wanted: object) -> VendorQuery:
        """A query of today, with the countries that count as the EEA and the names of all countries."""
        today = self._office.clock.today()
        asked = wanted.get("filters")
        if isinstance(asked, frozenset) and VendorFilter.BAD_TRANSFER in asked:
            wanted = {**wanted, "bad_transfers": self.bad_transfers()}
        return VendorQuery(
            today=today,
            person=self._office.actor,
            eea=members(today, *StateUnion),
            place_names=self.place_names(),
            **wanted,  # type: ignore[arg-type]  # the fields of VendorQuery
        )

    def count(self, query: VendorQuery) -> int:
        """How many vendors a query shows."""
        return self._listings.count(query)

    def ids(self, query: VendorQuery, *, offset: int = 0, limit: int | None = None) -> list[str]:
        """The ids of the vendors that a query shows, in order; all of them without a limit."""
        return self._listings.ids(query, offset=offset, limit=limit)

    def by_ids(self, ids: Sequence[str]) -> list[VendorRow]:
        """The rows of these vendors, in this order; those that are gone are left out."""
        return self._kept.by_ids(ids)

    def counts(self) -> RegisterCounts:
        """How many vendors are active, overdue, and without an agreement."""
        active = frozenset({VendorFilter.ACTIVE})
        asked = [active, active | {VendorFilter.OVERDUE}, active | {VendorFilter.NO_DPA}]
        found = [self.count(self.query(filters=filters)) for filters in asked]
        return RegisterCounts(active=found[0], overdue=found[1], without_agreement=found[2])

    def bad_transfers(self) -> frozenset[str]:
        """The vendors of which a transfer does not hold; worked out once per change and day."""
        moment = (self._office.book.head()[0], self._office.clock.today())
        if self._bad is None or self._bad[0] != moment:
            active = self.ids(self.query(filters=frozenset({VendorFilter.ACTIVE})))
            with self._office.book.reading() as reader:
                self._bad = (moment, bad_transfers(self._office, reader, active))
        return self._bad[1]

    def is_empty(self) -> bool:
        """Whether there is no vendor at all, archived ones included."""
        return self.count(self.query(filters=frozenset())) == 0

    def place_names(self) -> Mapping[str, str]:
        """The folded name of every country and region, by code."""
        if not self._place_names:
            codes = sorted(ISO_3166 | USER_ASSIGNED | set(Region))
            self._place_names = {code: fold(place_name(self._office, code)) for code in codes}
        return self._place_names

    def _read(self, ids: Sequence[str]) -> list[VendorRow]:
        with self._office.book.reading() as reader:
            return [row_of(facts) for facts in facts_of(self._office, reader, ids)]


def place_name(office: Office, code: str) -> str:
    """The name of a country or region; a code that nobody knows stands for itself."""
    named = country_name(code)
    return named if isinstance(named, str) else office.say(named)


def row_of(facts: VendorFacts) -> VendorRow:
    """A vendor's row."""
    shown = shown_engagement(facts)
    found = gravest(facts)
    services = [
        facts.services[one.service_id] for one in facts.engagements if one.service_id in facts.services
    ]
    return VendorRow(
        id=facts.vendor.id,
        name=facts.vendor.name,
        legal_name=facts.vendor.legal_name,
        affiliate=facts.vendor.kind is VendorKind.AFFILIATE,
        purpose=text_in(shown.purpose, "en") if shown else "",
        services=tuple(dict.fromkeys(one.named() for one in services)),
        places=tuple(place_codes(facts)),
        stage=label(shown.stage) if shown else None,
        risk=risk_sign(facts),
        score=found[1] if found else None,
        assessment=assessment_sign(facts),
        documents=documents_sign(facts),
        transfer=transfer_sign(facts),
        owner=facts.vendor.owner,
        assessed_on=last_assessed(facts),
        next_due=next_due(facts),
        findings=sum(is_open(one, facts.today) for one in facts.findings),
    )
