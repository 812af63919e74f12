"""Settings, Law: the adequacy decisions by which transfers are judged, as dated rows."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.domain.message import msg
from vendorrisk.domain.register.records import LawEntry
from vendorrisk.domain.register.vocabulary import Coverage, Regime
from vendorrisk.ui.register.record_dialog import add_record, edit_record
from vendorrisk.ui.widgets.buttons import primary, secondary
from vendorrisk.ui.widgets.columns import Cell, Column, day
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import EmptyState
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_pane import TableFrame
from vendorrisk.ui.widgets.tokens import SPACE_2
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases import editing

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.ui.register.form_dialog import FormDialog
    from vendorrisk.ui.shell.context import Context

FIELDS: Final = (
    "regime", "code", "name", "coverage", "condition", "exporters_excluded", "decision", "source",
    "verified_on", "valid_from", "valid_to",
)  # fmt: skip


class LawTab(QWidget):
    """One table of decisions; what ends gets its last day, so that older transfers can be explained."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._known: dict[str, LawEntry] = {}
        columns = self._columns()
        self._source = ListSource((), columns)
        self.table = Table(PagedModel(self._source, columns), name=tr("Adequacy decisions"))
        self.add = secondary(tr("Add decision…"))
        self.change = secondary(tr("Edit…"))
        self.remove = secondary(tr("Remove"))
        self._lay_out()
        self.table.current.connect(self._enable)
        self.table.selected.connect(self._enable)
        self.table.opened.connect(lambda _id: self.ask_change())
        self.table.archive.connect(lambda _ids: self._remove())
        self.add.clicked.connect(self.ask_new)
        self.change.clicked.connect(self.ask_change)
        self.remove.clicked.connect(self._remove)

    def reload(self) -> None:
        """Reads the decisions again; the chosen one stays chosen."""
        with self.context.office.book.reading() as reader:
            known = reader.find(LawEntry)
        laws = [one.value for one in Regime]
        found = sorted(known, key=lambda one: (laws.index(one.regime), one.name, one.id))
        self._known = {one.id: one for one in found}
        self._source.replace(found)
        self.table.rows.reread()
        self._enable()

    def ask_new(self) -> FormDialog:
        """Opens the form for a new decision."""
        start = {"coverage": Coverage.GENERAL, "regime": Regime.EU}
        return add_record(self.context, self.window(), LawEntry, tr("Add decision"), FIELDS, start=start)

    def ask_change(self) -> FormDialog | None:
        """Opens the form for the chosen decision."""
        one = self._chosen()
        title = tr("Adequacy decision")
        return edit_record(self.context, self.window(), one, title, FIELDS) if one else None

    def _remove(self) -> None:
        one = self._chosen()
        if one is not None:
            self.context.do(lambda: editing.remove(self.context.office, LawEntry, one.id))

    def _chosen(self) -> LawEntry | None:
        return self._known.get(str(self.table.rows.id_at(self.table.currentIndex().row())))

    def _enable(self) -> None:
        why = "" if self._chosen() else tr("Choose a decision first.")
        self.change.disable_because(why)
        self.remove.disable_because(why)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(wrapping(
            tr("Transfers are judged by these decisions, each on its day. One that ends gets its last day;"
               " removing it would leave older transfers without a reason."),
        ))  # fmt: skip
        self.as_of = Label(tone="text2")
        as_of = self.context.office.law.transfers.as_of
        self.as_of.setText(tr("Shipped as the law stood on {day}.", day=day(as_of)) if as_of else "")
        self.as_of.setVisible(as_of is not None)
        column.addWidget(self.as_of)
        frame = TableFrame(self.table, None, "")
        first = primary(tr("Add decision…"))
        first.clicked.connect(self.ask_new)
        frame.set_empty(EmptyState(tr("No adequacy decision is recorded."), first=first))
        column.addWidget(frame, 1)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        for button in (self.add, self.change, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _columns(self) -> tuple[Column, ...]:
        def word(vocabulary: str, name: str) -> Callable[[LawEntry], str]:
            return lambda one: self.context.say(msg(f"{vocabulary}.{getattr(one, name)}"))

        return (
            Column(key="regime", title=tr("Law"), value=word("Regime", "regime"), width=150),
            Column(key="name", title=tr("Country or body"), value=attrgetter("name"), width=200, strong=True),
            Column(key="coverage", title=tr("Coverage"), value=word("Coverage", "coverage"), width=210),
            _day("valid_from", tr("First day")),
            _day("valid_to", tr("Last day")),
            _day("verified_on", tr("Checked on")),
        )


def _day(key: str, title: str) -> Column:
    return Column(key=key, title=title, value=attrgetter(key), kind=Cell.DATE, width=120, align_right=False)
