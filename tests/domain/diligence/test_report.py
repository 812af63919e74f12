"""The assessment report says what was found, in words, without inventing anything."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from tests.support.diligence import TODAY, covering, finding
from tests.support.questionnaires import DATA, HOURS, MFA, OFFICER, SMALL, STORAGE, TEST, TLS, answer, answers
from tests.support.words import english
from vendorrisk.domain.diligence.assurance import credit
from vendorrisk.domain.diligence.findings import count_open
from vendorrisk.domain.diligence.inherent import Factors, TierFacts, inherent, tier
from vendorrisk.domain.diligence.questionnaire import Question
from vendorrisk.domain.diligence.records import Assessment, FindingState, Severity, Verdict
from vendorrisk.domain.diligence.report import AssessmentFacts, assessment_report
from vendorrisk.domain.diligence.residual import residual
from vendorrisk.domain.diligence.scoring import ScoredAnswer, control_score
from vendorrisk.domain.diligence.showing import shown_answer
from vendorrisk.domain.diligence.validity import Archive
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.register.records import Engagement, Service, Vendor
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.domain.report import Bars, Fact, Facts, Grid, Heading, Note, Tone

RATED = {
    "data": 4, "volume": 4, "criticality": 3, "substitutability": 3,
    "access": 4, "territory": 4, "chain": 3, "history": 2,
}  # fmt: skip
FINDINGS = (
    finding(Severity.M, due_on=date(2026, 12, 24), owner="Ana"),
    finding(Severity.H, due_on=date(2026, 11, 1)),
    finding(Severity.C, FindingState.VERIFIED),
)


def control(*verdicts: Verdict | None) -> Any:
    scored = [
        ScoredAnswer(question=q.id, topic=q.topic, weight=q.weight, verdict=v, confidence=0.7)
        for q, v in zip(SMALL.questions(), verdicts, strict=False)
    ]
    return control_score(scored)


def facts(**changes: Any) -> AssessmentFacts:
    risk = inherent(Factors(**RATED))
    score = control(*[Verdict.MEETS] * 8, Verdict.FAILS)
    rated = Engagement(
        id="e",
        vendor_id="v",
        service_id="s",
        purpose={"en": "Voice termination"},
        **{f"factor_{name}": rating for name, rating in RATED.items()},  # type: ignore[arg-type]
    )
    reviewed = [replace(one, verdict=Verdict.MEETS, comment="As agreed") for one in answers()]
    whole = AssessmentFacts(
        company="Harbour Line",
        today=TODAY,
        vendor=Vendor(id="v", name="Eastline Voice", country="IN"),
        engagement=rated,
        assessment=Assessment(id="a", engagement_id="e", questionnaire="small", version="1", reviewer="Iva"),
        questionnaire=SMALL,
        control=score,
        service=Service(id="s", code="VOICE", name={"en": "Voice"}),
        answers=tuple(reviewed),
        findings=FINDINGS,
        credits=(
            credit(covering(title="Certificate 4711", valid_to=date(2028, 1, 1)), TODAY, Archive()),
            credit(covering("SOC2_II", period_end=date(2024, 1, 1)), TODAY, Archive()),
        ),
        risk=risk,
        tier=tier(risk, TierFacts(phi=True)),
        remains=residual(risk.score, score.effect, count_open(FINDINGS, TODAY), key_artefact_lapsed=True),
        due=date(2027, 11, 21),
    )
    return replace(whole, **changes)


def said(value: Any) -> str:
    return english().say(value) if isinstance(value, Message) else str(value)


def figures(report_facts: AssessmentFacts) -> dict[str, tuple[str, Tone]]:
    blocks = assessment_report(report_facts).blocks
    rows: list[Fact] = [row for block in blocks if isinstance(block, Facts) for row in block.rows]
    return {said(row.label): (said(row.value), row.tone) for row in rows}


def grids(report_facts: AssessmentFacts) -> dict[str, Grid]:
    """Each grid under the heading before it."""
    found, heading = {}, ""
    for block in assessment_report(report_facts).blocks:
        if isinstance(block, Heading):
            heading = said(block.text)
        elif isinstance(block, Grid):
            found[heading] = block
    return found


def notes(report_facts: AssessmentFacts) -> list[str]:
    return [said(block.text) for block in assessment_report(report_facts).blocks if isinstance(block, Note)]


def test_it_begins_with_who_was_assessed_and_how_it_ended():
    report = assessment_report(facts())
    assert said(report.title) == "Assessment of Eastline Voice"
    assert (report.subtitle, report.company, report.on) == ("Voice termination", "Harbour Line", TODAY)
    shown = figures(facts())
    assert {
        label: shown[label][0] for label in ("Vendor", "Our service", "Tier", "Next reassessment due")
    } == {
        "Vendor": "Eastline Voice",
        "Our service": "Voice",
        "Tier": "1",
        "Next reassessment due": "2027-11-21",
    }
    assert shown["Inherent risk"] == ("49.8 (High)", Tone.WARNING)
    assert shown["Control strength"][0].endswith(" of 100")
    assert shown["May be approved by"][0] == "Head of privacy and CISO, with conditions"


def test_facts_that_are_not_there_are_left_out():
    shown = figures(facts(service=None, due=None))
    assert {"Our service", "Next reassessment due", "Answers received"}.isdisjoint(shown)


def test_an_overdue_reassessment_stands_out():
    assert figures(facts(due=date(2026, 11, 20)))["Next reassessment due"][1] is Tone.BAD


def test_reasons_and_reservations_are_told():
    assert notes(facts())[:2] == [
        "Health data under HIPAA: tier 1.",
        "A document that the assessment rests on has lapsed, which lifts the risk by one band.",
    ]
    partly = facts(control=control(Verdict.MEETS, None), risk=None, tier=None, remains=None)
    unrated = replace(partly.engagement, factor_volume=None, factor_chain=None)
    assert notes(replace(partly, engagement=unrated))[:2] == [
        "The inherent risk cannot be computed yet; not rated: people per month, chain.",
        "Only 50 % of the questions, by weight, have a verdict; the figures are provisional.",
    ]


def test_topics_are_bars_with_their_numbers_in_words():
    bars = next(block for block in assessment_report(facts()).blocks if isinstance(block, Bars))
    assert [(said(bar.label), bar.value, said(bar.words), bar.tone) for bar in bars.bars] == [
        ("Privacy", 70.0, "70.0, from 4 of 4 questions", Tone.WARNING),
        ("Security", 70.0, "70.0, from 3 of 3 questions", Tone.WARNING),
        ("Business continuity", 70.0, "70.0, from 1 of 1 questions", Tone.WARNING),
        ("Transfers", 0.0, "0.0, from 1 of 1 questions", Tone.BAD),
    ]
    empty = next(
        block for block in assessment_report(facts(control=control())).blocks if isinstance(block, Bars)
    )
    assert {(said(bar.words), bar.tone) for bar in empty.bars} == {("nothing reviewed", Tone.NEUTRAL)}


def test_open_findings_come_gravest_first_and_late_ones_stand_out():
    grid = grids(facts())["Open findings"]
    assert [tuple(said(cell) for cell in row) for row in grid.rows] == [
        ("High", "Gap", "Open", "2026-11-01", ""),
        ("Medium", "Gap", "Open", "2026-12-24", "Ana"),
    ]
    assert grid.tones == (Tone.BAD, Tone.NEUTRAL)
    assert said(grids(facts(findings=()))["Open findings"].empty) == "No finding is open."


def test_artefacts_say_what_they_are_worth():
    grid = grids(facts())["Certificates, reports and other documents"]
    assert [tuple(said(cell) for cell in row) for row in grid.rows] == [
        (
            "ISO 27001",
            "Certificate 4711",
            "Valid",
            "Full credit",
            "Full credit. Valid up to and including 1 January 2028.",
        ),
        (
            "SOC 2 type II",
            "",
            "Lapsed",
            "No credit",
            "No credit. The period ended on 1 January 2024, more than 15 months ago: too old to count.",
        ),
    ]
    assert grid.tones == (Tone.GOOD, Tone.BAD)


def test_every_figure_can_be_computed_again_from_the_table():
    rows = grids(facts())["How the figures were computed"].rows
    steps = {said(what): (formula, result) for what, formula, result in rows}
    assert steps["Inherent risk"] == ("100×(3.55×3.65 - 1) / 24", "49.82")
    assert steps["Transfers"] == ("0 / 2", "0.00")
    assert steps["Control effect: controls remove at most 85 %"] == ("0.85×0.56", "0.48")
    unrated = grids(facts(risk=None, remains=None, tier=None))["How the figures were computed"].rows
    assert len(unrated) == 6


def test_answers_stand_in_words_by_section():
    rows = grids(facts())["1  Privacy"].rows
    assert [tuple(said(cell) for cell in row[:4]) for row in rows] == [
        ("1.1", "Question PRV-07?", "Yes", "Meets"),
        ("1.2", "Question PRV-03?", "Message or call content; Extra safeguards for them", "Meets"),
        ("1.3", "Question PRV-18?", "24 hours", "Meets"),
        ("1.4", "Question PRV-10?", "Dr. Đuro Šarić, dpo@vendor.example", "Meets"),
    ]
    assert rows[0][-1] == "As agreed"


def test_beside_each_counted_verdict_stands_how_far_its_answer_is_trusted():
    scored = [
        ScoredAnswer(question=q.id, topic=q.topic, weight=q.weight, verdict=verdict, confidence=trust)
        for q, verdict, trust in zip(
            SMALL.questions(), (Verdict.MEETS, Verdict.NA, Verdict.PARTLY), (0.55, 0.7, 0.9), strict=False
        )
    ]
    grid = grids(facts(scored=tuple(scored)))["1  Privacy"]
    assert said(grid.columns[4].title) == "Confidence"
    assert [row[4] and said(row[4]) for row in grid.rows] == ["55 %", None, "90 %", None]
    bars = next(block for block in assessment_report(facts()).blocks if isinstance(block, Bars))
    assert "55 % on the vendor’s word alone, 70 % with documents" in said(bars.caption)


def test_unanswered_and_unreviewed_questions_are_empty_cells():
    grid = grids(facts(answers=(answer("SEC-05", "NO", Verdict.FAILS), answer("SEC-09", "TLS12"))))[
        "2  Security"
    ]
    assert grid.rows[0][2:4] == (msg("Fixed.NO"), label(Verdict.FAILS))
    assert grid.rows[1][2:4] == ("TLS 1.2", None)
    assert grid.rows[2][2:] == (None, None, None), "nobody remarked anything, so there is no column for it"
    assert grid.tones[:3] == (Tone.BAD, Tone.NEUTRAL, Tone.NEUTRAL)


@pytest.mark.parametrize(
    ("question", "value", "expected"),
    [
        (MFA, "", None),
        (MFA, "PARTLY", "Partly"),
        (MFA, "NA", "Not applicable"),
        (TLS, "OLDER", "Anything older, or none"),
        (TLS, "GONE", "GONE"),
        (DATA, "CONTENT;GONE", "Message or call content; GONE"),
        (HOURS, "1.5", "1.5 hours"),
        (HOURS, "NONE", "No fixed time"),
        (TEST, "2026-06-30", "2026-06-30"),
        (OFFICER, "<b>Ana</b>", "<b>Ana</b>"),
        (STORAGE, "DE;IE", "DE, IE"),
    ],
)
def test_a_canonical_answer_in_words(question: Question, value: str, expected: str | None):
    shown = shown_answer(question, value)
    assert (None if shown is None else said(shown)) == expected


def every_message(value: Any) -> list[Message]:
    if isinstance(value, Message):
        return [value]
    if isinstance(value, tuple):
        return [found for part in value for found in every_message(part)]
    if is_dataclass(value) and not isinstance(value, type):
        return [found for field in fields(value) for found in every_message(getattr(value, field.name))]
    return []


def test_every_sentence_of_the_report_can_be_said():
    spoken = [said(message) for message in every_message(assessment_report(facts()))]
    assert len(spoken) > 100
    assert [text for text in spoken if text.startswith("assessment.report.") or "{" in text] == []


def test_answers_that_fall_short_without_a_finding_are_listed():
    verdicts = {"PRV-07": Verdict.FAILS, "SEC-13": Verdict.PARTLY}
    judged = tuple(
        replace(one, verdict=verdicts.get(one.question, Verdict.MEETS), verdict_comment="")
        for one in answers()
    )
    title = "Answers that do not meet the requirement and have no finding"
    listed = grids(facts(answers=judged, findings=()))[title]
    assert [(said(row[0]), row[1]) for row in listed.rows] == [
        (SMALL.by_id[one].text["en"], label(verdicts[one])) for one in SMALL.by_id if one in verdicts
    ]
    raised = tuple(finding(Severity.M, source=one) for one in verdicts)
    assert title not in grids(facts(answers=judged, findings=raised))
    assert len(grids(facts(answers=judged, findings=raised[:1]))[title].rows) == 1


def test_an_accepted_risk_of_an_open_finding_is_told_with_its_end():
    accepted = replace(FINDINGS[0], accepted_until=date(2027, 3, 31), accepted_by="Ana")
    told = {value for value, _ in figures(facts(findings=(accepted,))).values()}
    assert {"2027-03-31", "31 March 2027"} & told
