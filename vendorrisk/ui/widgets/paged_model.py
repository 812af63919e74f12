"""The model behind every table: rows of a query, read a page at a time when they come into sight."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from vendorrisk.ui.widgets.columns import Cell
from vendorrisk.ui.widgets.labels import tip
from vendorrisk.ui.widgets.query import Query, Sort
from vendorrisk.ui.widgets.row_cache import PAGE, Reading, Request, RowCache, read, read_ids
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from vendorrisk.ui.widgets.columns import Column
    from vendorrisk.ui.widgets.sources import RowSource

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Role(IntEnum):
    """What a cell gives besides its words."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The row as the source gave it."""
    VALUE = Qt.ItemDataRole.UserRole + 2
    """The native value: date, number, text or None."""
    STATUS = Qt.ItemDataRole.UserRole + 3
    """The Status of a cell that shows one."""
    ID = Qt.ItemDataRole.UserRole + 4
    STAYED = Qt.ItemDataRole.UserRole + 5
    """True for an edited row that no longer matches what the table shows."""


class Runner(Protocol):
    """Runs a reading, here or in another thread, and reports in the window's thread."""

    def __call__(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[], None]
    ) -> None:
        """Runs `work`, then calls `done` with what it returned, or `failed` if it raised."""
        ...


def run_now(work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[], None]) -> None:  # noqa: ARG001  (an exception is its own report)
    """Runs a reading at once: right for a source that answers within a frame."""
    done(work())


class PagedModel(QAbstractTableModel):
    """Shows the rows of a query without holding them all.

    Sorting and filtering go to the source as a Query; no row is ever hidden here. Rows are told apart by
    id, so that selection and stayed rows survive a new reading.
    """

    loading = Signal(bool)
    counted = Signal(int, int)
    """How many rows are shown, and how many there are without text and filters."""

    def __init__(
        self,
        source: RowSource,
        columns: Sequence[Column],
        *,
        query: Query | None = None,
        row_id: Callable[[Any], str] = attrgetter("id"),
        run: Runner = run_now,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._source = source
        self._row_id = row_id
        self._run = run
        self._query = query or Query()
        self._cache = RowCache(Reading(count=0, total=0, page=0, rows=()), row_id)
        self._ids: tuple[str, ...] | None = None
        self._where: dict[str, int] | None = None
        self._asked: set[int] = set()
        self._in_sight = 0
        self._generation = 0
        self._pending = 0
        self._reading_now = False

    @property
    def query(self) -> Query:
        """What the table shows."""
        return self._query

    @property
    def is_loading(self) -> bool:
        """Whether a reading is under way."""
        return self._pending > 0

    @property
    def shown(self) -> int:
        """How many rows match; rows that have stayed are not among them."""
        return self._cache.count

    @property
    def total(self) -> int:
        """How many rows there are without text and filters."""
        return self._cache.total

    def set_query(self, query: Query) -> None:
        """Shows another list, filter or order; rows that have stayed are let go.

        An order by a column that does not exist (any more) is passed over.
        """
        known = {column.sort_key for column in self.columns} - {""}
        query = replace(query, sort=tuple(part for part in query.sort if part.key in known))
        scope_kept = query.widened() == self._query.widened()
        self._query = query
        self._in_sight = 0
        self._read(Request(query=query, total=self._cache.total if scope_kept and self._generation else None))

    def refresh(self, touched: Iterable[str] = ()) -> None:
        """Reads again after a change; rows with the ids `touched` keep their place even if they left it."""
        staying = {stayed.row_id: (stayed.position, stayed.row) for stayed in self._cache.stayed}
        for row_id in touched:
            place = self._cache.find(row_id)
            if place is not None:
                staying[row_id] = (place, self._cache.row(place))
        self._read(Request(query=self._query, page=self._in_sight, staying=staying))

    def reread(self) -> None:
        """Reads afresh (F5): rows that no longer match leave."""
        self._read(Request(query=self._query, page=self._in_sight))

    def row_at(self, place: int) -> Any | None:
        """Returns the row at a place of the table, reading its page if need be."""
        if not 0 <= place < len(self._cache):
            return None
        self._in_sight = self._cache.page_of(place)
        row = self._cache.row(place)
        if row is None:
            self._ask(self._in_sight)
            row = self._cache.row(place)
        return row

    def id_at(self, place: int) -> str | None:
        """Returns the id of the row at a place of the table."""
        row = self.row_at(place)
        return None if row is None else self._row_id(row)

    def ids_at(self, places: Iterable[int]) -> tuple[str, ...]:
        """Returns the ids of the rows at some places, without reading their pages."""
        wanted = list(places)
        rows = [self._cache.row(place) for place in wanted]
        if all(row is not None for row in rows):
            return tuple(self._row_id(row) for row in rows)
        ids = self.ids()
        return tuple(ids[place] for place in wanted if place < len(ids))

    def ids(self) -> Sequence[str]:
        """Returns the ids of all rows of the table, in its order; asks the source once per reading."""
        if self._ids is None:
            everything = read_ids(self._source, self._query, self._row_id)
            self._ids = tuple(self._cache.with_stayed(everything))
        return self._ids

    def place_of(self, row_id: str) -> int | None:
        """Returns where the row with this id stands, or None if the table does not have it."""
        place = self._cache.find(row_id)
        if place is not None:
            return place
        if self._where is None:
            self._where = {key: number for number, key in enumerate(self.ids())}
        return self._where.get(row_id)

    def column_number(self, key: str) -> int:
        """Returns the number of the column with this key.

        Raises:
            KeyError: No column has this key.
        """
        for number, column in enumerate(self.columns):
            if column.key == key:
                return number
        raise KeyError(key)

    def summary(self, place: int) -> str:
        """Returns a row in one sentence for readers: the name, then each other value under its title."""
        row = self.row_at(place)
        told = [column for column in self.columns if column.kind not in {Cell.CHECK, Cell.VERB}]
        if row is None or not told:
            return ""
        name = told[0].words(row)
        rest = [(column.title, column.spoken(row)) for column in told[1:] if column.shown]
        return ", ".join([name, *(f"{title}: {words}" for title, words in rest if words)])

    # What Qt asks for.

    def rowCount(self, parent: Index = ROOT) -> int:
        """Returns how many rows the table has, read or not."""
        return 0 if parent.isValid() else len(self._cache)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Returns how many columns there are, in sight or not."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lets every row be selected."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Returns title, alignment and tip of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._title_and_order(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        return tip(column.tip) or None if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns what a cell says, holds or belongs to, reading its page when it comes into sight."""
        if not self.checkIndex(index, QAbstractTableModel.CheckIndexOption.IndexIsValid):
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        if role in {Role.STAYED, Qt.ItemDataRole.ToolTipRole}:
            stayed = self._cache.stayed_at(index.row()) is not None
            return stayed if role == Role.STAYED else _why_grey(stayed=stayed)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self.summary(index.row())
        if role not in READERS:
            return None
        row = self.row_at(index.row())
        return None if row is None else READERS[role](self._row_id, column, row)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by one column alone."""
        if 0 <= column < len(self.columns) and self.columns[column].sort_key:
            descending = order == Qt.SortOrder.DescendingOrder
            self.set_sort((Sort(self.columns[column].sort_key, descending),))

    def set_sort(self, sort: tuple[Sort, ...]) -> None:
        """Sorts by several keys, the first being the strongest."""
        self.set_query(replace(self._query, sort=sort))

    def _title_and_order(self, column: Column) -> str:
        for part in self._query.sort:
            if part.key == column.sort_key:
                text = tr("{title}, sorted downwards") if part.descending else tr("{title}, sorted upwards")
                return text.format(title=column.title)
        return column.title

    # Reading.

    def _read(self, request: Request) -> None:
        self._generation += 1
        self._set_pending(1)
        self._run(
            partial(read, self._source, request, self._row_id),
            partial(self._arrived, self._generation),
            partial(self._failed, self._generation),
        )

    def _arrived(self, generation: int, reading: Reading) -> None:
        if generation != self._generation:
            return
        self.beginResetModel()
        self._cache = RowCache(reading, self._row_id)
        self._ids = None if reading.ids is None else tuple(self._cache.with_stayed(reading.ids))
        self._where = None
        self._asked = set()
        self.endResetModel()
        self._set_pending(self._pending - 1)
        self.counted.emit(reading.count, reading.total)

    def _ask(self, page: int) -> None:
        if page in self._asked or self._cache.has(page):
            return
        self._asked.add(page)
        self._set_pending(self._pending + 1)
        self._reading_now = True
        self._run(
            partial(self._source.rows, self._query, page * PAGE, PAGE),
            partial(self._page_arrived, self._generation, page),
            partial(self._failed, self._generation),
        )
        self._reading_now = False

    def _page_arrived(self, generation: int, page: int, rows: Sequence[Any]) -> None:
        if generation != self._generation:
            return
        self._asked.discard(page)
        self._cache.put(page, rows)
        self._set_pending(self._pending - 1)
        if not self._reading_now:
            first, last = self._cache.places_of(page)
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _failed(self, generation: int) -> None:
        if generation == self._generation:
            self._set_pending(self._pending - 1)

    def _set_pending(self, pending: int) -> None:
        before, self._pending = self._pending, pending
        if bool(before) != bool(pending):
            self.loading.emit(bool(pending))


def _why_grey(*, stayed: bool) -> str | None:
    return tip(tr("This row no longer matches the view. It leaves with F5.")) if stayed else None


READERS: dict[int, Callable[[Callable[[Any], str], Column, Any], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda _id, column, row: column.words(row),
    Qt.ItemDataRole.AccessibleTextRole: lambda _id, column, row: column.spoken(row),
    Role.ROW: lambda _id, _column, row: row,
    Role.VALUE: lambda _id, column, row: column.value(row),
    Role.STATUS: lambda _id, column, row: column.status(row),
    Role.ID: lambda row_id, _column, row: row_id(row),
}
