"""Which reassessments the review of a quarter says were due in it (K-04), from what the register holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.assessed import SMALL
from tests.support.gate import a_gate
from tests.support.sendable import in_use
from vendorrisk.domain.diligence.records import Assessment, AssessmentState
from vendorrisk.domain.register.records import Engagement
from vendorrisk.domain.review.quarters import quarter_of
from vendorrisk.usecases.editing import EDIT
from vendorrisk.usecases.review.quarterly import figures_of


@pytest.fixture
def gate():
    """In use since its approval; no assessment of it was finished, and its year is over since yesterday."""
    made = a_gate()
    in_use(made.office, made.engagement_id)
    made.later(366)
    return made


def figure(gate, id_):
    found = figures_of(gate.office, quarter_of(gate.clock.day))
    return next((one.n, one.d) for one in found if one.id == id_)


def test_what_went_live_on_its_approval_alone_was_due_too(gate):
    assert (figure(gate, "K-03"), figure(gate, "K-04")) == ((1, None), (0, 1))


def test_completions_are_replayed_by_their_day_whichever_was_begun_first(gate):
    today = gate.clock.day
    with gate.office.book.act(EDIT[Engagement]) as desk:
        for id_, ago in (("a-begun-first", 5), ("b-begun-second", 365 + 10)):
            desk.put(
                Assessment(
                    id=id_, engagement_id=gate.engagement_id, questionnaire=SMALL.id, version=SMALL.version,
                    state=AssessmentState.FINISHED, finished_on=today - timedelta(days=ago),
                )
            )  # fmt: skip
        one = desk.get(Engagement, gate.engagement_id)
        desk.put(replace(one, anchor=today - timedelta(days=375), cycles=2))
    assert figure(gate, "K-04") == (0, 1), "due ten days ago, completed five days ago"
