"""On which days an answer of a customer can have come: after what it answers to, and not in the future."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import UserError, WrongArgument, msg
from vendorrisk.domain.notice.zones import earlier_date

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.domain.notice.records import Change, Customer, Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDays:
    """The days on which something about a change can have happened, both inclusive.

    `first` None: nobody knows when the change was opened. `sent`: it is the day on which the notice went out.
    """

    first: date | None
    sent: bool
    last: date

    def refusal(self, day: date) -> UserError | None:
        """What is wrong with a day; None where it may be."""
        if day > self.last:
            return WrongArgument(msg("answer.future", day=day), msg("answer.future.remedy", today=self.last))
        if self.first is not None and day < self.first:
            key = "answer.before_sent" if self.sent else "answer.before_change"
            facts = {"day": day, "first": self.first}
            return WrongArgument(msg(key, **facts), msg(f"{key}.remedy", **facts))
        return None

    def check(self, *days: date) -> None:
        """Raises the UserError of the first day that cannot be."""
        for refused in map(self.refusal, days):
            if refused is not None:
                raise refused


def days_of_change(change: Change, today: date) -> AnswerDays:
    """From the day on which the change was opened until today."""
    return AnswerDays(first=change.created_on, sent=False, last=today)


def days_of_answer(
    change: Change, notice: Notice | None, customer: Customer, *, our_zone: str, today: date
) -> AnswerDays:
    """From the day on which the customer was asked, in its zone or ours; until it was, that of the change."""
    if notice is None or notice.sent_at is None:
        return days_of_change(change, today)
    return AnswerDays(first=earlier_date(notice.sent_at, our_zone, customer.zone), sent=True, last=today)
