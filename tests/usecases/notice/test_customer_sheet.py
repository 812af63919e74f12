"""One customer on a sheet: its terms read out and worked through, what is missing, what it was told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.changing import SENT, a_context, a_register
from tests.support.edited import edit_values
from tests.support.offices import put
from tests.support.sendable import ready_to_tell
from vendorrisk.domain.message import NotFound
from vendorrisk.domain.notice.records import Authorisation, ChangeKind, Customer, ObjectionState, Terms
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases import editing
from vendorrisk.usecases.notice import letters, notices, objections
from vendorrisk.usecases.notice.changes import STANDARD, dates, new_change
from vendorrisk.usecases.notice.customer_records import edit_customer, end_customers
from vendorrisk.usecases.notice.customer_rows import CustomerRows
from vendorrisk.usecases.notice.customer_sheet import customer_sheet, meaning_of
from vendorrisk.usecases.notice.customer_terms import amend_terms, correct_terms


@pytest.fixture
def context():
    made = a_context()
    a_register(made.office)
    return made


@pytest.fixture
def office(context):
    return context.office


def concerns(office, customer_id):
    return [one.title.key for one in customer_sheet(office, customer_id).concerns]


def said(office, messages):
    return " ".join(office.say(one) for one in messages)


def test_the_terms_are_read_out_and_worked_through(office):
    correct_terms(office, "t1", {"objection_days": "10", "objection_unit": "business", "holidays": "DE"})
    sheet = customer_sheet(office, "c1")
    assert said(office, sheet.reading) == (
        "The customer has given general authorisation for sub-processors. It is notified of each "
        "change and may object. "
        "Notice is given 14 days ahead, counted from the day it is sent. "
        "It may object for 10 business days, counted from the same day. "
        "Use begins only after that window has ended. "
        "Weekends and public holidays of DE are not business days."
    )
    assert office.say(sheet.meaning.sentence) == (
        "If a letter goes out today, it may object until 7 December 2026, "
        "and use may begin on 8 December 2026."
    )


def test_what_the_terms_come_to_is_what_a_change_would_count(office):
    change = next_change(office)
    with office.book.reading() as reader:
        counted = {one.id: found.earliest for one, found in dates(office, reader, change).dates}
    for customer in ("c1", "c2", "c3"):
        assert customer_sheet(office, customer).meaning.earliest == counted[customer]


def next_change(office):
    with office.book.reading() as reader:
        engagement = reader.find(Engagement)[0]
    return new_change(office, ChangeKind.ADD, engagement.id, date(2027, 2, 2))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "If a letter goes out today, it may object until 23 December 2026"),
        ({"clock_starts": "PUBLISHED"}, "If a change is published today, it may object"),
        ({"clock_starts": "ACKNOWLEDGED"}, "If a letter goes out and is acknowledged today, it may object"),
        (
            {"clock_starts": "DEEMED_RECEIVED", "deemed_days": "2"},
            "If a letter goes out today, it counts as received on 25 November 2026, it may object",
        ),
        ({"commission_clauses": "yes"}, "If a letter goes out today, use may begin on 24 December 2026. It"),
        (
            {"authorisation": "SPECIFIC"},
            "If the customer approves in writing today, use may begin on 24 November 2026.",
        ),
        ({"holidays": "HR"}, "If a letter goes out today, it may object until 23 December 2026"),
    ],
)
def test_terms_are_worked_through_while_they_are_typed(office, typed, words):
    head = office.book.head()
    assert office.say(meaning_of(office, "c1", typed).sentence).startswith(words)
    assert office.book.head() == head


def test_terms_that_cannot_be_read_yet_come_to_nothing(office):
    assert meaning_of(office, "c1", {"notice_days": "thirt"}) is None


def test_a_customer_without_terms_has_our_standard_ones_assumed(office):
    put(office, Customer(id="c5", name="Elm", email="dpo@elm.example"))
    assert "customer.concern.no_terms" in concerns(office, "c5")
    amend_terms(office, [STANDARD], {"notice_days": "30"})
    sheet = customer_sheet(office, "c5")
    assert (sheet.row.assumed, sheet.own, sheet.versions) == (True, None, ())
    assert [one.title.key for one in sheet.concerns] == [
        "customer.concern.assumed", "customer.concern.no_services", "customer.concern.no_data_centre",
    ]  # fmt: skip


def test_a_customer_that_cannot_be_reached_is_the_first_concern(office):
    assert concerns(office, "c1") == []
    edit_customer(office, "c1", {"email": ""})
    assert concerns(office, "c1") == ["customer.concern.no_contact"]
    edit_customer(office, "c1", {"address": "Main street 1"})
    assert concerns(office, "c1") == []


def test_a_former_customer_concerns_nobody(office):
    edit_customer(office, "c1", {"email": ""})
    end_customers(office, ["c1"])
    assert concerns(office, "c1") == []


def test_terms_that_contradict_themselves_are_a_concern(office):
    correct_terms(office, "t1", {"objection_days": "30", "objection_blocks": "NEVER"})
    assert "notice.terms.window_cut_short" in concerns(office, "c1")


def test_the_version_to_come_is_named(office):
    amend_terms(office, ["c1"], {"notice_days": "60", "valid_from": "2027-01-01"})
    sheet = customer_sheet(office, "c1")
    assert (sheet.versions[0].notice_days, sheet.own.notice_days) == (60, 14)


def test_a_change_is_shown_with_what_the_customer_was_told_and_answered(office, tmp_path):
    change = next_change(office)
    ready_to_tell(office, change.id)
    letters.write_letters(office, change.id, tmp_path, ["eml"])
    notices.mark_sent(office, change.id, SENT, proof="server log")
    objection = objections.object_to(office, change.id, "c1", SENT, text="Not Brazil")
    sheet = customer_sheet(office, "c1")
    (one,) = sheet.changes
    assert (one.change.number, one.vendor, one.sent_at) == (change.number, "Norte Cloud S.A.", SENT)
    assert (one.objection_until, one.earliest) == (date(2026, 12, 7), None)
    assert [held.state for held in one.objections] == [ObjectionState.RECEIVED]
    assert concerns(office, "c1") == ["customer.concern.objection.one"]
    assert customer_sheet(office, "c9").changes == ()
    objections.resolve(office, objection.id, ObjectionState.WITHDRAWN, note="phone")
    assert customer_sheet(office, "c1").changes[0].earliest == date(2026, 12, 8)


def test_changes_that_are_over_stand_last_and_only_if_the_customer_was_told(office):
    first = next_change(office)
    notices.exclude(office, first.id, "c1", "Routed elsewhere.")
    notices.cancel(office, first.id)
    second = next_change(office)
    found = customer_sheet(office, "c1").changes
    assert [(one.change.id, one.is_over, one.kept_off) for one in found] == [
        (second.id, False, False), (first.id, True, True),
    ]  # fmt: skip
    assert [one.change.id for one in customer_sheet(office, "c2").changes] == [second.id]


def test_whoever_left_by_an_objection_is_told_so_also_once_the_change_is_over(office):
    change = next_change(office)
    raised = objections.object_to(office, change.id, "c1", office.clock.now())
    objections.resolve(office, raised.id, ObjectionState.CUSTOMER_EXCLUDED, note="Stays on the old cluster")
    for _ in range(2):
        (found,) = customer_sheet(office, "c1").changes
        assert (found.kept_off, found.kept_off_why) == (True, "Stays on the old cluster")
        if not found.is_over:
            notices.cancel(office, change.id)
    assert found.is_over


def test_who_reaches_the_locked_environment_is_named_to_region_locked_customers(office):
    with office.book.reading() as reader:
        engagement = reader.find(Engagement)[0]
    edit_values(office, Engagement, engagement.id, reaches_locked=True, locked_exception="On call at night")
    assert customer_sheet(office, "c1").exceptions == ()
    edit_customer(office, "c1", {"region_lock": "yes"})
    assert [(one.vendor, one.reason) for one in customer_sheet(office, "c1").exceptions] == [
        ("Norte Cloud S.A.", "On call at night")
    ]


def test_who_was_never_asked_about_the_locked_environment_is_named_too_until_somebody_says_no(office):
    edit_customer(office, "c1", {"region_lock": "yes"})
    assert [one.answered for one in customer_sheet(office, "c1").exceptions] == [False]
    with office.book.reading() as reader:
        engagement = reader.find(Engagement)[0]
    editing.edit(office, Engagement, engagement.id, {"reaches_locked": "no"})
    assert customer_sheet(office, "c1").exceptions == ()


def test_a_customer_that_is_gone_is_not_found(office):
    with pytest.raises(NotFound):
        customer_sheet(office, "nobody")


def test_rows_are_remembered_until_something_changes(context):
    rows = CustomerRows(context.office, context.listings)
    (before,) = rows.by_ids(["c1"])
    assert rows.by_ids(["c1"])[0] is before
    assert context.office.say(before.notice) == "14 days from sending"
    correct_terms(context.office, "t1", {"authorisation": "SPECIFIC", "request_lead_days": "20"})
    (after,) = rows.by_ids(["c1", "gone"])
    assert context.office.say(after.notice) == "Approval, asked 20 days ahead"
    assert after.terms.authorisation is Authorisation.SPECIFIC


def test_of_terms_that_bind_at_once_the_strictest_is_shown_and_both_are_a_concern(context):
    put(context.office, Terms(id="t1b", customer_id="c1", notice_days=45))
    (row,) = CustomerRows(context.office, context.listings).by_ids(["c1"])
    assert (row.terms.id, row.versions) == ("t1b", 2)
    assert concerns(context.office, "c1") == ["notice.terms.two_versions"]


def test_counts_are_of_active_customers(context):
    rows = CustomerRows(context.office, context.listings)
    edit_customer(context.office, "c2", {"email": ""})
    put(context.office, Customer(id="c5", name="Elm", email="dpo@elm.example"))
    counts = rows.counts()
    assert (counts.active, counts.without_contact, counts.assumed) == (5, 1, 1)
    assert not rows.is_empty()
