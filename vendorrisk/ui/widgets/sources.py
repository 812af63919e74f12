"""Where a table's rows come from: a query over the register, or a short list in memory."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Protocol, runtime_checkable

from PySide6.QtCore import QCollator, Qt

from vendorrisk.ui.widgets.columns import Status, iso
from vendorrisk.ui.widgets.tokens import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from vendorrisk.ui.widgets.columns import Column
    from vendorrisk.ui.widgets.query import Query

SEVERITY: Final = tuple(Kind)


class RowSource(Protocol):
    """Counts and reads the rows of a query; filtering and sorting are its business alone."""

    def count(self, query: Query) -> int:
        """Returns how many rows the query has."""
        ...

    def rows(self, query: Query, offset: int, limit: int) -> Sequence[Any]:
        """Returns at most `limit` rows of the query, from the row `offset` on (0 is the first)."""
        ...


@runtime_checkable
class IndexedSource(Protocol):
    """A source that also knows its rows by id, so that long selections need no reading of whole rows."""

    def ids(self, query: Query) -> Sequence[str]:
        """Returns the ids of all rows of the query, in its order."""
        ...

    def by_ids(self, ids: Sequence[str]) -> Sequence[Any]:
        """Returns the rows with these ids as they are now, whether or not any query has them."""
        ...


class ListSource:
    """Rows in memory, for lists too short to ask the register again: a vendor's documents, a preview.

    `tests` says per filter field whether a row has a value. Missing values sort last in both directions;
    text sorts by the person's language, states by how serious they are.
    """

    def __init__(
        self,
        rows: Iterable[Any],
        columns: Sequence[Column],
        *,
        tests: Mapping[str, Callable[[Any, str], bool]] | None = None,
        row_id: Callable[[Any], str] = lambda row: str(row.id),
    ) -> None:
        self._rows = list(rows)
        self._columns = {column.key: column for column in columns}
        self._by_sort_key = {column.sort_key: column for column in columns if column.sort_key}
        self._tests = dict(tests or {})
        self._row_id = row_id
        self._collator = QCollator()
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def replace(self, rows: Iterable[Any]) -> None:
        """Takes other rows; the table shows them after its next refresh."""
        self._rows = list(rows)

    def count(self, query: Query) -> int:
        """Returns how many rows the query has."""
        return len(self._matching(query))

    def rows(self, query: Query, offset: int, limit: int) -> Sequence[Any]:
        """Returns rows of the query in its order."""
        return self._ordered(query)[offset : offset + limit]

    def ids(self, query: Query) -> Sequence[str]:
        """Returns the ids of all rows of the query, in its order."""
        return [self._row_id(row) for row in self._ordered(query)]

    def by_ids(self, ids: Sequence[str]) -> Sequence[Any]:
        """Returns the rows with these ids."""
        return [row for row in self._rows if self._row_id(row) in ids]

    def _matching(self, query: Query) -> list[Any]:
        words = fold(query.text).split()
        columns = [self._columns[key] for key in query.columns if key in self._columns]
        columns = columns or list(self._columns.values())

        def matches(row: Any) -> bool:
            if not all(self._tests[part.field](row, part.value) for part in query.filters):
                return False
            text = " ".join(fold(column.whole(row)) for column in columns) if words else ""
            return all(word in text for word in words)

        return [row for row in self._rows if matches(row)]

    def _ordered(self, query: Query) -> list[Any]:
        rows = self._matching(query)
        for part in reversed(query.sort):
            column = self._by_sort_key[part.key]
            present = [row for row in rows if not _missing(column.value(row))]
            present.sort(key=lambda row, c=column: self._rank(c.value(row)), reverse=part.descending)  # type: ignore[misc]
            rows = present + [row for row in rows if _missing(column.value(row))]
        return rows

    def _rank(self, value: Any) -> Any:
        if isinstance(value, date):
            return iso(value)
        if isinstance(value, Status):
            return SEVERITY.index(value.kind), self._collator.sortKey(value.text)
        return self._collator.sortKey(value) if isinstance(value, str) else value


def fold(text: str) -> str:
    """Returns text without case and accents, the form in which words are compared."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _missing(value: Any) -> bool:
    return value is None or value == ""
