"""The table of changes: its source, columns, views and filters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.notice.records import BEFORE_SENDING, OPEN_CHANGES, ChangeKind, ChangeState
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.notice.change_words import KINDS, state_of
from vendorrisk.ui.widgets.columns import Cell, Column, check_column
from vendorrisk.ui.widgets.filterbar import Choice, FilterChoices
from vendorrisk.ui.widgets.query import Sort
from vendorrisk.ui.widgets.saved_views import ViewState
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.ui.notice.change_words import Say
    from vendorrisk.ui.widgets.query import Query
    from vendorrisk.usecases.notice.change_view import ChangeRow

KIND, STATE, OWNER, LOOK = "kind", "state", "owner", "look"
OBJECTIONS, NOBODY, TOO_EARLY = "objections", "nobody", "too_early"
_NEXT: Final = (Sort("planned"),)
_VIEWS: Final[tuple[tuple[str, str, tuple[Sort, ...], Callable[[Any], bool]], ...]] = (
    ("open", mark("All open"), _NEXT, lambda row: row.change.state in OPEN_CHANGES),
    ("preparing", mark("In preparation"), _NEXT,
     lambda row: row.change.state in BEFORE_SENDING),
    ("running", mark("Notice running"), (Sort("ends"),),
     lambda row: row.change.state is ChangeState.RUNNING),
    ("over", mark("Live or cancelled"), (Sort("planned", descending=True),),
     lambda row: row.change.state not in OPEN_CHANGES),
    ("all", mark("All"), (Sort("planned", descending=True),), lambda _row: True),
)  # fmt: skip


def is_too_early(row: ChangeRow) -> bool:
    """Whether a change that is not over is planned for a day that some customer's terms forbid."""
    return (
        row.change.state in OPEN_CHANGES and row.earliest is not None and row.change.planned_on < row.earliest
    )  # fmt: skip


_LOOKS: Final[tuple[tuple[str, str, Callable[[Any], bool]], ...]] = (
    (OBJECTIONS, mark("Open objections"), lambda row: row.objections > 0),
    (TOO_EARLY, mark("Planned too early"), is_too_early),
    (NOBODY, mark("Nobody affected"), lambda row: row.affected == 0),
)


def supplied_views() -> list[ViewState]:
    """Returns the views every person has."""
    return [ViewState(name=tr(name), scope=scope, sort=sort) for scope, name, sort, _ in _VIEWS]


class ChangeSource:
    """Behind the protocol `IndexedSource`: all changes in memory, a list for each view."""

    def __init__(self, columns: Sequence[Column]) -> None:
        looks = {key: test for key, _, test in _LOOKS}
        tests: dict[str, Callable[[Any, str], bool]] = {
            KIND: lambda row, value: row.change.kind == value,
            STATE: lambda row, value: row.change.state == value,
            OWNER: lambda row, value: row.change.owner == value,
            LOOK: lambda row, value: bool(looks[value](row)),
        }
        self._lists = {scope: ListSource((), columns, tests=tests) for scope, *_ in _VIEWS}
        self.all: list[ChangeRow] = []

    def replace(self, rows: Sequence[ChangeRow]) -> None:
        """Takes other rows; the table shows them after its next refresh."""
        self.all = list(rows)
        for scope, _, _, belongs in _VIEWS:
            self._lists[scope].replace([row for row in rows if belongs(row)])

    def count(self, query: Query) -> int:
        """Returns how many changes the query shows."""
        return self._of(query).count(query)

    def rows(self, query: Query, offset: int, limit: int) -> Sequence[ChangeRow]:
        """Returns one page of changes."""
        return self._of(query).rows(query, offset, limit)

    def ids(self, query: Query) -> Sequence[str]:
        """Returns the ids of all changes of the query, in order."""
        return self._of(query).ids(query)

    def by_ids(self, ids: Sequence[str]) -> Sequence[ChangeRow]:
        """Returns these changes, whether or not any query shows them."""
        return [row for row in self.all if row.id in ids]

    def _of(self, query: Query) -> ListSource:
        return self._lists[query.scope or _VIEWS[0][0]]


def filters(source: ChangeSource, say: Say) -> list[FilterChoices]:
    """Returns what changes can be filtered by."""
    return [
        FilterChoices(key=LOOK, title=tr("To look at"), choices=_looks),
        FilterChoices(key=STATE, title=tr("State"), choices=partial(_states, say)),
        FilterChoices(key=KIND, title=tr("Kind"), choices=_kinds),
        FilterChoices(key=OWNER, title=tr("Owner"), choices=partial(_owners, source)),
    ]


def _looks() -> list[Choice]:
    return [Choice(value=key, title=tr(text), chip=tr(text)) for key, text, _ in _LOOKS]


def _states(say: Say) -> list[Choice]:
    named = [(state.value, say(label(state))) for state in ChangeState]
    return [Choice(value=value, title=name, chip=name) for value, name in named]


def _kinds() -> list[Choice]:
    return [Choice(value=kind.value, title=tr(KINDS[kind]), chip=tr(KINDS[kind])) for kind in ChangeKind]


def _owners(source: ChangeSource) -> list[Choice]:
    names = sorted({row.change.owner for row in source.all if row.change.owner})
    return [
        Choice(value=one, title=one.replace("&", "&&"), chip=tr("Owner {name}", name=one)) for one in names
    ]


def columns(say: Say) -> list[Column]:
    """Returns the columns in their order."""
    return [
        check_column(tr("Select")),
        Column(key="number", title=tr("Change"), value=lambda row: row.change.number, width=84,
               sort_key="number", strong=True),
        Column(key="vendor", title=tr("Sub-processor"), value=lambda row: row.vendor, sort_key="vendor"),
        Column(key="purpose", title=tr("Purpose"), value=lambda row: row.purpose, fold=5),
        Column(key="kind", title=tr("Kind"), value=lambda row: tr(KINDS[row.change.kind]), sort_key="kind",
               fold=3),
        Column(key="state", title=tr("State"), value=lambda row: state_of(row.change.state, say),
               kind=Cell.STATUS, width=148, sort_key="state"),
        Column(key="affected", title=tr("Affected"), value=lambda row: row.affected, kind=Cell.NUMBER,
               text=_affected, sort_key="affected", fold=1),
        Column(key="sent", title=tr("Notices sent"), value=lambda row: row.sent_on, kind=Cell.DATE,
               sort_key="sent", fold=4),
        Column(key="ends", title=tr("Window ends"), value=lambda row: row.ends, kind=Cell.DATE,
               sort_key="ends"),
        Column(key="objections", title=tr("Objections"), value=lambda row: row.objections or None,
               kind=Cell.NUMBER, sort_key="objections", fold=2),
        Column(key="planned", title=tr("Planned"), value=lambda row: row.change.planned_on, kind=Cell.DATE,
               sort_key="planned"),
        Column(key="owner", title=tr("Owner"), value=lambda row: row.change.owner, shown=False,
               sort_key="owner"),
    ]  # fmt: skip


def _affected(row: ChangeRow) -> str:
    if not row.affected:
        return tr("nobody")
    return tr("{part} of {whole}", part=row.affected, whole=row.customers)
