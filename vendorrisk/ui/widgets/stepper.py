"""The steps of a long task: which are done, where it stands, which lie ahead, and which one is looked at."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon, draw_icon
from vendorrisk.ui.widgets.labels import line
from vendorrisk.ui.widgets.measured import Measured
from vendorrisk.ui.widgets.painting import CENTRE, baseline, draw_text, fill, outline, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_3, Kind
from vendorrisk.ui.widgets.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

_DISC: Final = 20
_HEIGHT: Final = 43
_DROP: Final = 24
"""How far the centre of the words lies below the top."""


class StepState(StrEnum):
    """How far a step has come. `CHECK` was done, and something it rests on has changed since."""

    DONE = "done"
    CHECK = "check"
    CURRENT = "current"
    AHEAD = "ahead"


_SPOKEN: Final = {
    StepState.DONE: mark("Step {number}, {name}, done"),
    StepState.CHECK: mark("Step {number}, {name}, to be checked again"),
    StepState.CURRENT: mark("Step {number}, {name}, current step"),
    StepState.AHEAD: mark("Step {number}, {name}, not yet reached"),
}


class Stepper(QWidget):
    """Steps in one row with lines between them; arrow keys walk along, Enter opens."""

    opened = Signal(int)
    """The number of a step, from 0, that the person wants to see."""

    def __init__(self, names: Sequence[str], *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._steps: list[Step] = []
        self._lines: list[QWidget] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_3)
        for number, text in enumerate(names):
            if number:
                between = line()
                self._lines.append(between)
                row.addLayout(_on_centre(between), 1)
            step = Step(number, text)
            step.clicked.connect(self._opening(number))
            self._steps.append(step)
            row.addWidget(step)
        self.set_states([StepState.CURRENT, *[StepState.AHEAD] * (len(names) - 1)])

    def set_states(self, states: Sequence[StepState], *, shown: int | None = None) -> None:
        """Shows how far each step has come, in their order, and which is `shown`: else the current one.

        Looking back at an earlier step moves the line under it, never the mark of where the task stands.
        """
        current = next((at for at, state in enumerate(states) if state is StepState.CURRENT), 0)
        looked_at = current if shown is None else shown
        for step, state in zip(self._steps, states, strict=True):
            step.set_state(state, shown=step.number == looked_at)
        passed = {StepState.DONE, StepState.CHECK}
        for between, state in zip(self._lines, states[:-1], strict=True):
            between.setProperty("line", "passed" if state in passed else "separator")
            between.style().polish(between)

    def step(self, number: int) -> Step:
        """Returns a step by its number from 0."""
        return self._steps[number]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walks along the steps with the arrow keys, to the first and last with Home and End."""
        here = next((step.number for step in self._steps if step.hasFocus()), 0)
        last = len(self._steps) - 1
        goals = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        goal = goals.get(Qt.Key(event.key()), -1)
        if 0 <= goal <= last:
            self._steps[goal].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _opening(self, number: int) -> Callable[[], None]:
        return lambda: self.opened.emit(number)


def _on_centre(between: QWidget) -> QHBoxLayout:
    holder = QHBoxLayout()
    holder.setContentsMargins(0, 2 * _DROP - _HEIGHT + 2, 0, 0)
    holder.addWidget(between)
    return holder


class Step(Measured, QAbstractButton):
    """One step: a disc with its number or a tick, and its name; a line under the one that is looked at."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self.number = number
        self.state = StepState.AHEAD
        self.shown = False
        self.setText(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_state(self, state: StepState, *, shown: bool) -> None:
        """Shows how far the step has come; only the one that is looked at is a stop of the Tab key."""
        self.state, self.shown = state, shown
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shown else Qt.FocusPolicy.ClickFocus)
        spoken = tr(_SPOKEN[state], number=self.number + 1, name=self.text())
        self.setAccessibleName(tr("{step}, shown", step=spoken) if shown else spoken)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens the step with Enter too; arrow keys are the stepper's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """Gives each step the room of its bold state, so that going on moves nothing."""
        disc = current_theme().px(_DISC)
        return QSize(disc + SPACE_2 + text_width(self.text(), FontRole.STRONG), current_theme().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws disc, name and, under the step that is looked at, the line."""
        theme = current_theme()
        tokens, side, centre = theme.tokens, theme.px(_DISC), theme.px(_DROP)
        painter = QPainter(self)
        disc = QRect(0, centre - side // 2, side, side)
        _DISCS[self.state](painter, disc, str(self.number + 1))
        role = FontRole.STRONG if self.shown else FontRole.MEDIUM
        quiet = self.state is StepState.AHEAD and not self.shown
        colour = tokens.text2 if quiet else tokens.text
        left = side + SPACE_2
        room = self.width() - left
        draw_text(painter, left, baseline(centre), self.text(), role=role, colour=colour, width=room)
        if self.shown:
            fill(painter, QRect(0, centre + theme.px(17), self.width(), 2), tokens.accent)
        painter.end()


def _done(painter: QPainter, disc: QRect, _number: str) -> None:
    pair = current_theme().tokens.chips[Kind.GOOD]
    fill(painter, disc, pair.bg, radius=disc.width() / 2)
    draw_icon(painter, disc.adjusted(3, 3, -3, -3), Icon.CHECK, pair.fg)


def _check(painter: QPainter, disc: QRect, _number: str) -> None:
    pair = current_theme().tokens.chips[Kind.WARN]
    fill(painter, disc, pair.bg, radius=disc.width() / 2)
    _number_in(painter, disc, "!", pair.fg)


def _current(painter: QPainter, disc: QRect, number: str) -> None:
    tokens = current_theme().tokens
    fill(painter, disc, tokens.accent, radius=disc.width() / 2)
    _number_in(painter, disc, number, tokens.on_accent)


def _ahead(painter: QPainter, disc: QRect, number: str) -> None:
    tokens = current_theme().tokens
    fill(painter, disc, tokens.surface, radius=disc.width() / 2)
    outline(painter, disc, tokens.control_border, radius=disc.width() / 2)
    _number_in(painter, disc, number, tokens.text2)


def _number_in(painter: QPainter, disc: QRect, number: str, colour: str) -> None:
    base = disc.center().y() + current_theme().px(5)
    draw_text(
        painter,
        disc.left(),
        base,
        number,
        role=FontRole.CAPTION_STRONG,
        colour=colour,
        width=disc.width(),
        align=CENTRE,
    )


_DISCS: Final[dict[StepState, Callable[[QPainter, QRect, str], None]]] = {
    StepState.DONE: _done,
    StepState.CHECK: _check,
    StepState.CURRENT: _current,
    StepState.AHEAD: _ahead,
}
