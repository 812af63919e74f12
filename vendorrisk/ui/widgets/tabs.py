"""Tabs of a page: a word, how many there are behind it, and a line under the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QTabBar

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.measured import Measured
from vendorrisk.ui.widgets.painting import draw_text, fill, ring, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import LINE, SELECTION_BAR
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEIGHT: Final = 33
"""The words' row of 30, the underline of 2 and the line under all tabs."""
_GAP: Final = 26
_COUNT_GAP: Final = 7
_BASE: Final = 19


class TabBar(Measured, QTabBar):
    """Draws its tabs as words; the keyboard and readers use it as any other tab bar."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, text: str, *, count: int | None = None) -> int:
        """Adds a tab and returns its number."""
        number = self.addTab(text)
        self.set_count(number, count)
        return number

    def set_count(self, number: int, count: int | None) -> None:
        """Shows how many there are behind the word; None shows nothing."""
        self.setTabData(number, count)
        spoken = self.tabText(number)
        if count is not None:
            spoken = tr("{tab}, {count}", tab=spoken, count=count)
        self.setAccessibleTabName(number, spoken)
        self.setTabText(number, self.tabText(number))  # makes Qt share the room out again
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, number: int) -> QSize:  # noqa: N802  (Qt's name)
        """Gives each tab the room of its bold state, so that choosing moves nothing."""
        last = number == self.count() - 1
        return QSize(self._word_width(number) + (0 if last else _GAP), current_theme().px(HEIGHT))

    def minimumTabSizeHint(self, number: int) -> QSize:  # noqa: N802  (Qt's name)
        """Never cuts a tab: those that do not fit are reached by the scroll buttons."""
        return self.tabSizeHint(number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws all tabs and the line under them."""
        tokens = current_theme().tokens
        painter = QPainter(self)
        fill(painter, QRect(0, self.height() - LINE, self.width(), LINE), tokens.separator)
        for number in range(self.count()):
            self._paint_tab(painter, number)
        painter.end()

    def _paint_tab(self, painter: QPainter, number: int) -> None:
        tokens = current_theme().tokens
        box = self.tabRect(number)
        chosen = number == self.currentIndex()
        base = box.top() + current_theme().px(_BASE)
        role = FontRole.STRONG if chosen else FontRole.MEDIUM
        colour = tokens.text if chosen else tokens.text2
        word = draw_text(painter, box.left(), base, self.tabText(number), role=role, colour=colour)
        count = self.tabData(number)
        if count is not None:
            draw_text(painter, box.left() + word + _COUNT_GAP, base, str(count), colour=tokens.text2)
        if chosen:
            under = QRect(box.left(), self.height() - LINE - 2, self._word_width(number), 2)
            fill(painter, under, tokens.accent)
            if self.hasFocus():
                ring(painter, box.adjusted(-SELECTION_BAR, 0, SELECTION_BAR - self._gap_after(number), -6))

    def _gap_after(self, number: int) -> int:
        return self.tabRect(number).width() - self._word_width(number)

    def _word_width(self, number: int) -> int:
        width = text_width(self.tabText(number), FontRole.STRONG)
        count = self.tabData(number)
        return width + (0 if count is None else _COUNT_GAP + text_width(str(count), FontRole.BODY))
