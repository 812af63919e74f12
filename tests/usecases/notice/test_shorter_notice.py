"""Asking for a shorter notice moves nothing; a written yes does, for this customer and this change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.changing import a_change, a_context, shown_letter
from vendorrisk.domain.message import Refused, UserError
from vendorrisk.domain.notice.records import Change, Customer, Terms
from vendorrisk.usecases import editing
from vendorrisk.usecases.notice import notices
from vendorrisk.usecases.notice.changes import dates
from vendorrisk.usecases.notice.shorter_notice import ask_shorter, record_shorter, shorter_draft

TODAY = date(2026, 11, 23)


@pytest.fixture
def office():
    return a_context().office


@pytest.fixture
def change(office):
    return a_change(office)


def earliest(office, change, customer_id="c3"):
    with office.book.reading() as reader:
        counted = dates(office, reader, reader.get(Change, change.id))
    return {customer.id: found for customer, found in counted.dates}[customer_id].earliest


def test_the_question_alone_moves_no_date(office, change):
    notice = ask_shorter(office, change.id, "c3", 20)
    assert (notice.shorter_days, notice.shorter_asked_on) == (20, TODAY)
    assert earliest(office, change) == date(2027, 1, 23)


def test_a_written_yes_counts_and_stands_in_the_letter(office, change):
    ask_shorter(office, change.id, "c3", 20)
    record_shorter(office, change.id, "c3", agreed_on=TODAY, note="Mail of Ms Keller")
    assert earliest(office, change) == date(2026, 12, 15)
    assert earliest(office, change, "c2") == date(2026, 12, 24)
    text = " ".join(words for _, words in shown_letter(office, change.id, "c3").text.paragraphs)
    assert (
        "until the end of 14 December 2026. You may object as long as the notice period runs, which is 20"
        in text
    )


def test_a_no_and_a_yes_taken_back_leave_the_contract_in_force(office, change):
    ask_shorter(office, change.id, "c3", 20)
    notice = record_shorter(office, change.id, "c3", agreed_on=None, note="Their board wants the full time.")
    assert (notice.shorter_agreed_on, notice.shorter_note) == (None, "Their board wants the full time.")
    assert earliest(office, change) == date(2027, 1, 23)
    record_shorter(office, change.id, "c3", agreed_on=TODAY, note="Mail")
    ask_shorter(office, change.id, "c3", 10)
    assert earliest(office, change) == date(2027, 1, 23)


@pytest.mark.parametrize("days", [60, 61, -1])
def test_only_fewer_days_can_be_asked_for(office, change, days):
    with pytest.raises(UserError) as refused:
        ask_shorter(office, change.id, "c3", days)
    assert refused.value.what.key == "shorter.days"


def test_written_consent_is_not_shortened(office, change):
    with pytest.raises(Refused):
        ask_shorter(office, change.id, "c4", 1)


@pytest.mark.parametrize(
    ("agreed", "note", "key"),
    [
        (date(2026, 11, 22), "Mail", "shorter.day"),
        (date(2026, 11, 24), "Mail", "shorter.day"),
        (TODAY, " ", "shorter.note"),
    ],
)
def test_a_yes_needs_its_day_and_its_proof(office, change, agreed, note, key):
    ask_shorter(office, change.id, "c3", 20)
    with pytest.raises(UserError) as refused:
        record_shorter(office, change.id, "c3", agreed_on=agreed, note=note)
    assert refused.value.what.key == key


def test_nobody_answers_what_was_not_asked(office, change):
    with pytest.raises(UserError) as refused:
        record_shorter(office, change.id, "c3", agreed_on=TODAY, note="Mail")
    assert refused.value.what.key == "shorter.not_asked"


def test_a_change_that_is_over_asks_nobody(office, change):
    ask_shorter(office, change.id, "c3", 20)
    notices.cancel(office, change.id)
    for late in (
        lambda: ask_shorter(office, change.id, "c3", 10),
        lambda: record_shorter(office, change.id, "c3", agreed_on=TODAY, note="Mail"),
    ):
        with pytest.raises(Refused):
            late()


def test_the_mail_says_what_is_asked_and_what_is_agreed(office, change):
    draft = shorter_draft(office, change.id, "c3", 20)
    assert draft.address == "dpo@cedar.example"
    said = office.say(draft.text)
    assert "gives Cedar 60 days of notice. Would you agree to 20 days" in said
    assert "Norte Cloud S.A." in said
    assert change.number in office.say(draft.subject)


def test_without_an_address_there_is_no_mail(office, change):
    with office.book.act(editing.EDIT[Customer]) as desk:
        desk.put(replace(desk.get(Customer, "c3"), email=""))
    with pytest.raises(UserError) as refused:
        shorter_draft(office, change.id, "c3", 20)
    assert refused.value.what.key == "shorter.no_address"


def test_the_contract_itself_stays_as_it_is(office, change):
    ask_shorter(office, change.id, "c3", 20)
    record_shorter(office, change.id, "c3", agreed_on=TODAY, note="Mail")
    with office.book.reading() as reader:
        assert [one.notice_days for one in reader.find(Terms, customer_id="c3")] == [60]
