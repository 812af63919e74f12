"""What the states and verdicts of an answer review look like, and what a reader calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.records import AssessmentKind, Severity, Verdict
from vendorrisk.domain.record import text_in
from vendorrisk.ui.widgets.columns import Status
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import mark, tr
from vendorrisk.usecases.diligence.review_view import LineState

if TYPE_CHECKING:
    from vendorrisk.domain.diligence.questionnaire import Question, Section

LANGUAGE: Final = "en"
"""The language in which analysts read questionnaires; letters and workbooks have their own."""

STATE_KINDS: Final = {
    LineState.MEETS: Kind.GOOD,
    LineState.PARTLY: Kind.WARN,
    LineState.FAILS: Kind.SERIOUS,
    LineState.NA: Kind.NEUTRAL,
    LineState.CHANGED: Kind.INFO,
    LineState.SAME: Kind.NEUTRAL,
    LineState.NEW: Kind.INFO,
    LineState.BLANK: Kind.INFO,
    LineState.CREDITED: Kind.NEUTRAL,
}
CALLING: Final = frozenset({LineState.CHANGED, LineState.BLANK})
"""States that ask to be looked at: their words are stronger."""

VERDICT_KINDS: Final = {verdict: STATE_KINDS[LineState(verdict.value)] for verdict in Verdict}
VERDICT_WORDS: Final = {
    Verdict.MEETS: mark("Meets"),
    Verdict.PARTLY: mark("Partly meets"),
    Verdict.FAILS: mark("Does not meet"),
    Verdict.NA: mark("Not applicable"),
}
SEVERITY_KINDS: Final = {
    Severity.C: Kind.CRITICAL,
    Severity.H: Kind.SERIOUS,
    Severity.M: Kind.WARN,
    Severity.L: Kind.NEUTRAL,
}
_KIND_WORDS: Final = {
    AssessmentKind.ONBOARDING: mark("Onboarding assessment"),
    AssessmentKind.ANNUAL: mark("Annual assessment"),
    AssessmentKind.EVENT: mark("Assessment after an event"),
}


def verdict_status(verdict: Verdict) -> Status:
    """Returns a verdict as mark and word."""
    return Status(VERDICT_KINDS[verdict], tr(VERDICT_WORDS[verdict]), chip=False)


def kind_words(kind: AssessmentKind, year: int | None) -> str:
    """Returns "Annual assessment 2026"."""
    word = tr(_KIND_WORDS[kind])
    return f"{word} {year}" if year else word


def question_name(question: Question) -> str:
    """Returns a question in two or three words, or all of it where it has no short name."""
    return text_in(question.short, LANGUAGE) or text_in(question.text, LANGUAGE)


def section_name(section: Section) -> str:
    """Returns a section in two or three words, or its whole title."""
    return text_in(section.short, LANGUAGE) or text_in(section.title, LANGUAGE)
