"""Names that cannot be printed: a letter that leaves one out names no company (domain.md 5.2 N-2, N-4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.notice.letter_values import vendor_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vendorrisk.domain.notice.letter_facts import LetterFacts

NAME = "letter.unprintable"


def names_unprintable(unprintable: Callable[[str], str], facts: LetterFacts) -> Iterator[Problem]:
    """An error for the vendor's, the customer's and our own name where a letter cannot show all of it.

    `unprintable` gives the characters of a text that no PDF can show.
    """
    names = (
        (f"change {facts.change.number}", "vendor", vendor_name(facts)),
        (facts.customer.name, "customer", facts.customer.name),
        (f"change {facts.change.number}", "company", facts.sender.company),
    )
    for where, field, name in names:
        if lacking := unprintable(name):
            params = {"name": name, "characters": lacking, "field": msg(f"letter.field.{field}")}
            yield Problem(where, msg(NAME, **params), msg(f"{NAME}.{field}.remedy"), Level.ERROR)
