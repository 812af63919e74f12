"""The coming weeks: on which days something falls due, how long notices run, when our office is closed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from vendorrisk.domain.notice.records import OPEN_CHANGES, Change, Holiday, Notice
from vendorrisk.domain.notice.zones import local_date
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.domain.review.due import TaskKind
from vendorrisk.usecases.notice.changes import dates
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.domain.notice.records import ChangeKind
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader
    from vendorrisk.usecases.review.home_tasks import ToDo

DAYS = 90
"""How far ahead Home looks, in calendar days."""

ASSESSING = frozenset({TaskKind.REASSESS, TaskKind.CHASE_ANSWERS})
PAPERS = frozenset({TaskKind.RENEW_DOCUMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """What falls due on one day."""

    day: date
    tasks: tuple[ToDo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The notice of a change: from the day it goes out until the change may be live for everybody.

    `live` None: nobody can name that day yet; the window is then drawn to the planned day.
    """

    change_id: str
    number: str
    kind: ChangeKind
    vendor: str
    begins: date
    planned: date
    live: date | None

    @property
    def ends(self) -> date:
        """The last day that is drawn."""
        return max(self.begins, self.live or self.planned)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """Public holidays of our country in a row; both days inclusive."""

    first: date
    last: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingWeeks:
    """Everything that lies ahead within 90 days."""

    assessments: tuple[DueDay, ...]
    documents: tuple[DueDay, ...]
    notices: tuple[Running, ...]
    closed: tuple[Closed, ...]


def coming_weeks(office: Office, reader: Reader, tasks: Iterable[ToDo]) -> ComingWeeks:
    """What the lanes show, from today on."""
    today = office.clock.today()
    ahead = [
        one for one in tasks if one.task.due is not None and today <= one.task.due < today + timedelta(DAYS)
    ]
    return ComingWeeks(
        assessments=_by_day(ahead, ASSESSING), documents=_by_day(ahead, PAPERS),
        notices=tuple(_running(office, reader, one) for one in reader.find(Change, state=list(OPEN_CHANGES))),
        closed=tuple(_closed(reader, today)),
    )  # fmt: skip


def _by_day(tasks: Iterable[ToDo], kinds: frozenset[TaskKind]) -> tuple[DueDay, ...]:
    days: dict[date, list[ToDo]] = defaultdict(list)
    for one in tasks:
        if one.task.kind in kinds and one.task.due is not None:
            days[one.task.due].append(one)
    return tuple(DueDay(day=day, tasks=tuple(found)) for day, found in sorted(days.items()))


def _running(office: Office, reader: Reader, change: Change) -> Running:
    engagement = reader.get(Engagement, change.engagement_id)
    sent = [one.sent_at for one in reader.find(Notice, change_id=change.id) if one.sent_at is not None]
    begins = local_date(min(sent), settings_of(reader).zone) if sent else office.clock.today()
    earliest = dates(office, reader, change).overall.earliest
    return Running(
        change_id=change.id, number=change.number, kind=change.kind,
        vendor=reader.get(Vendor, engagement.vendor_id).name, begins=begins, planned=change.planned_on,
        live=max(earliest, change.planned_on) if earliest is not None else None,
    )  # fmt: skip


def _closed(reader: Reader, today: date) -> list[Closed]:
    """Our holidays ahead; days that follow each other, or stand round a weekend, are told as one stretch."""
    place = settings_of(reader).country
    days = sorted(reader.find(Holiday, place=place), key=lambda one: one.day) if place else []
    found: list[Closed] = []
    for one in days:
        if not today <= one.day < today + timedelta(DAYS):
            continue
        if found and all(not _is_weekday(day) for day in _between(found[-1].last, one.day)):
            found[-1] = Closed(first=found[-1].first, last=one.day, name=found[-1].name)
        else:
            found.append(Closed(first=one.day, last=one.day, name=one.name))
    return found


def _between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range(1, (last - first).days)]


def _is_weekday(day: date) -> bool:
    return day.weekday() < 5
