"""What needs somebody at a vendor: items of a checklist that came to concern its agreement later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.law import a_dpf_flow
from tests.support.offices import put
from tests.support.vendors import dpa, facts, live, office_with_law, place, said
from vendorrisk.domain.diligence.clauses import CLAUSES
from vendorrisk.domain.diligence.records import ClauseCheck, ClauseResult, Document
from vendorrisk.domain.message import msg
from vendorrisk.domain.register.transfers import Gap, TransferState
from vendorrisk.usecases.diligence.document_view import checklists_of
from vendorrisk.usecases.review.vendor_attention import Cause, ahead, attention
from vendorrisk.usecases.signals import Signal

JANUARY = date(2027, 1, 31)


def iso(last):
    return Document(
        id="d1", vendor_id="v1", kind="ISO27001", edition="2022", scope="All", file_name="a.pdf",
        evidence="x", valid_from=date(2025, 1, 1), valid_to=last,
    )  # fmt: skip


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


@pytest.mark.parametrize(
    ("facts_of_it", "told"),
    [
        ([live()], None),
        ([live(anchor=date(2026, 6, 1), cycles=1)], "Next: reassessment, 1 Jun 2027, in 190 days"),
        (
            [live(anchor=date(2026, 6, 1), cycles=1), iso(JANUARY)],
            "Next: ISO 27001 ends, 31 Jan 2027, in 69 days",
        ),
        ([live(), iso(date(2026, 11, 22))], None),
    ],
)
def test_what_comes_next_is_the_reassessment_or_a_document_that_ends_before(office, facts_of_it, told):
    found = ahead(facts(office, *facts_of_it))
    assert (said(found) if found else None) == told


def test_a_fact_on_the_vendors_own_page_does_not_repeat_its_name(office):
    known = facts(office, live(), place("US"), a_dpf_flow(engagement_id="e1", importer="Vendor"))
    ((flow, found),) = known.transfers
    unchecked = msg("transfer.dpf.unchecked", importer="Vendor")
    found = replace(found, state=TransferState.INVALID, gaps=(Gap(fact=unchecked, remedy=unchecked),))
    known = replace(known, transfers=((flow, found),))
    known = replace(known, vendor=replace(known.vendor, name="Vendor"))
    details = [said(one.detail) for one in attention(known) if one.cause is Cause.TRANSFER]
    assert details == ["Its listing under the Data Privacy Framework has not been looked up."]
    elsewhere = replace(known, vendor=replace(known.vendor, name="Another", legal_name="Another Inc."))
    (detail,) = (said(one.detail) for one in attention(elsewhere) if one.cause is Cause.TRANSFER)
    assert detail == "The listing of Vendor under the Data Privacy Framework has not been looked up."
