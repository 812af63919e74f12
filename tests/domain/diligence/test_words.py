"""Every sentence of due diligence has a text, every text a sentence, and every word a label."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

import pytest

from tests.support.sentences import ROOT, keys_in, say, texts
from vendorrisk.documents.workbook_cover import STEPS
from vendorrisk.domain.diligence import (
    acceptance,
    artefacts,
    assurance,
    carrying,
    clauses,
    inherent,
    questionnaire,
    records,
    residual,
    rhythm,
    scoring,
    validity,
)
from vendorrisk.domain.diligence.credits import Area, Grade
from vendorrisk.domain.diligence.questionnaire import AnswerType
from vendorrisk.domain.message import msg
from vendorrisk.domain.register.vocabulary import label

ROOM = "diligence"
PREFIXES = (
    "acceptance.", "answer.", "assessment.report.", "clause.", "credit.", "finding.", "gap.", "kit.",
    "questionnaire.", "remark.", "risk.", "score.", "tier.", "validity.", "workbook.",
)  # fmt: skip
VOCABULARIES = (
    records.AssessmentKind, records.AssessmentState, records.Verdict, records.Severity, records.FindingState,
    records.ClauseResult, clauses.ItemStanding, scoring.Topic, inherent.Band, residual.Approval,
    acceptance.Approver, acceptance.DpoOpinion, validity.ArtefactStatus, assurance.CreditAmount, Grade,
    Area, questionnaire.Fixed, questionnaire.AnswerType, carrying.AnswerChange, rhythm.OverdueBand,
    artefacts.Family,
)  # fmt: skip
KINDS = {f"DocumentKind.{code}" for code in artefacts.KINDS}
FILE_FAULTS = "large unreadable yaml missing unknown choice form framework twice"
ROW_FAULTS = (
    "no_marks newer_form no_columns other_format no_id unknown twice row_missing displaced altered formula"
    " command error tick note_cut comment_missing"
)
FACTS = (
    "vendor kind country service role questionnaire version occasion state received finished reviewer"
    " strength coverage inherent tier residual approval due"
)
COLUMNS = (
    "severity finding state due owner artefact title status credit why step formula value number question"
    " answer verdict confidence remarks"
)
PLAIN = (
    "title result topics topics.caption findings findings.empty artefacts artefacts.empty"
    " arithmetic arithmetic.intro answers section method of_100 share banded nothing_counted topic_words"
    " unrated not_all_reviewed unraised accepted"
)
BUILT = {
    *(f"acceptance.too_long.{severity}" for severity in records.Severity),
    *(f"answer.not_{kind}" for kind in ("yn", "ynp")),
    *(f"clause.D_{number:02}" for number in range(1, 41)),
    *(f"credit.{rule.key}" for rule in assurance._RULES),
    *(f"credit.finding.{rule.key}" for rule in assurance._RULES if rule.finding),
    *(f"credit.question.{grade}" for grade in ("full", "partial")),
    *(f"gap.opinion.{opinion}" for opinion in ("QUALIFIED", "ADVERSE", "DISCLAIMER")),
    *(f"questionnaire.file.{key}" for key in FILE_FAULTS.split()),
    *(f"workbook.{key}" for key in ROW_FAULTS.split()),
    *(f"validity.recorded.{status}" for status in validity.RECORDED),
    *(f"validity.report.{status}" for status in ("STALE", "LAPSED")),
    *(f"validity.no_date.{clock}" for clock in ("PERIOD", "POINT", "AGE")),
    *(f"assessment.report.fact.{key}" for key in FACTS.split()),
    *(f"assessment.report.column.{key}" for key in COLUMNS.split()),
    *(f"assessment.report.factor.{key}" for key in inherent.FACTORS),
    *(f"assessment.report.{key}" for key in PLAIN.split()),
    *(f"kit.expects.{kind}" for kind in AnswerType),
    *(f"kit.expects.none.{kind}" for kind in ("NUM", "DATE")),
    *(f"kit.how.{number}" for number in range(1, STEPS + 1)),
    *(f"kit.check.{kind}{part}" for kind in ("list", "number", "date", "text") for part in ("", ".title")),
}
WITH_REMEDY = (
    "acceptance.", "answer.", "finding.move.", "questionnaire.", "workbook.",
)  # fmt: skip


@cache
def used() -> set[str]:
    modules = [
        *(ROOT / "vendorrisk" / "domain" / "diligence").glob("*.py"),
        *(ROOT / "vendorrisk" / "documents").glob("questionnaire*.py"),
        *(ROOT / "vendorrisk" / "documents").glob("workbook_*.py"),
    ]
    return keys_in(modules, PREFIXES) | BUILT


def test_every_key_has_a_text():
    assert used() - set(texts(ROOM)) == set()


def test_every_text_is_used():
    labels = {label(term).key for words in VOCABULARIES for term in words}
    spare = {key for key in texts(ROOM) if key not in used() and key.removesuffix(".remedy") not in used()}
    assert spare - labels - KINDS == set()


@pytest.mark.parametrize("words", VOCABULARIES)
def test_every_word_has_a_label(words: type[StrEnum]):
    assert len({say(label(term)) for term in words}) == len(words)


def test_every_kind_of_document_has_a_name():
    assert len({say(msg(key)) for key in KINDS}) == len(artefacts.KINDS)


def test_every_problem_has_a_remedy():
    stated = {key for key in used() if key.startswith(WITH_REMEDY) and not key.endswith(".remedy")}
    assert {key for key in stated if f"{key}.remedy" not in texts(ROOM)} == set()


def test_texts_have_plain_placeholders_only():
    for key, text in texts(ROOM).items():
        assert "{" not in re.sub(r"\{[a-z_]+\}", "", text), key
        assert text == text.strip() != "", key
