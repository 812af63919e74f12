"""What a letter may say of transfers, safeguards and the agreement: only what holds on the planned day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.dossier import Dossier, Policy
from vendorrisk.domain.decision.facts import flow_states
from vendorrisk.domain.decision.guards_contract import agreement_accepted, agreement_complete
from vendorrisk.domain.decision.guards_transfer import transfers_valid
from vendorrisk.domain.diligence.artefacts import EVIDENCE, kind_of, kind_word
from vendorrisk.domain.diligence.records import Document, Finding
from vendorrisk.domain.diligence.validity import ArtefactStatus, status
from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.letter_facts import Unfit
from vendorrisk.domain.register.records import Flow, Location, Service
from vendorrisk.domain.register.transfers import TransferState, flows_on
from vendorrisk.usecases.decision.dossiers import agreement_of, law_of
from vendorrisk.usecases.diligence.documents import archive_of
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vendorrisk.domain.message import Blocked, Message
    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What holds on the planned day, and in `unfit` what is on record but must not be told customers.

    `safeguards` names certificates and reports that count today and on that day.
    """

    flows: tuple[Flow, ...]
    safeguards: tuple[str | Message, ...]
    dpa_in_force: bool
    tia_done: bool
    unfit: tuple[Unfit, ...]


def grounds_of(office: Office, reader: Reader, engagement: Engagement, planned_on: date) -> Grounds:
    """Asks guards G4 to G6 and the validity of papers for the planned day (domain.md 4.3, 5.6 items 8, 9).

    A planned day that has passed already counts as today.
    """
    dossier = _dossier(office, reader, engagement, planned_on)
    papers = _Papers(office, reader, dossier)
    flows = _valid_flows(dossier)
    agreement = tuple(papers.agreement_gaps())
    return Grounds(
        flows=flows,
        safeguards=papers.safeguards(),
        dpa_in_force=dossier.agreement is not None and not agreement,
        tia_done=any(one.tia_valid_until and one.tia_valid_until >= dossier.at for one in flows),
        unfit=(*_blocked("transfer", transfers_valid(dossier)), *papers.lapsing(), *agreement),
    )


def _dossier(office: Office, reader: Reader, engagement: Engagement, planned_on: date) -> Dossier:
    """As much of the dossier as these three guards read; the customers' dates are not counted again."""
    services = reader.find(Service, id=engagement.service_id)
    return Dossier(
        engagement=engagement,
        today=office.clock.today(),
        law=law_of(office, reader),
        policy=Policy(dpf_recheck_days=settings_of(reader).dpf_recheck_days),
        service=services[0] if services else None,
        locations=tuple(reader.find(Location, engagement_id=engagement.id)),
        flows=tuple(reader.find(Flow, engagement_id=engagement.id)),
        findings=tuple(reader.find(Finding, engagement_id=engagement.id)),
        agreement=agreement_of(office, reader, engagement),
        go_live=planned_on,
    )


def _valid_flows(dossier: Dossier) -> tuple[Flow, ...]:
    """The flows whose mechanism is valid on the day under each of their laws; no law, no validity."""
    failing = {flow.id for flow, found in flow_states(dossier) if found.state is not TransferState.VALID}
    current = flows_on(dossier.flows, dossier.at)
    return tuple(one for one in current if one.regimes and one.id not in failing)


def _blocked(field: str, found: Iterator[Blocked]) -> Iterator[Unfit]:
    for one in found:
        yield Unfit(field=field, fact=one.fact, remedy=one.remedy)


class _Papers:
    """The documents of the vendor, judged today and on the planned day."""

    def __init__(self, office: Office, reader: Reader, dossier: Dossier) -> None:
        self._dossier = dossier
        self._documents = reader.find(Document, vendor_id=dossier.engagement.vendor_id)
        self._archive = archive_of(office, self._documents)

    def safeguards(self) -> tuple[str | Message, ...]:
        """The evidence that counts on both days, each kind and edition once."""
        held = [one for one in self._counting() if self._holds(one, self._dossier.at)]
        return tuple({(one.kind, one.edition): _name(one) for one in held}.values())

    def lapsing(self) -> Iterator[Unfit]:
        """Evidence that counts today and no more on the planned day, unless another paper says the same."""
        held = self.safeguards()
        for one in self._counting():
            if _name(one) in held:
                continue
            then = status(one, self._dossier.at, self._archive)
            facts = {"title": one.title or _name(one), "on": self._dossier.at, "why": then.why}
            yield Unfit(
                field="safeguards",
                fact=msg("letter.unfit.lapsing", **facts),
                remedy=msg("letter.unfit.lapsing.remedy", **facts),
            )

    def agreement_gaps(self) -> Iterator[Unfit]:
        """Why a letter may not say that an agreement with the same obligations is in force (GDPR 28(4))."""
        agreement = self._dossier.agreement
        if agreement is None:
            return
        paper, today = agreement.document, self._dossier.today
        facts = {"title": paper.title or paper.kind, "on": today}
        if not self._holds(paper, today):
            why = status(paper, today, self._archive).why
            yield Unfit(
                field="dpa",
                fact=msg("letter.unfit.agreement", why=why, **facts),
                remedy=msg("letter.unfit.agreement.remedy"),
            )
        yield from _blocked("dpa", agreement_complete(self._dossier))
        yield from _blocked("dpa", agreement_accepted(self._dossier))

    def _counting(self) -> list[Document]:
        today = self._dossier.today
        return [
            one for one in self._documents if kind_of(one.kind).family in EVIDENCE and self._holds(one, today)
        ]

    def _holds(self, one: Document, on: date) -> bool:
        return status(one, on, self._archive).status is ArtefactStatus.VALID


def _name(one: Document) -> str | Message:
    word = kind_word(one.kind)
    return msg("letter.safeguard", kind=word, edition=one.edition) if one.edition else word
