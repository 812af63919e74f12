"""Verbs on assessments: start, workbook out, answers in, verdicts, score."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.shared import block
from vendorrisk.app.cli.verb import FILE, Group, Verb, Word, pass_session
from vendorrisk.domain.diligence.records import Verdict
from vendorrisk.domain.message import NotFound, Refused, UserError, msg
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases.diligence import answer_review, assessments, intake, risk
from vendorrisk.usecases.diligence.verdict_grounds import left_open
from vendorrisk.usecases.looking_up import assessment_named, engagement_named

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.cli.session import Session
    from vendorrisk.usecases.diligence.risk import RiskSheet

assess = Group(
    "assess",
    {
        "start": ("assess", "start", "Start an assessment of an engagement."),
        "kit": ("assess", "kit", "Write the questionnaire workbook for the vendor."),
        "receive": ("assess", "receive", "Take the answers of a returned workbook in."),
        "review": ("assess", "review", "Record the verdict on one answer."),
        "finish": ("assess", "finish", "Finish a review; the next one falls due."),
        "score": ("assess", "score", "Compute the score with its arithmetic."),
    },
    help="Send questions, take answers in, review and score them. ASSESSMENT is an id.",
    example="vendorrisk -w acme assess start 'Norte Cloud' --questionnaire privacy-security",
)


@click.command(
    "start",
    cls=Verb,
    example="vendorrisk -w acme assess start 'Norte Cloud' --questionnaire privacy-security",
)
@click.argument("wanted", metavar="VENDOR")
@click.option("--questionnaire", required=True, metavar="ID", help="See questionnaire list.")
@pass_session
def start(session: Session, wanted: str, questionnaire: str) -> None:
    """Starts an assessment of an engagement on a questionnaire."""
    with session.office.book.reading() as reader:
        engagement = engagement_named(reader, wanted)
    made = assessments.start(session.office, engagement.id, questionnaire)
    session.answer("assess.start", {"assessment": made.id, "due": made.due_on}, lambda: made.id)


@click.command("kit", cls=Verb, example="vendorrisk -w acme assess kit ASSESSMENT --out questions.xlsx")
@click.argument("wanted", metavar="ASSESSMENT")
@click.option(
    "--out",
    required=True,
    type=FILE,
    metavar="F.xlsx",
    help="The file.",
)
@pass_session
def kit(session: Session, wanted: str, out: Path) -> None:
    """Writes the questionnaire workbook; the assessment counts as sent."""
    with session.office.book.reading() as reader:
        found = assessment_named(reader, wanted)
    if out.is_file() and not session.yes:
        _spare_answers(session, out)
    count = assessments.write_workbook(session.office, found.id, out)
    told = {"assessment": found.id, "file": str(out), "questions": count}
    session.answer("assess.kit", told, lambda: f"{out}: {count} questions")


def _spare_answers(session: Session, file: Path) -> None:
    """A workbook that came back under the name that it was sent with is not written over."""
    try:
        seen, _ = session.office.foreign.workbook(file)
    except UserError:
        return
    if any(row.answer.value or row.comment.value or row.evidence.value for row in seen.rows):
        raise Refused(msg("assess.kit_answered", file=str(file)), msg("assess.kit_answered.remedy"))


@click.command("receive", cls=Verb, example="vendorrisk -w acme assess receive answered.xlsx")
@click.argument("file", metavar="F.xlsx", type=FILE)
@pass_session
def receive(session: Session, file: Path) -> None:
    """Takes answers in where the workbook says they belong; warns where they and the register differ."""
    if not file.is_file():
        raise NotFound(msg("file.missing", file=str(file)), msg("file.missing.remedy"))
    done = intake.receive(session.office, file)
    told = {
        "assessment": done.assessment.id, "answered": done.answered, "blank": done.blank,
        "changed": done.changed, "invalid": done.invalid, "unknown": done.unknown,
        "problems": session.report((*done.problems, *done.differences)),
    }  # fmt: skip
    key = "assess.seen_before" if done.seen_before else "assess.received"
    facts = {"answered": done.answered, "blank": done.blank, "changed": done.changed, "invalid": done.invalid}
    session.answer("assess.receive", told, lambda: session.say(msg(key, **facts)))


@click.command(
    "review",
    cls=Verb,
    example="vendorrisk -w acme assess review ASSESSMENT --question PRV-05 --verdict meets",
)
@click.argument("wanted", metavar="ASSESSMENT")
@click.option("--question", required=True, metavar="Q", help="The id of the question.")
@click.option("--verdict", required=True, type=Word(Verdict), help="The verdict.")
@click.option("--comment", default="", help="Why.")
@pass_session
def review(session: Session, wanted: str, question: str, verdict: Verdict, comment: str) -> None:
    """Records the verdict on one answer."""
    with session.office.book.reading() as reader:
        found = assessment_named(reader, wanted)
    answer_review.review(session.office, found.id, question, verdict, comment=comment)
    told = {"assessment": found.id, "question": question, "verdict": verdict}
    session.answer("assess.review", told, lambda: f"{question}: {session.word(verdict)}")


@click.command("finish", cls=Verb, example="vendorrisk -w acme assess finish ASSESSMENT")
@click.argument("wanted", metavar="ASSESSMENT")
@pass_session
def finish(session: Session, wanted: str) -> None:
    """Finishes a review once every answer has a verdict; warns of answers that leave something open."""
    with session.office.book.reading() as reader:
        found = assessment_named(reader, wanted)
    done = answer_review.finish(session.office, found.id)
    with session.office.book.reading() as reader:
        problems = (
            *left_open(session.office, reader, done), *answer_review.uncommented(session.office, reader, done)
        )  # fmt: skip
    told = {"assessment": done.id, "state": done.state, "problems": session.report(problems)}
    session.answer("assess.finish", told, lambda: session.word(done.state))


@click.command("score", cls=Verb, example="vendorrisk -w acme assess score ASSESSMENT --json")
@click.argument("wanted", metavar="ASSESSMENT")
@pass_session
def score(session: Session, wanted: str) -> None:
    """Computes control strength, inherent and residual risk, each with its arithmetic."""
    with session.office.book.reading() as reader:
        found = assessment_named(reader, wanted)
        engagement = reader.get(Engagement, found.engagement_id)
        sheet = risk.risk_by(session.office, reader, engagement, found)
    told = score_plain(sheet)
    facts = [(name, told[name]) for name in ("score", "coverage", "inherent", "residual", "band", "tier")]
    session.answer(
        "assess.score",
        {"assessment": found.id, **told},
        lambda: "\n".join([block(facts), *_arithmetic(session, told["why"])]),
    )


def _arithmetic(session: Session, why: list[dict[str, Any]]) -> list[str]:
    return [
        f"{session.word(one['what'])}: {one['formula']} = {session.word(one['result'])}"
        if "formula" in one
        else session.word(one["what"])
        for one in why
    ]


def score_plain(sheet: RiskSheet) -> dict[str, Any]:
    """The risk of an engagement as scripts read it; what could not be computed is null, `why` says so."""
    counted = sheet if sheet.is_scored else replace(sheet, controls=None, residual=None)
    parts = (counted.inherent, counted.controls, counted.residual)
    steps = [step for part in parts for step in _part(part, "steps", ())]
    return {
        "score": _part(counted.controls, "strength"),
        "coverage": _part(sheet.controls, "coverage"),
        "topics": {one.topic.value: one.score for one in _part(sheet.controls, "topics", ())},
        "inherent": _part(counted.inherent, "score"),
        "residual": _part(counted.residual, "score"),
        "band": _part(counted.residual or counted.inherent, "band"),
        "tier": _part(counted.tier, "final"),
        "tier_by_score": _part(counted.tier, "computed"),
        "tier_reasons": list(_part(counted.tier, "reasons", ())),
        "why": [
            *({"what": one.what, "formula": one.formula, "result": one.result} for one in steps),
            *({"what": one} for one in sheet.gaps),
        ],
    }


def _part(whole: object | None, name: str, otherwise: Any = None) -> Any:
    """One figure of what was computed; what could not be has none."""
    return otherwise if whole is None else getattr(whole, name)
