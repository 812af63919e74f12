"""Assessments: who was asked what, what has come back, and what waits for us."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QKeySequence

from vendorrisk.domain.diligence.records import ENDED, AssessmentState
from vendorrisk.ui.diligence.assessment_table import AssessmentSource, columns, filters, supplied_views
from vendorrisk.ui.diligence.kits import write_kits
from vendorrisk.ui.diligence.new_assessment import new_assessment
from vendorrisk.ui.diligence.reminding import remind
from vendorrisk.ui.diligence.taking_in import promise, take_in
from vendorrisk.ui.shell.list_page import ListPage
from vendorrisk.ui.shell.views import name_asker, views_of
from vendorrisk.ui.widgets.buttons import primary, secondary
from vendorrisk.ui.widgets.drop_target import DropTarget
from vendorrisk.ui.widgets.page_head import PageHead
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import EmptyState
from vendorrisk.ui.widgets.table_pane import TablePane
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.diligence import assessments
from vendorrisk.usecases.diligence.assessment_rows import AssessmentRows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vendorrisk.domain.diligence.records import Assessment
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.diligence.assessment_rows import AssessmentRow

TABLE: Final = "assessments"


class AssessmentsPage(ListPage):
    """One table of all rounds of questions; a row opens its answer review."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead(tr("Assessments")))
        self.context = context
        self.rows = AssessmentRows(context.office, context.listings)
        self.model = PagedModel(AssessmentSource(self.rows), columns(context.say))
        self.hints = (tr("Enter: review answers"), tr("Ctrl+N: new assessment"))
        self._build_actions()
        self._lay_out()
        self._connect()
        self.start_at(self.pane.table)

    # What the frame asks for.

    def reload(self) -> None:
        """Reads again; rows being worked on stay although they no longer match."""
        vendor, us = self.rows.waiting()
        parts = []
        if us:
            parts.append(tr_count("{count} waits for us", "{count} wait for us", us))
        if vendor:
            parts.append(tr_count("{count} with a vendor", "{count} with vendors", vendor))
        self.head.set_title(tr("Assessments"), beside=" · ".join(parts))
        self.pane.refresh(self.pane.table.selected_ids())

    def show_item(self, item: Any) -> None:
        """Brings an assessment into sight."""
        self.reload()
        self.pane.table.go_to(str(item))

    # What the person does.

    def open_review(self, assessment_id: str) -> None:
        """Goes to the answer review of an assessment."""
        self.context.go("answer_review", assessment_id)

    def new_assessment(self) -> None:
        """Opens the form for a new assessment."""
        row = self._current()
        new_assessment(self.context, self, self._on_started, vendor_id=row.vendor_id if row else "")

    def write_workbooks(self) -> None:
        """Writes the questionnaire workbooks of the selected assessments; they count as sent then."""
        write_kits(self.context, self._chosen())

    def remind(self) -> None:
        """Drafts reminders to the vendors of the selected assessments, one for each vendor."""
        rows = self._rows(self._chosen())
        remind(self.context, list(dict.fromkeys(row.vendor_id for row in rows)))

    def take_in(self) -> None:
        """Asks for a returned workbook and takes its answers in."""
        take_in(self.context, self)

    def cancel(self) -> None:
        """Ends the selected assessments without a result; undo brings each back."""
        for one in self._chosen():
            self.context.do(partial(assessments.cancel, self.context.office, one))

    def export_view(self) -> None:
        """Writes exactly the rows and columns in sight into a file for spreadsheets."""
        rows = AssessmentRows(self.context.office, self.context.listings)
        self.export_rows(self.model.ids(), AssessmentSource(rows))

    # Files dropped.

    def promise(self, row_id: str, files: list[Path]) -> str:
        """Says what dropping these files would do."""
        rows = self._rows([row_id]) if row_id else []
        return promise(files, rows[0].vendor if rows else "")

    def take_files(self, row_id: str, files: list[Path]) -> None:
        """Takes in what was promised; on a row, only what is that vendor's."""
        rows = self._rows([row_id]) if row_id else []
        for file in files:
            take_in(self.context, self, file, vendor_id=rows[0].vendor_id if rows else "")

    # Building.

    def _build_actions(self) -> None:
        self.write_action = self.action(tr("Write workbook…"), self.write_workbooks)
        self.remind_action = self.action(tr("Draft reminders…"), self.remind)
        self.export_action = self.action(tr("Export…"), self.export_view)
        self.cancel_action = self.action(tr("Cancel assessment"), self.cancel)
        new = QKeySequence.StandardKey.New
        self.new_action = self.action(tr("New assessment"), self.new_assessment, new)

    def _lay_out(self) -> None:
        supplied = supplied_views()
        self.take_button = secondary(tr("Take answers in…"))
        self.new_button = primary(tr("New assessment"))
        for button in (self.take_button, self.new_button):
            self.head.add_action(button)
        self.pane = TablePane(
            self.model, views_of(self.context.store, TABLE, supplied), name=tr("Assessments"),
            nothing_matches=tr("No assessment matches."), fields=filters(self.context, self.rows),
            actions=[self.write_action, self.remind_action, self.export_action], more=[self.cancel_action],
            ask_name=name_asker(self, supplied),
        )  # fmt: skip
        self.add(self.pane, 1)
        self._first = primary(tr("New assessment"))
        self.empty = EmptyState("", first=self._first)
        self.pane.frame.set_empty(self.empty)
        self.drop = DropTarget(self.pane.table, self.promise)

    def _connect(self) -> None:
        self.pane.table.opened.connect(self.open_review)
        self.pane.table.quick_look.connect(self.open_review)
        self.pane.selected.connect(lambda _ids: self._judge_actions())
        self.drop.dropped.connect(self.take_files)
        self.take_button.clicked.connect(self.take_in)
        for button in (self.new_button, self._first):
            button.clicked.connect(self.new_assessment)
        self.model.counted.connect(lambda _shown, _total: self._show_emptiness())

    def _show_emptiness(self) -> None:
        """Says whether there are no assessments at all, or merely none in this view."""
        none_at_all = self.rows.is_empty()
        self.empty.sentence.setText(
            tr("No questionnaire has been sent yet. Start an assessment, write its workbook and send it.")
            if none_at_all
            else tr("No assessment is in the view “{name}”.", name=self.pane.views.in_use.name)
        )
        self._first.setVisible(none_at_all)
        self.new_button.set_kind("secondary" if none_at_all else "primary")

    def _judge_actions(self) -> None:
        rows = self._rows(self.pane.table.selected_ids())
        over = any(row.state in ENDED for row in rows)
        why = tr("One of these has ended.") if over else ""
        waits = all(row.state is AssessmentState.SENT for row in rows)
        no_reminder = "" if waits else tr("A reminder needs a questionnaire that is out with its vendor.")
        for action, reason in (
            (self.write_action, why),
            (self.cancel_action, why),
            (self.remind_action, no_reminder),
        ):
            action.setEnabled(not reason)
            action.setToolTip(reason or action.text())

    def _on_started(self, made: Assessment) -> None:
        self.pane.use_view(supplied_views()[0].name)
        self.pane.table.go_to(made.id)
        self.context.tell(tr("Started. Write its workbook next."))

    def _chosen(self) -> list[str]:
        ids = self.pane.table.selected_ids()
        current = self.pane.table.current_id()
        return ids or ([current] if current else [])

    def _rows(self, ids: Sequence[str]) -> list[AssessmentRow]:
        return self.rows.by_ids(ids) if ids else []

    def _current(self) -> AssessmentRow | None:
        return next(iter(self._rows(self._chosen()[:1])), None)
