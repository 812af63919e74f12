"""Adding, changing and removing single records, the same way for every kind that a person edits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from vendorrisk.domain.diligence.records import ClauseCheck, Document, Finding
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.notice.records import (
    Change,
    Customer,
    DataCentre,
    Holiday,
    HolidayYear,
    Terms,
)
from vendorrisk.domain.record import FALLBACK_LANGUAGE
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
from vendorrisk.domain.register.role_review import review_falls
from vendorrisk.usecases.actions import Action, action
from vendorrisk.usecases.checks import problems_of
from vendorrisk.usecases.typed import read_fields, refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from vendorrisk.domain.record import Record
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk

R = TypeVar("R", bound="Record")

EDITED: dict[type[Record], str] = {
    Vendor: "vendor", Service: "service", Engagement: "engagement", Location: "location", Flow: "flow",
    Contact: "contact", FourthParty: "fourth_party", LawEntry: "law_entry", Document: "document",
    ClauseCheck: "clause_check", Finding: "finding", DataCentre: "data_centre", Customer: "customer",
    Terms: "terms", Change: "change", Holiday: "holiday", HolidayYear: "holiday_year",
}  # fmt: skip
ADD: dict[type[Record], Action] = {kind: action(f"{word}.add") for kind, word in EDITED.items()}
EDIT: dict[type[Record], Action] = {kind: action(f"{word}.edit") for kind, word in EDITED.items()}
REMOVE: dict[type[Record], Action] = {kind: action(f"{word}.remove") for kind, word in EDITED.items()}

_FOLLOWS: dict[type[Record], Callable[[Any, Any, Collection[str]], Any]] = {Engagement: review_falls}


def label_of(kind: type[Record], field: str) -> Message:
    """What a field of a record is called in forms and messages."""
    return msg(f"field.{EDITED[kind]}.{field}")


def add(office: Office, kind: type[R], typed: Mapping[str, str], **given: Any) -> R:
    """Adds a record from typed fields; `given` holds what the program knows, such as the id it belongs to.

    Raises BadInput with every wrong field.
    """
    record = kind(id=office.new_id(), **{**given, **read_fields(kind, typed)})
    refuse(problems_of(record, office.clock.today()))
    with office.book.act(ADD[kind], id=record.id) as desk:
        desk.put(record)
    return record


def edit(office: Office, kind: type[R], id: str, typed: Mapping[str, str]) -> R:  # noqa: A002  (the record's word)
    """Changes typed fields of a record; raises BadInput with every wrong field.

    A text in languages is typed in English; its other languages stay as they are.
    """
    values = read_fields(kind, typed)
    with office.book.act(EDIT[kind], id=id, fields=sorted(values)) as desk:
        known = desk.get(kind, id)
        record = _followed(known, replace(known, **with_other_languages(known, values)), values)
        refuse(problems_of(record, office.clock.today()))
        desk.put(record)
    return record


def _followed(before: R, after: R, values: Collection[str]) -> R:
    """The record with what else changes by an edit of these fields."""
    follow = _FOLLOWS.get(type(after))
    followed: R = follow(before, after, values) if follow else after
    return followed


def with_other_languages(known: Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an edit, each text with what is known of it in other languages than English."""

    def kept(name: str) -> dict[str, str]:
        texts: dict[str, str] = getattr(known, name)
        return {tag: text for tag, text in texts.items() if tag != FALLBACK_LANGUAGE}

    return {
        name: {**kept(name), **value} if isinstance(value, dict) else value for name, value in values.items()
    }


def edit_several(office: Office, kind: type[R], ids: list[str], typed: Mapping[str, str]) -> list[R]:
    """Changes the same fields of several records, as one step."""
    values = read_fields(kind, typed)
    with office.book.act(EDIT[kind], ids=ids, fields=sorted(values)) as desk:
        records = [_followed(one, replace(one, **values), values) for one in desk.find(kind, id=ids)]
        for record in records:
            refuse(problems_of(record, office.clock.today()))
        desk.put(*records)
    return records


def remove(office: Office, kind: type[R], id: str) -> None:  # noqa: A002  (the record's word)
    """Removes a record with what hangs on it alone."""
    with office.book.act(REMOVE[kind], id=id) as desk:
        record = desk.get(kind, id)
        desk.remove(*_hanging_on(desk, record), record)


_HANGING: dict[type[Record], tuple[tuple[type[Record], str], ...]] = {
    Vendor: ((Engagement, "vendor_id"), (Contact, "vendor_id"), (Document, "vendor_id")),
    Engagement: (
        (Location, "engagement_id"),
        (Flow, "engagement_id"),
        (FourthParty, "engagement_id"),
        (Finding, "engagement_id"),
    ),
    Document: ((ClauseCheck, "document_id"),),
    Customer: ((Terms, "customer_id"), (Contact, "customer_id")),
}


def _hanging_on(desk: Desk, record: Record) -> list[Record]:
    found: list[Record] = []
    for kind, field in _HANGING.get(type(record), ()):
        for child in desk.find(kind, **{field: record.id}):
            found += [*_hanging_on(desk, child), child]
    return found
