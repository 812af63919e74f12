"""Files dropped on a row of a table or on a page: what will happen is said before the button is let go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QWidget

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.painting import baseline, draw_text, fill, outline, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import CONTROL_SMALL, FOCUS_RING, RADIUS, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from vendorrisk.ui.widgets.table import Table

    Promise = Callable[[str, list[Path]], str]
    """Says what dropping these files on a row (empty: on the list) would do; empty if they are refused."""

LABEL: Final = FontRole.CAPTION_MEDIUM


class DropTarget(QObject):
    """Takes files dropped on a table, after its promise has said what they would do there."""

    dropped = Signal(str, list)
    """The id of the row, empty for the list itself, and the paths."""

    def __init__(self, table: Table, promise: Promise) -> None:
        super().__init__(table)
        self._table = table
        self._promise = promise
        self._sign = _Sign(table.viewport())
        table.viewport().setAcceptDrops(True)
        table.viewport().installEventFilter(self)

    @property
    def words(self) -> str:
        """What is promised at the moment; empty while nothing is held over the table."""
        return self._sign.words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the files over the rows and takes them when they are let go."""
        if isinstance(event, QDragMoveEvent) and event.type() in {
            QEvent.Type.DragEnter,
            QEvent.Type.DragMove,
        }:
            self._on_move(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._sign.take_down()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._on_drop(event)
            return True
        return super().eventFilter(watched, event)

    def _on_move(self, event: QDragMoveEvent) -> None:
        place, row_id = self._row_under(event.position().toPoint())
        words = self._promised(row_id, event.mimeData())
        if not words:
            self._sign.take_down()
            event.ignore()
            return
        whole = self._table.viewport().rect()
        self._sign.put_up(self._table.row_rect(place) if row_id else whole, words)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _on_drop(self, event: QDropEvent) -> None:
        self._sign.take_down()
        _place, row_id = self._row_under(event.position().toPoint())
        if not self._promised(row_id, event.mimeData()):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(row_id, files_in(event.mimeData()))

    def _row_under(self, at: QPoint) -> tuple[int, str]:
        place = self._table.rowAt(at.y())
        return place, (self._table.rows.id_at(place) or "") if place >= 0 else ""

    def _promised(self, row_id: str, data: QMimeData) -> str:
        paths = files_in(data)
        return self._promise(row_id, paths) if paths else ""


class DropZone(QObject):
    """Takes files dropped anywhere on a widget, after its promise has said what they would do."""

    dropped = Signal(list)
    """The paths."""

    def __init__(self, widget: QWidget, promise: Callable[[list[Path]], str]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._promise = promise
        self._sign = _Sign(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    @property
    def words(self) -> str:
        """What is promised at the moment; empty while nothing is held over the widget."""
        return self._sign.words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shows the promise while files are held here, and takes them when they are let go."""
        if event.type() is QEvent.Type.DragLeave:
            self._sign.take_down()
        elif isinstance(event, QDropEvent):  # what moves over a widget is one, too
            self._follow(event)
        else:
            return super().eventFilter(watched, event)
        return True

    def _follow(self, event: QDropEvent) -> None:
        paths = files_in(event.mimeData())
        words = self._promise(paths) if paths else ""
        if not words:
            self._sign.take_down()
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self._sign.take_down()
            self.dropped.emit(paths)
        else:
            self._sign.put_up(self._widget.rect(), words)


def files_in(data: QMimeData) -> list[Path]:
    """Returns the files that are dragged; anything that is not a file of this machine is left out."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class _Sign(QWidget):
    """The accent line round a row and the words at its right end."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def put_up(self, where: QRect, words: str) -> None:
        self.words = words
        self.setGeometry(where)
        self.show()
        self.raise_()
        self.update()

    def take_down(self) -> None:
        self.words = ""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = current_theme()
        painter = QPainter(self)
        outline(painter, self.rect(), theme.tokens.accent, radius=RADIUS, width=FOCUS_RING)
        height = min(theme.px(CONTROL_SMALL), self.height()) - 2 * FOCUS_RING
        width = min(self.width() - 2 * SPACE_3, text_width(self.words, LABEL) + 2 * SPACE_2)
        centre = min(self.height(), theme.px(CONTROL_SMALL) + SPACE_3) // 2
        box = QRect(self.width() - width - SPACE_3, centre - height // 2, width, height)
        fill(painter, box, theme.tokens.accent, radius=RADIUS)
        draw_text(
            painter,
            box.left() + SPACE_2,
            baseline(centre),
            self.words,
            role=LABEL,
            colour=theme.tokens.on_accent,
            width=box.width() - 2 * SPACE_2,
        )
        painter.end()
