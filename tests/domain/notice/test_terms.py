"""Which terms bind on a date, which entries the law sets aside, and which cannot be right."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.customers import some_terms
from vendorrisk.domain.message import Level, msg
from vendorrisk.domain.notice.records import Authorisation, ClockStart, DayUnit, ObjectionBlocks
from vendorrisk.domain.notice.terms import (
    NoTerms,
    locked_terms,
    strictest_terms,
    terms_in_force,
)
from vendorrisk.domain.notice.terms_check import problems_of, version_problems

D = date
OLD = some_terms(id="old", notice_days=10, valid_to=D(2026, 6, 30))
NEW = some_terms(id="new", notice_days=30, valid_from=D(2026, 7, 1))
STANDARD = some_terms(id="std-2024", customer_id="", notice_days=14, valid_from=D(2024, 1, 1))


def in_force(on: date, versions=(OLD, NEW), standard=(STANDARD,)):
    return [terms.id for terms in terms_in_force("Northwind", versions, on, standard=standard)]


def test_both_ends_of_a_version_belong_to_it():
    assert in_force(D(2026, 6, 30)) == ["old"]
    assert in_force(D(2026, 7, 1)) == ["new"]


def test_an_amended_contract_replaces_the_older_version_from_its_first_day():
    endless = some_terms(id="endless")
    assert in_force(D(2026, 6, 30), (endless, NEW)) == ["endless"]
    assert in_force(D(2026, 7, 1), (endless, NEW)) == ["new"]


def test_versions_that_start_on_the_same_day_all_bind():
    annex = some_terms(id="annex", notice_days=20, valid_from=D(2026, 7, 1))
    assert in_force(D(2026, 7, 2), (OLD, NEW, annex)) == ["new", "annex"]


def test_another_customers_terms_are_left_aside():
    assert in_force(D(2026, 7, 2), (some_terms(customer_id="Other"),)) == ["std-2024"]


def test_unknown_terms_fall_back_to_our_standard_of_that_date_and_say_so():
    newer = some_terms(id="std-2026", customer_id="", notice_days=30, valid_from=D(2026, 1, 1))
    (found,) = terms_in_force("Northwind", [], D(2025, 12, 31), standard=[STANDARD, newer])
    assert (found.id, found.customer_id, found.assumed, found.notice_days) == (
        "std-2024",
        "Northwind",
        True,
        14,
    )
    (found,) = terms_in_force("Northwind", [], D(2026, 1, 1), standard=[STANDARD, newer])
    assert found.id == "std-2026"


def test_without_any_terms_nothing_is_assumed():
    with pytest.raises(NoTerms) as refusal:
        terms_in_force("Northwind", [], D(2023, 12, 31), standard=[STANDARD])
    assert refusal.value.what == msg("notice.no_terms", customer="Northwind", on=D(2023, 12, 31))


def test_of_versions_that_bind_at_once_the_longest_notice_is_shown_and_an_approval_before_any():
    weeks, days = some_terms(notice_days=10, notice_unit=DayUnit.BUSINESS), some_terms(notice_days=13)
    approval = some_terms(notice_days=1, authorisation=Authorisation.SPECIFIC)
    assert strictest_terms([days, weeks]) == weeks
    assert strictest_terms([weeks, approval, days]) == approval
    assert strictest_terms([]) is None


def test_unlocked_terms_stay_as_they_are():
    terms = some_terms(objection_days=5, objection_blocks=ObjectionBlocks.NEVER, dora=True)
    assert locked_terms(terms) == (terms, ())


def test_a_lock_that_changes_nothing_says_nothing():
    terms = some_terms(commission_clauses=True, dora=True, critical_function=True)
    assert locked_terms(terms) == (terms, ())


def test_both_locks_together():
    terms = some_terms(
        commission_clauses=True, objection_days=5, dora=True, critical_function=True,
        objection_blocks=ObjectionBlocks.NEVER,
    )  # fmt: skip
    locked, notes = locked_terms(terms)
    assert (locked.objection_days, locked.objection_unit) == (None, None)
    assert locked.objection_blocks is ObjectionBlocks.UNTIL_WINDOW_ENDS
    assert [note.key for note in notes] == ["notice.lock.commission", "notice.lock.dora"]


W, E = Level.WARNING, Level.ERROR


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"notice_days": -1}, [("notice_days", "notice.terms.negative", E)]),
        ({"notice_days": 1000}, []),
        ({"notice_days": 1001}, [("notice_days", "notice.terms.too_long", E)]),
        ({"notice_days": 0}, [("notice_days", "notice.terms.no_period", W)]),
        ({"objection_days": -1}, [("objection_days", "notice.terms.negative", E)]),
        ({"objection_days": 0}, [("objection_days", "notice.terms.no_window", W)]),
        (
            {"deemed_days": -1, "clock_starts": ClockStart.DEEMED_RECEIVED},
            [("deemed_days", "notice.terms.negative", E)],
        ),
        ({"deemed_days": 2, "clock_starts": ClockStart.DEEMED_RECEIVED}, []),
        ({"deemed_days": 2}, [("deemed_days", "notice.terms.deemed_without_use", W)]),
        ({"request_lead_days": 5}, [("request_lead_days", "notice.terms.lead_without_use", W)]),
        ({"request_lead_days": 5, "authorisation": Authorisation.SPECIFIC}, []),
        (
            {"objection_days": 5, "authorisation": Authorisation.SPECIFIC},
            [("objection_days", "notice.terms.window_without_use", W)],
        ),
        (
            {"objection_days": 31, "objection_blocks": ObjectionBlocks.ONLY_IF_RAISED},
            [("objection_days", "notice.terms.window_cut_short", W)],
        ),
        ({"objection_days": 30, "objection_blocks": ObjectionBlocks.ONLY_IF_RAISED}, []),
        ({"objection_days": 31}, []),
        (
            {"objection_days": 31, "commission_clauses": True, "objection_blocks": ObjectionBlocks.NEVER},
            [
                ("objection_days", "notice.terms.window_ignored", W),
                ("objection_blocks", "notice.terms.commission_blocks", W),
            ],
        ),
        (
            {"dora": True, "critical_function": True, "objection_blocks": ObjectionBlocks.NEVER},
            [("objection_blocks", "notice.terms.dora_blocks", W)],
        ),
        ({"dora": True, "objection_blocks": ObjectionBlocks.NEVER}, []),
        ({"dora": True, "critical_function": True}, []),
        (
            {"valid_from": D(2026, 7, 1), "valid_to": D(2026, 6, 30)},
            [("valid_to", "notice.terms.ends_before_start", E)],
        ),
        ({"valid_from": D(2026, 7, 1), "valid_to": D(2026, 7, 1)}, []),
        ({"valid_from": D(2026, 7, 1)}, []),
        ({"assumed": True}, [("clause", "notice.terms.assumed", W)]),
    ],
)
def test_what_cannot_be_right_and_what_is_set_aside(facts, expected):
    found = problems_of(some_terms(**facts))
    assert [(problem.where, problem.what.key, problem.level) for problem in found] == expected
    assert [problem.remedy.key for problem in found] == [f"{key}.remedy" for _, key, _ in expected]


def test_a_problem_names_whose_entry_and_what_stands_there():
    (problem,) = problems_of(some_terms(notice_days=-1), where="Northwind")
    assert problem.where == "Northwind.notice_days"
    assert problem.what == msg("notice.terms.negative", field="notice_days", value=-1)


def test_two_versions_from_the_same_day_are_a_warning():
    annex = some_terms(id="annex", valid_from=D(2026, 7, 1))
    (problem,) = version_problems([OLD, NEW, annex], where="Northwind")
    assert (problem.where, problem.what, problem.level) == (
        "Northwind", msg("notice.terms.two_versions", count=2), Level.WARNING,
    )  # fmt: skip
    assert version_problems([OLD, NEW], where="Northwind") == ()
