"""Activity tells who did what when and what it changed, proves it, and shows the register of another day."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from sqlalchemy import text

from tests.support.books import register_in_memory
from tests.support.contexts import make_context
from vendorrisk.domain.register.records import Contact, Vendor
from vendorrisk.ui.shell.activity_page import ActivityPage
from vendorrisk.ui.shell.activity_source import here
from vendorrisk.ui.widgets.paged_model import Role
from vendorrisk.usecases.editing import add, edit
from vendorrisk.usecases.journal import history
from vendorrisk.usecases.workspace.settings import change_setting


@pytest.fixture
def engine():
    return register_in_memory()


@pytest.fixture
def context(engine):
    """Four steps, one of them taken back, one of them erased since."""
    context = make_context(engine=engine, made=True)
    office = context.office
    vendor = add(office, Vendor, {"name": "Carrier Norte", "country": "BR", "owner": "A. Novak"})
    contact = add(office, Contact, {"name": "Luisa Prado", "email": "l@norte.example"}, vendor_id=vendor.id)
    edit(office, Vendor, vendor.id, {"owner": "M. Horvat"})
    history.undo(office)
    change_setting(office, "zone", "Europe/Zagreb")
    history.erase_person(office, (Contact, contact.id, ("name", "email")))
    context.vendor = vendor
    return context


@pytest.fixture
def page(theme, qtbot, context):
    page = ActivityPage(context)
    qtbot.addWidget(page)
    page.resize(1158, 700)
    page.show()
    page.reload()
    return page


def told(page):
    model = page.model
    names = [column.key for column in model.columns]
    wanted = [names.index(key) for key in ("what", "about", "who", "state")]
    return [tuple(model.index(row, column).data() for column in wanted) for row in range(model.rowCount())]


def choose(page, row):
    page.pane.table.selectRow(row)


def test_every_step_is_told_newest_first_with_what_it_was_about(page):
    assert told(page) == [
        ("Erase a person", "", "Ana Novak", "Final"),
        ("Change a setting", "Time zone", "Ana Novak", ""),
        ("Undo: Edit a vendor", "Carrier Norte", "Ana Novak", ""),
        ("Edit a vendor", "Carrier Norte", "Ana Novak", "Undone"),
        ("Add a contact", "Carrier Norte", "Ana Novak", "Data erased"),
        ("Add a vendor", "Carrier Norte", "Ana Novak", ""),
    ]


def test_a_line_shows_what_it_changed_before_and_after(page):
    choose(page, 3)
    texts = page.panel.texts()
    assert "Vendor: Carrier Norte" in texts
    assert texts[texts.index("Owner") + 1] == "A. Novak → M. Horvat"
    assert "This step was taken back later." in texts


def test_a_new_record_shows_what_it_began_with(page):
    choose(page, 5)
    texts = page.panel.texts()
    assert "New vendor: Carrier Norte" in texts
    assert texts[texts.index("Country of establishment") + 1] == "Brazil"
    assert not any("→" in line for line in texts)


def test_what_was_erased_is_said_to_be_erased_and_nothing_of_it_shows(page):
    choose(page, 4)
    texts = " ".join(page.panel.texts())
    assert "Erased on" in texts
    assert "by Ana Novak" in texts
    assert "Luisa" not in texts
    assert "norte.example" not in texts


def test_a_step_that_cannot_be_undone_says_why(page):
    choose(page, 0)
    assert "It cannot be undone: personal data was erased." in page.panel.texts()


def test_a_setting_is_told_by_its_label(page):
    choose(page, 1)
    texts = page.panel.texts()
    assert texts[texts.index("Time zone") + 1] == "Europe/Zagreb"


def test_the_newest_step_is_in_sight_on_entering(page):
    assert page.pane.table.currentIndex().row() == 0
    assert page.panel.texts()[0] == "Erase a person"


def test_several_lines_show_no_changes(page):
    choose(page, 3)
    page.pane.table.selectAll()
    assert page.panel.texts() == ["Choose a line to see what it changed, field by field."]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("vendor", ["Undo: Edit a vendor", "Edit a vendor", "Add a vendor"]), ("add a c", ["Add a contact"]),
     ("NOVAK", 6), ("nobody did this", 0)],
)  # fmt: skip
def test_words_of_the_step_and_names_of_people_are_found(page, qtbot, typed, expected):
    page.pane._on_text(typed)
    found = [line[0] for line in told(page)]
    assert (len(found) if isinstance(expected, int) else found) == expected


def test_filters_narrow_to_people_and_kinds(page):
    who, _kind = page._filters()
    assert [choice.value for choice in who.choices()] == ["Ana Novak"]
    from vendorrisk.ui.widgets.query import Filter

    page.pane._on_filters((Filter("kind", "undo", "x"),))
    assert [line[0] for line in told(page)] == ["Undo: Edit a vendor"]
    page.pane._on_filters((Filter("kind", "undone", "x"),))
    assert [line[0] for line in told(page)] == ["Edit a vendor"]
    page.pane._on_filters((Filter("who", "Somebody else", "x"),))
    assert told(page) == []


def test_the_oldest_come_first_where_wished(page):
    page.model.sort(page.model.column_number("at"), Qt.SortOrder.AscendingOrder)
    assert told(page)[0][0] == "Add a vendor"


def test_enter_opens_what_a_step_was_about(page, context, qtbot):
    page.pane.table.setFocus()
    page.pane.table.selection.put_current(3)
    qtbot.keyClick(page.pane.table, Qt.Key.Key_Return)
    assert context.frame.gone == [("vendor", context.vendor.id)]


def test_times_are_copied_as_a_spreadsheet_reads_them(page):
    page.pane.table.selectRow(5)
    page.pane.table.copy(titles=False)
    at = page.model.index(5, page.model.column_number("at")).data(Role.VALUE)
    assert at.tzinfo is None
    assert at.isoformat(sep=" ", timespec="seconds") in QGuiApplication.clipboard().text()


def test_verify_says_that_nothing_was_altered_and_what_was_erased(page):
    page.verify()
    assert page.banner.text().startswith("Nothing was altered: 6 steps with ")
    _, erased = page.banner.text().splitlines()
    assert erased == "Personal data was erased on 23 November 2026 09:00 UTC by Ana Novak. Entries: 1."


def test_verify_names_what_was_altered(page, engine, context):
    with engine.connect() as connection, connection.begin():
        connection.execute(text("UPDATE vendor SET owner = 'Mallory'"))
    page.verify()
    assert page.banner.text().startswith("1 fault was found in the journal.")
    assert context.messages.told[0][0] == page.banner.text()


def test_the_register_of_a_day_in_the_past_is_shown_and_left_again(page, context):
    day = context.office.clock.today()
    page.show_day(day)
    assert page._stack.currentWidget() is page.known
    assert "5" not in page.known.banner.text().split(":")[1]
    assert "1 vendor" in page.known.banner.text()
    assert page.known.model.index(0, 0).data() == "Carrier Norte"
    page.known.left.emit()
    assert page._stack.currentIndex() == 0


def test_before_the_first_step_nothing_was_known(page):
    page.show_day(date(2026, 11, 1))
    assert "0 vendors" in page.known.banner.text()


def test_a_day_that_is_not_over_is_refused(page, context):
    page.show_day(date(2027, 1, 1))
    assert context.messages.told == [
        ("1 January 2027 is not over yet, so it cannot be shown what will be known then.",
         "Choose today or an earlier day.")
    ]  # fmt: skip
    assert page._stack.currentIndex() == 0


def test_the_steps_of_the_view_are_exported(page, context, tmp_path):
    target = tmp_path / "steps.csv"
    context.messages.answers = [target]
    page.export_view()
    titles, *rows = csv.reader(target.read_text("utf-8-sig").splitlines())
    assert titles == ["State", "What", "About", "Who", "When"]
    assert [tuple(row[1:4]) for row in rows] == [one[:3] for one in told(page)]
    assert rows[-1][4] == here(page.model.row_at(len(rows) - 1).at).isoformat(" ", "seconds")


def test_of_a_day_in_the_past_no_steps_are_exported(page, context):
    assert page.nothing_to_export() == ""
    page.show_day(context.office.clock.today())
    assert page.nothing_to_export() == "Go back to the present first."
