"""What happened to a vendor: what the timeline says of its documents is what counts today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support.offices import TODAY
from tests.support.vendors import dpa, facts, live, office_with_law, said
from vendorrisk.domain.decision.records import Decision, HandCheck, Outcome, StageMove
from vendorrisk.domain.diligence.editions import Edition
from vendorrisk.domain.diligence.records import Document
from vendorrisk.usecases.review.vendor_story import story


def told(*documents):
    office = office_with_law()
    office.law.editions = (Edition(kind="ISO27001", edition="2013", retired_on=date(2025, 10, 31)),)
    found = story(facts(office, live(), *documents), (), ())
    return [(said(one.title), said(one.detail)) for one in found]


def certificate(**more):
    quiet = {"id": "d2", "vendor_id": "v1", "kind": "ISO27001", "issued_on": date(2024, 11, 22)}
    return Document(**(quiet | {"valid_to": date(2027, 11, 21)} | more))


def test_a_certificate_on_a_retired_edition_is_never_shown_as_valid():
    assert told(certificate(edition="2013")) == [
        ("ISO 27001", "Edition 2013 counted up to and including 31 October 2025.")
    ]


@pytest.mark.parametrize(
    ("paper", "detail"),
    [
        (certificate(edition="2022"), "Valid until 21 Nov 2027"),
        (
            certificate(recorded_status="withdrawn"),
            "Recorded as withdrawn by the certification body or registry.",
        ),
        (certificate(valid_to=TODAY - timedelta(days=1)), "It ended on 22 November 2026."),
        (dpa(), "Valid until replaced"),
    ],
)
def test_the_timeline_says_until_when_a_document_counts_or_why_it_does_not(paper, detail):
    assert told(paper)[0][1] == detail


def moved(to, **more):
    quiet = {
        "id": "m1",
        "engagement_id": "e1",
        "step": "suspend",
        "from_stage": "LIVE",
        "moved_by": "Ana Novak",
    }
    return StageMove(**(quiet | {"to_stage": to, "moved_on": TODAY} | more))


@pytest.mark.parametrize(
    ("move", "told"),
    [
        (moved("SUSPENDED", reason="A breach"), [("Now: Suspended", "By Ana Novak: A breach")]),
        (moved("CONTRACTING"), [("Now: Contracting", "By Ana Novak")]),
        (moved("APPROVED"), []),
        (
            moved("APPROVED", head_of_privacy="Q Head", ciso="R Chief"),
            [("Agreed by those responsible", "Q Head; R Chief")],
        ),
    ],
)
def test_the_timeline_tells_each_move_with_its_reason_and_who_agreed(move, told):
    office = office_with_law()
    found = story(facts(office, live()), (), (), (move,))
    assert [(said(one.title), said(one.detail)) for one in found if one.record_id == "m1"] == told


CHECK = HandCheck(
    id="h1", engagement_id="e1", stage="LIVE", guards=("G7", "G10"), confirmed_by="Ana Novak",
    confirmed_on=TODAY, why="Compared the list line by line.",
)  # fmt: skip
REJECTED = Decision(
    id="d1",
    engagement_id="e1",
    outcome=Outcome.REJECTED,
    decided_on=TODAY,
    decided_by="Q Head",
    reason="Too far.",
)


def test_a_decision_is_told_with_its_reason_and_a_check_by_hand_with_its_word():
    found = story(facts(office_with_law(), live()), (REJECTED,), (), (), (CHECK,))
    told = [(said(one.title), said(one.detail)) for one in found if one.record_id in {"d1", "h1"}]
    assert told == [
        (
            "Checked by hand: Sub-processors of the vendor (fourth parties), Region lock",
            "By Ana Novak: Compared the list line by line.",
        ),
        ("Rejected", "By Q Head: Too far."),
    ]
