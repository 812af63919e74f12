"""Sub-processors to which a contract agrees beforehand: said wherever dates are, and nobody is passed over.

A processor informs of every intended change (GDPR 28(2)), and whether a list or a category agreed long ago is
an authorisation of this one is for counsel to say. So an approval beforehand moves no date, replaces neither
notice nor written approval, and is named with every customer whose contract has one (domain.md 5.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.notice.records import ChangeKind
from vendorrisk.domain.register.countries import is_in_eea
from vendorrisk.domain.register.names import same_name
from vendorrisk.domain.register.records import VendorKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.domain.notice.records import Change, Terms
    from vendorrisk.domain.register.records import FourthParty, Location, Vendor

OF_A_NEW_ONE = frozenset({ChangeKind.ADD, ChangeKind.REPLACE})
"""Changes that bring a sub-processor; an approval of a company says nothing of its later places and tasks."""


def approves_any(terms: Terms) -> bool:
    """Whether a contract agrees to any sub-processor beforehand."""
    return terms.pre_approved_affiliates or bool(terms.pre_approved_names)


def approved_beforehand(
    terms: Terms,
    change: Change,
    vendor: Vendor,
    places: Iterable[Location],
    fourth_parties: Iterable[FourthParty] = (),
) -> Message | None:
    """On what ground a contract agrees to this sub-processor beforehand; None where it does not.

    A listed name has to be the legal or the trade name itself. Where the contract agrees only within the EEA,
    the seat, every location and every further sub-processor on the planned day have to be there.
    """
    if change.kind not in OF_A_NEW_ONE:
        return None
    countries = [vendor.country, *(one.country for one in places), *(one.country for one in fourth_parties)]
    outside = not all(is_in_eea(country, change.planned_on) for country in countries)
    if terms.pre_approved_eea and outside:
        return None
    known = [name for name in (vendor.legal_name, vendor.name) if name]
    listed = [name for name in terms.pre_approved_names if any(same_name(name, one) for one in known)]
    if listed:
        return msg("notice.beforehand.named", name=listed[0])
    affiliate = terms.pre_approved_affiliates and vendor.kind is VendorKind.AFFILIATE
    return msg("notice.beforehand.affiliate") if affiliate else None
