"""Rows whose contents cost something: ids come a page at a time, contents in handfuls, when in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

R = TypeVar("R")

HANDFUL: Final = 25
"""Rows that are read together: about as many as a window shows at once."""


class Handle(Generic[R]):
    """A row by its id; the row itself is read together with its neighbours when a cell is painted."""

    __slots__ = ("_handful", "id")

    def __init__(self, row_id: str, handful: _Handful[R]) -> None:
        self.id = row_id
        self._handful = handful

    @property
    def row(self) -> R | None:
        """The row; None where it was removed meanwhile."""
        return self._handful.rows().get(self.id)


class _Handful(Generic[R]):
    def __init__(self, ids: Sequence[str], read: Callable[[Sequence[str]], Sequence[R]]) -> None:
        self._ids = ids
        self._read = read
        self._rows: dict[str, R] | None = None

    def rows(self) -> dict[str, R]:
        if self._rows is None:
            self._rows = {str(getattr(row, "id", "")): row for row in self._read(self._ids)}
        return self._rows


def handles(ids: Sequence[str], read: Callable[[Sequence[str]], Sequence[R]]) -> list[Handle[R]]:
    """Returns a handle per id; `read` gives the rows of some ids, each with its own `id`."""
    found: list[Handle[R]] = []
    for start in range(0, len(ids), HANDFUL):
        some = ids[start : start + HANDFUL]
        handful = _Handful(some, read)
        found += [Handle(one, handful) for one in some]
    return found


def of_row(value: Callable[[Any], Any]) -> Callable[[Handle[Any]], Any]:
    """Returns a value of the row behind a handle; a row that was removed meanwhile has none."""

    def read(handle: Handle[Any]) -> Any:
        row = handle.row
        return None if row is None else value(row)

    return read
