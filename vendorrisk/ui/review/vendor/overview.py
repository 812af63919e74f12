"""The first tab of a vendor: what needs somebody, facts, places; risk and timeline beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vendorrisk.ui.register.vendor_words import kind_of, status_of
from vendorrisk.ui.review.vendor.attention_panel import AttentionPanel
from vendorrisk.ui.review.vendor.facts_panel import FactsPanel
from vendorrisk.ui.review.vendor.record_panel import RecordPanel
from vendorrisk.ui.review.vendor.risk_panel import RiskPanel
from vendorrisk.ui.widgets.buttons import primary
from vendorrisk.ui.widgets.charts.timeline import Event, Timeline
from vendorrisk.ui.widgets.columns import Cell, Column
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.panels import EmptyState, Panel
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PANEL_GAP
from vendorrisk.ui.widgets.words import joined, tr
from vendorrisk.usecases.register.places import places_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.register.places import Place
    from vendorrisk.usecases.review.vendor_sheet import VendorSheet

LEFT, RIGHT = 718, 400
"""How the width is shared between the two columns."""
LEAST: Final = 880
"""Pixels at 100 % text that both need to stand beside each other."""
EVENTS: Final = 8


def place_columns(context: Context) -> list[Column]:
    """Returns the columns of places."""
    say = context.say

    def name(place: Place) -> str:
        country = place.name if isinstance(place.name, str) else say(place.name)
        return joined(place.place, country)

    def truth(key: str, title: str, read: Callable[[Place], bool]) -> Column:
        return Column(key=key, title=title, value=read, kind=Cell.TRUTH, width=76,
                      text=lambda place: tr("Yes") if read(place) else tr("No"))  # fmt: skip

    return [
        Column(key="place", title=tr("Place"), value=name, width=156, strong=True),
        truth("stores", tr("Storage"), lambda place: place.stores),
        truth("reaches", tr("Access"), lambda place: place.reaches),
        Column(key="purpose", title=tr("Purpose"), value=lambda place: place.purpose, width=140),
        Column(key="mechanism", title=tr("Transfer"), width=112,
               value=lambda place: say(place.mechanism) if place.mechanism else ""),
        Column(key="transfer", title=tr("Today"), kind=Cell.STATUS, width=112,
               value=lambda place: status_of(place.transfer, say) if place.transfer else None),
    ]  # fmt: skip


class Overview(QWidget):
    """Everything at one look. What is clicked is announced by its panels; the page acts on it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        self.begin = primary(tr("New engagement"))
        sentence = tr("It has no engagement yet. Add one: what it does, and for which of our services.")
        self.empty = Panel(tr("Engagements"))
        self.empty.add(EmptyState(sentence, first=self.begin))
        self.attention = AttentionPanel(say)
        self.facts = FactsPanel(context)
        self.places = RecordPanel(
            tr("Locations"), place_columns(context), add=tr("Add location"),
            nothing=tr("No location is on record. Add where data is stored and from where it is accessed."),
        )  # fmt: skip
        self.risk = RiskPanel(say)
        self.timeline = Timeline(name=tr("Timeline"))
        self.story = Panel(tr("Timeline"))
        self.full_log = self.story.add_link(tr("Full log"))
        self.quiet = wrapping(tr("Nothing has happened yet."))
        self._lay_out()

    def _lay_out(self) -> None:
        self.story.add(self.quiet)
        self.story.add(self.timeline)
        self.story.add_stretch()
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, panels in (
            (left, (self.empty, self.attention, self.facts, self.places)),
            (right, (self.risk, self.story)),
        ):
            column.setSpacing(PANEL_GAP)
            for panel in panels:
                column.addWidget(panel, panel in {self.places, self.story})
            column.addStretch()
        self._columns = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, PANEL_GAP, 0, 0)
        whole.addLayout(row)
        whole.addStretch(1)
        row.setSpacing(PANEL_GAP)
        row.addLayout(left, LEFT)
        row.addLayout(right, RIGHT)

    def minimumSizeHint(self) -> QSize:
        """Can be as narrow as its widest panel: they stand below each other where two have no room."""
        panels = (self.empty, self.attention, self.facts, self.places, self.risk, self.story)
        widest = max(panel.minimumSizeHint().width() for panel in panels if not panel.isHidden())
        return QSize(widest + self.contentsMargins().right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Looks again whether both columns have room: large text must not make the page scroll sideways."""
        super().resizeEvent(event)
        fits = self.width() >= current_theme().px(LEAST)
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if wanted != self._columns.direction():
            self._columns.setDirection(wanted)
            self.updateGeometry()

    def show_sheet(self, sheet: VendorSheet, engagement: Engagement | None) -> None:
        """Shows a vendor and one of its engagements."""
        self.attention.show_attention(sheet.attention, sheet.ahead)
        self.facts.show_facts(sheet, engagement)
        self.empty.setVisible(engagement is None)
        self.places.setVisible(engagement is not None)
        self.risk.setVisible(engagement is not None)
        if engagement is not None:
            self.places.show_rows(places_of(sheet.facts, engagement.id))
            self.risk.show_risk(sheet.risks[engagement.id])
        self._show_story(sheet)

    def first(self) -> QWidget:
        """Returns where the keyboard begins: on what is most urgent, else on the first fact."""
        if self.empty.isVisibleTo(self):
            return self.begin
        return next(iter(self.attention.buttons), None) or self.facts.facts.row("legal_name")

    def edit_here(self) -> None:
        """Opens the place the keyboard is on, else the fact it is on, else the first fact."""
        if self.places.table.hasFocus():
            self.places.open_current()
        else:
            self.facts.facts.edit_here()

    def take_focus(self) -> None:
        """Puts the keyboard there."""
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_story(self, sheet: VendorSheet) -> None:
        say = self._context.say
        events, told = [], set()
        for number, one in enumerate(sheet.story[:EVENTS]):
            detail = say(one.detail)
            again = (one.day, detail) in told  # one reason given for several moves of a day is said once
            told.add((one.day, detail))
            event = Event(
                key=f"{number}/{one.record_id}", day=one.day, kind=kind_of(one.signal),
                title=say(one.title), detail="" if again else detail,
            )  # fmt: skip
            events.append(event)
        self.timeline.show_events(events)
        self.quiet.setVisible(not sheet.story)
        self.timeline.setVisible(bool(sheet.story))
