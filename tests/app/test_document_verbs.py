"""Documents on the command line: what their text suggests, and what is changed in them afterwards."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

TEXT = (
    "CERTIFICATE", "ISO/IEC 27001:2022", "Norte Cloud S.A.", "Valid from: 14 May 2024",
    "Valid until: 13 May 2027", "Audited on 03/04/2024",
)  # fmt: skip


@pytest.fixture
def certificate(desk, tmp_path):
    desk.add_vendor()
    file = tmp_path / "scan.pdf"
    canvas = Canvas(str(file))
    for line, text in enumerate(TEXT):
        canvas.drawString(72, 800 - 20 * line, text)
    canvas.save()
    return file


def add(desk, file, *options):
    return desk("document", "add", "Norte Cloud", file, "--kind", "ISO27001", *options, "--json")


def test_what_the_text_suggests_is_listed_and_nothing_of_it_taken(desk, certificate):
    answer = add(desk, certificate)
    assert answer.code == 0
    assert {one["field"]: one["value"] for one in answer.json["suggestions"]} == {
        "edition": "2022", "valid_from": "2024-05-14", "valid_to": "2027-05-13",
    }  # fmt: skip
    assert "The file suggests: edition=2022, valid_from=2024-05-14" in answer.err
    (kept,) = desk.ok("document", "list")["documents"]
    assert (kept["edition"], kept["valid_from"], kept["valid_to"]) == ("", None, None)


def test_a_day_that_can_be_read_in_two_ways_is_named_and_not_suggested(desk, certificate):
    (problem,) = add(desk, certificate).json["problems"]
    assert (problem["level"], problem["where"]) == ("warning", "scan.pdf")
    assert "03/04/2024" in problem["what"]


def test_what_was_given_is_not_suggested_again(desk, certificate):
    given = ("--edition", "2022", "--valid-to", "2027-05-13", "--dry-run")
    told = add(desk, certificate, *given).json["suggestions"]
    assert [one["field"] for one in told] == ["valid_from"]


def test_another_kind_that_the_text_names_is_suggested(desk, certificate):
    told = desk.ok("document", "add", "Norte Cloud", certificate, "--kind", "SOC2_II")["suggestions"]
    assert {"field": "kind", "value": "ISO27001", "words": ""} in told


def test_a_file_that_cannot_be_read_is_kept_with_a_warning(desk, tmp_path):
    desk.add_vendor()
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 no more")
    answer = add(desk, tmp_path / "broken.pdf")
    assert (answer.code, answer.json["suggestions"]) == (0, [])
    assert "broken.pdf" in answer.json["problems"][0]["what"]


def test_fields_of_a_document_are_changed_as_one_step(desk, certificate):
    added = add(desk, certificate, "--title", "Norte ISO").json
    told = desk.ok("document", "set", "Norte ISO", "valid_to=2027-05-13", "edition=2022")
    assert (told["document"], told["fields"]) == (added["document"], ["edition", "valid_to"])
    (kept,) = desk.ok("document", "list")["documents"]
    assert (kept["valid_to"], kept["edition"], kept["sha256"]) == ("2027-05-13", "2022", added["sha256"])
    desk.ok("undo")
    assert desk.ok("document", "list")["documents"][0]["valid_to"] is None


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("acceptance", "recorded acceptance", "RECORDED_ACCEPTANCE"),
        ("opinion", "qualified", "QUALIFIED"),
        ("recorded_status", "suspended", "SUSPENDED"),
        ("acceptance", "", ""),
    ],
)
def test_what_rules_read_is_one_of_their_words(desk, certificate, field, typed, kept):
    added = add(desk, certificate).json["document"]
    desk.ok("document", "set", added, f"{field}={typed}")
    assert desk.ok("document", "list")["documents"][0][field] == kept


@pytest.mark.parametrize(
    ("assignment", "word"),
    [
        ("acceptance=signed by both", "SIGNATURE"),
        ("opinion=fine", "ADVERSE"),
        ("recorded_status=gone", "WITHDRAWN"),
        ("valid_to=13/05/2027", "2027-05-13"),
        ("sha256=00", "valid_to"),
    ],
)
def test_any_other_word_is_refused_with_those_that_there_are(desk, certificate, assignment, word):
    added = add(desk, certificate).json["document"]
    answer = desk("document", "set", added, assignment, "--json")
    assert answer.code == 2
    assert word in str(answer.json["problems"])


def test_the_document_that_one_rests_on_goes_by_its_title_too(desk, certificate):
    base = add(desk, certificate, "--title", "Norte ISO", "--valid-to", "2027-05-13").json["document"]
    resting = desk.ok(
        "document", "add", "Norte Cloud", certificate, "--kind", "ISO27017", "--field", "depends_on=Norte ISO"
    )["document"]
    kept = {one["document"]: one["depends_on"] for one in desk.ok("document", "list")["documents"]}
    assert kept[resting] == base
    assert desk("document", "set", resting, "depends_on=Nobody").code == 4
    desk.ok("document", "set", resting, "depends_on=")
    assert desk("document", "set", "Nobody", "edition=2022").code == 4
