"""The page of one vendor: all that is known of it in seven tabs, its neighbours one key away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QStackedWidget, QWidget

from vendorrisk.domain.diligence.findings import is_open
from vendorrisk.domain.message import NotFound
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Service
from vendorrisk.ui.diligence.document_table import Copies
from vendorrisk.ui.register.vendor_words import status_of
from vendorrisk.ui.register.visits import VendorVisit
from vendorrisk.ui.review.vendor import tabs
from vendorrisk.ui.review.vendor.doings import Doings
from vendorrisk.ui.review.vendor.overview import Overview
from vendorrisk.ui.widgets.buttons import IconButton, more_button, secondary
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.drop_target import files_in
from vendorrisk.ui.widgets.frame import MainFrame
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import Label
from vendorrisk.ui.widgets.marks import Chip
from vendorrisk.ui.widgets.page_head import Page, PageHead
from vendorrisk.ui.widgets.panels import EmptyState
from vendorrisk.ui.widgets.tabs import TabBar
from vendorrisk.ui.widgets.tokens import PANEL_GAP
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.vendor_attention import Attention, Cause
from vendorrisk.usecases.vendor_rows import place_name
from vendorrisk.usecases.vendor_sheet import VendorSheet, vendor_sheet

if TYPE_CHECKING:
    from vendorrisk.domain.diligence.records import Document, Finding
    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.ui.shell.context import Context

OVERVIEW, ASSESSMENTS, DOCUMENTS, FINDINGS, PLACES, NOTICES, LOG = range(7)
TABS: Final = (
    mark("Overview"), mark("Assessments"), mark("Documents"), mark("Findings"),
    mark("Locations and transfers"), mark("Notices"), mark("Log"),
)  # fmt: skip


class VendorPage(Page):
    """Shows one vendor. What can be done stands in `doings`; what it means is said by use cases."""

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead("", back_to=tr("Vendors")))
        self.context = context
        self.doings = Doings(context, self)
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
        self._build_head()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.hints = (tr("Alt+Down: next vendor"), tr("F2: edit a fact"), tr("Ctrl+Tab: next tab"))

    # Building.

    def _build_head(self) -> None:
        self.finding_button = secondary(tr("Raise finding…"))
        self.send_button = secondary(tr("Send questionnaire"))
        self.change_button = secondary(tr("Start change…"))
        self.more = QMenu()
        for button in (self.finding_button, self.send_button, self.change_button):
            self.head.add_action(button)
        self.head.add_action(more_button(self.more, tr("More")))
        self.position = Label("", tone="text2")
        self.up = IconButton(Icon.CHEVRON_UP, tr("Previous vendor"), keys="Alt+Up", small=True, bare=True)
        self.down = IconButton(Icon.CHEVRON_DOWN, tr("Next vendor"), keys="Alt+Down", small=True, bare=True)
        for widget in (self.position, self.up, self.down):
            self.head.add_to_line(widget)

    def _lay_out(self) -> None:
        for name in TABS:
            self.tabs.add(tr(name))
        self.add_tabs(self.tabs)
        for tab in self._tabs():
            self.stack.addWidget(_scrolled(tab))
        self.stack.addWidget(self.gone)
        self.column.addSpacing(-PANEL_GAP)
        self.add(self.stack, 1)
        self.start_at(self.overview.facts.facts.row("legal_name"))

    def _tabs(self) -> tuple[QWidget, ...]:
        return (
            self.overview, self.assessments, self.documents, self.findings, self.places, self.notices, self.log,
        )  # fmt: skip

    def _connect(self) -> None:
        do, over = self.doings, self.overview
        self.head.back.connect(self.go_back)
        self.finding_button.clicked.connect(do.raise_finding)
        self.send_button.clicked.connect(do.send_questionnaire)
        self.change_button.clicked.connect(do.start_change)
        self.more.aboutToShow.connect(self._fill_more)
        self.up.clicked.connect(partial(self.step, -1))
        self.down.clicked.connect(partial(self.step, 1))
        self.tabs.currentChanged.connect(self._on_tab)
        over.attention.asked.connect(self.settle)
        over.facts.move_asked.connect(do.move)
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
        self.assessments.confirm.clicked.connect(do.confirm_decision)
        papers = self.documents.papers
        papers.added.connect(do.add_document)
        papers.opened.connect(self.open_document)
        papers.removed.connect(lambda key: do.remove(papers.row(key).document))
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
        tab.transfers.opened.connect(lambda key: do.edit_transfer(tab.transfers.row(key).flow))
        tab.transfers.removed.connect(lambda key: do.remove(tab.transfers.row(key).flow))
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
    def sheet(self) -> VendorSheet | None:
        """What is shown."""
        return self.doings.sheet

    def show_item(self, item: object) -> None:
        """Shows another vendor: by its id, or by a visit that names its neighbours."""
        visit = item if isinstance(item, VendorVisit) else VendorVisit(vendor_id=str(item))
        if visit.vendor_id != self._visit.vendor_id:
            self._engagement_id = ""
            self.tabs.setCurrentIndex(OVERVIEW)
        self._visit = visit
        self.reload()

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
        self._show_head(sheet)
        self._show_tabs(sheet)
        self._on_tab(self.tabs.currentIndex())

    def _chosen(self, sheet: VendorSheet) -> Engagement | None:
        own = {one.id: one for one in sheet.facts.engagements}
        usual = (*sheet.facts.in_use, *sheet.facts.open_engagements, *sheet.facts.engagements)
        return own.get(self._engagement_id) or next(iter(usual), None)

    def _show_gone(self) -> None:
        self.doings.sheet, self.doings.engagement = None, None
        self.head.set_title(tr("Vendor"))
        self.head.set_chips([])
        self.head.set_line([])
        self.tabs.hide()
        self.stack.setCurrentWidget(self.gone)

    def _show_head(self, sheet: VendorSheet) -> None:
        say, row = self.context.say, sheet.row
        statuses = [status_of(row.risk, say), status_of(row.assessment, say)]
        self.head.set_title(row.name)
        self.head.set_chips([Chip(status) for status in statuses if status.chip])
        self.head.set_line(self._line(sheet))
        ids = self._visit.neighbours
        here = ids.index(row.id) if row.id in ids else -1
        text = tr("{place} of {count}", place=here + 1, count=len(ids)) if here >= 0 else ""
        self.position.setText(", ".join(part for part in (text, self._visit.list_name) if part and text))
        for button, there in ((self.up, here > 0), (self.down, 0 <= here < len(ids) - 1)):
            button.setVisible(here >= 0)
            button.setEnabled(there)
        for button in (self.finding_button, self.change_button):
            button.disable_because("" if self.doings.engagement else tr("It has no engagement yet."))

    def _line(self, sheet: VendorSheet) -> list[str]:
        engagement, vendor = self.doings.engagement, sheet.facts.vendor
        country = place_name(self.context.office, vendor.country) if vendor.country else ""
        facts = [", ".join(part for part in (sheet.row.purpose, country) if part)]
        if engagement is not None and engagement.live_since is not None:
            facts.append(tr("Engaged {day}", day=day(engagement.live_since)))
        elif engagement is not None and sheet.row.stage is not None:
            facts.append(self.context.say(sheet.row.stage))
        if vendor.owner:
            facts.append(tr("Owner {name}", name=vendor.owner))
        if engagement is not None:
            count = sheet.audiences[engagement.id].affected
            facts.append(tr_count("{count} customer affected", "{count} customers affected", count))
        if vendor.archived_on is not None:
            facts.append(tr("Archived {day}", day=day(vendor.archived_on)))
        return facts

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
        """Goes to the next tab, round the end."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(TABS))

    def settle(self, one: Attention) -> None:
        """Does, or leads to, what settles something that needs somebody."""
        if one.engagement_id and one.engagement_id != self._engagement_id:
            self.show_engagement(one.engagement_id)
        do = self.doings
        documents = {row.id: row.document for row in (self.sheet.documents if self.sheet else ())}
        steps = {
            Cause.AGREEMENT: partial(do.add_document, kind="DPA"),
            Cause.CLAUSES: lambda: do.check_clauses(documents.get(one.record_id)),
            Cause.NO_MECHANISM: partial(do.add_transfer, self._country_of(one)),
            Cause.RATING: do.rate,
            Cause.REASSESS: do.send_questionnaire,
            Cause.FIRST_ASSESSMENT: do.send_questionnaire,
            Cause.SEND_QUESTIONS: do.send_questionnaire,
            Cause.CHASE_ANSWERS: partial(self.context.go, "answer_review", one.record_id),
            Cause.REVIEW_ANSWERS: partial(self.context.go, "answer_review", one.record_id),
            Cause.RENEW_DOCUMENT: lambda: do.add_document(kind=documents[one.record_id].kind),
            Cause.JUDGE_DOCUMENT: lambda: do.edit_document(documents.get(one.record_id)),
            Cause.TELL_FINDING: lambda: do.tell_finding(self._finding(one.record_id)),
            Cause.CONFIRM_DECISION: do.confirm_decision,
            Cause.TRANSFER: lambda: do.edit_transfer(self._flow(one.record_id)),
            Cause.CHECK_TRANSFER: lambda: do.edit_transfer(self._flow(one.record_id)),
        }
        if one.cause in steps:
            steps[one.cause]()
        else:
            self.tabs.setCurrentIndex(FINDINGS)
            self.findings.findings.table.go_to(one.record_id)

    @staticmethod
    def _country_of(one: Attention) -> str:
        place = one.title.params.get("place")
        return place.key.removeprefix("Country.") if place is not None else ""

    def _flow(self, flow_id: str):  # noqa: ANN202
        flows = self.sheet.facts.flows if self.sheet else ()
        return next((one for one in flows if one.id == flow_id), None)

    def _finding(self, finding_id: str = "") -> Finding | None:
        found = self.sheet.facts.findings if self.sheet else ()
        wanted = finding_id or self.findings.findings.table.current_id()
        return next((one for one in found if one.id == wanted), None)

    def _paper(self) -> Document | None:
        row = self.documents.papers.row()
        return row.document if row else None

    def open_document(self, document_id: str) -> None:
        """Opens a copy of a document; one without a file is edited instead."""
        row = self.documents.papers.row(document_id)
        if row is not None and row.document.evidence:
            self.copies.open_copy(row.document)
        elif row is not None:
            self.doings.edit_document(row.document)

    def _open_change(self, change_id: str) -> None:
        self.context.go("change", change_id)

    def _fill_more(self) -> None:
        do, menu = self.doings, self.more
        menu.clear()
        engaged = do.engagement is not None
        archived = bool(self.sheet and self.sheet.facts.vendor.archived_on)
        for text, run, usable in (
            (tr("Add document…"), do.add_document, True),
            (tr("Move to another stage…"), do.move, engaged),
            (tr("Rate…"), do.rate, engaged),
            (tr("Edit vendor…"), do.edit_vendor, True),
            (tr("Edit engagement…"), do.edit_engagement, engaged),
        ):
            action = menu.addAction(text)
            action.setEnabled(usable)
            action.triggered.connect(partial(_plainly, run))
        self._fill_services(menu.addMenu(tr("New engagement for")))
        menu.addSeparator()
        menu.addAction(tr("Bring back") if archived else tr("Archive")).triggered.connect(
            partial(_plainly, do.archive)
        )

    def _fill_services(self, menu: QMenu) -> None:
        with self.context.office.book.reading() as reader:
            services = reader.find(Service)
        for service in services:
            name = text_in(service.name, "en") or service.code
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(_plainly, partial(self.doings.add_engagement, service.id)))

    # Files dropped.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files: they become documents of this vendor."""
        if self.sheet is not None and files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the form for the files that were dropped."""
        files = files_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.doings.add_document(files)


def _plainly(run, *_checked: bool) -> None:  # noqa: ANN001
    run()


def _scrolled(tab: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    tab.setProperty("page", "true")
    area.setWidget(tab)
    return area
