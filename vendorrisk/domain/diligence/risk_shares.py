"""What a risk score is made of: whole points for each rating and for open findings, adding up to the score.

Impact and exposure multiply (domain.md 6.2). What they add together beyond what each adds alone is shared
evenly between the two, so that no order of counting decides; within each, ratings share by weight.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.arithmetic import settled
from vendorrisk.domain.diligence.inherent import EXPOSURE_WEIGHTS, IMPACT_WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.domain.diligence.inherent import Inherent
    from vendorrisk.domain.diligence.residual import Residual

FINDINGS: Final = "findings"
OTHERS: Final = "others"
NAMED: Final = 6
"""Ratings that are named; the rest is told as one share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many whole points come from this rating (its name), from other ratings, or from open findings."""

    name: str
    points: int

    @property
    def avoidable(self) -> bool:
        """Whether work on our side or the vendor's takes these points away."""
        return self.name == FINDINGS


def shares(risk: Inherent, remaining: Residual | None) -> tuple[Share, ...]:
    """The points of a score, the largest share of the ratings first, findings last; they add up to it.

    Without a residual risk they are those of the inherent one.
    """
    left = remaining.base / risk.score if remaining is not None and risk.score else 1.0
    parts = {name: value * left for name, value in _of_ratings(risk).items()}
    ordered = sorted(parts, key=lambda name: -parts[name])
    told = {name: parts[name] for name in ordered[:NAMED]}
    told[OTHERS] = sum(parts[name] for name in ordered[NAMED:])
    if remaining is not None:
        told[FINDINGS] = remaining.score - remaining.base
    score = round(remaining.score if remaining is not None else risk.score)
    return tuple(Share(name=name, points=points) for name, points in _whole(told, score).items() if points)


def _of_ratings(risk: Inherent) -> dict[str, float]:
    """The points of the inherent risk by rating, with fractions."""
    impact, exposure = risk.impact - 1, risk.exposure - 1
    together = impact * exposure / 2
    sides = (
        (IMPACT_WEIGHTS, impact, impact + together),
        (EXPOSURE_WEIGHTS, exposure, exposure + together),
    )
    found: dict[str, float] = {}
    for weights, excess, points in sides:
        plain = {name: weight * (getattr(risk.factors, name) - 1) / 100 for name, weight in weights.items()}
        if "data" in plain:
            plain["data"] += excess - sum(plain.values())  # impact was raised because of the data
        for name, value in plain.items():
            found[name] = 100 / 24 * points * value / excess if excess else 0.0
    return found


def _whole(parts: Mapping[str, float], total: int) -> dict[str, int]:
    """Rounds to whole numbers with this total: the largest remainders are rounded up."""
    floors = {name: int(settled(value)) for name, value in parts.items()}
    missing = total - sum(floors.values())
    by_remainder = sorted(parts, key=lambda name: floors[name] - parts[name])
    return {name: floors[name] + (name in by_remainder[: max(0, missing)]) for name in parts}
