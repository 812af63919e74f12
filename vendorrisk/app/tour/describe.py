"""What the tour adds to a vendor of a list, as an analyst would, and what of that it had to invent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from vendorrisk.app.sample.recipe import COMPANY
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.countries import Region, country_name, is_in_eea
from vendorrisk.domain.register.published import UNCONFIRMED, is_kind_unsaid
from vendorrisk.domain.register.records import Engagement, Flow, Location, LocationKind, Vendor
from vendorrisk.domain.register.transfer_rules import TransferState
from vendorrisk.domain.register.transfers import validities
from vendorrisk.domain.register.vocabulary import DataCategory, Mechanism, label
from vendorrisk.usecases import editing
from vendorrisk.usecases.decision.dossiers import law_of

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.usecases.office import Office

HOME = "HR"
SUPPOSED = "DE"
"""Where a vendor sits and works of which the list says no place."""
PURPOSE = "Delivery of messages"
"""What a vendor does of which the list says nothing."""
INVENTED_DATA = (DataCategory.PHONE_NUMBER, DataCategory.MESSAGE_BODY)
UNLISTED = (msg("tour.fact.lock"), msg("tour.fact.none_further"))
_WIDE = frozenset(Region)
_DATA_WORDS = {
    "phone number": DataCategory.PHONE_NUMBER, "message text": DataCategory.MESSAGE_BODY,
    "message content": DataCategory.MESSAGE_BODY, "call audio": DataCategory.CALL_AUDIO,
    "logs": DataCategory.LOGS,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What the register holds of the vendor now, and what of it was invented; `seat` is in words."""

    vendor: Vendor
    seat: str
    storage: tuple[str, ...]
    access: tuple[str, ...]
    mechanisms: frozenset[str]
    categories: frozenset[str]
    invented: tuple[Message, ...]

    @property
    def listed(self) -> tuple[Message, ...]:
        """What of the invented facts stands on a published list."""
        return (*(one for one in self.invented if one not in UNLISTED), msg("tour.fact.day"))


class Describer:
    """Completes one engagement of the register; each method adds to `invented` what no list said."""

    def __init__(self, office: Office, engagement_id: str, today: date) -> None:
        self._office = office
        self._id = engagement_id
        self._today = today
        self._invented: list[Message] = []

    def describe(self) -> Described:
        """Places first, because seat and transfers follow from them."""
        places = self._placed()
        vendor = self._seated(places)
        mechanisms = [self._transfer(vendor, one) for one in places]
        return Described(
            vendor=vendor,
            seat=self._office.say(msg("plain", text=country_name(vendor.country))),
            storage=_countries(places, LocationKind.STORAGE),
            access=_countries(places, LocationKind.ACCESS),
            mechanisms=frozenset(filter(None, mechanisms)),
            categories=self._rated(),
            invented=tuple(self._invented),
        )

    def _places(self) -> list[Location]:
        with self._office.book.reading() as reader:
            return reader.find(Location, engagement_id=self._id)

    def _placed(self) -> list[Location]:
        """Confirms the places that the list only lets suppose, and adds the kind that it does not name."""
        for one in self._places():
            if one.country == Region.GLOBAL:  # no law can be checked against the whole world
                editing.edit(self._office, Location, one.id, {"country": SUPPOSED, "place": ""})
                self._invent(f"tour.fact.{one.kind.value}", country=SUPPOSED)
        named = self._places()
        for one in named:
            if one.place == UNCONFIRMED:
                editing.edit(self._office, Location, one.id, {"place": ""})
                self._invent("tour.fact.confirmed", country=one.country)
            if is_kind_unsaid(one.purpose):
                editing.edit(self._office, Location, one.id, {"purpose": ""})
                self._invent("tour.fact.kind", country=one.country)
        known = {one.kind for one in named}
        for kind in (LocationKind.STORAGE, LocationKind.ACCESS):
            if kind not in known:
                for country in dict.fromkeys(one.country for one in named) or (SUPPOSED,):
                    typed = {"kind": kind.value, "country": country}
                    editing.add(self._office, Location, typed, engagement_id=self._id)
                    self._invent(f"tour.fact.{kind.value}", country=country)
        return self._places()

    def _invent(self, key: str, *, country: str = "", **facts: object) -> None:
        named = {"country": country_name(country)} if country else {}
        fact = msg(key, **named, **facts)
        if fact not in self._invented:
            self._invented.append(fact)

    def _seated(self, places: list[Location]) -> Vendor:
        with self._office.book.reading() as reader:
            vendor = reader.get(Vendor, reader.get(Engagement, self._id).vendor_id)
        if vendor.country:
            return vendor
        seat = next((one.country for one in places if one.country not in _WIDE), SUPPOSED)
        self._invent("tour.fact.seat", country=seat)
        return editing.edit(self._office, Vendor, vendor.id, {"country": seat})

    def _transfer(self, vendor: Vendor, place: Location) -> str:
        """Gives a place its transfer: the listed ground where it holds, else another; none inside the EEA."""
        with self._office.book.reading() as reader:
            listed = reader.find(
                Flow, engagement_id=self._id, kind=place.kind, importer_country=place.country
            )
            law = law_of(self._office, reader)
        for one in listed:
            editing.remove(self._office, Flow, one.id)
        typed = {"kind": place.kind.value, "exporter": COMPANY, "exporter_country": HOME,
                 "importer": vendor.name, "importer_country": place.country, "regimes": "EU",
                 "annexes_complete": "yes", "condition_met": "yes"}  # fmt: skip
        if is_in_eea(place.country, self._today):
            editing.add(self._office, Flow, typed, engagement_id=self._id)
            return ""
        named = next((one.mechanism for one in listed), "")
        for mechanism in dict.fromkeys([*filter(None, [named]), Mechanism.ADEQUACY, Mechanism.SCC_2021_914]):
            given = {**typed, **self._particulars(mechanism)}
            flow = editing.add(self._office, Flow, given, engagement_id=self._id)
            if all(one.state is TransferState.VALID for one in validities(flow, self._today, law)):
                break
            editing.remove(self._office, Flow, flow.id)
        key = "tour.fact.particulars" if mechanism == named else "tour.fact.mechanism"
        self._invent(key, country=place.country, mechanism=label(Mechanism(mechanism)))
        return str(mechanism)

    def _particulars(self, mechanism: str) -> dict[str, str]:
        ahead = (self._today + timedelta(days=300)).isoformat()
        if mechanism == Mechanism.SCC_2021_914:
            return {
                "mechanism": mechanism,
                "module": "3",
                "tia_outcome": "POSITIVE",
                "tia_valid_until": ahead,
            }
        looked = self._office.clock.today().isoformat()
        return {"mechanism": mechanism, "checked_on": looked, "next_due": ahead}

    def _rated(self) -> frozenset[str]:
        """Risk factors, role and data; what the list says of data becomes categories where it is one."""
        with self._office.book.reading() as reader:
            engagement = reader.get(Engagement, self._id)
        known, rest = read_data(text_in(engagement.data_note, "en"))
        if not engagement.purpose:
            self._invent("tour.fact.purpose", purpose=PURPOSE)
        if not known:
            known = INVENTED_DATA
            self._invent("tour.fact.data", data=[label(one) for one in known])
        factors = [one for one in Engagement.__dataclass_fields__ if one.startswith("factor_")]
        editing.edit(
            self._office, Engagement, self._id,
            {**dict.fromkeys(factors, "3"), "purpose": text_in(engagement.purpose, "en") or PURPOSE,
             "data_categories": ";".join(known), "data_note": rest,
             "role_rationale": "Acts on our instructions only.", "reaches_locked": "no",
             "role_reviewed_by": "Head of privacy", "fourth_parties_complete": "yes"},
        )  # fmt: skip
        self._invented += UNLISTED
        return frozenset(known)


def read_data(note: str) -> tuple[tuple[DataCategory, ...], str]:
    """The categories that a list names, and its other words as they stand."""
    parts = [part.strip() for part in re.split(r"[,;]", note) if part.strip()]
    known = {part: _DATA_WORDS[part.casefold()] for part in parts if part.casefold() in _DATA_WORDS}
    return tuple(dict.fromkeys(known.values())), ", ".join(part for part in parts if part not in known)


def _countries(places: list[Location], kind: LocationKind) -> tuple[str, ...]:
    return tuple(sorted({one.country for one in places if one.kind is kind}))
