"""The only door for text into a PDF: everything is escaped, so markup prints as typed (trust.md 0.10)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from vendorrisk.documents.pdf import fonts
from vendorrisk.documents.pdf.colours import INK, QUIET
from vendorrisk.documents.pdf.fonts import BOLD, REGULAR

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable, Paragraph

_QUIET_SMALL = {"fontSize": 8, "leading": 11, "textColor": QUIET}
_CELL = {"fontSize": 8.5, "leading": 12}
_HEAD = {"fontSize": 8, "leading": 11, "fontName": BOLD}
_TITLE = {"fontName": BOLD, "keepWithNext": 1}
_RIGHT, _CENTRE = {"alignment": 2}, {"alignment": 1}

_STYLES: dict[str, dict[str, Any]] = {
    "body": {"fontSize": 9.5, "leading": 13.5},
    "body_right": {"fontSize": 9.5, "leading": 13.5, **_RIGHT},
    "strong": {"fontSize": 9.5, "leading": 13.5, "fontName": BOLD},
    "small": _QUIET_SMALL,
    "small_right": {**_QUIET_SMALL, **_RIGHT},
    "label": {**_CELL, "textColor": QUIET},
    "value": _CELL,
    "number": {**_CELL, **_RIGHT},
    "centre": {**_CELL, **_CENTRE},
    "head": _HEAD,
    "head_number": {**_HEAD, **_RIGHT},
    "head_centre": {**_HEAD, **_CENTRE},
    "caption": {**_QUIET_SMALL, "keepWithNext": 1, "spaceAfter": 4},
    "company": {"fontSize": 10.5, "leading": 14, "fontName": BOLD},
    "subject": {"fontSize": 12, "leading": 16.5, "fontName": BOLD},
    "title": {"fontSize": 20, "leading": 25, "fontName": BOLD},
    "subtitle": {"fontSize": 10, "leading": 14, "textColor": QUIET},
    "h1": {**_TITLE, "fontSize": 14, "leading": 19, "spaceBefore": 16, "spaceAfter": 5},
    "h2": {**_TITLE, "fontSize": 11, "leading": 15, "spaceBefore": 12, "spaceAfter": 4},
    "h3": {**_TITLE, "fontSize": 9.5, "leading": 13.5, "spaceBefore": 8, "spaceAfter": 3},
}
"""Sizes in points. Text on white keeps a contrast of at least 4.5:1."""


@lru_cache(maxsize=64)
def style(name: str) -> ParagraphStyle:
    """A named text style; the same object each time, so that thousands of letters share it."""
    from reportlab.lib.colors import HexColor
    from reportlab.lib.styles import ParagraphStyle

    settings = {"fontName": REGULAR, "textColor": INK, **_STYLES[name]}
    settings["textColor"] = HexColor(settings["textColor"])
    return ParagraphStyle(name, splitLongWords=1, allowWidows=0, allowOrphans=0, **settings)


def paragraph(text: str, name: str = "body") -> Paragraph:
    """Text as a paragraph in a named style; every character prints as itself, none is read as markup."""
    from reportlab.platypus import Paragraph

    return Paragraph(escape(without_controls(text)), style(name))


_NO_SIGN = dict.fromkeys((*range(32), *range(127, 160), *range(55296, 57344)), " ")


def without_controls(text: str) -> str:
    """The text as it can be printed: without controls, and with code points for what the fonts lack.

    "[U+4E2D]" says that something is missing; a gap in a name would say nothing.
    """
    shown = text.translate(_NO_SIGN)
    lacking = fonts.lacking(shown)
    if not lacking:
        return shown
    return "".join(f"[U+{ord(char):04X}]" if char in lacking else char for char in shown)


def fitted(text: str, font: str, size: float, width: float) -> str:
    """The text, or its beginning with an ellipsis where it is wider than the room for it, in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    if stringWidth(text, font, size) <= width:
        return text
    while text and stringWidth(f"{text}…", font, size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


@lru_cache(maxsize=1)
def short_text_class() -> type[Flowable]:
    """The class of a text that mostly fits on one line; made on first use, with the PDF library."""
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.platypus import Flowable

    class ShortText(Flowable):  # type: ignore[misc]  # the PDF library has no types
        """One line drawn directly where it fits, which is many times faster; else an ordinary paragraph."""

        def __init__(self, text: str, name: str) -> None:
            super().__init__()
            self._text, self._name, self.style = without_controls(text), name, style(name)
            self._paragraph: Paragraph | None = None

        def wrap(self, width: float, height: float) -> tuple[float, float]:
            """The room it needs."""
            self.width, self._paragraph = width, None
            used = stringWidth(self._text, self.style.fontName, self.style.fontSize)
            if used <= width:
                self._indent = (width - used) * (0.0, 0.5, 1.0)[self.style.alignment]
                self.height = self.style.leading if self._text else 0.0
                return width, self.height
            self._paragraph = paragraph(self._text, self._name)
            _, self.height = self._paragraph.wrap(width, height)
            return width, self.height

        def split(self, width: float, height: float) -> list[Flowable]:
            """The pieces of a long text; a single line is never split."""
            return self._paragraph.split(width, height) if self._paragraph else []

        def draw(self) -> None:
            """Draws the line on the baseline on which a paragraph would have it."""
            if self._paragraph:
                self._paragraph.drawOn(self.canv, 0, 0)
                return
            look = self.style
            self.canv.setFillColor(look.textColor)
            self.canv.setFont(look.fontName, look.fontSize)
            self.canv.drawString(self._indent, self.height - look.fontSize, self._text)

    return ShortText


def short_text(text: str, name: str = "body") -> Flowable:
    """Text in a named style that is expected on one line, but may be longer."""
    return short_text_class()(text, name)
