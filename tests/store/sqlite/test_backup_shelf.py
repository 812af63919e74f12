"""The shelf lists what can be restored, remembers what was proved, and never removes what it cannot read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.vaults import START, a_vault, add_vendors, needs
from vendorrisk.store.sqlite.backup_rotation import Retention

PROVED_AT = datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.fixture
def vault(tmp_path):
    with a_vault(tmp_path / "acme").workspace as opened:
        yield opened


def three_days(vault):
    return [vault.back_up(reason="auto", needs=needs(at=START + timedelta(days=day))) for day in range(3)]


def test_backups_are_listed_newest_first_with_what_one_needs_for_choosing(vault):
    made = three_days(vault)
    assert vault.backups.known() == tuple(reversed(made))


def test_empty_and_cut_off_files_are_listed_apart(vault):
    [good, *_] = three_days(vault)
    empty = vault.folder.backups / "000009-x.vrbackup"
    empty.write_bytes(b"")
    half = vault.folder.backups / "000010-x.vrbackup"
    half.write_bytes(good.path.read_bytes()[:-50])
    (vault.folder.backups / ".vr-half").write_bytes(b"x")
    assert vault.backups.unreadable() == (empty, half)
    assert len(vault.backups.known()) == 3
    assert vault.backups.newest_sequence() == 10


def test_a_proved_backup_carries_its_date(vault):
    [first, *_] = three_days(vault)
    vault.backups.mark_verified(first, at=PROVED_AT)
    assert [backup.verified_at for backup in vault.backups.known()] == [None, None, PROVED_AT]


def test_marks_of_several_backups_stay_side_by_side(vault):
    [first, second, _] = three_days(vault)
    vault.backups.mark_verified(first, at=PROVED_AT)
    vault.backups.mark_verified(second, at=PROVED_AT)
    assert [backup.verified_at for backup in vault.backups.known()] == [None, PROVED_AT, PROVED_AT]


def test_another_file_under_the_same_name_has_no_mark(vault):
    [first, second, _] = three_days(vault)
    vault.backups.mark_verified(first, at=PROVED_AT)
    first.path.write_bytes(second.path.read_bytes())
    assert [backup.verified_at for backup in vault.backups.known()] == [None, None, None]


@pytest.mark.parametrize("marks", [b"", b"[]", b"{", b'{"a": 1}', b'{"a": ["never", "x"]}'])
def test_unreadable_marks_count_as_none(vault, marks):
    made = three_days(vault)
    (vault.folder.backups / "verified.json").write_bytes(marks)
    assert vault.backups.known() == tuple(reversed(made))
    vault.backups.mark_verified(made[0], at=PROVED_AT)
    assert vault.backups.known()[-1].verified_at == PROVED_AT


def test_rotation_removes_what_the_rule_lets_go_and_nothing_it_cannot_read(vault):
    made = three_days(vault)
    vault.backups.mark_verified(made[0], at=PROVED_AT)
    empty = vault.folder.backups / "000009-x.vrbackup"
    empty.write_bytes(b"")
    removed = vault.backups.rotate(Retention(whole_days=1, daily=0, monthly=0))
    assert [backup.sequence for backup in removed] == [2]
    assert [backup.sequence for backup in vault.backups.known()] == [3, 1]
    assert empty.exists()


def test_an_ordinary_week_is_not_rotated_away(vault):
    add_vendors(vault, "Twilio")
    three_days(vault)
    assert vault.backups.rotate() == ()
