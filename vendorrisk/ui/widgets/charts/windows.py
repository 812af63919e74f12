"""How long each kind of customer must be told before a change, as a table whose last column is an axis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor

from vendorrisk.ui.widgets.charts.chart import Chart, ChartData, ChartRow, Spot
from vendorrisk.ui.widgets.columns import DAY_FORMAT, day
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.marks import draw_mark
from vendorrisk.ui.widgets.painting import RIGHT, baseline, centred, draw_text, fill, ring, smooth, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import BAR_RADIUS, LINE, MARK, PANEL_PADDING, SPACE_3, SPACE_4, Kind
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

HEAD: Final = 33
HEAD_CENTRE: Final = 16
ROW_HEIGHT: Final = 36
BAR: Final = 12
SENT_BY: Final = 131
CUSTOMERS_END: Final = 259
AXIS: Final = 291
AFTER: Final = 85
"""Room for a date behind the longest bar."""
LIVE_LINE: Final = 1.5
LIVE_RISES: Final = 6
BESIDE_LIVE: Final = 10
MARK_AFTER_TERMS: Final = 13.5
NOTE_MARK: Final = 6
NOTE_TEXT: Final = 18
RING_INSET: Final = 5
FORMAT: Final = "d MMM"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """Customers with the same terms: until when they must have been told, or a `note` where no day counts.

    `ends_first` is when the window of the first of them ends, where the others follow later.
    The row that holds the date back is `serious`.
    """

    key: str
    terms: str
    sent_by: str
    customers: int
    ends: date | None = None
    ends_first: date | None = None
    note: str = ""
    note_kind: Kind = Kind.INFO
    serious: bool = False

    @property
    def words(self) -> str:
        """The row in one sentence for readers."""
        ends = self.end_words()
        apart = self.ends_first is not None and self.ends_first != self.ends
        until = tr("ending {days}", days=ends) if apart else tr("until {day}", day=ends)
        return tr(
            "{terms}, {sent_by}, {customers} customers, {until}",
            terms=self.terms,
            sent_by=self.sent_by,
            customers=self.customers,
            until=until if self.ends else self.note,
        )

    def end_words(self, form: str = DAY_FORMAT) -> str:
        """The day on which the windows end, or the first and last such day; the note where none counts."""
        if self.ends is None:
            return self.note
        last = day(self.ends, form)
        if self.ends_first is None or self.ends_first == self.ends:
            return last
        return tr("{first} to {last}", first=day(self.ends_first, form), last=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWindows:
    """All rows from the day notices go out to the day the change goes live, if that is known."""

    starts: date
    live: date | None
    rows: tuple[NoticeRow, ...]

    @property
    def last(self) -> date:
        """The last day the axis must reach."""
        days = [row.ends for row in self.rows if row.ends] + ([self.live] if self.live else [])
        return max([*days, self.starts + timedelta(days=1)])


class WindowsChart(Chart):
    """Draws the rows with their bars and one line "Live" through all of them."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self._windows: NoticeWindows | None = None

    def show_windows(self, windows: NoticeWindows) -> None:
        """Shows other windows."""
        self._windows = windows
        self.rebuild()

    def sizeHint(self) -> QSize:
        """Returns the height of head and rows."""
        rows = len(self._windows.rows) if self._windows else 0
        return QSize(560, current_theme().px(HEAD) + rows * current_theme().px(ROW_HEIGHT))

    # Geometry.

    def at(self, when: date) -> float:
        """Returns where a day lies on the axis."""
        windows = self._windows
        left = self._axis()
        if windows is None:
            return float(left)
        room = self.width() - PANEL_PADDING + LINE - self._after() - left
        share = (when - windows.starts).days / (windows.last - windows.starts).days
        return left + share * max(0, room)

    def _after(self) -> int:
        """Room behind the longest bar: for one date, or for two where windows of like terms end apart."""
        rows = self._windows.rows if self._windows else ()
        widest = max((text_width(one.end_words(FORMAT), FontRole.CAPTION_STRONG) for one in rows if one.ends),
                     default=0)  # fmt: skip
        return max(current_theme().px(AFTER), widest + SPACE_3 + SPACE_4)

    def _sent_by(self) -> int:
        rows = self._windows.rows if self._windows else ()
        widest = max((self._terms_width(row) for row in rows), default=0)
        return max(current_theme().px(SENT_BY), PANEL_PADDING - LINE + widest + SPACE_4)

    def _terms_width(self, row: NoticeRow) -> int:
        role = FontRole.STRONG if row.serious else FontRole.MEDIUM
        mark = current_theme().px(MARK) + SPACE_3 if row.serious else 0
        return text_width(row.terms, role) + mark

    def _customers_end(self) -> int:
        return self._sent_by() + current_theme().px(CUSTOMERS_END - SENT_BY)

    def _axis(self) -> int:
        return self._customers_end() + current_theme().px(AXIS - CUSTOMERS_END)

    def _row_box(self, number: int) -> QRect:
        px = current_theme().px
        return QRect(0, px(HEAD) + number * px(ROW_HEIGHT), self.width(), px(ROW_HEIGHT) - LINE)

    def _centre(self, number: int) -> int:
        return self._row_box(number).top() + current_theme().px(ROW_HEIGHT) // 2

    def _bottom_of_bars(self) -> int:
        """Returns where the line "Live" ends: below the last row with a bar."""
        rows = self._windows.rows if self._windows else ()
        with_bars = [number for number, row in enumerate(rows) if row.ends]
        return self._row_box(max(with_bars)).bottom() + LINE + 1 if with_bars else current_theme().px(HEAD)

    # Drawing.

    def draw(self, painter: QPainter) -> None:
        """Draws head, months, rows and the line of the day it goes live."""
        if self._windows is None:
            return
        self._draw_head(painter)
        self._draw_months(painter, self._windows)
        for number, row in enumerate(self._windows.rows):
            self._draw_row(painter, number, row, last=number == len(self._windows.rows) - 1)
        if self._windows.live:
            self._draw_live(painter, self._windows.live)

    def _draw_head(self, painter: QPainter) -> None:
        px, tokens = current_theme().px, current_theme().tokens
        base, role = baseline(px(HEAD_CENTRE)), FontRole.CAPTION_STRONG
        left, sent_by, end = PANEL_PADDING - LINE, self._sent_by(), self._customers_end()
        draw_text(painter, left, base, tr("Terms"), role=role, colour=tokens.text2)
        draw_text(painter, sent_by, base, tr("Sent by"), role=role, colour=tokens.text2)
        draw_text(
            painter,
            sent_by,
            base,
            tr("Customers"),
            role=role,
            colour=tokens.text2,
            width=end - sent_by,
            align=RIGHT,
        )
        fill(painter, QRect(0, px(HEAD) - LINE, self.width(), LINE), tokens.separator)

    def _draw_months(self, painter: QPainter, windows: NoticeWindows) -> None:
        px, tokens = current_theme().px, current_theme().tokens
        base = baseline(px(HEAD_CENTRE))
        live = self._live_span(windows)
        taken = self._axis()
        for when in [windows.starts, *_firsts(windows.starts, windows.last)]:
            label, left = day(when, FORMAT), round(self.at(when))
            right = left + text_width(label, FontRole.CAPTION)
            if left < taken or (live and right + SPACE_3 > live[0] and left < live[1] + SPACE_3):
                continue
            draw_text(painter, left, base, label, role=FontRole.CAPTION, colour=tokens.text2)
            taken = right + SPACE_3
            if when != windows.starts:
                line = QRect(left, px(HEAD), LINE, self._bottom_of_bars() - px(HEAD))
                fill(painter, line, tokens.hair)

    def _live_span(self, windows: NoticeWindows) -> tuple[float, float] | None:
        if windows.live is None:
            return None
        half = text_width(self._live_words(windows.live), FontRole.CAPTION_STRONG) / 2
        return self.at(windows.live) - half, self.at(windows.live) + half

    @staticmethod
    def _live_words(live: date) -> str:
        return tr("Live {day}", day=day(live, FORMAT))

    def _draw_row(self, painter: QPainter, number: int, row: NoticeRow, *, last: bool) -> None:
        tokens = current_theme().tokens
        box = self._row_box(number)
        pair = tokens.chips[Kind.SERIOUS]
        if row.serious:
            fill(painter, box, pair.bg)
        self._draw_terms(painter, self._centre(number), row, colour=pair.fg if row.serious else "")
        if row.ends:
            self._draw_bar(painter, self._centre(number), row, row.ends)
        else:
            self._draw_note(painter, self._centre(number), row)
        if not last:
            inset = PANEL_PADDING - LINE
            fill(painter, QRect(inset, box.bottom() + 1, self.width() - 2 * inset, LINE), tokens.hair)

    def _draw_terms(self, painter: QPainter, centre: int, row: NoticeRow, *, colour: str) -> None:
        tokens, base = current_theme().tokens, baseline(centre)
        left, sent_by, end = PANEL_PADDING - LINE, self._sent_by(), self._customers_end()
        role = FontRole.STRONG if row.serious else FontRole.MEDIUM
        drawn = draw_text(painter, left, base, row.terms, role=role, colour=colour)
        if row.serious:
            draw_mark(painter, Kind.SERIOUS, QPointF(left + drawn + MARK_AFTER_TERMS, centre))
        draw_text(painter, sent_by, base, row.sent_by, colour=colour or tokens.text2)
        draw_text(
            painter,
            sent_by,
            base,
            str(row.customers),
            role=role,
            colour=colour,
            width=end - sent_by,
            align=RIGHT,
        )

    def _draw_bar(self, painter: QPainter, centre: int, row: NoticeRow, ends: date) -> None:
        theme = current_theme()
        serious = theme.tokens.chips[Kind.SERIOUS].fg
        height, left, end = theme.px(BAR), self._axis(), self.at(ends)
        with smooth(painter):
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(QColor(serious if row.serious else theme.tokens.accent))
            painter.drawRoundedRect(
                QRectF(left, centre - height // 2, max(LINE, end - left), height), BAR_RADIUS, BAR_RADIUS
            )
        draw_text(
            painter,
            self._end_label(end, row.end_words(FORMAT), strong=row.serious),
            baseline(centre),
            row.end_words(FORMAT),
            role=FontRole.CAPTION_STRONG if row.serious else FontRole.CAPTION,
            colour=serious if row.serious else "",
        )

    def _end_label(self, end: float, label: str, *, strong: bool) -> int:
        """Returns where the date behind a bar begins: beyond the line "Live" if it would cross that."""
        left = round(end) + SPACE_3
        role = FontRole.CAPTION_STRONG if strong else FontRole.CAPTION
        live = self.at(self._windows.live) if self._windows and self._windows.live else -1.0
        crosses = end <= live < left + text_width(label, role) + SPACE_3
        return round(live) + BESIDE_LIVE if crosses else left

    def _draw_note(self, painter: QPainter, centre: int, row: NoticeRow) -> None:
        px, left = current_theme().px, self._axis()
        draw_mark(painter, row.note_kind, QPointF(left + px(NOTE_MARK), centre))
        at = left + px(NOTE_TEXT)
        draw_text(
            painter,
            at,
            baseline(centre),
            row.note,
            role=FontRole.CAPTION,
            colour=current_theme().tokens.text2,
            width=self.width() - PANEL_PADDING - at,
        )

    def _draw_live(self, painter: QPainter, live: date) -> None:
        px, x = current_theme().px, self.at(live)
        label = self._live_words(live)
        left = centred(x + LIVE_LINE / 2, label, FontRole.CAPTION_STRONG)
        draw_text(painter, left, baseline(px(HEAD_CENTRE)), label, role=FontRole.CAPTION_STRONG)
        top = px(HEAD) - LINE - LIVE_RISES
        with smooth(painter):
            line = QRectF(round(x) - 0.25, top, LIVE_LINE, self._bottom_of_bars() - top)
            painter.fillRect(line, QColor(current_theme().tokens.text))

    def draw_ring(self, painter: QPainter, spot: Spot) -> None:
        """Draws the ring just inside the row."""
        ring(painter, spot.box.adjusted(RING_INSET, 0, -RING_INSET, 0))

    # Walking and reading.

    def spots(self) -> Sequence[Spot]:
        """Returns the rows from top to bottom."""
        rows = self._windows.rows if self._windows else ()
        return [
            Spot(key=row.key, words=row.words, box=self._row_box(number), lane=number)
            for number, row in enumerate(rows)
        ]

    def data(self) -> ChartData:
        """Returns the rows with their last day."""
        rows = self._windows.rows if self._windows else ()
        return ChartData(
            titles=(tr("Terms"), tr("Sent by"), tr("Customers"), tr("Ends")),
            rows=tuple(
                ChartRow(
                    key=row.key,
                    cells=(
                        row.terms,
                        row.sent_by,
                        str(row.customers),
                        row.end_words(),
                    ),
                )
                for row in rows
            ),
        )


def _firsts(after: date, until: date) -> list[date]:
    """Returns the first days of the months after a day, up to another."""
    firsts: list[date] = []
    when = after.replace(day=1)
    while (when := (when + timedelta(days=32)).replace(day=1)) <= until:
        firsts.append(when)
    return firsts
