"""The dates of every customer with the sum behind each, and what if the notices went out another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.domain.notice.shorter import may_be_asked
from vendorrisk.ui.notice.change_words import channel_of, is_asked, shorter_standing
from vendorrisk.ui.notice.lists import ListTable
from vendorrisk.ui.widgets.buttons import link, secondary
from vendorrisk.ui.widgets.columns import Cell, Column, Status
from vendorrisk.ui.widgets.date_field import DateField
from vendorrisk.ui.widgets.dates import Unreadable
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.panels import Panel
from vendorrisk.ui.widgets.query import Sort
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PANEL_GAP, SPACE_2, Kind
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.notice.together import Pace

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.notice.change_view import ChangeView, Told

DAY_WIDTH = 160
SUM_HEIGHT = 152
WAITING_FIRST = (Sort("state", descending=True), Sort("name"))
"""Customers without a date come first: they are what there is to do."""


class DatesPane(QWidget):
    """A table of all affected customers; the sum of the current one stands under it in words."""

    tried = Signal(object)
    """The day on which the notices are supposed to go out, or None for the real one."""
    shorter = Signal(str)
    """The customer who is asked for a shorter notice, or has answered."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: ChangeView | None = None
        self._shown = ""
        self.day = DateField()
        self.day.control.setAccessibleName(tr("If the notices go out on"))
        current_theme().keep_width(self.day, DAY_WIDTH)
        self.wrong = wrapping("", role=FontRole.CAPTION, tone="critical")
        self.back = link(tr("Today"))
        self.asked = Label(tr("If the notices go out on"), tone="text2")
        self.list = ListTable(
            self._columns(), name=tr("Dates of each customer"), sort=WAITING_FIRST, optional={"state"}
        )
        self.sum = Panel(tr("How it was counted"))
        self.steps = wrapping("", tone="text")
        self.standing = wrapping("")
        self.ask = secondary(tr("Ask for shorter notice…"), small=True)
        self._lay_out()
        self.ask.clicked.connect(lambda: self.shorter.emit(self._shown))
        self.day.edited.connect(lambda: self._complain(None))
        self.day.refused.connect(lambda: self._complain(self.day.problem()))
        self.day.committed.connect(self._on_day)
        self.back.clicked.connect(lambda: self.tried.emit(None))
        self.list.table.current.connect(self._show_sum)
        self.list.table.opened.connect(lambda customer_id: context.go("customers", customer_id))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PANEL_GAP)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        for widget in (self.asked, self.day, self.back):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.wrong)
        column.addWidget(self.list, 1)
        self.sum.add(self.steps)
        self.sum.add(self.standing)
        verbs = QHBoxLayout()
        verbs.addWidget(self.ask)
        verbs.addStretch(1)
        self.sum.add_gap(SPACE_2)
        self.sum.add_layout(verbs)
        self.sum.add_stretch()
        current_theme().keep_height(self.sum, SUM_HEIGHT, may_grow=True)
        column.addWidget(self.sum)

    def show_view(self, view: ChangeView) -> None:
        """Shows another change, or another day of sending."""
        self._view = view
        for widget in (self.asked, self.day, self.back):
            widget.setVisible(view.sent == 0 and not view.is_over)
        self.day.load(view.sent_on)
        self._complain(None)
        self.back.setEnabled(view.sent_on != view.today)
        self.list.show_rows(view.told)
        self._show_sum(self.list.table.current_id() or (view.holders or view.told or (None,))[0])

    def show_group(self, customers: tuple[str, ...]) -> None:
        """Selects the customers of one group."""
        self.list.table.select_ids(customers)
        if customers:
            self.list.table.go_to(customers[0])

    def _show_sum(self, which: str | Told | None) -> None:
        told = self._view.told if self._view else ()
        one = next((one for one in told if one.id == which), None) if isinstance(which, str) else which
        if one is None or self._view is None:
            return
        self._shown = one.id
        may = (
            one.pace is Pace.NOTICE and may_be_asked(self._view.change, one.terms) and not self._view.is_over
        )
        self.ask.setVisible(may)
        self.ask.setText(tr("Record their answer…") if is_asked(one) else tr("Ask for shorter notice…"))
        self.standing.setText(shorter_standing(one))
        self.standing.setVisible(bool(self.standing.text()))
        self.sum.set_heading(tr("How it was counted"), note=one.customer.name)
        steps = [self._context.say(step) for step in one.dates.steps]
        if one.dates.why is not None:
            steps.append(self._context.say(one.dates.why))
        if one.dates.remedy is not None:
            steps.append(self._context.say(one.dates.remedy))
        self.steps.setText("\n".join(steps))

    def _on_day(self) -> None:
        tried = self.day.value()
        if self._view is not None and tried is not None and tried < self._view.today:
            self._complain(
                Unreadable(what=tr("This day has passed."), remedy=tr("Give today or a later one."))
            )
        else:
            self.tried.emit(tried)

    def _complain(self, problem: Unreadable | None) -> None:
        """Says under the day why the table does not follow it; otherwise it seems to."""
        self.wrong.setText(f"{problem.what} {problem.remedy}" if problem else "")
        self.wrong.setVisible(problem is not None)
        self.day.mark(problem)

    def _columns(self) -> list[Column]:
        return [
            Column(key="name", title=tr("Customer"), value=lambda one: one.customer.name, strong=True,
                   sort_key="name"),
            Column(key="way", title=tr("Sent by"), value=lambda one: channel_of(one.terms.channel), fold=3),
            Column(key="notice", title=tr("Notice until"), value=lambda one: one.dates.last_notice_day,
                   kind=Cell.DATE, sort_key="notice", fold=2),
            Column(key="object", title=tr("May object until"), kind=Cell.DATE, sort_key="object",
                   value=lambda one: one.dates.last_objection_day, fold=1),
            Column(key="earliest", title=tr("Use from"), value=lambda one: one.dates.earliest,
                   kind=Cell.DATE, sort_key="earliest"),
            Column(key="state", title=tr("Waits for"), value=waits_for, kind=Cell.STATUS,
                   sort_key="state"),
        ]  # fmt: skip


def waits_for(one: Told) -> Status | None:
    """What keeps a customer without a date, if anything."""
    if one.pace is Pace.KEPT_OFF:
        return Status(Kind.NEUTRAL, tr("Excluded"), chip=False)
    if one.dates.earliest is not None:
        return None
    if one.dates.pack_due:
        return Status(Kind.WARN, tr("Onboarding"))
    if any(state.state in {"RECEIVED", "IN_DISCUSSION"} for state in one.objections):
        return Status(Kind.SERIOUS, tr("Objection"))
    return Status(Kind.WARN, tr("Approval") if one.pace is Pace.CONSENT else tr("A missing fact"))
