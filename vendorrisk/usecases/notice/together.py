"""Customers of one change under like terms, taken together as the chart of windows shows them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.notice.shorter import agreed_terms

if TYPE_CHECKING:
    from vendorrisk.domain.notice.go_live import GlobalDate
    from vendorrisk.usecases.notice.change_view import Told

ONE_DAY = timedelta(days=1)


class Pace(StrEnum):
    """What gives the customers of a group their day."""

    NOTICE = "NOTICE"
    CONSENT = "CONSENT"
    NO_DATE = "NO_DATE"
    JOINED = "JOINED"
    KEPT_OFF = "KEPT_OFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Customers under like terms: how many, and the last day before the change may be live for all of them.

    `ends_first` is that day of the first of them: like terms end apart where their zones or holidays differ.
    `agreed` counts those with a written approval, of those who joined meanwhile those who got the change with
    their onboarding documents. `decides`: one of them holds the date for all.
    """

    key: str
    pace: Pace
    days: int
    unit: str
    channel: str
    customers: tuple[str, ...]
    ends: date | None
    ends_first: date | None
    agreed: int
    decides: bool


def groups_of(told: tuple[Told, ...], overall: GlobalDate) -> tuple[Together, ...]:
    """Like terms together: by notice first, the shortest first, then what has no day of its own."""
    found: dict[tuple[int, int, str, str], list[Told]] = defaultdict(list)
    for one in told:
        counted = agreed_terms(one.terms, one.notice).notice_days
        days = counted if one.pace in {Pace.NOTICE, Pace.NO_DATE} else 0
        unit = one.terms.notice_unit.value if days else ""
        channel = one.terms.channel if one.pace is not Pace.KEPT_OFF else ""
        found[(list(Pace).index(one.pace), days, unit, channel)].append(one)
    return tuple(
        _together(key, found[key], overall)
        for key in sorted(found, key=lambda key: (key[0] != 0, key[0], key[1], key[2], key[3]))
    )


def _together(key: tuple[int, int, str, str], members: list[Told], overall: GlobalDate) -> Together:
    place, days, unit, channel = key
    pace = list(Pace)[place]
    dated = [one.dates.earliest - ONE_DAY for one in members if one.dates.earliest is not None]
    last_days = dated if pace is Pace.NOTICE else []
    return Together(
        key="/".join(map(str, key)), pace=pace, days=days, unit=unit, channel=channel,
        customers=tuple(one.id for one in members),
        ends=max(last_days, default=None), ends_first=min(last_days, default=None),
        agreed=sum(_has_agreed(one) for one in members),
        decides=any(one.id in overall.decided_by for one in members),
    )  # fmt: skip


def _has_agreed(one: Told) -> bool:
    if one.dates.joined:
        return not one.dates.pack_due
    return one.notice is not None and one.notice.approved_on is not None
