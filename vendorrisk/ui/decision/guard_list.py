"""Every guard of a step: passed, blocked with fact and remedy, or not checked by the program yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.domain.decision.blocking import GuardState
from vendorrisk.domain.decision.guards import is_hard
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.panels import Mark
from vendorrisk.ui.widgets.tokens import SPACE_1, SPACE_2, Kind
from vendorrisk.ui.widgets.words import tr

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
    """What the step itself needs comes first, then its guards by number."""

    def __init__(self, say: Callable[[Message], str]) -> None:
        super().__init__()
        self._say = say
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_2)

    def show_plan(self, plan: Plan) -> None:
        """Shows how a step stands."""
        self._clear()
        guarded = {one.guard for one in plan.results}
        needs = [one for one in plan.blocked if one.guard not in guarded]
        unconfirmed = {one.guard: one for one in plan.blocked if one.fact.key in UNCONFIRMED}
        if needs:
            self._column.addWidget(Label(tr("Needed for this step"), role=FontRole.STRONG))
        for one in needs:
            self._column.addWidget(self._row(Kind.CRITICAL, self._say(one.fact), self._say(one.remedy)))
        if plan.results:
            self._column.addWidget(Label(tr("Guards"), role=FontRole.STRONG))
        for result in plan.results:
            self._column.addWidget(self._guard(result, unconfirmed.get(result.guard)))

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
        told = f"{self._say(one.fact)} {self._say(one.remedy)}"
        return tr("{told} This cannot be accepted as a risk.", told=told) if is_hard(one) else told

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
        """Returns what is shown, line by line, for readers and tests."""
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [
            widget.accessibleName() for widget in widgets if widget is not None and widget.accessibleName()
        ]

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
