"""The colours of printed pages: ink on white, the blues of maps and bars, and the signs of tones."""

from __future__ import annotations

from typing import Final

from vendorrisk.domain.report import Tone

INK: Final = "#1B1F24"
QUIET: Final = "#4A525E"
HAIR: Final = "#D5D9DF"
TRACK: Final = "#E1E5EA"
ACCENT: Final = "#1F5FBF"

HEAT: Final = (
    (INK, "#E8F1FB"),
    (INK, "#C4DCF5"),
    (INK, "#8FBBEA"),
    ("#FFFFFF", "#356FB8"),
    ("#FFFFFF", "#174A94"),
)
"""Text and ground of a map's cells, from the least to the most risk; each pair is readable in grey too."""

TONES: Final = {
    Tone.NEUTRAL: (QUIET, "#F4F5F7"),
    Tone.GOOD: ("#17603A", "#DDF1E3"),
    Tone.WARNING: ("#7A4A00", "#FCEBC8"),
    Tone.BAD: ("#9B1C1C", "#FBDCDC"),
}
"""Sign and ground of each tone; words always say the same beside them."""

BARS: Final = {
    Tone.NEUTRAL: ACCENT,
    Tone.GOOD: "#17603A",
    Tone.WARNING: "#7A4A00",
    Tone.BAD: "#9B1C1C",
}
"""Bars of charts; the plain one is the accent."""
