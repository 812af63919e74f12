"""The fonts of every PDF, embedded: the built-in ones print boxes for "Đuro Šarić" without an error."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

REGULAR, BOLD = "NotoSans", "NotoSans-Bold"
_SIGNS: set[str] = set()
"""The characters of the fonts that were made known last."""

_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf"}


@lru_cache(maxsize=4)
def register(folder: Path) -> frozenset[str]:
    """Makes the fonts of a folder known to the PDF library, once; returns the characters they can print."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    printable: set[int] = set()
    for name, file in _FILES.items():
        font = TTFont(name, str(folder / file), asciiReadable=False)  # only the letters in use are embedded
        pdfmetrics.registerFont(font)
        known = set(font.face.charToGlyph)
        printable = printable & known if printable else known
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    signs = frozenset(map(chr, printable))
    _SIGNS.clear()
    _SIGNS.update(signs)
    return signs


def unprintable(text: str, printable: frozenset[str]) -> str:
    """The characters of a text that the fonts lack, each once; a person must know before a box is printed."""
    return "".join(dict.fromkeys(char for char in text if char not in printable and not _is_unseen(char)))


def lacking(text: str) -> frozenset[str]:
    """The characters that the fonts made known lack: each would leave a gap that nobody sees."""
    unknown = set(text) - _SIGNS if _SIGNS else ()
    return frozenset(char for char in unknown if not _is_unseen(char))


def _is_unseen(char: str) -> bool:
    """Whether a character shows nothing of its own on any page, such as a blank or a joiner."""
    return char.isspace() or unicodedata.category(char) in {"Cc", "Cf"}
