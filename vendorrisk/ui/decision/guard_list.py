"""Every guard of a step: passed, blocked with fact and remedy, or not checked by the program yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.domain.decision.blocking import GuardState
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.layouts import empty, widgets_in
from vendorrisk.ui.widgets.panels import Mark
from vendorrisk.ui.widgets.tokens import SPACE_1, SPACE_2, Kind
from vendorrisk.ui.widgets.words import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.decision.blocking import GuardResult
    from vendorrisk.domain.decision.move import Plan
    from vendorrisk.domain.message import Blocked, Message

KINDS: Final = {
    GuardState.PASSED: Kind.GOOD,
    GuardState.BLOCKED: Kind.CRITICAL,
    GuardState.NOT_CHECKED: Kind.NEUTRAL,
}
SHORT: Final = "move.unchecked_short"
UNCONFIRMED: Final = frozenset({"move.unchecked", SHORT})
"""The facts of a guard that waits for somebody's word."""


class GuardList(QWidget):
    """The guards that stand in nobody's way: those a person answers for, and the passed ones folded.

    What is missing, of the step itself and of its guards, stands in a widget of its own: `missing`.
    """

    turned = Signal()
    """The passed guards were shown or folded away."""

    def __init__(self, say: Callable[[Message], str]) -> None:
        super().__init__()
        self._say = say
        self.missing, self._lacks = _column()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_2)
        self.fold = link("")
        self.fold.setProperty("starts", "true")
        self.fold.clicked.connect(self._turn)
        self.passed, self._passed = _column()
        self.passed.hide()
        confirmed, self._confirmed = _column()
        self._column.addWidget(confirmed)
        self._column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.passed)

    def show_plan(self, plan: Plan) -> None:
        """Shows how a step stands; folded stays folded."""
        for column in (self._lacks, self._confirmed, self._passed):
            empty(column)
        guarded = {one.guard for one in plan.results}
        unconfirmed = {one.guard: one for one in plan.blocked if one.fact.key in UNCONFIRMED}
        for one in plan.blocked:
            if one.guard not in guarded:
                self._lacks.addWidget(self._row(Kind.CRITICAL, self._say(one.fact), self._say(one.remedy)))
        for result in plan.results:
            waits = unconfirmed.get(result.guard)
            self._where(result, waits).addWidget(self._guard(result, waits))
        if self._lacks.count():
            self._lacks.insertWidget(0, Label(tr("Missing for this step"), role=FontRole.STRONG))
        self.missing.setVisible(self._lacks.count() > 0)
        self._name_fold()

    def _where(self, result: GuardResult, waits: Blocked | None) -> QVBoxLayout:
        if result.state is GuardState.BLOCKED or waits is not None:
            return self._lacks
        return self._passed if result.state is GuardState.PASSED else self._confirmed

    def _turn(self) -> None:
        self.passed.setVisible(self.passed.isHidden())
        self._name_fold()
        self.turned.emit()

    def _name_fold(self) -> None:
        count = self._passed.count()
        if self.passed.isHidden():
            text = tr_count("{count} guard passed: show it", "{count} guards passed: show them", count)
        else:
            text = tr_count("{count} guard passed: hide it", "{count} guards passed: hide them", count)
        self.fold.setText(text)
        self.fold.setVisible(count > 0)

    def _guard(self, result: GuardResult, unconfirmed: Blocked | None) -> QWidget:
        say = self._say
        title = tr(
            "{guard} {title}: {state}", guard=result.guard, title=say(result.title),
            state=say(label(result.state)),
        )  # fmt: skip
        facts = [self._told(one) for one in result.facts]
        if unconfirmed is not None:
            short = unconfirmed.fact.key == SHORT
            facts.append(self._told(unconfirmed) if short else say(unconfirmed.remedy))
        return self._row(KINDS[result.state], title, "\n".join(facts))

    def _told(self, one: Blocked) -> str:
        return f"{self._say(one.fact)} {self._say(one.remedy)}"

    @staticmethod
    def _row(kind: Kind, title: str, detail: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(Mark(kind), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(SPACE_1)
        words.addWidget(wrapping(title, tone="text"))
        if detail:
            words.addWidget(wrapping(detail, role=FontRole.CAPTION))
        row.addLayout(words, 1)
        holder.setAccessibleName(f"{title} {detail}".strip())
        return holder

    def titles(self) -> Sequence[str]:
        """Returns every line, the folded ones too: what is missing first."""
        columns = (self._lacks, self._confirmed, self._passed)
        lines = (line for column in columns for line in widgets_in(column))
        return [line.accessibleName() for line in lines if line.accessibleName()]


def _column() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_2)
    return holder, column
