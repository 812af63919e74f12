"""Pages of the journal for people, on plain SQLite."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.books import register_in_memory
from tests.support.offices import FixedClock, make_office
from vendorrisk.domain.register.records import Contact, Engagement, Service, Vendor
from vendorrisk.store.activity import SqlActivity
from vendorrisk.usecases.actions import Wall
from vendorrisk.usecases.editing import add, edit, remove
from vendorrisk.usecases.journal import history
from vendorrisk.usecases.journal.activity import ActivityQuery
from vendorrisk.usecases.workspace.settings import change_setting


@pytest.fixture
def engine():
    return register_in_memory()


@pytest.fixture
def clock():
    return FixedClock(at=datetime(2026, 11, 20, 9, 0, tzinfo=UTC))


@pytest.fixture
def office(engine, clock):
    return make_office(engine, clock=clock)


@pytest.fixture
def log(engine):
    return SqlActivity(engine)


def steps(log, offset=0, limit=50, **query):
    return log.steps(ActivityQuery(**query), offset=offset, limit=limit)


def test_pages_follow_each_other_and_count_what_they_show(office, log):
    for number in range(7):
        add(office, Vendor, {"name": f"Vendor {number}", "country": "BR"})
    assert log.count(ActivityQuery()) == 7
    pages = [[one.sequence for one in steps(log, offset, 3)] for offset in (0, 3, 6, 9)]
    assert pages == [[7, 6, 5], [4, 3, 2], [1], []]
    assert [one.sequence for one in steps(log, 0, 2, oldest_first=True)] == [1, 2]


def test_the_subject_is_told_by_its_present_name(office, log):
    vendor = add(office, Vendor, {"name": "Norte", "country": "BR"})
    edit(office, Vendor, vendor.id, {"name": "Carrier Norte"})
    assert [one.subject for one in steps(log)] == ["Carrier Norte", "Carrier Norte"]
    assert steps(log)[0].about == ("vendor", vendor.id)


def test_a_part_is_told_by_the_vendor_it_belongs_to(office, log):
    service = add(office, Service, {"name": "Messaging", "code": "MSG"})
    vendor = add(office, Vendor, {"name": "Norte", "country": "BR"})
    add(office, Engagement, {"purpose": "Delivery"}, vendor_id=vendor.id, service_id=service.id)
    add(office, Contact, {"name": "Luisa", "email": "l@norte.example"}, vendor_id=vendor.id)
    assert [(one.subject, one.about) for one in steps(log)[:2]] == [("Norte", ("vendor", vendor.id))] * 2
    assert steps(log)[3].subject == "Messaging"


def test_what_is_gone_is_told_by_the_name_it_had(office, log):
    vendor = add(office, Vendor, {"name": "Norte", "country": "BR"})
    remove(office, Vendor, vendor.id)
    assert [one.subject for one in steps(log)] == ["Norte", "Norte"]


def test_kinds_people_and_times_narrow_the_list(office, log, clock):
    add(office, Vendor, {"name": "Norte", "country": "BR"})
    add(office, Vendor, {"name": "Baltic", "country": "LV"})
    history.undo(office)
    clock.at += timedelta(days=1)
    history.redo(office)
    assert [one.kind for one in steps(log)] == ["redo", "undo", "do", "do"]
    assert [one.sequence for one in steps(log, kind="undo")] == [3]
    assert [one.sequence for one in steps(log, only_undone=True)] == []
    assert [one.sequence for one in steps(log, actor="Nobody")] == []
    morning = datetime(2026, 11, 21, tzinfo=UTC)
    assert [one.sequence for one in steps(log, since=morning)] == [4]
    assert [one.sequence for one in steps(log, until=morning)] == [3, 2, 1]
    office.book.note(history.RESTORE)
    assert [one.sequence for one in steps(log, wall=Wall.RESTORED)] == [5]
    assert list(log.actors()) == ["Ana Novak"]


def test_an_undone_step_is_marked_until_it_is_done_again(office, log):
    add(office, Vendor, {"name": "Norte", "country": "BR"})
    history.undo(office)
    assert [one.undone for one in steps(log)] == [False, True]
    assert [one.sequence for one in steps(log, only_undone=True)] == [1]
    history.redo(office)
    assert [one.undone for one in steps(log)] == [False, False, False]


def test_text_is_sought_in_people_and_in_actions_given_by_key(office, log):
    add(office, Vendor, {"name": "Norte", "country": "BR"})
    assert [one.sequence for one in steps(log, text="ovak")] == [1]
    assert [one.sequence for one in steps(log, text="100%")] == []
    assert [one.sequence for one in steps(log, text="x", actions=frozenset({"vendor.add"}))] == [1]


def test_changes_carry_typed_values_and_names_and_are_cut_off(office, log):
    vendor = add(office, Vendor, {"name": "Norte", "country": "BR", "owner": "Ana"})
    contact = add(office, Contact, {"name": "Luisa", "email": "l@norte.example"}, vendor_id=vendor.id)
    found = log.changes(2, limit=10)[0]
    assert (found.kind, found.table, found.before, found.after["name"]) == (Contact, "contact", None, "Luisa")
    assert found.names == {vendor.id: "Norte"}
    remove(office, Vendor, vendor.id)
    assert len(log.changes(3, limit=1)) == 1
    history.erase_person(office, (Contact, contact.id, ("name", "email")))
    erased = log.changes(2, limit=10)[0]
    assert erased.erased_by == "Ana Novak"
    assert erased.erased_at is not None
    assert erased.after["name"] == ""
    assert steps(log)[-2].erased


def test_next_steps_say_what_undo_and_redo_would_concern(office):
    assert office.book.next_steps() == history.NextSteps()
    vendor = add(office, Vendor, {"name": "Norte", "country": "BR"})
    assert office.book.next_steps() == history.NextSteps(undo="vendor.add")
    history.undo(office)
    assert office.book.next_steps() == history.NextSteps(redo="vendor.add")
    history.redo(office)
    change_setting(office, "second_person", "yes")
    assert office.book.next_steps().undo_setting == "second_person"
    history.undo(office)
    assert office.book.next_steps().redo_setting == "second_person"
    history.erase_person(office, (Vendor, vendor.id, ("owner",)))
    assert office.book.next_steps() == history.NextSteps(barred="person.erase", wall="erased")
