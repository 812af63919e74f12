"""The day on which customers could read of a change where it is published."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import UserError, msg
from vendorrisk.domain.notice.answers import days_of_change
from vendorrisk.domain.notice.records import Change
from vendorrisk.usecases.actions import Wall, action
from vendorrisk.usecases.notice.changes import refuse_closed

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.usecases.office import Office

CHANGE_PUBLISHED = action("change.published", wall=Wall.PUBLISHED)


def record_published(office: Office, change_id: str, on: date) -> Change:
    """Records the day from which contracts count that start with publication (domain.md 5.2).

    A slip is mended by recording the right day. Raises UserError for a day that has not come or is before the
    change was opened, and Refused for a change that is over.
    """
    with office.book.act(CHANGE_PUBLISHED, change=change_id, on=on.isoformat()) as desk:
        change = desk.get(Change, change_id)
        refuse_closed(change)
        refused = not_published_on(change, on, office.clock.today())
        if refused is not None:
            raise refused
        published = replace(change, published_on=on)
        desk.put(published)
    return published


def not_published_on(change: Change, on: date, today: date) -> UserError | None:
    """Why a change cannot have been published on a day; None where it can."""
    if on > today:
        return UserError(msg("change.published.future", today=today), msg("change.published.future.remedy"))
    return days_of_change(change, today).refusal(on)
