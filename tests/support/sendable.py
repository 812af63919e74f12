"""Changes that may be told and put into use: whatever letters and guards ask for is put on record at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.support.gate import Gate
from vendorrisk.domain.decision.records import Decision, Outcome
from vendorrisk.domain.diligence.clauses import CLAUSES
from vendorrisk.domain.diligence.records import ClauseCheck, ClauseResult, Document
from vendorrisk.domain.diligence.rhythm import first_cycle
from vendorrisk.domain.notice.records import Change, Customer, Notice, Terms
from vendorrisk.domain.register.countries import is_in_eea
from vendorrisk.domain.register.records import (
    Contact,
    Engagement,
    Flow,
    Location,
    LocationKind,
    Stage,
    Vendor,
)
from vendorrisk.domain.register.vocabulary import Mechanism, Regime, TiaOutcome
from vendorrisk.usecases.editing import ADD, EDIT
from vendorrisk.usecases.notice import notices
from vendorrisk.usecases.notice.changes import STANDARD
from vendorrisk.usecases.notice.letters import write_letters
from vendorrisk.usecases.office import Office
from vendorrisk.usecases.workspace.settings import change_setting, settings_of

OURS = {
    "company": "Example Telecom", "address": "Ulica 12, 10000 Zagreb", "contact": "privacy@telecom.example",
    "dpo": "dpo@telecom.example", "list_address": "https://telecom.example/sub-processors",
}  # fmt: skip


def ready_to_tell(office: Office, change_id: str, *, stage: Stage = Stage.NOTICE_RUNNING) -> Change:
    """Lets letters of a change go out: every fact that they state, the text released, the stage reached."""
    with office.book.reading() as reader:
        known = settings_of(reader)
        change = reader.get(Change, change_id)
    for name, value in OURS.items():
        if not getattr(known, name):
            change_setting(office, name, value)
    complete(office, change.engagement_id)
    with office.book.act(EDIT[Engagement]) as desk:
        engagement = desk.get(Engagement, change.engagement_id)
        if engagement.stage is Stage.DRAFT:
            desk.put(replace(engagement, stage=stage))
        desk.put(*(replace(one, clause="Clause 7") for one in desk.find(Terms) if not one.clause))
        own = {one.customer_id for one in desk.find(Terms)}
        if STANDARD not in own and any(one.active and one.id not in own for one in desk.find(Customer)):
            desk.put(Terms(id=office.new_id(), customer_id=STANDARD, clause="Clause 9"))
    return notices.approve_text(office, change_id)


def written(gate: Gate, change: Change, folder: Path) -> None:
    """The letters of a change, complete enough to be sent."""
    ready_to_tell(gate.office, change.id)
    write_letters(gate.office, change.id, folder)


def sent(gate: Gate, change: Change, **wanted: Any) -> list[Notice]:
    """The letters go out now, with what proves it."""
    return notices.mark_sent(gate.office, change.id, gate.office.clock.now(), proof="mail log", **wanted)


def complete(office: Office, engagement_id: str) -> None:
    """Everything about the vendor that a letter states and guards G4 to G6 ask for."""
    new_id = office.new_id
    with office.book.act(ADD[Location]) as desk:
        engagement = desk.get(Engagement, engagement_id)
        vendor = desk.get(Vendor, engagement.vendor_id)
        desk.put(
            replace(
                engagement, data_categories=engagement.data_categories or ("PHONE_NUMBER",),
                role_rationale="Acts on our instructions only.", role_reviewed_by="Rita Reviewer",
                purpose=engagement.purpose or {"en": "Carrying calls"}, fourth_parties_complete=True,
            ),
            replace(
                vendor, address=vendor.address or "1 High Street", country=vendor.country or "DE",
                registration=vendor.registration or "HRB 1",
            ),
        )  # fmt: skip
        if not desk.find(Contact, vendor_id=vendor.id):
            desk.put(Contact(id=new_id(), vendor_id=vendor.id, email="privacy@vendor.example"))
        places = desk.find(Location, engagement_id=engagement_id)
        kinds = {one.kind for one in places}
        added = [
            Location(id=new_id(), engagement_id=engagement_id, kind=kind, country=vendor.country or "DE")
            for kind in LocationKind
            if kind not in kinds
        ]
        desk.put(*added)
        flows = {(one.kind, one.importer_country) for one in desk.find(Flow, engagement_id=engagement_id)}
        abroad = [one for one in (*places, *added) if not is_in_eea(one.country, date.max)]
        missing = [one for one in abroad if (one.kind, one.country) not in flows]
        desk.put(*(_flow(office, vendor, one) for one in missing))
        if not desk.find(Document, vendor_id=vendor.id, kind="DPA"):
            paper = _agreement(office, vendor)
            checks = [
                ClauseCheck(id=new_id(), document_id=paper.id, item=one.id, result=ClauseResult.PRESENT)
                for one in CLAUSES
            ]
            desk.put(paper, *checks)


def _flow(office: Office, vendor: Vendor, place: Location) -> Flow:
    return Flow(
        id=office.new_id(), engagement_id=place.engagement_id, kind=place.kind, exporter="Ours",
        exporter_country="DE", importer=vendor.name, importer_country=place.country, regimes=(Regime.EU,),
        mechanism=Mechanism.SCC_2021_914, module=3, annexes_complete=True, condition_met=True,
        tia_outcome=TiaOutcome.POSITIVE, tia_valid_until=office.clock.today() + timedelta(days=800),
    )  # fmt: skip


def _agreement(office: Office, vendor: Vendor) -> Document:
    with TemporaryDirectory() as folder:
        signed = Path(folder) / "agreement.txt"
        signed.write_text("Signed by both.", encoding="utf-8")
        kept = office.evidence.keep(signed)
    return Document(
        id=office.new_id(), vendor_id=vendor.id, kind="DPA", title="Agreement", acceptance="SIGNATURE",
        evidence=kept.evidence_id, sha256=kept.sha256,
        valid_from=office.clock.today() - timedelta(days=300),
    )  # fmt: skip


def in_use(office: Office, engagement_id: str) -> None:
    """An engagement that is live, under guards that hold: approved, assessed, under contract."""
    complete(office, engagement_id)
    today = office.clock.today()
    cycle = first_cycle(today)
    with office.book.act(EDIT[Engagement]) as desk:
        engagement = desk.get(Engagement, engagement_id)
        desk.put(
            replace(engagement, stage=Stage.LIVE, anchor=cycle.anchor, cycles=cycle.cycles),
            Decision(
                id=office.new_id(), engagement_id=engagement_id, outcome=Outcome.APPROVED, decided_on=today,
                decided_by="Dora Decider", assessment_id="assessment-1",
            ),
        )  # fmt: skip
