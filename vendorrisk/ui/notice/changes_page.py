"""All changes: what is announced to customers, how far each is, and when it may be live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

from vendorrisk.domain.notice.records import OPEN_CHANGES
from vendorrisk.ui.notice.change_table import ChangeSource, columns, filters, supplied_views
from vendorrisk.ui.notice.new_change import NewChangeDialog
from vendorrisk.ui.shell.list_page import ListPage
from vendorrisk.ui.shell.views import name_asker, views_of
from vendorrisk.ui.widgets.buttons import primary
from vendorrisk.ui.widgets.page_head import PageHead
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import EmptyState
from vendorrisk.ui.widgets.table_pane import TablePane
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.notice.change_view import change_rows

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context

TABLE: Final = "changes"


class ChangesPage(ListPage):
    """The list of changes; Enter opens one."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead(tr("Changes")))
        self.context = context
        shown = columns(context.say)
        self.source = ChangeSource(shown)
        self.model = PagedModel(self.source, shown)
        self._build_actions()
        self._lay_out()
        self.model.counted.connect(lambda _shown, _total: self._show_emptiness())
        self.pane.table.opened.connect(self._open)
        self.pane.table.quick_look.connect(self._open)
        self.start_at(self.pane.table)
        self.hints = (tr("Enter: open"), tr("Ctrl+N: new change"), tr("Ctrl+C: copy"))

    def _build_actions(self) -> None:
        self.export_action = self.action(tr("Export…"), self.export_view)
        new = QKeySequence.StandardKey.New
        self.new_action = self.action(tr("New change"), self.start_change, new)

    def _lay_out(self) -> None:
        supplied = supplied_views()
        self.new = primary(tr("New change…"))
        self._first = primary(tr("New change…"))
        for button in (self.new, self._first):
            button.clicked.connect(self.start_change)
        self.head.add_action(self.new)
        self.pane = TablePane(
            self.model, views_of(self.context.store, TABLE, supplied), name=tr("Changes"),
            nothing_matches=tr("No change matches."), fields=filters(self.source, self.context.say),
            actions=[self.export_action], ask_name=name_asker(self, supplied),
        )  # fmt: skip
        self.empty = EmptyState("", first=self._first)
        self.pane.frame.set_empty(self.empty)
        self.add(self.pane, 1)

    def reload(self) -> None:
        """Reads the changes again; rows being worked on stay although they no longer match."""
        rows = change_rows(self.context.office)
        self.source.replace(rows)
        running = sum(one.change.state in OPEN_CHANGES for one in rows)
        remark = tr_count("{count} in progress", "{count} in progress", running) if rows else ""
        self.head.set_title(tr("Changes"), beside=remark)
        self.pane.refresh(self.pane.table.selected_ids())
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        """Says whether there are no changes at all, or merely none in this view."""
        none_at_all = not self.source.all
        self.empty.sentence.setText(
            tr("No change in progress. Start one when a sub-processor is added, replaced, or moves.")
            if none_at_all
            else tr("No change is in the view “{name}”.", name=self.pane.views.in_use.name)
        )
        self._first.setVisible(none_at_all)
        self.new.setVisible(not none_at_all)

    def start_change(self) -> None:
        """Asks what changes, makes the change and opens it."""
        dialog = NewChangeDialog(self.window(), self.context)
        if dialog.ask() and dialog.made is not None:
            self.context.go("change", dialog.made.id)

    def export_view(self) -> None:
        """Writes the selected rows, or all of the view, into a file for spreadsheets, as they look."""
        self.export_rows(self.pane.table.selected_ids() or self.model.ids(), self.source)

    def _open(self, change_id: str) -> None:
        self.context.go("change", change_id)
