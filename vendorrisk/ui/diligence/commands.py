"""What due diligence adds to the menus.

The keys of the answer review belong to its page alone, so that Alt+1 means nothing elsewhere; the menu names
them all the same.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.frame import MainFrame
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.shortcuts import Command
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.ui.diligence.answer_review_page import AnswerReviewPage
    from vendorrisk.ui.diligence.assessments_page import AssessmentsPage
    from vendorrisk.ui.shell.context import Context


def commands_for(context: Context) -> Sequence[Command]:
    """New assessment, workbooks out and in, and what can be done in the review in sight."""
    menu = tr("&Assessment")
    on_list, on_review = partial(_on_list, context), partial(_on_review, context)
    no_review = partial(_no_review, context)
    return [
        Command(key="assessment.new", menu=menu, text=tr("New assessment…"), drawing=Icon.PLUS,
                run=on_list(lambda page: page.new_assessment())),
        Command(key="assessment.write", menu=menu, text=tr("Write workbook…"), drawing=Icon.DOWNLOAD,
                run=on_list(lambda page: page.write_workbooks()), why_not=partial(_none_chosen, context)),
        Command(key="assessment.remind", menu=menu, text=tr("Draft reminders…"), drawing=Icon.MAIL,
                run=on_list(lambda page: page.remind()), why_not=partial(_not_awaited, context)),
        Command(key="assessment.take", menu=menu, text=tr("Take answers in…"), drawing=Icon.UPLOAD,
                run=on_list(lambda page: page.take_in())),
        Command(key="review.next", menu=menu, text=tr("Next unreviewed\tCtrl+Enter"),
                run=on_review(lambda page: page.go_next()), why_not=no_review, starts_group=True),
        Command(key="review.finding", menu=menu, text=tr("Raise finding…\tCtrl+Shift+R"), drawing=Icon.FLAG,
                run=on_review(lambda page: page.acts.raise_finding(page.question())), why_not=no_review),
        Command(key="review.answer", menu=menu, text=tr("Edit answer…\tF2"), drawing=Icon.EDIT,
                run=on_review(lambda page: page.acts.edit_answer(page.question())), why_not=no_review),
        Command(key="review.evidence", menu=menu, text=tr("Link evidence…"), drawing=Icon.LINK,
                run=on_review(lambda page: page.acts.link_evidence(page.question())), why_not=no_review),
        Command(key="review.accept", menu=menu, text=tr("Accept unchanged answers"),
                run=on_review(lambda page: page.acts.accept_unchanged()), why_not=no_review,
                starts_group=True),
        Command(key="review.blanks", menu=menu, text=tr("Ask for missing answers…"), drawing=Icon.MAIL,
                run=on_review(lambda page: page.acts.ask_about_blanks()), why_not=no_review),
        Command(key="review.report", menu=menu, text=tr("Assessment report…"), drawing=Icon.DOCUMENT,
                run=on_review(lambda page: page.acts.write_report()), why_not=no_review),
    ]  # fmt: skip


def _on_list(context: Context, act: Callable[[AssessmentsPage], None]) -> Callable[[], None]:
    """Does something of the list, which is brought into sight for it."""

    def run() -> None:
        if isinstance(context.frame, MainFrame):
            if _in_sight(context) != "assessments":
                context.go("assessments")
            act(context.frame.page("assessments"))  # type: ignore[arg-type]  # places are found by name

    return run


def _on_review(context: Context, act: Callable[[AnswerReviewPage], None]) -> Callable[[], None]:
    def run() -> None:
        if isinstance(context.frame, MainFrame):
            act(context.frame.page("answer_review"))  # type: ignore[arg-type]  # places are found by name

    return run


def _in_sight(context: Context) -> str:
    visit = context.frame.where() if isinstance(context.frame, MainFrame) else None
    return visit.page if visit else ""


def _no_review(context: Context) -> str:
    return "" if _in_sight(context) == "answer_review" else tr("Open an answer review first.")


def _not_awaited(context: Context) -> str:
    """Why there is nobody to remind; the page says it at its own button."""
    frame = context.frame
    if _none_chosen(context) or not isinstance(frame, MainFrame):
        return _none_chosen(context)
    page: AssessmentsPage = frame.page("assessments")  # type: ignore[assignment]  # places are found by name
    return "" if page.remind_action.isEnabled() else page.remind_action.toolTip()


def _none_chosen(context: Context) -> str:
    frame = context.frame
    if _in_sight(context) != "assessments" or not isinstance(frame, MainFrame):
        return tr("Go to Assessments first.")
    page: AssessmentsPage = frame.page("assessments")  # type: ignore[assignment]  # places are found by name
    return "" if page.pane.table.current_id() else tr("Select assessments first.")
