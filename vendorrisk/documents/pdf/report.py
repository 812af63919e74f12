"""Reports on paper: title, blocks, bookmarks, and on each page whose it is, of which day, and which page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.documents.pdf import fonts
from vendorrisk.documents.pdf.blocks import Setter
from vendorrisk.documents.pdf.colours import HAIR, QUIET
from vendorrisk.documents.pdf.text import fitted, paragraph, without_controls
from vendorrisk.domain.message import Level, Problem, msg

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

    from vendorrisk.domain.report import Report
    from vendorrisk.usecases.ports import Words

A4: Final = (595.276, 841.890)
MARGIN: Final = 56.0
TOP: Final = 52.0
BOTTOM: Final = 58.0
_EXCERPT: Final = 60
WIDTH: Final = A4[0] - 2 * MARGIN


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPress:
    """Prints reports with the fonts of one folder. `version` is the program's, printed on each page."""

    fonts_folder: Path
    words: Words
    version: str = ""

    def print(self, report: Report) -> bytes:
        """The PDF of a report, A4; the same report gives the same bytes."""
        fonts.register(self.fonts_folder)
        count, _ = self._built(report, 0)
        return self._built(report, count)[1]

    def problems(self, report: Report) -> tuple[Problem, ...]:
        """A warning for each text of the report with characters that the fonts cannot print."""
        fonts.register(self.fonts_folder)
        setter = Setter(words=self.words, language=report.language, width=WIDTH)
        for _ in _story(report, setter):
            pass  # every text that is set goes through the setter, which keeps what it said
        texts = [*dict.fromkeys([*setter.said, report.company])]
        where = setter.say(report.title)
        return tuple(
            Problem(
                where,
                msg("pdf.unprintable_text", text=shorten(text, _EXCERPT, placeholder="…"), characters=found),
                msg("pdf.unprintable_text.remedy"),
                Level.WARNING,
            )
            for text in texts
            if (found := "".join(sorted(fonts.lacking(text))))
        )

    def _built(self, report: Report, count: int) -> tuple[int, bytes]:
        """One pass over all pages; the first one only counts them, so that each can say "1 of 9"."""
        from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

        target = io.BytesIO()
        setter = Setter(words=self.words, language=report.language, width=WIDTH)
        document = BaseDocTemplate(target, **_settings(report, setter))
        frame = Frame(
            MARGIN, BOTTOM, WIDTH, A4[1] - TOP - BOTTOM,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip

        def furniture(canvas: Canvas, page: Any) -> None:
            self._draw_foot(canvas, report, setter, page.page, count)

        document.addPageTemplates(PageTemplate(frames=[frame], onPage=furniture))
        document.build(list(_story(report, setter)))
        return document.page, target.getvalue()

    def _draw_foot(self, canvas: Canvas, report: Report, setter: Setter, number: int, count: int) -> None:
        """Company and confidentiality on the left, date and version in the middle, the page on the right."""
        from reportlab.lib.colors import HexColor

        key = "report.foot.confidential" if report.confidential else "report.foot.open"
        owner = setter.say(msg(key, company=report.company)) if report.company else ""
        dated = setter.say(msg("report.foot.date", on=report.on, version=self.version))
        page = setter.say(msg("letter.page", number=number, count=count))
        canvas.saveState()
        canvas.setStrokeColor(HexColor(HAIR))
        canvas.setLineWidth(0.4)
        canvas.line(MARGIN, 44, A4[0] - MARGIN, 44)
        canvas.setFont(fonts.REGULAR, 8)
        canvas.setFillColor(HexColor(QUIET))
        canvas.drawString(MARGIN, 32, fitted(without_controls(owner), fonts.REGULAR, 8, WIDTH * 0.42))
        canvas.drawCentredString(A4[0] / 2, 32, without_controls(dated))
        canvas.drawRightString(A4[0] - MARGIN, 32, page)
        canvas.restoreState()


def _settings(report: Report, setter: Setter) -> dict[str, Any]:
    return {
        "pagesize": A4,
        "title": setter.say(report.title),
        "author": report.company,
        "subject": setter.say(report.subtitle),
        "creator": "vendorrisk",
        "lang": report.language,
        "displayDocTitle": True,
        "invariant": 1,
        "pageCompression": 1,
        "initialFontName": fonts.REGULAR,
    }


def _story(report: Report, setter: Setter) -> Iterator[Flowable]:
    yield paragraph(setter.say(report.title), "title")
    if report.subtitle:
        yield paragraph(setter.say(report.subtitle), "subtitle")
    yield _rule()
    yield from setter.flowables(report.blocks)


def _rule() -> Flowable:
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import HRFlowable

    return HRFlowable(width="100%", thickness=0.8, color=HexColor(HAIR), spaceBefore=8, spaceAfter=2)
