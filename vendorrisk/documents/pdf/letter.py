"""Letters on paper: one PDF per customer, a thousand in seconds, the same bytes for the same letter."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.documents.pdf import fonts
from vendorrisk.documents.pdf.colours import QUIET
from vendorrisk.documents.pdf.flow import Area, draw_page, fact_row, paginate
from vendorrisk.documents.pdf.text import short_text, without_controls
from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.report import Facts, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

    from vendorrisk.documents.letters.letter import Letter
    from vendorrisk.usecases.ports import Words

MARGIN = 62.0
A4 = (595.276, 841.890)
FOOT = 34.0
TOP = A4[1] - 50.0
WIDTH = A4[0] - 2 * MARGIN


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPress:
    """Prints letters with the fonts of one folder; keep one and print many, the fonts are read once."""

    fonts_folder: Path
    words: Words

    def print(self, letter: Letter) -> bytes:
        """The PDF of one letter, A4, with title, language and page numbers."""
        fonts.register(self.fonts_folder)
        target = io.BytesIO()
        canvas = _canvas(target, letter)
        head = _Head(letter)
        pages = paginate(_flowables(letter), _area(head.height), _area(0.0))
        for number, page in enumerate(pages, start=1):
            if number == 1:
                head.draw(canvas)
            draw_page(canvas, page)
            self._draw_foot(canvas, letter, number, len(pages))
            canvas.showPage()
        canvas.save()
        return target.getvalue()

    def problems(self, letter: Letter) -> tuple[Problem, ...]:
        """A warning where the letter holds characters that the embedded fonts cannot print."""
        lacking = fonts.unprintable(_whole_text(letter), fonts.register(self.fonts_folder))
        if not lacking:
            return ()
        what = msg("pdf.unprintable", where=letter.customer, characters=lacking)
        return (Problem(letter.customer, what, msg("pdf.unprintable.remedy"), Level.WARNING),)

    def _draw_foot(self, canvas: Canvas, letter: Letter, number: int, count: int) -> None:
        page = self.words.say(msg("letter.page", number=number, count=count), language=letter.language)
        canvas.setFont(fonts.REGULAR, 8)
        canvas.setFillColor(QUIET)
        canvas.drawString(MARGIN, FOOT, without_controls(f"{letter.reference_line} · {letter.version}"))
        canvas.drawRightString(A4[0] - MARGIN, FOOT, page)


def _canvas(target: io.BytesIO, letter: Letter) -> Canvas:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(
        target,
        pagesize=A4,
        invariant=1,
        pageCompression=1,
        lang=letter.language,
        initialFontName=fonts.REGULAR,
    )
    canvas.setTitle(letter.subject)
    canvas.setAuthor(letter.company)
    canvas.setSubject(letter.reference_line)
    canvas.setCreator("vendorrisk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _area(head: float) -> Area:
    return Area(x=MARGIN, bottom=58.0, width=WIDTH, top=TOP - head)


class _Head:
    """Company and date on one line; below, the customer's address, and on the right what to quote."""

    def __init__(self, letter: Letter) -> None:
        self._columns = (
            [
                (short_text(letter.company, "company"), 0.0),
                (short_text(letter.company_address, "small"), 0.0),
                (short_text(letter.customer), 10.0),
                *((short_text(line), 0.0) for line in letter.address_lines),
            ],
            [
                (short_text(letter.date, "body_right"), 0.0),
                (short_text(letter.reference_line, "small_right"), 24.0),
                (short_text(letter.account_line, "small_right"), 0.0),
            ],
        )
        self.height = max(self._measured(column, width) for column, width in self._both()) + 18.0

    def draw(self, canvas: Canvas) -> None:
        """Draws both columns from the top of the page."""
        left = MARGIN
        for column, width in self._both():
            y = TOP
            for flowable, space in column:
                y -= space + flowable.wrap(width, TOP)[1]
                flowable.drawOn(canvas, left, y)
            left += width

    def _both(self) -> Iterator[tuple[list[tuple[Flowable, float]], float]]:
        return zip(self._columns, (WIDTH * 0.66, WIDTH * 0.34), strict=True)

    @staticmethod
    def _measured(column: list[tuple[Flowable, float]], width: float) -> float:
        return sum((space + float(flowable.wrap(width, TOP)[1]) for flowable, space in column), 0.0)


def _flowables(letter: Letter) -> Iterator[tuple[Flowable, float]]:
    """The pieces of the letter with the space before each, in points."""
    yield short_text(letter.subject, "subject"), 0.0
    for block in letter.blocks:
        match block:
            case Facts(rows=rows):
                for number, row in enumerate(rows):
                    yield fact_row(str(row.label), str(row.value)), 0.0 if number else 8.0
            case Heading(text=text):
                yield short_text(str(text), "strong"), 13.0
            case Paragraph(text=text):
                yield short_text(str(text)), 8.0


def _whole_text(letter: Letter) -> str:
    texts = [letter.company, letter.company_address, letter.customer, *letter.address_lines, letter.subject]
    for block in letter.blocks:
        match block:
            case Facts(rows=rows):
                texts += [f"{row.label}{row.value}" for row in rows]
            case Heading(text=text) | Paragraph(text=text):
                texts.append(str(text))
    return "".join(texts)
