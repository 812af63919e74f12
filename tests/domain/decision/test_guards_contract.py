"""G4 and G5: the agreement of GDPR 28(3), clause by clause, and the proof of its acceptance."""

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.decision.test_guards import facts, sentences
from tests.support.dossier import (
    GO_LIVE,
    a_dossier,
    a_finding,
    a_paper,
    an_agreement,
    an_engagement,
)
from tests.support.law import a_flow
from vendorrisk.domain.decision.dossier import Agreement
from vendorrisk.domain.decision.guards import evaluate
from vendorrisk.domain.diligence.clauses import CLAUSES, ClauseApplies
from vendorrisk.domain.diligence.records import ClauseResult, FindingState, Severity
from vendorrisk.domain.register.records import Service
from vendorrisk.domain.register.vocabulary import DataCategory, DataFlag, Mechanism

MISSING, WEAK, NA, PRESENT = ClauseResult.MISSING, ClauseResult.WEAK, ClauseResult.NA, ClauseResult.PRESENT
STATUTORY = [f"D_{number:02}" for number in range(1, 16)]


def test_d_01_to_d_15_are_statutory_and_no_other():
    assert [one.id.replace("-", "_") for one in CLAUSES if one.statutory] == STATUTORY


def test_g4_without_an_agreement_nothing_goes_live():
    assert facts(a_dossier(agreement=None), "G4") == ["none"]


@pytest.mark.parametrize("item", STATUTORY)
def test_g4_a_missing_statutory_item_blocks_and_no_acceptance_lifts_it(item):
    accepted = a_finding(
        Severity.H,
        source=item.replace("_", "-"),
        state=FindingState.ACCEPTED,
        accepted_until=date(2028, 1, 1),
    )
    dossier = a_dossier(agreement=an_agreement(**{item: MISSING}), findings=(accepted,))
    assert facts(dossier, "G4") == ["statutory_missing"]
    (result,) = evaluate(dossier, ("G4",))
    assert result.facts[0].remedy.key == "guard.hard"
    assert item.replace("_", "-") in sentences(dossier, "G4")[0][0]


@pytest.mark.parametrize("item", STATUTORY)
@pytest.mark.parametrize("result", [None, NA])
def test_g4_a_statutory_item_that_nobody_checked_is_not_there(item, result):
    assert facts(a_dossier(agreement=an_agreement(**{item: result})), "G4") == ["statutory_unchecked"]


@pytest.mark.parametrize("item", STATUTORY)
def test_g4_a_weak_statutory_item_is_a_finding_and_no_block_of_g4(item):
    assert facts(a_dossier(agreement=an_agreement(**{item: WEAK})), "G4") == []


def test_g4_an_unread_agreement_names_what_was_not_read():
    dossier = a_dossier(agreement=Agreement(document=a_paper()))
    assert facts(dossier, "G4") == ["statutory_unchecked", "unchecked"]
    statutory, others = sentences(dossier, "G4")[0]
    assert "D-01 (GDPR 28(9), 28(3)), D-02 (GDPR 28(3))" in statutory
    assert "D-20 (GDPR 46; 2021/914)" in others
    assert "D-16" not in others  # medium: not known to be there, and no reason to block


@pytest.mark.parametrize(
    ("item", "severity"),
    [(one.id, one.severity) for one in CLAUSES if not one.statutory and one.applies is None],
)
def test_g4_other_missing_items_block_by_their_severity(item, severity):
    dossier = a_dossier(agreement=an_agreement(**{item: MISSING}))
    expected = {Severity.C: ["critical_missing"], Severity.H: ["high_missing"]}.get(severity, [])
    assert facts(dossier, "G4") == expected


@pytest.mark.parametrize(
    ("until", "expected"), [(date(2027, 1, 16), []), (GO_LIVE, ["high_missing"]), (None, ["high_missing"])]
)
def test_g4_a_high_item_may_be_accepted_beyond_go_live(until, expected):
    accepted = a_finding(Severity.H, source="D-39", state=FindingState.ACCEPTED, accepted_until=until)
    dossier = a_dossier(agreement=an_agreement(D_39=MISSING), findings=(accepted,))
    assert facts(dossier, "G4") == expected


def test_g4_an_open_finding_on_a_high_item_is_no_acceptance():
    dossier = a_dossier(agreement=an_agreement(D_39=MISSING), findings=(a_finding(source="D-39"),))
    assert facts(dossier, "G4") == ["high_missing"]


def test_g4_a_critical_item_cannot_be_accepted():
    accepted = a_finding(
        Severity.C, source="D-20", state=FindingState.ACCEPTED, accepted_until=date(2028, 1, 1)
    )
    dossier = a_dossier(agreement=an_agreement(D_20=MISSING), findings=(accepted,))
    assert facts(dossier, "G4") == ["critical_missing"]


INSIDE = {"flows": (), "locations": ()}


@pytest.mark.parametrize(
    ("item", "concerned", "not_concerned"),
    [
        (
            "D_20",
            {},
            {"flows": (a_flow(importer_country="GB", mechanism=Mechanism.ADEQUACY),), "locations": ()},
        ),
        ("D_21", {}, {"flows": (a_flow(importer_country="DE", mechanism=""),), "locations": ()}),
        ("D_21", {"flows": ()}, INSIDE),
        ("D_30", {"flows": (a_flow(regimes=("UK",)),)}, {"flows": (a_flow(),)}),
        (
            "D_30",
            {"flows": (a_flow(regimes=("EU", "UK")),)},
            {"flows": (a_flow(regimes=("UK",), importer_country="GB"),)},
        ),
        ("D_31", {"flows": (a_flow(regimes=("CH",)),)}, {"flows": (a_flow(),)}),
        ("D_32", {"clause_facts": frozenset({ClauseApplies.CALIFORNIAN_DATA})}, {}),
        ("D_33", {"engagement": an_engagement(data_flags=(DataFlag.PHI,))}, {}),
        ("D_34", {"engagement": an_engagement(critical_function=True)}, {}),
        ("D_36", {"engagement": an_engagement(data_categories=(DataCategory.MESSAGE_BODY,))}, {}),
        ("D_37", {"engagement": an_engagement(reaches_locked=True)}, {}),
        ("D_37", {"service": Service(id="service-1", code="SMS", region_locked=True)}, {"service": None}),
    ],
)
def test_g4_conditional_items_concern_only_some_engagements(item, concerned, not_concerned):
    spoiled = an_agreement(**{item: MISSING})
    assert facts(a_dossier(agreement=spoiled, **concerned), "G4")[0] in {"critical_missing", "high_missing"}
    assert facts(a_dossier(agreement=spoiled, **not_concerned), "G4") == []


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "expected"),
    [
        (GO_LIVE, None, []),
        (date(2027, 1, 16), None, ["late"]),
        (None, None, ["no_start"]),
        (date(2026, 1, 1), GO_LIVE, []),
        (date(2026, 1, 1), date(2027, 1, 14), ["ended"]),
    ],
)
def test_g4_the_agreement_is_in_force_on_the_day_of_go_live(valid_from, valid_to, expected):
    paper = a_paper(valid_from=valid_from, valid_to=valid_to)
    assert facts(a_dossier(agreement=an_agreement(paper)), "G4") == expected


def test_g4_says_what_is_missing_where_and_what_to_do():
    (what,), (remedy,) = sentences(a_dossier(agreement=an_agreement(D_10=MISSING, D_14=MISSING)), "G4")
    assert what == (
        "The agreement “DPA 2026” lacks items that GDPR 28(3) itself requires: D-10 (GDPR 28(3)(d), 28(2)), "
        "D-14 (GDPR 28(3)(g); 2021/914 cl. 8.5)."
    )
    assert remedy == (
        "Have the missing items added and mark them on the checklist. This cannot be accepted as a risk."
    )


# G5: acceptance evidence stored; annex signed or deemed signed where a Commission form or the IDTA is used.


def test_g5_without_an_agreement_there_is_nothing_to_prove():
    assert facts(a_dossier(agreement=None), "G5") == ["none"]


@pytest.mark.parametrize(
    ("acceptance", "expected"),
    [
        ("SIGNATURE", []),
        ("RECORDED_ACCEPTANCE", []),
        ("recorded acceptance", []),
        ("INCORPORATION", []),
        ("", ["no_evidence"]),
        ("we trust them", ["no_evidence"]),
    ],
)
def test_g5_a_signature_is_not_required_a_proof_is(acceptance, expected):
    assert facts(a_dossier(agreement=an_agreement(a_paper(acceptance=acceptance))), "G5") == expected


def test_g5_the_proof_is_stored():
    paper = a_paper(evidence="", sha256="")
    assert facts(a_dossier(agreement=an_agreement(paper)), "G5") == ["no_file"]
    assert facts(a_dossier(agreement=an_agreement(replace(paper, sha256="ab"))), "G5") == []


@pytest.mark.parametrize(("kind", "edition"), [("SCC", ""), ("DPA", "2021/915"), ("SCC", "2021/914 M3")])
@pytest.mark.parametrize(("result", "expected"), [(PRESENT, []), (WEAK, ["annex"]), (None, ["annex"])])
def test_g5_forms_of_the_commission_have_annex_i_signed_or_deemed_signed(kind, edition, result, expected):
    agreement = an_agreement(a_paper(kind=kind, edition=edition), D_01=result)
    assert facts(a_dossier(agreement=agreement), "G5") == expected


def test_g5_own_paper_may_be_weak_on_d_01():
    assert facts(a_dossier(agreement=an_agreement(D_01=WEAK)), "G5") == []


@pytest.mark.parametrize(
    "mechanism",
    [Mechanism.SCC_2021_914, Mechanism.UK_ADDENDUM, Mechanism.IDTA, Mechanism.SCC_CH, Mechanism.ONWARD_8_8],
)
def test_g5_clauses_on_a_flow_have_their_annexes_signed(mechanism):
    flow = a_flow(mechanism=mechanism, annexes_complete=False)
    assert facts(a_dossier(flows=(flow,)), "G5") == ["flow_annex"]


def test_the_agreement_and_the_importer_are_named_as_far_as_they_are_known():
    named, nameless = (
        a_paper(valid_from=None, acceptance=""),
        a_paper(valid_from=None, acceptance="", title=""),
    )
    for guard in ("G4", "G5"):
        assert "“DPA 2026”" in sentences(a_dossier(agreement=an_agreement(named)), guard)[0][0]
        assert "“DPA”" in sentences(a_dossier(agreement=an_agreement(nameless)), guard)[0][0]
    flows = (a_flow(annexes_complete=False), a_flow(annexes_complete=False, importer=""))
    what = sentences(a_dossier(flows=flows), "G5")[0]
    assert [text.split(" are not")[0] for text in what] == [
        "The clauses with Vendor Ltd (India)",
        "The clauses with the importer (India)",
    ]


def test_g5_other_mechanisms_and_past_flows_have_no_annex_to_sign():
    past = a_flow(annexes_complete=False, valid_to=date(2026, 1, 1))
    adequate = a_flow(mechanism=Mechanism.ADEQUACY, annexes_complete=False)
    assert facts(a_dossier(flows=(past, adequate)), "G5") == []
