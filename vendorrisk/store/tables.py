"""All tables in one place. A record's table follows from its dataclass; what only SQL needs is added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Column, Float, Index, Integer, MetaData, Table, Text

from vendorrisk.domain.decision.records import Decision, HandCheck, StageMove
from vendorrisk.domain.diligence.records import Answer, Assessment, ClauseCheck, Document, Finding
from vendorrisk.domain.notice.records import (
    Change,
    Customer,
    DataCentre,
    Holiday,
    HolidayYear,
    Notice,
    Objection,
    Terms,
)
from vendorrisk.domain.register.records import (
    Contact,
    Engagement,
    Flow,
    FourthParty,
    LawEntry,
    ListVersion,
    Location,
    Service,
    Setting,
    Vendor,
)
from vendorrisk.domain.review.records import FrozenQuarter, Snooze
from vendorrisk.store.mapping import columns_of

if TYPE_CHECKING:
    from vendorrisk.domain.record import Record

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"}
)

# Record -> (table name, fields that are searched, field that sorts, indexed fields).
_SHAPES: dict[type[Record], tuple[str, tuple[str, ...], str, tuple[str, ...]]] = {
    Setting: ("setting", (), "", ()),
    Vendor: ("vendor", ("name", "legal_name"), "name", ()),
    Service: ("service", (), "", ("code",)),
    Engagement: ("engagement", (), "", ("vendor_id", "service_id", "stage")),
    Location: ("location", (), "", ("engagement_id",)),
    Flow: ("flow", (), "", ("engagement_id",)),
    Contact: ("contact", (), "", ("vendor_id", "customer_id")),
    FourthParty: ("fourth_party", (), "", ("engagement_id",)),
    LawEntry: ("law_entry", (), "", ("regime", "code")),
    ListVersion: ("list_version", (), "", ("profile", "version")),
    Assessment: ("assessment", (), "", ("engagement_id", "state")),
    Answer: ("answer", (), "", ("assessment_id",)),
    Finding: ("finding", ("title",), "title", ("engagement_id", "state")),
    Document: ("document", ("title", "number", "file_name"), "title", ("vendor_id", "engagement_id")),
    ClauseCheck: ("clause_check", (), "", ("document_id",)),
    Decision: ("decision", (), "", ("engagement_id",)),
    HandCheck: ("hand_check", (), "", ("engagement_id",)),
    StageMove: ("stage_move", (), "", ("engagement_id",)),
    DataCentre: ("data_centre", (), "", ("code",)),
    Customer: ("customer", ("name", "account_id"), "name", ("account_id",)),
    Terms: ("terms", (), "", ("customer_id",)),
    Change: ("change", (), "", ("engagement_id", "state")),
    Notice: ("notice", (), "", ("change_id", "customer_id")),
    Objection: ("objection", (), "", ("change_id",)),
    Holiday: ("holiday", (), "", ("place",)),
    HolidayYear: ("holiday_year", (), "", ("place",)),
    FrozenQuarter: ("frozen_quarter", (), "", ("quarter",)),
    Snooze: ("snooze", (), "", ("person",)),
}

_SQL_TYPES = {bool: Boolean, int: Integer, float: Float}

FOLDED = "folded"
SORT_KEY = "sort_key"
VERSION = "row_version"


def _table(kind: type[Record]) -> Table:
    name, searched, sorted_by, indexed = _SHAPES[kind]
    columns: list[Column[Any]] = [
        Column(field, _SQL_TYPES.get(bare, Text), primary_key=field == "id", nullable=optional)
        for field, (bare, optional) in columns_of(kind).items()
    ]
    columns.append(Column(VERSION, Integer, nullable=False))
    if searched:
        columns += [Column(FOLDED, Text, nullable=False), Column(SORT_KEY, Text, nullable=False)]
    indexes = [Index(None, field) for field in (*indexed, *((SORT_KEY,) if sorted_by else ()))]
    info = {"searched": searched, "sorted_by": sorted_by}
    return Table(name, metadata, *columns, *indexes, info=info)


TABLES: dict[type[Record], Table] = {kind: _table(kind) for kind in _SHAPES}
KINDS: dict[str, type[Record]] = {table.name: kind for kind, table in TABLES.items()}

# The journal. Headers and digests stay for ever; values and salts can be erased.
journal_entry = Table(
    "journal_entry",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("target", Integer),
    Column("wall", Text, nullable=False),
    Column("revision", Text, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index(None, "target"),
    Index(None, "at"),
)
journal_change = Table(
    "journal_change",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("table_name", Text, nullable=False),
    Column("row_id", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("salt", Text),
    Column("digest", Text, nullable=False),
    Column("erased_at", Text),
    Column("erased_by", Text),
    Index(None, "table_name", "row_id"),
)
journal_head = Table(
    "journal_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sequence", Integer, nullable=False),
    Column("hash", Text, nullable=False),
)

# Half-typed texts: inside the encrypted file, outside the journal.
draft = Table(
    "draft",
    metadata,
    Column("key", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("at", Text, nullable=False),
)
