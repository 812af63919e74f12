"""A contract that approves a sub-processor beforehand is named, and its customer is notified all the same."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.gate import a_gate
from vendorrisk.domain.notice.records import ChangeKind, Terms
from vendorrisk.domain.register.records import Vendor
from vendorrisk.usecases.notice.changes import dates, explained
from vendorrisk.usecases.notice.customer_words import reading


@pytest.fixture
def gate():
    return a_gate()


def seen(gate):
    change = gate.change(date(2027, 3, 1), ChangeKind.ADD)
    with gate.office.book.reading() as reader:
        ((_, reach),) = explained(reader, change).affected
        ((_, found),) = dates(gate.office, reader, change).dates
    return gate.office.say(reach.reason), found


def test_an_approval_beforehand_is_said_and_moves_no_date(gate):
    with gate.office.book.reading() as reader:
        vendor = reader.get(Vendor, gate.vendor_id).name
    gate.customer(pre_approved_names=(vendor,))
    reason, found = seen(gate)
    assert reason.endswith(f"its contract approves “{vendor}” beforehand, and it is notified all the same")
    assert [one.params["rule"] for one in found.steps if "rule" in one.params][-1] == "R16"
    assert found.earliest == date(2026, 12, 24)


def test_another_name_is_not_approved(gate):
    gate.customer(pre_approved_names=("Somebody else",))
    reason, found = seen(gate)
    assert "beforehand" not in reason
    assert all(one.key != "notice.step.beforehand" for one in found.steps)


@pytest.mark.parametrize(
    ("terms", "read"),
    [
        ({}, None),
        ({"pre_approved_affiliates": True}, "The contract approves beforehand: our affiliates."),
        (
            {"pre_approved_names": ("Norte", "Sur, Ltd"), "pre_approved_eea": True},
            "The contract approves beforehand, while all is in the EEA: “Norte”, “Sur, Ltd”.",
        ),
    ],
)
def test_what_is_approved_beforehand_is_read_out_with_the_terms(gate, terms, read):
    said = [gate.office.say(one) for one in reading(Terms(id="t", customer_id="c", **terms))]
    found = [one for one in said if one.startswith("The contract approves")]
    assert found == ([f"{read} The customer is notified all the same."] if read else [])
