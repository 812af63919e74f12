"""The bar over a table: filter field, view, chips, what is shown of what, and the columns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from vendorrisk.ui.widgets.buttons import Button, IconButton
from vendorrisk.ui.widgets.choice_button import ChoiceButton
from vendorrisk.ui.widgets.filter_field import FilterField
from vendorrisk.ui.widgets.flow_layout import FlowLayout
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon, draw_icon
from vendorrisk.ui.widgets.labels import Label, tip
from vendorrisk.ui.widgets.layouts import let_go, widgets_in
from vendorrisk.ui.widgets.painting import baseline, draw_text, fill, outline, text_width
from vendorrisk.ui.widgets.query import Filter
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import CONTROL, ICON_SMALL, LINE, RADIUS, SPACE_1, SPACE_2, SPACE_3
from vendorrisk.ui.widgets.words import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

VIEW_WIDTH: Final = 168
CROSS_RIGHT: Final = 11
PLUS: Final = 18
PLUS_LEFT: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a filter field: its words in the menu, and on the chip."""

    value: str
    title: str
    chip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChoices:
    """A field one can filter by. The choices are asked for when the menu unfolds, for they may change."""

    key: str
    title: str
    choices: Callable[[], Sequence[Choice]]


class FilterChip(Button):
    """A filter in force; a click, Backspace or Del takes it away."""

    def __init__(self, condition: Filter) -> None:
        super().__init__("", kind="chip")
        self.condition = condition
        self.setAccessibleName(tr("Remove the filter {name}", name=condition.label))
        self.setToolTip(tip(tr("Remove the filter {name}", name=condition.label)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Fits the words and the cross."""
        theme = current_theme()
        words = text_width(self.condition.label, FontRole.MEDIUM)
        return QSize(SPACE_3 + words + SPACE_1 + LINE + theme.px(ICON_SMALL) + CROSS_RIGHT, theme.px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes the filter away by the keys that take text away."""
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the words and the cross in a frame as high as a control."""
        del event
        theme = current_theme()
        painter = QPainter(self)
        fill(painter, self.rect(), theme.tokens.selection, radius=RADIUS)
        outline(painter, self.rect(), theme.tokens.accent, radius=RADIUS)
        centre = self.height() // 2
        draw_text(painter, SPACE_3, baseline(centre), self.condition.label, role=FontRole.MEDIUM)
        side = theme.px(ICON_SMALL)
        cross = QRect(self.width() - CROSS_RIGHT - side, centre - side // 2, side, side)
        draw_icon(painter, cross, Icon.CROSS, theme.tokens.text2)
        painter.end()


class AddFilter(Button):
    """The plus and its words; unfolds the fields one can filter by."""

    def __init__(self) -> None:
        super().__init__("", kind="quiet")
        self._words = tr("Add filter")
        self.setAccessibleName(self._words)

    def sizeHint(self) -> QSize:
        """Fits plus and words."""
        words = text_width(self._words, FontRole.MEDIUM)
        return QSize(self._text_left() + words + SPACE_2, current_theme().px(CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws plus and words in the colour of links."""
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        centre, side = self.height() // 2, theme.px(PLUS)
        draw_icon(painter, QRect(PLUS_LEFT, centre - side // 2, side, side), Icon.PLUS, theme.tokens.link)
        draw_text(
            painter,
            self._text_left(),
            baseline(centre),
            self._words,
            role=FontRole.MEDIUM,
            colour=theme.tokens.link,
        )
        painter.end()

    @staticmethod
    def _text_left() -> int:
        return PLUS_LEFT + current_theme().px(PLUS) + PLUS_LEFT


class FilterBar(QWidget):
    """Says what narrows the table and lets the person change it; it keeps no filter of its own."""

    text_changed = Signal(str)
    filters_changed = Signal(tuple)
    """All conditions after a chip was added or removed."""
    left = Signal()
    """The keyboard belongs to the table."""

    def __init__(self, fields: Sequence[FilterChoices], *, views: QMenu, columns: QMenu) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self._filters: tuple[Filter, ...] = ()
        find = QKeySequence(QKeySequence.StandardKey.Find)
        self.field = FilterField(keys=find.toString(QKeySequence.SequenceFormat.NativeText))
        self.view = ChoiceButton(tr("View"), views, width=VIEW_WIDTH)
        self.add = AddFilter()
        self.add.setMenu(self._filter_menu())
        self.add.setVisible(bool(self._fields))
        self.count = Label("", tone="text2")
        self.columns = IconButton(Icon.COLUMNS, tr("Columns and row height"))
        columns.setParent(self.columns, columns.windowFlags())
        self.columns.setMenu(columns)
        self._lay_out()
        self._connect()
        self.find_action = self._find_action(find)

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(self.field, 0, top)
        row.addWidget(self.view, 0, top)
        self._chips = FlowLayout(gap=SPACE_2)
        self._chips.addWidget(self.add)
        row.addLayout(self._chips, 1)
        row.addWidget(self.count, 0, top)
        row.addSpacing(SPACE_1 - LINE)
        row.addWidget(self.columns, 0, top)
        current_theme().keep_height(self.count, CONTROL)

    def _connect(self) -> None:
        self.field.filtered.connect(self.text_changed)
        self.field.left.connect(self.left)
        self.field.chip_removal.connect(self._remove_last)

    def _find_action(self, keys: QKeySequence) -> QAction:
        action = QAction(tr("Filter"), self)
        action.setShortcut(keys)
        action.triggered.connect(self.go_to_field)
        self.addAction(action)
        return action

    def go_to_field(self) -> None:
        """Puts the keyboard into the filter field, with its text selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_filters(self, text: str, filters: tuple[Filter, ...]) -> None:
        """Shows text and chips of a view without announcing them."""
        if self.field.text() != text:
            self.field.load(text)
        if filters != self._filters:
            self._filters = filters
            self._rebuild_chips()

    def show_count(self, shown: int, total: int, *, narrowed: bool) -> None:
        """Says how many rows are shown, and of how many where text or filters leave some out."""
        text = tr("{shown} of {total}", shown=shown, total=total) if narrowed else str(total)
        self.count.setText(text)
        spoken = tr_count("{shown} of {count} row shown", "{shown} of {count} rows shown", total, shown=shown)
        self.count.setAccessibleName(spoken)

    def chips(self) -> list[FilterChip]:
        """Returns the chips in their order."""
        return [one for one in widgets_in(self._chips) if isinstance(one, FilterChip)]

    def _rebuild_chips(self) -> None:
        for chip in self.chips():
            let_go(self._chips, chip)
        for place, condition in enumerate(self._filters):
            chip = FilterChip(condition)
            chip.clicked.connect(partial(self._remove, condition))
            self._chips.insert(place, chip)
            self.setTabOrder(self.view, chip)
        self.updateGeometry()

    def _filter_menu(self) -> QMenu:
        menu = QMenu(self)
        for field in self._fields:
            part = menu.addMenu(field.title)
            part.aboutToShow.connect(partial(self._fill, part, field))
        return menu

    def _fill(self, menu: QMenu, field: FilterChoices) -> None:
        menu.clear()
        for choice in field.choices():
            action = menu.addAction(choice.title)
            action.triggered.connect(partial(self._add, Filter(field.key, choice.value, choice.chip)))

    def _add(self, condition: Filter) -> None:
        others = tuple(part for part in self._filters if part != condition)
        self._announce((*others, condition))

    def _remove(self, condition: Filter) -> None:
        self._announce(tuple(part for part in self._filters if part != condition))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_last(self) -> None:
        if self._filters:
            self._announce(self._filters[:-1])

    def _announce(self, filters: tuple[Filter, ...]) -> None:
        self._filters = filters
        self._rebuild_chips()
        self.filters_changed.emit(filters)
