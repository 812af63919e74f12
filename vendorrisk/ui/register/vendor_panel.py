"""The panel beside the register: one vendor in short, with the way to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vendorrisk.ui.register.vendor_words import in_a_row, kind_of, status_of
from vendorrisk.ui.widgets.buttons import IconButton, primary, secondary
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, line, wrapping
from vendorrisk.ui.widgets.marks import Chip
from vendorrisk.ui.widgets.panels import Mark
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_3, SPACE_4
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.vendor_attention import Cause

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.vendor_attention import Attention
    from vendorrisk.usecases.vendor_glance import Glance

LEFT: Final = 19
RIGHT: Final = 24
"""Room at both sides; the edge of the panel is the twentieth pixel at the left."""
LABELS: Final = 108
FACT: Final = 28
MOST_CONCERNS: Final = 4


class VendorPanel(QWidget):
    """Shows one vendor at a glance; what it tells is read by the page."""

    closed = Signal()
    opened = Signal(str)
    review_asked = Signal(str)
    """The id of the assessment whose answers wait."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._glance: Glance | None = None
        self.name = ElidingLabel(role=FontRole.PANEL_TITLE)
        self.about = ElidingLabel(tone="text2")
        self.close_button = IconButton(Icon.CROSS, tr("Close the panel"), keys="F9", small=True, bare=True)
        self._chips = QHBoxLayout()
        self.body = QWidget()
        self._body = QVBoxLayout(self.body)
        self.open_button = primary(tr("Open vendor"))
        self.review_button = secondary(tr("Review answers"))
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.open_button.clicked.connect(self._open)
        self.review_button.clicked.connect(self._review)
        self.show_glance(None)

    def show_glance(self, glance: Glance | None) -> None:
        """Shows a vendor; nothing is shown as "No selection"."""
        self._glance = glance
        self._clear()
        self.open_button.setVisible(glance is not None)
        if glance is None:
            self.name.setText(tr("No selection"))
            self.about.setText(tr("Choose a vendor in the list."))
            self.review_button.hide()
            return
        self._show_head(glance)
        self._show_attention(glance)
        self._show_facts(glance)
        self._show_data(glance)
        self._body.addStretch(1)
        self.review_button.setVisible(bool(self._waiting()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_4 + 2, 0, SPACE_4)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(LEFT, 0, RIGHT - 6, 0)
        top.addWidget(self.name, 1)
        top.addWidget(self.close_button)
        column.addLayout(top)
        column.addWidget(_at_side(self.about))
        self._chips.setContentsMargins(LEFT, SPACE_3, RIGHT, 0)
        self._chips.setSpacing(SPACE_2)
        column.addLayout(self._chips)
        self._body.setContentsMargins(LEFT, SPACE_4, RIGHT, 0)
        self._body.setSpacing(0)
        column.addWidget(_scrolled(self.body), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(LEFT, SPACE_3, RIGHT, 0)
        foot.setSpacing(SPACE_2)
        for button in (self.open_button, self.review_button):
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().verticalPolicy())
            foot.addWidget(button)
        column.addLayout(foot)

    def _clear(self) -> None:
        for layout in (self._chips, self._body):
            while (item := layout.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()

    def _show_head(self, glance: Glance) -> None:
        say, row = self._context.say, glance.row
        self.name.setText(row.name)
        places = glance.storage or glance.access
        self.about.setText(", ".join(part for part in (row.purpose, *places[:1]) if part))
        risk = status_of(row.risk, say)
        if row.score is not None:
            risk = risk._replace(text=tr("{band}, {score} of 100", band=risk.text, score=round(row.score)))
        for status in (risk, status_of(row.assessment, say)):
            if status.chip:
                self._chips.addWidget(Chip(status))
        self._chips.addStretch(1)

    def _show_attention(self, glance: Glance) -> None:
        if not glance.attention:
            return
        self._heading(tr("Needs attention"), first=True)
        for one in glance.attention[:MOST_CONCERNS]:
            self._body.addWidget(self._concern(one))
        more = len(glance.attention) - MOST_CONCERNS
        if more > 0:
            self._body.addWidget(Label(tr("{count} more on its page", count=more), tone="text2"))

    def _concern(self, one: Attention) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, SPACE_2 + 2)
        row.setSpacing(6)
        row.addWidget(Mark(kind_of(one.signal)), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(wrapping(self._context.say(one.title), tone="text"))
        words.addWidget(wrapping(self._context.say(one.detail), role=FontRole.CAPTION))
        row.addLayout(words, 1)
        return holder

    def _show_facts(self, glance: Glance) -> None:
        self._heading(tr("Facts"), first=not glance.attention)
        row, customers = glance.row, glance.customers
        due = day(row.next_due) if row.next_due else ""
        facts = (
            (tr("Owner"), row.owner),
            (tr("Storage"), ", ".join(glance.storage)),
            (tr("Access"), ", ".join(glance.access)),
            (tr("Transfer"), self._context.say(row.transfer.words)),
            (tr("Customers"), tr("{part} of {whole}", part=customers.affected, whole=customers.of)),
            (tr("Last assessed"), day(row.assessed_on) if row.assessed_on else ""),
            (tr("Next due"), due),
        )
        for label, text in facts:
            self._body.addWidget(self._fact(label, text))

    @staticmethod
    def _fact(label: str, text: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        name = ElidingLabel(label, tone="text2")
        current_theme().keep_width(name, LABELS)
        row.addWidget(name)
        row.addWidget(ElidingLabel(text or "-", tone="text" if text else "text3"), 1)
        holder.setAccessibleName(tr("{label}: {fact}", label=label, fact=text or tr("not known")))
        current_theme().keep_height(holder, FACT)
        return holder

    def _show_data(self, glance: Glance) -> None:
        if glance.data:
            self._heading(tr("Data"))
            words = in_a_row([self._context.say(one) for one in glance.data])
            self._body.addWidget(wrapping(words, tone="text"))

    def _heading(self, text: str, *, first: bool = False) -> None:
        if not first:
            self._body.addSpacing(SPACE_2)
        self._body.addWidget(line())
        self._body.addSpacing(SPACE_4 - 1)
        self._body.addWidget(Label(text, role=FontRole.STRONG))
        self._body.addSpacing(SPACE_2 + 2)

    def _waiting(self) -> str:
        found = self._glance.attention if self._glance else ()
        return next((one.record_id for one in found if one.cause is Cause.REVIEW_ANSWERS), "")

    def _open(self) -> None:
        if self._glance is not None:
            self.opened.emit(self._glance.row.id)

    def _review(self) -> None:
        self.review_asked.emit(self._waiting())


def _at_side(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(LEFT, 2, RIGHT, 0)
    row.addWidget(widget)
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
