"""A command line over a workspace of its own, copied from one that is made once."""

from __future__ import annotations

import shutil

import pytest

from tests.support.calls import PASSPHRASE, Desk


def _desk(place, name="acme"):
    passphrase = place / "passphrase.txt"
    passphrase.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return Desk(
        {
            "VENDORRISK_WORKSPACE": str(place / name),
            "VENDORRISK_PASSPHRASE_FILE": str(passphrase),
        }
    )


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """Made once: creating forces the disk a dozen times, copying does not."""
    place = tmp_path_factory.mktemp("template")
    answer = _desk(place)("workspace", "new", place / "acme", "--company", "Acme Telecom", "--recovery-out", place / "code.txt")
    assert answer.code == 0, answer
    return place / "acme"


@pytest.fixture
def bare(tmp_path):
    """A command line without a workspace yet."""
    return _desk(tmp_path)


@pytest.fixture
def desk(bare, template):
    """A command line with an empty workspace."""
    shutil.copytree(template, bare.workspace)
    return bare
