"""Parts of a change's page: the notice windows, and whoever holds the date back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.domain.notice.objections import OPEN_STATES
from vendorrisk.domain.notice.shorter import may_be_asked
from vendorrisk.ui.notice.change_words import (
    channel_of,
    is_asked,
    names_of,
    shorter_standing,
    windows_of,
)
from vendorrisk.ui.widgets.buttons import primary, secondary
from vendorrisk.ui.widgets.charts.windows import WindowsChart
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.flow_layout import FlowLayout
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, wrapping
from vendorrisk.ui.widgets.panels import Mark, Panel
from vendorrisk.ui.widgets.tokens import PANEL_PADDING, SPACE_2, SPACE_3, SPACE_4, Kind
from vendorrisk.ui.widgets.words import joined, mark, tr, tr_count
from vendorrisk.usecases.notice.together import Pace

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.notice.change_view import ChangeView, Told

INDENT: Final = 24
MOST_GROUPS: Final = 6
"""So many rows of windows leave the panel under them in sight at a height of 768."""
MOST_LINES: Final = 2
"""Of the sum only its end: all of it stands on the Dates step."""


class WindowsPanel(Panel):
    """Customers by contract terms with their windows on one axis."""

    opened = Signal(str)
    """The key of a group whose customers the person wants to see."""

    def __init__(self) -> None:
        super().__init__(tr("Notice windows"), note=tr("by contract terms"), gap=0, foot=1)
        self.chart = WindowsChart(name=tr("Notice windows"))
        self.chart.opened.connect(self.opened)
        self.add(self.chart, bleed=PANEL_PADDING - 1)

    def show_view(self, view: ChangeView) -> None:
        """Shows another change, or another day of sending."""
        self.setVisible(bool(view.groups))
        self.chart.show_windows(windows_of(view))
        self.chart.updateGeometry()


class HolderPanel(QFrame):
    """Who holds the date for all, the sum in words, the date without them, and the ways out.

    Once the notices are out, the way out that is ours to take next is the filled button of the page.
    """

    resolve = Signal(str)
    """The objection whose outcome the person wants to record."""
    answer = Signal(str)
    """The customer whose approval the person wants to record."""
    shorter = Signal(str)
    """The customer who is asked for a shorter notice, or has answered."""
    keep_off = Signal(str)
    """The customer who shall not go along."""
    terms = Signal(str)
    """The customer whose terms the person wants to see."""

    def __init__(self, say: Callable[[Message], str]) -> None:
        super().__init__()
        self.setProperty("frame", "panel")
        self._say = say
        self._customer = ""
        self._objection = ""
        self.comes_first = False
        self.mark = Mark(Kind.SERIOUS)
        self.title = ElidingLabel(role=FontRole.STRONG)
        self.why = wrapping("")
        self.sum = wrapping("", tone="text")
        self.without = Label()
        self.settle = primary("")
        self.ask = secondary(tr("Ask for shorter notice…"))
        self.publish = secondary(tr("Record publication…"))
        self.off = secondary(tr("Exclude…"))
        self.see_terms = secondary(tr("Contract terms"))
        self.settle.clicked.connect(self._on_settle)
        self.ask.clicked.connect(lambda: self.shorter.emit(self._customer))
        self.off.clicked.connect(lambda: self.keep_off.emit(self._customer))
        self.see_terms.clicked.connect(lambda: self.terms.emit(self._customer))
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL_PADDING - 1, SPACE_3, PANEL_PADDING - 1, SPACE_3)
        column.setSpacing(SPACE_2)
        top = QHBoxLayout()
        top.setSpacing(SPACE_2)
        top.addWidget(self.mark)
        top.addWidget(self.title, 1)
        top.addWidget(self.without)
        column.addLayout(top)
        inner = QVBoxLayout()
        inner.setContentsMargins(INDENT, 0, 0, 0)
        inner.setSpacing(SPACE_2)
        inner.addWidget(self.why)
        inner.addWidget(self.sum)
        verbs = FlowLayout(gap=SPACE_2)
        for widget in (self.settle, self.ask, self.publish, self.off, self.see_terms):
            verbs.addWidget(widget)
        inner.addLayout(verbs)
        column.addLayout(inner)

    def show_view(self, view: ChangeView) -> None:
        """Shows who holds this change back; nothing where nobody has to be told."""
        holders = view.holders
        self.setVisible(bool(holders) and not view.is_over)
        if not holders:
            return
        first = next((one for one in holders if open_objection(one)), holders[0])
        self._customer, self._objection = first.id, open_objection(first)
        self.comes_first = bool(view.overall.blocked_by) or len(view.groups) > MOST_GROUPS
        self._offer_to_settle(view, first)
        self.title.setText(_title(view))
        self.why.setText(self._why(view, first))
        self.sum.setText(self._sum(view, first))
        without = view.overall.without_them
        self.without.setText(tr("Earliest date without: {day}", day=day(without)) if without else "")
        self.ask.setVisible(first.pace is Pace.NOTICE and may_be_asked(view.change, first.terms))
        self.ask.setText(tr("Record their answer…") if is_asked(first) else tr("Ask for shorter notice…"))
        self.publish.setVisible(any(one in view.unpublished for one in holders))
        self.off.setText(
            tr("Exclude…") if len(holders) == 1 else tr("Exclude {name}…", name=first.customer.name)
        )

    def _offer_to_settle(self, view: ChangeView, first: Told) -> None:
        name = first.customer.name
        outcome = tr("Record outcome for {name}…", name=name)
        self.settle.setText(outcome if self._objection else tr("Record answer of {name}…", name=name))
        waits = bool(self._objection) or first.pace is Pace.CONSENT
        self.settle.setVisible(bool(view.overall.blocked_by) and bool(view.sent) and waits)

    def _on_settle(self) -> None:
        if self._objection:
            self.resolve.emit(self._objection)
        else:
            self.answer.emit(self._customer)

    def _why(self, view: ChangeView, first: Told) -> str:
        if view.overall.blocked_by:
            return names_of([one.customer.name for one in view.holders], most=4)
        parts = [
            tr_count("{count} day by {way}", "{count} days by {way}", first.terms.notice_days,
                     way=channel_of(first.terms.channel).lower()),
            tr("clause {clause}", clause=first.terms.clause) if first.terms.clause else "",
            tr("our standard terms, the contract is silent") if first.terms.assumed else "",
        ]  # fmt: skip
        rests_on = joined(*parts)
        return joined(rests_on, shorter_standing(first), by=" · ")

    def _sum(self, view: ChangeView, first: Told) -> str:
        if not view.overall.blocked_by:
            return "\n".join(self._say(step) for step in first.dates.steps[-MOST_LINES:])
        reasons: dict[str, int] = {}
        for one in view.holders:
            if one.dates.why is not None:
                said = self._say(one.dates.why)
                reasons[said] = reasons.get(said, 0) + 1
        return "\n".join(f"{count} × {said}" if count > 1 else said for said, count in reasons.items())


def open_objection(one: Told) -> str:
    """The id of an objection of this customer that nobody has settled yet; empty where there is none."""
    return next((raised.id for raised in one.objections if raised.state in OPEN_STATES), "")


def _title(view: ChangeView) -> str:
    names = [one.customer.name for one in view.holders]
    gained = view.overall.days_gained
    if view.overall.blocked_by:
        return tr_count(
            "{name} has no date yet", "{count} customers have no date yet", len(names), name=names[0]
        )
    if gained is None:
        return tr("All customers have the same date")
    if len(names) == 1:
        one = mark("{name} holds the date back by {count} day")
        many = mark("{name} holds the date back by {count} days")
    else:
        one = mark("{number} customers hold the date back by {count} day")
        many = mark("{number} customers hold the date back by {count} days")
    return tr_count(one, many, gained, name=names[0], number=len(names))


def column_of(*widgets: QWidget) -> QWidget:
    """Widgets one below the other, the rest of the room left free."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_4)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return holder
