"""A small questionnaire with one question of each type, and answers to it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from vendorrisk.domain.diligence.credits import Area
from vendorrisk.domain.diligence.questionnaire import (
    AnswerType,
    BadAnswer,
    Option,
    Question,
    Questionnaire,
    Reference,
    Section,
)
from vendorrisk.domain.diligence.records import Answer, AssessmentKind, Severity, Verdict
from vendorrisk.domain.diligence.scoring import Topic


def en(text: str, **others: str) -> dict[str, str]:
    return {"en": text, **others}


def question(id: str, type: AnswerType, **fields: Any) -> Question:  # noqa: A002
    defaults: dict[str, Any] = {
        "topic": Topic.SEC,
        "text": en(f"Question {id}?"),
        "help": en(f"Why {id} matters."),
        "weight": 2,
    }
    return Question(id=id, type=type, **(defaults | fields))


def bad(severity: Severity, title: str = "Gap", **fields: Any) -> BadAnswer:
    return BadAnswer(severity=severity, title=en(title), **fields)


SECRECY = question(
    "PRV-07",
    AnswerType.YN,
    topic=Topic.PRIV,
    knock_out=True,
    comment_when=frozenset({"NO"}),
    bad=(bad(Severity.H, "No duty of secrecy", answers=frozenset({"NO"})),),
    references=(Reference(framework="gdpr", version="2016/679", places=("28(3)(b)",)),),
)
MFA = question(
    "SEC-05",
    AnswerType.YNP,
    may_be_na=True,
    weight=3,
    area=Area.ACCESS,
    replaced_by=frozenset({"SOC2_II"}),
    bad=(
        bad(Severity.H, "Second factor missing in places", answers=frozenset({"PARTLY"})),
        bad(Severity.C, "No second factor", answers=frozenset({"NO"})),
    ),
)
TLS = question(
    "SEC-09",
    AnswerType.ENUM,
    options=(
        Option(code="TLS13", text=en("TLS 1.3", de="TLS 1.3 oder neuer")),
        Option(code="TLS12", text=en("TLS 1.2")),
        Option(code="OLDER", text=en("Anything older, or none")),
    ),
    bad=(bad(Severity.H, "Old transport encryption", answers=frozenset({"OLDER"})),),
)
DATA = question(
    "PRV-03",
    AnswerType.MULTI,
    topic=Topic.PRIV,
    may_be_na=True,
    options=(
        Option(code="CONTENT", text=en("Message or call content")),
        Option(code="SPECIAL", text=en("Special categories")),
        Option(code="SAFEGUARDS", text=en("Extra safeguards for them")),
    ),
    bad=(
        bad(Severity.H, "Special data", answers=frozenset({"SPECIAL"})),
        bad(Severity.M, "No safeguards", lacks=frozenset({"SAFEGUARDS"})),
    ),
)
HOURS = question(
    "PRV-18",
    AnswerType.NUM,
    topic=Topic.PRIV,
    unit=en("hours", de="Stunden"),
    minimum=Decimal(0),
    maximum=Decimal(720),
    none_word=en("No fixed time"),
    bad=(
        bad(Severity.M, "Over a day", above=Decimal(24)),
        bad(Severity.H, "Over two days or no time at all", above=Decimal(48), answers=frozenset({"NONE"})),
    ),
)
SHARE = question(
    "SEC-13",
    AnswerType.NUM,
    unit=en("%"),
    minimum=Decimal(0),
    maximum=Decimal(100),
    bad=(bad(Severity.M, "Below 95 %", below=Decimal(95)),),
)
TEST = question(
    "BCM-03",
    AnswerType.DATE,
    topic=Topic.BCM,
    past=True,
    none_word=en("Never"),
    bad=(
        bad(Severity.M, "Older than a year", older_than_months=12),
        bad(Severity.H, "Never tested", answers=frozenset({"NONE"})),
    ),
)
OFFICER = question("PRV-10", AnswerType.TEXT, topic=Topic.PRIV, weight=1)
STORAGE = question(
    "TRF-01",
    AnswerType.COUNTRIES,
    topic=Topic.TRANSFER,
    bad=(bad(Severity.H, "Country unknown to us", undeclared="STORAGE"),),
)

SMALL = Questionnaire(
    id="small",
    version="1",
    kind=AssessmentKind.ONBOARDING,
    title=en("A small questionnaire"),
    about=en("For tests."),
    languages=("en",),
    sections=(
        Section(
            id="privacy", title=en("Privacy"), questions=(SECRECY, DATA, HOURS, OFFICER), intro=en("First.")
        ),
        Section(id="security", title=en("Security"), questions=(MFA, TLS, SHARE, TEST)),
        Section(id="transfers", title=en("Transfers"), questions=(STORAGE,)),
    ),
)
ALL_IDS = tuple(SMALL.by_id)

GOOD = {
    "PRV-07": "YES",
    "PRV-03": "CONTENT;SAFEGUARDS",
    "PRV-18": "24",
    "PRV-10": "Dr. Đuro Šarić, dpo@vendor.example",
    "SEC-05": "YES",
    "SEC-09": "TLS13",
    "SEC-13": "99.5",
    "BCM-03": "2026-06-30",
    "TRF-01": "DE;IE",
}


def answer(question_id: str, value: str = "", verdict: Verdict | None = None, **fields: Any) -> Answer:
    return Answer(
        id=question_id, assessment_id="a", question=question_id, value=value, verdict=verdict, **fields
    )


def answers(**changed: str) -> list[Answer]:
    values = GOOD | {name.replace("_", "-"): value for name, value in changed.items()}
    return [answer(name, value) for name, value in values.items()]


def with_question(changed: Question) -> Questionnaire:
    """The small questionnaire with one question exchanged, by its id."""
    sections = tuple(
        replace(
            section,
            questions=tuple(changed if one.id == changed.id else one for one in section.questions),
        )
        for section in SMALL.sections
    )
    return replace(SMALL, sections=sections)
