"""Columns declared as data: what a cell holds, says and looks like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QDate, QLocale, Qt

from vendorrisk.ui.widgets.words import joined

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from vendorrisk.ui.widgets.tokens import Kind

DAY_FORMAT: Final = "d MMM yyyy"


class Cell(StrEnum):
    """How a column's cells are drawn."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    STATUS = "status"
    MARK = "mark"
    SIGN = "sign"
    TRUTH = "truth"
    VERB = "verb"
    PROGRESS = "progress"
    CHECK = "check"
    TICK = "tick"


class Status(NamedTuple):
    """A state as mark and words; a chip only where something is open or wrong."""

    kind: Kind
    text: str
    chip: bool = True


def chip(kind: Kind, text: str) -> Status:
    """Returns a state that asks for attention: drawn as a filled chip."""
    return Status(kind, text)


def plain(kind: Kind, text: str) -> Status:
    """Returns a state that is as it should be: drawn as a mark and plain text."""
    return Status(kind, text, chip=False)


RIGHT: Final = frozenset({Cell.NUMBER, Cell.DATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: where its value comes from and how it is shown, sorted, sized and copied.

    `value` gives the native value (text, number, date, None, a share between 0 and 1 for PROGRESS, the
    Status for STATUS, MARK and SIGN (the mark alone, its words in the tip), True or False for TRUTH and
    TICK, where None has no box at all); `text` the words for it where they are more than the value in the
    person's own format, or less, if they are `shortened`: readers, tips and copies then take the value;
    `beside` a quieter text behind them, such as how far away a date is. `width` is in logical pixels at a
    text size of 100 %; 0 measures header and content. `fold` above 0 lets the column give way when space
    is short, the highest first. `sort_key` is empty where the source cannot order by it.
    """

    key: str
    title: str
    value: Callable[[Any], Any]
    text: Callable[[Any], str] | None = None
    shortened: bool = False
    beside: Callable[[Any], str] | None = None
    kind: Cell = Cell.TEXT
    width: int = 0
    align_right: bool | None = None
    sort_key: str = ""
    strong: bool = False
    shown: bool = True
    fold: int = 0
    tip: str = ""

    @property
    def to_the_right(self) -> bool:
        """Whether texts end on a common edge, as numbers and dates do; with two texts they begin on one."""
        ends = self.kind in RIGHT and self.beside is None
        return ends if self.align_right is None else self.align_right

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Returns how header and cells are aligned."""
        side = Qt.AlignmentFlag.AlignRight if self.to_the_right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def words(self, row: Any) -> str:
        """Returns what the cell of a row says, in the person's own format."""
        return self.text(row) if self.text else display(self.value(row))

    def whole(self, row: Any) -> str:
        """Returns what the cell of a row says when nothing is left out for want of room."""
        return display(self.value(row)) if self.shortened else self.words(row)

    def distance(self, row: Any) -> str:
        """Returns the quieter text behind the words of a row, if it has both."""
        return self.beside(row) if self.beside and self.words(row) else ""

    def spoken(self, row: Any) -> str:
        """Returns everything the cell of a row says, for readers and tips."""
        return joined(self.whole(row), self.distance(row))

    def status(self, row: Any) -> Status | None:
        """Returns the state the cell of a row shows, where the column shows states."""
        value = self.value(row)
        return value if isinstance(value, Status) else None


def check_column(title: str) -> Column:
    """Returns the column of check boxes, the visible second way to select rows; `title` is for readers."""
    return Column(key="check", title=title, value=lambda _row: None, kind=Cell.CHECK, width=36)


def display(value: Any) -> str:
    """Returns a native value in the person's own format; nothing at all for a missing one."""
    if value is None:
        return ""
    if isinstance(value, Status):
        return value.text
    if isinstance(value, date):
        return day(value)
    if isinstance(value, float):
        return QLocale().toString(value, "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest)
    if isinstance(value, int) and not isinstance(value, bool):
        return QLocale().toString(value)
    return str(value)


def day(value: date, pattern: str = DAY_FORMAT) -> str:
    """Returns a day in words of the person's language, the month never as a number."""
    return QLocale().toString(QDate(value.year, value.month, value.day), pattern)


def time_of_day(at: datetime, zone: tzinfo | None = None) -> str:
    """Returns an instant as this computer (or a zone) tells its time, with its offset: "14:02 UTC+1"."""
    local = at.astimezone(zone)
    minutes = int((local.utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    off = f"{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02d}" if rest else "") if minutes else ""
    return f"{local:%H:%M} UTC{off}"


def iso(value: date) -> str:
    """Returns a day, or an instant to the second, as ISO 8601."""
    return value.isoformat(sep=" ", timespec="seconds") if isinstance(value, datetime) else value.isoformat()
