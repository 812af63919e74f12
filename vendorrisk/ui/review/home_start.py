"""What a new workspace needs first, as a list with a verb per step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout

from vendorrisk.ui.widgets.buttons import link, primary
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, wrapping
from vendorrisk.ui.widgets.panels import Mark, Panel
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_3, Kind
from vendorrisk.ui.widgets.words import mark, tr

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.home import FirstSteps

STEPS: Final = (
    ("vendors", mark("Add your vendors"), mark("Import your list, or add them one by one."),
     mark("Go to Vendors"), "vendors"),
    ("customers", mark("Bring in your customers"), mark("With their notice terms, as CSV or Excel."),
     mark("Go to Customers"), "customers"),
    ("company", mark("Say who you are"), mark("Address and contact stand on every letter."),
     mark("Open Settings"), "settings"),
    ("recovery", mark("Confirm the recovery code"), mark("Without it a lost key means a lost register."),
     mark("Confirm"), "settings"),
)  # fmt: skip
"""Field of FirstSteps, what to do, why, the verb, and where."""


class FirstStepsPanel(Panel):
    """Four steps; those that are done carry a tick, and the first open one the filled button."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("First steps"), note=tr("in this order, or as you like"))
        self._context = context
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_3)
        self.add_gap(SPACE_2)
        self.add_layout(self._rows)
        self.add_stretch()

    def show_steps(self, found: FirstSteps) -> None:
        """Shows how far the workspace is."""
        _empty(self._rows)
        first = True
        for key, title, why, verb, place in STEPS:
            done = bool(getattr(found, key))
            self._rows.addLayout(self._row(title, why, verb, place, done=done, first=first and not done))
            first = first and done

    def _row(self, title: str, why: str, verb: str, place: str, *, done: bool, first: bool) -> QHBoxLayout:
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(SPACE_3)
        words.setSpacing(2)
        words.addWidget(Label(tr(title), role=FontRole.MEDIUM))
        words.addWidget(wrapping(tr(why)))
        row.addWidget(Mark(Kind.GOOD if done else Kind.INFO))
        row.addLayout(words, 1)
        if done:
            row.addWidget(ElidingLabel(tr("Done"), tone="text2"))
        else:
            button = primary(tr(verb)) if first else link(tr(verb))
            button.clicked.connect(partial(self._context.go, place))
            row.addWidget(button)
        return row


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            _empty(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
