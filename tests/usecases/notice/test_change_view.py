"""A change shows who waits for what, who holds the date, and what its letters lack."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.support.changing import PLANNED, SENT, a_change, a_context, all_lacks, shown_letter
from tests.support.edited import edit_values
from tests.support.sendable import ready_to_tell
from vendorrisk.domain.message import Refused
from vendorrisk.domain.notice.records import Change, ChangeKind, ChangeState, Customer, ObjectionState, Terms
from vendorrisk.domain.register.records import Engagement, Stage
from vendorrisk.usecases.editing import ADD, EDIT
from vendorrisk.usecases.notice import letters, notices, objections
from vendorrisk.usecases.notice.change_text import write_text
from vendorrisk.usecases.notice.change_view import change_rows, change_view
from vendorrisk.usecases.notice.together import Pace


@pytest.fixture
def office():
    return a_context().office


def test_customers_under_like_terms_stand_together_the_shortest_first(office):
    view = change_view(office, a_change(office).id)
    shown = [(one.pace, one.days, one.ends) for one in view.groups]
    assert shown == [
        (Pace.NOTICE, 14, date(2026, 12, 7)),
        (Pace.NOTICE, 30, date(2026, 12, 23)),
        (Pace.NOTICE, 60, date(2027, 1, 22)),
        (Pace.CONSENT, 0, None),
    ]


def test_like_terms_that_end_apart_give_both_days(office):
    change = a_change(office)
    with office.book.act(ADD[Customer]) as desk:
        sms = desk.get(Customer, "c2").services
        desk.put(
            Customer(id="c5", name="Elm", services=sms, data_centre="EU"),
            Terms(id="t5", customer_id="c5", notice_days=30, objection_days=32),
        )
    (thirty,) = [one for one in change_view(office, change.id).groups if one.days == 30]
    assert thirty.customers == ("c2", "c5")
    assert (thirty.ends_first, thirty.ends) == (date(2026, 12, 23), date(2026, 12, 25))


def test_a_change_that_runs_on_although_its_sub_processor_is_in_use_says_so(office):
    change = a_change(office)
    with office.book.act(EDIT[Change]) as desk:
        desk.put(replace(change, state=ChangeState.RUNNING))
    assert "change.in_use_already" in [one.what.key for one in change_view(office, change.id).problems]
    edit_values(office, Engagement, change.engagement_id, stage=Stage.NOTICE_RUNNING)
    assert change_view(office, change.id).problems == ()
    with office.book.act(EDIT[Change]) as desk:
        desk.put(replace(change, state=ChangeState.RUNNING, kind=ChangeKind.LOCATION))
    edit_values(office, Engagement, change.engagement_id, stage=Stage.LIVE)
    assert change_view(office, change.id).problems == ()


def test_whoever_lacks_an_approval_holds_everybody_back(office):
    view = change_view(office, a_change(office).id)
    assert view.overall.earliest is None
    assert [one.customer.name for one in view.holders] == ["Dogwood"]
    assert view.overall.without_them == date(2027, 1, 23)


def test_with_the_approval_the_longest_notice_decides(office):
    change = a_change(office)
    notices.record_answer(office, change.id, "c4", approved_on=date(2026, 11, 23))
    view = change_view(office, change.id)
    assert view.overall.earliest == date(2027, 1, 23)
    assert [one.customer.name for one in view.holders] == ["Cedar"]
    assert view.overall.days_gained == 30
    assert [one.decides for one in view.groups] == [False, False, True, False]


def test_another_day_of_sending_is_tried_without_recording_anything(office):
    change = a_change(office)
    head = office.book.head()
    view = change_view(office, change.id, sent_on=date(2026, 12, 1))
    assert view.sent_on == date(2026, 12, 1)
    assert view.groups[0].ends == date(2026, 12, 15)
    assert office.book.head() == head


def test_after_sending_the_real_day_counts_whatever_is_tried(office, tmp_path):
    change = a_change(office)
    ready_to_tell(office, change.id)
    letters.write_letters(office, change.id, tmp_path, ["eml"])
    notices.mark_sent(office, change.id, SENT, proof="server log")
    view = change_view(office, change.id, sent_on=date(2027, 1, 1))
    assert view.sent_on == SENT.date()
    assert (view.letters, view.sent) == (4, 4)


def test_nobody_is_left_out_of_both_tables(office):
    view = change_view(office, a_change(office).id)
    assert [one.customer.name for one in view.told] == ["Alder", "Birch", "Cedar", "Dogwood"]
    assert [(customer.name, reach.reason.key) for customer, reach in view.untold] == [
        ("Yew", "notice.not_affected.inactive")
    ]


def test_a_customer_who_is_kept_off_holds_nobody_back(office):
    change = a_change(office)
    notices.exclude(office, change.id, "c4", "wants no change this year")
    view = change_view(office, change.id)
    assert view.overall.earliest == date(2027, 1, 23)
    assert [one.customer.name for one in view.going] == ["Alder", "Birch", "Cedar"]
    assert view.groups[-1].pace is Pace.KEPT_OFF


def test_a_late_objection_is_told_by_how_many_days(office, tmp_path):
    change = a_change(office)
    ready_to_tell(office, change.id)
    letters.write_letters(office, change.id, tmp_path, ["eml"])
    notices.mark_sent(office, change.id, SENT, proof="server log")
    office.clock.at = datetime(2026, 12, 8, 9, 0, tzinfo=UTC)
    late = objections.object_to(office, change.id, "c1", datetime(2026, 12, 8, 9, 0, tzinfo=UTC))
    told = change_view(office, change.id).told[0]
    assert told.pace is Pace.NO_DATE
    assert (told.late[late.id].in_time, told.late[late.id].days_late) == (False, 1)
    objections.resolve(office, late.id, ObjectionState.WITHDRAWN)
    assert change_view(office, change.id).open_objections == ()


def test_the_list_names_window_and_open_objections(office):
    change = a_change(office)
    notices.record_answer(office, change.id, "c4", approved_on=date(2026, 11, 23))
    row = change_rows(office)[0]
    assert (row.vendor, row.affected, row.customers) == ("Norte Cloud S.A.", 4, 5)
    assert (row.sent_on, row.ends, row.change.planned_on) == (None, date(2027, 1, 22), PLANNED)
    objections.object_to(office, change.id, "c1", SENT)
    row = change_rows(office)[0]
    assert (row.objections, row.ends) == (1, None)


def test_what_letters_lack_is_told_once_with_everybody_it_concerns(office):
    change = a_change(office)
    lacks = all_lacks(office, change.id)
    blocking = [one for one in lacks if one.blocks]
    assert lacks[: len(blocking)] == tuple(blocking)
    shared = [one for one in lacks if one.shared]
    assert all(len(one.customers) == 4 for one in shared)
    facts = {(one.what.key, *(str(one.what.params.get(name)) for name in ("field", "fact"))) for one in lacks}
    assert len(facts) == len(lacks)


def test_other_words_need_another_approval(office):
    change = a_change(office)
    notices.approve_text(office, change.id)
    write_text(office, change.id, "Keeps message logs in São Paulo")
    with office.book.reading() as reader:
        found = reader.get(Change, change.id)
    assert found.text == {"en": "Keeps message logs in São Paulo"}
    assert (found.text_approved_by, found.text_approved_on) == ("", None)
    shown = shown_letter(office, change.id, "c1").text
    assert shown is not None
    assert ("fact", "Purpose\tKeeps message logs in São Paulo") in shown.paragraphs


def test_words_that_were_sent_stay(office, tmp_path):
    change = a_change(office)
    ready_to_tell(office, change.id)
    letters.write_letters(office, change.id, tmp_path, ["eml"])
    notices.mark_sent(office, change.id, SENT, proof="server log")
    with pytest.raises(Refused) as refused:
        write_text(office, change.id, "Something else")
    assert refused.value.what.key == "change.text.sent"
