"""Printing a report: its pages as they are looked at, one after the other, on the printer of one's choice."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from vendorrisk.usecases.ports import PaperPages

SHARPEST: Final = 300
"""Dots per inch of a page; more makes no letter sharper on paper, but four times the data."""


def a_printer() -> QPrinter:
    """The usual printer, set to upright A4 without margins: the pages bring their own."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415  (slow import)

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def ask_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """Asks for the printer and the pages; None if the person leaves."""
    from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415  (slow import)

    printer = a_printer()
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


class Ending(Enum):
    """How printing ended."""

    PRINTED = auto()
    STOPPED = auto()
    FAILED = auto()


class PrintRun(QObject):
    """Prints page by page and lets the window breathe in between; it deletes itself when it has ended."""

    stepped = Signal(int, int)
    """Pages printed so far, and all."""
    ended = Signal(object)
    """The `Ending`."""

    def __init__(self, pages: PaperPages, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._pages, self._printer = pages, printer
        first = max(1, printer.fromPage())
        last = printer.toPage() or pages.count
        self._wanted = list(range(first - 1, min(last, pages.count)))
        self._done = 0
        self._stopped = False
        self._painter = QPainter()

    def start(self) -> None:
        """Begins; that the printer cannot be used is told at once."""
        if not self._painter.begin(self._printer):
            self._end(Ending.FAILED)
            return
        QTimer.singleShot(0, self, self._next)

    def stop(self) -> None:
        """Prints no further page, and takes back what the printer has not begun."""
        self._stopped = True

    def _next(self) -> None:
        if self._stopped:
            self._printer.abort()
            self._painter.end()
            self._end(Ending.STOPPED)
            return
        if self._done:
            self._printer.newPage()
        self._draw(self._wanted[self._done])
        self._done += 1
        self.stepped.emit(self._done, len(self._wanted))
        if self._done < len(self._wanted):
            QTimer.singleShot(0, self, self._next)
        else:
            self._painter.end()
            self._end(Ending.PRINTED)

    def _draw(self, number: int) -> None:
        paper = self._printer.paperRect(self._printer.Unit.DevicePixel).toRect()
        inches = paper.width() / max(1, self._printer.resolution())
        found = self._pages.picture(number, round(inches * min(SHARPEST, self._printer.resolution())))
        page = QImage(found.pixels, found.width, found.height, 3 * found.width, QImage.Format.Format_BGR888)
        height = round(paper.width() * found.height / max(1, found.width))
        self._painter.drawImage(QRect(0, 0, paper.width(), height), page)

    def _end(self, how: Ending) -> None:
        self.ended.emit(how)
        self.deleteLater()


def said(done: int, total: int) -> str:
    """How far printing is, in words."""
    return tr("Printing page {number} of {count}", number=done, count=total)
