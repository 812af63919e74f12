"""From reviewed answers to control strength (domain.md 6.4).

An answer counts its weight x score x evidence confidence; a topic is the mean over its weights; the topics
are weighted against each other, and controls never remove more than 85 % of the inherent risk.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.arithmetic import Step, digits, settled, weighted
from vendorrisk.domain.diligence.records import Verdict
from vendorrisk.domain.message import msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Topic(StrEnum):
    """The four topics that are weighted against each other; telecom questions join PRIV or SEC."""

    PRIV = "PRIV"
    SEC = "SEC"
    BCM = "BCM"
    TRANSFER = "TRANSFER"


TOPIC_WEIGHTS: Final[Mapping[Topic, float]] = {
    Topic.PRIV: 0.30,
    Topic.SEC: 0.35,
    Topic.BCM: 0.15,
    Topic.TRANSFER: 0.20,
}
ANSWER_SCORE: Final[Mapping[Verdict, float]] = {Verdict.MEETS: 1.0, Verdict.PARTLY: 0.5, Verdict.FAILS: 0.0}
MOST_REMOVED: Final = 0.85
"""Controls never remove more than this share of the inherent risk."""

SELF_DECLARED: Final = 0.55
"""Confidence in an answer that rests on the vendor's word alone (table 3.4, QUEST only)."""

WITH_DOCUMENTS: Final = 0.70
"""Confidence in an answer that the vendor supports with documents (table 3.4, QUEST + documents)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredAnswer:
    """One answer as the score sees it; `verdict` None = not reviewed yet, `confidence` is k of table 3.4."""

    question: str
    topic: Topic
    weight: int
    verdict: Verdict | None
    confidence: float

    @property
    def counts(self) -> bool:
        """Whether it enters the score: reviewed, and not "not applicable"."""
        return self.verdict in ANSWER_SCORE

    @property
    def points(self) -> float:
        """Weight x score x confidence; 0 where it does not count."""
        score = ANSWER_SCORE.get(self.verdict, 0.0) if self.verdict else 0.0
        return self.weight * score * self.confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicScore:
    """One topic: its score (0 to 1, None = nothing counts in it) and its share of the whole."""

    topic: Topic
    score: float | None
    share: float
    counted: int
    asked: int
    formula: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlScore:
    """What the reviewed answers are worth.

    `strength` is CS and `effect` CE = 0.85 x CS, both 0 to 1; `coverage` is the share of questions that
    have a verdict, weighted. Without any counting answer the strength is 0: no evidence, no control.
    """

    topics: tuple[TopicScore, ...]
    strength: float
    effect: float
    coverage: float
    steps: tuple[Step, ...]


def confidence(*, has_evidence: bool, credited: float = 0.0) -> float:
    """The evidence confidence k of one answer: the vendor's word, its documents or a valid artefact.

    `credited` is the k that a valid artefact earns for the question's area (see `credits`), 0 for none.
    """
    return max(WITH_DOCUMENTS if has_evidence else SELF_DECLARED, credited)


def topic_score(topic: Topic, answers: Iterable[ScoredAnswer]) -> TopicScore:
    """The score of one topic alone: sum of weight x score x k over sum of weights."""
    asked = [answer for answer in answers if answer.topic is topic]
    counted = [answer for answer in asked if answer.counts]
    weights = sum(answer.weight for answer in counted)
    points = settled(sum(answer.points for answer in counted))
    return TopicScore(
        topic=topic,
        score=settled(points / weights) if weights else None,
        share=0.0,
        counted=len(counted),
        asked=len(asked),
        formula=f"{digits(points)} / {weights}" if weights else "",
    )


def shares(scores: Mapping[Topic, float | None]) -> dict[Topic, float]:
    """The weight of each topic that has a score, made to add up to 1 again (domain.md 6.4)."""
    present = {topic: TOPIC_WEIGHTS[topic] for topic in Topic if scores.get(topic) is not None}
    total = sum(present.values())
    return {topic: weight / total for topic, weight in present.items()}


def strength(scores: Mapping[Topic, float | None]) -> tuple[float, float, tuple[Step, ...]]:
    """Control strength CS, control effect CE, and the two lines by which they came about."""
    parts = shares(scores)
    total, formula = weighted((share, scores[topic] or 0.0) for topic, share in parts.items())
    effect = settled(MOST_REMOVED * total)
    return (
        total,
        effect,
        (
            Step(what=msg("score.step.strength"), formula=formula or "0", result=total),
            Step(
                what=msg("score.step.effect"),
                formula=f"{digits(MOST_REMOVED)}×{digits(total)}",
                result=effect,
            ),
        ),
    )


def points_of(share: float) -> int:
    """A control strength (0 to 1) as whole points of 100, halves up."""
    return int(share * 100 + 0.5)


def coverage(answers: Iterable[ScoredAnswer]) -> float:
    """The share of questions, by weight, on which a verdict was given (0 to 1); 0 when nothing was asked."""
    everything = list(answers)
    weights = sum(answer.weight for answer in everything)
    decided = sum(answer.weight for answer in everything if answer.verdict is not None)
    return settled(decided / weights) if weights else 0.0


def control_score(answers: Iterable[ScoredAnswer]) -> ControlScore:
    """What the reviewed answers of an assessment are worth, with its arithmetic (domain.md 6.4)."""
    everything = list(answers)
    topics = [topic_score(topic, everything) for topic in Topic]
    scores = {topic.topic: topic.score for topic in topics}
    parts = shares(scores)
    total, effect, steps = strength(scores)
    return ControlScore(
        topics=tuple(
            TopicScore(
                topic=topic.topic,
                score=topic.score,
                share=parts.get(topic.topic, 0.0),
                counted=topic.counted,
                asked=topic.asked,
                formula=topic.formula,
            )
            for topic in topics
        ),
        strength=total,
        effect=effect,
        coverage=coverage(everything),
        steps=steps,
    )
