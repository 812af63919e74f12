"""The register as it was known on a date: a table that cannot be changed, under a banner that says so."""

from __future__ import annotations

from functools import partial
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
from vendorrisk.usecases.review.vendor_rows import place_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.message import Message
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.journal.known_on import KnownRegister, KnownVendor


class KnownPanel(QWidget):
    """Vendors of a day in the past, to be read, sorted and copied."""

    left = Signal()
    """The person wants back to the present."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._columns = _columns(context.say, partial(place_name, context.office))
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
                " not what was in force; it cannot be changed. Risk, assessments, documents and transfers are"
                " judged by the rules of today, so they are not shown for a day in the past.",
                day=day(register.day),
                count=count,
            ),
        )


def _columns(say: Callable[[Message], str], place: Callable[[str], str]) -> tuple[Column, ...]:
    def stages(vendor: KnownVendor) -> str:
        return say(msg("plain", text=list(vendor.stages)))

    return (
        Column(key="name", title=tr("Vendor"), value=lambda one: one.name, width=180, sort_key="name",
               strong=True),
        Column(key="country", title=tr("Country"), value=lambda one: place(one.country), width=110,
               sort_key="country"),
        Column(key="purpose", title=tr("Service"), value=lambda one: "; ".join(one.purposes), width=200,
               fold=1, tip=tr("What the vendor does for us")),
        Column(key="services", title=tr("Used by"), value=lambda one: ", ".join(one.services), width=120,
               fold=3, tip=tr("Which of our services use it")),
        Column(key="places", title=tr("Location"), value=lambda one: ", ".join(map(place, one.places)),
               width=150, fold=2, tip=tr("Where data is stored or accessed from")),
        Column(key="stages", title=tr("Stage"), value=stages, width=120),
        Column(key="owner", title=tr("Owner"), value=lambda one: one.owner, width=110, sort_key="owner"),
        Column(key="archived", title=tr("Archived"), width=80,
               value=lambda one: tr("yes") if one.archived else ""),
    )  # fmt: skip
