"""What a person sees of a quarter while it is counted, and after stopping that."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.support.assessed import FewQuestionnaires
from tests.support.changing import a_context, a_register
from vendorrisk.domain.review.quarters import Quarter
from vendorrisk.ui.review.reports_page import ReportsPage
from vendorrisk.ui.widgets.frame import MainFrame
from vendorrisk.ui.widgets.shortcuts import Commands


@pytest.fixture
def page(qtbot, theme):
    context = a_context(questionnaires=FewQuestionnaires())
    a_register(context.office)
    page = ReportsPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def held(page, monkeypatch):
    """A job that every call for one gets; it neither does anything nor ends by itself."""
    job = SimpleNamespace(state="running", is_left=False, cancel=lambda: True)

    def hold():
        monkeypatch.setattr(type(page.context), "run", lambda *_args, **_more: job)
        return job

    return hold


def stops(page, job):
    job.state = "cancelled"
    page.context.jobs.ended.emit(job)


def test_whoever_stops_the_counting_is_back_at_the_figures_of_before(page, held):
    page.reload()
    job = held()
    page.show_quarter(Quarter(2026, 3))
    assert not page.figures.isVisible(), "figures of Q4 would stand under Q3"
    assert page.nothing.sentence.text() == "The figures are being counted."
    assert page.freeze.toolTip() == "<qt>The figures are being counted.</qt>"
    stops(page, job)
    assert page.figures.isVisible()
    assert (page.quarter, page.as_at, page.bar.as_at_button.value) == (Quarter(2026, 4), None, "23 Nov 2026")
    assert page.save.isEnabled()


def test_whoever_stops_the_first_counting_can_count_again(page, held, monkeypatch):
    job = held()
    page.reload()
    stops(page, job)
    assert page.save.toolTip() == "<qt>The counting was cancelled.</qt>"
    monkeypatch.undo()
    page.elsewhere.click()
    assert page.figures.isVisible()


def test_the_status_line_names_the_day_that_is_shown(page, qtbot, monkeypatch):
    told = []
    frame = MainFrame(title="Us", groups=[], commands=Commands(), store=page.context.store)
    qtbot.addWidget(frame)
    monkeypatch.setattr(frame.status, "set_hints", told.append)
    page.context.frame = frame
    page.show_quarter(Quarter(2026, 3))
    assert told == [("All figures as at 30 Sep 2026",)]
