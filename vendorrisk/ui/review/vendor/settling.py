"""What settles each thing that needs somebody: the form that opens, or the page that leads there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.domain.review.due import TaskKind
from vendorrisk.ui.diligence.review_places import ReviewVisit
from vendorrisk.usecases.review.vendor_attention import Attention, Cause

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.diligence.records import Document, Finding
    from vendorrisk.domain.register.records import Flow, Location
    from vendorrisk.ui.review.vendor.doings import Doings
    from vendorrisk.ui.shell.context import Context


def steps_for(context: Context, do: Doings, one: Attention) -> Callable[[], object] | None:
    """Returns what settles one thing; None where the person decides in the table it stands in."""
    review = partial(context.go, "answer_review", one.record_id)
    answer = partial(context.go, "answer_review", ReviewVisit(one.record_id, one.question))
    paper, flow = _document(do, one.record_id), _flow(do, one.record_id)
    steps: dict[Cause | TaskKind, Callable[[], object]] = {
        Cause.AGREEMENT: partial(do.add_document, kind="DPA"),
        Cause.CLAUSES: partial(do.check_clauses, paper),
        Cause.NO_MECHANISM: partial(do.add_transfer, _place(do, one.record_id)),
        Cause.TRANSFER: partial(do.edit_transfer, flow),
        TaskKind.CHECK_TRANSFER: partial(do.edit_transfer, flow),
        Cause.RATING: do.rate,
        Cause.REACH: do.answer_reach,
        Cause.SHORT_ANSWERS: answer,
        Cause.CONTRADICTIONS: answer,
        TaskKind.REASSESS: do.send_questionnaire,
        TaskKind.FIRST_ASSESSMENT: do.send_questionnaire,
        TaskKind.SEND_QUESTIONS: do.send_questionnaire,
        TaskKind.CHASE_ANSWERS: review,
        TaskKind.REVIEW_ANSWERS: review,
        TaskKind.RENEW_DOCUMENT: partial(do.add_document, kind=paper.kind if paper else ""),
        TaskKind.JUDGE_DOCUMENT: partial(do.edit_document, paper),
        TaskKind.TELL_FINDING: partial(do.tell_finding, finding_of(do, one.record_id)),
        TaskKind.CONFIRM_DECISION: partial(do.confirm_decision, one.record_id),
    }
    return steps.get(one.cause)


def finding_of(do: Doings, finding_id: str) -> Finding | None:
    """Returns a finding of the vendor that is shown."""
    found = do.sheet.facts.findings if do.sheet else ()
    return next((one for one in found if one.id == finding_id), None)


def _document(do: Doings, document_id: str) -> Document | None:
    rows = do.sheet.documents if do.sheet else ()
    return next((row.document for row in rows if row.id == document_id), None)


def _flow(do: Doings, flow_id: str) -> Flow | None:
    flows = do.sheet.facts.flows if do.sheet else ()
    return next((one for one in flows if one.id == flow_id), None)


def _place(do: Doings, location_id: str) -> Location | None:
    places = do.sheet.facts.locations if do.sheet else ()
    return next((one for one in places if one.id == location_id), None)
