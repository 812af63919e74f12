"""A reminder to a vendor, ready for the person's own mail program; nothing is ever sent from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Assessment, AssessmentState
from vendorrisk.domain.message import Message, UserError, msg
from vendorrisk.domain.register.records import Contact, Engagement, Vendor

if TYPE_CHECKING:
    from vendorrisk.usecases.office import Office

AWAITED = (AssessmentState.SENT,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A mail as a draft: to whom, about what, and its words."""

    address: str
    subject: Message
    text: Message


def reminder(office: Office, vendor_id: str) -> Reminder:
    """The draft that asks a vendor for what is outstanding.

    Raises UserError where no address is on record, and where no questionnaire is out with the vendor.
    """
    with office.book.reading() as reader:
        vendor = reader.get(Vendor, vendor_id)
        engagements = [one.id for one in reader.find(Engagement, vendor_id=vendor_id)]
        open_ones = reader.find(Assessment, engagement_id=engagements, state=list(AWAITED))
        found = [one.email for one in reader.find(Contact, vendor_id=vendor_id) if one.email]
        company = office.company(reader)
    if not open_ones:
        raise UserError(msg("reminder.nothing", vendor=vendor.name), msg("reminder.nothing.remedy"))
    if not found:
        raise UserError(msg("reminder.no_address", vendor=vendor.name), msg("reminder.no_address.remedy"))
    asked = min(open_ones, key=lambda one: (one.due_on is None, one.due_on))
    facts = {"company": company, "vendor": vendor.name, "signed": office.actor}
    key = "reminder.text" if asked.due_on else "reminder.text.undated"
    return Reminder(
        address=found[0], subject=msg("reminder.subject", **facts), text=msg(key, due=asked.due_on, **facts)
    )
