"""The quarterly review: figures, map, movement, expiry, comment, and the paper it becomes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.domain.message import msg
from vendorrisk.domain.report import Tone
from vendorrisk.domain.review.portfolio import Assurance
from vendorrisk.domain.review.quarters import Quarter, quarter_of
from vendorrisk.ui.review.page_preview import PagePreview
from vendorrisk.ui.review.quarter_list import Behind, BehindDialog, FiguresDialog, Line
from vendorrisk.ui.review.quarter_parts import FiguresPanel, MovedPanel, amount_of, percent_of
from vendorrisk.ui.review.report_doings import ReportDoings
from vendorrisk.ui.widgets.buttons import IconButton, MenuButton, link, primary, secondary
from vendorrisk.ui.widgets.charts.expiry import ExpiryChart
from vendorrisk.ui.widgets.charts.expiry import Month as MonthColumn
from vendorrisk.ui.widgets.charts.heatmap import Heat, HeatCell, HeatMap
from vendorrisk.ui.widgets.choice_button import ChoiceButton
from vendorrisk.ui.widgets.columns import Status, day
from vendorrisk.ui.widgets.fields import MultiLineField
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import Label, Phrase, Piece
from vendorrisk.ui.widgets.page_head import Page, PageHead
from vendorrisk.ui.widgets.panels import Mark, Panel
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PANEL_GAP, SPACE_2, Kind
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.quarter_view import quarter_view
from vendorrisk.usecases.quarterly import freeze, quarterly_report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Job, Progress
    from vendorrisk.usecases.quarter_view import QuarterView

SIDE: Final = 268
CHOICES: Final = 12
"""Quarters to choose from in the menu; the arrows lead further back."""
_TONES: Final = {
    Tone.GOOD: Kind.GOOD,
    Tone.WARNING: Kind.WARN,
    Tone.BAD: Kind.SERIOUS,
    Tone.NEUTRAL: Kind.NEUTRAL,
}


class ReportsPage(Page):
    """One quarter on screen as it stands on paper; every number opens the list behind it."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead(tr("Quarterly vendor review")))
        self.context = context
        self.quarter = quarter_of(context.office.clock.today())
        self.view: QuarterView | None = None
        self._job: Job | None = None
        self.doings = ReportDoings(context)
        self.menu, self.recent = QMenu(self), QMenu(tr("Recent outputs"), self)
        self.others = MenuButton(tr("Other reports"), self.menu)
        self.freeze = secondary(tr("Freeze quarter…"))
        self.save = primary(tr("Save PDF…"))
        self.before = IconButton(Icon.CHEVRON_LEFT, tr("Quarter before"))
        self.after = IconButton(Icon.CHEVRON_RIGHT, tr("Next quarter"))
        self.chooser = ChoiceButton("", QMenu(), width=224)
        self.as_at = Phrase(gap=6)
        self.all = link(tr("All figures"))
        self.figures, self.moved = FiguresPanel(context.say), MovedPanel()
        self.map = HeatMap(name=tr("Impact by assurance held"))
        self.expiry = ExpiryChart(name=tr("Certificates and reports that expire"))
        self.preview = PagePreview()
        self.comment = MultiLineField(lines=7)
        self.comment.control.setAccessibleName(tr("Management comment"))
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Counts the quarter again, in a job: it reads six quarters as they were known then."""
        self._show_choice()
        if self._job in self.context.jobs.running() and self._job is not None:
            self._job.cancel()
        office, quarter, comment = self.context.office, self.quarter, self._kept_comment()

        def count(progress: Progress) -> QuarterView:
            return quarter_view(office, quarter, comment=comment, step=progress.step)

        self._job = self.context.run(
            tr("Counting {quarter}", quarter=str(quarter)), count, self._show, refresh=False
        )

    def show_quarter(self, quarter: Quarter) -> None:
        """Goes to another quarter."""
        if quarter > quarter_of(self.context.office.clock.today()):
            return
        self.comment.commit()
        self.quarter = quarter
        self.reload()

    def _lay_out(self) -> None:
        for button in (self.others, self.freeze, self.save):
            self.head.add_action(button)
        for text, work in (
            (tr("Assessment report…"), self.doings.assessment),
            (tr("Vendor report…"), self.doings.vendor),
            (tr("Publish the list of sub-processors…"), self.doings.publish),
        ):
            self.menu.addAction(text, work)
        self.menu.addSeparator()
        self.menu.addMenu(self.recent)
        choosing = QWidget()
        _bar(self.before, self.chooser, self.after, self.as_at, None, self.all, holder=choosing)
        self.add(choosing)
        left = QWidget()
        column = _column(left)
        column.addWidget(self.figures)
        self.map_panel = Panel(tr("Impact by assurance held"), note=tr("darker is riskier"))
        self.map.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.map_panel.add(self.map)
        self.map_panel.add_stretch()
        middle = QHBoxLayout()
        middle.setSpacing(PANEL_GAP)
        middle.addWidget(self.map_panel)
        middle.addWidget(self.moved, 1)
        column.addLayout(middle)
        self.expiry_panel = Panel(tr("Certificates and reports that expire"))
        self.soon, self.soon_mark = Label(tone="text2"), Mark(Kind.WARN)
        self.expiry_list = self.expiry_panel.add_link(tr("Show list"))
        self.expiry.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.expiry_panel.add(self.expiry, 1)
        column.addWidget(self.expiry_panel, 1)
        side = QWidget()
        current_theme().keep_width(side, SIDE)
        right = _column(side)
        right.setSpacing(SPACE_2)
        right.addWidget(self.preview, 1)
        right.addWidget(Label(tr("Management comment"), role=FontRole.STRONG))
        right.addWidget(self.comment)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(PANEL_GAP)
        row.addWidget(left, 1)
        row.addWidget(side)
        self.add_scrolled(both)
        self.start_at(self.chooser)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.show_quarter(self.quarter.previous))
        self.after.clicked.connect(lambda: self.show_quarter(self.quarter.following))
        self.recent.aboutToShow.connect(lambda: self.doings.fill_recent(self.recent))
        self.save.clicked.connect(self.save_pdf)
        self.freeze.clicked.connect(self.freeze_quarter)
        self.figures.opened.connect(self.open_figure)
        self.all.clicked.connect(self.open_figures)
        self.moved.opened.connect(self._open_moved)
        self.map.opened.connect(self._open_cell)
        self.expiry.opened.connect(self._open_month)
        self.expiry_list.clicked.connect(lambda: self._open_month(""))
        self.comment.rested.connect(self._keep_comment)
        self.comment.committed.connect(self._on_comment)

    def _show_choice(self) -> None:
        today = self.context.office.clock.today()
        newest = quarter_of(today)
        menu = self.chooser.menu()
        if menu is not None:
            menu.clear()
            one = newest
            for _ in range(CHOICES):
                menu.addAction(long_quarter(one), partial(self.show_quarter, one))
                one = one.previous
        self.chooser.set_value(long_quarter(self.quarter))
        self.after.setEnabled(self.quarter < newest)
        at = min(today, self.quarter.last)
        self.as_at.set_pieces((Piece(text=tr("As at"), tone="text2"), Piece(text=day(at))))
        running = self.quarter.last >= today
        self.freeze.disable_because(tr("The quarter is still running.") if running else "")
        self.hints = (tr("All figures as at {day}", day=day(at)),)
        self.comment.load(self._kept_comment())

    def _show(self, view: QuarterView) -> None:
        if view.quarter != self.quarter:
            return
        self.view = view
        given = view.given
        if given.frozen:
            self.freeze.disable_because(tr("This quarter is frozen."))
            self.comment.load(given.comment)
        self.comment.setEnabled(not given.frozen)
        self.figures.show_view(view)
        self.moved.show_view(view, tr("since {day}", day=day(view.quarter.previous.last)))
        self.map.show_heat(self._heat(view))
        total = sum(len(month.artefacts) for month in view.months)
        soon = sum(len(month.artefacts) for month in view.months if month.soon)
        note = tr_count("{count} in the next 18 months", "{count} in the next 18 months", total)
        if soon:
            note += " · " + tr(
                "{count} before {day}", count=soon, day=day(view.quarter.following.first, "d MMM")
            )
        self.expiry_panel.set_heading(tr("Certificates and reports that expire"), note=note)
        self.expiry.show_months(
            [
                MonthColumn(key=str(at), first=month.first, count=len(month.artefacts), soon=month.soon)
                for at, month in enumerate(view.months)
            ]
        )
        self.preview.show_pages(view.pages)

    def _heat(self, view: QuarterView) -> Heat:
        say = self.context.say
        return Heat(
            rows_title=tr("Impact"),
            rows=tuple(say(msg(f"review.impact.{row[0].impact}")) for row in view.cells),
            columns_title=tr("assurance"), columns=tuple(say(msg(f"Assurance.{step}")) for step in Assurance),
            cells=tuple(
                tuple(
                    HeatCell(key=f"{across}/{down}", count=len(cell.engagements), level=cell.level)
                    for down, cell in enumerate(row)
                )
                for across, row in enumerate(view.cells)
            ),
        )  # fmt: skip

    # The lists behind the numbers.

    def open_figure(self, key: str) -> None:
        """Shows who was counted for a figure, and who was not."""
        if self.view is None:
            return
        figure = self.view.figure(key)
        say = self.context.say
        rows = [*self._behind(figure.others, counted=False), *self._behind(figure.members)]
        self._show_list(f"{say(msg(f'figure.{key}'))}: {amount_of(figure)}", rows,
                        about=say(msg(f"figure.{key}.definition")))  # fmt: skip

    def open_figures(self) -> None:
        """Shows all figures of the quarter as a table."""
        if self.view is None:
            return
        say = self.context.say
        rows = [
            Line(
                id=one.id, name=say(msg(f"figure.{one.id}")), amount=amount_of(one),
                percent=percent_of(one) if one.is_share else "",
                standing=Status(_TONES[one.tone], say(msg(f"review.standing.{one.tone}")),
                                chip=one.tone in {Tone.WARNING, Tone.BAD}),
                definition=say(msg(f"figure.{one.id}.definition")),
            )
            for one in self.view.given.figures
        ]  # fmt: skip
        dialog = FiguresDialog(self.window(), tr("Figures of {quarter}", quarter=str(self.quarter)), rows)
        if dialog.ask() and dialog.chosen:
            self.open_figure(dialog.chosen)

    def _open_moved(self, key: str) -> None:
        if self.view is not None:
            self._show_list(tr("What moved"), self._behind(getattr(self.view.moved, key)))

    def _open_cell(self, key: str) -> None:
        if self.view is not None:
            across, _, down = key.partition("/")
            cell = self.view.cells[int(across)][int(down)]
            self._show_list(tr("Impact by assurance held"), self._behind(cell.engagements))

    def _open_month(self, key: str) -> None:
        if self.view is not None:
            months = [self.view.months[int(key)]] if key else list(self.view.months)
            ids = [one for month in months for one in month.artefacts]
            self._show_list(tr("Certificates and reports that expire"), self._behind(ids))

    def _behind(self, ids: Iterable[str], *, counted: bool = True) -> list[Behind]:
        given = self.view.given if self.view else None
        return [Behind(id=one, name=given.name(one), counted=counted) for one in ids] if given else []

    def _show_list(self, title: str, rows: list[Behind], *, about: str = "") -> None:
        dialog = BehindDialog(self.window(), title, rows, about=about)
        if dialog.ask() and dialog.chosen and self.view is not None:
            vendor = self.view.vendor_of.get(dialog.chosen, "")
            if vendor:
                self.context.go("vendor", vendor)

    # The comment, the paper, the freezing.

    def _draft_key(self) -> str:
        return f"quarter.comment.{self.quarter}"

    def _kept_comment(self) -> str:
        return self.context.office.drafts.read(self._draft_key()) or ""

    def _keep_comment(self) -> None:
        self.context.office.drafts.write(self._draft_key(), self.comment.value())

    def _on_comment(self) -> None:
        self._keep_comment()
        self.reload()

    def save_pdf(self) -> None:
        """Asks where to, and writes the review as PDF."""
        self.comment.commit()
        office, quarter, comment = self.context.office, self.quarter, self._kept_comment()
        self.doings.save(
            tr("Save the quarterly review"), tr("Vendor review {quarter}", quarter=str(quarter)),
            lambda: quarterly_report(office, quarter, comment=comment),
        )  # fmt: skip

    def freeze_quarter(self) -> None:
        """Keeps the figures for good, after a confirmation."""
        self.comment.commit()
        question = tr("Freeze {quarter}?", quarter=str(self.quarter))
        about = tr("Its figures and the comment are kept for good and never counted again.")
        if not self.context.messages.confirm(question, yes=tr("Freeze"), about=about):
            return
        office, quarter, comment = self.context.office, self.quarter, self._kept_comment()
        self.context.do(lambda: freeze(office, quarter, comment=comment))


def long_quarter(quarter: Quarter) -> str:
    """A quarter with its first and last day."""
    return tr(
        "Q{number} {year}, {first} to {last}", number=quarter.number, year=quarter.year,
        first=day(quarter.first, "d MMM"), last=day(quarter.last, "d MMM"),
    )  # fmt: skip


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(PANEL_GAP)
    return column


def _bar(*widgets: QWidget | None, holder: QWidget) -> None:
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_2)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
