"""A slot opens with its own secret, in its own workspace, and with nothing else."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from tests.support.vaults import QUICK_COST, random_bytes_from
from vendorrisk.domain.message import UserError
from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.keys.key_slots import (
    ArgonCost,
    keyring_entry,
    keyring_slot,
    new_slot_id,
    open_with_keyring,
    open_with_passphrase,
    open_with_recovery,
    passphrase_slot,
    recovery_slot,
)
from vendorrisk.usecases.workspace.opening_outcomes import SlotKind

HERE, ELSEWHERE = UUID(int=1), UUID(int=2)
KEY = DataKey(bytes(range(32)))
CODE = b"c" * 20
KEPT = b"k" * 32
RANDOM = random_bytes_from(1)

PASSPHRASE = passphrase_slot(KEY, HERE, "correct horse", cost=QUICK_COST, random_bytes=RANDOM)
RECOVERY = recovery_slot(KEY, HERE, CODE, random_bytes=RANDOM)
KEYRING = keyring_slot(KEY, HERE, KEPT, slot_id="0a0b0c0d", backend="double", random_bytes=RANDOM)

OPENERS = [
    pytest.param(
        PASSPHRASE, lambda slot, place: open_with_passphrase(slot, place, "correct horse"), id="passphrase"
    ),
    pytest.param(RECOVERY, lambda slot, place: open_with_recovery(slot, place, CODE), id="recovery"),
    pytest.param(KEYRING, lambda slot, place: open_with_keyring(slot, place, KEPT), id="keyring"),
]


@pytest.mark.parametrize(("slot", "opened"), OPENERS)
def test_a_slot_opens_with_its_secret(slot, opened):
    assert opened(slot, HERE) == KEY


@pytest.mark.parametrize(("slot", "opened"), OPENERS)
def test_a_slot_moved_to_another_workspace_stays_shut(slot, opened):
    assert opened(slot, ELSEWHERE) is None


@pytest.mark.parametrize(("slot", "opened"), OPENERS)
@pytest.mark.parametrize(
    "change", [{"id": "ffffffff"}, {"version": 2}, {"sealed": b""}, {"sealed": b"x" * 60}], ids=str
)
def test_a_doctored_slot_stays_shut(slot, opened, change):
    assert opened(replace(slot, **change), HERE) is None


@pytest.mark.parametrize(("slot", "opened"), OPENERS)
def test_a_slot_relabelled_as_another_kind_stays_shut(slot, opened):
    other = SlotKind.RECOVERY if slot.kind is not SlotKind.RECOVERY else SlotKind.PASSPHRASE
    assert opened(replace(slot, kind=other), HERE) is None


def test_other_secrets_open_nothing():
    assert open_with_passphrase(PASSPHRASE, HERE, "Correct horse") is None
    assert open_with_passphrase(RECOVERY, HERE, "correct horse") is None
    assert open_with_recovery(RECOVERY, HERE, b"d" * 20) is None
    assert open_with_keyring(KEYRING, HERE, b"d" * 32) is None
    assert open_with_keyring(KEYRING, HERE, b"short") is None


def test_a_passphrase_is_the_same_however_a_keyboard_composes_it():
    slot = passphrase_slot(KEY, HERE, "Größe", cost=QUICK_COST, random_bytes=RANDOM)
    assert open_with_passphrase(slot, HERE, "Gro\u0308ße") == KEY


def test_the_key_stands_nowhere_in_a_slot():
    for slot in (PASSPHRASE, RECOVERY, KEYRING):
        assert KEY.secret() not in slot.sealed
        assert KEY.secret().hex() not in repr(slot)


def test_sealing_twice_gives_two_different_slots():
    again = recovery_slot(KEY, HERE, CODE, random_bytes=RANDOM)
    assert again.sealed != RECOVERY.sealed
    assert again.id != RECOVERY.id


def test_the_default_cost_is_256_mebibytes_three_passes_four_lanes():
    assert ArgonCost() == ArgonCost(memory_kib=262_144, passes=3, lanes=4)


@pytest.mark.parametrize(
    "cost",
    [
        ArgonCost(memory_kib=1 << 30),
        ArgonCost(passes=1_000),
        ArgonCost(lanes=1_000),
        ArgonCost(passes=0),
        ArgonCost(lanes=0),
        ArgonCost(memory_kib=8),
    ],
    ids=str,
)
def test_costs_nobody_would_set_are_not_bearable(cost):
    assert not cost.bearable()
    assert QUICK_COST.bearable()


def test_too_little_memory_for_a_passphrase_is_said_in_a_sentence(monkeypatch):
    from argon2 import low_level
    from argon2.exceptions import HashingError

    def refuses(*_, **__):
        raise HashingError("Memory allocation error")

    monkeypatch.setattr(low_level, "hash_secret_raw", refuses)
    with pytest.raises(UserError) as caught:
        open_with_passphrase(PASSPHRASE, HERE, "correct horse")
    assert caught.value.what.key == "opening.passphrase_memory"


def test_each_slot_has_its_own_entry_in_the_keyring():
    first, second = new_slot_id(RANDOM), new_slot_id(RANDOM)
    assert keyring_entry(HERE, first) == f"{HERE}/{first}"
    assert first != second
