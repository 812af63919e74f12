"""What can be done on a vendor's page: each opens its form or does one step; the page shows the outcome."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.diligence.findings import CLOSED
from vendorrisk.domain.diligence.records import FindingState
from vendorrisk.domain.register import locked_reach
from vendorrisk.domain.register.records import Contact, Engagement, Flow, FourthParty, LocationKind, Vendor
from vendorrisk.ui.decision.move_dialog import move_engagement
from vendorrisk.ui.diligence.clauses_dialog import check_clauses
from vendorrisk.ui.diligence.document_dialog import add_document, edit_document
from vendorrisk.ui.diligence.drops import WORKBOOKS
from vendorrisk.ui.diligence.taking_in import promise, take_in
from vendorrisk.ui.notice.new_change import NewChangeDialog
from vendorrisk.ui.register.record_dialog import add_record, edit_record
from vendorrisk.ui.register.send_questions import send_questions
from vendorrisk.ui.review.vendor import finding_forms
from vendorrisk.ui.review.vendor.new_engagement import new_engagement
from vendorrisk.ui.review.vendor.place_form import change_place, new_place
from vendorrisk.ui.review.vendor.transfer_form import change_transfer, new_transfer
from vendorrisk.ui.widgets.dialogs import LARGE
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases import editing
from vendorrisk.usecases.decision import moving
from vendorrisk.usecases.diligence import findings
from vendorrisk.usecases.register.new_vendors import look_at_name
from vendorrisk.usecases.register.places import remove_place
from vendorrisk.usecases.register.vendors import archive_vendors, unarchive_vendors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from vendorrisk.domain.diligence.records import Document, Finding
    from vendorrisk.domain.record import Record
    from vendorrisk.domain.register.records import Location
    from vendorrisk.ui.register.form_dialog import FormDialog
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.register.places import Place
    from vendorrisk.usecases.review.vendor_sheet import VendorSheet

RATINGS: Final = (
    "factor_data", "factor_volume", "factor_criticality", "factor_substitutability", "factor_access",
    "factor_territory", "factor_chain", "factor_history", "tier_override", "tier_reason",
)  # fmt: skip
ENGAGEMENT: Final = (
    "purpose", "role", "role_rationale", "role_reviewed_by", "requested_by", "owner", "data_categories",
    "data_flags", "data_note", "reaches_locked", "locked_exception", "critical_function",
    "fourth_parties_complete", "planned_live", "valid_from", "valid_to",
)  # fmt: skip
VENDOR: Final = (
    "name", "legal_name", "kind", "country", "address", "registration", "lei", "website", "parent",
    "parent_country", "owner", "notes",
)  # fmt: skip
PARTY: Final = ("name", "country", "purpose", "mechanism", "rank", "valid_from", "valid_to")
CONTACT: Final = ("name", "function", "email", "phone")


def _sorted_out(files: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Parts what may be answers from what is a document."""
    answers = [one for one in files if one.suffix.lower() in WORKBOOKS]
    return answers, [one for one in files if one not in answers]


class Doings:
    """Acts on the vendor and the engagement that the page shows."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context = context
        self._parent = parent
        self.shown: Callable[[str], None] = lambda _engagement_id: None
        """Brings another engagement of the vendor into sight."""
        self.sheet: VendorSheet | None = None
        self.engagement: Engagement | None = None

    @property
    def _vendor(self) -> Vendor:
        if self.sheet is None:
            raise RuntimeError("the page shows no vendor")
        return self.sheet.facts.vendor

    def _do(self, work: Any) -> Any:
        return self._context.do(work)

    # The vendor and its engagements.

    def edit_vendor(self) -> None:
        """Opens all fields of the vendor; another one of the same or a like name is pointed out."""
        vendor = self._vendor
        dialog = edit_record(self._context, self._parent, vendor, tr("Edit {name}", name=vendor.name), VENDOR)
        dialog.form.field("name").committed.connect(partial(self._point_out, dialog, vendor.id))

    def _point_out(self, dialog: FormDialog, vendor_id: str) -> None:
        near = look_at_name(self._context.office, dialog.form.field("name").value(), of=vendor_id)
        for problem in near[:1]:
            said = self._context.say(problem.what)
            dialog.form.show_problem("name", said, tr("Go on if this is another one."))

    def edit_engagement(self) -> FormDialog | None:
        """Opens all fields of the engagement."""
        if self.engagement is None:
            return None
        return edit_record(
            self._context, self._parent, self.engagement, tr("Edit engagement"), ENGAGEMENT, width=LARGE
        )

    def answer_reach(self) -> None:
        """Opens the engagement at the question whether it reaches the region-locked environment."""
        form = self.edit_engagement()
        if form is not None:
            form.go_to(locked_reach.FIELD)

    def rate(self) -> None:
        """Opens the eight ratings, and the tier set by hand."""
        if self.engagement is not None:
            edit_record(self._context, self._parent, self.engagement, tr("Edit ratings"), RATINGS)

    def add_engagement(self) -> None:
        """Opens the form for a further engagement, which is then the one that is shown."""
        new_engagement(self._context, self._parent, self._vendor, done=lambda one: self.shown(one.id))

    def move(self) -> None:
        """Opens the move of the engagement to another stage."""
        if self.engagement is not None:
            move_engagement(self._context, self._parent, self.engagement.id)

    def archive(self) -> None:
        """Takes the vendor out of the lists, or brings it back."""
        work = unarchive_vendors if self._vendor.archived_on else archive_vendors
        self._do(lambda: work(self._context.office, [self._vendor.id]))

    # Places, transfers, parties, contacts.

    def add_place(self) -> None:
        """Opens the form for a place."""
        if self.engagement is not None:
            new_place(self._context, self._parent, self.engagement.id)

    def edit_place(self, place: Place | None) -> None:
        """Opens the form of a place."""
        if place is not None:
            change_place(self._context, self._parent, place)

    def remove_place(self, place: Place | None) -> None:
        """Removes a place; undo brings it back."""
        if place is not None:
            self._do(lambda: remove_place(self._context.office, [one.id for one in place.locations]))

    def add_transfer(self, place: Location | None = None) -> None:
        """Opens the form for a transfer, from us to the vendor to begin with, or to a place that has none."""
        if self.engagement is None:
            return
        with self._context.office.book.reading() as reader:
            company = self._context.office.company(reader)
        start = {
            "kind": place.kind if place else LocationKind.STORAGE,
            "importer": (place.entity if place else "") or self._vendor.legal_name or self._vendor.name,
            "importer_country": place.country if place else "", "exporter": company, "regimes": ("EU",),
        }  # fmt: skip
        new_transfer(self._context, self._parent, self.engagement.id, start)

    def edit_transfer(self, flow: Flow | None) -> None:
        """Opens the form of a transfer."""
        if flow is not None:
            change_transfer(self._context, self._parent, flow)

    def add_party(self) -> None:
        """Opens the form for a sub-processor of the vendor."""
        if self.engagement is not None:
            add_record(
                self._context, self._parent, FourthParty, tr("Add fourth party"), PARTY,
                start={"rank": 3}, engagement_id=self.engagement.id,
            )  # fmt: skip

    def edit_party(self, party: FourthParty | None) -> None:
        """Opens the form of a sub-processor of the vendor."""
        if party is not None:
            edit_record(self._context, self._parent, party, tr("Edit {name}", name=party.name), PARTY)

    def add_contact(self) -> None:
        """Opens the form for a contact."""
        add_record(
            self._context, self._parent, Contact, tr("Add contact"), CONTACT, vendor_id=self._vendor.id
        )

    def edit_contact(self, contact: Contact | None) -> None:
        """Opens the form of a contact."""
        if contact is not None:
            title = tr("Edit contact {name}", name=contact.name or contact.email)
            edit_record(self._context, self._parent, contact, title, CONTACT)

    def open_contact(self) -> None:
        """Opens the form of the contact that stands among the facts, or that for a first one."""
        first = next(iter(self.sheet.contacts if self.sheet else ()), None)
        if first is None:
            self.add_contact()
        else:
            self.edit_contact(first)

    def remove(self, record: Record | None) -> None:
        """Removes one record; undo brings it back."""
        if record is not None:
            self._do(partial(editing.remove, self._context.office, type(record), record.id))

    # Papers.

    def promise(self, files: Sequence[Path]) -> str:
        """Says what dropping these files would do; empty where there is no vendor to drop them on."""
        if self.sheet is None:
            return ""
        vendor = self._vendor.name
        answers, papers = _sorted_out(files)
        if not papers:
            return promise(answers, vendor)
        if len(papers) == 1:
            return tr("Add document to {vendor}", vendor=vendor)
        return tr("Add {count} documents to {vendor}", count=len(papers), vendor=vendor)

    def take_files(self, files: Sequence[Path]) -> None:
        """Takes returned workbooks in, and opens the form for everything else."""
        answers, papers = _sorted_out(files)
        for one in answers:
            take_in(self._context, self._parent, one, vendor_id=self._vendor.id)
        if papers:
            self.add_document(papers)

    def add_document(self, files: Sequence[Path] = (), kind: str = "") -> None:
        """Opens the form for new documents of the vendor."""
        add_document(self._context, self._parent, vendor_id=self._vendor.id, files=files, kind=kind)

    def edit_document(self, document: Document | None) -> None:
        """Opens the form of a document."""
        if document is not None:
            edit_document(self._context, self._parent, document)

    def check_clauses(self, document: Document | None) -> None:
        """Opens the checklist of an agreement; of the vendor's newest one where another paper is chosen."""
        chosen = document if document is not None and document.kind == "DPA" else self._agreement()
        if chosen is not None:
            check_clauses(self._context, self._parent, chosen)

    def _agreement(self) -> Document | None:
        rows = self.sheet.documents if self.sheet else ()
        return next((row.document for row in rows if row.document.kind == "DPA" and not row.replaced), None)

    # Questions, findings, decisions, changes.

    def send_questionnaire(self) -> None:
        """Sends the vendor the questionnaire that is due."""
        send_questions(self._context, self._parent, [self._vendor.id])

    def raise_finding(self) -> None:
        """Opens the form for a finding."""
        if self.sheet is None or self.engagement is None:
            return
        own = [one for one in self.sheet.facts.engagements if one.id != self.engagement.id]
        named = [(one.id, one.purpose.get("en", "")) for one in (self.engagement, *own)]
        finding_forms.raise_finding(self._context, self._parent, named)

    def tell_finding(self, finding: Finding | None) -> None:
        """Asks when the vendor was told of a finding."""
        if finding is not None:
            finding_forms.tell_finding(self._context, self._parent, finding)

    def accept_finding(self, finding: Finding | None) -> None:
        """Opens the acceptance of a finding's risk."""
        if finding is not None:
            finding_forms.accept_finding(self._context, self._parent, finding)

    def move_finding(self, finding_id: str, state: str) -> None:
        """Moves a finding to another state; what closes it is asked for."""
        to = FindingState(state)
        if to not in CLOSED or self.sheet is None:
            self._do(lambda: findings.move(self._context.office, finding_id, to))
            return
        (finding,) = (one for one in self.sheet.facts.findings if one.id == finding_id)
        finding_forms.close_finding(self._context, self._parent, finding, to)

    def confirm_decision(self, decision_id: str) -> None:
        """Confirms a decision as the second person."""
        self._do(lambda: moving.confirm(self._context.office, decision_id))

    def start_change(self) -> None:
        """Starts a change that customers are told of."""
        if self.engagement is None:
            return
        dialog = NewChangeDialog(self._parent.window(), self._context, engagement_id=self.engagement.id)
        if dialog.ask() and dialog.made is not None:
            self._context.go("change", dialog.made.id)
