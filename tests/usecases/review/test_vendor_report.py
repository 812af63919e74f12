"""The report on a vendor says who it is, what it does, where and on what ground, and then its assessments."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.gate import BY_HAND, TO_CONTRACTING, a_gate, assessed
from tests.support.offices import put
from tests.support.words import english
from vendorrisk.domain.register.records import Contact, Flow, LocationKind, Stage, Vendor
from vendorrisk.domain.report import Grid, Heading, PageBreak, Tone
from vendorrisk.usecases.editing import ADD
from vendorrisk.usecases.review.reports import report_on_assessment, report_on_vendor


@pytest.fixture
def gate():
    made = assessed(a_gate())
    flow = Flow(id="f", engagement_id=made.engagement_id, kind=LocationKind.STORAGE, importer_country="US",
                mechanism="PRIVACY_SHIELD")  # fmt: skip
    put(made, flow)
    return made


def report_of(gate):
    with gate.office.book.reading() as reader:
        return report_on_vendor(gate.office, reader, gate.vendor_id)


def said(cell):
    return "" if cell is None else english().value(cell, "en")


def grid(report, heading):
    """The table under a heading, row by row in words, with its tones."""
    at = [said(one.text) if isinstance(one, Heading) else "" for one in report.blocks].index(heading)
    found = next(one for one in report.blocks[at:] if isinstance(one, Grid))
    return [tuple(said(cell) for cell in row) for row in found.rows], found.tones


def test_it_begins_with_the_vendor_as_of_today(gate):
    report = report_of(gate)
    assert (said(report.title), report.on) == ("Vendor report: Eastline Voice", gate.clock.day)
    assert said(report.subtitle) == "As of 23 November 2026"
    facts = {said(row.label): said(row.value) for row in report.blocks[0].rows}
    assert facts["Country"] == "Germany"
    assert "Address" not in facts, "a line without content is left out"


def test_a_late_reassessment_stands_out(gate):
    rows, tones = grid(report_of(gate), "What it does for us")
    assert (len(rows), tones[0] is Tone.BAD) == (1, False)
    gate.later(400)
    assert grid(report_of(gate), "What it does for us")[1] == (Tone.BAD,)


def test_places_and_transfers_stand_with_country_and_ground(gate):
    report = report_of(gate)
    places, _ = grid(report, "Where data is stored and accessed from")
    assert [row[1:3] for row in places] == [("Storage", "Germany"), ("Access", "Ireland")]
    transfers, tones = grid(report, "Transfers")
    lost = next(row for row in transfers if row[0] == "United States")
    assert lost[:2] == ("United States", "Storage")
    assert tones[transfers.index(lost)] is Tone.BAD
    assert lost[4], "it says why"


def test_papers_that_no_longer_count_stand_out(gate):
    assert grid(report_of(gate), "Certificates, reports and other documents")[1] == (Tone.NEUTRAL,)
    with gate.office.book.act(ADD[Contact]) as desk:
        from vendorrisk.domain.diligence.records import Document

        (paper,) = desk.find(Document)
        desk.put(replace(paper, valid_to=gate.clock.day - timedelta(days=1)))
    rows, tones = grid(report_of(gate), "Certificates, reports and other documents")
    assert (rows[0][-2:], tones) == (("22 November 2026", "It ended on 22 November 2026."), (Tone.BAD,))


def test_each_assessment_follows_whole_on_pages_of_its_own(gate):
    report = report_of(gate)
    with gate.office.book.reading() as reader:
        from vendorrisk.domain.diligence.records import Assessment

        alone = report_on_assessment(gate.office, reader, reader.find(Assessment)[-1].id)
    breaks = [at for at, one in enumerate(report.blocks) if isinstance(one, PageBreak)]
    assert len(breaks) == 1
    rest = report.blocks[breaks[0] + 3 :]
    assert len(rest) == len(alone.blocks)
    levels = [one.level for one in alone.blocks if isinstance(one, Heading)]
    assert [one.level for one in rest if isinstance(one, Heading)] == [min(3, one + 1) for one in levels]


def test_a_vendor_that_was_never_assessed_has_a_profile_that_says_so():
    report = report_of(a_gate())
    assert grid(report, "What it does for us")[0][0][3:] == ("Not assessed", "")
    assert not any(isinstance(one, PageBreak) for one in report.blocks)


def test_a_vendor_without_an_engagement_has_a_profile_too():
    gate = a_gate()
    put(gate, Vendor(id="v2", name="Norte Cloud S.A.", country="ES"))
    with gate.office.book.reading() as reader:
        report = report_on_vendor(gate.office, reader, "v2")
    table = next(one for one in report.blocks if isinstance(one, Grid))
    assert (table.rows, said(table.empty)) == ((), "No engagement is recorded.")


def test_decisions_and_the_word_given_for_unchecked_guards_are_told():
    gate = assessed(a_gate())
    gate.move(*TO_CONTRACTING, Stage.NOTICE_PENDING)
    told = dict(row[1:] for row in grid(report_of(gate), "Decisions and moves")[0])
    assert BY_HAND in told["Checked by hand: Sub-processors of the vendor (fourth parties)"]
    assert "Needed for calls to Norway." in told["Approved with conditions"]
