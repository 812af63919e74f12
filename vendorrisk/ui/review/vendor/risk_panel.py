"""The risk of an engagement: the score, its way over the years, its parts, and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.domain.diligence.arithmetic import digits
from vendorrisk.domain.message import msg
from vendorrisk.ui.widgets.charts.bars import Reason, ReasonBars
from vendorrisk.ui.widgets.charts.line import Point
from vendorrisk.ui.widgets.charts.sparkline import Sparkline
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.dialogs import MIDDLE, Dialog
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label, figure, figure_pieces, line, wrapping
from vendorrisk.ui.widgets.panels import Panel
from vendorrisk.ui.widgets.tokens import SPACE_1, SPACE_2, SPACE_4
from vendorrisk.ui.widgets.words import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.diligence.risk_view import RiskView

LEAST_POINTS: Final = 2


class RiskPanel(Panel):
    """Explains one score; the arithmetic itself opens on demand."""

    def __init__(self, say: Callable[[Message], str]) -> None:
        super().__init__(tr("Risk"), gap=0)
        self._say = say
        self._view: RiskView | None = None
        self.how = self.add_link(tr("How it is computed"))
        self.how.clicked.connect(self.explain)
        self.figure = figure("", role=FontRole.SCORE)
        self.line = Sparkline(name=tr("Score over the years"), what=tr("Score"))
        self.bars = ReasonBars(name=tr("What the score is made of"))
        self.remark = wrapping("", role=FontRole.CAPTION)
        self.lifted = Label("", role=FontRole.CAPTION, tone="text2")
        top, score = QHBoxLayout(), QVBoxLayout()
        score.setSpacing(0)
        score.addWidget(self.figure)
        score.addWidget(self.lifted)
        score.addStretch(1)
        top.addLayout(score, 1)
        top.addWidget(self.line)
        self.figure.setContentsMargins(0, 0, 0, 0)
        self.figure.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Preferred)
        self.line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.add_layout(top)
        self.add_gap(SPACE_2)
        self.add(self.bars)
        self.add_gap(SPACE_2)
        self.add(self.remark)
        self.add_stretch()

    def show_risk(self, view: RiskView) -> None:
        """Shows another risk."""
        self._view = view
        if view.score is None or view.band is None:
            self.figure.set_pieces(figure_pieces("–", tr("not rated"), role=FontRole.SCORE))
        else:
            unit = tr("of 100, {band}", band=self._say(msg(f"Band.{view.band}")).lower())
            self.figure.set_pieces(figure_pieces(str(round(view.score)), unit, role=FontRole.SCORE))
        self.lifted.setText(tr_count("raised by one band", "raised by {count} bands", view.lifted))
        self.lifted.setVisible(view.lifted > 0)
        self.how.setVisible(bool(view.steps))
        self.line.setVisible(len(view.points) >= LEAST_POINTS)
        self.line.show_points(
            [
                Point(
                    key=one.day.isoformat(), when=str(one.day.year), value=round(one.score),
                    said=tr("{score} of 100 on {day}", score=round(one.score), day=day(one.day)),
                )
                for one in view.points
            ]
        )  # fmt: skip
        self.bars.show_reasons(
            [
                Reason(
                    key=one.name, label=self._say(msg(f"share.{one.name}")), points=one.points,
                    avoidable=one.avoidable,
                )
                for one in view.shares
            ]
        )  # fmt: skip
        self.bars.setVisible(bool(view.shares))
        self.remark.setText(" ".join(self._say(one) for one in view.remarks))
        self.remark.setVisible(bool(view.remarks))

    def explain(self) -> None:
        """Opens the arithmetic, line by line."""
        if self._view is not None:
            dialog = Arithmetic(self.window(), self._view, self._say)
            dialog.open()


class Arithmetic(Dialog):
    """The lines by which a score came about; there is nothing to decide here."""

    def __init__(self, parent: QWidget, view: RiskView, say: Callable[[Message], str]) -> None:
        score = round(view.score) if view.score is not None else "–"
        super().__init__(parent, tr("How {score} of 100 is computed", score=score), width=MIDDLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about = tr(
            "Impact and exposure come from the ratings of the engagement, what controls take away from the "
            "reviewed answers, and open findings add to what remains."
        )
        self.body.addWidget(wrapping(about))
        self.body.addSpacing(SPACE_2)
        self.body.addWidget(self._lines(view, say))
        if view.tier is not None:
            told = [tr("Tier {tier}.", tier=view.tier.final), *map(say, view.tier.reasons)]
            self.body.addSpacing(SPACE_2)
            self.body.addWidget(wrapping(" ".join(told)))
        self.offer_close()

    @staticmethod
    def _lines(view: RiskView, say: Callable[[Message], str]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_4)
        grid.setVerticalSpacing(SPACE_1)
        grid.setColumnStretch(1, 1)
        titles = (tr("Step"), tr("Calculation"), tr("Result"))
        for column, title in enumerate(titles):
            grid.addWidget(Label(title, role=FontRole.CAPTION_STRONG, tone="text2"), 0, column)
        grid.addWidget(line(), 1, 0, 1, len(titles))
        for number, step in enumerate(view.steps, start=2):
            result = Label(digits(step.result), role=FontRole.MEDIUM)
            result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapping(say(step.what), tone="text"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapping(step.formula), number, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(result, number, 2)
        return holder
