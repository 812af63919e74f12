"""Forms say what is wrong under the field it is about, and know whether anything was changed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from vendorrisk.ui.widgets.date_field import DateField
from vendorrisk.ui.widgets.fields import CheckField, ChoiceField, TextField
from vendorrisk.ui.widgets.forms import Form

STORED = {"name": "Carrier Norte S.A.", "since": date(2021, 5, 2), "tier": "high", "group": False}


@pytest.fixture
def form(theme, qtbot):
    form = Form()
    form.add_heading("Who")
    form.add("name", "Legal name", TextField(), required=True)
    form.add("since", "Engaged on", DateField(), hint="The day of the signature.")
    form.add("tier", "Tier", ChoiceField([("high", "High"), ("low", "Low")]))
    form.add("group", "Group", CheckField("Company of our group"))
    form.load(STORED)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def test_what_was_loaded_comes_back_and_is_not_a_change(form):
    assert form.values() == STORED
    assert not form.is_dirty()


def test_a_remark_comes_goes_and_hides_with_its_row(form):
    assert form.hint("since") == "The day of the signature."
    form.set_hint("name", "As in the contract.")
    shown = {one.text() for one in form.findChildren(QLabel) if one.isVisible()}
    assert "As in the contract." in shown
    form.show_row("name", visible=False)
    form.set_hint("name", "Hidden with it.")
    assert "Hidden with it." not in {one.text() for one in form.findChildren(QLabel) if one.isVisible()}
    form.show_row("name", visible=True)
    assert "Hidden with it." in {one.text() for one in form.findChildren(QLabel) if one.isVisible()}
    form.set_hint("name", "")
    assert form.hint("name") == ""
    assert form.hint("tier") == ""


def test_loading_is_quiet(form, qtbot):
    with qtbot.assertNotEmitted(form.edited), qtbot.assertNotEmitted(form.committed):
        form.load({"name": "Baltic DC"})
    assert form.values() == {"name": "Baltic DC", "since": None, "tier": None, "group": False}


def test_a_change_makes_the_form_dirty_and_taking_it_back_clean(form, qtbot):
    line = form.field("name").line
    heard = []
    form.dirtied.connect(heard.append)
    qtbot.keyClicks(line, "!")
    assert form.is_dirty()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    line.setText(STORED["name"])
    line.textEdited.emit(STORED["name"])
    assert heard == [True, False]


def test_what_was_committed_is_the_new_state(form, qtbot):
    line = form.field("name").line
    qtbot.keyClicks(line, "!")
    with qtbot.waitSignal(form.committed) as heard:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert heard.args == ["name"]
    assert not form.is_dirty()


def test_every_field_has_a_label_that_leads_to_it(form):
    buddies = {label.buddy() for label in form.findChildren(QLabel) if label.buddy()}
    assert {form.field(key).control for key in STORED} <= buddies
    assert form.field("since").line.accessibleName() == "Engaged on"


def test_all_problems_are_shown_at_once_and_the_first_has_the_focus(form):
    form.field("name").line.clear()
    form.field("since").line.setText("03/04/2026")
    assert not form.check()
    assert form.problem_text("name") == "This is needed. Please fill it in."
    assert form.problem_text("since") == (
        "03/04/2026 can be 3 April or 4 March. Write it as 2026-04-03 or 2026-03-04."
    )
    assert form.problem_text("tier") == ""
    assert form.field("name").line.hasFocus()


def test_a_complaint_goes_away_with_the_first_letter(form, qtbot):
    form.show_problem("name", "This vendor is there already.", "Open that one.")
    assert form.problem_text("name") == "This vendor is there already. Open that one."
    assert form.field("name").line.property("wrong") == "true"
    qtbot.keyClicks(form.field("name").line, "a")
    assert form.problem_text("name") == ""
    assert form.field("name").line.property("wrong") is None


def test_a_form_without_problems_passes(form):
    form.show_problem("name", "Old", "complaint.")
    assert form.check()
    assert form.problem_text("name") == ""


def test_a_typed_name_is_never_markup_in_the_complaint(form):
    form.show_problem("name", "<b>x</b>", "No.")
    (error,) = [label for label in form.findChildren(QLabel) if "<b>x</b>" in label.text()]
    assert error.textFormat() is Qt.TextFormat.PlainText


def test_fields_begin_on_one_x_and_labels_on_another(form):
    form.layout().activate()
    starts = {form.field(key).mapTo(form, form.field(key).rect().topLeft()).x() for key in STORED}
    assert starts == {128}


def test_two_columns_pair_what_is_in_sight_and_leave_out_headings_of_empty_groups(theme, qtbot):
    form = Form(columns=2)
    qtbot.addWidget(form)
    for group, keys in (("Notice", "abc"), ("Objection", "d"), ("Address", "e")):
        form.add_heading(group)
        for key in keys:
            form.add(key, key.upper(), TextField(), wide=key == "e")
    form.resize(900, 400)
    form.show()

    def tops():
        QApplication.sendPostedEvents()
        return {key: form.field(key).mapTo(form, QPoint(0, 0)) for key in "abcde" if form.is_row_shown(key)}

    at = tops()
    assert at["a"].y() == at["b"].y() < at["c"].y() < at["d"].y()
    assert at["a"].x() == at["c"].x() < at["b"].x()
    assert form.field("e").width() > 2 * form.field("a").width()
    form.show_row("a", visible=False)
    form.show_row("d", visible=False)
    at = tops()
    assert (at["b"].y(), at["b"].x() < at["c"].x()) == (at["c"].y(), True)
    headings = {one.text(): one.isVisibleTo(form) for one in form.findChildren(QLabel)}
    assert (headings["Notice"], headings["Objection"]) == (True, False)


def test_groups_in_one_column_stand_below_each_other_and_lose_their_headings_too(theme, qtbot):
    form = Form(grouped=True)
    qtbot.addWidget(form)
    for group, key in (("Notice", "a"), ("Objection", "b")):
        form.add_heading(group)
        form.add(key, key.upper(), TextField())
    form.resize(500, 300)
    form.show()
    at = [form.field(key).mapTo(form, QPoint(0, 0)) for key in "ab"]
    assert (at[0].x(), at[0].y() < at[1].y()) == (at[1].x(), True)
    form.show_row("b", visible=False)
    headings = {one.text(): one.isVisibleTo(form) for one in form.findChildren(QLabel)}
    assert (headings["Notice"], headings["Objection"]) == (True, False)


def test_two_columns_share_a_line_that_tells_the_remark_of_the_field_with_the_keyboard(theme, qtbot):
    form = Form(columns=2)
    qtbot.addWidget(form)
    form.add("days", "Days", TextField(), hint="Full days.")
    form.add("clause", "Clause", TextField())
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    for key, remark in (("days", "Full days."), ("clause", "")):
        form.field(key).setFocus()
        qtbot.waitUntil(form.field(key).control.hasFocus)
        assert (form.remark.text(), form.hint(key)) == (remark, remark)
        assert form.field(key).control.accessibleDescription() == remark
