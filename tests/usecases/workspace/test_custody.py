"""When a backup is due, and when the recovery code counts as kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.offices import make_office
from vendorrisk.domain.message import UserError
from vendorrisk.usecases.workspace.custody import Ways, confirm_recovery, last_proved, needs_backup
from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup, SlotKind, WrongKey, WrongKeyReason
from vendorrisk.usecases.workspace.settings import settings_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def a_backup(days, *, proved):
    made = NOW - timedelta(days=days)
    return KnownBackup(
        path=Path(f"{days}.vrbackup"), sequence=100 - days, created_at=made, reason="manual", app_version="1",
        schema=1, verified_at=made if proved else None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("backups", "due"),
    [([], True),
     ([a_backup(0, proved=False)], True),
     ([a_backup(0, proved=False), a_backup(6, proved=True)], False),
     ([a_backup(7, proved=True)], True),
     ([a_backup(0, proved=True)], False)],
)  # fmt: skip
def test_a_backup_is_due_after_a_week_without_a_proved_one(backups, due):
    assert needs_backup(backups, NOW) is due


def test_the_newest_proved_one_counts():
    backups = [a_backup(0, proved=False), a_backup(2, proved=True), a_backup(3, proved=True)]
    assert last_proved(backups) is backups[1]
    assert last_proved(backups[:1]) is None


@pytest.mark.parametrize(
    ("slots", "only"),
    [((SlotKind.RECOVERY,), True), ((), True), ((SlotKind.RECOVERY, SlotKind.PASSPHRASE), False)],
)
def test_a_workspace_that_only_the_recovery_code_opens_is_told(slots, only):
    assert Ways(slots=slots, here=False, keyring_there=False, through=None).only_recovery is only


class Keeps:
    """A custody that accepts one code."""

    def confirm_recovery_code(self, typed):
        if typed != "RIGHT":
            raise WrongKey(reason=WrongKeyReason.NO_SLOT_FITS).as_error()


def test_the_code_counts_as_kept_only_when_it_was_right():
    office = make_office()
    with pytest.raises(UserError):
        confirm_recovery(office, Keeps(), "WRONG")
    with office.book.reading() as reader:
        assert not settings_of(reader).recovery_confirmed
    confirm_recovery(office, Keeps(), "RIGHT")
    with office.book.reading() as reader:
        assert settings_of(reader).recovery_confirmed
