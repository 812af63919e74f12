"""Headings of customer files that no list holds: what they speak of, in whatever words around it."""

from __future__ import annotations

import re
from typing import Final

_OBJECT: Final = re.compile(
    r"(?i)\s*(?:organi[sz]ation|company|account|customer|client|kunde|firma)\s*(?:\s[-–]\s|[:.>])\s*(?P<rest>\S.*)"
)
"""What exports put before a heading: "Organization - Notice period", "Account: DPA clause"."""

_NOTICE: Final = frozenset({
    "notice", "notices", "notification", "ankundigung", "ankundigungsfrist", "vorankundigung",
    "vorankundigungsfrist", "mitteilungsfrist", "benachrichtigungsfrist", "informationsfrist", "preavis",
    "preaviso", "preavviso",
})  # fmt: skip
_OBJECTION: Final = frozenset({
    "objection", "objections", "widerspruch", "widerspruchsfrist", "einspruch", "einspruchsfrist",
    "opposition", "oposicion", "opposizione",
})  # fmt: skip
_PERIOD: Final = frozenset({
    "period", "days", "term", "terms", "window", "time", "frist", "tage", "delai", "jours", "plazo", "dias",
    "termine",
})  # fmt: skip
_OF_SUB_PROCESSORS: Final = frozenset({
    "dpa", "avv", "gdpr", "dsgvo", "rgpd", "subprocessor", "subprocessors", "processor", "processors",
    "unterauftragsverarbeiter", "unterauftragnehmer", "subunternehmer", "ulterieurs", "subencargados",
})  # fmt: skip
_OF_SOMETHING_ELSE: Final = frozenset({
    "termination", "cancellation", "cancel", "kundigung", "kundigungsfrist", "renewal", "breach",
    "incident", "exit", "end", "churn", "contact", "email", "mail", "address", "date", "sent", "by", "on",
    "last", "next", "unit", "clause", "clock", "type", "channel", "status", "price", "payment", "datum",
    "personal", "employee", "holiday", "vacation", "request", "response", "audit",
})  # fmt: skip


def without_object(heading: str) -> str:
    """A heading without the name of the record that an export puts before it."""
    found = _OBJECT.fullmatch(heading)
    return found["rest"] if found else heading


def period_spoken_of(plain: str) -> str:
    """The column of days that a folded heading speaks of, such as "dpa notice period"; empty for others.

    A notice to end the contract, to report a breach, or the day of a notice is another matter.
    """
    words = set(plain.split())
    if words & _OF_SOMETHING_ELSE or not (words & _PERIOD or any(word.endswith("frist") for word in words)):
        return ""
    if words & _OBJECTION:
        return "objection_days"
    return "notice_days" if words & _NOTICE else ""


def is_about_sub_processors(plain: str) -> bool:
    """Whether a folded heading says itself that it is about sub-processors or the agreement on them."""
    return not _OF_SUB_PROCESSORS.isdisjoint(plain.split())
