"""The rotation keeps what the rule says, by sequence number and never by today's clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.store.sqlite.backup_rotation import Retention, to_remove
from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def a_backup(sequence, at, *, verified=False):
    return KnownBackup(
        path=Path(f"{sequence}.vrbackup"),
        sequence=sequence,
        created_at=at,
        reason="auto",
        app_version="1",
        schema=1,
        verified_at=NOON if verified else None,
    )


def numbers(backups):
    return [backup.sequence for backup in backups]


def kept(backups):
    gone = to_remove(backups)
    return [backup for backup in backups if backup not in gone]


histories = st.lists(st.tuples(st.integers(-400 * 24, 400 * 24), st.booleans()), max_size=120).map(
    lambda hours: [
        a_backup(number, NOON + timedelta(hours=offset), verified=verified)
        for number, (offset, verified) in enumerate(hours, start=1)
    ]
)


def test_everything_of_the_newest_two_days_stays():
    backups = [a_backup(number, NOON - timedelta(hours=number)) for number in range(30, 0, -1)]
    assert to_remove(backups) == []


def test_then_one_a_day_for_ten_days_then_one_a_month_for_twelve_months():
    days = [a_backup(day + 1, NOON + timedelta(days=day)) for day in range(500)]
    left = kept(days)
    assert len(left) == 2 + 10 + 12
    assert [backup.created_at.date() for backup in left[-12:]] == [
        (NOON + timedelta(days=day)).date() for day in range(488, 500)
    ]
    months = [(backup.created_at.year, backup.created_at.month) for backup in left[:12]]
    assert months == sorted(set(months))


def test_of_one_day_the_newest_stays():
    older = [a_backup(number, NOON + timedelta(minutes=number)) for number in range(1, 4)]
    newer = [a_backup(10, NOON + timedelta(days=1)), a_backup(11, NOON + timedelta(days=2))]
    assert numbers(to_remove([*older, *newer])) == [1, 2]


def test_a_clock_that_jumps_ahead_a_year_removes_nothing():
    backups = [a_backup(number, NOON - timedelta(days=10 - number)) for number in range(1, 11)]
    jumped = a_backup(11, NOON + timedelta(days=400))
    assert to_remove([*backups, jumped]) == []


def test_the_newest_is_the_one_with_the_highest_number_whatever_its_date():
    backups = [a_backup(number, NOON - timedelta(days=number)) for number in range(1, 40)]
    assert backups[-1] in kept(backups)


def test_the_newest_verified_backup_stays_however_old_it_is():
    proved = a_backup(1, NOON - timedelta(days=3000), verified=True)
    later = [a_backup(number, NOON + timedelta(days=number)) for number in range(2, 600)]
    assert proved in kept([proved, *later])


@given(histories)
def test_what_may_never_go_never_goes(backups):
    gone = to_remove(backups)
    assert len(backups) - len(gone) >= min(len(backups), 1)
    assert not backups or max(backups, key=lambda backup: backup.sequence) not in gone
    verified = [backup for backup in backups if backup.verified_at]
    assert not verified or verified[-1] not in gone


@given(histories)
def test_rotating_twice_removes_nothing_more(backups):
    assert to_remove(kept(backups)) == []


def test_the_rule_is_data():
    days = [a_backup(day + 1, NOON + timedelta(days=day)) for day in range(10)]
    assert numbers(to_remove(days, Retention(whole_days=1, daily=1, monthly=0))) == list(range(1, 9))
