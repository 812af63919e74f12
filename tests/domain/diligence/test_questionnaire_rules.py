"""What keeps a questionnaire from being used."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.support.questionnaires import (
    DATA,
    HOURS,
    MFA,
    OFFICER,
    SECRECY,
    SMALL,
    STORAGE,
    TEST,
    TLS,
    bad,
    en,
    question,
    with_question,
)
from vendorrisk.domain.diligence.assurance import Ask
from vendorrisk.domain.diligence.credits import Area
from vendorrisk.domain.diligence.questionnaire import AnswerType, Option, Question
from vendorrisk.domain.diligence.questionnaire_rules import Flaw, flaws
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.message import msg

M = Severity.M


def test_a_sound_questionnaire_has_no_flaws():
    assert flaws(SMALL) == ()


def test_an_id_stands_once():
    section = SMALL.sections[0]
    doubled = replace(SMALL, sections=(*SMALL.sections, section))
    assert Flaw(question="PRV-07", what=msg("questionnaire.flaw.id_twice", id="PRV-07")) in flaws(doubled)
    assert len(flaws(doubled)) == len(section.questions)


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        (replace(TLS, options=TLS.options[:1], bad=()), "options"),
        (replace(SECRECY, options=TLS.options), "options"),
        (replace(TLS, options=(*TLS.options, TLS.options[0])), "option_codes"),
        (replace(TLS, options=(*TLS.options, Option(code="NA", text=en("None")))), "option_codes"),
        (replace(SECRECY, unit=en("hours")), "misplaced"),
        (replace(SECRECY, minimum=Decimal(1)), "misplaced"),
        (replace(SECRECY, maximum=Decimal(1)), "misplaced"),
        (replace(SECRECY, past=True), "misplaced"),
        (replace(SECRECY, none_word=en("Never")), "misplaced"),
        (replace(TLS, options=(replace(TLS.options[0], alone=True), *TLS.options[1:])), "misplaced"),
        (replace(HOURS, unit={}), "no_unit"),
        (replace(SECRECY, bad=()), "knock_out"),
        (replace(MFA, bad=(bad(M),)), "rule_empty"),
        (replace(MFA, bad=(bad(M, answers=frozenset({"MAYBE"})),)), "rule"),
        (replace(MFA, bad=(bad(M, lacks=frozenset({"NO"})),)), "rule"),
        (replace(DATA, bad=(bad(M, lacks=frozenset({"WEATHER"})),)), "rule"),
        (replace(MFA, bad=(bad(M, above=Decimal(3)),)), "rule"),
        (replace(MFA, bad=(bad(M, below=Decimal(3)),)), "rule"),
        (replace(HOURS, bad=(bad(M, older_than_months=3),)), "rule"),
        (replace(TEST, bad=(bad(M, undeclared="STORAGE"),)), "rule"),
        (replace(STORAGE, bad=(bad(M, undeclared="TRANSIT"),)), "rule"),
        (replace(SECRECY, comment_when=frozenset({"PARTLY"})), "comment_when"),
        (replace(MFA, replaced_by=frozenset({"ISO9001"})), "stand_in_unknown"),
        (replace(MFA, partly_by=frozenset({"SOC2_II:X"})), "stand_in_unknown"),
        (replace(HOURS, replaced_by=frozenset({"ISO27701"}), area=Area.BREACH), "stand_in_never"),
        (replace(MFA, area=None), "stand_in_area"),
        (replace(MFA, weight=4), "weight"),
        (replace(MFA, text={"de": "Frage?"}), "no_english"),
        (replace(MFA, help=en(" ")), "no_english"),
        (replace(TLS, options=(*TLS.options[:2], Option(code="OLDER", text={}))), "no_english"),
    ],
)
def test_each_flaw_is_named_with_its_question(wrong: Question, key: str):
    found = flaws(with_question(wrong))
    assert [(flaw.question, flaw.what.key) for flaw in found] == [(wrong.id, f"questionnaire.flaw.{key}")]


def test_all_flaws_are_told_at_once():
    worst = replace(OFFICER, weight=0, text={}, past=True)
    assert [flaw.what.key.rpartition(".")[2] for flaw in flaws(with_question(worst))] == [
        "misplaced",
        "weight",
        "no_english",
    ]


def test_stand_ins_may_name_a_criterion():
    assert (
        flaws(with_question(replace(MFA, replaced_by=frozenset({"SOC2_II:A", "ISO27701:PROCESSOR"})))) == ()
    )


def test_a_question_says_what_may_stand_in_for_it():
    assert MFA.ask == Ask(
        question="SEC-05", area=Area.ACCESS, replaced_by=frozenset({"SOC2_II"}), partly_by=frozenset()
    )


def test_choices_of_a_question():
    assert MFA.choices == ("YES", "PARTLY", "NO", "NA")
    assert HOURS.choices == ("NONE",)
    assert question("X-1", AnswerType.TEXT).choices == ()
