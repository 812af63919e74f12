"""The review of a role falls when role or rationale change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vendorrisk.domain.register.records import Engagement, Role
from vendorrisk.domain.register.role_review import review_falls

REVIEWED = Engagement(
    id="e1", vendor_id="v1", service_id="s1", role_rationale="It acts on our word.", role_reviewed_by="Ana"
)


@pytest.mark.parametrize(
    ("changed", "named", "reviewer"),
    [
        ({"owner": "Ivo"}, {"owner"}, "Ana"),
        ({"role_rationale": "Another one"}, {"role_rationale"}, ""),
        ({"role": Role.INDEPENDENT_CONTROLLER}, {"role"}, ""),
        ({"role_rationale": "Another one"}, {"role_rationale", "role_reviewed_by"}, "Ana"),
    ],
)
def test_a_review_falls_with_what_was_reviewed(changed, named, reviewer):
    assert review_falls(REVIEWED, replace(REVIEWED, **changed), named).role_reviewed_by == reviewer
