"""The right of an answer review: the verdict, what it does to the score, the comment, and where to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.ui.diligence.verdict_rows import VerdictRows
from vendorrisk.ui.widgets.buttons import Button, primary, secondary
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.fields import MultiLineField
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, key_hint, line, wrapping
from vendorrisk.ui.widgets.panels import inset
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_3
from vendorrisk.ui.widgets.words import tr, tr_count

if TYPE_CHECKING:
    from vendorrisk.domain.diligence.records import Answer, Verdict
    from vendorrisk.usecases.diligence.review_view import ReviewLine

TOP: Final = 17
HEADING: Final = 24
COMMENT: Final = 112
RAISE_KEYS: Final = "Ctrl+Shift+R"
NEXT_KEYS: Final = "Ctrl+Enter"


class VerdictPane(QFrame):
    """Judges one answer at a time; it stays in sight while the question scrolls."""

    judged = Signal(object)
    """The Verdict the person has chosen; the comment as it stands goes with it."""
    thought_of = Signal(object)
    """The Verdict that is being thought about, or None."""
    raise_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "panel")
        self.setAccessibleName(tr("Verdict"))
        self.verdicts = VerdictRows()
        self.by = wrapping("", role=FontRole.CAPTION)
        self.effect = wrapping("", role=FontRole.CAPTION)
        current_theme().keep_height(self.effect, 16, may_grow=True)
        self.comment = MultiLineField()
        self.comment.control.setAccessibleName(tr("Comment"))
        current_theme().keep_height(self.comment.paper, COMMENT)
        self.raising = _whole_width(secondary(tr("Raise finding…")))
        self.suggestion = ElidingLabel(tr("Pre-filled"), role=FontRole.CAPTION, tone="text2")
        self.next = _whole_width(primary(tr("Next unreviewed")))
        self.left = Label(role=FontRole.CAPTION, tone="text2")
        self._lay_out()
        self.verdicts.chosen.connect(self.judged)
        self.verdicts.thought_of.connect(self.thought_of)
        self.raising.clicked.connect(self.raise_wanted)
        self.next.clicked.connect(self.next_wanted)

    def show_line(self, question: ReviewLine, *, is_over: bool) -> None:
        """Shows the verdict and the comment on a question; a comment being typed is left alone."""
        answer = question.answer
        self.verdicts.show_verdict(answer.verdict if answer else None)
        self.verdicts.setEnabled(not is_over)
        self.by.setText(_judged_by(answer))
        self.by.setVisible(bool(self.by.text()))
        if not self.comment.is_dirty():
            self.comment.load(answer.verdict_comment if answer else "")
        self.comment.paper.setReadOnly(is_over)
        self.raising.disable_because(tr("This review is over.") if is_over else "")

    def suggest(self, words: str) -> None:
        """Says which finding a rule suggests, if one does."""
        self.suggestion.setText(words or tr("Pre-filled"))

    def show_left(self, count: int) -> None:
        """Says how many questions still wait for a verdict."""
        self.left.setText(tr_count("{count} left", "{count} left", count))
        self.next.disable_because("" if count else tr("Every question has a verdict."))

    def begin(self) -> None:
        """Puts the keyboard on the verdicts."""
        self.verdicts.first().setFocus()

    def verdict(self) -> Verdict | None:
        """Returns the verdict in force."""
        return self.verdicts.verdict()

    def _lay_out(self) -> None:
        """The way on stays in sight; what stands above it scrolls where large text leaves too little room."""
        upper = QWidget()
        upper.setProperty("page", "true")
        self._lay_out_upper(upper)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(upper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE_2 + 1)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addLayout(inset(line(kind="hair")))
        column.addSpacing(SPACE_3 - 1)
        column.addLayout(inset(self.next))
        column.addSpacing(5)
        column.addLayout(_hinted(self.left, NEXT_KEYS))

    def _lay_out_upper(self, upper: QWidget) -> None:
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, TOP, 0, SPACE_2)
        column.setSpacing(0)
        column.addLayout(inset(_heading(tr("Verdict"))))
        column.addSpacing(10)
        column.addLayout(inset(self.verdicts, bleed=SPACE_2))
        column.addSpacing(SPACE_2 + 1)
        column.addLayout(inset(self.by))
        column.addLayout(inset(self.effect))
        column.addSpacing(SPACE_3 - 1)
        column.addLayout(inset(line(kind="hair")))
        column.addSpacing(SPACE_2 - 1)
        title = _heading(tr("Comment"))
        title.setBuddy(self.comment.control)
        column.addLayout(inset(title))
        column.addSpacing(4)
        column.addLayout(inset(self.comment))
        column.addSpacing(SPACE_3)
        column.addLayout(inset(self.raising))
        column.addSpacing(8)
        column.addLayout(_hinted(self.suggestion, RAISE_KEYS))
        column.addStretch(1)


def _judged_by(answer: Answer | None) -> str:
    """Who gave the verdict in force, and when."""
    if answer is None or answer.verdict is None or answer.reviewed_on is None:
        return ""
    return tr("Verdict by {person} on {day}.", person=answer.reviewed_by, day=day(answer.reviewed_on))


def _heading(text: str) -> Label:
    label = Label(text, role=FontRole.STRONG)
    current_theme().keep_height(label, HEADING)
    return label


def _whole_width(button: Button) -> Button:
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button


def _hinted(label: QWidget, keys: str) -> QHBoxLayout:
    row = inset(label)
    row.setStretch(0, 1)
    row.addWidget(key_hint(keys))
    return row
