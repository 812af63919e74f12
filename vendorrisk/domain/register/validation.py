"""Checks of what the register stores: every wrong field is named with a remedy, all of them at once.

They look at whole records, so that facts which contradict each other are found however they came in.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.register import text
from vendorrisk.domain.register.countries import country_name, is_in_eea
from vendorrisk.domain.register.field_tables import (
    CONTACT,
    ENGAGEMENT,
    FLOW,
    FOURTH_PARTY,
    LAW_ENTRY,
    LOCATION,
    SERVICE,
    VENDOR,
    Field,
    Fields,
    read_fields,
)
from vendorrisk.domain.register.fields import is_language, parse_date
from vendorrisk.domain.register.vocabulary import SCC_FAMILY, Coverage, Mechanism, Regime

if TYPE_CHECKING:
    from vendorrisk.domain.record import Record
    from vendorrisk.domain.register.records import (
        Contact,
        Engagement,
        Flow,
        FourthParty,
        LawEntry,
        Location,
        Service,
        Vendor,
    )

__all__ = [
    "CONTACT",
    "ENGAGEMENT",
    "FLOW",
    "FOURTH_PARTY",
    "LAW_ENTRY",
    "LOCATION",
    "SERVICE",
    "VENDOR",
    "Field",
    "Fields",
    "check_contact",
    "check_engagement",
    "check_flow",
    "check_fourth_party",
    "check_law_entry",
    "check_location",
    "check_service",
    "check_vendor",
    "errors",
    "parse_date",
    "read_fields",
]


def _typed(value: Any) -> str | None:
    """A stored value as it would be typed; None for values whose type alone keeps them right."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ",".join(value)
    return str(value) if type(value) is int else None


def _field_problems(record: Record, known: Fields) -> list[Problem]:
    problems: list[Problem] = []
    for name, field in known.items():
        value = getattr(record, name)
        problems += _language_problems(name, value, field) if isinstance(value, dict) else []
        typed = _typed(value)
        if typed is not None:
            problems += read_fields({name: typed}, known).problems
    return problems


def _language_problems(name: str, texts: dict[str, str], field: Field) -> list[Problem]:
    problems = [
        Problem(name, msg("language.unknown", tag=tag), msg("language.unknown.remedy", tag=tag))
        for tag in texts
        if not is_language(tag)
    ]
    for tag, words in texts.items():
        found = read_fields({name: words}, {name: Field(text.paragraphs)}).problems
        problems += [Problem(f"{name}.{tag}", one.what, one.remedy) for one in found]
    if field.required and not any(words.strip() for words in texts.values()):
        problems.append(Problem(name, msg("field.empty"), msg("field.empty.remedy")))
    return problems


def _fact(where: str, key: str, level: Level = Level.ERROR, **facts: Any) -> Problem:
    return Problem(where, msg(key, **facts), msg(f"{key}.remedy", **facts), level)


def _order(record: Record, first: str = "valid_from", last: str = "valid_to") -> list[Problem]:
    start, end = getattr(record, first, None), getattr(record, last, None)
    if isinstance(start, date) and isinstance(end, date) and end < start:
        return [_fact(last, "dates.order", first=start, last=end)]
    return []


def check_dates(record: Record) -> tuple[Problem, ...]:
    """What is wrong with the period in which a record of any kind holds; nothing where it has none."""
    return tuple(_order(record))


def _lookalike(where: str, name: str) -> list[Problem]:
    word = text.mixed_word(name)
    return [_fact(where, "name.lookalike", Level.WARNING, word=word)] if word else []


def check_vendor(vendor: Vendor) -> tuple[Problem, ...]:
    """What is wrong with a vendor's fields; a name in look-alike letters only warns."""
    return (*_field_problems(vendor, VENDOR), *_lookalike("name", vendor.name))


def check_service(service: Service) -> tuple[Problem, ...]:
    """What is wrong with one of our services."""
    return tuple(_field_problems(service, SERVICE))


def check_engagement(engagement: Engagement) -> tuple[Problem, ...]:
    """What is wrong with an engagement: fields, dates, and an override of the tier without a reason."""
    problems = _field_problems(engagement, ENGAGEMENT) + _order(engagement)
    if engagement.tier_override is not None and not engagement.tier_reason.strip():
        problems.append(_fact("tier_reason", "engagement.tier_reason"))
    return tuple(problems)


def check_location(location: Location) -> tuple[Problem, ...]:
    """What is wrong with a storage or access location."""
    return (*_field_problems(location, LOCATION), *_order(location))


def check_flow(flow: Flow, today: date) -> tuple[Problem, ...]:
    """What is wrong with a flow. Transfer clauses towards an importer in the EEA are refused (domain.md 2.4).

    Neither a look at the DPF list nor the making of an impact assessment can lie ahead of today; a module
    belongs to the Commission's clauses only.
    """
    problems = _field_problems(flow, FLOW) + _order(flow) + _order(flow, "tia_made_on", "tia_valid_until")
    clauses = flow.mechanism in SCC_FAMILY
    if clauses and Regime.EU in flow.regimes and is_in_eea(flow.importer_country, today):
        problems.append(
            _fact("mechanism", "flow.clauses_refused", country=country_name(flow.importer_country))
        )
    for name, day in (("checked_on", flow.checked_on), ("tia_made_on", flow.tia_made_on)):
        if day is not None and day > today:
            problems.append(_fact(name, "dates.future", day=day))
    if flow.module is not None and not clauses and flow.mechanism != Mechanism.ONWARD_8_8:
        problems.append(_fact("module", "flow.module_alone", module=flow.module))
    if flow.fallback and flow.fallback == flow.mechanism:
        problems.append(_fact("fallback", "flow.same_fallback"))
    return tuple(problems)


def check_contact(contact: Contact) -> tuple[Problem, ...]:
    """What is wrong with a contact: it belongs to one vendor or customer, and has a name or an address."""
    problems = _field_problems(contact, CONTACT)
    if bool(contact.vendor_id) == bool(contact.customer_id):
        problems.append(_fact("vendor_id", "contact.owner"))
    if not (contact.name.strip() or contact.email.strip()):
        problems.append(_fact("name", "contact.empty"))
    return tuple(problems)


def check_fourth_party(party: FourthParty) -> tuple[Problem, ...]:
    """What is wrong with a sub-processor of our sub-processor."""
    return (*_field_problems(party, FOURTH_PARTY), *_order(party), *_lookalike("name", party.name))


def check_law_entry(entry: LawEntry) -> tuple[Problem, ...]:
    """What is wrong with a row of an adequacy list that the analyst edited."""
    problems = _field_problems(entry, LAW_ENTRY) + _order(entry)
    if entry.coverage != Coverage.GENERAL and not entry.condition.strip():
        problems.append(_fact("condition", "law.no_condition", coverage=entry.coverage))
    return tuple(problems)


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems that keep a record out; warnings do not."""
    return tuple(one for one in problems if one.level is Level.ERROR)
