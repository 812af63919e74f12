"""What must hold inside one record, whatever way it came in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import Problem, msg
from vendorrisk.domain.register.records import Engagement, Vendor

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.record import Record

RATINGS = range(1, 6)


def problems_of(record: Record) -> list[Problem]:
    """Everything that is wrong inside this record, by field."""
    found = _dates_in_order(record)
    check = _OWN.get(type(record))
    return found + (check(record) if check else [])


def _problem(at: str, key: str, /, **facts: object) -> Problem:
    return Problem(at, msg(key, **facts), msg(f"{key}.remedy", **facts))


def _dates_in_order(record: Any) -> list[Problem]:
    start, end = getattr(record, "valid_from", None), getattr(record, "valid_to", None)
    if start and end and end < start:
        return [_problem("valid_to", "dates.order", start=start, end=end)]
    return []


def _vendor(record: Any) -> list[Problem]:
    return [] if record.name else [_problem("name", "field.needed", field=msg("field.name"))]


def _engagement(record: Any) -> list[Problem]:
    rated = {name: value for name in _FACTORS if (value := getattr(record, name)) is not None}
    wrong = [name for name, value in rated.items() if value not in RATINGS]
    return [_problem(name, "factor.range", field=msg(f"field.{name}")) for name in wrong]


_FACTORS = tuple(name for name in Engagement.__dataclass_fields__ if name.startswith("factor_"))
_OWN: dict[type[Record], Callable[[Any], list[Problem]]] = {Vendor: _vendor, Engagement: _engagement}
