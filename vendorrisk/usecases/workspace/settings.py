"""The settings of a workspace: our company, its zone, how names are sorted, who must agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from vendorrisk.domain.message import UserError, WrongArgument, msg
from vendorrisk.domain.register import fields, text
from vendorrisk.domain.register.records import Setting
from vendorrisk.usecases.actions import action

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

CHANGE_SETTING = action("setting.edit")
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings with their values. `zone` is an IANA name; dates of notices are counted in it.

    `dpo` is the address of the data protection officer, `dpo_name` the person, who advises and never decides.
    `sample` marks a workspace of invented data for ever; nothing sets it back.
    """

    company: str = ""
    country: str = ""
    address: str = ""
    zone: str = "UTC"
    language: str = "en"
    contact: str = ""
    dpo: str = ""
    dpo_name: str = ""
    list_address: str = ""
    second_person: bool = False
    recovery_confirmed: bool = False
    dpf_recheck_days: int = 90
    sample: bool = False


def zone_name(typed: str) -> str:
    """The IANA name of a time zone; raises WrongArgument for any other text."""
    if typed not in available_timezones():
        raise WrongArgument(msg("setting.zone.unknown", zone=typed), msg("setting.zone.remedy"))
    return typed


def _days(typed: str) -> str:
    number = fields.whole_number(0, 365)(typed)
    return str(number or 0)


def _truth(typed: str) -> str:
    return YES if fields.truth(typed) else NO


def _optional(reader: Callable[[str], str]) -> Callable[[str], str]:
    return lambda typed: reader(typed) if typed.strip() else ""


_READERS: dict[str, Callable[[str], str]] = {
    "company": text.name,
    "country": _optional(fields.country),
    "address": text.paragraphs,
    "zone": zone_name,
    "language": text.name,
    "contact": _optional(fields.email),
    "dpo": _optional(fields.email),
    "dpo_name": text.name,
    "list_address": _optional(fields.website),
    "second_person": _truth,
    "recovery_confirmed": _truth,
    "dpf_recheck_days": _days,
}
NAMES = tuple(_READERS)
"""The settings that a person may change."""


def settings_of(reader: Reader) -> Settings:
    """The settings of the open workspace; what was never set has its default."""
    stored = {setting.id: setting.value for setting in reader.find(Setting)}
    values: dict[str, Any] = {
        name: _typed(name, stored[name]) for name in Settings.__dataclass_fields__ if name in stored
    }
    return Settings(**values)


def _typed(name: str, value: str) -> str | int | bool:
    default = Settings.__dataclass_fields__[name].default
    if isinstance(default, bool):
        return value == YES
    return int(value) if isinstance(default, int) else value


def checked_setting(name: str, typed: str) -> str:
    """The value of a setting as it is stored; raises UserError for a name or value that it cannot have."""
    if name not in _READERS:
        raise UserError(msg("setting.unknown", name=name), msg("setting.unknown.remedy", known=list(NAMES)))
    return _READERS[name](typed)


def change_setting(office: Office, name: str, typed: str) -> Settings:
    """Changes one setting; raises UserError for a name or value that it cannot have."""
    value = checked_setting(name, typed)
    with office.book.act(CHANGE_SETTING, setting=name) as desk:
        desk.put(Setting(id=name, value=value))
        return settings_of(desk)
