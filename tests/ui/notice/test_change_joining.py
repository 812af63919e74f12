"""The Window step with customers who come into a notice under way: new ones, and those who come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.change_page import a_change_page
from tests.support.changing import SENT, a_change
from tests.support.offices import stored
from tests.support.sendable import ready_to_tell
from vendorrisk.domain.notice.records import Change, Customer, Notice, Onboarding, Terms
from vendorrisk.ui.notice import change_page
from vendorrisk.usecases.editing import ADD
from vendorrisk.usecases.notice import letters, notices

JOINED = date(2026, 11, 28)


@pytest.fixture
def page(qtbot, theme, context, tmp_path):
    """A change announced on 23 November 2026; Hexa joined on the 28th, and today is the 30th."""
    office = context.office
    change = a_change(office)
    ready_to_tell(office, change.id)
    letters.write_letters(office, change.id, tmp_path)
    notices.mark_sent(office, change.id, SENT, proof="mail log")
    office.clock.day += timedelta(days=7)
    office.clock.at += timedelta(days=7)
    (alder,) = stored(context, Customer, id="c1")
    with office.book.act(ADD[Customer]) as desk:
        desk.put(replace(alder, id="c5", name="Hexa", since=JOINED), Terms(id="t5", customer_id="c5"))
    page = a_change_page(qtbot, context)
    page.show_item(change.id)
    page.open_step(change_page.WINDOW)
    return page


def waits(page, customer):
    return {one.customer.name: one for one in page.view.told}[customer].dates


def notice_of(context, customer_id):
    (notice,) = stored(context, Notice, customer_id=customer_id)
    return notice


def test_a_new_customer_is_onboarded_with_the_day_and_where_that_is_filed(page, context, hands):
    hands.goes_to_row("Answers of customers", "Hexa")
    told = {"Given on": "2026-11-27", "Note": "Pack 3.2"}
    with hands.filling("Onboarding of Hexa", "Record", told):
        hands.clicks("Onboarding…")
    notice = notice_of(context, "c5")
    assert (notice.onboarding, notice.onboarding_on) == (Onboarding.GIVEN, date(2026, 11, 27))
    assert (waits(page, "Hexa").pack_due, waits(page, "Hexa").earliest) == (False, JOINED)
    assert "27 Nov 2026: Pack 3.2" in hands.column("Answers of customers", "Onboarding")


def test_a_day_after_its_first_one_is_refused_beside_the_field(page, context, hands):
    def tries():
        hands.fills_in({"Given on": ""})
        hands.clicks("Record")
        assert any(text.startswith("This is needed.") for text in hands.words())
        hands.fills_in({"Given on": "2026-11-29"})
        hands.clicks("Record")
        assert any("is after its first day as a customer" in text for text in hands.words())
        hands.clicks("Cancel")

    hands.goes_to_row("Answers of customers", "Hexa")
    with hands.answering("Onboarding of Hexa", tries):
        hands.clicks("Onboarding…")
    assert stored(context, Notice, customer_id="c5") == []


def test_a_new_customer_without_the_documents_is_notified_in_full(page, context, hands):
    hands.goes_to_row("Answers of customers", "Hexa")
    with hands.filling("Onboarding of Hexa", "Record", {"The change": "Not given, so notified in full"}):
        hands.clicks("Onboarding…")
    assert notice_of(context, "c5").onboarding is Onboarding.NOT_GIVEN
    assert [one.customer.name for one in page.view.without_letter] == ["Hexa"]


def test_only_who_joined_can_be_onboarded_and_only_who_is_excluded_can_come_back(page, hands):
    shown = []
    for name in ("Alder", "Hexa"):
        hands.goes_to_row("Answers of customers", name)
        shown.append((page.window_pane.onboard.isVisible(), page.window_pane.back.isVisible()))
    assert shown == [(False, False), (True, False)]


def test_going_live_names_the_documents_that_are_due(page, context):
    told = {text: met for met, text in page.live.conditions(page.view)}
    due = "1 customer waits for the change in its onboarding documents."
    assert told[due] is False
    assert "Every notice is marked as sent." in told


def taking_in(hands, answers):
    hands.goes_to_row("Answers of customers", "Birch")
    return hands.filling("Take Birch in again", "Take in again", answers)


def test_an_excluded_customer_is_taken_in_again_with_a_new_notice(page, context, hands):
    notices.exclude(context.office, page.change_id, "c2", "Another vendor")
    page.reload()
    with taking_in(hands, {"Reason": "It agreed after all"}):
        hands.clicks("Take in again…")
    notice = notice_of(context, "c2")
    assert (notice.excluded, notice.sent_at, notice.earlier_sent_at) == (False, None, SENT)
    assert "30 Nov 2026: It agreed after all" in hands.column("Answers of customers", "Taken in again")
    assert [one.customer.name for one in page.view.without_letter] == ["Birch"]


def test_a_notice_that_stands_is_said_to_stand(page, context, hands):
    notices.exclude(context.office, page.change_id, "c2", "Another vendor")
    page.reload()
    hands.goes_to_row("Answers of customers", "Birch")

    def answers():
        hands.fills("Reason", "By mistake")
        hands.toggles("It was never told that it is excluded")
        hands.clicks("Take in again")

    with hands.answering("Take Birch in again", answers):
        hands.clicks("Take in again…")
    assert notice_of(context, "c2").sent_at == SENT


def test_who_was_not_notified_comes_back_without_that_question(page, context, hands):
    notices.exclude(context.office, page.change_id, "c5", "Another vendor")
    page.reload()
    hands.goes_to_row("Answers of customers", "Hexa")

    def answers():
        assert "It was never told that it is excluded" not in hands.words()
        hands.fills("Reason", "By mistake")
        hands.clicks("Take in again")

    with hands.answering("Take Hexa in again", answers):
        hands.clicks("Take in again…")
    assert waits(page, "Hexa").pack_due


def test_in_a_change_that_is_over_nothing_is_offered(page, context, hands):
    notices.exclude(context.office, page.change_id, "c2", "Another vendor")
    notices.cancel(context.office, page.change_id)
    page.reload()
    hands.goes_to_row("Answers of customers", "Birch")
    assert not page.window_pane.back.isVisible()
    assert stored(context, Change)[0].live_on is None


def test_a_refusal_of_several_lines_is_not_cut(page, hands, qtbot):
    def tries():
        dialog = hands.top
        before = dialog.height()
        hands.fills_in({"Given on": "2026-11-29"})
        hands.clicks("Record")
        qtbot.waitUntil(lambda: dialog.height() > before)
        assert dialog.height() >= dialog.layout().totalHeightForWidth(dialog.width())
        hands.clicks("Cancel")

    hands.goes_to_row("Answers of customers", "Hexa")
    with hands.answering("Onboarding of Hexa", tries):
        hands.clicks("Onboarding…")
