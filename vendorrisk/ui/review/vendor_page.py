"""The page of one vendor: all that is known of it in seven tabs, its neighbours one key away."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from vendorrisk.domain.diligence.findings import is_open
from vendorrisk.domain.message import NotFound
from vendorrisk.ui.diligence.document_table import Copies
from vendorrisk.ui.register.visits import VendorVisit
from vendorrisk.ui.review.vendor import tabs
from vendorrisk.ui.review.vendor.doings import Doings
from vendorrisk.ui.review.vendor.head import MARGIN, VendorHead
from vendorrisk.ui.review.vendor.overview import Overview
from vendorrisk.ui.review.vendor.settling import finding_of, steps_for
from vendorrisk.ui.widgets.drop_target import DropZone
from vendorrisk.ui.widgets.frame import MainFrame
from vendorrisk.ui.widgets.page_head import Page
from vendorrisk.ui.widgets.panels import EmptyState
from vendorrisk.ui.widgets.scroll_column import ScrollColumn
from vendorrisk.ui.widgets.tabs import TabBar
from vendorrisk.ui.widgets.tokens import PANEL_GAP
from vendorrisk.ui.widgets.words import mark, tr
from vendorrisk.usecases.review.vendor_sheet import VendorSheet, vendor_sheet

if TYPE_CHECKING:
    from vendorrisk.domain.diligence.records import Document, Finding
    from vendorrisk.domain.register.records import Engagement, Flow
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.diligence.document_view import DocumentRow
    from vendorrisk.usecases.diligence.transfer_view import TransferRow
    from vendorrisk.usecases.review.vendor_attention import Attention

OVERVIEW, ASSESSMENTS, DOCUMENTS, FINDINGS, PLACES, NOTICES, LOG = range(7)
TABS: Final = (
    mark("Overview"), mark("Assessments"), mark("Documents"), mark("Findings"),
    mark("Locations and transfers"), mark("Notices"), mark("Log"),
)  # fmt: skip


class VendorPage(Page):
    """Shows one vendor. What can be done stands in `doings`; what it means is said by use cases."""

    def __init__(self, context: Context) -> None:
        self.doings = Doings(context, self)
        super().__init__(VendorHead(context, self.doings))
        self.context = context
        self.copies = Copies(context)
        self._visit = VendorVisit(vendor_id="")
        self._engagement_id = ""
        self.overview = Overview(context)
        self.assessments = tabs.AssessmentsTab(context)
        self.documents = tabs.DocumentsTab(context)
        self.findings = tabs.FindingsTab(context)
        self.places = tabs.PlacesTab(context)
        self.notices = tabs.NoticesTab(context)
        self.log = tabs.LogTab(context)
        self.tabs = TabBar(name=tr("Vendor"))
        self.stack = QStackedWidget()
        self.gone = EmptyState(tr("This vendor is no longer in the register."))
        self._lay_out()
        self._connect()
        self.drop = DropZone(self, self.doings.promise)
        self.drop.dropped.connect(self.doings.take_files)
        self.hints = (tr("Alt+Down: next vendor"), tr("F2: edit a fact"), tr("Ctrl+Tab: next tab"))

    # Building.

    def _lay_out(self) -> None:
        for name in TABS:
            self.tabs.add(tr(name))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, MARGIN, 0)
        row.addWidget(self.tabs)
        self.add_tabs(holder)
        margins = self.column.contentsMargins()
        margins.setRight(margins.right() - MARGIN)
        self.column.setContentsMargins(margins)
        for tab in self._tabs():
            self.stack.addWidget(ScrollColumn(tab, margin=MARGIN))
        self.stack.addWidget(self.gone)
        self.column.addSpacing(-PANEL_GAP)
        self.add(self.stack, 1)
        self.start_at(self.overview.first())

    def _tabs(self) -> tuple[Overview | tabs.Tab, ...]:
        return (
            self.overview, self.assessments, self.documents, self.findings, self.places, self.notices,
            self.log,
        )  # fmt: skip

    def _connect(self) -> None:
        do, over = self.doings, self.overview
        head = self.vendor_head
        head.back.connect(self.go_back)
        head.up.clicked.connect(partial(self.step, -1))
        head.down.clicked.connect(partial(self.step, 1))
        self.tabs.currentChanged.connect(self._on_tab)
        do.shown = self.show_engagement
        over.begin.clicked.connect(do.add_engagement)
        over.attention.asked.connect(self.settle)
        over.facts.move_asked.connect(do.move)
        over.facts.contact_asked.connect(do.open_contact)
        over.facts.engagement_chosen.connect(self.show_engagement)
        over.full_log.clicked.connect(partial(self.tabs.setCurrentIndex, LOG))
        for panel in (over.places, self.places.places):
            panel.added.connect(do.add_place)
            panel.opened.connect(lambda key, panel=panel: do.edit_place(panel.row(key)))
            panel.removed.connect(lambda key, panel=panel: do.remove_place(panel.row(key)))
        self._connect_tabs()
        self._add_keys()

    def _connect_tabs(self) -> None:
        do = self.doings
        rounds, decisions = self.assessments.rounds, self.assessments.decisions
        rounds.added.connect(do.send_questionnaire)
        rounds.opened.connect(lambda key: self.context.go("answer_review", key))
        decisions.added.connect(do.move)
        self.assessments.confirm.clicked.connect(lambda: do.confirm_decision(self.assessments.to_confirm))
        papers = self.documents.papers
        papers.added.connect(do.add_document)
        papers.opened.connect(self.open_document)
        papers.removed.connect(self._remove_paper)
        self.documents.edit_button.clicked.connect(lambda: do.edit_document(self._paper()))
        self.documents.check_button.clicked.connect(lambda: do.check_clauses(self._paper()))
        found = self.findings.findings
        found.added.connect(do.raise_finding)
        found.opened.connect(lambda key: do.tell_finding(found.row(key)))
        found.removed.connect(lambda key: do.remove(found.row(key)))
        self.findings.tell.clicked.connect(lambda: do.tell_finding(self._finding()))
        self.findings.accept.clicked.connect(lambda: do.accept_finding(self._finding()))
        self.findings.moved.connect(do.move_finding)
        self._connect_places()
        self.notices.changes.added.connect(do.start_change)
        self.notices.changes.opened.connect(self._open_change)

    def _connect_places(self) -> None:
        do, tab = self.doings, self.places
        tab.transfers.added.connect(do.add_transfer)
        tab.transfers.opened.connect(lambda key: do.edit_transfer(self._flow(key)))
        tab.transfers.removed.connect(lambda key: do.remove(self._flow(key)))
        tab.parties.added.connect(do.add_party)
        tab.parties.opened.connect(lambda key: do.edit_party(tab.parties.row(key)))
        tab.parties.removed.connect(lambda key: do.remove(tab.parties.row(key)))
        tab.contacts.added.connect(do.add_contact)
        tab.contacts.opened.connect(lambda key: do.edit_contact(tab.contacts.row(key)))
        tab.contacts.removed.connect(lambda key: do.remove(tab.contacts.row(key)))

    def _add_keys(self) -> None:
        for keys, text, run in (
            ("Alt+Up", tr("Previous vendor"), partial(self.step, -1)),
            ("Alt+Down", tr("Next vendor"), partial(self.step, 1)),
            ("F2", tr("Edit"), self.edit_here),
            ("Ctrl+Tab", tr("Next tab"), partial(self.turn, 1)),
            ("Ctrl+Shift+Tab", tr("Previous tab"), partial(self.turn, -1)),
        ):
            action = QAction(text, self)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(run)
            self.addAction(action)

    # Showing.

    @property
    def vendor_head(self) -> VendorHead:
        """The head of the page."""
        return cast("VendorHead", self.head)

    @property
    def sheet(self) -> VendorSheet | None:
        """What is shown."""
        return self.doings.sheet

    def show_item(self, item: object) -> None:
        """Shows another vendor: by its id, or by a visit that names its neighbours."""
        visit = item if isinstance(item, VendorVisit) else VendorVisit(vendor_id=str(item))
        if visit.vendor_id != self._visit.vendor_id:
            self._engagement_id = ""
            self.tabs.setCurrentIndex(OVERVIEW)
        if visit.decision_on:
            self._engagement_id = visit.decision_on
            self.tabs.setCurrentIndex(ASSESSMENTS)
        self._visit = visit
        self.reload()
        mover = self.assessments.decisions.add_link_button
        if visit.decision_on and mover is not None:
            self.start_at(mover)

    def show_engagement(self, engagement_id: str) -> None:
        """Shows the facts of another engagement of the vendor."""
        self._engagement_id = engagement_id
        self.reload()

    def reload(self) -> None:
        """Reads the vendor again."""
        try:
            sheet = vendor_sheet(self.context.office, self._visit.vendor_id)
        except NotFound:
            self._show_gone()
            return
        self.doings.sheet = sheet
        self.doings.engagement = self._chosen(sheet)
        self.vendor_head.show_vendor(sheet, self.doings.engagement, self._visit)
        self._show_tabs(sheet)
        self._on_tab(self.tabs.currentIndex())

    def _chosen(self, sheet: VendorSheet) -> Engagement | None:
        own = {one.id: one for one in sheet.facts.engagements}
        usual = (*sheet.facts.in_use, *sheet.facts.open_engagements, *sheet.facts.engagements)
        return own.get(self._engagement_id) or next(iter(usual), None)

    def _show_gone(self) -> None:
        self.doings.sheet, self.doings.engagement = None, None
        self.vendor_head.show_none()
        self.tabs.hide()
        self.stack.setCurrentWidget(self.gone)

    def _show_tabs(self, sheet: VendorSheet) -> None:
        open_findings = sum(is_open(one, sheet.facts.today) for one in sheet.facts.findings)
        counts = {
            ASSESSMENTS: len(sheet.rounds), DOCUMENTS: len(sheet.documents), FINDINGS: open_findings,
            NOTICES: len(sheet.changes),
        }  # fmt: skip
        for number in range(len(TABS)):
            self.tabs.set_count(number, counts.get(number) or None)
        self.tabs.show()

    def _on_tab(self, number: int) -> None:
        sheet, engagement = self.doings.sheet, self.doings.engagement
        if sheet is None:
            return
        shows = {
            OVERVIEW: lambda: self.overview.show_sheet(sheet, engagement),
            PLACES: lambda: self.places.show_sheet(sheet, engagement),
            ASSESSMENTS: lambda: self.assessments.show_sheet(sheet),
            DOCUMENTS: lambda: self.documents.show_sheet(sheet),
            FINDINGS: lambda: self.findings.show_sheet(sheet),
            NOTICES: lambda: self.notices.show_sheet(sheet),
            LOG: lambda: self.log.show_sheet(sheet),
        }
        shows[number]()
        self.stack.setCurrentIndex(number)
        for before, after in pairwise((self.tabs, *self.overview.attention.buttons)):
            QWidget.setTabOrder(before, after)  # what is made later would be reached last
        self.start_at(self.overview.first() if number == OVERVIEW else self.tabs)

    # Going.

    def go_back(self) -> None:
        """Goes back to where the person came from, to the register if from nowhere."""
        frame = self.context.frame
        if isinstance(frame, MainFrame):
            frame.back()
        if not isinstance(frame, MainFrame) or frame.where() is None:
            self.context.go("vendors")

    def step(self, by: int) -> None:
        """Goes to a neighbour in the list the vendor was opened from."""
        ids = self._visit.neighbours
        here = ids.index(self._visit.vendor_id) if self._visit.vendor_id in ids else -1
        if here >= 0 and 0 <= here + by < len(ids):
            tab = self.tabs.currentIndex()
            onward = VendorVisit(vendor_id=ids[here + by], neighbours=ids, list_name=self._visit.list_name)
            self.context.go("vendor", onward)
            self.tabs.setCurrentIndex(tab)

    def turn(self, by: int) -> None:
        """Goes to the next tab, round the end; the keyboard goes along unless it is on the tabs."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(TABS))
        if not self.tabs.hasFocus():
            self._tabs()[self.tabs.currentIndex()].take_focus()

    def edit_here(self) -> None:
        """Edits what the keyboard is on: a fact, or a row of the tab in sight."""
        if self.sheet is not None:
            self._tabs()[self.tabs.currentIndex()].edit_here()

    def settle(self, one: Attention) -> None:
        """Does, or leads to, what settles something that needs somebody."""
        if one.engagement_id and one.engagement_id != self._engagement_id:
            self.show_engagement(one.engagement_id)
        step = steps_for(self.context, self.doings, one)
        if step is not None:
            step()
        else:
            self.tabs.setCurrentIndex(FINDINGS)
            self.findings.findings.table.go_to(one.record_id)

    def _finding(self) -> Finding | None:
        return finding_of(self.doings, self.findings.findings.table.current_id())

    def _flow(self, row_id: str) -> Flow | None:
        row: TransferRow | None = self.places.transfers.row(row_id)
        return row.flow if row else None

    def _remove_paper(self, document_id: str) -> None:
        row: DocumentRow | None = self.documents.papers.row(document_id)
        self.doings.remove(row.document if row else None)

    def _paper(self) -> Document | None:
        row: DocumentRow | None = self.documents.papers.row()
        return row.document if row else None

    def open_document(self, document_id: str) -> None:
        """Opens a copy of a document; one without a file is edited instead."""
        row: DocumentRow | None = self.documents.papers.row(document_id)
        if row is not None and row.document.evidence:
            self.copies.open_copy(row.document)
        elif row is not None:
            self.doings.edit_document(row.document)

    def _open_change(self, change_id: str) -> None:
        self.context.go("change", change_id)
