"""Home: one list of what needs somebody, the register beside it, the coming weeks below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from vendorrisk.ui.review.home_doings import HomeDoings
from vendorrisk.ui.review.home_lanes import SEVERAL, calendar_of, span_of
from vendorrisk.ui.review.home_look import TaskPanel
from vendorrisk.ui.review.home_reminders import draft_reminders
from vendorrisk.ui.review.home_restored import RestoredBanner
from vendorrisk.ui.review.home_side import SHARES, LatelyPanel, RegisterPanel
from vendorrisk.ui.review.home_start import FirstStepsPanel
from vendorrisk.ui.review.home_words import groups_of, near
from vendorrisk.ui.review.quarter_list import Behind, BehindDialog
from vendorrisk.ui.shell.long_reading import LongReading
from vendorrisk.ui.widgets.buttons import SegmentedControl, secondary
from vendorrisk.ui.widgets.charts.lanes import LanesChart
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.page_head import Page, PageHead
from vendorrisk.ui.widgets.panels import EmptyState, Panel
from vendorrisk.ui.widgets.reflow import SideBySide
from vendorrisk.ui.widgets.tasklist import TaskList
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PANEL_GAP
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.review.home import home
from vendorrisk.usecases.review.home_register import high_risk

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.review.home import HomeView
    from vendorrisk.usecases.review.home_tasks import ToDo

SIDE: Final = 280
LEAST_HIGH: Final = 200
"""Pixels of the list that stay in sight; the rest of it is scrolled."""
LEAST_LEFT: Final = 500
"""Pixels that the list needs beside the register; with less it stands above it."""
EVERYBODY, MINE = "all", "mine"
_WHOSE: Final = "home.whose"
_TITLES: Final = {
    "active": mark("Vendors in use"),
    "joined": mark("New since the quarter began"),
    "high": mark("High risk"),
    "outside_eea": mark("Outside the EEA"),
    **dict(SHARES),
}


class HomePage(Page):
    """What needs somebody today, and where to go for it."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead(tr("My week")))
        self.context = context
        self.doings = HomeDoings(context, self)
        self._view: HomeView | None = None
        self._reading = LongReading(
            context, tr("Reading what needs somebody"), partial(home, context.office), self._show
        )
        self._offered: QMenu | None = None
        self._counted_at = -1
        self.whose = SegmentedControl(
            [(EVERYBODY, tr("Everybody")), (MINE, tr("Only mine"))], name=tr("Whose tasks")
        )
        self.reminders = secondary(tr("Draft reminders…"))
        self.tasks = TaskList(name=tr("Tasks"))
        self.nothing = EmptyState("")
        self.start = FirstStepsPanel(context)
        self.register = RegisterPanel()
        self.lately = LatelyPanel(context)
        self.look = TaskPanel(context)
        self.lanes = LanesChart(name=tr("Next 90 days"))
        self.restored = RestoredBanner(context)
        self._lay_out()
        self._connect()
        self.hints: tuple[str, ...] = ()

    def reload(self) -> None:
        """Reads everything again."""
        self.restored.look()
        self._reading.again()

    def _show(self, view: HomeView) -> None:
        self._view = view
        sample = tr("Sample workspace: all of it is invented, and no key of yours protects it")
        beside = [day(view.today, "dddd d MMMM yyyy"), *([sample] if view.sample else [])]
        self.head.set_title(tr("My week"), beside=" · ".join(beside))
        self.register.show_figures(view.register, view.today)
        self.lately.show_lately(view.lately, view.today)
        self.start.show_steps(view.first)
        self._show_beginning(begins=view.first.at_the_beginning)
        calendar = calendar_of(view.weeks, view.today, self.context.say)
        self.lanes.show_calendar(calendar, note=span_of(view.today))
        self._show_tasks()
        self._count_high_risk()

    def _show_beginning(self, *, begins: bool) -> None:
        """While there is nothing yet, only the first steps are in sight."""
        for widget in (self.below, self.side, self.whose, self.reminders):
            widget.setVisible(not begins)
        self.start_at(self.start.first if begins else self.tasks)
        keys = (tr("Enter opens"), tr("Space: quick look"), tr("R: draft a reminder"), tr("S: snooze"))
        self.hints = () if begins else keys

    def _lay_out(self) -> None:
        self.head.add_action(self.whose)
        self.head.add_action(self.reminders)
        self.left = _OneOf()
        empty = Panel()
        empty.add(self.nothing, 1)
        for widget in (self.tasks, empty, self.start):
            self.left.addWidget(widget)
        figures = QWidget()
        column = _column(figures)
        column.addWidget(self.register)
        column.addWidget(self.lately, 1)
        current_theme().keep_height(self.left, LEAST_HIGH, may_grow=True)
        self.side = _OneOf()
        self.side.addWidget(figures)
        self.side.addWidget(self.look)
        whole = QWidget()
        column = _column(whole)
        upper = SideBySide(self.left, self.side, least=LEAST_LEFT, side=SIDE)
        upper.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(upper)
        self.below = _framed(self.lanes)
        column.addWidget(self.below, 1)
        column.addStretch(0)  # without the lanes, what is left begins at the top, as on every page
        self.add(self.restored)
        self.add_scrolled(whole)
        self.start_at(self.tasks)

    def _connect(self) -> None:
        self.whose.choose(MINE if self.context.store.get(_WHOSE) == MINE else EVERYBODY)
        self.whose.chosen.connect(self._on_whose)
        self.reminders.clicked.connect(lambda: draft_reminders(self.context, self))
        self.tasks.opened.connect(self.open_task)
        self.tasks.quick_look.connect(lambda _id: self.toggle_look())
        self.tasks.current.connect(lambda _id: self._fill_look())
        self.tasks.verb.connect(self.do_task)
        self.tasks.remind.connect(self.remind)
        self.tasks.put_off.connect(self.put_off)
        self.tasks.menu_asked.connect(self._unfold_menu)
        self.look.closed.connect(self.toggle_look)
        self.look.opened.connect(self.open_task)
        self.look.verb.connect(self.do_task)
        self.look.snooze.connect(self.put_off)
        self.lanes.opened.connect(self._open_mark)
        self.register.opened.connect(self.open_figure)

    def _on_whose(self, choice: str) -> None:
        self.context.store.put(_WHOSE, choice)
        self._show_tasks()

    def _show_tasks(self) -> None:
        view = self._view
        if view is None:
            return
        mine = self.context.office.actor if self.whose.choice() == MINE else ""
        shown, resting = view.near(mine), view.resting(mine)
        recovery = not view.first.recovery
        groups = groups_of(shown, view.today, self.context.say, resting=resting, recovery=recovery)
        self.tasks.set_groups(groups)
        self.nothing.sentence.setText(self._nothing(view))
        if view.first.at_the_beginning:
            self.left.setCurrentWidget(self.start)
        else:
            self.left.setCurrentIndex(0 if shown or resting or recovery else 1)
        self._fill_look()

    @staticmethod
    def _nothing(view: HomeView) -> str:
        if view.next_on is None:
            return tr("Nothing needs you.")
        return tr("Nothing needs you until {day}.", day=near(view.next_on, view.today))

    def _count_high_risk(self) -> None:
        """Scores take long to read, so they are counted once per change of the register, in a job."""
        office = self.context.office
        sequence, _ = office.book.head()
        if sequence == self._counted_at:
            return
        self._counted_at = sequence

        def count() -> tuple[str, ...]:
            with office.book.reading() as reader:
                return high_risk(office, reader)

        self.context.gather(tr("Counting high risks"), count, self.register.show_high)

    def _found(self, task_id: str) -> ToDo | None:
        tasks = self._view.tasks if self._view else ()
        return next((one for one in tasks if one.id == task_id), None)

    # Tasks.

    def open_task(self, task_id: str) -> None:
        """Goes to the page where a task is settled."""
        self.doings.open(task_id, self._found(task_id))

    def do_task(self, task_id: str) -> None:
        """Does the verb of a task."""
        self.doings.settle(task_id, self._found(task_id))

    def remind(self, task_id: str) -> None:
        """Opens the person's mail program with a reminder to the vendor of a task.

        Where several tasks are selected, the list of all who can be reminded opens, with theirs ticked.
        """
        chosen = self._chosen(task_id)
        if len(chosen) > 1:
            draft_reminders(self.context, self, {one.vendor_id for one in chosen})
        else:
            self.doings.remind(self._found(task_id))

    def put_off(self, task_id: str) -> None:
        """Asks until when a task is put off, and why; where several are selected, all of them."""
        self.doings.put_off(self._chosen(task_id))

    def _chosen(self, task_id: str) -> list[ToDo]:
        """The selected tasks if this is one of them, else this one; the recovery code is none of them."""
        ids = self.tasks.chosen_ids()
        found = map(self._found, ids if task_id in ids else [task_id])
        return [one for one in found if one is not None]

    def menu_of(self, task_id: str) -> QMenu:
        """Everything that can be done with a task, each with its keys."""
        one = self._found(task_id)
        menu = QMenu(self)
        menu.addAction(tr("Open\tEnter"), partial(self.open_task, task_id))
        menu.addAction(tr("Quick look\tSpace"), self.toggle_look)
        count = len(self._chosen(task_id))
        if one is not None and one.vendor_id:
            text = tr_count("Draft reminder\tR", "Draft reminders…\tR", count)
            menu.addAction(text, partial(self.remind, task_id))
        if one is not None:
            menu.addSeparator()
            text = tr_count("Snooze…\tS", "Snooze {count} tasks…\tS", count)
            menu.addAction(text, partial(self.put_off, task_id))
        if one is not None and one.snooze is not None:
            menu.addAction(tr("Bring back"), partial(self.doings.bring_back, one))
        return menu

    def offered(self) -> list[QAction]:
        """Returns what can be done with the task that the keyboard is on."""
        if self._offered is not None:
            self._offered.deleteLater()
        task_id = self.tasks.current_id()
        self._offered = self.menu_of(task_id) if task_id else None
        return [*super().offered(), *(self._offered.actions() if self._offered else ())]

    def _unfold_menu(self, task_id: str, at: QPoint) -> None:
        menu = self.menu_of(task_id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    # The quick look.

    def toggle_look(self) -> None:
        """Shows the task in the right column, or gives that back to the figures."""
        shows = self.side.currentWidget() is self.look
        self.side.setCurrentIndex(0 if shows else 1)
        if shows:
            self.tasks.setFocus()
        self._fill_look()

    def _fill_look(self) -> None:
        if self.side.currentWidget() is self.look and self._view is not None:
            self.look.show_task(self._found(self.tasks.current_id()), self._view.today)

    # Figures and lanes.

    def open_figure(self, key: str) -> None:
        """Lists the vendors behind a figure, and for a share those it leaves out."""
        found = self.register.found
        if found is None:
            return
        high = frozenset(self.register.high_ids)
        ids = tuple(one for one in found.active if one in high) if key == "high" else getattr(found, key)
        others = found.others(ids) if key in dict(SHARES) else ()
        rows = [Behind(id=one, name=found.names.get(one, one), counted=False) for one in others]
        rows += [Behind(id=one, name=found.names.get(one, one)) for one in ids]
        amount = tr("{part} of {whole}", part=len(ids), whole=len(rows)) if key in dict(SHARES) else len(ids)
        title = tr("{title}: {amount}", title=tr(_TITLES[key]), amount=amount)
        dialog = BehindDialog(self.window(), title, rows)
        if dialog.ask() and dialog.chosen:
            self.context.go("vendor", dialog.chosen)

    def _open_mark(self, key: str) -> None:
        """Opens what a mark stands for; of several things on one day the person says which."""
        tasks = [one for one in map(self._found, key.split(SEVERAL)) if one is not None]
        if len(tasks) > 1:
            say = self.context.say
            options = [(one.id, f"{say(one.name)}: {say(one.what)}") for one in tasks]
            chosen = self.context.messages.choose(tr("Open which task?"), options, yes=tr("Open"))
            if chosen is not None:
                self.open_task(chosen)
        elif tasks:
            self.open_task(tasks[0].id)
        elif not key.startswith("closed"):
            self.context.go("change", key)


class _OneOf(QStackedWidget):
    """Several parts in one place; as high as the one in sight, not as the highest."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _number: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Would like the room of the part in sight."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Needs what the part in sight needs."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(PANEL_GAP)
    return column


def _framed(chart: QWidget) -> QFrame:
    """A panel for a chart that draws its own heading and padding."""
    frame = QFrame()
    frame.setProperty("frame", "panel")
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(chart)
    return frame
