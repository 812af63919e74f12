"""What is against the law as it stands is overdue at once; what runs out is due on its last good day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.domain.review.test_tasks import TODAY, engagement, found, kinds
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.diligence.validity import Archive, status
from vendorrisk.domain.message import msg
from vendorrisk.domain.register.records import Flow, Location, LocationKind, Role, Stage
from vendorrisk.domain.register.transfers import TransferState, Validity
from vendorrisk.domain.register.vocabulary import Regime
from vendorrisk.domain.review.due import Group, in_order

D = date
ASSESSED = engagement(anchor=D(2026, 5, 10), cycles=1)


def flow(**facts: Any) -> Flow:
    return Flow(
        **{"id": "f", "engagement_id": "e-1", "kind": LocationKind.STORAGE, "mechanism": "DPF", **facts}
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"tia_valid_until": D(2026, 12, 1)}, [("CHECK_TRANSFER", D(2026, 12, 1))]),
        (
            {"tia_valid_until": D(2026, 12, 1), "next_due": D(2026, 11, 1)},
            [("CHECK_TRANSFER", D(2026, 11, 1))],
        ),
        ({"next_due": D(2026, 11, 1), "valid_to": D(2026, 11, 22)}, []),
        ({"next_due": D(2026, 11, 1), "valid_to": D(2026, 11, 23)}, [("CHECK_TRANSFER", D(2026, 11, 1))]),
    ],
)
def test_transfers_by_the_first_day_that_runs_out(facts, expected):
    assert kinds(flows=[flow(**facts)]) == expected


def test_a_transfer_is_checked_before_the_law_that_carries_it_ends():
    assert kinds(flows=[flow()], law_ends={"f": D(2026, 12, 27)}) == [("CHECK_TRANSFER", D(2026, 12, 27))]


def verdict(state: TransferState) -> Validity:
    return Validity(state=state, regime=Regime.EU, why=msg("transfer.ended"))


INVALID, REVIEW = verdict(TransferState.INVALID), verdict(TransferState.REVIEW)


def test_a_transfer_that_does_not_hold_is_overdue_without_a_day_and_stands_first():
    one = found(flows=[flow(importer_country="CO")], verdicts={"f": INVALID})[0]
    assert (one.kind.value, one.due, one.group) == ("MEND_TRANSFER", None, Group.OVERDUE)
    late = found(engagements=[engagement(anchor=D(2025, 11, 10), cycles=1)])[0]
    assert in_order([late, one]) == (one, late)


def test_one_that_a_person_has_to_judge_waits_and_is_not_an_offence():
    (one,) = found(flows=[flow()], verdicts={"f": REVIEW})
    assert (one.kind.value, one.group) == ("CHECK_TRANSFER", Group.WAITING)


def test_what_ran_out_on_a_day_is_late_since_then_whatever_else_is_wrong():
    ran_out = flow(tia_valid_until=D(2026, 11, 1))
    assert kinds(flows=[ran_out], verdicts={"f": INVALID}) == [("CHECK_TRANSFER", D(2026, 11, 1))]


def test_an_old_look_up_in_the_list_of_the_framework_is_late_since_it_grew_old():
    looked_up = flow(checked_on=D(2026, 8, 1))
    found_now = kinds(flows=[looked_up], verdicts={"f": REVIEW}, recheck_days=90)
    assert found_now == [("CHECK_TRANSFER", D(2026, 10, 30))]
    assert kinds(flows=[looked_up], recheck_days=90) == []


def test_storage_and_access_that_fail_in_one_country_are_one_task():
    both = [flow(importer_country="US"), flow(id="g", kind=LocationKind.ACCESS, importer_country="US")]
    assert len(found(flows=both, verdicts={"f": INVALID, "g": INVALID})) == 1
    abroad = [both[0], flow(id="g", importer_country="IN")]
    assert len(found(flows=abroad, verdicts={"f": INVALID, "g": INVALID})) == 2


def place(**facts: Any) -> Location:
    return Location(
        **{"id": "l", "engagement_id": "e-1", "kind": LocationKind.ACCESS, "country": "IN", **facts}
    )


def of_kind(kind: str, **facts: Any) -> list[tuple[str, ...]]:
    return [one.subject_ids for one in found(**facts) if one.kind.value == kind]


def test_a_country_without_any_transfer_on_record_is_named_once():
    places = [place(), place(id="m", kind=LocationKind.STORAGE), place(id="n", country="US")]
    assert of_kind("NO_MECHANISM", engagements=[ASSESSED], bare=places) == [("l", "e-1"), ("n", "e-1")]


def agreement(**facts: Any) -> dict[str, Any]:
    paper = Document(**{"id": "d", "vendor_id": "v-1", "kind": "DPA", **facts})
    archive = Archive(documents={"d": paper})
    return {"documents": [paper], "standings": {"d": status(paper, TODAY, archive)}}


@pytest.mark.parametrize(
    ("papers", "lacking"),
    [
        ({}, [("e-1", "v-1")]),
        (agreement(valid_from=D(2026, 1, 1)), []),
        (agreement(valid_from=D(2027, 1, 1)), [("e-1", "v-1")]),
        (agreement(valid_from=D(2025, 1, 1), valid_to=D(2026, 1, 1)), []),
    ],
)
def test_a_vendor_in_use_without_an_agreement_on_record_is_named_and_one_that_ended_is_renewed(
    papers, lacking
):
    assert of_kind("NO_AGREEMENT", engagements=[ASSESSED], **papers) == lacking


@pytest.mark.parametrize(
    "facts",
    [{"anchor": None}, {"stage": Stage.CONTRACTING}, {"role": Role.INDEPENDENT_CONTROLLER}],
)
def test_who_was_never_assessed_or_is_not_in_use_as_sub_processor_has_no_such_task(facts):
    other = engagement(**{"anchor": D(2026, 5, 10), "cycles": 1, **facts})
    assert of_kind("NO_AGREEMENT", engagements=[other]) == []
    assert of_kind("NO_MECHANISM", engagements=[other], bare=[place()]) == []
