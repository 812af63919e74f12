"""G8 and G9: notices, windows, objections, approvals of customers."""

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.decision.test_guards import facts, sentences
from tests.support.dossier import GO_LIVE, a_customer, a_dossier
from vendorrisk.domain.decision.dossier import NoticeStanding
from vendorrisk.domain.decision.guards import evaluate
from vendorrisk.domain.decision.guards_notice import windows_over
from vendorrisk.domain.message import msg


def noticed(*customers, **facts):
    return a_dossier(notice=NoticeStanding(customers=customers, text_approved=True, **facts))


def test_g8_and_g9_cannot_pass_where_nobody_computed_the_recipients():
    assert facts(a_dossier(notice=None), "G8") == ["not_computed"]
    assert facts(a_dossier(notice=None), "G9") == ["not_computed"]


def test_g8_nobody_affected_means_nobody_to_tell():
    assert facts(noticed(), "G8") == []
    assert facts(replace(noticed(), go_live=None), "G8") == []


@pytest.mark.parametrize(
    ("spoiled", "expected"),
    [
        ({"sent": False, "proof": False, "earliest": None}, ["not_sent"]),
        ({"proof": False}, ["no_proof"]),
        ({"channel_proven": False}, ["no_channel"]),
        ({"earliest": date(2027, 1, 16)}, ["too_early"]),
        ({"earliest": GO_LIVE}, []),
        ({"earliest": None}, ["no_date"]),
        ({"earliest": None, "why": msg("guard.G8.no_go_live")}, ["no_date_why"]),
    ],
)
def test_g8_each_customer_is_told_with_proof_and_the_clock_ended_before_go_live(spoiled, expected):
    assert facts(noticed(a_customer(**spoiled)), "G8") == expected


def test_g8_a_customer_who_is_kept_off_holds_nobody_back():
    off = a_customer(
        kept_off=True, sent=False, proof=False, earliest=None, open_objection=True, specific=True
    )
    assert facts(noticed(off, a_customer(customer="Fabrikam")), "G8") == []
    assert facts(noticed(off), "G8") == []
    assert facts(noticed(off), "G9") == []


@pytest.mark.parametrize(
    ("joined", "expected"),
    [
        ({"earliest": date(2026, 12, 5)}, []),
        ({"earliest": None, "pack_due": True}, ["pack_due"]),
        ({"earliest": None, "open_objection": True}, []),
        ({"earliest": None, "why": msg("guard.G8.no_go_live")}, ["no_date_why"]),
        ({"earliest": date(2027, 1, 16)}, ["too_early"]),
    ],
)
def test_g8_of_whoever_joined_it_asks_for_onboarding_documents_and_for_no_notice(joined, expected):
    newcomer = a_customer(sent=False, proof=False, joined=True, **joined)
    assert facts(noticed(newcomer), "G8") == expected


def test_g8_without_a_day_there_is_nothing_to_count_against():
    assert facts(replace(noticed(a_customer()), go_live=None), "G8") == ["no_go_live", "too_early"]


def test_g8_names_customers_and_the_first_permitted_day():
    late = [a_customer(customer=f"Bank {n}", earliest=date(2027, 3, n)) for n in range(1, 9)]
    (what,), (remedy,) = sentences(noticed(*late, a_customer()), "G8")
    assert what == (
        "Customers whose period is still running on 15 January 2027 (8): Bank 1, Bank 2, Bank 3, "
        "Bank 4, Bank 5, "
        "and 3 more. The first permitted day for all is 8 March 2027."
    )
    assert remedy.startswith("Move go-live to 8 March 2027 or later")


def test_five_names_are_told_without_a_rest():
    late = [a_customer(customer=f"Bank {n}", proof=False) for n in range(1, 6)]
    assert "(5): Bank 1, Bank 2, Bank 3, Bank 4, Bank 5." in sentences(noticed(*late), "G8")[0][0]


def test_g8_customers_without_a_date_are_grouped_by_their_reason():
    why, other = msg("guard.G8.no_go_live"), msg("need.go_live_date")
    customers = [
        a_customer(customer="A", earliest=None, why=why, remedy=msg("need.go_live_date.remedy")),
        a_customer(customer="B", earliest=None, why=why),
        a_customer(customer="C", earliest=None, why=other),
    ]
    what, remedies = sentences(noticed(*customers), "G8")
    assert what[0].startswith("Customers whose first permitted day cannot be determined (2): A, B.")
    assert what[1].startswith("Customers whose first permitted day cannot be determined (1): C.")
    assert remedies == [
        "Enter the planned day.",
        "Open the dates of the change and supply what is missing for each customer.",
    ]


def test_g9_an_open_objection_blocks():
    dossier = noticed(a_customer(open_objection=True, earliest=None))
    assert facts(dossier, "G9") == ["objection"]
    assert facts(dossier, "G8") == []  # named once, by G9
    (result,) = evaluate(dossier, ("G9",))
    assert result.facts[0].remedy.key != "guard.hard"


@pytest.mark.parametrize("bound", [{"binding": True}, {"specific": True, "approved_on": date(2026, 12, 1)}])
def test_g9_under_commission_clauses_dora_and_specific_authorisation_it_is_a_hard_block(bound):
    dossier = noticed(a_customer(open_objection=True, **bound))
    assert facts(dossier, "G9") == ["binding_objection"]
    (result,) = evaluate(dossier, ("G9",))
    assert result.facts[0].remedy.key == "guard.hard"


def test_g9_silence_under_specific_authorisation_is_refusal():
    silent = noticed(a_customer(specific=True, earliest=None))
    assert facts(silent, "G9") == ["no_approval"]
    assert facts(silent, "G8") == []  # named once, by G9
    (result,) = evaluate(silent, ("G9",))
    assert result.facts[0].remedy.key == "guard.hard"
    assert "Their silence counts as refusal (GDPR 28(2))." in sentences(silent, "G9")[0][0]
    approved = noticed(a_customer(specific=True, approved_on=date(2026, 12, 20)))
    assert facts(approved, "G9") == []


def test_g9_an_agreed_request_lead_time_must_have_run_for_approving_customers_too():
    approved = a_customer(specific=True, approved_on=date(2026, 12, 20), earliest=date(2027, 2, 1))
    assert facts(noticed(approved), "G9") == []
    assert facts(noticed(approved), "G8") == ["too_early"]


def test_g9_a_cancelled_change_goes_nowhere():
    assert facts(noticed(a_customer(), cancelled=True), "G9") == ["cancelled"]


def test_g9_names_each_kind_apart():
    dossier = noticed(
        a_customer(customer="A", specific=True),
        a_customer(customer="B", open_objection=True, binding=True),
        a_customer(customer="C", open_objection=True),
    )
    assert facts(dossier, "G9") == ["no_approval", "binding_objection", "objection"]


def test_g8_nobody_is_left_out_because_a_question_was_never_asked():
    (blocked,) = windows_over(noticed(left_out=1))
    assert (blocked.fact.key, blocked.fact.params) == ("guard.G8.left_out", {"count": 1})


def test_g8_what_customers_were_told_still_has_to_be_so():
    told = [msg("field.purpose"), msg("field.country")]
    changed = noticed(a_customer(), told_otherwise=told)
    assert facts(changed, "G8") == ["told_otherwise"]
