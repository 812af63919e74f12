"""Going to a vendor's page from a list, so that its neighbours are one key away."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorVisit:
    """A vendor and the list it was opened from: the ids in their order, and what the list is called.

    `decision_on` is the engagement whose decision is wanted, where that is what the person comes for.
    """

    vendor_id: str
    decision_on: str = ""
    neighbours: tuple[str, ...] = ()
    list_name: str = ""
