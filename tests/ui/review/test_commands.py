"""The menu of vendors acts on the vendor in sight, and says why where there is none."""

from __future__ import annotations

import pytest

from tests.support.changing import a_context, a_register
from vendorrisk.domain.register.records import Vendor
from vendorrisk.ui.register.publish_list import PublishSheet
from vendorrisk.ui.register.visits import VendorVisit
from vendorrisk.ui.review.commands import commands_for
from vendorrisk.ui.shell.window import Window
from vendorrisk.usecases.register import new_vendors

ENGAGED = ("vendor.move", "vendor.ask", "vendor.finding", "vendor.change")
ALWAYS = ("vendor.edit", "vendor.document", "vendor.previous", "vendor.next")
QUARTERLY = ("report.save", "report.print", "report.freeze")


@pytest.fixture
def context(theme):
    made = a_context()
    a_register(made.office)
    return made


@pytest.fixture
def window(context, qtbot):
    made = Window(context)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def vendor(context):
    with context.office.book.reading() as reader:
        return reader.find(Vendor)[0]


def reasons(context):
    return {one.key: one.why_not() for one in commands_for(context) if one.key.startswith("vendor.")}


def test_without_a_vendor_in_sight_each_says_so(context, window):
    assert set(reasons(context)) == {*ENGAGED, *ALWAYS}
    assert set(reasons(context).values()) == {"Open a vendor first."}


def test_a_vendor_without_an_engagement_can_still_be_edited(context, window):
    bare = new_vendors.take_in(context.office, {"name": "Bare"}, {})
    window.go("vendor", bare.id)
    told = reasons(context)
    assert {told[key] for key in ENGAGED} == {"It has no engagement yet."}
    assert {told[key] for key in ALWAYS} == {""}


def test_each_acts_on_the_vendor_in_sight(context, window, vendor, monkeypatch):
    window.go("vendor", vendor.id)
    page, called = window.page("vendor"), []
    for name in (
        "edit_vendor", "move", "send_questionnaire", "add_document", "raise_finding", "start_change",
    ):  # fmt: skip
        monkeypatch.setattr(page.doings, name, lambda name=name: called.append(name))
    monkeypatch.setattr(page, "step", called.append)
    assert set(reasons(context).values()) == {""}
    for key in (*ALWAYS, *ENGAGED):
        window.commands.run(key)
    assert sorted(map(str, called)) == [
        "-1", "1", "add_document", "edit_vendor", "move", "raise_finding", "send_questionnaire",
        "start_change",
    ]  # fmt: skip


def test_the_next_vendor_of_the_list_is_shown(context, window, vendor):
    other = new_vendors.take_in(context.office, {"name": "Other"}, {})
    window.go("vendor", VendorVisit(vendor_id=vendor.id, neighbours=(vendor.id, other.id)))
    window.commands.run("vendor.next")
    assert window.page("vendor").head.title.text() == "Other"
    window.commands.run("vendor.previous")
    assert window.page("vendor").head.title.text() == vendor.name


def quarter_reasons(context):
    return [one.why_not() for one in commands_for(context) if one.key in QUARTERLY]


def test_the_quarter_is_saved_printed_and_frozen_where_it_is_in_sight(context, window, monkeypatch):
    assert quarter_reasons(context) == ["Open the quarterly review first."] * 3
    window.commands.run("report.quarter")
    assert quarter_reasons(context) == ["", "", "The quarter is still running."]
    page, called = window.page("reports"), []
    for name in ("save_pdf", "print_report", "freeze_quarter"):
        monkeypatch.setattr(page, name, lambda name=name: called.append(name))
    page.freeze.disable_because("")
    for key in QUARTERLY:
        window.commands.run(key)
    assert called == ["save_pdf", "print_report", "freeze_quarter"]


def test_reports_and_the_list_are_written_from_any_page(context, window):
    window.commands.run("report.assessment")
    assert context.messages.told == [("Nothing was assessed yet.", "Finish an answer review first.")]
    context.messages.answers.append(None)
    window.commands.run("report.vendor")
    assert context.messages.asked[-1] == "Report on which vendor?", "a profile needs no assessment"
    window.commands.run("list.publish")
    (sheet,) = window.findChildren(PublishSheet)
    assert sheet.isVisible()
    sheet.reject()
