"""A new way to open is proved before an old one goes, and never touches the data key."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.support.vaults import QUICK_COST, KeyringDouble, random_bytes_from
from vendorrisk.domain.message import UserError
from vendorrisk.store.keys import slot_changes
from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.keys.key_file import new_key_file, read_key_file, write_key_file
from vendorrisk.store.keys.key_slots import recovery_slot
from vendorrisk.store.keys.recovery_code import as_code
from vendorrisk.store.keys.slot_changes import (
    EmptyPassphrase,
    SlotNotProved,
    confirm_recovery_code,
    forget_in_keyring,
    offer_recovery_code,
    remember_in_keyring,
    set_passphrase,
    try_recovery_code,
)
from vendorrisk.store.keys.unlocking import Typed, unlock
from vendorrisk.usecases.workspace.opening_outcomes import OpeningRefused, SlotKind, WrongKey
from vendorrisk.usecases.workspace.secret_keeper import KeeperState

HERE = UUID(int=4)
KEY = DataKey(bytes(range(32)))
RANDOM = random_bytes_from(4)
FIRST_CODE = as_code(b"c" * 20)


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "register.keys"
    slot = recovery_slot(KEY, HERE, b"c" * 20, random_bytes=RANDOM)
    write_key_file(file, new_key_file(KEY, HERE).with_slot(slot))
    return file


def gives(path, passphrase):
    set_passphrase(path, KEY, passphrase, cost=QUICK_COST, random_bytes=RANDOM)


def opens(path, text):
    try:
        return unlock(read_key_file(path), Typed(text)).key == KEY
    except OpeningRefused:
        return False


def test_a_passphrase_is_added_beside_the_recovery_code(path):
    gives(path, "one")
    assert opens(path, "one")
    assert opens(path, FIRST_CODE)


def test_a_new_passphrase_takes_the_place_of_the_old(path):
    gives(path, "one")
    gives(path, "two")
    assert (opens(path, "one"), opens(path, "two")) == (False, True)
    assert len(read_key_file(path).of_kind(SlotKind.PASSPHRASE)) == 1


def test_an_empty_passphrase_is_refused(path):
    before = path.read_bytes()
    with pytest.raises(EmptyPassphrase):
        gives(path, "  ")
    assert path.read_bytes() == before


def test_a_passphrase_that_does_not_prove_itself_leaves_the_old_one(path, monkeypatch):
    gives(path, "one")
    before = path.read_bytes()
    monkeypatch.setattr(slot_changes, "open_with_passphrase", lambda *_: None)
    with pytest.raises(SlotNotProved):
        gives(path, "two")
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert opens(path, "one")


def test_a_key_of_another_workspace_cannot_add_a_slot(path):
    before = path.read_bytes()
    with pytest.raises(OpeningRefused) as caught:
        set_passphrase(path, DataKey(bytes(32)), "one", cost=QUICK_COST, random_bytes=RANDOM)
    assert isinstance(caught.value.outcome, WrongKey)
    assert path.read_bytes() == before


def test_an_older_recovery_code_works_until_the_new_one_is_confirmed(path):
    second = offer_recovery_code(path, KEY, random_bytes=RANDOM)
    assert (opens(path, FIRST_CODE), opens(path, second)) == (True, True)
    confirm_recovery_code(path, second.lower())
    assert (opens(path, FIRST_CODE), opens(path, second)) == (False, True)


def test_confirming_the_only_code_changes_nothing(path):
    before = path.read_bytes()
    confirm_recovery_code(path, FIRST_CODE)
    assert path.read_bytes() == before


def test_confirming_with_a_wrong_code_drops_nothing(path):
    second = offer_recovery_code(path, KEY, random_bytes=RANDOM)
    with pytest.raises(OpeningRefused):
        confirm_recovery_code(path, as_code(b"d" * 20))
    assert (opens(path, FIRST_CODE), opens(path, second)) == (True, True)


def test_a_passphrase_is_no_recovery_code(path):
    gives(path, "one")
    with pytest.raises(OpeningRefused):
        try_recovery_code(path, "one")


def test_the_keyring_opens_after_it_was_told_to_remember(path):
    keeper = KeyringDouble()
    answer = remember_in_keyring(path, KEY, keeper, random_bytes=RANDOM)
    assert answer.state is KeeperState.STORED
    assert unlock(read_key_file(path), keeper).key == KEY
    assert KEY.secret() not in keeper.entries.values()


@pytest.mark.parametrize("state", [KeeperState.ABSENT, KeeperState.LOCKED, KeeperState.FAILED])
def test_a_keyring_that_does_not_store_leaves_the_file_as_it_was(path, state):
    before = path.read_bytes()
    answer = remember_in_keyring(path, KEY, KeyringDouble(state=state), random_bytes=RANDOM)
    assert answer.state is state
    assert path.read_bytes() == before


def test_forgetting_removes_only_this_computers_entries(path):
    here, there = KeyringDouble(), KeyringDouble()
    remember_in_keyring(path, KEY, there, random_bytes=RANDOM)
    remember_in_keyring(path, KEY, here, random_bytes=RANDOM)
    assert forget_in_keyring(path, KEY, here) == 1
    assert here.entries == {}
    assert unlock(read_key_file(path), there).key == KEY
    with pytest.raises(OpeningRefused):
        unlock(read_key_file(path), here)


def test_the_last_way_to_open_is_not_forgotten(path):
    keeper = KeyringDouble()
    remember_in_keyring(path, KEY, keeper, random_bytes=RANDOM)
    key_file = read_key_file(path)
    write_key_file(path, key_file.without(key_file.of_kind(SlotKind.RECOVERY)))
    with pytest.raises(UserError) as caught:
        forget_in_keyring(path, KEY, keeper)
    assert caught.value.what.key == "opening.last_slot"
    assert unlock(read_key_file(path), keeper).key == KEY
