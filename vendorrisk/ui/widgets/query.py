"""What a table asks its source for: text, filters, order and scope, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple


class Sort(NamedTuple):
    """One key of the order: a column's sort key and its direction."""

    key: str
    descending: bool = False


class Filter(NamedTuple):
    """One condition: a declared field, the value it must have, and the words of its chip."""

    field: str
    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which rows, and in which order.

    `scope` names the list itself ("active", "overdue"); text and filters narrow it. `columns` are the keys
    of the columns in sight: text searches these and no others, so that a row never matches for a reason
    nobody can see.
    """

    scope: str = ""
    text: str = ""
    filters: tuple[Filter, ...] = ()
    sort: tuple[Sort, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether text or filters leave rows of the scope out."""
        return bool(self.text.strip() or self.filters)

    def widened(self) -> Query:
        """Returns the same list without text and filters."""
        return replace(self, text="", filters=())


def clicked(sort: tuple[Sort, ...], key: str, *, add: bool) -> tuple[Sort, ...]:
    """Returns the order after a click on a column's header.

    A click sorts by that column alone and the next one turns it round; with `add` (Shift) the column joins
    as a further key, or turns round where it stands.
    """
    known = {part.key: part for part in sort}
    turned = Sort(key, descending=key in known and not known[key].descending)
    if not add:
        return (Sort(key, descending=turned.descending and len(sort) == 1),)
    if key in known:
        return tuple(turned if part.key == key else part for part in sort)
    return (*sort, turned)
