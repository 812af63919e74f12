"""The rows of a table that were read already, for as long as they are true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from vendorrisk.usecases.office import Office

KEPT_ROWS = 5_000
"""Rows remembered at once; the memory begins anew when it is full."""


class Row(Protocol):
    """A row that is found by its id."""

    @property
    def id(self) -> str:
        """The id of what it shows."""
        ...


T = TypeVar("T", bound=Row)


class KeptRows(Generic[T]):
    """Remembers rows until something is changed or another day begins."""

    def __init__(self, office: Office, read: Callable[[Sequence[str]], Iterable[T]]) -> None:
        self._office = office
        self._read = read
        self._known: dict[str, T] = {}
        self._moment: tuple[int, date] | None = None

    def by_ids(self, ids: Sequence[str]) -> list[T]:
        """The rows with these ids, in this order; those that are gone are left out."""
        self._forget_what_changed()
        unknown = [one for one in ids if one not in self._known]
        if len(self._known) + len(unknown) > KEPT_ROWS:
            self._known.clear()
            unknown = list(ids)
        if unknown:
            self._known |= {row.id: row for row in self._read(unknown)}
        return [self._known[one] for one in ids if one in self._known]

    def _forget_what_changed(self) -> None:
        moment = (self._office.book.head()[0], self._office.clock.today())
        if moment != self._moment:
            self._known.clear()
            self._moment = moment
