"""The day of publication, for contracts that count from it: asked for where it is missing, and mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.changing import a_change
from tests.support.offices import stored
from vendorrisk.domain.notice.records import Change, ClockStart, Terms
from vendorrisk.ui.notice import change_page
from vendorrisk.usecases.editing import EDIT
from vendorrisk.usecases.notice import notices

TODAY = date(2026, 11, 23)


def shown(page, *, by_publication=True):
    """The page of a change; Alder, with 14 days, counts from publication, and Dogwood has agreed."""
    office = page.context.office
    change = a_change(office)
    notices.record_answer(office, change.id, "c4", approved_on=TODAY)
    if by_publication:
        with office.book.act(EDIT[Terms], id="t1") as desk:
            desk.put(replace(desk.get(Terms, "t1"), clock_starts=ClockStart.PUBLISHED))
    page.show_item(change.id)
    page.open_step(change_page.LETTERS)
    return page


def publishing(hands, day):
    told = {"Published on": day, "Where and how known": "Archive"}
    return hands.filling("Record the publication", "Record publication", told)


def test_where_nobody_counts_from_publication_nobody_is_asked_for_it(page):
    shown(page, by_publication=False)
    assert not page.published.isVisible()
    assert not page.holder.publish.isVisible()
    assert not page.publish_again.isVisible()


@pytest.mark.parametrize("place", ["head", "holder"])
def test_the_day_of_publication_gives_the_customer_its_date(page, hands, place):
    shown(page)
    assert page.holder.title.text() == "Alder has no date yet"
    assert page.view.overall.earliest is None
    with publishing(hands, "2026-11-23"):
        hands.clicks("Record publication…", page.head if place == "head" else page.holder)
    (alder,) = [one for one in page.view.told if one.id == "c1"]
    assert alder.dates.earliest == TODAY + timedelta(days=15)
    assert not page.published.isVisible()
    assert not page.holder.publish.isVisible()


def test_what_keeps_a_change_from_going_live_names_the_missing_publication(page, hands):
    shown(page)
    missing = (False, "The publication is not recorded; 1 customer counts from it.")
    assert missing in page.live.conditions(page.view)
    with publishing(hands, "2026-11-23"):
        hands.clicks("Record publication…", page.head)
    assert missing not in page.live.conditions(page.view)


def test_a_day_that_has_not_come_is_said_beside_its_field_and_a_slip_is_corrected(page, hands, context):
    shown(page)

    def tries():
        hands.fills("Published on", "2026-11-24")
        hands.clicks("Record publication")
        assert hands.reads("cannot have been published yet")
        hands.fills("Published on", "2026-11-23")
        hands.clicks("Record publication")
        assert hands.reads("No list that was published here by 23 Nov")
        hands.fills("Where and how known", "Snapshot of our page")
        hands.clicks("Record publication")

    with hands.answering("Record the publication", tries):
        hands.clicks("Record publication…", page.head)
    (published,) = stored(context, Change, id=page.change_id)
    assert (published.published_on, published.published_proof) == (TODAY, "Snapshot of our page")
    context.office.clock.day = TODAY + timedelta(days=2)
    page.reload()
    with publishing(hands, "2026-11-24"):
        hands.chooses_from("More", page.publish_again.text())
    assert stored(context, Change, id=page.change_id)[0].published_on == TODAY + timedelta(days=1)
