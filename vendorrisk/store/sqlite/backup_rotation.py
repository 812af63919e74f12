"""Which backups may go: a rule over sequence numbers and dates on the backups, never over today's clock.

Days and months are counted as they occur on the backups themselves, newest first. A clock that jumps a
year ahead therefore starts one new day; it does not make all other backups old.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How many are kept: every backup of the newest days, then one a day, then one a month (UTC)."""

    whole_days: int = 2
    daily: int = 10
    monthly: int = 12


def to_remove(backups: Iterable[KnownBackup], retention: Retention | None = None) -> list[KnownBackup]:
    """Lists the backups that may be removed, oldest first; the newest and the newest verified never are."""
    retention = retention or Retention()
    newest_first = sorted(backups, key=lambda backup: backup.sequence, reverse=True)
    whole, rest = _days_apart(newest_first, retention.whole_days)
    daily = _newest_of_each(rest, lambda backup: backup.created_at.date(), retention.daily)
    covered = {backup.created_at.date() for backup in daily}
    older = [backup for backup in rest if backup.created_at.date() not in covered]
    monthly = _newest_of_each(
        older, lambda backup: (backup.created_at.year, backup.created_at.month), retention.monthly
    )
    proved = [backup for backup in newest_first if backup.verified_at is not None][:1]
    kept = {backup.path for backup in (*newest_first[:1], *whole, *daily, *monthly, *proved)}
    return [backup for backup in reversed(newest_first) if backup.path not in kept]


def _days_apart(
    newest_first: Sequence[KnownBackup], count: int
) -> tuple[list[KnownBackup], list[KnownBackup]]:
    days = list(dict.fromkeys(backup.created_at.date() for backup in newest_first))[:count]
    whole = [backup for backup in newest_first if backup.created_at.date() in days]
    return whole, [backup for backup in newest_first if backup.created_at.date() not in days]


def _newest_of_each(
    newest_first: Sequence[KnownBackup], period: Callable[[KnownBackup], Hashable], count: int
) -> list[KnownBackup]:
    first_of: dict[Hashable, KnownBackup] = {}
    for backup in newest_first:
        first_of.setdefault(period(backup), backup)
    return list(first_of.values())[:count]
