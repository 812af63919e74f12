"""How cells are drawn: one baseline per row, hair lines between rows, colour only in marks and chips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from vendorrisk.ui.widgets.checkbox import draw_check_box
from vendorrisk.ui.widgets.columns import Cell, Status
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import tip
from vendorrisk.ui.widgets.marks import draw_chip, draw_mark, draw_plain, status_width
from vendorrisk.ui.widgets.paged_model import Role
from vendorrisk.ui.widgets.painting import LEFT, RIGHT, baseline, draw_text, fill, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import MARK, ROW, SELECTION_BAR, SPACE_1, SPACE_2, Kind

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView

    from vendorrisk.ui.widgets.columns import Column

Index = QModelIndex | QPersistentModelIndex

CELL_PADDING: Final = SPACE_2
NEAR_PADDING: Final = SPACE_1
BAR_HEIGHT: Final = 4
SHARE_RADIUS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a cell's row is at the moment."""

    selected: bool
    stayed: bool
    words: str

    @property
    def grey(self) -> str:
        """The one colour of a row that no longer matches, or empty."""
        return current_theme().tokens.text3 if self.stayed else ""


def row_colour(*, selected: bool, hovered: bool) -> str:
    """Returns what lies behind a row's cells, or empty where the table shows through."""
    tokens = current_theme().tokens
    if selected:
        return tokens.selection
    return tokens.control_hover if hovered else ""


def draw_selection_bar(painter: QPainter, row: QRect) -> None:
    """Marks a selected row at its left where the desktop's own colours give it no ground of its own."""
    tokens = current_theme().tokens
    if tokens.selection == tokens.surface:
        fill(painter, QRect(row.left(), row.top(), SELECTION_BAR, row.height()), tokens.accent)


def cell_box(rect: QRect, *, edge: int = 0, to_the_right: bool = False) -> QRect:
    """Returns where a cell's content stands; headers use the same, so that both begin on one x.

    Text on the left may come a little nearer to the next column, which has its own padding.
    """
    return rect.adjusted(CELL_PADDING + edge, 0, -CELL_PADDING if to_the_right else -NEAR_PADDING, -1)


class RowDelegate(QStyledItemDelegate):
    """Draws a row's ground, its hair line and plain text; the other delegates only change the content."""

    def __init__(self, column: Column, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.column = column
        self.edge = 0
        """Pixels by which the outermost column keeps off the frame."""
        self.hovered_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one cell."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        look = Look(
            selected=bool(state & QStyle.StateFlag.State_Selected),
            stayed=bool(index.data(Role.STAYED)),
            words=str(index.data() or ""),
        )
        ground = row_colour(selected=look.selected, hovered=index.row() == self.hovered_row)
        if ground:
            fill(painter, rect, ground)
        if look.selected and self.edge:
            draw_selection_bar(painter, rect)
        fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), current_theme().tokens.hair)
        self.draw(painter, self.box(rect), index, look)

    def draw(self, painter: QPainter, box: QRect, index: Index, look: Look) -> None:  # noqa: ARG002  (for others)
        """Draws the content of a cell within its box."""
        draw_text(
            painter,
            box.left(),
            baseline(row_centre(box)),
            look.words,
            role=self.role,
            colour=self.colour(look),
            width=box.width(),
            align=RIGHT if self.column.to_the_right else LEFT,
        )

    def colour(self, look: Look) -> str:
        """The colour of the words; empty for that of the table."""
        return look.grey

    def box(self, rect: QRect) -> QRect:
        """Returns where the content of a cell stands."""
        return cell_box(rect, edge=self.edge, to_the_right=self.column.to_the_right)

    @property
    def role(self) -> FontRole:
        """The letters of the column."""
        return FontRole.MEDIUM if self.column.strong else FontRole.BODY

    def content_width(self, row: Any) -> int:
        """Returns how wide the cell of a row would like to be, padding included."""
        return text_width(self.column.words(row), self.role) + 2 * CELL_PADDING

    def tip_for(self, index: Index, width: int) -> str:
        """Returns all that a cell has to say if it does not show it, else why its row is grey, if it is."""
        row = index.data(Role.ROW)
        if row is not None and (self._is_cut(row, width) or self.column.whole(row) != self.column.words(row)):
            return tip(self.column.spoken(row))
        return str(index.data(Qt.ItemDataRole.ToolTipRole) or "")

    def _is_cut(self, row: Any, width: int) -> bool:
        return self.content_width(row) - CELL_PADDING + NEAR_PADDING > width

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Shows what a narrow column has cut off."""
        words = self.tip_for(index, option.rect.width()) if event.type() == QEvent.Type.ToolTip else ""
        if not words:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), words, view)
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Returns what the content of a cell needs."""
        del option
        row = index.data(Role.ROW)
        width = self.content_width(row) if row is not None else 2 * CELL_PADDING
        return QSize(width, current_theme().px(ROW))


def row_centre(box: QRect) -> int:
    """Returns the line on which marks and chips of a row are centred: the hair line below does not count."""
    return box.top() + (box.height() + 1) // 2


class DateDelegate(RowDelegate):
    """Draws a date in figures of equal width, and behind it in small how far away it is."""

    def draw(self, painter: QPainter, box: QRect, index: Index, look: Look) -> None:
        """Draws the date; its distance gives way where the column is narrow."""
        super().draw(painter, box, index, look)
        row = index.data(Role.ROW)
        distance = self.column.distance(row) if row is not None else ""
        left = box.left() + text_width(look.words, self.role) + SPACE_2
        if distance and left < box.right():
            draw_text(
                painter,
                left,
                baseline(row_centre(box)),
                distance,
                role=FontRole.CAPTION,
                colour=look.grey or current_theme().tokens.text2,
                width=box.left() + box.width() - left,
            )

    def content_width(self, row: Any) -> int:
        """Returns how wide date and distance would like to be, padding included."""
        distance = self.column.distance(row)
        beside = SPACE_2 + text_width(distance, FontRole.CAPTION) if distance else 0
        return super().content_width(row) + beside


class MarkTextDelegate(RowDelegate):
    """Draws a state as mark and plain text."""

    def draw(self, painter: QPainter, box: QRect, index: Index, look: Look) -> None:
        """Draws mark and text; a cell that holds words without a state shows them as plain text."""
        status = index.data(Role.STATUS)
        if isinstance(status, Status):
            draw_plain(painter, box.left(), row_centre(box), status, limit=box.width(), colour=look.grey)
        else:
            super().draw(painter, box, index, look)

    def content_width(self, row: Any) -> int:
        """Returns how wide the state of a row would like to be, padding included."""
        status = self.column.status(row)
        return 2 * CELL_PADDING + status_width(status) if status else super().content_width(row)


class SignDelegate(MarkTextDelegate):
    """Draws the mark of a state alone, for columns in which few rows have one; its words are its tip."""

    def draw(self, painter: QPainter, box: QRect, index: Index, look: Look) -> None:
        """Draws the mark."""
        status = index.data(Role.STATUS)
        if isinstance(status, Status):
            middle = QPointF(box.left() + current_theme().px(MARK) / 2, row_centre(box))
            draw_mark(painter, status.kind, middle, colour=look.grey)

    def content_width(self, row: Any) -> int:
        """Returns the room of the mark, padding included."""
        del row
        return 2 * CELL_PADDING + current_theme().px(MARK)

    def tip_for(self, index: Index, width: int) -> str:
        """Returns the words of the mark."""
        status = index.data(Role.STATUS)
        return tip(status.text) if isinstance(status, Status) else super().tip_for(index, width)


class ChipDelegate(MarkTextDelegate):
    """Draws a state as a chip where something is open or wrong, else as mark and plain text."""

    def draw(self, painter: QPainter, box: QRect, index: Index, look: Look) -> None:
        """Draws the chip with a line round it on selected rows, where its own ground may not show."""
        status = index.data(Role.STATUS)
        if isinstance(status, Status) and status.chip and not look.stayed:
            centre = row_centre(box)
            draw_chip(painter, box.left(), centre, status, limit=box.width(), outlined=look.selected)
        else:
            super().draw(painter, box, index, look)


class TruthDelegate(RowDelegate):
    """Draws yes as a filled disc and no as a dash, each with its word behind it."""

    def draw(self, painter: QPainter, box: QRect, index: Index, look: Look) -> None:
        """Draws mark and word; no is the quieter one."""
        tokens = current_theme().tokens
        yes, centre, side = bool(index.data(Role.VALUE)), row_centre(box), current_theme().px(MARK)
        middle = QPointF(box.left() + side / 2, centre)
        mark = Kind.GOOD if yes else Kind.NEUTRAL
        draw_mark(painter, mark, middle, colour=look.grey or (tokens.accent if yes else ""))
        colour = look.grey or (tokens.text if yes else tokens.text2)
        left = box.left() + side + SPACE_2
        room = box.width() - side - SPACE_2
        draw_text(painter, left, baseline(centre), look.words, role=self.role, colour=colour, width=room)

    def content_width(self, row: Any) -> int:
        """Returns how wide mark and word would like to be, padding included."""
        return super().content_width(row) + current_theme().px(MARK) + SPACE_2


class LinkVerbDelegate(RowDelegate):
    """Draws what can be done with a row as a link; a click on it does it."""

    triggered = Signal(str)
    """The id of the row."""

    @property
    def role(self) -> FontRole:
        """Verbs are small and a little stronger than text."""
        return FontRole.CAPTION_MEDIUM

    def colour(self, look: Look) -> str:
        """Verbs have the colour of links."""
        return look.grey or current_theme().tokens.link

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Reports a click on the words of the verb."""
        del model
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        words = str(index.data() or "")
        box = self.box(option.rect)
        box.setWidth(min(box.width(), text_width(words, self.role)))
        hit = (
            bool(words)
            and event.button() == Qt.MouseButton.LeftButton
            and box.contains(event.position().toPoint())
        )
        if hit:
            self.triggered.emit(str(index.data(Role.ID)))
        return hit


class ProgressDelegate(RowDelegate):
    """Draws a share between 0 and 1 as a thin bar with the words beside it."""

    words_width = 72

    def draw(self, painter: QPainter, box: QRect, index: Index, look: Look) -> None:
        """Draws track, bar and words."""
        theme = current_theme()
        room = theme.px(self.words_width)
        draw_text(
            painter,
            box.left(),
            baseline(row_centre(box)),
            look.words,
            colour=look.grey,
            width=min(room, box.width()),
        )
        share = index.data(Role.VALUE)
        bar = QRect(
            box.left() + room + SPACE_2,
            row_centre(box) - BAR_HEIGHT // 2,
            box.width() - room - SPACE_2,
            BAR_HEIGHT,
        )
        if isinstance(share, int | float) and bar.width() > 0:
            draw_share(painter, bar, float(share), colour=look.grey or theme.tokens.accent)


def draw_share(painter: QPainter, bar: QRect, share: float, *, colour: str) -> None:
    """Draws a bar filled to a share between 0 and 1, from zero on; anything above 0 is visible."""
    radius = min(SHARE_RADIUS, bar.height() / 2)
    fill(painter, bar, current_theme().tokens.track, radius=radius)
    share = max(0.0, min(1.0, share))
    if share:
        done = QRect(bar.left(), bar.top(), max(2, round(bar.width() * share)), bar.height())
        fill(painter, done, colour, radius=radius)


class CheckDelegate(RowDelegate):
    """Draws whether a row is selected as a check box: the visible second way to select."""

    def draw(self, painter: QPainter, box: QRect, index: Index, look: Look) -> None:
        """Draws the box, ticked on selected rows."""
        del index
        state = Qt.CheckState.Checked if look.selected else Qt.CheckState.Unchecked
        draw_check_box(painter, check_box_place(box), state)


class TickDelegate(RowDelegate):
    """Draws what a person has decided about a row as a check box; rows that leave no choice have none."""

    def draw(self, painter: QPainter, box: QRect, index: Index, look: Look) -> None:
        """Draws the box, ticked where the value is true."""
        del look
        ticked = index.data(Role.VALUE)
        if ticked is not None:
            state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            draw_check_box(painter, check_box_place(box), state)


def check_box_place(box: QRect) -> QRect:
    """Returns the square of a check box at the left of a cell's box, as header and rows draw it."""
    side = current_theme().px(16)
    return QRect(box.left() + 4, row_centre(box) - side // 2, side, side)


DELEGATES: Final[dict[Cell, type[RowDelegate]]] = {
    Cell.TEXT: RowDelegate,
    Cell.NUMBER: RowDelegate,
    Cell.DATE: DateDelegate,
    Cell.STATUS: ChipDelegate,
    Cell.MARK: MarkTextDelegate,
    Cell.SIGN: SignDelegate,
    Cell.TRUTH: TruthDelegate,
    Cell.VERB: LinkVerbDelegate,
    Cell.PROGRESS: ProgressDelegate,
    Cell.CHECK: CheckDelegate,
    Cell.TICK: TickDelegate,
}
