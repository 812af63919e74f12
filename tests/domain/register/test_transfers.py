from dataclasses import replace
from datetime import date

import pytest

from tests.support.law import TODAY, a_dpf_flow, a_flow, the_law
from tests.support.sentences import say
from vendorrisk.domain.register.records import Role
from vendorrisk.domain.register.transfer_rules import RULES, FlowFacts, TransferState
from vendorrisk.domain.register.transfers import flows_on, validities, validity
from vendorrisk.domain.register.vocabulary import Coverage, Mechanism, Regime, TiaOutcome

VALID, INVALID, REVIEW = TransferState.VALID, TransferState.INVALID, TransferState.REVIEW
EU, UK, CH = Regime.EU, Regime.UK, Regime.CH


def check(flow, on=TODAY, regime=EU, law=None, **facts):
    return validity(flow, regime, on, law or the_law(), FlowFacts(**facts))


def missing(found):
    """The keys of what is missing, after every sentence could be said."""
    assert say(found.why)
    for one in found.gaps:
        assert say(one.fact)
        assert say(one.remedy)
    for warning in found.warnings:
        assert say(warning)
    return [one.fact.key.removeprefix("transfer.") for one in found.gaps]


def test_every_mechanism_has_a_rule():
    assert set(RULES) == set(Mechanism)


def test_sound_clauses_to_india_are_valid_and_name_their_law():
    found = check(a_flow(), role=Role.SUB_PROCESSOR)
    assert (found.state, found.gaps) == (VALID, ())
    assert found.why.params["citation"] == "Decision (EU) 2021/914; GDPR 46(2)(c)"
    assert say(found.why).startswith(
        "EU standard contractual clauses: valid for Vendor Ltd (India) under EU law"
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"module": None}, ["clauses.no_module"]),
        ({"module": 1}, ["clauses.module"]),
        ({"module": 4}, ["clauses.module"]),
        ({"module": 2}, []),
        ({"annexes_complete": False}, ["clauses.annexes"]),
        ({"tia_outcome": ""}, ["tia.missing"]),
        ({"tia_outcome": TiaOutcome.NEGATIVE}, ["tia.negative"]),
        ({"tia_valid_until": None}, ["tia.no_end"]),
        ({"tia_valid_until": date(2026, 11, 20)}, ["tia.ended"]),
        ({"tia_valid_until": TODAY}, []),
        (
            {"module": None, "annexes_complete": False, "tia_outcome": ""},
            ["clauses.no_module", "clauses.annexes", "tia.missing"],
        ),
    ],
)
def test_clauses_name_everything_that_is_missing(facts, expected):
    found = check(a_flow(**facts), role=Role.SUB_PROCESSOR)
    assert missing(found) == expected
    assert found.state is (INVALID if expected else VALID)


def test_a_lapsed_assessment_is_named_with_its_day():
    found = check(a_flow(tia_valid_until=date(2026, 5, 31)))
    assert "India: the transfer impact assessment ended at the close of 31" in say(found.why)


def test_module_4_needs_no_assessment_and_any_module_passes_without_a_role():
    assert check(a_flow(module=4, tia_outcome="", tia_valid_until=None)).state is VALID


@pytest.mark.parametrize("role", [Role.INDEPENDENT_CONTROLLER, Role.JOINT_CONTROLLER])
def test_controllers_take_module_1(role):
    assert check(a_flow(module=1), role=role).state is VALID
    assert missing(check(a_flow(module=3), role=role)) == ["clauses.module"]


@pytest.mark.parametrize("country", ["DE", "NO", "EU", "EEA"])
@pytest.mark.parametrize("mechanism", [Mechanism.SCC_2021_914, Mechanism.UK_ADDENDUM, Mechanism.IDTA])
def test_clauses_to_an_importer_in_the_eea_are_refused(country, mechanism):
    found = check(a_flow(importer_country=country, mechanism=mechanism))
    assert found.state is INVALID
    assert missing(found) == ["clauses.refused"]


@pytest.mark.parametrize("mechanism", ["", Mechanism.NOT_A_TRANSFER])
def test_inside_the_eea_no_mechanism_is_needed(mechanism):
    found = check(a_flow(importer_country="IE", mechanism=mechanism))
    assert found.state is VALID
    assert say(found.why) == "No transfer: Vendor Ltd (Ireland) is inside the area of EU law."


def test_a_needless_mechanism_inside_the_eea_is_for_review():
    found = check(a_flow(importer_country="IE", mechanism=Mechanism.ADEQUACY))
    assert (found.state, missing(found)) == (REVIEW, ["not_needed"])


@pytest.mark.parametrize("country", ["", "GLOBAL"])
def test_a_flow_to_nowhere_cannot_be_checked(country):
    assert missing(check(a_flow(importer_country=country))) == ["no_country"]


@pytest.mark.parametrize(("recorded", "key"), [("", "none"), ("SCCs", "unknown")])
def test_no_mechanism_and_free_text_are_not_valid(recorded, key):
    found = check(a_flow(mechanism=recorded))
    assert (found.state, missing(found)) == (INVALID, [key])


# Bosnia and Herzegovina: no adequacy, and a new law since 4 October 2025 (seed 0.8).


def test_bosnia_needs_clauses_and_an_assessment_under_the_new_law():
    bosnia = a_flow(importer_country="BA", tia_valid_until=date(2027, 5, 1))
    assert missing(check(replace(bosnia, mechanism=Mechanism.ADEQUACY, condition_met=True))) == [
        "law.adequacy.NOT_LISTED"
    ]
    assert check(replace(bosnia, tia_made_on=date(2025, 10, 4))).state is VALID
    assert missing(check(replace(bosnia, tia_made_on=date(2025, 10, 3)))) == ["tia.old_law"]
    before = replace(bosnia, tia_made_on=date(2024, 10, 3))
    assert check(before, on=date(2025, 10, 3)).state is VALID
    assert missing(check(before, on=date(2025, 10, 4))) == ["tia.old_law"]


@pytest.mark.parametrize(
    ("until", "expected"),
    [(date(2026, 10, 4), []), (date(2026, 10, 3), ["tia.old_law"]), (None, ["tia.no_end"])],
)
def test_an_assessment_without_its_date_is_taken_to_be_twelve_months_older_than_its_end(until, expected):
    bosnia = a_flow(importer_country="BA", tia_valid_until=until)
    assert missing(check(bosnia, on=date(2026, 10, 3))) == expected


# Adequacy.


def test_adequacy_rests_on_the_list_of_the_day():
    gb = a_flow(importer_country="GB", mechanism=Mechanism.ADEQUACY)
    assert check(gb).state is VALID
    assert check(gb, on=date(2031, 12, 27)).state is VALID
    assert missing(check(gb, on=date(2031, 12, 28))) == ["law.adequacy.ENDED"]


def test_brazil_depends_on_the_exporter():
    brazil = a_flow(importer_country="BR", mechanism=Mechanism.ADEQUACY)
    assert check(brazil).state is VALID
    for exporter in ("NO", "IS", "LI"):
        found = check(replace(brazil, exporter_country=exporter))
        assert missing(found) == ["law.adequacy.EXPORTER_EXCLUDED"]
    assert missing(check(replace(brazil, exporter_country=""))) == ["law.adequacy.EXPORTER_UNKNOWN"]


def test_clauses_to_an_adequate_country_are_allowed():
    assert check(a_flow(importer_country="GB")).state is VALID


def test_american_adequacy_is_the_framework_and_needs_its_checks():
    plain = a_flow(importer_country="US", mechanism=Mechanism.ADEQUACY)
    assert missing(check(plain)) == [
        "law.adequacy.CONDITION_OPEN",
        "dpf.unchecked",
        "dpf.no_due",
        "dpf.no_fallback",
    ]
    assert check(a_dpf_flow(mechanism=Mechanism.ADEQUACY)).state is VALID


# The Data Privacy Framework.


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"condition_met": False}, ["law.adequacy.CONDITION_OPEN"]),
        ({"checked_on": None}, ["dpf.unchecked"]),
        ({"checked_on": date(2026, 11, 22)}, ["dpf.unchecked"]),
        ({"checked_on": TODAY}, []),
        ({"checked_on": date(2026, 8, 23)}, []),
        ({"checked_on": date(2026, 8, 22)}, ["dpf.stale"]),
        ({"next_due": None}, ["dpf.no_due"]),
        ({"next_due": date(2026, 11, 20)}, ["dpf.lapsed"]),
        ({"next_due": TODAY}, []),
        ({"importer_country": "IN"}, ["dpf.country"]),
        ({"importer_country": "GB"}, ["dpf.country"]),
    ],
)
def test_the_framework_needs_a_fresh_look_at_the_list(facts, expected):
    found = check(a_dpf_flow(**facts))
    assert missing(found) == expected
    assert found.state is (INVALID if expected else VALID)


def test_the_recheck_days_are_a_setting():
    flow = a_dpf_flow(checked_on=date(2026, 11, 11))
    assert check(flow, recheck_days=10).state is VALID
    assert missing(check(flow, recheck_days=9)) == ["dpf.stale"]


def test_a_look_at_the_list_cannot_be_fresher_than_today():
    flow = a_dpf_flow(checked_on=date(2026, 11, 11))
    later = date(2027, 3, 2)
    assert check(flow, on=later, today=TODAY).state is VALID
    assert missing(check(flow, on=later)) == ["dpf.stale"]


@pytest.mark.parametrize("fallback", ["", Mechanism.PRIVACY_SHIELD, Mechanism.ADEQUACY])
def test_without_a_safeguard_to_fall_back_on_a_person_must_judge(fallback):
    found = check(a_dpf_flow(fallback=fallback))
    assert (found.state, missing(found)) == (REVIEW, ["dpf.no_fallback"])


def test_each_regime_has_its_part_and_its_first_day():
    flow = a_dpf_flow(regimes=(EU, UK, CH))
    assert [one.state for one in validities(flow, TODAY, the_law())] == [VALID, VALID, VALID]
    early = validities(replace(flow, checked_on=date(2023, 10, 1)), date(2023, 10, 11), the_law())
    assert [one.state for one in early] == [VALID, INVALID, INVALID]
    assert [one.regime for one in early] == [EU, UK, CH]


def test_when_the_framework_falls_a_signed_fallback_asks_for_one_decision():
    law = replace(
        the_law(),
        adequacy=tuple(
            replace(row, valid_to=date(2026, 11, 20)) if row.coverage == Coverage.CERTIFIED_ONLY else row
            for row in the_law().adequacy
        ),
    )
    bare = check(a_dpf_flow(), law=law)
    assert (bare.state, missing(bare)) == (INVALID, ["law.adequacy.ENDED"])
    signed = a_dpf_flow(
        module=3, annexes_complete=True, tia_outcome=TiaOutcome.POSITIVE, tia_valid_until=date(2027, 1, 1)
    )
    standing = check(signed)
    assert (standing.state, standing.warnings) == (VALID, ())
    ready = check(signed, law=law)
    assert (ready.state, missing(ready)) == (REVIEW, ["law.adequacy.ENDED"])
    assert say(ready.warnings[-1]).endswith("would cover this transfer: make it the mechanism.")


# Mechanisms that have ended: dated data, the last day still counts.


@pytest.mark.parametrize(
    ("mechanism", "regime", "country", "last"),
    [
        (Mechanism.PRIVACY_SHIELD, EU, "US", date(2020, 7, 16)),
        (Mechanism.SAFE_HARBOUR, EU, "US", date(2015, 10, 6)),
        (Mechanism.SWISS_US_PRIVACY_SHIELD, CH, "US", date(2020, 9, 7)),
        (Mechanism.OLD_SCC, EU, "IN", date(2022, 12, 27)),
        (Mechanism.OLD_SCC, UK, "IN", date(2024, 3, 21)),
        (Mechanism.OLD_SCC, CH, "IN", date(2022, 12, 31)),
    ],
)
def test_ended_mechanisms_hold_through_their_last_day_and_not_after(mechanism, regime, country, last):
    flow = a_flow(mechanism=mechanism, importer_country=country, module=None)
    assert check(flow, on=last, regime=regime).state is VALID
    after = check(flow, on=date.fromordinal(last.toordinal() + 1), regime=regime)
    assert (after.state, missing(after)) == (INVALID, ["ended"])


def test_a_claim_of_privacy_shield_in_2023_is_invalid_and_says_why():
    found = check(a_flow(mechanism=Mechanism.PRIVACY_SHIELD, importer_country="US"), on=date(2023, 3, 21))
    assert "C-311/18" in say(found.gaps[0].fact)
    assert say(found.gaps[0].remedy).startswith("Replace it with a mechanism that is in force")


def test_privacy_shield_with_signed_clauses_behind_it_is_for_review():
    flow = a_flow(mechanism=Mechanism.PRIVACY_SHIELD, fallback=Mechanism.SCC_2021_914)
    assert check(flow).state is REVIEW


def test_a_fallback_that_fails_too_changes_nothing():
    flow = a_flow(mechanism=Mechanism.PRIVACY_SHIELD, fallback=Mechanism.SCC_2021_914, tia_outcome="")
    assert check(flow).state is INVALID


def test_clauses_cannot_be_used_before_they_were_made():
    assert missing(check(a_flow(), on=date(2021, 6, 26))) == ["not_yet"]
    assert check(a_flow(), on=date(2021, 6, 27)).state is VALID


# United Kingdom and Switzerland.


@pytest.mark.parametrize(
    ("mechanism", "states"),
    [
        (Mechanism.SCC_2021_914, (VALID, INVALID, INVALID)),
        (Mechanism.UK_ADDENDUM, (VALID, VALID, INVALID)),
        (Mechanism.IDTA, (INVALID, VALID, INVALID)),
        (Mechanism.SCC_CH, (VALID, INVALID, VALID)),
        (Mechanism.ONWARD_8_8, (VALID, INVALID, INVALID)),
    ],
)
def test_each_regime_accepts_its_own_instruments(mechanism, states):
    flow = a_flow(mechanism=mechanism, regimes=(EU, UK, CH), condition_met=True, ground="clause 8.8(i)")
    found = validities(flow, TODAY, the_law())
    assert tuple(one.state for one in found) == states
    for one in found:
        assert missing(one) == ([] if one.state is VALID else ["no_instrument"])


def test_the_idta_has_no_modules():
    flow = a_flow(mechanism=Mechanism.IDTA, module=None)
    assert check(flow, regime=UK).state is VALID


# The rest of the table.


def test_no_transfer_abroad_is_for_the_same_entity_with_a_ground():
    branch = a_flow(mechanism=Mechanism.NOT_A_TRANSFER, importer="OURS GMBH ", ground="own branch")
    assert check(branch).state is VALID
    assert missing(check(replace(branch, ground=" "))) == ["no_ground"]
    assert missing(check(replace(branch, importer="Vendor Ltd"))) == ["other_entity"]
    nameless = [replace(branch, importer="Vendor Ltd"), replace(branch, exporter="", importer="Vendor Ltd")]
    assert [say(check(flow).gaps[0].fact).split(" are")[0] for flow in nameless] == [
        "Ours GmbH and Vendor Ltd",
        "the exporter and Vendor Ltd",
    ]
    assert missing(check(replace(branch, importer="", exporter=""))) == ["other_entity"]


def test_onward_transfers_rest_on_our_own_clauses():
    onward = a_flow(mechanism=Mechanism.ONWARD_8_8, module=2, condition_met=True, ground="clause 8.8(i)")
    assert check(onward).state is VALID
    bare = replace(onward, module=None, condition_met=False, ground="", tia_outcome="")
    assert missing(check(bare)) == ["onward.head", "onward.not_authorised", "no_ground", "tia.missing"]


def test_binding_corporate_rules_need_approval_and_assessment():
    rules = a_flow(mechanism=Mechanism.BCR_P, condition_met=True, ground="approved by CNIL, 2024-02-01")
    assert check(rules).state is VALID
    bare = replace(rules, condition_met=False, ground="", tia_outcome="")
    assert missing(check(bare)) == ["bcr.not_approved", "no_ground", "tia.missing"]


@pytest.mark.parametrize("mechanism", [Mechanism.ART_42_SEAL, Mechanism.ART_40_CODE])
def test_seals_and_codes_need_approval_as_a_transfer_tool(mechanism):
    tool = a_flow(
        mechanism=mechanism, condition_met=True, ground="approved", tia_outcome="", tia_valid_until=None
    )
    assert check(tool).state is VALID
    assert missing(check(replace(tool, condition_met=False))) == ["tool.not_approved"]
    assert missing(check(replace(tool, tia_outcome=TiaOutcome.NEGATIVE, tia_valid_until=TODAY))) == [
        "tia.negative"
    ]


def test_a_derogation_is_valid_with_its_ground_and_always_warns():
    flow = a_flow(mechanism=Mechanism.ART_49, ground="49(1)(b), one order of 3 May")
    found = check(flow)
    assert found.state is VALID
    assert [warning.key for warning in found.warnings] == ["transfer.derogation"]
    assert say(found.warnings[0]).startswith("GDPR 49 is for occasional transfers")
    assert missing(check(replace(flow, ground=""))) == ["no_ground"]


@pytest.mark.parametrize(
    ("ground", "key"), [("", "carrier.no_position"), ("Dr Weiß, 2026-02-01", "carrier.position")]
)
def test_a_carrier_disclosure_is_never_valid(ground, key):
    flow = a_flow(mechanism=Mechanism.CARRIER_DISCLOSURE, ground=ground)
    for role in (None, Role.INDEPENDENT_CONTROLLER):
        found = check(flow, role=role)
        assert (found.state, missing(found)) == (REVIEW, [key])


def test_a_sub_processor_is_no_carrier():
    found = check(a_flow(mechanism=Mechanism.CARRIER_DISCLOSURE, ground="x"), role=Role.SUB_PROCESSOR)
    assert found.state is INVALID
    assert missing(found)[0] == "carrier.role"


def test_without_law_tables_nothing_is_valid():
    from vendorrisk.domain.register.law import Law

    assert missing(check(a_flow(), law=Law())) == ["no_instrument"]


def test_flows_have_a_first_and_a_last_day():
    old = a_flow(id="old", valid_to=date(2026, 6, 30))
    new = a_flow(id="new", valid_from=date(2026, 7, 1))
    assert flows_on((old, new), date(2026, 6, 30)) == (old,)
    assert flows_on((old, new), date(2026, 7, 1)) == (new,)
    assert flows_on((a_flow(),), TODAY) == (a_flow(),)
