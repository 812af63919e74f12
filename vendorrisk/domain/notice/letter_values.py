"""How each placeholder of a letter is read from the facts; an empty value is a missing fact."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.notice.letter_facts import LetterFacts, Party, Place, Value
from vendorrisk.domain.notice.records import Authorisation, ChangeKind, ClockStart, CountRule
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.locked_reach import STATEMENTS
from vendorrisk.domain.register.names import name_key
from vendorrisk.domain.register.published import UNCONFIRMED
from vendorrisk.domain.register.records import LocationKind, VendorKind
from vendorrisk.domain.register.vocabulary import DataCategory, DataFlag, Mechanism, label

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.domain.record import LangText
    from vendorrisk.domain.register.records import Flow

CLOCKS = {
    ClockStart.SENT: "sent",
    ClockStart.DEEMED_RECEIVED: "deemed",
    ClockStart.PUBLISHED: "published",
    ClockStart.ACKNOWLEDGED: "acknowledged",
}
"""What the template calls the event that starts the clock."""

FIXED = "fixed"
"""The deadline of a letter that names the last day for objections."""

WAITING_DEADLINES = {
    ClockStart.ACKNOWLEDGED: "acknowledged",
    ClockStart.PUBLISHED: "published",
}


_PLAIN = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Figures and letters that nobody takes for one another."""
_MARK = 6


def reference(facts: LetterFacts) -> str:
    """The number of the change and a mark of its customer: the same for ever, whoever else is told.

    The mark is made of the two ids alone, thirty bits of their digest, so that no customer who comes or goes
    moves it; two customers of one change share a mark about once in a billion pairs.
    """
    return reference_of(facts.change.number, facts.change.id, facts.customer.id)


def reference_of(number: str, change_id: str, customer_id: str) -> str:
    """The same from the number of the change and the two ids."""
    digest = hashlib.sha256(f"{change_id} {customer_id}".encode()).digest()
    return f"{number}/{''.join(_PLAIN[byte % len(_PLAIN)] for byte in digest[:_MARK])}"


def said(facts: LetterFacts, text: LangText) -> str:
    """What is typed, in the customer's own language, else in English."""
    return text_in(text, facts.typed_in or facts.language)


def vendor_name(facts: LetterFacts) -> str:
    """The legal name; N-2 asks for the concrete company, not for a brand."""
    return facts.vendor.legal_name or facts.vendor.name


def vendor_kind(facts: LetterFacts) -> Message:
    """Group company or third party, in words."""
    affiliate = facts.vendor.kind is VendorKind.AFFILIATE
    return msg("letter.affiliate" if affiliate else "letter.third_party")


def trading_name(facts: LetterFacts) -> str:
    """The name people know, where it says something else than the legal one does without its legal form."""
    known = facts.vendor.name
    return known if name_key(known) != name_key(vendor_name(facts)) else ""


def seat(facts: LetterFacts) -> Value:
    """The country in which the company has its seat."""
    return Place(code=facts.vendor.country) if facts.vendor.country else ""


def services(facts: LetterFacts) -> tuple[str, ...]:
    """The services touched, by the names the customer knows."""
    return tuple(service.named(facts.typed_in or facts.language) for service in facts.services)


def purpose(facts: LetterFacts) -> str:
    """What the sub-processor does; the change's own wording goes before the register's."""
    return said(facts, facts.change.text) or said(facts, facts.engagement.purpose)


def data(facts: LetterFacts) -> tuple[Value, ...]:
    """The categories of data and what makes some more sensitive, by their labels, and the remark on them."""
    known = {one.value: label(one) for kinds in (DataCategory, DataFlag) for one in kinds}
    engagement = facts.engagement
    labels: list[Value] = [
        known.get(code, code) for code in (*engagement.data_categories, *engagement.data_flags)
    ]
    note = said(facts, facts.engagement.data_note)
    return (*labels, note) if note else tuple(labels)


def storage(facts: LetterFacts) -> tuple[Value, ...]:
    """The countries in which data lies, with the entity or the town there."""
    return _places(facts, LocationKind.STORAGE)


def access(facts: LetterFacts) -> tuple[Value, ...]:
    """The countries from which data is reached, with the entity that reaches it."""
    return _places(facts, LocationKind.ACCESS)


def _places(facts: LetterFacts, kind: LocationKind) -> tuple[Value, ...]:
    return tuple(
        dict.fromkeys(
            Place(code=row.country, detail=row.entity or ("" if row.place == UNCONFIRMED else row.place))
            for row in facts.locations
            if row.kind is kind
        )
    )


def transfer(facts: LetterFacts) -> tuple[Value, ...]:
    """The transfer mechanisms, each once, with the module of the standard clauses."""
    return tuple({_mechanism_id(flow): _mechanism(flow) for flow in facts.flows if flow.mechanism}.values())


def _mechanism_id(flow: Flow) -> tuple[str, int | None]:
    return flow.mechanism, flow.module


def _mechanism(flow: Flow) -> Value:
    known = {mechanism.value: label(mechanism) for mechanism in Mechanism}
    name = known.get(flow.mechanism, flow.mechanism)
    return msg("letter.with_module", mechanism=name, module=flow.module) if flow.module else name


def agreement(facts: LetterFacts) -> str:
    """Whether an agreement with the same obligations is in force (GDPR 28(4))."""
    return "yes" if facts.dpa_in_force else ""


def further(facts: LetterFacts) -> tuple[Value, ...]:
    """The sub-processor's own sub-processors; "none" only where the list is known to be complete."""
    named = tuple(Party(name=row.name, code=row.country) for row in facts.fourth_parties)
    if named or not facts.engagement.fourth_parties_complete:
        return named
    return (msg("letter.no_further"),)


def lock(facts: LetterFacts) -> str:
    """For customers with a region lock: whether the sub-processor can reach their environment."""
    return STATEMENTS[facts.engagement.reaches_locked] if facts.customer.region_lock else ""


def start(facts: LetterFacts) -> date:
    """The planned day, or this customer's earliest permitted day where that is later."""
    earliest = facts.dates.earliest
    return facts.change.planned_on if earliest is None else max(facts.change.planned_on, earliest)


def deadline_kind(facts: LetterFacts) -> str:
    """Which sentence states the deadline for objections; the template holds one for each."""
    terms = facts.terms
    if facts.change.kind is ChangeKind.REMOVE:
        return "removal"
    if terms.authorisation is Authorisation.SPECIFIC:
        return "approval"
    if terms.commission_clauses:
        return "commission"
    if facts.dates.last_objection_day is None:
        return WAITING_DEADLINES.get(terms.clock_starts, "")
    return FIXED


def clock(facts: LetterFacts) -> str:
    """Which event the deadline is counted from."""
    return CLOCKS[facts.terms.clock_starts]


def first_day(facts: LetterFacts) -> str:
    """Whether the day of that event is the first of the period."""
    return "counts" if facts.terms.count_rule is CountRule.INCLUDE_START_DAY else ""


def objection_end(facts: LetterFacts) -> Value:
    """The last day for objections (inclusive), where it is a date."""
    return facts.dates.last_objection_day or ""


def own_window(facts: LetterFacts) -> str:
    """Whether objections have a period of their own; else it ends with the notice (domain.md 5.2)."""
    return "" if facts.terms.objection_days is None else "yes"


def objection_days(facts: LetterFacts) -> Message:
    """How long the window is and how its days are counted, in words."""
    terms = facts.terms
    days = terms.notice_days if terms.objection_days is None else terms.objection_days
    unit = terms.objection_unit if terms.objection_days is not None else None
    return msg(f"letter.days.{(unit or terms.notice_unit).value}", days=days)
