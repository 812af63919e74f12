"""Reads questionnaires/*.yaml: plain YAML 1.2, checked by schema and rules, every problem with its line."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from vendorrisk.documents.questionnaire_parts import questionnaire_from
from vendorrisk.domain.diligence.questionnaire_rules import flaws
from vendorrisk.domain.message import Problem, UserError, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from vendorrisk.domain.diligence.questionnaire import Questionnaire

SIZE_LIMIT = 1_000_000
SCHEMA_FILE = "schema.json"

Json = dict[str, Any]
Place: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top: names of fields and numbers of items."""


class QuestionnaireFaulty(UserError):
    """A questionnaire cannot be used; `problems` name every line at once."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(
            msg("questionnaire.file.faulty", file=name, count=len(problems)),
            msg("questionnaire.file.faulty.remedy"),
            where=name,
        )
        self.problems = problems


def read_folder(folder: Path) -> tuple[tuple[Questionnaire, ...], tuple[Problem, ...]]:
    """All usable questionnaires of a folder by id and version, and what is wrong with the others."""
    found: dict[tuple[str, str], Questionnaire] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            questionnaire = read_questionnaire(path)
        except QuestionnaireFaulty as faulty:
            problems += faulty.problems
            continue
        key = (questionnaire.id, questionnaire.version)
        if key in found:
            problems.append(_problem(path.name, 1, "twice", id=key[0], version=key[1]))
        found.setdefault(key, questionnaire)
    return tuple(found.values()), tuple(problems)


def read_questionnaire(path: Path, schema: Path | None = None) -> Questionnaire:
    """One questionnaire; raises QuestionnaireFaulty with every problem and its line.

    `schema` is the JSON Schema to hold it to, that beside the file by default.
    """
    content, lines = _load(path)
    wrong = _by_schema(path.name, content, lines, schema or path.with_name(SCHEMA_FILE))
    if not wrong:
        wrong = _frameworks(path.name, content, lines)
    if wrong:
        raise QuestionnaireFaulty(path.name, tuple(wrong))
    questionnaire = questionnaire_from(content)
    places = _question_lines(content, lines)
    faults = tuple(
        Problem(f"{path.name}:{places.get(flaw.question, 1)}", flaw.what, msg(f"{flaw.what.key}.remedy"))
        for flaw in flaws(questionnaire)
    )
    if faults:
        raise QuestionnaireFaulty(path.name, faults)
    return questionnaire


def _load(path: Path) -> tuple[Any, dict[Place, int]]:
    """The plain content, and the line (from 1) of every value in it."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    if path.stat().st_size > SIZE_LIMIT:
        raise QuestionnaireFaulty(path.name, (_problem(path.name, 1, "large", limit=SIZE_LIMIT),))
    yaml = YAML(typ="safe", pure=True)  # pure: the C parser reads YAML 1.1, where NO is a truth value
    try:
        node = yaml.compose(path.read_bytes().decode("utf-8"))
        lines = _lines(node)
        content = None if node is None else yaml.constructor.construct_document(node)
    except MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        problem = _problem(path.name, line, "yaml", detail=wrong.problem or "")
        raise QuestionnaireFaulty(path.name, (problem,)) from None
    except (YAMLError, UnicodeDecodeError, RecursionError, _Shared):
        raise QuestionnaireFaulty(path.name, (_problem(path.name, 1, "unreadable"),)) from None
    return content, lines


class _Shared(Exception):
    """A value is used in two places by an alias, which could unfold without end."""


def _lines(node: Any) -> dict[Place, int]:
    found: dict[Place, int] = {(): 1}
    seen: set[int] = set()

    def walk(place: Place, at: Any) -> None:
        if id(at) in seen:
            raise _Shared
        seen.add(id(at))
        found[place] = at.start_mark.line + 1
        if at.id == "mapping":
            for key, value in at.value:
                walk((*place, key.value if key.id == "scalar" else ""), value)
                found[*place, key.value if key.id == "scalar" else ""] = key.start_mark.line + 1
        elif at.id == "sequence":
            for number, item in enumerate(at.value):
                walk((*place, number), item)

    if node is not None:
        walk((), node)
    return found


def _by_schema(name: str, content: Any, lines: Mapping[Place, int], schema: Path) -> list[Problem]:
    validator = _validator(schema)
    errors = sorted(
        validator.iter_errors(content), key=lambda error: [str(part) for part in error.absolute_path]
    )
    return [_schema_problem(name, error, lines) for error in errors]


@cache
def _validator(schema: Path) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))


def _schema_problem(name: str, error: Any, lines: Mapping[Place, int]) -> Problem:
    """What the schema found, in our words: the field, and what is allowed there."""
    place = tuple(error.absolute_path)
    line = next(lines[place[:end]] for end in range(len(place), -1, -1) if place[:end] in lines)
    field = ".".join(str(part) for part in place) or "-"
    match error.validator:
        case "required":
            missing = sorted(set(error.validator_value) - set(error.instance))
            return _problem(name, line, "missing", field=field, missing=missing)
        case "additionalProperties":
            known = set(error.schema.get("properties", {}))
            return _problem(name, line, "unknown", field=field, names=sorted(set(error.instance) - known))
        case "enum" | "const":
            allowed = error.validator_value if error.validator == "enum" else [error.validator_value]
            return _problem(name, line, "choice", field=field, allowed=[str(one) for one in allowed])
        case _:
            return _problem(
                name, line, "form", field=field, rule=f"{error.validator} {error.validator_value}"
            )


def _frameworks(name: str, content: Json, lines: Mapping[Place, int]) -> list[Problem]:
    """References to frameworks whose version is not told."""
    known = set(content["frameworks"])
    return [
        _problem(
            name, lines[*place, "references"], "framework", names=sorted(set(question["references"]) - known)
        )
        for place, question in _questions(content)
        if set(question["references"]) - known
    ]


def _questions(content: Json) -> Iterable[tuple[Place, Json]]:
    for number, section in enumerate(content["sections"]):
        for at, question in enumerate(section["questions"]):
            yield ("sections", number, "questions", at), question


def _question_lines(content: Json, lines: Mapping[Place, int]) -> dict[str, int]:
    return {question["id"]: lines[*place, "id"] for place, question in _questions(content)}


def _problem(name: str, line: int, key: str, **facts: Any) -> Problem:
    what, remedy = msg(f"questionnaire.file.{key}", **facts), msg(f"questionnaire.file.{key}.remedy", **facts)
    return Problem(f"{name}:{line}", what, remedy)
