"""A reader that answers from a few large readings, so that rules written for one vendor serve a hundred."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from vendorrisk.domain.record import Record
    from vendorrisk.usecases.ports import Clock, Reader

R = TypeVar("R", bound="Record")


class PinnedClock:
    """A clock whose date stands still, so that a page of rows asks for it once, or is told of another day."""

    def __init__(self, day: date, clock: Clock) -> None:
        self._day = day
        self._clock = clock

    def today(self) -> date:
        """The pinned date."""
        return self._day

    def now(self) -> datetime:
        """The journal's instant, which nothing moves."""
        return self._clock.now()


class Gathered:
    """Behind the port `Reader`: what was gathered is found in memory, all else is read as ever."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._shelves: dict[tuple[type[Record], str], dict[Any, list[Any]]] = {}
        self._whole: dict[type[Record], list[Any]] = {}

    def gather(self, kind: type[R], field: str, values: Iterable[Any]) -> list[R]:
        """Reads all records with one of these values in a field, and keeps them for `find`."""
        wanted = list(dict.fromkeys(values))
        found = self._reader.find(kind, **{field: wanted}) if wanted else []
        self.shelve(kind, field, wanted, found)
        return found

    def shelve(self, kind: type[R], field: str, values: Iterable[Any], records: Sequence[R]) -> None:
        """Keeps records in place of those the register has for these values."""
        shelf = self._shelves.setdefault((kind, field), {})
        for value in values:
            shelf[value] = []
        for record in records:
            shelf[getattr(record, field)].append(record)

    def get(self, kind: type[R], id: str) -> R:  # noqa: A002  (the record's own word)
        """The record with this id; raises NotFound."""
        known = self._shelves.get((kind, "id"), {}).get(id)
        return cast("R", known[0]) if known else self._reader.get(kind, id)

    def find(self, kind: type[R], /, **equals: Any) -> list[R]:
        """Records whose fields equal these values, oldest first; a whole table is read once."""
        if not equals:
            return self._all(kind)
        for field, value in equals.items():
            shelf = self._shelves.get((kind, field))
            if shelf is not None and not isinstance(value, list | tuple) and value in shelf:
                rest = {name: wanted for name, wanted in equals.items() if name != field}
                return [record for record in shelf[value] if _meets(record, rest)]
        return self._reader.find(kind, **equals)

    def _all(self, kind: type[R]) -> list[R]:
        if kind not in self._whole:
            self._whole[kind] = self._reader.find(kind)
        return [*self._whole[kind]]

    def search(self, kind: type[R], text: str, *, limit: int = 20) -> list[R]:
        """Records whose folded names contain the folded text, by name."""
        return self._reader.search(kind, text, limit=limit)

    def when_set(self, kind: type[Record], id: str, field: str) -> Reader | None:  # noqa: A002  (likewise)
        """The register right after a field was set; the past is read, never gathered."""
        return self._reader.when_set(kind, id, field)


def _meets(record: Record, wanted: dict[str, Any]) -> bool:
    return all(
        getattr(record, name) in value if isinstance(value, list | tuple) else getattr(record, name) == value
        for name, value in wanted.items()
    )
