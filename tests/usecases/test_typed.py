"""Typed fields of every kind of record: what a person may type, how it is read, and what only rules write."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from vendorrisk.domain.diligence.records import ClauseCheck, Document, Finding, Severity
from vendorrisk.domain.message import BadInput
from vendorrisk.domain.notice.records import (
    Change,
    ClockStart,
    CountRule,
    Customer,
    DayUnit,
    Holiday,
    HolidayYear,
    ObjectionBlocks,
    Terms,
)
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.usecases.editing import EDITED
from vendorrisk.usecases.typed import fields_of, read_fields

RULED = {
    Vendor: {"archived_on"},
    Engagement: {"stage", "origin", "live_since", "anchor", "cycles"},
    Document: {"evidence", "sha256", "size", "file_name"},
    Finding: {
        "state", "raised_on", "communicated_on", "due_on", "verified_on", "accepted_until", "accepted_by",
        "accepted_why", "accepted_on", "compensating", "dpo_opinion", "dpo_text", "dpo_on", "acceptances",
    },
    Change: {"number", "kind", "planned_on", "state", "text_approved_by", "text_approved_on", "created_on",
             "published_on", "published_proof", "live_on", "emergency_until", "emergency_why"},
    ClauseCheck: {"item", "reviewed_by"},
}  # fmt: skip


@pytest.mark.parametrize("kind", RULED, ids=lambda kind: kind.__name__)
def test_what_has_a_rule_of_its_own_cannot_be_typed(kind):
    assert RULED[kind] <= {one.name for one in fields(kind)}
    assert RULED[kind] & set(fields_of(kind)) == set()
    for name in RULED[kind]:
        with pytest.raises(BadInput):
            read_fields(kind, {name: "2026-01-01"})


@pytest.mark.parametrize("kind", EDITED, ids=lambda kind: kind.__name__)
def test_no_reference_to_another_record_can_be_typed(kind):
    assert [name for name in fields_of(kind) if name == "id" or name.endswith("_id")] in ([], ["account_id"])


@pytest.mark.parametrize(
    ("kind", "typed", "read"),
    [
        (Terms, {"notice_days": "60"}, {"notice_days": 60}),
        (Terms, {"objection_days": ""}, {"objection_days": None}),
        (Terms, {"notice_unit": "business"}, {"notice_unit": DayUnit.BUSINESS}),
        (Terms, {"objection_unit": ""}, {"objection_unit": None}),
        (Terms, {"clock_starts": "deemed received"}, {"clock_starts": ClockStart.DEEMED_RECEIVED}),
        (Terms, {"count_rule": "CLEAR_DAYS"}, {"count_rule": CountRule.EXCLUDE_START_DAY}),
        (Terms, {"objection_blocks": "NEVER"}, {"objection_blocks": ObjectionBlocks.NEVER}),
        (Terms, {"dora": "yes", "assumed": "no"}, {"dora": True, "assumed": False}),
        (
            Terms,
            {"valid_from": "2026-01-01", "valid_to": ""},
            {"valid_from": date(2026, 1, 1), "valid_to": None},
        ),
        (Customer, {"services": "a; b,a"}, {"services": ("a", "b")}),
        (Customer, {"zone": "Europe/Zagreb"}, {"zone": "Europe/Zagreb"}),
        (Customer, {"email": ""}, {"email": ""}),
        (Document, {"kind": "soc2-ii", "covers_vendor": ""}, {"kind": "SOC2_II", "covers_vendor": None}),
        (Document, {"criteria": "cc, a"}, {"criteria": ("CC", "A")}),
        (Finding, {"severity": "h", "title": " No MFA "}, {"severity": Severity.H, "title": "No MFA"}),
        (Change, {"regions": "eu, us"}, {"regions": ("EU", "US")}),
        (Change, {"text": "New"}, {"text": {"en": "New"}}),
        (HolidayYear, {"year": "2026", "weekend": "FRI;SAT"}, {"year": 2026, "weekend": ("FRI", "SAT")}),
    ],
)
def test_a_field_is_read_by_its_type(kind, typed, read):
    assert read_fields(kind, typed) == read


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Terms, {"notice_days": ""}), (Terms, {"notice_days": "soon"}), (Terms, {"notice_days": "-1"}),
        (Terms, {"notice_unit": ""}), (Terms, {"dora": "perhaps"}), (Terms, {"valid_from": "03/04/2026"}),
        (Customer, {"zone": "Mars/Olympus"}), (Customer, {"zone": ""}), (Customer, {"email": "nobody"}),
        (Customer, {"name": "a\u202eb"}), (Document, {"kind": "nonsense"}), (Document, {"kind": ""}),
        (Holiday, {"day": ""}), (Holiday, {"day": "25.12.2026"}), (HolidayYear, {"year": ""}),
        (Vendor, {"nonsense": "x"}),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_field(kind, typed):
    with pytest.raises(BadInput) as refused:
        read_fields(kind, typed)
    (problem,) = refused.value.problems
    assert problem.where == next(iter(typed))


def test_all_wrong_fields_are_named_at_once():
    with pytest.raises(BadInput) as refused:
        read_fields(Terms, {"notice_days": "x", "dora": "y", "channel": "EMAIL", "clause": "a\nb"})
    assert [one.where for one in refused.value.problems] == ["notice_days", "dora", "clause"]
