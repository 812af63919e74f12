"""Why the score is what it is: each topic, its share, and the lines by which the figures come about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from vendorrisk.domain.diligence.arithmetic import digits
from vendorrisk.domain.diligence.scoring import points_of
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.widgets.dialogs import MIDDLE, Dialog
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label, line, wrapping
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_4
from vendorrisk.ui.widgets.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.diligence.scoring import ControlScore, TopicScore
    from vendorrisk.domain.message import Message


RULE: Final = mark(
    "An answer counts its weight times its verdict (meets 1, partly meets 0.5, does not meet 0) times "
    "the trust in its evidence: 0.55 for the vendor’s word, 0.7 with documents, more with a valid "
    "report. A topic is the points over the weights; the topics are weighted by their shares."
)


class ScoreDialog(Dialog):
    """Shows the arithmetic; there is nothing to decide here."""

    def __init__(self, parent: QWidget, score: ControlScore, say: Callable[[Message], str]) -> None:
        points = points_of(score.strength)
        super().__init__(parent, tr("Why {points} of 100", points=points), width=MIDDLE)
        self._say = say
        self.body.addWidget(wrapping(tr(RULE)))
        self.body.addWidget(self._topics(score.topics))
        self.body.addWidget(self._steps(score))
        self.offer_close()

    def _topics(self, topics: Sequence[TopicScore]) -> QWidget:
        titles = (tr("Topic"), tr("Judged"), tr("Points over weights"), tr("Share"), tr("Score"))
        rows = [
            (
                self._say(label(one.topic)),
                tr("{counted} of {asked}", counted=one.counted, asked=one.asked),
                one.formula,
                f"{one.share:.0%}" if one.score is not None else "",
                "" if one.score is None else digits(one.score),
            )
            for one in topics
        ]
        return _grid(titles, rows)

    def _steps(self, score: ControlScore) -> QWidget:
        rows = [(self._say(one.what), one.formula, digits(one.result)) for one in score.steps]
        return _grid((tr("Step"), tr("Calculation"), tr("Result")), rows)


def _grid(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, SPACE_2, 0, SPACE_2)
    grid.setHorizontalSpacing(SPACE_4)
    grid.setVerticalSpacing(SPACE_2)
    for column, title in enumerate(titles):
        head = Label(title, role=FontRole.CAPTION_STRONG, tone="text2")
        grid.addWidget(head, 0, column, _side(column, len(titles)))
    grid.addWidget(line(kind="hair"), 1, 0, 1, len(titles))
    for number, row in enumerate(rows, start=2):
        for column, text in enumerate(row):
            cell = wrapping(text, tone="text") if column == len(titles) // 2 else Label(text)
            grid.addWidget(cell, number, column, _side(column, len(titles)))
    grid.setColumnStretch(len(titles) // 2, 1)
    return holder


def _side(column: int, columns: int) -> Qt.AlignmentFlag:
    last = column == columns - 1
    return Qt.AlignmentFlag.AlignRight if last else Qt.AlignmentFlag(0)
