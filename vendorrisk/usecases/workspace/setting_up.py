"""A new workspace: our company, its zone, the adequacy lists of today, and our standard terms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from vendorrisk.domain.message import WrongArgument, msg
from vendorrisk.domain.notice.records import Terms
from vendorrisk.domain.register.records import Setting
from vendorrisk.usecases.actions import Wall, action
from vendorrisk.usecases.notice.changes import STANDARD
from vendorrisk.usecases.workspace.settings import YES, checked_setting

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from vendorrisk.usecases.actions import Action
    from vendorrisk.usecases.ports import Desk, LawTables

SET_UP = action("workspace.set_up", wall=Wall.BEGUN)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWorkspace:
    """What a new workspace starts with; `zone` is the IANA zone in which dates of notices are counted."""

    company: str
    zone: str = "UTC"
    sample: bool = False

    def check(self) -> None:
        """Raises WrongArgument for a company without a name that can be read, and for an unknown zone."""
        if not self.company.strip():
            raise WrongArgument(msg("setting.company.empty"), msg("setting.company.empty.remedy"))
        checked_setting("company", self.company)
        checked_setting("zone", self.zone)


class Acting(Protocol):
    """Whatever can do one action."""

    def act(self, action: Action, **params: Any) -> AbstractContextManager[Desk]:
        """One action of a person."""
        ...


def set_up(book: Acting, new_id: Callable[[], str], law: LawTables, wanted: NewWorkspace) -> None:
    """Fills a new register: our company and zone, the adequacy lists as shipped, our standard terms."""
    wanted.check()
    typed = {"company": wanted.company, "zone": wanted.zone}
    settings = [Setting(id=name, value=checked_setting(name, value)) for name, value in typed.items()]
    if wanted.sample:
        settings.append(Setting(id="sample", value=YES))
    adequacy = [replace(entry, id=new_id()) for entry in law.transfers.adequacy]
    with book.act(SET_UP) as desk:
        desk.put(*settings)
        desk.put(*adequacy)
        desk.put(Terms(id=new_id(), customer_id=STANDARD))
