"""An excluded customer is taken in again: with a notice that stands, or a new one and its full period."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Refused, WrongArgument, msg
from vendorrisk.domain.notice.objections import is_kept_off
from vendorrisk.domain.notice.records import Change, Customer, Notice, Objection
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.notice.changes import notice_to, refuse_closed

if TYPE_CHECKING:
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

TAKE_IN = action("notice.take_in")


def take_in(
    office: Office, change_id: str, customer_id: str, why: str, *, notice_stands: bool = False
) -> Notice:
    """Ends the exclusion of a customer, with the reason; guards and dates ask for its notice again.

    A notice that went out before counts on only where somebody says that it stands, because the customer
    never heard of being excluded. Otherwise what it was told is true no more: it gets a new letter and its
    full period, and when the first one went out stays on record. Raises Refused for a customer who is not
    excluded, or whom the outcome of an objection keeps off.
    """
    if not why.strip():
        raise WrongArgument(msg("take_in.why"), msg("take_in.why.remedy"))
    with office.book.act(TAKE_IN, change=change_id, customer=customer_id) as desk:
        refuse_closed(desk.get(Change, change_id))
        known = notice_to(office, desk, change_id, customer_id)
        _refuse(desk, known)
        if notice_stands and known.sent_at is None:
            raise Refused(msg("take_in.nothing_sent"), msg("take_in.nothing_sent.remedy"))
        kept = known if notice_stands else _told_anew(known)
        back = replace(
            kept, excluded=False, excluded_why="", taken_in_on=office.clock.today(), taken_in_why=why.strip()
        )  # fmt: skip
        desk.put(back)
    return back


def _refuse(reader: Reader, known: Notice) -> None:
    facts = {"customer": reader.get(Customer, known.customer_id).name}
    objections = reader.find(Objection, change_id=known.change_id, customer_id=known.customer_id)
    if is_kept_off(objections, excluded=False):
        raise Refused(msg("take_in.outcome", **facts), msg("take_in.outcome.remedy", **facts))
    if not known.excluded:
        raise Refused(msg("take_in.not_excluded", **facts), msg("take_in.not_excluded.remedy"))


def _told_anew(known: Notice) -> Notice:
    """The notice without what the customer was told and answered before; a promise of fewer days is gone too.

    When it was told first, and by which proof, is kept.
    """
    if known.sent_at is None:
        return known
    proofs = (known.earlier_proof, known.proof)
    return replace(
        known, sent_at=None, content_sha256="", written_on=None, stated_end=None, proof="",
        acknowledged_on=None, approved_on=None, approved_timed=False, answer_proof="", shorter_days=None,
        shorter_asked_on=None, shorter_agreed_on=None, shorter_note="",
        earlier_sent_at=known.earlier_sent_at or known.sent_at, earlier_proof="; ".join(filter(None, proofs)),
    )  # fmt: skip
