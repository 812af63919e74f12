"""Home finds what needs somebody, counts the register, and tells what others did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.changing import SENT, a_change, a_context, a_register
from tests.support.edited import edit_values
from tests.support.offices import TODAY, put
from vendorrisk.domain.diligence.records import Assessment, AssessmentState, Document
from vendorrisk.domain.message import UserError
from vendorrisk.domain.notice.records import ChangeState, Customer, Holiday, HolidayYear, Notice
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Contact, Engagement, Location, Role, Stage
from vendorrisk.domain.review.due import Group, TaskKind
from vendorrisk.usecases import editing
from vendorrisk.usecases.notice.onboarding import record_onboarding
from vendorrisk.usecases.review import home
from vendorrisk.usecases.review.home_register import high_risk, register_figures
from vendorrisk.usecases.review.reminders import reminder
from vendorrisk.usecases.workspace.settings import change_setting


@pytest.fixture
def office():
    return a_context().office


def vendor_of(office, engagement_id):
    with office.book.reading() as reader:
        return reader.get(Engagement, engagement_id).vendor_id


def test_an_empty_workspace_shows_its_first_steps(office):
    view = home.home(office)
    assert view.first.at_the_beginning
    assert not view.first.recovery
    assert (view.near(), view.next_on) == ((), None)
    assert home.counts(office) == {}


def test_a_vendor_never_assessed_waits_for_us(office):
    a_register(office)
    (one,) = home.home(office).near()
    assert (one.task.kind, one.task.group) == (TaskKind.FIRST_ASSESSMENT, Group.WAITING)
    assert office.say(one.name) == "Norte Cloud S.A."
    assert home.counts(office) == {"home": 2}, "the vendor, and the recovery code to confirm"
    change_setting(office, "recovery_confirmed", "yes")
    assert home.counts(office) == {"home": 1}


def test_a_lapsed_certificate_is_overdue_and_leads_to_its_vendor(office):
    engagement = a_register(office)
    vendor = vendor_of(office, engagement)
    put(office, Document(id="d1", vendor_id=vendor, kind="ISO27001", title="ISO 27001", edition="2022",
                         valid_to=TODAY - timedelta(days=3)))  # fmt: skip
    found = {one.task.kind: one for one in home.home(office).near()}
    one = found[TaskKind.RENEW_DOCUMENT]
    assert (one.task.group, one.task.days, one.vendor_id) == (Group.OVERDUE, -3, vendor)
    assert home.counts(office)["documents"] == 1


def test_a_questionnaire_is_called_by_its_title(office):
    sent = Assessment(id="a", engagement_id=a_register(office), questionnaire="annual-delta", version="1",
                      state=AssessmentState.SENT, due_on=TODAY)  # fmt: skip
    put(office, sent)
    labels = {one.task.kind: office.say(one.task.label) for one in home.home(office).near()}
    title = text_in(office.questionnaires.get("annual-delta").title, "en")
    assert labels[TaskKind.CHASE_ANSWERS] == f"Remind Norte Cloud S.A. of the questionnaire ({title})"


def test_only_mine_leaves_out_what_others_own(office):
    a_register(office)
    assert len(home.home(office).near("Ana Novak")) == 1
    with office.book.reading() as reader:
        engagement = reader.find(Engagement)[0]
    edit_values(office, Engagement, engagement.id, owner="Mira Horvat")
    assert home.home(office).near("Ana Novak") == ()
    assert len(home.home(office).near("Mira Horvat")) == 1


def test_an_answer_on_the_locked_environment_is_asked_for_while_a_change_waits_for_it(office):
    change = a_change(office)

    def asked():
        tasks = home.home(office).tasks
        return [one for one in tasks if one.task.kind is TaskKind.ANSWER_REACH]

    assert asked() == []
    editing.edit(office, Customer, "c1", {"region_lock": "yes"})
    (one,) = asked()
    with office.book.reading() as reader:
        engagement = reader.get(Engagement, change.engagement_id)
    assert (one.vendor_id, one.change_id, one.name.params["text"]) == (
        engagement.vendor_id, "", "Norte Cloud S.A.",
    )  # fmt: skip
    editing.edit(office, Engagement, engagement.id, {"reaches_locked": "no"})
    assert asked() == []


def test_a_running_change_stands_in_the_lanes_and_waits_for_its_approval(office):
    change = a_change(office)
    view = home.home(office)
    (window,) = view.weeks.notices
    assert (window.number, window.vendor, window.live) == ("2026-01", "Norte Cloud S.A.", None)
    assert window.ends == change.planned_on
    assert [one.change_id for one in view.tasks if one.task.kind is TaskKind.SEND_NOTICES] == [change.id]
    assert home.counts(office)["changes"] == 1


def test_a_new_customer_whose_onboarding_nobody_recorded_is_a_task_of_the_change(office):
    change = a_change(office)
    with office.book.reading() as reader:
        alder, birch = reader.get(Customer, "c1"), reader.get(Customer, "c2")
    put(
        office, replace(change, state=ChangeState.RUNNING),
        Notice(id="n", change_id=change.id, customer_id="c1", sent_at=SENT, proof="log"),
        replace(birch, since=date(2027, 3, 1)),
    )  # fmt: skip
    assert alder.since is None

    def waiting():
        kind = TaskKind.RECORD_ONBOARDING
        return [one for one in home.home(office).tasks if one.task.kind is kind]

    (one,) = waiting()
    assert (one.change_id, one.task.due) == (change.id, date(2027, 3, 1)), "after the planned day"
    assert office.say(one.what) == "Onboarding documents of new customers to record, Norte Cloud S.A.: 1"
    record_onboarding(office, change.id, "c2", given_on=TODAY)
    assert waiting() == []


def test_what_is_in_use_while_its_own_change_is_not_allowed_yet_is_told_with_the_reason(office):
    change = a_change(office)
    (one,) = [one for one in home.home(office).tasks if one.task.kind is TaskKind.LIVE_TOO_EARLY]
    assert (one.change_id, one.task.group) == (change.id, Group.OVERDUE)
    assert office.say(one.what) == "Norte Cloud S.A. is in use too early: no customer has been notified"
    edit_values(office, Engagement, change.engagement_id, stage=Stage.READY)
    assert TaskKind.LIVE_TOO_EARLY not in {one.task.kind for one in home.home(office).tasks}


def test_figures_count_vendors_in_use_and_what_they_have(office):
    engagement = a_register(office)
    vendor = vendor_of(office, engagement)
    with office.book.reading() as reader:
        before = register_figures(office, reader)
        assert high_risk(office, reader) == ()
    assert (before.active, before.outside_eea) == ((vendor,), (vendor,))
    assert (before.assessed, before.agreement, before.evidence) == ((), (), ())
    assert before.others(before.assessed) == (vendor,)
    put(
        office,
        Document(id="dpa", vendor_id=vendor, kind="DPA", valid_from=date(2026, 1, 1),
                 valid_to=date(2027, 12, 31)),
        Assessment(id="a1", engagement_id=engagement, questionnaire="q", version="1",
                   state=AssessmentState.FINISHED, finished_on=TODAY),
    )  # fmt: skip
    with office.book.reading() as reader:
        after = register_figures(office, reader)
    assert (after.assessed, after.agreement) == ((vendor,), (vendor,))


def test_without_a_location_nobody_knows_whether_it_is_outside_the_eea(office):
    vendor = vendor_of(office, a_register(office))
    with office.book.act(editing.EDIT[Location]) as desk:
        desk.put(*(replace(one, valid_to=TODAY - timedelta(days=1)) for one in desk.find(Location)))
    with office.book.reading() as reader:
        found = register_figures(office, reader)
    assert (found.outside_eea, found.nowhere) == ((), (vendor,))


def test_only_sub_processors_in_use_are_counted(office):
    engagement = a_register(office)
    for facts in ({"role": Role.INDEPENDENT_CONTROLLER}, {"role": Role.SUB_PROCESSOR, "stage": Stage.DRAFT}):
        edit_values(office, Engagement, engagement, **facts)
        with office.book.reading() as reader:
            found = register_figures(office, reader)
        assert (found.active, found.outside_eea) == ((), ())


def test_a_year_old_assessment_no_longer_counts(office):
    engagement = a_register(office)
    put(office, Assessment(id="a1", engagement_id=engagement, questionnaire="q", version="1",
                           state=AssessmentState.FINISHED, finished_on=date(2025, 11, 22)))  # fmt: skip
    with office.book.reading() as reader:
        assert register_figures(office, reader).assessed == ()


def test_holidays_round_a_weekend_are_one_stretch(office):
    change_setting(office, "country", "HR")
    put(
        office,
        HolidayYear(id="y", place="HR", year=2026),
        *(Holiday(id=f"h{day}", place="HR", day=date(2026, 12, day), name="Holiday") for day in (25, 28, 30)),
    )
    closed = home.home(office).weeks.closed
    assert [(one.first.day, one.last.day) for one in closed] == [(25, 28), (30, 30)]


def test_what_others_did_since_ones_last_day_is_told_by_person_and_kind(office):
    a_register(office)
    office.clock.at += timedelta(days=3)
    scribe = office.book.scribe
    other = replace(office, book=replace(office.book, scribe=replace(scribe, actor="Mira Horvat")))
    for name in ("Anna", "Boris"):
        editing.add(other, Contact, {"name": name}, vendor_id=vendor_of(office, _engagement(office)))
    found = home.lately(office)
    assert found.since == date(2026, 11, 23)
    assert [(one.actor, one.action, one.times) for one in found.told] == [("Mira Horvat", "contact.add", 2)]


def test_alone_one_sees_ones_own_steps(office):
    a_register(office)
    found = home.lately(office)
    assert found.since is None
    assert {one.actor for one in found.told} == {"Ana Novak"}


def _engagement(office):
    with office.book.reading() as reader:
        return reader.find(Engagement)[0].id


def test_a_reminder_needs_something_outstanding_and_an_address(office):
    engagement = a_register(office)
    vendor = vendor_of(office, engagement)
    with pytest.raises(UserError) as nothing:
        reminder(office, vendor)
    assert nothing.value.what.key == "reminder.nothing"
    put(office, Assessment(id="a1", engagement_id=engagement, questionnaire="q", version="1",
                           state=AssessmentState.SENT, due_on=date(2026, 11, 20)))  # fmt: skip
    with pytest.raises(UserError) as nowhere:
        reminder(office, vendor)
    assert nowhere.value.what.key == "reminder.no_address"
    put(office, Contact(id="p", vendor_id=vendor, email="privacy@norte.example"))
    draft = reminder(office, vendor)
    assert draft.address == "privacy@norte.example"
    assert "by 20 November 2026" in office.say(draft.text)
