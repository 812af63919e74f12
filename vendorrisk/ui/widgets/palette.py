"""The command palette: type a few letters of a command, a vendor or anything else, and go there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label
from vendorrisk.ui.widgets.painting import baseline, draw_text, fill, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PALETTE_WIDTH, RADIUS, ROW, SPACE_2, SPACE_3
from vendorrisk.ui.widgets.words import joined, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    Index = QModelIndex | QPersistentModelIndex

SHOWN_ROWS: Final = 10
_DROP: Final = 64
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: SHOWN_ROWS,
    Qt.Key.Key_PageUp: -SHOWN_ROWS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: what it is, what stands at its right, and what happens on Enter.

    `why_not` says why it cannot be chosen now.
    """

    section: str
    text: str
    run: Callable[[], None]
    detail: str = ""
    why_not: str = ""


class EntryModel(QAbstractListModel):
    """The entries found, in the order of the search, with a heading row before each section."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Entry | str] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows what was found."""
        self.beginResetModel()
        self._rows = []
        section = ""
        for entry in entries:
            if entry.section != section:
                section = entry.section
                self._rows.append(section)
            self._rows.append(entry)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Returns the entry in a row, None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Entry) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Returns how many rows there are, headings included."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns the text of a row, for the eye and for readers."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text if isinstance(row, Entry) else row
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Entry):
            return joined(row.text, row.detail, row.why_not, row.section)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Leaves headings out of the selection."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled
        return plain | Qt.ItemFlag.ItemIsSelectable if self.entry(index.row()) else plain


class _RowDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(PALETTE_WIDTH // 2, current_theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = current_theme().tokens
        box = option.rect
        base, room = baseline(box.center().y() + 1), box.width() - 2 * SPACE_2
        model = index.model()
        entry = model.entry(index.row()) if isinstance(model, EntryModel) else None
        left = box.left() + SPACE_2
        if entry is None:
            title = str(index.data())
            draw_text(
                painter, left, base, title, role=FontRole.CAPTION_STRONG, colour=tokens.text2, width=room
            )
            return
        if option.state & QStyle.StateFlag.State_Selected:
            fill(painter, box, tokens.selection, radius=RADIUS)
        right = entry.why_not or entry.detail
        kept = min(room * 2 // 3, text_width(right, FontRole.CAPTION))
        draw_text(
            painter, left + room - kept, base, right, role=FontRole.CAPTION, colour=tokens.text2, width=kept
        )
        colour = tokens.text3 if entry.why_not else tokens.text
        draw_text(painter, left, base, entry.text, colour=colour, width=room - kept - SPACE_3)


class CommandPalette(QFrame):
    """A line to type in and the list of what was found; Enter does it, Esc leads back to where one was."""

    def __init__(self, window: QWidget, search: Callable[[str], Sequence[Entry]]) -> None:
        """Takes the window it opens in, and the search, which is asked at every letter."""
        super().__init__(window, Qt.WindowType.Popup)
        self.setProperty("frame", "popover")
        self.setAccessibleName(tr("Search or go to"))
        self._search = search
        self._before: QWidget | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Search or go to"))
        self.line.setAccessibleName(tr("Search or go to"))
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.model = EntryModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_RowDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Found"))
        self.list.clicked.connect(self._choose_row)
        self.nothing = Label(tr("Nothing found."), tone="text2")
        self.nothing.setContentsMargins(SPACE_2, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, SPACE_2)
        column.setSpacing(SPACE_2)
        column.addWidget(self.line)
        column.addWidget(self.list)
        column.addWidget(self.nothing)

    def unfold(self, text: str = "") -> None:
        """Opens over the window with some text to start from."""
        self._before = QApplication.focusWidget()
        self.line.setText(text)
        self._find(text)
        window = self.parentWidget()
        width = min(PALETTE_WIDTH, window.width() - 2 * SPACE_3) if window else PALETTE_WIDTH
        self.setFixedWidth(width)
        if window:
            self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, current_theme().px(_DROP))))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def choose(self) -> None:
        """Does what is selected, unless it cannot be done now."""
        self._choose_row(self.list.currentIndex())

    def selected(self) -> Entry | None:
        """Returns the entry Enter would do."""
        return self.model.entry(self.list.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Closes with Esc and gives the focus back."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets the arrow keys move the selection while the person goes on typing."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.choose()
                return True
            if key in _STEPS:
                self._move(_STEPS[key])
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        self.model.show_entries(self._search(text))
        rows = self.model.rowCount()
        self.list.setVisible(rows > 0)
        self.nothing.setVisible(rows == 0)
        self.list.setFixedHeight(min(rows, SHOWN_ROWS) * current_theme().px(ROW))
        self._select(0, 1)
        self.adjustSize()

    def _move(self, step: int) -> None:
        direction = 1 if step > 0 else -1
        goal = self.list.currentIndex().row() + step
        self._select(max(0, min(self.model.rowCount() - 1, goal)), direction)

    def _select(self, row: int, direction: int) -> None:
        """Selects the nearest entry from `row` on in a direction, turning round at the ends."""
        for way in (direction, -direction):
            here = row
            while 0 <= here < self.model.rowCount():
                if self.model.entry(here) is not None:
                    self.list.setCurrentIndex(self.model.index(here))
                    return
                here += way

    def _choose_row(self, index: QModelIndex) -> None:
        entry = self.model.entry(index.row())
        if entry is not None and not entry.why_not:
            self._leave()
            entry.run()

    def _leave(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
