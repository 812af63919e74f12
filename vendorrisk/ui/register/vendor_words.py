"""Derived facts as tables and heads show them: a mark with words, the first of several places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.columns import Status
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.signals import Sign, Signal

    Say = Callable[[Message], str]


def kind_of(signal: Signal) -> Kind:
    """Returns the mark that belongs to a signal."""
    return Kind(signal.value)


def status_of(sign: Sign, say: Say) -> Status:
    """Returns a sign as a cell shows it: as a chip only where something is open or wrong."""
    return Status(kind_of(sign.signal), say(sign.words), chip=sign.open)


def unstopped(sentence: str) -> str:
    """Returns a sentence, such as a purpose, without its full stop: a comma or nothing follows it here."""
    return sentence if sentence.endswith("..") else sentence.removesuffix(".")


def places_text(codes: Sequence[str], name: Callable[[str], str]) -> str:
    """Returns all places by their names."""
    return ", ".join(name(code) for code in codes)


def places_short(codes: Sequence[str], name: Callable[[str], str]) -> str:
    """Returns the first place by its name, and how many more there are, for cells of tables."""
    more = len(codes) - 1
    return tr("{place} +{more}", place=name(codes[0]), more=more) if more > 0 else places_text(codes, name)


def in_a_row(words: Sequence[str]) -> str:
    """Returns labels as one phrase: only the first keeps its capital, unless it is a name in capitals."""
    rest = [word if word[1:2].isupper() else word[:1].lower() + word[1:] for word in words[1:]]
    return ", ".join([*words[:1], *rest])
