"""The sample's sub-processors that came by the whole way: recorded, approved, announced, gone live."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.dossier import Ask
from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
from vendorrisk.domain.notice.records import (
    Authorisation,
    Change,
    ChangeKind,
    Notice,
    Objection,
    ObjectionState,
    Terms,
)
from vendorrisk.domain.register.records import Flow, LocationKind, Stage
from vendorrisk.usecases import editing
from vendorrisk.usecases.decision import moving
from vendorrisk.usecases.diligence import answer_review, assessments
from vendorrisk.usecases.notice import changes, letters, notices, objections
from vendorrisk.usecases.register import vendors

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from vendorrisk.app.sample.build import MovedClock
    from vendorrisk.app.sample.past import Past
    from vendorrisk.app.sample.recipe import SampleVendor
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

UNCHECKED = "Checked by hand: list entry, region lock, fourth parties and chains."


@dataclass
class WholeWay:
    """The steps of a new sub-processor, each on the day to which the clock was moved."""

    office: Office
    clock: MovedClock
    folder: Path
    past: Past

    def add(self, vendor: SampleVendor) -> str:
        """Records a vendor with all that is known of it; returns the id of its engagement."""
        added = vendors.add_vendor(
            self.office,
            {"name": vendor.name, "kind": vendor.kind, "country": vendor.country, "owner": vendor.owner,
             "address": f"1 High Street, {vendor.country}"},
            {"purpose": vendor.purpose}, service=vendor.service, storage=vendor.storage, access=vendor.access,
        )  # fmt: skip
        for kind, places in ((LocationKind.STORAGE, vendor.storage), (LocationKind.ACCESS, vendor.access)):
            for country in places:
                typed = {"kind": kind.value, "importer": vendor.name, "importer_country": country,
                         "regimes": "EU", "mechanism": vendor.mechanism}  # fmt: skip
                editing.add(self.office, Flow, typed, engagement_id=added.engagement.id)
        self.past.describe(vendor, added.engagement.id)
        self.past.contact(vendor, added.vendor.id)
        self.past.papers(vendor, added.vendor.id)
        return added.engagement.id

    def engage(self, vendor: SampleVendor) -> None:
        """Records a vendor and assesses it."""
        engagement_id = self.add(vendor)
        self.move(engagement_id, Stage.TRIAGED, Stage.IN_DUE_DILIGENCE)
        made = assessments.start(self.office, engagement_id, "privacy-security")
        self.past.answer(made.id, vendor)
        answer_review.finish(self.office, made.id)

    def approve(self, vendor: SampleVendor, approved: Stage) -> None:
        """Approves it, with conditions or without, and has the agreement signed."""
        _, engagement = self.past.found(vendor)
        self.move(engagement.id, Stage.IN_REVIEW, approved, Stage.CONTRACTING)

    def announce(self, vendor: SampleVendor, planned: date) -> None:
        """Writes the letters of its change and has them sent."""
        _, engagement = self.past.found(vendor)
        change = changes.new_change(self.office, ChangeKind.ADD, engagement.id, planned)
        notices.approve_text(self.office, change.id)
        letters.write_letters(self.office, change.id, self.folder / "outputs" / change.number, ["eml"])
        self.move(engagement.id, Stage.NOTICE_PENDING, Stage.NOTICE_RUNNING)
        notices.mark_sent(self.office, change.id, self.clock.now(), proof="Mail server log of the day")

    def answered(self, vendor: SampleVendor) -> None:
        """Has the customers who must consent in writing do so."""
        with self.office.book.reading() as reader:
            change = self._change(reader, vendor)
            asked = {one.customer_id for one in reader.find(Notice, change_id=change.id) if one.sent_at}
            specific = reader.find(Terms, authorisation=Authorisation.SPECIFIC)
        today = self.office.clock.today()
        for terms in specific:
            if terms.customer_id in asked:
                notices.record_answer(
                    self.office, change.id, terms.customer_id, approved_on=today, proof="Letter on file"
                )

    def object(self, vendor: SampleVendor, reasons: Iterable[tuple[int, str, str]]) -> None:
        """Has some of the notified customers object: their place among them, their words, their ground."""
        with self.office.book.reading() as reader:
            change = self._change(reader, vendor)
            sent = [one for one in reader.find(Notice, change_id=change.id) if one.sent_at is not None]
        for place, words, ground in reasons:
            objections.object_to(
                self.office, change.id, sent[place].customer_id, self.clock.now(), text=words, ground=ground
            )

    def settle(self, vendor: SampleVendor, to: ObjectionState, note: str) -> None:
        """Moves every objection to its change on."""
        with self.office.book.reading() as reader:
            change = self._change(reader, vendor)
            raised = reader.find(Objection, change_id=change.id)
        for one in raised:
            objections.resolve(self.office, one.id, to, note=note)

    def go_live(self, vendor: SampleVendor) -> None:
        """Takes it into use: every window has ended, and no objection is open."""
        _, engagement = self.past.found(vendor)
        with self.office.book.reading() as reader:
            change = self._change(reader, vendor)
        self.move(engagement.id, Stage.READY, Stage.LIVE)
        notices.go_live(self.office, change.id)

    def move(self, engagement_id: str, *stages: Stage) -> None:
        """Moves an engagement on, from stage to stage."""
        ask = Ask(
            by="Head of privacy", reason=UNCHECKED,
            conditions="Log retention of 30 days is confirmed in writing.",
            approvers={Approver.HEAD_OF_PRIVACY: "Head of privacy", Approver.CISO: "CISO"},
            dpo_opinion=DpoOpinion.FAVOURABLE, dpo_text="No objection.",
            unchecked_confirmed_by="Head of privacy", unchecked_why=UNCHECKED,
        )  # fmt: skip
        for stage in stages:
            moving.move(self.office, engagement_id, stage, ask=ask)

    def _change(self, reader: Reader, vendor: SampleVendor) -> Change:
        _, engagement = self.past.found(vendor)
        return reader.find(Change, engagement_id=engagement.id)[-1]
