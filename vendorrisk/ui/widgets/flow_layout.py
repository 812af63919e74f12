"""A layout that puts what does not fit on a further line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem


class FlowLayout(QLayout):
    """Places widgets from left to right in their own sizes and starts a new line where one is full."""

    def __init__(self, parent: QWidget | None = None, *, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  (Qt's name)
        """Adds something at the end."""
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        """Adds a widget before the one at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Returns how many things the layout holds."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  (Qt's name)
        """Returns the thing at a place, or None past the end: Qt's way to ask."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802  (Qt's name)
        """Takes the thing at a place out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  (Qt's name)
        """Takes whatever width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Grows higher where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Returns the height of all lines at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  (Qt's name)
        """Places everything."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Would like everything on one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self._gap * max(0, len(sizes) - 1)
        return QSize(sum(size.width() for size in sizes) + gaps, max((s.height() for s in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802  (Qt's name)
        """Needs room for its widest part."""
        sizes = [item.minimumSize() for item in self._items]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        """What is not hidden: only that takes room, and only that keeps a gap."""
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, area: QRect, *, move: bool) -> int:
        x, y, line = area.left(), area.top(), 0
        for item in self._shown():
            size = item.sizeHint()
            if x > area.left() and x + size.width() > area.left() + area.width():
                x, y, line = area.left(), y + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - area.top()
