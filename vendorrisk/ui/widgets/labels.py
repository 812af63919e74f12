"""Texts that are never markup, that shrink with a tooltip, and that share a baseline."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import LINE, Kind, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

_KINDS = frozenset(Kind)
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "<br>"))
"""In this order; the standard module for it would cost every start the table of all HTML names."""


def tip(text: str) -> str:
    """Returns a text as a tooltip that shows it letter by letter, whatever it contains."""
    for raw, safe in _ESCAPES:
        text = text.replace(raw, safe)
    return f"<qt>{text}</qt>" if text else ""


def tone_colour(tokens: Tokens, tone: str) -> str:
    """Returns the colour of a tone: a text role of `Tokens`, or the foreground of a chip kind."""
    return tokens.chips[Kind(tone)].fg if tone in _KINDS else str(getattr(tokens, tone))


class Label(QLabel):
    """A plain text in the font of its role."""

    def __init__(self, text: str = "", *, role: FontRole = FontRole.BODY, tone: str = "text") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        current_theme().dress(self, role)

    def set_tone(self, tone: str) -> None:
        """Changes what the colour says."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


def restyle(widget: QWidget) -> None:
    """Makes the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def wrapping(text: str, *, role: FontRole = FontRole.BODY, tone: str = "text2") -> Label:
    """Returns a text that breaks into lines where it does not fit."""
    label = Label(text, role=role, tone=tone)
    label.setWordWrap(True)
    return label


class ElidingLabel(Label):
    """One line that never forces its surroundings wider; cut text stands whole in the tooltip."""

    def __init__(self, text: str = "", *, role: FontRole = FontRole.BODY, tone: str = "text") -> None:
        super().__init__(text, role=role, tone=tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Asks for no width at all."""
        return QSize(0, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:  # noqa: N802  (Qt's name)
        """Shows another text."""
        super().setText(text)
        self._tell_if_cut()

    def is_cut(self) -> bool:
        """Whether part of the text is not visible."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the whole text into the tooltip once it no longer fits."""
        super().resizeEvent(event)
        self._tell_if_cut()

    def changeEvent(self, event: QEvent) -> None:
        """Looks again whether the text fits its new size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._tell_if_cut()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws as much of the text as there is room for."""
        painter = QPainter(self)
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)
        painter.end()

    def _tell_if_cut(self) -> None:
        self.setToolTip(tip(self.text()) if self.is_cut() else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One stretch of a `Phrase` with its own size, weight and colour."""

    text: str
    role: FontRole = FontRole.BODY
    tone: str = "text"


class Phrase(QLabel):
    """Texts of different sizes on one baseline, such as a figure and its unit; the last one gives way.

    A row of labels would centre each size for itself and leave small text a pixel high.
    """

    def __init__(self, *pieces: Piece, gap: int = 8) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._gap = gap
        self._pieces: tuple[Piece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_pieces(pieces)

    def set_pieces(self, pieces: Iterable[Piece]) -> None:
        """Says something else; empty pieces take no room."""
        self._pieces = tuple(piece for piece in pieces if piece.text)
        self.setText(" ".join(piece.text for piece in self._pieces))  # what readers and searches find
        self.updateGeometry()
        self._tell_if_cut()
        self.update()

    def sizeHint(self) -> QSize:
        """Asks for the room of all pieces on one line."""
        return QSize(self._wanted_width(), self._line_height())

    def minimumSizeHint(self) -> QSize:
        """Asks for no width at all."""
        return QSize(0, self._line_height())

    def is_cut(self) -> bool:
        """Whether part of the text is not visible."""
        return self._wanted_width() > self.width()

    def changeEvent(self, event: QEvent) -> None:
        """Measures again in another text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
            self._tell_if_cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the whole text into the tooltip once it no longer fits."""
        super().resizeEvent(event)
        self._tell_if_cut()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the pieces one after the other on their common baseline."""
        painter = QPainter(self)
        baseline = self._baseline()
        x, room = 0.0, float(self.width())
        for piece in self._pieces:
            metrics = self._metrics(piece)
            shown = metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, room - x)
            painter.setFont(current_theme().font(piece.role))
            painter.setPen(self._colour(piece))
            painter.drawText(round(x), baseline, shown)
            x += metrics.horizontalAdvance(piece.text) + self._gap
            if x >= room:
                break
        painter.end()

    def _colour(self, piece: Piece) -> QColor:
        tokens = current_theme().tokens
        return QColor(tone_colour(tokens, piece.tone) if self.isEnabled() else tokens.disabled)

    def _metrics(self, piece: Piece) -> QFontMetricsF:
        return QFontMetricsF(current_theme().font(piece.role))

    def _wanted_width(self) -> int:
        words = sum(self._metrics(piece).horizontalAdvance(piece.text) for piece in self._pieces)
        return ceil(words) + self._gap * max(0, len(self._pieces) - 1)

    def _line_height(self) -> int:
        return ceil(max((self._metrics(piece).height() for piece in self._pieces), default=0))

    def _baseline(self) -> int:
        ascent = max((self._metrics(piece).ascent() for piece in self._pieces), default=0)
        return (self.height() - self._line_height()) // 2 + ceil(ascent)

    def _tell_if_cut(self) -> None:
        self.setToolTip(tip(self.text()) if self.is_cut() else "")


def heading(text: str, *, count: int | None = None, note: str = "") -> Phrase:
    """Returns a heading inside a panel, with a number or a remark behind it."""
    return Phrase(*heading_pieces(text, count=count, note=note))


def heading_pieces(text: str, *, count: int | None = None, note: str = "") -> tuple[Piece, ...]:
    """Returns the stretches of a heading, for a `Phrase` that changes."""
    return (
        Piece(text=text, role=FontRole.STRONG),
        Piece(text="" if count is None else str(count), tone="text2"),
        Piece(text=note, tone="text2"),
    )


def figure(value: str, unit: str = "", *, role: FontRole = FontRole.FIGURE) -> Phrase:
    """Returns a number that carries a panel, with what it counts in small letters behind it."""
    return Phrase(*figure_pieces(value, unit, role=role))


def figure_pieces(value: str, unit: str = "", *, role: FontRole = FontRole.FIGURE) -> tuple[Piece, ...]:
    """Returns the stretches of a figure, for a `Phrase` that changes."""
    return Piece(text=value, role=role), Piece(text=unit, tone="text2")


def key_hint(keys: str) -> Label:
    """Returns the little box that names the keys of a command."""
    label = Label(keys, role=FontRole.CAPTION, tone="text2")
    label.setProperty("shape", "key")
    label.setIndent(0)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def line(*, kind: str = "separator", vertical: bool = False) -> QFrame:
    """Returns a line of one pixel: a `separator` between groups or a `hair` between rows."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.VLine if vertical else QFrame.Shape.HLine)  # for the desktop's own look
    frame.setProperty("line", kind)
    if vertical:
        frame.setFixedWidth(LINE)
    else:
        frame.setFixedHeight(LINE)
    return frame
