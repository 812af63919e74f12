"""The panel beside a table: one row in short, its parts under each other, what can be done at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.buttons import IconButton
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, line, wrapping
from vendorrisk.ui.widgets.layouts import empty, widgets_in
from vendorrisk.ui.widgets.marks import Chip
from vendorrisk.ui.widgets.panels import Mark
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_3, SPACE_4
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vendorrisk.ui.widgets.buttons import Button
    from vendorrisk.ui.widgets.columns import Status
    from vendorrisk.ui.widgets.tokens import Kind

LEFT: Final = 19
RIGHT: Final = 24
"""Room at both sides; the edge of the panel is the twentieth pixel at the left."""
LABELS: Final = 108
FACT: Final = 28


class SidePanel(QWidget):
    """Head, chips, a body that scrolls, and buttons; `begin` empties it for another row."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = ElidingLabel(role=FontRole.PANEL_TITLE)
        self.about = ElidingLabel(tone="text2")
        self.close_button = IconButton(Icon.CROSS, tr("Close the panel"), keys="F9", small=True, bare=True)
        self.close_button.clicked.connect(self.closed)
        self._chips = QHBoxLayout()
        self.body = QWidget()
        self._body = QVBoxLayout(self.body)
        self._foot = QVBoxLayout()
        self._lay_out()

    def begin(self, name: str, about: str) -> None:
        """Empties the panel and shows another head."""
        for layout in (self._chips, self._body):
            empty(layout)
        self.name.setText(name)
        self.about.setText(about)

    def end(self) -> None:
        """Pushes what was added to the top, and shows it at once: a frame without it would flicker."""
        self._body.addStretch(1)
        for layout in (self._chips, self._body):
            for widget in widgets_in(layout):
                if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                    widget.show()

    def add_button(self, button: Button) -> None:
        """Adds a button at the foot, as wide as the panel."""
        button.setSizePolicy(QSizePolicy.Policy.Expanding, button.sizePolicy().verticalPolicy())
        self._foot.addWidget(button)

    def show_chips(self, chips: Iterable[Status]) -> None:
        """Shows states under the head."""
        for status in chips:
            self._chips.addWidget(Chip(status))
        self._chips.addStretch(1)

    def add_heading(self, text: str, *, verb: Button | None = None) -> None:
        """Begins a part with a line and its title; a verb stands at the right end."""
        if self._body.count():
            self._body.addSpacing(SPACE_2)
        self._body.addWidget(line())
        self._body.addSpacing(SPACE_4 - 1)
        row = QHBoxLayout()
        row.addWidget(Label(text, role=FontRole.STRONG), 1)
        if verb is not None:
            verb.setProperty("ends", "true")
            row.addWidget(verb)
        holder = _holding(row)
        self._body.addWidget(holder)
        self._body.addSpacing(SPACE_2 + 2)

    def add_text(self, text: str, *, tone: str = "text", gap: int = 0) -> None:
        """Adds a text of some lines, and room under it."""
        self.add_widget(wrapping(text, tone=tone), gap=gap)

    def add_widget(self, widget: QWidget, *, gap: int = 0) -> None:
        """Adds any part, and room under it."""
        self._body.addWidget(widget)
        if gap:
            self._body.addSpacing(gap)

    def add_gap(self, size: int) -> None:
        """Leaves some room."""
        self._body.addSpacing(size)

    def add_concern(self, kind: Kind, title: str, detail: str, *, verb: Button | None = None) -> None:
        """Adds something to look at: mark, what it is, more in small, and at the right what can be done."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, SPACE_2 + 2)
        row.setSpacing(6)
        row.addWidget(Mark(kind), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(wrapping(title, tone="text"))
        words.addWidget(wrapping(detail, role=FontRole.CAPTION))
        row.addLayout(words, 1)
        if verb is not None:
            row.addWidget(verb, 0, Qt.AlignmentFlag.AlignTop)
        self._body.addWidget(_holding(row))

    def add_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Adds facts, each with its label; an unknown one is a dash."""
        for label, text in facts:
            self._body.addWidget(self._fact(label, text))

    @staticmethod
    def _fact(label: str, text: str) -> QWidget:
        row = QHBoxLayout()
        row.setSpacing(0)
        name = ElidingLabel(label, tone="text2")
        current_theme().keep_width(name, LABELS)
        row.addWidget(name)
        row.addWidget(ElidingLabel(text or "-", tone="text" if text else "text3"), 1)
        holder = _holding(row)
        holder.setAccessibleName(tr("{label}: {fact}", label=label, fact=text or tr("not known")))
        current_theme().keep_height(holder, FACT)
        return holder

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_4 + 2, 0, SPACE_4)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(LEFT, 0, RIGHT - 6, 0)
        top.addWidget(self.name, 1)
        top.addWidget(self.close_button)
        column.addLayout(top)
        under = QHBoxLayout()
        under.setContentsMargins(LEFT, 2, RIGHT, 0)
        under.addWidget(self.about)
        column.addLayout(under)
        self._chips.setContentsMargins(LEFT, SPACE_3, RIGHT, 0)
        self._chips.setSpacing(SPACE_2)
        column.addLayout(self._chips)
        self._body.setContentsMargins(LEFT, SPACE_4, RIGHT, 0)
        self._body.setSpacing(0)
        column.addWidget(_scrolled(self.body), 1)
        self._foot.setContentsMargins(LEFT, SPACE_3, RIGHT, 0)
        self._foot.setSpacing(SPACE_2)
        column.addLayout(self._foot)


def _holding(row: QHBoxLayout) -> QWidget:
    """A widget round a row, so that the row goes with it; margins that were not asked for are none."""
    holder = QWidget()
    margins = row.contentsMargins()
    holder.setLayout(row)
    row.setContentsMargins(margins)
    return holder


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    widget.setProperty("page", "true")
    area.setWidget(widget)
    return area
