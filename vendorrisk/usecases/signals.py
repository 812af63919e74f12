"""How a derived fact strikes the reader, and short words for days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg

if TYPE_CHECKING:
    from datetime import date


class Signal(StrEnum):
    """The six kinds of marks; each has its own shape on screen."""

    NEUTRAL = "neutral"
    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    SERIOUS = "serious"
    CRITICAL = "critical"


GRAVITY = (Signal.NEUTRAL, Signal.GOOD, Signal.INFO, Signal.WARN, Signal.SERIOUS, Signal.CRITICAL)
"""From what needs nobody to what needs somebody at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A derived fact in few words. `open`: it needs attention, so it is shown as a chip."""

    signal: Signal
    words: Message
    open: bool = False


def opened(signal: Signal, key: str, **facts: object) -> Sign:
    """A sign that something is open or wrong."""
    return Sign(signal=signal, words=msg(key, **facts), open=True)


def settled(signal: Signal, key: str, **facts: object) -> Sign:
    """A sign that all is as it should be, or that there is nothing to say."""
    return Sign(signal=signal, words=msg(key, **facts))


def counted(key: str, count: int, **facts: object) -> Message:
    """The form of a sentence that suits a number: `key.one` or `key.many`, which know it as {count}."""
    return msg(f"{key}.one" if count == 1 else f"{key}.many", count=count, **facts)


def month_word(day: date) -> Message:
    """The month of a day in three letters and its year, such as "Mar 2026"."""
    return msg("short.month", month=msg(f"month.short.{day.month}"), year=str(day.year))


def day_word(day: date) -> Message:
    """A day such as "31 Jan 2027"."""
    return msg("short.day", day=str(day.day), month=msg(f"month.short.{day.month}"), year=str(day.year))


def near_day_word(day: date) -> Message:
    """A day near enough to need no year, such as "4 Dec"."""
    return msg("short.near_day", day=str(day.day), month=msg(f"month.short.{day.month}"))


def distance_word(day: date, today: date) -> Message:
    """How far away a day is: "in 21 days", "today", "12 days late"."""
    days = (day - today).days
    if days == 0:
        return msg("distance.today")
    return counted("distance.late", -days) if days < 0 else counted("distance.ahead", days)
