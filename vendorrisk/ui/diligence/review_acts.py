"""What the person does in an answer review beside judging: each asks what is missing, then does one step."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.bad_answers import propose
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.message import Message
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import FourthParty, Location
from vendorrisk.ui.diligence.answer_dialog import AnswerDialog
from vendorrisk.ui.diligence.evidence_dialog import EvidenceDialog
from vendorrisk.ui.diligence.finding_dialog import FindingDialog, FindingDraft
from vendorrisk.ui.diligence.review_words import LANGUAGE, question_name
from vendorrisk.ui.diligence.score_dialog import ScoreDialog
from vendorrisk.ui.diligence.text_dialog import TextDialog
from vendorrisk.ui.shell.written import tell_gaps
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases import editing
from vendorrisk.usecases.diligence import answer_review, findings
from vendorrisk.usecases.diligence.review_sheet import answer_words, blanks_text
from vendorrisk.usecases.diligence.verdict_grounds import left_open
from vendorrisk.usecases.review import reports

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vendorrisk.domain.diligence.findings import Proposal
    from vendorrisk.domain.diligence.register_check import CompanyLine
    from vendorrisk.domain.message import Problem
    from vendorrisk.ui.diligence.review_session import ReviewSession
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress
    from vendorrisk.usecases.diligence.review_view import ReviewLine


class ReviewActs:
    """Works on the review that is open."""

    def __init__(self, context: Context, session: ReviewSession, parent: QWidget) -> None:
        self._context = context
        self._session = session
        self._parent = parent

    def raise_finding(self, question: str) -> None:
        """Raises a finding from the question, from another suggestion, or from the question as it stands."""
        drafts = self._drafts(question)
        dialog = FindingDialog(self._parent, drafts, self._context.say)
        if not drafts or not dialog.ask():
            return
        draft = dialog.draft()
        self._context.do(
            partial(
                findings.raise_finding, self._context.office, self._session.review.ground.engagement.id,
                draft.severity, draft.title, detail=draft.detail, source=draft.source,
                assessment_id=self._session.assessment_id,
            )
        )  # fmt: skip

    def link_evidence(self, question: str) -> None:
        """Puts one of the vendor's documents under the answer."""
        documents = [one.document for one in self._session.review.ground.held]
        if not documents:
            self._context.messages.explain(
                tr("There is no document of this vendor yet."),
                tr("Drop reports and certificates of this vendor on Documents first."),
            )
            return
        dialog = EvidenceDialog(self._parent, documents)
        if dialog.ask():
            self._session.link(question, dialog.document_id(), dialog.page())

    def edit_answer(self, question: str) -> None:
        """Writes down what the vendor has said another way."""
        line = self._session.review.line(question)
        if line is None:
            return
        office = self._context.office
        dialog = AnswerDialog(
            self._parent, line.question, line.answer, say=self._context.say,
            today=office.clock.today(), find_country=office.foreign.country,
        )  # fmt: skip
        if dialog.ask():
            act = partial(answer_review.save_answer, office, self._session.assessment_id, question)
            self._context.do(partial(act, **dialog.values()))

    def add_place(self, kind: str, country: str) -> None:
        """Puts a country of the answer on file."""
        engagement = self._session.review.ground.engagement.id
        typed = {"kind": kind, "country": country, "valid_from": f"{self._context.office.clock.today()}"}
        self._context.do(
            partial(editing.add, self._context.office, Location, typed, engagement_id=engagement)
        )

    def add_company(self, company: CompanyLine) -> None:
        """Puts a company of the answer on file as a fourth party."""
        office = self._context.office
        country = office.foreign.country(company.country) if company.country else ""
        typed = {"name": company.name, "country": country, "purpose": company.task}
        engagement = self._session.review.ground.engagement.id
        self._context.do(partial(editing.add, office, FourthParty, typed, engagement_id=engagement))

    def accept_unchanged(self) -> None:
        """Gives unchanged answers last time's verdict, as one step."""
        self._context.do(
            partial(answer_review.accept_unchanged, self._context.office, self._session.assessment_id)
        )

    def ask_about_blanks(self) -> None:
        """Shows a text for the vendor, to be copied."""
        review = self._session.review
        if not review.found.blank:
            self._context.messages.explain(
                tr("Every question has an answer."), tr("There is nothing to ask for.")
            )
            return
        TextDialog(
            self._parent,
            tr("Ask {vendor} for missing answers", vendor=review.ground.vendor.name),
            tr("Copy this text into an e-mail. Nothing is sent from here."),
            blanks_text(self._context.office, review),
        ).ask()

    def show_why(self) -> None:
        """Shows the arithmetic of the score."""
        ScoreDialog(self._parent, self._session.review.score, self._context.say).ask()

    def finish(self) -> None:
        """Finishes the review; the next reassessment falls due.

        What it leaves open is told afterwards, beside the way back: blanks, answers that fall short without a
        finding or lack a comment, and what the register says otherwise.
        """
        office, session = self._context.office, self._session
        with office.book.reading() as reader:
            under_review = session.review.ground.assessment
            found = (
                *left_open(office, reader, under_review),
                *answer_review.uncommented(office, reader, under_review),
            )
        done = self._context.do(partial(answer_review.finish, office, session.assessment_id))
        if done is not None and found:
            points = " ".join(self._context.say(one.what) for one in found)
            self._context.tell(tr("Finished, leaving open: {points}", points=points))

    def write_report(self) -> None:
        """Writes the assessment report where the person says."""
        ground, office = self._session.review.ground, self._context.office
        target = self._context.messages.pick_target(
            tr("Assessment report"), kinds=tr("PDF documents (*.pdf)"),
            start=Path(f"{ground.vendor.name} {office.clock.today()}.pdf"),
        )  # fmt: skip
        if target is None:
            return
        assessment_id = self._session.assessment_id

        def work(_progress: Progress) -> tuple[Problem, ...]:
            with office.book.reading() as reader:
                report = reports.report_on_assessment(office, reader, assessment_id)
            return reports.write_report(office, report, target)

        def written(gaps: tuple[Problem, ...]) -> None:
            self._context.changes.told.emit(told)
            tell_gaps(self._context, target.name, gaps)

        told = tr("Written: {file}", file=target.name)
        self._context.run(tr("Writing the report"), work, written, refresh=False)

    def _drafts(self, question: str) -> list[FindingDraft]:
        review = self._session.review
        line = review.line(question)
        own = [] if line is None else [self._of_question(line)]
        return [*own, *(self._of_report(one) for one in review.ground.suggested)]

    def _of_question(self, line: ReviewLine) -> FindingDraft:
        value = line.answer.value if line.answer else ""
        proposal = propose(line.question, value, self._session.review.ground.facts)
        said = answer_words(self._context.office, line.question, line.answer) or tr("No answer.")
        return FindingDraft(
            name=f"{line.number} {question_name(line.question)}",
            source=line.question.id,
            severity=proposal.severity if proposal else Severity.M,
            title=self._words(proposal.title) if proposal else "",
            detail=f"{text_in(line.question.text, LANGUAGE)}\n{said}",
        )

    def _of_report(self, proposal: Proposal) -> FindingDraft:
        title = self._words(proposal.title)
        return FindingDraft(
            name=title, source=proposal.source, severity=proposal.severity, title=title,
            detail=self._words(proposal.detail),
        )  # fmt: skip

    def _words(self, text: Message | str) -> str:
        return self._context.say(text) if isinstance(text, Message) else text
