"""One figure: what was counted, of what, how it is judged, and the ids behind it (domain.md 8.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message  # noqa: TC001  (the freezing of a quarter reads the types)
from vendorrisk.domain.report import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Protocol

    from vendorrisk.domain.review.facts import ReviewFacts

    Judge = Callable[["Counted", ReviewFacts], Tone]

    class HasId(Protocol):
        """Anything that a figure can count."""

        @property
        def id(self) -> str:
            """What tells it from others."""
            ...


Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of what a figure is made of: `n` alone, `n` of `d`, or their `mean`, n divided by d."""

    label: Message
    n: int
    d: int | None = None
    mean: bool = False

    @property
    def says_something(self) -> bool:
        """Whether there was anything to count; a part of nothing is left out, never shown as 0 of 0."""
        return bool(self.n if self.d is None else self.d)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The ids behind one figure. `of` None: a plain count; empty: nothing to count, shown as n/a."""

    these: Ids
    of: Ids | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """How one figure is made and judged. `higher_is_better` None: a trend that is neither."""

    id: str
    count: Callable[[ReviewFacts], Counted]
    judge: Judge
    higher_is_better: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of one quarter. `n` and `d` always stand beside the percentage; `d` None: a plain count.

    `members` are the ids that were counted, `others` those of the population that were not.
    """

    id: str
    n: int
    d: int | None
    tone: Tone
    members: Ids = ()
    others: Ids = ()
    parts: tuple[Part, ...] = ()

    @property
    def percent(self) -> float | None:
        """The share in percent; None where there is nothing to divide by: "n/a", never 0 % or 100 %."""
        return 100 * self.n / self.d if self.d else None

    @property
    def is_share(self) -> bool:
        """Whether it is a share of something, and not a plain count."""
        return self.d is not None


def figure_of(definition: Definition, facts: ReviewFacts) -> Figure:
    """Counts and judges one figure."""
    counted = definition.count(facts)
    inside = frozenset(counted.these)
    return Figure(
        id=definition.id,
        n=len(counted.these),
        d=None if counted.of is None else len(counted.of),
        tone=definition.judge(counted, facts),
        members=counted.these,
        others=tuple(one for one in counted.of or () if one not in inside),
        parts=counted.parts,
    )


def share(green: int, amber: int) -> Judge:
    """Green and amber from so many percent, exactly; nothing to count has no colour."""

    def judge(counted: Counted, _facts: ReviewFacts) -> Tone:
        n, d = len(counted.these), len(counted.of or ())
        if d == 0:
            return Tone.NEUTRAL
        if 100 * n >= green * d:
            return Tone.GOOD
        return Tone.WARNING if 100 * n >= amber * d else Tone.BAD

    return judge


def none_is_good(counted: Counted, _facts: ReviewFacts) -> Tone:
    """Green only at nought."""
    return Tone.BAD if counted.these else Tone.GOOD


def trend(_counted: Counted, _facts: ReviewFacts) -> Tone:
    """Neither good nor bad by itself."""
    return Tone.NEUTRAL


def ids(records: Iterable[HasId]) -> Ids:
    """The ids of records, in order."""
    return tuple(record.id for record in records)
