"""G4 and G5: the agreement is complete, in force and provably accepted (GDPR 28(3), 28(4), 28(9))."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.blocking import block
from vendorrisk.domain.decision.facts import clause_facts
from vendorrisk.domain.decision.guards_assessment import holds_up
from vendorrisk.domain.diligence.clauses import Clause, Item, ItemStanding, evaluate
from vendorrisk.domain.diligence.records import ClauseResult, Severity
from vendorrisk.domain.message import msg
from vendorrisk.domain.periods import has_begun, has_ended
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.transfers import flows_on
from vendorrisk.domain.register.vocabulary import SIGNED_CLAUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vendorrisk.domain.decision.dossier import Agreement, Dossier
    from vendorrisk.domain.diligence.records import Document
    from vendorrisk.domain.message import Blocked


class AcceptanceEvidence(StrEnum):
    """How it can be proved that both sides are bound; no signature is required (GDPR 28(9), L-28-9)."""

    SIGNATURE = "SIGNATURE"
    RECORDED_ACCEPTANCE = "RECORDED_ACCEPTANCE"
    INCORPORATION = "INCORPORATION"


def agreement_complete(dossier: Dossier) -> Iterator[Blocked]:
    """G4: an agreement is in force on the day of go-live, with every item that GDPR 28(3) demands.

    A missing statutory item cannot be accepted. Of the other items none of severity C may be missing, and
    one of severity H only under an acceptance that outlasts go-live; an item of these that nobody looked at
    is not known to be there.
    """
    agreement = dossier.agreement
    if agreement is None:
        yield block("G4", "guard.G4.none")
        return
    yield from _in_force(agreement.document, dossier)
    yield from _checklist(agreement, dossier)


def _in_force(paper: Document, dossier: Dossier) -> Iterator[Blocked]:
    facts = {"title": paper.title or paper.kind, "on": dossier.at}
    if paper.valid_from is None:
        yield block("G4", "guard.G4.no_start", **facts)
    elif not has_begun(paper.valid_from, dossier.at):
        yield block("G4", "guard.G4.late", since=paper.valid_from, **facts)
    if has_ended(paper.valid_to, dossier.at):
        yield block("G4", "guard.G4.ended", until=paper.valid_to, **facts)


def _checklist(agreement: Agreement, dossier: Dossier) -> Iterator[Blocked]:
    items = evaluate(agreement.checks, clause_facts(dossier)).items
    accepted = {one.source for one in dossier.findings if holds_up(one, dossier)}
    groups = (
        (
            "guard.G4.statutory_missing",
            [one for one in items if _is(one, ItemStanding.MISSING, statutory=True)],
        ),
        (
            "guard.G4.statutory_unchecked",
            [one for one in items if _is(one, ItemStanding.UNCHECKED, statutory=True)],
        ),
        ("guard.G4.critical_missing", _grave(items, ItemStanding.MISSING, Severity.C)),
        (
            "guard.G4.high_missing",
            [one for one in _grave(items, ItemStanding.MISSING, Severity.H) if one.clause.id not in accepted],
        ),
        ("guard.G4.unchecked", _grave(items, ItemStanding.UNCHECKED, Severity.C, Severity.H)),
    )
    title = agreement.document.title or agreement.document.kind
    for key, found in groups:
        if found:
            yield block("G4", key, title=title, items=[_named(one.clause) for one in found])


def _is(item: Item, standing: ItemStanding, *, statutory: bool) -> bool:
    return item.standing is standing and item.clause.statutory is statutory


def _grave(items: Iterable[Item], standing: ItemStanding, *severities: Severity) -> list[Item]:
    return [one for one in items if _is(one, standing, statutory=False) and one.clause.severity in severities]


def _named(clause: Clause) -> str:
    return f"{clause.id} ({clause.citation})"


def agreement_accepted(dossier: Dossier) -> Iterator[Blocked]:
    """G5: it is stored how both sides accepted the agreement; clauses with an annex to sign have it signed.

    Signature, recorded acceptance, or an incorporation clause with the archived text; and Annex I or the
    table signed, or deemed signed by an express clause, where 2021/914, 2021/915 or the IDTA is used.
    """
    if dossier.agreement is None:
        yield block("G5", "guard.G5.none")
        return
    paper = dossier.agreement.document
    title = paper.title or paper.kind
    if "_".join(paper.acceptance.upper().split()) not in set(AcceptanceEvidence):
        yield block("G5", "guard.G5.no_evidence", title=title)
    if not (paper.evidence or paper.sha256):
        yield block("G5", "guard.G5.no_file", title=title)
    if _is_commission_form(paper) and not _parties_bound(dossier.agreement):
        yield block("G5", "guard.G5.annex", title=title)
    yield from _flow_annexes(dossier)


def _is_commission_form(paper: Document) -> bool:
    return paper.kind == "SCC" or any(number in paper.edition for number in ("2021/914", "2021/915"))


def _parties_bound(agreement: Agreement) -> bool:
    return any(one.item == "D-01" and one.result is ClauseResult.PRESENT for one in agreement.checks)


def _flow_annexes(dossier: Dossier) -> Iterator[Blocked]:
    for flow in flows_on(dossier.flows, dossier.at):
        if flow.mechanism in SIGNED_CLAUSES and not flow.annexes_complete:
            importer = flow.importer or msg("transfer.importer")
            country = country_name(flow.importer_country)
            yield block("G5", "guard.G5.flow_annex", importer=importer, country=country)
