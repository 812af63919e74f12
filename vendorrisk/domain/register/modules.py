"""Which module of the Commission's transfer clauses fits a flow (Decision (EU) 2021/914; domain.md 2.4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.register.countries import country_name, is_in_eea

if TYPE_CHECKING:
    from datetime import date


class Party(StrEnum):
    """What a party to the clauses is for the data that flows."""

    CONTROLLER = "CONTROLLER"
    PROCESSOR = "PROCESSOR"


MODULES = {
    (Party.CONTROLLER, Party.CONTROLLER): 1,
    (Party.CONTROLLER, Party.PROCESSOR): 2,
    (Party.PROCESSOR, Party.PROCESSOR): 3,
    (Party.PROCESSOR, Party.CONTROLLER): 4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleChoice:
    """The module that fits, or None with the reason; `warnings` do not stand in the way."""

    module: int | None
    why: Message
    warnings: tuple[Message, ...] = ()


def choose_module(
    exporter: Party,
    importer: Party,
    *,
    importer_country: str,
    on: date,
    returns_to_own_controller: bool = False,
    importer_subject_to_gdpr: bool = False,
) -> ModuleChoice:
    """The module for a transfer from exporter to importer.

    Refused for an importer in the EEA. Module 4 only returns data to the exporter's own controller: handing
    a message to a foreign carrier is not such a case. An importer that is itself subject to the GDPR lies
    outside Art. 1(1) of the Decision; clauses for it were announced and not seen, so it warns, no more.
    """
    if is_in_eea(importer_country, on):
        return ModuleChoice(module=None, why=msg("module.inside", country=country_name(importer_country)))
    module = MODULES[exporter, importer]
    if module == 4 and not returns_to_own_controller:
        return ModuleChoice(module=None, why=msg("module.not_own_controller"))
    warnings = (msg("module.importer_subject"),) if importer_subject_to_gdpr else ()
    return ModuleChoice(module=module, why=msg("module.fits", module=module), warnings=warnings)
