"""Restoring: a backup becomes a workspace of its own, and opens; nothing that was there changes."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Event

import pytest

from vendorrisk.app.front import ProgramFront
from vendorrisk.ui.opening.refusal_pane import RefusalPane
from vendorrisk.ui.opening.restore_pane import RestorePane
from vendorrisk.usecases.workspace.settings import change_setting


@pytest.fixture
def backed_up(person):
    """A workspace with the backup that closing it left, closed again."""
    folder = person.makes_a_workspace("Acme Telecom")
    person.clicks(person.pane.go_on)
    person.waits_for_window()
    change_setting(person.program.session.context.office, "contact", "privacy@acme.example")
    person.program.session.close()
    person.program.come_to_front()
    return folder, next((folder / "backups").glob("*.vrbackup"))


def test_a_backup_is_restored_beside_the_original_and_opened(person, backed_up):
    folder, backup = backed_up
    before = (folder / "register.db").read_bytes()
    person.begins("restore")
    person.waits_for_pane(RestorePane)
    assert person.pane.folder.path().name == "Restored.vendorrisk"
    assert person.pane.folder.line.cursorPosition() == len(person.pane.folder.value()), "its end is in sight"
    copy = person.place / "copy.vendorrisk"
    person.answers(backup, copy)
    person.clicks(person.pane.backup.choose)
    person.clicks(person.pane.folder.choose)
    person.clicks(person.pane.restore)
    person.waits_for_window()
    assert person.program.session.workspace.folder == copy
    assert (folder / "register.db").read_bytes() == before


@pytest.fixture
def on_a_disk(person, backed_up, monkeypatch):
    """The backup copied elsewhere, and what the program explains."""
    disk, explained = person.place / "disk", []
    disk.mkdir()
    messages = person.program.hall.messages
    monkeypatch.setattr(messages, "explain", lambda *words, **_more: explained.append(words))
    return Path(shutil.copy(backed_up[1], disk)), explained


def restores(person, backup, old=""):
    person.begins("restore")
    person.waits_for_pane(RestorePane)
    person.types(str(backup), person.pane.backup)
    person.types(str(person.place / "copy.vendorrisk"), person.pane.folder)
    person.types(str(old), person.pane.erasures)
    person.clicks(person.pane.restore)
    person.waits_for_window()


def test_a_backup_far_from_its_workspace_says_that_somebody_may_be_back(person, backed_up, on_a_disk):
    backup, explained = on_a_disk
    person.program.front.forget(backed_up[0])
    restores(person, backup)
    [(what, remedy)] = explained
    assert what == "The backup was restored."
    assert "persons who were erased after 23 November 2026" in remedy


def test_the_old_workspace_is_named_or_known_and_nothing_is_left_to_say(person, backed_up, on_a_disk):
    backup, explained = on_a_disk
    person.program.front.forget(backed_up[0])
    restores(person, backup, old=backed_up[0])
    assert explained == []


def test_a_workspace_of_the_list_is_found_by_itself(person, on_a_disk):
    backup, explained = on_a_disk
    restores(person, backup)
    assert explained == []


def test_the_old_workspace_can_be_picked(person, backed_up):
    person.begins("restore")
    person.waits_for_pane(RestorePane)
    person.answers(backed_up[0])
    person.clicks(person.pane.erasures.choose)
    assert person.pane.erasures.path() == backed_up[0]


def test_whoever_stops_it_gets_back_to_the_list_and_nothing_is_left(person, backed_up, monkeypatch):
    _, backup = backed_up
    front, unpacking = person.program.front, Event()

    def slowly(source, target, step, erasures):
        def told(done, total):
            unpacking.set()
            while True:
                step(done, total)  # raises once Cancel was clicked

        ProgramFront.restore(front, source, target, told, erasures=erasures)

    monkeypatch.setattr(front, "restore", slowly)
    person.begins("restore")
    person.waits_for_pane(RestorePane)
    person.types(str(backup), person.pane.backup)
    person.types(str(person.place / "copy"), person.pane.folder)
    person.clicks(person.pane.restore)
    person.bot.waitUntil(unpacking.is_set)
    person.clicks(person.pane.cancel)
    person.bot.waitUntil(lambda: not person.program.hall.jobs.running())
    assert sorted(one.name for one in person.place.iterdir() if "copy" in one.name) == []


def test_a_folder_in_use_is_refused_under_its_field(person, backed_up):
    folder, backup = backed_up
    person.begins("restore")
    person.waits_for_pane(RestorePane)
    person.types(str(backup), person.pane.backup)
    person.types(str(folder), person.pane.folder)
    person.clicks(person.pane.restore)
    person.bot.waitUntil(
        lambda: isinstance(person.pane, RestorePane) and bool(person.pane.form.problem_text("folder"))
    )
    assert "a register, its keys or its backups" in person.pane.form.problem_text("folder")
    assert person.pane.backup.path() == backup


def test_a_file_that_is_no_backup_is_named(person, backed_up):
    stranger = person.place / "letter.vrbackup"
    stranger.write_bytes(b"Dear Sir or Madam")
    person.begins("restore")
    person.waits_for_pane(RestorePane)
    person.types(str(stranger), person.pane.backup)
    person.types(str(person.place / "copy"), person.pane.folder)
    person.clicks(person.pane.restore)
    person.waits_for_pane(RefusalPane)
    assert person.pane.heading.text().startswith("letter.vrbackup cannot be used as a backup")
    assert not (person.place / "copy").exists()
