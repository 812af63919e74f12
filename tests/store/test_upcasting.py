"""What older schemas wrote into the journal is read as the newest one has it."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from tests.support.books import memory_engine
from vendorrisk.domain.diligence.records import Finding
from vendorrisk.domain.notice.records import Change, Notice
from vendorrisk.store import schema, upcasting
from vendorrisk.store.mapping import columns_of

FIRST_NOTICE = {
    "id": "n", "change_id": "x", "customer_id": "c", "terms_id": "", "sent_at": None, "channel": "EMAIL",
    "address": "", "content_sha256": "", "stated_end": None, "proof": "", "acknowledged_on": None,
    "approved_on": None, "approved_timed": False, "excluded": False, "excluded_why": "",
}  # fmt: skip

FIRST_CUSTOMER = {
    "id": "c", "name": "Alder", "account_id": "", "active": True, "data_centre": "EU", "region_lock": False,
    "services": "[]", "language": "en", "zone": "UTC", "email": "", "salutation": "", "address": "",
}  # fmt: skip

FIRST_TERMS = {
    "id": "t", "customer_id": "c", "authorisation": "GENERAL", "notice_days": 30, "notice_unit": "CALENDAR",
    "clock_starts": "SENT", "deemed_days": 0, "count_rule": "EXCLUDE_START_DAY", "objection_days": None,
    "objection_unit": None, "objection_blocks": "NEVER", "request_lead_days": None,
    "commission_clauses": False, "dora": False, "critical_function": False, "holidays": "",
    "channel": "EMAIL", "clause": "", "assumed": False, "valid_from": None, "valid_to": None,
}  # fmt: skip

FIRST_FINDING = {
    "id": "f", "engagement_id": "e", "severity": "H", "title": "Old keys", "detail": "", "source": "",
    "assessment_id": "", "owner": "", "state": "OPEN", "raised_on": None, "communicated_on": None,
    "due_on": None, "verified_on": None, "accepted_until": None, "accepted_by": "", "accepted_why": "",
}  # fmt: skip


@pytest.mark.parametrize("revision", upcasting.REVISIONS[:-1])
@pytest.mark.parametrize("table", ["vendor", "objection", "setting"])
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


@pytest.mark.parametrize(("until", "acceptances"), [(None, 0), ("2027-01-31", 1)])
def test_a_finding_of_the_first_schema_gets_what_the_migration_gives_its_row(until, acceptances):
    old = FIRST_FINDING | {"accepted_until": until}
    lifted = upcasting.upcast("0007", "finding", old)
    assert set(lifted) == set(columns_of(Finding))
    assert lifted["acceptances"] == acceptances
    assert _migrated("0007", "finding", old) == lifted


@pytest.mark.parametrize(
    ("table", "old"), [("notice", FIRST_NOTICE), ("customer", FIRST_CUSTOMER), ("terms", FIRST_TERMS)]
)
def test_what_notice_keeps_is_lifted_as_the_migrations_do_it(table, old):
    lifted = upcasting.upcast("0001", table, old)
    assert _migrated("0001", table, old) == lifted


def _migrated(revision, table, row):
    """A row as the newest schema holds it after the migrations since the revision that wrote it."""
    engine = memory_engine()
    with engine.connect() as connection, connection.begin():
        schema.raise_to(connection, revision)
        columns = {one["name"] for one in sa.inspect(connection).get_columns(table)}
        beside = {"folded": "", "sort_key": "", "row_version": 1}
        beside = {name: value for name, value in beside.items() if name in columns}
        names = [*row, *beside]
        values = ", ".join(f":{name}" for name in names)
        connection.execute(
            sa.text(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})"), row | beside
        )
        schema.raise_to_newest(connection)
        found = connection.execute(sa.text(f"SELECT * FROM {table}")).one()._asdict()
    return {name: value for name, value in found.items() if name not in beside}
