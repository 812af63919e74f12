"""The list of Home: how its tasks are told, and how it shares the height of the page with the weeks."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.changing import a_context, a_register
from tests.support.home_page import a_home_page, shown
from tests.support.offices import put
from vendorrisk.domain.diligence.records import Document, Finding, Severity
from vendorrisk.domain.register.records import Engagement
from vendorrisk.ui.widgets.task_model import Line


@pytest.fixture
def context():
    return a_context()


@pytest.fixture
def page(qtbot, theme, context):
    return a_home_page(qtbot, context)


def test_findings_of_one_name_are_numbered_and_told_by_their_titles(page, qtbot, context):
    engagement = a_register(context.office)
    put(context, *(
        Finding(id=f"f{number}", engagement_id=engagement, severity=Severity.M, title=title,
                communicated_on=due, due_on=due)
        for number, (title, due) in enumerate(
            [("Logs", date(2026, 10, 23)), ("Keys", date(2026, 10, 24)), ("Logs", date(2025, 11, 17))]
        )
    ))  # fmt: skip
    shown(page, qtbot)
    lines = [page.tasks.tasks.line(row) for row in range(page.tasks.tasks.rowCount())]
    told = [(one.task.what, one.task.when, one.task.distance) for one in lines if isinstance(one, Line)]
    assert told[:3] == [
        ("Logs (1)", "1 year late", "since Nov 2025"),
        ("Logs (2)", "31 days late", "since 23 Oct"),
        ("Keys", "30 days late", "since 24 Oct"),
    ]


def test_the_list_is_as_high_as_its_tasks_and_the_weeks_take_the_rest(page, qtbot, context):
    a_register(context.office)
    page.resize(1180, 1100)
    shown(page, qtbot)
    QApplication.processEvents()
    assert page.left.height() <= max(page.tasks.sizeHint().height(), page.side.sizeHint().height(), 200)
    assert page.lanes.height() > page.lanes.sizeHint().height()
    assert page.below.geometry().bottom() >= page.below.parentWidget().height() - 2
    assert page.lanes._bottom() > page.lanes.sizeHint().height(), "the lanes have grown with it"


def test_a_long_list_is_scrolled_and_the_weeks_stay_in_sight_beside_a_quick_look(page, qtbot, context):
    engagement = a_register(context.office)
    with context.office.book.reading() as reader:
        vendor = reader.get(Engagement, engagement).vendor_id
    papers = [
        Document(id=f"d{n}", vendor_id=vendor, engagement_id=f"e{n}", kind="ISO27001") for n in range(20)
    ]
    put(context, *papers)
    shown(page, qtbot)
    page.tasks.setFocus()
    for _ in ("figures", "quick look"):
        QApplication.processEvents()
        assert page.below.visibleRegion().boundingRect().height() == page.below.height()
        assert page.tasks.verticalScrollBar().maximum() > 0
        qtbot.keyClick(page.tasks, Qt.Key.Key_Space)
