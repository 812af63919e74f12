"""The assessment report: what was asked and answered, what was found, and how the figures came about.

Only content; how it is printed is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.artefacts import kind_word
from vendorrisk.domain.diligence.assessing import without_finding
from vendorrisk.domain.diligence.assurance import Credit, CreditAmount
from vendorrisk.domain.diligence.finding_words import acceptance_facts
from vendorrisk.domain.diligence.findings import is_open, overdue_days, rank, state_on
from vendorrisk.domain.diligence.inherent import Band, Inherent, Tier, unrated
from vendorrisk.domain.diligence.records import Severity, Verdict
from vendorrisk.domain.diligence.scoring import SELF_DECLARED, WITH_DOCUMENTS
from vendorrisk.domain.diligence.showing import shown_answer
from vendorrisk.domain.diligence.validity import ArtefactStatus
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.domain.report import (
    Align,
    Bar,
    Bars,
    Block,
    Column,
    Fact,
    Facts,
    Grid,
    Heading,
    Note,
    Paragraph,
    Report,
    Text,
    Tone,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from vendorrisk.domain.diligence.arithmetic import Step
    from vendorrisk.domain.diligence.questionnaire import Question, Questionnaire, Section
    from vendorrisk.domain.diligence.records import Answer, Assessment, Finding
    from vendorrisk.domain.diligence.residual import Residual
    from vendorrisk.domain.diligence.scoring import ControlScore, ScoredAnswer
    from vendorrisk.domain.register.records import Engagement, Service, Vendor
    from vendorrisk.domain.report import Cell

BAND_TONE: Final[Mapping[Band, Tone]] = {
    Band.LOW: Tone.GOOD,
    Band.MEDIUM: Tone.NEUTRAL,
    Band.HIGH: Tone.WARNING,
    Band.CRITICAL: Tone.BAD,
}
VERDICT_TONE: Final[Mapping[Verdict | None, Tone]] = {Verdict.PARTLY: Tone.WARNING, Verdict.FAILS: Tone.BAD}
SEVERITY_TONE: Final[Mapping[Severity, Tone]] = {Severity.C: Tone.BAD, Severity.H: Tone.WARNING}
CREDIT_TONE: Final[Mapping[CreditAmount, Tone]] = {
    CreditAmount.FULL: Tone.GOOD,
    CreditAmount.HALF: Tone.WARNING,
    CreditAmount.NONE: Tone.BAD,
}
STRONG, FAIR = 75, 50
"""Topic scores from which a bar reads as good, or at least as fair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentFacts:
    """Everything that the report rests on; `today` is the day for which its figures hold.

    `risk`, `tier` and `remains` are None while the engagement's factors are not all rated. `credits` are the
    vendor's artefacts as they stand today, `due` is the next reassessment.
    """

    company: str
    today: date
    vendor: Vendor
    engagement: Engagement
    assessment: Assessment
    questionnaire: Questionnaire
    control: ControlScore
    service: Service | None = None
    answers: tuple[Answer, ...] = ()
    findings: tuple[Finding, ...] = ()
    credits: tuple[Credit, ...] = ()
    risk: Inherent | None = None
    tier: Tier | None = None
    remains: Residual | None = None
    due: date | None = None
    scored: tuple[ScoredAnswer, ...] = ()
    language: str = "en"


def assessment_report(facts: AssessmentFacts) -> Report:
    """The report on one assessment, in the order in which a decision maker reads."""
    blocks: list[Block] = [
        Facts(rows=tuple(_identity(facts))),
        *_result(facts),
        *_topics(facts),
        *_findings(facts),
        *_artefacts(facts),
        *_arithmetic(facts),
        *_answers(facts),
        Note(text=_say("method")),
    ]
    return Report(
        title=_say("title", vendor=facts.vendor.name),
        subtitle=text_in(facts.engagement.purpose, facts.language),
        company=facts.company,
        on=facts.today,
        blocks=tuple(blocks),
        language=facts.language,
    )


def _say(key: str, **params: object) -> Message:
    return msg(f"assessment.report.{key}", **params)


def _identity(facts: AssessmentFacts) -> Iterable[Fact]:
    """Who and what was assessed; lines without content are left out."""
    vendor, assessment = facts.vendor, facts.assessment
    service = text_in(facts.service.name, facts.language) if facts.service else ""
    rows: tuple[tuple[str, Cell], ...] = (
        ("vendor", vendor.legal_name or vendor.name),
        ("kind", label(vendor.kind)),
        ("country", country_name(vendor.country) if vendor.country else ""),
        ("service", service),
        ("role", label(facts.engagement.role)),
        ("questionnaire", text_in(facts.questionnaire.title, facts.language)),
        ("version", facts.questionnaire.version),
        ("occasion", label(assessment.kind)),
        ("state", label(assessment.state)),
        ("received", assessment.received_on),
        ("finished", assessment.finished_on),
        ("reviewer", assessment.reviewer),
    )
    filled = ((key, value) for key, value in rows if value is not None and value != "")
    return (Fact(label=_say(f"fact.{key}"), value=value) for key, value in filled)


def _result(facts: AssessmentFacts) -> Iterable[Block]:
    yield Heading(text=_say("result"))
    yield Facts(rows=tuple(_figures(facts)))
    if facts.risk is None:
        missing = [_say(f"factor.{name}") for name in unrated(facts.engagement)]
        yield Note(text=_say("unrated", missing=missing), tone=Tone.WARNING)
    if facts.control.coverage < 1:
        share = round(facts.control.coverage * 100)
        yield Note(text=_say("not_all_reviewed", share=share), tone=Tone.WARNING)
    reasons = (*(facts.tier.reasons if facts.tier else ()), *(facts.remains.reasons if facts.remains else ()))
    for reason in reasons:
        yield Note(text=reason)


def _figures(facts: AssessmentFacts) -> Iterable[Fact]:
    yield Fact(label=_say("fact.strength"), value=_say("of_100", value=_percent(facts.control.strength)))
    yield Fact(label=_say("fact.coverage"), value=_say("share", value=_percent(facts.control.coverage)))
    if facts.risk:
        yield _banded("fact.inherent", facts.risk.score, facts.risk.band)
    if facts.tier:
        yield Fact(label=_say("fact.tier"), value=facts.tier.final)
    if facts.remains:
        yield _banded("fact.residual", facts.remains.score, facts.remains.band)
        yield Fact(label=_say("fact.approval"), value=label(facts.remains.approval))
    if facts.due:
        late = facts.due < facts.today
        yield Fact(label=_say("fact.due"), value=facts.due, tone=Tone.BAD if late else Tone.NEUTRAL)


def _banded(key: str, score: float, band: Band) -> Fact:
    value = _say("banded", score=round(score, 1), band=band)
    return Fact(label=_say(key), value=value, tone=BAND_TONE[band])


def _percent(share: float) -> float:
    return round(share * 100, 1)


def _topics(facts: AssessmentFacts) -> Iterable[Block]:
    yield Heading(text=_say("topics"), level=2)
    bars = []
    for topic in facts.control.topics:
        value = _percent(topic.score or 0.0)
        words = (
            _say("nothing_counted")
            if topic.score is None
            else _say("topic_words", value=f"{value:.1f}", counted=topic.counted, asked=topic.asked)
        )
        bars.append(Bar(label=label(topic.topic), value=value, words=words, tone=_bar_tone(topic.score)))
    alone, supported = _percent(SELF_DECLARED), _percent(WITH_DOCUMENTS)
    yield Bars(bars=tuple(bars), caption=_say("topics.caption", alone=alone, supported=supported))


def _bar_tone(score: float | None) -> Tone:
    value = _percent(score or 0.0)
    tones = ((STRONG, Tone.GOOD), (FAIR, Tone.WARNING), (0, Tone.BAD))
    return Tone.NEUTRAL if score is None else next(tone for limit, tone in tones if value >= limit)


def _findings(facts: AssessmentFacts) -> Iterable[Block]:
    still = [finding for finding in facts.findings if is_open(finding, facts.today)]
    still.sort(key=lambda finding: (rank(finding.severity), finding.due_on is None, str(finding.due_on)))
    yield Heading(text=_say("findings"), level=2)
    yield Grid(
        columns=_columns(("severity", 1.2), ("finding", 5), ("state", 1.8), ("due", 1.8), ("owner", 1.8)),
        rows=tuple(
            (
                label(finding.severity),
                finding.title,
                label(state_on(finding, facts.today)),
                finding.due_on,
                finding.owner,
            )
            for finding in still
        ),
        tones=tuple(_finding_tone(finding, facts.today) for finding in still),
        empty=_say("findings.empty"),
    )
    yield from _accepted(still)
    yield from _unraised(facts)


def _accepted(still: Iterable[Finding]) -> Iterable[Block]:
    """Who accepted the risk of an open finding, until when and why, whether or not that still counts."""
    for finding in still:
        told = acceptance_facts(finding)
        if told:
            yield Heading(text=_say("accepted", title=finding.title), level=3)
            yield Facts(rows=told)


def _unraised(facts: AssessmentFacts) -> Iterable[Block]:
    """The answers that fall short without a finding; where there are none the report says nothing of it."""
    found = without_finding(facts.questionnaire, facts.answers, facts.findings, facts.assessment, facts.today)
    if not found:
        return
    yield Heading(text=_say("unraised"), level=2)
    yield Grid(
        columns=_columns(("question", 6), ("verdict", 1.3), ("remarks", 3)),
        rows=tuple(
            (
                text_in(one.question.text, facts.language),
                label(one.answer.verdict),
                one.answer.verdict_comment,
            )
            for one in found
            if one.answer.verdict is not None
        ),
        tones=tuple(VERDICT_TONE.get(one.answer.verdict, Tone.NEUTRAL) for one in found),
    )


def _finding_tone(finding: Finding, today: date) -> Tone:
    late = overdue_days(finding, today) > 0
    return Tone.BAD if late else SEVERITY_TONE.get(finding.severity, Tone.NEUTRAL)


def _artefacts(facts: AssessmentFacts) -> Iterable[Block]:
    yield Heading(text=_say("artefacts"), level=2)
    yield Grid(
        columns=_columns(("artefact", 2.6), ("title", 2.6), ("status", 1.3), ("credit", 1.5), ("why", 4)),
        rows=tuple(
            (
                kind_word(given.document.kind),
                given.document.title,
                label(given.standing.status),
                label(given.amount),
                given.why,
            )
            for given in facts.credits
        ),
        tones=tuple(_credit_tone(given) for given in facts.credits),
        empty=_say("artefacts.empty"),
    )


def _credit_tone(given: Credit) -> Tone:
    """What is in force and merely proves no control, such as a contract, is nothing to worry about."""
    in_force = given.standing.status is ArtefactStatus.VALID
    return Tone.NEUTRAL if in_force and given.amount is CreditAmount.NONE else CREDIT_TONE[given.amount]


def _arithmetic(facts: AssessmentFacts) -> Iterable[Block]:
    yield Heading(text=_say("arithmetic"))
    yield Paragraph(text=_say("arithmetic.intro"))
    topics = [topic for topic in facts.control.topics if topic.score is not None]
    rows: list[tuple[Cell, ...]] = [
        (label(topic.topic), topic.formula, f"{topic.score or 0.0:.2f}") for topic in topics
    ]
    steps: list[Step] = [*facts.control.steps]
    steps += facts.risk.steps if facts.risk else ()
    steps += facts.remains.steps if facts.remains else ()
    rows += [(step.what, step.formula, f"{step.result:.2f}") for step in steps]
    yield Grid(
        columns=(*_columns(("step", 4), ("formula", 5)), _column("value", 1.2, Align.RIGHT)),
        rows=tuple(rows),
    )


def _answers(facts: AssessmentFacts) -> Iterable[Block]:
    yield Heading(text=_say("answers"))
    by_question = {answer.question: answer for answer in facts.answers}
    for number, section in enumerate(facts.questionnaire.sections, start=1):
        title = _say("section", number=number, title=text_in(section.title, facts.language))
        yield Heading(text=title, level=2)
        yield _section(number, section, by_question, facts)


_WITH_REMARKS = (
    ("number", 0.9), ("question", 4), ("answer", 2.8), ("verdict", 1.2), ("confidence", 1.7),
    ("remarks", 2.2),
)  # fmt: skip
_NUMBERS = frozenset({"confidence"})
_WITHOUT = (("number", 0.9), ("question", 5), ("answer", 4.2), ("verdict", 1.2), ("confidence", 1.6))


def _section(number: int, section: Section, answers: Mapping[str, Answer], facts: AssessmentFacts) -> Grid:
    """The questions of a section; where nobody remarked anything there is no column for it."""
    trust = {one.question: _percent(one.confidence) for one in facts.scored if one.counts}
    rows = tuple(
        _row(f"{number}.{at}", question, answers.get(question.id), facts.language, trust.get(question.id))
        for at, question in enumerate(section.questions, start=1)
    )
    columns = _WITH_REMARKS if any(row[-1] for row in rows) else _WITHOUT
    return Grid(
        columns=_columns(*columns),
        rows=tuple(row[: len(columns)] for row in rows),
        tones=tuple(_answer_tone(answers.get(question.id)) for question in section.questions),
    )


def _row(
    number: str, question: Question, answer: Answer | None, language: str, trust: float | None
) -> tuple[Cell, ...]:
    text = text_in(question.text, language)
    if answer is None:
        return number, text, None, None, None, ""
    remarks = "\n".join(part for part in (answer.comment, answer.evidence, answer.verdict_comment) if part)
    verdict = label(answer.verdict) if answer.verdict else None
    sure = None if trust is None else _say("share", value=trust)
    return number, text, shown_answer(question, answer.value, language), verdict, sure, remarks


def _answer_tone(answer: Answer | None) -> Tone:
    return VERDICT_TONE.get(answer.verdict, Tone.NEUTRAL) if answer else Tone.NEUTRAL


def _columns(*columns: tuple[str, float]) -> tuple[Column, ...]:
    return tuple(
        _column(key, share, Align.RIGHT if key in _NUMBERS else Align.LEFT) for key, share in columns
    )


def _column(key: str, share: float, align: Align = Align.LEFT) -> Column:
    title: Text = _say(f"column.{key}")
    return Column(title=title, share=share, align=align)
