"""Builds the sample workspace through the same use cases as everything else, with two years of history.

Only here, and in tests, the journal's clock is moved; such a workspace is marked sample for ever.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.app import paths
from vendorrisk.app.sample import flaws
from vendorrisk.app.sample.past import Past
from vendorrisk.app.sample.present import Present
from vendorrisk.app.sample.recipe import COMPANY, vendors
from vendorrisk.app.sample.whole_way import WholeWay
from vendorrisk.app.wiring import PLAIN, Manner, created, furnished, key_wishes
from vendorrisk.usecases.workspace.setting_up import NewWorkspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.app.outside import Outside
    from vendorrisk.app.wiring import OpenWorkspace
    from vendorrisk.usecases.workspace.secret_keeper import SecretKeeper

Step = tuple[int, "Callable[[], object]"]
"""How many days ago something was done, and what."""

HISTORY_DAYS = 730


@dataclass
class MovedClock:
    """A journal clock that the builder sets to a day; within a day it moves one second with each look."""

    real: Callable[[], datetime]
    at: datetime

    def go_to(self, day: date) -> None:
        """Moves to the morning of a day, never backwards and never past the real moment."""
        self.at = min(max(self.at, datetime.combine(day, time(8, 30), tzinfo=UTC)), self.real())

    def now(self) -> datetime:
        """The moved moment."""
        self.at = min(self.at + timedelta(seconds=1), self.real())
        return self.at


def build_sample(
    folder: Path,
    outside: Outside,
    *,
    keeper: SecretKeeper | None = None,
    passphrase: str | None = None,
    step: Callable[[int, int], None] = lambda _done, _all: None,
    manner: Manner = PLAIN,
) -> OpenWorkspace:
    """Makes the sample workspace in a new folder and opens it; dates are relative to this computer's today.

    `step(done, all)` is called between its parts and may raise to cancel.
    """
    today = outside.now().date()
    start = datetime.combine(today - timedelta(days=HISTORY_DAYS), time(8), tzinfo=UTC)
    clock = MovedClock(real=outside.now, at=start)
    moved = replace(outside, now=clock.now)
    wanted = NewWorkspace(company=COMPANY, zone="Europe/Zagreb", sample=True)
    workspace, _ = created(folder, key_wishes(outside, keeper, passphrase), moved, wanted)
    recipe = vendors(paths.resources() / "sample" / "vendors.csv")
    with tempfile.TemporaryDirectory(prefix="vendorrisk-sample-") as scratch:
        past = Past(workspace.office, today, recipe, folder, Path(scratch))
        way = WholeWay(workspace.office, clock, folder, past)
        found = [*past.steps(way), *flaws.steps(past, today), *Present(way, past, today).steps()]
        steps = sorted(found, key=lambda one: -one[0])
        for done, (days, work) in enumerate(steps):
            step(done, len(steps))
            clock.go_to(today - timedelta(days=days))
            work()
    step(len(steps), len(steps))
    return furnished(workspace.vault, outside, manner)
