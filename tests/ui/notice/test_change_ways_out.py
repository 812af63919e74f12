"""Ways out of a customer who holds the date, texts that come back, and what proves a change."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from tests.support.change_page import a_change_page
from tests.support.changing import SENT, a_change
from tests.support.offices import stored
from tests.support.sendable import ready_to_tell
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.notice.records import Change, Customer, Notice, Terms
from vendorrisk.domain.register.records import Stage
from vendorrisk.ui.notice import change_doings, change_page
from vendorrisk.usecases.editing import ADD, EDIT
from vendorrisk.usecases.notice import letters, notices
from vendorrisk.usecases.notice.customer_records import edit_customer
from vendorrisk.usecases.notice.shorter_notice import ask_shorter

TODAY = date(2026, 11, 23)


@pytest.fixture
def opened(monkeypatch):
    """The addresses that were handed to the desktop."""
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url) or True)
    return urls


@pytest.fixture
def page(qtbot, theme, context):
    """A change on which Cedar, with 60 days, holds the date: the one with written consent has agreed."""
    change = a_change(context.office)
    notices.record_answer(context.office, change.id, "c4", approved_on=date(2026, 11, 23))
    page = a_change_page(qtbot, context)
    page.show_item(change.id)
    page.open_step(change_page.LETTERS)
    return page


MAIL = "Open an e-mail that asks for it"


@contextmanager
def asking(hands, *ticks):
    """Asks Cedar for 20 days, with or without a mail that does so."""

    def ask():
        hands.sets("Notice of", 20)
        if hands.is_ticked(MAIL) != (MAIL in ticks):
            hands.toggles(MAIL)
        hands.clicks("Ask")

    with hands.answering("Ask Cedar for shorter notice", ask):
        yield


def declaring(hands, fields):
    return hands.filling("Declare an emergency", "Declare, then see the guards…", fields)


# Shorter notice.


def test_the_holder_is_asked_for_a_shorter_notice_and_no_date_moves(page, context, hands, opened):
    assert page.holder.title.text() == "Cedar holds the date back by 30 days"
    with asking(hands, MAIL):
        hands.clicks("Ask for shorter notice…", page.holder)
    (notice,) = stored(context, Notice, customer_id="c3")
    assert (notice.shorter_days, notice.shorter_asked_on) == (20, TODAY)
    assert page.view.overall.earliest == date(2027, 1, 23)
    assert page.holder.why.text().endswith("· Asked on 23 Nov 2026 for 20 days; no answer yet.")
    (url,) = opened
    assert unquote(url.toString()).startswith("mailto:dpo@cedar.example?subject=")
    assert "Would you agree to 20 days" in unquote(url.toString())


def test_the_question_goes_to_every_address_of_the_holder(page, context, hands, opened):
    edit_customer(context.office, "c3", {"email": "dpo@cedar.example; legal@cedar.example"})
    with asking(hands, MAIL):
        hands.clicks("Ask for shorter notice…", page.holder)
    (url,) = opened
    assert url.path() == "dpo@cedar.example,legal@cedar.example"


def test_a_written_yes_moves_the_date_and_its_sum_says_so(page, context, hands, opened):
    with asking(hands):
        hands.clicks("Ask for shorter notice…", page.holder)
    assert opened == []
    told = {"Answer": "Agreed in writing", "Agreed on": "2026-11-23", "Note": "Mail of Ms Keller"}
    with hands.filling("Answer of Cedar", "Record answer", told):
        hands.clicks("Record their answer…", page.holder)
    assert stored(context, Notice, customer_id="c3")[0].shorter_agreed_on == TODAY
    assert page.view.overall.earliest == date(2026, 12, 24)
    page.open_step(change_page.DATES)
    page.dates.show_group(("c3",))
    assert "Agreed in writing on 23 November 2026: 20 days of notice" in page.dates.steps.text()
    assert page.dates.standing.text() == "Agreed to 20 days on 23 Nov 2026."
    assert [one.notice_days for one in stored(context, Terms, customer_id="c3")] == [60]


def test_a_no_is_kept_with_its_words(page, context, hands):
    ask_shorter(context.office, page.change_id, "c3", 20)
    page.reload()
    page.open_step(change_page.DATES)
    page.dates.show_group(("c3",))
    told = {"Answer": "Declined, or withdrew its agreement", "Note": "Their board wants the full time."}
    with hands.filling("Answer of Cedar", "Record answer", told):
        hands.clicks("Record their answer…", page.dates)
    assert stored(context, Notice, customer_id="c3")[0].shorter_note == "Their board wants the full time."
    assert "declined: Their board wants the full time." in page.holder.why.text()
    assert page.holder.ask.text() == "Ask for shorter notice…"


def test_a_yes_needs_a_day_and_a_word_on_where_it_is_filed(page, context, hands):
    ask_shorter(context.office, page.change_id, "c3", 20)
    page.reload()

    def tries():
        hands.fills_in({"Answer": "Agreed in writing", "Agreed on": "", "Note": ""})
        hands.clicks("Record answer")
        assert sum(text.startswith("This is needed.") for text in hands.words()) == 2
        hands.clicks("Cancel")

    with hands.answering("Answer of Cedar", tries):
        hands.clicks("Record their answer…", page.holder)
    assert stored(context, Notice, customer_id="c3")[0].shorter_agreed_on is None


def test_an_answer_of_a_day_before_the_question_is_refused_in_words(page, context, hands):
    ask_shorter(context.office, page.change_id, "c3", 20)
    page.reload()
    told = {"Answer": "Agreed in writing", "Agreed on": "2026-11-01", "Note": "Mail"}
    with hands.filling("Answer of Cedar", "Record answer", told):
        hands.clicks("Record their answer…", page.holder)
    assert len(context.messages.told) == 1
    assert stored(context, Notice, customer_id="c3")[0].shorter_agreed_on is None


def test_written_consent_is_not_asked_to_be_shorter(page):
    page.open_step(change_page.DATES)
    page.dates.show_group(("c4",))
    assert page.dates.ask.isHidden()
    page.dates.show_group(("c2",))
    assert page.dates.ask.isVisible()


def test_the_planned_day_is_moved_from_the_menu(page, context, hands):
    with hands.filling("Move the planned day", "Move", {"First day of use": "2027-03-01"}):
        hands.chooses_from("More", "Move the planned day…")
    assert stored(context, Change)[0].planned_on == date(2027, 3, 1)


# Half-typed texts.


def test_a_half_typed_text_comes_back_after_a_restart(page, context, qtbot):
    page.open_step(change_page.TEXT)
    page.text.words.show_value("Keeps logs for")
    page.text.words.rested.emit()
    assert stored(context, Change)[0].text == {}
    page.deleteLater()
    again = a_change_page(qtbot, context)
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


def test_a_half_typed_reason_waits_for_the_next_time(page, context, hands):
    page.open_step(change_page.WINDOW)
    hands.goes_to_row("Answers of customers", "Cedar")
    with hands.filling("Exclude Cedar from the change", "Cancel", {"Reason": "Their traffic goes"}):
        hands.clicks("Exclude…")
    assert stored(context, Notice, customer_id="c3") == []
    with hands.filling("Exclude Cedar from the change", "Exclude"):
        hands.clicks("Exclude…")
    assert stored(context, Notice, customer_id="c3")[0].excluded_why == "Their traffic goes"


def test_a_reason_on_record_is_put_better_where_it_stands(page, context, hands):
    notices.exclude(context.office, page.change_id, "c3", "Their trafic goes elsewhere")
    page.reload()
    page.open_step(change_page.WINDOW)
    hands.goes_to_row("Answers of customers", "Cedar")
    read = []

    def puts_better():
        read.append(hands.control("Reason").toPlainText())
        hands.fills("Reason", "Their traffic goes elsewhere")
        hands.clicks("Exclude")

    with hands.answering("Exclude Cedar from the change", puts_better):
        hands.clicks("Exclude…")
    assert read == ["Their trafic goes elsewhere"]
    assert stored(context, Notice, customer_id="c3")[0].excluded_why == "Their traffic goes elsewhere"


# Whoever becomes a customer while notices run.


def test_who_joins_while_notices_run_is_named_and_gets_a_letter_too(page, context, hands, tmp_path):
    ready_to_tell(context.office, page.change_id)
    letters.write_letters(context.office, page.change_id, tmp_path / "first", ["pdf"])
    notices.mark_sent(context.office, page.change_id, SENT, proof="log")
    service = page.view.engagement.service_id
    with context.office.book.act(ADD[Customer]) as desk:
        desk.put(Customer(id="c5", name="Elder", services=(service,), email="dpo@elder.example"))
        desk.put(Terms(id="t5", customer_id="c5", notice_days=14, clause="7.5"))
    page.reload()
    page.open_step(change_page.WHO)
    assert "no letter to these customers (1): Elder." in page.who.doubt.text()
    page.open_step(change_page.LETTERS)
    context.messages.answers.append(tmp_path / "second")
    (tmp_path / "second").mkdir()
    with hands.filling("Create 1 letter", "Choose folder…"):
        hands.clicks("Create 1 letter")
    assert stored(context, Notice, customer_id="c5")[0].content_sha256
    assert "no letter" not in page.who.doubt.text()
    with hands.filling("Mark 1 notice as sent", "Mark as sent", {"Proof": "second log"}):
        hands.clicks("Mark as sent…")
    assert stored(context, Notice, customer_id="c5")[0].proof == "second log"
    assert {one.proof for one in stored(context, Notice)} == {"log", "second log"}


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


def test_a_letter_that_went_out_is_shown_as_it_was_sent_whatever_changed_since(page, context, tmp_path):
    ready_to_tell(context.office, page.change_id)
    letters.write_letters(context.office, page.change_id, tmp_path, ["pdf"])
    notices.mark_sent(context.office, page.change_id, SENT, proof="log")
    with context.office.book.act(EDIT[Customer]) as desk:
        desk.put(replace(desk.get(Customer, "c1"), address="Moved 1"))
    context.office.clock.day += timedelta(days=3)
    page.reload()
    page.open_step(change_page.LETTERS)
    assert page.letter.doubt.text() == "This letter was sent on 23 Nov 2026; it is shown as it was written."
    shown = page.letter.paper.letter()
    assert (shown.date, shown.address) == ("23 November 2026", ("Alder",))


def test_a_sent_letter_that_cannot_be_printed_again_is_said_to_be_todays(page, context, tmp_path):
    ready_to_tell(context.office, page.change_id)
    letters.write_letters(context.office, page.change_id, tmp_path, ["pdf"])
    notices.mark_sent(context.office, page.change_id, SENT, proof="log")
    with context.office.book.act(EDIT[Customer]) as desk:
        desk.put(*(replace(one, content_sha256="0" * 64) for one in desk.find(Notice)))
    page.reload()
    page.open_step(change_page.LETTERS)
    assert page.letter.doubt.text().startswith(
        "A letter was sent on 23 Nov 2026. It cannot be printed again as it was: this is how it would read"
    )


# An emergency.


def test_an_authorisation_is_recorded_for_the_selected_customer(page, context, hands):
    page.open_step(change_page.WINDOW)
    hands.goes_to_row("Answers of customers", "Birch")
    clause = {
        "Agreed beforehand": "An emergency clause that counsel reviewed", "On": "2026-05-04",
        "Written in": "Contract 12, clause 9",
    }  # fmt: skip
    with hands.filling("Emergency: Birch", "Record", clause):
        hands.clicks("Emergency…")
    (notice,) = stored(context, Notice, customer_id="c2")
    assert (notice.emergency_basis, notice.emergency_on) == ("CLAUSE", date(2026, 5, 4))
    with hands.filling("Emergency: Birch", "Record", {"Agreed beforehand": "No"}):
        hands.clicks("Emergency…")
    assert stored(context, Notice, customer_id="c2")[0].emergency_basis is None


def test_an_emergency_is_declared_and_its_guards_are_shown(page, context, hands, monkeypatch):
    shown = []
    monkeypatch.setattr(change_doings, "MoveDialog", lambda *given, **named: shown.append(named) or Opened())
    with declaring(hands, {"Last day": "2026-12-10", "Reason": "The data centre burnt down."}):
        hands.chooses_from("More", "Declare an emergency…")
    change = stored(context, Change)[0]
    assert (change.emergency_until, change.emergency_why) == (
        date(2026, 12, 10), "The data centre burnt down.",
    )  # fmt: skip
    assert shown == [{"to": Stage.EMERGENCY_LIVE}]
    declared = "An emergency is declared until 10 Dec 2026: The data centre burnt down."
    assert (True, declared) in page.live.conditions(page.view)
    with declaring(hands, {"Last day": "2026-12-12"}):
        hands.chooses_from("More", "Declare an emergency…")
    again = stored(context, Change)[0]
    assert (again.emergency_until, again.emergency_why) == (date(2026, 12, 12), change.emergency_why)


class Opened:
    """A dialog that nobody has to answer."""

    def open(self):
        """It would be shown."""


def test_an_emergency_without_end_shows_no_guards(page, context, hands):
    with declaring(hands, {"Last day": "2027-12-10", "Reason": "The data centre burnt down."}):
        hands.chooses_from("More", "Declare an emergency…")
    assert stored(context, Change)[0].emergency_until is None
    assert len(context.messages.told) == 1
