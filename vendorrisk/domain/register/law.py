"""The law as dated data: adequacy lists, transfer mechanisms, and new law of destinations.

Nothing here knows a country or a year; the rows come from `resources/law` or from the analyst's own edits
(domain.md 2.5 to 2.7). Both ends of a validity count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  (part of a dataclass)
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.periods import has_begun, has_ended, is_within
from vendorrisk.domain.register.countries import Region, country_name, is_in_eea
from vendorrisk.domain.register.vocabulary import Coverage, Mechanism, Regime

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vendorrisk.domain.register.records import LawEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class MechanismTerm:
    """From when to when a mechanism may carry transfers under one regime, and the law that says so.

    A mechanism without a row for a regime is no instrument of that regime at all.
    """

    mechanism: Mechanism
    regime: Regime
    citation: str
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    verified_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DestinationLaw:
    """A new data protection law of a destination: an impact assessment made before it must be redone."""

    country: str
    applies_from: date
    citation: str
    source: str = ""
    verified_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """All law tables together, as the rules need them. `as_of`: how the law stood when they were shipped."""

    adequacy: tuple[LawEntry, ...] = ()
    mechanisms: tuple[MechanismTerm, ...] = ()
    destinations: tuple[DestinationLaw, ...] = ()
    as_of: date | None = None


class Standing(StrEnum):
    """What an adequacy list says of a destination on a day, for one recipient and exporter."""

    ADEQUATE = "ADEQUATE"
    OWN_AREA = "OWN_AREA"
    CONDITION_OPEN = "CONDITION_OPEN"
    EXPORTER_EXCLUDED = "EXPORTER_EXCLUDED"
    EXPORTER_UNKNOWN = "EXPORTER_UNKNOWN"
    NOT_YET = "NOT_YET"
    ENDED = "ENDED"
    NOT_LISTED = "NOT_LISTED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adequacy:
    """The standing of a destination with the row it rests on."""

    standing: Standing
    why: Message
    entry: LawEntry | None = None

    @property
    def holds(self) -> bool:
        """Whether personal data may go there without any further safeguard."""
        return self.standing in {Standing.ADEQUATE, Standing.OWN_AREA}


def is_own_area(regime: Regime, code: str, on: date) -> bool:
    """Whether data there has not left the regime's own area: the EEA, the United Kingdom, Switzerland."""
    if regime is Regime.EU:
        return is_in_eea(code, on)
    return code == {Regime.UK: "GB", Regime.CH: "CH"}[regime]


def _names(entry: LawEntry, code: str, on: date) -> bool:
    return entry.code == code or (entry.code == Region.EEA and is_in_eea(code, on))


def rows_for(rows: Iterable[LawEntry], regime: Regime, code: str, on: date) -> list[LawEntry]:
    """The rows of one regime's list that name a destination, the ones in force on the day first."""
    named = [row for row in rows if row.regime == regime and _names(row, code, on)]
    return sorted(named, key=lambda row: not is_within(row.valid_from, row.valid_to, on))


def _outside(entry: LawEntry, on: date) -> Standing | None:
    if not has_begun(entry.valid_from, on):
        return Standing.NOT_YET
    if has_ended(entry.valid_to, on):
        return Standing.ENDED
    return None


def _exporter(entry: LawEntry, exporter: str) -> Standing | None:
    if exporter in entry.exporters_excluded:
        return Standing.EXPORTER_EXCLUDED
    if entry.exporters_excluded and exporter in {"", Region.EEA, Region.GLOBAL}:
        return Standing.EXPORTER_UNKNOWN
    return None


def _condition(entry: LawEntry, *, met: bool) -> Standing | None:
    return None if met or entry.coverage == Coverage.GENERAL else Standing.CONDITION_OPEN


def adequacy(
    rows: Sequence[LawEntry],
    regime: Regime,
    destination: str,
    on: date,
    *,
    exporter_country: str = "",
    condition_met: bool = False,
) -> Adequacy:
    """What a regime's list says of a destination on a day (domain.md 2.7).

    Adequate when the row is in force (both ends inclusive), the exporter's country is not left out, and,
    where only a sector or certified recipients are covered, this recipient is shown to be one of them.
    """
    facts: dict[str, object] = {
        "regime": regime,
        "country": country_name(destination),
        "on": on,
        "exporter": country_name(exporter_country),
    }
    if is_own_area(regime, destination, on):
        return Adequacy(standing=Standing.OWN_AREA, why=msg("law.adequacy.OWN_AREA", **facts))
    named = rows_for(rows, regime, destination, on)
    if not named:
        return Adequacy(standing=Standing.NOT_LISTED, why=msg("law.adequacy.NOT_LISTED", **facts))
    entry = named[0]
    standing = (
        _outside(entry, on)
        or _exporter(entry, exporter_country)
        or _condition(entry, met=condition_met)
        or Standing.ADEQUATE
    )
    facts |= {
        "decision": entry.decision or entry.name,
        "condition": entry.condition,
        "since": entry.valid_from,
        "until": entry.valid_to,
    }
    return Adequacy(standing=standing, why=msg(f"law.adequacy.{standing.value}", **facts), entry=entry)


def mechanism_term(
    terms: Iterable[MechanismTerm], mechanism: Mechanism, regime: Regime, on: date
) -> MechanismTerm | None:
    """The row for a mechanism under a regime; of several, the one in force on the day."""
    found = [term for term in terms if term.mechanism is mechanism and term.regime is regime]
    return min(found, key=lambda term: not is_within(term.valid_from, term.valid_to, on), default=None)
