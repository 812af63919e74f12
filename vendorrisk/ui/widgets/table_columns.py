"""Which columns a table shows, how wide and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from vendorrisk.ui.widgets.column_layout import Wish, drawn_by_hand, share_out
from vendorrisk.ui.widgets.columns import Cell
from vendorrisk.ui.widgets.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vendorrisk.ui.widgets.columns import Column
    from vendorrisk.ui.widgets.table import Table

MEASURED_ROWS: Final = 100
ROWS_IN_SIGHT: Final = 30
"""How many rows tell whether a column of a declared width wants more; a large table has to open quickly."""
EDGE: Final = 1
"""Pixels between the frame round a table and its columns; the outermost column is wider by them."""
USUAL: Final = 0.9
"""A column is as wide as nine in ten of its cells need; the rest is shortened and has a tip."""

NEVER_CUT: Final = (Cell.STATUS, Cell.MARK, Cell.DATE, Cell.NUMBER)
"""What has no meaning by half: as wide as the widest."""


class TableColumns(QObject):
    """Arranges the columns of one table: sized by title and content, folded where space is short."""

    changed = Signal()
    """The person has arranged the columns otherwise."""
    shown_changed = Signal()
    """Other columns are in sight, by the person's choice or because of the room there is."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table
        self._columns = table.rows.columns
        self._hidden = {column.key for column in self._columns if not column.shown}
        self._by_hand: dict[str, int] = {}
        self._measured: dict[str, int] = {}
        self._busy = False
        self._in_sight: tuple[str, ...] = ()
        table.head.sectionResized.connect(self._on_resize)
        table.head.sectionMoved.connect(self._on_move)
        table.head.sectionHandleDoubleClicked.connect(self._forget_width)

    def chosen(self) -> list[str]:
        """Returns the keys of the columns the person wants to see, in their order, folded ones included."""
        return [
            column.key for column in self._in_order() if column.key not in self._hidden and _is_data(column)
        ]

    def shown_columns(self) -> list[Column]:
        """Returns the columns in sight, in their order."""
        return [column for column in self._in_order() if not self._is_away(column)]

    def widths(self) -> dict[str, int]:
        """Returns the widths the person has drawn, in pixels at a text size of 100 %."""
        return dict(self._by_hand)

    def apply(self, keys: Sequence[str], widths: Mapping[str, int]) -> None:
        """Shows these columns in this order, or those declared if there are none; widths are drawn ones."""
        known = [column.key for column in self._columns if _is_data(column)]
        wanted = [key for key in keys if key in known]
        declared = {column.key for column in self._columns if not column.shown}
        self._hidden = set(known) - set(wanted) if wanted else declared
        self._by_hand = {key: width for key, width in widths.items() if key in known}
        self._move([*wanted, *(key for key in known if key not in wanted)])
        self.fit()

    def show(self, key: str, *, visible: bool) -> None:
        """Shows or hides a column for the person; the last one stays."""
        if visible:
            self._hidden.discard(key)
        elif len(self.chosen()) > 1:
            self._hidden.add(key)
        self.fit()
        self.changed.emit()

    def is_chosen(self, key: str) -> bool:
        """Whether the person wants to see a column."""
        return key not in self._hidden

    def reset(self) -> None:
        """Goes back to the columns as declared."""
        self.apply((), {})
        self.changed.emit()

    def measure(self) -> None:
        """Measures content the first time there is any: widths must not jump while a filter is typed."""
        if self._measured or not self._table.rows.rowCount():
            return
        model = self._table.rows
        count = min(MEASURED_ROWS, model.rowCount())
        rows = [row for row in map(model.row_at, range(count)) if row is not None]
        for number, column in enumerate(self._columns):
            seen = rows[:ROWS_IN_SIGHT] if column.width else rows
            if seen and _is_data(column) and (column.shown or not column.width):
                delegate = self._table.delegate(number)
                sizes = sorted(delegate.content_width(row) for row in seen)
                usual = sizes[int(USUAL * (len(sizes) - 1))]
                self._measured[column.key] = sizes[-1] if column.kind in NEVER_CUT else usual
        self._measured.setdefault("", 0)
        self.fit()

    def fit(self) -> None:
        """Shares the width of the table out among its columns."""
        if self._busy:
            return
        self._busy = True
        wishes = [self._wish(column) for column in self._in_order() if column.key not in self._hidden]
        widths = share_out(wishes, self._table.columns_width() - EDGE)
        outermost = next(iter(widths), "")
        for number, column in enumerate(self._columns):
            width = widths.get(column.key)
            self._table.setColumnHidden(number, width is None)
            if width is not None:
                extra = EDGE if column.key == outermost else 0
                self._table.setColumnWidth(number, width + extra)
        keys = [column.key for column in self._columns]
        self._table.set_outermost(keys.index(outermost) if outermost else -1)
        self._busy = False
        if tuple(widths) != self._in_sight:
            self._in_sight = tuple(widths)
            self.shown_changed.emit()

    def _wish(self, column: Column) -> Wish:
        theme = current_theme()
        number = self._columns.index(column)
        least = self._table.head.least_width(number)
        wanted = theme.px(column.width) or self._measured.get(column.key, least)
        wish = Wish(
            key=column.key,
            wanted=max(wanted, least),
            least=least,
            content=self._measured.get(column.key, 0),
            fold=column.fold,
            fixed=column.kind == Cell.CHECK,
        )
        by_hand = self._by_hand.get(column.key)
        return drawn_by_hand(wish, theme.px(by_hand) if by_hand else None)

    def _is_away(self, column: Column) -> bool:
        return self._table.isColumnHidden(self._columns.index(column))

    def _in_order(self) -> list[Column]:
        head = self._table.head
        return [self._columns[head.logicalIndex(place)] for place in range(len(self._columns))]

    def _move(self, keys: Sequence[str]) -> None:
        self._busy = True
        head = self._table.head
        first = sum(1 for column in self._columns if not _is_data(column))
        for place, key in enumerate(keys, start=first):
            number = self._table.rows.column_number(key)
            head.moveSection(head.visualIndex(number), place)
        self._busy = False

    def _on_resize(self, number: int, _before: int, width: int) -> None:
        if self._busy or not width:
            return
        scale = current_theme().px(1000) / 1000
        self._by_hand[self._columns[number].key] = round(width / scale)
        self.changed.emit()

    def _on_move(self) -> None:
        if not self._busy:
            self.fit()
            self.changed.emit()

    def _forget_width(self, number: int) -> None:
        self._by_hand.pop(self._columns[number].key, None)
        self.fit()
        self.changed.emit()


def _is_data(column: Column) -> bool:
    return column.kind != Cell.CHECK
