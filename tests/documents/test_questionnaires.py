"""Reading questionnaires: the shipped ones are sound, faulty ones are named line by line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from vendorrisk.documents.questionnaires import QuestionnaireFaulty, read_folder, read_questionnaire
from vendorrisk.domain.diligence.credits import Area
from vendorrisk.domain.diligence.questionnaire import AnswerType, Questionnaire, Reference
from vendorrisk.domain.diligence.records import AssessmentKind
from vendorrisk.domain.diligence.scoring import Topic

FOLDER = Path(__file__).parents[2] / "questionnaires"
SCHEMA = FOLDER / "schema.json"

SOUND = """\
schema: vendorrisk-questionnaire/1
id: tiny
version: "1.2"
kind: EVENT
languages: [en, de]
title: {en: Tiny, de: Klein}
about: {en: For a test}
frameworks: {gdpr: Regulation (EU) 2016/679}
sections:
  - id: only
    title: {en: Only}
    questions:
      - id: PRV-07
        topic: PRIV
        area: STAFF
        type: YN
        weight: 2
        text: {en: Bound to secrecy?}
        help: {en: The law asks for it.}
        bad:
          - {severity: H, title: {en: Not bound}, answers: [NO]}
        replaced_by: ["SOC2_II:CC"]
        references: {gdpr: ["28(3)(b)"]}
"""


@pytest.fixture(scope="module")
def shipped() -> dict[str, Questionnaire]:
    questionnaires, problems = read_folder(FOLDER)
    assert problems == ()
    return {questionnaire.id: questionnaire for questionnaire in questionnaires}


def faults(tmp_path: Path, text: str | bytes) -> list[tuple[str, str]]:
    path = tmp_path / "own.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(QuestionnaireFaulty) as faulty:
        read_questionnaire(path, SCHEMA)
    return [(one.where, one.what.key.removeprefix("questionnaire.")) for one in faulty.value.problems]


def changed(old: str, new: str) -> str:
    assert old in SOUND
    return SOUND.replace(old, new)


def test_two_questionnaires_are_shipped(shipped: dict[str, Questionnaire]):
    assert {name: (one.version, one.kind) for name, one in shipped.items()} == {
        "privacy-security": ("1", AssessmentKind.ONBOARDING),
        "annual-delta": ("1", AssessmentKind.ANNUAL),
    }


def test_each_has_25_to_40_questions_on_all_topics(shipped: dict[str, Questionnaire]):
    for questionnaire in shipped.values():
        assert 25 <= len(questionnaire.by_id) <= 40
        assert {question.topic for question in questionnaire.questions()} == set(Topic)


def test_the_file_is_named_after_questionnaire_and_version(shipped: dict[str, Questionnaire]):
    names = {path.name for path in FOLDER.glob("*.yaml")}
    assert names == {f"{one.id}-{one.version}.yaml" for one in shipped.values()}


def test_a_question_that_both_ask_has_the_same_wording_and_answers(shipped: dict[str, Questionnaire]):
    first, second = (one.by_id for one in shipped.values())
    shared = first.keys() & second.keys()
    assert len(shared) >= 10
    assert {id_: first[id_] for id_ in shared} == {id_: second[id_] for id_ in shared}


def test_every_question_says_where_it_comes_from_in_which_version(shipped: dict[str, Questionnaire]):
    secrecy = shipped["privacy-security"].by_id["PRV-07"]
    assert secrecy.references[0] == Reference(
        framework="gdpr", version="Regulation (EU) 2016/679", places=("28(3)(b)", "32(4)")
    )
    for questionnaire in shipped.values():
        for question in questionnaire.questions():
            assert all(reference.version and reference.places for reference in question.references)


def test_all_types_of_answers_are_used(shipped: dict[str, Questionnaire]):
    used = Counter(question.type for one in shipped.values() for question in one.questions())
    assert set(used) == set(AnswerType)


def test_none_of_these_and_not_knowing_exclude_the_other_answers(shipped: dict[str, Questionnaire]):
    several = [one for all_ in shipped.values() for one in all_.questions() if one.type is AnswerType.MULTI]
    assert {one.id: one.alone - {"NA"} for one in several} == {
        "PRV-03": {"UNSURE"}, "SEC-16": {"NOTHING"}, "TRF-04": {"NO_TRANSFER", "NO_INSTRUMENT"},
    }  # fmt: skip


def test_what_can_be_judged_by_rule_is(shipped: dict[str, Questionnaire]):
    without = {
        question.id
        for one in shipped.values()
        for question in one.questions()
        if not question.bad and question.type is not AnswerType.TEXT
    }
    assert without == set()


def test_a_sound_file_becomes_a_questionnaire(tmp_path: Path):
    path = tmp_path / "tiny-1.2.yaml"
    path.write_text(SOUND)
    questionnaire = read_questionnaire(path, SCHEMA)
    assert (questionnaire.id, questionnaire.version, questionnaire.languages) == ("tiny", "1.2", ("en", "de"))
    question = questionnaire.by_id["PRV-07"]
    assert question.bad[0].answers == {"NO"}  # YAML 1.1 would read a truth value
    assert (question.area, question.replaced_by) == (Area.STAFF, {"SOC2_II:CC"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (changed('version: "1.2"', "version: 1.2"), [("own.yaml:3", "file.form")]),
        (changed("kind: EVENT", "kind: NEVER"), [("own.yaml:4", "file.choice")]),
        (changed("vendorrisk-questionnaire/1", "other/1"), [("own.yaml:1", "file.choice")]),
        (changed("        weight: 2\n", ""), [("own.yaml:13", "file.missing")]),
        (changed("weight: 2", "weight: 2\n        colour: red"), [("own.yaml:13", "file.unknown")]),
        (changed("type: YN", "type: YESNO"), [("own.yaml:16", "file.choice")]),
        (changed("title: {en: Tiny, de: Klein}", "title: {de: Klein}"), [("own.yaml:6", "file.missing")]),
        (changed("{gdpr: [", "{hipaa: ["), [("own.yaml:23", "file.framework")]),
        (changed("answers: [NO]", "answers: [MAYBE]"), [("own.yaml:13", "flaw.rule")]),
        (changed("type: YN", "type: TEXT"), [("own.yaml:13", "flaw.rule")]),
        ("", [("own.yaml:1", "file.form")]),
        ("just words", [("own.yaml:1", "file.form")]),
        ("a: 1\na: 2\n", [("own.yaml:2", "file.yaml")]),
        ("a: [1\nb: 2", [("own.yaml:2", "file.yaml")]),
        ("a: !!python/object/apply:os.system ['true']", [("own.yaml:1", "file.yaml")]),
        ("a: &x [1]\nb: [*x, *x]", [("own.yaml:1", "file.unreadable")]),
        (b"\xff\xfe\x00", [("own.yaml:1", "file.unreadable")]),
        ("[" * 500, [("own.yaml:1", "file.unreadable")]),
        ("a" * 1_000_001, [("own.yaml:1", "file.large")]),
    ],
)
def test_a_faulty_file_is_named_by_line(tmp_path: Path, text: str | bytes, expected: list[Any]):
    assert faults(tmp_path, text) == expected


def test_all_faults_are_told_at_once(tmp_path: Path):
    text = (
        changed("kind: EVENT", "kind: NEVER")
        .replace("weight: 2", "weight: 9")
        .replace("topic: PRIV", "topic: X")
    )
    assert [where for where, _ in faults(tmp_path, text)] == ["own.yaml:4", "own.yaml:14", "own.yaml:17"]


def test_a_faulty_file_keeps_nothing_else_from_being_read(tmp_path: Path):
    (tmp_path / "schema.json").write_bytes(SCHEMA.read_bytes())
    (tmp_path / "a.yaml").write_text(SOUND)
    (tmp_path / "b.yaml").write_text(SOUND)
    (tmp_path / "c.yaml").write_text("broken: [")
    questionnaires, problems = read_folder(tmp_path)
    assert [one.id for one in questionnaires] == ["tiny"]
    assert [(one.where, one.what.key) for one in problems] == [
        ("b.yaml:1", "questionnaire.file.twice"),
        ("c.yaml:1", "questionnaire.file.yaml"),
    ]


def test_an_empty_folder_has_none(tmp_path: Path):
    assert read_folder(tmp_path) == ((), ())
