"""The dossier of a change as blocks: who is told, from when it may be live, and how each date was counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.report import (
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Grid,
    Heading,
    Note,
    Paragraph,
    Report,
    Tone,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from vendorrisk.domain.notice.affected import Reach
    from vendorrisk.domain.notice.clock import CustomerDates
    from vendorrisk.domain.notice.go_live import GlobalDate
    from vendorrisk.domain.notice.records import Change

SHOWN = 25
"""For how many customers the arithmetic is printed step by step: those who decide or block come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierInput:
    """What a dossier is written from. `names` maps the ids of customers to their names."""

    change: Change
    sub_processor: str
    on: date
    reaches: tuple[Reach, ...]
    dates: tuple[CustomerDates, ...]
    overall: GlobalDate
    names: Mapping[str, str]
    company: str = ""

    def name(self, customer_id: str) -> str:
        """The customer's name; the id where none is known, never nothing."""
        return self.names.get(customer_id, customer_id)


def dossier(given: DossierInput) -> Report:
    """The whole dossier of one change."""
    change = given.change
    return Report(
        title=msg("dossier.title", number=change.number, name=given.sub_processor),
        subtitle=msg(f"dossier.subtitle.{change.kind.value}", planned=change.planned_on),
        company=given.company,
        on=given.on,
        blocks=(*_overview(given), *_windows(given), *_arithmetic(given), *_untouched(given)),
    )


def _overview(given: DossierInput) -> Iterator[Block]:
    affected = sum(one.affected for one in given.reaches)
    overall, planned = given.overall, given.change.planned_on
    rows = [
        Fact(label=msg("dossier.planned"), value=planned),
        Fact(label=msg("dossier.affected"), value=msg("dossier.of", n=affected, d=len(given.reaches))),
        _earliest(given),
    ]
    holders = overall.blocked_by or overall.decided_by
    if holders:
        rows.append(Fact(label=msg("dossier.held_by"), value=_listed(given, holders)))
    if overall.without_them is not None:
        rows.append(Fact(label=msg("dossier.without_them"), value=overall.without_them))
    yield Facts(rows=tuple(rows))
    if overall.earliest is not None and planned < overall.earliest:
        yield Note(text=msg("dossier.too_early", planned=planned, earliest=overall.earliest), tone=Tone.BAD)


def _earliest(given: DossierInput) -> Fact:
    label, overall = msg("dossier.earliest"), given.overall
    if overall.earliest is not None:
        return Fact(label=label, value=overall.earliest, tone=Tone.GOOD)
    if overall.blocked_by:
        return Fact(label=label, value=msg("dossier.blocked", count=len(overall.blocked_by)), tone=Tone.BAD)
    if overall.undecided:
        return Fact(label=label, value=msg("dossier.undecided", count=len(overall.undecided)), tone=Tone.BAD)
    return Fact(label=label, value=msg("dossier.nobody"))


def _listed(given: DossierInput, ids: Sequence[str]) -> str:
    return ", ".join(given.name(one) for one in ids)


def _windows(given: DossierInput) -> Iterator[Block]:
    yield Heading(text=msg("dossier.windows"))
    yield Grid(
        columns=(
            Column(title=msg("dossier.column.customer"), share=2.0),
            Column(title=msg("dossier.column.clock"), share=1.75),
            Column(title=msg("dossier.column.notice"), share=1.75),
            Column(title=msg("dossier.column.objection"), share=1.75),
            Column(title=msg("dossier.column.earliest"), share=2.75),
        ),
        rows=tuple(_window(given, one) for one in given.dates),
        tones=tuple(_tone(given, one) for one in given.dates),
        empty=msg("dossier.nobody"),
    )


def _window(given: DossierInput, one: CustomerDates) -> tuple[Cell, ...]:
    earliest: Cell = one.earliest if one.earliest is not None else one.why
    return (
        given.name(one.customer_id),
        one.clock_date,
        one.last_notice_day,
        one.last_objection_day,
        earliest,
    )


def _tone(given: DossierInput, one: CustomerDates) -> Tone:
    if one.customer_id in given.overall.blocked_by:
        return Tone.BAD
    return Tone.WARNING if one.customer_id in given.overall.decided_by else Tone.NEUTRAL


def _arithmetic(given: DossierInput) -> Iterator[Block]:
    """The sum in words for each customer, those who hold the date first, and the rules it names."""
    holders = {*given.overall.blocked_by, *given.overall.decided_by}
    ordered = sorted(given.dates, key=lambda one: one.customer_id not in holders)
    shown = [one for one in ordered if one.steps][:SHOWN]
    if not shown:
        return
    yield Heading(text=msg("dossier.arithmetic"))
    for one in shown:
        yield Heading(text=given.name(one.customer_id), level=3)
        yield from (Paragraph(text=step) for step in one.steps)
        if one.why is not None:
            yield Paragraph(text=one.why)
    rules = {str(step.params["rule"]) for one in shown for step in one.steps if "rule" in step.params}
    yield Heading(text=msg("dossier.rules"), level=2)
    yield Facts(rows=tuple(Fact(label=rule, value=_rule(rule)) for rule in sorted(rules, key=_number)))


def _number(rule: str) -> int:
    return int(rule.removeprefix("R"))


def _rule(rule: str) -> Message:
    return msg(f"notice.rule.{rule}")


def _untouched(given: DossierInput) -> Iterator[Block]:
    yield Heading(text=msg("dossier.untouched"))
    yield Grid(
        columns=(
            Column(title=msg("dossier.column.customer"), share=1.5),
            Column(title=msg("dossier.column.reason"), share=3.0),
        ),
        rows=tuple((given.name(one.customer_id), one.reason) for one in given.reaches if not one.affected),
        empty=msg("dossier.all_affected"),
    )
