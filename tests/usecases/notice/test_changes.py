"""Changes through the register: the worked example of domain.md 5.4, tables 1 and 2, and what may start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.support.assessed import an_engagement, an_office
from tests.support.offices import TODAY
from tests.support.stocked import CUSTOMERS, HOLIDAYS, NAMES
from vendorrisk.domain.message import Refused, UserError
from vendorrisk.domain.notice.customer_file import CustomersRead, read_customer
from vendorrisk.domain.notice.records import Change, ChangeKind, ChangeState, Customer, ObjectionBlocks
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases import editing
from vendorrisk.usecases.notice import changes, notices, objections
from vendorrisk.usecases.notice.customer_import import import_customers
from vendorrisk.usecases.ports import HolidayTable
from vendorrisk.usecases.workspace.settings import change_setting

D = date
SENT = datetime(2026, 12, 1, 23, 30, tzinfo=UTC)
PLANNED = D(2027, 3, 5)
US = (D(2026, 12, 25), D(2027, 1, 1), D(2027, 1, 18), D(2027, 2, 15))
CROATIA = (D(2026, 12, 25), D(2026, 12, 26), D(2027, 1, 1), D(2027, 1, 6))


@dataclass
class WorkedHolidays:
    """The tables of the example: US federal holidays and those of Croatia."""

    def year(self, place, year):
        days = tuple((day, "Holiday") for day in {"US": US, "HR": CROATIA}[place] if day.year == year)
        return HolidayTable(days=days, weekend=("SAT", "SUN"), source="domain.md 5.4")


@dataclass
class Example:
    """The register of the example."""

    office: object
    change: Change
    customers: dict[str, Customer]

    def counted(self, sent=SENT):
        with self.office.book.reading() as reader:
            return changes.dates(self.office, reader, self.change, sent_at=sent)

    def dates(self):
        """Each customer's dates by its letter."""
        letters = {customer.id: letter for letter, customer in self.customers.items()}
        return {letters[customer.id]: found for customer, found in self.counted().dates}

    def approve(self, letter, on, **more):
        today, self.office.clock.day = self.office.clock.day, on
        answered = notices.record_answer(
            self.office, self.change.id, self.customers[letter].id, approved_on=on, **more
        )
        self.office.clock.day = today
        return answered


def an_example(zone="UTC", *, holidays=False, **terms):
    """All customers of the example; `terms` changes some of them, such as E={"objection_days": "90"}."""
    office = an_office(holidays=WorkedHolidays())
    change_setting(office, "zone", zone)
    _, engagement = an_engagement(office)
    editing.edit(office, Engagement, engagement.id, {"reaches_locked": "no"})
    cells = {
        letter: {
            "name": NAMES[letter], "account_id": letter, "services": "VOICE", "data_centre": "EU",
            "authorisation": "GENERAL", **known,
            **({"holidays": HOLIDAYS.get(letter, "US")} if holidays else {}), **terms.get(letter, {}),
        }
        for letter, known in CUSTOMERS.items()
    }  # fmt: skip
    rows = [_row(one) for one in cells.values()]
    done = import_customers(office, CustomersRead(rows=tuple(rows)))
    assert done.problems == ()
    change = changes.new_change(office, ChangeKind.ADD, engagement.id, PLANNED, regions=["EU"])
    return Example(office, change, {one.row.account_id: one.customer for one in done.rows})


def _row(cells):
    row, problems = read_customer({name: (typed, name) for name, typed in cells.items()}, "row")
    assert problems == []
    return row


TEST_1 = {
    "A": (D(2026, 12, 1), D(2026, 12, 31), D(2026, 12, 31), D(2027, 1, 1)),
    "B": (D(2026, 12, 2), D(2026, 12, 16), D(2026, 12, 16), D(2026, 12, 17)),
    "C": (D(2026, 12, 1), D(2026, 12, 11), D(2026, 12, 11), D(2026, 12, 12)),
    "D": (D(2026, 12, 1), D(2027, 3, 1), D(2027, 3, 1), D(2027, 3, 2)),
    "E": (D(2026, 12, 1), D(2027, 1, 30), D(2027, 2, 1), D(2027, 2, 2)),
    "F": (D(2026, 12, 1), D(2027, 1, 15), D(2027, 1, 15), D(2027, 1, 16)),
}
TEST_2 = {
    "A": D(2027, 1, 5), "B": D(2026, 12, 17), "C": D(2026, 12, 15), "D": D(2027, 3, 3), "E": D(2027, 2, 2),
    "F": D(2027, 1, 20),
}  # fmt: skip


@pytest.mark.parametrize("holidays", [False, True], ids=["weekends only", "holidays change nothing"])
def test_table_1_with_our_zone_utc(holidays):
    found = an_example(holidays=holidays).dates()
    assert {
        letter: (one.clock_date, one.last_notice_day, one.last_objection_day, one.earliest)
        for letter, one in found.items()
        if letter != "G"
    } == TEST_1
    assert set(found) == set("ABCDEFG")


def test_table_2_with_our_zone_zagreb_and_holidays():
    found = an_example("Europe/Zagreb", holidays=True).dates()
    assert {letter: one.earliest for letter, one in found.items() if letter != "G"} == TEST_2
    assert {one.clock_date for letter, one in found.items() if letter != "G"} == {D(2026, 12, 2)}


@pytest.mark.parametrize(
    ("zone", "holidays", "together", "without_d"),
    [("UTC", False, D(2027, 3, 2), D(2027, 2, 2)), ("Europe/Zagreb", True, D(2027, 3, 3), D(2027, 2, 2))],
)
def test_d_decides_for_all_and_e_once_d_is_kept_off(zone, holidays, together, without_d):
    example = an_example(zone, holidays=holidays)
    example.approve("G", D(2027, 1, 20))
    overall = example.counted().overall
    assert (overall.earliest, overall.blocked_by) == (together, ())
    notices.exclude(example.office, example.change.id, example.customers["D"].id, "Routed elsewhere.")
    assert example.counted().overall.earliest == without_d


def test_g_waits_for_its_approval_and_silence_is_none():
    example = an_example()
    overall = example.counted().overall
    assert (overall.earliest, overall.blocked_by) == (None, (example.customers["G"].id,))
    g = example.dates()["G"]
    assert (g.clock_date, g.last_notice_day, g.earliest) == (None, None, None)
    assert g.why.key == "notice.why.no_approval"
    example.approve("G", D(2027, 1, 20))
    assert example.dates()["G"].earliest == D(2027, 1, 21)
    example.approve("G", D(2027, 1, 20), approved_timed=True)
    assert example.dates()["G"].earliest == D(2027, 1, 20)


def test_h_is_not_affected_and_says_why():
    example = an_example()
    with example.office.book.reading() as reader:
        judged = changes.affected(reader, example.change)
    assert [customer.name for customer, _ in judged.affected] == [NAMES[one] for one in "ABCDEFG"]
    ((customer, reach),) = judged.not_affected
    assert (customer.name, reach.reason.key) == (NAMES["H"], "notice.not_affected.locked")
    assert judged.problems == ()


@pytest.mark.parametrize(("answer", "left_out", "doubtful"), [("yes", [], []), ("", ["H"], [1])])
def test_h_is_affected_where_the_locked_environment_can_be_reached(answer, left_out, doubtful):
    example = an_example()
    editing.edit(example.office, Engagement, example.change.engagement_id, {"reaches_locked": answer})
    with example.office.book.reading() as reader:
        judged = changes.affected(reader, example.change)
    assert [customer.name for customer, _ in judged.not_affected] == [NAMES[one] for one in left_out]
    assert [one.what.params["count"] for one in judged.problems] == doubtful


def test_e_with_only_raised_objections_does_not_wait_for_its_window():
    example = an_example(E={"objection_blocks": ObjectionBlocks.ONLY_IF_RAISED.value})
    assert example.dates()["E"].earliest == D(2027, 1, 31)


def test_an_open_objection_blocks_until_it_is_resolved():
    example = an_example()
    received = datetime(2026, 12, 10, 12, 0, tzinfo=UTC)
    example.office.clock.at = received
    objections.object_to(example.office, example.change.id, example.customers["C"].id, received)
    c = example.dates()["C"]
    assert (c.earliest, c.why.key) == (None, "notice.why.open_objection")


def test_a_year_without_holidays_blocks_and_is_never_guessed():
    example = an_example(holidays=True)
    far = datetime(2031, 5, 1, 12, 0, tzinfo=UTC)
    found = {customer.account_id: one for customer, one in example.counted(far).dates}
    assert found["A"].earliest is None
    assert found["A"].why.key == "notice.unknown_year"


def test_counting_records_nothing():
    example = an_example()
    head = example.office.book.head()
    example.counted()
    assert example.office.book.head() == head


def test_without_a_moment_the_notices_count_as_sent_on_the_date_that_rules_use():
    example = an_example()
    example.office.clock.day = D(2027, 1, 4)
    found = {customer.account_id: one for customer, one in example.counted(None).dates}
    assert found["C"].clock_date == D(2027, 1, 4)


# starting a change


def test_a_change_has_the_next_number_of_its_year():
    example = an_example()
    second = changes.new_change(example.office, ChangeKind.REMOVE, example.change.engagement_id, PLANNED)
    assert (example.change.number, second.number) == ("2026-01", "2026-02")
    assert (second.owner, second.created_on, second.state) == ("Ana Novak", TODAY, ChangeState.DRAFT)
    example.office.clock.day = D(2027, 1, 2)
    third = changes.new_change(example.office, ChangeKind.REMOVE, example.change.engagement_id, PLANNED)
    assert third.number == "2027-01"


@pytest.mark.parametrize(
    ("kind", "regions", "key"),
    [(ChangeKind.REPLACE, [], "change.replaces_what"), (ChangeKind.ADD, ["MOON"], "change.region")],
)
def test_a_change_that_makes_no_sense_is_not_started(kind, regions, key):
    example = an_example()
    head = example.office.book.head()
    with pytest.raises(UserError) as refused:
        changes.new_change(example.office, kind, example.change.engagement_id, PLANNED, regions=regions)
    assert refused.value.what.key == key
    assert example.office.book.head() == head


def test_the_planned_day_moves_until_the_change_is_closed():
    example = an_example()
    later = PLANNED + timedelta(days=30)
    assert changes.plan_for(example.office, example.change.id, later).planned_on == later
    notices.cancel(example.office, example.change.id)
    with pytest.raises(Refused):
        changes.plan_for(example.office, example.change.id, PLANNED)
