"""Who relies on law that ends soon hears of it 180 days before the last good day (domain.md 9, rule 15)."""

from __future__ import annotations

from datetime import date, timedelta

from tests.support.law import TODAY, a_flow, the_law
from vendorrisk.domain.register.law import Law
from vendorrisk.domain.register.law_ahead import days_of_change, last_good_day, last_good_days
from vendorrisk.domain.register.transfers import FlowFacts

LAST = date(2031, 12, 27)


def to_london(**facts):
    return a_flow(**{"importer_country": "GB", "mechanism": "ADEQUACY", "regimes": ("EU",), **facts})


def told(flow, today):
    return last_good_day(flow, today, the_law(), FlowFacts(today=today))


def test_the_end_of_british_adequacy_is_told_180_days_ahead():
    assert told(to_london(), date(2031, 6, 29)) is None
    assert told(to_london(), date(2031, 6, 30)) == LAST
    assert told(to_london(), LAST) == LAST
    assert told(to_london(), LAST + timedelta(days=1)) is None


def test_a_transfer_under_two_laws_holds_only_while_both_carry_it():
    assert told(to_london(regimes=("CH",)), LAST) is None
    assert told(to_london(regimes=("EU", "CH")), LAST) == LAST


def test_whoever_does_not_rest_on_it_hears_nothing():
    assert told(to_london(importer_country="CH"), LAST) is None
    assert last_good_days(
        [to_london(), to_london(id="ch", importer_country="CH")],
        LAST,
        the_law(),
        lambda _flow: FlowFacts(today=LAST),
    ) == {to_london().id: LAST}


def test_new_law_of_a_destination_ends_an_older_assessment():
    before = date(2025, 10, 3)
    flow = a_flow(importer_country="BA", tia_made_on=date(2025, 1, 10), tia_valid_until=date(2026, 1, 10))
    assert told(flow, date(2025, 7, 1)) == before


def test_what_lapses_by_itself_is_not_laid_to_the_law():
    flow = a_flow(importer_country="BA", tia_made_on=date(2025, 1, 10), tia_valid_until=date(2025, 8, 1))
    assert told(flow, date(2025, 7, 1)) is None


def test_without_changes_ahead_nobody_is_asked():
    assert days_of_change(Law(), TODAY) == ()
    assert last_good_days([to_london()], TODAY, Law(), lambda _flow: FlowFacts()) == {}
