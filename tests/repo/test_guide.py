"""The guide that F1 opens is there, says what its source says, and shows pictures that there are."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
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


def test_f1_leads_to_it():
    assert '"guide.html"' in (ROOT / "vendorrisk" / "app" / "main.py").read_text("utf-8")
