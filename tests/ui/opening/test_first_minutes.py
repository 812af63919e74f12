"""The first minutes: from Welcome to an open workspace, locked and opened again; told by what is on disk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.support.programs import no_keyring
from vendorrisk.domain.register.records import Vendor
from vendorrisk.store.keys.unlocking import Typed
from vendorrisk.ui.opening.code_pane import CodePane
from vendorrisk.ui.opening.locked_pane import LockedPane
from vendorrisk.ui.opening.new_pane import NewPane
from vendorrisk.ui.opening.refusal_pane import RefusalPane
from vendorrisk.ui.opening.unlock_pane import UnlockPane
from vendorrisk.usecases.editing import add

WORDS = "several words to remember"


def test_a_new_workspace_needs_two_fields_where_there_is_a_keyring(person):
    folder = person.makes_a_workspace("Acme Telecom")
    assert folder == person.place / "Documents" / "Vendor risk" / "Acme Telecom.vendorrisk"
    assert person.pane.view.text().count("-") == 7
    person.clicks(person.pane.go_on)
    person.waits_for_window()
    assert person.window.windowTitle() == "Acme Telecom – vendorrisk"
    assert person.window.isVisible()
    assert not person.program.welcome().isVisible()


def test_a_workspace_made_for_a_list_goes_on_to_the_import(person, monkeypatch):
    from vendorrisk.ui.register.vendors_page import VendorsPage

    asked = []

    def import_list(page):
        asked.append(page)

    monkeypatch.setattr(VendorsPage, "import_list", import_list)
    person.makes_a_workspace(by="import")
    person.clicks(person.pane.go_on)
    person.waits_for_window()
    assert person.window.where().page == "vendors"
    assert asked == [person.window.page("vendors")]


def test_cancel_leaves_nothing_behind(person):
    person.begins("new")
    person.waits_for_pane(NewPane)
    person.types("Acme Telecom", person.pane.company)
    person.presses(Qt.Key.Key_Escape)
    assert person.pane is None
    assert not (person.place / "Documents").exists()


def test_the_folder_follows_the_company_until_it_is_chosen(person):
    person.begins("new")
    person.waits_for_pane(NewPane)
    person.types("Acme / Telecom", person.pane.company)
    assert person.pane.folder.path().name == "Acme  Telecom.vendorrisk"
    person.types("/somewhere/else", person.pane.folder)
    person.types("Other", person.pane.company)
    assert str(person.pane.folder.path()) == "/somewhere/else"


def test_what_is_missing_is_said_under_its_field(person):
    person.begins("new")
    person.waits_for_pane(NewPane)
    person.bot.waitUntil(person.pane.make.isEnabled)
    person.clicks(person.pane.make)
    assert person.pane.form.problem_text("company") == "This is needed. Please fill it in."
    person.types("Acme", person.pane.company)
    person.types("somewhere", person.pane.folder)
    person.clicks(person.pane.make)
    assert "is not complete" in person.pane.form.problem_text("folder")


def test_a_folder_that_holds_other_files_is_refused_under_its_field(person):
    taken = person.place / "taken"
    taken.mkdir()
    (taken / "letter.txt").write_text("mine")
    person.begins("new")
    person.waits_for_pane(NewPane)
    person.bot.waitUntil(person.pane.make.isEnabled)
    person.types("Acme", person.pane.company)
    person.types(str(taken), person.pane.folder)
    person.clicks(person.pane.make)
    person.bot.waitUntil(
        lambda: isinstance(person.pane, NewPane) and bool(person.pane.form.problem_text("folder"))
    )
    assert "it holds other files" in person.pane.form.problem_text("folder")
    assert person.pane.company.value() == "Acme"
    assert [path.name for path in taken.iterdir()] == ["letter.txt"]


def test_the_company_s_name_is_kept_when_the_workspace_is_opened_from_the_list(person):
    person.makes_a_workspace("Acme Telecom")
    person.clicks(person.pane.go_on)
    person.waits_for_window()
    person.program.session.close()
    person.program.come_to_front()
    row = person.page.recent.rows[0]
    assert row.text() == "Acme Telecom"
    person.clicks(row)
    person.waits_for_window()


class TestWithoutAKeyring:
    @pytest.fixture
    def ring(self):
        return no_keyring()

    def test_all_that_is_missing_is_said_at_once(self, person):
        person.begins("new")
        person.waits_for_pane(NewPane)
        person.bot.waitUntil(person.pane.make.isEnabled)
        person.clicks(person.pane.make)
        assert person.pane.form.problem_text("company")
        assert person.pane._secret.problem_text("passphrase")

    def test_two_passphrases_that_differ_are_refused(self, person):
        person.begins("new")
        person.waits_for_pane(NewPane)
        person.bot.waitUntil(person.pane.make.isEnabled)
        person.types("Acme", person.pane.company)
        person.types(WORDS, person.pane.passphrase)
        person.types(WORDS + "!", person.pane.repeat)
        person.clicks(person.pane.make)
        assert person.pane._secret.problem_text("repeat").startswith("The two are not the same.")
        assert not (person.place / "Documents").exists()

    def test_made_locked_and_opened_again_by_passphrase_with_everything_in_it(self, person):
        folder = person.makes_a_workspace("Acme Telecom", WORDS)
        code = person.pane.view.text()
        person.clicks(person.pane.go_on)
        person.waits_for_window()
        add(person.program.session.context.office, Vendor, {"name": "Carrier Norte", "country": "BR"})

        person.presses(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, on=person.window)
        person.waits_for_pane(LockedPane)
        assert person.program.session is None
        assert person.program.welcome().isVisible()

        person.clicks(person.pane.unlock)
        person.waits_for_pane(UnlockPane)
        person.types("something else", person.pane.key)
        person.clicks(person.pane.unlock)
        person.bot.waitUntil(lambda: bool(person.pane.form.problem_text("key")), timeout=20_000)
        assert "neither a passphrase nor a recovery code" in person.pane.form.problem_text("key")
        person.types(WORDS, person.pane.key)
        person.presses(Qt.Key.Key_Return)
        person.waits_for_window()

        office = person.program.session.context.office
        with office.book.reading() as reader:
            assert [one.name for one in reader.find(Vendor)] == ["Carrier Norte"]
        person.program.session.close()
        assert_opens_with(person, folder, next(line for line in code.splitlines() if line.count("-") == 7))

    def test_a_mistyped_recovery_code_names_the_group(self, person):
        person.makes_a_workspace("Acme Telecom", WORDS)
        code = next(line for line in person.pane.view.text().splitlines() if line.count("-") == 7)
        groups = code.split("-")
        person.clicks(person.pane.go_on)
        person.waits_for_window()
        person.presses(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, on=person.window)
        person.waits_for_pane(LockedPane)
        person.clicks(person.pane.unlock)
        person.waits_for_pane(UnlockPane)
        other = "7" if groups[2][0] != "7" else "8"
        person.types("-".join([*groups[:2], other + groups[2][1:], *groups[3:]]), person.pane.key)
        person.clicks(person.pane.unlock)
        person.bot.waitUntil(lambda: bool(person.pane.form.problem_text("key")), timeout=20_000)
        assert "typing error in group 3" in person.pane.form.problem_text("key")


def assert_opens_with(person, folder, code):
    """What did not reach the disk did not happen: opened afresh, by the recovery code alone."""
    from tests.support.programs import an_outside
    from vendorrisk.app.wiring import Manner, opened

    workspace = opened(folder, Typed(code), an_outside(), Manner())
    try:
        with workspace.office.book.reading() as reader:
            assert [one.name for one in reader.find(Vendor)] == ["Carrier Norte"]
    finally:
        workspace.lock()


def test_a_folder_without_a_workspace_offers_to_make_one_there(person, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    person.answers(empty)
    person.begins("open")
    person.waits_for_pane(RefusalPane)
    assert person.pane.heading.text() == f"There is no workspace in {empty}."
    person.clicks(verb(person.pane, "Make a new workspace there"))
    person.waits_for_pane(NewPane)
    assert person.pane.folder.path() == empty


def test_the_sample_or_a_making_can_be_left_and_the_list_is_back(person):
    person.begins("restore")
    assert person.pane is not None
    person.presses(Qt.Key.Key_Escape)
    assert person.pane is None
    assert person.page.focusWidget() is person.page.start_row("new")


def test_the_recovery_code_goes_to_the_clipboard_and_into_a_file(person, qapp):
    person.makes_a_workspace()
    assert isinstance(person.pane, CodePane)
    person.clicks(person.pane.view.copy)
    assert qapp.clipboard().text().count("-") == 7
    target = person.place / "code.txt"
    person.answers(target)
    person.clicks(person.pane.view.save)
    assert qapp.clipboard().text() in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o077 == 0


def verb(pane, text):
    from vendorrisk.ui.widgets.buttons import Button

    return next(button for button in pane.findChildren(Button) if button.text() == text)
