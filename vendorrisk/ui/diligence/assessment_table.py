"""The table of assessments: its source, columns, views and filters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.records import AssessmentKind, AssessmentState
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.widgets.columns import Cell, Column, Status, check_column
from vendorrisk.ui.widgets.filterbar import Choice, FilterChoices
from vendorrisk.ui.widgets.handfuls import Handle, handles, of_row
from vendorrisk.ui.widgets.query import Sort
from vendorrisk.ui.widgets.saved_views import ViewState
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.diligence.assessment_listings import AssessmentOrder, AssessmentScope
from vendorrisk.usecases.listings import SortKey

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.message import Message
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.query import Query
    from vendorrisk.usecases.diligence.assessment_listings import AssessmentQuery
    from vendorrisk.usecases.diligence.assessment_rows import AssessmentRow, AssessmentRows

STATE_KINDS: Final = {
    AssessmentState.DRAFT: (Kind.NEUTRAL, False),
    AssessmentState.SENT: (Kind.INFO, False),
    AssessmentState.ANSWERED: (Kind.INFO, True),
    AssessmentState.IN_REVIEW: (Kind.INFO, True),
    AssessmentState.FINISHED: (Kind.GOOD, False),
    AssessmentState.CANCELLED: (Kind.NEUTRAL, False),
}
"""State -> its mark, and whether it is a chip: something waits for us."""
SOON: Final = 7
KIND, QUESTIONNAIRE, REVIEWER, LATE = "kind", "questionnaire", "reviewer", "late"
_VIEWS: Final = (
    (AssessmentScope.OPEN, mark("All open"), Sort(AssessmentOrder.DUE)),
    (AssessmentScope.WAITING_VENDOR, mark("Waiting for vendor"), Sort(AssessmentOrder.DUE)),
    (AssessmentScope.WAITING_US, mark("Waiting for us"), Sort(AssessmentOrder.DUE)),
    (AssessmentScope.QUARTER, mark("This quarter"), Sort(AssessmentOrder.DUE)),
    (AssessmentScope.CLOSED, mark("Closed"), Sort(AssessmentOrder.FINISHED, descending=True)),
    (AssessmentScope.ALL, mark("All"), Sort(AssessmentOrder.DUE, descending=True)),
)
_IN_VIEW: Final = {
    AssessmentScope.CLOSED: (
        "check", "vendor", "kind", "questionnaire", "state", "finished", "answered", "score", "reviewer",
    )
}  # fmt: skip
"""Where nobody waits any more, days are of no interest."""


def supplied_views() -> list[ViewState]:
    """Returns the views every person has."""
    return [
        ViewState(name=tr(name), scope=scope, sort=(sort,), columns=_IN_VIEW.get(scope, ()))
        for scope, name, sort in _VIEWS
    ]


class AssessmentSource:
    """Behind the protocol `IndexedSource`: turns what a table asks into a question to the register."""

    def __init__(self, rows: AssessmentRows) -> None:
        self._rows = rows

    def count(self, query: Query) -> int:
        """Returns how many assessments the query shows."""
        return self._rows.count(self.asked(query))

    def rows(self, query: Query, offset: int, limit: int) -> Sequence[Handle[AssessmentRow]]:
        """Returns one page of assessments."""
        return self.by_ids(self._rows.ids(self.asked(query), offset=offset, limit=limit))

    def ids(self, query: Query) -> Sequence[str]:
        """Returns the ids of all assessments of the query, in order."""
        return self._rows.ids(self.asked(query))

    def by_ids(self, ids: Sequence[str]) -> Sequence[Handle[AssessmentRow]]:
        """Returns these assessments, whether or not any query shows them."""
        return handles(ids, self._rows.by_ids)

    def asked(self, query: Query) -> AssessmentQuery:
        """Returns the question to the register for what a table shows."""
        chosen: dict[str, set[str]] = {field: set() for field in (KIND, QUESTIONNAIRE, REVIEWER, LATE)}
        for part in query.filters:
            chosen[part.field].add(part.value)
        return self._rows.query(
            scope=AssessmentScope(query.scope or AssessmentScope.OPEN),
            text=query.text,
            kinds=frozenset(chosen[KIND]),
            questionnaires=frozenset(chosen[QUESTIONNAIRE]),
            reviewers=frozenset(chosen[REVIEWER]),
            late=bool(chosen[LATE]),
            sort=tuple(SortKey(AssessmentOrder(part.key), part.descending) for part in query.sort),
        )


def columns(say: Callable[[Message], str]) -> list[Column]:
    """Returns the columns in their order."""

    def state(row: AssessmentRow) -> Status:
        kind, is_chip = STATE_KINDS[row.state]
        return Status(kind, say(label(row.state)), chip=is_chip)

    return [
        check_column(tr("Select")),
        Column(key="vendor", title=tr("Vendor"), value=of_row(lambda row: row.vendor), width=160, strong=True,
               sort_key=AssessmentOrder.VENDOR),
        Column(key="kind", title=tr("Kind"), value=of_row(lambda row: say(label(row.kind))), width=150,
               sort_key=AssessmentOrder.KIND, fold=4),
        Column(key="questionnaire", title=tr("Questionnaire"), value=of_row(_questionnaire), width=166,
               sort_key=AssessmentOrder.QUESTIONNAIRE, fold=5),
        Column(key="state", title=tr("State"), value=of_row(state), kind=Cell.STATUS, width=104,
               sort_key=AssessmentOrder.STATE),
        Column(key="sent", title=tr("Written"), value=of_row(lambda row: row.sent_on), kind=Cell.DATE,
               width=98, sort_key=AssessmentOrder.SENT, fold=3,
               tip=tr("The day on which the workbook was written; you send it yourself")),
        Column(key="due", title=tr("Due"), value=of_row(lambda row: row.due_on), kind=Cell.DATE, width=98,
               sort_key=AssessmentOrder.DUE),
        Column(key="days", title=tr("Days"), value=of_row(days_status), kind=Cell.STATUS, width=104,
               tip=tr("Until the answers are due, or since")),
        Column(key="answered", title=tr("Answered"), value=of_row(lambda row: row.answered / row.asked),
               text=_answered, kind=Cell.PROGRESS, width=126, fold=1),
        Column(key="score", title=tr("Score"), value=of_row(lambda row: row.score), kind=Cell.NUMBER,
               width=60, fold=2, tip=tr("Strength of the controls, of 100")),
        Column(key="reviewer", title=tr("Reviewer"), value=of_row(lambda row: row.reviewer), width=96,
               sort_key=AssessmentOrder.REVIEWER, fold=6),
        Column(key="service", title=tr("Service"), value=of_row(lambda row: row.service), width=120,
               shown=False),
        Column(key="finished", title=tr("Finished"), value=of_row(lambda row: row.finished_on),
               kind=Cell.DATE, width=100, shown=False, sort_key=AssessmentOrder.FINISHED),
    ]  # fmt: skip


def days_status(row: AssessmentRow) -> Status | None:
    """Returns how far the due day is; late vendors stand out, our own work does not accuse."""
    if row.days is None:
        return None
    if row.days < 0:
        late = tr_count("{count} day late", "{count} days late", -row.days)
        waits = row.state is AssessmentState.SENT
        return Status(Kind.CRITICAL if waits else Kind.WARN, late, chip=waits)
    if row.days == 0:
        return Status(Kind.WARN, tr("today"))
    words = tr_count("in {count} day", "in {count} days", row.days)
    return Status(Kind.WARN if row.days <= SOON else Kind.NEUTRAL, words, chip=False)


def _questionnaire(row: AssessmentRow) -> str:
    return f"{row.questionnaire} {row.version}"


def _answered(handle: Handle[AssessmentRow]) -> str:
    row = handle.row
    return tr("{answered} of {asked}", answered=row.answered, asked=row.asked) if row else ""


def filters(context: Context, rows: AssessmentRows) -> list[FilterChoices]:
    """Returns what assessments can be filtered by."""
    asked = partial(_questionnaires, context)
    return [
        FilterChoices(key=LATE, title=tr("Days"), choices=_late),
        FilterChoices(key=KIND, title=tr("Kind"), choices=partial(_kinds, context)),
        FilterChoices(key=QUESTIONNAIRE, title=tr("Questionnaire"), choices=asked),
        FilterChoices(key=REVIEWER, title=tr("Reviewer"), choices=partial(_reviewers, rows)),
    ]


def _late() -> list[Choice]:
    return [Choice(value=LATE, title=tr("Vendor is late"), chip=tr("Vendor is late"))]


def _kinds(context: Context) -> list[Choice]:
    named = [(kind.value, context.say(label(kind))) for kind in AssessmentKind]
    return [Choice(value=value, title=name, chip=name) for value, name in named]


def _questionnaires(context: Context) -> list[Choice]:
    named = [(one.id, text_in(one.title, "en")) for one in context.office.questionnaires.all()]
    return [Choice(value=value, title=name.replace("&", "&&"), chip=name) for value, name in named]


def _reviewers(rows: AssessmentRows) -> list[Choice]:
    return [
        Choice(value=name, title=name.replace("&", "&&"), chip=tr("Reviewer {name}", name=name))
        for name in rows.reviewers()
    ]
