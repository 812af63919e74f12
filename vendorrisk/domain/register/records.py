"""The register: legal entities, our services, engagements, where data lies and from where it is reached.

Legal facts carry `valid_from` and `valid_to` (both inclusive, None = open): what was. What we knew and when
is the journal's business.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from vendorrisk.domain.record import FALLBACK_LANGUAGE, LangText, Record, text_in


class VendorKind(StrEnum):
    """Group company or outsider; both pass the same gates (domain.md 0.1)."""

    AFFILIATE = "AFFILIATE"
    THIRD_PARTY = "THIRD_PARTY"


class Role(StrEnum):
    """The role of an engagement (domain.md 1.3)."""

    SUB_PROCESSOR = "SUB_PROCESSOR"
    INDEPENDENT_CONTROLLER = "INDEPENDENT_CONTROLLER"
    JOINT_CONTROLLER = "JOINT_CONTROLLER"
    SUPPLIER_NO_PD = "SUPPLIER_NO_PD"


class Stage(StrEnum):
    """Where an engagement stands (domain.md 4.1)."""

    DRAFT = "DRAFT"
    TRIAGED = "TRIAGED"
    IN_DUE_DILIGENCE = "IN_DUE_DILIGENCE"
    IN_REVIEW = "IN_REVIEW"
    APPROVED = "APPROVED"
    APPROVED_WITH_CONDITIONS = "APPROVED_WITH_CONDITIONS"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"
    CONTRACTING = "CONTRACTING"
    NOTICE_PENDING = "NOTICE_PENDING"
    NOTICE_RUNNING = "NOTICE_RUNNING"
    READY = "READY"
    LIVE = "LIVE"
    LIVE_RESTRICTED = "LIVE_RESTRICTED"
    EMERGENCY_LIVE = "EMERGENCY_LIVE"
    REASSESSMENT = "REASSESSMENT"
    SUSPENDED = "SUSPENDED"
    EXITING = "EXITING"
    DELETION_PENDING = "DELETION_PENDING"
    TERMINATED = "TERMINATED"


ENDED_STAGES = frozenset({Stage.REJECTED, Stage.WITHDRAWN, Stage.TERMINATED})
"""Stages in which nothing of an engagement goes on any more, and from which no step leads on."""


class Origin(StrEnum):
    """How an engagement came into the register; none of the imported ones passed our full gate (X-02)."""

    REGISTERED = "REGISTERED"
    IN_USE_BEFORE = "IN_USE_BEFORE"


class LocationKind(StrEnum):
    """Where data is stored, or from where it is reached (domain.md 0.6)."""

    STORAGE = "STORAGE"
    ACCESS = "ACCESS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Record):
    """One setting of the workspace; the id is its name, such as "company.name"."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor(Record):
    """A legal entity that we work with, group company or third party."""

    name: str
    legal_name: str = ""
    kind: VendorKind = VendorKind.THIRD_PARTY
    country: str = ""
    address: str = ""
    registration: str = ""
    lei: str = ""
    website: str = ""
    parent: str = ""
    parent_country: str = ""
    owner: str = ""
    notes: str = ""
    archived_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Record):
    """A service of ours that customers buy."""

    code: str
    name: LangText = field(default_factory=dict)
    region_locked: bool = False

    def named(self, language: str = FALLBACK_LANGUAGE) -> str:
        """What it is called in a language, else in English; its code where it has no name."""
        return text_in(self.name, language) or self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement(Record):
    """Vendor x our service x purpose: what is assessed, announced and listed.

    The eight factors (1 to 5, None = not rated) are those of domain.md 6.2. `reaches_locked` is None until
    somebody has said whether it can (`locked_reach`). `anchor` and `cycles` fix the rhythm of reassessment
    (6.6); the due date is never stored.
    """

    vendor_id: str
    service_id: str
    purpose: LangText = field(default_factory=dict)
    role: Role = Role.SUB_PROCESSOR
    role_rationale: str = ""
    role_reviewed_by: str = ""
    stage: Stage = Stage.DRAFT
    origin: Origin = Origin.REGISTERED
    requested_by: str = ""
    owner: str = ""
    data_categories: tuple[str, ...] = ()
    data_flags: tuple[str, ...] = ()
    data_note: LangText = field(default_factory=dict)
    factor_data: int | None = None
    factor_volume: int | None = None
    factor_criticality: int | None = None
    factor_substitutability: int | None = None
    factor_access: int | None = None
    factor_territory: int | None = None
    factor_chain: int | None = None
    factor_history: int | None = None
    tier_override: int | None = None
    tier_reason: str = ""
    critical_function: bool = False
    reaches_locked: bool | None = None
    locked_exception: str = ""
    fourth_parties_complete: bool = False
    planned_live: date | None = None
    live_since: date | None = None
    anchor: date | None = None
    cycles: int = 0
    closed_reason: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location(Record):
    """A country in which data of an engagement is stored, or from which it is reached, and by whom."""

    engagement_id: str
    kind: LocationKind
    country: str
    place: str = ""
    entity: str = ""
    purpose: LangText = field(default_factory=dict)
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Record):
    """One exporter to one importer for one engagement, with its transfer mechanism (domain.md 2.4, 2.6).

    `regimes` are EU, UK, CH; `checked_on` and `next_due` serve the DPF; TIA fields serve clauses and BCRs.
    """

    engagement_id: str
    kind: LocationKind
    exporter: str = ""
    exporter_country: str = ""
    importer: str = ""
    importer_country: str = ""
    regimes: tuple[str, ...] = ("EU",)
    mechanism: str = ""
    module: int | None = None
    fallback: str = ""
    annexes_complete: bool = False
    condition_met: bool = False
    checked_on: date | None = None
    next_due: date | None = None
    tia_outcome: str = ""
    tia_made_on: date | None = None
    tia_valid_until: date | None = None
    ground: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """A person or mailbox at a vendor or a customer (exactly one of the two ids is set)."""

    vendor_id: str = ""
    customer_id: str = ""
    name: str = ""
    email: str = ""
    phone: str = ""
    function: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FourthParty(Record):
    """A sub-processor of our sub-processor (EDPB Op. 22/2024 paras 31-32)."""

    engagement_id: str
    name: str
    country: str = ""
    purpose: LangText = field(default_factory=dict)
    mechanism: str = ""
    rank: int = 3
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawEntry(Record):
    """One row of an adequacy list (EU, UK or CH); dated data that the analyst may edit (domain.md 2.7).

    `coverage` is GENERAL, SECTOR or CERTIFIED_ONLY.
    """

    regime: str
    code: str
    name: str
    decision: str = ""
    coverage: str = "GENERAL"
    condition: str = ""
    exporters_excluded: tuple[str, ...] = ()
    source: str = ""
    verified_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListVersion(Record):
    """A published sub-processor list: a frozen snapshot. `rows` is canonical JSON, `sha256` its digest.

    `digests` are those of the files that were written, and of all that the list says, in hexadecimal SHA-256.
    """

    profile: str
    version: int
    published_on: date
    rows: str
    sha256: str
    digests: tuple[str, ...] = ()
