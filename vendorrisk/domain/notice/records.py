"""Notice: customers and their terms, changes, one notice per customer, objections, holidays."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from vendorrisk.domain.record import FALLBACK_LANGUAGE, LangText, Record, text_in


class Authorisation(StrEnum):
    """The customer's authorisation model (GDPR 28(2))."""

    GENERAL = "GENERAL"
    SPECIFIC = "SPECIFIC"


class DayUnit(StrEnum):
    """How days are counted."""

    CALENDAR = "CALENDAR"
    BUSINESS = "BUSINESS"


class ClockStart(StrEnum):
    """Which event starts the customer's clock (domain.md 5.2)."""

    SENT = "SENT"
    DEEMED_RECEIVED = "DEEMED_RECEIVED"
    PUBLISHED = "PUBLISHED"
    ACKNOWLEDGED = "ACKNOWLEDGED"


class CountRule(StrEnum):
    """Whether the start day counts; CLEAR_DAYS is read as EXCLUDE_START_DAY (domain.md 5.2)."""

    EXCLUDE_START_DAY = "EXCLUDE_START_DAY"
    INCLUDE_START_DAY = "INCLUDE_START_DAY"


class ObjectionBlocks(StrEnum):
    """Whether an objection window holds the date back (domain.md 5.2)."""

    UNTIL_WINDOW_ENDS = "UNTIL_WINDOW_ENDS"
    ONLY_IF_RAISED = "ONLY_IF_RAISED"
    NEVER = "NEVER"


class ChangeKind(StrEnum):
    """What customers are told of."""

    ADD = "ADD"
    REPLACE = "REPLACE"
    REMOVE = "REMOVE"
    LOCATION = "LOCATION"
    PURPOSE = "PURPOSE"


OF_WHAT_IS_USED = frozenset({ChangeKind.LOCATION, ChangeKind.PURPOSE})
"""Changes whose letters say that the sub-processor works for us already."""


class EmergencyBasis(StrEnum):
    """Why a customer may be served in an emergency: it agreed to that beforehand (domain.md 4.2, 5.1)."""

    STANDBY = "STANDBY"
    CLAUSE = "CLAUSE"


class Onboarding(StrEnum):
    """Whether a customer who joined while a notice ran got the change in its onboarding documents (N-9)."""

    GIVEN = "GIVEN"
    NOT_GIVEN = "NOT_GIVEN"


class ChangeState(StrEnum):
    """How far a change is."""

    DRAFT = "DRAFT"
    LETTERS_READY = "LETTERS_READY"
    RUNNING = "RUNNING"
    LIVE = "LIVE"
    CANCELLED = "CANCELLED"


BEFORE_SENDING = frozenset({ChangeState.DRAFT, ChangeState.LETTERS_READY})
"""States in which nobody has been told of a change yet."""

CLOSED_CHANGES = frozenset({ChangeState.LIVE, ChangeState.CANCELLED})
"""States in which nothing of a change can be altered any more."""

OPEN_CHANGES = tuple(state for state in ChangeState if state not in CLOSED_CHANGES)
"""States of changes that still need somebody."""


class ObjectionState(StrEnum):
    """The life of an objection (domain.md 5.5)."""

    RECEIVED = "RECEIVED"
    IN_DISCUSSION = "IN_DISCUSSION"
    WITHDRAWN = "WITHDRAWN"
    ACCEPTED_ALTERNATIVE = "ACCEPTED_ALTERNATIVE"
    CORRECTED = "CORRECTED"
    CUSTOMER_EXCLUDED = "CUSTOMER_EXCLUDED"
    CHANGE_CANCELLED = "CHANGE_CANCELLED"
    TERMINATION_PARTIAL = "TERMINATION_PARTIAL"
    TERMINATION_FULL = "TERMINATION_FULL"
    OVERRIDDEN = "OVERRIDDEN"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCentre(Record):
    """A region in which customers' data is kept, such as EU or US."""

    code: str
    name: LangText = field(default_factory=dict)

    def named(self, language: str = FALLBACK_LANGUAGE) -> str:
        """What it is called in a language, else in English; its code where it has no name."""
        return text_in(self.name, language) or self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer(Record):
    """A customer and how to reach it. `zone` is an IANA name; `services` hold service ids.

    `since` is its first day as a customer, by its contract; None: not recorded.
    """

    name: str
    account_id: str = ""
    active: bool = True
    data_centre: str = ""
    region_lock: bool = False
    services: tuple[str, ...] = ()
    language: str = "en"
    zone: str = "UTC"
    email: str = ""
    salutation: str = ""
    address: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms(Record):
    """One dated version of a customer's notice and objection terms (domain.md 5.2).

    `deemed_unit` None: days until deemed receipt are counted as `notice_unit`. `objection_days` None: the
    objection window ends with the notice, rolled to a business day. `holidays` is an ISO place such as HR or
    DE-BE; empty = weekends only. `assumed`: our standard terms stand in for
    unknown ones. `pre_approved_names` and `pre_approved_affiliates` say which sub-processors the contract
    itself agrees to, `pre_approved_eea` that it does so only while all is in the EEA.
    """

    customer_id: str
    authorisation: Authorisation = Authorisation.GENERAL
    notice_days: int = 30
    notice_unit: DayUnit = DayUnit.CALENDAR
    clock_starts: ClockStart = ClockStart.SENT
    deemed_days: int = 0
    deemed_unit: DayUnit | None = None
    count_rule: CountRule = CountRule.EXCLUDE_START_DAY
    objection_days: int | None = None
    objection_unit: DayUnit | None = None
    objection_blocks: ObjectionBlocks = ObjectionBlocks.UNTIL_WINDOW_ENDS
    request_lead_days: int | None = None
    commission_clauses: bool = False
    dora: bool = False
    critical_function: bool = False
    holidays: str = ""
    channel: str = "EMAIL"
    clause: str = ""
    pre_approved_affiliates: bool = False
    pre_approved_names: tuple[str, ...] = ()
    pre_approved_eea: bool = False
    assumed: bool = False
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Record):
    """A new, replaced, moved, re-purposed or removed sub-processor, as customers are told of it.

    `regions` hold data-centre codes; empty = all. `planned_on` is the day from which it is to be used.
    `published_proof` is the list of ours that announced it by `published_on`, or what else proves that day.
    `emergency_until` is the last day (inclusive) of use in an emergency, where one was declared.
    """

    number: str
    kind: ChangeKind
    engagement_id: str
    planned_on: date
    replaces_id: str = ""
    regions: tuple[str, ...] = ()
    state: ChangeState = ChangeState.DRAFT
    text: LangText = field(default_factory=dict)
    text_approved_by: str = ""
    text_approved_on: date | None = None
    owner: str = ""
    created_on: date | None = None
    published_on: date | None = None
    published_proof: str = ""
    live_on: date | None = None
    emergency_until: date | None = None
    emergency_why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Record):
    """What one customer was told of one change, and what came back.

    `terms_id` is the version used, `stated_end` the last day for objections that the letter names (inclusive;
    None: it names none), `written_on` the day that the letter bears. `answer_proof` is where acknowledgement
    and approval are filed. `shorter_days`: how many days of notice we asked this customer to be content with,
    on `shorter_asked_on`; they count once the customer has agreed in writing, on `shorter_agreed_on`.
    `shorter_note` keeps what was answered. `emergency_basis` says why the
    customer may be served in an emergency: it authorised this very sub-processor as stand-by, or counsel
    reviewed its emergency clause, on `emergency_on`; `emergency_source` is where that is written.
    `onboarding` says whether a customer who joined while the notice ran found the change in its onboarding
    documents, on `onboarding_on`. `taken_in_on` is when an excluded customer was taken in again; where that
    asked for a new notice, `earlier_sent_at` and `earlier_proof` keep what went out before.
    """

    change_id: str
    customer_id: str
    terms_id: str = ""
    sent_at: datetime | None = None
    channel: str = ""
    address: str = ""
    content_sha256: str = ""
    stated_end: date | None = None
    written_on: date | None = None
    proof: str = ""
    acknowledged_on: date | None = None
    approved_on: date | None = None
    approved_timed: bool = False
    answer_proof: str = ""
    excluded: bool = False
    excluded_why: str = ""
    shorter_days: int | None = None
    shorter_asked_on: date | None = None
    shorter_agreed_on: date | None = None
    shorter_note: str = ""
    emergency_basis: EmergencyBasis | None = None
    emergency_on: date | None = None
    emergency_source: str = ""
    onboarding: Onboarding | None = None
    onboarding_on: date | None = None
    onboarding_note: str = ""
    taken_in_on: date | None = None
    taken_in_why: str = ""
    earlier_sent_at: datetime | None = None
    earlier_proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection(Record):
    """A customer's objection to a change."""

    change_id: str
    customer_id: str
    received_at: datetime
    text: str = ""
    ground: str = ""
    state: ObjectionState = ObjectionState.RECEIVED
    outcome_note: str = ""
    closed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday(Record):
    """One public holiday of one place; the table is filled from a library and edited by the analyst."""

    place: str
    day: date
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayYear(Record):
    """Says that the holidays of this place are known for this year; a year outside blocks computing.

    `weekend` holds the days off of an ordinary week, MON to SUN: some places rest on Friday and Saturday.
    """

    place: str
    year: int
    source: str = ""
    weekend: tuple[str, ...] = ("SAT", "SUN")
