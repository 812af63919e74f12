"""The date for all, who decides it, what it would be without them, and until when letters may go out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from vendorrisk.domain.notice.clock import CustomerDates
from vendorrisk.domain.notice.go_live import GlobalDate, earliest_global, end_of_day, last_day_to_send

D = date


def one(name: str, earliest: date | None, *, kept_off: bool = False) -> CustomerDates:
    return CustomerDates(customer_id=name, earliest=earliest, kept_off=kept_off)


def test_the_latest_customer_decides():
    assert earliest_global(
        [one("a", D(2027, 1, 16)), one("b", D(2027, 2, 2)), one("c", D(2027, 1, 1))]
    ) == GlobalDate(earliest=D(2027, 2, 2), decided_by=("b",), without_them=D(2027, 1, 16), days_gained=17)


def test_several_may_decide_together():
    found = earliest_global([one("a", D(2027, 2, 2)), one("b", D(2027, 2, 2))])
    assert found == GlobalDate(earliest=D(2027, 2, 2), decided_by=("a", "b"))


def test_one_without_a_date_blocks_all_and_the_date_of_the_rest_is_still_told():
    found = earliest_global([one("a", D(2027, 1, 16)), one("g", None), one("b", D(2027, 2, 2))])
    assert found == GlobalDate(earliest=None, blocked_by=("g",), without_them=D(2027, 2, 2))


def test_no_day_holds_for_all_while_somebody_is_undecided():
    found = earliest_global([one("a", D(2027, 1, 16))], ["h"])
    assert found == GlobalDate(earliest=None, undecided=("h",), without_them=D(2027, 1, 16))


def test_customers_who_are_kept_off_neither_decide_nor_block():
    found = earliest_global([one("a", D(2027, 1, 16)), one("g", None, kept_off=True)])
    assert found == GlobalDate(earliest=D(2027, 1, 16), decided_by=("a",))


def test_nobody_to_tell_is_no_date_and_no_block():
    assert earliest_global([]) == GlobalDate(earliest=None)


def test_the_end_of_a_day_is_its_last_second_in_our_zone():
    assert end_of_day(D(2026, 12, 1), "Europe/Zagreb").astimezone(UTC) == datetime(
        2026, 12, 1, 22, 59, 59, tzinfo=UTC
    )


def test_no_last_day_to_send_where_no_date_can_be_computed():
    assert last_day_to_send(D(2027, 2, 2), lambda _day: None) is None


def test_days_too_late_to_compute_do_not_hide_those_in_time():
    """Near the planned day the holiday table may not reach far enough; earlier days still have a date."""

    def earliest(day: date) -> date | None:
        return None if day > D(2026, 12, 15) else D.fromordinal(day.toordinal() + 31)

    assert last_day_to_send(D(2027, 1, 5), earliest) == D(2026, 12, 5)


def test_the_last_day_to_send_is_found_years_back_and_sought_no_further():
    planned = D(2036, 1, 1)

    def sought(days: int) -> date | None:
        return last_day_to_send(planned, lambda day: day + timedelta(days=days))

    assert sought(2048) == planned - timedelta(days=2048)
    assert sought(2049) is None
    assert sought(1025) == planned - timedelta(days=1025)
