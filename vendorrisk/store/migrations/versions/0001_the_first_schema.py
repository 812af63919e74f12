"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Table -> its columns: "name", then "?" where null is allowed, "!" in the primary key, and ":i", ":b" or
# ":f" for a number, a truth value or a fraction; all else is text.
TABLES = {
    "answer": (
        "id! assessment_id question value comment evidence answered_on? verdict? verdict_comment "
        "reviewed_by reviewed_on? row_version:i"
    ),
    "assessment": (
        "id! engagement_id questionnaire version kind state token reviewer started_on? sent_on? "
        "due_on? received_on? finished_on? last_file_sha256 row_version:i"
    ),
    "change": (
        "id! number kind engagement_id planned_on replaces_id regions state text text_approved_by "
        "text_approved_on? owner created_on? published_on? live_on? row_version:i"
    ),
    "clause_check": "id! document_id item result clause note reviewed_by row_version:i",
    "contact": "id! vendor_id customer_id name email phone function row_version:i",
    "customer": (
        "id! name account_id active:b data_centre region_lock:b services language zone email "
        "salutation address row_version:i folded sort_key"
    ),
    "data_centre": "id! code name row_version:i",
    "decision": (
        "id! engagement_id outcome decided_on decided_by confirmed_by confirmed_on? assessment_id "
        "conditions reason residual?:f dpo_opinion dpo_text dpo_on? row_version:i"
    ),
    "document": (
        "id! vendor_id kind title engagement_id holder covers_vendor?:b covers_service?:b "
        "covers_sites?:b issuer number edition scope criteria opinion recorded_status depends_on "
        "issued_on? period_start? period_end? next_report_confirmed:b acceptance verified_how "
        "verified_on? file_name evidence sha256 size:i valid_from? valid_to? row_version:i folded "
        "sort_key"
    ),
    "draft": "key! text at",
    "engagement": (
        "id! vendor_id service_id purpose role role_rationale role_reviewed_by stage origin "
        "requested_by owner data_categories data_flags data_note factor_data?:i factor_volume?:i "
        "factor_criticality?:i factor_substitutability?:i factor_access?:i factor_territory?:i "
        "factor_chain?:i factor_history?:i tier_override?:i tier_reason critical_function:b "
        "reaches_locked:b locked_exception fourth_parties_complete:b planned_live? live_since? "
        "anchor? cycles:i closed_reason valid_from? valid_to? row_version:i"
    ),
    "finding": (
        "id! engagement_id severity title detail source assessment_id owner state raised_on? "
        "communicated_on? due_on? verified_on? accepted_until? accepted_by accepted_why "
        "row_version:i folded sort_key"
    ),
    "flow": (
        "id! engagement_id kind exporter exporter_country importer importer_country regimes "
        "mechanism module?:i fallback annexes_complete:b condition_met:b checked_on? next_due? "
        "tia_outcome tia_made_on? tia_valid_until? ground valid_from? valid_to? row_version:i"
    ),
    "fourth_party": (
        "id! engagement_id name country purpose mechanism rank:i valid_from? valid_to? row_version:i"
    ),
    "frozen_quarter": "id! quarter frozen_at figures sha256 journal_sequence:i comment row_version:i",
    "hand_check": "id! engagement_id stage guards confirmed_by confirmed_on why row_version:i",
    "holiday": "id! place day name row_version:i",
    "holiday_year": "id! place year:i source weekend row_version:i",
    "journal_change": (
        "sequence!:i position!:i table_name row_id before? after? salt? digest erased_at? erased_by?"
    ),
    "journal_entry": "sequence!:i at actor action kind target?:i wall revision changes:i previous hash",
    "journal_head": "id!:i sequence:i hash",
    "law_entry": (
        "id! regime code name decision coverage condition exporters_excluded source verified_on? "
        "valid_from? valid_to? row_version:i"
    ),
    "list_version": "id! profile version:i published_on rows sha256 digests row_version:i",
    "location": "id! engagement_id kind country place entity purpose valid_from? valid_to? row_version:i",
    "notice": (
        "id! change_id customer_id terms_id sent_at? channel address content_sha256 stated_end? "
        "proof acknowledged_on? approved_on? approved_timed:b excluded:b excluded_why "
        "row_version:i"
    ),
    "objection": (
        "id! change_id customer_id received_at text ground state outcome_note closed_on? row_version:i"
    ),
    "service": "id! code name region_locked:b row_version:i",
    "setting": "id! value row_version:i",
    "terms": (
        "id! customer_id authorisation notice_days:i notice_unit clock_starts deemed_days:i "
        "count_rule objection_days?:i objection_unit? objection_blocks request_lead_days?:i "
        "commission_clauses:b dora:b critical_function:b holidays channel clause assumed:b "
        "valid_from? valid_to? row_version:i"
    ),
    "vendor": (
        "id! name legal_name kind country address registration lei website parent parent_country "
        "owner notes archived_on? row_version:i folded sort_key"
    ),
}

INDEXES = {
    "answer": ("assessment_id",),
    "assessment": (
        "engagement_id",
        "state",
    ),
    "change": (
        "engagement_id",
        "state",
    ),
    "clause_check": ("document_id",),
    "contact": (
        "customer_id",
        "vendor_id",
    ),
    "customer": (
        "account_id",
        "sort_key",
    ),
    "data_centre": ("code",),
    "decision": ("engagement_id",),
    "document": (
        "engagement_id",
        "sort_key",
        "vendor_id",
    ),
    "engagement": (
        "service_id",
        "stage",
        "vendor_id",
    ),
    "finding": (
        "engagement_id",
        "sort_key",
        "state",
    ),
    "flow": ("engagement_id",),
    "fourth_party": ("engagement_id",),
    "frozen_quarter": ("quarter",),
    "hand_check": ("engagement_id",),
    "holiday": ("place",),
    "holiday_year": ("place",),
    "journal_change": ("table_name row_id",),
    "journal_entry": (
        "at",
        "target",
    ),
    "law_entry": (
        "code",
        "regime",
    ),
    "list_version": (
        "profile",
        "version",
    ),
    "location": ("engagement_id",),
    "notice": (
        "change_id",
        "customer_id",
    ),
    "objection": ("change_id",),
    "service": ("code",),
    "terms": ("customer_id",),
    "vendor": ("sort_key",),
}

TYPES = {"i": sa.Integer, "b": sa.Boolean, "f": sa.Float, "": sa.Text}


def _column(told: str) -> sa.Column[object]:
    named, _, code = told.partition(":")
    name = named.rstrip("?!")
    key = named.endswith("!")
    return sa.Column(name, TYPES[code], primary_key=key, nullable=named.endswith("?"), autoincrement=False)


def upgrade() -> None:
    for table, columns in TABLES.items():
        op.create_table(table, *map(_column, columns.split()))
        for names in INDEXES.get(table, ()):
            op.create_index("_".join(("ix", table, *names.split())), table, names.split())
