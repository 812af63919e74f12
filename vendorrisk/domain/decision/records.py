"""Decisions: who approved or refused an engagement, when, on what, and with which conditions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vendorrisk.domain.record import Record


class Outcome(StrEnum):
    """What was decided."""

    APPROVED = "APPROVED"
    APPROVED_WITH_CONDITIONS = "APPROVED_WITH_CONDITIONS"
    REJECTED = "REJECTED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """One decision on one engagement; valid for six months before the first go-live (domain.md 4.1).

    `confirmed_by` is the second person, where the workspace asks for one; empty = not yet confirmed.
    `dpo_opinion`, `dpo_text` and `dpo_on` keep what the data protection officer advised, and the day.
    """

    engagement_id: str
    outcome: Outcome
    decided_on: date
    decided_by: str
    confirmed_by: str = ""
    confirmed_on: date | None = None
    assessment_id: str = ""
    conditions: str = ""
    reason: str = ""
    residual: float | None = None
    dpo_opinion: str = ""
    dpo_text: str = ""
    dpo_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandCheck(Record):
    """A person's word, given with a step, that guards which the program does not check were looked after."""

    engagement_id: str
    stage: str
    guards: tuple[str, ...]
    confirmed_by: str
    confirmed_on: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageMove(Record):
    """One move of an engagement from stage to stage, with all that was said for it (domain.md 4.2).

    `head_of_privacy` and `ciso` are those who agreed, where the risk asks for them (6.5). `attested` holds
    what a person confirmed, `cause` the event (4.4) that called for the move.
    """

    engagement_id: str
    step: str
    from_stage: str
    to_stage: str
    moved_on: date
    moved_by: str
    reason: str = ""
    cause: str = ""
    head_of_privacy: str = ""
    ciso: str = ""
    attested: tuple[str, ...] = ()
    dpo_opinion: str = ""
    dpo_text: str = ""
    dpo_on: date | None = None
