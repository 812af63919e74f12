"""Putting tasks of one's own Home off until a day, with a reason, and taking them back before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.register.text import line
from vendorrisk.domain.review.records import Snooze
from vendorrisk.domain.review.snoozing import check_snooze
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.typed import refuse

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

SNOOZE = action("task.snooze")
WAKE = action("task.wake")


def snooze(office: Office, task_ids: Sequence[str], until: date | None, reason: str) -> list[Snooze]:
    """Puts tasks off until a day (they are back on it), for this person alone, as one step.

    Raises BadInput for a day that is not ahead, or more than a year away, and for a missing reason.
    """
    refuse(check_snooze(until, reason, office.clock.today()))
    assert until is not None  # noqa: S101  (a missing day was refused above)
    with office.book.act(SNOOZE, tasks=list(task_ids), until=until.isoformat()) as desk:
        known = {one.task: one for one in desk.find(Snooze, person=office.actor)}
        put_off = [
            replace(known[task], until=until, reason=line(reason))
            if task in known
            else Snooze(id=office.new_id(), person=office.actor, task=task, until=until, reason=line(reason))
            for task in task_ids
        ]
        desk.put(*put_off)
    return put_off


def wake(office: Office, task_ids: Sequence[str]) -> None:
    """Takes tasks back before their day, as one step."""
    with office.book.act(WAKE, tasks=list(task_ids)) as desk:
        desk.remove(*desk.find(Snooze, person=office.actor, task=list(task_ids)))


def put_off(office: Office, reader: Reader) -> dict[str, Snooze]:
    """What this person has put off and is not back yet, by the task's id."""
    today = office.clock.today()
    return {one.task: one for one in reader.find(Snooze, person=office.actor) if today < one.until}
