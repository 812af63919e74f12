"""The transfers of a vendor as people look at them: on what ground, and whether it holds today."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.register.field_tables import FLOW, read_fields
from vendorrisk.domain.register.records import Engagement, Flow, LocationKind
from vendorrisk.domain.register.transfer_fields import fields_needed
from vendorrisk.domain.register.transfers import (
    WORST_FIRST,
    FlowFacts,
    TransferState,
    flows_on,
    validities,
)
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.usecases.decision.dossiers import law_of
from vendorrisk.usecases.review.vendor_signs import mechanism_word
from vendorrisk.usecases.signals import GRAVITY, Sign, Signal, settled
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from vendorrisk.domain.register.transfers import Validity
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.review.vendor_facts import VendorFacts

_SIGNALS = {
    TransferState.INVALID: Signal.CRITICAL,
    TransferState.REVIEW: Signal.WARN,
    TransferState.VALID: Signal.GOOD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferRow:
    """One transfer. `whys` say for each law what holds or is missing, `remedies` what would mend it.

    `state` is the worst under any law today; None where none is asked, as for one that has ended.
    """

    id: str
    flow: Flow
    mechanism: Message
    state: TransferState | None
    sign: Sign
    whys: tuple[Message, ...]
    remedies: tuple[Message, ...]
    ended: bool


def transfer_rows(facts: VendorFacts) -> list[TransferRow]:
    """All transfers of a vendor: what does not hold first, what has ended last."""
    found: dict[str, list[Validity]] = defaultdict(list)
    for flow, validity in facts.transfers:
        found[flow.id].append(validity)
    current = {flow.id for flow in flows_on(facts.flows, facts.today)}
    rows = [
        _row(flow, found[flow.id], ended=flow.id not in current, law_ends=facts.law_ends.get(flow.id))
        for flow in facts.flows
    ]
    return sorted(rows, key=lambda row: -GRAVITY.index(row.sign.signal))


def transfer_needs(office: Office, engagement_id: str, typed: Mapping[str, str]) -> dict[str, Message]:
    """What a transfer as typed so far still needs to hold today: field -> what to do.

    What cannot be read yet is left out; the form says so itself.
    """
    values = read_fields(typed, FLOW).values
    flow = Flow(id="", engagement_id=engagement_id, **({"kind": LocationKind.STORAGE} | values))
    today = office.clock.today()
    with office.book.reading() as reader:
        role = reader.get(Engagement, engagement_id).role
        facts = FlowFacts(role=role, today=today, recheck_days=settings_of(reader).dpf_recheck_days)
        law = law_of(office, reader)
    return fields_needed(gap for one in validities(flow, today, law, facts) for gap in one.gaps)


def _row(flow: Flow, found: list[Validity], *, ended: bool, law_ends: date | None) -> TransferRow:
    whys = [msg("transferview.why", regime=label(one.regime), why=one.why) for one in found]
    whys += [warning for one in found for warning in one.warnings]
    if law_ends:
        whys.append(msg("transferview.law_ends", on=law_ends))
    worst = min((one.state for one in found), key=WORST_FIRST.index, default=None)
    return TransferRow(
        id=flow.id,
        flow=flow,
        mechanism=mechanism_word(flow),
        state=worst,
        sign=_sign(worst, ended=ended),
        whys=tuple(whys),
        remedies=tuple(gap.remedy for one in found for gap in one.gaps),
        ended=ended,
    )


def _sign(worst: TransferState | None, *, ended: bool) -> Sign:
    if ended:
        return settled(Signal.NEUTRAL, "sign.transfer.over")
    if worst is None:
        return settled(Signal.NEUTRAL, "sign.transfer.unused")
    return Sign(signal=_SIGNALS[worst], words=label(worst), open=worst is not TransferState.VALID)
