"""The right column of Home: the register in figures, and what happened since one was last here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.domain.message import msg
from vendorrisk.ui.review.home_words import near
from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.charts.bars import Share, ShareBars
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, Phrase, Piece, tip
from vendorrisk.ui.widgets.layouts import empty
from vendorrisk.ui.widgets.panels import Mark, Panel
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PANEL_PADDING, SPACE_1, Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.buttons import Button
    from vendorrisk.usecases.review.home import Lately
    from vendorrisk.usecases.review.home_register import Register

ROW: Final = 28
TOLD: Final = 26
"""A line of what happened lately: with four of them Home fits a screen of 768 under a title bar."""
LINK_INSET: Final = 4
"""The room inside a link after its last letter."""
WEEK: Final = 7
SHARES: Final = (
    ("assessed", mark("Assessed in 12 months")),
    ("agreement", mark("Valid agreement")),
    ("evidence", mark("Valid certificate or report")),
)


class RegisterPanel(Panel):
    """Vendors in use, three shares of them, how many are at high risk and how many outside the EEA.

    Every number is a link to the vendors that were counted.
    """

    opened = Signal(str)
    """The figure that the person wants to see behind: a field of `Register`, or "high"."""

    def __init__(self) -> None:
        super().__init__(tr("Register"))
        self.found: Register | None = None
        self.high_ids: tuple[str, ...] = ()
        self.active = Label(role=FontRole.BIG_NUMBER)
        self.active_link = self._link("active", "")
        self.joined = self._link("joined", tr("Vendors all of whose engagements went live this quarter."))
        self.shares = ShareBars(name=tr("Register"))
        self.shares.opened.connect(self.opened)
        self.shares.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.high = self._link("high", tr("Vendors in use with a high or critical risk after controls."))
        self.high_mark = Mark(Kind.SERIOUS)
        self.high_mark.hide()
        self.high.hide()
        for first in (self.active_link, self.high):
            first.setProperty("starts", "true")
        self.outside = self._link(
            "outside_eea",
            tr(
                "Vendors in use that store or access data outside the EEA today. "
                "Not known: no location is on record."
            ),
        )
        self.outside.setProperty("ends", "true")
        self.joined.setProperty("ends", "true")
        self.add_gap(5)
        self._add_row(self.active, self.active_link, None, self.joined)
        self.add_gap(5)
        self.add(self.shares)
        self.add_line("hair")
        self.add_gap(SPACE_1)
        self._beside = self._add_row(self.high_mark, self.high, None, self.outside)
        self._below = self._add_row()

    def show_figures(self, found: Register, today: date) -> None:
        """Shows other figures."""
        self.found = found
        count = len(found.active)
        self.active.setText(str(count))
        self.active_link.setText(tr("vendors in use") if count != 1 else tr("vendor in use"))
        about = tr("Vendors with a sub-processor engagement that is live, suspended or being reassessed.")
        self.active_link.setToolTip(tip(about))
        self.active_link.setAccessibleName(f"{count} {self.active_link.text()}")
        joined = len(found.joined)
        self.joined.setText(tr("+{count} since {day}", count=joined, day=near(found.since, today)))
        self.joined.setVisible(joined > 0)
        self.shares.show_shares(
            [
                Share(key=key, label=tr(label), part=len(getattr(found, key)), whole=count)
                for key, label in SHARES
            ]
        )
        known, unknown = len(found.outside_eea), len(found.nowhere)
        self.outside.setText(
            tr("{count} outside the EEA, {unknown} not known", count=known, unknown=unknown)
            if unknown
            else tr("{count} outside the EEA", count=known)
        )
        self._place_outside()

    def show_high(self, ids: tuple[str, ...]) -> None:
        """Shows which vendors are at high risk, which takes longer to count than the rest."""
        self.high_ids = ids
        self.high.setText(tr("{count} high risk", count=len(ids)))
        self.high.show()
        self.high_mark.show()
        self.high_mark.set_kind(Kind.SERIOUS if ids else Kind.GOOD)
        self._place_outside()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width out again."""
        super().resizeEvent(event)
        self._place_outside()

    def _place_outside(self) -> None:
        """The last link goes under the one before it where both are longer than the line."""
        parts = (self.high_mark, self.high, self.outside)
        wanted = sum(part.sizeHint().width() + self._beside.spacing() for part in parts)
        here, there = self._beside, self._below
        if wanted > self.width() - 2 * PANEL_PADDING + LINK_INSET:
            here, there = there, here
        if here.indexOf(self.outside) < 0:
            there.removeWidget(self.outside)
            here.addWidget(self.outside, 0, Qt.AlignmentFlag.AlignRight)

    def _add_row(self, *widgets: QWidget | None) -> QHBoxLayout:
        """Adds a row whose last link ends on the padding: the room inside a link hangs over it."""
        row = _row(*widgets)
        self.add_layout(row)
        margins = row.contentsMargins()
        row.setContentsMargins(margins.left(), 0, margins.right() - LINK_INSET, 0)
        return row

    def _link(self, key: str, about: str) -> Button:
        found = link("")
        found.setToolTip(tip(about))
        found.clicked.connect(lambda: self.opened.emit(key))
        return found


class LatelyPanel(Panel):
    """What others did since one's last day here, a line per person and kind of step."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Lately"))
        self._context = context
        self.activity = self.add_link(tr("Activity"))
        self.activity.clicked.connect(lambda: context.go("activity"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.add_layout(self._lines)
        self.add_stretch()

    def show_lately(self, found: Lately, today: date) -> None:
        """Tells of other steps."""
        self.set_heading(_title(found.since, today))
        empty(self._lines)
        for told in found.told:
            self._lines.addWidget(_told(told.actor, self._what(told.action, told.times)))
        if not found.told:
            nothing = ElidingLabel(tr("Nothing was changed."), tone="text2")
            current_theme().keep_height(nothing, ROW)
            self._lines.addWidget(nothing)

    def _what(self, action: str, times: int) -> str:
        label = self._context.say(msg(f"action.{action}"))
        return (
            label if times == 1 else tr_count("{label}, once", "{label}, {count} times", times, label=label)
        )


def _told(actor: str, what: str) -> Phrase:
    row = Phrase(Piece(text=f"{actor}:", role=FontRole.MEDIUM), Piece(text=what, tone="text2"), gap=5)
    current_theme().keep_height(row, TOLD)
    return row


def _title(since: date | None, today: date) -> str:
    if since is None:
        return tr("Lately")
    if (today - since).days < WEEK:
        return tr("Since {day}", day=day(since, "dddd"))
    return tr("Since {day}", day=near(since, today))


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """A row of widgets with a stretch before the last one, or where None stands."""
    row = QHBoxLayout()
    row.setSpacing(6)
    placed = list(widgets) if None in widgets or not widgets else [*widgets[:-1], None, widgets[-1]]
    for widget in placed:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
