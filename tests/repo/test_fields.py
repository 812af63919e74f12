"""What is kept is read: every field of a record and every setting is used by something that tells of it."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache

import pytest

from tests.support.sentences import ROOT
from vendorrisk.store.tables import TABLES
from vendorrisk.usecases.workspace.settings import Settings

KINDS = (*TABLES, Settings)
TEXT = re.compile(r'"""(?:[^"]|"(?!""))*"""|(?<!f)"[^"\n]*"|#[^\n]*')
READ = re.compile(r"\.([a-z_0-9]+)\b(?! = )")
LOOKED_UP = re.compile(r'getattr\(\w+, f"(\w+_)\{')
"""Names that are put together, as the ratings of an engagement are."""


@cache
def read() -> tuple[frozenset[str], tuple[str, ...]]:
    """Every name that code reads from some object, and every beginning of a name that it looks up."""
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "vendorrisk").rglob("*.py"))
    return frozenset(READ.findall(TEXT.sub("", code))), tuple(set(LOOKED_UP.findall(code)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_is_read_somewhere(kind):
    names, beginnings = read()
    assert {
        one.name for one in fields(kind) if one.name not in names and not one.name.startswith(beginnings)
    } == set()


def test_a_field_that_is_only_asked_for_would_be_found():
    names, _ = read()
    assert "accepted_why" in names
    assert not {"internal_days", "no_such_field"} & names
