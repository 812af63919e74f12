"""A customer's terms as dated versions: amended from a day, corrected where they were recorded wrongly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import BadInput, Problem, UserError, msg
from vendorrisk.domain.notice.records import OPEN_CHANGES, Change, Customer, Terms
from vendorrisk.domain.notice.term_versions import (
    begin_version,
    bound_until,
    moved_start,
    newest_first,
    starting_on,
    without,
)
from vendorrisk.domain.notice.terms_check import problems_of
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.editing import EDIT, REMOVE
from vendorrisk.usecases.notice.changes import STANDARD, dates_of_one
from vendorrisk.usecases.notice.holiday_table import fill_on
from vendorrisk.usecases.typed import read_fields, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

AMEND_TERMS = action("terms.amend")

AGREED = (
    "authorisation", "notice_days", "notice_unit", "clock_starts", "deemed_days", "deemed_unit",
    "count_rule", "objection_days", "objection_unit", "objection_blocks", "request_lead_days",
    "commission_clauses", "dora", "critical_function", "holidays", "channel", "clause",
    "pre_approved_affiliates", "pre_approved_names", "pre_approved_eea",
)  # fmt: skip
"""What a contract says; the rest of a version is when it binds."""

YEARS_BACK, YEARS_AHEAD = 1, 2
"""Holidays are recorded for these years round today as soon as terms name a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedDate:
    """A change that is not over whose first day for this customer is another one now; None: no date."""

    customer: str
    number: str
    before: date | None
    now: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsChanged:
    """The versions that were written, and the dates of changes that moved with them."""

    versions: tuple[Terms, ...]
    moved: tuple[MovedDate, ...]


def amend_terms(
    office: Office, customer_ids: Sequence[str], typed: Mapping[str, str], *, keeps: bool = False
) -> TermsChanged:
    """Gives customers new terms from a day (`valid_from`), as one step; earlier versions end the day before.

    Versions that start later stay and take over on their day. A version that starts on the same day is
    replaced. Without a day the terms have always bound, which only first terms can. `keeps`: what is not
    typed stays as it was agreed until then, else it is as in a new contract. Raises BadInput with every wrong
    field.
    """
    values = _read(typed)
    with office.book.act(AMEND_TERMS, ids=list(customer_ids), fields=sorted(values)) as desk:
        _fill_holidays(office, desk, values)
        watch = _Watch(office, desk, customer_ids)
        written = tuple(_amend(office, desk, one, values, keeps=keeps) for one in customer_ids)
        return TermsChanged(versions=written, moved=watch.moved())


def correct_terms(office: Office, terms_id: str, typed: Mapping[str, str]) -> TermsChanged:
    """Corrects a version that was recorded wrongly; dates that were counted with it are counted anew.

    Raises BadInput with every wrong field, or where another version starts on the same day.
    """
    values = _read(typed)
    with office.book.act(EDIT[Terms], id=terms_id, fields=sorted(values)) as desk:
        known = desk.get(Terms, terms_id)
        _fill_holidays(office, desk, values)
        watch = _Watch(office, desk, [known.customer_id])
        corrected = replace(known, **values, assumed=False)
        refuse(problems_of(corrected))
        others = [one for one in desk.find(Terms, customer_id=known.customer_id) if one.id != known.id]
        if starting_on(others, corrected.valid_from):
            _wrong("valid_from", "terms.second_start")
        desk.put(*moved_start(others, known.valid_from, corrected.valid_from), corrected)
        return TermsChanged(versions=(corrected,), moved=watch.moved())


def remove_terms(office: Office, terms_id: str) -> TermsChanged:
    """Removes a version that never bound; the one before it binds on, until the next one starts."""
    with office.book.act(REMOVE[Terms], id=terms_id) as desk:
        gone = desk.get(Terms, terms_id)
        watch = _Watch(office, desk, [gone.customer_id])
        desk.put(*without(desk.find(Terms, customer_id=gone.customer_id), gone))
        desk.remove(gone)
        return TermsChanged(versions=(), moved=watch.moved())


def versions_of(reader: Reader, customer_id: str) -> tuple[Terms, ...]:
    """All versions of a customer's own terms, the newest first."""
    return newest_first(reader.find(Terms, customer_id=customer_id))


def _read(typed: Mapping[str, str]) -> dict[str, Any]:
    return read_fields(Terms, typed)


def _amend(office: Office, desk: Desk, customer_id: str, values: dict[str, Any], *, keeps: bool) -> Terms:
    _known_customer(desk, customer_id)
    own = desk.find(Terms, customer_id=customer_id)
    first = values.get("valid_from")
    if own and first is None:
        _wrong("valid_from", "terms.from_when")
    before = bound_until(own, first) if keeps else None
    blank = replace(before or Terms(id="", customer_id=customer_id), id=office.new_id())
    known = starting_on(own, first) or blank
    *ended, fresh = begin_version(own, replace(known, **values, assumed=False))
    refuse(problems_of(fresh))
    desk.put(*ended, fresh)
    return fresh


def _known_customer(desk: Desk, customer_id: str) -> None:
    if customer_id != STANDARD:
        desk.get(Customer, customer_id)


def _fill_holidays(office: Office, desk: Desk, values: Mapping[str, Any]) -> None:
    """Records the holidays of the place that the terms name, so that days can be counted at once."""
    place, year = values.get("holidays"), office.clock.today().year
    if not place:
        return
    try:
        fill_on(desk, office, place, range(year - YEARS_BACK, year + YEARS_AHEAD + 1))
    except UserError as error:
        refuse((Problem("holidays", error.what, error.remedy),))


def _wrong(field: str, key: str) -> None:
    problem = Problem(field, msg(key), msg(f"{key}.remedy"))
    raise BadInput(msg("input.wrong", count=1), msg("input.wrong.remedy"), problems=(problem,))


class _Watch:
    """Remembers the first days of all changes that are not over, to tell afterwards which ones moved."""

    def __init__(self, office: Office, desk: Desk, customer_ids: Sequence[str]) -> None:
        self._office, self._desk = office, desk
        everybody = STANDARD in customer_ids
        self._customers = [] if everybody else desk.find(Customer, id=list(customer_ids), active=True)
        self._changes = desk.find(Change, state=list(OPEN_CHANGES))
        self._before = self._days()

    def moved(self) -> tuple[MovedDate, ...]:
        """The dates that are others now."""
        now = self._days()
        return tuple(
            MovedDate(
                customer=customer.name, number=change.number, before=self._before[change.id, customer.id],
                now=now[change.id, customer.id],
            )
            for change in self._changes
            for customer in self._customers
            if now[change.id, customer.id] != self._before[change.id, customer.id]
        )  # fmt: skip

    def _days(self) -> dict[tuple[str, str], date | None]:
        return {
            (change.id, customer.id): dates_of_one(self._office, self._desk, change, customer).earliest
            for change in self._changes
            for customer in self._customers
        }
