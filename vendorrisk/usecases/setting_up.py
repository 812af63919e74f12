"""A new workspace: our company, its zone, the adequacy lists of today, and our standard terms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import UserError, msg
from vendorrisk.domain.notice.records import Terms
from vendorrisk.domain.register.records import Setting
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.changes import STANDARD
from vendorrisk.usecases.settings import YES, checked_setting, settings_of

if TYPE_CHECKING:
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.settings import Settings

SET_UP = action("workspace.set_up")


def set_up(office: Office, *, company: str, zone: str = "UTC", sample: bool = False) -> Settings:
    """Fills a new workspace; `zone` is the IANA zone in which dates of notices are counted.

    Raises UserError for an empty company or an unknown zone, before anything is stored.
    """
    if not company.strip():
        raise UserError(msg("setting.company.empty"), msg("setting.company.empty.remedy"))
    wanted = {"company": company, "zone": zone}
    settings = [Setting(id=name, value=checked_setting(name, typed)) for name, typed in wanted.items()]
    if sample:
        settings.append(Setting(id="sample", value=YES))
    law = [replace(entry, id=office.new_id()) for entry in office.law.transfers.adequacy]
    standard = Terms(id=office.new_id(), customer_id=STANDARD)
    with office.book.act(SET_UP) as desk:
        desk.put(*settings)
        desk.put(*law)
        desk.put(standard)
        return settings_of(desk)
