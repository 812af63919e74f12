"""Answers beside the register: countries and companies that one of the two lacks, transfers denied."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from vendorrisk.domain.diligence.answering import split_values
from vendorrisk.domain.diligence.bad_answers import undeclared
from vendorrisk.domain.diligence.credits import NEVER_REPLACEABLE
from vendorrisk.domain.diligence.questionnaire import AnswerType, Denial
from vendorrisk.domain.register.countries import is_in_eea
from vendorrisk.domain.register.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from vendorrisk.domain.diligence.bad_answers import AnswerFacts
    from vendorrisk.domain.diligence.questionnaire import Question, Questionnaire
    from vendorrisk.domain.record import LangText

COMPANY_PARTS: Final = 5
"""Name; country; task; storage countries; countries with access: what questionnaires ask for per line."""


class Difference(StrEnum):
    """How answer and register differ."""

    NOT_ON_FILE = "NOT_ON_FILE"
    NOT_NAMED = "NOT_NAMED"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyLine:
    """One company as a vendor lists it, each part as written; parts that are missing are empty."""

    name: str
    country: str = ""
    task: str = ""
    storage: str = ""
    access: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDifference:
    """A country that only the answer or only the register has; `kind` is STORAGE or ACCESS."""

    difference: Difference
    kind: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyDifference:
    """A company that only the answer or only the register has."""

    difference: Difference
    company: CompanyLine


@dataclass(frozen=True, slots=True, kw_only=True)
class DeniedTransfer:
    """Countries outside the EEA beside an answer that says that nothing leaves it.

    `claim` is what the answer says; `named_by` the question whose answer names them, None for the register.
    """

    claim: LangText
    kind: str
    countries: tuple[str, ...]
    named_by: Question | None = None


AnswerDifference: TypeAlias = PlaceDifference | CompanyDifference | DeniedTransfer


def place_kind(question: Question) -> str:
    """Which places of the register an answer is held against: STORAGE, ACCESS, or empty for none."""
    if question.type is not AnswerType.COUNTRIES:
        return ""
    return next((rule.undeclared for rule in question.bad if rule.undeclared), "")


def asks_for_companies(question: Question) -> bool:
    """Whether the answer lists the vendor's own sub-processors, one per line."""
    listed = question.id in NEVER_REPLACEABLE["sub_processors"]
    return listed and question.type is AnswerType.TEXT


def place_differences(
    question: Question, value: str, declared: Mapping[str, frozenset[str]]
) -> tuple[PlaceDifference, ...]:
    """The countries that answer and register do not both have; a blank answer is no answer."""
    kind = place_kind(question)
    if not kind or not value:
        return ()
    on_file = declared.get(kind, frozenset())
    unknown = ((Difference.NOT_ON_FILE, code) for code in undeclared(value, on_file))
    unnamed = ((Difference.NOT_NAMED, code) for code in sorted(on_file - set(split_values(value))))
    return tuple(
        PlaceDifference(difference=difference, kind=kind, country=code)
        for difference, code in (*unknown, *unnamed)
    )


def transfer_denied(question: Question, value: str) -> LangText | None:
    """What a given answer says where it says that there is no transfer; else None."""
    given = split_values(value)
    denying = (one.text for one in question.options if one.denies is Denial.TRANSFER and one.code in given)
    return next(denying, None)


def denied_transfers(
    questionnaire: Questionnaire, question: Question, values: Mapping[str, str], facts: AnswerFacts
) -> tuple[DeniedTransfer, ...]:
    """The countries outside the EEA, on file or named by other answers, where this answer denies a transfer.

    `values` are the canonical answers by question id.
    """
    claim = transfer_denied(question, values.get(question.id, ""))
    if claim is None:
        return ()
    on_file = {kind: _outside(codes, facts.today) for kind, codes in facts.declared.items()}
    found = [
        DeniedTransfer(claim=claim, kind=kind, countries=codes) for kind, codes in on_file.items() if codes
    ]
    for other in questionnaire.questions():
        kind = place_kind(other)
        named = undeclared(values.get(other.id, ""), frozenset(on_file.get(kind, ()))) if kind else ()
        if abroad := _outside(named, facts.today):
            found.append(DeniedTransfer(claim=claim, kind=kind, countries=abroad, named_by=other))
    return tuple(found)


def _outside(codes: Iterable[str], today: date) -> tuple[str, ...]:
    return tuple(sorted(code for code in codes if not is_in_eea(code, today)))


def read_companies(value: str) -> tuple[CompanyLine, ...]:
    """The companies of an answer; lines without a semicolon are prose, such as "we use nobody"."""
    lines = ([part.strip() for part in line.split(";")] for line in value.splitlines() if ";" in line)
    padded = ([*parts, *[""] * COMPANY_PARTS][:COMPANY_PARTS] for parts in lines)
    return tuple(
        CompanyLine(name=name, country=country, task=task, storage=storage, access=access)
        for name, country, task, storage, access in padded
        if name
    )


def company_differences(value: str, on_file: Iterable[str]) -> tuple[CompanyDifference, ...]:
    """The companies that answer and register do not both have, compared by name whatever the legal form."""
    named = read_companies(value)
    if not named:
        return ()
    known = {name_key(name): name for name in on_file}
    keys = {name_key(one.name) for one in named}
    unknown = [(Difference.NOT_ON_FILE, one) for one in named if name_key(one.name) not in known]
    unnamed = [
        (Difference.NOT_NAMED, CompanyLine(name=name)) for key, name in known.items() if key not in keys
    ]
    return tuple(
        CompanyDifference(difference=difference, company=company)
        for difference, company in (*unknown, *unnamed)
    )
