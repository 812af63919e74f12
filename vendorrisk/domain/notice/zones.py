"""Zones: on which date a moment falls for us and for the customer. The machine's own zone is never asked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.days import NoDate

if TYPE_CHECKING:
    from datetime import date, datetime

_NOT_A_PLACE = ("localtime", "posixrules", "Factory", "right/", "posix/")
"""Entries of a zone database that mean this machine, nothing, or clocks with leap seconds."""


class UnknownZone(NoDate):
    """No zone has this IANA name, so nobody can say on which date a moment falls there."""

    def __init__(self, name: str) -> None:
        super().__init__(
            msg("notice.unknown_zone", zone=name), msg("notice.unknown_zone.remedy", zone=name), where=name
        )
        self.name = name


def zone(name: str) -> ZoneInfo:
    """The zone of this IANA name, such as Europe/Zagreb; raises `UnknownZone`."""
    if name.startswith(_NOT_A_PLACE):
        raise UnknownZone(name)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as missing:
        raise UnknownZone(name) from missing


def local_date(instant: datetime, zone_name: str) -> date:
    """The calendar date of a moment in this zone; a moment without a zone of its own is refused as a bug."""
    if instant.tzinfo is None:
        raise ValueError("a moment without a zone falls on no date")
    return instant.astimezone(zone(zone_name)).date()


def later_date(instant: datetime, *zone_names: str) -> date:
    """The later of the dates on which a moment falls: a period starts with the later one (domain.md 5.4)."""
    return max(local_date(instant, name) for name in zone_names)


def earlier_date(instant: datetime, *zone_names: str) -> date:
    """The earlier of the dates on which a moment falls: what came in then came in earlier."""
    return min(local_date(instant, name) for name in zone_names)
