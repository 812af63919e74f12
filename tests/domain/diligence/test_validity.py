"""Whether a document counts on a day: every date of the worked examples, and each way to stop counting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.diligence import TODAY, document, law
from vendorrisk.domain.diligence.artefacts import AGREEMENTS, KINDS
from vendorrisk.domain.diligence.editions import read_editions
from vendorrisk.domain.diligence.validity import (
    Archive,
    ArtefactStatus,
    Freshness,
    Standing,
    aged_from,
    bridge_reach,
    scope_ok,
    status,
)
from vendorrisk.domain.message import msg

if TYPE_CHECKING:
    from vendorrisk.domain.diligence.records import Document

DAY = timedelta(days=1)
EDITIONS = read_editions(law("editions.json"))
PERIOD_END = date(2025, 9, 30)


def archive(*others: Document, **fields: Any) -> Archive:
    return Archive(editions=EDITIONS, documents={other.id: other for other in others}, **fields)


def on(some: Document, today: date = TODAY, *others: Document) -> Standing:
    return status(some, today, archive(*others))


def test_the_printed_last_day_still_counts():
    printed = document(valid_to=date(2027, 5, 13))
    assert on(printed, date(2027, 5, 13)) == Standing(
        status=ArtefactStatus.VALID,
        why=msg("validity.valid", until=date(2027, 5, 13)),
        until=date(2027, 5, 13),
    )
    assert on(printed, date(2027, 5, 14)) == Standing(
        status=ArtefactStatus.EXPIRED,
        why=msg("validity.expired", last=date(2027, 5, 13)),
        ended=date(2027, 5, 13),
    )


def test_a_document_counts_no_longer_than_its_edition_whatever_is_printed_on_it():
    old = document(edition="ISO/IEC 27001:2013", valid_to=date(2027, 11, 21))
    last = date(2025, 10, 31)
    assert (on(old, last).status, on(old, last).last_day) == (ArtefactStatus.VALID, last)
    for today in (last + DAY, date(2027, 11, 22)):
        found = on(old, today)
        assert (found.status, found.last_day) == (ArtefactStatus.EXPIRED, last)
        assert found.why == msg("validity.edition_retired", edition="2013", last=last)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 9, 30), ArtefactStatus.VALID),
        (date(2026, 10, 1), ArtefactStatus.STALE),
        (date(2026, 11, 21), ArtefactStatus.STALE),
        (date(2026, 12, 30), ArtefactStatus.STALE),
        (date(2026, 12, 31), ArtefactStatus.LAPSED),
    ],
)
def test_a_report_is_current_then_stale_then_lapsed(today: date, expected: ArtefactStatus):
    report = document("SOC2_II", period_start=date(2024, 10, 1), period_end=PERIOD_END)
    assert on(report, today).status is expected


def test_the_age_of_the_worked_example():
    assert (TODAY - PERIOD_END).days == 417


def test_a_stale_report_says_how_long_it_stays_so():
    report = document("SOC2_II", period_end=PERIOD_END)
    assert on(report) == Standing(
        status=ArtefactStatus.STALE,
        why=msg("validity.report.STALE", end=PERIOD_END, months=12),
        until=date(2026, 12, 30),
    )
    assert on(replace(report, valid_to=date(2026, 12, 1))).until == date(2026, 12, 1)


def test_a_bridge_letter_reaches_three_months_after_the_period():
    assert bridge_reach(PERIOD_END) == date(2025, 12, 30)
    report = document("SOC2_II", "r", period_end=PERIOD_END)
    letter = document("BRIDGE", depends_on="r")
    assert on(letter, date(2025, 12, 30), report).status is ArtefactStatus.VALID
    assert on(letter, date(2025, 12, 30), report).until == date(2025, 12, 30)
    assert on(letter, date(2025, 12, 31), report).status is ArtefactStatus.EXPIRED
    undated = replace(report, period_end=None, issued_on=PERIOD_END)
    assert on(letter, date(2025, 12, 31), undated).status is ArtefactStatus.VALID


def test_policy_on_freshness_may_be_changed():
    report = document("SOC2_II", period_end=PERIOD_END)
    strict = archive(freshness=Freshness(current=6, stale=9, bridge=1))
    assert status(report, date(2026, 3, 31), strict).status is ArtefactStatus.STALE
    assert bridge_reach(PERIOD_END, Freshness(bridge=1)) == date(2025, 10, 30)


@pytest.mark.parametrize("word", ["SUSPENDED", "withdrawn"])
def test_what_a_registry_recorded_comes_first(word: str):
    recorded = document(valid_to=date(2020, 1, 1), recorded_status=word)
    assert on(recorded).status is ArtefactStatus(word.upper())


def test_other_recorded_words_decide_nothing():
    assert on(document(valid_to=date(2027, 1, 1), recorded_status="VALID")).status is ArtefactStatus.VALID


@pytest.mark.parametrize("edition", ["2013", "ISO/IEC 27001:2013", "EN ISO/IEC 27001:2017", "en 2017"])
def test_an_old_edition_stops_counting_on_its_day(edition: str):
    old = document(valid_to=date(2027, 5, 13), edition=edition)
    assert on(old, date(2025, 10, 31)).status is ArtefactStatus.VALID
    assert on(old, date(2025, 10, 31)).until == date(2025, 10, 31)
    retired = on(old, date(2025, 11, 1))
    assert retired.status is ArtefactStatus.EXPIRED
    assert retired.why == msg("validity.edition_retired", edition="2013", last=date(2025, 10, 31))


@pytest.mark.parametrize(
    ("kind", "edition", "last"),
    [
        ("PCI", "v4.0", date(2024, 12, 31)),
        ("PCI", "3.2.1", date(2024, 3, 31)),
        ("HDS", "1.1", date(2026, 5, 16)),
        ("STAR2", "CCM v4.0", date(2027, 12, 31)),
    ],
)
def test_editions_retire_by_the_table(kind: str, edition: str, last: date):
    some = document(kind, edition=edition, issued_on=last, valid_to=last + 90 * DAY, depends_on="base")
    base = document(id="base", valid_to=date(2030, 1, 1))
    assert on(some, last, base).status is ArtefactStatus.VALID
    assert on(some, last + DAY, base).status is ArtefactStatus.EXPIRED


def test_the_current_editions_count():
    assert on(document("PCI", edition="4.0.1", issued_on=date(2026, 6, 1))).status is ArtefactStatus.VALID
    assert on(document(edition="2022", valid_to=date(2028, 1, 1))).status is ArtefactStatus.VALID


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (date(2027, 5, 31), ArtefactStatus.VALID),
        (date(2027, 6, 1), ArtefactStatus.EXPIRED),
        (None, ArtefactStatus.VALID),
    ],
)
def test_c5_2020_may_not_be_used_for_later_periods(start: date | None, expected: ArtefactStatus):
    report = document("C5", edition="2020", period_start=start, period_end=date(2028, 5, 31))
    assert on(report, date(2028, 6, 15)).status is expected


def test_what_rests_on_another_falls_with_it():
    base = document(id="base", valid_to=date(2026, 11, 20))
    cloud = document("ISO27017", valid_to=date(2027, 5, 13), depends_on="base")
    assert on(cloud, date(2026, 11, 20), base).status is ArtefactStatus.VALID
    assert on(cloud, date(2026, 11, 20), base).until == date(2026, 11, 20)
    fallen = on(cloud, date(2026, 11, 21), base)
    assert fallen.status is ArtefactStatus.DEPENDENT_LAPSED
    assert fallen.why == msg(
        "validity.base_lapsed",
        kind=msg("DocumentKind.ISO27001"),
        status=ArtefactStatus.EXPIRED,
        why=msg("validity.expired", last=date(2026, 11, 20)),
    )


def test_an_open_ended_base_sets_no_end():
    base = document("DPA", id="base", valid_from=TODAY)
    assert on(document("SCC", depends_on="base", valid_from=TODAY), TODAY, base) == Standing(
        status=ArtefactStatus.VALID, why=msg("validity.valid.open")
    )


@pytest.mark.parametrize(
    ("kind", "edition", "expected"),
    [
        ("ISO27017", "", ArtefactStatus.UNKNOWN),
        ("ISO27018", "2025", ArtefactStatus.UNKNOWN),
        ("ISO27701", "ISO/IEC 27701:2019", ArtefactStatus.UNKNOWN),
        ("ISO27701", "2025", ArtefactStatus.VALID),
        ("ISO22301", "", ArtefactStatus.VALID),
    ],
)
def test_some_certificates_cannot_stand_alone(kind: str, edition: str, expected: ArtefactStatus):
    alone = document(kind, edition=edition, valid_to=date(2028, 1, 1))
    assert on(alone).status is expected


def test_a_base_that_is_not_there_or_a_circle_is_unknown():
    lost = document("ISO27017", valid_to=date(2028, 1, 1), depends_on="gone")
    assert on(lost).why == msg("validity.base_not_found")
    first = document("ISO27017", "a", valid_to=date(2028, 1, 1), depends_on="b")
    second = document("ISO27018", "b", valid_to=date(2028, 1, 1), depends_on="a")
    assert on(first, TODAY, first, second).status is ArtefactStatus.DEPENDENT_LAPSED
    itself = document("ISO27017", "a", valid_to=date(2028, 1, 1), depends_on="a")
    assert on(itself, TODAY, itself).status is ArtefactStatus.UNKNOWN


def test_what_begins_later_does_not_count_yet():
    future = document(valid_from=TODAY + DAY, valid_to=date(2029, 1, 1))
    assert on(future).status is ArtefactStatus.NOT_YET_VALID
    assert on(future, TODAY + DAY).status is ArtefactStatus.VALID


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("ISO27001", "validity.no_end"),
        ("SOC2_II", "validity.no_date.PERIOD"),
        ("SOC2_I", "validity.no_date.POINT"),
        ("STAR1", "validity.no_date.AGE"),
    ],
)
def test_without_its_date_nothing_can_be_said(kind: str, key: str):
    assert on(document(kind)) == Standing(status=ArtefactStatus.UNKNOWN, why=msg(key))


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        ("SOC2_I", date(2026, 9, 30)),
        ("STAR1", date(2027, 3, 31)),
        ("PCI", date(2027, 3, 31)),
        ("HIPAA_ATT", date(2027, 3, 31)),
        ("QUEST", date(2027, 3, 31)),
    ],
)
def test_what_ages_from_a_day_lapses_after_its_months(kind: str, last: date):
    dated = document(kind, issued_on=date(2026, 3, 31))
    assert on(dated, last) == Standing(
        status=ArtefactStatus.VALID, why=msg("validity.valid", until=last), until=last
    )
    assert on(dated, last + DAY).status is ArtefactStatus.LAPSED


def test_an_end_is_never_computed_for_what_has_it_printed():
    issued = document("ISO27001", issued_on=date(2020, 1, 1))
    assert on(issued) == Standing(status=ArtefactStatus.UNKNOWN, why=msg("validity.no_end"))
    printed = replace(issued, valid_to=TODAY)
    assert on(printed).until == TODAY  # though the scheme gives no certificate so long


def test_the_end_of_a_period_counts_before_the_date_of_issue():
    assert aged_from(document("PCI", issued_on=TODAY, period_end=PERIOD_END)) == PERIOD_END


def test_contracts_hold_until_replaced():
    signed = document("DPA", valid_from=TODAY)
    assert on(signed) == Standing(status=ArtefactStatus.VALID, why=msg("validity.valid.open"))
    assert on(replace(signed, valid_to=TODAY - DAY)).status is ArtefactStatus.EXPIRED


@pytest.mark.parametrize("kind", AGREEMENTS)
def test_an_agreement_whose_first_day_nobody_recorded_is_not_said_to_bind(kind):
    assert on(document(kind)) == Standing(status=ArtefactStatus.UNKNOWN, why=msg("validity.no_begin"))


@pytest.mark.parametrize(
    ("covers", "expected"),
    [
        ((True, True, True), True),
        ((True, None, True), None),
        ((True, None, False), False),
        ((None, None, None), None),
        ((False, True, True), False),
    ],
)
def test_scope_fits_only_when_all_three_are_covered(covers: tuple[bool | None, ...], expected: bool | None):
    some = document(covers_vendor=covers[0], covers_service=covers[1], covers_sites=covers[2])
    assert scope_ok(some) is expected


maybe_day = st.none() | st.dates(date(2023, 1, 1), date(2029, 12, 31))
documents = st.builds(
    document,
    st.sampled_from(sorted(KINDS)),
    valid_from=maybe_day,
    valid_to=maybe_day,
    issued_on=maybe_day,
    period_start=maybe_day,
    period_end=maybe_day,
    edition=st.sampled_from(["", "2013", "2019", "2020", "2022", "4.0", "4.0.1"]),
)


@given(documents, st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_a_status_with_an_end_holds_to_that_day_and_not_one_longer(some: Document, today: date):
    standing = on(some, today)
    if standing.until is not None:
        assert today <= standing.until
        assert on(some, standing.until).status is standing.status
        assert on(some, standing.until + DAY).status is not standing.status


@given(documents, st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(1, 700))
def test_what_stopped_counting_never_counts_again_by_itself(some: Document, today: date, later: int):
    gone = {ArtefactStatus.EXPIRED, ArtefactStatus.LAPSED}
    if on(some, today).status in gone:
        assert on(some, today + later * DAY).status in gone
