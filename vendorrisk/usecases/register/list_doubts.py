"""What a person should know before importing a list: what it does not say, and what is not taken from it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from vendorrisk.domain.message import Level, Message, Problem, msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.published import KIND_UNSAID, countries_of
from vendorrisk.domain.register.records import Engagement, Flow, Location, Vendor
from vendorrisk.domain.register.transfers import flows_on
from vendorrisk.domain.register.vocabulary import DataCategory, Mechanism, label
from vendorrisk.usecases.register.publishing import LISTED, places_held

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from vendorrisk.domain.register.published import ListRead, ListRow
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


Touched: TypeAlias = "tuple[ListRow, str, str]"
"""A row with the ids of its vendor and its engagement."""


def doubt(where: str, key: str, **facts: object) -> Problem:
    """A warning of an import with its remedy."""
    return Problem(where, msg(f"import.{key}", **facts), msg(f"import.{key}.remedy", **facts), Level.WARNING)


def of_the_file(read: ListRead, name: str) -> Iterator[Problem]:
    """What a list as a whole does not say, or says in columns for which the register has no field."""
    untold = [row for row in read.rows if not row.assumed and {*row.locations} - {*row.storage, *row.access}]
    if untold:
        yield doubt(name, "kind_unsaid", count=len(untold), mark=KIND_UNSAID)
    if left := _columns_left(read):
        yield doubt(name, "columns_left", columns=left)
    if read.rows and read.language not in {"", "en"}:
        yield doubt(name, "language")


def _columns_left(read: ListRead) -> list[str]:
    """Headings whose texts are understood but have no field; those nobody understood are named already."""
    unknown = [
        str(one.what.params["columns"]) for one in read.problems if one.what.key == "files.columns_unknown"
    ]
    headings = [heading for row in read.rows for heading, text in row.other if heading and text]
    return [heading for heading in dict.fromkeys(headings) if not any(heading in one for one in unknown)]


def services_left(rows: Iterable[ListRow], service: str, name: str) -> Iterator[Problem]:
    """What a list says of the products that its vendors are for: every row is recorded for one service."""
    told = [row.services for row in rows if row.services and set(map(fold, row.services)) != {fold(service)}]
    services = list(dict.fromkeys(one for services in told for one in services))
    if services:
        key = "services_left.of_one" if service else "services_left"
        yield doubt(name, key, count=len(told), services=", ".join(services)[:200], service=service)


class Known:
    """The register before an import, to compare the list with it."""

    def __init__(self, office: Office, reader: Reader) -> None:
        self.today: date = office.clock.today()
        self._say = office.say
        self._vendors = {one.id: one for one in reader.find(Vendor)}
        self.engagements = {one.id: one for one in reader.find(Engagement)}
        self._places: dict[str, list[Location]] = defaultdict(list)
        self._flows: dict[str, list[Flow]] = defaultdict(list)
        for place in places_held(reader.find(Location), self.today):
            self._places[place.engagement_id].append(place)
        for flow in flows_on(reader.find(Flow), self.today):
            self._flows[flow.engagement_id].append(flow)

    def differing(self, row: ListRow, engagement_id: str) -> Iterator[Problem]:
        """What a row says otherwise than the register of an engagement that was there before."""
        engagement = self.engagements.get(engagement_id)
        if engagement is None:
            return
        pairs = (
            ("mechanism", self._mechanisms(engagement), self._said_mechanisms(row)),
            ("data", self._data(engagement), row.data),
            ("places", *self._gone_places(row, engagement)),
        )
        for field, here, there in pairs:
            if there and fold(here) != fold(there):
                facts = {"name": row.name, "here": here or "–", "there": there}
                yield doubt(row.source, f"differs.{field}", **facts)

    def _mechanisms(self, engagement: Engagement) -> str:
        flows = self._flows[engagement.id]
        codes = [code for flow in flows for code in (flow.mechanism, flow.fallback) if code]
        return self._names(codes)

    def _said_mechanisms(self, row: ListRow) -> str:
        return self._names(code for code in row.mechanism if code != Mechanism.NOT_A_TRANSFER)

    def _names(self, codes: Iterable[str]) -> str:
        return ", ".join(self._say(label(Mechanism(code))) for code in sorted({*codes} & {*Mechanism}))

    def _data(self, engagement: Engagement) -> str:
        codes = [code for code in engagement.data_categories if code in set(DataCategory)]
        texts = [self._say(label(DataCategory(code))) for code in codes]
        return "; ".join(filter(None, [*texts, text_in(engagement.data_note, "en")]))

    def _gone_places(self, row: ListRow, engagement: Engagement) -> tuple[str, str]:
        """The countries of the register and of the row where the row leaves some out; else nothing."""
        here = {one.country for one in self._places[engagement.id]}
        there = {*countries_of(row)}
        if not there or here <= there:
            return "", ""
        return self._countries(here), self._countries(there)

    def _countries(self, codes: Iterable[str]) -> str:
        return ", ".join(
            self._say(name) if isinstance(name := country_name(code), Message) else name
            for code in sorted(codes)
        )

    def unnamed(
        self, name: str, service_id: str, touched: Sequence[Touched], aside: Iterable[tuple[str, str]] = ()
    ) -> Iterator[Problem]:
        """What was in use for a service and stands on its list no more: vendors, and purposes of vendors.

        Only where the register knew some vendors of the list: another list names others. `aside` are vendors
        and engagements of rows that the list has but that are not imported.
        """
        pairs = [*((vendor_id, engagement_id) for _, vendor_id, engagement_id in touched), *aside]
        vendors, named = {vendor_id for vendor_id, _ in pairs}, {engagement_id for _, engagement_id in pairs}
        if not vendors & self._vendors.keys():
            return
        left = [
            one
            for one in self.engagements.values()
            if one.stage in LISTED and one.service_id == service_id and one.id not in named
        ]
        gone = sorted({self._vendors[one.vendor_id].name for one in left if one.vendor_id not in vendors})
        if gone:
            yield doubt(name, "gone", names=gone)
        for row, vendor_id, engagement_id in touched:
            before = [one for one in left if one.vendor_id == vendor_id]
            if before and engagement_id not in self.engagements:
                here = "; ".join(text_in(one.purpose, "en") for one in before)
                yield doubt(row.source, "other_purpose", name=row.name, here=here, there=row.purpose)
