"""Events that call for a reassessment, and changes that customers must hear of (domain.md 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vendorrisk.domain.message import Message, msg


class Trigger(StrEnum):
    """Events that call for a reassessment out of turn (domain.md 4.4)."""

    NEW_COUNTRY = "NEW_COUNTRY"
    NEW_FOURTH_PARTY = "NEW_FOURTH_PARTY"
    NEW_DATA_CATEGORY = "NEW_DATA_CATEGORY"
    NEW_AI_FEATURE = "NEW_AI_FEATURE"
    CHANGE_OF_CONTROL = "CHANGE_OF_CONTROL"
    BREACH = "BREACH"
    AUTHORITY_ORDER = "AUTHORITY_ORDER"
    CERTIFICATE_LOST = "CERTIFICATE_LOST"
    QUALIFIED_OPINION = "QUALIFIED_OPINION"
    ADEQUACY_CHANGED = "ADEQUACY_CHANGED"
    SERVICE_LEVEL_FAILED_TWICE = "SERVICE_LEVEL_FAILED_TWICE"
    LAW_CHANGED_AT_DESTINATION = "LAW_CHANGED_AT_DESTINATION"
    CREDIBLE_NEWS = "CREDIBLE_NEWS"
    RESIDUAL_UP = "RESIDUAL_UP"


class Alteration(StrEnum):
    """What may change about a live engagement."""

    NEW_ENTITY = "NEW_ENTITY"
    REPLACEMENT = "REPLACEMENT"
    NEW_PURPOSE = "NEW_PURPOSE"
    NEW_PRODUCT = "NEW_PRODUCT"
    NEW_DATA_CATEGORY = "NEW_DATA_CATEGORY"
    NEW_STORAGE_COUNTRY = "NEW_STORAGE_COUNTRY"
    NEW_ACCESS_COUNTRY = "NEW_ACCESS_COUNTRY"
    WEAKER_MECHANISM = "WEAKER_MECHANISM"
    RENAME = "RENAME"
    SECURITY_UPGRADE = "SECURITY_UPGRADE"
    COUNTRY_REMOVED = "COUNTRY_REMOVED"
    REMOVAL = "REMOVAL"


class Duty(StrEnum):
    """What we owe a customer: a notice with its clock, information without one, or nothing."""

    NOTICE = "NOTICE"
    INFORM = "INFORM"
    NOTHING = "NOTHING"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    duty: Duty
    by_list: bool = False


# `by_list`: a new country is a notice event where the customer's agreed list shows countries, adequate or
# not; DORA and region-locked customers are always told, whatever their list shows.
_DUTIES = {
    Alteration.NEW_ENTITY: _Row(duty=Duty.NOTICE),
    Alteration.REPLACEMENT: _Row(duty=Duty.NOTICE),
    Alteration.NEW_PURPOSE: _Row(duty=Duty.NOTICE),
    Alteration.NEW_PRODUCT: _Row(duty=Duty.NOTICE),
    Alteration.NEW_DATA_CATEGORY: _Row(duty=Duty.NOTICE),
    Alteration.NEW_STORAGE_COUNTRY: _Row(duty=Duty.NOTICE, by_list=True),
    Alteration.NEW_ACCESS_COUNTRY: _Row(duty=Duty.NOTICE, by_list=True),
    Alteration.WEAKER_MECHANISM: _Row(duty=Duty.NOTICE),
    Alteration.RENAME: _Row(duty=Duty.INFORM),
    Alteration.REMOVAL: _Row(duty=Duty.INFORM),
    Alteration.SECURITY_UPGRADE: _Row(duty=Duty.NOTHING),
    Alteration.COUNTRY_REMOVED: _Row(duty=Duty.NOTHING),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyFound:
    """What one customer is owed for an alteration, and why."""

    duty: Duty
    why: Message


def duty_for(
    alteration: Alteration, *, countries_on_list: bool, dora: bool = False, region_locked: bool = False
) -> DutyFound:
    """What we owe one customer when something changes (policy of domain.md 4.4; the contract may ask more).

    `countries_on_list`: the list agreed with the customer shows the countries of this kind.
    """
    row = _DUTIES[alteration]
    if row.by_list and not (countries_on_list or dora or region_locked):
        return DutyFound(duty=Duty.NOTHING, why=msg("duty.not_on_list"))
    return DutyFound(duty=row.duty, why=msg(f"duty.{row.duty.value}"))
