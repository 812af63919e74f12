"""Each way in which opening can end has its own sentence, and verbs that lead on."""

from __future__ import annotations

import typing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from tests.support.contexts import AtOnce
from tests.support.messages import Recorder
from tests.support.words import shipped
from vendorrisk.domain.message import UserError, msg
from vendorrisk.ui.opening.doorway import Doorway
from vendorrisk.ui.opening.hall import Hall
from vendorrisk.ui.opening.new_pane import NewPane
from vendorrisk.ui.opening.refusal_pane import RefusalPane, described
from vendorrisk.ui.opening.restore_pane import RestorePane
from vendorrisk.ui.opening.unlock_pane import UnlockPane
from vendorrisk.ui.opening.welcome_page import WelcomePage
from vendorrisk.ui.widgets.buttons import Button
from vendorrisk.usecases.workspace import opening_outcomes as outcomes
from vendorrisk.usecases.workspace.front import RaisedUp
from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup, SlotKind, WrongKeyReason

FOLDER = Path("/home/ana/acme.vendorrisk")


def backup(number, verified=None):
    made = datetime(2026, 11, number, 8, 0, tzinfo=UTC)
    return KnownBackup(
        path=Path(f"/home/ana/acme.vendorrisk/backups/{number}.vrbackup"),
        sequence=number,
        created_at=made,
        reason="manual",
        app_version="1",
        schema=1,
        verified_at=verified,
    )


PROVED = backup(3, datetime(2026, 11, 4, tzinfo=UTC))
ENDINGS = {
    outcomes.NeedsKey: outcomes.NeedsKey(slots=(SlotKind.PASSPHRASE, SlotKind.RECOVERY)),
    outcomes.WrongKey: outcomes.WrongKey(reason=WrongKeyReason.OTHER_WORKSPACE),
    outcomes.InUse: outcomes.InUse(by="ben", host="desk-2", pid=9, since="2026-11-21T09:00:00Z"),
    outcomes.NeedsMigration: outcomes.NeedsMigration(stored=1, wanted=2),
    outcomes.NewerFile: outcomes.NewerFile(file="register.db", stored=9, newest=2),
    outcomes.Damaged: outcomes.Damaged(
        details=(msg("opening.damage.register_empty"),), backups=(backup(5), PROVED)
    ),
    outcomes.NotAWorkspace: outcomes.NotAWorkspace(folder=str(FOLDER)),
    outcomes.FolderTaken: outcomes.FolderTaken(folder=str(FOLDER), holds_data=True),
    outcomes.NetworkFolder: outcomes.NetworkFolder(kind="nfs", folder=str(FOLDER)),
    outcomes.ReadOnlyFolder: outcomes.ReadOnlyFolder(folder=str(FOLDER)),
    outcomes.NoCipher: outcomes.NoCipher(),
}
VERBS = {
    outcomes.InUse: ["Show that window", "Try again", "Back"],
    outcomes.NeedsMigration: ["Bring it up to date", "Back"],
    outcomes.NewerFile: ["Back"],
    outcomes.Damaged: ["Restore this backup…", "Back"],
    outcomes.NotAWorkspace: ["Choose another folder…", "Make a new workspace there", "Back"],
    outcomes.FolderTaken: ["Choose another folder…", "Back"],
    outcomes.NetworkFolder: ["Choose another folder…", "Back"],
    outcomes.ReadOnlyFolder: ["Try again", "Restore a backup…", "Back"],
    outcomes.NoCipher: ["Back"],
}


class DoubleFront:
    """A front door that ends as it was told, one ending after the other; at last it opens."""

    def __init__(self, *endings):
        self.words = shipped()
        self.endings = list(endings)
        self.asked = []

    def open(self, folder, typed=None, *, take_over=False):
        self.asked.append((folder, typed, take_over))
        if self.endings:
            raise self.endings.pop(0).as_error()
        return f"open {folder}"

    def migrate(self, folder, typed=None):
        self.asked.append(("migrate", folder, typed))
        return RaisedUp(workspace=f"raised {folder}", backup=None)

    def recent(self):
        return []

    def default_folder(self, company):
        return Path("/home/new") / (company or "Workspace")

    def has_keyring(self):
        return True


class Standing:
    """Somebody before the doorway, with a front door that ends as told."""

    def __init__(self, qtbot, *endings, answers=(), raised=False):
        self.page = WelcomePage()
        qtbot.addWidget(self.page)
        self.page.show()
        self.bot = qtbot
        self.front = DoubleFront(*endings)
        self.entered, self.called = [], []
        self.messages = Recorder(answers=list(answers))
        hall = Hall(
            page=self.page,
            front=self.front,
            messages=self.messages,
            jobs=AtOnce(expected=UserError),
            enter=lambda workspace, first: self.entered.append((workspace, first)),
            raise_other=lambda folder: self.called.append(folder) or raised,
        )
        self.doorway = Doorway(hall)
        self.doorway.open(FOLDER, "Acme")

    def verbs(self):
        return [button.text() for button in self.page.pane().findChildren(Button)]

    def chooses(self, text):
        button = next(one for one in self.page.pane().findChildren(Button) if one.text() == text)
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_no_ending_is_forgotten_here():
    assert set(ENDINGS) == set(typing.get_args(outcomes.Refusal))


@pytest.mark.parametrize("kind", VERBS, ids=lambda kind: kind.__name__)
def test_each_ending_has_its_sentence_and_its_verbs(theme, qtbot, kind):
    there = Standing(qtbot, ENDINGS[kind])
    pane = there.page.pane()
    assert isinstance(pane, RefusalPane)
    error = ENDINGS[kind].as_error()
    assert pane.heading.text() == there.front.words.say(error.what)
    assert "opening." not in pane.heading.text()
    assert there.verbs() == VERBS[kind]
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert there.page.pane() is None


def test_sentences_of_all_endings_differ(theme):
    words = shipped()
    assert len({words.say(one.as_error().what) for one in ENDINGS.values()}) == len(ENDINGS)


def test_a_locked_workspace_is_asked_for_its_key_and_keeps_what_was_typed_wrong(theme, qtbot):
    wrong = outcomes.WrongKey(reason=WrongKeyReason.NO_SLOT_FITS)
    there = Standing(qtbot, ENDINGS[outcomes.NeedsKey], wrong)
    pane = there.page.pane()
    assert isinstance(pane, UnlockPane)
    qtbot.keyClicks(pane.key.line, " a key with blanks ")
    qtbot.keyClick(pane.key.line, Qt.Key.Key_Return)
    assert there.page.pane() is pane
    assert "neither a passphrase nor" in pane.form.problem_text("key")
    there.chooses("Unlock")
    assert there.entered == [(f"open {FOLDER}", "")]
    assert [typed for _folder, typed, _over in there.front.asked] == [
        None,
        " a key with blanks ",
        " a key with blanks ",
    ]


def test_a_wrong_key_that_came_with_the_start_can_be_typed_instead(theme, qtbot):
    there = Standing(qtbot, outcomes.WrongKey(reason=WrongKeyReason.NO_SLOT_FITS))
    pane = there.page.pane()
    assert isinstance(pane, UnlockPane)
    qtbot.keyClicks(pane.key.line, "the right one")
    there.chooses("Unlock")
    assert there.entered == [(f"open {FOLDER}", "")]


@pytest.mark.parametrize("fits", [True, False])
def test_whoever_leaves_while_a_key_is_tried_is_left_alone(theme, qtbot, fits):
    there = Standing(qtbot, ENDINGS[outcomes.NeedsKey])
    locked = []

    class Opened:
        def lock(self):
            locked.append(self)

    def tries(_folder, _typed, **_how):
        there.chooses("Cancel")
        if not fits:
            raise outcomes.WrongKey(reason=WrongKeyReason.NO_SLOT_FITS).as_error()
        return Opened()

    there.front.open = tries
    qtbot.keyClicks(there.page.pane().key.line, "a key")
    there.chooses("Unlock")
    assert there.page.pane() is None
    assert (there.entered, len(locked)) == ([], fits)


def test_where_only_the_recovery_code_opens_it_nobody_is_asked_for_a_passphrase(theme, qtbot):
    there = Standing(qtbot, outcomes.NeedsKey(slots=(SlotKind.RECOVERY,)))
    label = there.page.pane().key.line.accessibleName()
    assert label == "Recovery code"


def test_a_lock_of_another_computer_is_taken_over_only_after_a_question(theme, qtbot):
    elsewhere = outcomes.InUse(by="ben", host="desk-2", pid=9, since="x", elsewhere=True)
    there = Standing(qtbot, elsewhere, elsewhere, answers=[False, True])
    there.chooses("Take it over…")
    assert there.entered == []
    assert len(there.front.asked) == 1
    there.chooses("Take it over…")
    assert there.front.asked[-1] == (FOLDER, None, True)
    there.chooses("Try again")
    assert there.entered == [(f"open {FOLDER}", "")]


def test_the_window_that_has_it_open_is_shown(theme, qtbot):
    there = Standing(qtbot, ENDINGS[outcomes.InUse], raised=True)
    there.chooses("Show that window")
    assert there.called == [FOLDER]
    assert there.page.pane() is None


def test_where_no_window_answers_it_is_tried_again(theme, qtbot):
    there = Standing(qtbot, ENDINGS[outcomes.InUse], raised=False)
    there.chooses("Show that window")
    assert there.entered == [(f"open {FOLDER}", "")]


def test_an_older_workspace_is_brought_up_to_date_and_opened(theme, qtbot):
    there = Standing(qtbot, ENDINGS[outcomes.NeedsMigration])
    there.chooses("Bring it up to date")
    assert there.front.asked[-1] == ("migrate", FOLDER, None)
    assert there.entered == [(f"raised {FOLDER}", "")]


def test_a_damaged_workspace_offers_the_newest_proved_backup_first(theme, qtbot):
    there = Standing(qtbot, ENDINGS[outcomes.Damaged])
    choices = there.page.pane().findChildren(QRadioButton)
    assert [one.text() for one in choices] == [described(backup(5)), described(PROVED)]
    assert [one.isChecked() for one in choices] == [False, True]
    there.chooses("Restore this backup…")
    pane = there.page.pane()
    assert isinstance(pane, RestorePane)
    assert pane.backup.path() == PROVED.path
    assert pane.folder.path() == Path("/home/ana/acme restored.vendorrisk")


def test_damage_without_a_backup_can_be_tried_again(theme, qtbot):
    there = Standing(qtbot, outcomes.Damaged(details=(msg("opening.damage.keys_missing"),)))
    assert there.verbs() == ["Try again", "Back"]


def test_a_folder_without_a_workspace_leads_to_making_one_there(theme, qtbot):
    there = Standing(qtbot, ENDINGS[outcomes.NotAWorkspace])
    there.chooses("Make a new workspace there")
    assert isinstance(there.page.pane(), NewPane)
    assert there.page.pane().folder.path() == FOLDER


def test_another_folder_can_be_chosen_at_once(theme, qtbot):
    there = Standing(qtbot, ENDINGS[outcomes.NetworkFolder], answers=["/elsewhere"])
    there.chooses("Choose another folder…")
    assert there.entered == [("open /elsewhere", "")]
    assert there.messages.asked == ["Open a workspace"]
