"""Every engagement needs an agreement, the first two tiers evidence too."""

from __future__ import annotations

import pytest

from vendorrisk.domain.diligence.artefacts import concerns
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.register.records import Engagement
from vendorrisk.domain.review.needed_documents import NO_AGREEMENT, NO_EVIDENCE, absent, is_needed


def papers(*kinds):
    return [Document(id=kind, vendor_id="v", kind=kind) for kind in kinds]


def test_agreements_and_evidence_are_asked_for_and_other_papers_are_not():
    kinds = ("DPA", "SCC", "ISO27001", "SOC2_II", "TIA", "POLICY")
    assert [one.kind for one in papers(*kinds) if is_needed(one)] == list(kinds[:4])


@pytest.mark.parametrize(
    ("kinds", "tier", "lacks"),
    [
        ((), 1, [NO_AGREEMENT, NO_EVIDENCE]),
        ((), 3, [NO_AGREEMENT]),
        ((), None, [NO_AGREEMENT]),
        (("SCC",), 2, [NO_EVIDENCE]),
        (("DPA",), 4, []),
        (("ISO27001",), 2, [NO_AGREEMENT]),
        (("DPA", "SOC2_II"), 1, []),
    ],
)
def test_what_is_asked_for_and_not_there_is_named(kinds, tier, lacks):
    assert list(absent(papers(*kinds), tier)) == lacks


@pytest.mark.parametrize(
    ("vendor", "engagement", "counts"),
    [("v", "", True), ("v", "e", True), ("v", "other", False), ("w", "", False)],
)
def test_a_paper_counts_for_its_engagement_or_for_all_of_its_vendors(vendor, engagement, counts):
    paper = Document(id="d", vendor_id=vendor, kind="DPA", engagement_id=engagement)
    assert concerns(paper, Engagement(id="e", vendor_id="v", service_id="s")) is counts
