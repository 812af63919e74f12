from __future__ import annotations

import ast
import re
import string
from functools import cache

from tests.documents.words import ROOT, texts

ROOMS = ("child", "tabular", "lists", "publish")
DOCUMENTS = ROOT / "vendorrisk" / "documents"
SOURCES = [*DOCUMENTS.glob("*.py"), *(path for room in ROOMS for path in (DOCUMENTS / room).rglob("*.py"))]
PROBLEMS = {"error", "warning", "refusal"}


@cache
def _trees():
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES]


def _uses_problems(tree):
    return any(
        isinstance(node, ast.ImportFrom) and node.module == "vendorrisk.documents.problems"
        for node in ast.walk(tree)
    )


def _said():
    """Keys that the code says through problems.py: (key, names of the facts given with it)."""
    for _, tree in _trees():
        if not _uses_problems(tree):
            continue
        for node in ast.walk(tree):
            named = (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PROBLEMS
            )
            if named and len(node.args) >= 2 and isinstance(node.args[1], ast.Constant):
                yield f"files.{node.args[1].value}", {word.arg for word in node.keywords}


def _literals():
    return {
        node.value for _, tree in _trees() for node in ast.walk(tree) if isinstance(node, ast.Constant)
    }  # fmt: skip


def _placeholders(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_everything_said_has_a_sentence_and_a_remedy():
    missing = {key for key, _ in _said() if key not in texts() or f"{key}.remedy" not in texts()}
    assert missing == set()


def test_every_placeholder_is_given():
    wrong = {
        key: asked - given
        for key, given in _said()
        for asked in [_placeholders(texts().get(key, "")) | _placeholders(texts().get(f"{key}.remedy", ""))]
        if asked - given
    }
    assert wrong == {}


def test_every_sentence_is_said_somewhere():
    literals = _literals()
    ours = [key for key in texts() if key.startswith("files.")]
    keys = {key.removesuffix(".remedy").removeprefix("files.") for key in ours}
    keys = {re.sub(r"^public\.(?:column_|changes_|profile_)?", "", key) for key in keys}
    assert {key for key in keys if key not in literals} == set()
