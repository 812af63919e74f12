"""The window of an open workspace: frame, places, commands, status line, command palette."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from vendorrisk.ui.shell.appearance import change_text_size
from vendorrisk.ui.shell.backing_up import backup_line
from vendorrisk.ui.shell.commands import commands_of
from vendorrisk.ui.shell.finding import PaletteSearch
from vendorrisk.ui.shell.long_reading import LongReading
from vendorrisk.ui.shell.menu_edit import name_steps
from vendorrisk.ui.shell.moves import Moves
from vendorrisk.ui.shell.places import LAST_PLACE, SPOTS, first_spot
from vendorrisk.ui.widgets.frame import Hinting, MainFrame, Reloads
from vendorrisk.ui.widgets.nav import Place
from vendorrisk.ui.widgets.page_head import Page
from vendorrisk.ui.widgets.palette import CommandPalette
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.shell.places import Spot
    from vendorrisk.ui.widgets.jobs import Job

_DROPS = "vendorrisk.ui.diligence.drops"
_REST_MS = 400
"""Milliseconds after a change before the navigation counts again: several steps in a row are counted once."""


class Window(MainFrame):
    """The main window. It knows the pages by name and the context; rules live elsewhere."""

    def __init__(self, context: Context, spots: Sequence[Spot] = SPOTS) -> None:
        self.context = context
        with context.office.book.reading() as reader:
            settings = settings_of(reader)
        self.commands = commands_of(context, spots, self._moves())
        super().__init__(
            title=tr("{company} – vendorrisk", company=settings.company), groups=_groups(spots),
            commands=self.commands, store=context.store,
        )  # fmt: skip
        context.frame = self
        for spot in spots:
            self.register(spot.key, partial(spot.make, context), place=spot.belongs_to)
        self.nav.set_foot(settings.company, context.office.actor)
        self._palette: CommandPalette | None = None
        self._backup_line = ""
        self._refusal = ""
        self._counts = LongReading(context, tr("Counting what waits"), self._count, self.nav.set_counts)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_REST_MS)
        self._counting.timeout.connect(self._counts.again)
        self._connect()
        self._take_files()
        self._name_steps()
        QTimer.singleShot(0, self, self._look_at_backups)
        self._counting.start()

    def open_first(self, spots: Sequence[Spot] = SPOTS) -> None:
        """Goes to the place where the person was when the window was closed, Home at first."""
        self.go(first_spot(self.context.store.get(LAST_PLACE), spots).key)

    def unfold_palette(self, letters: str = "") -> None:
        """Opens the command palette."""
        if self._palette is None:
            self._palette = CommandPalette(
                self, PaletteSearch(self.context, self.commands, self._offered_here)
            )
        self._palette.unfold(letters)

    def _offered_here(self) -> list[QAction]:
        """What the page in sight offers besides the commands."""
        visit = self.where()
        page = self.page(visit.page) if visit is not None else None
        return page.offered() if isinstance(page, Page) else []

    def _moves(self) -> Moves:
        return Moves(
            back=self.back, forward=self.forward, find=self.unfold_palette,
            show_keys=self._show_keys, show_about=self._show_about, show_guide=self._show_guide,
            resize_text=partial(change_text_size, self.context.store),
        )  # fmt: skip

    def _connect(self) -> None:
        changes, status = self.context.changes, self.status
        changes.happened.connect(self._refresh)
        changes.told.connect(status.say_saved)
        changes.backed_up.connect(self._look_at_backups)
        status.undo.connect(self.context.undo)
        self.commands.refused.connect(self._say_refusal)
        self.search_wanted.connect(partial(self.unfold_palette, ""))
        self.gone_to.connect(self._note_place)
        self._follow_jobs()

    def _take_files(self) -> None:
        """Lets files be dropped anywhere, where a stage has a use for them; it is found by name."""
        if find_spec(_DROPS) is not None:
            import_module(_DROPS).watch(self.context, self)

    def _refresh(self) -> None:
        """Reads again what is in sight; other pages read when they are gone to."""
        visit = self.where()
        if visit is not None:
            page = self.page(visit.page)
            if isinstance(page, Reloads):
                page.reload()
        if self.context.finder is not None:
            self.context.finder.forget()
        self.status.say_saved(self.context.saved_text())
        self._name_steps()
        self._counting.start()

    def _count(self) -> dict[str, int]:
        """How much waits at each place of the navigation."""
        from vendorrisk.usecases.review.home import counts  # noqa: PLC0415  (the first page is shown before it counts)

        return counts(self.context.office)

    def _name_steps(self) -> None:
        self.status.offer_undo(self.context.undo_label())
        name_steps(self.commands, self.context)

    def _say_refusal(self, why: str) -> None:
        """Says why a command cannot be done here; elsewhere it may be otherwise, and it is said no longer."""
        self._refusal = why
        self.status.say_saved(why)

    def _note_place(self, key: str) -> None:
        self.status.take_back(self._refusal)
        page = self.page(key)
        if not isinstance(page, Hinting):
            self.status.set_hints((self._backup_line,))
        self.context.store.put(LAST_PLACE, key)

    def _look_at_backups(self) -> None:
        custody = self.context.custody
        if custody is None:
            return
        self._backup_line = backup_line(custody.backups(), self.context.office.clock.now())
        visit = self.where()
        if visit is not None:
            self._note_place(visit.page)

    def _follow_jobs(self) -> None:
        jobs = self.context.jobs
        jobs.started.connect(self._show_job)
        jobs.progressed.connect(self._show_job)
        jobs.ended.connect(self._end_job)
        self.status.cancel.connect(self._cancel_jobs)
        self.closing.connect(jobs.stop)

    def _show_job(self, job: Job, done: int = 0, total: int = 0) -> None:
        self.status.show_job(job.label, done, total)

    def _end_job(self) -> None:
        if not self.context.jobs.running():
            self.status.end_job()

    def _cancel_jobs(self) -> None:
        for job in self.context.jobs.running():
            job.cancel()

    def _show_keys(self) -> None:
        from vendorrisk.ui.shell.help_dialogs import KeysDialog  # noqa: PLC0415  (seldom needed)

        KeysDialog(self, self.commands, self._hints()).ask()

    def _hints(self) -> Sequence[str]:
        visit = self.where()
        page: object = self.page(visit.page) if visit else None
        return page.hints if isinstance(page, Hinting) else ()

    def _show_about(self) -> None:
        from vendorrisk.ui.shell.help_dialogs import AboutDialog  # noqa: PLC0415  (seldom needed)

        if self.context.doors is not None:
            AboutDialog(self, self.context.doors.licences()).ask()

    def _show_guide(self) -> None:
        if self.context.doors is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.context.doors.guide)))


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
