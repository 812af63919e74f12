"""Which fields matter for which kind of document, and in which of them a day that its text names belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.artefacts import Clock, Family, kind_of
from vendorrisk.domain.diligence.clues import DayRole

if TYPE_CHECKING:
    from collections.abc import Mapping

_SCOPE: Final = ("covers_vendor", "covers_service", "covers_sites")
_DATED: Final = ("valid_from", "valid_to")
_OF_FAMILY: Final[Mapping[Family, tuple[str, ...]]] = {
    Family.CERTIFICATE: ("number", "issuer", "edition", *_DATED, *_SCOPE, "verified_how", "verified_on"),
    Family.REPORT: ("issuer", "edition", "opinion", *_SCOPE, "next_report_confirmed", "verified_on"),
    Family.SELF_ASSESSMENT: ("issued_on", *_SCOPE),
    Family.CONTRACT: ("number", *_DATED, "acceptance"),
    Family.PAPER: ("issued_on", *_DATED),
}
_OF_CLOCK: Final[Mapping[Clock, tuple[str, ...]]] = {
    Clock.PERIOD: ("period_start", "period_end"),
    Clock.POINT: ("issued_on",),
    Clock.AGE: ("issued_on",),
}
DAY_FIELDS: Final[Mapping[DayRole, tuple[str, ...]]] = {
    DayRole.START: ("valid_from", "period_start", "issued_on"),
    DayRole.END: ("valid_to", "period_end"),
    DayRole.ISSUED: ("issued_on", "valid_from"),
    DayRole.UNSAID: ("issued_on", "valid_from", "period_start", "period_end", "valid_to"),
}
"""Where a day goes, the likeliest field first; which of them matter depends on the kind of paper."""


def asked_for(code: str) -> frozenset[str]:
    """The fields that matter for a kind of document."""
    kind = kind_of(code)
    wanted = {"kind", "title", *_OF_FAMILY[kind.family], *_OF_CLOCK.get(kind.clock, ())}
    if kind.variants:
        wanted.add("criteria")
    if kind.needs:
        wanted.add("depends_on")
    return frozenset(wanted)
