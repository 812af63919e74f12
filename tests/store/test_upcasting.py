"""What older schemas wrote into the journal is read as the newest one has it."""

from __future__ import annotations

import pytest

from vendorrisk.domain.notice.records import Change, Notice
from vendorrisk.store import upcasting
from vendorrisk.store.mapping import columns_of

FIRST_NOTICE = {
    "id": "n", "change_id": "x", "customer_id": "c", "terms_id": "", "sent_at": None, "channel": "EMAIL",
    "address": "", "content_sha256": "", "stated_end": None, "proof": "", "acknowledged_on": None,
    "approved_on": None, "approved_timed": False, "excluded": False, "excluded_why": "",
}  # fmt: skip


@pytest.mark.parametrize("revision", upcasting.REVISIONS[:-1])
@pytest.mark.parametrize("table", ["vendor", "customer", "setting"])
def test_rows_that_no_migration_touches_stay_as_they_are(revision, table):
    assert upcasting.upcast(revision, table, {"id": "a"}) == {"id": "a"}


def test_a_notice_of_the_first_schema_gets_every_column_that_came_since():
    lifted = upcasting.upcast("0001", "notice", FIRST_NOTICE)
    assert set(lifted) == set(columns_of(Notice))
    assert {name: lifted[name] for name in FIRST_NOTICE} == FIRST_NOTICE
    assert (lifted["shorter_note"], lifted["emergency_source"], lifted["written_on"]) == ("", "", None)


def test_a_change_of_the_first_schema_has_no_emergency():
    lifted = upcasting.upcast("0001", "change", {"id": "x", "number": "2026-01"})
    since = set(columns_of(Change)) & {"emergency_until", "emergency_why"}
    assert {name: lifted[name] for name in since} == {"emergency_until": None, "emergency_why": ""}


def test_what_a_row_holds_already_is_never_overwritten():
    row = FIRST_NOTICE | {"shorter_note": "Mail", "written_on": "2026-11-23"}
    lifted = upcasting.upcast("0003", "notice", row)
    assert (lifted["shorter_note"], lifted["written_on"]) == ("Mail", "2026-11-23")
    assert upcasting.upcast(upcasting.CURRENT, "notice", row) == row
