"""What a workspace holds, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Assessment, Document, Finding
from vendorrisk.domain.notice.records import Change, Customer
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.usecases.register.vendor_listings import VendorQuery
from vendorrisk.usecases.workspace.settings import Settings, settings_of

if TYPE_CHECKING:
    from vendorrisk.usecases.listings import Listings
    from vendorrisk.usecases.office import Office

_COUNTED = {
    "vendors": Vendor, "engagements": Engagement, "assessments": Assessment, "documents": Document,
    "findings": Finding, "customers": Customer, "changes": Change,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceOverview:
    """Settings, counts by kind, and the head of the journal."""

    settings: Settings
    counts: dict[str, int]
    sequence: int
    head: str


def workspace_overview(office: Office) -> WorkspaceOverview:
    """What the open workspace holds."""
    sequence, head = office.book.head()
    with office.book.reading() as reader:
        counts = {name: len(reader.find(kind)) for name, kind in _COUNTED.items()}
        return WorkspaceOverview(settings=settings_of(reader), counts=counts, sequence=sequence, head=head)


def sign_of(office: Office, listings: Listings) -> tuple[str, int]:
    """What a list of workspaces shows of this one: our company, and how many active vendors there are."""
    with office.book.reading() as reader:
        company = settings_of(reader).company
    return company, listings.vendors.count(VendorQuery(today=office.clock.today()))
