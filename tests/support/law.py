"""The law as shipped, and flows with quiet defaults: a test names only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.support.sentences import ROOT
from vendorrisk.documents.law_files import read_law
from vendorrisk.domain.register.records import Flow, LawEntry, LocationKind
from vendorrisk.domain.register.vocabulary import Mechanism, Regime, TiaOutcome

if TYPE_CHECKING:
    from vendorrisk.domain.register.law import Law

TODAY = date(2026, 11, 21)


@cache
def the_law() -> Law:
    """The tables of resources/law."""
    law, problems = read_law(ROOT / "resources" / "law")
    assert problems == ()
    return law


def framework_decision() -> LawEntry:
    """The EU's decision on the United States, which covers certified participants alone."""
    found = (row for row in the_law().adequacy if (row.regime, row.code) == (Regime.EU, "US"))
    return replace(next(found), id="law-us")


def a_flow(**facts: Any) -> Flow:
    """Our EEA entity to a vendor in India, under signed clauses with a sound impact assessment."""
    sound = {
        "id": "flow-1",
        "engagement_id": "engagement-1",
        "kind": LocationKind.STORAGE,
        "exporter": "Ours GmbH",
        "exporter_country": "DE",
        "importer": "Vendor Ltd",
        "importer_country": "IN",
        "regimes": (Regime.EU,),
        "mechanism": Mechanism.SCC_2021_914,
        "module": 3,
        "annexes_complete": True,
        "tia_outcome": TiaOutcome.POSITIVE_WITH_MEASURES,
        "tia_valid_until": date(2027, 6, 30),
    }
    return Flow(**(sound | facts))


def a_dpf_flow(**facts: Any) -> Flow:
    """A flow to a certified US company, looked up ten days ago, with signed clauses as fallback."""
    sound = {
        "importer": "Vendor Inc",
        "importer_country": "US",
        "mechanism": Mechanism.DPF,
        "module": None,
        "annexes_complete": False,
        "tia_outcome": "",
        "tia_valid_until": None,
        "condition_met": True,
        "checked_on": date(2026, 11, 11),
        "next_due": date(2027, 5, 31),
        "fallback": Mechanism.SCC_2021_914,
    }
    return a_flow(**(sound | facts))
