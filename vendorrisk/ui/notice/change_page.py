"""One change, step by step: from what changes, through dates and letters, to the day it is live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from vendorrisk.domain.notice.announced import needs_new_notice
from vendorrisk.domain.notice.records import ChangeState
from vendorrisk.ui.notice.change_doings import ChangeDoings
from vendorrisk.ui.notice.change_parts import HolderPanel, WindowsPanel, column_of
from vendorrisk.ui.notice.change_words import away, state_of, title_of
from vendorrisk.ui.notice.joining_doings import JoiningDoings
from vendorrisk.ui.notice.pane_dates import DatesPane
from vendorrisk.ui.notice.pane_letters import LacksPanel, LetterPane
from vendorrisk.ui.notice.pane_scope import AffectedPane, ScopePane
from vendorrisk.ui.notice.pane_text import TextPane
from vendorrisk.ui.notice.pane_window import LivePane, WindowPane
from vendorrisk.ui.shell.letter_visit import LetterVisit
from vendorrisk.ui.widgets.buttons import more_button, primary, secondary
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.marks import Chip
from vendorrisk.ui.widgets.page_head import Page, PageHead
from vendorrisk.ui.widgets.panels import Banner, Figure, FigureStrip
from vendorrisk.ui.widgets.scroll_column import ScrollColumn
from vendorrisk.ui.widgets.stepper import Stepper, StepState
from vendorrisk.ui.widgets.tokens import PANEL_GAP, SCROLL_BAR, Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.notice.change_view import change_view
from vendorrisk.usecases.notice.letter_checks import lacks_of
from vendorrisk.usecases.notice.letters import drafts_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vendorrisk.domain.notice.letter_facts import LetterFacts
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.notice.change_view import ChangeView

WHAT, WHO, DATES, TEXT, LETTERS, WINDOW, LIVE = range(7)
STEPS: Final = (
    mark("What changes"),
    mark("Who is affected"),
    mark("Dates"),
    mark("Text"),
    mark("Letters"),
    mark("Window"),
    mark("Live"),
)
LEFT: Final = 694
RIGHT: Final = 424
"""The two columns of the plan at a width of 1366; in other windows they share the room alike."""


class ChangePage(Page):
    """The page of one change. Each step can be gone back to; one that no longer holds asks to be checked."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead("", back_to=tr("Changes")))
        self.context = context
        self.change_id = ""
        self.view: ChangeView | None = None
        self.step = WHAT
        self._tried: date | None = None
        self._drafts: Sequence[LetterFacts] = ()
        self.doings, self.joining = ChangeDoings(self), JoiningDoings(self)
        self.steps = Stepper([tr(name) for name in STEPS], name=tr("Steps"))
        self.figures = FigureStrip([Figure(value="")] * 3)
        self.scope, self.who = ScopePane(context), AffectedPane(context)
        self.windows, self.holder = WindowsPanel(), HolderPanel(context.say)
        self.lacks, self.text = LacksPanel(context), TextPane(context)
        self.dates, self.letter = DatesPane(context), LetterPane(context)
        self.window_pane, self.live = WindowPane(context), LivePane(context)
        self.bundle = secondary(tr("Evidence bundle…"))
        self.sent = secondary(tr("Mark as sent…"))
        self.published = secondary(tr("Record publication…"))
        self.nobody = Banner(Kind.INFO, "", closable=False)
        self.outdated = Banner(Kind.SERIOUS, "", closable=False)
        self.letters = primary(tr("Create letters"))
        self.menu = QMenu(self)
        self.move_day = self.menu.addAction(tr("Move the planned day…"), self.doings.move_planned)
        self.publish_again = self.menu.addAction(
            tr("Correct the day of publication…"), self.doings.record_publication
        )
        self.emergency = self.menu.addAction(tr("Declare an emergency…"), self.doings.declare_emergency)
        self.cancel = self.menu.addAction(tr("Cancel this change…"), self.doings.cancel)
        self.more = more_button(self.menu, tr("More"))
        self._lay_out()
        self._connect()
        self.hints = (tr("Creates drafts only. Nothing is sent from here."),)

    def show_item(self, item: Any) -> None:
        """Shows another change, at the step it has come to, or one of its letters."""
        change_id = item.change_id if isinstance(item, LetterVisit) else str(item)
        if change_id != self.change_id:
            self.change_id, self._tried = change_id, None
            self.letter.number = 0
            self.view = change_view(self.context.office, self.change_id)
            self.step = _first_open(self.view)
        if isinstance(item, LetterVisit):
            self.step = LETTERS
        self.reload()
        if isinstance(item, LetterVisit):
            self.letter.go_to(item.customer_id)

    def reload(self) -> None:
        """Reads the change again."""
        if not self.change_id:
            return
        self.view = view = change_view(self.context.office, self.change_id, sent_on=self._tried)
        self._drafts = drafts_of(self.context.office, self.change_id)
        self._show_head(view)
        self._show_figures(view)
        self._show_lacks(view)
        self._show_outdated(view)
        for pane in (self.scope, self.who, self.windows, self.holder, self.text, self.dates, self.window_pane,
                     self.live):  # fmt: skip
            pane.show_view(view)
        self.open_step(self.step)

    def open_step(self, step: int) -> None:
        """Goes to a step."""
        self.step = step
        view = self.view
        if view is None:
            return
        states = [_state(number, view) for number in range(len(STEPS))]
        reached = _first_open(view)
        if states[reached] is not StepState.DONE:
            states[reached] = StepState.CURRENT
        self.steps.set_states(states, shown=step)
        self.left.setCurrentIndex({WHAT: 1, TEXT: 2, LIVE: 3}.get(step, 0))
        two = step not in {WHO, WINDOW}
        self.body.setCurrentIndex(0 if two else 1)
        if two:
            self.right.setCurrentIndex(0 if step == DATES else 1)
            self.right.setVisible(bool(self._drafts) or step not in {WHAT, LIVE})
        else:
            self.wide.setCurrentWidget(self.who if step == WHO else self.window_pane)
        self.letters.set_kind("secondary" if step == LIVE else "primary")
        self._place_panels(step)
        if two and step != DATES:
            self.letter.show_view(view, self._drafts)

    def _place_panels(self, step: int) -> None:
        """What keeps letters or dates from being made comes first; the rest stands below the windows."""
        self.lacks.setVisible(step == LETTERS and self.lacks.count > 0)
        first: dict[QWidget, bool] = {
            self.lacks: self.lacks.blocks,
            self.holder: self.holder.comes_first,
        }
        panels: list[QWidget] = [self.nobody, self.windows, self.holder, self.lacks]
        column = self.board.layout()
        if isinstance(column, QVBoxLayout):
            for at, panel in enumerate(sorted(panels, key=lambda one: not first.get(one, False))):
                column.insertWidget(at, panel)

    def _lay_out(self) -> None:
        for button in (self.bundle, self.published, self.sent, self.letters, self.more):
            self.head.add_action(button)
        self.add_steps(self.steps)
        self.left = QStackedWidget()
        self.board = column_of(self.nobody, self.windows, self.holder, self.lacks)
        for part in (self.board, *map(column_of, (self.scope, self.text, self.live))):
            self.left.addWidget(ScrollColumn(part, margin=PANEL_GAP))
        self.right = QStackedWidget()
        for shown in (self.dates, self.letter):
            self.right.addWidget(ScrollColumn(shown, margin=SCROLL_BAR))
        self.body, self.wide = QStackedWidget(), QStackedWidget()
        left, strip = QWidget(), QHBoxLayout()
        strip.setContentsMargins(0, 0, PANEL_GAP, 0)
        strip.addWidget(self.figures)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PANEL_GAP)
        column.addLayout(strip)
        column.addWidget(self.left, 1)
        two = QWidget()
        row = QHBoxLayout(two)
        row.setContentsMargins(0, 0, SCROLL_BAR, 0)
        row.setSpacing(0)
        for half in (left, self.right):
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(left, LEFT + PANEL_GAP)
        row.addWidget(self.right, RIGHT)
        row.addSpacing(-SCROLL_BAR)
        self.wide.setContentsMargins(0, 0, SCROLL_BAR, 0)
        for pane in (self.who, self.window_pane):
            self.wide.addWidget(pane)
        self.body.addWidget(two)
        self.body.addWidget(self.wide)
        self.add(self.outdated)
        line = QHBoxLayout()
        line.addWidget(self.body)
        line.addSpacing(-SCROLL_BAR)  # in the padding of the page stands the bar of the right column
        self.column.addLayout(line, 1)

    def _connect(self) -> None:
        context, doings = self.context, self.doings
        self.head.back.connect(lambda: context.go("changes"))
        self.steps.opened.connect(self.open_step)
        self.letters.clicked.connect(doings.create_letters)
        self.sent.clicked.connect(doings.mark_sent)
        for publishing in (self.published, self.holder.publish):
            publishing.clicked.connect(doings.record_publication)
        self.bundle.clicked.connect(doings.write_bundle)
        self.scope.move_day.clicked.connect(doings.move_planned)
        for asking in (self.holder.shorter, self.dates.shorter):
            asking.connect(doings.shorter_notice)
        self.holder.keep_off.connect(doings.keep_off)
        self.holder.resolve.connect(doings.resolve)
        self.holder.answer.connect(doings.record_answer)
        self.holder.terms.connect(lambda customer_id: context.go("customers", customer_id))
        self.windows.opened.connect(self._show_group)
        self.dates.tried.connect(self._try_day)
        self.text.wrote.connect(doings.write_text)
        self.text.approve.connect(doings.approve_text)
        self.lacks.fix.connect(self._fix)
        self.window_pane.authorised.connect(doings.record_authorisation)
        self.window_pane.answer.connect(doings.record_answer)
        self.window_pane.keep_off.connect(doings.keep_off)
        self.window_pane.onboarding.connect(self.joining.onboard)
        self.window_pane.take_in.connect(self.joining.take_in)
        self.window_pane.object.connect(doings.record_objection)
        self.window_pane.resolve.connect(doings.resolve)
        self.live.go_live.connect(doings.go_live)

    def _show_head(self, view: ChangeView) -> None:
        change = view.change
        self.head.set_title(title_of(view))
        self.head.set_chips([Chip(state_of(change.state, self.context.say))])
        owner = tr("Owner {name}", name=change.owner) if change.owner else ""
        self.head.set_line((tr("Change {number}", number=change.number), view.purpose, owner))
        count = len(view.waiting)
        self.letters.setText(tr_count("Create {count} letter", "Create {count} letters", count))
        to_write = view.waiting if view.sent == 0 else view.without_letter
        self.letters.setVisible(bool(to_write) and not view.is_over)
        self.sent.setVisible(count > 0 and not view.is_over)
        self.sent.disable_because("" if view.letters else tr("No letter was created yet."))
        self.published.setVisible(bool(view.unpublished))
        self.publish_again.setVisible(bool(view.by_publication and view.change.published_on))
        self.more.setVisible(not view.is_over)
        told = bool(view.sent or view.change.state is ChangeState.LIVE)
        self.bundle.setVisible(told)

    def _show_outdated(self, view: ChangeView) -> None:
        """What customers were told otherwise stands over every step: it takes a new notice."""
        found = needs_new_notice(view.change.number, view.told_otherwise)
        self.outdated.setVisible(bool(found))
        for one in found:
            self.outdated.say(Kind.SERIOUS, f"{self.context.say(one.what)} {self.context.say(one.remedy)}")

    def _show_lacks(self, view: ChangeView) -> None:
        """What letters lack; as long as one of them cannot be written, none is, and the button says why."""
        waiting = {one.id for one in view.waiting}
        unsent = [one for one in self._drafts if one.customer.id in waiting]
        lacks = () if view.is_over else lacks_of(self.context.office, unsent)
        self.lacks.show_lacks(lacks)
        first = next((one for one in lacks if one.blocks), None)
        said = (self.context.say(first.what), self.context.say(first.remedy)) if first else ()
        self.letters.disable_because(" ".join(said))
        self.nobody.setVisible(view.is_empty)
        if view.is_empty and not self.nobody.text():
            self.nobody.say(Kind.INFO, tr("Nobody is affected: an empty change. It needs no letters."))

    def _show_figures(self, view: ChangeView) -> None:
        earliest = view.overall.earliest
        live = (
            Figure(
                value=day(earliest, "d MMM"),
                unit=str(earliest.year),
                caption=tr("goes live, earliest for all"),
            )
            if earliest is not None
            else Figure(value="–", caption=_no_date(view))
        )
        went = tr("notice went out, {away}") if view.sent else tr("notice goes out, {away}")
        customers = len(view.told) + len(view.untold)
        self.figures.set_figures(
            [
                Figure(value=str(len(view.told)), unit=tr("of {count}", count=customers),
                       caption=tr("customers affected")),
                Figure(value=day(view.sent_on, "d MMM"), unit=str(view.sent_on.year),
                       caption=went.format(away=away(view.sent_on, view.today))),
                live,
            ]
        )  # fmt: skip

    def _show_group(self, key: str) -> None:
        group = next((one for one in self.view.groups if one.key == key), None) if self.view else None
        if group is not None:
            self.open_step(DATES)
            self.dates.show_group(group.customers)

    def _try_day(self, when: date | None) -> None:
        self._tried = when
        self.reload()

    def _fix(self, customer_id: str) -> None:
        if customer_id:
            self.context.go("customers", customer_id)
        elif self.view is not None:
            self.context.go("vendor", self.view.vendor.id)


def _no_date(view: ChangeView) -> str:
    count, undecided = len(view.overall.blocked_by), len(view.overall.undecided)
    if undecided and not count:
        return tr_count(
            "no date for all: {count} region-locked customer is undecided",
            "no date for all: {count} region-locked customers are undecided", undecided,
        )  # fmt: skip
    if not count:
        return tr("no customer has to be notified")
    return tr_count("no date for all: {count} has none", "no date for all: {count} have none", count)


def _state(step: int, view: ChangeView) -> StepState:
    """How far a step has come; one that was done and no longer holds is to be checked."""
    done = _is_done(step, view)
    if step == DATES and not done and view.letters:
        return StepState.CHECK
    if step == LETTERS and view.letters and not done:
        return StepState.CHECK
    return StepState.DONE if done else StepState.AHEAD


def _is_done(step: int, view: ChangeView) -> bool:
    earliest = view.overall.earliest
    return {
        WHAT: True,
        WHO: bool(view.told or view.untold),
        DATES: view.is_empty
        or (earliest is not None and (earliest <= view.change.planned_on or view.is_over)),
        TEXT: view.is_empty or view.change.text_approved_on is not None,
        LETTERS: all(one.has_letter for one in view.by_letter),
        WINDOW: view.is_empty or (view.sent > 0 and earliest is not None and earliest <= view.today),
        LIVE: view.change.state is ChangeState.LIVE,
    }[step]


def _first_open(view: ChangeView) -> int:
    """The step that a change has come to: the one after everything that is done."""
    if view.is_over or view.is_empty:
        return LIVE
    if view.sent:
        return LIVE if _is_done(WINDOW, view) else WINDOW
    return next((step for step in (TEXT, LETTERS) if not _is_done(step, view)), LETTERS)
