"""Due diligence: assessments, answers, findings, documents and the clause checklist of an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vendorrisk.domain.record import Record


class AssessmentKind(StrEnum):
    """Why it is done."""

    ONBOARDING = "ONBOARDING"
    ANNUAL = "ANNUAL"
    EVENT = "EVENT"


class AssessmentState(StrEnum):
    """How far it is."""

    DRAFT = "DRAFT"
    SENT = "SENT"
    ANSWERED = "ANSWERED"
    IN_REVIEW = "IN_REVIEW"
    FINISHED = "FINISHED"
    CANCELLED = "CANCELLED"


JUDGED = (AssessmentState.IN_REVIEW, AssessmentState.FINISHED)
"""The states in which answers have verdicts, so that a score can be computed."""

ENDED = frozenset({AssessmentState.FINISHED, AssessmentState.CANCELLED})
"""The states in which nothing of an assessment can be changed any more."""

UNDER_WAY = tuple(state for state in AssessmentState if state not in ENDED)
"""The others, from the first to the last."""


class Verdict(StrEnum):
    """The reviewer's judgement of one answer (domain.md 6.4)."""

    MEETS = "MEETS"
    PARTLY = "PARTLY"
    FAILS = "FAILS"
    NA = "NA"


class Severity(StrEnum):
    """How grave a finding is (domain.md 6.7)."""

    C = "C"
    H = "H"
    M = "M"
    L = "L"


class FindingState(StrEnum):
    """The life of a finding (domain.md 6.7)."""

    OPEN = "OPEN"
    PLAN_AGREED = "PLAN_AGREED"
    FIX_CLAIMED = "FIX_CLAIMED"
    VERIFIED = "VERIFIED"
    REOPENED = "REOPENED"
    ACCEPTED = "ACCEPTED"
    DISMISSED = "DISMISSED"


class ClauseResult(StrEnum):
    """The outcome of one item of the agreement checklist (domain.md 2.3)."""

    PRESENT = "PRESENT"
    WEAK = "WEAK"
    MISSING = "MISSING"
    NA = "NA"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Record):
    """One round of questions about one engagement, on one frozen version of a questionnaire.

    `token` is the secret of its workbook: a returned file is matched by it, never by text.
    """

    engagement_id: str
    questionnaire: str
    version: str
    kind: AssessmentKind = AssessmentKind.ONBOARDING
    state: AssessmentState = AssessmentState.DRAFT
    token: str = ""
    reviewer: str = ""
    started_on: date | None = None
    sent_on: date | None = None
    due_on: date | None = None
    received_on: date | None = None
    finished_on: date | None = None
    last_file_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """One answer and its review. `value` is the canonical text of the answer's type; empty = blank."""

    assessment_id: str
    question: str
    value: str = ""
    comment: str = ""
    evidence: str = ""
    answered_on: date | None = None
    verdict: Verdict | None = None
    verdict_comment: str = ""
    reviewed_by: str = ""
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """A gap, its owner and its dates. `source` is a question id, clause item or document id.

    The `accepted_` fields, `compensating` and `dpo_` tell of the latest acceptance of its risk, which may be
    over; `acceptances` counts them.
    """

    engagement_id: str
    severity: Severity
    title: str
    detail: str = ""
    source: str = ""
    assessment_id: str = ""
    owner: str = ""
    state: FindingState = FindingState.OPEN
    raised_on: date | None = None
    communicated_on: date | None = None
    due_on: date | None = None
    verified_on: date | None = None
    accepted_until: date | None = None
    accepted_by: str = ""
    accepted_why: str = ""
    accepted_on: date | None = None
    compensating: str = ""
    dpo_opinion: str = ""
    dpo_text: str = ""
    dpo_on: date | None = None
    acceptances: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """A certificate, report, agreement or other evidence. `valid_to` is inclusive: the printed last day.

    `kind` is a code of domain.md 3.1 (ISO27001, SOC2_II, ...) or DPA, SCC, TIA, POLICY, OTHER. `evidence`
    names the encrypted file, `sha256` the digest of its plain content.
    """

    vendor_id: str
    kind: str
    title: str = ""
    engagement_id: str = ""
    holder: str = ""
    covers_vendor: bool | None = None
    covers_service: bool | None = None
    covers_sites: bool | None = None
    issuer: str = ""
    number: str = ""
    edition: str = ""
    scope: str = ""
    criteria: tuple[str, ...] = ()
    opinion: str = ""
    recorded_status: str = ""
    depends_on: str = ""
    issued_on: date | None = None
    period_start: date | None = None
    period_end: date | None = None
    next_report_confirmed: bool = False
    acceptance: str = ""
    verified_how: str = ""
    verified_on: date | None = None
    file_name: str = ""
    evidence: str = ""
    sha256: str = ""
    size: int = 0
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseCheck(Record):
    """The result of one checklist item (D-01 to D-40) for one agreement."""

    document_id: str
    item: str
    result: ClauseResult
    clause: str = ""
    note: str = ""
    reviewed_by: str = ""
