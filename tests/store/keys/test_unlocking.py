"""What is typed, kept or given opens the workspace, or the reason why not is exact."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.support.vaults import QUICK_COST, KeyringDouble, random_bytes_from
from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.keys.key_file import new_key_file
from vendorrisk.store.keys.key_slots import keyring_entry, keyring_slot, passphrase_slot, recovery_slot
from vendorrisk.store.keys.recovery_code import as_code
from vendorrisk.store.keys.unlocking import Typed, Unlocked, unlock
from vendorrisk.usecases.workspace.opening_outcomes import (
    NeedsKey,
    OpeningRefused,
    SlotKind,
    WrongKey,
    WrongKeyReason,
)
from vendorrisk.usecases.workspace.secret_keeper import KeeperState

HERE = UUID(int=3)
KEY = DataKey(bytes(range(32)))
RANDOM = random_bytes_from(3)
CODE = as_code(b"c" * 20)
EVERY_SLOT = (
    new_key_file(KEY, HERE)
    .with_slot(recovery_slot(KEY, HERE, b"c" * 20, random_bytes=RANDOM))
    .with_slot(passphrase_slot(KEY, HERE, "correct horse", cost=QUICK_COST, random_bytes=RANDOM))
    .with_slot(keyring_slot(KEY, HERE, b"k" * 32, slot_id="aa", backend="double", random_bytes=RANDOM))
)
ALL_KINDS = (SlotKind.KEYRING, SlotKind.PASSPHRASE, SlotKind.RECOVERY)


def refusal(source, key_file=EVERY_SLOT):
    with pytest.raises(OpeningRefused) as caught:
        unlock(key_file, source)
    return caught.value.outcome


def test_a_passphrase_opens():
    assert unlock(EVERY_SLOT, Typed("correct horse")) == Unlocked(key=KEY, through=SlotKind.PASSPHRASE)


def test_a_recovery_code_opens_wherever_a_passphrase_is_asked_for():
    assert unlock(EVERY_SLOT, Typed(CODE.lower())) == Unlocked(key=KEY, through=SlotKind.RECOVERY)


def test_the_keyring_opens():
    keeper = KeyringDouble(entries={keyring_entry(HERE, "aa"): b"k" * 32})
    assert unlock(EVERY_SLOT, keeper) == Unlocked(key=KEY, through=SlotKind.KEYRING)


def test_the_newest_entry_of_the_keyring_is_tried_first():
    newer = keyring_slot(KEY, HERE, b"n" * 32, slot_id="bb", backend="double", random_bytes=RANDOM)
    keeper = KeyringDouble(entries={keyring_entry(HERE, "aa"): b"k" * 32})
    assert unlock(EVERY_SLOT.with_slot(newer), keeper).through is SlotKind.KEYRING
    assert keeper.asked == [keyring_entry(HERE, "bb"), keyring_entry(HERE, "aa")]


def test_the_key_itself_opens():
    assert unlock(EVERY_SLOT, KEY) == Unlocked(key=KEY)


def test_nothing_given_asks_for_a_key_and_names_the_ways():
    assert refusal(None) == NeedsKey(slots=ALL_KINDS)


@pytest.mark.parametrize(
    "state", [KeeperState.ABSENT, KeeperState.LOCKED, KeeperState.TIMED_OUT, KeeperState.FAILED]
)
def test_a_keyring_that_does_not_help_leaves_the_other_ways_and_says_why(state):
    assert refusal(KeyringDouble(state=state)) == NeedsKey(slots=ALL_KINDS, keyring=state)


def test_a_keyring_that_never_had_an_entry_is_told_from_none_at_all():
    without = EVERY_SLOT.without(EVERY_SLOT.of_kind(SlotKind.KEYRING))
    for state, told in (
        (KeeperState.FOUND, KeeperState.MISSING),
        (KeeperState.ABSENT, KeeperState.ABSENT),
        (KeeperState.TIMED_OUT, KeeperState.TIMED_OUT),
    ):
        assert refusal(KeyringDouble(state=state), without).keyring is told


def test_a_keyring_without_our_entry_is_told_from_one_with_a_foreign_entry():
    assert refusal(KeyringDouble()) == NeedsKey(slots=ALL_KINDS, keyring=KeeperState.MISSING)
    foreign = KeyringDouble(entries={keyring_entry(HERE, "aa"): b"x" * 32})
    assert refusal(foreign) == NeedsKey(slots=ALL_KINDS, keyring=KeeperState.MISFIT)


def test_a_wrong_passphrase_is_wrong():
    assert refusal(Typed("wrong horse")) == WrongKey(reason=WrongKeyReason.NO_SLOT_FITS)


def test_the_code_of_another_workspace_is_wrong():
    assert refusal(Typed(as_code(b"d" * 20))) == WrongKey(reason=WrongKeyReason.NO_SLOT_FITS)


def test_a_mistyped_code_names_its_groups():
    groups = CODE.split("-")
    groups[2] = "0" * 5 if groups[2] != "0" * 5 else "1" * 5
    assert refusal(Typed("-".join(groups))) == WrongKey(reason=WrongKeyReason.MISTYPED_CODE, groups=(3,))


def test_a_passphrase_that_looks_like_a_mistyped_code_still_opens():
    spelled = CODE[:-1] + ("2" if CODE[-1] != "2" else "3")
    slot = passphrase_slot(KEY, HERE, spelled, cost=QUICK_COST, random_bytes=RANDOM)
    assert unlock(EVERY_SLOT.with_slot(slot), Typed(spelled)).through is SlotKind.PASSPHRASE


def test_the_key_of_another_workspace_is_told_apart():
    assert refusal(DataKey(bytes(32))) == WrongKey(reason=WrongKeyReason.OTHER_WORKSPACE)


def test_a_slot_that_holds_another_key_than_the_others_is_not_believed():
    stray = passphrase_slot(DataKey(bytes(32)), HERE, "stray", cost=QUICK_COST, random_bytes=RANDOM)
    assert refusal(Typed("stray"), EVERY_SLOT.with_slot(stray)) == WrongKey(
        reason=WrongKeyReason.NO_SLOT_FITS
    )


def test_what_was_typed_and_what_was_unlocked_hide_in_a_repr():
    assert repr(Typed("correct horse")) == "Typed(hidden)"
    assert KEY.secret().hex() not in repr(Unlocked(key=KEY))
