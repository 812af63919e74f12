"""Letters name only what holds on the planned day; what does not is named beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.support.changing import shown_letter
from tests.support.gate import next_to_announce
from tests.support.offices import put
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.message import Level, msg
from vendorrisk.domain.notice.records import Change, ChangeKind
from vendorrisk.domain.register.records import Flow, Location, LocationKind
from vendorrisk.usecases.notice.letters import facts_of_all, write_letters

PLANNED = date(2027, 3, 1)


@pytest.fixture
def gate():
    return next_to_announce()


@pytest.fixture
def change(gate):
    return gate.change(PLANNED)


def flow(gate, country: str, **facts: Any) -> Flow:
    """Clauses with everything that makes them valid, unless told otherwise."""
    complete: dict[str, Any] = {
        "mechanism": "SCC_2021_914", "module": 3, "annexes_complete": True, "exporter_country": "HR",
        "tia_outcome": "ACCEPTABLE", "tia_made_on": date(2026, 11, 1), "tia_valid_until": date(2027, 11, 1),
    }  # fmt: skip
    return Flow(
        id=f"to-{country}", engagement_id=gate.engagement_id, kind=LocationKind.ACCESS,
        importer_country=country, **(complete | facts),
    )  # fmt: skip


def facts(gate, change):
    with gate.office.book.reading() as reader:
        return next(iter(facts_of_all(gate.office, reader, reader.get(Change, change.id))))


def told(problems) -> list[tuple[str, str]]:
    """Where and by which fact a letter says that it leaves something out."""
    return [
        (one.where.partition(": ")[2], one.what.params["fact"].key)
        for one in problems
        if one.what.key == "letter.left_out"
    ]


def test_a_letter_names_no_transfer_that_is_invalid_on_the_planned_day(gate, change, tmp_path):
    customer = gate.customer()
    put(gate, flow(gate, "IN"), flow(gate, "US", tia_outcome="", tia_made_on=None, tia_valid_until=None))
    assert [one.importer_country for one in facts(gate, change).flows] == ["IN"]
    shown = shown_letter(gate.office, change.id, customer.id)
    written = write_letters(gate.office, change.id, tmp_path / "letters")
    assert len(written.letters) == 2
    for problems in (shown.problems, written.problems):
        (one,) = [one for one in problems if one.what.key == "letter.left_out"]
        assert one.level is Level.WARNING
        assert one.what.params["fact"].key == "guard.G6.invalid"


def test_an_assessment_that_ends_before_the_planned_day_carries_no_transfer(gate, change):
    gate.customer()
    put(gate, flow(gate, "IN", tia_valid_until=date(2027, 2, 28)))
    found = facts(gate, change)
    assert (found.flows, found.tia_done) == ((), False)
    put(gate, flow(gate, "IN", tia_valid_until=PLANNED))
    found = facts(gate, change)
    assert ([one.id for one in found.flows], found.tia_done) == (["to-IN"], True)


def test_places_without_a_transfer_are_each_named(gate, change, tmp_path):
    gate.customer()
    put(gate, *(
        Location(id=f"in-{code}", engagement_id=gate.engagement_id, kind=LocationKind.ACCESS, country=code)
        for code in ("IN", "US")
    ))  # fmt: skip
    written = write_letters(gate.office, change.id, tmp_path / "letters")
    assert told(written.problems) == [("transfer", "guard.G6.no_flow")] * 2


@pytest.mark.parametrize(("ends", "named"), [(PLANNED, True), (date(2027, 2, 28), False)])
def test_a_certificate_that_ends_before_the_planned_day_is_no_safeguard(gate, change, ends, named):
    customer = gate.customer()
    paper = Document(
        id="iso", vendor_id=gate.vendor_id, kind="ISO27001", edition="2022", title="Certificate",
        issued_on=date(2025, 1, 1), valid_from=date(2025, 1, 1), valid_to=ends,
    )  # fmt: skip
    put(gate, paper)
    iso = msg("letter.safeguard", kind=msg("DocumentKind.ISO27001"), edition="2022")
    assert facts(gate, change).safeguards == ((iso,) if named else ())
    shown = shown_letter(gate.office, change.id, customer.id)
    assert told(shown.problems) == ([] if named else [("safeguards", "letter.unfit.lapsing")])


@pytest.mark.parametrize(
    ("edited", "why"),
    [
        ({"acceptance": ""}, ["guard.G5.no_evidence"]),
        ({"evidence": "", "sha256": ""}, ["guard.G5.no_file"]),
        ({"valid_to": date(2027, 2, 28)}, ["guard.G4.ended"]),
        ({"valid_to": date(2026, 11, 22)}, ["letter.unfit.agreement", "guard.G4.ended"]),
    ],
)
def test_an_agreement_that_nobody_provably_accepted_is_named_as_a_problem(gate, change, edited, why):
    customer = gate.customer()
    with gate.office.book.reading() as reader:
        (agreement,) = reader.find(Document)
    put(gate, replace(agreement, **edited))
    shown = shown_letter(gate.office, change.id, customer.id)
    assert told(shown.problems) == [("dpa", one) for one in why]


def test_a_removal_speaks_of_none_of_this(gate):
    customer = gate.customer()
    put(gate, flow(gate, "US", tia_outcome=""))
    removal = gate.change(PLANNED, ChangeKind.REMOVE)
    assert told(shown_letter(gate.office, removal.id, customer.id).problems) == []
