"""The customers: who is told of changes, under which terms, with a panel that reads the terms out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

from vendorrisk.domain.message import NotFound
from vendorrisk.ui.notice.customer_columns import CustomerSource, columns, filters, supplied_views
from vendorrisk.ui.notice.customer_doings import CustomerDoings
from vendorrisk.ui.notice.customer_import_sheet import ENDINGS
from vendorrisk.ui.notice.customer_panel import CustomerPanel
from vendorrisk.ui.shell.list_page import Beside, PanelPage
from vendorrisk.ui.shell.views import name_asker, views_of
from vendorrisk.ui.widgets.buttons import primary, secondary
from vendorrisk.ui.widgets.drop_target import DropTarget
from vendorrisk.ui.widgets.page_head import PageHead
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import EmptyState
from vendorrisk.ui.widgets.table_pane import TablePane
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.notice.customer_rows import CustomerRows
from vendorrisk.usecases.notice.customer_sheet import CustomerSheet, customer_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from vendorrisk.ui.shell.context import Context

TABLE: Final = "customers"


class CustomersPage(PanelPage):
    """The customers. It asks, shows and goes; what can be done stands in `doings`."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead(tr("Customers")))
        self.context = context
        self.doings = CustomerDoings(context, self)
        self.rows = CustomerRows(context.office, context.listings)
        self.model = PagedModel(CustomerSource(self.rows), columns(context))
        self.panel = CustomerPanel(context)
        self._build_actions()
        self._lay_out()
        self.beside = Beside(self, self.panel, TABLE, self._fill_panel)
        self._connect()
        self._connect_panel()
        self.start_at(self.pane.table)

    # Building.

    def _build_actions(self) -> None:
        self.edit_action = self.action(tr("Edit…"), self.edit, "F2")
        self.amend_action = self.action(tr("Amend terms…"), self.amend)
        self.used_action = self.action(tr("Sub-processors…"), self.show_sub_processors)
        self.export_action = self.action(tr("Export…"), self.export_selection)
        self.end_action = self.action(tr("End"), self.end)
        self.return_action = self.action(tr("Reinstate"), self.take_back)
        self.new_action = self.action(tr("New customer"), self.new_customer, QKeySequence.StandardKey.New)

    def _lay_out(self) -> None:
        supplied = supplied_views()
        self.import_button = secondary(tr("Import…"))
        self.export_button = secondary(tr("Export…"))
        self.new_button = primary(tr("New customer"))
        for button in (self.import_button, self.export_button, self.new_button):
            self.head.add_action(button)
        self.pane = TablePane(
            self.model, views_of(self.context.store, TABLE, supplied), name=tr("Customers"),
            nothing_matches=tr("No customer matches."), fields=filters(self.context),
            actions=[self.amend_action, self.edit_action, self.export_action],
            more=[self.used_action, self.end_action, self.return_action], ask_name=name_asker(self, supplied),
        )  # fmt: skip
        self.add(self.pane, 1)
        self._first = primary(tr("Import customers…"))
        self._second = secondary(tr("Save a template…"))
        self.empty = EmptyState("", first=self._first, second=self._second)
        self.pane.frame.set_empty(self.empty)
        self.drop = DropTarget(self.pane.table, self.promise)

    def _connect(self) -> None:
        table = self.pane.table
        table.opened.connect(lambda _id: self.edit())
        table.archive.connect(self.end)
        self.drop.dropped.connect(lambda _id, files: self.import_customers(files[0]))
        self.new_button.clicked.connect(self.new_customer)
        for button in (self.import_button, self._first):
            button.clicked.connect(lambda _checked: self.import_customers())
        self._second.clicked.connect(self.doings.save_template)
        self.export_button.clicked.connect(self.unfold_export)
        self.model.counted.connect(lambda _shown, _total: self._show_emptiness())

    def _connect_panel(self) -> None:
        panel, do = self.panel, self.doings
        panel.closed.connect(self.toggle_panel)
        panel.edit_asked.connect(lambda field: do.edit(self.panel.sheet, field))
        panel.amend_asked.connect(lambda: do.amend([panel.sheet.customer.id] if panel.sheet else []))
        panel.correct_asked.connect(lambda key: do.correct(self.panel.sheet, key))
        panel.contact_asked.connect(lambda key: do.contact(self.panel.sheet, key))
        panel.change_opened.connect(lambda key: self.context.go("change", key))
        panel.sub_processors_asked.connect(lambda: do.sub_processors(panel.sheet))
        panel.vendor_opened.connect(lambda key: self.context.go("vendor", key))

    # Showing.

    @property
    def hints(self) -> tuple[str, ...]:
        """The keys of this page."""
        return self.beside.hint, tr("Enter: edit"), tr("Ctrl+K: all commands")

    def show_item(self, item: object) -> None:
        """Goes to one customer, whatever the view shows, and shows its panel."""
        self.reload()
        customer_id = str(item)
        if self.rows.by_ids([customer_id]):
            if self.model.place_of(customer_id) is None:
                everybody = supplied_views()[-1]
                self.pane.use_view(everybody.name)
                self.pane.clear_filter()
            self.pane.table.go_to(customer_id)
            self.beside.open = True
            self.beside.fill()

    def show_counts(self) -> None:
        """Says in the head how many there are, and of how many something is missing."""
        counts = self.rows.counts()
        parts = [tr("{count} active", count=counts.active)]
        if counts.without_contact:
            parts.append(tr("{count} without a contact", count=counts.without_contact))
        if counts.assumed:
            parts.append(tr("{count} with assumed terms", count=counts.assumed))
        self.head.set_title(tr("Customers"), beside=" · ".join(parts) if counts.active else "")

    def _show_emptiness(self) -> None:
        """Says whether there are no customers at all, or merely none in this view."""
        none_at_all = self.rows.is_empty()
        self.empty.sentence.setText(
            tr("No customers yet. Import your list with its notice terms, as CSV or Excel.")
            if none_at_all
            else tr("No customer is in the view “{name}”.", name=self.pane.views.in_use.name)
        )
        for button in (self._first, self._second):
            button.setVisible(none_at_all)
        self.new_button.set_kind("secondary" if none_at_all else "primary")

    def _fill_panel(self) -> None:
        self.panel.show_sheet(self._sheet())

    def _sheet(self) -> CustomerSheet | None:
        current = self.pane.table.current_id()
        if not current or self.model.place_of(current) is None:
            return None
        try:
            return customer_sheet(self.context.office, current)
        except NotFound:
            return None

    # What the person does.

    def chosen(self) -> list[str]:
        """Returns the selected customers, or else the one the keyboard is on."""
        table = self.pane.table
        return list(table.selected_ids()) or [one for one in (table.current_id(),) if one]

    def new_customer(self) -> None:
        """Opens the form for a new customer, and then the one for its terms."""
        self.doings.add(self._on_added)

    def _on_added(self, customer_id: str) -> None:
        self.show_item(customer_id)
        self.beside.show()
        self.doings.amend([customer_id])

    def edit(self) -> None:
        """Opens the form of the customer the keyboard is on."""
        self.doings.edit(self._sheet())

    def show_sub_processors(self) -> None:
        """Shows who touches the data of the customer the keyboard is on."""
        self.doings.sub_processors(self._sheet())

    def amend(self) -> None:
        """Opens the form for new terms of the chosen customers."""
        self.doings.amend(self.chosen())

    def end(self, ids: Sequence[str] | None = None) -> None:
        """Marks customers as former ones; undo takes them back."""
        self.doings.end(list(ids or self.chosen()))

    def take_back(self) -> None:
        """Takes the chosen former customers back."""
        self.doings.take_back(self.chosen())

    def import_customers(self, file: Path | None = None) -> None:
        """Opens the import of a customer list."""
        self.doings.import_file(file)

    def ways_to_export(self) -> Sequence[tuple[str, Callable[[], object]]]:
        """The table as it is shown, or what an import reads."""
        return (
            (tr("This view as CSV…"), self.export_view),
            (tr("Customer file for an import…"), self.doings.export_file),
            (tr("Template for an import…"), self.doings.save_template),
        )

    def source(self) -> CustomerSource:
        """Returns the customers for another thread."""
        return CustomerSource(CustomerRows(self.context.office, self.context.listings))

    # Files dropped.

    def promise(self, _row_id: str, files: list[Path]) -> str:
        """Says what dropping these files would do."""
        lists = len(files) == 1 and files[0].suffix.lower() in ENDINGS
        return tr("Import customers from {name}", name=files[0].name) if lists else ""
