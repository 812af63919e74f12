"""The parts of a questionnaire from plain data that the schema has already found to fit."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.diligence.credits import Area
from vendorrisk.domain.diligence.questionnaire import (
    AnswerType,
    BadAnswer,
    Denial,
    Option,
    Question,
    Questionnaire,
    Reference,
    Section,
)
from vendorrisk.domain.diligence.records import AssessmentKind, Severity
from vendorrisk.domain.diligence.scoring import Topic

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = dict[str, Any]


def questionnaire_from(content: Json) -> Questionnaire:
    """The questionnaire that this content describes; each reference keeps its framework's version."""
    versions = content["frameworks"]
    return Questionnaire(
        id=content["id"],
        version=content["version"],
        kind=AssessmentKind(content["kind"]),
        title=content["title"],
        about=content["about"],
        languages=tuple(content["languages"]),
        sections=tuple(
            Section(
                id=section["id"],
                title=section["title"],
                short=section.get("short", {}),
                intro=section.get("intro", {}),
                questions=tuple(_question(question, versions) for question in section["questions"]),
            )
            for section in content["sections"]
        ),
    )


def _question(row: Json, versions: Mapping[str, str]) -> Question:
    return Question(
        id=row["id"],
        topic=Topic(row["topic"]),
        type=AnswerType(row["type"]),
        text=row["text"],
        help=row["help"],
        weight=row["weight"],
        short=row.get("short", {}),
        area=Area(row["area"]) if "area" in row else None,
        options=tuple(_option(one) for one in row.get("options", ())),
        unit=row.get("unit", {}),
        minimum=_decimal(row.get("minimum")),
        maximum=_decimal(row.get("maximum")),
        past=row.get("past", False),
        none_word=row.get("none_word", {}),
        may_be_na=row.get("may_be_na", False),
        knock_out=row.get("knock_out", False),
        comment_when=frozenset(row.get("comment_when", ())),
        bad=tuple(_bad(one) for one in row.get("bad", ())),
        references=tuple(
            Reference(framework=name, version=versions[name], places=tuple(places))
            for name, places in row["references"].items()
        ),
        replaced_by=frozenset(row.get("replaced_by", ())),
        partly_by=frozenset(row.get("partly_by", ())),
    )


def _option(row: Json) -> Option:
    denies = Denial(row["denies"]) if "denies" in row else None
    return Option(code=row["code"], text=row["text"], alone=row.get("alone", False), denies=denies)


def _bad(row: Json) -> BadAnswer:
    return BadAnswer(
        severity=Severity(row["severity"]),
        title=row["title"],
        answers=frozenset(row.get("answers", ())),
        lacks=frozenset(row.get("lacks", ())),
        above=_decimal(row.get("above")),
        below=_decimal(row.get("below")),
        older_than_months=row.get("older_than_months"),
        undeclared=row.get("undeclared", ""),
    )


def _decimal(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))
