"""The panel beside the register: one vendor in short, with the way to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from vendorrisk.domain.review.due import TaskKind
from vendorrisk.ui.register.vendor_words import in_a_row, kind_of, status_of, unstopped
from vendorrisk.ui.widgets.buttons import primary, secondary
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.side_panel import SidePanel
from vendorrisk.ui.widgets.words import joined, tr

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.review.vendor_glance import Glance

MOST_CONCERNS: Final = 4


class VendorPanel(SidePanel):
    """Shows one vendor at a glance; what it tells is read by the page."""

    opened = Signal(str)
    review_asked = Signal(str)
    """The id of the assessment whose answers wait."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._glance: Glance | None = None
        self.open_button = primary(tr("Open vendor"))
        self.review_button = secondary(tr("Review answers"))
        self.add_button(self.open_button)
        self.add_button(self.review_button)
        self.open_button.clicked.connect(self._open)
        self.review_button.clicked.connect(self._review)
        self.show_glance(None)

    def show_glance(self, glance: Glance | None) -> None:
        """Shows a vendor; nothing is shown as "No selection"."""
        self._glance = glance
        self.open_button.setVisible(glance is not None)
        if glance is None:
            self.begin(tr("No selection"), tr("Choose a vendor in the list."))
            self.review_button.hide()
            return
        self._show_head(glance)
        self._show_attention(glance)
        self._show_facts(glance)
        self._show_data(glance)
        self.end()
        self.review_button.setVisible(bool(self._waiting()))

    def _show_head(self, glance: Glance) -> None:
        say, row = self._context.say, glance.row
        places = glance.storage or glance.access
        self.begin(row.name, joined(unstopped(row.purpose), *places[:1]))
        risk = status_of(row.risk, say)
        if row.score is not None:
            risk = risk._replace(text=tr("{band}, {score} of 100", band=risk.text, score=round(row.score)))
        self.show_chips(status for status in (risk, status_of(row.assessment, say)) if status.chip)

    def _show_attention(self, glance: Glance) -> None:
        if not glance.attention:
            return
        self.add_heading(tr("Needs attention"))
        for one in glance.attention[:MOST_CONCERNS]:
            self.add_concern(kind_of(one.signal), self._context.say(one.title), self._context.say(one.detail))
        more = len(glance.attention) - MOST_CONCERNS
        if more > 0:
            self.add_text(tr("{count} more on its page", count=more), tone="text2")

    def _show_facts(self, glance: Glance) -> None:
        self.add_heading(tr("Facts"))
        row, customers = glance.row, glance.customers
        self.add_facts((
            (tr("Owner"), row.owner),
            (tr("Storage"), ", ".join(glance.storage)),
            (tr("Access"), ", ".join(glance.access)),
            (tr("Transfer"), self._context.say(row.transfer.words)),
            (tr("Customers"), tr("{part} of {whole}", part=customers.affected, whole=customers.of)),
            (tr("Last assessed"), day(row.assessed_on) if row.assessed_on else ""),
            (tr("Next due"), day(row.next_due) if row.next_due else ""),
        ))  # fmt: skip

    def _show_data(self, glance: Glance) -> None:
        if glance.data:
            self.add_heading(tr("Data"))
            self.add_text(in_a_row([self._context.say(one) for one in glance.data]))

    def _waiting(self) -> str:
        found = self._glance.attention if self._glance else ()
        return next((one.record_id for one in found if one.cause is TaskKind.REVIEW_ANSWERS), "")

    def _open(self) -> None:
        if self._glance is not None:
            self.opened.emit(self._glance.row.id)

    def _review(self) -> None:
        self.review_asked.emit(self._waiting())
