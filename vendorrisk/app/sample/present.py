"""The sample's present: a change under way with objections, a vendor in due diligence, answers to review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.app.sample.past import Past
from vendorrisk.domain.decision.dossier import Ask
from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
from vendorrisk.domain.diligence.records import Assessment
from vendorrisk.domain.notice.records import ChangeKind, Notice
from vendorrisk.domain.register.records import Flow, LocationKind, Stage
from vendorrisk.usecases import editing
from vendorrisk.usecases.decision import moving
from vendorrisk.usecases.diligence import answer_review, assessments
from vendorrisk.usecases.notice import changes, letters, notices
from vendorrisk.usecases.register import vendors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from vendorrisk.app.sample.build import MovedClock
    from vendorrisk.app.sample.recipe import SampleVendor
    from vendorrisk.usecases.office import Office

UNCHECKED = "Checked by hand: list entry, region lock, fourth parties and chains."


@dataclass
class Present:
    """The last two months, up to today."""

    office: Office
    clock: MovedClock
    today: date
    recipe: list[SampleVendor]
    folder: Path
    scratch: Path

    def chapters(self) -> Iterator[Callable[[], object]]:
        """The steps of the story, in order."""
        norte, northgate = self._named("announced"), self._named("diligence")
        eastline = self._named("reassessment")
        yield partial(self._on, 75, partial(self._engage, norte))
        yield partial(self._on, 62, partial(self._approve, norte))
        yield partial(self._on, 24, partial(self._ask_again, eastline))
        yield partial(self._on, 18, partial(self._question, northgate))
        yield partial(self._on, 12, partial(self._announce, norte))
        yield partial(self._on, 3, self._object)
        yield partial(self._on, 3, partial(self._answered, eastline))

    def _on(self, days: int, work: Callable[[], object]) -> None:
        self.clock.go_to(self.today - timedelta(days=days))
        work()

    @property
    def _past(self) -> Past:
        return Past(self.office, self.clock, self.today, self.recipe, self.folder, self.scratch)

    def _named(self, stage: str) -> SampleVendor:
        return next(one for one in self.recipe if one.stage == stage)

    def _add(self, vendor: SampleVendor) -> str:
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
        self._past.describe(vendor, added.engagement.id)
        self._past.contact(vendor, added.vendor.id)
        self._past.papers(vendor, added.vendor.id)
        return added.engagement.id

    def _move(self, engagement_id: str, *stages: Stage) -> None:
        ask = Ask(
            by="Head of privacy", reason=UNCHECKED,
            conditions="Log retention of 30 days is confirmed in writing.",
            approvers={Approver.HEAD_OF_PRIVACY: "Head of privacy", Approver.CISO: "CISO"},
            dpo_opinion=DpoOpinion.FAVOURABLE, dpo_text="No objection.",
            unchecked_confirmed_by="Head of privacy", unchecked_why=UNCHECKED,
        )  # fmt: skip
        for stage in stages:
            moving.move(self.office, engagement_id, stage, ask=ask)

    def _engage(self, vendor: SampleVendor) -> None:
        engagement_id = self._add(vendor)
        self._move(engagement_id, Stage.TRIAGED, Stage.IN_DUE_DILIGENCE)
        made = assessments.start(self.office, engagement_id, "privacy-security")
        self._past.answer(made.id, vendor)
        answer_review.finish(self.office, made.id)

    def _approve(self, vendor: SampleVendor) -> None:
        _, engagement = self._past.found(vendor)
        self._move(engagement.id, Stage.IN_REVIEW, Stage.APPROVED_WITH_CONDITIONS, Stage.CONTRACTING)

    def _announce(self, vendor: SampleVendor) -> None:
        _, engagement = self._past.found(vendor)
        planned = self.today + timedelta(days=70)
        change = changes.new_change(self.office, ChangeKind.ADD, engagement.id, planned)
        notices.approve_text(self.office, change.id)
        letters.write_letters(self.office, change.id, self.folder / "outputs" / change.number, ["eml"])
        self._move(engagement.id, Stage.NOTICE_PENDING, Stage.NOTICE_RUNNING)
        sent_at = self.clock.now()
        notices.mark_sent(self.office, change.id, sent_at, proof="Mail server log of the day")

    def _object(self) -> None:
        with self.office.book.reading() as reader:
            sent = [one for one in reader.find(Notice) if one.sent_at is not None]
        for notice, words in zip(
            (sent[7], sent[31]),
            ("Our bank's policy excludes Brazil.", "Please tell us who can read the logs."),
            strict=True,
        ):  # fmt: skip
            notices.object_to(
                self.office,
                notice.change_id,
                notice.customer_id,
                self.clock.now(),
                text=words,
                ground="Location",
            )

    def _question(self, vendor: SampleVendor) -> None:
        engagement_id = self._add(vendor)
        self._move(engagement_id, Stage.TRIAGED, Stage.IN_DUE_DILIGENCE)
        made = assessments.start(self.office, engagement_id, "privacy-security")
        target = self.folder / "outputs" / "Northgate questionnaire.xlsx"
        assessments.write_workbook(self.office, made.id, target)

    def _ask_again(self, vendor: SampleVendor) -> None:
        _, engagement = self._past.found(vendor)
        assessments.start(self.office, engagement.id, "annual-delta")

    def _answered(self, vendor: SampleVendor) -> None:
        _, engagement = self._past.found(vendor)
        with self.office.book.reading() as reader:
            made = reader.find(Assessment, engagement_id=engagement.id)[-1]
        self._past.answer(made.id, vendor, judge=False)
