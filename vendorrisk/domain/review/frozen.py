"""A frozen quarter: its figures as canonical text with a digest, and how they compare with another's."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.message import Message, UserError, msg
from vendorrisk.domain.report import Tone
from vendorrisk.domain.review.figure import Figure, Part
from vendorrisk.domain.review.figures import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vendorrisk.domain.review.records import FrozenQuarter

FORM: Final = 2
"""The form of the frozen text. The first had parts of a label and a number only; it is still read."""


class DamagedQuarter(UserError):
    """The figures of a frozen quarter do not match their digest, or cannot be read."""

    def __init__(self, quarter: str) -> None:
        super().__init__(
            msg("review.frozen.damaged", quarter=quarter), msg("review.frozen.damaged.remedy"), where=quarter
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How a figure moved since another quarter: in percentage points for shares, else in pieces.

    `better` None: nothing moved, or the figure has no good direction.
    """

    change: float
    better: bool | None


def frozen_text(figures: Iterable[Figure]) -> str:
    """The figures as canonical JSON: the same figures always give the same text."""
    plain = {"form": FORM, "figures": [_plain(figure) for figure in figures]}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """The SHA-256 of a frozen text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def frozen_figures(quarter: FrozenQuarter) -> tuple[Figure, ...]:
    """The figures of a frozen quarter as they were; raises `DamagedQuarter` if they are not those."""
    if digest(quarter.figures) != quarter.sha256:
        raise DamagedQuarter(quarter.quarter)
    try:
        return tuple(_figure(plain) for plain in json.loads(quarter.figures)["figures"])
    except (ValueError, KeyError, TypeError) as unreadable:
        raise DamagedQuarter(quarter.quarter) from unreadable


def comparison(now: Figure, before: Figure | None) -> Comparison | None:
    """How a figure moved; None where one of the two is n/a or was not counted then."""
    if before is None:
        return None
    here, there = _size(now), _size(before)
    if here is None or there is None:
        return None
    higher_is_better = _DIRECTION.get(now.id)
    change = here - there
    if not change or higher_is_better is None:
        return Comparison(change=change, better=None)
    return Comparison(change=change, better=(change > 0) is higher_is_better)


_DIRECTION: Mapping[str, bool | None] = {definition.id: definition.higher_is_better for definition in FIGURES}


def _size(figure: Figure) -> float | None:
    return figure.percent if figure.is_share else float(figure.n)


def _plain(figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "n": figure.n,
        "d": figure.d,
        "tone": figure.tone.value,
        "members": list(figure.members),
        "others": list(figure.others),
        "parts": [[one.label.key, _params(one.label), one.n, one.d, one.mean] for one in figure.parts],
    }


def _params(label: Message) -> dict[str, Any]:
    return {name: value if isinstance(value, int) else str(value) for name, value in label.params.items()}


def _figure(plain: dict[str, Any]) -> Figure:
    return Figure(
        id=plain["id"],
        n=plain["n"],
        d=plain["d"],
        tone=Tone(plain["tone"]),
        members=tuple(plain["members"]),
        others=tuple(plain["others"]),
        parts=tuple(_part(row) for row in plain["parts"]),
    )


def _part(row: list[Any]) -> Part:
    key, params, n, d, mean = (*row, None, False)[:5]  # rows of the first form end with n
    facts = {
        name: value if isinstance(value, int) else date.fromisoformat(value) for name, value in params.items()
    }
    return Part(label=Message(key, facts), n=n, d=d, mean=mean)
