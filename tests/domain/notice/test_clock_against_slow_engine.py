"""The engine against the slow one: random terms, zones, holidays, moments at midnights and clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support import slow_dates as slow
from tests.support.customers import a_customer, some_terms
from vendorrisk.domain.notice.clock import customer_dates
from vendorrisk.domain.notice.clock_start import Events
from vendorrisk.domain.notice.days import WEEKDAYS, Calendar
from vendorrisk.domain.notice.go_live import end_of_day, last_day_to_send
from vendorrisk.domain.notice.records import Authorisation, ClockStart, CountRule, DayUnit, ObjectionBlocks

ZONES = (
    "UTC", "Europe/Zagreb", "Europe/London", "America/New_York", "America/Sao_Paulo", "America/St_Johns",
    "America/Santiago", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Jakarta", "Asia/Beirut", "Africa/Cairo",
    "Atlantic/Azores", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
)  # fmt: skip
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
CLOCK_CHANGES = (
    date(2026, 3, 29), date(2026, 10, 25), date(2026, 3, 8), date(2026, 11, 1), date(2026, 4, 5),
    date(2026, 9, 6), date(2026, 9, 27), date(2026, 4, 24), date(2026, 10, 30),
)  # fmt: skip
NUMBER_OF_DAY = dict(zip(("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"), "0123456", strict=True))


@st.composite
def moments(draw) -> datetime:
    """Moments within two minutes of some zone's midnight or of a clock change, or anywhere."""
    day = draw(st.sampled_from(CLOCK_CHANGES) | st.dates(FIRST, LAST))
    zone = ZoneInfo(draw(st.sampled_from(ZONES)))
    hour = draw(st.sampled_from((0, 0, 0, 1, 2, 3)) | st.integers(0, 23))
    near = datetime(day.year, day.month, day.day, hour, tzinfo=zone).astimezone(UTC)
    return near + timedelta(seconds=draw(st.integers(-120, 120)))


@st.composite
def places(draw) -> tuple[Calendar, slow.Place]:
    """One place in both engines' terms: weekends, holidays on and around New Year, covered years."""
    off = draw(st.sampled_from((("SAT", "SUN"), ("FRI", "SAT"), ("FRI",), ("SUN",), ("THU", "FRI", "SUN"))))
    if draw(st.integers(0, 4)) == 0:
        return Calendar(), slow.Place()
    holidays = draw(
        st.sets(st.dates(date(2026, 12, 15), date(2027, 2, 15)) | st.dates(FIRST, LAST), max_size=40)
    )
    years = tuple(range(2025, draw(st.integers(2027, 2033))))
    weekend = frozenset(WEEKDAYS.index(name) for name in off)
    ours = Calendar(
        place="XX", holidays=dict.fromkeys(holidays, "Holiday"), weekends=dict.fromkeys(years, weekend)
    )
    theirs = slow.Place(
        holidays=frozenset(day.isoformat() for day in holidays),
        years=frozenset(years),
        off="".join(NUMBER_OF_DAY[name] for name in off),
    )
    return ours, theirs


units = st.sampled_from(DayUnit)
lengths = st.integers(0, 12) | st.integers(0, 120)


@given(
    sent=moments(), ours=st.sampled_from(ZONES), theirs=st.sampled_from(ZONES), place=places(),
    notice=st.tuples(lengths, units), objection=st.none() | st.tuples(lengths, st.none() | units),
    blocks=st.sampled_from(ObjectionBlocks), rule=st.sampled_from(CountRule),
    deemed=st.none() | st.tuples(st.integers(0, 6), st.none() | units), commission=st.booleans(),
)  # fmt: skip
@settings(max_examples=400, deadline=None)
def test_general_authorisation(
    sent, ours, theirs, place, notice, objection, blocks, rule, deemed, commission
):
    calendar, slow_place = place
    terms = some_terms(
        notice_days=notice[0], notice_unit=notice[1], count_rule=rule, objection_blocks=blocks,
        objection_days=objection[0] if objection else None,
        objection_unit=objection[1] if objection else None,
        clock_starts=ClockStart.SENT if deemed is None else ClockStart.DEEMED_RECEIVED,
        deemed_days=deemed[0] if deemed else 0, deemed_unit=deemed[1] if deemed else None,
        commission_clauses=commission,
    )  # fmt: skip
    found = customer_dates(
        a_customer(zone=theirs), terms, Events(sent_at=sent), calendar=calendar, our_zone=ours
    )
    try:
        clock = slow.clock_day(sent, ours, theirs)
        if deemed is not None:
            clock = slow.deemed(clock, deemed[0], (deemed[1] or notice[1]).value, slow_place)
        expected = slow.general(
            clock,
            notice=(notice[0], notice[1].value),
            objection=(objection[0], (objection[1] or notice[1]).value)
            if objection and not commission
            else None,
            blocks=blocks is ObjectionBlocks.UNTIL_WINDOW_ENDS,
            first_counts=rule is CountRule.INCLUDE_START_DAY,
            place=slow_place,
        )
    except slow.OutsideTheTable:
        assert found.earliest is None
        assert found.why.key == "notice.unknown_year"
    else:
        assert found.why is None
        assert (found.clock_date, found.last_notice_day, found.last_objection_day, found.earliest) == (
            expected.clock, expected.last_notice, expected.last_objection, expected.earliest,
        )  # fmt: skip


@given(
    sent=moments(), zone=st.sampled_from(ZONES), place=places(), unit=units,
    lead=st.none() | lengths, approved=st.dates(FIRST, LAST), timed=st.booleans(),
)  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_specific_authorisation(sent, zone, place, unit, lead, approved, timed):
    calendar, slow_place = place
    found = customer_dates(
        a_customer(zone=zone),
        some_terms(authorisation=Authorisation.SPECIFIC, request_lead_days=lead, notice_unit=unit),
        Events(sent_at=sent, approved_on=approved, approved_timed=timed),
        calendar=calendar,
        our_zone="UTC",
    )
    try:
        clock = slow.clock_day(sent, "UTC", zone)
        lead_end = (
            None if lead is None else slow.last_day(clock, lead, unit.value, slow_place, first_counts=False)
        )
    except slow.OutsideTheTable:
        assert found.why.key == "notice.unknown_year"
    else:
        assert found.earliest == slow.specific(approved, timed=timed, lead_end=lead_end)


@given(
    event=st.dates(FIRST, LAST), start=st.sampled_from((ClockStart.PUBLISHED, ClockStart.ACKNOWLEDGED)),
    notice=st.tuples(lengths, units),
)  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_publication_and_acknowledgement(event, start, notice):
    found = customer_dates(
        a_customer(),
        some_terms(clock_starts=start, notice_days=notice[0], notice_unit=notice[1]),
        Events(published_on=event, acknowledged_on=event),
        calendar=Calendar(),
        our_zone="UTC",
    )
    expected = slow.general(
        event, notice=(notice[0], notice[1].value), objection=None, blocks=True, first_counts=False,
        place=slow.Place(),
    )  # fmt: skip
    assert found.earliest == expected.earliest


@given(
    first=moments(), gap=st.integers(0, 86400 * 30), zone=st.sampled_from(ZONES),
    notice=st.tuples(lengths, units), rule=st.sampled_from(CountRule),
)  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_sending_later_never_allows_an_earlier_start(first, gap, zone, notice, rule):
    def earliest(sent: datetime) -> date:
        terms = some_terms(notice_days=notice[0], notice_unit=notice[1], count_rule=rule)
        events = Events(sent_at=sent)
        return customer_dates(
            a_customer(zone=zone), terms, events, calendar=Calendar(), our_zone="UTC"
        ).earliest

    assert earliest(first) <= earliest(first + timedelta(seconds=gap))


@given(
    planned=st.dates(date(2026, 6, 1), date(2027, 6, 1)), notice=st.tuples(lengths, units),
    zone=st.sampled_from(ZONES), ours=st.sampled_from(("UTC", "Europe/Zagreb", "Pacific/Kiritimati")),
)  # fmt: skip
@example(planned=date(2027, 2, 1), notice=(60, DayUnit.CALENDAR), zone="America/New_York", ours="UTC")
@settings(max_examples=100, deadline=None)
def test_the_last_day_to_send_is_in_time_until_its_last_second_and_the_next_day_is_not(
    planned, notice, zone, ours
):
    def earliest(day: date) -> date:
        return customer_dates(
            a_customer(zone=zone),
            some_terms(notice_days=notice[0], notice_unit=notice[1]),
            Events(sent_at=end_of_day(day, ours)),
            calendar=Calendar(),
            our_zone=ours,
        ).earliest

    last = last_day_to_send(planned, earliest)
    assert earliest(last) <= planned < earliest(last + timedelta(days=1))
