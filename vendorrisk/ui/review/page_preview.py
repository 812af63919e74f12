"""The pages of a report as they will be printed: small beside its figures, or large enough to read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.buttons import IconButton
from vendorrisk.ui.widgets.dialogs import Dialog
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, line
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import LINE, PAGE_MARGIN, PANEL_PADDING, SCROLL_BAR, SPACE_2, SPACE_4
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from vendorrisk.usecases.ports import PaperPages

HEAD: Final = 47
A4: Final = 297 / 210
LARGE_PAGE: Final = 840
"""Pixels across a page on which its smallest text can be read."""
BESIDE_PAGE: Final = 2 * SPACE_4 + 2 * SCROLL_BAR + 2 * PAGE_MARGIN


class PagePreview(QFrame):
    """A framed preview with its pager; Left and Right turn the pages, a click or Enter opens them large."""

    opened = Signal()
    """The person wants to read the page."""

    def __init__(self, *, large: int = 0) -> None:
        """Takes how many pixels across a page is; without a number it fits the room there is."""
        super().__init__()
        self.large = large
        self.setProperty("frame", "panel")
        self._pages: PaperPages | None = None
        self._count = 0
        self.number = 0
        self.place = Label()
        self.before = IconButton(Icon.CHEVRON_LEFT, tr("Page before"), keys=tr("Left"), bare=True, small=True)
        self.after = IconButton(Icon.CHEVRON_RIGHT, tr("Next page"), keys=tr("Right"), bare=True, small=True)
        self.sheet = Sheet(self)
        self.before.clicked.connect(partial(self.turn, -1))
        self.after.clicked.connect(partial(self.turn, 1))
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(PANEL_PADDING - 1, 0, SPACE_2, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(ElidingLabel(tr("Preview"), role=FontRole.STRONG), 1)
        for widget in (self.before, self.place, self.after):
            row.addWidget(widget)
        current_theme().keep_height(head, HEAD)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line())
        if large:
            column.addWidget(_scrolled(self.sheet), 1)
            return
        column.addWidget(self.sheet, 1)
        column.addLayout(_centred(Label(tr("Click or Enter: enlarge"), role=FontRole.CAPTION, tone="text2")))
        self.opened.connect(self.read)

    def read(self) -> None:
        """Opens the page in sight so large that it can be read."""
        if self._pages is not None and self._count:
            reader = PageReader(self.window(), self._pages, self.number)
            reader.ask()
            self.turn(reader.preview.number - self.number)

    def show_pages(self, pages: PaperPages) -> None:
        """Shows another report, staying at the same page where it has that many."""
        self._pages, self._count = pages, pages.count
        self.turn(0)

    def turn(self, step: int) -> None:
        """Goes on by so many pages, staying within them."""
        self.number = max(0, min(self.number + step, self._count - 1))
        self.before.setEnabled(self.number > 0)
        self.after.setEnabled(self.number < self._count - 1)
        self.place.setText(tr("{number} of {count}", number=self.number + 1, count=self._count))
        self.sheet.forget()

    def picture(self, width: int) -> QImage | None:
        """The page in sight as a picture so many pixels wide."""
        if self._pages is None or not self._count:
            return None
        found = self._pages.picture(self.number, width)
        return QImage(
            found.pixels, found.width, found.height, 3 * found.width, QImage.Format.Format_BGR888
        ).copy()


class Sheet(QWidget):
    """One page on the page's ground; paper is never inverted."""

    def __init__(self, preview: PagePreview) -> None:
        super().__init__()
        self._preview = preview
        self._image: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "edge")
        self.setAccessibleName(tr("Preview"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if preview.large:
            self.setFixedSize(preview.large + 2 * SPACE_4, round(preview.large * A4) + 2 * SPACE_4)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAccessibleDescription(tr("Click or Enter: enlarge"))

    def forget(self) -> None:
        """Asks for the page again when it is next drawn."""
        self._image = None
        self.update()

    def sizeHint(self) -> QSize:
        """Has the shape of the paper with some air round it."""
        px = current_theme().px
        return QSize(px(266), round(px(228) * A4) + 2 * SPACE_4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turns the pages; Enter opens them large."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._preview.large:
            self._preview.opened.emit()
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._preview.turn(step)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the page large."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._preview.opened.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the page as large as there is room for it."""
        tokens = current_theme().tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.window))
        box = self._box()
        painter.fillRect(box, QColor(tokens.paper))
        ratio = self.devicePixelRatioF()
        wanted = round(box.width() * ratio)
        if self._image is None or self._image.width() != wanted:
            self._image = self._preview.picture(wanted) if wanted > 0 else None
        if self._image is not None:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, self._image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QColor(tokens.separator))
        painter.drawRect(box.adjusted(0, 0, -LINE, -LINE))
        painter.end()

    def _box(self) -> QRect:
        room = self.rect().adjusted(SPACE_4, SPACE_4, -SPACE_4, -SPACE_4)
        width = max(1, min(room.width(), round(room.height() / A4)))
        left = room.left() + (room.width() - width) // 2
        return QRect(left, room.top(), width, round(width * A4))


class PageReader(Dialog):
    """The pages above the window, as large as reading takes; it scrolls where the screen is low."""

    def __init__(self, parent: QWidget, pages: PaperPages, number: int) -> None:
        super().__init__(parent, tr("Preview"), width=LARGE_PAGE + BESIDE_PAGE)
        self.heading.hide()
        self.preview = PagePreview(large=self.width() - BESIDE_PAGE)
        self.preview.setMinimumHeight(max(0, parent.height() - 4 * HEAD))
        self.preview.number = number
        self.preview.show_pages(pages)
        self.body.addWidget(self.preview)
        self.offer_close()
        self.preview.sheet.setFocus()


def _scrolled(sheet: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    area.setWidget(sheet)
    return area


def _centred(label: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, SPACE_2)
    row.addStretch(1)
    row.addWidget(label)
    row.addStretch(1)
    return row
