"""Facts that a test needs otherwise: fields of one record set to values, as one journal entry."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from vendorrisk.domain.record import Record
from vendorrisk.domain.register.records import Engagement
from vendorrisk.domain.register.role_review import review_falls
from vendorrisk.usecases.checks import problems_of
from vendorrisk.usecases.editing import EDIT
from vendorrisk.usecases.office import Office
from vendorrisk.usecases.typed import refuse

R = TypeVar("R", bound=Record)


def edit_values(office: Office, kind: type[R], record_id: str, **values: Any) -> R:
    """What a form would do once it has read what was typed."""
    with office.book.act(EDIT[kind], id=record_id, fields=sorted(values)) as desk:
        known = desk.get(kind, record_id)
        record = replace(known, **values)
        if isinstance(known, Engagement):
            record = review_falls(known, record, values)
        refuse(problems_of(record, office.clock.today()))
        desk.put(record)
    return record
