"""Unwanted evidence goes only after its grace and a backup, and never if it is wanted again."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest

from tests.support.vaults import random_bytes_from
from vendorrisk.store.evidence import EvidenceShelf
from vendorrisk.store.evidence_sweep import GRACE, sweep_orphans
from vendorrisk.store.keys.data_key import DataKey

START = datetime(2026, 11, 1, tzinfo=UTC)
LATER = START + GRACE


class Cellar:
    """A shelf with one wanted and one unwanted file."""

    def __init__(self, folder):
        self.notes = folder / "orphans.json"
        self.shelf = EvidenceShelf(folder, DataKey(bytes(32)), random_bytes=random_bytes_from(1))
        self.wanted = self.shelf.keep_stream(io.BytesIO(b"wanted")).evidence_id
        self.orphan = self.shelf.keep_stream(io.BytesIO(b"orphan")).evidence_id

    def sweep(self, now, backup, wanted=None):
        return sweep_orphans(
            self.shelf, wanted or [self.wanted], notes=self.notes, now=now, newest_backup=backup
        )


@pytest.fixture
def cellar(tmp_path):
    return Cellar(tmp_path)


def test_an_orphan_is_only_noted_when_first_seen(cellar):
    assert cellar.sweep(START, 1) == ()
    assert cellar.shelf.stored_ids() == sorted([cellar.wanted, cellar.orphan])


def test_it_goes_after_its_grace_and_a_backup(cellar):
    cellar.sweep(START, 1)
    assert cellar.sweep(LATER, 2) == (cellar.orphan,)
    assert cellar.shelf.stored_ids() == [cellar.wanted]
    assert cellar.sweep(LATER, 3) == ()


@pytest.mark.parametrize(
    ("now", "backup"),
    [
        pytest.param(LATER - timedelta(seconds=1), 2, id="within its grace"),
        pytest.param(LATER + timedelta(days=400), 1, id="the clock jumped, no backup yet"),
        pytest.param(START - timedelta(days=400), 2, id="the clock went back"),
    ],
)
def test_it_stays_while_time_or_a_backup_is_wanting(cellar, now, backup):
    cellar.sweep(START, 1)
    assert cellar.sweep(now, backup) == ()


def test_a_file_wanted_again_starts_anew_when_unwanted_later(cellar):
    cellar.sweep(START, 1)
    cellar.sweep(START, 1, wanted=[cellar.wanted, cellar.orphan])
    assert cellar.sweep(LATER, 2) == ()


@pytest.mark.parametrize("notes", [b"", b"[]", b"{", b'{"a": 1}', b'{"a": ["2026-01-01T00:00:00", 1]}'])
def test_unreadable_notes_only_start_the_grace_anew(cellar, notes):
    cellar.notes.write_bytes(notes)
    assert cellar.sweep(LATER, 9) == ()
