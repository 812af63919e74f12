"""backup and restore: proved, restored equal, and whoever was erased since stays erased."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.support.books import dump
from tests.support.calls import Desk
from vendorrisk.domain.register.records import Contact
from vendorrisk.usecases import editing
from vendorrisk.usecases.journal.history import erase_person


@dataclass(frozen=True)
class Kept:
    """A workspace with a backup in which a person stands who was erased afterwards."""

    desk: Desk
    told: dict
    info: dict
    contents_then: dict

    @property
    def backup(self) -> Path:
        return Path(self.told["file"])


@pytest.fixture(scope="module")
def kept(template, tmp_path_factory):
    """Made once: a backup is restored as a trial in a process of its own, which takes its time."""
    keyring, place = template
    folder = tmp_path_factory.mktemp("kept") / "acme"
    shutil.copytree(place / "acme", folder)
    desk = Desk({"VENDORRISK_WORKSPACE": str(folder)}, keyring=replace(keyring, asked=[]))
    vendor = desk.add_vendor()["vendor"]
    with desk.opened() as workspace:
        contact = editing.add(workspace.office, Contact, {"name": "Luísa Prado"}, vendor_id=vendor)
    contents_then = contents(desk)
    told, info = desk.ok("workspace", "backup"), desk.ok("workspace", "info")
    with desk.opened() as workspace:
        erase_person(workspace.office, (Contact, contact.id, ("name",)))
    return Kept(desk, told, info, contents_then)


def contents(desk):
    with desk.opened() as workspace:
        return dump(workspace.vault.engines.reader)


def at(desk, folder):
    """The same person at another workspace."""
    return replace(desk, environ={"VENDORRISK_WORKSPACE": str(folder)})


def names(desk):
    with desk.opened() as workspace, workspace.office.book.reading() as reader:
        return [one.name for one in reader.find(Contact)]


def test_a_backup_is_proved_and_listed(kept):
    assert (kept.told["verified"], kept.told["evidence"]) == (True, 0)
    assert kept.told["rows"] > 1
    assert (kept.info["backups"], kept.info["last_backup"][-1]) == (1, "Z")


def test_a_backup_far_from_its_workspace_is_restored_equal(kept, tmp_path):
    away = shutil.copy(kept.backup, tmp_path / "away.vrbackup")
    told = kept.desk.ok("workspace", "restore", away, tmp_path / "again")
    assert (told["workspace"], told["backup"], told["erased_again"]) == (
        str(tmp_path / "again"), "away.vrbackup", 0,
    )  # fmt: skip
    there = at(kept.desk, tmp_path / "again")
    assert contents(there) == kept.contents_then
    assert there("verify").code == 0


def test_a_restore_is_told_once_in_the_journal_and_is_a_wall(kept, tmp_path):
    kept.desk.ok("workspace", "restore", kept.backup, tmp_path / "again")
    there = at(kept.desk, tmp_path / "again")
    refused = there("undo", "--json")
    assert (refused.code, refused.json["error"]["kind"]) == (7, "undo.wall")
    told = [one for one in there.ok("log")["entries"] if one["action"] == "workspace.restore"]
    assert len(told) == 1
    assert not (tmp_path / "again" / "register.restored").exists()


def test_restoring_never_touches_what_is_there(kept):
    before = contents(kept.desk)
    assert kept.desk("workspace", "restore", kept.backup, kept.desk.workspace).code == 7
    assert contents(kept.desk) == before


def test_what_was_erased_since_stays_erased_and_is_erased_once(kept, tmp_path):
    told = kept.desk.ok("workspace", "restore", kept.backup, tmp_path / "again")
    assert told["erased_again"] == 1
    there = at(kept.desk, tmp_path / "again")
    assert names(there) == [""]
    entries = [there.ok("workspace", "info")["journal"]["sequence"] for _ in range(2)]
    assert entries[0] == entries[1]
    assert there("verify").code == 0


def test_without_a_key_at_hand_it_is_erased_when_first_opened(kept, bare, tmp_path):
    answer = bare("workspace", "restore", kept.backup, tmp_path / "again")
    assert answer.code == 0
    assert "erased again as soon as" in answer.err
    assert names(at(kept.desk, tmp_path / "again")) == [""]


def test_a_damaged_list_of_erasures_is_named(desk):
    (desk.workspace / "register.erasures").write_text("{", encoding="utf-8")
    answer = desk("vendor", "list", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (1, "erasures.damaged")
    (desk.workspace / "register.erasures").unlink()
    assert desk("vendor", "list").code == 0


@pytest.mark.parametrize("content", [b"", b"not a backup", b"PK\x03\x04 half a container"])
def test_a_file_that_is_no_backup_is_refused(desk, tmp_path, content):
    file = tmp_path / "x.vrbackup"
    file.write_bytes(content)
    answer = desk("workspace", "restore", file, tmp_path / "again", "--json")
    assert (answer.code, answer.json["error"]["kind"].split(".")[0]) == (1, "backup")
    assert not (tmp_path / "again").exists()


def test_a_backup_that_is_not_there_is_not_found(desk, tmp_path):
    assert desk("workspace", "restore", tmp_path / "none", tmp_path / "again").code == 4
