"""A finding in words: what was found, by when it is to be settled, and who accepted its risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
from vendorrisk.domain.diligence.findings import contain_by, state_on
from vendorrisk.domain.message import msg
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.domain.report import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vendorrisk.domain.diligence.records import Finding
    from vendorrisk.domain.message import Message
    from vendorrisk.domain.report import Cell


def finding_facts(finding: Finding, today: date) -> tuple[Fact, ...]:
    """All that is known of a finding, the latest acceptance of its risk last; nothing that is empty."""
    rows: tuple[tuple[str, Cell], ...] = (
        ("severity", label(finding.severity)),
        ("title", finding.title),
        ("detail", finding.detail),
        ("source", finding.source),
        ("owner", finding.owner),
        ("state", label(state_on(finding, today))),
        ("raised_on", finding.raised_on),
        ("communicated_on", finding.communicated_on),
        ("contain_by", contain_by(finding)),
        ("due_on", finding.due_on),
        ("verified_on", finding.verified_on),
    )
    return (*_filled(rows), *acceptance_facts(finding))


def acceptance_facts(finding: Finding) -> tuple[Fact, ...]:
    """The latest acceptance of its risk, whether or not it still counts: for how long, by whom, and why."""
    if finding.accepted_until is None:
        return ()
    rows: tuple[tuple[str, Cell], ...] = (
        ("accepted_on", finding.accepted_on),
        ("accepted_until", finding.accepted_until),
        ("accepted_by", msg("plain", text=agreed_by(finding))),
        ("accepted_why", finding.accepted_why),
        ("compensating", finding.compensating),
        ("dpo_opinion", _opinion(finding)),
        ("acceptances", finding.acceptances or None),
    )
    return _filled(rows)


def agreed_by(finding: Finding) -> list[Message | str]:
    """The functions that agreed to accept its risk."""
    known = {one.value: label(one) for one in Approver}
    return [known.get(one, one) for one in finding.accepted_by.split(", ")]


def _opinion(finding: Finding) -> Message | None:
    """What the data protection officer advised; None where an old acceptance does not tell."""
    if finding.dpo_opinion not in set(DpoOpinion):
        return None
    opinion = label(DpoOpinion(finding.dpo_opinion))
    return msg("finding.dpo_opinion", opinion=opinion, text=finding.dpo_text, on=finding.dpo_on)


def _filled(rows: Iterable[tuple[str, Cell]]) -> tuple[Fact, ...]:
    return tuple(
        Fact(label=msg(f"field.finding.{name}"), value=value)
        for name, value in rows
        if value is not None and value != ""
    )
