"""The rows of Activity: pages of the journal, filtered where it lies, and the columns that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import msg
from vendorrisk.ui.widgets.columns import Cell, Column, Status, day, plain, time_of_day
from vendorrisk.ui.widgets.sources import fold
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.actions import REGISTRY, Wall
from vendorrisk.usecases.journal.activity import ActivityQuery, words_of
from vendorrisk.usecases.workspace.settings import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from vendorrisk.domain.message import Message
    from vendorrisk.ui.widgets.query import Query
    from vendorrisk.usecases.journal.activity import ActivityLog, Step

UNDONE = "undone"
READ_STEPS = 1_000
"""Steps read at once where all of them are looked through."""


class ActivitySource:
    """Asks the journal for what the table shows; text is sought in names of people and in what they did."""

    def __init__(self, log: ActivityLog, say: Callable[[Message], str]) -> None:
        self._log = log
        self._labels = {key: fold(say(msg(f"action.{key}"))) for key in REGISTRY}

    def count(self, query: Query) -> int:
        """Returns how many steps the query has."""
        return self._log.count(self._asked(query))

    def rows(self, query: Query, offset: int, limit: int) -> Sequence[Step]:
        """Returns a page of steps."""
        return self._log.steps(self._asked(query), offset=offset, limit=limit)

    def by_ids(self, ids: Sequence[str]) -> Iterator[Step]:
        """Returns the steps with these ids, in this order: the newest first, or the oldest."""
        places = {one: place for place, one in enumerate(ids)}
        everything = ActivityQuery()
        found = [
            step
            for offset in range(0, self._log.count(everything), READ_STEPS)
            for step in self._log.steps(everything, offset=offset, limit=READ_STEPS)
            if step.id in places
        ]
        yield from sorted(found, key=lambda step: places[step.id])

    def _asked(self, query: Query) -> ActivityQuery:
        conditions = {part.field: part.value for part in query.filters}
        words = fold(query.text).split()
        found = {key for key, label in self._labels.items() if words and all(word in label for word in words)}
        kind = conditions.get("kind", "")
        return ActivityQuery(
            text=query.text, actions=frozenset(found), actor=conditions.get("who", ""),
            kind="" if kind == UNDONE else kind, only_undone=kind == UNDONE,
            oldest_first=any(not part.descending for part in query.sort),
        )  # fmt: skip


def columns(say: Callable[[Message], str]) -> tuple[Column, ...]:
    """The columns of Activity."""

    def what(step: Step) -> str:
        return say(words_of(step))

    def about(step: Step) -> str:
        return subject_of(step, say)

    return (
        Column(key="state", title=tr("State"), value=state_of, kind=Cell.SIGN, width=60),
        Column(key="what", title=tr("What"), value=what, width=196, strong=True),
        Column(key="about", title=tr("About"), value=about, width=166, fold=2),
        Column(key="who", title=tr("Who"), value=lambda step: step.actor, width=112, fold=1),
        Column(key="at", title=tr("When"), value=lambda step: here(step.at), text=lambda step: when(step.at),
               kind=Cell.DATE, width=186, sort_key="at", align_right=False,
               tip=tr("In the time zone of this computer")),
    )  # fmt: skip


def subject_of(step: Step, say: Callable[[Message], str]) -> str:
    """What a step was about; a setting has no name but a label."""
    table, name = step.about
    return say(msg(f"field.setting.{name}")) if table == "setting" and name in NAMES else step.subject


def state_of(step: Step) -> Status | None:
    """What became of a step, where that is worth a word."""
    if step.erased:
        return plain(Kind.WARN, tr("Data erased"))
    if step.undone:
        return plain(Kind.NEUTRAL, tr("Undone"))
    return plain(Kind.INFO, tr("Final")) if is_final(step) else None


def is_final(step: Step) -> bool:
    """Whether a step cannot be taken back; the making of the workspace goes without saying."""
    return bool(step.wall) and step.wall != Wall.BEGUN


def here(at: datetime) -> datetime:
    """An instant as the clock of this computer showed it, as spreadsheets read it."""
    return at.astimezone().replace(tzinfo=None)


def when(at: datetime) -> str:
    """An instant in words: "20 Nov 2026, 14:02 UTC+1", in the time zone of this computer."""
    return tr("{day}, {time}", day=day(at.astimezone().date()), time=time_of_day(at))
