"""The answer review: a verdict for each answer, by keyboard, with last time and the register beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from vendorrisk.domain.diligence.records import AssessmentState, Verdict
from vendorrisk.domain.diligence.rhythm import due_date
from vendorrisk.domain.diligence.scoring import points_of
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.diligence.comment_keeper import CommentKeeper
from vendorrisk.ui.diligence.question_pane import QuestionPane
from vendorrisk.ui.diligence.review_acts import ReviewActs
from vendorrisk.ui.diligence.review_bar import ReviewBar
from vendorrisk.ui.diligence.review_figures import ReviewFigures
from vendorrisk.ui.diligence.review_list_panel import ReviewListPanel
from vendorrisk.ui.diligence.review_panes import ReviewPanes
from vendorrisk.ui.diligence.review_places import ReviewPlaces, ReviewVisit
from vendorrisk.ui.diligence.review_session import ReviewSession
from vendorrisk.ui.diligence.review_words import CALLING, LANGUAGE, kind_words
from vendorrisk.ui.diligence.verdict_pane import NEXT_KEYS, RAISE_KEYS, VerdictPane
from vendorrisk.ui.diligence.verdict_rows import VERDICT_KEYS
from vendorrisk.ui.register.visits import VendorVisit
from vendorrisk.ui.widgets.columns import day, display
from vendorrisk.ui.widgets.page_head import Page, PageHead
from vendorrisk.ui.widgets.panels import Banner
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.diligence.review_sheet import came_in, question_sheet
from vendorrisk.usecases.diligence.review_view import ReviewFilter, effect_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.diligence.review_sheet import QuestionSheet
    from vendorrisk.usecases.diligence.review_view import Review


class AnswerReviewPage(Page):
    """Three panes and a bar. A verdict is recorded when it is chosen, a comment when it is left."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead("", back_to=tr("Assessments")))
        self.context = context
        self.session = ReviewSession(context)
        self.acts = ReviewActs(context, self.session, self)
        self._places = ReviewPlaces(context.store)
        self._sheet: QuestionSheet | None = None
        self._was_over = False
        self.figures = ReviewFigures()
        self.over = Banner(Kind.GOOD, "", closable=False)
        self.list = ReviewListPanel(context)
        self.pane = QuestionPane(context)
        self.verdict = VerdictPane()
        self.bar = ReviewBar()
        self.keeper = CommentKeeper(context, self.verdict.comment, self)
        self.hints = (tr("Alt+Up, Alt+Down: question"), tr("Ctrl+Enter: next unreviewed"))
        self._lay_out()
        self._connect()
        self._add_keys()

    # What the frame asks for.

    def show_item(self, item: Any) -> None:
        """Opens the review of an assessment at the wished question, else where the person was last."""
        visit = item if isinstance(item, ReviewVisit) else ReviewVisit(str(item), "")
        if visit.assessment_id != self.session.assessment_id:
            self.keeper.settle()
        self.session.open(visit.assessment_id)
        self.list.show_only(ReviewFilter.ALL)
        place = visit.question or self._places.of(self.session.assessment_id)
        review = self.session.review
        known = review.line(place) is not None
        self._show_review()
        self.go_to(place if known else _first_to_see(review))

    def reload(self) -> None:
        """Reads again what has changed."""
        if self.session.assessment_id:
            self.session.refresh()
            self._show_review()
            self._show_question()

    # Where the person is.

    def question(self) -> str:
        """Returns the id of the question in sight."""
        return self.list.questions.question()

    def go_to(self, question: str) -> None:
        """Shows a question; what was typed about the one before is recorded first."""
        self.keeper.settle()
        self.list.questions.choose(question)
        self.list.show_review(self.session.review)
        self._open_question()

    def go_next(self) -> None:
        """Goes to the next question without a verdict, in the list first, then among all."""
        self.keeper.settle()
        review, here = self.session.review, self.question()
        shown = [one for one in review.lines if self.list.shows(one.question.id) and not one.is_reviewed]
        order = [one.question.id for one in review.lines]
        after = [one.question.id for one in shown if order.index(one.question.id) > order.index(here)]
        target = next(iter(after), "") or review.next_unreviewed(here)
        if target:
            self.go_to(target)
            self.verdict.begin()

    def step(self, places: int) -> None:
        """Goes so many questions on, or back."""
        target = self.list.questions.neighbour(places)
        if target:
            self.go_to(target)

    def judge(self, verdict: Verdict) -> None:
        """Records a verdict with the comment as it stands; where it is refused, the comment stays a draft."""
        comment = self.verdict.comment.value()
        if not self.session.review.is_over and self.session.judge(self.question(), verdict, comment):
            self.keeper.take()

    # Showing.

    def _show_review(self) -> None:
        review = self.session.review
        ground = review.ground
        self.head.set_title(ground.vendor.name)
        self.head.set_line(_facts_of(review))
        self.figures.show_figures(review)
        self.list.show_review(review)
        self.verdict.show_left(len(review.found.unreviewed))
        self.bar.show_review(review)
        self.over.setVisible(review.is_over)
        if review.is_over:
            self.over.say(*self._ending(review))

    def _ending(self, review: Review) -> tuple[Kind, str]:
        assessment, engagement = review.ground.assessment, review.ground.engagement
        if assessment.state is AssessmentState.CANCELLED:
            return Kind.NEUTRAL, tr("This assessment was cancelled. It can be read, but not changed.")
        on = day(assessment.finished_on) if assessment.finished_on else ""
        due = due_date(engagement.anchor, engagement.cycles)
        text = tr(
            "Finished on {on}. The next reassessment is due on {due}.", on=on, due=day(due) if due else ""
        )
        return Kind.GOOD, text

    def _open_question(self) -> None:
        question = self.question()
        line = self.session.review.line(question)
        stored = line.answer.verdict_comment if line and line.answer else ""
        self.keeper.follow(self.session.assessment_id, question, stored)
        self._places.note(self.session.assessment_id, question)
        self._show_question()

    def _show_question(self) -> None:
        review = self.session.review
        sheet = question_sheet(self.context.office, review, self.question())
        if sheet is None:
            return
        self.verdict.show_line(sheet.line, is_over=review.is_over)
        self._tell_effect(None)
        known, self._sheet = self._sheet, sheet
        if known is None or self._was_over != review.is_over or not sheet.reads_like(known):
            self._was_over = review.is_over
            self.pane.show_sheet(sheet, is_over=review.is_over)
            self._suggest(sheet)

    def _suggest(self, sheet: QuestionSheet) -> None:
        words = ""
        if sheet.proposal is not None:
            severity = self.context.say(label(sheet.proposal.severity))
            title = sheet.proposal.title
            told = title if isinstance(title, str) else self.context.say(title)
            words = tr("{severity}: {title}", severity=severity, title=told)
        self.verdict.suggest(words)

    def _tell_effect(self, thought_of: Verdict | None) -> None:
        """Says what the verdict in force is worth, or what another one would do."""
        in_force = self.verdict.verdict()
        verdict = thought_of or in_force
        if verdict is None:
            self.verdict.effect.setText(tr("No verdict yet."))
            return
        effect = effect_of(self.session.review, self.question(), verdict)
        score = points_of(effect.strength)
        points = display(round(effect.points, 2))
        if not effect.counts:
            would, does = tr("Does not count. Score goes to {score}."), tr("Does not count. Score {score}.")
        else:
            would = tr("{points} of {weight} points. Score goes to {score}.")
            does = tr("{points} of {weight} points. Score {score}.")
        words = does if verdict is in_force else would
        self.verdict.effect.setText(words.format(points=points, weight=effect.weight, score=score))

    # Building.

    def _lay_out(self) -> None:
        self.head.add_action(self.figures)
        self.head.add_to_line(self.figures.below)
        self.add(self.over)
        self.over.hide()
        self.add(ReviewPanes(self.list, self.pane, self.verdict), 1)
        self.add(self.bar)
        self.start_at(self.list.questions)

    def _connect(self) -> None:
        self.head.back.connect(lambda: self.context.go("assessments"))
        self.figures.why.connect(self.acts.show_why)
        self.list.questions.chosen.connect(self._on_chosen)
        self.list.questions.opened.connect(lambda _question: self.verdict.begin())
        self.list.filtered.connect(lambda: self.list.questions.choose(self.question()))
        self.keeper.committed.connect(self.session.comment)
        self.verdict.judged.connect(self.judge)
        self.verdict.thought_of.connect(self._tell_effect)
        self.verdict.raise_wanted.connect(self._on_question(self.acts.raise_finding))
        self.verdict.next_wanted.connect(self.go_next)
        self.pane.link_wanted.connect(self._on_question(self.acts.link_evidence))
        self.pane.look.connect(partial(self.context.go, "documents"))
        self.pane.add_place.connect(self.acts.add_place)
        self.pane.add_company.connect(self.acts.add_company)
        self.bar.accept.clicked.connect(self.acts.accept_unchanged)
        self.bar.ask.clicked.connect(self.acts.ask_about_blanks)
        self.bar.finish.clicked.connect(self.acts.finish)
        self.bar.report.clicked.connect(self.acts.write_report)
        self.bar.decide.clicked.connect(self._go_to_decision)

    def _add_keys(self) -> None:
        for verdict, keys in VERDICT_KEYS.items():
            self._key(self.context.say(label(verdict)), partial(self.judge, verdict), keys)
        self._key(tr("Next unreviewed"), self.go_next, NEXT_KEYS, "Ctrl+Return")
        self._key(tr("Raise finding…"), self._on_question(self.acts.raise_finding), RAISE_KEYS)
        self._key(tr("Edit answer…"), self._on_question(self.acts.edit_answer), "F2")
        self._key(tr("Next question"), partial(self.step, 1), "Alt+Down")
        self._key(tr("Previous question"), partial(self.step, -1), "Alt+Up")

    def _key(self, text: str, run: Callable[[], None], *keys: str) -> None:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(run)
        self.addAction(action)

    def _on_question(self, act: Callable[[str], None]) -> Callable[[], None]:
        return lambda: act(self.question())

    def _on_chosen(self, _question: str) -> None:
        self.keeper.settle()
        self.list.show_review(self.session.review)
        self._open_question()

    def _go_to_decision(self) -> None:
        ground = self.session.review.ground
        self.context.go("vendor", VendorVisit(vendor_id=ground.vendor.id, decision_on=ground.engagement.id))


def _first_to_see(review: Review) -> str:
    """The first changed or blank question without a verdict, else the first without one, else the first."""
    calling = (one.question.id for one in review.lines if one.state in CALLING)
    return next(calling, "") or review.next_unreviewed("") or review.lines[0].question.id


def _facts_of(review: Review) -> tuple[str, ...]:
    ground = review.ground
    since = came_in(ground.assessment)
    title = text_in(ground.questionnaire.title, LANGUAGE)
    received = ground.assessment.received_on
    return (
        kind_words(ground.assessment.kind, since.year if since else None),
        tr("{title}, version {version}", title=title, version=ground.questionnaire.version),
        tr("Received {on}", on=day(received)) if received else tr("No answers received yet"),
    )
