"""An answer as text to read and copy: what is new in it is tinted and underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from vendorrisk.domain.diligence.text_changes import Stretch
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import tone_colour
from vendorrisk.ui.widgets.painting import fill, smooth
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPaintEvent, QTextBlock, QTextLine, QWheelEvent

LINE_HEIGHT: Final = 22
TINT: Final = 18
"""The ground of new words is a little lower than a line, so that two lines keep apart."""
TINT_TOP: Final = -1
BLEED: Final = 2
"""How far that ground stands out to both sides; a page gives the text that much more room."""
UNDERLINE: Final = 1.5
ROUND: Final = 3


class AnswerText(QTextEdit):
    """Read-only text that is as high as its lines; the page scrolls, not the text."""

    def __init__(self, *, name: str, tone: str = "text") -> None:
        super().__init__()
        self._tone = tone
        self._stretches: tuple[Stretch, ...] = ()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAccessibleName(name)
        self.setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        current_theme().dress(self, FontRole.BODY)
        current_theme().changed.connect(self._write)

    def show_stretches(self, stretches: Sequence[Stretch]) -> None:
        """Shows an answer in stretches, of which some are new."""
        self._stretches = tuple(stretches)
        new = [stretch.text for stretch in stretches if stretch.is_new]
        self.setAccessibleDescription(tr("New since last time: {words}", words="; ".join(new)) if new else "")
        self._write()

    def show_text(self, text: str) -> None:
        """Shows a text in which nothing is marked."""
        self.show_stretches((Stretch(text, is_new=False),))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the ground and line of new words, then the text over it."""
        tokens = current_theme().tokens
        painter = QPainter(self.viewport())
        for box in self._tints():
            fill(painter, box, tokens.selection, radius=ROUND)
            with smooth(painter):
                line = QRectF(
                    box.left() + BLEED, box.bottom() - UNDERLINE, box.width() - 2 * BLEED, UNDERLINE
                )
                fill(painter, line, tokens.accent if tokens.dark else tokens.link)
        painter.end()
        super().paintEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves scrolling to what is round it."""
        event.ignore()

    def _write(self) -> None:
        theme = current_theme()
        self.setTextColor(tone_colour(theme.tokens, self._tone))
        self.setPlainText("".join(stretch.text for stretch in self._stretches))
        lines = QTextBlockFormat()
        lines.setLineHeight(theme.px(LINE_HEIGHT), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)
        frame = self.document().rootFrame()
        sides = frame.frameFormat()
        sides.setLeftMargin(BLEED)
        sides.setRightMargin(BLEED)
        frame.setFrameFormat(sides)

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(max(current_theme().px(LINE_HEIGHT), round(size.height())))

    def _tints(self) -> Iterator[QRectF]:
        start = 0
        for stretch in self._stretches:
            end = start + _units(stretch.text)
            if stretch.is_new:
                yield from self._boxes(start, end)
            start = end

    def _boxes(self, start: int, end: int) -> Iterator[QRectF]:
        """The boxes of the characters from `start` up to `end`, one per line of the text."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
            for line in _lines(block):
                first = max(start - block.position(), line.textStart())
                last = min(end - block.position(), line.textStart() + line.textLength())
                last -= _blanks_at(block.text()[first:last])
                if first < last:
                    yield self._box(line, first, last).translated(corner)
            block = block.next()

    @staticmethod
    def _box(line: QTextLine, first: int, last: int) -> QRectF:
        left, right = _x(line, first), _x(line, last)
        top = line.y() + current_theme().px(TINT_TOP)
        return QRectF(left - BLEED, top, right - left + 2 * BLEED, current_theme().px(TINT))


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)
    return float(found[0])  # the binding gives the place, too


def _units(text: str) -> int:
    """Returns how long Qt takes a text to be: letters beyond the first 65,536 count twice."""
    return len(text.encode("utf-16-le")) // 2


def _blanks_at(words: str) -> int:
    """Returns how many blanks stand where a line breaks: they are nothing to look at."""
    return len(words) - len(words.rstrip())


def _lines(block: QTextBlock) -> Iterator[QTextLine]:
    layout = block.layout()
    return (layout.lineAt(number) for number in range(layout.lineCount()))
