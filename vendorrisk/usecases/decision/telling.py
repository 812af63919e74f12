"""What stands in the way of telling customers of a change, and of putting it into use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.decision import telling
from vendorrisk.domain.decision.dossier import Dossier, NoticeStanding
from vendorrisk.domain.notice.records import OF_WHAT_IS_USED, Change, ChangeKind
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases.decision.dossiers import dossier_of, law_of
from vendorrisk.usecases.notice.notice_standing import customers_of

if TYPE_CHECKING:
    from vendorrisk.domain.message import Blocked, Message
    from vendorrisk.domain.notice.clock import CustomerDates
    from vendorrisk.domain.notice.records import Customer
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

_SENDING = {
    ChangeKind.REMOVE: telling.SEND_REMOVAL, **dict.fromkeys(OF_WHAT_IS_USED, telling.SEND_CHANGED),
}  # fmt: skip


def against_sending(
    office: Office, reader: Reader, change: Change, waiting: tuple[tuple[Customer, CustomerDates], ...]
) -> tuple[Blocked, ...]:
    """Why these customers may not be told of a change; their dates are counted for the moment of sending."""
    engagement = reader.get(Engagement, change.engagement_id)
    dossier = Dossier(
        engagement=engagement,
        today=office.clock.today(),
        law=law_of(office, reader),
        notice=NoticeStanding(
            customers=customers_of(reader, engagement, change, waiting),
            text_approved=bool(change.text_approved_by),
        ),
        go_live=change.planned_on,
    )
    return telling.in_the_way(_SENDING.get(change.kind, telling.SEND), dossier)


def against_going_live(office: Office, change_id: str) -> tuple[Blocked, ...]:
    """Why a change may not be live today, for whoever looks at it; empty where nothing stands in the way."""
    with office.book.reading() as reader:
        return in_the_way_of_use(office, reader, reader.get(Change, change_id))


def unchecked_in_use(change: Change) -> tuple[Message, ...]:
    """What the program does not check before a change is live, by title (among it rules N-6 and N-7)."""
    return telling.unchecked(_doing_of_use(change))


def in_the_way_of_use(office: Office, reader: Reader, change: Change) -> tuple[Blocked, ...]:
    """The same inside another look or step."""
    engagement = reader.get(Engagement, change.engagement_id)
    dossier = dossier_of(office, reader, engagement, change=change)
    return telling.in_the_way(_doing_of_use(change), dossier)


def _doing_of_use(change: Change) -> telling.Doing:
    return telling.REMOVED if change.kind is ChangeKind.REMOVE else telling.GO_LIVE
