"""Reminders for several vendors: one draft each, to its own contact, with no word about any other vendor."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy

import pytest

from tests.support.changing import a_context
from vendorrisk.domain.diligence.records import Assessment, AssessmentState
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register.records import Contact
from vendorrisk.usecases.editing import ADD
from vendorrisk.usecases.register.vendors import add_vendor
from vendorrisk.usecases.review.reminders import awaited, write_reminders
from vendorrisk.usecases.workspace.settings import change_setting

NAMES = ("Norte Cloud S.A.", "Đuro & Sons / Šarić", "Heidelmar GmbH", "Heidelmar GmbH")
DUE = date(2026, 11, 20)


@pytest.fixture
def office():
    office = a_context().office
    change_setting(office, "company", "Example Telecom")
    change_setting(office, "contact", "privacy@example.test")
    return office


def asked(office, name, *, email="", due=DUE):
    """A vendor with a questionnaire out; returns its id."""
    made = add_vendor(office, {"name": name}, {"purpose": "Hosting"}, service="SMS")
    with office.book.act(ADD[Contact]) as desk:
        desk.put(Assessment(id=f"a-{made.vendor.id}", engagement_id=made.engagement.id, questionnaire="q",
                            version="1", state=AssessmentState.SENT, due_on=due))  # fmt: skip
        if email:
            desk.put(Contact(id=f"c-{made.vendor.id}", vendor_id=made.vendor.id, email=email))
    return made.vendor.id


@pytest.fixture
def vendors(office):
    return {asked(office, name, email=f"p{number}@vendor.test"): name for number, name in enumerate(NAMES)}


def read(path):
    return message_from_bytes(path.read_bytes(), policy=policy.default)


def test_each_vendor_gets_one_draft_to_its_own_contact(office, vendors, tmp_path):
    written = write_reminders(office, list(vendors), tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted(written)
    mails = [read(one) for one in written]
    assert [str(one["To"].addresses[0].addr_spec) for one in mails] == [f"p{n}@vendor.test" for n in range(4)]
    assert {one["X-Unsent"] for one in mails} == {"1"}
    assert {str(one["From"].addresses[0].addr_spec) for one in mails} == {"privacy@example.test"}
    assert all("by 20 November 2026" in one.get_content() for one in mails)
    assert len({one["Message-ID"] for one in mails}) == 4


def test_no_draft_names_another_vendor(office, vendors, tmp_path):
    written = write_reminders(office, list(vendors), tmp_path)
    for (own_id, own), path in zip(vendors.items(), written, strict=True):
        mail = read(path)
        whole = path.name + "".join(str(value) for value in mail.values()) + mail.get_content()
        foreign = {name for name in NAMES if name != own} | (set(vendors) - {own_id})
        assert own in whole
        assert [one for one in sorted(foreign) if one in whole] == []


def test_two_vendors_of_one_name_get_two_files(office, vendors, tmp_path):
    names = [one.name for one in write_reminders(office, list(vendors), tmp_path)]
    assert names[2:] == ["Heidelmar GmbH - reminder.eml", "Heidelmar GmbH - reminder (2).eml"]
    again = write_reminders(office, [next(iter(vendors))], tmp_path)
    assert [one.name for one in again] == ["Norte Cloud S.A. - reminder (2).eml"]


def test_a_vendor_without_address_is_named_and_nothing_is_written(office, vendors, tmp_path):
    silent = asked(office, "Silent Ltd")
    with pytest.raises(UserError) as refused:
        write_reminders(office, [*vendors, silent], tmp_path)
    assert office.say(refused.value.what) == "No e-mail address is on record for Silent Ltd."
    assert list(tmp_path.iterdir()) == []


def test_whoever_is_awaited_is_listed_with_the_first_day(office, vendors):
    silent = asked(office, "Silent Ltd", due=None)
    found = awaited(office)
    assert [one.name for one in found] == [NAMES[1], NAMES[2], NAMES[3], NAMES[0], "Silent Ltd"]
    last = found[-1]
    assert (last.vendor_id, last.address, last.due) == (silent, "", None)
    assert {one.due for one in found[:-1]} == {DUE}


def test_a_cancel_leaves_whole_files_only(office, vendors, tmp_path):
    def stop(done, _all, _name):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_reminders(office, list(vendors), tmp_path, step=stop)
    ends = [read(one).get_content().split()[-2:] for one in sorted(tmp_path.iterdir())]
    assert ends == [["Example", "Telecom"]] * 2
