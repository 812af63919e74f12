"""Settings, Dates: our time zone, and the tables of public holidays per place and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.ui.shell.holiday_dialogs import ask_day, ask_years
from vendorrisk.ui.shell.setting_form import Asked, SettingForm
from vendorrisk.ui.shell.zone_field import ZoneField
from vendorrisk.ui.widgets.buttons import primary, secondary
from vendorrisk.ui.widgets.columns import Cell, Column, day
from vendorrisk.ui.widgets.labels import heading, wrapping
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import EmptyState, Panel
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_pane import TableFrame
from vendorrisk.ui.widgets.tokens import PANEL_GAP, SPACE_2
from vendorrisk.ui.widgets.words import mark, tr
from vendorrisk.usecases.notice import holiday_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.domain.notice.records import Holiday
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.notice.holiday_years import YearOfPlace

YEARS_WIDTH = 520
WEEKDAYS = {
    "MON": mark("Mon"), "TUE": mark("Tue"), "WED": mark("Wed"), "THU": mark("Thu"), "FRI": mark("Fri"),
    "SAT": mark("Sat"), "SUN": mark("Sun"),
}  # fmt: skip


class DatesTab(QWidget):
    """The zone over two tables: years of places at the left, the days of the chosen one at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._years: list[YearOfPlace] = []
        hint = tr("Dates of notices are counted in this zone, whatever this computer is set to.")
        self.form = SettingForm(context, (Asked(name="zone", make=ZoneField, hint=hint),))
        self._year_source = ListSource((), _year_columns())
        self.years = Table(
            PagedModel(self._year_source, _year_columns()), name=tr("Years of public holidays")
        )
        self._day_source = ListSource((), _day_columns())
        self.days = Table(
            PagedModel(self._day_source, _day_columns()), name=tr("Public holidays of the year")
        )
        self.fill = secondary(tr("Fill years…"))
        self.forget = secondary(tr("Remove years"))
        self.add_day = secondary(tr("Add a day…"))
        self.remove_days = secondary(tr("Remove days"))
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Reads zone and tables again; the chosen year stays chosen."""
        self.form.reload()
        self._years = holiday_years.known_years(self.context.office)
        self._year_source.replace(self._years)
        self.years.rows.reread()
        if not self.years.currentIndex().isValid() and self._years:
            self.years.selectRow(0)
        self._show_days()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PANEL_GAP)
        zone = Panel(tr("Time zone"), gap=SPACE_2)
        zone.add(self.form)
        column.addWidget(zone)
        column.addWidget(heading(tr("Public holidays")))
        column.addWidget(wrapping(
            tr("Business days of a customer are counted by the table of its place. A year that is not on the"
               " table blocks a date; nothing is guessed."),
        ))  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(PANEL_GAP)
        self._year_frame = TableFrame(self.years, None, "")
        first = primary(tr("Fill years…"))
        first.clicked.connect(self._ask_years)
        self._year_frame.set_empty(
            EmptyState(tr("No place has a table of public holidays yet."), first=first)
        )
        left = _with_buttons(self._year_frame, (self.fill, self.forget))
        left.setFixedWidth(YEARS_WIDTH)
        row.addWidget(left)
        row.addWidget(_with_buttons(TableFrame(self.days, None, ""), (self.add_day, self.remove_days)), 1)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.years.current.connect(self._show_days)
        self.years.selected.connect(self._show_days)
        self.fill.clicked.connect(self._ask_years)
        self.forget.clicked.connect(self._forget)
        self.add_day.clicked.connect(self._ask_day)
        self.remove_days.clicked.connect(self._remove_days)

    def _chosen(self) -> YearOfPlace | None:
        row_id = self.years.rows.id_at(self.years.currentIndex().row())
        return next((one for one in self._years if one.id == row_id), None)

    def _show_days(self) -> None:
        chosen = self._chosen()
        self._day_source.replace(chosen.days if chosen else ())
        self.days.rows.reread()
        none = tr("Choose a year first.")
        self.add_day.disable_because("" if chosen else none)
        self.remove_days.disable_because("" if chosen else none)
        self.forget.disable_because("" if chosen else none)

    def _ask_years(self) -> None:
        asked = ask_years(self, self.context.office.clock.today().year)
        if asked is None:
            return
        place, first, last = asked
        office = self.context.office
        self.context.run(
            tr("Filling public holidays"),
            lambda _progress: holiday_years.fill_range(office, place, first, last),
            lambda added: self.context.tell(tr("{count} years added", count=len(added))),
        )

    def _forget(self) -> None:
        ids = list(self.years.selected_ids())
        if ids:
            self.context.do(lambda: holiday_years.forget_years(self.context.office, ids))

    def _ask_day(self) -> None:
        chosen = self._chosen()
        asked = ask_day(self, chosen.place, chosen.year) if chosen else None
        if chosen is not None and asked is not None:
            when, name = asked
            self.context.do(lambda: holiday_years.add_day(self.context.office, chosen.place, when, name))

    def _remove_days(self) -> None:
        ids = list(self.days.selected_ids())
        if ids:
            self.context.do(lambda: holiday_years.remove_days(self.context.office, ids))


def _with_buttons(frame: QWidget, buttons: Sequence[QWidget]) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_2)
    column.addWidget(frame, 1)
    row = QHBoxLayout()
    row.setSpacing(SPACE_2)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    column.setAlignment(row, Qt.AlignmentFlag.AlignLeft)
    return part


def _year_columns() -> tuple[Column, ...]:
    return (
        Column(key="place", title=tr("Place"), value=lambda one: one.place, width=80, strong=True),
        Column(key="year", title=tr("Year"), value=lambda one: one.year, text=lambda one: str(one.year),
               kind=Cell.NUMBER, width=70),
        Column(key="days", title=tr("Days"), value=lambda one: len(one.days), kind=Cell.NUMBER, width=70),
        Column(key="weekend", title=tr("Weekend"), value=_weekend, width=110),
        Column(key="source", title=tr("Source"), value=lambda one: one.source, width=150),
    )  # fmt: skip


def _weekend(one: YearOfPlace) -> str:
    return ", ".join(tr(WEEKDAYS.get(name, name)) for name in one.weekend)


def _day_columns() -> tuple[Column, ...]:
    def words(one: Holiday) -> str:
        return day(one.day, "ddd d MMM yyyy")

    return (
        Column(key="day", title=tr("Day"), value=lambda one: one.day, text=words, kind=Cell.DATE, width=150,
               align_right=False),
        Column(key="name", title=tr("Name"), value=lambda one: one.name, width=240),
    )  # fmt: skip
