"""The interface's letters: Inter as shipped or the platform's own, in a fixed set of roles."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

if TYPE_CHECKING:
    from pathlib import Path

BASE: Final = 13
"""Pixels of body text at a text size of 100 %; every other size is relative to it."""

SHIPPED: Final = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")


class InterfaceFont(StrEnum):
    """Whose letters the window uses."""

    INTER = "inter"
    PLATFORM = "platform"


class FontRole(StrEnum):
    """What a text is, which decides its size and weight."""

    CAPTION = "caption"
    CAPTION_MEDIUM = "caption_medium"
    CAPTION_STRONG = "caption_strong"
    BODY = "body"
    MEDIUM = "medium"
    STRONG = "strong"
    PANEL_TITLE = "panel_title"
    QUESTION = "question"
    PAGE_TITLE = "page_title"
    FIGURE = "figure"
    BIG_NUMBER = "big_number"
    SCORE = "score"


class Face(NamedTuple):
    """Size in pixels at 100 % and weight of one role."""

    size: int
    weight: int


FACES: Final = {
    FontRole.CAPTION: Face(12, 400),
    FontRole.CAPTION_MEDIUM: Face(12, 500),
    FontRole.CAPTION_STRONG: Face(12, 600),
    FontRole.BODY: Face(13, 400),
    FontRole.MEDIUM: Face(13, 500),
    FontRole.STRONG: Face(13, 600),
    FontRole.PANEL_TITLE: Face(16, 600),
    FontRole.QUESTION: Face(17, 600),
    FontRole.PAGE_TITLE: Face(20, 600),
    FontRole.FIGURE: Face(20, 600),
    FontRole.BIG_NUMBER: Face(24, 600),
    FontRole.SCORE: Face(26, 600),
}


def load_inter(folder: Path) -> str:
    """Makes the shipped letters usable and returns their family name.

    Raises:
        FileNotFoundError: A font file is missing from `folder` or cannot be read.
    """
    family = ""
    for name in SHIPPED:
        number = QFontDatabase.addApplicationFont(str(folder / name))
        if number < 0:
            raise FileNotFoundError(folder / name)
        family = family or QFontDatabase.applicationFontFamilies(number)[0]
    return family


def platform_font() -> QFont:
    """Returns the font the desktop gives to windows, in the size the person has set there."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def platform_scale() -> float:
    """Returns how much larger than ours the desktop's own text is."""
    return QFontInfo(platform_font()).pixelSize() / BASE


def build_font(role: FontRole, *, family: str, scale: float) -> QFont:
    """Returns the font of a role with figures of equal width, so that columns of numbers line up."""
    face = FACES[role]
    font = QFont(family)
    font.setPixelSize(max(1, round(face.size * scale)))
    font.setWeight(QFont.Weight(face.weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
