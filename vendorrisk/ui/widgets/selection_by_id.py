"""A table's selection, kept by the ids of its rows, so that it survives sorting, filtering and changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QTableView

    from vendorrisk.ui.widgets.paged_model import PagedModel
    from vendorrisk.ui.widgets.query import Query

NoUpdate: Final = QItemSelectionModel.SelectionFlag.NoUpdate
ClearAndSelect: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect
NOWHERE: Final = QModelIndex()


class SelectionById(QObject):
    """Remembers which rows are selected and which one the keyboard is on, whatever the model reads next.

    Rows a new reading no longer has are not selected any more: nothing acts on what cannot be seen.
    """

    selected = Signal(list)
    """The ids of the selected rows, in the order of the table."""
    current = Signal(str)
    """The id of the row the keyboard is on; empty where there is none."""

    def __init__(self, view: QTableView, model: PagedModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._ids: tuple[str, ...] = ()
        self._current = ""
        self._query = model.query
        self._scroll = 0
        self._left: tuple[Query, str, int] | None = None
        model.modelAboutToBeReset.connect(self._remember)
        view.selectionModel().selectionChanged.connect(self._on_selection)
        view.selectionModel().currentRowChanged.connect(self._on_current)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the selected rows, in the order of the table."""
        return self._ids

    @property
    def current_id(self) -> str:
        """The id of the row the keyboard is on, empty where there is none."""
        return self._current

    def places(self) -> list[int]:
        """Returns where the selected rows stand, from top to bottom."""
        selection = self._view.selectionModel().selection()
        spans = [selection.at(number) for number in range(selection.count())]
        return sorted({place for span in spans for place in range(span.top(), span.bottom() + 1)})

    def select(self, ids: Iterable[str]) -> None:
        """Selects the rows with these ids and no others; ids the table does not have are passed over."""
        places = sorted(place for place in map(self._model.place_of, ids) if place is not None)
        selection = QItemSelection()
        last = self._model.columnCount() - 1
        for first, final in runs(places):
            selection.select(self._model.index(first, 0), self._model.index(final, last))
        self._view.selectionModel().select(selection, ClearAndSelect)

    def put_current(self, place: int) -> None:
        """Puts the keyboard on a row without selecting it."""
        index = self._model.index(place, self._view.horizontalHeader().logicalIndex(0))
        self._view.selectionModel().setCurrentIndex(index, NoUpdate)

    def restore(self) -> None:
        """Finds the selected rows, the current one and the scroll position again after a reading."""
        same_list = self._model.query == self._query
        self._query = self._model.query
        before, current = self._ids, self._current
        self.select(before)
        if before and not self._view.selectionModel().hasSelection():
            self._on_selection()
        place = self._model.place_of(current) if current else None
        if place is not None:
            self.put_current(place)
        elif current:
            self._on_current(NOWHERE)
        self._scroll_back(same_list=same_list, place=place)

    def leave(self) -> None:
        """Remembers how far the view is scrolled while it goes out of sight."""
        self._left = (self._model.query, self._current, self._view.verticalScrollBar().value())

    def come_back(self) -> None:
        """Scrolls to there again, unless the list is another one now or the keyboard was put elsewhere."""
        if self._left is not None and self._left[:2] == (self._model.query, self._current):
            self._view.verticalScrollBar().setValue(self._left[2])

    def _scroll_back(self, *, same_list: bool, place: int | None) -> None:
        self._view.executeDelayedItemsLayout()
        self._view.updateGeometries()
        self._view.verticalScrollBar().setValue(self._scroll if same_list else 0)
        if not same_list and place is not None:
            self._view.scrollTo(self._view.currentIndex())

    def _remember(self) -> None:
        self._scroll = self._view.verticalScrollBar().value()

    def _on_selection(self) -> None:
        ids = self._model.ids_at(self.places())
        if ids != self._ids:
            self._ids = ids
            self.selected.emit(list(ids))

    def _on_current(self, index: QModelIndex) -> None:
        current = (self._model.id_at(index.row()) or "") if index.isValid() else ""
        if current != self._current:
            self._current = current
            self.current.emit(current)


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Returns sorted numbers as stretches without gaps: (first, last) of each."""
    stretches: list[tuple[int, int]] = []
    for place in places:
        if stretches and place == stretches[-1][1] + 1:
            stretches[-1] = (stretches[-1][0], place)
        else:
            stretches.append((place, place))
    return stretches
