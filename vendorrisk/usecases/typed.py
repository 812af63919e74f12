"""Typed text into fields: the register's own tables of readers, and readers by type for the rest."""

from __future__ import annotations

import types
import typing
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.decision.guards_contract import AcceptanceEvidence
from vendorrisk.domain.diligence.artefacts import KINDS, kind_code
from vendorrisk.domain.diligence.gaps import Opinion
from vendorrisk.domain.diligence.records import ClauseCheck, Document, Finding
from vendorrisk.domain.diligence.validity import RecordedStatus
from vendorrisk.domain.message import BadInput, UserError, msg
from vendorrisk.domain.notice.customer_file import COLUMNS
from vendorrisk.domain.notice.records import Change, Customer, Terms
from vendorrisk.domain.register import field_tables, fields, text, validation
from vendorrisk.domain.register.field_tables import Field
from vendorrisk.domain.register.records import (
    Contact,
    Engagement,
    Flow,
    FourthParty,
    LawEntry,
    Location,
    Service,
    Vendor,
)
from vendorrisk.usecases.workspace.settings import zone_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.record import Record

_REGISTER: dict[type[Record], Mapping[str, Field]] = {
    Vendor: field_tables.VENDOR, Service: field_tables.SERVICE, Engagement: field_tables.ENGAGEMENT,
    Location: field_tables.LOCATION, Flow: field_tables.FLOW, Contact: field_tables.CONTACT,
    FourthParty: field_tables.FOURTH_PARTY, LawEntry: field_tables.LAW_ENTRY,
}  # fmt: skip


def _words(typed: str) -> tuple[str, ...]:
    parts = typed.replace(",", ";").split(";")
    return tuple(dict.fromkeys(text.line(part) for part in parts if part.strip()))


def _upper_words(typed: str) -> tuple[str, ...]:
    return tuple(word.upper() for word in _words(typed))


def _optional(reads: typing.Callable[[str], Any], empty: Any = "") -> Field:
    return Field(lambda typed: reads(typed) if typed.strip() else empty)


def _document_kind(typed: str) -> str:
    code = kind_code(typed)
    if code is None:
        facts = {"text": text.line(typed), "known": list(KINDS)}
        raise UserError(msg("word.unknown", **facts), msg("word.unknown.remedy", **facts))
    return code


_LONG = Field(text.paragraphs)
_BY_NAME: dict[str, Field] = {
    "name": Field(text.name),
    "title": Field(text.name),
    "email": _optional(fields.email),
    **dict.fromkeys(("detail", "note", "reason", "conditions", "accepted_why", "outcome_note"), _LONG),
    **dict.fromkeys(("regions", "criteria"), Field(_upper_words)),
}
_BY_TYPE: dict[type, Field] = {
    str: Field(text.line),
    date: Field(fields.optional_date),
    int: Field(fields.whole_number(0, 1_000_000)),
    tuple: Field(_words),
    dict: Field(fields.english),
}


_OWN_READERS: dict[type[Record], dict[str, Field]] = {
    Document: {
        "kind": Field(_document_kind, required=True),
        "acceptance": Field(fields.optional_word(AcceptanceEvidence)),
        "opinion": Field(fields.optional_word(Opinion)),
        "recorded_status": Field(fields.optional_word(RecordedStatus)),
    },
    Customer: {
        "name": Field(text.name, required=True),
        "zone": Field(zone_name, required=True),
        "email": _optional(fields.emails),
        "address": _LONG,
        "language": Field(COLUMNS["language"].reads, required=True),
    },
    Terms: {
        **{name: Field(COLUMNS[name].reads, required=True) for name in ("notice_days", "deemed_days")},
        **{
            name: _optional(COLUMNS["notice_days"].reads, None)
            for name in ("objection_days", "request_lead_days")
        },
        "count_rule": Field(COLUMNS["count_rule"].reads),
        "holidays": _optional(COLUMNS["holidays"].reads),
        "pre_approved_names": Field(COLUMNS["pre_approved_names"].reads),
    },
}
_WRITTEN_BY_PROGRAM: dict[type[Record], frozenset[str]] = {
    Vendor: frozenset({"archived_on"}),
    Document: frozenset({"file_name", "evidence", "sha256", "size"}),
    ClauseCheck: frozenset({"item", "reviewed_by"}),
    Finding: frozenset({
        "state", "raised_on", "communicated_on", "due_on", "verified_on", "accepted_until", "accepted_by",
        "accepted_why", "accepted_on", "compensating", "dpo_opinion", "dpo_text", "dpo_on", "acceptances",
    }),
    Change: frozenset({
        "number", "kind", "planned_on", "state", "text_approved_by", "text_approved_on", "created_on",
        "published_on", "published_proof", "live_on", "emergency_until", "emergency_why",
    }),
}  # fmt: skip
"""What only the actions made for it may write, so that no field typed by hand goes round a rule."""


_REFERENCES = frozenset(
    {"id", "vendor_id", "engagement_id", "document_id", "customer_id", "assessment_id", "replaces_id"}
)


def fields_of(kind: type[Record]) -> Mapping[str, Field]:
    """Field name -> how it is read, for every field of a kind that a person may type."""
    known = _REGISTER[kind] if kind in _REGISTER else _by_type(kind)
    hidden = _WRITTEN_BY_PROGRAM.get(kind, frozenset())
    return {name: field for name, field in known.items() if name not in hidden}


def _by_type(kind: type[Record]) -> dict[str, Field]:
    hints = typing.get_type_hints(kind)
    names = [one.name for one in dataclass_fields(kind) if one.name not in _REFERENCES]
    known = {name: _field(name, hints[name]) for name in names}
    readers = _OWN_READERS.get(kind, {})
    return {name: readers.get(name, field) for name, field in known.items() if field is not None}


def _field(name: str, hint: Any) -> Field | None:
    optional = isinstance(hint, types.UnionType)
    bare = next(arg for arg in typing.get_args(hint) if arg is not types.NoneType) if optional else hint
    bare = typing.get_origin(bare) or bare
    if name in _BY_NAME and bare is not dict:
        return _BY_NAME[name]
    if bare is datetime:
        return None
    if bare is bool:
        return _optional(fields.truth, None) if optional else Field(fields.truth)
    if issubclass(bare, StrEnum):
        return _optional(fields.one_of(bare), None) if optional else Field(fields.one_of(bare))
    must = bare in {int, date} and not optional
    return replace(_BY_TYPE[bare], required=must) if bare in _BY_TYPE else None


def read_fields(kind: type[Record], typed: Mapping[str, str]) -> dict[str, Any]:
    """The values of typed fields; raises BadInput that names every wrong field at once."""
    checked = validation.read_fields(typed, fields_of(kind))
    refuse(checked.problems)
    return checked.values


def refuse(problems: tuple[Problem, ...]) -> None:
    """Raises BadInput with every problem that keeps a record out; warnings do not."""
    wrong = validation.errors(problems)
    if wrong:
        raise BadInput(msg("input.wrong", count=len(wrong)), msg("input.wrong.remedy"), problems=wrong)
