"""How a vendor stands, in few words: one fact after the other, each with the sign it leads to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support.law import a_flow
from tests.support.offices import TODAY
from tests.support.vendors import THREES, dpa, facts, live, office_with_law, place, said
from vendorrisk.domain.decision.guards import evaluate
from vendorrisk.domain.diligence.records import Assessment, AssessmentState, Document
from vendorrisk.domain.register.records import LocationKind, Role, Stage
from vendorrisk.usecases.decision.dossiers import dossier_of
from vendorrisk.usecases.register.places import places_of
from vendorrisk.usecases.review.vendor_signs import (
    assessment_sign,
    documents_sign,
    gravest,
    next_due,
    place_codes,
    risk_sign,
    shown_engagement,
    transfer_sign,
)
from vendorrisk.usecases.signals import Signal

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def office():
    return office_with_law()


def told(sign):
    return said(sign.words), sign.signal, sign.open


def a_round(state, number=1, **more):
    given = {"engagement_id": "e1", "questionnaire": "small", "version": "1", **more}
    return Assessment(id=f"a{number}", state=state, **given)


def paper(kind, **more):
    return Document(id=f"d-{kind}", vendor_id="v1", kind=kind, **more)


def test_without_all_ratings_there_is_no_risk(office):
    found = facts(office, live(**THREES | {"factor_chain": None}))
    assert gravest(found) is None
    assert told(risk_sign(found)) == ("Not rated", Signal.NEUTRAL, False)


def test_the_gravest_engagement_counts_and_one_that_is_over_does_not(office):
    low = dict.fromkeys(THREES, 1)
    fives = dict.fromkeys(THREES, 5)
    found = facts(office, live(1, **low), live(2, **THREES), live(3, **fives, stage=Stage.TERMINATED))
    assert [round(found.risks[one].inherent.score) for one in ("e1", "e2", "e3")] == [0, 33, 100]
    assert round(gravest(found)[1]) == 33
    assert risk_sign(found).open


@pytest.mark.parametrize(
    ("anchor", "sign"),
    [
        (date(2025, 11, 22), ("1 day late", Signal.CRITICAL, True)),
        (date(2025, 11, 13), ("10 days late", Signal.CRITICAL, True)),
        (date(2025, 11, 23), ("Due 23 Nov", Signal.WARN, True)),
        (date(2025, 12, 23), ("Due 23 Dec", Signal.WARN, True)),
        (date(2025, 12, 24), ("Not started", Signal.NEUTRAL, False)),
        (None, ("Not started", Signal.NEUTRAL, False)),
    ],
)
def test_a_reassessment_is_late_from_the_day_after_it_is_due_and_soon_for_thirty_days(office, anchor, sign):
    found = facts(office, live(anchor=anchor, cycles=1 if anchor else 0))
    assert told(assessment_sign(found)) == sign


def test_the_first_of_several_due_days_counts_but_not_that_of_an_engagement_that_is_over(office):
    found = facts(
        office,
        live(1, anchor=date(2026, 3, 1), cycles=1),
        live(2, anchor=date(2026, 2, 1), cycles=1),
        live(3, anchor=date(2020, 1, 1), cycles=1, stage=Stage.REJECTED),
    )
    assert next_due(found) == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("rounds", "words"),
    [
        ([a_round(AssessmentState.DRAFT)], "Not sent yet"),
        ([a_round(AssessmentState.SENT, sent_on=date(2026, 11, 10))], "Written 10 Nov"),
        ([a_round(AssessmentState.ANSWERED)], "In review"),
        ([a_round(AssessmentState.SENT, sent_on=TODAY), a_round(AssessmentState.IN_REVIEW, 2)], "In review"),
        ([a_round(AssessmentState.FINISHED, finished_on=date(2026, 3, 2))], "Mar 2026"),
        ([a_round(AssessmentState.CANCELLED)], "Not started"),
    ],
)
def test_what_runs_is_told_before_what_was_done(office, rounds, words):
    assert said(assessment_sign(facts(office, live(), *rounds)).words) == words


def test_lateness_is_told_before_what_runs(office):
    late = live(anchor=date(2025, 10, 1), cycles=1)
    found = facts(office, late, a_round(AssessmentState.SENT, sent_on=TODAY))
    assert said(assessment_sign(found).words) == "53 days late"


@pytest.mark.parametrize(
    ("stage", "papers", "sign"),
    [
        (Stage.LIVE, [], ("Agreement missing", Signal.CRITICAL, True)),
        (Stage.TRIAGED, [], ("No agreement yet", Signal.NEUTRAL, False)),
        (Stage.LIVE, [dpa(valid_to=YESTERDAY)], ("Agreement ended", Signal.CRITICAL, True)),
        (Stage.LIVE, [dpa(valid_to=TODAY)], ("Ends 23 Nov 2026", Signal.WARN, True)),
        (Stage.LIVE, [dpa(valid_to=date(2027, 2, 21))], ("Ends 21 Feb 2027", Signal.WARN, True)),
        (Stage.LIVE, [dpa(valid_to=date(2027, 2, 22))], ("Valid", Signal.GOOD, False)),
        (Stage.LIVE, [dpa(kind="SCC")], ("Valid", Signal.GOOD, False)),
        (Stage.LIVE, [dpa(valid_from=TOMORROW)], ("Agreement ended", Signal.CRITICAL, True)),
    ],
)
def test_the_agreement_comes_first_among_documents(office, stage, papers, sign):
    assert told(documents_sign(facts(office, live(stage=stage), *papers))) == sign


def test_an_independent_controller_needs_no_agreement(office):
    found = facts(office, live(role=Role.INDEPENDENT_CONTROLLER))
    assert told(documents_sign(found)) == ("None", Signal.NEUTRAL, False)


def test_evidence_that_ended_is_told_until_a_newer_paper_of_its_kind_replaces_it(office):
    old = paper("ISO27001", valid_to=YESTERDAY, edition="2022")
    found = facts(office, live(), dpa(), old)
    assert told(documents_sign(found)) == ("Expired 22 Nov 2026", Signal.CRITICAL, True)
    new = Document(id="d9", vendor_id="v1", kind="ISO27001", edition="2022", valid_to=date(2029, 1, 1))
    assert told(documents_sign(facts(office, new))) == ("Valid", Signal.GOOD, False)


@pytest.mark.parametrize(
    ("records", "sign"),
    [
        ([], ("No location", Signal.NEUTRAL)),
        ([place("DE")], ("In the EEA", Signal.NEUTRAL)),
        ([place("IN")], ("No mechanism", Signal.CRITICAL)),
        ([place("IN", valid_to=YESTERDAY)], ("No location", Signal.NEUTRAL)),
        ([place("IN"), a_flow(engagement_id="e1")], ("SCC module 3", Signal.GOOD)),
        (
            [place("IN"), a_flow(engagement_id="e1", mechanism="OLD_SCC", module=None)],
            ("Not valid", Signal.CRITICAL),
        ),
        ([place("IN"), a_flow(engagement_id="e1", valid_to=YESTERDAY)], ("No mechanism", Signal.CRITICAL)),
        ([place("IN"), a_flow(engagement_id="e1", tia_outcome="")], ("Not valid", Signal.CRITICAL)),
    ],
)
def test_the_transfer_says_on_what_ground_and_whether_it_holds(office, records, sign):
    found = transfer_sign(facts(office, live(), *records))
    assert (said(found.words), found.signal, found.open) == (*sign, sign[1] is Signal.CRITICAL)


@pytest.mark.parametrize(
    ("flow", "shown"),
    [
        ({}, ("SCC module 3", ("Valid", Signal.GOOD, False))),
        ({"tia_outcome": ""}, ("SCC module 3", ("Not valid", Signal.CRITICAL, True))),
        ({"mechanism": "OLD_SCC", "module": None}, ("Old SCC", ("Not valid", Signal.CRITICAL, True))),
    ],
)
def test_a_place_names_its_mechanism_apart_from_whether_that_holds(office, flow, shown):
    found = facts(office, live(), place("IN"), a_flow(engagement_id="e1", **flow))
    (one,) = places_of(found, "e1")
    assert (said(one.mechanism), told(one.transfer)) == shown


def test_a_place_without_a_transfer_has_no_mechanism_and_one_inside_the_eea_needs_none(office):
    found = facts(office, live(), place("IN"), place("DE"))
    shown = {one.country: one for one in places_of(found, "e1")}
    bare, inside = shown["IN"], shown["DE"]
    assert (bare.mechanism, told(bare.transfer)) == (None, ("No mechanism", Signal.CRITICAL, True))
    assert (said(inside.mechanism), inside.transfer) == ("In the EEA", None)


def test_storage_is_named_before_access_and_each_place_once(office):
    access = LocationKind.ACCESS
    found = facts(office, live(), place("IN", access), place("DE"), place("DE", access), place("FR"))
    assert place_codes(found) == ["DE", "FR", "IN"]


def test_an_engagement_in_use_stands_for_the_vendor(office):
    over, wanted = live(1, stage=Stage.TERMINATED), live(3)
    assert shown_engagement(facts(office, over)).id == "e1"
    assert shown_engagement(facts(office, live(2, stage=Stage.DRAFT))).id == "e2"
    assert shown_engagement(facts(office, wanted)).id == "e3"


def test_a_vendor_without_engagements_has_signs_too(office):
    found = facts(office)
    assert shown_engagement(found) is None
    signs = [risk_sign(found), assessment_sign(found), documents_sign(found), transfer_sign(found)]
    assert [said(one.words) for one in signs] == ["Not rated", "Not started", "None", "No location"]


@pytest.mark.parametrize(
    ("flow", "place_more", "covered"),
    [
        ({}, {}, True),
        ({"kind": LocationKind.ACCESS}, {}, False),
        ({"importer": "Vendor Ltd"}, {"entity": "vendor  LTD"}, True),
        ({"importer": "Vendor Ltd"}, {"entity": "Somebody Else"}, False),
        ({"engagement_id": "e2"}, {}, False),
    ],
)
def test_a_place_without_its_own_transfer_is_bare_for_the_page_and_for_the_guard(
    office, flow, place_more, covered
):
    made = a_flow(**{"engagement_id": "e1", "importer_country": "IN"} | flow)
    found = facts(office, live(1), live(2), place("IN", **place_more), made)
    (shown,) = places_of(found, "e1")
    assert (shown.transfer.words.key != "sign.transfer.missing") is covered
    assert (transfer_sign(found).words.key != "sign.transfer.missing") is covered
    with office.book.reading() as reader:
        dossier = dossier_of(office, reader, found.engagements[0])
    (guard,) = evaluate(dossier, ("G6",))
    assert ("guard.G6.no_flow" not in [one.fact.key for one in guard.facts]) is covered
