"""Sections and questions as the list of an answer review holds them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vendorrisk.ui.diligence.review_words import question_name, section_name
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.diligence.questionnaire import Section
    from vendorrisk.usecases.diligence.review_view import LineState, ReviewLine

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class ListRole(IntEnum):
    """What a row gives besides its words."""

    LINE = Qt.ItemDataRole.UserRole + 1
    """The ReviewLine of a question."""
    PART = Qt.ItemDataRole.UserRole + 2
    """The ListedSection of a section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSection:
    """A section with those of its questions that are shown; `reviewed` of `asked` counts all of them."""

    section: Section
    lines: tuple[ReviewLine, ...]
    reviewed: int
    asked: int

    @property
    def count(self) -> str:
        """How far the section is, in words."""
        return tr("{reviewed} of {asked}", reviewed=self.reviewed, asked=self.asked)


def listed(lines: Sequence[ReviewLine], is_shown: Callable[[ReviewLine], bool]) -> list[ListedSection]:
    """Returns the sections that have a question to show, in their order."""
    by_section: dict[str, list[ReviewLine]] = {}
    for line in lines:
        by_section.setdefault(line.section.id, []).append(line)
    parts = [
        ListedSection(
            section=own[0].section, lines=tuple(filter(is_shown, own)),
            reviewed=sum(line.is_reviewed for line in own), asked=len(own),
        )
        for own in by_section.values()
    ]  # fmt: skip
    return [part for part in parts if part.lines]


class QuestionModel(QAbstractItemModel):
    """Two levels: sections, and their questions. A question is told apart by its id."""

    def __init__(self, state_word: Callable[[LineState], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state_word = state_word
        self._parts: list[ListedSection] = []

    def set_parts(self, parts: list[ListedSection]) -> None:
        """Shows other sections; the same questions in other states keep their places."""
        if _shape(parts) != _shape(self._parts):
            self.beginResetModel()
            self._parts = parts
            self.endResetModel()
            return
        before, self._parts = self._parts, parts
        for row, (old, new) in enumerate(zip(before, parts, strict=True)):
            if old != new:
                section = self.index(row, 0)
                self.dataChanged.emit(section, section)
                self.dataChanged.emit(self.index(0, 0, section), self.index(len(new.lines) - 1, 0, section))

    def lines(self) -> list[ReviewLine]:
        """Returns the questions that are shown, in the order of asking."""
        return [line for part in self._parts for line in part.lines]

    def place_of(self, question: str) -> QModelIndex:
        """Returns where a question stands; an invalid index for one that is not shown."""
        for row, part in enumerate(self._parts):
            for at, line in enumerate(part.lines):
                if line.question.id == question:
                    return self.index(at, 0, self.index(row, 0))
        return QModelIndex()

    def state_word(self, line: ReviewLine) -> str:
        """Returns the word for the state of a question."""
        return self._state_word(line.state)

    # What Qt asks for.

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Returns the place of a row; the number within is that of its section, from 1."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = ROOT) -> QModelIndex:  # type: ignore[override]  # Qt has two of this name
        """Returns the section of a question."""
        number = child.internalId() if child.isValid() else 0
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Returns how many sections there are, or how many questions one of them shows."""
        if not parent.isValid():
            return len(self._parts)
        return 0 if parent.internalId() else len(self._parts[parent.row()].lines)

    def columnCount(self, _parent: Index = ROOT) -> int:
        """Returns that there is one column: the delegate places what stands in it."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns what a section or a question says or holds."""
        if not index.isValid():
            return None
        number = index.internalId()
        part = self._parts[number - 1 if number else index.row()]
        if not number:
            return self._of_section(part, role)
        return self._of_line(part.lines[index.row()], role)

    @staticmethod
    def _of_section(part: ListedSection, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return section_name(part.section)
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("{section}, {count} reviewed", section=section_name(part.section), count=part.count)
            case ListRole.PART:
                return part
            case _:
                return None

    def _of_line(self, line: ReviewLine, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return question_name(line.question)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.number} {question_name(line.question)}, {self.state_word(line)}"
            case ListRole.LINE:
                return line
            case _:
                return None


def _shape(parts: list[ListedSection]) -> list[tuple[str, list[str]]]:
    return [(part.section.id, [line.question.id for line in part.lines]) for part in parts]
