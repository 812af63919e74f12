"""Terms that cannot be right, or that contradict each other or the law: every entry named, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.notice.beforehand import approves_any
from vendorrisk.domain.notice.records import Authorisation, ClockStart, ObjectionBlocks
from vendorrisk.domain.notice.terms import versions_by_start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vendorrisk.domain.notice.records import Terms

LONGEST_PERIOD = 1000
"""No contract was seen above 90 days; a longer period is a slip of the keyboard (domain.md 5.1)."""

_PERIODS = ("notice_days", "objection_days", "deemed_days", "request_lead_days")


def _ends_before_it_starts(terms: Terms) -> bool:
    return terms.valid_from is not None and terms.valid_to is not None and terms.valid_to < terms.valid_from


def _deemed_without_use(terms: Terms) -> bool:
    return terms.deemed_days > 0 and terms.clock_starts is not ClockStart.DEEMED_RECEIVED


def _deemed_at_once(terms: Terms) -> bool:
    return terms.deemed_days == 0 and terms.clock_starts is ClockStart.DEEMED_RECEIVED


def _lead_without_use(terms: Terms) -> bool:
    return terms.request_lead_days is not None and terms.authorisation is Authorisation.GENERAL


def _window_without_use(terms: Terms) -> bool:
    return terms.authorisation is Authorisation.SPECIFIC and terms.objection_days is not None


def _window_ignored(terms: Terms) -> bool:
    return terms.commission_clauses and terms.objection_days is not None


def _window_cut_short(terms: Terms) -> bool:
    longer = terms.objection_days is not None and terms.objection_days > terms.notice_days
    return longer and not _blocks(terms) and not terms.commission_clauses


def _commission_that_never_blocks(terms: Terms) -> bool:
    return terms.commission_clauses and terms.objection_blocks is ObjectionBlocks.NEVER


def _eea_of_nobody(terms: Terms) -> bool:
    return terms.pre_approved_eea and not approves_any(terms)


def _dora_that_does_not_block(terms: Terms) -> bool:
    return terms.dora and terms.critical_function and not _blocks(terms)


def _blocks(terms: Terms) -> bool:
    return terms.objection_blocks is ObjectionBlocks.UNTIL_WINDOW_ENDS


_CONFLICTS: tuple[tuple[str, str, Level, Callable[[Terms], bool]], ...] = (
    ("notice_days", "notice.terms.no_period", Level.WARNING, lambda terms: terms.notice_days == 0),
    ("objection_days", "notice.terms.no_window", Level.WARNING, lambda terms: terms.objection_days == 0),
    ("objection_days", "notice.terms.window_cut_short", Level.WARNING, _window_cut_short),
    ("objection_days", "notice.terms.window_ignored", Level.WARNING, _window_ignored),
    ("objection_days", "notice.terms.window_without_use", Level.WARNING, _window_without_use),
    ("objection_blocks", "notice.terms.commission_blocks", Level.WARNING, _commission_that_never_blocks),
    ("objection_blocks", "notice.terms.dora_blocks", Level.WARNING, _dora_that_does_not_block),
    ("deemed_days", "notice.terms.deemed_without_use", Level.WARNING, _deemed_without_use),
    ("deemed_days", "notice.terms.deemed_at_once", Level.WARNING, _deemed_at_once),
    ("request_lead_days", "notice.terms.lead_without_use", Level.WARNING, _lead_without_use),
    ("pre_approved_eea", "notice.terms.eea_of_nobody", Level.WARNING, _eea_of_nobody),
    ("valid_to", "notice.terms.ends_before_start", Level.ERROR, _ends_before_it_starts),
    ("clause", "notice.terms.assumed", Level.WARNING, lambda terms: terms.assumed),
)


def problems_of(terms: Terms, *, where: str = "") -> tuple[Problem, ...]:
    """Every entry of one version that is impossible (error), or set aside by law or by another (warning)."""
    found = [*_impossible_periods(terms)]
    found += [(field, key, level) for field, key, level, applies in _CONFLICTS if applies(terms)]
    return tuple(_problem(terms, where, *entry) for entry in found)


def _impossible_periods(terms: Terms) -> Iterable[tuple[str, str, Level]]:
    for field in _PERIODS:
        days = getattr(terms, field) or 0
        if days < 0:
            yield field, "notice.terms.negative", Level.ERROR
        if days > LONGEST_PERIOD:
            yield field, "notice.terms.too_long", Level.ERROR


def _problem(terms: Terms, where: str, field: str, key: str, level: Level) -> Problem:
    place = f"{where}.{field}" if where else field
    return Problem(
        place, msg(key, field=field, value=getattr(terms, field)), msg(f"{key}.remedy", field=field), level
    )


def version_problems(versions: Iterable[Terms], *, where: str) -> tuple[Problem, ...]:
    """A warning per first day on which several versions of one customer's terms start, so that all bind."""
    return tuple(
        Problem(
            where,
            msg("notice.terms.two_versions", count=len(together)),
            msg("notice.terms.two_versions.remedy"),
            Level.WARNING,
        )
        for _, together in sorted(versions_by_start(versions).items())
        if len(together) > 1
    )
