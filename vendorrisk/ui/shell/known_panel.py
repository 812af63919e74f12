"""The register as it was known on a date: a table that cannot be changed, under a banner that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vendorrisk.domain.message import msg
from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.columns import Column, day
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import Banner
from vendorrisk.ui.widgets.query import Query, Sort
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_pane import TableFrame
from vendorrisk.ui.widgets.tokens import SPACE_2, Kind
from vendorrisk.ui.widgets.words import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.journal.known_on import KnownRegister, KnownVendor


class KnownPanel(QWidget):
    """Vendors of a day in the past, to be read, sorted and copied."""

    left = Signal()
    """The person wants back to the present."""

    def __init__(self, say: Callable[[Message], str]) -> None:
        super().__init__()
        self._columns = _columns(say)
        self._source = ListSource((), self._columns)
        self.model = PagedModel(self._source, self._columns, query=Query(sort=(Sort("name"),)))
        self.table = Table(self.model, name=tr("Vendors as they were known"))
        back = link(tr("Back to the present"))
        back.clicked.connect(self.left)
        self.banner = Banner(Kind.INFO, "", action=back, closable=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.banner)
        column.addWidget(TableFrame(self.table, None, tr("No vendor matches.")), 1)

    def show_register(self, register: KnownRegister) -> None:
        """Shows what was known at the end of a day."""
        self._source.replace(register.vendors)
        self.model.reread()
        count = tr_count("{count} vendor", "{count} vendors", len(register.vendors))
        self.banner.say(
            Kind.INFO,
            tr(
                "The register as it was known at the end of {day}: {count}. This is what was entered by then,"
                " not what was in force; it cannot be changed.",
                day=day(register.day),
                count=count,
            ),
        )


def _columns(say: Callable[[Message], str]) -> tuple[Column, ...]:
    def stages(vendor: KnownVendor) -> str:
        return say(msg("plain", text=list(vendor.stages)))

    return (
        Column(key="name", title=tr("Vendor"), value=lambda one: one.name, width=240, sort_key="name",
               strong=True),
        Column(key="country", title=tr("Country"), value=lambda one: one.country, width=90,
               sort_key="country"),
        Column(key="services", title=tr("Services"), value=lambda one: ", ".join(one.services), width=220),
        Column(key="stages", title=tr("Stages"), value=stages, width=220),
        Column(key="owner", title=tr("Owner"), value=lambda one: one.owner, width=140, sort_key="owner"),
        Column(key="archived", title=tr("Archived"), width=90,
               value=lambda one: tr("yes") if one.archived else ""),
    )  # fmt: skip
