"""The head of a table: titles on the x of their cells, the order as arrow and number, one box for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from vendorrisk.ui.widgets.checkbox import draw_check_box
from vendorrisk.ui.widgets.columns import Cell, Column
from vendorrisk.ui.widgets.delegates import CELL_PADDING, cell_box, check_box_place, row_centre
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.painting import baseline, draw_text, fill, smooth, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import LINE, ROW, SPACE_2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from vendorrisk.ui.widgets.query import Sort

TITLE: Final = FontRole.CAPTION_STRONG
NUMBER: Final = FontRole.CAPTION
ARROW_HALF: Final = 3.0
ARROW_ROOM: Final = 6
NUMBER_ROOM: Final = 10
SMALLEST: Final = 24


class TableHeader(QHeaderView):
    """Shows titles and order; a click asks for another order, with Shift for a further key."""

    sort_clicked = Signal(str, bool)
    """The sort key of the column, and whether it is to be added to the others."""
    check_clicked = Signal()

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = tuple(columns)
        self._order: tuple[Sort, ...] = ()
        self._checked = Qt.CheckState.Unchecked
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self.edges: dict[int, int] = {}
        self.inset = 0
        """Pixels before both sides at which the line below the titles ends."""
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(SMALLEST)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sectionClicked.connect(self._on_click)

    @property
    def check_state(self) -> Qt.CheckState:
        """Whether all rows are selected, none, or some."""
        return self._checked

    def set_check_state(self, state: Qt.CheckState) -> None:
        """Shows how many rows are selected."""
        if state != self._checked:
            self._checked = state
            self.viewport().update()

    def set_order(self, order: tuple[Sort, ...]) -> None:
        """Shows by which columns the rows are ordered."""
        self._order = order
        self.viewport().update()

    def least_width(self, section: int) -> int:
        """Returns the width that keeps a title whole, with arrow and number beside it."""
        column = self._columns[section]
        if column.kind == Cell.CHECK:
            return current_theme().px(column.width)
        mark = SPACE_2 + current_theme().px(ARROW_ROOM) if column.sort_key else 0
        return text_width(column.title, TITLE) + mark + 2 * CELL_PADDING

    def sizeHint(self) -> QSize:
        """Returns a row's height and the line below it."""
        return QSize(super().sizeHint().width(), current_theme().px(ROW) + LINE)

    def sectionSizeFromContents(self, section: int) -> QSize:  # noqa: N802  (Qt's name)
        """Returns what a title needs."""
        return QSize(self.least_width(section), current_theme().px(ROW) + LINE)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803  (Qt's names)
        """Draws one title; the line below belongs to the whole head."""
        tokens = current_theme().tokens
        column = self._columns[logicalIndex]
        hovered = rect.contains(self.viewport().mapFromGlobal(self.cursor().pos()))
        sortable = bool(column.sort_key)
        fill(painter, rect, tokens.control_hover if hovered and sortable else tokens.surface)
        edge = self.edges.get(logicalIndex, 0)
        box = cell_box(rect, edge=edge, to_the_right=column.to_the_right)
        if column.kind == Cell.CHECK:
            draw_check_box(painter, check_box_place(box), self._checked)
        else:
            self._draw_title(painter, box, column)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws all titles and one line below them, from edge to edge unless it is inset."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        width = self.viewport().width() - 2 * self.inset
        line = QRect(self.inset, self.viewport().height() - LINE, width, LINE)
        fill(painter, line, current_theme().tokens.separator)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Notes whether Shift is held before the click is reported."""
        self._modifiers = event.modifiers()
        super().mouseReleaseEvent(event)

    def _draw_title(self, painter: QPainter, box: QRect, column: Column) -> None:
        place = self._place_in_order(column)
        beside = self._mark_room() if place else 0
        width = min(box.width() - beside, text_width(column.title, TITLE))
        left = box.left() if not column.to_the_right else box.left() + box.width() - width
        base = baseline(row_centre(box))
        draw_text(
            painter, left, base, column.title, role=TITLE, colour=current_theme().tokens.text2, width=width
        )
        if place:
            at = left - beside if column.to_the_right else left + width + SPACE_2
            self._draw_arrow(painter, QPoint(at, row_centre(box)), place)

    def _place_in_order(self, column: Column) -> int:
        """Returns 1 for the strongest sort key, 2 for the next, 0 for a column that does not sort."""
        keys = [part.key for part in self._order]
        return keys.index(column.sort_key) + 1 if column.sort_key in keys else 0

    def _mark_room(self) -> int:
        """Returns how much room the arrow takes, with its number where several columns sort."""
        px = current_theme().px
        return SPACE_2 + px(ARROW_ROOM) + (px(NUMBER_ROOM) if len(self._order) > 1 else 0)

    def _draw_arrow(self, painter: QPainter, at: QPoint, place: int) -> None:
        """Draws the direction and, where several columns sort, which of them this is."""
        colour = current_theme().tokens.text2
        scale = current_theme().px(ARROW_ROOM) / ARROW_ROOM
        half = ARROW_HALF * scale
        tip = half / 2 if self._order[place - 1].descending else -half / 2
        middle = QPointF(at.x() + half, at.y() - 0.4)
        with smooth(painter):
            pen = QPen(QColor(colour), 1.2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPolyline(
                QPolygonF([middle + QPointF(x, y) for x, y in ((-half, -tip), (0, tip), (half, -tip))])
            )
        if len(self._order) > 1:
            number = str(place)
            beside = at.x() + current_theme().px(ARROW_ROOM) + 2
            draw_text(painter, beside, baseline(at.y()), number, role=NUMBER, colour=colour)

    def _on_click(self, section: int) -> None:
        column = self._columns[section]
        if column.kind == Cell.CHECK:
            self.check_clicked.emit()
        elif column.sort_key:
            shift = Qt.KeyboardModifier.ShiftModifier
            self.sort_clicked.emit(column.sort_key, bool(self._modifiers & shift))
