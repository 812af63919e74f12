"""The right column of Home: the register in figures, and what happened since one was last here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.domain.message import msg
from vendorrisk.ui.review.home_words import near
from vendorrisk.ui.widgets.charts.bars import Share, ShareBars
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, Phrase, Piece, figure, figure_pieces
from vendorrisk.ui.widgets.panels import Mark, Panel
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import SPACE_2, Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.home import Lately
    from vendorrisk.usecases.home_register import Register

ROW: Final = 28
WEEK: Final = 7
_SHARES: Final = (
    ("assessed", mark("Assessed in 12 months")),
    ("agreement", mark("Valid DPA")),
    ("evidence", mark("Valid certificate or report")),
)


class RegisterPanel(Panel):
    """Active vendors, three shares of them, how many are at high risk and how many outside the EEA."""

    opened = Signal(str)
    """The share that the person wants to see behind."""

    def __init__(self) -> None:
        super().__init__(tr("Register"))
        self.active = figure("", "", role=FontRole.BIG_NUMBER)
        self.joined = Label(role=FontRole.CAPTION, tone="text2")
        self.shares = ShareBars(name=tr("Register"))
        self.shares.opened.connect(self.opened)
        self.shares.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.high = Label()
        self.high_mark = Mark(Kind.SERIOUS)
        self.high_mark.hide()
        self.outside = Label(tone="text2")
        self.add_gap(9)
        self.add_layout(_row(self.active, self.joined))
        self.add_gap(9)
        self.add(self.shares)
        self.add_line("hair")
        self.add_gap(SPACE_2)
        self.add_layout(_row(self.high_mark, self.high, None, self.outside))

    def show_figures(self, found: Register, today: date) -> None:
        """Shows other figures."""
        self.active.set_pieces(
            figure_pieces(
                str(found.active), tr("active vendors") if found.active != 1 else tr("active vendor"),
                role=FontRole.BIG_NUMBER,
            )
        )  # fmt: skip
        self.joined.setText(tr("+{count} since {day}", count=found.joined, day=near(found.since, today)))
        self.joined.setVisible(found.joined > 0)
        self.shares.show_shares(
            [
                Share(key=key, label=tr(label), part=getattr(found, key), whole=found.active)
                for key, label in _SHARES
            ]
        )
        self.outside.setText(tr("{count} outside the EEA", count=found.outside_eea))

    def show_high(self, count: int) -> None:
        """Shows how many vendors are at high risk, which takes longer to count than the rest."""
        self.high.setText(tr("{count} high risk", count=count))
        self.high_mark.show()
        self.high_mark.set_kind(Kind.SERIOUS if count else Kind.GOOD)


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
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for told in found.told:
            self._lines.addWidget(_told(told.actor, self._what(told.action, told.times)))
        if not found.told:
            nothing = ElidingLabel(tr("Nothing was changed."), tone="text2")
            current_theme().keep_height(nothing, ROW)
            self._lines.addWidget(nothing)

    def _what(self, action: str, times: int) -> str:
        label = self._context.say(msg(f"action.{action}"))
        label = label[:1].lower() + label[1:]
        return (
            label if times == 1 else tr_count("{label}, once", "{label}, {count} times", times, label=label)
        )


def _told(actor: str, what: str) -> Phrase:
    row = Phrase(Piece(text=actor, role=FontRole.MEDIUM), Piece(text=what, tone="text2"), gap=5)
    current_theme().keep_height(row, ROW)
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
    placed = list(widgets) if None in widgets else [*widgets[:-1], None, widgets[-1]]
    for widget in placed:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
