"""The list of Home: tasks in groups, each part at the same x in all of them, with one verb to a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vendorrisk.ui.widgets.delegates import draw_selection_bar
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.marks import draw_mark
from vendorrisk.ui.widgets.painting import baseline, draw_text, fill, outline, ring
from vendorrisk.ui.widgets.scroll_bar import OverlayScrollBar
from vendorrisk.ui.widgets.task_model import Heading, Index, Line, Task, TaskModel, TaskRole
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import (
    CONTROL_SMALL,
    LINE,
    PANEL_PADDING,
    RADIUS,
    ROW_LIST,
    SPACE_2,
    Kind,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from vendorrisk.ui.widgets.task_model import TaskGroup

FIRST_HEADING: Final = 39
HEADING_CENTRE: Final = 20
FIRST_HEADING_CENTRE: Final = 23
BOTTOM: Final = 3
ROW_INSET: Final = 5
MARK_CENTRE: Final = 22
NAME: Final = 39
NAME_WIDTH: Final = 168
FROM_RIGHT: Final = {"when": 393, "distance": 307, "owner": 199, "verb": 117}
"""Where the parts at the right begin, counted from the right edge."""
CHOICES: Final = (tuple(FROM_RIGHT), ("when", "distance", "verb"), ("when", "verb"))
WHAT_LEAST: Final = 120
VERB_BOX: Final = (8, 106)
"""How far the frame round the current row's verb reaches to the left and to the right of its x."""
LEAST_LINES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the parts of a row begin, the same in all rows; a part that has no room is missing."""

    name: int
    what: int
    at: dict[str, int]

    def room(self, part: str, right: int) -> int:
        """Returns the room of a part up to the next one, or up to `right`."""
        starts = sorted([self.name, self.what, *self.at.values(), right])
        begin = {"name": self.name, "what": self.what, **self.at}[part]
        return next((start for start in starts if start > begin), right) - begin - SPACE_2


def places(width: int) -> Places:
    """Returns where the parts begin in a list of this width; owner, then distance, go first."""
    px = current_theme().px
    name = px(NAME)
    what = name + px(NAME_WIDTH)
    fitting = next(
        (parts for parts in CHOICES if _left_over(parts, width) - what >= px(WHAT_LEAST)), CHOICES[-1]
    )
    at = {part: width - px(FROM_RIGHT[part]) + _shift(part, fitting) for part in fitting}
    return Places(name=name, what=what, at=at)


def _left_over(parts: Sequence[str], width: int) -> int:
    """Returns what is left of a width in front of these parts."""
    return width - current_theme().px(sum(_widths()[part] for part in parts))


def _widths() -> dict[str, int]:
    """Returns the width of each part at the right, at a text size of 100 %."""
    edges = [*FROM_RIGHT.values(), 0]
    return {part: edges[n] - edges[n + 1] for n, part in enumerate(FROM_RIGHT)}


def _shift(part: str, kept: Sequence[str]) -> int:
    """Returns how far a part moves to the right because parts behind it are gone."""
    order = list(FROM_RIGHT)
    behind = order[order.index(part) + 1 :]
    return current_theme().px(sum(_widths()[other] for other in behind if other not in kept))


class TaskDelegate(QStyledItemDelegate):
    """Draws headings and tasks."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Returns the height of a line; the first heading has more air above it."""
        del option
        line = index.data(TaskRole.LINE)
        first = isinstance(line, Heading) and line.first
        return QSize(0, current_theme().px(FIRST_HEADING if first else ROW_LIST))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one line."""
        line = index.data(TaskRole.LINE)
        if isinstance(line, Heading):
            _draw_heading(painter, option.rect, line)
        elif isinstance(line, Line):
            _draw_task(painter, option, line)


def _draw_heading(painter: QPainter, rect: QRect, heading: Heading) -> None:
    theme = current_theme()
    if not heading.first:
        fill(painter, QRect(rect.left(), rect.top(), rect.width(), LINE), theme.tokens.separator)
    centre = rect.top() + theme.px(FIRST_HEADING_CENTRE if heading.first else HEADING_CENTRE)
    left = rect.left() + PANEL_PADDING - LINE
    base = baseline(centre)
    drawn = draw_text(painter, left, base, heading.title, role=FontRole.STRONG)
    draw_text(painter, left + drawn + SPACE_2, base, str(heading.count), colour=theme.tokens.text3)


def _draw_task(painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
    tokens = current_theme().tokens
    rect: QRect = option.rect
    current = bool(option.state & QStyle.StateFlag.State_Selected)
    box = rect.adjusted(ROW_INSET, 0, -ROW_INSET, 0)
    if not line.first:
        right = rect.width() - PANEL_PADDING + LINE
        name = places(rect.width()).name
        fill(painter, QRect(rect.left() + name, rect.top(), right - name, LINE), tokens.hair)
    if current:
        fill(painter, box, tokens.selection, radius=RADIUS)
        draw_selection_bar(painter, box)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        fill(painter, box.adjusted(0, LINE, 0, 0), tokens.control_hover, radius=RADIUS)
    _draw_parts(painter, rect, line.task, current=current)
    if current and option.state & QStyle.StateFlag.State_HasFocus:
        ring(painter, box, radius=RADIUS)


def _draw_parts(painter: QPainter, rect: QRect, task: Task, *, current: bool) -> None:
    tokens = current_theme().tokens
    spots = places(rect.width())
    centre = rect.top() + rect.height() // 2
    base = baseline(centre)
    draw_mark(painter, task.kind, QPointF(rect.left() + current_theme().px(MARK_CENTRE), centre))
    late = tokens.chips[Kind.CRITICAL].fg
    looks = {
        "name": (FontRole.MEDIUM, tokens.text),
        "what": (FontRole.BODY, tokens.text if current else tokens.text2),
        "when": (FontRole.MEDIUM, late) if task.late else (FontRole.BODY, tokens.text),
        "distance": (FontRole.BODY, tokens.text2 if current else tokens.text3),
        "owner": (FontRole.BODY, tokens.text2),
        "verb": (FontRole.CAPTION_MEDIUM, tokens.link),
    }
    starts = {"name": spots.name, "what": spots.what, **spots.at}
    if current and task.verb:
        frame = verb_box(rect, task)
        fill(painter, frame, tokens.surface, radius=RADIUS)
        outline(painter, frame, tokens.control_border, radius=RADIUS)
    for part, start in starts.items():
        role, colour = looks[part]
        room = spots.room(part, rect.width())
        text = str(getattr(task, part))
        draw_text(painter, rect.left() + start, base, text, role=role, colour=colour, width=room)


def verb_box(rect: QRect, task: Task) -> QRect:
    """Returns where a click means the verb of a row, empty for a row without one."""
    if not task.verb:
        return QRect()
    px = current_theme().px
    left, right = VERB_BOX
    x = rect.left() + places(rect.width()).at["verb"]
    height = px(CONTROL_SMALL)
    top = rect.top() + (rect.height() - height) // 2
    return QRect(x - left, top, min(px(right) + left, rect.right() - ROW_INSET - x + left), height)


class TaskList(QListView):
    """Shows tasks in groups. Enter opens, R reminds, Space has a quick look, Ctrl+Enter does the verb.

    S puts a task off; the menu key or the right button asks for everything that can be done with it.
    """

    opened = Signal(str)
    remind = Signal(str)
    quick_look = Signal(str)
    put_off = Signal(str)
    current = Signal(str)
    """The id of the task that the keyboard has come to, empty for none."""
    menu_asked = Signal(str, QPoint)
    """The id of a task, and where on the screen its menu belongs."""
    verb = Signal(str)
    """The id of the task whose verb was clicked."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("frame", "panel")
        self.tasks = TaskModel(self)
        self.setModel(self.tasks)
        self.setItemDelegate(TaskDelegate(self))
        self.setViewportMargins(0, 0, 0, BOTTOM)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = OverlayScrollBar(self)
        self.doubleClicked.connect(self._on_double_click)
        self.selectionModel().currentChanged.connect(lambda *_: self.current.emit(self.current_id()))
        current_theme().changed.connect(self._use_theme)
        self._put_on = ""

    def set_groups(self, groups: Sequence[TaskGroup]) -> None:
        """Shows other tasks; the keyboard stays on the same task, or on the line where it was.

        Where it was only put on the first one, and the list is not in sight, it is put on the first again.
        """
        kept, row, chosen = self.current_id(), self.currentIndex().row(), self.chosen_ids()
        self.tasks.set_groups(groups)
        anew = not self.isVisible() and kept == self._put_on
        found = None if anew else self.tasks.row_of(kept)
        if found is None and row >= 0 and not anew:
            found = self._task_near(row)
        if found is None:
            found = self.tasks.first_task()
            self._put_on = str(self.tasks.index(found).data(TaskRole.ID)) if found is not None else ""
        if found is not None:
            self.setCurrentIndex(self.tasks.index(found))
        for task_id in chosen if kept in chosen else ():
            place = self.tasks.row_of(task_id)
            if place is not None:
                self.selectionModel().select(self.tasks.index(place), ALSO)
        self.updateGeometry()

    def current_id(self) -> str:
        """Returns the id of the task the keyboard is on, empty where there is none."""
        return str(self.currentIndex().data(TaskRole.ID) or "")

    def chosen_ids(self) -> list[str]:
        """Returns the ids of the tasks that are selected, from top to bottom: often only the current one."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return [str(self.tasks.index(place).data(TaskRole.ID)) for place in places]

    def sizeHint(self) -> QSize:
        """Would like to show all tasks."""
        heights = sum(self.sizeHintForRow(row) for row in range(self.tasks.rowCount()))
        return QSize(super().sizeHint().width(), heights + BOTTOM + 2 * LINE)

    def minimumSizeHint(self) -> QSize:
        """Shows a few lines at least; the rest is scrolled."""
        wanted = self.sizeHint().height()
        return QSize(0, min(wanted, current_theme().px(ROW_LIST) * LEAST_LINES))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens, reminds, looks, or does the verb; other keys move."""
        task_id = self.current_id()
        signal = KEYS.get((Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if task_id and signal:
            getattr(self, signal).emit(task_id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for the menu of the task under the pointer, or of the one the keyboard is on."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        task_id = str(index.data(TaskRole.ID) or "")
        if task_id:
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            at = self.visualRect(index).bottomLeft() + QPoint(PANEL_PADDING, 0) if by_key else event.pos()
            self.menu_asked.emit(task_id, self.viewport().mapToGlobal(at))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Lets Home lead to the first task, not to the heading above it."""
        first = self.tasks.first_task()
        if action == QAbstractItemView.CursorAction.MoveHome and first is not None:
            return self.tasks.index(first)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  (Qt's name)
        """Does nothing: letters are keys of the list."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows a hand over verbs."""
        over = self._verb_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Does the verb that was clicked."""
        super().mouseReleaseEvent(event)
        task_id = self._verb_at(event.position().toPoint())
        if task_id and event.button() == Qt.MouseButton.LeftButton:
            self.verb.emit(task_id)

    def _verb_at(self, at: QPoint) -> str:
        index = self.indexAt(at)
        line = index.data(TaskRole.LINE)
        hit = isinstance(line, Line) and verb_box(self.visualRect(index), line.task).contains(at)
        return line.task.id if hit and isinstance(line, Line) else ""

    def _on_double_click(self, index: QModelIndex) -> None:
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        if index.data(TaskRole.ID) and not self._verb_at(at):
            self.opened.emit(index.data(TaskRole.ID))

    def _task_near(self, row: int) -> int | None:
        """Returns the task now at a line, or the last one above it."""
        for near in range(min(row, self.tasks.rowCount() - 1), -1, -1):
            if isinstance(self.tasks.line(near), Line):
                return near
        return None

    def _use_theme(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def viewportEvent(self, event: QEvent) -> bool:
        """Draws all rows again when their room changes: parts may come and go."""
        if event.type() == QEvent.Type.Resize:
            self._bar.place()
            self.viewport().update()
        return super().viewportEvent(event)


ALSO: Final = QItemSelectionModel.SelectionFlag.Select
KEYS: Final = {
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "opened",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): "opened",
    (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier): "quick_look",
    (Qt.Key.Key_R, Qt.KeyboardModifier.NoModifier): "remind",
    (Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier): "put_off",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier): "verb",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier): "verb",
}
