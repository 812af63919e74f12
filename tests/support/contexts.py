"""A Context over an office in memory: what pages of the window are given in tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.support.books import make_register, memory_engine
from tests.support.messages import Recorder
from tests.support.offices import make_office
from tests.support.words import shipped
from vendorrisk.domain.message import UserError
from vendorrisk.store.activity import SqlActivity
from vendorrisk.store.listings import SqlListings
from vendorrisk.ui.shell.context import Context
from vendorrisk.ui.widgets.jobs import Jobs


@dataclass
class SmallTexts:
    """A window store that forgets with the test."""

    kept: dict[str, str] = field(default_factory=dict)

    def get(self, key: str) -> str:
        return self.kept.get(key, "")

    def put(self, key: str, value: str) -> None:
        self.kept[key] = value


@dataclass
class Journeys:
    """Stands in for the window: remembers where pages wanted to go."""

    gone: list[tuple[str, Any]] = field(default_factory=list)

    def go(self, key: str, item: Any = None) -> None:
        self.gone.append((key, item))


class AtOnce(Jobs):
    """Does the work of a job at once, in this thread: a register in memory has one connection."""

    def run(self, label, work, *, done=None, failed=None, in_turn=False):
        job = _Done(label)
        self.started.emit(job)
        try:
            result = work(_Steps(self, job))
        except self.expected as problem:
            if failed is None:
                raise
            failed(problem)
        else:
            if done is not None:
                done(result)
        self.ended.emit(job)
        return job


@dataclass
class _Done:
    label: str
    state: str = "done"

    def cancel(self) -> bool:
        return False


@dataclass
class _Steps:
    jobs: AtOnce
    job: _Done

    def step(self, done: int, total: int, what: str = "") -> None:
        self.jobs.progressed.emit(self.job, done, total, what)

    def seal(self) -> None:
        """Nothing can be cancelled here."""


def make_context(*, answers: list[Any] | None = None, **parts: Any) -> Context:
    """A context over an empty register in memory; `parts` replace parts of its office.

    Its messages are a `Recorder` with these answers, its frame a `Journeys`; jobs are done at once.
    """
    engine = parts.pop("engine", None) or memory_engine()
    if "made" not in parts:
        make_register(engine)
    parts.pop("made", None)
    return Context(
        office=make_office(engine, **parts),
        listings=SqlListings(engine),
        words=shipped(),
        messages=Recorder(answers=list(answers or [])),
        jobs=AtOnce(expected=UserError),
        store=SmallTexts(),
        frame=Journeys(),
        activity=SqlActivity(engine),
    )
