"""What a new workspace needs first, as a list with a verb per step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from vendorrisk.ui.review.home_words import RECOVERY
from vendorrisk.ui.widgets.buttons import link, primary
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, heading, wrapping
from vendorrisk.ui.widgets.layouts import empty
from vendorrisk.ui.widgets.panels import EmptyState, Mark, Panel
from vendorrisk.ui.widgets.tokens import SPACE_3, SPACE_4, Kind
from vendorrisk.ui.widgets.words import mark, tr

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.review.home import FirstSteps

STEPS: Final = (
    ("vendors", mark("Add your vendors"), mark("Import your list, or add them one by one."),
     mark("Go to Vendors"), ("vendors",)),
    ("customers", mark("Bring in your customers"), mark("With their notice terms, as CSV or Excel."),
     mark("Go to Customers"), ("customers",)),
    ("company", mark("Enter your company details"), mark("Address and contact stand on every letter."),
     mark("Open Settings"), ("settings", "company")),
    ("recovery", mark("Confirm the recovery code"), mark("Without it a lost key means a lost register."),
     mark("Confirm"), ("settings", RECOVERY)),
)  # fmt: skip
"""Field of FirstSteps, what to do, why, the verb, and where: a place, and what to show of it."""


class FirstStepsPanel(Panel):
    """What Home is for while there is nothing yet, the first open step as its one button, then all steps."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._place: tuple[str, ...] = STEPS[0][4]
        self.first = primary("")
        self.first.clicked.connect(lambda: self._context.go(*self._place))
        self.empty = EmptyState(
            tr("Here you will see each morning what is overdue, due this week, or waiting for you."),
            first=self.first,
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_3)
        self.add(self.empty, 1)
        self.add_line("separator", whole_width=True)
        self.add_gap(SPACE_4)
        self.add(heading(tr("First steps"), note=tr("in this order, or as you like")))
        self.add_gap(SPACE_3)
        self.add_layout(self._rows)

    def show_steps(self, found: FirstSteps) -> None:
        """Shows how far the workspace is."""
        empty(self._rows)
        open_steps = [step for step in STEPS if not getattr(found, step[0])]
        first = open_steps[0] if open_steps else None
        self.first.setVisible(first is not None)
        if first is not None:
            self.first.setText(tr(first[3]))
            self._place = first[4]
        for key, title, why, verb, place in STEPS:
            state = "done" if getattr(found, key) else "first" if first and key == first[0] else "open"
            self._rows.addLayout(self._row(title, why, verb, place, state))

    def _row(self, title: str, why: str, verb: str, place: tuple[str, ...], state: str) -> QHBoxLayout:
        """A step; the first open one has its verb above, as the filled button."""
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(SPACE_3)
        words.setSpacing(2)
        words.addWidget(Label(tr(title), role=FontRole.MEDIUM))
        words.addWidget(wrapping(tr(why)))
        row.addWidget(Mark(Kind.GOOD if state == "done" else Kind.INFO))
        row.addLayout(words, 1)
        if state == "done":
            row.addWidget(ElidingLabel(tr("Done"), tone="text2"))
        elif state == "open":
            button = link(tr(verb))
            button.clicked.connect(lambda: self._context.go(*place))
            row.addWidget(button)
        return row
