"""Reminders to vendors as drafts for the person's own mail program; nothing is ever sent from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Assessment, AssessmentState
from vendorrisk.domain.message import Message, UserError, msg
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.records import Contact, Engagement, Vendor
from vendorrisk.usecases.file_names import file_stem, free_path
from vendorrisk.usecases.safe_files import READABLE_BY_ALL, replace_file
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

AWAITED = (AssessmentState.SENT,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A mail as a draft: from and to which address, about what, and its words."""

    vendor: Vendor
    address: str
    reply_to: str
    subject: Message
    text: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """A vendor with whom a questionnaire is out: the first day it is due back, and where a mail would go.

    `address` is empty where no contact has one; such a vendor cannot be reminded by mail.
    """

    vendor_id: str
    name: str
    address: str
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFacts:
    """A plain mail: `identity` tells it from every other one; `attached` are files by their name."""

    name: str
    address: str
    sender: str
    reply_to: str
    subject: str
    text: str
    identity: str
    attached: tuple[tuple[str, bytes], ...] = ()


def awaited(office: Office) -> list[Awaited]:
    """Every vendor with whom a questionnaire is out, by name."""
    with office.book.reading() as reader:
        owners = {one.id: one.vendor_id for one in reader.find(Engagement)}
        out: dict[str, list[date | None]] = {}
        for one in reader.find(Assessment, state=list(AWAITED)):
            out.setdefault(owners[one.engagement_id], []).append(one.due_on)
        vendors = sorted(reader.find(Vendor, id=list(out)), key=lambda one: fold(one.name))
        return [
            Awaited(
                vendor_id=one.id, name=one.name, address=_address(reader, one.id),
                due=min((day for day in out[one.id] if day), default=None),
            )
            for one in vendors
        ]  # fmt: skip


def reminder(office: Office, vendor_id: str) -> Reminder:
    """The draft that asks a vendor for what is outstanding.

    Raises UserError where no address is on record, and where no questionnaire is out with the vendor.
    """
    with office.book.reading() as reader:
        vendor = reader.get(Vendor, vendor_id)
        engagements = [one.id for one in reader.find(Engagement, vendor_id=vendor_id)]
        open_ones = reader.find(Assessment, engagement_id=engagements, state=list(AWAITED))
        address, settings = _address(reader, vendor_id), settings_of(reader)
    if not open_ones:
        raise UserError(msg("reminder.nothing", vendor=vendor.name), msg("reminder.nothing.remedy"))
    if not address:
        raise UserError(msg("reminder.no_address", vendor=vendor.name), msg("reminder.no_address.remedy"))
    asked = min(open_ones, key=lambda one: (one.due_on is None, one.due_on))
    facts = {"company": settings.company, "vendor": vendor.name, "signed": office.actor}
    key = "reminder.text" if asked.due_on else "reminder.text.undated"
    return Reminder(
        vendor=vendor, address=address, reply_to=settings.contact, subject=msg("reminder.subject", **facts),
        text=msg(key, due=asked.due_on, **facts),
    )  # fmt: skip


def write_reminders(
    office: Office,
    vendor_ids: Sequence[str],
    folder: Path,
    *,
    step: Callable[[int, int, str], None] = lambda _done, _all, _what: None,
) -> list[Path]:
    """Writes one mail draft (.eml) for each vendor into a folder, none over another file.

    All drafts are made before the first is written: UserError names a vendor that cannot be reminded, and
    then there is no file. `step(done, all, name)` comes before each file and may raise to cancel; what was
    written until then is whole.
    """
    drafts = [reminder(office, one) for one in dict.fromkeys(vendor_ids)]
    written = []
    for done, draft in enumerate(drafts):
        step(done, len(drafts), draft.vendor.name)
        stem = file_stem(office.say(msg("reminder.file", vendor=draft.vendor.name)))
        target = free_path(folder, stem, "eml")
        content = office.papers.mail(_facts(office, draft))
        if office.papers.keep:
            with replace_file(target, mode=READABLE_BY_ALL) as file:
                file.write(content)
        written.append(target)
    return written


def _facts(office: Office, draft: Reminder) -> MailFacts:
    with office.book.reading() as reader:
        company = office.company(reader)
    day = office.clock.today().isoformat()
    return MailFacts(
        name=draft.vendor.name, address=draft.address, sender=company, reply_to=draft.reply_to,
        subject=office.say(draft.subject), text=office.say(draft.text),
        identity=f"reminder/{draft.vendor.id}/{day}",
    )  # fmt: skip


def _address(reader: Reader, vendor_id: str) -> str:
    """The first of the vendor's contacts that has an address."""
    found = (one.email for one in reader.find(Contact, vendor_id=vendor_id) if one.email)
    return next(found, "")
