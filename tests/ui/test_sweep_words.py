"""Check 39: every word of the window passes the translator."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SPEAKING = frozenset(
    [
        "setText",
        "setWindowTitle",
        "setToolTip",
        "setPlaceholderText",
        "setAccessibleName",
        "setAccessibleDescription",
        "setStatusTip",
        "addAction",
        "addTab",
        "addMenu",
        "set_title",
        "set_heading",
        "set_line",
        "set_hints",
        "tell",
        "explain",
        "confirm",
        "choose",
        "pick_file",
        "pick_target",
        "pick_folder",
        "disable_because",
        "say_saved",
        "offer",
        "offer_close",
        "add_heading",
        "add_link",
        "QLabel",
        "Label",
        "ElidingLabel",
        "wrapping",
        "primary",
        "secondary",
        "danger",
        "quiet",
        "link",
        "PageHead",
        "Panel",
        "Dialog",
        "FormDialog",
        "CheckedDialog",
        "CheckField",
        "Command",
        "Column",
        "FilterChoices",
        "Entry",
        "Place",
        "Figure",
        "EmptyState",
        "Banner",
        "IconButton",
        "MenuButton",
    ]
)
WORDED = frozenset(
    [
        "text",
        "title",
        "label",
        "hint",
        "menu",
        "name",
        "placeholder",
        "caption",
        "unit",
        "beside",
        "about",
        "yes",
        "no",
        "verb",
        "nothing",
        "nothing_matches",
        "back_to",
        "note",
    ]
)
LIKE_WORDS = re.compile(r"[A-Za-z]{2,} |^[A-Z][a-z]{2,}")
SOURCES = sorted((ROOT / "vendorrisk" / "ui").rglob("*.py"))


def literals(path):
    """Words in quotes that are given to something people read, without passing `tr`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if called not in SPEAKING:
            continue
        given = [*node.args[:2], *(one.value for one in node.keywords if one.arg in WORDED)]
        for value in given:
            words = value.value if isinstance(value, ast.Constant) else ""
            if isinstance(words, str) and LIKE_WORDS.search(words):
                yield node.lineno, called, words


def test_no_word_is_shown_without_passing_the_translator():
    found = {path.relative_to(ROOT).as_posix(): list(literals(path)) for path in SOURCES}
    assert {name: words for name, words in found.items() if words} == {}


def test_a_word_that_does_not_pass_the_translator_is_seen(tmp_path):
    path = tmp_path / "page.py"
    path.write_text('head.set_title("Vendors")\nLabel(tr("Fine"))\nColumn(key="name", title="Legal name")\n')
    assert [found[2] for found in literals(path)] == ["Vendors", "Legal name"]
