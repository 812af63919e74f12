"""What can be done with customers: forms, ends and returns, imports; the page says with which."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.domain.notice.records import Customer
from vendorrisk.domain.notice.terms import strictest_terms
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.notice.changes import STANDARD
from vendorrisk.usecases.notice.customer_export import export_customers
from vendorrisk.usecases.notice.customer_records import end_customers, return_customers
from vendorrisk.usecases.notice.customer_sheet import customer_sheet
from vendorrisk.usecases.notice.customer_terms import versions_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.notice.customer_sheet import CustomerSheet


class CustomerDoings:
    """Opens forms above a page and does what they ask; each thing done is one step that undo takes back."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page

    def add(self, done: Callable[[str], None]) -> None:
        """Opens the form for a new customer; `done` is told its id."""
        from vendorrisk.ui.notice.customer_forms import add_customer  # noqa: PLC0415  (slow import)

        add_customer(self._context, self._page, lambda made: done(made.id))

    def edit(self, sheet: CustomerSheet | None, field: str = "") -> None:
        """Opens the form of a customer, the keyboard on a field."""
        from vendorrisk.ui.notice.customer_forms import change_customer  # noqa: PLC0415  (slow import)

        if sheet is None:
            self._context.tell(tr("Select a customer first."))
        else:
            change_customer(self._context, self._page, sheet.customer, first=field)

    def amend(self, customer_ids: Sequence[str]) -> None:
        """Opens the form for new terms; it begins from those that the first of the customers has."""
        from vendorrisk.ui.notice.customer_terms_form import amend  # noqa: PLC0415  (slow import)

        with self._context.office.book.reading() as reader:
            named = {one.id: one.name for one in reader.find(Customer, id=list(customer_ids))}
        customers = [(one, named[one]) for one in customer_ids if one in named]
        if not customers:
            self._context.tell(tr("Select customers first."))
            return
        first = customer_sheet(self._context.office, customers[0][0])
        known = first.row.terms or strictest_terms(first.versions)
        is_first = len(customers) == 1 and not first.versions
        amend(self._context, self._page, customers, known, first_terms=is_first)

    def amend_standard(self) -> None:
        """Opens the form for our own standard terms, which stand in where a contract is unknown."""
        from vendorrisk.ui.notice.customer_terms_form import amend  # noqa: PLC0415  (slow import)

        with self._context.office.book.reading() as reader:
            versions = versions_of(reader, STANDARD)
        standard = (STANDARD, tr("our standard agreement"))
        amend(self._context, self._page, [standard], next(iter(versions), None), first_terms=not versions)

    def correct(self, sheet: CustomerSheet | None, terms_id: str) -> None:
        """Opens the form that mends a version of the terms."""
        from vendorrisk.ui.notice.customer_terms_form import correct  # noqa: PLC0415  (slow import)

        versions = sheet.versions if sheet is not None else ()
        terms = next((one for one in versions if one.id == terms_id), None)
        if sheet is not None and terms is not None:
            several = len(versions) > 1
            correct(self._context, self._page, terms, sheet.customer.name, removable=several)

    def sub_processors(self, sheet: CustomerSheet | None) -> None:
        """Shows who touches a customer's data."""
        from vendorrisk.ui.notice.customer_sub_processors import (  # noqa: PLC0415  (slow import)
            show_sub_processors,
        )

        if sheet is None:
            self._context.tell(tr("Select a customer first."))
        else:
            show_sub_processors(self._context, self._page, sheet.customer)

    def contact(self, sheet: CustomerSheet | None, contact_id: str) -> None:
        """Opens the form of a contact, or of a new one."""
        from vendorrisk.ui.notice import customer_forms  # noqa: PLC0415  (slow import)

        if sheet is None:
            return
        known = next((one for one in sheet.contacts if one.id == contact_id), None)
        if known is not None:
            customer_forms.change_contact(self._context, self._page, known)
        else:
            customer_forms.add_contact(self._context, self._page, sheet.customer)

    def end(self, customer_ids: Sequence[str]) -> None:
        """Marks customers as former ones; undo takes them back."""
        gone = self._context.do(lambda: end_customers(self._context.office, customer_ids))
        if gone:
            self._context.tell(tr_count("{count} customer ended", "{count} customers ended", len(gone)))

    def take_back(self, customer_ids: Sequence[str]) -> None:
        """Takes former customers back among the active ones."""
        back = self._context.do(lambda: return_customers(self._context.office, customer_ids))
        if back:
            self._context.tell(
                tr_count("{count} customer reinstated", "{count} customers reinstated", len(back))
            )

    def import_file(self, file: Path | None = None) -> None:
        """Opens the import of a customer list."""
        from vendorrisk.ui.notice.customer_import_sheet import (  # noqa: PLC0415  (slow import)
            import_customer_file,
        )

        import_customer_file(self._context, self._page, file)

    def export_file(self) -> None:
        """Writes all customers with their terms into a file that can be imported."""
        target = self._context.messages.pick_target(
            tr("Customer file"), kinds=tr("Tables (*.csv)"), start=Path("customers.csv")
        )
        if target is None:
            return
        count = self._context.do(lambda: export_customers(self._context.office, target))
        if count is not None:
            self._context.tell(
                tr_count(
                    "{count} customer written to {name}", "{count} customers written to {name}", count,
                    name=target.name,
                )
            )  # fmt: skip

    def save_template(self) -> None:
        """Writes the file to fill in."""
        from vendorrisk.ui.notice.customer_import_sheet import (  # noqa: PLC0415  (slow import)
            save_customer_template,
        )

        save_customer_template(self._context)
