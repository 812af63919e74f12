"""Questionnaire workbooks for tests: made, filled in by a vendor, and read again."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.support.questionnaires import SMALL
from tests.support.words import english
from vendorrisk.documents.workbook_in import read_workbook
from vendorrisk.documents.workbook_out import questionnaire_workbook
from vendorrisk.domain.diligence.kit import Kit, question_of, row_id
from vendorrisk.domain.diligence.questionnaire import Questionnaire
from vendorrisk.domain.diligence.returned import SeenRow, SeenWorkbook

QUESTIONS = "Questions"
ANSWER, COMMENT, EVIDENCE = "E", "F", "G"


def a_kit(questionnaire: Questionnaire = SMALL, **fields: Any) -> Kit:
    defaults: dict[str, Any] = {
        "assessment_id": "0192f3c4-assessment",
        "token": "5ec2e7" * 8,
        "questionnaire": questionnaire,
        "language": "en",
        "company": "Harbour Line d.o.o.",
        "vendor": "Eastline Voice",
        "prepared_on": date(2026, 11, 21),
    }
    return Kit(**(defaults | fields))


@cache
def _small() -> bytes:
    return questionnaire_workbook(a_kit(), english())


def written(path: Path, kit: Kit | None = None) -> Path:
    path.write_bytes(questionnaire_workbook(kit, english()) if kit else _small())
    return path


def rows_by_id(sheet: Any) -> dict[str, int]:
    return {sheet.cell(row, 1).value: row for row in range(3, sheet.max_row + 1) if sheet.cell(row, 1).value}


def fill(path: Path, answers: dict[str, Any], sheet: str = QUESTIONS) -> Path:
    """Types canonical answers as a vendor would: choices by their labels, ticks in their rows."""
    book = load_workbook(path)
    rows = rows_by_id(book[sheet])
    for id_, value in answers.items():
        for row, typed in _typed(id_, value):
            book[sheet][f"{ANSWER}{rows[row]}"] = typed
    book.save(path)
    return path


def _typed(id_: str, value: Any) -> list[tuple[str, Any]]:
    question = SMALL.by_id[question_of(id_)[0]]
    if question.type.value == "MULTI" and id_ == question.id:
        return [(row_id(question, code), "Yes") for code in value.split(";")]
    labels = {"YES": "Yes", "NO": "No", "PARTLY": "Partly", "NA": "Not applicable"}
    labels |= {option.code: option.text["en"] for option in question.options}
    labels |= {"NONE": question.none_word.get("en", "")}
    return [(id_, labels.get(value, value) if isinstance(value, str) else value)]


def seen(path: Path) -> SeenWorkbook:
    data = read_workbook(path)
    rows = tuple(SeenRow(**{name: _cell(value) for name, value in row.items()}) for row in data.pop("rows"))
    return SeenWorkbook(rows=rows, **data)


def _cell(value: Any) -> Any:
    from vendorrisk.domain.diligence.returned import SeenCell

    return SeenCell(**value) if isinstance(value, dict) else value
