"""Settings count at once, are refused under their field, and can be undone where they are the workspace's."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.support.contexts import make_context
from vendorrisk.domain.message import Problem, msg
from vendorrisk.domain.notice.records import Holiday, HolidayYear
from vendorrisk.ui.shell import key_dialogs
from vendorrisk.ui.shell.settings_page import SettingsPage
from vendorrisk.ui.widgets.theme import Scheme
from vendorrisk.usecases.journal import history
from vendorrisk.usecases.workspace.custody import Ways
from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup, SlotKind, WrongKey, WrongKeyReason
from vendorrisk.usecases.workspace.secret_keeper import KeeperState
from vendorrisk.usecases.workspace.settings import settings_of

CODE = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG-HHHHH"


@dataclass
class CustodyDouble:
    """Backups and keys in memory; the recovery code is CODE."""

    known: list = field(default_factory=list)
    ways_now: Ways = field(
        default_factory=lambda: Ways(
            slots=(SlotKind.RECOVERY,), here=False, keyring_there=True, through=SlotKind.RECOVERY
        )
    )
    groups: tuple = (2, 7)
    problems: list = field(default_factory=list)
    did: list = field(default_factory=list)

    def backups(self):
        return list(self.known)

    def back_up(self, step):
        step(1, 2)
        self.known.insert(0, a_backup(len(self.known) + 1, proved=True))
        return self.known[0]

    def prove(self, backup):
        self.did.append(("prove", backup.path.name))
        return backup

    def check(self):
        return self.problems

    def ways(self):
        return self.ways_now

    def set_passphrase(self, passphrase):
        self.did.append(("passphrase", passphrase))

    def new_recovery_code(self):
        return CODE

    def groups_to_confirm(self):
        return self.groups

    def confirm_recovery_code(self, typed):
        right = {2: "BBBBB", 7: "GGGGG"} if self.groups else CODE
        if typed != right:
            raise WrongKey(reason=WrongKeyReason.NO_SLOT_FITS).as_error()

    def try_recovery_code(self, typed):
        if typed != CODE:
            raise WrongKey(reason=WrongKeyReason.NO_SLOT_FITS).as_error()

    def remember_here(self):
        self.did.append("remember")
        return KeeperState.STORED

    def forget_here(self):
        self.did.append("forget")
        return 1


def a_backup(number, *, proved=False, days=0):
    made = datetime(2026, 11, 23, 8, 0, tzinfo=UTC) - timedelta(days=days)
    return KnownBackup(
        path=Path(f"/b/{number:06d}.vrbackup"), sequence=number, created_at=made, reason="manual",
        app_version="1.0", schema=1, verified_at=made if proved else None,
    )  # fmt: skip


@pytest.fixture
def custody():
    return CustodyDouble()


@pytest.fixture
def context(custody):
    context = make_context()
    context.custody = custody
    return context


@pytest.fixture
def page(theme, qtbot, context):
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.resize(1158, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def stored(context):
    with context.office.book.reading() as reader:
        return settings_of(reader)


def answer_dialogs(monkeypatch, *answers):
    """Each dialog that asks is filled in and accepted by the next answer; None leaves it."""
    waiting = list(answers)

    def ask(dialog):
        fill = waiting.pop(0)
        if fill is None:
            return False
        fill(dialog)
        dialog.accept()
        return dialog.result() == 1

    monkeypatch.setattr("vendorrisk.ui.widgets.dialogs.Dialog.ask", ask)
    return waiting


def types(**values):
    def fill(dialog):
        for key, text in values.items():
            dialog.form.field(key.removeprefix("g")).line.setText(text)

    return fill


def test_a_setting_is_stored_when_its_field_is_left_and_can_be_undone(page, context, qtbot):
    line = page.part("company").company.field("company").line
    qtbot.keyClicks(line, "Acme Telecom")
    assert stored(context).company == ""
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert stored(context).company == "Acme Telecom"
    context.do(lambda: history.undo(context.office))
    page.reload()
    assert (stored(context).company, line.text()) == ("", "")


def test_what_cannot_be_right_is_said_under_its_field_and_not_stored(page, context, qtbot):
    form = page.part("company").company
    line = form.field("contact").line
    qtbot.keyClicks(line, "nobody at example")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert stored(context).contact == ""
    assert form.problem_text("contact")


def test_numbers_and_ticks_are_stored_too(page, context, qtbot):
    days = page.part("company").days.field("dpf_recheck_days")
    days.spin.setValue(20)
    days.commit()
    box = page.part("company").company.field("second_person").box
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() / 4)
    assert (stored(context).dpf_recheck_days, stored(context).second_person) == (20, True)
    assert context.undo_label() == "change a setting (A second person confirms decisions)"
    context.changes.happened.connect(page.reload)
    context.undo()
    assert (stored(context).second_person, box.isChecked()) == (False, False)
    assert context.redo_label() == "change a setting (A second person confirms decisions)"
    context.redo()
    assert (stored(context).second_person, box.isChecked()) == (True, True)


def test_the_zone_is_found_by_its_city_and_a_wrong_one_is_named(page, context, qtbot):
    page.show_item("dates")
    field = page.part("dates").form.field("zone")
    field.combo.lineEdit().setText("europe/zagreb")
    field._settle()
    assert stored(context).zone == "Europe/Zagreb"
    field.combo.lineEdit().setText("Zagreb time")
    assert field.problem().what == "Zagreb time is not a time zone."


def test_years_of_holidays_are_filled_and_their_days_changed(page, context, monkeypatch):
    page.show_item("dates")
    tab = page.part("dates")

    def years(dialog):
        dialog.form.field("place").line.setText("hr")
        dialog.form.field("first").spin.setValue(2026)
        dialog.form.field("last").spin.setValue(2027)

    def own_day(dialog):
        dialog.form.field("day").line.setText("2027-12-24")
        dialog.form.field("name").line.setText("Closed")

    answer_dialogs(monkeypatch, years, own_day)
    tab.fill.click()
    page.reload()
    shown = [tab.places.rows.index(0, column).data() for column in range(2)]
    assert (shown, tab.places.rows.rowCount()) == (["Croatia", "2026 to 2027"], 1)
    assert (tab.year.value(), tab.place.text()) == ("2027", "Croatia")
    tab.add_day.click()
    page.reload()
    with context.office.book.reading() as reader:
        assert sorted(one.day for one in reader.find(Holiday)) == [
            date(2026, 1, 1), date(2027, 1, 1), date(2027, 12, 24)
        ]  # fmt: skip
    said = []
    context.changes.told.connect(said.append)
    tab.remove_days.click()
    assert said == ["Choose the days in the table first."]
    tab.days.selectRow(1)
    QTest.keyClick(tab.days, Qt.Key.Key_Delete)
    page.reload()
    tab.year.load("2026")
    tab.year.commit()
    tab.forget.click()
    with context.office.book.reading() as reader:
        assert [one.day for one in reader.find(Holiday)] == [date(2027, 1, 1)]
        assert [one.year for one in reader.find(HolidayYear)] == [2027]


def test_an_unknown_place_is_explained(page, context, monkeypatch):
    page.show_item("dates")

    def moon(dialog):
        dialog.form.field("place").line.setText("moon")

    answer_dialogs(monkeypatch, moon)
    page.part("dates").fill.click()
    assert len(context.messages.told) == 1


def test_looks_count_at_once_and_are_kept_for_this_person_only(page, context, theme, qtbot):
    page.show_item("looks")
    tab = page.part("looks")
    tab.scheme._buttons[Scheme.DARK].click()
    assert theme.tokens.dark
    tab.slider.setValue(15)
    assert theme.text_size == 150
    assert tab.percent.text() == "150 %"
    tab.letters._buttons["platform"].click()
    assert context.store.kept == {
        "look.scheme": "dark", "look.text_size": "150", "look.font": "platform"
    }  # fmt: skip
    tab.letters._buttons["inter"].click()


def test_ways_to_open_are_told_with_what_can_be_done(page, custody):
    page.show_item("keys")
    tab = page.part("keys")
    assert tab.only_recovery.isVisibleTo(tab)
    assert tab.keyring.told() == "Does not know this workspace."
    assert tab.passphrase.told() == "None is set."
    assert tab.recovery.told() == "Not confirmed yet."
    assert (tab.keep.isVisibleTo(tab), tab.forget.isVisibleTo(tab)) == (True, False)
    custody.ways_now = Ways(
        slots=(SlotKind.RECOVERY, SlotKind.PASSPHRASE, SlotKind.KEYRING), here=True, keyring_there=True,
        through=SlotKind.KEYRING,
    )  # fmt: skip
    tab.keep.click()
    assert custody.did == ["remember"]
    assert not tab.only_recovery.isVisibleTo(tab)
    assert tab.keyring.told() == "Opens the workspace here without typing."
    assert tab.change.text() == "Change passphrase…"
    tab.forget.click()
    assert custody.did == ["remember", "forget"]


def test_a_passphrase_is_set_only_if_both_are_the_same(page, custody, monkeypatch):
    page.show_item("keys")
    answer_dialogs(
        monkeypatch, types(first="some words", again="other words"), types(first=" a b ", again=" a b ")
    )
    page.part("keys").change.click()
    assert custody.did == []
    page.part("keys").change.click()
    assert custody.did == [("passphrase", " a b ")]


def test_two_groups_confirm_the_code_and_the_setting_says_so(page, context, monkeypatch):
    answer_dialogs(monkeypatch, types(g2="BBBBB", g7="XXXXX"), types(g2="BBBBB", g7="GGGGG"))
    page.show_item("recovery")
    assert not stored(context).recovery_confirmed
    page.show_item("recovery")
    assert stored(context).recovery_confirmed
    assert page.part("keys").recovery.told() == "You have confirmed that you keep it."
    page.show_item("recovery")  # going back here asks no third time: there is no answer left for that


def test_after_a_new_start_the_whole_code_is_asked_for(page, context, custody, monkeypatch):
    custody.groups = ()
    answer_dialogs(monkeypatch, types(code=CODE))
    page.show_item("recovery")
    assert stored(context).recovery_confirmed


def test_a_wrong_code_keeps_the_dialog_and_says_what_is_wrong(page, context, custody, qtbot):
    def attempt(_typed):
        raise WrongKey(reason=WrongKeyReason.NO_SLOT_FITS).as_error()

    dialog = key_dialogs.CodeDialog(
        page, "Test", "", "Test", (), attempt, lambda error: (context.say(error.what), "Again.")
    )
    qtbot.addWidget(dialog)
    dialog.form.field("code").line.setText("wrong")
    dialog.accept()
    assert "neither a passphrase" in dialog.form.problem_text("code")


def test_a_code_is_tested_without_any_change(page, context, custody, monkeypatch, qtbot):
    page.show_item("keys")
    answer_dialogs(monkeypatch, types(code=CODE))
    with qtbot.waitSignal(context.changes.told) as heard:
        page.part("keys").test.click()
    assert heard.args == ["This recovery code opens the workspace"]
    assert not stored(context).recovery_confirmed


def test_a_new_code_is_shown_and_then_asked_back(page, context, monkeypatch):
    shown = []
    waiting = answer_dialogs(monkeypatch, shown.append, types(g2="BBBBB", g7="GGGGG"))
    page.show_item("keys")
    page.part("keys").renew.click()
    assert shown[0].heading.text() == "Write down the new recovery code"
    assert waiting == []
    assert stored(context).recovery_confirmed


def test_backups_are_listed_with_their_proof_and_old_ones_worry(page, custody):
    custody.known = [a_backup(2), a_backup(1, proved=True, days=8)]
    page.show_item("backups")
    tab = page.part("backups")
    proofs = [tab.table.rows.index(row, 2).data() for row in range(2)]
    assert proofs[0] == "Not yet"
    assert proofs[1].startswith("Sound, ")
    assert tab.warning.isVisibleTo(tab)
    tab.make.click()
    assert tab.table.rows.rowCount() == 3
    assert not tab.warning.isVisibleTo(tab)


def test_without_a_backup_there_is_one_thing_to_do_and_the_rest_says_why_not(page, custody):
    custody.known = []
    page.show_item("backups")
    tab = page.part("backups")
    assert tab.make_first.isVisibleTo(tab)
    assert not tab.make.isVisibleTo(tab)
    assert tab.warning.text().startswith("There is no backup: ")
    for button in (tab.prove, tab.restore):
        assert not button.isEnabled()
        assert "There is no backup yet." in button.toolTip()
    tab.make_first.click()
    assert tab.make.isVisibleTo(tab)
    assert tab.prove.isEnabled()


def test_the_chosen_backup_is_proved_or_else_the_newest(page, custody):
    custody.known = [a_backup(2), a_backup(1)]
    page.show_item("backups")
    tab = page.part("backups")
    tab.prove.click()
    tab.table.selectRow(1)
    tab.prove.click()
    assert custody.did == [("prove", "000002.vrbackup"), ("prove", "000001.vrbackup")]
    assert tab.result.text() == "000001.vrbackup was restored as a trial and is sound."


def test_a_check_tells_what_is_wrong(page, context, custody):
    page.show_item("backups")
    tab = page.part("backups")
    tab.check.click()
    assert tab.result.text().endswith("all is sound.")
    custody.problems = [
        Problem("x", msg("health.evidence_missing", id="ab"), msg("health.evidence_missing.remedy"))
    ]
    tab.check.click()
    assert tab.result.text() == "1 fault was found."
    assert context.messages.told[-1][1] == "Take it from a backup, or add the document again."


def test_without_keys_and_backups_their_tabs_are_not_there(theme, qtbot):
    page = SettingsPage(make_context())
    qtbot.addWidget(page)
    assert [page.tabs.tabText(place) for place in range(page.tabs.count())] == [
        "Company", "Dates and holidays", "Law", "Appearance"
    ]  # fmt: skip
