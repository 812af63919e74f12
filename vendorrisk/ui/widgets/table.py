"""The table every list is shown in: rows to select, sort, open and copy as in a spreadsheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from vendorrisk.ui.widgets.clipboard import mime_data
from vendorrisk.ui.widgets.columns import Cell
from vendorrisk.ui.widgets.delegates import DELEGATES, LinkVerbDelegate, RowDelegate, row_colour
from vendorrisk.ui.widgets.header import TableHeader
from vendorrisk.ui.widgets.painting import fill, ring
from vendorrisk.ui.widgets.query import clicked
from vendorrisk.ui.widgets.saved_views import Density
from vendorrisk.ui.widgets.scroll_bar import OverlayScrollBar
from vendorrisk.ui.widgets.selection_by_id import NoUpdate, SelectionById
from vendorrisk.ui.widgets.table_columns import EDGE, TableColumns
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import LINE, ROW, ROW_COMFORTABLE, ROW_COMPACT, SCROLL_BAR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import (
        QFocusEvent,
        QHideEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
    )

    from vendorrisk.ui.widgets.paged_model import PagedModel
    from vendorrisk.ui.widgets.saved_views import ViewState

ROW_HEIGHTS: Final = {
    Density.NORMAL: ROW,
    Density.COMPACT: ROW_COMPACT,
    Density.COMFORTABLE: ROW_COMFORTABLE,
}
TOGGLE_ROW: Final = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
LEAST_ROWS: Final = 3
LEAST_WIDTH: Final = 200


class Table(QTableView):
    """Shows a PagedModel. Selection and scroll belong to rows, not places: both survive a new reading.

    Enter or a double click opens a row, Space has a quick look, Del archives, Ctrl+C copies, with Shift
    the titles too, Esc lets the selection go. Tab leaves the table.
    """

    opened = Signal(str)
    quick_look = Signal(str)
    archive = Signal(list)
    """The ids to put away: the selected rows, or else the one the keyboard is on."""
    selected = Signal(list)
    """The ids of the selected rows, in the order of the table."""
    current = Signal(str)
    """The id of the row the keyboard is on; empty where there is none."""
    order_asked = Signal(tuple)
    """The Sort keys the person has clicked together; whoever owns the query puts them into force."""
    arranged = Signal()
    """The person has moved, widened, shown or hidden a column, or chosen another row height."""
    escaped = Signal()
    """Esc was pressed and there was no selection to let go."""
    verb_triggered = Signal(str, str)
    """The key of the column and the id of the row whose verb was clicked."""

    def __init__(self, model: PagedModel, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        model.setParent(self)  # so that its rows go when the table does
        self.density = Density.NORMAL
        self._inset = 0
        self._hovered = -1
        self.setAccessibleName(name)
        self.setModel(model)
        self._build_rows()
        self.head = TableHeader(model.columns, self)
        self.setHorizontalHeader(self.head)
        self._delegates = [self._delegate_for(number) for number in range(len(model.columns))]
        self.arrangement = TableColumns(self)
        self.selection = SelectionById(self, model)
        self._bar = OverlayScrollBar(self)
        self._connect()
        self._use_theme()

    def _build_rows(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def _delegate_for(self, number: int) -> RowDelegate:
        column = self.rows.columns[number]
        delegate = DELEGATES[column.kind](column, self)
        self.setItemDelegateForColumn(number, delegate)
        if isinstance(delegate, LinkVerbDelegate):
            delegate.triggered.connect(partial(self.verb_triggered.emit, column.key))
        return delegate

    def _connect(self) -> None:
        self.rows.modelReset.connect(self._on_reading)
        self.selection.selected.connect(self._on_selected)
        self.selection.current.connect(self._on_current)
        self.doubleClicked.connect(self._on_double_click)
        self.head.sort_clicked.connect(self._on_sort)
        self.head.check_clicked.connect(self.toggle_all)
        self.arrangement.changed.connect(self.arranged)
        current_theme().changed.connect(self._use_theme)

    def _use_theme(self) -> None:
        self.verticalHeader().setDefaultSectionSize(current_theme().px(ROW_HEIGHTS[self.density]))
        self.arrangement.fit()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Starts on the first row that is whole in sight, so that the keyboard is seen; selects nothing."""
        if not self.currentIndex().isValid() and self.rows.rowCount():
            whole = max(0, self.rowAt(self.verticalHeader().defaultSectionSize() - 1))
            self.selectionModel().setCurrentIndex(self.rows.index(whole, 0), NoUpdate)
        super().focusInEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Remembers how far the list was scrolled."""
        self.selection.leave()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Scrolls back to there: Qt has gone to the row that the keyboard is on, wherever that is."""
        super().showEvent(event)
        self.selection.come_back()

    # Looks.

    def set_density(self, density: Density) -> None:
        """Makes rows higher or lower."""
        self.density = density
        self._use_theme()

    def apply_view(self, view: ViewState) -> None:
        """Takes order, width and number of columns and the row height from a saved view."""
        self.arrangement.apply(view.columns, view.widths)
        self.set_density(view.density)

    def delegate(self, number: int) -> RowDelegate:
        """Returns what draws a column."""
        return self._delegates[number]

    def set_outermost(self, number: int) -> None:
        """Says which column stands at the frame, so that its content keeps off it."""
        for place, delegate in enumerate(self._delegates):
            delegate.edge = EDGE if place == number else 0
        self.head.edges = {number: EDGE}

    def columns_width(self) -> int:
        """Returns how much of the viewport columns may take; the rest is the scroll bar's."""
        return self.viewport().width() - SCROLL_BAR - LINE

    def inset_lines(self, inset: int) -> None:
        """Ends the lines under titles and rows a number of pixels before both sides, where the texts end."""
        self._inset = self.head.inset = inset

    def row_rect(self, place: int) -> QRect:
        """Returns the row at a place as it lies in the viewport, its hair line left out."""
        top = self.rowViewportPosition(place)
        return QRect(0, top, self.viewport().width(), self.rowHeight(place) - LINE)

    # Selection.

    def selected_ids(self) -> list[str]:
        """Returns the ids of the selected rows, in the order of the table."""
        return list(self.selection.ids)

    def current_id(self) -> str:
        """Returns the id of the row the keyboard is on, empty where there is none."""
        return self.selection.current_id

    def select_ids(self, ids: Iterable[str]) -> None:
        """Selects the rows with these ids and no others; ids the table does not have are passed over."""
        self.selection.select(ids)

    def go_to(self, row_id: str) -> bool:
        """Puts the keyboard on a row, selects it and brings it into sight; False if it is not there."""
        place = self.rows.place_of(row_id)
        if place is None:
            return False
        self.selection.put_current(place)
        self.selection.select([row_id])
        self.scrollTo(self.currentIndex())
        return True

    def toggle_all(self) -> None:
        """Selects all rows, or none if all are selected."""
        if self.head.check_state == Qt.CheckState.Checked:
            self.clearSelection()
        else:
            self.selectAll()

    def _on_reading(self) -> None:
        self.head.set_order(self.rows.query.sort)
        self.arrangement.measure()
        self.selection.restore()
        self._show_check_state()

    def _on_selected(self, ids: list[str]) -> None:
        self._show_check_state()
        self.viewport().update()
        self.selected.emit(ids)

    def _on_current(self, row_id: str) -> None:
        self.viewport().update()
        self.current.emit(row_id)

    def _show_check_state(self) -> None:
        count = len(self.selection.ids)
        some = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        everything = bool(count) and count == self.rows.rowCount()
        self.head.set_check_state(Qt.CheckState.Checked if everything else some)

    def _on_sort(self, key: str, add: bool) -> None:  # noqa: FBT001  (a signal's argument)
        self.order_asked.emit(clicked(self.rows.query.sort, key, add=add))

    # What the person does.

    def copy(self, *, titles: bool) -> None:
        """Puts the selected rows, or else the one the keyboard is on, on the clipboard."""
        places = self.selection.places()
        if not places and self.currentIndex().isValid():
            places = [self.currentIndex().row()]
        rows = [row for row in map(self.rows.row_at, places) if row is not None]
        if rows:
            columns = self.arrangement.shown_columns()
            QGuiApplication.clipboard().setMimeData(mime_data(columns, rows, titles=titles))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens, looks, archives and copies; all other keys move as in any table."""
        with_titles = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy(titles=False)
        elif event.key() == Qt.Key.Key_C and event.modifiers() == with_titles:
            self.copy(titles=True)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._row_key(event.key()):
            super().keyPressEvent(event)

    def _row_key(self, key: int) -> bool:
        """Does what a key without modifiers does to rows; False if it does nothing."""
        current, ids = self.selection.current_id, list(self.selection.ids)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current:
            self.opened.emit(current)
        elif key == Qt.Key.Key_Space and current:
            self.quick_look.emit(current)
        elif key == Qt.Key.Key_Delete and (ids or current):
            self.archive.emit(ids or [current])
        elif key == Qt.Key.Key_Escape and ids:
            self.clearSelection()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            return False
        return True

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  (Qt's name)
        """Does nothing: Qt would read every row of the register; the filter field is there for that."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Selects; a plain click on a check box adds its row to the selection or takes it away."""
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.button() == Qt.MouseButton.LeftButton and self._is_check(index):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.selectionModel().setCurrentIndex(index, NoUpdate)
            self.selectionModel().select(index, TOGGLE_ROW)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens a row; on a check box two clicks are just two clicks."""
        if self._is_check(self.indexAt(event.position().toPoint())):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows which row the pointer is on."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Notes that the pointer has left the rows."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            for delegate in self._delegates:
                delegate.hovered_row = place
            self.viewport().update()

    def _on_double_click(self, index: QModelIndex) -> None:
        row_id = self.rows.id_at(index.row())
        if row_id:
            self.opened.emit(row_id)

    def _is_check(self, index: QModelIndex) -> bool:
        return index.isValid() and self.rows.columns[index.column()].kind == Cell.CHECK

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the rows over the whole width, and the ring round the row the keyboard is on."""
        self._paint_beside()
        super().paintEvent(event)
        self._shorten_lines()
        if self.hasFocus() and self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            box = self.row_rect(self.currentIndex().row())
            box.setLeft(EDGE)
            box.setRight(min(self.head.length() - self.head.offset(), self.viewport().width()) - 1)
            ring(painter, box)
            painter.end()

    def _paint_beside(self) -> None:
        """Carries the ground and the line of each row on to the frame, under the scroll bar."""
        left, right = self.head.length() - self.head.offset(), self.viewport().width()
        if not self.rows.rowCount() or left >= right:
            return
        painter = QPainter(self.viewport())
        for place in self._rows_in_sight():
            row = self.row_rect(place).adjusted(left, 0, 0, 0)
            chosen = self.selectionModel().isRowSelected(place, QModelIndex())
            ground = row_colour(selected=chosen, hovered=place == self._hovered)
            if ground:
                fill(painter, row, ground)
            fill(painter, QRect(left, row.bottom() + 1, row.width(), LINE), current_theme().tokens.hair)
        painter.end()

    def _rows_in_sight(self) -> range:
        last = self.rowAt(self.viewport().height() - 1)
        return range(self.rowAt(0), (self.rows.rowCount() - 1 if last < 0 else last) + 1)

    def _shorten_lines(self) -> None:
        """Takes away what of the lines runs past the texts of the panel that the table stands in."""
        if not self._inset or not self.rows.rowCount():
            return
        painter = QPainter(self.viewport())
        for place in self._rows_in_sight():
            row = self.row_rect(place)
            for left in (0, row.width() - self._inset):
                rest = QRect(left, row.bottom() + 1, self._inset, LINE)
                fill(painter, rest, current_theme().tokens.surface)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width out again."""
        super().resizeEvent(event)
        self.arrangement.fit()
        self._bar.place()

    def minimumSizeHint(self) -> QSize:
        """Asks for the head and a few rows at least."""
        return QSize(LEAST_WIDTH, self.head.sizeHint().height() + LEAST_ROWS * current_theme().px(ROW))
