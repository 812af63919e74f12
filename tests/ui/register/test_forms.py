"""Forms of the register: records edited with right and wrong input, drafts, owners set, questions sent."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.support.books import dump
from tests.support.edited import edit_values
from tests.support.offices import put, stored
from tests.support.vendors_page import dialog_of, no_dialog, owners, press, said
from tests.ui.looking import cut, unnamed
from vendorrisk.domain.register.records import Contact, Engagement, Flow, FourthParty, Location, Stage, Vendor
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.register.record_dialog import add_record, edit_record
from vendorrisk.usecases.typed import fields_of

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
VENDOR = ("name", "legal_name", "country", "website", "notes", "kind")
PLACE = ("country", "place", "valid_from", "valid_to")


@pytest.fixture
def page(lone_page):
    return lone_page


def the(context, kind, record_id):
    return stored(context, kind, id=record_id)[0]


def edit(context, page, record, names):
    return edit_record(context, page, record, "Edit", names)


def write(form, key, text):
    """Types into a line as the keyboard would."""
    control = form.form.field(key).control
    line = control if isinstance(control, QLineEdit) else control.findChildren(QLineEdit)[0]
    line.setText(text)


def test_only_what_was_changed_is_written_as_one_step(page, context, qtbot):
    form = edit(context, page, the(context, Vendor, "v0001"), VENDOR)
    write(form, "legal_name", "Amberline SMS (Pty) Ltd")
    edit_values(context.office, Vendor, "v0001", owner="Eva Lind")
    qtbot.mouseClick(form.verb, LEFT)
    changed = the(context, Vendor, "v0001")
    assert (changed.legal_name, changed.owner) == ("Amberline SMS (Pty) Ltd", "Eva Lind")
    context.undo()
    assert the(context, Vendor, "v0001").legal_name == ""


def test_saving_without_a_change_is_no_step(page, context, qtbot):
    before = context.office.book.head()
    qtbot.mouseClick(edit(context, page, the(context, Vendor, "v0001"), VENDOR).verb, LEFT)
    assert context.office.book.head() == before
    assert no_dialog(FormDialog)


@pytest.mark.parametrize(
    ("kind", "record", "names", "key", "text"),
    [(Vendor, "v0001", VENDOR, "name", ""), (Vendor, "v0001", VENDOR, "name", "   "),
     (Location, "l0001", PLACE, "valid_from", "03/04/2026"),
     (Location, "l0001", PLACE, "valid_to", "2026-02-30"),
     (Location, "l0001", PLACE, "country", "Narnia")],
)  # fmt: skip
def test_wrong_input_is_told_under_its_field_and_nothing_is_lost(
    page, context, qtbot, kind, record, names, key, text
):
    before = dump(context.office.book.writer)
    form = edit(context, page, the(context, kind, record), names)
    other = "notes" if kind is Vendor else "place"
    form.form.field(other).show_value("Typed before")
    write(form, key, text)
    qtbot.mouseClick(form.verb, LEFT)
    assert form.isVisible()
    what, _, remedy = form.form.problem_text(key).partition(". ")
    assert what
    assert remedy
    assert form.form.field(other).value() == "Typed before"
    assert dump(context.office.book.writer) == before


@pytest.mark.parametrize("typed", ["croatia", "Hrvatska", "hr", "Croa"])
def test_a_country_is_accepted_by_every_name_that_is_known_of_it(page, context, qtbot, typed):
    form = edit(context, page, the(context, Location, "l0001"), PLACE)
    write(form, "country", typed)
    qtbot.mouseClick(form.verb, LEFT)
    assert the(context, Location, "l0001").country == "HR"


@pytest.mark.parametrize(
    ("kind", "given"),
    [(Vendor, {}), (Contact, {"vendor_id": "v0001"}), (Location, {"engagement_id": "e0001"}),
     (Flow, {"engagement_id": "e0001"}), (FourthParty, {"engagement_id": "e0001"})],
)  # fmt: skip
def test_an_empty_form_of_any_record_names_what_it_needs_and_stores_nothing(
    page, context, qtbot, kind, given
):
    before = dump(context.office.book.writer)
    names = [name for name in fields_of(kind) if name not in given]
    form = add_record(context, page, kind, "New", names, **given)
    qtbot.mouseClick(form.verb, LEFT)
    if form.isVisible():
        named = [key for key in names if form.form.problem_text(key)]
        assert named or form.complaint.isVisible()
        assert dump(context.office.book.writer) == before
        said(form)
        assert [cut(form), unnamed(form)] == [[], []]
        form.reject()
    else:
        assert len(stored(context, kind)) == len(before[kind.__name__.lower()]) + 1


def test_what_is_refused_by_a_rule_between_fields_is_told_too(page, context, qtbot):
    names = ["kind", "country", "valid_from", "valid_to"]
    form = add_record(context, page, Location, "New", names, engagement_id="e0001")
    form.form.field("kind").show_value("STORAGE")
    form.form.field("country").show_value("FR")
    form.form.field("valid_from").show_value(date(2027, 1, 1))
    form.form.field("valid_to").show_value(date(2026, 1, 1))
    qtbot.mouseClick(form.verb, LEFT)
    assert form.isVisible()
    assert form.form.problem_text("valid_to") or form.form.problem_text("valid_from")
    assert [one.country for one in stored(context, Location, engagement_id="e0001")] == ["DE"]


def test_a_draft_is_laid_over_what_is_stored_and_ends_with_saving(page, context, qtbot):
    form = edit(context, page, the(context, Vendor, "v0001"), VENDOR)
    form.form.field("notes").show_value("Half a thought")
    press(qtbot, form, KEY.Key_Escape)
    assert the(context, Vendor, "v0001").notes == ""
    again = edit(context, page, the(context, Vendor, "v0001"), VENDOR)
    assert again.form.field("notes").value() == "Half a thought"
    assert "What you typed last time is here again." in said(again)
    qtbot.mouseClick(again.verb, LEFT)
    assert the(context, Vendor, "v0001").notes == "Half a thought"
    last = edit(context, page, the(context, Vendor, "v0001"), VENDOR)
    assert "What you typed last time" not in said(last)


def test_a_day_or_country_that_cannot_be_read_yet_waits_as_it_was_typed_with_what_is_wrong_with_it(
    page, context, qtbot
):
    form = add_record(context, page, Location, "New", PLACE, engagement_id="e0001")
    for key, typed in (("valid_from", "03/04/2026"), ("country", "Narn")):
        line = form.form.field(key).findChild(QLineEdit)
        line.setFocus()
        line.clear()
        qtbot.keyClicks(line, typed)
    press(qtbot, form, KEY.Key_Escape)
    again = add_record(context, page, Location, "New", PLACE, engagement_id="e0001")
    assert again.unread() == {"country": "Narn", "valid_from": "03/04/2026"}
    assert "What you typed last time is here again." in said(again)
    assert again.form.problem_text("valid_from").startswith("03/04/2026 ")
    assert again.form.problem_text("country").startswith("Narn is not in the list of countries.")
    again.form.field("valid_from").line.clear()
    again.form.field("country").combo.clearEditText()
    press(qtbot, again, KEY.Key_Escape)
    last = add_record(context, page, Location, "New", PLACE, engagement_id="e0001")
    assert "What you typed last time" not in said(last)


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "no json",
        "[1]",
        '{"gone": "x"}',
        '{"name": "x", "gone": "y"}',
        '{"name": 1}',
        '{"name": {}}',
        "null",
    ],
)
def test_a_draft_that_cannot_be_read_never_keeps_a_form_shut(page, context, kept):
    context.office.drafts.write("form/vendor/v0001", kept)
    form = edit(context, page, the(context, Vendor, "v0001"), VENDOR)
    assert form.form.field("name").value() in {"Amberline SMS", "1"}
    assert form.form.field("country").value() == "DE"


def test_known_owners_are_offered_while_typing(page, context, qtbot):
    put(context, Vendor(id="v9", name="Ninth", owner="Petra Kimura"))
    page.pane.table.select_ids(["v0001", "v0003"])
    page.owner_action.trigger()
    form = dialog_of(FormDialog)
    line = form.form.field("owner").control
    completer = line.completer()
    completer.setCompletionPrefix("kim")
    assert completer.currentCompletion() == "Petra Kimura"
    line.setText("Petra Kimura")
    press(qtbot, line, KEY.Key_Return)
    assert {name for name, who in owners(context).items() if who == "Petra Kimura"} == {
        "Amberline SMS", "Carrier Norte S.A.", "Ninth",
    }  # fmt: skip


def test_questions_need_a_day_ahead_and_vendors_that_are_asked(page, context, qtbot):
    page.pane.table.select_ids(["v0001"])
    edit_values(context.office, Engagement, "e0001", stage=Stage.DRAFT)
    page.send_action.trigger()
    usual = "questionnaires go to sub-processors in due diligence or in use."
    assert context.messages.told == [
        ("This vendor cannot be sent a questionnaire now.", f"Its stage is “Draft”; {usual}")
    ]
    page.pane.table.select_ids(["v0002"])
    page.send_action.trigger()
    form = dialog_of(FormDialog)
    write(form, "due_on", "2026-11-01")
    qtbot.mouseClick(form.verb, LEFT)
    assert form.form.problem_text("due_on")
    assert form.isVisible()
