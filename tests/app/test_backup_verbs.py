"""backup and restore: proved, restored equal, and whoever was erased since stays erased."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest

from tests.support.books import dump
from tests.support.calls import Desk
from vendorrisk.app.erasure_list import Source, erasures_for
from vendorrisk.domain.register.records import Contact
from vendorrisk.store.sqlite.backup_file import read_manifest
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


def away(kept, tmp_path, *more):
    """The backup on another disk, with whatever else of the workspace was copied there."""
    place = tmp_path / "disk"
    place.mkdir()
    for one in (kept.backup, *more):
        shutil.copy(one, place)
    return place / kept.backup.name


MAY_BE_BACK = "so persons who were erased after 23 November 2026 "


def test_far_from_its_workspace_it_is_said_that_somebody_may_be_back_and_a_list_mends_that(kept, tmp_path):
    answer = kept.desk("workspace", "restore", away(kept, tmp_path), tmp_path / "again")
    assert answer.code == 0
    assert MAY_BE_BACK in answer.err
    there = at(kept.desk, tmp_path / "again")
    assert names(there) == ["Luísa Prado"]
    shutil.copy(kept.desk.workspace / "register.erasures", tmp_path / "again")
    assert names(there) == [""]
    assert there("verify").code == 0


@pytest.mark.parametrize("given", ["", "register.erasures"])
def test_the_old_workspace_or_its_list_can_be_named(kept, tmp_path, given):
    backup = away(kept, tmp_path)
    old = kept.desk.workspace / given
    answer = kept.desk("workspace", "restore", backup, tmp_path / "again", "--erasures", old, "--json")
    told = answer.json
    assert (answer.code, told["erased_again"], told["erasures"]) == (0, 1, "WORKSPACE")
    assert answer.err == ""
    assert names(at(kept.desk, tmp_path / "again")) == [""]


def test_a_copy_of_the_list_travels_with_the_folder_of_backups_and_is_said_to_be_one(kept, tmp_path):
    copied = away(kept, tmp_path, kept.backup.parent / "register.erasures")
    answer = kept.desk("workspace", "restore", copied, tmp_path / "again")
    assert "Only a copy of the list of erasures lies beside this backup." in answer.err
    assert names(at(kept.desk, tmp_path / "again")) == [""]


def test_a_trial_says_the_same_and_writes_nothing(kept, tmp_path):
    answer = kept.desk("workspace", "restore", away(kept, tmp_path), tmp_path / "again", "--dry-run")
    assert MAY_BE_BACK in answer.err
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(("given", "code"), [("other", 1), ("none", 4), ("damaged", 1)])
def test_a_list_that_cannot_be_right_stops_the_restore(kept, template, tmp_path, given, code):
    if given == "other":
        (tmp_path / "other").mkdir()
    elif given == "damaged":
        (tmp_path / "damaged").write_text("{", encoding="utf-8")
    backup, into = away(kept, tmp_path), tmp_path / "again"
    assert kept.desk("workspace", "restore", backup, into, "--erasures", tmp_path / given).code == code
    assert not into.exists()


@pytest.mark.parametrize(("known", "source"), [("acme", Source.WORKSPACE), ("elsewhere", Source.NOWHERE)])
def test_a_workspace_that_is_known_here_gives_its_list(kept, tmp_path, known, source):
    backup = away(kept, tmp_path)
    of = read_manifest(backup).db_uuid
    found = erasures_for(backup, of, known=[kept.desk.workspace.with_name(known)])
    assert (found.source, bool(found.targets)) == (source, known == "acme")


def test_the_list_of_another_workspace_is_not_taken_for_its_own(kept, tmp_path):
    shutil.copytree(kept.desk.workspace, tmp_path / "other")
    backup = tmp_path / "other" / "backups" / kept.backup.name
    assert erasures_for(backup, read_manifest(backup).db_uuid).source is Source.WORKSPACE
    (tmp_path / "other" / "backups" / "register.erasures").unlink()
    assert erasures_for(backup, UUID(int=7)).source is Source.NOWHERE
    (tmp_path / "other" / "register.keys").unlink()
    assert erasures_for(backup, UUID(int=7)).source is Source.WORKSPACE


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
