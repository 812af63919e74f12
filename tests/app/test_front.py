"""The front door: a list of workspaces that survives anything in its file, and doors that tell why not."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.support.programs import a_front, an_outside, no_keyring
from tests.support.vaults import KeyringDouble
from vendorrisk.app import upkeep, wiring
from vendorrisk.app.front import FOR_OPENING, MOST_RECENT, REGISTER, SAMPLE_WORDS
from vendorrisk.app.sample import build
from vendorrisk.app.wiring import SCHEMA_VERSION as REAL_LAYOUT
from vendorrisk.app.wiring import Manner
from vendorrisk.domain.register.records import Vendor
from vendorrisk.store.workspace_folder import WorkspaceFolder
from vendorrisk.usecases.editing import add
from vendorrisk.usecases.workspace.opening_outcomes import NeedsKey, NotAWorkspace, OpeningRefused
from vendorrisk.usecases.workspace.setting_up import NewWorkspace


@pytest.fixture
def ring():
    return KeyringDouble()


@pytest.fixture
def front(tmp_path, ring):
    return a_front(tmp_path, an_outside(ring))


@pytest.fixture
def acme(front, tmp_path):
    made = front.make(tmp_path / "acme.vendorrisk", "Acme Telecom", None)
    yield made
    made.workspace.lock()


def test_the_register_s_name_is_the_store_s_own(tmp_path):
    assert WorkspaceFolder(tmp_path).register.name == REGISTER


def test_what_was_made_opens_again_without_typing(front, acme):
    acme.workspace.lock()
    again = front.open(acme.workspace.folder)
    assert again.office.company
    again.lock()
    assert acme.kept_in_keyring


@pytest.fixture
def newer_program(monkeypatch):
    """The same program one layout later; the migration itself adds nothing."""
    for module in (wiring, upkeep):
        monkeypatch.setattr(module, "SCHEMA_VERSION", REAL_LAYOUT + 1)


def test_a_date_given_at_the_start_counts_whichever_door_is_taken(tmp_path, ring, request):
    given = Manner(today=date(2027, 2, 1))
    front = a_front(tmp_path, an_outside(ring), given)
    folder = tmp_path / "acme"
    seen = []
    for door in (lambda: front.make(folder, "Acme", None).workspace, lambda: front.open(folder)):
        workspace = door()
        seen.append(workspace.office.clock.today())
        workspace.lock()
    request.getfixturevalue("newer_program")
    workspace = front.migrate(folder).workspace
    seen.append(workspace.office.clock.today())
    workspace.lock()
    assert seen == [given.today] * 3


def test_without_a_keyring_the_refusal_names_the_other_ways(tmp_path):
    front = a_front(tmp_path, an_outside(no_keyring()))
    made = front.make(tmp_path / "acme", "Acme", "some words")
    made.workspace.lock()
    assert not made.kept_in_keyring
    with pytest.raises(OpeningRefused) as caught:
        front.open(tmp_path / "acme")
    assert isinstance(caught.value.outcome, NeedsKey)
    front.open(tmp_path / "acme", "some words").lock()
    front.open(tmp_path / "acme", made.recovery_code).lock()


def test_an_opening_waits_for_what_is_being_loaded_beside_it(front, tmp_path, monkeypatch):
    begun, go_on, told = Event(), Event(), []

    def slowly(name):
        begun.set()
        go_on.wait(10)
        told.append("loaded")
        return import_module(name)

    def opens():
        with suppress(OpeningRefused):
            front.open(tmp_path)
        told.append("tried to open")

    monkeypatch.setattr("vendorrisk.app.front.import_module", slowly)
    threads = [Thread(target=front.prepare), Thread(target=opens)]
    threads[0].start()
    assert begun.wait(10)
    threads[1].start()
    threads[1].join(0.1)
    assert told == []
    go_on.set()
    for one in threads:
        one.join(10)
    assert told == ["loaded"] * 2 * len(FOR_OPENING) + ["tried to open"]


def test_a_folder_without_a_workspace_is_refused(front, tmp_path):
    with pytest.raises(OpeningRefused) as caught:
        front.open(tmp_path)
    assert isinstance(caught.value.outcome, NotAWorkspace)


def test_the_list_tells_company_vendors_and_day(front, acme):
    add(acme.workspace.office, Vendor, {"name": "Norte", "country": "BR"})
    front.remember(acme.workspace)
    (found,) = front.recent()
    assert (found.company, found.vendors, found.there) == ("Acme Telecom", 1, True)
    assert found.opened_on == acme.workspace.office.clock.today().isoformat()


@pytest.fixture
def small_sample(tmp_path, monkeypatch):
    """Makes a sample with nothing in it, and returns the front door on a computer with this keyring."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(build, "build_sample", _small_sample)

    def make(keyring):
        front = a_front(tmp_path, an_outside(keyring))
        opened = front.sample(lambda _done, _all: None)
        front.remember(opened)
        opened.lock()
        return front

    return make


@pytest.mark.parametrize("keyring", [KeyringDouble, no_keyring])
def test_a_sample_opens_again_as_it_was_opened_without_a_key(small_sample, keyring):
    front = small_sample(keyring())
    (listed,) = front.recent()
    assert listed.company == "Example Telecom"
    front.open(listed.folder).lock()


def test_a_sample_opens_also_after_its_keyring_was_lost(small_sample, tmp_path):
    (listed,) = small_sample(KeyringDouble()).recent()
    a_front(tmp_path, an_outside(no_keyring())).open(listed.folder).lock()


def test_a_sample_that_got_another_passphrase_asks_for_it(small_sample):
    front = small_sample(no_keyring())
    (listed,) = front.recent()
    workspace = front.open(listed.folder)
    workspace.custody.set_passphrase("words of my own for it")
    workspace.lock()
    with pytest.raises(OpeningRefused) as caught:
        front.open(listed.folder)
    assert isinstance(caught.value.outcome, NeedsKey)
    front.open(listed.folder, "words of my own for it").lock()


def test_the_words_of_samples_open_nothing_else(tmp_path):
    front = a_front(tmp_path, an_outside(no_keyring()))
    front.make(tmp_path / "acme", "Acme", SAMPLE_WORDS).workspace.lock()
    with pytest.raises(OpeningRefused) as caught:
        front.open(tmp_path / "acme")
    assert isinstance(caught.value.outcome, NeedsKey)


def _small_sample(folder, outside, *, keeper=None, passphrase, step, manner):
    wanted = NewWorkspace(company="Example Telecom", zone="UTC", sample=True)
    wishes = wiring.key_wishes(outside, keeper, passphrase)
    return wiring.created(folder, wishes, outside, wanted, manner)[0]


def test_the_newest_comes_first_once_and_old_ones_leave(front, acme, tmp_path):
    told = [
        {"folder": str(tmp_path / f"w{number}"), "company": f"W{number}"} for number in range(MOST_RECENT)
    ]
    front._keep([*told, {"folder": str(acme.workspace.folder), "company": "Old name"}])
    front.remember(acme.workspace)
    companies = [one.company for one in front.recent()]
    assert companies == ["Acme Telecom", *(f"W{number}" for number in range(MOST_RECENT - 1))]


def test_a_moved_workspace_is_marked_relocated_and_forgotten(front, acme, tmp_path):
    front.remember(acme.workspace)
    acme.workspace.lock()
    moved = tmp_path / "moved"
    acme.workspace.folder.rename(moved)
    assert [one.there for one in front.recent()] == [False]
    front.relocate(acme.workspace.folder, moved)
    assert [(one.folder, one.there) for one in front.recent()] == [(moved, True)]
    front.forget(moved)
    assert front.recent() == []


@pytest.mark.parametrize(
    "kept", ["", "not json", "5", "{}", '["x", 5, null, {}]', '[{"folder": 5}]', '[{"company": "No folder"}]']
)
def test_a_list_that_was_spoiled_counts_as_empty(front, kept):
    front._preferences.put("workspaces.recent", kept)
    assert front.recent() == []


def test_facts_of_an_entry_that_were_spoiled_are_left_out(front, tmp_path):
    spoiled = [{"folder": str(tmp_path / "x.vendorrisk"), "vendors": "many", "opened_on": 5, "company": None}]
    front._preferences.put("workspaces.recent", json.dumps(spoiled))
    (found,) = front.recent()
    assert (found.company, found.vendors, found.opened_on, found.there) == ("x", 0, "5", False)


def test_a_new_workspace_goes_where_nothing_is_yet(front, monkeypatch, tmp_path):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    place = tmp_path / "Documents" / "Vendor risk"
    assert front.default_folder("Acme / Telecom: GmbH") == place / "Acme  Telecom GmbH.vendorrisk"
    assert front.default_folder("../..") == place / "Workspace.vendorrisk"
    (place / "Acme.vendorrisk").mkdir(parents=True)
    assert front.default_folder("Acme") == place / "Acme 2.vendorrisk"


def test_a_quick_backup_is_made_only_of_what_was_changed(acme):
    made = acme.workspace.custody.back_up_quickly()
    assert made is None
    add(acme.workspace.office, Vendor, {"name": "Norte", "country": "BR"})
    made = acme.workspace.custody.back_up_quickly()
    assert made is not None
    assert made.path.is_file()


def test_the_keyring_is_asked_without_a_prompt(tmp_path):
    assert a_front(tmp_path, an_outside(KeyringDouble())).has_keyring()
    assert not a_front(tmp_path, an_outside(no_keyring())).has_keyring()
