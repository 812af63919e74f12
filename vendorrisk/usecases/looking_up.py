"""Finding a record by its id or exact name, as every argument of the command line is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from vendorrisk.domain.diligence.records import Assessment, Document, Finding
from vendorrisk.domain.message import Ambiguous, NotFound, msg
from vendorrisk.domain.notice.records import Change, Customer
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Engagement, Service, Vendor
from vendorrisk.domain.register.text import tidy
from vendorrisk.usecases.editing import EDITED

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.message import Message
    from vendorrisk.domain.record import Record
    from vendorrisk.usecases.ports import Reader

R = TypeVar("R", bound="Record")

# Kind -> the field that holds its exact name.
_NAME_FIELD: dict[type[Record], str] = {
    Vendor: "name", Customer: "name", Service: "code", Change: "number", Document: "title",
    Finding: "title",
}  # fmt: skip

_BESIDE_NAME: dict[type[Record], tuple[str, ...]] = {
    Vendor: ("country",), Customer: ("account_id",), Document: ("kind", "valid_to"),
    Finding: ("severity", "raised_on"),
}  # fmt: skip


def named(reader: Reader, kind: type[R], wanted: str) -> R:
    """The record with this id or exact name; raises NotFound, or Ambiguous with the candidates."""
    found = reader.find(kind, id=wanted)
    if not found and kind in _NAME_FIELD:
        found = reader.find(kind, **{_NAME_FIELD[kind]: tidy(wanted)})  # as names are stored: composed
    if not found:
        raise NotFound(msg("record.unknown", kind=_word(kind), wanted=wanted), msg("record.unknown.remedy"))
    return _only(found, wanted, _candidate_name)


def _candidate_name(record: Record) -> str:
    """The name of a record, with what tells it from another of that name."""
    shown = (_NAME_FIELD.get(type(record), "id"), *_BESIDE_NAME.get(type(record), ()))
    return ", ".join(str(value) for name in shown if (value := getattr(record, name)))


def engagement_named(reader: Reader, wanted: str) -> Engagement:
    """The engagement with this id, or the only one of the vendor with this id or exact name."""
    direct = reader.find(Engagement, id=wanted)
    if direct:
        return direct[0]
    vendor = named(reader, Vendor, wanted)
    own = reader.find(Engagement, vendor_id=vendor.id)
    if not own:
        raise NotFound(msg("engagement.none", vendor=vendor.name), msg("engagement.none.remedy"))
    services = {service.id: service for service in reader.find(Service)}
    return _only(own, wanted, lambda one: _engagement_name(one, services))


def assessment_named(reader: Reader, wanted: str) -> Assessment:
    """The assessment with this id, or the only one of the engagement that this names."""
    direct = reader.find(Assessment, id=wanted)
    if direct:
        return direct[0]
    try:
        engagement = engagement_named(reader, wanted)
    except NotFound:
        return named(reader, Assessment, wanted)
    own = reader.find(Assessment, engagement_id=engagement.id)
    if not own:
        raise NotFound(msg("assessment.none", wanted=wanted), msg("assessment.none.remedy"))
    return _only(own, wanted, _assessment_name)


def _assessment_name(assessment: Assessment) -> str:
    started = f", {assessment.started_on.isoformat()}" if assessment.started_on else ""
    return f"{assessment.questionnaire} {assessment.version}{started}, {assessment.state.value}"


def _engagement_name(engagement: Engagement, services: dict[str, Service]) -> str:
    service = services.get(engagement.service_id)
    parts = (text_in(service.name, "en") if service else "", text_in(engagement.purpose, "en"))
    return ", ".join(part for part in parts if part)


def _only(found: list[R], wanted: str, name: Callable[[R], Any]) -> R:
    if len(found) > 1:
        candidates = [(one.id, str(name(one))) for one in found]
        raise Ambiguous(
            msg("record.several", wanted=wanted), msg("record.several.remedy"), candidates=candidates
        )
    return found[0]


def _word(kind: type[Record]) -> Message:
    return msg(f"kind.{EDITED.get(kind, kind.__name__.lower())}")
