"""What of the quarterly review is shown: which quarter, as at which day, and which sections are printed."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from vendorrisk.domain.message import msg
from vendorrisk.domain.months import add_months
from vendorrisk.domain.review.quarters import Quarter, quarter_of
from vendorrisk.domain.review.report import EVERYTHING, Section
from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import Entry
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.widgets.buttons import IconButton, quiet
from vendorrisk.ui.widgets.choice_button import ChoiceButton
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.flow_layout import FlowLayout
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.table_menus import StayingMenu
from vendorrisk.ui.widgets.tokens import SPACE_2
from vendorrisk.ui.widgets.words import mark, tr
from vendorrisk.usecases.review.quarterly import checked_day

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.ui.shell.context import Context

CHOICES: Final = 12
"""Quarters to choose from in the menu; the arrows lead further back."""
_SECTIONS: Final = "reports.sections"
"""The sections that the person leaves out, in the window store."""


class QuarterBar(QWidget):
    """Three choices in a row, or in several where text is large."""

    quarter_chosen = Signal(object)
    day_chosen = Signal(object)
    """A day of the quarter, None for its last or today."""
    sections_chosen = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.quarter = quarter_of(self.today)
        self.as_at: date | None = None
        self.before = IconButton(Icon.CHEVRON_LEFT, tr("Quarter before"))
        self.after = IconButton(Icon.CHEVRON_RIGHT, tr("Next quarter"))
        self.quarters = QMenu()
        self.chooser = ChoiceButton("", self.quarters, width=224)
        self.days = QMenu()
        self.as_at_button = ChoiceButton(tr("As at"), self.days, width=160)
        self.sections_menu = StayingMenu()
        self.sections_button = ChoiceButton(tr("Sections"), self.sections_menu, width=150)
        self.all = quiet(tr("All figures"))
        row = FlowLayout(self, gap=SPACE_2)
        parts = (self.before, self.chooser, self.after, self.as_at_button, self.sections_button, self.all)
        for widget in parts:
            row.addWidget(widget)
        self.before.clicked.connect(lambda: self.quarter_chosen.emit(self.quarter.previous))
        self.after.clicked.connect(lambda: self.quarter_chosen.emit(self.quarter.following))
        self._fill_sections()

    @property
    def today(self) -> date:
        """Today's date for rules and documents."""
        return self._context.office.clock.today()

    @property
    def last_day(self) -> date:
        """The last day that can be looked at: the quarter's, or today."""
        return min(self.today, self.quarter.last)

    @property
    def is_running(self) -> bool:
        """Whether the quarter has not ended."""
        return self.quarter.last >= self.today

    def sections(self) -> frozenset[Section]:
        """What stands in the printed report."""
        left_out = (self._context.store.get(_SECTIONS) or "").split()
        return EVERYTHING - {one for one in Section if one in left_out} or EVERYTHING

    def show_choice(self, quarter: Quarter, as_at: date | None) -> None:
        """Shows what is chosen."""
        self.quarter, self.as_at = quarter, as_at
        self.chooser.set_value(long_quarter(quarter))
        self.as_at_button.set_value(day(as_at or self.last_day))
        self.after.setEnabled(quarter < quarter_of(self.today))
        self._fill_quarters()
        self._fill_days()

    def ask_day(self) -> FormDialog:
        """Asks for any day of the quarter that is not ahead."""
        office, quarter = self._context.office, self.quarter
        hint = tr("From {first} to {last}.", first=day(quarter.first), last=day(self.last_day))
        entry = Entry(key="as_at", label=tr("As at"), ask=entries.day(), required=True, hint=hint)

        def work(_typed: dict[str, str]) -> date:
            return checked_day(office, quarter, dialog.form.field("as_at").value())

        dialog = FormDialog(
            self._context, self.window(), tr("The quarter on another day"), [entry], verb=tr("Show"),
            work=work, done=self.day_chosen.emit, values={"as_at": self.as_at or self.last_day},
        )  # fmt: skip
        return dialog.unfold()

    def _fill_quarters(self) -> None:
        self.quarters.clear()
        one = quarter_of(self.today)
        for _ in range(CHOICES):
            self.quarters.addAction(long_quarter(one), partial(self.quarter_chosen.emit, one))
            one = one.previous

    def _fill_days(self) -> None:
        """The end, the ends of the months before it, and any other day."""
        self.days.clear()
        last = self.last_day
        key = mark("Today, {day}") if self.is_running else mark("End of the quarter, {day}")
        self.days.addAction(tr(key, day=day(last)), partial(self.day_chosen.emit, None))
        for end in month_ends(self.quarter):
            if end < last:
                self.days.addAction(day(end), partial(self.day_chosen.emit, end))
        self.days.addSeparator()
        self.days.addAction(tr("Another day…"), self.ask_day)

    def _fill_sections(self) -> None:
        chosen = self.sections()
        for one in Section:
            action = self.sections_menu.addAction(self._context.say(msg(f"review.section.{one}")))
            action.setData(one.value)
            action.setCheckable(True)
            action.setChecked(one in chosen)
            action.triggered.connect(self._on_section)
        self._tell_sections()

    def _on_section(self) -> None:
        left_out = [one.data() for one in self.sections_menu.actions() if not one.isChecked()]
        self._context.store.put(_SECTIONS, " ".join(left_out))
        self._tell_sections()
        self.sections_chosen.emit()

    def _tell_sections(self) -> None:
        """Says how many are printed; the last one cannot be left out."""
        ticked = [one for one in self.sections_menu.actions() if one.isChecked()]
        for one in self.sections_menu.actions():
            one.setEnabled(not (len(ticked) == 1 and one in ticked))
        self.sections_button.set_value(tr("{part} of {whole}", part=len(ticked), whole=len(Section)))


def month_ends(quarter: Quarter) -> list[date]:
    """The last days of the months of a quarter, the newest first."""
    return [add_months(quarter.first, number) - timedelta(days=1) for number in (3, 2, 1)]


def long_quarter(quarter: Quarter) -> str:
    """A quarter with its first and last day."""
    return tr(
        "Q{number} {year}, {first} to {last}", number=quarter.number, year=quarter.year,
        first=day(quarter.first, "d MMM"), last=day(quarter.last, "d MMM"),
    )  # fmt: skip
