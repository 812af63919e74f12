"""The window of an open workspace: frame, places, commands, status line, command palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.ui.shell.commands import commands_of
from vendorrisk.ui.shell.places import SPOTS
from vendorrisk.ui.widgets.frame import MainFrame, Reloads
from vendorrisk.ui.widgets.nav import Place
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.shell.places import Spot


class Window(MainFrame):
    """The main window. It knows the pages by name and the context; rules live elsewhere."""

    def __init__(self, context: Context, spots: Sequence[Spot] = SPOTS) -> None:
        self.context = context
        with context.office.book.reading() as reader:
            settings = settings_of(reader)
        super().__init__(
            title=f"{settings.company} – vendorrisk", groups=_groups(spots),
            commands=commands_of(context, spots), store=context.store,
        )  # fmt: skip
        context.frame = self
        for spot in spots:
            self.register(spot.key, partial(spot.make, context), place=spot.belongs_to)
        self.nav.set_foot(settings.company, context.office.actor)
        context.changes.happened.connect(self._refresh)
        self.status.undo.connect(context.undo)
        self._follow_jobs()
        self.status.offer_undo(context.undo_label())

    def _refresh(self) -> None:
        """Reads again what is in sight; other pages read when they are gone to."""
        visit = self.where()
        if visit is not None:
            page = self.page(visit.page)
            if isinstance(page, Reloads):
                page.reload()
        self.status.say_saved(self.context.saved_text())
        self.status.offer_undo(self.context.undo_label())

    def _follow_jobs(self) -> None:
        jobs = self.context.jobs
        jobs.started.connect(lambda job: self.status.show_job(job.label, 0, 0))
        jobs.progressed.connect(lambda job, done, total, _what: self.status.show_job(job.label, done, total))
        jobs.ended.connect(lambda _job: None if jobs.running() else self.status.end_job())
        self.status.cancel.connect(lambda: [job.cancel() for job in jobs.running()])
        self.closing.connect(jobs.stop)


def _groups(spots: Sequence[Spot]) -> list[list[Place]]:
    numbers = sorted({spot.group for spot in spots if spot.text})
    return [
        [
            Place(key=spot.key, text=tr(spot.text), drawing=spot.drawing)
            for spot in spots
            if spot.text and spot.group == number and spot.drawing is not None
        ]
        for number in numbers
    ]
