"""Changes: what customers will be told of, who is affected, and from when it may be live."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from vendorrisk.domain.message import NotFound, Refused, WrongArgument, msg
from vendorrisk.domain.notice.affected import Reach, Scope, doubts_of, uncertain, who_is_affected
from vendorrisk.domain.notice.clock import CustomerDates, customer_dates, strictest
from vendorrisk.domain.notice.clock_start import events_of
from vendorrisk.domain.notice.days import Calendar, NoDate, calendar_of
from vendorrisk.domain.notice.go_live import GlobalDate, earliest_global
from vendorrisk.domain.notice.promised import as_promised
from vendorrisk.domain.notice.records import (
    CLOSED_CHANGES,
    Change,
    ChangeKind,
    Customer,
    DataCentre,
    Holiday,
    HolidayYear,
    Notice,
    Objection,
    Terms,
)
from vendorrisk.domain.notice.shorter import after_agreement, agreed_terms, is_agreed
from vendorrisk.domain.notice.terms import terms_in_force
from vendorrisk.domain.notice.zones import local_date
from vendorrisk.domain.register.records import Engagement, Service
from vendorrisk.usecases.editing import ADD, EDIT
from vendorrisk.usecases.notice.approvals import Approvals
from vendorrisk.usecases.notice.joiners import Joiners
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.notice.clock_start import Events
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

ALL_SERVICES = "ALL"
"""The code of the service that stands for everything we sell, as published lists often mean it."""

STANDARD = "standard"
"""The customer id under which our own standard terms are kept; they stand in where a contract is silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """Every customer with its verdict, the affected ones first, each group by name.

    `late` says what is left to do for those who were not told although others were (N-9).
    """

    affected: tuple[tuple[Customer, Reach], ...]
    not_affected: tuple[tuple[Customer, Reach], ...]
    late: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What nobody has answered yet although it decides who is affected, and what is left to do."""
        return (*doubts_of(reach for _, reach in self.not_affected), *self.late)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDates:
    """The dates of every affected customer, by name, and the first day for all of them.

    `undecided` are the customers of whom nobody has said whether they have to be told.
    """

    dates: tuple[tuple[Customer, CustomerDates], ...]
    overall: GlobalDate
    undecided: tuple[Customer, ...] = ()
    problems: tuple[Problem, ...] = ()


def new_change(
    office: Office,
    kind: ChangeKind,
    engagement_id: str,
    planned_on: date,
    *,
    regions: Sequence[str] = (),
    replaces_id: str = "",
) -> Change:
    """Starts a change. `planned_on` is the first day of use; `regions` are data-centre codes, empty = all.

    Raises NotFound for a region that no data centre has, and WrongArgument for a replacement of nothing.
    """
    if kind is ChangeKind.REPLACE and replaces_id in {"", engagement_id}:
        raise WrongArgument(msg("change.replaces_what"), msg("change.replaces_what.remedy"))
    with office.book.act(ADD[Change], engagement=engagement_id) as desk:
        desk.get(Engagement, engagement_id)
        change = Change(
            id=office.new_id(), number=_next_number(desk, office.clock.today()), kind=kind,
            engagement_id=engagement_id, planned_on=planned_on, replaces_id=replaces_id,
            regions=_known_regions(desk, regions), owner=office.actor, created_on=office.clock.today(),
        )  # fmt: skip
        desk.put(change)
    return change


def _next_number(reader: Reader, today: date) -> str:
    used = [change.number for change in reader.find(Change) if change.number.startswith(f"{today.year}-")]
    return f"{today.year}-{max((int(number[5:]) for number in used), default=0) + 1:02d}"


def _known_regions(reader: Reader, regions: Sequence[str]) -> tuple[str, ...]:
    known = {centre.code for centre in reader.find(DataCentre)}
    unknown = [region for region in regions if region not in known]
    if unknown:
        raise NotFound(
            msg("change.region", region=unknown[0]), msg("change.region.remedy", known=sorted(known))
        )
    return tuple(dict.fromkeys(regions))


def scope_of(reader: Reader, change: Change) -> Scope:
    """What the change touches: the service, the regions, whether it reaches the locked environment."""
    engagement = reader.get(Engagement, change.engagement_id)
    return scope_around(engagement, reader.get(Service, engagement.service_id), change.regions)


def scope_around(engagement: Engagement, service: Service | None, regions: Iterable[str] = ()) -> Scope:
    """What an engagement touches; where its service is not known, all of them (no `regions`: everywhere)."""
    everything = service is None or service.code == ALL_SERVICES
    return Scope(
        services=None if service is None or everything else {service.id: service.named()},
        regions=frozenset(regions),
        reaches_locked=engagement.reaches_locked,
    )


def affected(reader: Reader, change: Change) -> Affected:
    """Judges every customer of the register; nobody is left out of the answer."""
    customers = sorted(reader.find(Customer), key=lambda one: (one.name.casefold(), one.id))
    judged = list(zip(customers, who_is_affected(customers, scope_of(reader, change)), strict=True))
    return Affected(
        affected=tuple(pair for pair in judged if pair[1].affected),
        not_affected=tuple(pair for pair in judged if not pair[1].affected),
    )


def explained(reader: Reader, change: Change) -> Affected:
    """The same for people: also who joined meanwhile, whose contract agrees already, what is left to do."""
    judged, joiners = affected(reader, change), joiners_of(reader, change)
    told = tuple((one, joiners.explained(one, reach)) for one, reach in judged.affected)
    return replace(
        judged, affected=Approvals(reader, change).explained(reader, told),
        late=joiners.problems(one for one, _ in judged.affected),
    )  # fmt: skip


def joiners_of(reader: Reader, change: Change, instead: Mapping[str, Notice] | None = None) -> Joiners:
    """Who joined while the notice of a change ran; `instead` are notices as they would be, by customer."""
    terms = terms_by_customer(reader)
    notices = {one.customer_id: one for one in reader.find(Notice, change_id=change.id)}
    return Joiners(
        change, notices | dict(instead or {}), terms=terms, standard=terms[STANDARD],
        objections=reader.find(Objection, change_id=change.id), our_zone=settings_of(reader).zone,
        critical_engagement=reader.get(Engagement, change.engagement_id).critical_function,
    )  # fmt: skip


def terms_by_customer(reader: Reader) -> Mapping[str, Sequence[Terms]]:
    """All terms by the customer that they bind; none for a customer without any."""
    found: dict[str, list[Terms]] = defaultdict(list)
    for one in reader.find(Terms):
        found[one.customer_id].append(one)
    return found


def dates(office: Office, reader: Reader, change: Change, *, sent_at: datetime | None = None) -> ChangeDates:
    """The dates of every affected customer; a what-if that records nothing.

    `sent_at` (UTC, may lie in the future) stands in for the recorded sending; without both, the notices are
    taken as sent at this moment.
    """
    counting, judged = _Counting(office, reader, change, sent_at), affected(reader, change)
    counted = [(customer, counting.dates_of(customer)) for customer, _ in judged.affected]
    open_ids = {one.customer_id for one in uncertain(reach for _, reach in judged.not_affected)}
    undecided = () if change.state in CLOSED_CHANGES else tuple(
        customer for customer, _ in judged.not_affected if customer.id in open_ids
    )  # fmt: skip
    return ChangeDates(
        dates=tuple(counted), undecided=undecided,
        problems=(*(judged.problems if undecided else ()), *counting.late(one for one, _ in counted)),
        overall=earliest_global([found for _, found in counted], [one.id for one in undecided]),
    )  # fmt: skip


def dates_of_one(office: Office, reader: Reader, change: Change, customer: Customer) -> CustomerDates:
    """The dates of a single customer, affected or not, by the same rules."""
    return _Counting(office, reader, change, None).dates_of(customer)


class _Counting:
    """One computation over all customers: each table is read once, each calendar built once."""

    def __init__(self, office: Office, reader: Reader, change: Change, sent_at: datetime | None) -> None:
        self._change = change
        self._given = sent_at
        self._zone = settings_of(reader).zone
        self._now = this_moment(office)
        self._critical = reader.get(Engagement, change.engagement_id).critical_function
        self._notices = {one.customer_id: one for one in reader.find(Notice, change_id=change.id)}
        self._objections = reader.find(Objection, change_id=change.id)
        self._terms = terms_by_customer(reader)
        self._standard = self._terms[STANDARD]
        self._holidays, self._years = reader.find(Holiday), reader.find(HolidayYear)
        self._calendars: dict[str, Calendar] = {}
        self._approvals = Approvals(reader, change)
        self._joiners = Joiners(
            change, self._notices, terms=self._terms, standard=self._standard, objections=self._objections,
            our_zone=self._zone, critical_engagement=self._critical,
        )  # fmt: skip

    def dates_of(self, customer: Customer) -> CustomerDates:
        """One customer's dates, under every version of its terms that binds; what is missing is said."""
        notice = self._notices.get(customer.id)
        recorded = notice.sent_at if notice else None
        sent_at = self._given or recorded or self._now
        own = [one for one in self._objections if one.customer_id == customer.id]
        try:
            joining = self._joiners.of(customer)
            told = local_date(sent_at, self._zone)
            versions = terms_in_force(
                customer.id, self._terms[customer.id], max(told, joining.since) if joining else told,
                standard=self._standard,
            )  # fmt: skip
        except NoDate as missing:
            return CustomerDates(customer_id=customer.id, why=missing.what, remedy=missing.remedy)
        by_clock = joining is None or joining.in_full is not None
        events = events_of(
            self._change, notice, own, sent_at=sent_at, joining=None if by_clock else joining
        )  # fmt: skip
        found = strictest([self._under(customer, terms, events, notice) for terms in versions])
        first = [joining.step] if joining and by_clock else []
        return replace(found, steps=(*first, *found.steps, *self._approvals.steps(versions)))

    def late(self, customers: Iterable[Customer]) -> tuple[Problem, ...]:
        """What is left to do for affected customers who were not told although others were (N-9)."""
        return self._joiners.problems(customers)

    def _under(
        self, customer: Customer, terms: Terms, events: Events, notice: Notice | None
    ) -> CustomerDates:
        found = customer_dates(
            customer, agreed_terms(terms, notice), events, calendar=self._calendar(terms.holidays),
            our_zone=self._zone, kind=self._change.kind, critical_engagement=self._critical,
        )  # fmt: skip
        if not is_agreed(terms, notice):
            found = as_promised(found, terms, notice, critical_engagement=self._critical)
        return after_agreement(found, terms, notice)

    def _calendar(self, place: str) -> Calendar:
        if place not in self._calendars:
            self._calendars[place] = calendar_of(place, self._holidays, self._years)
        return self._calendars[place]


def this_moment(office: Office) -> datetime:
    """Now, on the date that rules use: with another date set, the same time of that day (UTC)."""
    now = office.clock.now()
    return datetime.combine(office.clock.today(), now.astimezone(UTC).time(), tzinfo=UTC)


def plan_for(office: Office, change_id: str, planned_on: date) -> Change:
    """Moves the planned first day of use; refused once the change is live."""
    with office.book.act(EDIT[Change], id=change_id, fields=["planned_on"]) as desk:
        change = desk.get(Change, change_id)
        refuse_closed(change)
        moved = replace(change, planned_on=planned_on)
        desk.put(moved)
    return moved


def refuse_closed(change: Change) -> None:
    """Refuses what can no longer be done with a change that is live or cancelled."""
    if change.state in CLOSED_CHANGES:
        raise Refused(msg("change.closed", number=change.number), msg("change.closed.remedy"))


def notice_to(office: Office, desk: Desk, change_id: str, customer_id: str) -> Notice:
    """What is recorded of a change for one customer; a blank where nothing is yet."""
    known = desk.find(Notice, change_id=change_id, customer_id=customer_id)
    return known[0] if known else Notice(id=office.new_id(), change_id=change_id, customer_id=customer_id)
