"""Which role a vendor has for one purpose: the questions of domain.md 1.3 as a table, asked in its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.register.records import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

RATIONALE, CITATION, REVIEWER, ESCALATION = "rationale", "citation", "reviewer", "escalation"

NEEDS: dict[Role, tuple[str, ...]] = {
    Role.SUPPLIER_NO_PD: (RATIONALE,),
    Role.SUB_PROCESSOR: (RATIONALE, REVIEWER),
    Role.INDEPENDENT_CONTROLLER: (RATIONALE, CITATION, REVIEWER),
    Role.JOINT_CONTROLLER: (RATIONALE, REVIEWER, ESCALATION),
}
"""What has to be written down for each role before it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the order; each answer leads to a role, to the next question, or to nobody (None)."""

    key: str
    citation: str
    yes: Role | str | None
    no: Role | str | None

    @property
    def text(self) -> Message:
        """The question as people read it."""
        return msg(f"role.question.{self.key}")


FIRST = "reaches_personal_data"

QUESTIONS = {
    question.key: question
    for question in (
        Question(key=FIRST, citation="GDPR 4(1), 4(2)", yes="only_on_instructions", no=Role.SUPPLIER_NO_PD),
        Question(
            key="only_on_instructions",
            citation="GDPR 4(8), 28(4), 29",
            yes="sets_own_purposes",
            no="own_duty_or_purposes",
        ),
        # A processor that sets its own purposes is a controller for them, whatever the contract calls it.
        Question(
            key="sets_own_purposes",
            citation="GDPR 28(10)",
            yes=Role.INDEPENDENT_CONTROLLER,
            no=Role.SUB_PROCESSOR,
        ),
        Question(
            key="own_duty_or_purposes",
            citation="GDPR 4(7)",
            yes=Role.INDEPENDENT_CONTROLLER,
            no="decides_with_us",
        ),
        Question(key="decides_with_us", citation="GDPR 26", yes=Role.JOINT_CONTROLLER, no=None),
    )
}
"""A licence is evidence, not the test: the test is who decides on purposes and means (GDPR 4(7))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """The role the answers lead to, or the question still open, or neither: then somebody has to judge."""

    role: Role | None
    asked: tuple[str, ...]
    citation: str
    open_question: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """What has to be written down: rationale, legal citation, reviewer, escalation."""
        return NEEDS[self.role] if self.role else ()


def classify(answers: Mapping[str, bool]) -> Classification:
    """The role for one engagement purpose, from the answers given so far (question key -> yes or no)."""
    asked: list[str] = []
    question = QUESTIONS[FIRST]
    while question.key in answers:
        asked.append(question.key)
        follows = question.yes if answers[question.key] else question.no
        if follows is None or isinstance(follows, Role):
            return Classification(role=follows, asked=tuple(asked), citation=question.citation)
        question = QUESTIONS[follows]
    return Classification(
        role=None, asked=tuple(asked), citation=question.citation, open_question=question.key
    )
