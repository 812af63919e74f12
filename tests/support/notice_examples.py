"""One example of every action on changes and notices, ready to be done on the gate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from tests.support.gate import Gate
from tests.support.sendable import in_use, ready_to_tell
from vendorrisk.domain.notice.records import Change, ChangeKind, Customer, EmergencyBasis, ObjectionState
from vendorrisk.usecases import editing
from vendorrisk.usecases.decision import emergency
from vendorrisk.usecases.notice import (
    changes,
    letters,
    notices,
    objections,
    onboarding,
    publication,
    shorter_notice,
    taking_in,
)

Doing = Callable[[], Any]
Example = Callable[[Gate], Doing]
NOWHERE = Path("nowhere")
NEXT_YEAR = date(2027, 3, 1)


def _with_letters(doing: Callable[[Gate, Change, Customer], Doing]) -> Example:
    def example(gate: Gate) -> Doing:
        customer = gate.customer()
        change = gate.change(NEXT_YEAR)
        ready_to_tell(gate.office, change.id)
        letters.write_letters(gate.office, change.id, NOWHERE)
        return doing(gate, change, customer)

    return example


def _sent(gate: Gate, change: Change) -> None:
    notices.mark_sent(gate.office, change.id, gate.clock.at - timedelta(hours=1), proof="mail log")


def _sending(gate: Gate, change: Change, _customer: Customer) -> Doing:
    return partial(_sent, gate, change)


def _going_live(gate: Gate, change: Change, _customer: Customer) -> Doing:
    _sent(gate, change)
    in_use(gate.office, gate.engagement_id)
    gate.later(120)
    return partial(notices.go_live, gate.office, change.id)


def _objecting(gate: Gate, change: Change, customer: Customer) -> Doing:
    received = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    return partial(objections.object_to, gate.office, change.id, customer.id, received, text="We object.")


def _agreeing(gate: Gate, change: Change, customer: Customer) -> Doing:
    shorter_notice.ask_shorter(gate.office, change.id, customer.id, 14)
    return partial(
        shorter_notice.record_shorter, gate.office, change.id, customer.id, agreed_on=gate.clock.day,
        note="Mail of Ms Keller",
    )  # fmt: skip


def _taking_in(gate: Gate, change: Change, customer: Customer) -> Doing:
    _sent(gate, change)
    notices.exclude(gate.office, change.id, customer.id, "Routed elsewhere.")
    return partial(taking_in.take_in, gate.office, change.id, customer.id, "It agreed after all.")


def _onboarding(gate: Gate, change: Change, _customer: Customer) -> Doing:
    _sent(gate, change)
    joined = gate.customer("Hexa Labs")
    editing.edit(
        gate.office, Customer, joined.id, {"since": (gate.clock.day + timedelta(days=1)).isoformat()}
    )
    return partial(
        onboarding.record_onboarding, gate.office, change.id, joined.id, given_on=gate.clock.day,
        note="Pack 3.2",
    )  # fmt: skip


def _resolving(gate: Gate, change: Change, customer: Customer) -> Doing:
    objection = _objecting(gate, change, customer)()
    return partial(objections.resolve, gate.office, objection.id, ObjectionState.IN_DISCUSSION)


def _writing_letters(gate: Gate) -> Doing:
    gate.customer()
    change = gate.change(NEXT_YEAR)
    return partial(letters.write_letters, gate.office, change.id, NOWHERE)


def _with_change(doing: Callable[[Gate, Change], Doing]) -> Example:
    def example(gate: Gate) -> Doing:
        change = changes.new_change(gate.office, ChangeKind.ADD, gate.engagement_id, NEXT_YEAR)
        return doing(gate, change)

    return example


def notice_examples() -> dict[str, Example]:
    """The examples by the key of their action."""
    return {
        "change.approve_text": _with_change(
            lambda gate, change: partial(notices.approve_text, gate.office, change.id)
        ),
        "change.published": _with_change(
            lambda gate, change: partial(
                publication.record_published, gate.office, change.id, gate.clock.day, proof="Archive"
            )
        ),
        "change.cancel": _with_change(lambda gate, change: partial(notices.cancel, gate.office, change.id)),
        "change.live": _with_letters(_going_live),
        "letters.write": _writing_letters,
        "notice.sent": _with_letters(_sending),
        "notice.answered": _with_letters(
            lambda gate, change, customer: partial(
                notices.record_answer, gate.office, change.id, customer.id, approved_on=gate.clock.day
            )
        ),
        "emergency.authorised": _with_letters(
            lambda gate, change, customer: partial(
                emergency.record_authorisation,
                gate.office,
                change.id,
                customer.id,
                EmergencyBasis.CLAUSE,
                on=gate.clock.day,
                source="Clause 9",
            )
        ),
        "emergency.declare": _with_change(
            lambda gate, change: partial(
                emergency.declare_emergency, gate.office, change.id, gate.clock.day, "The data centre burnt."
            )
        ),
        "notice.ask_shorter": _with_letters(
            lambda gate, change, customer: partial(
                shorter_notice.ask_shorter, gate.office, change.id, customer.id, 14
            )
        ),
        "notice.shorter_answer": _with_letters(_agreeing),
        "notice.exclude": _with_letters(
            lambda gate, change, customer: partial(
                notices.exclude, gate.office, change.id, customer.id, "Routed elsewhere."
            )
        ),
        "notice.take_in": _with_letters(_taking_in),
        "notice.onboarded": _with_letters(_onboarding),
        "objection.add": _with_letters(_objecting),
        "objection.move": _with_letters(_resolving),
    }
