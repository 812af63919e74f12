"""Every colour and size of the window, as plain data: two schemes, one set of measures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """What a mark, chip or banner says; each kind has its own shape as well as its own colour."""

    NEUTRAL = "neutral"
    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    SERIOUS = "serious"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A text colour and what lies behind it; together at least 4.5:1."""

    fg: str
    bg: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Tokens:
    """The colours of one scheme by what they are for, each as #RRGGBB."""

    dark: bool
    window: str
    surface: str
    alt: str
    sidebar: str
    text: str
    text2: str
    text3: str
    link: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    control_border: str
    control_hover: str
    control_pressed: str
    separator: str
    hair: str
    track: str
    closed_day: str
    paper: str
    ink: str
    """Text on `paper`, which is never inverted."""
    ink2: str
    selection: str
    disabled: str
    disabled_border: str
    chips: Mapping[Kind, Pair]
    heat: tuple[Pair, ...]
    """From the least to the most; the number stands in each cell."""


LIGHT: Final = Tokens(
    dark=False,
    window="#F4F5F7",
    surface="#FFFFFF",
    alt="#F9FAFB",
    sidebar="#EBEDF0",
    text="#1B1F24",
    text2="#4A525E",
    text3="#5C6470",
    link="#1A56B0",
    accent="#1F5FBF",
    accent_hover="#1B55AC",
    accent_pressed="#174A94",
    on_accent="#FFFFFF",
    control_border="#7A828E",
    control_hover="#F1F3F5",
    control_pressed="#E6E9ED",
    separator="#D5D9DF",
    hair="#E6E9ED",
    track="#E1E5EA",
    closed_day="#EEF0F3",
    paper="#FFFFFF",
    ink="#1B1F24",
    ink2="#4A525E",
    selection="#DCE8FA",
    disabled="#9AA1AC",
    disabled_border="#D5D9DF",
    chips=MappingProxyType(
        {
            Kind.NEUTRAL: Pair(fg="#3F4752", bg="#E7EAEE"),
            Kind.INFO: Pair(fg="#174A94", bg="#DCE8FA"),
            Kind.GOOD: Pair(fg="#17603A", bg="#DDF1E3"),
            Kind.WARN: Pair(fg="#7A4A00", bg="#FCEBC8"),
            Kind.SERIOUS: Pair(fg="#8A3A0B", bg="#FDE0CF"),
            Kind.CRITICAL: Pair(fg="#9B1C1C", bg="#FBDCDC"),
        }
    ),
    heat=(
        Pair(fg="#1B1F24", bg="#E8F1FB"),
        Pair(fg="#1B1F24", bg="#C4DCF5"),
        Pair(fg="#1B1F24", bg="#8FBBEA"),
        Pair(fg="#FFFFFF", bg="#356FB8"),
        Pair(fg="#FFFFFF", bg="#174A94"),
    ),
)

DARK: Final = Tokens(
    dark=True,
    window="#1B1D21",
    surface="#22252A",
    alt="#262A30",
    sidebar="#17191C",
    text="#E8EAED",
    text2="#B6BDC7",
    text3="#A3ABB6",
    link="#8DBAF7",
    accent="#7FB0F5",
    accent_hover="#93BDF7",
    accent_pressed="#6FA3EC",
    on_accent="#10203A",
    control_border="#868E9A",
    control_hover="#2A2E34",
    control_pressed="#30353C",
    separator="#3A3F47",
    hair="#30353C",
    track="#3A3F47",
    closed_day="#2A2E34",
    paper="#F1F1EF",
    ink="#1B1F24",
    ink2="#4A525E",
    selection="#2B3F5E",
    disabled="#6B727D",
    disabled_border="#3A3F47",
    chips=MappingProxyType(
        {
            Kind.NEUTRAL: Pair(fg="#D0D5DC", bg="#343940"),
            Kind.INFO: Pair(fg="#B4D2FB", bg="#233A5C"),
            Kind.GOOD: Pair(fg="#A5E0BC", bg="#1E3F2D"),
            Kind.WARN: Pair(fg="#F6D38B", bg="#4A3710"),
            Kind.SERIOUS: Pair(fg="#F9BE98", bg="#4F2C17"),
            Kind.CRITICAL: Pair(fg="#F9B4B4", bg="#532425"),
        }
    ),
    heat=(
        Pair(fg="#E8EAED", bg="#26303D"),
        Pair(fg="#E8EAED", bg="#2C4464"),
        Pair(fg="#FFFFFF", bg="#33629B"),
        Pair(fg="#10203A", bg="#6FA6EC"),
        Pair(fg="#10203A", bg="#B4D2FB"),
    ),
)

# Spaces, in logical pixels: only these.
SPACE_1: Final = 4
SPACE_2: Final = 8
SPACE_3: Final = 12
SPACE_4: Final = 16
SPACE_5: Final = 24
SPACE_6: Final = 32

# Sizes, in logical pixels at a text size of 100 %; `Theme.px` scales those that hold text.
PAGE_MARGIN: Final = 24
PAGE_WIDEST: Final = 1760
"""How wide a page of text, figures and forms becomes, its margins included."""
PANEL_PADDING: Final = 16
PANEL_GAP: Final = 16
PANEL_RADIUS: Final = 6
RADIUS: Final = 4
BAR_RADIUS: Final = 3
LINE: Final = 1
FOCUS_RING: Final = 2
FOCUS_AIR: Final = 2
SELECTION_BAR: Final = 3
CONTROL: Final = 32
CONTROL_SMALL: Final = 28
POINTER_TARGET: Final = 24
ROW: Final = 32
ROW_COMPACT: Final = 26
ROW_COMFORTABLE: Final = 40
ROW_LIST: Final = 36
CHIP: Final = 20
CHIP_PADDING: Final = 8
MARK: Final = 10
ICON: Final = 20
ICON_SMALL: Final = 16
BASELINE_DROP: Final = 5
"""Texts of 12 and 13 px in one row share the baseline this far below the row's centre."""
SCROLL_BAR: Final = 12
MENU_BAR: Final = 32
STATUS_BAR: Final = 28
NAV: Final = 184
NAV_FOLDED: Final = 48
NAV_FOLDS_BELOW: Final = 1100
LABEL_COLUMN: Final = 128
FORM_WIDTH: Final = 640
DIALOG_WIDTHS: Final = (420, 560, 760)
PALETTE_WIDTH: Final = 640
WINDOW_DEFAULT: Final = (1280, 800)
WINDOW_MINIMUM: Final = (1024, 640)
