"""Short stories: what goes otherwise than planned, and how the work goes on all the same."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.stories import steps_diligence as diligence
from tests.stories import steps_notice as notice
from tests.stories import steps_register as register
from tests.support.sendable import in_use, ready_to_tell
from vendorrisk.domain.notice.records import Change
from vendorrisk.ui.opening.unlock_pane import UnlockPane

pytestmark = pytest.mark.story

HEIDELMAR = {
    "Name": "Heidelmar GmbH", "Country of establishment": "DE",
    "What it does": "E-mail delivery", "Stores data in": "DE",
    "Accesses it from": "DE",
}  # fmt: skip
AURORA = {"Aurora Airlines": {"services": "E-mail", "notice_days": "30", "email": "privacy@aurora.example"}}


def office_of(ana):
    return ana.program.session.context.office


def is_under_contract(ana):
    """Puts on record what letters state and guards ask for, and releases the text; returns the change."""
    with office_of(ana).book.reading() as reader:
        (change,) = reader.find(Change)
    told = ready_to_tell(office_of(ana), change.id)
    ana.program.session.context.changes.happened.emit()
    return told


def test_a_workbook_that_comes_back_twice_changes_nothing_the_second_time(analyst, tmp_path):
    """Check 8, with the real file."""
    ana = analyst
    ana.makes_a_new_workspace("Example Telecom")
    register.takes_in_a_vendor(ana, HEIDELMAR)
    kit, filled = tmp_path / "questions.xlsx", tmp_path / "answers.xlsx"
    diligence.starts_an_assessment(ana, "Heidelmar GmbH", "Privacy and security")
    diligence.writes_the_workbook(ana, kit)
    diligence.the_vendor_fills_in(kit, filled, ana.clock)
    diligence.looks_at_what_came_back(ana, filled)
    diligence.takes_the_answers_in(ana)
    steps = office_of(ana).book.head()

    diligence.looks_at_what_came_back(ana, filled)
    assert ana.hands.reads("This file was taken in already; nothing changes. Taken in on 3 Aug 2026.")
    ana.hands.clicks("Close")
    assert office_of(ana).book.head() == steps


def test_an_objection_that_comes_a_day_late_is_labelled_so_and_still_bars_going_live(analyst, tmp_path):
    """Check 13: sent on 3 August with 30 days, so that the window ends on 2 September.

    That the vendor is assessed and under contract is the other story's; here it is put on record at once.
    """
    ana = analyst
    ana.makes_a_new_workspace("Example Telecom")
    register.takes_in_a_vendor(ana, HEIDELMAR)
    notice.imports_customers(ana, notice.a_customer_file(tmp_path / "customers.csv", AURORA))
    register.opens_the_vendor(ana, "Heidelmar GmbH")
    notice.starts_a_change(ana, planned="2026-09-10")
    change = is_under_contract(ana)
    notice.writes_the_letters(ana, tmp_path / "letters", 1)
    notice.marks_them_sent(ana, "Log of the mail server")
    ana.comes_back_on(date(2026, 9, 3))
    notice.records_an_objection(ana, "Aurora Airlines", {"Day": "2026-09-03", "Ground": "place"})
    (objection,) = ana.hands.rows("Objections")
    assert "1 day late" in objection.values()

    ana.comes_back_on(date(2026, 9, 10))
    ana.opens_step("Live")
    assert ana.hands.is_barred("Go live today")
    assert ana.hands.reads("1 customer has no date yet.")

    notice.records_the_outcome(ana, "Aurora Airlines", {"Outcome": "Withdrawn"})
    (objection,) = ana.hands.rows("Objections")
    assert "Withdrawn" in objection.values()
    in_use(office_of(ana), change.engagement_id)
    notice.opens_the_change(ana, "2026-01")
    ana.opens_step("Live")
    assert not ana.hands.is_barred("Go live today")
    assert ana.hands.reads("The first day permitted for all is 3 Sep 2026.")


def test_a_lost_passphrase_is_replaced_by_the_recovery_code(analyst, start):
    ana = analyst
    _folder, code = ana.makes_a_new_workspace("Example Telecom")
    register.takes_in_a_vendor(ana, HEIDELMAR)
    ana.locks()
    ana.clicks(ana.pane.unlock)
    ana.waits_for_pane(UnlockPane)
    ana.types("was it this one?", ana.pane.key)
    ana.presses(Qt.Key.Key_Return)
    ana.bot.waitUntil(lambda: bool(ana.pane.form.problem_text("key")), timeout=20_000)
    ana.unlocks(code)
    assert register.vendors(ana) == ["Heidelmar GmbH"]
    ana.closes_the_window()

    again = start()
    again.opens_recent(code)
    assert register.vendors(again) == ["Heidelmar GmbH"]
