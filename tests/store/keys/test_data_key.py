"""The data key gives its values only to those who ask by name, and never shows itself."""

from __future__ import annotations

import hashlib
import hmac
import pickle
from uuid import UUID

import pytest

from vendorrisk.store.keys.data_key import DataKey

WORKSPACE = UUID("0192f0c1-2345-7abc-8def-0123456789ab")
SECRET = bytes(range(32))


def test_the_cipher_key_is_64_digits_of_key_and_32_of_the_workspaces_id():
    assert DataKey(SECRET).cipher_key(WORKSPACE) == SECRET.hex() + "0192f0c123457abc8def0123456789ab"


def test_the_check_value_is_the_first_8_bytes_of_the_documented_hmac():
    whole = hmac.new(SECRET, b"vendorrisk-kcv" + WORKSPACE.bytes, hashlib.sha256).hexdigest()
    assert DataKey(SECRET).check_value(WORKSPACE) == whole[:16]


def test_a_key_fits_its_own_check_value_for_its_own_workspace_only():
    key, other_place = DataKey(SECRET), UUID(int=1)
    assert key.fits(key.check_value(WORKSPACE), WORKSPACE)
    assert not key.fits(key.check_value(WORKSPACE), other_place)
    assert not DataKey(bytes(32)).fits(key.check_value(WORKSPACE), WORKSPACE)


def test_subkeys_differ_by_purpose_and_salt_and_from_the_key():
    key = DataKey(SECRET)
    made = {key.subkey("a"), key.subkey("b"), key.subkey("a", salt=b"1"), SECRET}
    assert len(made) == 4
    assert key.subkey("a") == DataKey(SECRET).subkey("a")


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_refused_without_being_shown(length):
    with pytest.raises(ValueError, match="32 bytes") as caught:
        DataKey(b"k" * length)
    assert "kk" not in str(caught.value)


def test_a_key_hides_in_repr_and_str_and_cannot_be_pickled():
    key = DataKey(SECRET)
    assert (repr(key), str(key), f"{key}") == ("DataKey(hidden)",) * 3
    with pytest.raises(TypeError, match="does not leave"):
        pickle.dumps(key)


def test_keys_are_equal_by_value_and_hash_to_nothing_of_it():
    assert DataKey(SECRET) == DataKey(SECRET)
    assert DataKey(SECRET) != DataKey(bytes(32))
    assert hash(DataKey(SECRET)) == hash(DataKey(bytes(32)))


def test_a_new_key_takes_its_bytes_from_the_source_that_is_given():
    assert DataKey.new(lambda count: b"\x01" * count).secret() == b"\x01" * 32
