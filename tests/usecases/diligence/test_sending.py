"""Questionnaires for many vendors: each its own workbook and mail, and nobody is asked twice."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import date, timedelta
from email.policy import default

import pytest

from tests.support.assessed import Desk, FewQuestionnaires, an_engagement
from tests.support.edited import edit_values
from tests.support.offices import make_office, put
from tests.support.words import shipped
from vendorrisk.app.files import ProgramPapers
from vendorrisk.domain.diligence.records import Assessment, AssessmentState
from vendorrisk.domain.message import BadInput, UserError
from vendorrisk.domain.register.records import Contact, Engagement, Stage
from vendorrisk.usecases.diligence.sending import send_questionnaires
from vendorrisk.usecases.workspace.settings import change_setting


def asking(office, name, *, mail=True):
    """A vendor in due diligence, with a contact if it can be reached."""
    vendor, engagement = an_engagement(office, name)
    edit_values(office, Engagement, engagement.id, stage=Stage.IN_DUE_DILIGENCE)
    if mail:
        address = f"privacy@{name.split()[0].lower()}.example"
        put(office, Contact(id=office.new_id(), vendor_id=vendor.id, name="Luísa Prado", email=address))
    return vendor


@pytest.fixture
def office():
    papers = ProgramPapers(shipped())
    made = make_office(questionnaires=FewQuestionnaires(), papers=papers, foreign=Desk())
    change_setting(made, "company", "Example Telecom")
    change_setting(made, "contact", "privacy@telecom.example")
    return made


def rounds(office):
    with office.book.reading() as reader:
        return reader.find(Assessment)


def test_each_vendor_gets_its_workbook_as_a_mail_that_is_not_sent_yet(office, tmp_path):
    norte = asking(office, "Norte Cloud")
    (sent,) = send_questionnaires(office, [norte.id], tmp_path, due_on=date(2026, 12, 14))
    assert [one.name for one in sorted(tmp_path.iterdir())] == [
        "Norte Cloud - Carrying calls - small.eml", "Norte Cloud - Carrying calls - small.xlsx",
    ]  # fmt: skip
    mail = email.message_from_bytes(sent.mail.read_bytes(), policy=default)
    assert (mail["X-Unsent"], mail["To"]) == ("1", "Luísa Prado <privacy@norte.example>")
    assert mail["Reply-To"] == "Example Telecom <privacy@telecom.example>"
    assert mail["Subject"] == "Example Telecom: questions on data protection to Norte Cloud"
    assert "Carrying calls. We need it back by 14 December 2026." in " ".join(
        mail.get_body(("plain",)).get_content().split()
    )
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == sent.file.name
    assert attached.get_content() == sent.file.read_bytes()
    assert [(one.state, one.due_on) for one in rounds(office)] == [(AssessmentState.SENT, date(2026, 12, 14))]


def test_a_vendor_without_an_address_gets_a_workbook_without_a_mail(office, tmp_path):
    quiet = asking(office, "Quiet Ltd", mail=False)
    (sent,) = send_questionnaires(office, [quiet.id], tmp_path)
    assert (sent.file.exists(), sent.mail) == (True, None)


def test_nobody_is_asked_twice_and_the_reason_is_said(office, tmp_path):
    norte = asking(office, "Norte Cloud")
    send_questionnaires(office, [norte.id], tmp_path)
    before = sorted(tmp_path.iterdir())
    (again,) = send_questionnaires(office, [norte.id], tmp_path)
    assert (again.file, again.why_not.key) == (None, "assessment.open_already")
    assert sorted(tmp_path.iterdir()) == before


def test_without_a_day_the_vendor_has_the_usual_time_and_a_day_behind_is_refused(office, tmp_path):
    today = office.clock.today()
    norte = asking(office, "Norte Cloud")
    with pytest.raises(BadInput) as wrong:
        send_questionnaires(office, [norte.id], tmp_path, due_on=today - timedelta(days=1))
    assert [one.where for one in wrong.value.problems] == ["due_on"]
    assert (rounds(office), list(tmp_path.iterdir())) == ([], [])
    send_questionnaires(office, [norte.id], tmp_path)
    assert rounds(office)[0].due_on == today + timedelta(days=28)


def test_a_questionnaire_for_the_occasion_must_exist(office, tmp_path):
    norte = asking(office, "Norte Cloud")
    with office.book.reading() as reader:
        (engagement,) = reader.find(Engagement, vendor_id=norte.id)
    edit_values(office, Engagement, engagement.id, stage=Stage.LIVE, anchor=date(2026, 1, 1))
    with pytest.raises(UserError):
        send_questionnaires(office, [norte.id], tmp_path)


def test_in_a_dry_run_no_file_is_written(office, tmp_path):
    norte = asking(office, "Norte Cloud")
    dry = replace(office, papers=ProgramPapers(shipped(), keep=False))
    (sent,) = send_questionnaires(dry, [norte.id], tmp_path)
    assert sent.mail is not None
    assert list(tmp_path.iterdir()) == []
