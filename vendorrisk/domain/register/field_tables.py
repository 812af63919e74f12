"""Which fields the register's records have and how each is read, one table per record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from vendorrisk.domain.message import Problem, UserError, msg
from vendorrisk.domain.register import fields as read
from vendorrisk.domain.register import text
from vendorrisk.domain.register.records import LocationKind, Role, VendorKind
from vendorrisk.domain.register.vocabulary import (
    Coverage,
    DataCategory,
    DataFlag,
    Mechanism,
    Regime,
    TiaOutcome,
)

Reader = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Field:
    """How one field is read; `required` fields may not be empty."""

    reads: Reader
    required: bool = False

    def value(self, typed: str) -> Any:
        """The checked value of a typed text; raises UserError."""
        if self.required and not typed.strip():
            raise UserError(msg("field.empty"), msg("field.empty.remedy"))
        return self.reads(typed)


def _optional(reads: Reader) -> Field:
    """A field that is read only when something stands in it."""
    return Field(lambda typed: reads(typed) if typed.strip() else "")


_LINE = Field(text.line)
_NAME = Field(text.name, required=True)
_DATE = Field(read.optional_date)
_FACTOR = Field(read.whole_number(1, 5))
_TRUTH = Field(read.truth)
_ANSWER = Field(lambda typed: read.truth(typed) if typed.strip() else None)
_VALIDITY = {"valid_from": _DATE, "valid_to": _DATE}
_FACTORS = (
    "factor_data",
    "factor_volume",
    "factor_criticality",
    "factor_substitutability",
    "factor_access",
    "factor_territory",
    "factor_chain",
    "factor_history",
)

Fields = Mapping[str, Field]

VENDOR: Fields = {
    "name": _NAME,
    "legal_name": Field(text.name),
    "kind": Field(read.one_of(VendorKind)),
    "country": _optional(read.country),
    "address": Field(text.paragraphs),
    "registration": _LINE,
    "lei": _LINE,
    "website": _optional(read.website),
    "parent": Field(text.name),
    "parent_country": _optional(read.country),
    "owner": Field(text.name),
    "notes": Field(text.paragraphs),
    "archived_on": _DATE,
}
SERVICE: Fields = {"code": _NAME, "name": Field(read.english, required=True), "region_locked": _TRUTH}
ENGAGEMENT: Fields = {
    "purpose": Field(read.english, required=True),
    "role": Field(read.one_of(Role)),
    "role_rationale": Field(text.paragraphs),
    "role_reviewed_by": Field(text.name),
    "requested_by": Field(text.name),
    "owner": Field(text.name),
    "data_categories": Field(read.several_of(DataCategory)),
    "data_flags": Field(read.several_of(DataFlag)),
    "data_note": Field(read.english),
    **dict.fromkeys(_FACTORS, _FACTOR),
    "tier_override": Field(read.whole_number(1, 4)),
    "tier_reason": Field(text.paragraphs),
    "critical_function": _TRUTH,
    "reaches_locked": _ANSWER,
    "locked_exception": Field(text.paragraphs),
    "fourth_parties_complete": _TRUTH,
    "planned_live": _DATE,
    "closed_reason": Field(text.paragraphs),
    **_VALIDITY,
}
LOCATION: Fields = {
    "kind": Field(read.one_of(LocationKind), required=True),
    "country": Field(read.place, required=True),
    "place": _LINE,
    "entity": Field(text.name),
    "purpose": Field(read.english),
    **_VALIDITY,
}
FLOW: Fields = {
    "kind": Field(read.one_of(LocationKind), required=True),
    "exporter": Field(text.name),
    "exporter_country": _optional(read.recipient_place),
    "importer": Field(text.name),
    "importer_country": Field(read.recipient_place, required=True),
    "regimes": Field(read.several_of(Regime), required=True),
    "mechanism": Field(read.optional_word(Mechanism)),
    "module": Field(read.whole_number(1, 4)),
    "fallback": Field(read.optional_word(Mechanism)),
    "annexes_complete": _TRUTH,
    "condition_met": _TRUTH,
    "checked_on": _DATE,
    "next_due": _DATE,
    "tia_outcome": Field(read.optional_word(TiaOutcome)),
    "tia_made_on": _DATE,
    "tia_valid_until": _DATE,
    "ground": Field(text.paragraphs),
    **_VALIDITY,
}
CONTACT: Fields = {
    "name": Field(text.name),
    "email": _optional(read.email),
    "phone": _LINE,
    "function": _LINE,
}
FOURTH_PARTY: Fields = {
    "name": _NAME,
    "country": _optional(read.country),
    "purpose": Field(read.english),
    "mechanism": Field(read.optional_word(Mechanism)),
    "rank": Field(read.whole_number(3, 9), required=True),
    **_VALIDITY,
}
LAW_ENTRY: Fields = {
    "regime": Field(read.one_of(Regime), required=True),
    "code": Field(read.recipient_place, required=True),
    "name": _NAME,
    "decision": _LINE,
    "coverage": Field(read.one_of(Coverage), required=True),
    "condition": Field(text.paragraphs),
    "exporters_excluded": Field(
        lambda typed: tuple(read.country(part) for part in typed.replace(",", ";").split(";") if part.strip())
    ),
    "source": _LINE,
    "verified_on": _DATE,
    **_VALIDITY,
}

MECHANISM_TERM: Fields = {
    "mechanism": Field(read.one_of(Mechanism), required=True),
    "regime": Field(read.one_of(Regime), required=True),
    "citation": Field(text.line, required=True),
    "source": _LINE,
    "verified_on": _DATE,
    **_VALIDITY,
}
DESTINATION: Fields = {
    "country": Field(read.country, required=True),
    "applies_from": Field(read.parse_date, required=True),
    "citation": Field(text.line, required=True),
    "source": _LINE,
    "verified_on": _DATE,
}


@dataclass(frozen=True, slots=True)
class Checked:
    """The values that could be read, and a problem for each that could not."""

    values: dict[str, Any]
    problems: tuple[Problem, ...] = ()


def read_fields(typed: Mapping[str, str], known: Fields) -> Checked:
    """The checked values of typed fields; an unknown field is named together with those there are."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, typed_text in typed.items():
        if name not in known:
            unknown = {"field": name, "known": sorted(known)}
            problems.append(
                Problem(name, msg("field.unknown", **unknown), msg("field.unknown.remedy", **unknown))
            )
            continue
        try:
            values[name] = known[name].value(typed_text)
        except UserError as wrong:
            problems.append(Problem(name, wrong.what, wrong.remedy))
    return Checked(values, tuple(problems))
