"""The further tabs of a vendor: short tables of its records, each with what can be done there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from vendorrisk.domain.diligence.findings import MOVES, state_on
from vendorrisk.domain.diligence.records import FindingState
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.domain.review.due import TaskKind
from vendorrisk.ui.diligence.document_table import document_columns
from vendorrisk.ui.review.vendor.columns import (
    assessment_columns,
    change_columns,
    contact_columns,
    decision_columns,
    finding_columns,
    fourth_party_columns,
    log_columns,
    transfer_columns,
)
from vendorrisk.ui.review.vendor.finding_panel import FindingPanel
from vendorrisk.ui.review.vendor.overview import place_columns
from vendorrisk.ui.review.vendor.record_panel import RecordPanel
from vendorrisk.ui.widgets.buttons import MenuButton, secondary
from vendorrisk.ui.widgets.tokens import PANEL_GAP
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.diligence.transfer_view import transfer_rows
from vendorrisk.usecases.journal.activity import ActivityQuery
from vendorrisk.usecases.register.places import places_of

if TYPE_CHECKING:
    from vendorrisk.domain.diligence.records import Finding
    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.panels import Panel
    from vendorrisk.usecases.review.vendor_sheet import VendorSheet

LOG_ROWS: Final = 200


class Tab(QWidget):
    """Panels under each other."""

    def __init__(self, *panels: RecordPanel, foot: Panel | None = None) -> None:
        super().__init__()
        self._panels = panels
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PANEL_GAP, 0, 0)
        column.setSpacing(PANEL_GAP)
        for panel in (*panels, *([foot] if foot is not None else [])):
            column.addWidget(panel)
        column.addStretch(1)

    def take_focus(self) -> None:
        """Puts the keyboard on the first table, or on what adds its first row."""
        self._panels[0].take_focus()

    def edit_here(self) -> None:
        """Opens the row the keyboard is on."""
        for panel in self._panels:
            panel.open_current()


def _why_not(sheet: VendorSheet) -> str:
    """Why nothing can be asked, found or decided of a vendor; empty where it can."""
    return "" if sheet.facts.engagements else tr("It has no engagement yet.")


class AssessmentsTab(Tab):
    """Assessments, and the decisions that rest on them."""

    def __init__(self, context: Context) -> None:
        self.rounds = RecordPanel(
            tr("Assessments"), assessment_columns(context), add=tr("Send questionnaire"),
            nothing=tr("No assessment yet. Send the first questionnaire."),
        )  # fmt: skip
        self.decisions = RecordPanel(
            tr("Decisions"), decision_columns(context), add=tr("Move to…"),
            nothing=tr("Nothing was decided yet. Moving the engagement to another stage decides."),
        )  # fmt: skip
        self.confirm = secondary(tr("Confirm as second person"), small=True)
        self.decisions.add_beside_heading(self.confirm)
        self.to_confirm = ""
        super().__init__(self.rounds, self.decisions)

    def show_sheet(self, sheet: VendorSheet) -> None:
        """Shows a vendor."""
        self.rounds.show_rows(sheet.rounds)
        for panel in (self.rounds, self.decisions):
            panel.allow_adding(_why_not(sheet))
        newest_first = sorted(sheet.decisions, key=lambda one: (one.decided_on, one.id), reverse=True)
        self.decisions.show_rows(newest_first)
        waiting = (one.record_id for one in sheet.attention if one.cause is TaskKind.CONFIRM_DECISION)
        self.to_confirm = next(waiting, "")
        self.confirm.setVisible(bool(self.to_confirm))


class DocumentsTab(Tab):
    """The vendor's papers."""

    def __init__(self, context: Context) -> None:
        self.papers = RecordPanel(
            tr("Documents"), document_columns(context, with_vendor=False), add=tr("Add document"),
            nothing=tr("No documents yet. Drop certificates, reports and agreements here, or add one."),
        )  # fmt: skip
        self.edit_button = secondary(tr("Edit…"), small=True)
        self.check_button = secondary(tr("Checklist…"), small=True)
        for button in (self.edit_button, self.check_button):
            self.papers.add_beside_heading(button)
        self.papers.need_row(tr("Choose a document first"), self.edit_button)
        super().__init__(self.papers)

    def edit_here(self) -> None:
        """Opens the form of a document; Enter would open a copy of its file."""
        self.edit_button.click()

    def show_sheet(self, sheet: VendorSheet) -> None:
        """Shows a vendor."""
        self.papers.show_rows(sheet.documents)
        self.edit_button.setVisible(bool(sheet.documents))
        self.check_button.setVisible(any(row.clauses for row in sheet.documents))


class FindingsTab(Tab):
    """Gaps, from raised to closed."""

    moved = Signal(str, str)
    """The id of a finding and the state it is to have."""

    def __init__(self, context: Context) -> None:
        self._context = context
        today = context.office.clock.today()
        self.findings = RecordPanel(
            tr("Findings"), finding_columns(context, today), add=tr("Raise finding…"),
            nothing=tr("No findings. Gaps are raised in the answer review, or here."),
        )  # fmt: skip
        self.tell = secondary(tr("Vendor was informed…"), small=True)
        self.accept = secondary(tr("Accept risk…"), small=True)
        self._menu = QMenu()
        self.move_button = MenuButton(tr("Move to"), self._menu, small=True)
        for button in (self.accept, self.move_button, self.tell):
            self.findings.add_beside_heading(button)
        self.findings.need_row(tr("Choose a finding first"), self.accept, self.tell)
        self._menu.aboutToShow.connect(self._fill)
        self.chosen = FindingPanel(context)
        self.findings.table.current.connect(lambda key: self.chosen.show_finding(self.findings.row(key)))
        super().__init__(self.findings, foot=self.chosen)

    def show_sheet(self, sheet: VendorSheet) -> None:
        """Shows a vendor."""
        self.findings.show_rows(sheet.facts.findings)
        self.chosen.show_finding(self.findings.row())
        self.findings.allow_adding(_why_not(sheet))
        for button in (self.tell, self.accept, self.move_button):
            button.setVisible(bool(sheet.facts.findings))

    def _fill(self) -> None:
        self._menu.clear()
        finding: Finding | None = self.findings.row()
        if finding is None:
            self._menu.addAction(tr("Choose a finding first")).setEnabled(False)
            return
        allowed = MOVES[state_on(finding, self._context.office.clock.today())]
        for state in FindingState:
            if state in allowed and state is not FindingState.ACCEPTED:
                action = self._menu.addAction(self._context.say(label(state)))
                action.triggered.connect(partial(self.moved.emit, finding.id, state.value))


class PlacesTab(Tab):
    """Where data is, on what ground it goes there, who else takes part, and whom to ask."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.places = RecordPanel(
            tr("Locations"), place_columns(context), add=tr("Add location"),
            nothing=tr("No location is on record. Add where data is stored and from where it is accessed."),
        )  # fmt: skip
        self.transfers = RecordPanel(
            tr("Transfers"), transfer_columns(context), add=tr("Add transfer"),
            nothing=tr("No transfer is on record. One is needed for each country outside the EEA."),
        )  # fmt: skip
        self.parties = RecordPanel(
            tr("Sub-processors of the vendor (fourth parties)"), fourth_party_columns(context),
            add=tr("Add fourth party"), nothing=tr("None is on record."),
        )  # fmt: skip
        self.contacts = RecordPanel(
            tr("Contacts"), contact_columns(), add=tr("Add contact"),
            nothing=tr("No contact is on record. Questionnaires and reminders go to a contact."),
        )  # fmt: skip
        super().__init__(self.places, self.transfers, self.parties, self.contacts)

    def show_sheet(self, sheet: VendorSheet, engagement: Engagement | None) -> None:
        """Shows a vendor; places are those of one engagement."""
        of_engagement = (self.places, self.transfers, self.parties)
        for panel in of_engagement:
            panel.setVisible(engagement is not None)
        if engagement is not None:
            self.places.show_rows(places_of(sheet.facts, engagement.id))
            rows = transfer_rows(sheet.facts)
            self.transfers.show_rows([one for one in rows if one.flow.engagement_id == engagement.id])
            own = [one for one in sheet.fourth_parties if one.engagement_id == engagement.id]
            self.parties.show_rows(own)
        self.contacts.show_rows(sheet.contacts)


class NoticesTab(Tab):
    """What customers were, are or will be told of this vendor."""

    def __init__(self, context: Context) -> None:
        self.changes = RecordPanel(
            tr("Changes and notices"), change_columns(context), add=tr("Start change…"),
            nothing=tr("No change yet. Start one when customers have to be notified of this vendor."),
            row_id=lambda row: row.change.id,
        )  # fmt: skip
        super().__init__(self.changes)

    def show_sheet(self, sheet: VendorSheet) -> None:
        """Shows a vendor."""
        self.changes.show_rows(sheet.changes)
        self.changes.allow_adding(_why_not(sheet))


class LogTab(Tab):
    """Every step that wrote something of this vendor, read when the tab comes into sight."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.steps = RecordPanel(
            tr("Log"), log_columns(context), nothing=tr("Nothing was written yet."),
        )  # fmt: skip
        super().__init__(self.steps)

    def show_sheet(self, sheet: VendorSheet) -> None:
        """Shows a vendor."""
        log = self._context.activity
        query = ActivityQuery(about=sheet.record_ids)
        self.steps.show_rows(log.steps(query, offset=0, limit=LOG_ROWS) if log is not None else ())
