"""Questionnaire workbooks as files: names that say whose they are, and the mail that each is sent with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Assessment
from vendorrisk.domain.message import msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Contact, Engagement, Vendor
from vendorrisk.usecases.diligence.assessments import write_workbook
from vendorrisk.usecases.file_names import free_path, workbook_stem
from vendorrisk.usecases.review.reminders import MailFacts
from vendorrisk.usecases.safe_files import READABLE_BY_ALL, replace_file
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from vendorrisk.usecases.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class SentKit:
    """A workbook that was written, and the mail draft beside it; no mail where no address is on record."""

    file: Path
    questions: int
    mail: Path | None


def kit_stem(office: Office, assessment_id: str) -> str:
    """The name, without its ending, for the workbook of an assessment."""
    with office.book.reading() as reader:
        assessment = reader.get(Assessment, assessment_id)
        engagement = reader.get(Engagement, assessment.engagement_id)
        vendor = reader.get(Vendor, engagement.vendor_id)
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    return workbook_stem(vendor, engagement, questionnaire)


def send_kit(office: Office, assessment_id: str, target: Path) -> SentKit:
    """Writes the workbook, which counts as sent, and beside it a mail draft (.eml) that it is attached to."""
    questions = write_workbook(office, assessment_id, target)
    facts = _covering(office, assessment_id, target)
    if facts is None:
        return SentKit(file=target, questions=questions, mail=None)
    mail = free_path(target.parent, target.stem, "eml")
    content = office.papers.mail(facts)
    if office.papers.keep:
        with replace_file(mail, mode=READABLE_BY_ALL) as file:
            file.write(content)
    return SentKit(file=target, questions=questions, mail=mail)


def _covering(office: Office, assessment_id: str, workbook: Path) -> MailFacts | None:
    """The mail to the vendor's first contact with an address; None where there is none."""
    with office.book.reading() as reader:
        assessment = reader.get(Assessment, assessment_id)
        engagement = reader.get(Engagement, assessment.engagement_id)
        vendor = reader.get(Vendor, engagement.vendor_id)
        contacts = [one for one in reader.find(Contact, vendor_id=vendor.id) if one.email]
        settings = settings_of(reader)
    if not contacts:
        return None
    to = contacts[0]
    said = {
        "company": settings.company, "vendor": vendor.name, "purpose": text_in(engagement.purpose, "en"),
        "due": assessment.due_on, "signed": office.actor,
    }  # fmt: skip
    key = "kit.mail.text" if assessment.due_on else "kit.mail.text.undated"
    return MailFacts(
        name=to.name or vendor.name, address=to.email, sender=settings.company, reply_to=settings.contact,
        subject=office.say(msg("kit.mail.subject", **said)),
        text=office.say(msg(key, **said)), identity=f"kit/{assessment.id}",
        attached=((workbook.name, workbook.read_bytes()),) if office.papers.keep else (),
    )  # fmt: skip


def write_into(
    office: Office,
    assessment_ids: Sequence[str],
    folder: Path,
    step: Callable[[int, int, str], None] = lambda _done, _all, _what: None,
) -> list[SentKit]:
    """Writes workbook and mail of each assessment into a folder, none over another file; each counts as sent.

    `step(done, all, name)` comes before each and may raise to cancel; what was written until then stays.
    """
    written = []
    for done, one in enumerate(assessment_ids):
        stem = kit_stem(office, one)
        step(done, len(assessment_ids), stem)
        written.append(send_kit(office, one, free_path(folder, stem)))
    return written
