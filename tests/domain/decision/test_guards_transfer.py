"""G6: every flow, every regime, every place, on the day of go-live."""

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.decision.test_guards import facts, sentences
from tests.support.dossier import GO_LIVE, a_dossier, access, storage
from tests.support.law import a_dpf_flow, a_flow
from vendorrisk.domain.decision.dossier import Policy
from vendorrisk.domain.decision.guards import evaluate
from vendorrisk.domain.register.records import LocationKind, Role
from vendorrisk.domain.register.transfers import flows_to
from vendorrisk.domain.register.vocabulary import Mechanism, TiaOutcome


@pytest.mark.parametrize(
    ("spoiled", "fact"),
    [
        ({"mechanism": Mechanism.PRIVACY_SHIELD}, "ended at the close of 16 July 2020"),
        ({"mechanism": Mechanism.OLD_SCC}, "ended at the close of 27 December 2022"),
        ({"mechanism": ""}, "No transfer mechanism is recorded for Vendor Ltd (India)"),
        ({"tia_outcome": TiaOutcome.NEGATIVE}, "the outcome of the transfer impact assessment is negative"),
        (
            {"tia_valid_until": date(2027, 1, 14)},
            "India: the transfer impact assessment ended at the close of 14 January 2027",
        ),
        ({"tia_outcome": ""}, "India: no transfer impact assessment is recorded (clause 14)"),
    ],
)
def test_g6_each_flow_needs_a_mechanism_that_holds_on_the_day_of_go_live(spoiled, fact):
    dossier = a_dossier(flows=(a_flow(**spoiled),))
    assert facts(dossier, "G6") == ["invalid"]
    assert fact in sentences(dossier, "G6")[0][0]
    (result,) = evaluate(dossier, ("G6",))
    assert result.facts[0].remedy.key == "guard.hard"


def test_g6_an_assessment_may_end_on_the_day_of_go_live():
    assert facts(a_dossier(flows=(a_flow(tia_valid_until=GO_LIVE),)), "G6") == []


def test_g6_every_regime_of_a_flow_counts():
    dossier = a_dossier(flows=(a_flow(regimes=("EU", "UK", "CH")),))
    assert facts(dossier, "G6") == ["invalid", "invalid"]
    assert [text[:16] for text in sentences(dossier, "G6")[0]] == ["Storage, UK law:", "Storage, Swiss l"]


def test_g6_every_missing_thing_is_a_fact_of_its_own():
    dossier = a_dossier(flows=(a_flow(module=None, annexes_complete=False, tia_outcome=""),))
    assert facts(dossier, "G6") == ["invalid"] * 3


def test_g6_what_needs_a_judgement_blocks_too_and_is_not_hard():
    dossier = a_dossier(locations=(storage("US"), access()), flows=(a_dpf_flow(fallback=""),))
    assert facts(dossier, "G6") == ["review"]
    (result,) = evaluate(dossier, ("G6",))
    assert result.facts[0].remedy.key != "guard.hard"


def test_g6_the_look_at_the_list_is_as_old_as_today_and_not_as_go_live():
    flow = a_dpf_flow(checked_on=date(2026, 8, 25))
    dossier = a_dossier(locations=(storage("US"), access()), flows=(flow,))
    assert facts(dossier, "G6") == []
    assert facts(replace(dossier, policy=Policy(dpf_recheck_days=80)), "G6") == ["invalid"]
    assert facts(replace(dossier, flows=(replace(flow, next_due=date(2027, 1, 14)),)), "G6") == ["invalid"]


def test_g6_a_place_outside_the_eea_needs_a_flow():
    dossier = a_dossier(flows=())
    assert facts(dossier, "G6") == ["no_flow"]
    assert sentences(dossier, "G6")[0] == [
        "Storage (India): data leaves the EEA, and no transfer with a mechanism is recorded (GDPR 44)."
    ]


def test_g6_remote_access_from_outside_the_eea_is_a_transfer():
    dossier = a_dossier(locations=(storage(), access("BA", entity="Ours Support d.o.o.")))
    assert facts(dossier, "G6") == ["no_flow"]
    assert "Access (Bosnia and Herzegovina, Ours Support d.o.o.):" in sentences(dossier, "G6")[0][0]
    support = a_flow(
        id="2",
        kind=LocationKind.ACCESS,
        importer="OURS support d.o.o.",
        importer_country="BA",
        tia_valid_until=date(2027, 2, 1),
    )
    made = [replace(support, tia_made_on=day) for day in (date(2026, 2, 1), date(2025, 9, 1))]
    covered, old = (replace(dossier, flows=(a_flow(), one)) for one in made)
    assert (facts(covered, "G6"), facts(old, "G6")) == ([], ["invalid"])


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"importer": ""}, True),
        ({"importer": "Somebody Else"}, False),
        ({"importer_country": "US"}, False),
        ({"kind": LocationKind.ACCESS}, False),
        ({"engagement_id": "engagement-2"}, False),
    ],
)
def test_a_flow_fits_a_place_by_kind_country_and_entity(change, fits):
    place = storage("IN", entity="Vendor Ltd")
    assert bool(flows_to(place, (a_flow(**change),))) is fits
    assert flows_to(storage("IN"), (a_flow(),)) == (a_flow(),)


def test_g6_places_inside_the_eea_need_no_flow():
    dossier = a_dossier(locations=(storage("DE"), access("NO")), flows=())
    assert facts(dossier, "G6") == []


def test_g6_adequate_places_need_a_flow_that_says_so():
    dossier = a_dossier(locations=(storage("CH"), access()), flows=())
    assert facts(dossier, "G6") == ["no_flow"]
    flow = a_flow(importer_country="CH", mechanism=Mechanism.ADEQUACY, module=None)
    assert facts(replace(dossier, flows=(flow,)), "G6") == []


def test_g6_the_whole_world_is_no_place():
    assert facts(a_dossier(locations=(storage("GLOBAL"), access())), "G6") == ["global"]


def test_g6_unknown_places_do_not_pass():
    assert facts(a_dossier(locations=(), flows=()), "G6") == ["no_place", "no_place"]
    assert facts(a_dossier(locations=(storage(),)), "G6") == ["no_place"]
    assert sentences(a_dossier(locations=(storage(),)), "G6")[0][0].startswith(
        "Access: no country is recorded"
    )


def test_g6_flows_and_places_of_other_times_do_not_count():
    past = a_flow(id="old", mechanism=Mechanism.PRIVACY_SHIELD, valid_to=date(2020, 7, 16))
    gone = storage("US", valid_to=date(2026, 12, 31))
    assert facts(a_dossier(flows=(past, a_flow()), locations=(storage(), gone, access())), "G6") == []


def test_g6_a_flow_without_a_law_is_named():
    assert facts(a_dossier(flows=(a_flow(regimes=()),)), "G6") == ["no_regime"]
    named, nameless = a_flow(regimes=()), a_flow(regimes=(), importer="")
    what = [sentences(a_dossier(flows=(flow,)), "G6")[0][0] for flow in (named, nameless)]
    assert what == [
        "The transfer to Vendor Ltd names no law that applies to it.",
        "The transfer to the importer names no law that applies to it.",
    ]


def test_g6_a_carrier_disclosure_never_passes():
    flow = a_flow(mechanism=Mechanism.CARRIER_DISCLOSURE, ground="Dr Weiß, 2026-02-01")
    dossier = a_dossier(flows=(flow,))
    assert facts(dossier, "G6") == ["invalid", "invalid"]
    carrier = replace(dossier.engagement, role=Role.INDEPENDENT_CONTROLLER)
    assert facts(replace(dossier, engagement=carrier), "G6") == ["review"]
