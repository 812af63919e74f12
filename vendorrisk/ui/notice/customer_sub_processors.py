"""The sub-processors in use for one customer, to be copied into an answer with their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from vendorrisk.ui.notice.lists import ListTable
from vendorrisk.ui.widgets.buttons import secondary
from vendorrisk.ui.widgets.columns import Cell, Column, Status
from vendorrisk.ui.widgets.dialogs import LARGE, Dialog
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.panels import EmptyState
from vendorrisk.ui.widgets.query import Sort
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.notice.customer_sub_processors import UsedSubProcessor, sub_processors_of

if TYPE_CHECKING:
    from vendorrisk.domain.notice.records import Customer
    from vendorrisk.ui.shell.context import Context

TABLE_HEIGHT: Final = 330


class SubProcessorsDialog(Dialog):
    """A table that answers "who touches our data?"; one button copies all of it."""

    def __init__(self, context: Context, parent: QWidget, customer: Customer) -> None:
        title = tr("Sub-processors used for {customer}", customer=customer.name)
        super().__init__(parent.window(), title, width=LARGE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = sub_processors_of(context.office, customer.id)
        about = tr("By its services and its region lock, as recorded today.")
        self.body.addWidget(wrapping(about))
        nothing = EmptyState(tr("No sub-processor in use handles this customer’s data."))
        self.list = ListTable(columns(), name=title, empty=nothing)
        self.list.show_rows(rows)
        self.list.model.set_sort((Sort("name"),))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        current_theme().keep_height(holder, TABLE_HEIGHT)
        self.body.addWidget(holder)
        self.copy_button = secondary(tr_count("Copy {count} row", "Copy {count} rows", len(rows)))
        self.copy_button.setAutoDefault(False)
        self.copy_button.disable_because("" if rows else tr("There is nothing to copy."))
        self.offer_close()
        self.buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ResetRole)
        self.copy_button.clicked.connect(self.copy_all)
        self._context = context

    def copy_all(self) -> None:
        """Puts the whole table with its headings on the clipboard, for a mail or a spreadsheet."""
        self.list.table.selectAll()
        self.list.table.copy(titles=True)
        self._context.tell(tr("Copied with headings."))


def columns() -> list[Column]:
    """Returns the columns in the order in which customers ask."""
    return [
        Column(key="name", title=tr("Sub-processor"), value=lambda row: row.legal_name or row.name, width=170,
               strong=True, sort_key="name"),
        Column(key="purpose", title=tr("Purpose"), value=lambda row: row.purpose, width=150,
               sort_key="purpose"),
        Column(key="service", title=tr("Service"), value=lambda row: row.service, width=100,
               sort_key="service"),
        Column(key="storage", title=tr("Stored in"), value=lambda row: ", ".join(row.storage), width=100),
        Column(key="access", title=tr("Accessed from"), value=lambda row: ", ".join(row.access), width=100),
        Column(key="use", title=tr("Use"), value=use_of, kind=Cell.STATUS, width=92),
    ]  # fmt: skip


def use_of(row: UsedSubProcessor) -> Status | str:
    """Whether it is used for this customer, or only for others."""
    return Status(Kind.INFO, tr("Excluded")) if row.kept_off else tr("In use")


def show_sub_processors(context: Context, parent: QWidget, customer: Customer) -> SubProcessorsDialog:
    """Opens the list above a page."""
    dialog = SubProcessorsDialog(context, parent, customer)
    dialog.open()
    return dialog
