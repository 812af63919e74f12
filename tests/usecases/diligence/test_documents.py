"""Documents: kept encrypted, judged today, and agreements checked item by item."""

from __future__ import annotations

import hashlib
import os
from datetime import date

import pytest

from tests.support.words import english
from vendorrisk.domain.diligence.records import ClauseCheck, ClauseResult, Document
from vendorrisk.domain.diligence.validity import ArtefactStatus
from vendorrisk.domain.message import BadInput, NotFound, UserError, WrongArgument
from vendorrisk.usecases.diligence import documents


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "iso.pdf"
    path.write_bytes(b"%PDF-1.7 a certificate")
    return path


def count(office, kind):
    with office.book.reading() as reader:
        return len(reader.find(kind))


def test_a_document_keeps_the_name_size_and_digest_of_its_file(office, vendor, file):
    made = documents.add_document(office, vendor.id, file, {"kind": "soc 2 type ii", "title": "Report 2026"})
    assert (made.kind, made.title, made.file_name, made.size) == ("SOC2_II", "Report 2026", "iso.pdf", 22)
    assert made.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert office.evidence.files[made.evidence] == file.read_bytes()


@pytest.mark.parametrize(("typed", "title"), [({}, "iso.pdf"), ({"title": "Certificate"}, "Certificate")])
def test_without_a_title_the_file_names_it(office, vendor, file, typed, title):
    assert documents.add_document(office, vendor.id, file, {"kind": "ISO27001", **typed}).title == title


def test_without_a_file_the_kind_names_it(office, vendor):
    assert documents.add_document(office, vendor.id, None, {"kind": "ISO27001"}).title == "ISO27001"


def test_a_file_that_cannot_be_read_is_named_as_the_wrong_field(office, vendor, tmp_path):
    for path, reason in ((tmp_path / "gone.pdf", "missing"), (tmp_path, "folder")):
        with pytest.raises(BadInput) as refused:
            documents.add_document(office, vendor.id, path, {"kind": "OTHER"})
        (problem,) = refused.value.problems
        assert (problem.where, problem.what.params["reason"].key) == ("file", f"file.reason.{reason}")
    assert count(office, Document) == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_an_empty_file_and_a_pipe_are_no_evidence(office, vendor, tmp_path):
    (tmp_path / "empty.pdf").touch()
    os.mkfifo(tmp_path / "pipe.pdf")
    for name, key in (("empty.pdf", "empty_file"), ("pipe.pdf", "no_file")):
        with pytest.raises(BadInput) as refused:
            documents.add_document(office, vendor.id, tmp_path / name, {"kind": "OTHER"})
        assert [one.what.key for one in refused.value.problems] == [f"files.{key}"]
    assert count(office, Document) == 0


def test_wrong_input_keeps_no_file(office, vendor, file):
    days = {"valid_from": "2027-01-01", "valid_to": "2026-01-01"}
    with pytest.raises(BadInput):
        documents.add_document(office, vendor.id, file, {"kind": "DPA", **days})
    assert office.evidence.files == {}


@pytest.mark.parametrize(
    "typed",
    [
        {"kind": "nonsense"}, {"kind": ""}, {"kind": "DPA", "valid_to": "13/05/2027"},
        {"kind": "DPA", "valid_from": "2027-01-01", "valid_to": "2026-01-01"},
        {"kind": "DPA", "sha256": "00"}, {"kind": "DPA", "vendor_id": "x"},
        {"kind": "DPA", "title": "a\u202eb"},
    ],
)  # fmt: skip
def test_a_wrong_field_stores_nothing(office, vendor, typed):
    with pytest.raises(BadInput):
        documents.add_document(office, vendor.id, None, typed)
    assert count(office, Document) == 0


def test_a_file_whose_name_hides_something_is_not_kept(office, vendor, tmp_path):
    path = tmp_path / "iso\u202efdp.exe"
    path.write_bytes(b"x")
    with pytest.raises(BadInput) as caught:
        documents.add_document(office, vendor.id, path, {"kind": "DPA"})
    assert [(one.where, one.remedy.key) for one in caught.value.problems] == [
        ("file", "document.bad_name.remedy")
    ]
    assert office.evidence.files == {}


def test_a_document_needs_a_vendor_that_exists(office):
    with pytest.raises(NotFound):
        documents.add_document(office, "nobody", None, {"kind": "DPA"})


def test_the_shelf_judges_each_document_today_and_puts_the_first_to_end_first(office, vendor):
    for last in ("2027-05-13", "2026-11-22", "2026-12-31", ""):
        documents.add_document(office, vendor.id, None, {"kind": "ISO22301", "title": last, "valid_to": last})
    with office.book.reading() as reader:
        shelf = documents.shelf(office, reader, vendor_id=vendor.id)
    assert [(one.document.title, one.standing.status) for one in shelf[:3]] == [
        ("2026-11-22", ArtefactStatus.EXPIRED), ("2026-12-31", ArtefactStatus.VALID),
        ("2027-05-13", ArtefactStatus.VALID),
    ]  # fmt: skip
    assert shelf[3].standing.until is None
    with office.book.reading() as reader:
        assert documents.shelf(office, reader) == shelf


def test_the_printed_last_day_still_counts(office, vendor):
    documents.add_document(office, vendor.id, None, {"kind": "ISO22301", "valid_to": "2026-11-23"})
    with office.book.reading() as reader:
        (one,) = documents.shelf(office, reader)
    assert (one.standing.status, one.standing.until) == (ArtefactStatus.VALID, date(2026, 11, 23))


def test_a_second_look_at_a_clause_replaces_the_first(office, vendor):
    paper = documents.add_document(office, vendor.id, None, {"kind": "DPA"})
    first = documents.review_clause(office, paper.id, "D-01", ClauseResult.WEAK, note="vague")
    second = documents.review_clause(office, paper.id, "D-01", ClauseResult.PRESENT)
    assert (second.id, second.result, second.reviewed_by) == (first.id, ClauseResult.PRESENT, "Ana Novak")
    assert count(office, ClauseCheck) == 1


def test_several_clauses_are_one_step(office, vendor):
    paper = documents.add_document(office, vendor.id, None, {"kind": "DPA"})
    documents.review_clause(office, paper.id, "D-01", ClauseResult.WEAK, note="vague")
    before = office.book.head()[0]
    checks = documents.review_clauses(office, paper.id, {f"D-0{n}": ClauseResult.PRESENT for n in (1, 2, 3)})
    assert (office.book.head()[0], len(checks), count(office, ClauseCheck)) == (before + 1, 3, 3)
    assert checks[0].note == "vague"


def test_only_an_agreement_has_clauses(office, vendor):
    paper = documents.add_document(office, vendor.id, None, {"kind": "ISO27001"})
    with pytest.raises(UserError) as refused:
        documents.review_clause(office, paper.id, "D-01", ClauseResult.PRESENT)
    assert refused.value.what.key == "clauses.only_dpa"
    with pytest.raises(UserError):
        documents.review_clauses(office, paper.id, {"D-01": ClauseResult.PRESENT})
    assert count(office, ClauseCheck) == 0


def test_an_item_that_the_checklist_has_not_is_refused_with_all_beside_it(office, vendor):
    paper = documents.add_document(office, vendor.id, None, {"kind": "DPA"})
    with pytest.raises(WrongArgument) as refused:
        documents.review_clause(office, paper.id, "D-99", ClauseResult.PRESENT)
    assert english().say(refused.value.what) == "The checklist has no item D-99."
    assert english().say(refused.value.remedy) == "Its items are numbered from D-01 to D-40."
    with pytest.raises(WrongArgument):
        documents.review_clauses(
            office, paper.id, {"D-01": ClauseResult.PRESENT, "D-99": ClauseResult.PRESENT}
        )
    assert count(office, ClauseCheck) == 0
