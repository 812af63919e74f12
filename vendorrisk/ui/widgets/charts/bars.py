"""Bars that start at zero: the reasons of a score with their points, and shares of a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize

from vendorrisk.ui.widgets.charts.chart import Chart, ChartData, ChartRow, Spot
from vendorrisk.ui.widgets.delegates import draw_share
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.painting import RIGHT, baseline, draw_text, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_4, Kind
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

REASON_ROW: Final = 28
REASON_BAR: Final = 10
REASON_LABEL: Final = 160
REASON_POINTS: Final = 58
SHARE_ROW: Final = 40
SHARE_TEXT: Final = 11
SHARE_TOP: Final = 25
SHARE_BAR: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What adds points to a score; `avoidable` is what we could mend."""

    key: str
    label: str
    points: int
    avoidable: bool = False


class ReasonBars(Chart):
    """One bar per reason; the points beside them add up to the score."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self._reasons: tuple[Reason, ...] = ()

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Shows other reasons."""
        self._reasons = tuple(reasons)
        self.rebuild()

    def sizeHint(self) -> QSize:
        """Returns the height of all reasons."""
        px = current_theme().px
        return QSize(px(REASON_LABEL + REASON_POINTS + 100), px(REASON_ROW) * len(self._reasons))

    def _box(self, number: int) -> QRect:
        height = current_theme().px(REASON_ROW)
        return QRect(0, number * height, self.width(), height)

    def _label_width(self) -> int:
        widest = max((text_width(reason.label, FontRole.BODY) for reason in self._reasons), default=0)
        most = self.width() // 2
        return max(current_theme().px(REASON_LABEL), min(most, widest + SPACE_4))

    def draw(self, painter: QPainter) -> None:
        """Draws labels, bars and points."""
        most = max((reason.points for reason in self._reasons), default=1) or 1
        for number, reason in enumerate(self._reasons):
            self._draw_reason(painter, self._box(number), reason, reason.points / most)

    def _draw_reason(self, painter: QPainter, box: QRect, reason: Reason, share: float) -> None:
        theme = current_theme()
        centre = box.top() + box.height() // 2
        base, label = baseline(centre), self._label_width()
        points, height = theme.px(REASON_POINTS), theme.px(REASON_BAR)
        draw_text(painter, 0, base, reason.label, width=label - SPACE_2)
        bar = QRect(label, centre - height // 2, self.width() - label - points, height)
        colour = theme.tokens.chips[Kind.SERIOUS].fg if reason.avoidable else theme.tokens.accent
        draw_share(painter, bar, share, colour=colour)
        left = self.width() - points
        said = _signed(reason.points)
        draw_text(painter, left, base, said, role=FontRole.MEDIUM, width=points, align=RIGHT)

    def spots(self) -> Sequence[Spot]:
        """Returns the reasons from top to bottom."""
        return [
            Spot(key=reason.key, words=_in_words(reason), box=self._box(number), lane=number)
            for number, reason in enumerate(self._reasons)
        ]

    def data(self) -> ChartData:
        """Returns the reasons with their points."""
        rows = tuple(
            ChartRow(key=reason.key, cells=(reason.label, _signed(reason.points))) for reason in self._reasons
        )
        return ChartData(titles=(tr("Reason"), tr("Points")), rows=rows)


def _signed(points: int) -> str:
    return f"{points:+d}" if points else "0"


def _in_words(reason: Reason) -> str:
    words = tr("{label}, {points} points", label=reason.label, points=_signed(reason.points))
    return tr("{words}, avoidable", words=words) if reason.avoidable else words


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many."""

    key: str
    label: str
    part: int
    whole: int

    @property
    def said(self) -> str:
        """The share as it is written beside its bar."""
        return tr("{part} of {whole}", part=self.part, whole=self.whole)


class ShareBars(Chart):
    """Shares of a whole: label, "58 of 62", and a thin bar below both."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self._shares: tuple[Share, ...] = ()

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Shows other shares."""
        self._shares = tuple(shares)
        self.rebuild()

    def sizeHint(self) -> QSize:
        """Returns the height of all shares."""
        px = current_theme().px
        return QSize(px(200), px(SHARE_ROW) * len(self._shares))

    def _box(self, number: int) -> QRect:
        px = current_theme().px
        height = px(SHARE_ROW)
        return QRect(0, number * height, self.width(), px(SHARE_TOP) + px(SHARE_BAR))

    def draw(self, painter: QPainter) -> None:
        """Draws texts and bars."""
        for number, share in enumerate(self._shares):
            self._draw_one(painter, self._box(number), share)

    def _draw_one(self, painter: QPainter, box: QRect, share: Share) -> None:
        theme = current_theme()
        base = baseline(box.top() + theme.px(SHARE_TEXT))
        said = text_width(share.said, FontRole.MEDIUM)
        draw_text(painter, 0, base, share.label, width=box.width() - said - SPACE_2)
        draw_text(painter, 0, base, share.said, role=FontRole.MEDIUM, width=box.width(), align=RIGHT)
        bar = QRect(0, box.top() + theme.px(SHARE_TOP), box.width(), theme.px(SHARE_BAR))
        done = share.part / share.whole if share.whole else 0.0
        draw_share(painter, bar, done, colour=theme.tokens.accent)

    def spots(self) -> Sequence[Spot]:
        """Returns the shares from top to bottom."""
        return [
            Spot(key=share.key, words=f"{share.label}: {share.said}", box=self._box(number), lane=number)
            for number, share in enumerate(self._shares)
        ]

    def data(self) -> ChartData:
        """Returns the shares in words."""
        rows = tuple(ChartRow(key=share.key, cells=(share.label, share.said)) for share in self._shares)
        return ChartData(titles=(tr("What"), tr("How many")), rows=rows)
