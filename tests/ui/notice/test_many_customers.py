"""The change of the plan: 148 of 412 customers, the dates worked out by hand, and a cancel in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QElapsedTimer

from tests.support.calls import Desk
from tests.support.contexts import Journeys, SmallTexts
from tests.support.messages import Recorder
from tests.support.sentences import words
from tests.support.vaults import KeyringDouble
from vendorrisk.domain.message import UserError
from vendorrisk.domain.notice.records import (
    Authorisation,
    Change,
    ChangeKind,
    ChangeState,
    ClockStart,
    Customer,
    Notice,
    Terms,
)
from vendorrisk.ui.notice import change_page
from vendorrisk.ui.notice.change_page import ChangePage
from vendorrisk.ui.shell.context import Context
from vendorrisk.ui.widgets.jobs import Jobs
from vendorrisk.usecases.editing import ADD
from vendorrisk.usecases.notice import changes, notices
from vendorrisk.usecases.register import vendors

SENT_ON = date(2026, 12, 1)
GROUPS = (
    (58, {"notice_days": 14}),
    (63, {"notice_days": 30}),
    (12, {"notice_days": 30, "channel": "PORTAL"}),
    (8, {"notice_days": 45}),
    (1, {"notice_days": 60, "channel": "LETTER", "clock_starts": ClockStart.DEEMED_RECEIVED,
         "deemed_days": 2}),
    (6, {"authorisation": Authorisation.SPECIFIC}),
)  # fmt: skip
BY_HAND = {
    (14, "EMAIL"): (58, date(2026, 12, 15)),
    (30, "EMAIL"): (63, date(2026, 12, 31)),
    (30, "PORTAL"): (12, date(2026, 12, 31)),
    (45, "EMAIL"): (8, date(2027, 1, 15)),
    (60, "LETTER"): (1, date(2027, 2, 1)),
}
"""Days of notice and channel -> how many customers, and the last day before use: 1 Dec 2026 plus the days."""
UNTOUCHED = 264


def customers_of(service_id: str) -> Iterator[tuple[Customer, Terms]]:
    number = 0
    for count, terms in (*GROUPS, (UNTOUCHED, {})):
        for _ in range(count):
            number += 1
            touched = number <= 148
            yield (
                Customer(id=f"c{number:03}", name=f"Customer {number:03}", email=f"dpo@c{number}.example",
                         services=(service_id,) if touched else ("another",)),
                Terms(id=f"t{number:03}", customer_id=f"c{number:03}", clause="7.2", **terms),
            )  # fmt: skip


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A command line over a workspace with the 412, and the id of the change."""
    place = tmp_path_factory.mktemp("many")
    desk = Desk({"VENDORRISK_WORKSPACE": str(place / "acme")}, keyring=KeyringDouble())
    desk.ok("workspace", "new", place / "acme", "--company", "Acme", "--recovery-out", place / "code.txt")
    with desk.opened() as workspace:
        office = workspace.office
        added = vendors.add_vendor(
            office, {"name": "Norte Cloud S.A.", "country": "BR"}, {"purpose": "Hosting of message logs"},
            service="SMS", storage=("BR",), access=(),
        )  # fmt: skip
        with office.book.act(ADD[Customer]) as book:
            for pair in customers_of(added.engagement.service_id):
                book.put(*pair)
        change = changes.new_change(office, ChangeKind.ADD, added.engagement.id, date(2027, 2, 2))
        for number in (143, 144):
            notices.record_answer(office, change.id, f"c{number}", approved_on=date(2026, 11, 23))
        for number in range(145, 149):
            notices.exclude(office, change.id, f"c{number}", "stays on the old set-up")
    return desk, change.id


@pytest.fixture
def page(filled, qtbot, theme, tmp_path):
    desk, change_id = filled
    with desk.opened() as workspace:
        jobs = Jobs(expected=UserError)
        context = Context(
            office=workspace.office, listings=workspace.listings, words=words(),
            messages=Recorder(answers=[tmp_path]), jobs=jobs, store=SmallTexts(), frame=Journeys(),
        )  # fmt: skip
        page = ChangePage(context)
        qtbot.addWidget(page)
        page.resize(1134, 700)
        page.show_item(change_id)
        page.open_step(change_page.LETTERS)
        page.show()
        yield page
        assert jobs.stop()


def test_dates_and_who_holds_them_are_those_worked_out_by_hand(page):
    page.dates.tried.emit(SENT_ON)
    view = page.view
    assert (len(view.told), len(view.untold)) == (148, UNTOUCHED)
    found = {(one.days, one.channel): (len(one.customers), one.ends) for one in view.groups if one.days}
    assert found == BY_HAND
    assert view.overall.earliest == date(2027, 2, 2)
    assert [one.customer.name for one in view.holders] == ["Customer 142"]
    assert page.holder.title.text() == "Customer 142 holds the date back by 17 days"
    assert page.holder.without.text() == "Earliest date without: 16 Jan 2027"
    assert page.letters.text() == "Create 144 letters"
    assert page.letter.place.text() == "1 of 144"


def test_letters_are_paged_from_first_to_last(page):
    page.letter.go_to("c142")
    seen = page.letter.paper.letter()
    assert page.letter.place.text() == "142 of 144"
    page.letter.turn(1)
    assert page.letter.paper.letter() != seen
    page.letter.turn(99)
    assert not page.letter.after.isEnabled()


def test_a_cancel_in_the_middle_leaves_nothing_and_the_window_is_idle_at_once(page, qtbot, hands, tmp_path):
    context, clock = page.context, QElapsedTimer()

    def stop(job, done, _total, _what):
        if done > 5 and not clock.isValid():
            clock.start()
            assert job.cancel()

    context.jobs.progressed.connect(stop)
    with (
        qtbot.waitSignal(context.jobs.ended, timeout=20_000),
        hands.filling("Create 144 letters", "Choose folder…"),
    ):
        hands.clicks("Create 144 letters")
    assert clock.elapsed() < 500
    assert list(tmp_path.iterdir()) == []
    with context.office.book.reading() as reader:
        assert reader.get(Change, page.change_id).state is ChangeState.DRAFT
        assert not any(one.content_sha256 or one.sent_at for one in reader.find(Notice))
