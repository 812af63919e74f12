"""Everything the vault can say has an English sentence with a remedy, and every sentence is used."""

from __future__ import annotations

import re
import typing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from vendorrisk.app.words import Catalogue
from vendorrisk.domain.message import msg
from vendorrisk.store.evidence import EvidenceChanged, EvidenceDamaged, EvidenceMissing
from vendorrisk.store.keys.slot_changes import EmptyPassphrase, SlotNotProved
from vendorrisk.store.sqlite.backup_file import BackupUnreadable
from vendorrisk.store.sqlite.verifying import BackupNotSound
from vendorrisk.usecases.safe_files import (
    DiskFull,
    NameTooLong,
    NoFolder,
    NotConfirmed,
    NotWritable,
    TargetBusy,
)
from vendorrisk.usecases.workspace.opening_outcomes import (
    Damaged,
    FolderTaken,
    InUse,
    KnownBackup,
    NeedsKey,
    NeedsMigration,
    NetworkFolder,
    NewerFile,
    NoCipher,
    NotAWorkspace,
    ReadOnlyFolder,
    Refusal,
    SlotKind,
    StillWorking,
    WorkspaceLocked,
    WrongKey,
    WrongKeyReason,
)
from vendorrisk.usecases.workspace.secret_keeper import KeeperState

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "resources" / "i18n" / "en" / "opening.po"
SINCE = "2026-11-21T09:00:00Z"
BACKUP = KnownBackup(
    path=Path("000001.vrbackup"),
    sequence=1,
    created_at=datetime(2026, 11, 21, tzinfo=UTC),
    reason="auto",
    app_version="1",
    schema=1,
)
REFUSALS = [
    *(NeedsKey(slots=tuple(SlotKind), keyring=state) for state in (None, *KeeperState)),
    *(WrongKey(reason=reason, groups=(3, 5)) for reason in WrongKeyReason),
    InUse(by="ana", host="desk-1", pid=1, since=SINCE),
    InUse(by="ana", host="desk-1", pid=1, since="lately", elsewhere=True),
    InUse(by="", host="", pid=0, since=""),
    NeedsMigration(stored=1, wanted=2),
    NewerFile(file="register.db", stored=2, newest=1),
    Damaged(details=(msg("opening.damage.keys_missing"),)),
    Damaged(details=(msg("opening.damage.keys_missing"),), backups=(BACKUP,)),
    NotAWorkspace(folder="/x"),
    FolderTaken(folder="/x", holds_data=True),
    FolderTaken(folder="/x", holds_data=False),
    NetworkFolder(kind="nfs4", folder="/x"),
    ReadOnlyFolder(folder="/x"),
    NoCipher(),
]
ERRORS = [
    WorkspaceLocked(),
    StillWorking(2),
    EmptyPassphrase(),
    SlotNotProved(),
    DiskFull(Path("/x/f"), needed=10, free=1),
    TargetBusy(Path("/x/f")),
    NotWritable(Path("/x/f")),
    NoFolder(Path("/x/f")),
    NameTooLong(Path("/x/f")),
    NotConfirmed(Path("/x/f")),
    EvidenceMissing("a" * 64),
    EvidenceDamaged("a" * 64),
    EvidenceChanged(),
    BackupUnreadable(Path("b"), "member_differs", member="register.db"),
    BackupNotSound(Path("b"), (msg("backup.altered"), msg("backup.rows_differ", table="vendor"))),
]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    folder = tmp_path_factory.mktemp("i18n")
    (folder / "en").mkdir()
    with TEXTS.open("rb") as source, (folder / "en" / "vendorrisk.mo").open("wb") as sink:
        write_mo(sink, read_po(source))
    return Catalogue(folder)


def keys():
    with TEXTS.open("rb") as source:
        return {entry.id for entry in read_po(source) if entry.id}


def sources():
    files = (ROOT / "vendorrisk" / "store").rglob("*.py")
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize("refusal", REFUSALS, ids=str)
def test_every_ending_is_a_sentence_with_a_remedy(catalogue, refusal):
    error = refusal.as_error()
    assert error.outcome == refusal
    check_sentence(catalogue, error)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.what.key)
def test_every_error_is_a_sentence_with_a_remedy(catalogue, error):
    check_sentence(catalogue, error)


def check_sentence(catalogue, error):
    for message in (error.what, error.remedy):
        sentence = catalogue.say(message)
        assert sentence[-1] in ".:", sentence
        assert not re.search(r"[{}]|\b(opening|backup|files)\.[a-z]|Message", sentence), sentence


def test_every_kind_of_refusal_was_tried():
    assert {type(refusal) for refusal in REFUSALS} == set(typing.get_args(Refusal))


def test_every_problem_of_health_has_a_remedy():
    used = set(re.findall(r'"(health\.[a-z_.]+[a-z_])"', sources()))
    assert used
    assert {f"{key}.remedy" for key in used} - keys() == set()


def test_keys_put_together_at_run_time_stand_in_the_catalogue():
    made = {f"opening.slot.{kind}" for kind in SlotKind}
    made |= {f"opening.keyring.{state}" for state in KeeperState}
    made |= {f"opening.wrong_key.{reason}" for reason in WrongKeyReason}
    made |= {f"opening.damage.{what}" for what in re.findall(r'_damaged\("([a-z_]+)"\)', sources())}
    made |= {f"backup.unreadable.{what}" for what in re.findall(r'Unreadable\(path, "([a-z_]+)"', sources())}
    assert made - keys() == set()


def test_an_instant_in_a_note_is_shown_as_a_date(catalogue):
    sentence = catalogue.say(InUse(by="ana", host="desk-1", pid=1, since=SINCE).as_error().what)
    assert "09:00 UTC" in sentence
