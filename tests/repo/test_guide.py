"""The guide that F1 opens is there, says what its source says, and shows pictures that there are."""

from __future__ import annotations

import re
import runpy

import pytest

from tests.support.sentences import ROOT, labels

HELP = ROOT / "resources" / "help"


def test_the_page_is_made_from_the_text_as_it_is_now():
    page = runpy.run_path(str(ROOT / "packaging" / "guide.py"))["page"]
    current = (HELP / "guide.html").read_text("utf-8") == page((HELP / "guide.md").read_text("utf-8"))
    assert current, "run packaging/guide.py"


@pytest.mark.parametrize("text", [HELP / "guide.md", ROOT / "README.md"], ids=lambda path: path.name)
def test_its_pictures_are_there(text):
    named = re.findall(r"!\[[^]]+\]\(([^)]+)\)", text.read_text("utf-8"))
    assert named
    assert [name for name in named if not (text.parent / name).is_file()] == []


def test_what_it_sets_in_bold_is_a_label_of_the_window():
    known = {text.replace("&", "") for _, text in labels()}
    bold = re.findall(r"\*\*([^*]+)\*\*", (HELP / "guide.md").read_text("utf-8"))
    named = {part for one in bold for part in one.split(" → ") if part[0].isupper()}
    assert len(named) > 15
    assert named - known == set()


@pytest.mark.parametrize("topic", [
    "Settings", "public holidays", "second person", "As known on a date", "Activity", "Emergency",
    "shorter notice", "Exclude", "Accept risk", "Record publication", "Report",
    "Erase a person", "recovery code",
])  # fmt: skip
def test_it_has_a_word_on(topic: str):
    assert topic in (HELP / "guide.md").read_text("utf-8")


def test_f1_leads_to_it():
    assert '"guide.html"' in (ROOT / "vendorrisk" / "app" / "main.py").read_text("utf-8")
