"""The lists behind the numbers of the quarterly review; each number is the length of its list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorrisk.domain.message import msg
from vendorrisk.domain.report import Tone
from vendorrisk.domain.review.report_figures import made_of, standing
from vendorrisk.ui.review.quarter_list import Behind, BehindDialog, FiguresDialog, Line, said_of
from vendorrisk.ui.review.quarter_parts import amount_of, percent_of
from vendorrisk.ui.widgets.columns import Status
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from vendorrisk.domain.review.figure import Figure
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.review.quarter_view import QuarterView

_TONES: Final = {
    Tone.GOOD: Kind.GOOD,
    Tone.WARNING: Kind.WARN,
    Tone.BAD: Kind.SERIOUS,
    Tone.NEUTRAL: Kind.NEUTRAL,
}


class QuarterLists:
    """Opens them above the page; `view` is the quarter they are about."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page
        self.view: QuarterView | None = None

    def open_figure(self, key: str) -> None:
        """Shows who was counted for a figure, and who was not."""
        if self.view is None:
            return
        figure = self.view.figure(key)
        say = self._context.say
        rows = [*self._behind(figure.others, counted=False), *self._behind(figure.members)]
        about = say(msg(f"figure.{key}.definition"))
        self._show_list(
            f"{say(msg(f'figure.{key}'))}: {amount_of(figure)}", rows,
            about=said_of(about, self._made_of(figure)),
        )  # fmt: skip

    def _made_of(self, figure: Figure) -> str:
        parts = made_of(figure)
        return self._context.say(parts) if parts else ""

    def open_figures(self) -> None:
        """Shows all figures of the quarter as a table."""
        if self.view is None:
            return
        say = self._context.say
        rows = [
            Line(
                id=one.id, name=say(msg(f"figure.{one.id}")), amount=amount_of(one),
                percent=percent_of(one) if one.is_share else "",
                standing=Status(_TONES[one.tone], say(standing(one)),
                                chip=one.tone in {Tone.WARNING, Tone.BAD}),
                made_of=self._made_of(one), definition=say(msg(f"figure.{one.id}.definition")),
            )
            for one in self.view.given.figures
        ]  # fmt: skip
        dialog = FiguresDialog(
            self._page.window(), tr("Figures of {quarter}", quarter=self.view.quarter.words), rows
        )
        if dialog.ask() and dialog.chosen:
            self.open_figure(dialog.chosen)

    def open_moved(self, key: str) -> None:
        """Shows who came, left, rose or fell."""
        if self.view is not None:
            self._show_list(tr("What moved"), self._behind(getattr(self.view.moved, key)))

    def open_cell(self, key: str) -> None:
        """Shows who stands in a cell of the map."""
        if self.view is not None:
            across, _, down = key.partition("/")
            cell = self.view.cells[int(across)][int(down)]
            self._show_list(tr("Impact by level of assurance"), self._behind(cell.engagements))

    def open_month(self, key: str) -> None:
        """Shows what expires in a month, or in all of them."""
        if self.view is not None:
            months = [self.view.months[int(key)]] if key else list(self.view.months)
            ids = [one for month in months for one in month.artefacts]
            self._show_list(tr("Certificates and reports that expire"), self._behind(ids))

    def _behind(self, ids: Iterable[str], *, counted: bool = True) -> list[Behind]:
        given = self.view.given if self.view else None
        return [Behind(id=one, name=given.name(one), counted=counted) for one in ids] if given else []

    def _show_list(self, title: str, rows: list[Behind], *, about: str = "") -> None:
        dialog = BehindDialog(self._page.window(), title, rows, about=about)
        if dialog.ask() and dialog.chosen and self.view is not None:
            vendor = self.view.vendor_of.get(dialog.chosen, "")
            if vendor:
                self._context.go("vendor", vendor)
