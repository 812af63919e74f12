"""Ways out of a customer who holds the date, texts that come back, and what proves a change."""

from __future__ import annotations

import zipfile
from datetime import date
from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog

from tests.support.changing import SENT, a_change, a_context
from tests.support.sendable import ready_to_tell
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.notice.records import Change, Notice, Terms
from vendorrisk.domain.register.records import Stage
from vendorrisk.ui.notice import change_dialogs, change_doings, change_page
from vendorrisk.ui.notice.change_page import ChangePage
from vendorrisk.usecases.notice import letters, notices
from vendorrisk.usecases.notice.shorter_notice import ask_shorter

TODAY = date(2026, 11, 23)


@pytest.fixture
def context():
    return a_context()


@pytest.fixture
def opened(monkeypatch):
    """The addresses that were handed to the desktop."""
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url) or True)
    return urls


def new_page(qtbot, context):
    page = ChangePage(context)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    context.changes.happened.connect(page.reload)
    page.show()
    return page


@pytest.fixture
def page(qtbot, theme, context):
    """A change on which Cedar, with 60 days, holds the date: the one with written consent has agreed."""
    change = a_change(context.office)
    notices.record_answer(context.office, change.id, "c4", approved_on=date(2026, 11, 23))
    page = new_page(qtbot, context)
    page.show_item(change.id)
    page.open_step(change_page.LETTERS)
    return page


def answer(monkeypatch, **values):
    def ask(dialog):
        dialog.form.load({**dialog.form.values(), **values})
        dialog.accept()
        return dialog.result() == QDialog.DialogCode.Accepted

    monkeypatch.setattr(change_dialogs.Dialog, "ask", ask)


def leave(monkeypatch, **typed):
    """Types into the next dialog, and leaves it with Esc."""

    def ask(dialog):
        for key, text in typed.items():
            dialog.form.field(key).show_value(text)
        dialog.reject()
        return False

    monkeypatch.setattr(change_dialogs.Dialog, "ask", ask)


def stored(context, kind, **equals):
    with context.office.book.reading() as reader:
        return reader.find(kind, **equals)


# Shorter notice.


def test_the_holder_is_asked_for_a_shorter_notice_and_no_date_moves(
    page, context, qtbot, monkeypatch, opened
):
    assert page.holder.title.text() == "Cedar holds the date back by 30 days"
    answer(monkeypatch, days=20, mail=True)
    qtbot.mouseClick(page.holder.ask, Qt.MouseButton.LeftButton)
    (notice,) = stored(context, Notice, customer_id="c3")
    assert (notice.shorter_days, notice.shorter_asked_on) == (20, TODAY)
    assert page.view.overall.earliest == date(2027, 1, 23)
    assert page.holder.why.text().endswith("· Asked on 23 Nov 2026 for 20 days; no answer yet.")
    (url,) = opened
    assert unquote(url.toString()).startswith("mailto:dpo@cedar.example?subject=")
    assert "Would 20 days be enough" in unquote(url.toString())


def test_a_written_yes_moves_the_date_and_its_sum_says_so(page, context, qtbot, monkeypatch, opened):
    answer(monkeypatch, days=20, mail=False)
    page.holder.ask.click()
    assert opened == []
    assert page.holder.ask.text() == "Record their answer…"
    answer(monkeypatch, answer="yes", agreed=TODAY, note="Mail of Ms Keller")
    page.holder.ask.click()
    assert stored(context, Notice, customer_id="c3")[0].shorter_agreed_on == TODAY
    assert page.view.overall.earliest == date(2026, 12, 24)
    page.open_step(change_page.DATES)
    page.dates.show_group(("c3",))
    assert "Agreed in writing on 23 November 2026: 20 days of notice" in page.dates.steps.text()
    assert page.dates.standing.text() == "Agreed to 20 days on 23 Nov 2026."
    assert [one.notice_days for one in stored(context, Terms, customer_id="c3")] == [60]


def test_a_no_is_kept_with_its_words(page, context, monkeypatch):
    ask_shorter(context.office, page.change_id, "c3", 20)
    page.reload()
    answer(monkeypatch, answer="no", note="Their board wants the full time.")
    page.dates.shorter.emit("c3")
    assert stored(context, Notice, customer_id="c3")[0].shorter_note == "Their board wants the full time."
    assert "declined: Their board wants the full time." in page.holder.why.text()
    assert page.holder.ask.text() == "Ask for shorter notice…"


def test_a_yes_needs_a_day_and_a_word_on_where_it_is_filed(qtbot, theme, page, context):
    notice = ask_shorter(context.office, page.change_id, "c3", 20)
    dialog = change_dialogs.ShorterAnswerDialog(None, "Cedar", notice, today=TODAY)
    qtbot.addWidget(dialog)
    dialog.form.load({"answer": "yes", "agreed": None, "note": ""})
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.form.problem_text("agreed")
    assert dialog.form.problem_text("note")
    dialog.form.load({"answer": "no", "agreed": TODAY, "note": ""})
    assert dialog.agreed_on() is None
    assert dialog.is_right()


def test_an_answer_of_a_day_before_the_question_is_refused_in_words(page, context, monkeypatch):
    ask_shorter(context.office, page.change_id, "c3", 20)
    page.reload()
    answer(monkeypatch, answer="yes", agreed=date(2026, 11, 1), note="Mail")
    page.holder.ask.click()
    assert len(context.messages.told) == 1
    assert stored(context, Notice, customer_id="c3")[0].shorter_agreed_on is None


def test_written_consent_is_not_asked_to_be_shorter(page):
    page.open_step(change_page.DATES)
    page.dates.show_group(("c4",))
    assert page.dates.ask.isHidden()
    page.dates.show_group(("c2",))
    assert page.dates.ask.isVisible()


def test_the_planned_day_is_moved_from_the_menu(page, context, monkeypatch):
    answer(monkeypatch, planned=date(2027, 3, 1))
    page.move_day.trigger()
    assert stored(context, Change)[0].planned_on == date(2027, 3, 1)


# Half-typed texts.


def test_a_half_typed_text_comes_back_after_a_restart(page, context, qtbot):
    page.open_step(change_page.TEXT)
    page.text.words.show_value("Keeps logs for")
    page.text.words.rested.emit()
    assert stored(context, Change)[0].text == {}
    page.deleteLater()
    again = new_page(qtbot, context)
    again.show_item(page.change_id)
    assert again.text.words.value() == "Keeps logs for"
    again.text.words.commit()
    assert stored(context, Change)[0].text == {"en": "Keeps logs for"}
    assert context.office.drafts.read(f"change.text.en.{page.change_id}") is None


def test_a_refresh_does_not_take_the_text_from_under_the_fingers(page, context):
    page.open_step(change_page.TEXT)
    page.text.words.show_value("Keeps logs for")
    notices.exclude(context.office, page.change_id, "c1", "elsewhere")
    page.reload()
    assert page.text.words.value() == "Keeps logs for"


def test_a_half_typed_reason_waits_for_the_next_time(page, context, monkeypatch):
    leave(monkeypatch, why="Their traffic goes")
    page.doings.keep_off("c3")
    assert stored(context, Notice, customer_id="c3") == []
    seen = []

    def ask(dialog):
        seen.append(dialog.form.field("why").value())
        dialog.accept()
        return True

    monkeypatch.setattr(change_dialogs.Dialog, "ask", ask)
    page.doings.keep_off("c3")
    assert seen == ["Their traffic goes"]
    assert stored(context, Notice, customer_id="c3")[0].excluded_why == "Their traffic goes"
    page.doings.keep_off("c3")
    assert seen[1] == ""


# The evidence bundle.


def test_the_bundle_is_offered_once_notices_went_out(page, context, tmp_path, qtbot):
    assert page.bundle.isHidden()
    ready_to_tell(context.office, page.change_id)
    letters.write_letters(context.office, page.change_id, tmp_path / "letters", ["pdf"])
    notices.mark_sent(context.office, page.change_id, SENT, proof="log")
    page.reload()
    context.messages.answers += [None, tmp_path / "bundle.zip"]
    page.doings.write_bundle()
    assert not (tmp_path / "bundle.zip").exists()
    qtbot.mouseClick(page.bundle, Qt.MouseButton.LeftButton)
    with zipfile.ZipFile(tmp_path / "bundle.zip") as bundle:
        assert sum(name.startswith("letters/") for name in bundle.namelist()) == 4
    assert "2026-01" in {one.number for one in stored(context, Document)}
    assert len(context.messages.told) == 0


def test_a_letter_that_is_not_found_is_named(page, context, tmp_path, monkeypatch):
    ready_to_tell(context.office, page.change_id)
    letters.write_letters(context.office, page.change_id, tmp_path / "letters", ["pdf"])
    notices.mark_sent(context.office, page.change_id, SENT, proof="log")
    page.reload()
    monkeypatch.setattr("vendorrisk.usecases.notice.evidence_bundle.letters_again", lambda *_a, **_n: {})
    context.messages.answers.append(tmp_path / "bundle.zip")
    page.doings.write_bundle()
    (told,) = context.messages.told
    assert told[0] == "4 letters were not found."


def test_what_went_out_is_said_over_its_letter(page, context, tmp_path):
    ready_to_tell(context.office, page.change_id)
    letters.write_letters(context.office, page.change_id, tmp_path, ["pdf"])
    notices.mark_sent(context.office, page.change_id, SENT, proof="log")
    page.reload()
    page.open_step(change_page.LETTERS)
    assert page.letter.doubt.text() == "It went out on 23 Nov 2026; this is how it would read today."


# An emergency.


def test_an_authorisation_is_recorded_for_the_selected_customer(page, context, qtbot, monkeypatch):
    page.open_step(change_page.WINDOW)
    page.window_pane.list.table.go_to("c2")
    answer(monkeypatch, basis="CLAUSE", on=date(2026, 5, 4), source="Contract 12, clause 9")
    qtbot.mouseClick(page.window_pane.beforehand, Qt.MouseButton.LeftButton)
    (notice,) = stored(context, Notice, customer_id="c2")
    assert (notice.emergency_basis, notice.emergency_on) == ("CLAUSE", date(2026, 5, 4))
    answer(monkeypatch, basis="no")
    page.doings.record_authorisation("c2")
    assert stored(context, Notice, customer_id="c2")[0].emergency_basis is None


def test_an_emergency_is_declared_and_its_guards_are_shown(page, context, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(change_doings, "MoveDialog", lambda *given, **named: shown.append(named) or Opened())
    answer(monkeypatch, until=date(2026, 12, 10), why="The data centre burnt down.")
    page.emergency.trigger()
    change = stored(context, Change)[0]
    assert (change.emergency_until, change.emergency_why) == (
        date(2026, 12, 10), "The data centre burnt down.",
    )  # fmt: skip
    assert shown == [{"to": Stage.EMERGENCY_LIVE}]
    assert (True, "An emergency is declared until 10 Dec 2026.") in page.live.conditions(page.view)


class Opened:
    """A dialog that nobody has to answer."""

    def open(self):
        """It would be shown."""


def test_an_emergency_without_end_shows_no_guards(page, context, monkeypatch):
    answer(monkeypatch, until=date(2027, 12, 10), why="The data centre burnt down.")
    page.doings.declare_emergency()
    assert stored(context, Change)[0].emergency_until is None
    assert len(context.messages.told) == 1
