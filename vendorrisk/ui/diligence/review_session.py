"""One open answer review: what was read of it, and what the person does to it, shown at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.usecases.diligence import answer_review
from vendorrisk.usecases.diligence.review_view import Review, read_review, with_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.diligence.records import Answer, Verdict
    from vendorrisk.ui.shell.context import Context


class ReviewSession:
    """Reads an assessment when something else has changed; what is judged here is worked in without reading.

    A verdict is then acknowledged within a frame or two, however many answers there are.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._id = ""
        self._head: tuple[int, str] | None = None
        self._review: Review | None = None

    @property
    def assessment_id(self) -> str:
        """The assessment that is open, empty where none is."""
        return self._id

    @property
    def review(self) -> Review:
        """The review as it stands; opens before it is asked for."""
        if self._review is None:
            raise LookupError("No review is open.")
        return self._review

    def open(self, assessment_id: str) -> None:
        """Opens an assessment; raises NotFound for an unknown one."""
        if assessment_id != self._id:
            self._id, self._head = assessment_id, None
        self.refresh()

    def refresh(self) -> None:
        """Reads again if the register has changed by another step than those done here."""
        book = self._context.office.book
        head = book.head()
        if head != self._head:
            with book.reading() as reader:
                self._review = read_review(self._context.office, reader, self._id)
            self._head = head

    def judge(self, question: str, verdict: Verdict, comment: str) -> bool:
        """Records a verdict with its comment; returns whether it was taken."""
        act = answer_review.review
        return self._act(partial(act, self._context.office, self._id, question, verdict, comment=comment))

    def comment(self, question: str, comment: str) -> None:
        """Records a comment."""
        self._act(partial(answer_review.comment_on, self._context.office, self._id, question, comment))

    def link(self, question: str, document_id: str, page: int | None) -> None:
        """Puts a document under an answer."""
        act = answer_review.link_evidence
        self._act(partial(act, self._context.office, self._id, question, document_id, page=page))

    def _act(self, work: Callable[[], Answer]) -> bool:
        def act() -> bool:
            known = self._head
            answer = work()
            head = self._context.office.book.head()
            if known is not None and head[0] == known[0] + 1:
                self._review, self._head = with_answer(self.review, answer), head
            return True

        return bool(self._context.do(act))
