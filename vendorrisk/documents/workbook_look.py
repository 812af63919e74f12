"""How a questionnaire workbook looks: fonts, fills, borders, widths and print layout."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.documents.cleaning import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

FONT: Final = "Calibri"
INK, QUIET, ACCENT = "1C2430", "5B6675", "1F5FBF"
PAPER, SECTION, LINE, WAITING = "F6F7F9", "E6EDF8", "C9D1DC", "FFF6DB"
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Look:
    """The style of one kind of cell; `open` cells may be filled in on the protected sheet."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    colour: str = INK
    fill: str = ""
    framed: bool = False
    open: bool = False
    vertical: str = "top"
    wrap: bool = True
    indent: int = 0
    number_format: str = "General"


TITLE: Final = Look(size=20, bold=True, wrap=False)
SUBTITLE: Final = Look(size=11, colour=QUIET)
LABEL: Final = Look(colour=QUIET)
FACT: Final = Look(size=11)
STEP: Final = Look(size=11)
CHAPTER: Final = Look(size=13, bold=True, colour=ACCENT, wrap=False)
HEADER: Final = Look(bold=True, colour="FFFFFF", fill=ACCENT, vertical="center", framed=True, indent=1)
SECTION_TITLE: Final = Look(size=12, bold=True, fill=SECTION, wrap=False, vertical="center", indent=1)
SECTION_INTRO: Final = Look(italic=True, colour=QUIET, fill=SECTION, wrap=False, indent=1)
NUMBER: Final = Look(colour=QUIET, fill=PAPER, framed=True, indent=1)
QUESTION: Final = Look(size=11, bold=True, fill=PAPER, framed=True, indent=1)
HELP: Final = Look(size=10.5, fill=PAPER, framed=True, indent=1)
OPTION: Final = Look(size=10.5, fill=PAPER, framed=True, indent=3)
CLOSED: Final = Look(fill=PAPER, framed=True)
PREVIOUS: Final = Look(colour=QUIET, fill=PAPER, framed=True, indent=1)
CHOICE: Final = Look(size=11, framed=True, open=True, indent=1)
DAY: Final = Look(size=11, framed=True, open=True, indent=1, number_format="yyyy-mm-dd")
NUMERIC: Final = Look(size=11, framed=True, open=True, indent=1)
FREE_TEXT: Final = Look(size=11, framed=True, open=True, indent=1, number_format="@")


class Stylist:
    """Puts looks on cells; each look's style objects are built once per workbook."""

    def __init__(self) -> None:
        self._built: dict[Look, Mapping[str, Any]] = {}

    def dress(self, cell: Any, look: Look) -> Any:
        """Gives a cell this look and returns it."""
        for name, value in self._styles(look).items():
            setattr(cell, name, value)
        return cell

    def _styles(self, look: Look) -> Mapping[str, Any]:
        if look not in self._built:
            self._built[look] = _build(look)
        return self._built[look]


def _build(look: Look) -> Mapping[str, Any]:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    side = Side(style="thin", color=LINE) if look.framed else Side()
    return {
        "font": Font(name=FONT, size=look.size, bold=look.bold, italic=look.italic, color=look.colour),
        "fill": PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill(),
        "border": Border(left=side, right=side, top=side, bottom=side),
        "alignment": Alignment(
            horizontal="left", vertical=look.vertical, wrap_text=look.wrap, indent=look.indent
        ),
        "protection": Protection(locked=not look.open),
        "number_format": look.number_format,
    }


def write_text(cell: Any, text: str) -> None:
    """Writes text that stays text, whatever it begins with: no spreadsheet will compute it."""
    cell.value = clean(text)
    cell.data_type = "s"
    cell.quotePrefix = unicodedata.normalize("NFKC", text).lstrip(" ").startswith(_RISKY)


def height(*texts: tuple[str, int, float]) -> float:
    """Points for a row that shows each text (text, letters per line, points per line) in full."""
    return max(_lines(text, letters) * points for text, letters, points in texts) + 4


def _lines(text: str, letters: int) -> int:
    return sum(max(1, len(wrap(line, letters))) for line in text.split("\n"))


def lay_out(sheet: Any, widths: Mapping[str, float], *, landscape: bool) -> None:
    """Column widths, an A4 print that is one page wide, and no grid lines."""
    for letter, width in widths.items():
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top = margins.bottom = 0.7
    margins.footer = 0.35
    sheet.oddFooter.right.text = "&P / &N"


def mark_while(sheet: Any, cells: str, condition: str) -> None:
    """Tints cells as long as a formula of ours is true."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    tint = DifferentialStyle(fill=PatternFill("solid", bgColor=WAITING))
    sheet.conditional_formatting.add(cells, Rule(type="expression", dxf=tint, formula=[condition]))


def protect(sheet: Any) -> None:
    """Locks what is not to be filled in.

    There is no password: it guards against slips, not against people.
    """
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.selectLockedCells = False
