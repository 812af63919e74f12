"""The day of publication, for contracts that count from it: asked for where it is missing, and mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from tests.support.changing import a_change, a_context
from vendorrisk.domain.notice.records import Change, ClockStart, Terms
from vendorrisk.ui.notice import change_dialogs, change_page
from vendorrisk.ui.notice.change_page import ChangePage
from vendorrisk.usecases.editing import EDIT
from vendorrisk.usecases.notice import notices

TODAY = date(2026, 11, 23)


@pytest.fixture
def context():
    return a_context()


def shown(qtbot, context, *, by_publication=True):
    """The page of a change; Alder, with 14 days, counts from publication, and Dogwood has agreed."""
    change = a_change(context.office)
    notices.record_answer(context.office, change.id, "c4", approved_on=TODAY)
    if by_publication:
        with context.office.book.act(EDIT[Terms], id="t1") as desk:
            desk.put(replace(desk.get(Terms, "t1"), clock_starts=ClockStart.PUBLISHED))
    page = ChangePage(context)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    context.changes.happened.connect(page.reload)
    page.show()
    page.show_item(change.id)
    page.open_step(change_page.LETTERS)
    return page


def answer(monkeypatch, on):
    """Answers the next dialogs with a day; the list holds what each said was wrong."""
    said = []

    def ask(dialog):
        dialog.form.load({"on": on})
        dialog.accept()
        said.append(dialog.form.problem_text("on"))
        return dialog.result() == dialog.DialogCode.Accepted

    monkeypatch.setattr(change_dialogs.PublishedDialog, "ask", ask)
    return said


def test_where_nobody_counts_from_publication_nobody_is_asked_for_it(qtbot, theme, context):
    page = shown(qtbot, context, by_publication=False)
    assert not page.published.isVisible()
    assert not page.holder.publish.isVisible()
    assert not page.publish_again.isVisible()


@pytest.mark.parametrize("place", ["head", "holder"])
def test_the_day_of_publication_gives_the_customer_its_date(qtbot, theme, context, monkeypatch, place):
    page = shown(qtbot, context)
    assert page.holder.title.text() == "Alder has no date yet"
    assert page.view.overall.earliest is None
    answer(monkeypatch, TODAY)
    button = page.published if place == "head" else page.holder.publish
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (alder,) = [one for one in page.view.told if one.id == "c1"]
    assert alder.dates.earliest == TODAY + timedelta(days=15)
    assert not page.published.isVisible()
    assert not page.holder.publish.isVisible()


def test_what_keeps_a_change_from_going_live_names_the_missing_publication(
    qtbot, theme, context, monkeypatch
):
    page = shown(qtbot, context)
    missing = (False, "The publication is not recorded; 1 customer counts from it.")
    assert missing in page.live.conditions(page.view)
    answer(monkeypatch, TODAY)
    page.published.click()
    assert missing not in page.live.conditions(page.view)


def test_a_day_that_has_not_come_is_said_beside_its_field_and_a_slip_is_mended(
    qtbot, theme, context, monkeypatch
):
    page = shown(qtbot, context)
    said = answer(monkeypatch, TODAY + timedelta(days=1))
    page.published.click()
    assert "cannot have been published yet" in said[0]
    answer(monkeypatch, TODAY)
    page.published.click()
    context.office.clock.day = TODAY + timedelta(days=2)
    page.reload()
    answer(monkeypatch, TODAY + timedelta(days=1))
    page.publish_again.trigger()
    with context.office.book.reading() as reader:
        assert reader.get(Change, page.change_id).published_on == TODAY + timedelta(days=1)
