"""Settings, Dates: our time zone, and the tables of public holidays per place and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.domain.register.countries import country_name
from vendorrisk.ui.shell.holiday_dialogs import ask_day, ask_years
from vendorrisk.ui.shell.setting_form import Asked, SettingForm
from vendorrisk.ui.shell.zone_field import ZoneField
from vendorrisk.ui.widgets.buttons import primary, secondary
from vendorrisk.ui.widgets.columns import Cell, Column, day
from vendorrisk.ui.widgets.fields import ChoiceField
from vendorrisk.ui.widgets.labels import heading, heading_pieces, wrapping
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import EmptyState, Panel
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_pane import TableFrame
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PANEL_GAP, SPACE_2
from vendorrisk.ui.widgets.words import mark, tr
from vendorrisk.usecases.notice import holiday_years

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from vendorrisk.domain.message import Message
    from vendorrisk.domain.notice.records import Holiday
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.notice.holiday_years import YearOfPlace

PLACES_WIDTH = 520
LEAST_TABLE = 160
"""The height of the titles and four rows; on less room, as with large text, the tab scrolls."""
WEEKDAYS = {
    "MON": mark("Mon"), "TUE": mark("Tue"), "WED": mark("Wed"), "THU": mark("Thu"), "FRI": mark("Fri"),
    "SAT": mark("Sat"), "SUN": mark("Sun"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row of the left table: a place with the years whose holidays are known, the newest first."""

    id: str
    years: tuple[YearOfPlace, ...]


class DatesTab(QWidget):
    """The zone over two tables: places with their years at the left, the days of one year at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._places: list[Place] = []
        hint = tr("Dates of notices are counted in this zone, whatever this computer is set to.")
        self.form = SettingForm(context, (Asked(name="zone", make=ZoneField, hint=hint),))
        columns = _place_columns(context.say)
        self._place_source = ListSource((), columns)
        self.places = Table(PagedModel(self._place_source, columns), name=tr("Places with public holidays"))
        self.year = ChoiceField((), unset=tr("No year"))
        self.year.control.setAccessibleName(tr("Year"))
        self.place = heading("")
        self._day_source = ListSource((), _day_columns())
        self.days = Table(
            PagedModel(self._day_source, _day_columns()), name=tr("Public holidays of the year")
        )
        self.fill = secondary(tr("Fill years…"))
        self.forget = secondary(tr("Remove this year"))
        self.add_day = secondary(tr("Add a day…"))
        self.remove_days = secondary(tr("Remove days"))
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Reads zone and tables again; the chosen place and year stay chosen."""
        self.form.reload()
        self._places = by_place(holiday_years.known_years(self.context.office))
        self._place_source.replace(self._places)
        self.places.rows.reread()
        if not self.places.currentIndex().isValid() and self._places:
            self.places.selectRow(0)
        self._show_place()

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
        self._place_frame = TableFrame(self.places, None, "")
        first = primary(tr("Fill years…"))
        first.clicked.connect(self._ask_years)
        self._place_frame.set_empty(
            EmptyState(tr("No place has a table of public holidays yet."), first=first)
        )
        left = _with_buttons(self._place_frame, (self.fill,))
        left.setFixedWidth(PLACES_WIDTH)
        row.addWidget(left)
        of_year = (self.add_day, self.remove_days, self.forget)
        days = TableFrame(self.days, None, "")
        for frame in (self._place_frame, days):
            current_theme().keep_height(frame, LEAST_TABLE, may_grow=True)
        row.addWidget(_with_buttons(days, of_year, self._year_bar()), 1)
        column.addLayout(row, 1)

    def _year_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(SPACE_2)
        bar.addWidget(self.place, 1)
        bar.addWidget(self.year)
        return bar

    def _connect(self) -> None:
        self.places.current.connect(self._show_place)
        self.places.selected.connect(self._show_place)
        self.year.committed.connect(self._show_days)
        self.fill.clicked.connect(self._ask_years)
        self.forget.clicked.connect(self._forget)
        self.add_day.clicked.connect(self._ask_day)
        self.remove_days.clicked.connect(self._remove_days)
        self.days.archive.connect(lambda _ids: self._remove_days())

    def _chosen_place(self) -> Place | None:
        row_id = self.places.rows.id_at(self.places.currentIndex().row())
        return next((one for one in self._places if one.id == row_id), None)

    def _chosen(self) -> YearOfPlace | None:
        place, wanted = self._chosen_place(), self.year.value()
        years = place.years if place else ()
        return next((one for one in years if str(one.year) == wanted), None)

    def _show_place(self) -> None:
        """Offers the years of the chosen place, the one in sight first, else the newest."""
        place, wanted = self._chosen_place(), self.year.value()
        years = [str(one.year) for one in place.years] if place else []
        self.year.combo.clear()
        for one in years:
            self.year.combo.addItem(one, one)
        self.year.load(wanted if wanted in years else next(iter(years), None))
        self.year.setEnabled(bool(years))
        self.place.set_pieces(heading_pieces(name_of(place.id, self.context.say) if place else ""))
        self._show_days()

    def _show_days(self) -> None:
        chosen = self._chosen()
        self._day_source.replace(chosen.days if chosen else ())
        self.days.rows.reread()
        none = tr("Choose a place first.")
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
        chosen = self._chosen()
        if chosen is not None:
            self.context.do(lambda: holiday_years.forget_years(self.context.office, [chosen.id]))

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
        else:
            self.context.tell(tr("Choose the days in the table first."))


def by_place(years: Iterable[YearOfPlace]) -> list[Place]:
    """Puts the years of a place into one row, the newest first."""
    found: dict[str, list[YearOfPlace]] = {}
    for one in sorted(years, key=lambda one: -one.year):
        found.setdefault(one.place, []).append(one)
    return [Place(id=code, years=tuple(found[code])) for code in sorted(found)]


def name_of(code: str, say: Callable[[Message], str]) -> str:
    """A country by its name, a part of one by the country's name and its own code."""
    country, _, part = code.partition("-")
    known = country_name(country)
    name = known if isinstance(known, str) else say(known)
    return tr("{country} ({part})", country=name, part=part) if part else name


def _with_buttons(frame: QWidget, buttons: Sequence[QWidget], bar: QHBoxLayout | None = None) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_2)
    if bar is not None:
        column.addLayout(bar)
    column.addWidget(frame, 1)
    row = QHBoxLayout()
    row.setSpacing(SPACE_2)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    column.setAlignment(row, Qt.AlignmentFlag.AlignLeft)
    return part


def _place_columns(say: Callable[[Message], str]) -> tuple[Column, ...]:
    return (
        Column(key="place", title=tr("Place"), value=lambda one: name_of(one.id, say), width=130,
               strong=True),
        Column(key="years", title=tr("Years"), value=_years, width=120),
        Column(key="weekend", title=tr("Weekend"), value=_weekend, width=100),
        Column(key="source", title=tr("Source"), value=_source, width=130),
    )  # fmt: skip


def _years(one: Place) -> str:
    """The years in a row as a range, so that a gap is seen."""
    known = sorted(year.year for year in one.years)
    starts = [year for year in known if year - 1 not in known]
    ends = [year for year in known if year + 1 not in known]
    spans = zip(starts, ends, strict=True)
    return ", ".join(
        str(first) if first == last else tr("{first} to {last}", first=first, last=last)
        for first, last in spans
    )


def _weekend(one: Place) -> str:
    return ", ".join(tr(WEEKDAYS.get(name, name)) for name in one.years[0].weekend)


def _source(one: Place) -> str:
    return ", ".join(dict.fromkeys(year.source for year in one.years))


def _day_columns() -> tuple[Column, ...]:
    def words(one: Holiday) -> str:
        return day(one.day, "ddd d MMM yyyy")

    return (
        Column(key="day", title=tr("Day"), value=lambda one: one.day, text=words, kind=Cell.DATE, width=150,
               align_right=False),
        Column(key="name", title=tr("Name"), value=lambda one: one.name, width=240),
    )  # fmt: skip
