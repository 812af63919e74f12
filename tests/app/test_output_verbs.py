"""Verbs that write for people: publish, list diff, report, review."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from tests.support.calls import Desk, TickingClock
from vendorrisk.app.shipped import ShippedQuestionnaires
from vendorrisk.domain.diligence.records import Verdict
from vendorrisk.usecases.diligence import answer_review

OLD = """| Name | Purpose | Location |
|---|---|---|
| Norte Cloud | Hosting | Brazil |
| Twirlio Inc. | Sending SMS | United States |
| Pošta d.o.o. | Letters | Croatia |
"""
NEW = """| Name | Purpose | Location |
|---|---|---|
| Norte Cloud | Hosting | Brazil, Chile |
| Twirlio LLC | Sending SMS | United States |
| Oblak d.o.o. | Backups | Croatia |
"""


def pdf_text(path):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


@pytest.fixture(scope="module")
def listed_template(template, tmp_path_factory):
    """A workspace with three sub-processors in use, read from a list once, and the moment after that."""
    keyring, place = template
    folder = tmp_path_factory.mktemp("listed")
    shutil.copytree(place / "acme", folder / "acme")
    (folder / "old.md").write_text(OLD, encoding="utf-8")
    filling = Desk({"VENDORRISK_WORKSPACE": str(folder / "acme")}, keyring=keyring)
    filling.ok("import", "list", folder / "old.md")
    return folder / "acme", filling.clock.at


@pytest.fixture
def listed(desk, listed_template):
    """A command line with that workspace."""
    workspace, at = listed_template
    shutil.rmtree(desk.workspace)
    shutil.copytree(workspace, desk.workspace)
    return replace(desk, clock=TickingClock(at))


@pytest.fixture
def judged(stocked):
    """An assessment in which every question has its verdict."""
    desk, ids = stocked
    with desk.opened() as workspace:
        for question in ShippedQuestionnaires().get("privacy-security").questions():
            answer_review.review(workspace.office, ids["assessment"], question.id, Verdict.PARTLY)
    return desk, ids


# publish


def test_publish_writes_every_format_under_the_next_version(listed, tmp_path):
    told = listed.ok("publish", "--profile", "GLOBAL", "--out", tmp_path / "public")
    assert (told["version"], told["rows"]) == (1, 3)
    files = sorted(Path(one).name for one in told["files"])
    assert files == [f"sub-processors-global-v1.{ending}" for ending in ("csv", "html", "json", "md")]
    assert files == sorted(path.name for path in (tmp_path / "public").iterdir())
    for path in (tmp_path / "public").iterdir():
        assert "Pošta d.o.o." in path.read_text(encoding="utf-8-sig")
    (tmp_path / "more.csv").write_text("Name,Purpose\nOblak d.o.o.,Backups\n", encoding="utf-8")
    listed.ok("import", "list", tmp_path / "more.csv")
    again = listed.ok("publish", "--profile", "GLOBAL", "--out", tmp_path / "public", "--format", "json")
    assert (again["version"], [Path(one).name for one in again["files"]]) == (
        2,
        ["sub-processors-global-v2.json"],
    )


def test_publishing_again_with_nothing_new_writes_the_same_version(listed, tmp_path):
    first = listed.ok("publish", "--profile", "GLOBAL", "--out", tmp_path / "a", "--format", "json,csv")
    answer = listed(
        "publish", "--profile", "GLOBAL", "--out", tmp_path / "b", "--format", "json,md", "--json"
    )
    assert (answer.code, answer.json["version"], answer.json["published_again"]) == (0, 1, True)
    assert not first["published_again"]
    assert "Nothing has changed since version 1" in answer.err
    one, two = (tmp_path / place / "sub-processors-global-v1.json" for place in "ab")
    assert one.read_bytes() == two.read_bytes()
    for file in (*(tmp_path / "a").iterdir(), *(tmp_path / "b").iterdir()):
        assert listed.ok("verify", file)["intact"]


def test_publishing_names_what_nobody_has_looked_at(listed, tmp_path):
    told = listed.ok("publish", "--profile", "GLOBAL", "--out", tmp_path, "--format", "md")
    assert {one["level"] for one in told["problems"]} == {"warning"}
    says = [one["what"] for one in told["problems"] if one["where"] == "Norte Cloud"]
    assert says == [
        "Norte Cloud is on the list as in use, but was never assessed.",
        (
            "The list names Brazil for Norte Cloud as locations only: it is not recorded whether data is "
            "stored there or accessed from there."
        ),
        "The list names Brazil, outside the EEA, for Norte Cloud, but no transfer to it is on record.",
    ]


def test_a_published_list_is_json_and_csv_that_others_can_read(listed, tmp_path):
    listed.ok("publish", "--profile", "GLOBAL", "--out", tmp_path, "--format", "json,csv")
    rows = json.loads((tmp_path / "sub-processors-global-v1.json").read_text(encoding="utf-8"))
    assert isinstance(rows, dict)
    text = (tmp_path / "sub-processors-global-v1.csv").read_text(encoding="utf-8-sig")
    names = [row[0] for row in csv.reader(io.StringIO(text))]
    assert {"Norte Cloud", "Twirlio Inc.", "Pošta d.o.o."} <= set(names)


def test_publishing_cannot_be_undone(listed, tmp_path):
    listed.ok("publish", "--profile", "GLOBAL", "--out", tmp_path / "public")
    answer = listed("undo", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (7, "undo.wall")
    assert "it was published" in answer.json["error"]["what"]


def test_beside_the_region_locked_list_are_named_those_of_whom_nobody_has_said_whether_they_reach_it(
    listed, tmp_path
):
    told = listed.ok("publish", "--profile", "EU_REGION_LOCKED", "--out", tmp_path / "x", "--format", "md")
    doubts = [one for one in told["problems"] if "it is not recorded whether" in one["what"]]
    assert (told["rows"], len(doubts)) == (0, len(listed.ok("engagement", "list")["engagements"]))
    assert {one["level"] for one in doubts} == {"warning"}
    assert all("(reaches_locked)" in one["remedy"] for one in doubts)


def test_an_empty_list_says_so(listed, tmp_path):
    for one in listed.ok("engagement", "list")["engagements"]:
        listed.ok("engagement", "set", one["engagement"], "reaches_locked=no")
    answer = listed(
        "publish", "--profile", "EU_REGION_LOCKED", "--out", tmp_path / "x", "--format", "md", "--json"
    )
    assert (answer.code, answer.json["rows"]) == (0, 0)
    assert "empty" in answer.err
    (path,) = (tmp_path / "x").iterdir()
    assert len(path.read_text(encoding="utf-8")) > 40


def test_a_version_and_its_own_file_do_not_differ(listed, tmp_path):
    told = listed.ok("publish", "--profile", "GLOBAL", "--out", tmp_path, "--format", "json")
    assert told["rows"] > 0
    told = listed.ok("list", "diff", "GLOBAL:1", told["files"][0])
    assert {kind: told[kind] for kind in ("added", "removed", "renamed", "changed", "editorial")} == {
        "added": [], "removed": [], "renamed": [], "changed": [], "editorial": [],
    }  # fmt: skip


def test_a_list_without_its_row_names_what_changed(listed, tmp_path):
    listed.ok("publish", "--profile", "GLOBAL", "--out", tmp_path / "a")
    (tmp_path / "more.csv").write_text("Name,Purpose\nOblak d.o.o.,Backups\n", encoding="utf-8")
    listed.ok("import", "list", tmp_path / "more.csv")
    told = listed.ok("publish", "--profile", "GLOBAL", "--out", tmp_path / "a")
    assert (told["changes"]["added"], told["changes"]["removed"]) == (["Oblak d.o.o."], [])
    told = listed.ok("list", "diff", "GLOBAL:1", "GLOBAL:2")
    assert (told["added"], told["removed"]) == (["Oblak d.o.o."], [])


@pytest.mark.parametrize("options", [["--profile", "MOON"], ["--profile", "GLOBAL", "--format", "docx"], []])
def test_publish_refuses_what_it_does_not_know(listed, tmp_path, options):
    answer = listed("publish", "--out", tmp_path / "public", *options)
    assert answer.code in {1, 2}
    assert not (tmp_path / "public").exists()


# list diff


def test_diff_of_two_files_needs_no_workspace(bare, tmp_path):
    (tmp_path / "old.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    told = bare.ok("list", "diff", tmp_path / "old.md", tmp_path / "new.md")
    assert (told["added"], told["removed"]) == (["Oblak d.o.o."], ["Pošta d.o.o."])
    assert [one["new"] for one in told["renamed"]] == ["Twirlio LLC"]
    assert [one["name"] for one in told["changed"]] == ["Norte Cloud"]
    assert told["editorial"] == []


def test_an_unknown_list_is_not_found(listed):
    assert listed("list", "diff", "GLOBAL:1", "GLOBAL:9").code == 4


# report


def test_the_report_on_an_assessment_is_a_pdf_that_can_be_read(judged, tmp_path):
    desk, ids = judged
    told = desk.ok("report", "assessment", ids["assessment"], "--out", tmp_path / "a.pdf")
    assert (told["assessment"], told["file"]) == (ids["assessment"], str(tmp_path / "a.pdf"))
    text = pdf_text(tmp_path / "a.pdf")
    assert "Norte Cloud" in text
    assert "49.8" in text


def test_the_report_on_a_vendor_is_a_pdf_that_can_be_read(judged, tmp_path):
    desk, ids = judged
    told = desk.ok("report", "vendor", "Norte Cloud", "--out", tmp_path / "v.pdf")
    assert (told["vendor"], told["file"]) == (ids["vendor"], str(tmp_path / "v.pdf"))
    assert "Norte Cloud" in pdf_text(tmp_path / "v.pdf")


def test_a_vendor_that_was_never_assessed_has_a_profile_all_the_same(desk, tmp_path):
    desk.add_vendor()
    desk.ok("report", "vendor", "Norte Cloud", "--out", tmp_path / "v.pdf")
    assert "Not assessed" in pdf_text(tmp_path / "v.pdf")


# review


def test_the_review_of_a_quarter_is_a_pdf_with_its_figures(judged, tmp_path):
    desk, _ = judged
    told = desk.ok("review", "--quarter", "2026Q4", "--out", tmp_path / "q.pdf")
    assert (told["quarter"], told["file"], told["frozen"]) == ("2026Q4", str(tmp_path / "q.pdf"), False)
    assert len(told["figures"]) >= 10
    text = pdf_text(tmp_path / "q.pdf")
    assert "Acme Telecom" in text


@pytest.mark.parametrize("written", ["Q4", "2026Q5", "soon"])
def test_a_quarter_is_written_one_way(desk, tmp_path, written):
    answer = desk("review", "--quarter", written, "--out", tmp_path / "q.pdf")
    assert answer.code in {1, 2}
    assert not (tmp_path / "q.pdf").exists()


def test_a_frozen_quarter_keeps_its_figures(judged, tmp_path):
    desk, _ = judged
    call = ("review", "--quarter", "2026Q4", "--out", tmp_path / "q.pdf")
    before = desk.ok(*call, "--freeze", "--today", "2027-01-04")
    assert before["frozen"] is True
    desk.add_vendor("Another", service="Voice")
    assert desk.ok(*call, "--today", "2027-03-01")["figures"] == before["figures"]
    answer = desk(*call, "--freeze", "--today", "2027-03-01", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (7, "quarter.frozen")


def test_a_running_quarter_cannot_be_frozen(judged, tmp_path):
    desk, _ = judged
    answer = desk("review", "--quarter", "2026Q4", "--out", tmp_path / "q.pdf", "--freeze", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (7, "quarter.running")
    assert not (tmp_path / "q.pdf").exists()


def test_a_vendor_report_says_which_name_it_cannot_print(desk, tmp_path):
    made = desk.ok(
        "vendor", "add", "--name", "中文公司", "--country", "CN", "--service", "S", "--purpose", "Hosting"
    )
    target = tmp_path / "vendor.pdf"
    told = desk.ok("report", "vendor", made["vendor"], "--out", target)
    assert ["中文公司" in one["what"] for one in told["problems"]] == [True] * len(told["problems"]) != []
    assert "[U+4E2D][U+6587]" in pdf_text(target).replace("\n", "")
