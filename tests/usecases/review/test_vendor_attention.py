"""What needs somebody at a vendor: items of a checklist that came to concern its agreement later."""

from __future__ import annotations

import pytest

from tests.support.vendors import dpa, facts, live, office_with_law, place, put, said
from vendorrisk.domain.diligence.clauses import CLAUSES
from vendorrisk.domain.diligence.records import ClauseCheck, ClauseResult
from vendorrisk.usecases.diligence.document_view import checklists_of
from vendorrisk.usecases.review.vendor_attention import Cause, attention
from vendorrisk.usecases.signals import Signal


@pytest.fixture
def office():
    return office_with_law()


def told(office, *places):
    """What Needs attention says of an agreement of which all but the items on transfers were checked."""
    agreement = dpa()
    known = facts(office, live(), agreement, *places)
    looked_at = [one.id for one in CLAUSES if one.id not in {"D-20", "D-21"}]
    put(
        office,
        *(ClauseCheck(id=one, document_id=agreement.id, item=one, result=ClauseResult.PRESENT)
          for one in looked_at),
    )  # fmt: skip
    with office.book.reading() as reader:
        checklists = checklists_of(office, reader, [agreement])
    found = attention(known, checklists.items())
    return [
        (one.signal, said(one.title), said(one.detail)) for one in found if one.cause is Cause.CLAUSES
    ], checklists[agreement.id]


def test_an_item_that_a_place_outside_brings_in_is_shown_again(office):
    shown, checklist = told(office, place("US"))
    assert shown == [
        (
            Signal.WARN,
            "2 items of the agreement’s checklist are not checked",
            "D-20, D-21; going live waits for them",
        )
    ]
    assert checklist.asked - checklist.looked_at == 2


def test_a_place_inside_asks_for_nothing_more(office):
    shown, checklist = told(office, place("DE"))
    assert (shown, checklist.asked) == ([], checklist.looked_at)
