"""The day on which customers could read of a change where it is published."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import UserError, WrongArgument, msg
from vendorrisk.domain.notice.answers import days_of_change
from vendorrisk.domain.notice.records import OF_WHAT_IS_USED, Change, ChangeKind
from vendorrisk.domain.register.public_list import rows_from_canonical
from vendorrisk.domain.register.records import Engagement, ListVersion, Vendor
from vendorrisk.usecases.actions import Wall, action
from vendorrisk.usecases.notice.changes import refuse_closed
from vendorrisk.usecases.register.publishing import file_name

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

CHANGE_PUBLISHED = action("change.published", wall=Wall.PUBLISHED)


def record_published(office: Office, change_id: str, on: date, *, proof: str = "") -> Change:
    """Records the day from which contracts count that start with publication (domain.md 5.2).

    What proves it is a list of ours that announced the change by then, or else `proof`: where it was
    published and how that is known. A slip is mended by recording the right day.

    Raises:
        UserError: the day has not come, is before the change was opened, or nothing proves it.
        Refused: the change is over.
    """
    with office.book.act(CHANGE_PUBLISHED, change=change_id, on=on.isoformat()) as desk:
        change = desk.get(Change, change_id)
        refuse_closed(change)
        refused = _refusal(office, desk, change, on, proof)
        if refused is not None:
            raise refused
        known = proof.strip() or announcing_list(desk, change, on)
        published = replace(change, published_on=on, published_proof=known)
        desk.put(published)
    return published


def not_published_on(office: Office, change_id: str, on: date, proof: str) -> UserError | None:
    """Why a change cannot be recorded as published on a day; None where it can."""
    with office.book.reading() as reader:
        return _refusal(office, reader, reader.get(Change, change_id), on, proof)


def _refusal(office: Office, reader: Reader, change: Change, on: date, proof: str) -> UserError | None:
    today = office.clock.today()
    if on > today:
        return WrongArgument(
            msg("change.published.future", today=today), msg("change.published.future.remedy")
        )
    refused = days_of_change(change, today).refusal(on)
    if refused is not None or proof.strip() or announcing_list(reader, change, on):
        return refused
    engagement = reader.get(Engagement, change.engagement_id)
    facts = {"vendor": reader.get(Vendor, engagement.vendor_id).name, "day": on}
    return WrongArgument(msg("change.published.nowhere", **facts), msg("change.published.nowhere.remedy"))


def announcing_list(reader: Reader, change: Change, on: date) -> str:
    """The newest list of ours, by its name, that announced a change on or before a day; empty without one.

    A sub-processor that works for us already stands on every list, so that of a change of place or purpose
    only a list counts that was published since the change was opened. Of a removal any such list does.
    """
    before = [one for one in reader.find(ListVersion) if one.published_on <= on]
    found = [one for one in before if _announces(one, change)]
    newest = max(found, key=lambda one: (one.published_on, one.version), default=None)
    return file_name(newest.profile, newest.version, "").rstrip(".") if newest else ""


def _announces(version: ListVersion, change: Change) -> bool:
    since = change.created_on is None or version.published_on >= change.created_on
    named = [one for one in rows_from_canonical(version.rows) if one.id == change.engagement_id]
    if change.kind is ChangeKind.REMOVE:
        return since
    if change.kind in OF_WHAT_IS_USED:
        return since and bool(named)
    return any(one.planned_from is not None for one in named)
