"""What of the vendor needs somebody, each line with the verb that settles it; the first one is filled."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.domain.review.due import TaskKind
from vendorrisk.ui.register.vendor_words import kind_of
from vendorrisk.ui.widgets.buttons import Button, link, primary
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import ElidingLabel, line, wrapping
from vendorrisk.ui.widgets.layouts import empty
from vendorrisk.ui.widgets.painting import text_width
from vendorrisk.ui.widgets.panels import Mark, Panel
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import SPACE_2, Kind
from vendorrisk.ui.widgets.words import mark, tr
from vendorrisk.usecases.review.vendor_attention import Attention, Cause

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.message import Message

ROW: Final = 38
TITLE: Final = 208
MOST_TITLE: Final = 320
VERB: Final = 118
TEXT_LEFT: Final = 24
VERBS: Final = {
    Cause.AGREEMENT: mark("Add document"),
    Cause.CLAUSES: mark("Open checklist"),
    Cause.TRANSFER: mark("Open transfer"),
    Cause.NO_MECHANISM: mark("Add transfer"),
    Cause.RATING: mark("Rate"),
    Cause.REACH: mark("Answer"),
    Cause.SHORT_ANSWERS: mark("Open answer"),
    Cause.CONTRADICTIONS: mark("Open answer"),
    TaskKind.REASSESS: mark("Assess again"),
    TaskKind.FIRST_ASSESSMENT: mark("Assess"),
    TaskKind.SEND_QUESTIONS: mark("Send questionnaire"),
    TaskKind.CHASE_ANSWERS: mark("Open assessment"),
    TaskKind.REVIEW_ANSWERS: mark("Review answers"),
    TaskKind.RENEW_DOCUMENT: mark("Add document"),
    TaskKind.JUDGE_DOCUMENT: mark("Complete it"),
    TaskKind.TELL_FINDING: mark("Inform vendor"),
    TaskKind.FIX_FINDING: mark("Open finding"),
    TaskKind.VERIFY_FIX: mark("Verify fix"),
    TaskKind.ACCEPTANCE_ENDS: mark("Open finding"),
    TaskKind.CONFIRM_DECISION: mark("Confirm"),
    TaskKind.CHECK_TRANSFER: mark("Open transfer"),
}


class AttentionPanel(Panel):
    """Lines that lead to their work, or the word that nothing is open with what comes next."""

    asked = Signal(object)
    """What the person wants to settle."""

    def __init__(self, say: Callable[[Message], str]) -> None:
        super().__init__(tr("Needs attention"), gap=6, foot=SPACE_2)
        self._say = say
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.add_layout(self._lines)
        self._shown: tuple[Sequence[Attention], Message | None] | None = None
        self._title_width = TITLE
        self.buttons: list[Button] = []
        self._slots: list[QWidget] = []

    def show_attention(self, found: Sequence[Attention], ahead: Message | None = None) -> None:
        """Shows other lines; where there are none, what comes next.

        Where the keyboard was on one of them it goes to the first: what was most urgent is settled now.
        """
        if (found, ahead) == self._shown:
            return
        had_focus = self.window().focusWidget() in self.buttons
        self._shown = (found, ahead)
        empty(self._lines)
        self.buttons, self._slots = [], []
        self.set_heading(tr("Needs attention"), count=len(found) or None)
        self._title_width = self._widest(found)
        for number, one in enumerate(found):
            if number:
                self._lines.addWidget(self._hair())
            self._lines.addWidget(self._line(one, first=number == 0))
        if not found:
            self._lines.addWidget(self._nothing(ahead))
        self._align_verbs()
        if had_focus and self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _align_verbs(self) -> None:
        """Gives all verbs one width: that of the plan, or of the longest word in another language."""
        theme = current_theme()
        widest = max((slot.sizeHint().width() for slot in self._slots), default=0)
        for slot in self._slots:
            theme.keep_width(slot, max(VERB, -(-widest * 100 // theme.text_size)))

    def _widest(self, found: Sequence[Attention]) -> int:
        """All details begin on one x: after the widest title, within reason."""
        px = current_theme().px
        widths = (text_width(self._say(one.title), FontRole.MEDIUM) + SPACE_2 for one in found)
        return min(px(MOST_TITLE), max(px(TITLE), *widths)) if found else px(TITLE)

    @staticmethod
    def _hair() -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(TEXT_LEFT, 0, 0, 0)
        row.addWidget(line(kind="hair"))
        return holder

    def _nothing(self, ahead: Message | None) -> QWidget:
        said = tr("Nothing is open."), self._say(ahead) if ahead else ""
        return _row(Kind.GOOD, *said, title_width=self._title_width)

    def _line(self, one: Attention, *, first: bool) -> QWidget:
        told = self._say(one.title), self._say(one.detail)
        return _row(
            kind_of(one.signal), *told, title_width=self._title_width,
            verb=self._slot(self._button(one, first=first)),
        )  # fmt: skip

    def _button(self, one: Attention, *, first: bool) -> Button:
        text = tr(VERBS[one.cause])
        button = primary(text) if first else link(text, small=True)
        button.setAccessibleName(tr("{verb}: {what}", verb=text, what=self._say(one.title)))
        button.clicked.connect(partial(self.asked.emit, one))
        self.buttons.append(button)
        return button

    def _slot(self, button: Button) -> QWidget:
        """Keeps all verbs on one x, whether they are filled or links."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        left = 0 if button.kind == "primary" else SPACE_2
        row.setContentsMargins(left, 0, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        self._slots.append(holder)
        return holder


def _row(kind: Kind, title: str, detail: str, *, title_width: int, verb: QWidget | None = None) -> QWidget:
    """One line; a detail too long for it goes on below, so that no reason is cut."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_2)
    row.addWidget(Mark(kind))
    words = ElidingLabel(title, role=FontRole.MEDIUM)
    words.setFixedWidth(title_width)
    row.addWidget(words)
    row.addWidget(wrapping(detail), 1)
    if verb is not None:
        row.addWidget(verb)
    current_theme().keep_height(holder, ROW - 1, may_grow=True)
    return holder
