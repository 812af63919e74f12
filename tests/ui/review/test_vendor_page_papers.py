"""Files dropped on a vendor, its documents and findings: nothing is stored before the verb; undo."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.support.assessed import an_engagement, filled
from tests.support.questionnaires import GOOD
from vendorrisk.domain.diligence.records import (
    Answer,
    AssessmentState,
    Document,
    Finding,
    FindingState,
    Severity,
)
from vendorrisk.domain.message import UserError, msg
from vendorrisk.domain.register.records import Vendor
from vendorrisk.ui.diligence.clauses_dialog import ClausesDialog
from vendorrisk.ui.diligence.document_dialog import DocumentForm
from vendorrisk.ui.diligence.taking_in import ReceivedSheet
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.review.vendor_page import DOCUMENTS, FINDINGS
from vendorrisk.usecases.diligence import assessments

CONTENT = b"%PDF-1.7 a certificate"


@pytest.fixture
def pdf(tmp_path):
    file = tmp_path / "iso-27001.pdf"
    file.write_bytes(CONTENT)
    return file


def dropped(page, *files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(40, 40), *how))
    promised = page.drop.words
    event = QDropEvent(QPointF(40, 40), *how)
    QApplication.sendEvent(page, event)
    return promised if event.isAccepted() else None


def certificates(stored):
    return stored(Document, kind="ISO27001")


def test_a_pdf_dropped_on_a_vendor_becomes_its_document_only_once_it_is_added(
    vendor_page, gate, pdf, opened, stored, vendor_context
):
    """Check 10."""
    assert dropped(vendor_page, pdf) == "Add document to Eastline Voice"
    form = opened(DocumentForm)
    assert form.form.field("vendor").value() == gate.vendor_id
    assert form.form.field("file").value() == pdf
    for key, value in {"kind": "ISO27001", "edition": "2022"}.items():
        form.form.field(key).show_value(value)
    assert certificates(stored) == []
    form.accept()
    (added,) = certificates(stored)
    assert (added.vendor_id, added.file_name) == (gate.vendor_id, "iso-27001.pdf")
    assert added.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert added.sha256 in vendor_context.office.evidence.files
    vendor_context.undo()
    assert certificates(stored) == []


def test_days_and_kinds_found_in_the_text_are_offered_and_filled_only_by_a_click(
    vendor_page, gate, pdf, opened, stored
):
    """Check 10."""
    text = "Certificat ISO/IEC 27001:2013, délivré le 14 mai 2024, valable jusqu’au 13 mai 2027 (03/04/2027)"
    gate.office.foreign.texts[pdf] = text
    dropped(vendor_page, pdf)
    form = opened(DocumentForm)
    offered = {one.text(): one for one in form.clues.buttons}
    assert list(offered) == ["ISO 27001, edition 2013", "Issued 14 May 2024", "To 13 May 2027"]
    unclear = "“03/04/2027” can be 3 Apr 2027 or 4 Mar 2027: enter the date yourself."
    assert (form.clues._told.isVisible(), form.clues._told.text()) == (True, unclear)
    assert form.form.field("kind").value() is None
    offered["ISO 27001, edition 2013"].click()
    assert [form.form.field(key).value() for key in ("kind", "edition")] == ["ISO27001", "2013"]
    assert [form.form.field(key).value() for key in ("valid_from", "valid_to")] == [None, None]
    for words in ("To 13 May 2027", "Issued 14 May 2024"):
        offered[words].click()
    assert certificates(stored) == []
    form.accept()
    (added,) = certificates(stored)
    assert (added.valid_from, added.valid_to) == (date(2024, 5, 14), date(2027, 5, 13))


def test_a_file_that_cannot_be_read_says_so_and_can_be_added_all_the_same(
    vendor_page, gate, pdf, opened, stored, monkeypatch
):
    def locked(_path):
        raise UserError(msg("files.pdf_locked", name="iso.pdf"), msg("files.pdf_locked.remedy"))

    monkeypatch.setattr(gate.office.foreign, "pdf_text", locked, raising=False)
    dropped(vendor_page, pdf)
    form = opened(DocumentForm)
    assert form.clues.isVisible()
    assert form.clues._told.text().startswith("iso.pdf needs a password, so nothing could be read from it.")
    form.form.field("kind").show_value("OTHER")
    form.accept()
    assert len(stored(Document, kind="OTHER")) == 1


def test_several_files_come_one_after_the_other(vendor_page, pdf, tmp_path, opened, stored):
    other = tmp_path / "soc2.pdf"
    other.write_bytes(b"%PDF another")
    assert dropped(vendor_page, pdf, other) == "Add 2 documents to Eastline Voice"
    first = opened(DocumentForm)
    assert first.windowTitle() == "Add document (1 more to add)"
    first.form.field("kind").show_value("OTHER")
    first.accept()
    second = opened(DocumentForm)
    assert second.form.field("file").value() == other
    second.reject()
    assert [one.file_name for one in stored(Document, kind="OTHER")] == ["iso-27001.pdf"]


def test_a_returned_workbook_dropped_on_its_vendor_is_taken_in(
    vendor_page, gate, opened, stored, vendor_context
):
    made = assessments.start(gate.office, gate.engagement_id, "small")
    assessments.write_workbook(gate.office, made.id, Path("kit.xlsx"))
    seen = filled(gate.office.papers.kits[-1], GOOD)
    gate.office.foreign.returned[Path("/tmp/returned.xlsx")] = (seen, "sha-1")
    assert dropped(vendor_page, Path("/tmp/returned.xlsx")) == "Take in answers of Eastline Voice"
    opened(ReceivedSheet).accept()
    assert len(stored(Answer, assessment_id=made.id)) == len(GOOD)
    assert vendor_page.sheet.rounds[0].assessment.state is AssessmentState.ANSWERED
    assert vendor_context.frame.gone == [("answer_review", made.id)]


def test_a_workbook_of_another_vendor_is_refused_by_name(vendor_page, gate, stored, vendor_context):
    _, engagement = an_engagement(gate.office, "Northgate Identity")
    made = assessments.start(gate.office, engagement.id, "small")
    assessments.write_workbook(gate.office, made.id, Path("kit.xlsx"))
    seen = filled(gate.office.papers.kits[-1], GOOD)
    gate.office.foreign.returned[Path("/tmp/returned.xlsx")] = (seen, "sha-1")
    dropped(vendor_page, Path("/tmp/returned.xlsx"))
    assert "Northgate Identity" in vendor_context.messages.told[0][0]
    assert stored(Answer, assessment_id=made.id) == []


def test_text_that_is_dragged_over_is_not_taken(vendor_page):
    data = QMimeData()
    data.setText("file:///etc/passwd")
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event = QDragEnterEvent(QPoint(40, 40), *how)
    QApplication.sendEvent(vendor_page, event)
    assert not event.isAccepted()


def test_the_checklist_of_the_agreement_opens_from_its_row(vendor_page, opened):
    vendor_page.tabs.setCurrentIndex(DOCUMENTS)
    vendor_page.documents.check_button.click()
    opened(ClausesDialog).reject()


def test_a_finding_is_raised_told_accepted_and_mended(vendor_page, opened, stored, vendor_context):
    page = vendor_page
    page.tabs.setCurrentIndex(FINDINGS)
    page.findings.findings.add_link_button.click()
    form = opened(FormDialog)
    form.form.field("title").show_value("Logs are kept for ever")
    form.form.field("severity").show_value(Severity.M.value)
    form.accept()
    (finding,) = stored(Finding)
    assert (finding.title, finding.severity) == ("Logs are kept for ever", Severity.M)
    of_one = [page.findings.tell, page.findings.accept]
    assert {(one.isEnabled(), one.accessibleDescription()) for one in of_one} == {
        (False, "Choose a finding first")
    }
    page.findings.findings.table.go_to(finding.id)
    page.findings.tell.click()
    opened(FormDialog).accept()
    (told,) = stored(Finding)
    assert told.communicated_on == vendor_context.office.clock.today()
    assert told.due_on is not None
    page.findings.moved.emit(finding.id, FindingState.FIX_CLAIMED.value)
    assert stored(Finding)[0].state is FindingState.FIX_CLAIMED
    page.findings.moved.emit(finding.id, FindingState.VERIFIED.value)
    form = opened(FormDialog)
    form.form.field("note").show_value("Seen in the new report")
    form.accept()
    (closed,) = stored(Finding)
    assert (closed.state, "Seen in the new report" in closed.detail) == (FindingState.VERIFIED, True)
    vendor_context.undo()
    vendor_context.undo()
    vendor_context.undo()
    assert stored(Finding)[0].communicated_on is None


def test_the_risk_of_a_finding_is_accepted_with_its_reason_and_a_last_day(vendor_page, opened, stored):
    page = vendor_page
    page.doings.raise_finding()
    form = opened(FormDialog)
    form.form.field("title").show_value("No second factor")
    form.accept()
    (finding,) = stored(Finding)
    page.tabs.setCurrentIndex(FINDINGS)
    page.findings.findings.table.go_to(finding.id)
    page.findings.accept.click()
    form = opened(FormDialog)
    form.accept()
    assert form.isVisible()
    form.form.field("reason").show_value("It ends in spring.")
    form.form.field("approvers").show_value(("HEAD_OF_PRIVACY", "CISO"))
    form.form.field("dpo_text").show_value("No objection.")
    form.accept()
    assert stored(Finding)[0].accepted_until is not None
    page.findings.findings.table.go_to(finding.id)
    told = dict(page.findings.chosen.facts)
    assert (told["Agreed by"], told["Reason"]) == ("CISO, Head of privacy", "It ends in spring.")
    assert told["DPO’s opinion"].endswith("No objection.")


def test_a_document_is_opened_changed_and_removed_by_key(vendor_page, qtbot, opened, stored, vendor_context):
    vendor_page.tabs.setCurrentIndex(DOCUMENTS)
    table = vendor_page.documents.papers.table
    assert not vendor_page.documents.edit_button.isEnabled()
    table.go_to(vendor_page.documents.papers.model.row_at(0).id)
    vendor_page.documents.edit_button.click()
    form = opened(DocumentForm)
    form.form.field("number").show_value("2021-044")
    form.accept()
    assert stored(Document)[0].number == "2021-044"
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert stored(Document) == []
    vendor_context.undo()
    assert len(stored(Document)) == 1
    assert stored(Vendor)[0].name == "Eastline Voice"
