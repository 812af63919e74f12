"""The register behind its table: ids come a page at a time, rows in handfuls, when they come into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorrisk.usecases.listings import SortKey
from vendorrisk.usecases.register.vendor_listings import VendorFilter, VendorOrder, VendorText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from vendorrisk.ui.widgets.query import Query
    from vendorrisk.usecases.register.vendor_listings import VendorQuery
    from vendorrisk.usecases.review.vendor_rows import VendorRow, VendorRows

HANDFUL: Final = 25
"""Rows that are computed together: about as many as a window shows at once."""

SCOPES: Final[dict[str, frozenset[VendorFilter]]] = {
    "active": frozenset({VendorFilter.ACTIVE}),
    "overdue": frozenset({VendorFilter.ACTIVE, VendorFilter.OVERDUE}),
    "due": frozenset({VendorFilter.ACTIVE, VendorFilter.DUE_30}),
    "outside": frozenset({VendorFilter.ACTIVE, VendorFilter.OUTSIDE_EEA}),
    "no_dpa": frozenset({VendorFilter.ACTIVE, VendorFilter.NO_DPA}),
    "never": frozenset({VendorFilter.ACTIVE, VendorFilter.NEVER_ASSESSED}),
    "mine": frozenset({VendorFilter.ACTIVE, VendorFilter.MINE}),
    "archived": frozenset({VendorFilter.ARCHIVED}),
}
"""What each supplied view lists."""

SOUGHT: Final = {
    "vendor": VendorText.NAME, "legal_name": VendorText.NAME, "purpose": VendorText.PURPOSE,
    "place": VendorText.PLACE, "owner": VendorText.OWNER,
}  # fmt: skip
"""In which columns text can be sought; the others hold what is computed."""

STATE, PLACE, OWNER, SERVICE, STAGE = "state", "place", "owner", "service", "stage"
OUTSIDE_EEA: Final = "OUTSIDE_EEA"


class VendorHandle:
    """A row of the table by its id; the vendor itself is read together with its neighbours when needed."""

    __slots__ = ("_handful", "id")

    def __init__(self, row_id: str, handful: _Handful) -> None:
        self.id = row_id
        self._handful = handful

    @property
    def row(self) -> VendorRow | None:
        """The vendor as the register shows it; None where it was removed meanwhile."""
        return self._handful.rows().get(self.id)


class _Handful:
    def __init__(self, ids: Sequence[str], read: Callable[[Sequence[str]], list[VendorRow]]) -> None:
        self._ids = ids
        self._read = read
        self._rows: dict[str, VendorRow] | None = None

    def rows(self) -> dict[str, VendorRow]:
        if self._rows is None:
            self._rows = {row.id: row for row in self._read(self._ids)}
        return self._rows


class VendorSource:
    """Behind the protocol `IndexedSource`: turns what a table asks into a question to the register."""

    def __init__(self, rows: VendorRows) -> None:
        self._rows = rows

    def count(self, query: Query) -> int:
        """Returns how many vendors the query shows."""
        return self._rows.count(self.asked(query))

    def rows(self, query: Query, offset: int, limit: int) -> Sequence[VendorHandle]:
        """Returns one page of vendors."""
        return self.by_ids(self._rows.ids(self.asked(query), offset=offset, limit=limit))

    def ids(self, query: Query) -> Sequence[str]:
        """Returns the ids of all vendors of the query, in order."""
        return self._rows.ids(self.asked(query))

    def by_ids(self, ids: Sequence[str]) -> Sequence[VendorHandle]:
        """Returns these vendors, whether or not any query shows them."""
        handles = []
        for start in range(0, len(ids), HANDFUL):
            some = ids[start : start + HANDFUL]
            handful = _Handful(some, self._rows.by_ids)
            handles += [VendorHandle(one, handful) for one in some]
        return handles

    def asked(self, query: Query) -> VendorQuery:
        """Returns the question to the register for what a table shows."""
        chosen: dict[str, set[str]] = {field: set() for field in (STATE, PLACE, OWNER, SERVICE, STAGE)}
        for part in query.filters:
            chosen[part.field].add(part.value)
        filters = SCOPES.get(query.scope, SCOPES["active"]) | {VendorFilter(one) for one in chosen[STATE]}
        if OUTSIDE_EEA in chosen[PLACE]:
            filters |= {VendorFilter.OUTSIDE_EEA}
        return self._rows.query(
            text=query.text,
            searched=_sought(query.columns),
            filters=filters,
            places=frozenset(chosen[PLACE] - {OUTSIDE_EEA}),
            owners=frozenset(chosen[OWNER]),
            services=frozenset(chosen[SERVICE]),
            stages=frozenset(chosen[STAGE]),
            sort=tuple(SortKey(VendorOrder(part.key), part.descending) for part in query.sort),
        )


def _sought(columns: Iterable[str]) -> frozenset[VendorText]:
    found = frozenset(SOUGHT[key] for key in columns if key in SOUGHT)
    return found or frozenset({VendorText.NAME})
