"""Questionnaires for twenty vendors at once: a workbook and a mail each, none with a word of another."""

from __future__ import annotations

import email
import zipfile
from email.policy import default

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.assessed import FewQuestionnaires, an_engagement
from tests.support.changing import a_context
from tests.support.edited import edit_values
from tests.support.offices import put
from vendorrisk.domain.diligence.records import Assessment, AssessmentState
from vendorrisk.domain.register.records import Contact, Engagement, Stage
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.register.vendors_page import VendorsPage
from vendorrisk.usecases.editing import ADD

MANY = 20


@pytest.fixture
def many(theme):
    """Twenty vendors in due diligence, each with a contact, and one that is not asked anything."""
    context = a_context(questionnaires=FewQuestionnaires())
    office = context.office
    for number in range(MANY):
        vendor, engagement = an_engagement(office, f"Vendor{number:02d} Ltd")
        edit_values(office, Engagement, engagement.id, stage=Stage.IN_DUE_DILIGENCE)
        address = f"privacy@vendor{number:02d}.example"
        put(office, Contact(id=office.new_id(), vendor_id=vendor.id, email=address))
    an_engagement(office, "Only A Draft")
    return context


@pytest.fixture
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr("vendorrisk.ui.register.send_questions.QDesktopServices.openUrl", lambda _url: True)
    return tmp_path


@pytest.fixture
def page(many, show):
    page = show(VendorsPage(many))
    many.changes.happened.connect(page.reload)
    page.reload()
    return page


def form():
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, FormDialog) and one.isVisible()]
    (found,) = shown
    return found


def contents(workbook):
    with zipfile.ZipFile(workbook) as parts:
        return b"\n".join(parts.read(name) for name in parts.namelist()).decode("utf-8", "replace")


def test_twenty_vendors_get_a_workbook_and_a_mail_each_and_no_word_of_another(many, page, folder, qtbot):
    """Check 7: Ctrl+A, the button, the verb, the folder are all that it takes."""
    page.pane.table.setFocus()
    qtbot.keyClick(page.pane.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.send_questionnaires()
    dialog = form()
    assert dialog.windowTitle() == f"Send {MANY} questionnaires"
    many.messages.answers = [folder]
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    with many.office.book.reading() as reader:
        rounds = {one.id: one for one in reader.find(Assessment)}
    assert {one.state for one in rounds.values()} == {AssessmentState.SENT}
    books, mails = (sorted(folder.glob(f"*.{ending}")) for ending in ("xlsx", "eml"))
    assert (len(rounds), len(books), len(mails)) == (MANY, MANY, MANY)
    names = [f"Vendor{number:02d} Ltd" for number in range(MANY)]
    for number, (book, mail) in enumerate(zip(books, mails, strict=True)):
        inside = contents(book)
        assert [name for name in names if name in inside] == [names[number]]
        assert len([one for one in rounds if one in inside]) == 1
        read = email.message_from_bytes(mail.read_bytes(), policy=default)
        assert f"privacy@vendor{number:02d}.example" in read["To"]
        (attached,) = read.iter_attachments()
        assert attached.get_content() == book.read_bytes()


def test_a_day_behind_is_refused_under_its_field_before_any_folder_is_asked_for(many, page):
    page.pane.table.select_ids(page.model.ids()[:2])
    page.send_questionnaires()
    dialog = form()
    dialog.form.field("due_on").show_value(many.office.clock.today().replace(year=2025))
    dialog.accept()
    assert dialog.isVisible()
    assert many.messages.told == []
    dialog.reject()
    with many.office.book.reading() as reader:
        assert reader.find(Assessment) == []


def test_leaving_the_folder_unchosen_sends_nothing(many, page):
    page.pane.table.select_ids(page.model.ids()[:2])
    page.send_questionnaires()
    many.messages.answers = [None]
    form().accept()
    with many.office.book.reading() as reader:
        assert reader.find(Assessment) == []


def test_vendors_that_are_not_asked_and_those_without_an_address_are_named(many, page, folder):
    ids = {page.model.row_at(place).row.name: page.model.id_at(place) for place in range(MANY + 1)}
    page.pane.table.select_ids([ids["Only A Draft"]])
    page.send_questionnaires()
    assert many.messages.told[-1][0] == "This vendor cannot be sent a questionnaire now."
    with many.office.book.act(ADD[Contact]) as desk:
        desk.remove(*desk.find(Contact, vendor_id=ids["Vendor00 Ltd"]))
    page.pane.table.select_ids([ids["Vendor00 Ltd"], ids["Vendor01 Ltd"]])
    page.send_questionnaires()
    many.messages.answers = [folder]
    form().accept()
    assert many.messages.told[-1] == (
        "2 workbooks were written.", "For 1 vendor something is missing; the details say what.",
    )  # fmt: skip
    assert [one.name for one in sorted(folder.glob("*.eml"))] == ["Vendor01 Ltd - Carrying calls - small.eml"]
