"""The key file reads back as written, and says clearly what is wrong with it."""

from __future__ import annotations

import json
import stat
import sys
from uuid import UUID

import pytest

from tests.support.vaults import QUICK_COST, random_bytes_from
from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.keys.key_file import (
    dump_key_file,
    new_key_file,
    parse_key_file,
    read_key_file,
    write_key_file,
)
from vendorrisk.store.keys.key_slots import keyring_slot, passphrase_slot, recovery_slot
from vendorrisk.usecases.workspace.opening_outcomes import Damaged, NewerFile, OpeningRefused, SlotKind

HERE = UUID(int=7)
KEY = DataKey(bytes(range(32)))
RANDOM = random_bytes_from(2)


def a_key_file():
    return (
        new_key_file(KEY, HERE)
        .with_slot(recovery_slot(KEY, HERE, b"c" * 20, random_bytes=RANDOM))
        .with_slot(passphrase_slot(KEY, HERE, "secret words", cost=QUICK_COST, random_bytes=RANDOM))
        .with_slot(
            keyring_slot(KEY, HERE, b"k" * 32, slot_id="aabbccdd", backend="double", random_bytes=RANDOM)
        )
    )


def refusal_of(content):
    with pytest.raises(OpeningRefused) as caught:
        parse_key_file(content)
    return caught.value.outcome


def changed(**fields):
    content = json.loads(dump_key_file(a_key_file()))
    content.update(fields)
    return json.dumps(content).encode()


def test_a_key_file_reads_back_as_written(tmp_path):
    path = tmp_path / "register.keys"
    written = a_key_file()
    write_key_file(path, written)
    assert read_key_file(path) == written


def test_the_ways_to_open_come_in_the_order_people_try_them():
    assert a_key_file().kinds() == (SlotKind.KEYRING, SlotKind.PASSPHRASE, SlotKind.RECOVERY)


def test_neither_the_key_nor_any_secret_stands_in_the_file():
    content = dump_key_file(a_key_file()).decode()
    for secret in (KEY.secret().hex(), "secret words", (b"k" * 32).hex(), (b"c" * 20).hex()):
        assert secret not in content


def test_it_knows_its_key():
    assert a_key_file().accepts(KEY)
    assert not a_key_file().accepts(DataKey(bytes(32)))


def test_a_slot_can_be_taken_out():
    whole = a_key_file()
    assert whole.without(whole.of_kind(SlotKind.KEYRING)).kinds() == (SlotKind.PASSPHRASE, SlotKind.RECOVERY)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_only_its_owner_may_read_it(tmp_path):
    write_key_file(tmp_path / "k", a_key_file())
    assert stat.S_IMODE((tmp_path / "k").stat().st_mode) == 0o600


def test_a_missing_key_file_is_named(tmp_path):
    with pytest.raises(OpeningRefused) as caught:
        read_key_file(tmp_path / "register.keys")
    assert isinstance(caught.value.outcome, Damaged)
    assert [detail.key for detail in caught.value.outcome.details] == ["opening.damage.keys_missing"]


def test_a_key_file_of_a_newer_program_is_not_judged():
    assert refusal_of(changed(schema="vendorrisk.keys/2")) == NewerFile(
        file="register.keys", stored=2, newest=1
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"[]",
        b"null",
        b'{"schema": 1}',
        dump_key_file(a_key_file())[:-20],
        b"[" * 60_000,
        b" " * 70_000,
        changed(schema="another/1"),
        changed(schema="vendorrisk.keys/one"),
        changed(db_uuid="no"),
        changed(kcv="zz"),
        changed(slots=[{"kind": "telepathy"}]),
        changed(slots=[{"kind": "recovery"}]),
        changed(
            slots=[
                {
                    "kind": "passphrase",
                    "id": "1",
                    "version": 1,
                    "sealed": "",
                    "salt": "",
                    "argon2id": {"memory_kib": 10**9, "passes": 1, "lanes": 1},
                }
            ]
        ),
    ],
    ids=range(15),
)
def test_an_unreadable_key_file_is_damage_and_not_a_crash(content):
    outcome = refusal_of(content)
    assert isinstance(outcome, Damaged)
    assert [detail.key for detail in outcome.details] == ["opening.damage.keys_unreadable"]
