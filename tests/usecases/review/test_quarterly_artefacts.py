"""Which papers a quarterly review asks for, and that one which is not there counts as not valid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.gate import RATED, Gate, a_gate
from tests.support.offices import put
from tests.support.words import english
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.register.records import Engagement, Flow, Location, LocationKind, Stage
from vendorrisk.domain.report import Note
from vendorrisk.domain.review.quarters import quarter_of
from vendorrisk.domain.review.report import quarterly_review
from vendorrisk.usecases import editing
from vendorrisk.usecases.diligence.documents import add_document
from vendorrisk.usecases.review.quarterly import review_input

SOC2 = {
    "kind": "SOC2_II", "criteria": "CC", "period_start": "2025-10-01", "period_end": "2026-09-30",
    "opinion": "UNQUALIFIED", "covers_vendor": "yes", "covers_service": "yes", "covers_sites": "yes",
}  # fmt: skip
OLD = SOC2 | {"period_start": "2023-10-01", "period_end": "2024-09-30", "valid_to": "2025-09-30"}
NO_AGREEMENT = "Eastline Voice: no agreement on file"
NO_EVIDENCE = "Eastline Voice: no certificate or report on file"


@pytest.fixture
def gate():
    """An engagement in use with an agreement; it is in tier 2."""
    return used(a_gate())


def used(gate: Gate) -> Gate:
    with gate.office.book.act(editing.EDIT[Engagement]) as desk:
        (one,) = desk.find(Engagement)
        desk.put(replace(one, stage=Stage.LIVE, tier_override=2, tier_reason="Judged by hand."))
    return gate


def k10(gate):
    """What is valid and what is not of what is asked for, by the names that a reader sees."""
    given = review_input(gate.office, quarter_of(gate.clock.day))
    (figure,) = [one for one in given.figures if one.id == "K-10"]
    return ({given.names[one] for one in figure.members}, {given.names[one] for one in figure.others})


def test_what_is_missing_altogether_is_asked_for_and_not_valid(gate):
    assert k10(gate) == ({"Eastline Voice: Agreement"}, {NO_EVIDENCE})
    with gate.office.book.reading() as reader:
        (document,) = reader.find(Document)
    editing.remove(gate.office, Document, document.id)
    assert k10(gate) == (set(), {NO_AGREEMENT, NO_EVIDENCE})


@pytest.mark.parametrize(("tier", "lacks"), [(1, {NO_EVIDENCE}), (2, {NO_EVIDENCE}), (3, set()), (4, set())])
def test_evidence_is_asked_for_in_the_first_two_tiers(gate, tier, lacks):
    mild = dict.fromkeys((name for name in RATED if name.startswith("factor_")), "1")
    by_hand = {"tier_override": str(tier), "tier_reason": "Judged by hand."}
    editing.edit(gate.office, Engagement, gate.engagement_id, mild | by_hand)
    assert k10(gate)[1] == lacks


def test_an_old_report_is_asked_for_until_there_is_a_newer_one(gate):
    add_document(gate.office, gate.vendor_id, None, OLD | {"title": "SOC 2 of 2024"})
    assert k10(gate)[1] == {"Eastline Voice: SOC 2 of 2024"}
    add_document(gate.office, gate.vendor_id, None, SOC2 | {"title": "SOC 2 of 2026"})
    assert k10(gate) == ({"Eastline Voice: Agreement", "Eastline Voice: SOC 2 of 2026"}, set())


def test_a_paper_without_a_title_goes_by_its_kind(gate):
    put(gate, Document(id="x", vendor_id=gate.vendor_id, kind="SOC2_II", period_end=date(2024, 9, 30)))
    assert k10(gate)[1] == {"Eastline Voice: SOC2 II"}


def test_the_paper_of_another_engagement_does_not_serve_this_one(gate):
    with gate.office.book.act(editing.EDIT[Document]) as desk:
        (document,) = desk.find(Document)
        desk.put(replace(document, engagement_id="another"))
    assert k10(gate) == (set(), {NO_AGREEMENT, NO_EVIDENCE})


def test_a_place_outside_the_eea_without_a_transfer_is_named_beside_the_figures(gate):
    def told():
        given = review_input(gate.office, quarter_of(gate.clock.day))
        notes = [one.text for one in quarterly_review(given).blocks if isinstance(one, Note)]
        return [english().say(one) for one in notes if one.key.startswith("review.unrecorded")]

    assert told() == []
    place = Location(id="us", engagement_id=gate.engagement_id, kind=LocationKind.ACCESS, country="US")
    put(gate, place)
    assert told() == [
        (
            "1 place outside the EEA has no transfer on record, so that “Transfers covered” does not count "
            "it: Eastline Voice: United States (access)."
        )
    ]
    put(gate, Flow(id="f", engagement_id=gate.engagement_id, kind=LocationKind.ACCESS, importer_country="US"))
    assert told() == []


@pytest.mark.parametrize("mechanism", ["PRIVACY_SHIELD", "CARRIER_DISCLOSURE"])
def test_a_transfer_of_a_sub_processor_stays_in_the_figure_whatever_it_is_called(gate, mechanism):
    def k07():
        given = review_input(gate.office, quarter_of(gate.clock.day))
        return next((one.n, one.d, one.parts) for one in given.figures if one.id == "K-07")

    valid, judged, parts = k07()
    wrong = {"kind": "STORAGE", "importer": "Eastline", "importer_country": "US", "mechanism": mechanism}
    editing.add(gate.office, Flow, {**wrong, "ground": "said so"}, engagement_id=gate.engagement_id)
    assert k07() == (valid, judged + 1, parts)
