"""Files and functions stay short, and the pages on how the house is built name only what is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("vendorrisk", "packaging", "tests")
LONGEST_FILE, LONGEST_FUNCTION = 400, 50
"""Lines; a function's docstring is not counted."""

LAYOUTS = ("flow_layout.py", "layouts.py")
"""Where places in layouts may be asked for: elsewhere PySide would remember them longer than they live."""
LET_GO_BY_THEMSELVES = (
    "dialogs.py",
    "home_page.py",
    "jobs.py",
    "printing.py",
    "program.py",
    "single_instance.py",
)
"""Who deletes what lies in no layout: dialogs, windows, menus, and what is no widget."""

LOGGING = re.compile(r"^\s*(?:import|from) logging\b", re.MULTILINE)
PATH = re.compile(r"`((?:[\w.*-]+/)+[\w.*-]*|[\w-]+\.(?:py|md|toml))`")


def test_no_file_is_longer_than_four_hundred_lines():
    sources = (path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    sizes = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8").count("\n") for path in sources}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}


def test_no_function_is_longer_than_fifty_lines():
    long = {
        f"{path.relative_to(ROOT).as_posix()}, {name}": size
        for path in (ROOT / "vendorrisk").rglob("*.py")
        for name, size in functions(ast.parse(path.read_text("utf-8")))
        if size > LONGEST_FUNCTION
    }
    assert long == {}


def test_what_lies_in_a_layout_is_let_go_of_in_one_place():
    window = {path: path.read_text("utf-8") for path in (ROOT / "vendorrisk" / "ui").rglob("*.py")}
    asking = {path.name for path, text in window.items() if re.search(r"\b(itemAt|takeAt)\(", text)}
    deleting = {path.name for path, text in window.items() if ".deleteLater" in text}
    assert asking == set(LAYOUTS)
    assert deleting == {"layouts.py", *LET_GO_BY_THEMSELVES}


def test_nothing_is_logged():
    """What is in no log cannot be read there (SECURITY.md); crash reports are files of their own."""
    sources = (ROOT / "vendorrisk").rglob("*.py")
    assert [path.name for path in sources if LOGGING.search(path.read_text("utf-8"))] == []


def functions(tree):
    """Each function with its length."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            words = len((ast.get_docstring(node) or "").splitlines())
            yield node.name, node.end_lineno - node.lineno + 1 - words


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_path_that_a_page_names_is_there(page):
    named = set(PATH.findall((ROOT / page).read_text("utf-8")))
    rooms = (ROOT, ROOT / "vendorrisk")
    lost = {one for one in named if "<" not in one and not any(any(room.glob(one)) for room in rooms)}
    assert named
    assert lost == set()
