"""What a letter to one customer may state: the records it draws on, and how a value is written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from vendorrisk.domain.message import Message

if TYPE_CHECKING:
    from vendorrisk.domain.notice.clock import CustomerDates
    from vendorrisk.domain.notice.records import Change, Customer, Terms
    from vendorrisk.domain.register.records import (
        Engagement,
        Flow,
        FourthParty,
        Location,
        Service,
        Vendor,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A country, or EU, EEA, GLOBAL, by its code; `detail` names the city or the entity there."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A company by its name, with the code of its country."""

    name: str
    code: str = ""


Value: TypeAlias = str | int | date | Message | Place | Party | tuple["Value", ...]
"""What fills a placeholder: the renderer puts it into the customer's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who writes and signs: our company. `contact` takes objections and answers questions.

    `dpo` and `dpo_name` are the data protection officer, who is named as a contact and decides nothing
    (domain.md 5.6 item 16, 6.8).
    """

    company: str
    address: str = ""
    contact: str = ""
    dpo: str = ""
    list_address: str = ""
    dpo_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfit:
    """Something on record that a letter leaves out, because it does not hold on the planned day.

    `field` is the placeholder that would have named it.
    """

    field: str
    fact: Message
    remedy: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """Everything known about one change and one customer when its letter is written.

    `language` is that of the letter; `typed_in` that of what is typed, where it is another.
    `services` are those touched that this customer uses; `locations`, `flows` and `fourth_parties` those that
    hold from the planned day; `flows` only where their mechanism is valid then. `safeguards` names
    certificates in force then; `dpa_in_force` and `tia_done` are true only where checked. `unfit` is what
    is left out for that reason. `written_on` is the letter's date. `places_change`: from the planned day on
    data is in other places, or reached from others, than on the day of writing.
    """

    sender: Sender
    customer: Customer
    terms: Terms
    dates: CustomerDates
    change: Change
    vendor: Vendor
    engagement: Engagement
    written_on: date
    language: str = "en"
    typed_in: str = ""
    replaced: str = ""
    vendor_contact: str = ""
    services: tuple[Service, ...] = ()
    locations: tuple[Location, ...] = ()
    flows: tuple[Flow, ...] = ()
    fourth_parties: tuple[FourthParty, ...] = ()
    safeguards: tuple[str | Message, ...] = ()
    dpa_in_force: bool = False
    tia_done: bool = False
    unfit: tuple[Unfit, ...] = ()
    places_change: bool = True
