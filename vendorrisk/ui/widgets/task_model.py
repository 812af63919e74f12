"""The tasks of a list in groups: what is late, what is due, what waits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vendorrisk.ui.widgets.words import joined, tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.ui.widgets.tokens import Kind

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing that needs somebody, in words ready to be read.

    `when` is the date, or "12 days late" where the task is `late`; `distance` says the other of the two.
    """

    id: str
    kind: Kind
    name: str
    what: str
    when: str = ""
    distance: str = ""
    owner: str = ""
    verb: str = ""
    late: bool = False

    @property
    def summary(self) -> str:
        """The task in one sentence for readers, its verb last."""
        return joined(self.name, self.what, self.when, self.distance, self.owner, self.verb)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskGroup:
    """Tasks under one heading; a group without tasks is not shown."""

    title: str
    tasks: tuple[Task, ...]


class TaskRole(IntEnum):
    """What a line gives besides its words."""

    LINE = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Heading:
    """The line over a group."""

    title: str
    count: int
    first: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One task in the list; the first of a group has no hair line above it."""

    task: Task
    first: bool


class TaskModel(QAbstractListModel):
    """One list for the keyboard: headings are lines nobody can step on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Heading | Line] = []

    def set_groups(self, groups: Sequence[TaskGroup]) -> None:
        """Shows other tasks."""
        self.beginResetModel()
        self._lines = []
        for group in groups:
            if group.tasks:
                self._lines.append(Heading(group.title, len(group.tasks), first=not self._lines))
                self._lines += [Line(task, first=not place) for place, task in enumerate(group.tasks)]
        self.endResetModel()

    def line(self, row: int) -> Heading | Line:
        """Returns a heading or a task."""
        return self._lines[row]

    def row_of(self, task_id: str) -> int | None:
        """Returns the line of a task, or None if it is not in the list (any more)."""
        for row, line in enumerate(self._lines):
            if isinstance(line, Line) and line.task.id == task_id:
                return row
        return None

    def first_task(self) -> int | None:
        """Returns the line of the first task."""
        return next((row for row, line in enumerate(self._lines) if isinstance(line, Line)), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Returns the number of lines, headings included."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lets tasks be stepped on, and headings only be read."""
        heading = index.isValid() and isinstance(self._lines[index.row()], Heading)
        if heading or not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns the words of a line for the list and for readers."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == TaskRole.LINE:
            return line
        if role == TaskRole.ID:
            return line.task.id if isinstance(line, Line) else ""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _words(line, spoken=role == Qt.ItemDataRole.AccessibleTextRole)
        return None


def _words(line: Heading | Line, *, spoken: bool) -> str:
    if isinstance(line, Line):
        return line.task.summary if spoken else line.task.name
    counted = tr_count("{title}, {count} task", "{title}, {count} tasks", line.count, title=line.title)
    return counted if spoken else tr("{title} {count}", title=line.title, count=line.count)
