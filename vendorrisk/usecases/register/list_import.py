"""Importing a published list: a preview of every row and what it would do, then one undoable step.

Nothing that comes in this way counts as approved: engagements are in use before the register began, never
assessed and without the full gate (X-02), or drafts.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.periods import has_ended
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.countries import country_name, is_in_eea
from vendorrisk.domain.register.list_law import grounds_to
from vendorrisk.domain.register.names import contract_name, fold, legal_form, name_key, other_keys
from vendorrisk.domain.register.place_detail import beyond_country
from vendorrisk.domain.register.published import KIND_UNSAID, UNCONFIRMED, countries_of
from vendorrisk.domain.register.records import (
    Engagement,
    Flow,
    LawEntry,
    Location,
    LocationKind,
    Origin,
    Service,
    Stage,
    Vendor,
    VendorKind,
)
from vendorrisk.domain.register.vocabulary import Mechanism, label
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.notice.changes import ALL_SERVICES
from vendorrisk.usecases.register.list_doubts import Known, doubt, of_the_file, services_left
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.record import Record
    from vendorrisk.domain.register.published import ListRead, ListRow
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk
    from vendorrisk.usecases.workspace.settings import Settings

IMPORT_LIST = action("list.import")

PLANNED = "planned"
"""The status of a row that is announced and not in use yet: it becomes a draft whatever the others become."""

LONGEST_PLACE = 120

_RECORDED = 2
"""A transfer has one mechanism, and one to fall back on."""


class ImportAs(StrEnum):
    """What imported engagements become."""

    LIVE = "live"
    DRAFT = "draft"


class RowAction(StrEnum):
    """What one row of a list does to the register."""

    NEW = "new"
    NEW_ENGAGEMENT = "new_engagement"
    MORE_PLACES = "more_places"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """A row of the list with what it does, and the ids of the records that it touches.

    `stage` is that of its engagement after the import.
    """

    row: ListRow
    action: RowAction
    stage: Stage
    vendor_id: str
    engagement_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListImport:
    """What an import does: every row with its action, and everything doubtful about the file or the names."""

    rows: tuple[PlannedRow, ...]
    problems: tuple[Problem, ...]


def read_list(office: Office, path: Path) -> ListRead:
    """Reads our own published list; what shares our company's name is a company of the group."""
    with office.book.reading() as reader:
        company = settings_of(reader).company
    read = office.foreign.published_list(path, company=company)
    return replace(read, name=path.name, problems=(*read.problems, *of_the_file(read, path.name)))


def import_list(
    office: Office,
    read: ListRead,
    *,
    service: str = "",
    become: ImportAs = ImportAs.LIVE,
    left_out: Collection[int] = (),
) -> ListImport:
    """Applies a list that was read, as one step; on a register opened for trying out it is only a preview.

    `service` is the code of a service of ours; empty = all services. `left_out` are the places, from 0 on, of
    rows that are not imported; their vendors still count as named by the list.
    """
    wanted = [row for number, row in enumerate(read.rows) if number not in left_out]
    with office.book.act(IMPORT_LIST, rows=len(wanted), become=become.value) as desk:
        plan = _Plan(office, desk, service, become)
        known = Known(office, desk)
        rows = tuple(plan.take(row) for row in wanted if plan.is_in_use_still(row))
        desk.put(*plan.new)
    touched = [(one.row, one.vendor_id, one.engagement_id) for one in rows]
    aside = [plan.meant(row) for number, row in enumerate(read.rows) if number in left_out]
    differing = [found for row, _, engagement_id in touched for found in known.differing(row, engagement_id)]
    unnamed = known.unnamed(read.name, plan.service_id, touched, aside)
    services = services_left(wanted, service, read.name)
    return ListImport(rows=rows, problems=(*read.problems, *services, *plan.problems, *differing, *unnamed))


@dataclass
class _Plan:
    """The register as it grows row by row."""

    office: Office
    desk: Desk
    service: str
    become: ImportAs
    new: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._settings: Settings = settings_of(self.desk)
        self._decisions = self.desk.find(LawEntry)
        self._today = self.office.clock.today()
        self._vendors = self.desk.find(Vendor)
        self._by_name = {fold(one.name): one for one in self._vendors}
        self._forms: dict[str, str] = {}
        self._by_key = {name_key(one.name): one for one in self._vendors}
        self._by_other = {key: one for one in self._vendors for key in other_keys(one.name)}
        self._names = self.office.likeness.among(one.name for one in self._vendors)
        self._services = {one.code: one for one in self.desk.find(Service)}
        self._engagements: dict[tuple[str, str, str], Engagement] = {
            (one.vendor_id, one.service_id, _key(one)): one for one in self.desk.find(Engagement)
        }
        self._places = {
            (one.engagement_id, one.kind, one.country)
            for one in self.desk.find(Location)
            if not has_ended(one.valid_to, self._today)
        }

    def take(self, row: ListRow) -> PlannedRow:
        """Works one row into the register and says what it did."""
        vendor, new_vendor = self._vendor(row)
        engagement, new_engagement = self._engagement(row, vendor)
        more = self._locations(row, vendor, engagement)
        self._warn_of_ground_without_transfer(row)
        cases = (
            (new_vendor, RowAction.NEW),
            (new_engagement, RowAction.NEW_ENGAGEMENT),
            (more, RowAction.MORE_PLACES),
        )
        done = next((name for true, name in cases if true), RowAction.SAME)
        return PlannedRow(
            row=row, action=done, stage=engagement.stage, vendor_id=vendor.id, engagement_id=engagement.id
        )

    def meant(self, row: ListRow) -> tuple[str, str]:
        """The ids of the vendor and the engagement that a row means; empty for what the register lacks."""
        vendor = self._known(row.name)
        key = (vendor.id, self.service_id, row.purpose.casefold().strip()) if vendor else ("", "", "")
        engagement = self._engagements.get(key)
        return vendor.id if vendor else "", engagement.id if engagement else ""

    def is_in_use_still(self, row: ListRow) -> bool:
        """Whether the last day of a row, if it names one, is still to come; it is told either way."""
        if row.until is None:
            return True
        ended = row.until < self._today
        key = "ended" if ended else "ends"
        self.problems.append(doubt(row.source, key, name=row.name, until=row.until))
        return not ended

    def _vendor(self, row: ListRow) -> tuple[Vendor, bool]:
        known = self._known(row.name)
        if known:
            self._forms.setdefault(known.id, legal_form(row.name))
            return known, False
        self._warn_of_likeness(row)
        legal = self._legal_name(row)
        vendor = Vendor(
            id=self.office.new_id(), name=row.name, legal_name=legal,
            kind=VendorKind.AFFILIATE if row.affiliate else VendorKind.THIRD_PARTY,
            country=row.seat if len(row.seat) == 2 else "", address=row.address,
            website=row.website if row.website.startswith("https://") else "",
        )  # fmt: skip
        self._by_name[fold(row.name)] = vendor
        self._forms[vendor.id] = legal_form(row.name)
        self._by_key[name_key(row.name)] = vendor
        self._by_other |= dict.fromkeys(other_keys(row.name), vendor)
        self._vendors.append(vendor)
        self._names.add(vendor.name)
        self.new.append(vendor)
        return vendor, True

    def _legal_name(self, row: ListRow) -> str:
        """The company that the row's name says, told where it is not the whole of it; empty where it is."""
        legal = contract_name(row.name)
        if legal == row.name:
            return ""
        self.problems.append(doubt(row.source, "legal_name", name=row.name, legal=legal))
        return legal

    def _known(self, name: str) -> Vendor | None:
        """The vendor that a row means: of this very name, else of the same name in another spelling.

        Two rows of one list with different legal forms are two companies: "Acme d.o.o." and "Acme Pvt Ltd".
        """
        same = self._by_name.get(fold(name))
        if same is not None:
            return same
        known = self._by_key.get(name_key(name)) or self._by_other_name(name)
        before, here = self._forms.get(known.id, "") if known else "", legal_form(name)
        return None if before and here and before != here else known

    def _by_other_name(self, name: str) -> Vendor | None:
        """A vendor of which this is a second name, or which this row names as its second one."""
        known = self._by_other.get(name_key(name))
        return known or next((self._by_key[key] for key in other_keys(name) if key in self._by_key), None)

    def _warn_of_likeness(self, row: ListRow) -> None:
        near = self._names.near(row.name)
        self.problems += [doubt(row.source, "like", name=row.name, other=other) for other in near]

    def _warn_of_ground_without_transfer(self, row: ListRow) -> None:
        """A transfer needs a country outside the EEA; without one the row's ground is left out."""
        named = [one for one in row.mechanism if one != Mechanism.NOT_A_TRANSFER]
        places = countries_of(row)
        if not named or any(map(self._is_abroad, places)):
            return
        grounds = [label(Mechanism(one)) for one in named]
        key = "ground_unused" if places else "ground_placeless"
        facts = {"name": row.name, "grounds": grounds, "places": [country_name(one) for one in places]}
        self.problems.append(doubt(row.source, key, **facts))

    def _is_abroad(self, country: str) -> bool:
        return not is_in_eea(country, self._today)

    def _engagement(self, row: ListRow, vendor: Vendor) -> tuple[Engagement, bool]:
        service = self._service()
        key = (vendor.id, service.id, row.purpose.casefold().strip())
        if key in self._engagements:
            self._engagements[key] = self._with_data_of(row, self._engagements[key])
            return self._engagements[key], False
        live = self.become is ImportAs.LIVE and not self._is_planned(row)
        engagement = Engagement(
            id=self.office.new_id(), vendor_id=vendor.id, service_id=service.id,
            purpose={"en": row.purpose} if row.purpose else {},
            data_note={"en": row.data} if row.data else {},
            stage=Stage.LIVE if live else Stage.DRAFT,
            origin=Origin.IN_USE_BEFORE if live else Origin.REGISTERED,
            requested_by=self.office.actor, live_since=(row.since or row.planned_from) if live else None,
            planned_live=None if live else self._day_to_come(row),
        )  # fmt: skip
        self._engagements[key] = engagement
        self.new.append(engagement)
        return engagement, True

    def _with_data_of(self, row: ListRow, known: Engagement) -> Engagement:
        """An engagement of this very list with the data that a further row of it names; others stay."""
        before = text_in(known.data_note, "en")
        if known not in self.new or not row.data or row.data in before.split("; "):
            return known
        more = replace(known, data_note={"en": "; ".join(filter(None, (before, row.data)))})
        self.new[self.new.index(known)] = more
        return more

    def _day_to_come(self, row: ListRow) -> date | None:
        """The day on which use is to begin; a first day that has passed is none."""
        later = row.since if row.since and row.since > self._today else None
        return row.planned_from or later

    def _is_planned(self, row: ListRow) -> bool:
        """Whether use is still to begin: on a day to come, or, without one, because the list announces it."""
        begins = row.since or row.planned_from
        if begins is not None and begins > self._today:
            return True
        if row.status == PLANNED and row.planned_from is not None:
            self.problems.append(doubt(row.source, "planned_past", name=row.name, day=row.planned_from))
        return row.status == PLANNED

    @property
    def service_id(self) -> str:
        """The id of the service that the rows are for; empty before the first row, if it is a new one."""
        known = self._services.get(self.service or ALL_SERVICES)
        return known.id if known else ""

    def _service(self) -> Service:
        code = self.service or ALL_SERVICES
        if code not in self._services:
            name = {"en": "All services"} if code == ALL_SERVICES else {"en": code}
            self._services[code] = Service(id=self.office.new_id(), code=code, name=name)
            self.new.append(self._services[code])
        return self._services[code]

    def _locations(self, row: ListRow, vendor: Vendor, engagement: Engagement) -> bool:
        """Adds what is not known yet. What a list merely calls a location is taken as storage, and marked."""
        before = len(self.new)
        told = [(LocationKind.STORAGE, one) for one in row.storage]
        told += [(LocationKind.ACCESS, one) for one in row.access]
        for kind, country in dict.fromkeys(told):
            if (engagement.id, kind, country) not in self._places:
                self._add_place(row, vendor, engagement, kind, country)
        for country in dict.fromkeys(row.locations):
            if not any((engagement.id, kind, country) in self._places for kind in LocationKind):
                self._add_place(row, vendor, engagement, LocationKind.STORAGE, country, told=False)
        return len(self.new) > before

    def _add_place(
        self, row: ListRow, vendor: Vendor, engagement: Engagement, kind: LocationKind, country: str,
        *, told: bool = True,
    ) -> None:  # fmt: skip
        """A place with the transfer to it; `told`: the list says whether data is stored or reached there."""
        self._places.add((engagement.id, kind, country))
        place = Location(
            id=self.office.new_id(), engagement_id=engagement.id, kind=kind, country=country,
            place=UNCONFIRMED if row.assumed else self._detail(row, country),
            purpose={} if told or row.assumed else {"en": KIND_UNSAID},
        )  # fmt: skip
        self.new.append(place)
        if not row.mechanism or not self._is_abroad(country):
            return  # a mechanism named for the whole row is none for a place that needs none
        mechanism, *others = self._mechanisms_to(row, country)
        flow = Flow(
            id=self.office.new_id(), engagement_id=engagement.id, kind=kind, importer=vendor.name,
            exporter=self._settings.company, exporter_country=self._settings.country,
            importer_country=country, mechanism=mechanism, fallback=next(iter(others), ""),
        )  # fmt: skip
        self.new.append(flow)

    def _detail(self, row: ListRow, country: str) -> str:
        """The location as written where it says more than a country, such as "us-east-1" or "(Frankfurt)"."""
        if not any(char == "(" or char.isdigit() for char in row.place_text):
            return ""
        found = beyond_country(row.place_text, country, countries_of(row), self.office.foreign.country)
        return found if len(found) <= LONGEST_PLACE else ""

    def _mechanisms_to(self, row: ListRow, country: str) -> list[str]:
        """The mechanism that the row names for a transfer there, and a second one; others are told of."""
        named = [one for one in row.mechanism if one != Mechanism.NOT_A_TRANSFER]
        there = grounds_to(named, country, self._decisions) or named or row.mechanism
        if left := there[_RECORDED:]:
            grounds = [label(Mechanism(one)) for one in left]
            facts = {"name": row.name, "grounds": grounds, "country": country_name(country)}
            self.problems.append(doubt(row.source, "grounds_left", **facts))
        return list(there[:_RECORDED])


def _key(engagement: Engagement) -> str:
    return text_in(engagement.purpose, "en").casefold().strip()
