"""Parts of the quarterly review: four figures with their way, and what moved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.domain.message import msg
from vendorrisk.domain.review.report_figures import whole_percent
from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.charts.line import Point
from vendorrisk.ui.widgets.charts.trend import TrendLine
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon, draw_icon
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, line, tip
from vendorrisk.ui.widgets.panels import Panel
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PANEL_PADDING, SPACE_2, SPACE_3, SPACE_4, Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from vendorrisk.domain.message import Message
    from vendorrisk.domain.review.figure import Figure
    from vendorrisk.domain.review.quarters import Quarter
    from vendorrisk.usecases.review.quarter_view import QuarterView

CHOSEN: Final = ("K-02", "K-06", "K-04", "K-17")
"""The figures that stand on the page; all twelve are one link away."""
ARROW: Final = 12
LEAST_CELL: Final = 180
"""Pixels that a figure needs to stand beside others."""
NAMED: Final = 2
_MOVES: Final = (
    ("new", mark("New")),
    ("left", mark("Left")),
    ("up", mark("Risk up")),
    ("down", mark("Risk down")),
)


def short_quarter(quarter: Quarter) -> str:
    """A quarter without its year, for beside a figure."""
    return tr("Q{number}", number=quarter.number)


def percent_of(figure: Figure) -> str:
    """The share in whole percent; n/a where there is nothing to divide by."""
    if figure.percent is None:
        return tr("n/a")
    return tr("{percent} %", percent=whole_percent(figure.n, figure.d or 1))


def amount_of(figure: Figure) -> str:
    """How many of how many."""
    return tr("{part} of {whole}", part=figure.n, whole=figure.d) if figure.is_share else str(figure.n)


class FigureCell(QWidget):
    """One figure: its name, percent with the line of six quarters, n of d, and the way since the last one."""

    opened = Signal()

    def __init__(self, name: str, definition: str) -> None:
        super().__init__()
        self.setToolTip(tip(definition))
        self.title = ElidingLabel(name)
        self.percent = Label(role=FontRole.BIG_NUMBER)
        self.trend = TrendLine(name=name, what=name)
        self.amount = link("")
        self.amount.clicked.connect(self.opened)
        self.trend.opened.connect(lambda _key: self.opened.emit())
        self.arrow, self.way = Arrow(), ElidingLabel(role=FontRole.CAPTION, tone="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 11, 0, 9)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(11)
        column.addLayout(_row(self.percent, None, self.trend))
        column.addSpacing(2)
        self.amount.setProperty("starts", "true")
        amount = _row(self.amount, None)
        column.addLayout(amount)
        way = _row(self.arrow)
        way.addWidget(self.way, 1)
        column.addLayout(way)

    def show_figure(self, view: QuarterView, figure: Figure) -> None:
        """Shows another quarter."""
        self.percent.setText(percent_of(figure))
        self.amount.setText(amount_of(figure))
        self.amount.setAccessibleName(f"{self.title.text()}: {amount_of(figure)}")
        self.trend.show_points(
            [
                Point(key=str(quarter), when=str(quarter), value=one.percent or 0.0, said=percent_of(one))
                for quarter, one in view.trend(figure.id)
            ]
        )
        text, drawing, kind = _way(view, figure)
        self.way.setText(text)
        self.arrow.show_way(drawing, kind)


class Arrow(QWidget):
    """Up or down, in the colour of what is better or worse; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._drawing, self._kind = Icon.CHEVRON_UP, Kind.GOOD
        self.setFixedSize(ARROW, ARROW)

    def show_way(self, drawing: Icon | None, kind: Kind) -> None:
        """Shows a way, or nothing where nothing moved."""
        self._drawing, self._kind = drawing or self._drawing, kind
        self.setVisible(drawing is not None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the arrow."""
        painter = QPainter(self)
        draw_icon(painter, self.rect(), self._drawing, current_theme().tokens.chips[self._kind].fg)
        painter.end()


def _way(view: QuarterView, figure: Figure) -> tuple[str, Icon | None, Kind]:
    moved = view.since(figure)
    before = view.past[-2] if len(view.past) > 1 else None
    was = next((one for one in before[1] if one.id == figure.id), None) if before else None
    if moved is None or before is None or was is None:
        return tr("no figure to compare with"), None, Kind.NEUTRAL
    facts = {"quarter": short_quarter(before[0]), "percent": percent_of(was)}
    points = round(abs(moved.change))
    if not points:
        return tr("as in {quarter}, {percent}", **facts), None, Kind.NEUTRAL
    kind = Kind.GOOD if moved.better else Kind.SERIOUS
    if moved.change > 0:
        said = tr_count(
            "{count} point up, {quarter} {percent}", "{count} points up, {quarter} {percent}", points, **facts
        )
        return said, Icon.CHEVRON_UP, kind
    said = tr_count(
        "{count} point down, {quarter} {percent}", "{count} points down, {quarter} {percent}", points, **facts
    )
    return said, Icon.CHEVRON_DOWN, kind


class FiguresPanel(QFrame):
    """Four figures side by side."""

    opened = Signal(str)
    """The number of a figure whose list the person wants to see."""

    def __init__(self, say: Callable[[Message], str]) -> None:
        super().__init__()
        self.setProperty("frame", "panel")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(PANEL_PADDING - 1, 0, PANEL_PADDING - 1, 0)
        self._grid.setHorizontalSpacing(SPACE_4)
        self._grid.setVerticalSpacing(0)
        self._columns = 0
        self.cells: dict[str, FigureCell] = {}
        self._dividers = [_divider() for _ in CHOSEN[1:]]
        for key in CHOSEN:
            cell = FigureCell(say(msg(f"figure.{key}")), say(msg(f"figure.{key}.definition")))
            cell.opened.connect(partial(self.opened.emit, key))
            self.cells[key] = cell
        self._place(len(CHOSEN))

    def minimumSizeHint(self) -> QSize:
        """Can be as narrow as two figures side by side."""
        widest = max(cell.minimumSizeHint().width() for cell in self.cells.values())
        return QSize(widest + 2 * PANEL_PADDING, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the figures in one row, in two, or below each other."""
        super().resizeEvent(event)
        room = self.width() // current_theme().px(LEAST_CELL)
        self._place(next(count for count in (4, 2, 1) if count <= max(1, room)))

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, cell in enumerate(self.cells.values()):
            self._grid.addWidget(cell, number // columns, 2 * (number % columns))
        for number, divider in enumerate(self._dividers, start=1):
            divider.setVisible(bool(number % columns))
            self._grid.addWidget(divider, number // columns, max(0, 2 * (number % columns) - 1))
        for column in range(2 * len(CHOSEN)):
            self._grid.setColumnStretch(column, 1 if column % 2 == 0 and column < 2 * columns else 0)
        self.updateGeometry()

    def show_view(self, view: QuarterView) -> None:
        """Shows another quarter."""
        for key, cell in self.cells.items():
            cell.show_figure(view, view.figure(key))


class MovedPanel(Panel):
    """Who came, left, rose and fell, each with names and the way to the list."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("What moved"), gap=0, foot=8)
        self.rows: dict[str, tuple[Label, ElidingLabel, QWidget]] = {}
        for number, (key, title) in enumerate(_MOVES):
            if number:
                self.add_line("hair")
            self.add(self._row(key, tr(title)), 1)

    def _row(self, key: str, title: str) -> QWidget:
        holder, words = QWidget(), QVBoxLayout()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3)
        count, names = Label(role=FontRole.FIGURE), ElidingLabel(role=FontRole.CAPTION, tone="text2")
        current_theme().keep_width(count, 28)
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(Label(title, role=FontRole.MEDIUM))
        words.addWidget(names)
        words.addStretch(1)
        holder.setMinimumHeight(2 * names.sizeHint().height() + SPACE_3)
        verb = link(tr("List"))
        verb.setAccessibleName(tr("List: {title}", title=title))
        verb.clicked.connect(partial(self.opened.emit, key))
        row.addWidget(count)
        row.addLayout(words, 1)
        row.addWidget(verb)
        self.rows[key] = (count, names, verb)
        return holder

    def show_view(self, view: QuarterView, since: str) -> None:
        """Shows another quarter."""
        self.set_heading(tr("What moved"), note=since)
        for key, (count, names, verb) in self.rows.items():
            ids: tuple[str, ...] = getattr(view.moved, key)
            count.setText(str(len(ids)))
            names.setText(_names([view.given.name(one) for one in ids]) or tr("None"))
            verb.setVisible(bool(ids))


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(names[:NAMED])
    rest = len(names) - NAMED
    return (
        tr_count("{names} and {count} other", "{names} and {count} others", rest, names=shown)
        if rest > 0
        else shown
    )


def _divider() -> QWidget:
    holder = QWidget()
    inner = QHBoxLayout(holder)
    inner.setContentsMargins(0, SPACE_4, 0, SPACE_4)
    inner.addWidget(line(kind="hair", vertical=True))
    return holder


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE_2)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
