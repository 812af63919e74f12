"""What a page is composed of: panels, figures, an inline message, and what is shown where nothing is yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.buttons import Button, IconButton, link
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import (
    ElidingLabel,
    Label,
    Phrase,
    figure,
    figure_pieces,
    heading,
    heading_pieces,
    line,
    restyle,
    wrapping,
)
from vendorrisk.ui.widgets.marks import draw_mark
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import (
    ICON_SMALL,
    PANEL_PADDING,
    SPACE_1,
    SPACE_2,
    SPACE_3,
    SPACE_4,
    SPACE_5,
    Kind,
)
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QLayout

HEADING_TOP = 9
"""Puts the centre of a panel's heading 22 below its edge, the heading row being 24 high."""
HEADING_ROW = 24


class Panel(QFrame):
    """A framed part of a page with its heading, and at most one link at the right of it."""

    def __init__(
        self,
        title: str = "",
        *,
        count: int | None = None,
        note: str = "",
        gap: int = SPACE_1,
        foot: int = PANEL_PADDING,
    ) -> None:
        """Takes what stands in the heading, the room under it, and the room under the last part."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)  # for the desktop's own look; the sheet draws another
        self.setProperty("frame", "panel")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, HEADING_TOP, 0, foot - 1)
        self._column.setSpacing(0)
        self.heading = heading(title, count=count, note=note)
        current_theme().keep_height(self.heading, HEADING_ROW)
        self._top = QHBoxLayout()
        self._top.setContentsMargins(PANEL_PADDING - 1, 0, PANEL_PADDING - 1, gap)
        self._top.setSpacing(SPACE_2)
        self._top.addWidget(self.heading, 1)
        self._column.addLayout(self._top)
        self.setAccessibleName(title)
        if not title:
            self.heading.hide()
            self._top.setContentsMargins(0, 0, 0, 0)
            self._column.setContentsMargins(0, PANEL_PADDING - 1, 0, foot - 1)

    def set_heading(self, title: str, *, count: int | None = None, note: str = "") -> None:
        """Changes what stands over the panel."""
        self.heading.set_pieces(heading_pieces(title, count=count, note=note))
        self.setAccessibleName(title)

    def add_link(self, text: str) -> Button:
        """Puts a verb at the right end of the heading, its end on the padding."""
        verb = link(text)
        verb.setProperty("ends", "true")
        self._top.addWidget(verb)
        self._top.setContentsMargins(
            PANEL_PADDING - 1, 0, PANEL_PADDING - 5, self._top.contentsMargins().bottom()
        )
        return verb

    def add_beside_heading(self, widget: QWidget) -> None:
        """Puts something between the heading and the link."""
        self._top.insertWidget(1, widget)

    def add(self, widget: QWidget, stretch: int = 0, *, bleed: int = 0) -> None:
        """Adds a part of the panel, `bleed` pixels wider at both sides than its texts."""
        self._column.addLayout(inset(widget, bleed=bleed), stretch)

    def add_layout(self, layout: QLayout) -> None:
        """Adds a layout within the panel's padding."""
        side = PANEL_PADDING - 1
        layout.setContentsMargins(side, 0, side, 0)
        self._column.addLayout(layout)

    def add_gap(self, size: int) -> None:
        """Leaves some room."""
        self._column.addSpacing(size)

    def add_line(self, kind: str = "hair", *, whole_width: bool = False) -> None:
        """Adds a line: within the padding, or from edge to edge between two groups."""
        self._column.addLayout(inset(line(kind=kind), bleed=PANEL_PADDING - 1 if whole_width else 0))

    def add_stretch(self) -> None:
        """Pushes what follows to the foot of the panel."""
        self._column.addStretch(1)


def inset(widget: QWidget, *, bleed: int = 0) -> QHBoxLayout:
    """Returns a part of a panel within its padding, `bleed` pixels wider at both sides than its texts."""
    row = QHBoxLayout()
    side = PANEL_PADDING - 1 - bleed
    row.setContentsMargins(side, 0, side, 0)
    row.addWidget(widget)
    return row


class EmptyState(QWidget):
    """One sentence on what belongs here, with the way to put it here."""

    def __init__(self, sentence: str, *, first: Button | None = None, second: Button | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_5, SPACE_5, SPACE_5, SPACE_5)
        column.setSpacing(SPACE_4)
        column.addStretch(1)
        self.sentence = wrapping(sentence)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sentence)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addStretch(1)
        for button in (first, second):
            if button is not None:
                row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)


class Mark(QWidget):
    """The shape of a kind beside a text."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def changeEvent(self, event: QEvent) -> None:
        """Grows with the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As large as its shape is drawn at this text size."""
        side = current_theme().px(ICON_SMALL)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never smaller: a shape that is cut is another shape."""
        return self.sizeHint()

    def set_kind(self, kind: Kind) -> None:
        """Shows another kind."""
        self._kind = kind
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the shape in the middle."""
        painter = QPainter(self)
        draw_mark(painter, self._kind, QPointF(self.width() / 2, self.height() / 2))
        painter.end()


class Banner(QFrame):
    """A message that stands in the page and stays until it is dealt with or put away."""

    closed = Signal()

    def __init__(self, kind: Kind, text: str, *, action: Button | None = None, closable: bool = True) -> None:
        super().__init__()
        self.setProperty("banner", kind.value)
        self._mark = Mark(kind)
        self._text = wrapping(text, tone="")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_3, 3, SPACE_1, 3)
        row.setSpacing(SPACE_2)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        if action is not None:
            row.addWidget(action)
        if closable:
            close = IconButton(Icon.CROSS, tr("Dismiss this message"), small=True, bare=True)
            close.clicked.connect(self._put_away)
            row.addWidget(close)

    def text(self) -> str:
        """Returns what the banner says."""
        return self._text.text()

    def say(self, kind: Kind, text: str) -> None:
        """Shows another message and tells readers about it."""
        self.setProperty("banner", kind.value)
        restyle(self)
        restyle(self._text)
        self._mark.set_kind(kind)
        self._text.setText(text)
        self.show()
        announce(self, text)

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()


def announce(widget: QWidget, text: str) -> None:
    """Has a screen reader say something that happened without the focus moving."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415  (slow import)

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of a `FigureStrip`: "148", "of 412", "customers affected"."""

    value: str
    unit: str = ""
    caption: str = ""


class FigureStrip(QFrame):
    """Two to four numbers side by side in one panel, all of one width."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        super().__init__()
        self.setProperty("frame", "panel")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PANEL_PADDING - 1, 0, PANEL_PADDING - 1, 0)
        self._row.setSpacing(0)
        self._cells: list[tuple[Phrase, Label]] = []
        for place, one in enumerate(figures):
            if place:
                self._row.addWidget(self._divider())
            self._row.addLayout(self._cell(one), 1)

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Shows other numbers in the same places."""
        for (phrase, caption), one in zip(self._cells, figures, strict=True):
            phrase.set_pieces(figure_pieces(one.value, one.unit))
            caption.setText(one.caption)

    def _cell(self, one: Figure) -> QVBoxLayout:
        phrase, caption = (
            figure(one.value, one.unit),
            ElidingLabel(one.caption, role=FontRole.CAPTION, tone="text2"),
        )
        self._cells.append((phrase, caption))
        column = QVBoxLayout()
        column.setContentsMargins(0, 13, SPACE_4, 8)
        column.setSpacing(5)
        column.addWidget(phrase)
        column.addWidget(caption)
        return column

    @staticmethod
    def _divider() -> QWidget:
        holder = QWidget()
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(0, 13, SPACE_4 - 1, 13)
        inner.addWidget(line(kind="hair", vertical=True))
        return holder
