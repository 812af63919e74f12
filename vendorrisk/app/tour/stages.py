"""The tour's walk: one vendor of a published list through every stage, the others beside it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from vendorrisk.app.sample.answers import good_answers
from vendorrisk.app.sample.present import UNCHECKED
from vendorrisk.app.sample.recipe import COMPANY, customers
from vendorrisk.app.tour.workbook import fill_workbook
from vendorrisk.domain.decision.dossier import Ask, Attested
from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
from vendorrisk.domain.diligence.clauses import CLAUSES
from vendorrisk.domain.diligence.records import ClauseResult, Verdict
from vendorrisk.domain.message import UserError, msg
from vendorrisk.domain.notice.customer_file import CustomersRead
from vendorrisk.domain.notice.records import Change, ChangeKind
from vendorrisk.domain.register.countries import is_in_eea
from vendorrisk.domain.register.records import Engagement, Flow, Location, Stage, Vendor
from vendorrisk.usecases import (
    answer_review,
    assessments,
    changes,
    documents,
    editing,
    letters,
    list_import,
    moving,
    notices,
    publishing,
    reports,
    settings,
)
from vendorrisk.usecases.customer_import import import_customers
from vendorrisk.usecases.list_import import ImportAs

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.sample.build import MovedClock
    from vendorrisk.domain.message import Message, Problem
    from vendorrisk.domain.register.published import ListRead, ListRow
    from vendorrisk.usecases.office import Office

SHOWN_CUSTOMERS = 24
NOTICE_DAYS = 75
"""How long before today the tour's letters go out, so that every customer's window has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One stop of the tour: what happened, the files it left, and which facts were invented for it."""

    title: Message
    told: tuple[Message, ...]
    files: tuple[Path, ...] = ()
    invented: tuple[Message, ...] = ()


@dataclass
class Walk:
    """The tour in order; each method is one stop and returns what the index page says of it."""

    office: Office
    clock: MovedClock
    today: date
    out: Path
    list_file: Path
    scratch: Path
    problems: list[Problem] = field(default_factory=list)

    def register(self) -> Station:
        """Imports the list: the first vendor as a draft, the others as in use."""
        for name, value in (
            ("country", "HR"),
            ("contact", "privacy@telecom.example"),
            ("dpo", "dpo@telecom.example"),
        ):
            settings.change_setting(self.office, name, value)
        read = list_import.read_list(self.office, self.list_file)
        self.problems += read.problems
        if not read.rows:
            raise UserError(msg("tour.no_rows", file=self.list_file.name), msg("tour.no_rows.remedy"))
        first, rest = read.rows[:1], read.rows[1:]
        done = list_import.import_list(self.office, _only(read, first), become=ImportAs.DRAFT)
        list_import.import_list(self.office, _only(read, rest))
        self.engagement_id, self.vendor_id = done.rows[0].engagement_id, done.rows[0].vendor_id
        facts = {"rows": len(read.rows), "file": self.list_file.name, "problems": len(read.problems)}
        return Station(title=msg("tour.register"), told=(msg("tour.register.told", **facts),))

    def triage(self) -> Station:
        """Rates the vendor's engagement, as an analyst would."""
        with self.office.book.reading() as reader:
            vendor = reader.get(Vendor, self.vendor_id)
            flows = reader.find(Flow, engagement_id=self.engagement_id)
            places = reader.find(Location, engagement_id=self.engagement_id)
        self._complete(vendor, places, flows)
        self._move(Stage.TRIAGED, Stage.IN_DUE_DILIGENCE)
        told = msg("tour.triage.told", vendor=vendor.name)
        return Station(title=msg("tour.triage"), told=(told,), invented=(msg("tour.triage.invented"),))

    def _complete(self, vendor: Vendor, places: list[Location], flows: list[Flow]) -> None:
        country = vendor.country or (places[0].country if places else "DE")
        typed = {"country": country if len(country) == 2 and country != "EU" else "DE"}
        editing.edit(self.office, Vendor, vendor.id, typed)
        if not places:
            for kind in ("STORAGE", "ACCESS"):
                editing.add(
                    self.office, Location, {"kind": kind, "country": "DE"}, engagement_id=self.engagement_id
                )
        elif len({one.kind for one in places}) == 1:
            other = "ACCESS" if places[0].kind == "STORAGE" else "STORAGE"
            added = {"kind": other, "country": places[0].country}
            editing.add(self.office, Location, added, engagement_id=self.engagement_id)
        factors = dict.fromkeys(
            (name for name in Engagement.__dataclass_fields__ if name.startswith("factor_")), "3"
        )
        editing.edit(
            self.office, Engagement, self.engagement_id,
            {**factors, "data_categories": "PHONE_NUMBER;MESSAGE_BODY",
             "role_rationale": "Acts on our instructions only.",
             "role_reviewed_by": "Head of privacy", "fourth_parties_complete": "yes"},
        )  # fmt: skip
        self._transfers(vendor, flows)

    def _transfers(self, vendor: Vendor, flows: list[Flow]) -> None:
        """Gives every place a transfer that holds: clauses with module 3, signed and assessed."""
        for flow in flows:
            editing.remove(self.office, Flow, flow.id)
        with self.office.book.reading() as reader:
            places = reader.find(Location, engagement_id=self.engagement_id)
        ahead = (self.today + timedelta(days=300)).isoformat()
        for place in places:
            typed = {"kind": place.kind.value, "exporter": COMPANY, "exporter_country": "HR",
                     "importer": vendor.name, "importer_country": place.country, "regimes": "EU",
                     "annexes_complete": "yes",
                     "condition_met": "yes", **_mechanism(place.country, ahead)}  # fmt: skip
            editing.add(self.office, Flow, typed, engagement_id=self.engagement_id)

    def diligence(self) -> Station:
        """Sends the workbook, takes the filled one back, judges it, and files the agreement."""
        made = assessments.start(self.office, self.engagement_id, "privacy-security")
        kit = self.out / "questionnaire.xlsx"
        count = assessments.write_workbook(self.office, made.id, kit)
        questionnaire = self.office.questionnaires.get(made.questionnaire, made.version)
        answers = good_answers(questionnaire, self.office.clock.today(), ("DE",))
        filled = self.out / "questionnaire-answered.xlsx"
        fill_workbook(kit, filled, answers)
        taken = assessments.receive(self.office, filled, expected_vendor=self.vendor_id)
        self.problems += taken.problems
        answer_review.review_many(self.office, made.id, dict.fromkeys(questionnaire.by_id, Verdict.MEETS))
        answer_review.finish(self.office, made.id)
        self._agreement()
        report = self.out / "assessment-report.pdf"
        with self.office.book.reading() as reader:
            content = reports.report_on_assessment(self.office, reader, made.id)
        reports.write_report(self.office, content, report)
        told = msg("tour.diligence.told", questions=count, answered=taken.answered, blank=taken.blank)
        return Station(
            title=msg("tour.diligence"), told=(told,), files=(kit, filled, report),
            invented=(msg("tour.diligence.invented"),),
        )  # fmt: skip

    def _agreement(self) -> None:
        path = self.scratch / "agreement.txt"
        path.write_text("Invented for the tour.\n", encoding="utf-8")
        typed = {"kind": "DPA", "title": "Data processing agreement", "acceptance": "SIGNATURE",
                 "valid_from": self.office.clock.today().isoformat()}  # fmt: skip
        document = documents.add_document(self.office, self.vendor_id, path, typed)
        results = {clause.id: ClauseResult.PRESENT for clause in CLAUSES}
        documents.review_clauses(self.office, document.id, results)

    def decision(self) -> Station:
        """Approves the engagement under its guards."""
        self._move(Stage.IN_REVIEW, Stage.APPROVED_WITH_CONDITIONS, Stage.CONTRACTING)
        return Station(
            title=msg("tour.decision"),
            told=(msg("tour.decision.told"),),
            invented=(msg("tour.decision.invented"),),
        )

    def notice(self) -> Station:
        """Tells every affected customer: dates, letters, sending."""
        import_customers(self.office, CustomersRead(rows=tuple(customers()[:SHOWN_CUSTOMERS])), agreed=True)
        change = changes.new_change(self.office, ChangeKind.ADD, self.engagement_id, self.today)
        notices.approve_text(self.office, change.id)
        folder = self.out / "letters"
        written = letters.write_letters(self.office, change.id, folder)
        self._move(Stage.NOTICE_PENDING, Stage.NOTICE_RUNNING)
        notices.mark_sent(self.office, change.id, self.clock.now(), proof="Invented for the tour")
        self.change_id = change.id
        with self.office.book.reading() as reader:
            counted = changes.dates(self.office, reader, reader.get(Change, change.id))
        facts = {"letters": len(counted.dates), "earliest": counted.overall.earliest or msg("change.no_date")}
        return Station(
            title=msg("tour.notice"), told=(msg("tour.notice.told", **facts),),
            files=tuple(path for _, path in written.letters), invented=(msg("tour.notice.invented"),),
        )  # fmt: skip

    def live(self) -> Station:
        """Goes live once every window has ended, and publishes the list."""
        with self.office.book.reading() as reader:
            counted = changes.dates(self.office, reader, reader.get(Change, self.change_id)).dates
        waiting = [customer.id for customer, one in counted if one.earliest is None]
        for customer_id in waiting:
            notices.record_answer(
                self.office, self.change_id, customer_id, approved_on=self.today - timedelta(days=1)
            )
        self._move(Stage.READY, Stage.LIVE)
        notices.go_live(self.office, self.change_id)
        done = publishing.publish(self.office, publishing.Profile.GLOBAL, self.out / "list")
        told = msg("tour.live.told", rows=len(done.public.rows), version=done.public.version)
        return Station(
            title=msg("tour.live"), told=(told,), files=done.files, invented=(msg("tour.live.invented"),)
        )

    def _move(self, *stages: Stage) -> None:
        ask = Ask(
            by="Head of privacy", reason=UNCHECKED, conditions="None.",
            approvers={Approver.HEAD_OF_PRIVACY: "Head of privacy", Approver.CISO: "CISO"},
            dpo_opinion=DpoOpinion.FAVOURABLE, dpo_text="No objection.",
            unchecked_confirmed_by="Head of privacy", unchecked_why=UNCHECKED,
            confirmed=frozenset({Attested.CONDITIONS_MET}),
        )  # fmt: skip
        for stage in stages:
            moving.move(self.office, self.engagement_id, stage, ask=ask)


def _only(read: ListRead, rows: tuple[ListRow, ...]) -> ListRead:
    return replace(read, rows=rows, problems=())


def _mechanism(country: str, ahead: str) -> dict[str, str]:
    """A mechanism that holds for a country of the list: clauses, or none inside the EEA."""
    if is_in_eea(country, date.max) or country in {"EU", "EEA"}:
        return {}
    return {"mechanism": "SCC_2021_914", "module": "3", "tia_outcome": "POSITIVE", "tia_valid_until": ahead}
