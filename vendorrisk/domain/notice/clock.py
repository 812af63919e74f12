"""One customer's clock: when notice and objection window end, and from when the change may be live."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Message, msg
from vendorrisk.domain.notice.clock_start import Circumstances, Events, Start, clock_start, missing, sent
from vendorrisk.domain.notice.days import ONE_DAY, Calendar, NoDate, add_days, roll_forward
from vendorrisk.domain.notice.objections import Effect, effects_of, is_kept_off, why_kept_off
from vendorrisk.domain.notice.records import Authorisation, ChangeKind, CountRule, DayUnit, ObjectionBlocks
from vendorrisk.domain.notice.terms import counts_business_days, locked_terms
from vendorrisk.domain.notice.terms_check import problems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.domain.notice.joining import Joining
    from vendorrisk.domain.notice.records import Customer, Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDates:
    """The dates of one customer. Last days are inclusive; `earliest` is the first day of permitted use.

    `earliest` None: no date may be named, `why` and `remedy` say what is missing. `kept_off`: the customer
    does not go along, holds nobody back, and must be routed elsewhere. `joined`: it became a customer while
    the notice ran, so that no clock runs; `pack_due`: nobody has recorded yet that it found the change in its
    onboarding documents, which holds going live back and no date (N-9). `steps` are the arithmetic in words,
    each with the name of its rule.
    """

    customer_id: str
    terms_id: str = ""
    clock_date: date | None = None
    last_notice_day: date | None = None
    last_objection_day: date | None = None
    earliest: date | None = None
    why: Message | None = None
    remedy: Message | None = None
    kept_off: bool = False
    joined: bool = False
    pack_due: bool = False
    steps: tuple[Message, ...] = ()


def customer_dates(
    customer: Customer,
    terms: Terms,
    events: Events,
    *,
    calendar: Calendar,
    our_zone: str,
    kind: ChangeKind = ChangeKind.ADD,
    critical_engagement: bool = False,
) -> CustomerDates:
    """Computes the dates of one affected customer by domain.md 5.3, 5.4 and 9.

    `calendar` is that of the place in the terms. What is missing or unknown (a holiday table, a zone, an
    approval, an acknowledgement) leaves `earliest` empty with the reason; it is never guessed.
    """
    binding, notes = locked_terms(terms, critical_engagement=critical_engagement)
    if not binding.holidays and counts_business_days(binding):
        notes = (*notes, msg("notice.step.no_place"))
    reckoning = _Reckoning(customer, binding, events, calendar, our_zone, kind, steps=list(notes))
    reckoning.run()
    return reckoning.result()


def strictest(results: Sequence[CustomerDates]) -> CustomerDates:
    """Of the dates under several versions that bind at once, the latest; no date is later than any."""
    return max(results, key=lambda dates: (dates.earliest is None, dates.earliest or date.min))


@dataclass(slots=True)
class _Reckoning:
    """Collects the dates of one customer; those found before an obstacle are still shown."""

    customer: Customer
    terms: Terms
    events: Events
    calendar: Calendar
    our_zone: str
    kind: ChangeKind
    start: Start | None = None
    last_notice_day: date | None = None
    last_objection_day: date | None = None
    earliest: date | None = None
    obstacle: NoDate | None = None
    pack_due: bool = False
    steps: list[Message] = field(default_factory=list)

    def run(self) -> None:
        """Computes as far as the facts reach."""
        try:
            self._refuse_impossible_terms()
            first = self._first_day()
            self._refuse_while_held()
            self.earliest = first
        except NoDate as obstacle:
            self.obstacle = self._kept_off() or obstacle

    def result(self) -> CustomerDates:
        """What was found, in its frozen form."""
        return CustomerDates(
            customer_id=self.customer.id,
            terms_id=self.terms.id,
            clock_date=self.start.day if self.start else None,
            last_notice_day=self.last_notice_day,
            last_objection_day=self.last_objection_day,
            earliest=self.earliest,
            why=self.obstacle.what if self.obstacle else None,
            remedy=self.obstacle.remedy if self.obstacle else None,
            kept_off=self._is_kept_off(),
            joined=self.events.joining is not None,
            pack_due=self.pack_due,
            steps=tuple(self.steps),
        )

    def _refuse_impossible_terms(self) -> None:
        for problem in problems_of(self.terms, where=self.customer.name):
            if problem.level is Level.ERROR:
                raise NoDate(problem.what, problem.remedy, where=problem.where)

    def _first_day(self) -> date:
        if self.events.joining is not None:
            return self._after_onboarding(self.events.joining)
        if self.kind is ChangeKind.REMOVE:
            return self._inform_only()
        if self.terms.authorisation is Authorisation.SPECIFIC:
            return self._after_approval()
        return self._after_notice()

    def _after_onboarding(self, joining: Joining) -> date:
        """N-9: no clock; whoever got the change with its contract is served from the next day on.

        A day without a time counts from the next one on, as that of an approval (domain.md 9.11).
        """
        self.steps.append(joining.step)
        self._refuse_while_held()
        if joining.live_on is not None:
            return joining.since
        if joining.given_on is None:
            self.pack_due = True
            raise missing("notice.why.not_onboarded", since=joining.since)
        first = joining.given_on + ONE_DAY
        self._say("notice.step.onboarded", rule="R15", given=joining.given_on, day=first)
        return first

    def _inform_only(self) -> date:
        """N-3: a removal alone is told; nobody can object, so no period runs."""
        day = self._begin(sent(self._circumstances())).day
        self._say("notice.step.removal", rule="R8", day=day)
        return day

    def _after_notice(self) -> date:
        """GENERAL: full days of notice, and the objection window where it blocks (domain.md 5.4)."""
        start = self._begin(clock_start(self._circumstances()))
        last = self._notice_period(start, self.terms.notice_days)
        window = self._objection_window(start, last)
        if self.terms.objection_blocks is ObjectionBlocks.UNTIL_WINDOW_ENDS:
            last = max(last, window)
        elif last < window:
            self._say("notice.step.window_does_not_hold", rule="R10", day=window)
        self._say("notice.step.day_after", rule="R4", last=last, day=last + ONE_DAY)
        return last + ONE_DAY

    def _after_approval(self) -> date:
        """SPECIFIC: written approval, and the request lead time where one is agreed; never silence."""
        after_lead = self._after_request_lead()
        approved, timed = self.events.approved_on, self.events.approved_timed
        if approved is None:
            raise missing("notice.why.no_approval")
        first = approved if timed else approved + ONE_DAY
        key = "notice.step.approved_timed" if timed else "notice.step.approved"
        self._say(key, rule="R5", approved=approved, day=first)
        if after_lead > first:
            self._say("notice.step.request_lead", rule="R5", day=after_lead)
        return max(first, after_lead)

    def _after_request_lead(self) -> date:
        if self.terms.request_lead_days is None:
            return date.min
        start = self._begin(clock_start(self._circumstances()))
        return self._notice_period(start, self.terms.request_lead_days) + ONE_DAY

    def _begin(self, start: Start) -> Start:
        self.start = start
        self.steps += start.steps
        return start

    def _notice_period(self, start: Start, days: int) -> date:
        if self.terms.count_rule is CountRule.INCLUDE_START_DAY:
            self._say("notice.step.start_day_counts", rule="R3", day=start.day)
        last = self._last_day(start, days, self.terms.notice_unit)
        self._say(_NOTICE_STEPS[self.terms.notice_unit], start=start.day, days=days, day=last)
        self.last_notice_day = last
        return last

    def _objection_window(self, start: Start, last_notice_day: date) -> date:
        """It starts on the clock date too; its end rolls forward, which protects the customer (9.12)."""
        end, days = last_notice_day, self.terms.objection_days
        if days is not None:
            unit = self.terms.objection_unit or self.terms.notice_unit
            end = self._last_day(start, days, unit)
            self._say(_OBJECTION_STEPS[unit], start=start.day, days=days, day=end)
        rolled = roll_forward(end, self.calendar)
        if rolled != end:
            self._say("notice.step.rolled", rule="R2", day=end, to=rolled)
        if self.terms.commission_clauses:
            self._say("notice.step.commission", rule="R6")
        self.last_objection_day = rolled
        return rolled

    def _last_day(self, start: Start, days: int, unit: DayUnit) -> date:
        """The last day of a period that starts on the clock date; it never ends before it starts."""
        included = self.terms.count_rule is CountRule.INCLUDE_START_DAY
        before = start.day - ONE_DAY if included else start.day
        return max(add_days(before, days, unit, self.calendar), start.day)

    def _refuse_while_held(self) -> None:
        effects = effects_of(self.events.objections)
        if Effect.CANCELS in effects:
            raise missing("notice.why.cancelled")
        kept_off = self._kept_off()
        if kept_off is not None:
            raise kept_off
        if Effect.BLOCKS in effects and self.kind is not ChangeKind.REMOVE:
            raise missing("notice.why.open_objection")

    def _kept_off(self) -> NoDate | None:
        """Goes before whatever else is missing: nobody has to find it for a customer who stays away."""
        if not self._is_kept_off() or Effect.CANCELS in effects_of(self.events.objections):
            return None
        reason = why_kept_off(self.events.excluded_why, self.events.objections)
        return (
            missing("notice.why.kept_off_because", reason=reason)
            if reason
            else missing("notice.why.kept_off")
        )

    def _is_kept_off(self) -> bool:
        return is_kept_off(self.events.objections, excluded=self.events.excluded)

    def _circumstances(self) -> Circumstances:
        return Circumstances(
            terms=self.terms,
            events=self.events,
            calendar=self.calendar,
            our_zone=self.our_zone,
            customer_zone=self.customer.zone,
        )

    def _say(self, key: str, **facts: object) -> None:
        self.steps.append(msg(key, **facts))


_NOTICE_STEPS = {
    DayUnit.CALENDAR: "notice.step.notice_calendar",
    DayUnit.BUSINESS: "notice.step.notice_business",
}
_OBJECTION_STEPS = {
    DayUnit.CALENDAR: "notice.step.objection_calendar",
    DayUnit.BUSINESS: "notice.step.objection_business",
}
