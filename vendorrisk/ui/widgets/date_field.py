"""A date typed or picked from a month."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QFrame, QLineEdit, QToolButton, QVBoxLayout

from vendorrisk.ui.widgets.buttons import IconButton
from vendorrisk.ui.widgets.dates import Unreadable, read_date, show_date
from vendorrisk.ui.widgets.fields import Field
from vendorrisk.ui.widgets.icons import Icon, icon
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import CONTROL_SMALL, SPACE_2
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_COLUMNS: Final = 8
_ROWS: Final = 8


class DateField(Field):
    """Takes 2026-04-03 or 3 Apr 2026; what can be read in two ways is refused with a sentence."""

    def __init__(self) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self._month: MonthPopover | None = None
        self.line.setPlaceholderText(tr("YYYY-MM-DD"))
        self.line.setMaxLength(40)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self._settle)
        self.button = IconButton(Icon.CALENDAR, tr("Pick a date"))
        self.button.clicked.connect(self._unfold)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.button)

    def value(self) -> date | None:
        """Returns the date, or None for an empty field.

        Raises:
            ValueError: The text is not a date; `problem` says why.
        """
        typed = self.line.text().strip()
        found = read_date(typed) if typed else None
        if isinstance(found, Unreadable):
            raise ValueError(typed)  # noqa: TRY004  (the value is wrong, not its type)
        return found

    def show_value(self, value: date | None) -> None:
        """Shows a date in ISO form."""
        self.line.setText(show_date(value))

    def problem(self) -> Unreadable | None:
        """Returns why the text is not taken as a date."""
        typed = self.line.text().strip()
        found = read_date(typed) if typed else None
        return found if isinstance(found, Unreadable) else None

    def unread(self) -> str:
        """Returns a text that is not taken as a date."""
        return self.line.text().strip() if self.problem() else ""

    def show_unread(self, typed: str) -> None:
        """Puts back such a text."""
        self.line.setText(typed)

    def pick(self, day: date) -> None:
        """Takes a date chosen from the month."""
        self.line.setText(show_date(day))
        self.edited.emit()
        self.commit()

    def _settle(self) -> None:
        if self.problem() is None:
            self.line.setText(show_date(self.value()))
        self.commit()

    def _unfold(self) -> None:
        if self._month is None:
            self._month = MonthPopover(self, self.pick)
        corner = self.line.mapToGlobal(QPoint(0, self.line.height() + 4))
        self._month.unfold(corner, None if self.problem() else self.value())


class MonthPopover(QFrame):
    """One month to pick a day from; Esc closes it and gives the focus back."""

    def __init__(self, parent: QWidget, pick: Callable[[date], None]) -> None:
        from PySide6.QtWidgets import QCalendarWidget  # noqa: PLC0415  (slow import)

        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("frame", "popover")
        self._pick = pick
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setGridVisible(False)
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, SPACE_2)
        column.addWidget(self.calendar)
        self._tint()
        current_theme().changed.connect(self._tint)

    def unfold(self, corner: QPoint, start: date | None) -> None:
        """Opens at a place of the screen, on a day if there is one already."""
        if start is not None:
            self.calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        self.move(corner)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Closes with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        """Replaces Qt's red weekends, black arrows and small cells: in the dark they cannot be seen."""
        tokens, cell = current_theme().tokens, current_theme().px(CONTROL_SMALL)
        weekend, head = QTextCharFormat(), QTextCharFormat()
        weekend.setForeground(QColor(tokens.text2))
        head.setForeground(QColor(tokens.text3))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        self.calendar.setHeaderTextFormat(head)
        self.calendar.setMinimumSize(_COLUMNS * (cell + SPACE_2), _ROWS * cell)
        for name, drawing in (("prevmonth", Icon.CHEVRON_LEFT), ("nextmonth", Icon.CHEVRON_RIGHT)):
            button = self.calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if isinstance(button, QToolButton):
                button.setIcon(icon(drawing))

    def _take(self, day: QDate) -> None:
        self.hide()
        self._pick(date(day.year(), day.month(), day.day()))
