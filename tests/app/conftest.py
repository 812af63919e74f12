"""A command line over a workspace of its own, copied from one that is made once."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from tests.support.calls import PASSPHRASE, Desk, TickingClock
from tests.support.stocked import stock
from tests.support.vaults import KeyringDouble
from tests.support.verb_calls import make_ready


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """The keyring and the place of an empty workspace: creating forces the disk often."""
    place = tmp_path_factory.mktemp("template")
    (place / "passphrase.txt").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    making = Desk({"VENDORRISK_PASSPHRASE_FILE": str(place / "passphrase.txt")}, keyring=KeyringDouble())
    answer = making(
        "workspace", "new", place / "acme", "--company", "Acme Telecom", "--recovery-out", place / "code.txt"
    )
    assert answer.code == 0, answer
    return making.keyring, place


@pytest.fixture(scope="session")
def stocked_template(template, tmp_path_factory):
    """The same with a bit of everything in it, and the ids of that."""
    keyring, place = template
    folder = tmp_path_factory.mktemp("stocked")
    shutil.copytree(place / "acme", folder / "acme")
    filling = Desk({"VENDORRISK_WORKSPACE": str(folder / "acme")}, keyring=keyring)
    return stock(filling, folder), folder, filling.clock.at


@pytest.fixture
def bare(tmp_path):
    """A command line without a workspace yet, and without a keyring."""
    return Desk({"VENDORRISK_WORKSPACE": str(tmp_path / "acme")})


@pytest.fixture
def desk(bare, template):
    """A command line with an empty workspace that the keyring opens."""
    keyring, place = template
    shutil.copytree(place / "acme", bare.workspace)
    return replace(bare, keyring=replace(keyring, entries=dict(keyring.entries), asked=[]))


@pytest.fixture
def stocked(bare, template, stocked_template):
    """A command line with that workspace; `ids` name what is in it."""
    ids, folder, at = stocked_template
    shutil.copytree(folder / "acme", bare.workspace)
    keyring = replace(template[0], entries=dict(template[0].entries), asked=[])
    return replace(bare, keyring=keyring, clock=TickingClock(at)), ids


@pytest.fixture
def passphrase_file(template, tmp_path):
    """The passphrase of that workspace."""
    return shutil.copy(template[1] / "passphrase.txt", tmp_path / "passphrase.txt")


@pytest.fixture(scope="session")
def ready(stocked_template, template, tmp_path_factory):
    """A command line over a workspace for a call of every verb, for tests that leave it as it is."""
    ids, folder, at = stocked_template
    place = tmp_path_factory.mktemp("ready")
    shutil.copytree(folder / "acme", place / "acme")
    desk = Desk(
        {"VENDORRISK_WORKSPACE": str(place / "acme")},
        keyring=replace(template[0], asked=[]),
        clock=TickingClock(at),
    )
    return desk, make_ready(desk, ids, place), place


@pytest.fixture
def copied(ready, bare):
    """A copy of that workspace to work in, and the ids of what is in it."""
    desk, ids, _ = ready
    shutil.copytree(desk.workspace, bare.workspace)
    keyring = replace(desk.keyring, entries=dict(desk.keyring.entries), asked=[])
    return replace(bare, keyring=keyring, clock=TickingClock(desk.clock.at)), ids
