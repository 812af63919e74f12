"""A new vendor: a name and Enter suffice, one that is known is pointed out, what is typed is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.support.offices import put, stored
from tests.support.vendors_page import dialog_of, names, no_dialog, press, said
from vendorrisk.domain.register.records import Engagement, Location, Vendor
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.register.new_vendor import NewVendorForm

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def form(window, qtbot):
    """The form as Ctrl+Shift+N opens it."""
    press(qtbot, window, KEY.Key_N, CTRL, SHIFT)
    return dialog_of(NewVendorForm)


def open_again(window):
    window.commands.run("vendor.new")
    return dialog_of(NewVendorForm)


def type_into(qtbot, form, key, text):
    control = form.form.field(key).control
    qtbot.keyClicks(control, text)
    return control


def test_the_key_for_what_is_new_adds_a_vendor_on_their_page(window, page, qtbot):
    window.go("vendors")
    press(qtbot, page.pane.table, KEY.Key_N, CTRL)
    dialog_of(NewVendorForm).reject()


def test_three_actions_make_a_vendor_and_its_page_opens(form, window, context, qtbot):
    """Check 6: the shortcut, the name, Enter."""
    line = type_into(qtbot, form, "name", "Fjordmail AS")
    assert line.hasFocus()
    press(qtbot, line, KEY.Key_Return)
    (added,) = stored(context, Vendor, name="Fjordmail AS")
    assert added.owner == "Ana Novak"
    assert stored(context, Engagement, vendor_id=added.id) == []
    assert window.where().page == "vendor"
    assert no_dialog(FormDialog)
    context.undo()
    assert stored(context, Vendor, name="Fjordmail AS") == []


def test_a_name_that_looks_known_is_pointed_out_while_typing_and_can_be_opened(window, context, qtbot):
    """Check 6: "Amazon Web Serv" with Amazon's legal entity in the register."""
    put(context, Vendor(id="aws", name="AWS", legal_name="Amazon Web Services EMEA SARL"))
    press(qtbot, window, KEY.Key_N, CTRL, SHIFT)
    form = dialog_of(NewVendorForm)
    type_into(qtbot, form, "name", "Amazon Web Serv")
    qtbot.waitUntil(form.hint.isVisible)
    assert said(form.hint) == "Already in the register: AWS"
    qtbot.mouseClick(form.open_known, Qt.MouseButton.LeftButton)
    assert (window.where().page, window.where().item) == ("vendor", "aws")
    assert len(stored(context, Vendor)) == 6


def test_a_quick_enter_does_not_outrun_the_hint(form, context, qtbot):
    line = type_into(qtbot, form, "name", "Bluefen Analitics")
    press(qtbot, line, KEY.Key_Return)
    assert form.hint.isVisible()
    assert len(stored(context, Vendor)) == 5
    press(qtbot, line, KEY.Key_Return)
    assert len(stored(context, Vendor)) == 6


def test_purpose_and_places_make_the_first_engagement_in_the_same_step(form, context, qtbot):
    for key, text in (("name", "Fjordmail AS"), ("purpose", "E-mail delivery")):
        type_into(qtbot, form, key, text)
    for key, value in (("country", "NO"), ("service", "SMS"), ("storage", "NO"), ("access", "IN")):
        form.form.field(key).show_value(value)
    qtbot.mouseClick(form.verb, Qt.MouseButton.LeftButton)
    (vendor,) = stored(context, Vendor, name="Fjordmail AS")
    (engagement,) = stored(context, Engagement, vendor_id=vendor.id)
    assert (engagement.purpose, engagement.service_id) == ({"en": "E-mail delivery"}, "s1")
    places = stored(context, Location, engagement_id=engagement.id)
    assert sorted((one.kind.value, one.country) for one in places) == [("ACCESS", "IN"), ("STORAGE", "NO")]
    context.undo()
    assert stored(context, Vendor, name="Fjordmail AS") == []
    assert stored(context, Engagement, id=engagement.id) == []


def test_places_without_a_purpose_are_refused_under_the_purpose(form, context, qtbot):
    type_into(qtbot, form, "name", "Fjordmail AS")
    form.form.field("storage").show_value("NO")
    qtbot.mouseClick(form.verb, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert form.form.problem_text("purpose")
    assert form.form.field("name").value() == "Fjordmail AS"
    assert stored(context, Vendor, name="Fjordmail AS") == []


def test_without_a_name_nothing_is_added_and_the_field_says_so(form, context, qtbot):
    qtbot.mouseClick(form.verb, Qt.MouseButton.LeftButton)
    assert form.form.problem_text("name") == "This is needed. Please fill it in."
    assert form.form.field("name").control.hasFocus()
    assert len(stored(context, Vendor)) == 5


def test_a_country_nobody_knows_is_named_with_the_remedy(form, context, qtbot):
    type_into(qtbot, form, "name", "Fjordmail AS")
    combo = form.form.field("country").control
    combo.setEditText("Narnia")
    qtbot.mouseClick(form.verb, Qt.MouseButton.LeftButton)
    assert "Narnia" in form.form.problem_text("country") + combo.currentText()
    assert form.form.problem_text("country")
    assert stored(context, Vendor, name="Fjordmail AS") == []


def test_what_was_typed_is_there_again_after_escape_and_can_be_started_afresh(form, window, context, qtbot):
    type_into(qtbot, form, "name", "Fjord")
    type_into(qtbot, form, "purpose", "Mail")
    press(qtbot, form, KEY.Key_Escape)
    again = open_again(window)
    assert [again.form.field(key).value() for key in ("name", "purpose")] == ["Fjord", "Mail"]
    afresh = next(one for one in again.findChildren(type(again.open_known)) if one.text() == "Start afresh")
    qtbot.mouseClick(afresh, Qt.MouseButton.LeftButton)
    assert [again.form.field(key).value() for key in ("name", "purpose", "owner")] == ["", "", "Ana Novak"]


def test_a_kept_name_that_is_known_by_now_is_pointed_out_at_once(form, window, context, qtbot):
    type_into(qtbot, form, "name", "Fjordmail")
    press(qtbot, form, KEY.Key_Escape)
    put(context, Vendor(id="fj", name="Fjordmail AS"))
    assert open_again(window).hint.isVisible()


def test_hostile_names_are_kept_letter_by_letter_and_shown_as_text(form, window, context, page, qtbot):
    name = '<b>Øre</b> & =cmd()|"x" Søn'
    line = type_into(qtbot, form, "name", "x")
    line.setText(name)
    press(qtbot, line, KEY.Key_Return)
    press(qtbot, line, KEY.Key_Return)
    assert len(stored(context, Vendor, name=name)) == 1
    window.go("vendors")
    assert name in names(page)
