"""What a letter must say: sixteen items as a checklist over the facts, and what is missing (5.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.notice import letter_values as read
from vendorrisk.domain.notice.records import Authorisation, ChangeKind
from vendorrisk.domain.record import is_fallback
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.locked_reach import FIELD, unanswered
from vendorrisk.domain.register.published import KIND_UNSAID, UNCONFIRMED, is_kind_unsaid
from vendorrisk.domain.register.transfers import needs_flow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from vendorrisk.domain.notice.letter_facts import LetterFacts, Value


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One fact of a letter: its name in templates, its item of the checklist, how it is read.

    `need` None: the letter may do without. WARNING: a draft may. ERROR: no letter. `shared`: the fact belongs
    to the change, so that it is missing for all customers alike. `vital`: without it a notice that is sent
    does not count, so that a draft may lack it and a letter to send may not (N-4).
    """

    name: str
    item: int
    read: Callable[[LetterFacts], Value]
    need: Level | None = None
    shared: bool = True
    needed_if: Callable[[LetterFacts], bool] = lambda _facts: True
    vital: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContent:
    """The values of a letter by placeholder name, and every fact that is missing or doubtful."""

    values: Mapping[str, Value]
    problems: tuple[Problem, ...]


def _is_replacement(facts: LetterFacts) -> bool:
    return facts.change.kind is ChangeKind.REPLACE


def _is_not_removal(facts: LetterFacts) -> bool:
    return facts.change.kind is not ChangeKind.REMOVE


def _is_transferred(facts: LetterFacts) -> bool:
    """Whether data leaves the EEA, so that something has to let it (GDPR 44)."""
    return _is_not_removal(facts) and any(needs_flow(one, read.start(facts)) for one in facts.locations)


def _is_locked(facts: LetterFacts) -> bool:
    return facts.customer.region_lock


ERROR, WARNING = Level.ERROR, Level.WARNING
OWN = False

PLACEHOLDERS: tuple[Placeholder, ...] = (
    Placeholder("company", 1, lambda f: f.sender.company, ERROR),
    Placeholder("company_address", 1, lambda f: f.sender.address),
    Placeholder("customer", 1, lambda f: f.customer.name, ERROR, OWN),
    Placeholder("customer_address", 1, lambda f: f.customer.address, None, OWN),
    Placeholder("salutation", 1, lambda f: f.customer.salutation, None, OWN),
    Placeholder("account", 1, lambda f: f.customer.account_id, None, OWN),
    Placeholder("clause", 1, lambda f: f.terms.clause, WARNING, OWN, _is_not_removal),
    Placeholder("kind", 2, lambda f: f.change.kind.value.lower(), ERROR),
    Placeholder("replaced", 2, lambda f: f.replaced, ERROR, needed_if=_is_replacement),
    Placeholder("vendor", 3, read.vendor_name, ERROR),
    Placeholder("trading_name", 3, read.trading_name),
    Placeholder("vendor_kind", 3, read.vendor_kind, ERROR),
    Placeholder("vendor_address", 3, lambda f: f.vendor.address, WARNING),
    Placeholder("vendor_country", 3, read.seat, WARNING),
    Placeholder("registration", 3, lambda f: f.vendor.registration, WARNING),
    Placeholder("vendor_contact", 3, lambda f: f.vendor_contact, WARNING),
    Placeholder("services", 4, read.services, ERROR, OWN),
    Placeholder("purpose", 4, read.purpose, ERROR),
    Placeholder("data", 5, read.data, WARNING, needed_if=_is_not_removal, vital=True),
    Placeholder("storage", 6, read.storage, WARNING, needed_if=_is_not_removal, vital=True),
    Placeholder("access", 7, read.access, WARNING, needed_if=_is_not_removal, vital=True),
    Placeholder("transfer", 8, read.transfer, WARNING, needed_if=_is_transferred, vital=True),
    Placeholder("tia", 8, lambda f: "yes" if f.tia_done else ""),
    Placeholder("safeguards", 9, lambda f: f.safeguards, WARNING, needed_if=_is_not_removal),
    Placeholder("dpa", 9, read.agreement, WARNING, needed_if=_is_not_removal, vital=True),
    Placeholder("further", 10, read.further, WARNING, needed_if=_is_not_removal),
    Placeholder("lock", 11, read.lock, ERROR, OWN, _is_locked),
    Placeholder("start", 12, read.start, ERROR, OWN),
    Placeholder("deadline", 13, read.deadline_kind, ERROR, OWN),
    Placeholder("objection_end", 13, read.objection_end, None, OWN),
    Placeholder("objection_days", 13, read.objection_days, None, OWN),
    Placeholder("own_window", 13, read.own_window, None, OWN),
    Placeholder("clock", 13, read.clock, None, OWN),
    Placeholder("first_day", 13, read.first_day, None, OWN),
    Placeholder("clock_date", 13, lambda f: f.dates.clock_date or "", None, OWN),
    Placeholder("object_to", 13, lambda f: f.sender.contact, WARNING, needed_if=_is_not_removal),
    Placeholder("list_address", 14, lambda f: f.sender.list_address, WARNING),
    Placeholder("dpo", 16, lambda f: f.sender.dpo, WARNING),
    Placeholder("dpo_name", 16, lambda f: f.sender.dpo_name),
    Placeholder("written_on", 16, lambda f: f.written_on, ERROR, OWN),
    Placeholder("reference", 16, read.reference, ERROR, OWN),
)
"""Item 15, passing the notice on to other controllers, is a sentence of every template and needs no fact."""


def letter_content(facts: LetterFacts, *, to_send: bool = False) -> LetterContent:
    """Reads every placeholder and lists what is missing.

    `to_send`: vital facts that a draft may lack become errors: a notice counts only if complete (N-4).
    """
    values = {placeholder.name: placeholder.read(facts) for placeholder in PLACEHOLDERS}
    missing = (_problem(one, facts, to_send=to_send) for one in _missing(facts, values))
    guessed = _unconfirmed(facts, to_send=to_send)
    untrue = _untrue(facts, Level.ERROR if to_send else Level.WARNING)
    problems = (*missing, *guessed, *untrue, *_left_out(facts), *_doubts(facts))
    return LetterContent(values=values, problems=problems)


def shared_once(contents: Iterable[LetterContent]) -> tuple[Problem, ...]:
    """The problems of a whole run; what is missing for all customers alike is told once."""
    found: dict[tuple[str, str, str], Problem] = {}
    for content in contents:
        for problem in content.problems:
            found.setdefault((problem.where, problem.what.key, fact_named(problem)), problem)
    return tuple(found.values())


def fact_named(problem: Problem) -> str:
    """What tells apart two problems that say the same of two facts, such as of two transfers."""
    return repr(problem.what.params.get("fact", ""))


def _missing(facts: LetterFacts, values: Mapping[str, Value]) -> list[Placeholder]:
    return [
        placeholder
        for placeholder in PLACEHOLDERS
        if placeholder.need and not values[placeholder.name] and placeholder.needed_if(facts)
    ]


def _problem(placeholder: Placeholder, facts: LetterFacts, *, to_send: bool) -> Problem:
    owner = f"change {facts.change.number}" if placeholder.shared else facts.customer.name
    level = Level.ERROR if to_send and placeholder.vital else placeholder.need or Level.WARNING
    if placeholder.name == "deadline" and facts.dates.why and facts.dates.remedy:
        return Problem(f"{owner}: deadline", facts.dates.why, facts.dates.remedy, level)
    if placeholder.name == "lock":
        return unanswered(f"{owner}: {FIELD}", msg("letter.lock_unanswered"), level=level)
    return Problem(
        f"{owner}: {placeholder.name}",
        msg("letter.missing", field=msg(f"letter.field.{placeholder.name}"), customer=facts.customer.name),
        msg("letter.missing.remedy", field=msg(f"letter.field.{placeholder.name}")),
        level,
    )


def _unconfirmed(facts: LetterFacts, *, to_send: bool) -> tuple[Problem, ...]:
    """Places that a published list let us suppose: nobody is told of them as a fact before they are sure."""
    if not _is_not_removal(facts):
        return ()
    where, level = f"change {facts.change.number}: places", Level.ERROR if to_send else Level.WARNING
    doubtful = {
        "letter.unconfirmed": {one.country for one in facts.locations if one.place == UNCONFIRMED},
        "letter.kind_unsaid": {one.country for one in facts.locations if is_kind_unsaid(one.purpose)},
    }
    return tuple(
        Problem(
            where,
            msg(key, countries=[country_name(code) for code in sorted(countries)]),
            msg(f"{key}.remedy", mark=KIND_UNSAID),
            level,
        )
        for key, countries in doubtful.items()
        if countries
    )


def _untrue(facts: LetterFacts, level: Level) -> tuple[Problem, ...]:
    """What the letter would say that is not so: a start in the past, a change where nothing changes."""
    where = f"change {facts.change.number}"
    return tuple(
        Problem(f"{where}: {field}", msg(key, **params), msg(f"{key}.remedy", **params), level)
        for field, key, applies, params in (
            ("start", "letter.planned_past", facts.change.planned_on < facts.written_on,
             {"planned": facts.change.planned_on, "written": facts.written_on}),
            ("storage", "letter.same_places", _keeps_its_places(facts), {"on": facts.change.planned_on}),
            ("purpose", "letter.same_purpose", _keeps_its_purpose(facts), {}),
        )
        if applies
    )  # fmt: skip


def _keeps_its_places(facts: LetterFacts) -> bool:
    return facts.change.kind is ChangeKind.LOCATION and not facts.places_change


def _keeps_its_purpose(facts: LetterFacts) -> bool:
    told = facts.change.text
    return facts.change.kind is ChangeKind.PURPOSE and (not told or told == facts.engagement.purpose)


def _left_out(facts: LetterFacts) -> tuple[Problem, ...]:
    """What is on record and not in the letter, because it does not hold on the planned day."""
    if not _is_not_removal(facts):
        return ()
    return tuple(
        Problem(
            f"change {facts.change.number}: {one.field}",
            msg("letter.left_out", field=msg(f"letter.field.{one.field}"), fact=one.fact),
            one.remedy,
            Level.WARNING,
        )
        for one in facts.unfit
    )


def _doubts(facts: LetterFacts) -> tuple[Problem, ...]:
    return tuple(
        Problem(f"{facts.customer.name}: {field}", msg(key, **params), msg(f"{key}.remedy"), Level.WARNING)
        for field, key, applies, params in (
            ("start", "letter.planned_too_early", _planned_too_early(facts), _start_params(facts)),
            ("language", "letter.other_language", _falls_back(facts), {"language": facts.language}),
            ("clause", "letter.assumed_terms", facts.terms.assumed, {}),
        )
        if applies
    )


def _planned_too_early(facts: LetterFacts) -> bool:
    general = facts.terms.authorisation is Authorisation.GENERAL
    return general and read.start(facts) > facts.change.planned_on


def _start_params(facts: LetterFacts) -> dict[str, Value]:
    return {"planned": facts.change.planned_on, "earliest": read.start(facts)}


def _falls_back(facts: LetterFacts) -> bool:
    texts = [facts.change.text or facts.engagement.purpose, *(service.name for service in facts.services)]
    return any(text and is_fallback(text, facts.language) for text in texts)
