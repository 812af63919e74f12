"""Fills a questionnaire workbook as a vendor would: in its own cells, found by the hidden codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vendorrisk.documents.workbook_form import ANSWER, COMMENT, ID
from vendorrisk.domain.diligence.kit import question_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


NO_COMMENTS: Mapping[str, str] = {}


def fill_workbook(
    source: Path, target: Path, answers: Mapping[str, str], comments: Mapping[str, str] = NO_COMMENTS
) -> None:
    """Writes answers (question id -> canonical value) and comments into a copy; choices are ticked singly."""
    from openpyxl import load_workbook

    book = load_workbook(source)
    for sheet in book.worksheets:
        columns: dict[Any, Any] = {cell.value: cell.column for cell in sheet[1]}
        if ID in columns and ANSWER in columns:
            _fill(sheet, columns, answers, comments)
    book.save(target)


def _fill(
    sheet: Any, columns: Mapping[Any, int], answers: Mapping[str, str], comments: Mapping[str, str]
) -> None:
    for row in range(2, sheet.max_row + 1):
        question, option = question_of(str(sheet.cell(row, columns[ID]).value or ""))
        value = answers.get(question, "")
        if option:
            value = "x" if option in value.split(";") else ""
        if value:
            sheet.cell(row, columns[ANSWER]).value = value
        if question in comments and not option:
            sheet.cell(row, columns[COMMENT]).value = comments[question]
