"""What tasks are found in: the records as they stand today, and what was computed from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date  # noqa: TC003  (part of a dataclass)
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.validity import Freshness
from vendorrisk.domain.message import Message, msg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vendorrisk.domain.decision.records import Decision
    from vendorrisk.domain.diligence.records import Assessment, Document, Finding
    from vendorrisk.domain.diligence.validity import Standing
    from vendorrisk.domain.notice.days import Calendar
    from vendorrisk.domain.notice.go_live import GlobalDate
    from vendorrisk.domain.notice.records import Change, HolidayYear, Objection, Terms
    from vendorrisk.domain.register.records import Engagement, Flow, Location
    from vendorrisk.domain.register.transfers import Validity
    from vendorrisk.domain.review.due import TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningChange:
    """A change that is not over: its date for all, until when letters may go out, and who has not answered.

    `send_by` is the last day to send so that the planned day holds (None: it cannot hold, or is unknown).
    `uncertain` counts the customers who get no letter until the region lock's question is answered; `joined`
    are the first days of those who joined since, and of whom nobody has recorded that they were told (N-9).
    """

    change: Change
    overall: GlobalDate
    send_by: date | None = None
    objections: tuple[Objection, ...] = ()
    uncertain: int = 0
    joined: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFacts:
    """What tasks are found in, with the `names` of engagements, vendors, customers and questionnaires by id.

    `standings` holds how each document stands today, by its id; `law_ends` the last good day of each transfer
    that a change of law ends soon, by its id. `verdicts` has each transfer of an engagement in use that does
    not hold, or not without a person's judgement; `bare` the places outside the EEA without one on record.
    `calendar` and `our_zone` are our own.
    """

    today: date
    names: Mapping[str, str] = field(default_factory=dict)
    engagements: Sequence[Engagement] = ()
    assessments: Sequence[Assessment] = ()
    documents: Sequence[Document] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    findings: Sequence[Finding] = ()
    decisions: Sequence[Decision] = ()
    flows: Sequence[Flow] = ()
    law_ends: Mapping[str, date] = field(default_factory=dict)
    verdicts: Mapping[str, Validity] = field(default_factory=dict)
    bare: Sequence[Location] = ()
    recheck_days: int = 0
    changes: Sequence[RunningChange] = ()
    terms: Sequence[Terms] = ()
    holiday_years: Sequence[HolidayYear] = ()
    calendar: Calendar
    our_zone: str = "UTC"
    freshness: Freshness = field(default_factory=Freshness)
    second_person: bool = False

    def say(self, kind: TaskKind, subject_id: str, **more: object) -> Message:
        """The sentence of a task about something with a name."""
        return msg(f"task.{kind.value}", name=self.names.get(subject_id, ""), **more)
