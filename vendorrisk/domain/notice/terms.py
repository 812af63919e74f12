"""Terms: which version binds on a date, which of its entries contradict each other, what may not be agreed away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Message, Problem, UserError, msg
from vendorrisk.domain.notice.records import Authorisation, ClockStart, ObjectionBlocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from vendorrisk.domain.notice.records import Terms

LONGEST_PERIOD = 1000
"""No contract was seen above 90 days; a longer period is a slip of the keyboard (domain.md 5.1)."""


class NoTerms(UserError):
    """Neither the customer's contract nor a standard agreement of ours says how to count on this date."""

    def __init__(self, customer_id: str, on: date) -> None:
        super().__init__(
            msg("notice.no_terms", customer=customer_id, on=on), msg("notice.no_terms.remedy"), where=customer_id
        )


def covers(terms: Terms, on: date) -> bool:
    """Whether this version binds on this date; both ends count, an empty end is open."""
    began = terms.valid_from is None or terms.valid_from <= on
    return began and (terms.valid_to is None or on <= terms.valid_to)


def terms_in_force(
    customer_id: str, versions: Iterable[Terms], on: date, *, standard: Iterable[Terms]
) -> tuple[Terms, ...]:
    """The terms that bind a customer on a date, normally one (domain.md 5.2, 9.13).

    An amended contract replaces the older version from its first day. Versions that start on the same day and
    disagree, such as the body of a contract and its annex, are all returned: count with each, the latest date
    wins. Without any, our standard agreement of that date stands in, marked as assumed; without one of those,
    `NoTerms` is raised.
    """
    own = _newest(terms for terms in versions if terms.customer_id == customer_id and covers(terms, on))
    if own:
        return own
    assumed = _newest(terms for terms in standard if covers(terms, on))
    if not assumed:
        raise NoTerms(customer_id, on)
    return tuple(replace(terms, customer_id=customer_id, assumed=True) for terms in assumed)


def _newest(versions: Iterable[Terms]) -> tuple[Terms, ...]:
    by_start: dict[int, list[Terms]] = {}
    for terms in versions:
        by_start.setdefault(terms.valid_from.toordinal() if terms.valid_from else 0, []).append(terms)
    return tuple(by_start[max(by_start)]) if by_start else ()


def locked_terms(terms: Terms, *, critical_engagement: bool = False) -> tuple[Terms, tuple[Message, ...]]:
    """The terms as they may be applied, with a sentence for each entry that the law sets aside.

    Commission clauses prevail over a contract's own objection term (2021/914 cl. 5, 2021/915 cl. 4). For a DORA
    customer's critical function nothing starts before the window has ended (Regulation 2025/532 Art. 5); the
    function is critical if the customer's terms or our engagement say so. Source: domain.md 5.2, 2.10.
    """
    notes: list[Message] = []
    if terms.commission_clauses and terms.objection_days is not None:
        notes.append(msg("notice.lock.commission", rule="R6", days=terms.objection_days))
        terms = replace(terms, objection_days=None, objection_unit=None)
    if terms.dora and (terms.critical_function or critical_engagement):
        if terms.objection_blocks is not ObjectionBlocks.UNTIL_WINDOW_ENDS:
            notes.append(msg("notice.lock.dora", rule="R7"))
        terms = replace(terms, critical_function=True, objection_blocks=ObjectionBlocks.UNTIL_WINDOW_ENDS)
    return terms, tuple(notes)


def _below(limit: int, field: str) -> Callable[[Terms], bool]:
    return lambda terms: getattr(terms, field) is not None and getattr(terms, field) < limit


def _too_long(field: str) -> Callable[[Terms], bool]:
    return lambda terms: getattr(terms, field) is not None and getattr(terms, field) > LONGEST_PERIOD


def _ends_before_it_starts(terms: Terms) -> bool:
    return terms.valid_from is not None and terms.valid_to is not None and terms.valid_to < terms.valid_from


def _deemed_without_need(terms: Terms) -> bool:
    return terms.deemed_days > 0 and terms.clock_starts is not ClockStart.DEEMED_RECEIVED


def _lead_without_need(terms: Terms) -> bool:
    return terms.request_lead_days is not None and terms.authorisation is Authorisation.GENERAL


def _specific_with_window(terms: Terms) -> bool:
    return terms.authorisation is Authorisation.SPECIFIC and terms.objection_days is not None


def _window_cut_short(terms: Terms) -> bool:
    blocks = terms.objection_blocks is ObjectionBlocks.UNTIL_WINDOW_ENDS
    longer = terms.objection_days is not None and terms.objection_days > terms.notice_days
    return longer and not blocks and not terms.commission_clauses


def _commission_with_window(terms: Terms) -> bool:
    return terms.commission_clauses and terms.objection_days is not None


def _commission_that_never_blocks(terms: Terms) -> bool:
    return terms.commission_clauses and terms.objection_blocks is ObjectionBlocks.NEVER


def _dora_without_block(terms: Terms) -> bool:
    critical = terms.dora and terms.critical_function
    return critical and terms.objection_blocks is not ObjectionBlocks.UNTIL_WINDOW_ENDS


_CONFLICTS: tuple[tuple[str, str, Level, Callable[[Terms], bool]], ...] = (
    ("notice_days", "notice.terms.negative", Level.ERROR, _below(0, "notice_days")),
    ("notice_days", "notice.terms.too_long", Level.ERROR, _too_long("notice_days")),
    ("notice_days", "notice.terms.no_period", Level.WARNING, lambda terms: terms.notice_days == 0),
    ("objection_days", "notice.terms.negative", Level.ERROR, _below(0, "objection_days")),
    ("objection_days", "notice.terms.too_long", Level.ERROR, _too_long("objection_days")),
    ("objection_days", "notice.terms.no_window", Level.WARNING, lambda terms: terms.objection_days == 0),
    ("objection_days", "notice.terms.window_cut_short", Level.WARNING, _window_cut_short),
    ("objection_days", "notice.terms.window_ignored", Level.WARNING, _commission_with_window),
    ("objection_days", "notice.terms.window_without_use", Level.WARNING, _specific_with_window),
    ("objection_blocks", "notice.terms.commission_blocks", Level.WARNING, _commission_that_never_blocks),
    ("objection_blocks", "notice.terms.dora_blocks", Level.WARNING, _dora_without_block),
    ("deemed_days", "notice.terms.negative", Level.ERROR, _below(0, "deemed_days")),
    ("deemed_days", "notice.terms.too_long", Level.ERROR, _too_long("deemed_days")),
    ("deemed_days", "notice.terms.deemed_without_use", Level.WARNING, _deemed_without_need),
    ("request_lead_days", "notice.terms.negative", Level.ERROR, _below(0, "request_lead_days")),
    ("request_lead_days", "notice.terms.too_long", Level.ERROR, _too_long("request_lead_days")),
    ("request_lead_days", "notice.terms.lead_without_use", Level.WARNING, _lead_without_need),
    ("valid_to", "notice.terms.ends_before_start", Level.ERROR, _ends_before_it_starts),
    ("clause", "notice.terms.assumed", Level.WARNING, lambda terms: terms.assumed),
)


def problems_of(terms: Terms, *, where: str = "") -> tuple[Problem, ...]:
    """Every entry of one version that is impossible (error) or that the law or another entry sets aside (warning)."""
    return tuple(
        Problem(
            f"{where}.{field}" if where else field,
            msg(key, field=field, value=getattr(terms, field)),
            msg(f"{key}.remedy", field=field),
            level,
        )
        for field, key, level, applies in _CONFLICTS
        if applies(terms)
    )


def version_problems(versions: Sequence[Terms], *, where: str = "") -> tuple[Problem, ...]:
    """Versions of one customer that start on the same day, so that both bind; ordered by that day."""
    starts: dict[int, list[Terms]] = {}
    for terms in versions:
        starts.setdefault(terms.valid_from.toordinal() if terms.valid_from else 0, []).append(terms)
    return tuple(
        Problem(
            where or both[0].customer_id,
            msg("notice.terms.two_versions", on=both[0].valid_from, count=len(both)),
            msg("notice.terms.two_versions.remedy"),
            Level.WARNING,
        )
        for _, both in sorted(starts.items())
        if len(both) > 1
    )


def changed_since(counted: Sequence[Terms], now: Sequence[Terms]) -> bool:
    """Whether other terms bind at go-live than those a notice was counted with: count again (domain.md 9.13)."""
    return {terms.id for terms in counted} != {terms.id for terms in now}
