"""Whether letters still say what the register does: read as of the step that wrote or sent them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.notice.announced import Announced, told_otherwise
from vendorrisk.domain.notice.records import Change, ChangeState, Notice
from vendorrisk.domain.periods import in_force
from vendorrisk.domain.register.records import Engagement, FourthParty, Location, LocationKind, Vendor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.usecases.ports import Reader


def announced(reader: Reader, change: Change) -> Announced:
    """What a notice of this change states, by a register of now or then."""
    engagement = reader.get(Engagement, change.engagement_id)
    vendor = reader.get(Vendor, engagement.vendor_id)
    places = in_force(reader.find(Location, engagement_id=engagement.id), change.planned_on)
    further = in_force(reader.find(FourthParty, engagement_id=engagement.id), change.planned_on)
    note = frozenset(f"note: {text}" for text in engagement.data_note.values())
    return Announced(
        vendor=vendor.legal_name or vendor.name,
        vendor_country=vendor.country,
        replaced=change.replaces_id,
        services=frozenset({engagement.service_id}),
        purpose=change.text or engagement.purpose,
        data=frozenset((*engagement.data_categories, *engagement.data_flags)) | note,
        storage=frozenset(one.country for one in places if one.kind is LocationKind.STORAGE),
        access=frozenset((one.country, one.entity) for one in places if one.kind is LocationKind.ACCESS),
        further=frozenset((one.name, one.country) for one in further),
        start=change.planned_on,
    )


def differs_from_letters(reader: Reader, change: Change, waiting: Iterable[Notice]) -> tuple[str, ...]:
    """The facts that letters not sent yet state otherwise than the register, by the steps that wrote them."""
    by_day = {one.written_on: one for one in waiting}
    return _differences(reader, change, by_day.values(), "content_sha256")


def differs_from_told(reader: Reader, change: Change) -> tuple[str, ...]:
    """The facts of a change under way that customers were told otherwise (rule N-5)."""
    if change.state is not ChangeState.RUNNING:
        return ()
    sent = {one.sent_at: one for one in reader.find(Notice, change_id=change.id) if one.sent_at is not None}
    return _differences(reader, change, sent.values(), "sent_at")


def _differences(reader: Reader, change: Change, notices: Iterable[Notice], set_then: str) -> tuple[str, ...]:
    now = announced(reader, change)
    found: dict[str, None] = {}
    for notice in notices:
        then = reader.when_set(Notice, notice.id, set_then)
        if then is not None:
            said = announced(then, then.get(Change, change.id))
            found |= dict.fromkeys(told_otherwise(said, now))
    return tuple(found)
