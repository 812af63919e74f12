"""What writer and reader of the questionnaire workbook agree on: hidden marks, never visible words."""

from __future__ import annotations

from typing import Final

MARKER: Final = "vendorrisk.workbook/1"
"""Stands in the first cell of the hidden sheet; says which form the file has."""

MARKER_FAMILY: Final = "vendorrisk.workbook/"
META_SHEET: Final = "_vendorrisk"
LISTS_SHEET: Final = "_lists"

ASSESSMENT: Final = "assessment"
TOKEN: Final = "token"  # noqa: S105  (the name of a field)
QUESTIONNAIRE: Final = "questionnaire"
VERSION: Final = "version"
LANGUAGE: Final = "language"
META_FIELDS: Final = (ASSESSMENT, TOKEN, QUESTIONNAIRE, VERSION, LANGUAGE)

ID: Final = "vr:id"
QUESTION: Final = "vr:question"
ANSWER: Final = "vr:answer"
COMMENT: Final = "vr:comment"
EVIDENCE: Final = "vr:evidence"
CODES: Final = (ID, QUESTION, ANSWER, COMMENT, EVIDENCE)
"""Stand in the hidden first row of the questions and move with their columns."""
