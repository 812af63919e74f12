"""What all charts share: a name, things to step on and open, words for each, and a table of the same data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from vendorrisk.ui.widgets.labels import tip
from vendorrisk.ui.widgets.painting import ring
from vendorrisk.ui.widgets.panels import announce
from vendorrisk.ui.widgets.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from vendorrisk.ui.widgets.charts.chart_table import ChartTable

RING_AIR: Final = 3
TABLE_KEY: Final = Qt.Key.Key_T


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A thing in a chart one can step on: where it is drawn, what it says, what it opens.

    Left and right move within a `lane`, up and down to the nearest spot of the next lane.
    """

    key: str
    words: str
    box: QRect
    lane: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """One line of a chart's table: what it opens, and its cells."""

    key: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartData:
    """The same data as a table: the titles of the columns and the lines."""

    titles: tuple[str, ...]
    rows: tuple[ChartRow, ...]


class Chart(QWidget):
    """A drawing to be walked by arrow keys. Enter opens the spot, T shows the table and the drawing again.

    A chart draws itself in `draw`, says in `spots` what can be stepped on, and in `data` what it shows.
    """

    opened = Signal(str)
    """The key of the spot the person wants to see behind."""
    table_shown = Signal(bool)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self._spots: tuple[Spot, ...] = ()
        self._stale = True
        self._current = ""
        self._table: ChartTable | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        current_theme().changed.connect(self.rebuild)

    # What a chart says of itself.

    def draw(self, painter: QPainter) -> None:
        """Draws the chart in logical pixels."""
        raise NotImplementedError

    def spots(self) -> Sequence[Spot]:
        """Returns what can be stepped on in the present size."""
        raise NotImplementedError

    def data(self) -> ChartData:
        """Returns what the chart shows as a table."""
        raise NotImplementedError

    # Walking.

    def current(self) -> Spot | None:
        """Returns the spot the keyboard is on."""
        return next((spot for spot in self._known() if spot.key == self._current), None)

    def go_to(self, key: str) -> None:
        """Puts the keyboard on a spot and tells readers what it says."""
        self._current = key
        spot = self.current()
        self.setAccessibleDescription(spot.words if spot else "")
        if spot and self.hasFocus():
            announce(self, spot.words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps, opens, or shows the table."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == TABLE_KEY:
            self.show_table(visible=True)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._current:
            self.opened.emit(self._current)
        elif not self._step(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _step(self, key: Qt.Key) -> bool:
        spots, here = self._known(), self.current()
        target = step(spots, here, key) if spots else None
        if target is None:
            return key in ARROWS and bool(spots)
        self.go_to(target.key)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Starts on the first spot the first time."""
        super().focusInEvent(event)
        if self.current() is None and self._known():
            self.go_to(self._known()[0].key)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.update()

    # Pointing.

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows a hand over what can be opened."""
        over = self.spot_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the spot that was clicked."""
        super().mouseReleaseEvent(event)
        spot = self.spot_at(event.position().toPoint())
        if spot and event.button() == Qt.MouseButton.LeftButton:
            self.go_to(spot.key)
            self.opened.emit(spot.key)

    def spot_at(self, at: QPoint) -> Spot | None:
        """Returns the spot under a point, the one drawn last if several are."""
        return next((spot for spot in reversed(self._known()) if spot.box.contains(at)), None)

    def event(self, event: QEvent) -> bool:
        """Shows the words of the spot under the pointer as a tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self.spot_at(event.pos())
            QToolTip.showText(event.globalPos(), tip(spot.words) if spot else "", self)
            return True
        return super().event(event)

    # The table.

    def show_table(self, *, visible: bool) -> None:
        """Shows the data as a table in place of the drawing, or the drawing again."""
        if visible and self._table is None:
            from vendorrisk.ui.widgets.charts.chart_table import ChartTable  # noqa: PLC0415  (slow import)

            self._table = ChartTable(self)
        if self._table is not None:
            self._table.show_data(self.data() if visible else None)
        if not visible:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table_shown.emit(visible)

    @property
    def table(self) -> ChartTable | None:
        """The table, once it was asked for."""
        return self._table

    # Painting.

    def rebuild(self) -> None:
        """Draws again after a change of data, size or theme."""
        self._stale = True
        stops = Qt.FocusPolicy.StrongFocus if self._known() else Qt.FocusPolicy.NoFocus
        if self.focusPolicy() is not stops:
            self.setFocusPolicy(stops)
        if self._table is not None and self._table.isVisible():
            self._table.show_data(self.data())
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the chart and the ring round the spot the keyboard is on."""
        del event
        painter = QPainter(self)
        self.draw(painter)
        spot = self.current()
        if self.hasFocus() and spot:
            self.draw_ring(painter, spot)
        painter.end()

    def draw_ring(self, painter: QPainter, spot: Spot) -> None:
        """Draws the focus ring round a spot with a little air."""
        ring(painter, spot.box.adjusted(-RING_AIR, -RING_AIR, RING_AIR, RING_AIR) & self.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds everything a new place."""
        super().resizeEvent(event)
        self._stale = True
        if self._table is not None:
            self._table.setGeometry(self.rect())

    def minimumSizeHint(self) -> QSize:
        """Needs its height, and gives way sideways."""
        return QSize(0, self.sizeHint().height())

    def _known(self) -> tuple[Spot, ...]:
        if self._stale:
            self._spots = tuple(self.spots())
            self._stale = False
        return self._spots


ARROWS: Final = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
ALONG: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ACROSS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def step(spots: Sequence[Spot], here: Spot | None, key: Qt.Key) -> Spot | None:
    """Returns where a key leads: None if it leads nowhere from here."""
    in_order = sorted(spots, key=lambda spot: (spot.lane, spot.box.center().x()))
    ends = {Qt.Key.Key_Home: in_order[0], Qt.Key.Key_End: in_order[-1]}
    if key in ends:
        return ends[key]
    if here is None:
        return in_order[0] if key in ARROWS else None
    if key in ALONG:
        lane = [spot for spot in in_order if spot.lane == here.lane]
        place = lane.index(here) + ALONG[key]
        return lane[place] if 0 <= place < len(lane) else None
    return _across(in_order, here, ACROSS[key]) if key in ACROSS else None


def _across(spots: Sequence[Spot], here: Spot, direction: int) -> Spot | None:
    lanes = [spot.lane for spot in spots if (spot.lane - here.lane) * direction > 0]
    if not lanes:
        return None
    lane = min(lanes, key=lambda number: abs(number - here.lane))
    nearby = [spot for spot in spots if spot.lane == lane]
    return min(nearby, key=lambda spot: abs(spot.box.center().x() - here.box.center().x()))
