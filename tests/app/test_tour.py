"""The tour: a published list through all stages, without a workspace, a key or a keyring."""

from __future__ import annotations

import email
import email.policy
import re
import tempfile
from pathlib import Path

import openpyxl
import pypdf
import pytest

from tests.support.calls import Desk
from vendorrisk.app.tour import run

STAGES = 7


@pytest.fixture(scope="module")
def toured(tmp_path_factory):
    """One tour for all tests: its answer, its folder, and what lay in the temporary place afterwards."""
    place, scratch = tmp_path_factory.mktemp("tour"), tmp_path_factory.mktemp("scratch")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(scratch))
        told = Desk({}).ok("tour", "--out", place / "out")
    return told, place / "out", list(scratch.iterdir())


def test_it_needs_nothing_and_leaves_no_workspace_behind(toured):
    told, out, left = toured
    assert len(told["stages"]) == STAGES
    assert left == []
    assert list(out.rglob("register.*")) == []


def test_every_file_is_there_and_the_index_page_leads_to_them(toured):
    told, out, _ = toured
    written = {path for path in out.rglob("*") if path.is_file()}
    assert {Path(one) for one in told["files"]} | {out / "index.html"} == written
    assert Path(told["index"]) == out / "index.html"
    linked = set(re.findall(r'href="([^"]+)"', (out / "index.html").read_text(encoding="utf-8")))
    files = {Path(one).relative_to(out).as_posix() for one in told["files"]}
    assert linked <= files
    assert {one.split("/")[0] for one in files - linked} <= {"letters"}
    assert any(one.startswith("letters/") for one in linked)


def test_all_kinds_of_results_are_left(toured):
    _, out, _ = toured
    kinds = {path.relative_to(out).parts[0] + path.suffix for path in out.rglob("*") if path.is_file()}
    assert {"list.html", "list.md", "list.csv", "list.json", "letters.pdf", "letters.eml"} <= kinds
    for workbook in ("questionnaire.xlsx", "questionnaire-answered.xlsx"):
        assert openpyxl.load_workbook(out / workbook).sheetnames
    reports = [out / "assessment-report.pdf", *out.glob("quarterly-review-*.pdf")]
    assert [len(pypdf.PdfReader(path).pages) > 0 for path in reports] == [True, True]


def test_what_was_invented_is_marked(toured):
    _, out, _ = toured
    assert (out / "index.html").read_text(encoding="utf-8").count('class="invented"') >= 3


def _words(path):
    if path.suffix == ".pdf":
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    elif path.suffix == ".eml":
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        text = mail.get_body(("plain",)).get_content()
    elif path.suffix == ".xlsx":
        cells = (cell for sheet in openpyxl.load_workbook(path) for row in sheet.values for cell in row)
        text = " ".join(str(cell) for cell in cells if cell)
    else:
        text = path.read_text(encoding="utf-8")
    return " ".join(text.split())


def test_every_paper_says_in_itself_what_was_invented(toured):
    _, out, _ = toured
    papers = [path for path in out.rglob("*") if path.is_file() and path.parent.name != "letters"]
    letters = sorted((out / "letters").iterdir())[:2]
    marked = {path.name: "Invented for the tour, not facts" in _words(path) for path in [*papers, *letters]}
    assert marked == dict.fromkeys(marked, True) | {"index.html": False}


def test_the_mark_stands_beside_what_is_invented_and_never_within_it(toured):
    _, out, _ = toured
    cover = next(iter(openpyxl.load_workbook(out / "questionnaire.xlsx").worksheets))
    told = [str(cell) for row in cover.values for cell in row if cell]
    assert [text.startswith("Invented for the tour") for text in told if "Invented for the tour" in text] == [
        True
    ]
    for page in out.glob("**/*.html"):
        if page.name != "index.html":
            assert "Invented for the tour" not in page.read_text(encoding="utf-8").partition("</table>")[0]


def test_answers_and_register_tell_the_same(toured):
    _, out, _ = toured
    report = _words(out / "assessment-report.pdf")
    assert "Message(" not in report
    assert "Adequacy decision for the country" in report
    for other in ("Nothing leaves the European", "Data Privacy Framework", "binding corporate rules"):
        assert other not in report


def test_the_decision_is_the_one_that_the_report_asks_for(toured):
    _, out, _ = toured
    page = _words(out / "index.html")
    assert "The analyst alone" in _words(out / "assessment-report.pdf")
    assert "approved without conditions" in page
    assert "with conditions" not in page.replace("without conditions", "")


def test_it_goes_live_on_the_day_that_the_letters_name(toured):
    _, out, _ = toured
    letter = next((out / "letters").glob("*.pdf"))
    named = re.search(r"Planned start (\d+ \w+ \d{4})", _words(letter))[1]
    page = _words(out / "index.html")
    assert f"went live on {named}" in page
    assert "not known yet" not in page


def test_data_that_the_list_names_is_told_once(toured):
    _, out, _ = toured
    letter = _words(next((out / "letters").glob("*.eml")))
    assert "Personal data: Phone number, Message body Data subjects" in letter


@pytest.mark.parametrize(
    "content", ["Name,Purpose,Country\nNorte Cloud,Hosting,Brazil\n", "Name,Country\nNorte Cloud,Global\n"]
)
def test_a_list_of_ones_own_goes_the_same_way_whatever_it_leaves_out(tmp_path, content):
    (tmp_path / "own.csv").write_text(content, encoding="utf-8")
    answer = Desk({})("tour", tmp_path / "own.csv", "--out", tmp_path / "out", "--dry-run", "--json")
    assert (answer.code, len(answer.json["stages"])) == (0, STAGES), answer
    assert not (tmp_path / "out").exists()


def test_a_list_that_is_not_there_is_not_found(tmp_path):
    assert Desk({})("tour", tmp_path / "none.md", "--out", tmp_path / "out").code == 4


@pytest.mark.parametrize("own", ["notes.txt", "index.html"])
def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path, own):
    (tmp_path / "list").mkdir()
    (tmp_path / "list" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / own).write_text("<title>My own page</title>", encoding="utf-8")
    answer = Desk({})("tour", "--out", tmp_path, "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (1, "tour.folder_taken")
    assert (tmp_path / "list" / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_an_interrupted_tour_can_be_run_again(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(run, "_walked", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        assert Desk({})("tour", "--out", tmp_path / "out").code == 130
    run._prepare(tmp_path / "out")
