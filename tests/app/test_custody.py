"""Custody of an open workspace: backups proved in a new process, and keys changed without losing any."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest

from tests.support.programs import a_front, an_outside
from tests.support.vaults import KeyringDouble
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register.records import Vendor
from vendorrisk.usecases.diligence import documents
from vendorrisk.usecases.editing import add, remove
from vendorrisk.usecases.workspace.opening_outcomes import OpeningRefused, SlotKind, WrongKey, WrongKeyReason
from vendorrisk.usecases.workspace.secret_keeper import KeeperState


@pytest.fixture
def ring():
    return KeyringDouble()


@pytest.fixture
def front(tmp_path, ring):
    return a_front(tmp_path, an_outside(ring))


@pytest.fixture
def made(front, tmp_path):
    made = front.make(tmp_path / "acme", "Acme Telecom", None)
    yield made
    made.workspace.lock()


@pytest.fixture
def custody(made):
    return made.workspace.custody


def test_a_backup_is_proved_in_a_new_process_before_it_counts(custody):
    steps = []
    backup = custody.back_up(lambda done, total: steps.append((done, total)))
    assert backup.verified_at is not None
    assert steps == [(0, 2), (1, 2)]
    assert custody.backups() == [backup]


def test_a_spoiled_backup_is_named(custody):
    from vendorrisk.app.wiring import backup_needs

    backup = custody._vault.back_up(reason="manual", needs=backup_needs(custody._outside))
    content = bytearray(backup.path.read_bytes())
    content[len(content) // 2] ^= 1
    backup.path.write_bytes(content)
    with pytest.raises(UserError):
        custody.prove(backup)


def test_nothing_is_wrong_with_a_new_workspace(custody):
    assert custody.check() == []


def test_closing_makes_a_backup_only_after_a_change(made, custody):
    assert custody.back_up_quickly() is None
    add(made.workspace.office, Vendor, {"name": "Norte", "country": "BR"})
    assert custody.back_up_quickly().reason == "on-closing"


def test_closing_clears_evidence_that_no_document_ever_named_and_keeps_what_undo_may_need(
    made, custody, tmp_path
):
    office, shelf = made.workspace.office, custody._vault.evidence
    vendor = add(office, Vendor, {"name": "Norte", "country": "BR"})
    (tmp_path / "iso.pdf").write_bytes(b"%PDF-1.7 a certificate")
    document = documents.add_document(office, vendor.id, tmp_path / "iso.pdf", {"kind": "ISO27001"})
    remove(office, Document, document.id)
    shelf.keep_stream(io.BytesIO(b"its row was never written"))
    custody.back_up_quickly()
    assert len(shelf.stored_ids()) == 2
    custody._outside = an_outside(now=lambda: datetime(2026, 12, 24, 9, 0, tzinfo=UTC))
    custody.back_up_quickly()
    assert shelf.stored_ids() == [document.evidence]


def test_a_workspace_too_large_to_copy_in_passing_is_left_to_a_backup_on_purpose(made, custody, monkeypatch):
    monkeypatch.setattr("vendorrisk.app.custody.QUICK_BYTES", 1000)
    add(made.workspace.office, Vendor, {"name": "Norte", "country": "BR"})
    assert custody.back_up_quickly() is None


def test_two_groups_of_a_code_just_made_are_enough(made, custody):
    asked = custody.groups_to_confirm()
    assert len(set(asked)) == 2
    assert set(asked) <= set(range(1, 9))
    assert custody.groups_to_confirm() == asked
    groups = dict(enumerate(made.recovery_code.split("-"), start=1))
    custody.confirm_recovery_code({number: groups[number].lower() for number in asked})
    assert custody.groups_to_confirm() == ()


def test_a_mistyped_group_is_named(made, custody):
    first, second = custody.groups_to_confirm()
    groups = dict(enumerate(made.recovery_code.split("-"), start=1))
    wrong = ("7" if groups[second][0] != "7" else "8") + groups[second][1:]
    with pytest.raises(OpeningRefused) as caught:
        custody.confirm_recovery_code({first: groups[first], second: wrong})
    assert caught.value.outcome == WrongKey(reason=WrongKeyReason.MISTYPED_CODE, groups=(second,))
    assert custody.groups_to_confirm() == (first, second)


def test_after_a_new_start_the_whole_code_is_needed(front, made):
    made.workspace.lock()
    again = front.open(made.workspace.folder)
    assert again.custody.groups_to_confirm() == ()
    with pytest.raises(OpeningRefused):
        again.custody.try_recovery_code("not the code")
    again.custody.confirm_recovery_code(made.recovery_code.lower().replace("-", " "))
    again.lock()


def test_a_new_code_replaces_the_old_one_once_it_is_confirmed(front, made, custody):
    new = custody.new_recovery_code()
    custody.try_recovery_code(made.recovery_code)
    custody.confirm_recovery_code(new)
    with pytest.raises(OpeningRefused):
        custody.try_recovery_code(made.recovery_code)
    made.workspace.lock()
    front.open(made.workspace.folder, new).lock()


def test_ways_are_told_and_changed(front, made, custody):
    ways = custody.ways()
    assert (set(ways.slots), ways.here, ways.keyring_there) == (
        {SlotKind.KEYRING, SlotKind.RECOVERY}, True, True
    )  # fmt: skip
    assert custody.forget_here() == 1
    assert custody.ways().only_recovery
    assert custody.remember_here() is KeeperState.STORED
    custody.set_passphrase("some words")
    assert not custody.ways().only_recovery
    made.workspace.lock()
    opened = front.open(made.workspace.folder, "some words")
    assert opened.custody.ways().through is SlotKind.PASSPHRASE
    opened.lock()
