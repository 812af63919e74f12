"""Arguments and options that several verbs share, and how records are told."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import click

from vendorrisk.domain.diligence.rhythm import due_date
from vendorrisk.domain.message import msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Origin
from vendorrisk.usecases.editing import label_of
from vendorrisk.usecases.typed import fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.notice.records import Customer
    from vendorrisk.domain.record import Record
    from vendorrisk.domain.register.records import Engagement, Service
    from vendorrisk.usecases.register.vendors import EngagementFile, VendorFile


def pairs(assignments: Iterable[str]) -> dict[str, str]:
    """FIELD=VALUE arguments as a dictionary; a usage error for one without a sign of equality."""
    found: dict[str, str] = {}
    for one in assignments:
        name, equals, value = one.partition("=")
        if not equals:
            raise click.UsageError(f"{one!r} is not FIELD=VALUE.")
        found[name.strip()] = value
    return found


def by_their_names(typed: dict[str, str]) -> dict[str, str]:
    """Typed fields; the time zone also by the name that `workspace new` and customer files give it."""
    return {"zone" if name == "timezone" else name: value for name, value in typed.items()}


def several(options: Iterable[str]) -> list[str]:
    """The values of an option that is repeated, or given once with commas between."""
    return [value for one in options for value in one.split(",")]


def listed_formats(typed: str) -> list[str]:
    """File formats separated by commas, in upper or lower case."""
    return [one.strip().lower() for one in typed.split(",") if one.strip()]


def given(**options: str | None) -> dict[str, str]:
    """The options that were given, by field name."""
    return {name: value for name, value in options.items() if value is not None}


def assignments(command: Callable[..., Any]) -> Callable[..., Any]:
    """The trailing FIELD=VALUE arguments of a `set` verb."""
    return click.argument("assignment", nargs=-1, required=True, metavar="FIELD=VALUE...")(command)


def record_plain(record: Record) -> dict[str, Any]:
    """A record's fields by name, the id under `id`."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def engagement_plain(file: EngagementFile) -> dict[str, Any]:
    """An engagement as scripts read it: its fields, its service by name, its parts."""
    told = record_plain(file.engagement)
    told["engagement"] = told["id"]
    told["vendor"] = told.pop("vendor_id")
    told["service"] = service_name(file.service)
    told["storage"] = [one.country for one in file.locations if one.kind == "STORAGE"]
    told["access"] = [one.country for one in file.locations if one.kind == "ACCESS"]
    told["locations"] = sorted({one.country for one in file.locations})
    told["places"] = [record_plain(one) for one in file.locations]
    told["flows"] = [record_plain(one) for one in file.flows]
    told["fourth_parties"] = [record_plain(one) for one in file.fourth_parties]
    told["reassessment_due"] = due_date(file.engagement.anchor, file.engagement.cycles)
    return told | flags(file.engagement)


def flags(engagement: Engagement) -> dict[str, bool]:
    """What an engagement lacks that was in use already: an assessment, its way through all guards."""
    return {
        "never_assessed": engagement.anchor is None,
        "without_full_gate": engagement.origin is Origin.IN_USE_BEFORE,
    }


def vendor_plain(file: VendorFile) -> dict[str, Any]:
    """A vendor as scripts read it."""
    told = record_plain(file.vendor)
    told["vendor"] = told["id"]
    told["engagements"] = [engagement_plain(one) for one in file.engagements]
    told["contacts"] = [record_plain(one) for one in file.contacts]
    return told


def who(customer: Customer) -> dict[str, str]:
    """A customer as scripts read it: its name, and its ids beside it."""
    return {"customer": customer.name, "customer_id": customer.id, "account_id": customer.account_id}


def told_apart(customers: Iterable[Customer]) -> dict[str, str]:
    """Id -> name as people read it; where several share one, with the number of the account, else the id."""
    listed = list(customers)
    often = Counter(one.name for one in listed)
    return {
        one.id: f"{one.name} ({one.account_id or one.id})" if often[one.name] > 1 else one.name
        for one in listed
    }


def service_name(service: Service | None) -> str:
    """The name of a service of ours."""
    return service.named() if service else ""


def purpose(engagement: Engagement) -> str:
    """The purpose of an engagement in English."""
    return text_in(engagement.purpose, "en")


def block(facts: Iterable[tuple[str, Any]]) -> str:
    """Facts for people, one a line, empty ones left out."""
    shown = [(label, str(value)) for label, value in facts if value not in (None, "", (), [], {})]
    width = max((len(label) for label, _ in shown), default=0)
    return "\n".join(f"{label.ljust(width)}  {value}" for label, value in shown)


def facts_for_people(session: Session, record: Record) -> list[tuple[str, str]]:
    """A record's filled fields as forms name them, with the values as people read them.

    A "no" is told only where the field begins without an answer; elsewhere it is what everything begins with.
    """
    kind = type(record)
    begins_with = {one.name: one.default for one in fields(record)}
    told = [(name, getattr(record, name)) for name in fields_of(kind)]
    shown = [(name, value) for name, value in told if value is not False or begins_with[name] is None]
    return [(session.say(label_of(kind, name)), _told(session, value)) for name, value in shown]


def places_for_people(session: Session, file: EngagementFile) -> list[tuple[str, str]]:
    """Where data of an engagement lies, from where it is reached, how it travels, and to whom it goes on."""
    facts = [
        (session.word(one.kind), " ".join(filter(None, (one.country, one.place, one.entity))))
        for one in file.locations
    ]
    facts += [("Transfer", f"{one.importer_country} {one.mechanism}".strip()) for one in file.flows]
    return facts + [("Fourth party", f"{one.name} {one.country}".strip()) for one in file.fourth_parties]


def _told(session: Session, value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return session.say(msg("activity.yes" if value else "activity.no"))
        case dict():
            return text_in(value, "en")
        case _:
            return session.word(value)
