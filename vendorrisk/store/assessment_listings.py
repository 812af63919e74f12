"""The SQL behind the table of assessments."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, func, or_, select

from vendorrisk.domain.diligence.records import ENDED, Answer, Assessment, AssessmentState, Verdict
from vendorrisk.domain.register.records import Engagement, Service, Vendor
from vendorrisk.store.folding import folded
from vendorrisk.store.pages import column_of, counted, directed, moment, values_in
from vendorrisk.store.reading import SqlReader
from vendorrisk.store.tables import FOLDED, SORT_KEY, TABLES
from vendorrisk.usecases.diligence.assessment_listings import (
    AssessmentEntry,
    AssessmentOrder,
    AssessmentQuery,
    AssessmentScope,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import ColumnElement, Connection, Engine, Select

_ASSESSMENT, _ANSWER = TABLES[Assessment], TABLES[Answer]
_ENGAGEMENT, _VENDOR = TABLES[Engagement], TABLES[Vendor]
_STATE = _ASSESSMENT.c.state
_THERE = "x"


def _in_quarter(query: AssessmentQuery) -> ColumnElement[bool]:
    first, last = query.first.isoformat(), query.last.isoformat()
    due, finished = _ASSESSMENT.c.due_on, _ASSESSMENT.c.finished_on
    is_due = and_(_STATE.not_in(ENDED), due.between(first, last))
    return or_(is_due, finished.between(first, last))


_SCOPES: dict[AssessmentScope, Callable[[AssessmentQuery], ColumnElement[bool]]] = {
    AssessmentScope.OPEN: lambda _: _STATE.not_in(ENDED),
    AssessmentScope.WAITING_VENDOR: lambda _: _STATE == AssessmentState.SENT,
    AssessmentScope.WAITING_US: lambda _: _STATE.in_(
        (AssessmentState.DRAFT, AssessmentState.ANSWERED, AssessmentState.IN_REVIEW)
    ),
    AssessmentScope.QUARTER: _in_quarter,
    AssessmentScope.CLOSED: lambda _: _STATE.in_(ENDED),
    AssessmentScope.ALL: lambda _: _ASSESSMENT.c.id.is_not(None),
}
_STEPS = {state: number for number, state in enumerate(AssessmentState)}
_ORDERS: dict[AssessmentOrder, ColumnElement[Any]] = {
    AssessmentOrder.DUE: _ASSESSMENT.c.due_on,
    AssessmentOrder.VENDOR: _VENDOR.c[SORT_KEY],
    AssessmentOrder.KIND: _ASSESSMENT.c.kind,
    AssessmentOrder.QUESTIONNAIRE: _ASSESSMENT.c.questionnaire,
    AssessmentOrder.STATE: case(_STEPS, value=_STATE),
    AssessmentOrder.SENT: _ASSESSMENT.c.sent_on,
    AssessmentOrder.FINISHED: _ASSESSMENT.c.finished_on,
    AssessmentOrder.REVIEWER: func.nullif(_ASSESSMENT.c.reviewer, ""),
}


def _conditions(query: AssessmentQuery) -> list[ColumnElement[bool]]:
    found = [_SCOPES[query.scope](query)]
    for column, wanted in (
        (_ASSESSMENT.c.kind, query.kinds),
        (_ASSESSMENT.c.questionnaire, query.questionnaires),
        (_ASSESSMENT.c.reviewer, query.reviewers),
    ):
        found += [column.in_(sorted(wanted))] if wanted else []
    if query.late:
        found += [_STATE == AssessmentState.SENT, _ASSESSMENT.c.due_on < query.today.isoformat()]
    return found + [_VENDOR.c[FOLDED].contains(word, autoescape=True) for word in folded(query.text).split()]


def _joined(what: Any) -> Select[Any]:
    return (
        select(what)
        .select_from(_ASSESSMENT)
        .join(_ENGAGEMENT, _ENGAGEMENT.c.id == _ASSESSMENT.c.engagement_id)
        .join(_VENDOR, _VENDOR.c.id == _ENGAGEMENT.c.vendor_id)
    )


@dataclass(frozen=True, slots=True)
class SqlAssessments:
    """Pages of assessments over the readers' engine."""

    reader: Engine

    def count(self, query: AssessmentQuery) -> int:
        """How many assessments the query shows."""
        return counted(self.reader, _joined(func.count()).where(*_conditions(query)))

    def ids(self, query: AssessmentQuery, *, offset: int = 0, limit: int | None = None) -> list[str]:
        """The ids of the assessments the query shows, in order; all of them without a limit."""
        keys = [directed(_ORDERS[part.by], descending=part.descending) for part in query.sort]
        page = _joined(_ASSESSMENT.c.id).where(*_conditions(query))
        page = page.order_by(*keys, _VENDOR.c[SORT_KEY], _ASSESSMENT.c.id).offset(offset).limit(limit)
        return column_of(self.reader, page)

    def entries(self, ids: Sequence[str]) -> list[AssessmentEntry]:
        """These assessments, in this order; those that are gone are left out."""
        with moment(self.reader) as connection:
            return _entries(SqlReader(connection), list(ids), _answers(connection, ids))

    def reviewers(self) -> list[str]:
        """Everybody who reviews an assessment, by name."""
        return values_in(self.reader, _ASSESSMENT.c.reviewer)


def _entries(reader: SqlReader, ids: list[str], answers: dict[str, list[Answer]]) -> list[AssessmentEntry]:
    assessments = {one.id: one for one in reader.find(Assessment, id=ids)}
    wanted = sorted({one.engagement_id for one in assessments.values()})
    engagements = {one.id: one for one in reader.find(Engagement, id=wanted)}
    about = engagements.values()
    vendors = {one.id: one for one in reader.find(Vendor, id=sorted({one.vendor_id for one in about}))}
    services = {one.id: one for one in reader.find(Service, id=sorted({one.service_id for one in about}))}
    found = []
    for one in ids:
        if one in assessments:
            engagement = engagements[assessments[one].engagement_id]
            found.append(
                AssessmentEntry(
                    assessment=assessments[one], engagement=engagement,
                    vendor=vendors[engagement.vendor_id], service=services.get(engagement.service_id),
                    answers=tuple(answers[one]),
                )
            )  # fmt: skip
    return found


def _answers(connection: Connection, ids: Sequence[str]) -> dict[str, list[Answer]]:
    column = _ANSWER.c
    query = select(
        column.assessment_id, column.question, column.verdict,
        column.value != "", column.evidence != "",
    ).where(column.assessment_id.in_(list(ids)))  # fmt: skip
    found: dict[str, list[Answer]] = defaultdict(list)
    for assessment, question, verdict, has_value, has_evidence in connection.execute(query):
        found[assessment].append(
            Answer(
                id="", assessment_id=assessment, question=question,
                value=_THERE if has_value else "", evidence=_THERE if has_evidence else "",
                verdict=Verdict(verdict) if verdict else None,
            )
        )  # fmt: skip
    return found
