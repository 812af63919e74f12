"""Taking a vendor into the register by hand: a name is enough, and one that looks known is pointed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.register.names import fold, same_vendor
from vendorrisk.domain.register.records import Vendor
from vendorrisk.domain.register.text import tidy
from vendorrisk.usecases.editing import add
from vendorrisk.usecases.notice.changes import ALL_SERVICES
from vendorrisk.usecases.register.vendors import add_vendor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.usecases.office import Office

SHORTEST = 3
"""With fewer letters every name is like many others."""
MOST_HINTS = 3


def take_in(office: Office, vendor: Mapping[str, str], engagement: Mapping[str, str]) -> Vendor:
    """Adds a vendor from typed fields, as one step; with a purpose also its first engagement.

    `engagement` may hold purpose, service (code, name or id; empty: all services), storage and access (a
    country each). Anything but the purpose alone is no engagement: BadInput then asks for the purpose.
    """
    given = {name: text for name, text in engagement.items() if text.strip()}
    wanted = {name: text for name, text in vendor.items() if text.strip()}
    if not given:
        return add(office, Vendor, {"name": "", **wanted})
    return add_vendor(
        office, wanted, {"purpose": given.get("purpose", ""), "owner": wanted.get("owner", "")},
        service=given.get("service", ALL_SERVICES),
        storage=[given["storage"]] if "storage" in given else [],
        access=[given["access"]] if "access" in given else [],
    ).vendor  # fmt: skip


def look_at_name(office: Office, name: str, *, of: str = "") -> tuple[Problem, ...]:
    """Warnings on vendors that one of this name may be; likeness never does more than warn.

    `of` is the id of the vendor that gets the name, for one that is known already: it is not like itself.
    """
    exact = tidy(name)
    found = [one for one in KnownNames(office).like(exact) if one.id != of]
    return tuple(_warning(exact, one) for one in found)


def _warning(name: str, known: Vendor) -> Problem:
    key = "vendor.twin" if known.name == name else "vendor.like"
    facts = {"name": name, "other": known.name, "id": known.id}
    return Problem("name", msg(key, **facts), msg("vendor.like.remedy", **facts), Level.WARNING)


class KnownNames:
    """The vendors there are, for pointing out one that is being typed a second time."""

    def __init__(self, office: Office) -> None:
        with office.book.reading() as reader:
            self._vendors = reader.find(Vendor)
        self._by_name = {one.name: one for one in self._vendors}
        self._near = office.likeness.among(self._by_name)
        self._folded = [fold(f"{one.name} {one.legal_name}") for one in self._vendors]

    def like(self, typed: str) -> list[Vendor]:
        """The vendors that the typed name may be, the surest first; none while it is too short to say."""
        wanted = fold(typed)
        if len(wanted) < SHORTEST:
            return []
        sure = [one for one in self._vendors if same_vendor(one.name, typed)]
        begun = [
            one
            for one, folded in zip(self._vendors, self._folded, strict=True)
            if folded.startswith(wanted) or f" {wanted}" in folded
        ]
        alike = [self._by_name[name] for name in self._near.near(typed)]
        found = {one.id: one for one in (*sure, *begun, *alike)}
        return list(found.values())[:MOST_HINTS]
