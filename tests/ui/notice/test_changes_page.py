"""The list of changes: views, filters, a copy for Excel, an export, and what it says when it is empty."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.support.changing import a_change, a_context
from vendorrisk.domain.notice.records import Customer, Terms
from vendorrisk.ui.notice.change_table import KIND, LOOK, NOBODY, OBJECTIONS, STATE, filters
from vendorrisk.ui.notice.changes_page import ChangesPage
from vendorrisk.ui.widgets.query import Filter
from vendorrisk.usecases.editing import EDIT
from vendorrisk.usecases.notice import changes, notices, objections


@pytest.fixture
def context():
    return a_context()


@pytest.fixture
def page(qtbot, theme, context):
    page = ChangesPage(context)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    page.reload()
    return page


def numbers(page):
    return [page.model.row_at(at).change.number for at in range(page.model.rowCount())]


def two_changes(context, page):
    """One in progress, one cancelled; the kind of the second is a removal."""
    first = a_change(context.office)
    second = changes.new_change(
        context.office, changes.ChangeKind.REMOVE, first.engagement_id, date(2027, 5, 1)
    )
    notices.cancel(context.office, second.id)
    page.reload()
    return first, second


def test_with_no_change_there_is_one_sentence_and_one_button(page):
    assert page.empty.isVisible()
    assert page.empty.sentence.text().startswith("No change in progress.")
    assert page._first.isVisible()
    assert page.new.isHidden()


def test_enter_opens_a_change(page, qtbot, context):
    change = a_change(context.office)
    page.reload()
    page.pane.table.setFocus()
    page.pane.table.go_to(change.id)
    qtbot.keyClick(page.pane.table, Qt.Key.Key_Return)
    assert context.frame.gone == [("change", change.id)]


def test_views_show_what_is_open_or_over(page, context):
    two_changes(context, page)
    assert numbers(page) == ["2026-01"]
    page.pane.use_view("Live or cancelled")
    assert numbers(page) == ["2026-02"]
    page.pane.use_view("All")
    assert numbers(page) == ["2026-02", "2026-01"]
    page.pane.use_view("Notice running")
    assert numbers(page) == []
    assert page.empty.sentence.text() == "No change is in the view “Notice running”."


def test_the_view_in_use_is_remembered(page, qtbot, context):
    two_changes(context, page)
    page.pane.use_view("All")
    again = ChangesPage(context)
    qtbot.addWidget(again)
    again.reload()
    assert again.pane.views.in_use.name == "All"
    assert numbers(again) == ["2026-02", "2026-01"]


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        (KIND, "REMOVE", ["2026-02"]),
        (STATE, "DRAFT", ["2026-01"]),
        (LOOK, OBJECTIONS, ["2026-01"]),
        (LOOK, "too_early", []),
        ("owner", "Ana Novak", ["2026-02", "2026-01"]),
    ],
)
def test_filters_leave_what_matches(page, context, field, value, left):
    first, _ = two_changes(context, page)
    objections.object_to(context.office, first.id, "c1", context.office.clock.now())
    page.reload()
    page.pane.use_view("All")
    page.pane.narrow((Filter(field, value, "chip"),))
    assert numbers(page) == left


def test_a_change_planned_before_its_customers_permit_it_can_be_found(page, context):
    first, _ = two_changes(context, page)
    notices.record_answer(context.office, first.id, "c4", approved_on=date(2026, 11, 23))
    changes.plan_for(context.office, first.id, date(2026, 12, 1))
    page.reload()
    page.pane.narrow((Filter(LOOK, "too_early", "chip"),))
    assert numbers(page) == ["2026-01"]


def test_every_filter_offers_its_choices(page, context):
    two_changes(context, page)
    offered = {
        field.key: [one.title for one in field.choices()] for field in filters(page.source, context.say)
    }
    assert offered["owner"] == ["Ana Novak"]
    assert "Notice running" in offered["state"]
    assert "Replace" in offered["kind"]
    assert len(offered["look"]) == 3


def test_a_change_that_concerns_nobody_says_so(page, context):
    a_change(context.office)
    with context.office.book.act(EDIT[Customer]) as desk:
        desk.put(*(replace(one, active=False) for one in desk.find(Customer)))
        assert desk.find(Terms)
    page.reload()
    page.pane.narrow((Filter(LOOK, NOBODY, "chip"),))
    (row,) = page.source.all
    column = next(one for one in page.model.columns if one.key == "affected")
    assert column.words(row) == "nobody"
    assert numbers(page) == ["2026-01"]


def test_cells_are_copied_as_excel_reads_them(page, qtbot, context):
    two_changes(context, page)
    page.pane.table.selectAll()
    qtbot.keyClick(page.pane.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert "2026-01\tNorte Cloud S.A.\t" in copied
    assert copied.endswith("2027-02-02")


def test_the_view_is_exported_as_it_looks(page, context, tmp_path):
    two_changes(context, page)
    context.messages.answers += [None, tmp_path / "changes.csv"]
    page.export_view()
    assert list(tmp_path.iterdir()) == []
    page.export_view()
    rows = list(csv.reader((tmp_path / "changes.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0][:2] == ["Change", "Sub-processor"]
    assert [row[0] for row in rows[1:]] == ["2026-01"]
