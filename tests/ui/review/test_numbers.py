"""Every number on Home and Reports equals the list opened by its link, on screen and on paper."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QWidget

from tests.support.portfolio import a_portfolio
from vendorrisk.domain.message import msg
from vendorrisk.ui.review.home_page import HomePage
from vendorrisk.ui.review.quarter_parts import amount_of
from vendorrisk.ui.review.reports_page import ReportsPage
from vendorrisk.ui.widgets.task_model import Heading, Line
from vendorrisk.usecases.review.home import counts
from vendorrisk.usecases.review.reports import write_report


@pytest.fixture(scope="module")
def portfolio(whole_theme):
    return a_portfolio()


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1182, 700)
    page.show()
    page.reload()
    return page


@pytest.fixture
def home(qtbot, theme, portfolio):
    return shown(qtbot, HomePage(portfolio))


@pytest.fixture
def reports(qtbot, theme, portfolio):
    return shown(qtbot, ReportsPage(portfolio))


def listed(dialog):
    """How many were counted, and how many stand in the list at all; each row has a name of its own."""
    model = dialog.list.model
    rows = [model.row_at(place) for place in range(model.rowCount())]
    assert all(one.name and one.name != one.id for one in rows)
    assert len({one.id for one in rows}) == len(rows)
    return sum(one.counted for one in rows), len(rows)


def numbers(text):
    return tuple(map(int, re.findall(r"\d+", text)))


def test_the_register_on_home(home, lists):
    panel = home.register
    told = {
        "active": numbers(panel.active.text())[0],
        "joined": numbers(panel.joined.text())[0],
        "high": numbers(panel.high.text())[0],
        "outside_eea": numbers(panel.outside.text())[0],
    }
    for key, number in told.items():
        panel.opened.emit(key)
        assert (key, *listed(lists[-1])) == (key, number, number)
    for row in panel.shares.data().rows:
        part, whole = numbers(row.cells[1])
        panel.opened.emit(row.key)
        assert (row.key, *listed(lists[-1])) == (row.key, part, whole)
    assert told == {"active": 10, "joined": 2, "high": told["high"], "outside_eea": 3}
    assert told["high"] > 0
    assert len(lists) == 7


def test_the_headings_of_home_and_the_number_in_the_navigation(home, portfolio):
    lines = [home.tasks.tasks.line(row) for row in range(home.tasks.tasks.rowCount())]
    rows = [one for one in lines if isinstance(one, Line)]
    assert sum(one.count for one in lines if isinstance(one, Heading)) == len(rows)
    assert counts(portfolio.office)["home"] == len(rows)
    under = 0
    for one in [*lines[1:], Heading("", 0, first=False)]:
        if isinstance(one, Heading):
            assert lines[0].count == under
            lines, under = [one], 0
        else:
            under += 1


def test_the_four_figures_of_the_quarter(reports, lists):
    for key, cell in reports.figures.cells.items():
        part, whole = numbers(cell.amount.text())
        cell.amount.click()
        assert (key, *listed(lists[-1])) == (key, part, whole)
        assert whole > 0, "a figure of nothing proves nothing"
    assert len(lists) == 4


def test_all_figures_of_the_quarter(reports, lists):
    for figure in reports.view.given.figures:
        reports.lists.open_figure(figure.id)
        told = numbers(amount_of(figure))
        assert (figure.id, *listed(lists[-1])) == (figure.id, told[0], told[-1])
        assert lists[-1].windowTitle().endswith(f": {amount_of(figure)}")
    reports.bar.all.click()
    amounts = [lists[-2].list.model.row_at(row).amount for row in range(12)]
    assert amounts == [amount_of(one) for one in reports.view.given.figures]


def test_every_cell_of_the_map(reports, lists):
    heat = reports.map._heat
    total = 0
    for row in heat.cells:
        for cell in row:
            reports.map.opened.emit(cell.key)
            assert (cell.key, *listed(lists[-1])) == (cell.key, cell.count, cell.count)
            total += cell.count
    rated = [one for one in reports.view.given.facts.population if one.impact is not None]
    assert (len(lists), total) == (25, len(rated))
    assert total > 5


def test_everything_that_moved(reports, lists):
    told = {}
    for key, (count, names, verb) in reports.moved.rows.items():
        told[key] = int(count.text())
        assert verb.isHidden() is (told[key] == 0)
        verb.click()
        assert listed(lists[-1]) == (told[key], told[key])
        assert names.text() != "None"
    assert told == {"new": 2, "left": 1, "up": 2, "down": 1}


def test_every_month_of_what_expires(reports, lists):
    months = reports.expiry._months
    for month in months:
        reports.expiry.opened.emit(month.key)
        assert listed(lists[-1]) == (month.count, month.count)
    reports.expiry_list.click()
    total = sum(month.count for month in months)
    assert listed(lists[-1]) == (total, total)
    heading = reports.expiry_panel.heading.text()
    soon = sum(len(month.soon) for month in reports.view.months)
    assert numbers(heading.partition("expire")[2])[0] == total
    assert reports.expiry_soon.status.text == f"{soon} within 90 days"
    assert (len(months), total > soon > 0) == (18, True)


def test_the_first_page_on_paper_has_the_same_numbers(reports, portfolio, tmp_path):
    from pypdf import PdfReader

    write_report(portfolio.office, reports._report(reports.view), tmp_path / "review.pdf")
    page = " ".join(PdfReader(tmp_path / "review.pdf").pages[0].extract_text().split())
    for figure in reports.view.given.figures:
        name = portfolio.say(msg(f"figure.{figure.id}"))
        assert f"{name} {amount_of(figure)}" in page


def test_no_number_of_the_page_is_without_its_list(reports):
    """Whatever shows a number is one of the parts tested above, or says itself what it counts."""
    known = (reports.figures, reports.moved, reports.map_panel, reports.expiry_panel, reports.preview)
    loose = [
        one.text()
        for one in reports.body.findChildren(QWidget)
        if one.isVisible()
        and hasattr(one, "text")
        and re.fullmatch(r"\d+( of \d+)?", str(one.text() if callable(one.text) else ""))
        and not any(part.isAncestorOf(one) for part in known)
    ]
    assert loose == []
