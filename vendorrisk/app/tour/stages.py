"""The tour's walk: one vendor of a published list through every stage, the others beside it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from vendorrisk.app.sample.recipe import COMPANY, customers
from vendorrisk.app.sample.whole_way import UNCHECKED
from vendorrisk.app.tour.answers import answers_of, comments_of, verdicts_of
from vendorrisk.app.tour.describe import HOME, Describer
from vendorrisk.app.tour.marked import MarkedPapers
from vendorrisk.app.tour.workbook import fill_workbook
from vendorrisk.domain.decision.dossier import Ask, Attested
from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
from vendorrisk.domain.diligence.clauses import CLAUSES
from vendorrisk.domain.diligence.records import ClauseResult
from vendorrisk.domain.diligence.residual import Approval
from vendorrisk.domain.message import UserError, msg
from vendorrisk.domain.notice.customer_file import CustomersRead
from vendorrisk.domain.notice.records import Change, ChangeKind
from vendorrisk.domain.register.records import Engagement, Stage
from vendorrisk.usecases.decision import moving
from vendorrisk.usecases.diligence import answer_review, assessments, documents, intake
from vendorrisk.usecases.diligence.risk import risk_of
from vendorrisk.usecases.notice import changes, letters, notices
from vendorrisk.usecases.notice.customer_import import import_customers
from vendorrisk.usecases.register import list_import, publishing
from vendorrisk.usecases.register.list_import import ImportAs
from vendorrisk.usecases.review import reports
from vendorrisk.usecases.workspace import settings

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.sample.build import MovedClock
    from vendorrisk.app.tour.describe import Described
    from vendorrisk.app.words import Catalogue
    from vendorrisk.domain.message import Message, Problem
    from vendorrisk.domain.register.published import ListRead, ListRow
    from vendorrisk.usecases.notice.changes import ChangeDates
    from vendorrisk.usecases.office import Office

SHOWN_CUSTOMERS = 24
NOTICE_DAYS = 75
"""How long before today the tour's letters go out, so that every customer's window has ended."""
ANSWER_DAYS = 60
"""How long before today the customers answer whose terms ask for a written approval."""
CONDITIONS = "The vendor confirms in writing how long it keeps logs."


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
    words: Catalogue
    clock: MovedClock
    today: date
    out: Path
    list_file: Path
    scratch: Path
    problems: list[Problem] = field(default_factory=list)
    known: Described = field(init=False)

    def register(self) -> Station:
        """Imports the list: the first vendor as a draft, the others as in use."""
        for name, value in (
            ("country", HOME),
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
        """Rates the vendor's engagement, as an analyst would; from here on each paper is marked."""
        self.known = Describer(self.office, self.engagement_id, self.today).describe()
        vendor = self.known.vendor
        facts = {"company": COMPANY, "vendor": vendor.name, "facts": list(self.known.invented)}
        on_list = facts | {"facts": list(self.known.listed)}
        papers = MarkedPapers(
            self.words, keep=self.office.papers.keep, mark=self.words.say(msg("tour.mark", **facts)),
            list_mark=self.words.say(msg("tour.mark.list", **on_list)),
        )  # fmt: skip
        self.office = replace(self.office, papers=papers)
        self._move(Stage.TRIAGED, Stage.IN_DUE_DILIGENCE)
        told = msg("tour.triage.told", vendor=vendor.name)
        return Station(
            title=msg("tour.triage"), told=(told,), invented=(msg("tour.triage.invented", **facts),)
        )

    def diligence(self) -> Station:
        """Sends the workbook, takes the filled one back, judges it, and files the agreement."""
        made = assessments.start(self.office, self.engagement_id, "privacy-security")
        kit = self.out / "questionnaire.xlsx"
        count = assessments.write_workbook(self.office, made.id, kit)
        questionnaire = self.office.questionnaires.get(made.questionnaire, made.version)
        answers = answers_of(questionnaire, self.office.clock.today(), self.known)
        filled = self.out / "questionnaire-answered.xlsx"
        fill_workbook(kit, filled, answers, comments_of(self.known))
        taken = intake.receive(self.office, filled, expected_vendor=self.vendor_id)
        self.problems += taken.problems
        answer_review.review_many(self.office, made.id, verdicts_of(questionnaire, self.known))
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
        """Approves the engagement under its guards: plainly where its risk permits, else with conditions."""
        self._move(Stage.IN_REVIEW)
        with self.office.book.reading() as reader:
            engagement = reader.get(Engagement, self.engagement_id)
            risk = risk_of(self.office, reader, engagement).residual
        alone = risk is not None and risk.approval is Approval.ALONE
        self._move(Stage.APPROVED if alone else Stage.APPROVED_WITH_CONDITIONS, Stage.CONTRACTING)
        facts = {"residual": f"{risk.score:.1f}" if risk else "", "conditions": CONDITIONS}
        return Station(
            title=msg("tour.decision"),
            told=(msg("tour.decision.alone" if alone else "tour.decision.conditions", **facts),),
            invented=(msg("tour.decision.invented"),),
        )

    def notice(self) -> Station:
        """Tells every affected customer: dates, letters, sending, and the approvals that some must give."""
        import_customers(self.office, CustomersRead(rows=tuple(customers()[:SHOWN_CUSTOMERS])), agreed=True)
        change = changes.new_change(self.office, ChangeKind.ADD, self.engagement_id, self.today)
        notices.approve_text(self.office, change.id)
        written = letters.write_letters(self.office, change.id, self.out / "letters")
        self._move(Stage.NOTICE_PENDING, Stage.NOTICE_RUNNING)
        sent = self.office.clock.today()
        notices.mark_sent(self.office, change.id, self.clock.now(), proof="Invented for the tour")
        self.change_id = change.id
        self.clock.go_to(self.today - timedelta(days=ANSWER_DAYS))
        asked = self._approved()
        facts = {"letters": len(self._dates().dates), "sent": sent, "asked": asked,
                 "answered": self.office.clock.today(), "earliest": self._dates().overall.earliest,
                 "planned": self.today}  # fmt: skip
        return Station(
            title=msg("tour.notice"), told=(msg("tour.notice.told", **facts),),
            files=tuple(path for _, path in written.letters), invented=(msg("tour.notice.invented"),),
        )  # fmt: skip

    def _dates(self) -> ChangeDates:
        with self.office.book.reading() as reader:
            return changes.dates(self.office, reader, reader.get(Change, self.change_id))

    def _approved(self) -> int:
        """Takes the written approval of everybody whose terms ask for one; returns how many they are."""
        waiting = [customer.id for customer, one in self._dates().dates if one.earliest is None]
        for customer_id in waiting:
            notices.record_answer(
                self.office, self.change_id, customer_id, approved_on=self.office.clock.today()
            )
        return len(waiting)

    def live(self) -> Station:
        """Goes live on the day that the letters name, and publishes the list."""
        self._move(Stage.READY, Stage.LIVE)
        notices.go_live(self.office, self.change_id)
        done = publishing.publish(self.office, publishing.Profile.GLOBAL, self.out / "list")
        facts = {"rows": len(done.public.rows), "version": done.public.version, "planned": self.today}
        return Station(
            title=msg("tour.live"), told=(msg("tour.live.told", **facts),), files=done.files,
            invented=(msg("tour.live.invented", vendor=self.known.vendor.name),),
        )  # fmt: skip

    def _move(self, *stages: Stage) -> None:
        ask = Ask(
            by="Head of privacy", reason=UNCHECKED, conditions=CONDITIONS,
            approvers={Approver.HEAD_OF_PRIVACY: "Head of privacy", Approver.CISO: "CISO"},
            dpo_opinion=DpoOpinion.FAVOURABLE, dpo_text="No objection.",
            unchecked_confirmed_by="Head of privacy", unchecked_why=UNCHECKED,
            confirmed=frozenset({Attested.CONDITIONS_MET}),
        )  # fmt: skip
        for stage in stages:
            moving.move(self.office, self.engagement_id, stage, ask=ask)


def _only(read: ListRead, rows: tuple[ListRow, ...]) -> ListRead:
    return replace(read, rows=rows, problems=())
