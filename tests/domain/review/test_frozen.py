"""A frozen quarter comes back as it was, or not at all, and compares figure by figure."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.support.reviews import END, artefact, engagement, facts, finding, flow
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.report import Tone
from vendorrisk.domain.review.figure import Figure, Part
from vendorrisk.domain.review.figures import figures
from vendorrisk.domain.review.frozen import (
    Comparison,
    DamagedQuarter,
    comparison,
    digest,
    frozen_figures,
    frozen_text,
)
from vendorrisk.domain.review.records import FrozenQuarter

FOUND = figures(
    facts(
        engagements=(engagement("e-1"), engagement("b", next_due=date(2026, 11, 1))),
        flows=(flow(), flow("c", carrier=True, position_since=date(2025, 3, 1))),
        artefacts=(artefact(valid_through=END),), findings=(finding(),),
    )
)  # fmt: skip


def frozen(text: str, sha256: str = "") -> FrozenQuarter:
    return FrozenQuarter(
        id="q", quarter="2026Q4", frozen_at=datetime(2027, 1, 5, tzinfo=UTC), figures=text,
        sha256=sha256 or digest(text), journal_sequence=7,
    )  # fmt: skip


def test_what_was_frozen_comes_back():
    back = frozen_figures(frozen(frozen_text(FOUND)))
    assert [replace(one, parts=()) for one in back] == [replace(one, parts=()) for one in FOUND]
    numbers = [[(part.n, part.d, part.mean) for part in one.parts] for one in FOUND]
    assert [[(part.n, part.d, part.mean) for part in one.parts] for one in back] == numbers
    assert all(isinstance(part.label, Message) for one in back for part in one.parts)


def test_a_quarter_frozen_in_the_first_form_is_still_read():
    plain = json.loads(frozen_text(FOUND[:1]))
    plain["form"], plain["figures"][0]["parts"] = 1, [["figure.part.vendors", {}, 2]]
    (back,) = frozen_figures(frozen(json.dumps(plain)))
    assert back.parts == (Part(label=msg("figure.part.vendors"), n=2),)


def test_dates_in_labels_come_back_as_dates():
    (transfers,) = [one for one in frozen_figures(frozen(frozen_text(FOUND))) if one.id == "K-07"]
    assert transfers.parts == (Part(label=msg("figure.part.positions_since", oldest=date(2025, 3, 1)), n=1),)


def test_the_same_figures_give_the_same_text():
    assert frozen_text(FOUND) == frozen_text(list(FOUND))
    assert json.loads(frozen_text(FOUND))["form"] == 2


@pytest.mark.parametrize(
    "quarter",
    [
        frozen(frozen_text(FOUND), "0" * 64),
        frozen("not json"),
        frozen("{}"),
        frozen('{"figures": [{}]}'),
        frozen('{"figures": 7}'),
        frozen(
            '{"figures": [{"id":"K-01","n":1,"d":null,"tone":"purple","members":[],"others":[],"parts":[]}]}'
        ),
    ],
)
def test_a_quarter_that_is_not_what_was_frozen_is_refused(quarter):
    with pytest.raises(DamagedQuarter) as refusal:
        frozen_figures(quarter)
    assert refusal.value.where == "2026Q4"


def share(n: int, d: int, id_: str = "K-02") -> Figure:
    return Figure(id=id_, n=n, d=d, tone=Tone.GOOD)


def count(n: int, id_: str) -> Figure:
    return Figure(id=id_, n=n, d=None, tone=Tone.GOOD)


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (share(47, 50), share(91, 100), Comparison(change=3.0, better=True)),
        (share(91, 100), share(47, 50), Comparison(change=-3.0, better=False)),
        (share(1, 2), share(2, 4), Comparison(change=0.0, better=None)),
        (share(1, 2), share(0, 0), None),
        (share(0, 0), share(1, 2), None),
        (share(1, 2), None, None),
        (count(3, "K-03"), count(1, "K-03"), Comparison(change=2.0, better=False)),
        (count(1, "K-03"), count(3, "K-03"), Comparison(change=-2.0, better=True)),
        (count(62, "K-01"), count(60, "K-01"), Comparison(change=2.0, better=None)),
    ],
)
def test_figures_are_compared_in_points_or_pieces(now, before, expected):
    assert comparison(now, before) == expected
