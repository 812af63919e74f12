"""Home: what needs somebody, how the register stands, what others did, and what the coming weeks bring."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date  # noqa: TC003  (part of a result)
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import UNDER_WAY, Assessment
from vendorrisk.domain.notice.records import OPEN_CHANGES, Change, Customer
from vendorrisk.domain.notice.zones import local_date
from vendorrisk.domain.register.records import Vendor
from vendorrisk.domain.review.due import Group, TaskKind
from vendorrisk.usecases.gathered import Gathered
from vendorrisk.usecases.review.home_calendar import ComingWeeks, coming_weeks
from vendorrisk.usecases.review.home_register import Register, register_figures
from vendorrisk.usecases.review.home_tasks import ToDo, todo
from vendorrisk.usecases.workspace.settings import Settings, settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from vendorrisk.usecases.journal.history import Line
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

PAGE = 500
FURTHEST = 5_000
"""Journal entries that are looked through for one's own last step; beyond it nobody remembers anyway."""

LINES = 4
"""Kinds of steps that Home tells of; Activity has all of them."""

PAPERS = frozenset({TaskKind.RENEW_DOCUMENT, TaskKind.JUDGE_DOCUMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Steps of one person of one kind: how many, the newest when."""

    actor: str
    action: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lately:
    """What happened since one was last here; `since` None: one was never here before today."""

    since: date | None
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSteps:
    """What a new workspace still lacks; each is True once it is there."""

    vendors: bool
    customers: bool
    company: bool
    recovery: bool

    @property
    def at_the_beginning(self) -> bool:
        """Whether there is nothing in the register yet."""
        return not self.vendors


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """All that Home shows; `tasks` hold every group, later ones too."""

    today: date
    tasks: tuple[ToDo, ...]
    register: Register
    lately: Lately
    weeks: ComingWeeks
    first: FirstSteps
    sample: bool

    def near(self, owner: str = "") -> tuple[ToDo, ...]:
        """What is late, due this week or waiting: of everybody, or what is one person's or nobody's."""
        return tuple(one for one in _near(self.tasks) if not one.resting and _is_of(one, owner))

    def resting(self, owner: str = "") -> tuple[ToDo, ...]:
        """What this person has put off and would stand above otherwise, the first to come back first."""
        found = [one for one in _near(self.tasks) if one.resting and _is_of(one, owner)]
        return tuple(sorted(found, key=lambda one: one.snooze.until if one.snooze else self.today))

    @property
    def next_on(self) -> date | None:
        """The first day on which something falls due that is not near yet, or is back that was put off."""
        later = [one.task.due for one in self.tasks if one.task.group is Group.LATER and one.task.due]
        back = [one.snooze.until for one in self.resting() if one.snooze]
        return min([*later, *back], default=None)


def home(office: Office) -> HomeView:
    """Reads everything that Home shows: the journal first, then one moment of the register."""
    told = lately(office)
    with office.book.reading() as moment:
        reader = Gathered(moment)
        settings = settings_of(reader)
        tasks = todo(office, reader)
        return HomeView(
            today=office.clock.today(), tasks=tasks, register=register_figures(office, reader), lately=told,
            weeks=coming_weeks(office, reader, tasks), first=_first_steps(reader, settings),
            sample=settings.sample,
        )  # fmt: skip


def counts(office: Office) -> dict[str, int]:
    """How much needs somebody at each place of the navigation, by the place's key; nought is left out.

    At Home these are the rows of its list: the recovery code to confirm counts, what is put off does not.
    """
    with office.book.reading() as reader:
        near = [one for one in _near(todo(office, reader)) if not one.resting]
        first = _first_steps(reader, settings_of(reader))
        code = not first.recovery and not first.at_the_beginning
        found = {
            "home": len(near) + code,
            "assessments": len(reader.find(Assessment, state=list(UNDER_WAY))),
            "documents": sum(one.task.kind in PAPERS for one in near),
            "changes": len(reader.find(Change, state=list(OPEN_CHANGES))),
        }
    return {place: count for place, count in found.items() if count}


def _near(tasks: Iterable[ToDo]) -> list[ToDo]:
    return [one for one in tasks if one.task.group is not Group.LATER]


def _is_of(one: ToDo, owner: str) -> bool:
    return not owner or one.task.owner in {"", owner}


def lately(office: Office) -> Lately:
    """The steps since one's own last step before today; of others, or one's own where nobody else worked."""
    with office.book.reading() as reader:
        zone = settings_of(reader).zone
    me, today = office.actor, local_date(office.clock.now(), zone)
    since: datetime | None = None
    after: list[Line] = []
    for line in _journal(office):
        if line.actor == me and local_date(line.at, zone) < today:
            since = line.at
            break
        after.append(line)
    others = [line for line in after if line.actor != me]
    return Lately(
        since=local_date(since, zone) if since is not None else None, told=_told(others or after)
    )  # fmt: skip


def _journal(office: Office) -> Iterator[Line]:
    before, read = None, 0
    while read < FURTHEST:
        page = office.book.log(before=before, limit=PAGE)
        yield from page
        if len(page) < PAGE:
            return
        before, read = page[-1].sequence, read + len(page)


def _told(lines: Iterable[Line]) -> tuple[Told, ...]:
    kept = [line for line in lines if line.kind == "do" and not line.undone]
    found = Counter((line.actor, line.action) for line in kept)
    return tuple(
        Told(actor=actor, action=action, times=times)
        for (actor, action), times in list(found.items())[:LINES]
    )


def _first_steps(reader: Reader, settings: Settings) -> FirstSteps:
    return FirstSteps(
        vendors=bool(reader.find(Vendor)), customers=bool(reader.find(Customer)),
        company=bool(settings.address and settings.contact), recovery=settings.recovery_confirmed,
    )  # fmt: skip
