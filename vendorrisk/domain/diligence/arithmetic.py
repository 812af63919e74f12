"""Arithmetic that can be shown: every figure keeps the lines by which it came about."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.domain.message import Message

DUST = 6
"""Decimals kept, so that the dust of binary fractions never decides a band."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of an arithmetic: what is computed, the calculation in digits and signs, and its result."""

    what: Message
    formula: str
    result: float


def settled(value: float) -> float:
    """The value without the dust of binary fractions."""
    return round(value, DUST)


def digits(value: float) -> str:
    """A number as it stands in a formula: at most four decimals, without trailing zeros."""
    return plain_number(Decimal(f"{value:.4f}"))


def plain_number(number: Decimal) -> str:
    """A number without exponent and trailing zeros, such as "14" or "99.5"."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"", "-0"} else text


def weighted(terms: Iterable[tuple[float, float]]) -> tuple[float, str]:
    """The sum of weight x value pairs, and its formula such as "0.4×4 + 0.15×3"."""
    pairs = list(terms)
    total = settled(sum(weight * value for weight, value in pairs))
    return total, " + ".join(f"{digits(weight)}×{digits(value)}" for weight, value in pairs)
