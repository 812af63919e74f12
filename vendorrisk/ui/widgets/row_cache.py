"""Which rows of a long list are at hand, and where rows that no longer match have stayed."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from vendorrisk.ui.widgets.sources import IndexedSource

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vendorrisk.ui.widgets.query import Query
    from vendorrisk.ui.widgets.sources import RowSource

PAGE: Final = 100
KEPT_PAGES: Final = 100
"""Pages at hand at once; the ones not looked at for longest make room."""


class Stayed(NamedTuple):
    """A row that was edited and no longer matches, kept where it stood until the list is read afresh."""

    position: int
    row_id: str
    row: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One reading of a list: the page in sight, and rows that are to stay even if they no longer match.

    `staying` maps ids to the position and the row as last seen. `total` is the number of rows without text
    and filters where it is known already.
    """

    query: Query
    page: int = 0
    staying: Mapping[str, tuple[int, Any]] = field(default_factory=dict)
    total: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reading brought: how many rows there are, and those of the page asked for."""

    count: int
    total: int
    page: int
    rows: Sequence[Any]
    stayed: tuple[Stayed, ...] = ()
    ids: tuple[str, ...] | None = None


def read(source: RowSource, request: Request, row_id: Callable[[Any], str]) -> Reading:
    """Reads a list for the window; may run in another thread."""
    query = request.query
    count = source.count(query)
    total = request.total
    if total is None:
        total = source.count(query.widened()) if query.narrowed else count
    page = min(request.page, max(0, count - 1) // PAGE)
    rows = source.rows(query, page * PAGE, PAGE) if count else ()
    if not request.staying:
        return Reading(count=count, total=total, page=page, rows=rows)
    ids = read_ids(source, query, row_id)
    stayed = _stayed(source, request.staying, frozenset(ids), row_id)
    return Reading(count=count, total=total, page=page, rows=rows, stayed=stayed, ids=ids)


def read_ids(source: RowSource, query: Query, row_id: Callable[[Any], str]) -> tuple[str, ...]:
    """Returns the ids of all rows of a query, without whole rows where the source can do that."""
    if isinstance(source, IndexedSource):
        return tuple(source.ids(query))
    starts = range(0, source.count(query), PAGE)
    return tuple(row_id(row) for start in starts for row in source.rows(query, start, PAGE))


def _stayed(
    source: RowSource,
    staying: Mapping[str, tuple[int, Any]],
    matching: frozenset[str],
    row_id: Callable[[Any], str],
) -> tuple[Stayed, ...]:
    """Returns the rows that left the list, as they are now; a row that is gone altogether does not stay."""
    left = {key: place for key, place in staying.items() if key not in matching}
    if isinstance(source, IndexedSource) and left:
        now = {row_id(row): row for row in source.by_ids(tuple(left))}
        left = {key: (position, now[key]) for key, (position, _old) in left.items() if key in now}
    return tuple(sorted(Stayed(position, key, row) for key, (position, row) in left.items()))


class RowCache:
    """The rows at hand, by their place in the table: pages of the source with stayed rows between them."""

    def __init__(self, reading: Reading, row_id: Callable[[Any], str]) -> None:
        self.count = reading.count
        self.total = reading.total
        self.stayed = _packed(reading.stayed, reading.count)
        self._positions = [place.position for place in self.stayed]
        self._row_id = row_id
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._where: dict[str, int] = {}
        if reading.rows:
            self.put(reading.page, reading.rows)

    def __len__(self) -> int:
        return self.count + len(self.stayed)

    def put(self, page: int, rows: Sequence[Any]) -> None:
        """Takes a page of rows from the source; the page not looked at for longest makes room."""
        self._pages[page] = rows
        self._where |= {self._row_id(row): page * PAGE + number for number, row in enumerate(rows)}
        while len(self._pages) > KEPT_PAGES:
            _, old = self._pages.popitem(last=False)
            for row in old:
                self._where.pop(self._row_id(row), None)

    def stayed_at(self, place: int) -> Stayed | None:
        """Returns the row that has stayed at a place of the table, if one has."""
        number = bisect_left(self._positions, place)
        found = number < len(self._positions) and self._positions[number] == place
        return self.stayed[number] if found else None

    def page_of(self, place: int) -> int:
        """Returns the number of the source's page that holds a place of the table."""
        return (place - bisect_left(self._positions, place)) // PAGE

    def has(self, page: int) -> bool:
        """Whether a page of the source is at hand."""
        return page in self._pages

    def row(self, place: int) -> Any | None:
        """Returns the row at a place of the table, or None while its page is not at hand."""
        stayed = self.stayed_at(place)
        if stayed:
            return stayed.row
        page, number = divmod(place - bisect_left(self._positions, place), PAGE)
        rows = self._pages.get(page, ())
        if page in self._pages:
            self._pages.move_to_end(page)
        return rows[number] if number < len(rows) else None

    def places_of(self, page: int) -> tuple[int, int]:
        """Returns the first and the last place of the table that show a page of the source."""
        last = min((page + 1) * PAGE, self.count) - 1
        return self.place(page * PAGE), self.place(last)

    def place(self, number: int) -> int:
        """Returns where in the table the source's row with this number stands."""
        place = number
        for position in self._positions:
            if position > place:
                break
            place += 1
        return place

    def find(self, row_id: str) -> int | None:
        """Returns the place of a row at hand by its id."""
        for stayed in self.stayed:
            if stayed.row_id == row_id:
                return stayed.position
        number = self._where.get(row_id)
        return None if number is None else self.place(number)

    def with_stayed(self, ids: Sequence[str]) -> list[str]:
        """Returns the ids of the source's rows with those of the stayed rows at their places."""
        everything = list(ids)
        for stayed in self.stayed:
            everything.insert(stayed.position, stayed.row_id)
        return everything


def _packed(stayed: tuple[Stayed, ...], count: int) -> tuple[Stayed, ...]:
    """Moves stayed rows up where the list has become too short for their old places."""
    return tuple(
        place._replace(position=min(place.position, count + number)) for number, place in enumerate(stayed)
    )
