"""Home: one list of what needs somebody, the register beside it, the coming weeks below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from vendorrisk.domain.review.due import TaskKind
from vendorrisk.ui.review.home_lanes import SEVERAL, calendar_of, span_of
from vendorrisk.ui.review.home_side import LatelyPanel, RegisterPanel
from vendorrisk.ui.review.home_start import FirstStepsPanel
from vendorrisk.ui.review.home_words import RECOVERY, groups_of, near
from vendorrisk.ui.widgets.buttons import SegmentedControl
from vendorrisk.ui.widgets.charts.lanes import LanesChart
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.page_head import Page, PageHead
from vendorrisk.ui.widgets.panels import Banner, EmptyState, Panel
from vendorrisk.ui.widgets.tasklist import TaskList
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PANEL_GAP, Kind
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.holiday_table import fill_years
from vendorrisk.usecases.home import home
from vendorrisk.usecases.home_register import high_risk
from vendorrisk.usecases.reminders import reminder

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress
    from vendorrisk.usecases.home import HomeView
    from vendorrisk.usecases.home_tasks import ToDo
    from vendorrisk.usecases.reminders import Reminder

SIDE: Final = 280
EVERYBODY, MINE = "all", "mine"
_WHOSE: Final = "home.whose"
_PLACES: Final = {"assessed": "assessments", "agreement": "documents", "evidence": "documents"}
_IN_ANSWERS: Final = frozenset({TaskKind.REVIEW_ANSWERS})


class HomePage(Page):
    """What needs somebody today, and where to go for it."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead(tr("My week")))
        self.context = context
        self._view: HomeView | None = None
        self._counted_at = -1
        self.whose = SegmentedControl(
            [(EVERYBODY, tr("Everybody")), (MINE, tr("Only mine"))], name=tr("Whose tasks")
        )
        self.tasks = TaskList(name=tr("Tasks"))
        self.nothing = EmptyState("")
        self.start = FirstStepsPanel(context)
        self.register = RegisterPanel()
        self.lately = LatelyPanel(context)
        self.lanes = LanesChart(name=tr("Next 90 days"))
        self.sample = Banner(
            Kind.INFO, tr("This is the sample workspace. Everything in it is invented."), closable=False
        )
        self.lanes.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._connect()
        self.hints = (tr("Enter opens"), tr("R drafts a reminder"), tr("T shows the weeks as a table"))

    def reload(self) -> None:
        """Reads everything again."""
        self._view = view = home(self.context.office)
        self.head.set_title(tr("My week"), beside=day(view.today, "dddd d MMMM yyyy"))
        self.sample.setVisible(view.sample)
        self.register.show_figures(view.register, view.today)
        self.lately.show_lately(view.lately, view.today)
        self.start.show_steps(view.first)
        calendar = calendar_of(view.weeks, view.today, self.context.say)
        self.lanes.show_calendar(calendar, note=span_of(view.today))
        self._show_tasks()
        self._count_high_risk()

    def _lay_out(self) -> None:
        self.head.add_action(self.whose)
        self.add(self.sample)
        self.left = QStackedWidget()
        empty = Panel()
        empty.add(self.nothing, 1)
        for widget in (self.tasks, empty, self.start):
            self.left.addWidget(widget)
        self.left.setMinimumHeight(200)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PANEL_GAP)
        column.addWidget(self.register)
        column.addWidget(self.lately, 1)
        current_theme().keep_width(side, SIDE)
        upper = QWidget()
        row = QHBoxLayout(upper)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(PANEL_GAP)
        row.addWidget(self.left, 1)
        row.addWidget(side)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PANEL_GAP)
        column.addWidget(upper, 1)
        column.addWidget(_framed(self.lanes))
        self.add_scrolled(whole)
        self.start_at(self.tasks)

    def _connect(self) -> None:
        self.whose.choose(MINE if self.context.store.get(_WHOSE) == MINE else EVERYBODY)
        self.whose.chosen.connect(self._on_whose)
        self.tasks.opened.connect(self.open_task)
        self.tasks.quick_look.connect(self.open_task)
        self.tasks.verb.connect(self.do_task)
        self.tasks.remind.connect(self.remind)
        self.lanes.opened.connect(self._open_mark)
        self.register.opened.connect(lambda key: self.context.go(_PLACES[key]))

    def _on_whose(self, choice: str) -> None:
        self.context.store.put(_WHOSE, choice)
        self._show_tasks()

    def _show_tasks(self) -> None:
        view = self._view
        if view is None:
            return
        mine = self.context.office.actor if self.whose.choice() == MINE else ""
        shown = view.near(mine)
        recovery = not view.first.recovery
        self.tasks.set_groups(groups_of(shown, view.today, self.context.say, recovery=recovery))
        self.nothing.sentence.setText(self._nothing(view))
        if view.first.at_the_beginning:
            self.left.setCurrentWidget(self.start)
        else:
            self.left.setCurrentIndex(0 if shown or recovery else 1)

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

        def count(_progress: Progress) -> int:
            with office.book.reading() as reader:
                return high_risk(office, reader)

        self.context.run(tr("Counting high risks"), count, self.register.show_high, refresh=False)

    def _found(self, task_id: str) -> ToDo | None:
        tasks = self._view.tasks if self._view else ()
        return next((one for one in tasks if one.id == task_id), None)

    def open_task(self, task_id: str) -> None:
        """Goes to the page where a task is settled."""
        one = self._found(task_id)
        if task_id == RECOVERY:
            self.context.go("settings", RECOVERY)
        elif one is None or one.task.kind is TaskKind.FILL_HOLIDAYS:
            self.context.go("settings")
        elif one.task.kind in _IN_ANSWERS:
            self.context.go("answer_review", one.record_id)
        elif one.change_id:
            self.context.go("change", one.change_id)
        else:
            self.context.go("vendor", one.vendor_id)

    def do_task(self, task_id: str) -> None:
        """Does the verb of a task: most lead to a page, two are done at once."""
        one = self._found(task_id)
        kind = one.task.kind if one else None
        if one and kind is TaskKind.CHASE_ANSWERS:
            self.remind(task_id)
        elif one and kind is TaskKind.FILL_HOLIDAYS:
            facts = one.task.label.params
            self.context.do(lambda: fill_years(self.context.office, facts["place"], [facts["year"]]))
        else:
            self.open_task(task_id)

    def remind(self, task_id: str) -> None:
        """Opens the person's mail program with a reminder to the vendor of a task."""
        one = self._found(task_id)
        if one is None or not one.vendor_id:
            self.context.tell(tr("There is no vendor to remind of this."))
            return
        office, vendor_id = self.context.office, one.vendor_id
        draft = self.context.do(lambda: reminder(office, vendor_id))
        if draft is not None:
            QDesktopServices.openUrl(self.mail_address(draft))
            self.context.tell(
                tr("A draft for {address} was handed to your mail program.", address=draft.address)
            )

    def mail_address(self, draft: Reminder) -> QUrl:
        """The address that opens a draft in the mail program."""
        say = self.context.say
        parts = f"subject={quote(say(draft.subject))}&body={quote(say(draft.text))}"
        return QUrl(f"mailto:{quote(draft.address)}?{parts}", QUrl.ParsingMode.StrictMode)

    def _open_mark(self, key: str) -> None:
        if self._found(key.split(SEVERAL, maxsplit=1)[0]):
            self.open_task(key.split(SEVERAL, maxsplit=1)[0])
        elif not key.startswith("closed"):
            self.context.go("change", key)


def _framed(chart: QWidget) -> QFrame:
    """A panel for a chart that draws its own heading and padding."""
    frame = QFrame()
    frame.setProperty("frame", "panel")
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(chart)
    return frame
