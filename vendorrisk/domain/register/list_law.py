"""What the law tables say of the grounds that a published list names for its transfers (domain.md 2.4, 2.6).

Lists name a ground in a word, "standard clauses" or "adequacy decision"; which one that was on the list's own
day, and to which country it can lead, follows from the dated rows and from nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorrisk.domain.periods import has_begun, has_ended
from vendorrisk.domain.register.vocabulary import Coverage, Mechanism, Regime

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from vendorrisk.domain.register.law import MechanismTerm
    from vendorrisk.domain.register.records import LawEntry

_BEFORE: Final = {Mechanism.SCC_2021_914: Mechanism.OLD_SCC}
"""Which mechanism took the place of which: Decision (EU) 2021/914 repeals the older clauses in its Art. 4."""

FRAMEWORKS: Final = frozenset(
    {Mechanism.DPF, Mechanism.PRIVACY_SHIELD, Mechanism.SWISS_US_PRIVACY_SHIELD, Mechanism.SAFE_HARBOUR}
)
"""Frameworks of certified participants: Decisions 2000/520/EC, (EU) 2016/1250 and (EU) 2023/1795."""


def grounds_on(codes: Iterable[str], on: date, terms: Sequence[MechanismTerm]) -> tuple[str, ...]:
    """The grounds that a list of a day can have meant: what did not exist yet was the one before it."""
    return tuple(dict.fromkeys(_on(one, on, terms) for one in codes))


def _on(code: str, on: date, terms: Sequence[MechanismTerm]) -> str:
    """The ground of this code, as the EU's rows date it."""
    rows = [one for one in terms if one.mechanism == code and one.regime is Regime.EU]
    known = not rows or any(has_begun(one.valid_from, on) for one in rows)
    return code if known else _BEFORE.get(Mechanism(code), code)


def has_run_out(code: str, terms: Iterable[MechanismTerm], on: date) -> bool:
    """Whether a mechanism carries no transfer any more, under any regime that had it."""
    rows = [one for one in terms if one.mechanism == code]
    return bool(rows) and all(has_ended(one.valid_to, on) for one in rows)


def grounds_to(named: Iterable[str], country: str, decisions: Iterable[LawEntry]) -> list[str]:
    """Of the grounds that a row names for all its places, those that can lead to one country.

    A framework serves the country alone whose adequacy decision is limited to certified participants, and is
    that decision: "adequacy decision (DPF)" names one ground.
    """
    certified = any(one.code == country and one.coverage == Coverage.CERTIFIED_ONLY for one in decisions)
    if not certified:
        return [one for one in named if one not in FRAMEWORKS]
    codes = list(named)
    return [one for one in codes if one != Mechanism.ADEQUACY or Mechanism.DPF not in codes]
