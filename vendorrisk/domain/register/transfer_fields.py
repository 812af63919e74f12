"""Which fields of a flow mend each gap of its transfer mechanism, for forms that mark what is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vendorrisk.domain.message import Message
    from vendorrisk.domain.register.transfer_rules import Gap

_MECHANISM: Final = ("mechanism",)

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "transfer.no_country": ("importer_country",),
    "transfer.none": _MECHANISM,
    "transfer.unknown": _MECHANISM,
    "transfer.no_instrument": _MECHANISM,
    "transfer.ended": _MECHANISM,
    "transfer.not_yet": _MECHANISM,
    "transfer.not_needed": _MECHANISM,
    "transfer.other_entity": _MECHANISM,
    "transfer.no_ground": ("ground",),
    "law.adequacy.CONDITION_OPEN": ("condition_met",),
    "law.adequacy.EXPORTER_UNKNOWN": ("exporter_country",),
    "law.adequacy.EXPORTER_EXCLUDED": _MECHANISM,
    "law.adequacy.NOT_YET": _MECHANISM,
    "law.adequacy.ENDED": _MECHANISM,
    "law.adequacy.NOT_LISTED": _MECHANISM,
    "transfer.dpf.country": _MECHANISM,
    "transfer.dpf.unchecked": ("checked_on",),
    "transfer.dpf.stale": ("checked_on",),
    "transfer.dpf.no_due": ("next_due",),
    "transfer.dpf.lapsed": ("next_due",),
    "transfer.dpf.no_fallback": ("fallback",),
    "transfer.clauses.refused": _MECHANISM,
    "transfer.clauses.no_module": ("module",),
    "transfer.clauses.module": ("module",),
    "transfer.clauses.annexes": ("annexes_complete",),
    "transfer.tia.missing": ("tia_outcome", "tia_valid_until"),
    "transfer.tia.negative": ("tia_outcome",),
    "transfer.tia.no_end": ("tia_valid_until",),
    "transfer.tia.ended": ("tia_valid_until",),
    "transfer.tia.old_law": ("tia_made_on",),
    "transfer.onward.head": ("module",),
    "transfer.onward.not_authorised": ("condition_met",),
    "transfer.bcr.not_approved": ("condition_met",),
    "transfer.tool.not_approved": ("condition_met",),
    "transfer.carrier.role": _MECHANISM,
    "transfer.carrier.no_position": ("ground",),
    "transfer.carrier.position": (),  # counsel's position is on record, a person has to weigh it
}
"""The key of a gap's fact -> the fields that mend it."""


def fields_needed(gaps: Iterable[Gap]) -> dict[str, Message]:
    """Field -> what would mend it; where several laws ask for one field, what the first of them says."""
    found: dict[str, Message] = {}
    for gap in gaps:
        for field in FIELDS[gap.fact.key]:
            found.setdefault(field, gap.remedy)
    return found
