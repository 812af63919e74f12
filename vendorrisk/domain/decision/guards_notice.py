"""G8 and G9: every affected customer was told in time, and no objection is open (GDPR 28(2); domain.md 4.3).

What notice computes comes in as plain standings: notice is a later stage and is never imported here.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.blocking import block, listed
from vendorrisk.domain.message import Blocked, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vendorrisk.domain.decision.dossier import CustomerStanding, Dossier, NoticeStanding


def _names(customers: Iterable[CustomerStanding]) -> dict[str, object]:
    names = [one.customer for one in customers]
    return {"count": len(names), "customers": listed(names)}


def windows_over(dossier: Dossier) -> Iterator[Blocked]:
    """G8: each affected customer has a proven notice, and the clock ends before go-live, or is kept off.

    Nobody affected means nothing to tell; recipients that were never computed mean that nobody knows.
    """
    notice = dossier.notice
    if notice is None:
        yield block("G8", "guard.G8.not_computed")
        return
    yield from left_out(notice, "G8")
    if not notice.included:
        return
    if dossier.go_live is None:
        yield block("G8", "guard.G8.no_go_live")
    yield from _told(notice)
    if notice.told_otherwise:
        yield block("G8", "guard.G8.told_otherwise", fields=list(notice.told_otherwise))
    yield from _dated(dossier, notice)


def left_out(notice: NoticeStanding, guard: str) -> Iterator[Blocked]:
    """Nobody is left out of a notice because a question was never asked (GDPR 28(2))."""
    if notice.left_out:
        yield block(guard, "guard.G8.left_out", count=notice.left_out)


def _told(notice: NoticeStanding) -> Iterator[Blocked]:
    groups = (
        ("guard.G8.no_channel", [one for one in notice.included if not one.channel_proven]),
        ("guard.G8.not_sent", [one for one in notice.included if not (one.sent or one.joined)]),
        ("guard.G8.pack_due", [one for one in notice.included if one.pack_due]),
        ("guard.G8.no_proof", [one for one in notice.included if one.sent and not one.proof]),
    )
    for key, found in groups:
        if found:
            yield block("G8", key, **_names(found))


def _waits_for_approval(one: CustomerStanding) -> bool:
    return one.specific and one.approved_on is None


def _dated(dossier: Dossier, notice: NoticeStanding) -> Iterator[Blocked]:
    """Customers without a date, by reason, and those whose clock still runs on the day of go-live.

    Before a notice is sent no clock runs, and that it is not sent is said already. A customer whose approval
    is missing is named by G9, and is not named twice; nor is one whose onboarding documents are.
    """
    undated = defaultdict(list)
    counting = [one for one in notice.included if one.sent or (one.joined and not one.pack_due)]
    for one in counting:
        if one.earliest is None and not _waits_for_approval(one) and not one.open_objection:
            undated[one.why.key if one.why else ""].append(one)
    for found in undated.values():
        yield _undated(found)
    early = [one for one in counting if one.earliest is not None and one.earliest > dossier.at]
    if early:
        first = max(one.earliest for one in early if one.earliest is not None)
        yield block("G8", "guard.G8.too_early", on=dossier.at, earliest=first, **_names(early))


def _undated(found: list[CustomerStanding]) -> Blocked:
    why, remedy = found[0].why, found[0].remedy
    if why is None:
        return block("G8", "guard.G8.no_date", **_names(found))
    fact = msg("guard.G8.no_date_why", why=why, **_names(found))
    return Blocked(guard="G8", fact=fact, remedy=remedy or msg("guard.G8.no_date.remedy"))


def no_open_objection(dossier: Dossier) -> Iterator[Blocked]:
    """G9: no customer who goes along has an open objection; under specific authorisation each has approved.

    Silence is consent under general authorisation only. An objection under Commission clauses counts on any
    ground until go-live, one for a DORA critical function always.
    """
    notice = dossier.notice
    if notice is None:
        yield block("G9", "guard.G9.not_computed")
        return
    if notice.cancelled:
        yield block("G9", "guard.G9.cancelled")
    open_ones = [one for one in notice.included if one.open_objection]
    groups = (
        ("guard.G9.no_approval", [one for one in notice.included if _waits_for_approval(one)]),
        ("guard.G9.binding_objection", [one for one in open_ones if one.binding or one.specific]),
        ("guard.G9.objection", [one for one in open_ones if not (one.binding or one.specific)]),
    )
    for key, found in groups:
        if found:
            yield block("G9", key, **_names(found))
