"""What needs a person today, gathered from the whole register, with the words and the place of each task."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.records import Decision
from vendorrisk.domain.diligence.records import Assessment, Document, Finding
from vendorrisk.domain.diligence.validity import status
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.notice.affected import uncertain
from vendorrisk.domain.notice.days import WEEKENDS_ONLY, NoDate, calendar_of
from vendorrisk.domain.notice.go_live import earliest_global, end_of_day, last_day_to_send
from vendorrisk.domain.notice.records import (
    BEFORE_SENDING,
    OPEN_CHANGES,
    Change,
    Customer,
    Holiday,
    HolidayYear,
    Objection,
    Terms,
)
from vendorrisk.domain.periods import has_ended
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.law_ahead import last_good_days
from vendorrisk.domain.register.records import Engagement, Flow, Location, Vendor
from vendorrisk.domain.register.transfers import (
    WORST_FIRST,
    FlowFacts,
    TransferState,
    flows_on,
    flows_to,
    needs_flow,
    validities,
)
from vendorrisk.domain.review.due import Task, TaskKind
from vendorrisk.domain.review.facts import in_use
from vendorrisk.domain.review.snoozing import is_resting
from vendorrisk.domain.review.task_facts import RunningChange, TaskFacts
from vendorrisk.domain.review.tasks import tasks
from vendorrisk.usecases.decision.dossiers import law_of
from vendorrisk.usecases.diligence.documents import archive_of
from vendorrisk.usecases.notice.changes import affected, dates
from vendorrisk.usecases.review.snoozing import put_off
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from vendorrisk.domain.notice.days import Calendar
    from vendorrisk.domain.register.transfers import Validity
    from vendorrisk.domain.review.records import Snooze
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


ABOUT_CHANGES = frozenset(
    {
        TaskKind.SEND_NOTICES, TaskKind.ANSWER_OBJECTION, TaskKind.GET_APPROVAL, TaskKind.GO_LIVE,
        TaskKind.RECORD_ONBOARDING, TaskKind.LIVE_TOO_EARLY,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """One task as Home shows it: what it is about, what is to be done, and where that is done.

    `vendor_id` or `change_id` names the page that settles it, `record_id` the record itself. `since` is the
    day from which something without a due date waits for us. `snooze` says until when this person has put it
    off; it is then `resting`, unless a binding day has passed.
    """

    task: Task
    name: Message
    what: Message
    vendor_id: str = ""
    change_id: str = ""
    since: date | None = None
    snooze: Snooze | None = None
    resting: bool = False

    @property
    def id(self) -> str:
        """Tells it from all other tasks."""
        return _id_of(self.task)

    @property
    def record_id(self) -> str:
        """The record that the task was found in."""
        return self.task.subject_ids[0]


_TITLE_FIRST = frozenset(
    {TaskKind.TELL_FINDING, TaskKind.FIX_FINDING, TaskKind.VERIFY_FIX, TaskKind.ACCEPTANCE_ENDS}
)
"""About findings: in a list their verb says so, and their titles need the room."""


def _what(task: Task) -> Message:
    form = "brief" if task.kind in _TITLE_FIRST else "what"
    return msg(f"task.{form}.{task.kind}", **task.label.params)


def _id_of(task: Task) -> str:
    return f"{task.kind}/{task.subject_ids[0]}"


def todo(office: Office, reader: Reader) -> tuple[ToDo, ...]:
    """Everything that needs a person, in the order in which it was found."""
    return _Gathering(office, reader).found()


class _Gathering:
    """One pass over the register; each table is read once."""

    def __init__(self, office: Office, reader: Reader) -> None:
        self._office, self._reader = office, reader
        self._settings = settings_of(reader)
        self._engagements = reader.find(Engagement)
        self._documents = reader.find(Document)
        self._assessments = reader.find(Assessment)
        self._received = {one.id: one.received_on for one in self._assessments}
        self._vendor_of = {one.id: one.vendor_id for one in self._engagements}
        self._roles = {one.id: one.role for one in self._engagements}
        self._in_use = {one.id for one in self._engagements if in_use(one.role, one.stage)}
        self._law = law_of(office, reader)
        self._changes = {one.id: one for one in reader.find(Change, state=list(OPEN_CHANGES))}
        self._names = self._named()

    def found(self) -> tuple[ToDo, ...]:
        """All tasks, each with its words and its place."""
        facts = self._facts()
        snoozes = put_off(self._office, self._reader)
        return tuple(self._todo(one, snoozes.get(_id_of(one)), facts.today) for one in tasks(facts))

    def _todo(self, task: Task, snooze: Snooze | None, today: date) -> ToDo:
        received = self._received.get(task.subject_ids[0])
        return ToDo(
            task=task, name=self._name(task), what=_what(task),
            vendor_id=self._vendor(task), change_id=self._change(task), since=received, snooze=snooze,
            resting=is_resting(task, snooze.until if snooze else None, today),
        )  # fmt: skip

    def _facts(self) -> TaskFacts:
        reader, archive = self._reader, archive_of(self._office, self._documents)
        today, years = self._office.clock.today(), self._reader.find(HolidayYear)
        flows = reader.find(Flow)
        return TaskFacts(
            today=today, names=self._names, engagements=self._engagements, assessments=self._assessments,
            documents=self._documents,
            standings={one.id: status(one, today, archive) for one in self._documents},
            findings=reader.find(Finding), decisions=reader.find(Decision), flows=flows,
            law_ends=self._law_ends(flows), verdicts=self._verdicts(flows), bare=self._bare(flows),
            recheck_days=self._settings.dpf_recheck_days,
            changes=[self._running(one) for one in self._changes.values()], terms=reader.find(Terms),
            holiday_years=years, calendar=self._own_calendar(years), our_zone=self._settings.zone,
            freshness=archive.freshness, second_person=self._settings.second_person,
        )  # fmt: skip

    def _law_ends(self, flows: list[Flow]) -> dict[str, date]:
        today = self._office.clock.today()
        return last_good_days(flows_on(flows, today), today, self._law, self._flow_facts)

    def _flow_facts(self, flow: Flow) -> FlowFacts:
        today, recheck_days = self._office.clock.today(), self._settings.dpf_recheck_days
        return FlowFacts(role=self._roles[flow.engagement_id], today=today, recheck_days=recheck_days)

    def _verdicts(self, flows: list[Flow]) -> dict[str, Validity]:
        """The worst verdict on each transfer of an engagement in use that does not simply hold today."""
        today = self._office.clock.today()
        found = {
            one.id: min(
                validities(one, today, self._law, self._flow_facts(one)),
                key=lambda verdict: WORST_FIRST.index(verdict.state),
            )
            for one in flows_on(flows, today)
            if one.engagement_id in self._in_use and one.regimes
        }
        return {id_: one for id_, one in found.items() if one.state is not TransferState.VALID}

    def _bare(self, flows: list[Flow]) -> list[Location]:
        """The places outside the EEA, in use today, to which no transfer is on record."""
        today = self._office.clock.today()
        running = defaultdict(list)
        for flow in flows_on(flows, today):
            running[flow.engagement_id].append(flow)
        return [
            one
            for one in self._reader.find(Location)
            if one.engagement_id in self._in_use and needs_flow(one, today)
            and not has_ended(one.valid_to, today) and not flows_to(one, running[one.engagement_id])
        ]  # fmt: skip

    def _own_calendar(self, years: list[HolidayYear]) -> Calendar:
        """Our own business days; weekends only until somebody has filled our country's holidays."""
        place = self._settings.country
        if not any(one.place == place for one in years):
            return WEEKENDS_ONLY
        return calendar_of(place, self._reader.find(Holiday, place=place), years)

    def _running(self, change: Change) -> RunningChange:
        counted = dates(self._office, self._reader, change)
        unrecorded = [one for one, found in counted.dates if found.pack_due and not found.kept_off]
        return RunningChange(
            change=change, overall=counted.overall, send_by=self._send_by(change),
            joined=tuple(one.since for one in unrecorded if one.since is not None),
            objections=tuple(self._reader.find(Objection, change_id=change.id)),
            uncertain=len(uncertain(reach for _, reach in affected(self._reader, change).not_affected)),
        )  # fmt: skip

    def _send_by(self, change: Change) -> date | None:
        """The last day to send so that the planned day still holds; asked only before sending."""
        if change.state not in BEFORE_SENDING:
            return None

        def earliest(day: date) -> date | None:
            sent = end_of_day(day, self._settings.zone)
            found = dates(self._office, self._reader, change, sent_at=sent).dates
            return earliest_global([one for _, one in found]).earliest

        if earliest(self._office.clock.today()) is None:
            return None
        try:
            return last_day_to_send(change.planned_on, earliest)
        except NoDate:
            return None

    def _named(self) -> Mapping[str, str]:
        names = {one.id: one.name for one in self._reader.find(Vendor)}
        names |= {key: names.get(vendor, "") for key, vendor in self._vendor_of.items()}
        if self._changes:
            names |= {one.id: one.name for one in self._reader.find(Customer)}
        if self._assessments:
            names |= {one.id: text_in(one.title, "en") for one in self._office.questionnaires.all()}
        return names

    def _name(self, task: Task) -> Message:
        if task.kind in ABOUT_CHANGES:
            return msg("task.name.change", number=self._changes[self._change(task)].number)
        if task.kind is TaskKind.FILL_HOLIDAYS:
            return msg("task.name.holidays", **task.label.params)
        return msg("plain", text=self._names.get(self._vendor(task), ""))

    def _change(self, task: Task) -> str:
        if task.kind not in ABOUT_CHANGES:
            return ""
        return next(one for one in task.subject_ids if one in self._changes)

    def _vendor(self, task: Task) -> str:
        known = (self._vendor_of.get(one, one) for one in task.subject_ids[1:])
        first = next(known, "")
        return first if task.kind not in ABOUT_CHANGES | {TaskKind.FILL_HOLIDAYS} else ""
