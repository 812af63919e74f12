"""What stands behind the ids that the figures of a quarter count: names, each told from its neighbours."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Assessment, Document, Finding
from vendorrisk.domain.message import msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Engagement, Flow, Location, Vendor
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.domain.review.needed_documents import NO_AGREEMENT, NO_EVIDENCE
from vendorrisk.usecases.review.vendor_rows import place_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.domain.register.records import LocationKind
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


def names_behind(office: Office, reader: Reader) -> dict[str, str]:
    """What stands behind the ids of the figures, each told from its neighbours."""
    vendors = {one.id: one.name for one in reader.find(Vendor)}
    engagements = _engagement_names(reader.find(Engagement), vendors)
    names = vendors | engagements
    for flow in reader.find(Flow):
        names[flow.id] = _told(engagements.get(flow.engagement_id, flow.id), _flow(office, flow))
    for place in reader.find(Location):
        names[place.id] = _told(engagements.get(place.engagement_id, place.id), _place(office, place))
    for finding in reader.find(Finding):
        names[finding.id] = _told(engagements.get(finding.engagement_id, ""), finding.title)
    names |= {f"{key}/next": name for key, name in engagements.items()}
    for document in reader.find(Document):
        title = _told(vendors.get(document.vendor_id, ""), document_title(document))
        names |= {f"{document.id}/{key}": title for key in engagements}
    for absent in (NO_AGREEMENT, NO_EVIDENCE):
        missing = office.say(msg(absent))
        names |= {f"{key}/{absent}": _told(name, missing) for key, name in engagements.items()}
    names |= {one.id: engagements.get(one.engagement_id, one.id) for one in reader.find(Assessment)}
    return names


def _flow(office: Office, flow: Flow) -> str:
    """Where a flow goes and what for: an engagement may send to a country for storage and for access."""
    return _where(office, flow.importer_country, flow.kind)


def _place(office: Office, place: Location) -> str:
    return _where(office, place.country, place.kind)


def _where(office: Office, country: str, kind: LocationKind) -> str:
    named = place_name(office, country) if country else ""
    return f"{named} ({office.say(label(kind)).lower()})"


def _engagement_names(engagements: Iterable[Engagement], vendors: dict[str, str]) -> dict[str, str]:
    """The vendor's name, and in brackets the purpose where the vendor has several engagements."""
    found = list(engagements)
    several = Counter(one.vendor_id for one in found)
    return {
        one.id: f"{vendors.get(one.vendor_id, one.id)} ({text_in(one.purpose, 'en')})"
        if several[one.vendor_id] > 1
        else vendors.get(one.vendor_id, one.id)
        for one in found
    }


def _told(name: str, more: str) -> str:
    return ": ".join(part for part in (name, more) if part)


def document_title(document: Document) -> str:
    """What a document is called: by its title, its file, or its kind."""
    return document.title or document.file_name or document.kind.replace("_", " ")
