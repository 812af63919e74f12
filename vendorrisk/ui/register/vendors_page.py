"""The register: every vendor in one table, with views, filters, a panel, and work for many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence

from vendorrisk.ui.register.owner_dialog import set_owner
from vendorrisk.ui.register.send_questions import send_questions
from vendorrisk.ui.register.vendor_columns import columns, filters, supplied_views
from vendorrisk.ui.register.vendor_panel import VendorPanel
from vendorrisk.ui.register.vendor_source import STATE, VendorSource
from vendorrisk.ui.register.visits import VendorVisit
from vendorrisk.ui.shell.list_page import Beside, PanelPage
from vendorrisk.ui.shell.sheets import open_sheet
from vendorrisk.ui.shell.views import name_asker, views_of
from vendorrisk.ui.widgets.buttons import link, primary, secondary
from vendorrisk.ui.widgets.drop_target import DropTarget
from vendorrisk.ui.widgets.page_head import PageHead
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import EmptyState
from vendorrisk.ui.widgets.query import Filter
from vendorrisk.ui.widgets.table_pane import TablePane
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.register.vendor_listings import VendorFilter
from vendorrisk.usecases.register.vendors import archive_vendors, unarchive_vendors
from vendorrisk.usecases.review.vendor_glance import glance
from vendorrisk.usecases.review.vendor_rows import VendorRows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from vendorrisk.ui.shell.context import Context

TABLE: Final = "vendors"
CHECK_AFTER_MS: Final = 400
"""Milliseconds of rest before the transfers are checked, so that table and keys come first."""
LISTS: Final = frozenset(
    {
        ".html", ".htm", ".xhtml", ".md", ".mdx", ".markdown", ".rst", ".yaml", ".yml", ".json", ".js",
        ".jsx", ".ts", ".tsx", ".vue", ".astro", ".svelte",
    }
)  # fmt: skip
"""Endings of published lists; what else is dropped on a vendor, tables and texts too, is a document of it."""


class VendorsPage(PanelPage):
    """The register. It asks, shows and goes; what things mean is said by use cases."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead(tr("Vendors")))
        self.context = context
        self.rows = VendorRows(context.office, context.listings)
        self.model = PagedModel(VendorSource(self.rows), columns(context))
        self.panel = VendorPanel(context)
        self._counted_at = -1
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(CHECK_AFTER_MS)
        self._soon.timeout.connect(self._check_transfers)
        self._build_actions()
        self._lay_out()
        self.beside = Beside(self, self.panel, TABLE, self._fill_panel)
        self._connect()
        self.start_at(self.pane.table)

    # Building.

    def _build_actions(self) -> None:
        self.send_action = self.action(tr("Send questionnaire"), self.send_questionnaires)
        self.owner_action = self.action(tr("Set owner"), self.set_owner)
        self.export_action = self.action(tr("Export…"), self.export_selection)
        self.archive_action = self.action(tr("Archive"), self.archive)
        self.unarchive_action = self.action(tr("Bring back"), self.unarchive)
        self.document_action = self.action(tr("Add document…"), self.add_document)
        self.new_action = self.action(tr("New vendor"), self.new_vendor, QKeySequence.StandardKey.New)

    def _lay_out(self) -> None:
        supplied = supplied_views()
        self.import_button = secondary(tr("Import…"))
        self.export_button = secondary(tr("Export…"))
        self.new_button = primary(tr("New vendor"))
        for button in (self.import_button, self.export_button, self.new_button):
            self.head.add_action(button)
        self.bad_transfers = link("")
        self.head.set_chips([self.bad_transfers])
        self.bad_transfers.hide()
        self.pane = TablePane(
            self.model, views_of(self.context.store, TABLE, supplied), name=tr("Vendors"),
            nothing_matches=tr("No vendor matches."), fields=filters(self.context),
            actions=[self.send_action, self.owner_action, self.export_action],
            more=[self.document_action, self.archive_action, self.unarchive_action],
            ask_name=name_asker(self, supplied),
        )  # fmt: skip
        self.add(self.pane, 1)
        self._first = primary(tr("Import your list"))
        self._second = secondary(tr("New vendor"))
        self.empty = EmptyState("", first=self._first, second=self._second)
        self.pane.frame.set_empty(self.empty)
        self.drop = DropTarget(self.pane.table, self.promise)

    def _connect(self) -> None:
        table = self.pane.table
        table.opened.connect(self.open_vendor)
        table.archive.connect(self.archive)
        self.drop.dropped.connect(self.take_files)
        for button in (self.new_button, self._second):
            button.clicked.connect(self.new_vendor)
        for button in (self.import_button, self._first):
            button.clicked.connect(self.import_list)
        self.export_button.clicked.connect(self.unfold_export)
        self.bad_transfers.clicked.connect(self.show_bad_transfers)
        self.model.counted.connect(lambda _shown, _total: self._show_emptiness())
        self.panel.closed.connect(self.toggle_panel)
        self.panel.opened.connect(self.open_vendor)
        self.panel.review_asked.connect(lambda key: self.context.go("answer_review", key))

    # Showing.

    @property
    def hints(self) -> tuple[str, ...]:
        """The keys of this page."""
        return self.beside.hint, tr("Enter: open"), tr("Ctrl+K: all commands")

    def show_counts(self) -> None:
        """Says in the head how many there are, and of how many something is missing."""
        counts = self.rows.counts()
        parts = [tr("{count} active", count=counts.active)]
        if counts.overdue:
            parts.append(tr("{count} overdue", count=counts.overdue))
        if counts.without_agreement:
            parts.append(tr("{count} without an agreement", count=counts.without_agreement))
        self.head.set_title(tr("Vendors"), beside=" · ".join(parts) if counts.active else "")
        self._count_bad_transfers()

    def _count_bad_transfers(self) -> None:
        """Asks the law of every transfer once per change, in a job, after the table is in sight."""
        sequence, _ = self.context.office.book.head()
        if sequence != self._counted_at:
            self._counted_at = sequence
            self._soon.start()

    def _check_transfers(self) -> None:
        self.context.gather(tr("Checking transfers"), self.rows.bad_transfers, self._show_bad_transfers)

    def _show_bad_transfers(self, ids: frozenset[str]) -> None:
        count = len(ids)
        self.bad_transfers.setText(tr("{count} with a transfer not valid", count=count))
        self.bad_transfers.setVisible(count > 0)

    def show_bad_transfers(self) -> None:
        """Narrows the table to vendors of which a transfer does not hold."""
        label = tr("Transfer not valid")
        self.pane.narrow((Filter(STATE, VendorFilter.BAD_TRANSFER, label),))

    def _show_emptiness(self) -> None:
        """Says whether there are no vendors at all, or merely none in this view."""
        none_at_all = self.rows.is_empty()
        view = self.pane.views.in_use.name
        self.empty.sentence.setText(
            tr("No vendors yet. Import your published list, or add one by hand.")
            if none_at_all
            else tr("No vendor is in the view “{name}”.", name=view)
        )
        for button in (self._first, self._second):
            button.setVisible(none_at_all)
        self.new_button.set_kind("secondary" if none_at_all else "primary")

    def _fill_panel(self) -> None:
        current = self.pane.table.current_id()
        known = bool(current) and self.model.place_of(current) is not None
        self.panel.show_glance(glance(self.context.office, current) if known else None)

    # What the person does.

    def open_vendor(self, vendor_id: str) -> None:
        """Goes to a vendor's page; its neighbours are those of the table."""
        view = self.pane.views.in_use
        chips = [part.label for part in view.filters]
        visit = VendorVisit(
            vendor_id=vendor_id,
            neighbours=tuple(self.model.ids()),
            list_name=", ".join([*([] if view.scope == "active" and chips else [view.name]), *chips]),
        )
        self.context.go("vendor", visit)

    def new_vendor(self) -> None:
        """Opens the form for a new vendor."""
        from vendorrisk.ui.register.new_vendor import new_vendor  # noqa: PLC0415  (slow import)

        new_vendor(self.context, self, done=lambda added: self.context.go("vendor", added.id))

    def import_list(self, file: Path | None = None) -> None:
        """Opens the import of a published list."""
        from vendorrisk.ui.register.import_list import import_list  # noqa: PLC0415  (slow import)

        import_list(self.context, self, file or None)

    def publish_list(self) -> None:
        """Opens the publishing of the list."""
        from vendorrisk.ui.register.publish_list import publish_list  # noqa: PLC0415  (slow import)

        publish_list(self.context, self)

    def send_questionnaires(self) -> None:
        """Sends questionnaires to the selected vendors."""
        send_questions(self.context, self, self.pane.table.selected_ids())

    def set_owner(self) -> None:
        """Gives the selected vendors another owner."""
        set_owner(self.context, self, self.pane.table.selected_ids())

    def archive(self, ids: Sequence[str] | None = None) -> None:
        """Takes vendors out of the lists; undo brings them back."""
        wanted = list(ids or self.pane.table.selected_ids())
        gone = self.context.do(lambda: archive_vendors(self.context.office, wanted))
        if gone:
            self.context.tell(tr_count("{count} vendor archived", "{count} vendors archived", len(gone)))

    def unarchive(self) -> None:
        """Brings the selected vendors back into the lists."""
        wanted = self.pane.table.selected_ids()
        self.context.do(lambda: unarchive_vendors(self.context.office, wanted))

    def add_document(self) -> None:
        """Opens the form for a document of the selected vendor."""
        self.take_files(next(iter(self.pane.table.selected_ids()), ""), [])

    def ways_to_export(self) -> Sequence[tuple[str, Callable[[], object]]]:
        """The list as it is published, or the table as it is shown."""
        return (
            (tr("Publish the list of sub-processors…"), self.publish_list),
            (tr("This view as CSV…"), self.export_view),
        )

    def source(self) -> VendorSource:
        """Returns the rows of the register for another thread."""
        return VendorSource(VendorRows(self.context.office, self.context.listings))

    # Files dropped.

    def promise(self, vendor_id: str, files: list[Path]) -> str:
        """Says what dropping these files would do."""
        lists = [one for one in files if one.suffix.lower() in LISTS]
        if len(lists) == len(files) == 1:
            return tr("Read as a published list")
        if not vendor_id or lists:
            return ""
        found = self.rows.by_ids([vendor_id])
        return tr("Add document to {vendor}", vendor=found[0].name) if found else ""

    def take_files(self, vendor_id: str, files: list[Path]) -> None:
        """Opens what was promised."""
        if len(files) == 1 and files[0].suffix.lower() in LISTS:
            self.import_list(files[0])
        elif vendor_id:
            open_sheet(self.context, self, "add_document", vendor_id=vendor_id, files=files)
