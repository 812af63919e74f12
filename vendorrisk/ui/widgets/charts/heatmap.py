"""How many vendors stand where two scales meet; the darker a cell, the riskier it is to be in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize

from vendorrisk.ui.widgets.charts.chart import Chart, ChartData, ChartRow, Spot
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.painting import CENTRE, baseline, draw_text, fill, outline, ring
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import BAR_RADIUS, SPACE_2
from vendorrisk.ui.widgets.words import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

CELL_WIDTH: Final = 64
CELL_HEIGHT: Final = 32
GAP: Final = 2
LABELS: Final = 82
HEAD: Final = 32
HEAD_CENTRE: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """How many there are in a cell, and how risky it is to be there: 0 (least) to 4 (most)."""

    key: str
    count: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """The cells row by row, with the names of both scales and their steps."""

    rows_title: str
    rows: tuple[str, ...]
    columns_title: str
    columns: tuple[str, ...]
    cells: tuple[tuple[HeatCell, ...], ...]


class HeatMap(Chart):
    """Draws a number in each cell; an empty one has no colour, for it says nothing."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self._heat: Heat | None = None

    def show_heat(self, heat: Heat) -> None:
        """Shows other numbers."""
        self._heat = heat
        self.rebuild()

    def sizeHint(self) -> QSize:
        """Returns the size of labels and cells."""
        px = current_theme().px
        rows, columns = (len(self._heat.rows), len(self._heat.columns)) if self._heat else (5, 5)
        width = px(LABELS) + columns * (px(CELL_WIDTH) + GAP) - GAP
        return QSize(width, px(HEAD) + rows * (px(CELL_HEIGHT) + GAP) - GAP)

    def _cell_box(self, row: int, column: int) -> QRect:
        px = current_theme().px
        columns = len(self._heat.columns) if self._heat else 1
        width = (self.width() - px(LABELS) - GAP * (columns - 1)) // columns
        top = px(HEAD) + row * (px(CELL_HEIGHT) + GAP)
        return QRect(px(LABELS) + column * (width + GAP), top, width, px(CELL_HEIGHT))

    def draw(self, painter: QPainter) -> None:
        """Draws the names of both scales, then the cells."""
        if self._heat is None:
            return
        px, colour = current_theme().px, current_theme().tokens.text2
        head, small = baseline(px(HEAD_CENTRE)), FontRole.CAPTION
        draw_text(painter, 0, head, self._heat.rows_title, role=FontRole.CAPTION_STRONG, colour=colour)
        for number, title in enumerate(self._heat.columns):
            box = self._cell_box(0, number)
            draw_text(
                painter, box.left(), head, title, role=small, colour=colour, width=box.width(), align=CENTRE
            )
        for number, title in enumerate(self._heat.rows):
            centre = self._cell_box(number, 0).top() + px(CELL_HEIGHT) // 2
            room = px(LABELS) - SPACE_2
            draw_text(painter, 0, baseline(centre), title, role=small, colour=colour, width=room)
        for row, cells in enumerate(self._heat.cells):
            for column, cell in enumerate(cells):
                _draw_cell(painter, self._cell_box(row, column), cell)

    def draw_ring(self, painter: QPainter, spot: Spot) -> None:
        """Draws the ring in the gap between cells, parted from the cell's own colour by a line."""
        outline(painter, spot.box, current_theme().tokens.surface, radius=BAR_RADIUS, width=GAP)
        ring(painter, spot.box.adjusted(-GAP, -GAP, GAP, GAP))

    def spots(self) -> Sequence[Spot]:
        """Returns the cells row by row."""
        if self._heat is None:
            return ()
        return [
            Spot(
                key=cell.key,
                words=self._in_words(row, column, cell),
                box=self._cell_box(row, column),
                lane=row,
            )
            for row, cells in enumerate(self._heat.cells)
            for column, cell in enumerate(cells)
        ]

    def _in_words(self, row: int, column: int, cell: HeatCell) -> str:
        if self._heat is None:
            return ""
        return tr_count(
            "{rows} {row}, {columns} {column}: {count} vendor",
            "{rows} {row}, {columns} {column}: {count} vendors",
            cell.count,
            rows=self._heat.rows_title,
            row=self._heat.rows[row],
            columns=self._heat.columns_title,
            column=self._heat.columns[column],
        )

    def data(self) -> ChartData:
        """Returns one line per row of the map; Enter opens the first cell of the row that is not empty."""
        if self._heat is None:
            return ChartData(titles=("",), rows=())
        rows = tuple(
            ChartRow(
                key=next((cell.key for cell in cells if cell.count), cells[0].key),
                cells=(title, *(str(cell.count) for cell in cells)),
            )
            for title, cells in zip(self._heat.rows, self._heat.cells, strict=True)
        )
        return ChartData(titles=(self._heat.rows_title, *self._heat.columns), rows=rows)


def _draw_cell(painter: QPainter, box: QRect, cell: HeatCell) -> None:
    tokens = current_theme().tokens
    base = baseline(box.top() + box.height() // 2)
    if not cell.count:
        fill(painter, box, tokens.alt, radius=BAR_RADIUS)
        outline(painter, box, tokens.hair, radius=BAR_RADIUS)
        role, colour = FontRole.BODY, tokens.text2
    else:
        pair = tokens.heat[cell.level]
        fill(painter, box, pair.bg, radius=BAR_RADIUS)
        role, colour = FontRole.STRONG, pair.fg
    number = tr("{count}", count=cell.count)
    draw_text(painter, box.left(), base, number, role=role, colour=colour, width=box.width(), align=CENTRE)
