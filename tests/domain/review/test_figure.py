"""From how many percent a share is green, and from how many amber (domain.md 8.2)."""

from __future__ import annotations

import pytest

from tests.support.reviews import facts
from vendorrisk.domain.report import Tone
from vendorrisk.domain.review.figure import Counted
from vendorrisk.domain.review.figures import FIGURES

EVERYBODY = tuple(f"e{number}" for number in range(100))


@pytest.mark.parametrize(
    ("id_", "green", "amber"),
    [
        ("K-02", 100, 95), ("K-04", 100, 90), ("K-06", 100, 100), ("K-07", 100, 100), ("K-10", 100, 95),
        ("K-17", 95, 80),
    ],
)  # fmt: skip
def test_a_share_is_green_and_amber_from_its_own_limits(id_, green, amber):
    (judge,) = (one.judge for one in FIGURES if one.id == id_)

    def tone(percent):
        return judge(Counted(these=EVERYBODY[:percent], of=EVERYBODY), facts())

    assert (tone(green), tone(green - 1) is Tone.GOOD) == (Tone.GOOD, False)
    assert (tone(amber) is Tone.BAD, tone(amber - 1)) == (False, Tone.BAD)
