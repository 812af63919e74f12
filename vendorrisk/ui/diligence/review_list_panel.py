"""The left of an answer review: which questions to show, and the list of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.diligence.question_list import QuestionList
from vendorrisk.ui.diligence.question_model import listed
from vendorrisk.ui.widgets.choice_button import ChoiceButton
from vendorrisk.ui.widgets.labels import line, wrapping
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_4
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.diligence.review_view import ReviewFilter

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.diligence.review_view import Review, ReviewLine

MARGIN: Final = SPACE_2 - 1
FOOT: Final = 4


class ReviewListPanel(QFrame):
    """A choice over the list. The question one is at stays in the list, even if it no longer matches."""

    filtered = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._review: Review | None = None
        self.wanted = ReviewFilter.ALL
        self.setProperty("frame", "panel")
        self.setAccessibleName(tr("Questions"))
        self._menu = QMenu()
        self.choice = ChoiceButton(tr("Show"), self._menu)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._menu.aboutToShow.connect(self._fill)
        self.questions = QuestionList(lambda state: context.say(label(state)), name=tr("Questions"))
        self.nothing = wrapping(tr("No question matches."))
        self._lay_out()
        self._name()

    def show_review(self, review: Review) -> None:
        """Shows the questions that the filter keeps."""
        self._review = review
        parts = listed(review.lines, self._is_shown)
        self.questions.set_parts(parts)
        self.nothing.setVisible(not parts)

    def show_only(self, wanted: ReviewFilter) -> None:
        """Puts a filter in force."""
        self.wanted = wanted
        self._name()
        if self._review is not None:
            self.show_review(self._review)
        self.filtered.emit()

    def shows(self, question: str) -> bool:
        """Whether a question is in the list."""
        return self.questions.questions.place_of(question).isValid()

    def _is_shown(self, one: ReviewLine) -> bool:
        return one.is_shown(self.wanted) or one.question.id == self.questions.question()

    def _name(self) -> None:
        self.choice.set_value(self._context.say(label(self.wanted)))

    def _fill(self) -> None:
        self._menu.clear()
        lines = self._review.lines if self._review else ()
        for one in ReviewFilter:
            count = sum(line.is_shown(one) for line in lines)
            text = tr("{name} ({count})", name=self._context.say(label(one)), count=count)
            action = self._menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(one is self.wanted)
            action.setEnabled(count > 0 or one is self.wanted)
            action.triggered.connect(partial(self.show_only, one))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, MARGIN, 0, FOOT)
        column.setSpacing(0)
        column.addWidget(_inset(self.choice, MARGIN))
        column.addSpacing(MARGIN + 1)
        column.addWidget(line())
        column.addSpacing(FOOT)
        column.addWidget(_inset(self.nothing, SPACE_4))
        column.addWidget(self.questions, 1)


def _inset(widget: QWidget, side: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(side, 0, side, 0)
    column.addWidget(widget)
    return holder
