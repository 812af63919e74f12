"""The dossier of an engagement: what the register knows reaches the guards."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.gate import a_gate, assessed
from vendorrisk.domain.decision.guards import evaluate
from vendorrisk.domain.register.records import Flow, Location
from vendorrisk.usecases import editing
from vendorrisk.usecases.decision.dossiers import dossier_of

SUPPORT = {
    "kind": "ACCESS", "importer": "Ours Support d.o.o.", "importer_country": "BA", "regimes": "EU",
    "exporter": "Ours GmbH", "exporter_country": "DE", "mechanism": "SCC_2021_914", "module": "3",
    "annexes_complete": "yes", "tia_outcome": "POSITIVE", "tia_valid_until": "2027-02-01",
}  # fmt: skip


@pytest.mark.parametrize(
    ("made_on", "blocked"), [("", []), ("2025-10-04", []), ("2025-10-03", ["guard.G6.invalid"])]
)
def test_the_day_of_an_impact_assessment_is_held_against_a_new_law_there(made_on, blocked):
    gate = assessed(a_gate())
    place = {"kind": "ACCESS", "country": "BA", "entity": "Ours Support d.o.o."}
    editing.add(gate.office, Location, place, engagement_id=gate.engagement_id)
    editing.add(gate.office, Flow, {**SUPPORT, "tia_made_on": made_on}, engagement_id=gate.engagement_id)
    engagement = gate.engagement
    with gate.office.book.reading() as reader:
        dossier = dossier_of(gate.office, reader, engagement)
    assert dossier.today == date(2026, 11, 23)
    (found,) = evaluate(dossier, ("G6",))
    assert [one.fact.key for one in found.facts] == blocked
