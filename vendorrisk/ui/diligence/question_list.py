"""The list of an answer review: sections of which one is unfolded, each question with its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QToolTip, QTreeView

from vendorrisk.ui.diligence.question_model import ListedSection, ListRole, QuestionModel
from vendorrisk.ui.diligence.review_words import CALLING, STATE_KINDS
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon, draw_icon
from vendorrisk.ui.widgets.labels import tip
from vendorrisk.ui.widgets.marks import draw_mark
from vendorrisk.ui.widgets.painting import RIGHT, baseline, draw_text, fill, ring, text_width
from vendorrisk.ui.widgets.scroll_bar import OverlayScrollBar
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import ICON_SMALL, RADIUS, SELECTION_BAR, SPACE_1, SPACE_2

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from vendorrisk.usecases.diligence.review_view import LineState, ReviewLine

Index = QModelIndex | QPersistentModelIndex

SECTION: Final = 30
QUESTION: Final = 28
INSET: Final = 5
"""Between the frame and the ground of the chosen question."""
CHEVRON: Final = 7
TITLE: Final = 31
NUMBER: Final = 31
NAME: Final = 67
STATE: Final = 87
"""The middle of the state's mark, from the right edge."""
END: Final = 14
BAR: Final = 20


class QuestionDelegate(QStyledItemDelegate):
    """Draws sections with how far they are, and questions with number, name and state."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one row."""
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = current_theme().tokens
        ground = box.adjusted(INSET, 0, -INSET, 0)
        if chosen:
            fill(painter, ground, tokens.selection, radius=RADIUS)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill(painter, ground, tokens.control_hover, radius=RADIUS)
        part = index.data(ListRole.PART)
        if isinstance(part, ListedSection):
            is_open = bool(option.state & QStyle.StateFlag.State_Open)
            self._section(painter, box, str(index.data()), part.count, is_open=is_open)
        else:
            self._question(painter, box, index, chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, ground)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Returns the height of a row."""
        return QSize(0, current_theme().px(QUESTION if index.parent().isValid() else SECTION))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Shows a name whole that the row has cut off."""
        room = _name_room(option.rect) if index.parent().isValid() else _title_room(option.rect, index)
        words = str(index.data() or "")
        if event.type() != QEvent.Type.ToolTip or text_width(words, FontRole.STRONG) <= room:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), tip(words), view)
        return True

    @staticmethod
    def _section(painter: QPainter, box: QRect, title: str, count: str, *, is_open: bool) -> None:
        theme = current_theme()
        centre, side = box.center().y(), theme.px(ICON_SMALL)
        arrow = QRect(box.left() + theme.px(CHEVRON), centre - side // 2, side, side)
        draw_icon(painter, arrow, Icon.CHEVRON_DOWN if is_open else Icon.CHEVRON_RIGHT, theme.tokens.text2)
        base, end = baseline(centre), text_width(count, FontRole.BODY)
        left = theme.px(TITLE)
        room = box.width() - left - END - end - SPACE_2
        draw_text(painter, box.left() + left, base, title, role=FontRole.STRONG, width=room)
        left = box.right() + 1 - END - end
        draw_text(painter, left, base, count, colour=theme.tokens.text2, width=end, align=RIGHT)

    @staticmethod
    def _question(painter: QPainter, box: QRect, index: Index, *, chosen: bool) -> None:
        line: ReviewLine = index.data(ListRole.LINE)
        model = index.model()
        theme = current_theme()
        tokens, centre = theme.tokens, box.center().y()
        if chosen:
            bar = QRect(box.left() + INSET, centre - BAR // 2, SELECTION_BAR, BAR)
            fill(painter, bar, tokens.accent, radius=1)
        base = baseline(centre)
        left = box.left() + theme.px(NUMBER)
        draw_text(painter, left, base, line.number, role=FontRole.CAPTION, colour=tokens.text2)
        role = FontRole.STRONG if chosen else FontRole.BODY
        left = box.left() + theme.px(NAME)
        draw_text(painter, left, base, str(index.data()), role=role, width=_name_room(box))
        middle = box.right() + 1 - theme.px(STATE)
        draw_mark(painter, STATE_KINDS[line.state], QPointF(middle, centre))
        calls = line.state in CALLING
        left = middle + theme.px(SPACE_2 + SPACE_1)
        draw_text(
            painter,
            left,
            base,
            model.state_word(line) if isinstance(model, QuestionModel) else "",
            role=FontRole.CAPTION_STRONG if calls else FontRole.CAPTION,
            colour=tokens.text if calls else tokens.text2,
            width=box.right() - SPACE_2 - left,
        )


def _name_room(box: QRect) -> int:
    return box.width() - current_theme().px(NAME + STATE) - SPACE_2


def _title_room(box: QRect, index: Index) -> int:
    part = index.data(ListRole.PART)
    count = part.count if isinstance(part, ListedSection) else ""
    return box.width() - current_theme().px(TITLE) - END - SPACE_2 - text_width(count, FontRole.BODY)


class QuestionList(QTreeView):
    """Lets the keyboard walk through the questions; only the section it is in is unfolded."""

    chosen = Signal(str)
    """The id of the question the person has gone to."""
    opened = Signal(str)
    """Enter on a question: the person wants to judge it."""

    def __init__(self, state_word: Callable[[LineState], str], *, name: str) -> None:
        super().__init__()
        self.questions = QuestionModel(state_word, self)
        self.setModel(self.questions)
        self.setItemDelegate(QuestionDelegate(self))
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = OverlayScrollBar(self)
        self.setTabKeyNavigation(False)
        self._question = ""
        self._is_quiet = False
        self.clicked.connect(self._on_click)
        self.expanded.connect(self._fold_others)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.questions.modelReset.connect(self._restore)
        current_theme().changed.connect(self.scheduleDelayedItemsLayout)

    def set_parts(self, parts: list[ListedSection]) -> None:
        """Shows other states, or other questions; the chosen one stays chosen."""
        self.questions.set_parts(parts)

    def question(self) -> str:
        """Returns the id of the chosen question."""
        return self._question

    def choose(self, question: str) -> None:
        """Goes to a question without announcing it, and unfolds its section alone."""
        self._question = question
        self._restore()

    def neighbour(self, step: int) -> str:
        """Returns the question so many places after the chosen one, or before it; empty past the ends."""
        ids = [line.question.id for line in self.questions.lines()]
        if self._question not in ids:
            return ids[0] if ids else ""
        place = ids.index(self._question) + step
        return ids[place] if 0 <= place < len(ids) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens a question or turns a section over by Enter; other keys move."""
        here = self.currentIndex()
        if (
            event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            or event.modifiers()
            or not here.isValid()
        ):
            super().keyPressEvent(event)
        elif here.parent().isValid():
            self.opened.emit(self._question)
        else:
            self._turn(here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lets the scroll bar lie over the rows."""
        super().resizeEvent(event)
        self._bar.place()

    def _restore(self) -> None:
        place = self.questions.place_of(self._question)
        if not place.isValid():
            return
        self._is_quiet = True
        self.expand(place.parent())
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(place, flag)
        self.scrollTo(place)
        self._is_quiet = False

    def _fold_others(self, section: QModelIndex) -> None:
        for row in range(self.questions.rowCount()):
            if row != section.row():
                self.collapse(self.questions.index(row, 0))

    def _turn(self, section: QModelIndex) -> None:
        self.setExpanded(section, not self.isExpanded(section))

    def _on_click(self, index: QModelIndex) -> None:
        if not index.parent().isValid():
            self._turn(index)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = current.data(ListRole.LINE) if current.isValid() else None
        if self._is_quiet or line is None or line.question.id == self._question:
            return
        self._question = line.question.id
        self.chosen.emit(self._question)
