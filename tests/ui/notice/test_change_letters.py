"""Letters on the change page: forms, languages, a customer nobody can reach, and a cancel in the middle."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt

from tests.support.changing import a_change
from tests.support.offices import stored
from tests.support.sendable import in_use
from vendorrisk.domain.message import Level, msg
from vendorrisk.domain.notice.records import Change, ChangeState, Customer, Notice
from vendorrisk.ui.notice import change_dialogs, change_page
from vendorrisk.ui.notice.pane_letters import words_of
from vendorrisk.ui.shell.letter_visit import LetterVisit
from vendorrisk.ui.widgets.jobs import Cancelled
from vendorrisk.ui.widgets.stepper import StepState
from vendorrisk.usecases.editing import EDIT
from vendorrisk.usecases.notice import notices
from vendorrisk.usecases.notice.change_text import write_text
from vendorrisk.usecases.notice.letter_checks import Lack
from vendorrisk.usecases.safe_files import DiskFull


@pytest.fixture
def change(context):
    return a_change(context.office)


PDF, MAIL = "PDF, for paper and portals", "E-mail drafts, with the PDF attached"


@contextmanager
def choosing(hands, *forms):
    """Leaves just these forms ticked in the dialog that comes up, and goes on to the folder."""

    def choose():
        for form in (PDF, MAIL):
            if hands.is_ticked(form) != (form in forms):
                hands.toggles(form)
        hands.clicks("Choose folder…")

    with hands.answering("Create ", choose):
        yield


def edit_customer(context, key, **values):
    with context.office.book.act(EDIT[Customer]) as desk:
        desk.put(replace(desk.get(Customer, key), **values))


# Forms.


@pytest.mark.parametrize(("form", "ending"), [(PDF, ".pdf"), (MAIL, ".eml")])
def test_letters_are_written_in_the_forms_that_are_ticked(
    page, change, hands, context, tmp_path, form, ending
):
    page.show_item(change.id)
    context.messages.answers.append(tmp_path)
    with choosing(hands, form):
        hands.clicks("Create 4 letters")
    assert {path.suffix for path in tmp_path.iterdir()} == {ending}
    assert len(list(tmp_path.iterdir())) == 4


def test_the_forms_are_remembered_and_one_of_them_is_needed(qtbot, theme):
    dialog = change_dialogs.CreateDialog(None, 3, ["eml"])
    qtbot.addWidget(dialog)
    assert dialog.formats() == ["eml"]
    dialog.form.field("eml").box.click()
    assert dialog.formats() == []
    assert not dialog._verb.isEnabled()
    dialog.form.field("pdf").box.click()
    assert dialog.formats() == ["pdf"]
    assert dialog._verb.isEnabled()


# Languages.


def test_a_letter_in_a_language_without_template_is_english_and_says_so(page, change, context):
    edit_customer(context, "c2", language="de")
    page.show_item(change.id)
    page.open_step(change_page.LETTERS)
    assert page.letter.doubts.isHidden()
    page.letter.turn(1)
    assert page.letter.language.value() == "de"
    assert page.letter.doubt.text().startswith("There is no letter in the customer’s language (de)")
    assert page.letter.paper.letter().language == "en"
    assert page.letter.doubts.isVisible()


def test_who_gets_english_instead_is_told_before_letters_are_made_and_before_they_count_as_sent(
    page, change, context, hands, tmp_path
):
    edit_customer(context, "c2", language="de")
    page.show_item(change.id)
    page.open_step(change_page.TEXT)
    told = "No letter is written in the language “de”."

    def read(form, verb):
        assert hands.reads(told)
        assert hands.reads("more, on the step “Letters”.") is (verb == "Choose folder…")
        assert hands.reads("are in English (1): Birch.")
        form()
        hands.clicks(verb)

    context.messages.answers.append(tmp_path)
    with hands.answering("Create ", partial(read, lambda: None, "Choose folder…")):
        hands.clicks("Create 4 letters")
    with hands.answering("Mark ", partial(read, lambda: hands.fills("Proof", "Log 7"), "Mark as sent")):
        hands.clicks("Mark as sent…")


def test_a_language_is_chosen_for_one_letter_and_the_next_starts_in_its_own(page, change, context, qtbot):
    write_text(context.office, change.id, "Speichert Protokolle", language="de")
    page.show_item(change.id)
    page.open_step(change_page.LETTERS)
    assert [page.letter.language.combo.itemText(at) for at in range(2)] == ["English", "German"]
    page.letter.language.combo.setFocus()
    qtbot.keyClick(page.letter.language.combo, Qt.Key.Key_Down)
    page.letter.language.combo.activated.emit(1)
    assert page.letter.language.value() == "de"
    assert page.letter.doubts.isVisible()
    page.letter.turn(1)
    assert page.letter.language.value() == "en"
    assert page.letter.doubts.isHidden()


def test_with_one_language_there_is_nothing_to_choose(page, change):
    page.show_item(change.id)
    assert page.letter.language.isHidden()
    assert page.letter.heading.text() == "Letter English"
    assert page.text.language.isHidden()


def test_the_text_is_written_language_by_language(page, change, context):
    edit_customer(context, "c2", language="de")
    page.show_item(change.id)
    page.text.language.combo.setCurrentIndex(1)
    page.text.language.combo.activated.emit(1)
    assert page.text.words.value() == ""
    assert page.text.hint.text() == "Empty: customers read the English text."
    page.text.words.show_value("Speichert Protokolle")
    page.text.words.commit()
    english = {"en": "Hosting of message logs"}
    assert stored(context, Change)[0].text == {"de": "Speichert Protokolle", **english}
    assert page.text.tongue == "de"


# Whom nobody can reach.


def test_a_customer_without_contact_disables_create_and_names_the_reason(page, change, context):
    edit_customer(context, "c2", email="")
    page.show_item(change.id)
    page.open_step(change_page.LETTERS)
    assert not page.letters.isEnabled()
    assert "Birch has neither an e-mail address nor a postal address." in page.letters.toolTip()
    assert page.lacks.isVisible()
    edit_customer(context, "c2", address="Lindenhof 4, Vienna")
    page.reload()
    assert page.letters.isEnabled()


@pytest.mark.parametrize(("counted", "said"), [(True, "Said."), (False, "Said. So do 2 more.")])
def test_a_lack_counts_the_others_unless_its_words_do(theme, counted, said):
    lack = Lack(
        what=msg("x"), remedy=msg("x"), level=Level.ERROR, customers=("a", "b", "c"), shared=False,
        counted=counted,
    )  # fmt: skip
    assert words_of(lack, lambda _what: "Said.") == said


def test_a_letter_that_was_sought_is_shown_among_those_of_its_change(page, change):
    page.show_item(change.id)
    first = page.step
    page.show_item(LetterVisit(change_id=change.id, customer_id="c2"))
    assert first != change_page.LETTERS
    assert (page.step, page.letter.number) == (change_page.LETTERS, 1)


def test_whoever_is_kept_off_needs_no_contact(page, change, context):
    edit_customer(context, "c2", email="")
    notices.exclude(context.office, change.id, "c2", "stays on the old set-up")
    page.show_item(change.id)
    assert page.letters.isEnabled()
    assert page.letters.text() == "Create 3 letters"
    assert page.letter.place.text() in {"", "1 of 3"}


# A cancel.


def test_a_cancel_in_the_middle_leaves_no_file_and_no_mark(
    page, change, context, hands, tmp_path, monkeypatch
):
    page.show_item(change.id)
    folder = tmp_path / "letters"

    class Impatient:
        def step(self, done, _total, _what=""):
            if done == 2:
                raise Cancelled

        def seal(self):
            raise AssertionError("it was cancelled long before")

    def run(_label, work, *, done=None, failed=None):
        with pytest.raises(Cancelled):
            work(Impatient())

    monkeypatch.setattr(context.jobs, "run", run)
    folder.mkdir()
    context.messages.answers.append(folder)
    with choosing(hands, PDF):
        hands.clicks("Create 4 letters")
    assert list(folder.iterdir()) == []
    assert stored(context, Notice) == []
    assert stored(context, Change)[0].state is ChangeState.DRAFT


def test_a_full_disk_is_told_and_leaves_nothing(page, change, context, hands, tmp_path, monkeypatch):
    def full(*_args):
        raise DiskFull(tmp_path / "letter.pdf", needed=20_000, free=3)

    page.show_item(change.id)
    monkeypatch.setattr("vendorrisk.usecases.notice.letter_folder.make_all_durable", full)
    context.messages.answers.append(tmp_path)
    with choosing(hands, PDF):
        hands.clicks("Create 4 letters")
    assert list(tmp_path.iterdir()) == []
    assert stored(context, Notice) == []
    assert len(context.messages.told) == 1


# An empty change.


def test_an_empty_change_says_so_and_goes_live_without_letters(page, change, context, hands):
    with context.office.book.act(EDIT[Customer]) as desk:
        desk.put(*(replace(one, active=False) for one in desk.find(Customer)))
    page.show_item(change.id)
    assert page.step == change_page.LIVE
    assert page.nobody.text() == "Nobody is affected: an empty change. It needs no letters."
    assert page.steps.step(change_page.LETTERS).state is StepState.DONE
    assert page.letters.isHidden()
    assert not all(met for met, _ in page.live.conditions(page.view))
    in_use(context.office, change.engagement_id)
    context.office.clock.day = change.planned_on
    page.reload()
    assert all(met for met, _ in page.live.conditions(page.view))
    context.messages.answers.append(True)
    hands.clicks("Go live today")
    assert stored(context, Change)[0].state is ChangeState.LIVE
