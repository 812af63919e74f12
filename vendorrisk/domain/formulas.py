"""Keeps text from becoming a formula in a spreadsheet program, and takes the guard off again when reading."""

from __future__ import annotations

import unicodedata

FORMULA_STARTS = frozenset("=+-@\t\r\n\0'")
"""Characters that make a spreadsheet program compute a cell, or that would hide our own mark."""


def guarded(text: str) -> str:
    """The text with an apostrophe before whatever could start a formula, full-width signs included."""
    start = unicodedata.normalize("NFKC", text).lstrip(" \u00a0")[:1]
    return f"'{text}" if start in FORMULA_STARTS and start else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") and guarded(text[1:]) == text else text
