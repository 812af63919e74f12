"""The risk of an engagement before any control: impact, exposure, band and tier (domain.md 6.2, 6.3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.arithmetic import Step, digits, settled
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.register.locked_reach import reaches
from vendorrisk.domain.register.vocabulary import DataFlag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vendorrisk.domain.register.records import Engagement, Service

IMPACT_WEIGHTS: Final[Mapping[str, int]] = {
    "data": 40,
    "volume": 15,
    "criticality": 25,
    "substitutability": 20,
}
EXPOSURE_WEIGHTS: Final[Mapping[str, int]] = {"access": 40, "territory": 35, "chain": 15, "history": 10}
"""Weights in hundredths, so that sums are whole numbers and a band is never decided by rounding."""

FACTORS: Final = (*IMPACT_WEIGHTS, *EXPOSURE_WEIGHTS)
RATINGS: Final = range(1, 6)
SPECIAL_DATA_IMPACT: Final = 400
"""Impact is at least 4.00 (in hundredths) where the data factor is 5."""


class Band(StrEnum):
    """How grave a risk score is; the order of the members is that of gravity."""

    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"
    CRITICAL = "CRITICAL"

    @property
    def rank(self) -> int:
        """0 for low to 3 for critical."""
        return list(Band).index(self)

    def up(self, steps: int = 1) -> Band:
        """The band so many steps graver, critical at most."""
        return list(Band)[min(self.rank + steps, Band.CRITICAL.rank)]


BAND_FROM: Final = ((60.0, Band.CRITICAL), (40.0, Band.HIGH), (20.0, Band.MEDIUM))
TIER_OF: Final[Mapping[Band, int]] = {Band.CRITICAL: 1, Band.HIGH: 2, Band.MEDIUM: 3, Band.LOW: 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors:
    """The eight ratings of domain.md 6.2, each 1 to 5; raises ValueError for anything else."""

    data: int
    volume: int
    criticality: int
    substitutability: int
    access: int
    territory: int
    chain: int
    history: int

    def __post_init__(self) -> None:
        for name in FACTORS:
            if getattr(self, name) not in RATINGS:
                raise ValueError(f"{name} must be 1 to 5")


@dataclass(frozen=True, slots=True, kw_only=True)
class TierFacts:
    """What may raise the tier beside the score (domain.md 6.3)."""

    region_locked: bool = False
    region_lock_exception: bool = False
    dora_critical: bool = False
    phi: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherent:
    """Impact and exposure (1 to 5), the inherent risk (0 to 100), its band, and the calculation."""

    factors: Factors
    impact: float
    exposure: float
    score: float
    band: Band
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """The tier by score, the final one (1 is the strictest), and why it was raised."""

    computed: int
    final: int
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A rule that makes the tier at least this strict."""

    key: str
    tier: int
    applies: Callable[[Factors, TierFacts], bool]


OVERRIDES: Final = (
    Override(key="tier.override.data", tier=2, applies=lambda f, _: f.data == 5),
    Override(key="tier.override.core_platform", tier=1, applies=lambda f, _: f.criticality == 5),
    Override(
        key="tier.override.sole_supplier",
        tier=1,
        applies=lambda f, _: f.substitutability == 5 and f.criticality >= 4,
    ),
    Override(key="tier.override.region_locked", tier=2, applies=lambda _, facts: facts.region_locked),
    Override(key="tier.override.dora", tier=1, applies=lambda _, facts: facts.dora_critical),
    Override(key="tier.override.phi", tier=1, applies=lambda _, facts: facts.phi),
    Override(key="tier.override.exception", tier=1, applies=lambda _, facts: facts.region_lock_exception),
)


def factors_of(engagement: Engagement) -> Factors | None:
    """The ratings of an engagement, or None while one of them is missing."""
    ratings = {name: getattr(engagement, f"factor_{name}") for name in FACTORS}
    return Factors(**ratings) if all(rating in RATINGS for rating in ratings.values()) else None


def unrated(engagement: Engagement) -> tuple[str, ...]:
    """The names of the factors that still need a rating, in the order of the form."""
    return tuple(name for name in FACTORS if getattr(engagement, f"factor_{name}") not in RATINGS)


def tier_facts(engagement: Engagement, service: Service | None = None) -> TierFacts:
    """What the register says that may raise the tier of this engagement."""
    return TierFacts(
        region_locked=reaches(engagement.reaches_locked) or (service is not None and service.region_locked),
        region_lock_exception=bool(engagement.locked_exception),
        dora_critical=engagement.critical_function,
        phi=DataFlag.PHI in engagement.data_flags,
    )


def band(score: float) -> Band:
    """The band of a score of 0 to 100: critical from 60, high from 40, medium from 20 (domain.md 6.3)."""
    return next((name for limit, name in BAND_FROM if settled(score) >= limit), Band.LOW)


def inherent(factors: Factors) -> Inherent:
    """The risk before any control, 0 to 100, with the lines by which it came about (domain.md 6.2)."""
    plain, impact_formula = _sum(factors, IMPACT_WEIGHTS)
    impact = max(plain, SPECIAL_DATA_IMPACT) if factors.data == max(RATINGS) else plain
    exposure, exposure_formula = _sum(factors, EXPOSURE_WEIGHTS)
    score = (impact * exposure - 10_000) / 2_400
    steps = [Step(what=msg("risk.step.impact"), formula=impact_formula, result=plain / 100)]
    if impact != plain:
        raised = f"max({digits(plain / 100)}, {digits(impact / 100)})"
        steps.append(Step(what=msg("risk.step.impact_raised"), formula=raised, result=impact / 100))
    product = f"100×({digits(impact / 100)}×{digits(exposure / 100)} - 1) / 24"
    steps += [
        Step(what=msg("risk.step.exposure"), formula=exposure_formula, result=exposure / 100),
        Step(what=msg("risk.step.inherent"), formula=product, result=settled(score)),
    ]
    return Inherent(
        factors=factors,
        impact=impact / 100,
        exposure=exposure / 100,
        score=settled(score),
        band=band(score),
        steps=tuple(steps),
    )


def tier(risk: Inherent, facts: TierFacts, *, by_hand: int | None = None, reason: str = "") -> Tier:
    """The tier of an engagement: by its score, raised but never lowered by overrides (domain.md 6.3).

    `by_hand` is the analyst's own override with its `reason`; one that would lower the tier is not followed,
    and the reasons say so.
    """
    computed = TIER_OF[risk.band]
    hits = [override for override in OVERRIDES if override.applies(risk.factors, facts)]
    final = min([computed, *(hit.tier for hit in hits)])
    reasons = [msg(hit.key, tier=hit.tier) for hit in hits if hit.tier < computed]
    if by_hand is not None and by_hand < final:
        reasons.append(msg("tier.override.by_hand", tier=by_hand, reason=reason))
        final = by_hand
    elif by_hand is not None and by_hand > final:
        reasons.append(msg("tier.override.not_lowered", asked=by_hand, tier=final))
    return Tier(computed=computed, final=final, reasons=tuple(reasons))


def _sum(factors: Factors, weights: Mapping[str, int]) -> tuple[int, str]:
    pairs = [(weight, getattr(factors, name)) for name, weight in weights.items()]
    formula = " + ".join(f"{digits(weight / 100)}×{rating}" for weight, rating in pairs)
    return sum(weight * rating for weight, rating in pairs), formula
