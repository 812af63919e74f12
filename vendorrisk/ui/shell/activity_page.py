"""Activity: every step ever done here, what it changed, the proof of it, and the register of another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from vendorrisk.ui.shell.activity_source import UNDONE, ActivitySource, columns
from vendorrisk.ui.shell.checked_dialog import CheckedDialog
from vendorrisk.ui.shell.known_panel import KnownPanel
from vendorrisk.ui.shell.list_page import ListPage
from vendorrisk.ui.shell.step_panel import StepPanel
from vendorrisk.ui.shell.views import KeptViews, name_asker
from vendorrisk.ui.widgets.buttons import primary, secondary
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.date_field import DateField
from vendorrisk.ui.widgets.filterbar import Choice, FilterChoices
from vendorrisk.ui.widgets.page_head import PageHead
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import Banner, EmptyState
from vendorrisk.ui.widgets.query import Sort
from vendorrisk.ui.widgets.saved_views import SavedViews, ViewState
from vendorrisk.ui.widgets.table_pane import TablePane
from vendorrisk.ui.widgets.tokens import PAGE_WIDEST, PANEL_GAP, Kind
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.journal import history
from vendorrisk.usecases.journal.in_words import in_words
from vendorrisk.usecases.journal.known_on import known_on

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.journal.activity import ActivityLog, Step
    from vendorrisk.usecases.journal.history import Verdict

PANEL_WIDTH = 340
PAGES = {"vendor": "vendor", "customer": "customers", "document": "documents", "change": "change",
         "setting": "settings"}  # fmt: skip
"""The page that shows what a step was about, by its table."""
READ_RECORDS = 40


class ActivityPage(ListPage):
    """The journal as a table, with what a chosen line changed beside it."""

    widest = PAGE_WIDEST

    def __init__(self, context: Context) -> None:
        self.head = PageHead(tr("Activity"))
        super().__init__(self.head)
        self.context = context
        self.hints = (tr("Enter: open what it is about"), tr("Ctrl+C: copy for Excel"), tr("Ctrl+E: export"))
        log = context.activity
        if log is None:
            raise ValueError("Activity needs the journal of an open workspace.")
        self._log: ActivityLog = log
        self._source = ActivitySource(log, context.say)
        self.model = PagedModel(self._source, columns(context.say))
        self.pane = self._make_pane()
        self.panel = StepPanel(context.say)
        self.known = KnownPanel(context)
        self.banner = Banner(Kind.GOOD, "")
        self._lay_out()
        self.pane.selected.connect(self._on_selected)
        self.pane.table.current.connect(lambda _id: self._on_selected(self.pane.table.selected_ids()))
        self.pane.table.opened.connect(self._open)
        self.known.left.connect(self._back_to_present)
        self.model.counted.connect(self._tell_count)

    def reload(self) -> None:
        """Reads the journal again; the newest step is the one in sight until another is chosen."""
        self.pane.refresh()
        self._choose_newest()

    def _choose_newest(self) -> None:
        if not self.pane.table.currentIndex().isValid() and self.model.rowCount():
            self.pane.table.selection.put_current(0)

    def verify(self) -> None:
        """Proves the journal in another thread and says what came of it."""
        office = self.context.office
        self.context.run(
            tr("Proving the journal"), lambda _progress: history.verify(office), self._verified, refresh=False
        )

    def nothing_to_export(self) -> str:
        """Why the view cannot be exported: it has no rows, or the register of another day is in sight."""
        if self._stack.currentWidget() is self.known:
            return tr("Go back to the present first.")
        return super().nothing_to_export()

    def export_view(self) -> None:
        """Writes all steps of the view into a file for spreadsheets."""
        self.export_rows(self.model.ids(), self._source)

    def ask_date(self) -> None:
        """Asks for a date and shows the register as it was known at its end."""
        about = tr("Shows what had been entered by the end of a day, whatever was corrected since.")
        dialog = CheckedDialog(self, tr("The register as it was known"), about=about)
        field = dialog.form.add("day", tr("Day"), DateField(), required=True)
        field.load(self.context.office.clock.today())
        dialog.offer(tr("Show"))
        if dialog.ask():
            self.show_day(field.value())

    def show_day(self, wanted: date) -> None:
        """Shows the register as it was known at the end of a day."""
        register = self.context.do(lambda: known_on(self.context.office, wanted))
        if register is not None:
            self.known.show_register(register)
            self._stack.setCurrentWidget(self.known)
            self.head.set_title(tr("Activity"), beside=tr("as known on {day}", day=day(wanted)))
            self.known.table.setFocus()

    def _make_pane(self) -> TablePane:
        views = (ViewState(name=tr("Everything"), sort=(Sort("at", descending=True),)),)
        return TablePane(
            self.model, SavedViews("activity", views, KeptViews(self.context.store)), name=tr("Activity"),
            nothing_matches=tr("No step matches."), fields=self._filters(),
            ask_name=name_asker(self, views),
        )  # fmt: skip

    def _filters(self) -> Sequence[FilterChoices]:
        kinds = {
            "do": tr("Steps done"), "undo": tr("Steps taken back"), "redo": tr("Steps done again"),
            UNDONE: tr("No longer in force"),
        }  # fmt: skip
        return (
            FilterChoices(key="who", title=tr("Who"), choices=lambda: [
                Choice(value=name, title=name, chip=tr("By {name}", name=name)) for name in self._log.actors()
            ]),
            FilterChoices(key="kind", title=tr("Kind"), choices=lambda: [
                Choice(value=key, title=text, chip=text) for key, text in kinds.items()
            ]),
        )  # fmt: skip

    def _lay_out(self) -> None:
        verify = secondary(tr("Verify"))
        verify.setToolTip(tr("Proves that no step was altered or removed"))
        verify.clicked.connect(self.verify)
        other_day = secondary(tr("As known on a date…"))
        other_day.clicked.connect(self.ask_date)
        self.head.add_action(other_day)
        self.head.add_action(verify)
        self.banner.hide()
        self.add(self.banner)
        present = QWidget()
        row = QHBoxLayout(present)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(PANEL_GAP)
        row.addWidget(self.pane, 1)
        self.panel.setFixedWidth(PANEL_WIDTH)
        row.addWidget(self.panel)
        self._stack = QStackedWidget()
        self._stack.addWidget(present)
        self._stack.addWidget(self.known)
        self.add(self._stack, 1)
        home = primary(tr("Go to Home"))
        home.clicked.connect(lambda: self.context.go("home"))
        self.pane.frame.set_empty(
            EmptyState(
                tr("Nothing was done here yet. Every step will be recorded here permanently."),
                first=home,
            )
        )
        self.start_at(self.pane.table)

    def _open(self, row_id: str) -> None:
        """Goes to what a step was about, if that can be looked at."""
        step = self._step(row_id)
        page = PAGES.get(step.about[0], "") if step else ""
        if step is not None and page:
            self.context.go(page, step.about[1])

    def _step(self, row_id: str) -> Step | None:
        place = self.model.place_of(row_id)
        return None if place is None else self.model.row_at(place)

    def _on_selected(self, ids: list[str]) -> None:
        step = self._step(self.pane.table.current_id()) if len(ids) <= 1 else None
        if step is None:
            self.panel.show_nothing()
        else:
            changes = self._log.changes(step.sequence, limit=READ_RECORDS)
            self.panel.show_step(step, in_words(self.context.office, changes))

    def _tell_count(self, _shown: int, total: int) -> None:
        self._choose_newest()
        self.head.set_line(
            (tr_count("{count} step", "{count} steps", total), tr("never rewritten, only added to"))
        )

    def _verified(self, verdict: Verdict) -> None:
        if verdict.intact:
            told = tr("Nothing was altered: {entries} steps with {changes} changes fit together.",
                      entries=verdict.entries, changes=verdict.changes)  # fmt: skip
            self.banner.say(Kind.GOOD, "\n".join([told, *self._erasures(verdict)]))
            return
        told = tr_count(
            "{count} fault was found in the journal. Keep this workspace as it is.",
            "{count} faults were found in the journal. Keep this workspace as it is.",
            len(verdict.problems),
        )
        self.banner.say(Kind.CRITICAL, told)
        problems = [self.context.say(problem.what) for problem in verdict.problems]
        details = "\n".join([*problems, *self._erasures(verdict)])
        self.context.messages.explain(told, self.context.say(verdict.problems[0].remedy), details)

    def _erasures(self, verdict: Verdict) -> list[str]:
        """A line for each erasure: emptied on purpose is not altered."""
        return [self.context.say(one.told) for one in verdict.erasures]

    def _back_to_present(self) -> None:
        self.head.set_title(tr("Activity"))
        self._stack.setCurrentIndex(0)
        self.pane.table.setFocus()
