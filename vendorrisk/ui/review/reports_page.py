"""The quarterly review: figures, map, movement, expiry, comment, and the paper it becomes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.domain.message import msg
from vendorrisk.domain.review.portfolio import SOON, Assurance
from vendorrisk.domain.review.quarters import Quarter, quarter_of
from vendorrisk.ui.review.page_preview import PagePreview
from vendorrisk.ui.review.printing import Ending, PrintRun, ask_printer, said
from vendorrisk.ui.review.quarter_bar import QuarterBar
from vendorrisk.ui.review.quarter_behind import QuarterLists
from vendorrisk.ui.review.quarter_parts import FiguresPanel, MovedPanel
from vendorrisk.ui.review.report_doings import ReportDoings
from vendorrisk.ui.widgets.buttons import MenuButton, primary, secondary
from vendorrisk.ui.widgets.charts.expiry import ExpiryChart, SoonMark
from vendorrisk.ui.widgets.charts.expiry import Month as MonthColumn
from vendorrisk.ui.widgets.charts.heatmap import Heat, HeatCell, HeatMap
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.fields import MultiLineField
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.frame import MainFrame
from vendorrisk.ui.widgets.labels import Label
from vendorrisk.ui.widgets.page_head import Page, PageHead
from vendorrisk.ui.widgets.panels import EmptyState, Panel
from vendorrisk.ui.widgets.reflow import SideBySide
from vendorrisk.ui.widgets.tokens import PANEL_GAP, SPACE_2
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.review.quarter_view import quarter_view
from vendorrisk.usecases.review.quarterly import freeze, report_from

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.domain.report import Report
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Job, Progress
    from vendorrisk.usecases.ports import PaperPages
    from vendorrisk.usecases.review.quarter_view import QuarterView

SIDE, MOST_SIDE, ENOUGH_LEFT = 268, 480, 900
"""In a wide window the preview grows once figures and charts have enough."""
LEAST_LEFT: Final = 780
LEAST_MOVED: Final = 240
"""Pixels below which the parts of the page stand below each other."""


class ReportsPage(Page):
    """One quarter on screen as it stands on paper; every number opens the list behind it."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead(tr("Quarterly vendor review")))
        self.context = context
        self.quarter = quarter_of(context.office.clock.today())
        self.as_at: date | None = None
        self.view: QuarterView | None = None
        self._job: Job | None = None
        context.jobs.ended.connect(self._on_ended)
        self._printing: PrintRun | None = None
        self.doings = ReportDoings(context)
        self.menu, self.recent = QMenu(self), QMenu(tr("Recent outputs"), self)
        self.others = MenuButton(tr("Other reports"), self.menu)
        self.freeze = secondary(tr("Freeze quarter…"))
        self.print = secondary(tr("Print…"))
        self.save = primary(tr("Save PDF…"))
        self.bar = QuarterBar(context)
        self.lists = QuarterLists(context, self)
        self.figures, self.moved = FiguresPanel(context.say), MovedPanel()
        self.map = HeatMap(name=tr("Impact by level of assurance"))
        self.expiry = ExpiryChart(name=tr("Certificates and reports that expire"))
        self.preview = PagePreview()
        self.comment = MultiLineField(lines=8)
        self.comment.control.setAccessibleName(tr("Management comment"))
        self.elsewhere = primary("")
        self.nothing = EmptyState("", first=self.elsewhere)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Counts the quarter again, in a job: it reads six quarters as they were known then."""
        self._show_choice()
        self._cancel()
        self._cover_other_figures()
        office, quarter, as_at = self.context.office, self.quarter, self.as_at
        comment, sections = self._kept_comment(), self.bar.sections()

        def count(progress: Progress) -> QuarterView:
            return quarter_view(
                office, quarter, comment=comment, as_at=as_at, sections=sections, step=progress.step
            )

        self._job = self.context.run(
            tr("Counting {quarter}", quarter=quarter.words), count, self._show, refresh=False
        )

    def _cover_other_figures(self) -> None:
        """Takes away the figures of another quarter or day: they would stand under a wrong heading."""
        view, wanted = self.view, (self.quarter, self.as_at or self.bar.last_day)
        if view is None or (view.quarter, view.given.facts.end) != wanted:
            self.nothing.sentence.setText(tr("The figures are being counted."))
            self.elsewhere.hide()
            self.full.hide()
            self.empty.show()

    def _on_ended(self, job: Job) -> None:
        """Goes back to what was shown before, where the person stopped the counting; else offers it again."""
        if job is not self._job or job.state != "cancelled" or job.is_left:
            return
        view = self.view
        if view is None:
            self._let_out(tr("The counting was cancelled."))
            self.nothing.sentence.setText(tr("The counting was cancelled."))
            self.elsewhere.setText(tr("Count again"))
            self.elsewhere.show()
            return
        self.quarter = self.bar.quarter = view.quarter
        self.as_at = None if view.given.facts.end == self.bar.last_day else view.given.facts.end
        self._show_choice()
        self._show(view)

    def show_quarter(self, quarter: Quarter) -> None:
        """Goes to another quarter, as at its end."""
        if quarter > quarter_of(self.context.office.clock.today()):
            return
        self.comment.commit()
        self.quarter, self.as_at = quarter, None
        self.reload()

    def _publish_list(self) -> None:
        from vendorrisk.ui.register.publish_list import publish_list  # noqa: PLC0415  (slow import)

        publish_list(self.context, self)

    def show_day(self, as_at: date | None) -> None:
        """Looks at the quarter as it was known at the end of one of its days; None: the latest."""
        self.comment.commit()
        self.as_at = None if as_at == self.bar.last_day else as_at
        self.reload()

    def _lay_out(self) -> None:
        for button in (self.others, self.freeze, self.print, self.save):
            self.head.add_action(button)
        for text, work in (
            (tr("Report on an assessment…"), self.doings.assessment),
            (tr("Report on a vendor…"), self.doings.vendor),
            (tr("Publish the list of sub-processors…"), self._publish_list),
        ):
            self.menu.addAction(text, work)
        self.menu.addSeparator()
        self.menu.addMenu(self.recent)
        self.add(self.bar)
        self.map_panel = Panel(tr("Impact by level of assurance"), note=tr("darker is riskier"))
        self.map.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.map_panel.add(self.map)
        self.map_panel.add_stretch()
        self.expiry_panel = Panel(tr("Certificates and reports that expire"), foot=SPACE_2)
        self.expiry_soon = SoonMark()
        self.expiry_panel.add_beside_heading(self.expiry_soon)
        self.expiry_list = self.expiry_panel.add_link(tr("Show list"))
        self.expiry.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.expiry_panel.add(self.expiry, 1)
        left, side = QWidget(), QWidget()
        column = _column(left, PANEL_GAP)
        column.addWidget(self.figures)
        column.addWidget(SideBySide(self.map_panel, self.moved, least=LEAST_MOVED, second_grows=True))
        column.addWidget(self.expiry_panel)
        column.addStretch(1)
        column = _column(side, SPACE_2)
        column.addWidget(self.preview, 1)
        column.addWidget(Label(tr("Management comment"), role=FontRole.STRONG))
        column.addWidget(self.comment)
        self.full = SideBySide(
            left, side, least=LEAST_LEFT, side=SIDE, enough=ENOUGH_LEFT, side_most=MOST_SIDE
        )
        self.empty = Panel()
        self.empty.add(self.nothing, 1)
        self.empty.hide()
        self.body = QWidget()
        column = _column(self.body, 0)
        column.addWidget(self.full, 1)
        column.addWidget(self.empty, 1)
        self.add_scrolled(self.body)
        self.start_at(self.bar.chooser)

    def _connect(self) -> None:
        self.bar.quarter_chosen.connect(self.show_quarter)
        self.bar.day_chosen.connect(self.show_day)
        self.bar.sections_chosen.connect(self._repaint)
        self.bar.all.clicked.connect(self.lists.open_figures)
        self.recent.aboutToShow.connect(lambda: self.doings.fill_recent(self.recent))
        self.save.clicked.connect(self.save_pdf)
        self.print.clicked.connect(self.print_report)
        self.freeze.clicked.connect(self.freeze_quarter)
        self.elsewhere.clicked.connect(self._go_elsewhere)
        self.figures.opened.connect(self.lists.open_figure)
        self.moved.opened.connect(self.lists.open_moved)
        self.map.opened.connect(self.lists.open_cell)
        self.expiry.opened.connect(self.lists.open_month)
        self.expiry_list.clicked.connect(lambda: self.lists.open_month(""))
        self.comment.rested.connect(self._keep_comment)
        self.comment.committed.connect(self._on_comment)

    def _show_choice(self) -> None:
        self.bar.show_choice(self.quarter, self.as_at)
        counting = tr("The figures are being counted.")
        self.freeze.disable_because(tr("The quarter is still running.") if self.bar.is_running else counting)
        self.hints = (tr("All figures as at {day}", day=day(self.as_at or self.bar.last_day)),)
        if isinstance(self.context.frame, MainFrame):
            self.context.frame.status.set_hints(self.hints)
        self._let_out(counting)
        self.comment.load(self._kept_comment())

    def _let_out(self, why_not: str) -> None:
        for button in (self.save, self.print):
            button.disable_because(why_not)

    def _show(self, view: QuarterView) -> None:
        if view.quarter != self.quarter:
            return
        self.view = self.lists.view = view
        given = view.given
        self._let_out(tr("There is nothing to print.") if view.is_empty else "")
        self._show_emptiness(view)
        self._let_freeze(view)
        if given.frozen:
            self.comment.load(given.comment)
        self.comment.setEnabled(not given.frozen)
        self.figures.show_view(view)
        self.moved.show_view(view, tr("since {day}", day=day(view.quarter.previous.last)))
        self.map.show_heat(self._heat(view))
        self._show_expiry(view)
        self.preview.show_pages(view.pages)

    def _let_freeze(self, view: QuarterView) -> None:
        reasons = {
            tr("The quarter is still running."): self.bar.is_running,
            tr("This quarter is frozen."): view.given.frozen,
            tr("A quarter is frozen as at its end."): view.given.facts.end != self.bar.last_day,
        }
        self.freeze.disable_because(next((why for why, holds in reasons.items() if holds), ""))

    def _show_emptiness(self, view: QuarterView) -> None:
        """Where nobody was in use there is nothing to review, and one way on."""
        self.full.setVisible(not view.is_empty)
        self.empty.setVisible(view.is_empty)
        self.save.set_kind("secondary" if view.is_empty else "primary")
        facts = {"quarter": view.quarter.words, "day": day(view.given.facts.end)}
        self.nothing.sentence.setText(
            tr("According to the register on {day}, no sub-processor was in use in {quarter}.", **facts)
        )
        newest = quarter_of(self.context.office.clock.today())
        here = view.quarter == newest
        self.elsewhere.show()
        self.elsewhere.setText(tr("Go to Vendors") if here else tr("Go to {quarter}", quarter=newest.words))

    def _go_elsewhere(self) -> None:
        newest = quarter_of(self.context.office.clock.today())
        if self.view is None:
            self.reload()
        elif self.quarter == newest:
            self.context.go("vendors")
        else:
            self.show_quarter(newest)

    def _show_expiry(self, view: QuarterView) -> None:
        total = sum(len(month.artefacts) for month in view.months)
        soon = sum(len(month.soon) for month in view.months)
        facts = view.given.facts
        note = tr_count(
            "{count} in 18 months, of sub-processors in use on {day}",
            "{count} in 18 months, of sub-processors in use on {day}",
            total, day=day(facts.end, "d MMM yyyy"),
        )  # fmt: skip
        self.expiry_soon.tell(soon, SOON.days)
        self.expiry_panel.set_heading(tr("Certificates and reports that expire"), note=note)
        self.expiry.show_months(
            [
                MonthColumn(key=str(at), first=month.first, count=len(month.artefacts), soon=bool(month.soon))
                for at, month in enumerate(view.months)
            ]
        )

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

    # The comment, the paper, the freezing.

    def _draft_key(self) -> str:
        return f"quarter.comment.{self.quarter}"

    def _kept_comment(self) -> str:
        return self.context.office.drafts.read(self._draft_key()) or ""

    def _keep_comment(self) -> None:
        self.context.office.drafts.write(self._draft_key(), self.comment.value())

    def _on_comment(self) -> None:
        self._keep_comment()
        self._repaint()

    def _repaint(self) -> None:
        """Prints what was counted again, with another comment or other sections."""
        view = self.view
        if view is None or view.quarter != self.quarter:
            return
        office, report = self.context.office, self._report(view)

        def paint(_progress: Progress) -> PaperPages:
            return office.papers.report_pages(report)

        def show(pages: PaperPages) -> None:
            if self.view is view:
                self.view = self.lists.view = replace(view, pages=pages)
                self.preview.show_pages(pages)

        self.context.run(tr("Printing the preview"), paint, show, refresh=False)

    def _report(self, view: QuarterView) -> Report:
        return report_from(view.given, comment=self._kept_comment(), sections=self.bar.sections())

    def _cancel(self) -> None:
        if self._job is not None and self._job in self.context.jobs.running():
            self._job.cancel()

    def save_pdf(self) -> None:
        """Asks where to, and writes as PDF what the preview shows."""
        self.comment.commit()
        view = self.view
        if view is not None:
            name = tr("Vendor review {quarter}", quarter=view.quarter.words)
            report = self._report(view)
            self.doings.save(tr("Save the quarterly review"), name, lambda: report)

    def print_report(self) -> None:
        """Asks for the printer, and prints what the preview shows; while it prints, stops that."""
        if self._printing is not None:
            self._printing.stop()
            return
        self.comment.commit()
        pages = self.view.pages if self.view else None
        printer = ask_printer(self.window(), pages.count) if pages is not None else None
        if pages is None or printer is None:
            return
        self._printing = PrintRun(pages, printer, self)
        self._printing.stepped.connect(lambda done, total: self.context.tell(said(done, total)))
        self._printing.ended.connect(self._on_printed)
        self.print.setText(tr("Stop printing"))
        self._printing.start()

    def _on_printed(self, how: Ending) -> None:
        self._printing = None
        self.print.setText(tr("Print…"))
        match how:
            case Ending.PRINTED:
                self.context.tell(tr("The review was handed to the printer."))
            case Ending.STOPPED:
                self.context.tell(tr("Printing was stopped."))
            case Ending.FAILED:
                what = tr("The printer could not be used.")
                self.context.messages.explain(what, tr("Choose another one, or save the PDF and print that."))

    def freeze_quarter(self) -> None:
        """Keeps the figures for good, after a confirmation."""
        self.comment.commit()
        question = tr("Freeze {quarter}?", quarter=self.quarter.words)
        about = tr("Its figures and the comment are kept for good and never counted again.")
        if not self.context.messages.confirm(question, yes=tr("Freeze"), about=about):
            return
        office, quarter, comment = self.context.office, self.quarter, self._kept_comment()
        self.context.do(lambda: freeze(office, quarter, comment=comment))


def _column(holder: QWidget, gap: int) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return column
