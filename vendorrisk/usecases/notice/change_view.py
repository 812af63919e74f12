"""One change as people work on it: who is told, when each may be served, who holds the date for all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.notice.affected import doubts_of
from vendorrisk.domain.notice.announced import needs_new_notice
from vendorrisk.domain.notice.checks import not_in_use, planned_past
from vendorrisk.domain.notice.objections import OPEN_STATES, Timeliness, timeliness, why_kept_off
from vendorrisk.domain.notice.records import (
    CLOSED_CHANGES,
    Authorisation,
    Change,
    ChangeKind,
    ChangeState,
    ClockStart,
    Customer,
    Notice,
    Objection,
    Terms,
)
from vendorrisk.domain.notice.zones import local_date
from vendorrisk.domain.record import FALLBACK_LANGUAGE, text_in
from vendorrisk.domain.register.records import Engagement, Location, LocationKind, Service, Stage, Vendor
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.usecases.notice.announced import differs_from_told
from vendorrisk.usecases.notice.changes import STANDARD, affected, dates, explained
from vendorrisk.usecases.notice.letter_languages import in_english
from vendorrisk.usecases.notice.together import Pace, groups_of
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from vendorrisk.domain.notice.affected import Reach
    from vendorrisk.domain.notice.clock import CustomerDates
    from vendorrisk.domain.notice.go_live import GlobalDate
    from vendorrisk.usecases.notice.together import Together
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

ONE_DAY = timedelta(days=1)
NOON = time(12)
_INTO_USE = frozenset({ChangeKind.ADD, ChangeKind.REPLACE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One affected customer with everything that concerns it in this change.

    `late` says of each objection, by its id, whether it came in time.
    """

    customer: Customer
    reach: Reach
    dates: CustomerDates
    terms: Terms
    notice: Notice | None = None
    objections: tuple[Objection, ...] = ()
    late: dict[str, Timeliness]

    @property
    def id(self) -> str:
        """The customer's id."""
        return self.customer.id

    @property
    def has_letter(self) -> bool:
        """Whether a letter was created."""
        return self.notice is not None and bool(self.notice.content_sha256)

    @property
    def sent_at(self) -> datetime | None:
        """When the notice went out (UTC)."""
        return self.notice.sent_at if self.notice else None

    @property
    def kept_off_why(self) -> str:
        """The reason on record for which this customer is kept off; empty where it is not, or none is."""
        return why_kept_off(self.notice.excluded_why if self.notice else "", self.objections)

    @property
    def pace(self) -> Pace:
        """What gives this customer its day, or keeps it from having one."""
        if self.dates.kept_off:
            return Pace.KEPT_OFF
        if self.dates.joined:
            return Pace.JOINED
        if self.terms.authorisation is Authorisation.SPECIFIC:
            return Pace.CONSENT
        return Pace.NOTICE if self.dates.earliest is not None else Pace.NO_DATE


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """Everything about one change at one moment; `sent_on` is the day the notices went out, or would.

    `told_otherwise` names the facts that have changed since customers were told of them, `late` what is left
    to do for customers who were not told when others were. `templates` are the languages of letters.
    """

    change: Change
    engagement: Engagement
    vendor: Vendor
    service: str
    purpose: str
    storage: tuple[str, ...]
    replaced: str
    told: tuple[Told, ...]
    untold: tuple[tuple[Customer, Reach], ...]
    overall: GlobalDate
    sent_on: date
    groups: tuple[Together, ...]
    today: date
    told_otherwise: tuple[str, ...] = ()
    late: tuple[Problem, ...] = ()
    templates: frozenset[str] = frozenset()

    @property
    def going(self) -> tuple[Told, ...]:
        """The customers who go along."""
        return tuple(one for one in self.told if not one.dates.kept_off)

    @property
    def waiting(self) -> tuple[Told, ...]:
        """Those of them whose notice has not gone out; who joined meanwhile gets none (N-9)."""
        return tuple(one for one in self.by_letter if one.sent_at is None)

    @property
    def by_letter(self) -> tuple[Told, ...]:
        """Those of them who are told by letter."""
        return tuple(one for one in self.going if not one.dates.joined)

    @property
    def joined(self) -> tuple[Told, ...]:
        """Those of them who joined while the notice ran, so that no clock runs for them."""
        return tuple(one for one in self.going if one.dates.joined)

    @property
    def pack_due(self) -> tuple[Told, ...]:
        """Those of whom nobody has recorded yet that they got the change with their onboarding documents."""
        return tuple(one for one in self.joined if one.dates.pack_due)

    @property
    def without_letter(self) -> tuple[Told, ...]:
        """Those of them for whom no letter was written yet."""
        return tuple(one for one in self.waiting if not one.has_letter)

    @property
    def by_publication(self) -> tuple[Told, ...]:
        """Those of them whose contract counts from the day of publication (domain.md 5.2)."""
        return tuple(one for one in self.by_letter if one.terms.clock_starts is ClockStart.PUBLISHED)

    @property
    def unpublished(self) -> tuple[Told, ...]:
        """Those who wait for a day of publication that can still be recorded."""
        return () if self.is_over or self.change.published_on is not None else self.by_publication

    @property
    def is_empty(self) -> bool:
        """Whether nobody is to be told: then it needs no letters and no window."""
        return not self.going

    @property
    def languages(self) -> tuple[str, ...]:
        """English, then every language in which a text of it is written or a customer reads."""
        written = {*self.change.text, *self.engagement.purpose}
        read = {one.customer.language for one in self.going if one.customer.language}
        return (FALLBACK_LANGUAGE, *sorted((written | read) - {FALLBACK_LANGUAGE}))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What nobody has answered although it decides who is told, and what was told otherwise."""
        doubts = (planned_past(self.change, self.today), not_in_use(self.change, self.engagement.stage))
        return (
            *_not_told_live(self.change, self.engagement),
            *doubts_of(reach for _, reach in self.untold),
            *filter(None, doubts),
            *self.late,
            *self.in_english,
            *needs_new_notice(self.change.number, self.told_otherwise),
        )

    @property
    def in_english(self) -> tuple[Problem, ...]:
        """Each language in which no letter is written although customers read it who wait for theirs."""
        return () if self.is_over else in_english((one.customer for one in self.waiting), self.templates)

    @property
    def letters(self) -> int:
        """How many have their letter."""
        return sum(one.has_letter for one in self.told)

    @property
    def sent(self) -> int:
        """How many notices went out."""
        return sum(one.sent_at is not None for one in self.told)

    @property
    def open_objections(self) -> tuple[Objection, ...]:
        """Objections without an outcome."""
        return tuple(
            objection for one in self.told for objection in one.objections if objection.state in OPEN_STATES
        )

    @property
    def holders(self) -> tuple[Told, ...]:
        """The customers without a date, or else those whose date is the date for all."""
        ids = self.overall.blocked_by or self.overall.decided_by
        return tuple(one for one in self.told if one.id in ids)

    @property
    def is_over(self) -> bool:
        """Whether nothing can be done with it any more."""
        return self.change.state in CLOSED_CHANGES


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One line of the list of changes. `ends` is the last day before it may be live for everybody."""

    id: str
    change: Change
    vendor: str
    purpose: str
    affected: int
    customers: int
    sent_on: date | None
    ends: date | None
    objections: int
    earliest: date | None


def _not_told_live(change: Change, engagement: Engagement) -> tuple[Problem, ...]:
    """A sub-processor that is in use although its change still runs: only the change knows since when."""
    if change.state is not ChangeState.RUNNING or change.kind not in _INTO_USE:
        return ()
    if engagement.stage not in {Stage.LIVE, Stage.LIVE_RESTRICTED}:
        return ()
    facts = {"stage": label(engagement.stage)}
    remedy = msg("change.in_use_already.remedy")
    where = f"change {change.number}: stage"
    return (Problem(where, msg("change.in_use_already", **facts), remedy, Level.WARNING),)


def change_view(office: Office, change_id: str, *, sent_on: date | None = None) -> ChangeView:
    """Reads a change; `sent_on` tries another day for what was not sent yet, at noon in our zone."""
    with office.book.reading() as reader:
        change = reader.get(Change, change_id)
        zone = settings_of(reader).zone
        notices = {one.customer_id: one for one in reader.find(Notice, change_id=change_id)}
        given = None
        if sent_on is not None and not any(one.sent_at for one in notices.values()):
            given = datetime.combine(sent_on, NOON, tzinfo=ZoneInfo(zone)).astimezone(UTC)
        counted = dates(office, reader, change, sent_at=given)
        judged = explained(reader, change)
        gathering = _Customers(reader, change, notices, zone)
        told = tuple(
            gathering.told(customer, reach, found)
            for (customer, reach), (_, found) in zip(judged.affected, counted.dates, strict=True)
        )
        engagement = reader.get(Engagement, change.engagement_id)
        sent = [one.sent_at for one in told if one.sent_at is not None]
        began = local_date(min(sent), zone) if sent else sent_on or office.clock.today()
        return ChangeView(
            change=change, engagement=engagement, vendor=reader.get(Vendor, engagement.vendor_id),
            service=_service(reader, engagement), purpose=text_in(engagement.purpose, "en"),
            storage=_storage(reader, engagement), replaced=_replaced(reader, change), told=told,
            untold=judged.not_affected, overall=counted.overall, sent_on=began,
            groups=groups_of(told, counted.overall), today=office.clock.today(),
            told_otherwise=differs_from_told(reader, change), late=judged.late,
            templates=office.papers.letter_languages(),
        )  # fmt: skip


def change_rows(office: Office) -> list[ChangeRow]:
    """All changes, those that are not over first, then by the day planned."""
    with office.book.reading() as reader:
        found = [_row(office, reader, change) for change in reader.find(Change)]
    return sorted(
        found, key=lambda one: (one.change.state in CLOSED_CHANGES, one.change.planned_on, one.change.number)
    )


def _row(office: Office, reader: Reader, change: Change) -> ChangeRow:
    engagement = reader.get(Engagement, change.engagement_id)
    judged = affected(reader, change)
    earliest = dates(office, reader, change).overall.earliest
    sent = [one.sent_at for one in reader.find(Notice, change_id=change.id) if one.sent_at is not None]
    objections = reader.find(Objection, change_id=change.id)
    return ChangeRow(
        id=change.id, change=change, vendor=reader.get(Vendor, engagement.vendor_id).name,
        purpose=text_in(engagement.purpose, "en"), affected=len(judged.affected),
        customers=len(judged.affected) + len(judged.not_affected),
        sent_on=local_date(min(sent), settings_of(reader).zone) if sent else None,
        ends=earliest - ONE_DAY if earliest else None,
        objections=sum(one.state in OPEN_STATES for one in objections), earliest=earliest,
    )  # fmt: skip


class _Customers:
    """What belongs to each customer, each table read once."""

    def __init__(self, reader: Reader, change: Change, notices: dict[str, Notice], zone: str) -> None:
        self._change, self._notices, self._zone = change, notices, zone
        terms = reader.find(Terms)
        self._terms = {one.id: one for one in terms}
        self._own = {one.customer_id: one for one in terms}
        self._objections: dict[str, list[Objection]] = defaultdict(list)
        for one in reader.find(Objection, change_id=change.id):
            self._objections[one.customer_id].append(one)

    def told(self, customer: Customer, reach: Reach, found: CustomerDates) -> Told:
        """One customer, with its objections judged by the dates."""
        terms = self._terms_of(customer, found)
        objections = tuple(self._objections[customer.id])
        return Told(
            customer=customer, reach=reach, dates=found, terms=terms,
            notice=self._notices.get(customer.id), objections=objections,
            late={
                one.id: timeliness(
                    one, terms, found.last_objection_day, our_zone=self._zone, customer_zone=customer.zone,
                    live_on=self._change.live_on,
                )
                for one in objections
            },
        )  # fmt: skip

    def _terms_of(self, customer: Customer, found: CustomerDates) -> Terms:
        known = self._terms.get(found.terms_id) or self._own.get(customer.id) or self._own.get(STANDARD)
        return known or Terms(id="", customer_id=customer.id, assumed=True)


def _service(reader: Reader, engagement: Engagement) -> str:
    return next((one.named() for one in reader.find(Service, id=engagement.service_id)), "")


def _storage(reader: Reader, engagement: Engagement) -> tuple[str, ...]:
    found = reader.find(Location, engagement_id=engagement.id, kind=LocationKind.STORAGE)
    return tuple(dict.fromkeys(one.country for one in found))


def _replaced(reader: Reader, change: Change) -> str:
    if not change.replaces_id:
        return ""
    return reader.get(Vendor, reader.get(Engagement, change.replaces_id).vendor_id).name
