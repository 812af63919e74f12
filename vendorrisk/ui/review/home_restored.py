"""Above Home in a restored workspace: that it is a copy, until the person says which one she uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.frame import MainFrame
from vendorrisk.ui.widgets.panels import Banner
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.actions import Wall
from vendorrisk.usecases.journal.activity import ActivityQuery

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.journal.activity import Step

_SETTLED: Final = "home.restored"
"""Where the preferences keep for which restore the person has said that this is the one she uses."""


class RestoredBanner(Banner):
    """Says that this workspace is a restored copy; the title of the window says it as well."""

    def __init__(self, context: Context) -> None:
        self._use = link(tr("This is the one I use"))
        super().__init__(Kind.WARN, "", action=self._use, closable=False)
        self._context = context
        self._restore = _newest_restore(context)
        self._title = ""
        self._use.clicked.connect(self._settle)
        self.hide()

    def look(self) -> None:
        """Shows itself where a restore is not settled yet."""
        restore = self._restore
        if restore is None or self._context.store.get(_SETTLED) == _mark(restore) or not self.isHidden():
            return
        told = tr(
            "This is a copy, restored from a backup on {day}. Work in one of the two only: what is entered in"
            " the other one does not arrive here.",
            day=day(restore.at.astimezone().date()),
        )
        self.say(Kind.WARN, told)
        frame = self._context.frame
        if isinstance(frame, MainFrame):
            self._title = frame.windowTitle()
            frame.setWindowTitle(tr("{title} (restored copy)", title=self._title))

    def _settle(self) -> None:
        if self._restore is not None:
            self._context.store.put(_SETTLED, _mark(self._restore))
        self.hide()
        frame = self._context.frame
        if isinstance(frame, MainFrame) and self._title:
            frame.setWindowTitle(self._title)


def _newest_restore(context: Context) -> Step | None:
    log = context.activity
    found = log.steps(ActivityQuery(wall=Wall.RESTORED), offset=0, limit=1) if log is not None else ()
    return next(iter(found), None)


def _mark(restore: Step) -> str:
    return f"{restore.sequence} {restore.at.isoformat()}"
