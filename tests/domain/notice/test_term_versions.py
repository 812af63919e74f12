"""Versions of terms follow each other without a gap, whatever is begun, moved or removed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.notice.records import Terms
from vendorrisk.domain.notice.term_versions import (
    begin_version,
    bound_until,
    moved_start,
    newest_first,
    starting_on,
    without,
)
from vendorrisk.domain.notice.terms import covers

D = date
SPRING, SUMMER, AUTUMN = D(2026, 3, 1), D(2026, 6, 1), D(2026, 9, 1)


def terms(id_: str, first: date | None, last: date | None = None) -> Terms:
    return Terms(id=id_, customer_id="c-1", valid_from=first, valid_to=last)


ALWAYS = terms("always", None, D(2026, 5, 31))
LATER = terms("later", SUMMER)
BOTH = (ALWAYS, LATER)


def periods(versions):
    return [(one.id, one.valid_from, one.valid_to) for one in versions]


def test_the_latest_stands_first_and_one_without_a_first_day_last():
    same = terms("also", SUMMER)
    assert [one.id for one in newest_first((ALWAYS, same, LATER))] == ["later", "also", "always"]


@pytest.mark.parametrize(("first", "expected"), [(None, ALWAYS), (SUMMER, LATER), (SPRING, None)])
def test_a_version_is_found_by_its_first_day(first, expected):
    assert starting_on(BOTH, first) is expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [(None, None), (SPRING, ALWAYS), (SUMMER, None), (SUMMER + timedelta(days=1), LATER), (AUTUMN, LATER)],
)
def test_the_version_that_binds_until_a_new_one(first, expected):
    assert bound_until(BOTH, first) is expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (AUTUMN, [("later", SUMMER, D(2026, 8, 31)), ("new", AUTUMN, None)]),
        (SPRING, [("always", None, D(2026, 2, 28)), ("new", SPRING, D(2026, 5, 31))]),
        (None, [("new", None, D(2026, 5, 31))]),
    ],
)
def test_a_new_version_ends_the_one_before_it_and_binds_until_the_next(first, expected):
    assert periods(begin_version(BOTH, terms("new", first))) == expected


def test_a_version_that_is_written_again_does_not_end_itself():
    assert periods(begin_version(BOTH, LATER)) == [("later", SUMMER, None)]


@pytest.mark.parametrize(
    ("was", "first", "expected"),
    [
        (SUMMER, AUTUMN, [("always", None, D(2026, 8, 31))]),
        (SUMMER, SPRING, [("always", None, D(2026, 2, 28))]),
        (SUMMER, SUMMER, []), (None, SUMMER, []), (SUMMER, None, []), (AUTUMN, SUMMER, []),
    ],
)  # fmt: skip
def test_no_gap_opens_where_a_version_begins_on_another_day(was, first, expected):
    assert periods(moved_start([ALWAYS], was, first)) == expected


def test_a_version_that_begins_no_earlier_than_the_moved_one_is_left_alone():
    assert moved_start([terms("spring", SPRING, D(2026, 5, 31))], SUMMER, SPRING) == []


def test_what_is_removed_gives_its_days_to_the_one_before_it():
    assert periods(without([ALWAYS, terms("else", SPRING, SPRING)], LATER)) == [("always", None, None)]
    assert without([LATER], ALWAYS) == []


DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))


@given(st.lists(DAYS, unique=True, max_size=6))
def test_on_every_day_exactly_one_version_binds_whatever_the_order_of_entry(starts):
    own = [Terms(id="first", customer_id="c", notice_days=0)]
    for number, first in enumerate(starts, start=1):
        fresh = Terms(id=str(number), customer_id="c", notice_days=number, valid_from=first)
        known = {one.id: one for one in own} | {one.id: one for one in begin_version(own, fresh)}
        own = list(known.values())
    for offset in range(70):
        day = date(2025, 12, 28) + timedelta(days=offset)
        binding = [one.notice_days for one in own if covers(one, day)]
        begun = [(first, number) for number, first in enumerate(starts, start=1) if first <= day]
        assert binding == [max(begun)[1] if begun else 0]
