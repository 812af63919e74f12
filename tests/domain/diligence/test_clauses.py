"""The agreement checklist: forty items, of which fifteen no one can wave through."""

from __future__ import annotations

import pytest

from vendorrisk.domain.diligence.clauses import BY_ID, CLAUSES, ClauseApplies, ItemStanding, evaluate
from vendorrisk.domain.diligence.records import ClauseCheck, ClauseResult, Severity

NOTHING: frozenset[ClauseApplies] = frozenset()
EVERYTHING = frozenset(ClauseApplies)


def check(item: str, result: ClauseResult = ClauseResult.PRESENT, note: str = "") -> ClauseCheck:
    return ClauseCheck(id=item, document_id="d", item=item, result=result, note=note)


def all_present(**changed: ClauseResult) -> list[ClauseCheck]:
    results = {item.replace("_", "-"): result for item, result in changed.items()}
    return [check(clause.id, results.get(clause.id, ClauseResult.PRESENT)) for clause in CLAUSES]


def test_forty_items_in_order_of_which_fifteen_are_statutory():
    assert [clause.id for clause in CLAUSES] == [f"D-{number:02}" for number in range(1, 41)]
    assert [clause.id for clause in CLAUSES if clause.statutory] == [
        f"D-{number:02}" for number in range(1, 16)
    ]


def test_letters_a_to_h_of_article_28_3_are_all_there():
    assert "".join(dict.fromkeys(clause.letter for clause in CLAUSES)) == "abcdefgh"


@pytest.mark.parametrize(
    ("items", "severity"),
    [
        (("D-20", "D-33", "D-37"), Severity.C),
        (("D-01", "D-15", "D-17", "D-19", "D-27", "D-28", "D-39"), Severity.H),
        (("D-16", "D-22", "D-29", "D-35", "D-38"), Severity.M),
        (("D-18", "D-40"), Severity.L),
    ],
)
def test_severities_of_absence(items: tuple[str, ...], severity: Severity):
    assert {BY_ID[item].severity for item in items} == {severity}


def test_a_complete_agreement_has_nothing_to_raise():
    result = evaluate(all_present(), EVERYTHING)
    assert {item.standing for item in result.items} == {ItemStanding.MET}
    assert not result.blocked


def test_what_nobody_looked_at_is_never_passed():
    result = evaluate([], NOTHING)
    assert result.unchecked == tuple(f"D-{number:02}" for number in range(1, 16))
    assert result.blocked


def test_a_missing_statutory_item_blocks():
    result = evaluate(all_present(D_14=ClauseResult.MISSING), NOTHING)
    assert (result.missing, result.blocked) == (("D-14",), True)


def test_a_statutory_item_cannot_be_called_not_applicable():
    result = evaluate(all_present(D_12=ClauseResult.NA), NOTHING)
    assert (result.missing, result.unchecked) == ((), ("D-12",))


def test_other_missing_items_do_not_block_here():
    result = evaluate(all_present(D_17=ClauseResult.MISSING, D_40=ClauseResult.NA), EVERYTHING)
    assert not result.blocked
    assert result.items[-1].standing is ItemStanding.NOT_CONCERNED


def test_items_concern_an_engagement_by_its_facts():
    conditional = {clause.applies: clause.id for clause in CLAUSES if clause.applies}
    assert set(conditional) == EVERYTHING
    for fact, item in conditional.items():
        missing = [check(item, ClauseResult.MISSING)]
        assert _missing(evaluate(missing, frozenset({fact}))) == [item]
        assert _missing(evaluate(missing, EVERYTHING - {fact})) == []


def _missing(checklist):
    return [one.clause.id for one in checklist.items if one.standing is ItemStanding.MISSING]


def test_every_item_is_worded():
    assert BY_ID["D-01"].wording.key == "clause.D_01"
