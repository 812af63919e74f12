"""Evidence is text that vendors write; what names a document on file is found with its page."""

from __future__ import annotations

import pytest

from tests.support.diligence import document
from vendorrisk.domain.diligence.evidence import EvidenceLine, evidence_line, read_evidence

REPORT = document("SOC2_II", id="soc", title="SOC 2 Type II report 2026", file_name="soc2-2026.pdf")
POLICY = document("POLICY", id="pol", title="Key procedure v4")
BARE = document("DPA", id="dpa")


@pytest.mark.parametrize(
    ("line", "found", "page"),
    [
        ("SOC2-2026.PDF p. 31", REPORT, 31),
        ("see SOC 2 Type II Report 2026, page 7", REPORT, 7),
        ("soc2-2026 pp 12-14", REPORT, 12),
        ("Key procedure v4", POLICY, None),
        ("our DPA with you", None, None),
        ("Handbuch, Seite 3", None, 3),
    ],
)
def test_a_line_names_the_document_whose_title_or_file_stands_in_it(line, found, page):
    assert read_evidence(line, [BARE, POLICY, REPORT]) == (
        EvidenceLine(text=line, document=found, page=page),
    )


def test_each_line_is_one_piece_of_evidence_and_empty_ones_are_none():
    lines = read_evidence("soc2-2026.pdf; Key procedure v4\n\n ;", [POLICY, REPORT])
    assert [one.document for one in lines] == [REPORT, POLICY]
    assert read_evidence("", [REPORT]) == ()


def test_the_longest_name_wins():
    older = document("SOC2_II", id="old", title="SOC 2 Type II report")
    (line,) = read_evidence("SOC 2 Type II report 2026", [older, REPORT])
    assert line.document is REPORT


@pytest.mark.parametrize("one", [REPORT, POLICY])
@pytest.mark.parametrize("page", [None, 31])
def test_what_we_write_is_found_again(one, page):
    (line,) = read_evidence(evidence_line(one, page), [REPORT, POLICY, BARE])
    assert (line.document, line.page) == (one, page)


def test_a_document_without_title_and_file_is_called_by_its_kind():
    assert evidence_line(BARE, 2) == "DPA, p. 2"
