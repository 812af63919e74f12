"""The report on a vendor: who it is, what it does for us and where, on which ground, with which papers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.artefacts import kind_word
from vendorrisk.domain.diligence.report import BAND_TONE
from vendorrisk.domain.diligence.rhythm import due_date
from vendorrisk.domain.diligence.validity import ArtefactStatus
from vendorrisk.domain.message import msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.domain.report import Column, Fact, Facts, Grid, Heading, PageBreak, Paragraph, Report, Tone
from vendorrisk.usecases.diligence.transfer_view import transfer_rows
from vendorrisk.usecases.review.vendor_rows import place_name
from vendorrisk.usecases.signals import Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.domain.report import Block, Cell
    from vendorrisk.usecases.diligence.transfer_view import TransferRow
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.review.vendor_facts import VendorFacts
    from vendorrisk.usecases.review.vendor_story import Happening

NESTED = 3
"""The deepest level of headings there is."""

_TRANSFER_TONES = {Signal.CRITICAL: Tone.BAD, Signal.WARN: Tone.WARNING}


def vendor_report(
    office: Office,
    facts: VendorFacts,
    company: str,
    steps: Sequence[Happening],
    assessments: Sequence[tuple[Engagement, Report]],
) -> Report:
    """One vendor as of today, and after it the assessments, each on pages of its own."""
    blocks: list[Block] = [
        Facts(rows=tuple(_identity(office, facts))),
        Heading(text=msg("vendor.report.engagements")),
        _engagements(facts),
        Heading(text=msg("vendor.report.places")),
        _places(office, facts),
        Heading(text=msg("vendor.report.transfers")),
        _transfers(office, facts),
        Heading(text=msg("vendor.report.documents")),
        _documents(facts),
        Heading(text=msg("vendor.report.steps")),
        _steps(steps),
    ]
    for engagement, report in assessments:
        blocks += [PageBreak(), Heading(text=msg("vendor.report.assessment"))]
        blocks += [Paragraph(text=_purpose(engagement)), *_deeper(report.blocks)]
    return Report(
        title=msg("vendor.report.title", vendor=facts.vendor.name),
        subtitle=msg("vendor.report.subtitle", on=facts.today),
        company=company, on=facts.today, blocks=tuple(blocks),
    )  # fmt: skip


def _identity(office: Office, facts: VendorFacts) -> Iterator[Fact]:
    """Who it is; lines without content are left out."""
    vendor = facts.vendor
    rows: tuple[tuple[str, Cell], ...] = (
        ("vendor.report.legal_name", vendor.legal_name or vendor.name),
        ("vendor.report.kind", label(vendor.kind)),
        ("vendor.report.country", place_name(office, vendor.country) if vendor.country else ""),
        ("vendor.report.address", vendor.address),
        ("vendor.report.registration", vendor.registration),
        ("vendor.report.lei", vendor.lei),
        ("vendor.report.parent", vendor.parent),
        ("vendor.report.owner", vendor.owner),
        ("vendor.report.notes", vendor.notes),
    )
    return (Fact(label=msg(key), value=value) for key, value in rows if value)


def _engagements(facts: VendorFacts) -> Grid:
    dues = [due_date(one.anchor, one.cycles) for one in facts.engagements]
    late = [due is not None and due < facts.today for due in dues]
    return Grid(
        columns=(
            Column(title=msg("vendor.report.purpose"), share=3.0),
            Column(title=msg("vendor.report.stage"), share=1.6),
            Column(title=msg("vendor.report.tier"), share=0.7),
            Column(title=msg("vendor.report.residual"), share=1.6),
            Column(title=msg("vendor.report.due"), share=1.8),
        ),
        rows=tuple(
            (_purpose(one), label(one.stage), *_risk(facts, one), due)
            for one, due in zip(facts.engagements, dues, strict=True)
        ),
        tones=tuple(
            Tone.BAD if is_late else _risk_tone(facts, one)
            for one, is_late in zip(facts.engagements, late, strict=True)
        ),
        empty=msg("vendor.report.engagements.none"),
    )


def _purpose(engagement: Engagement) -> str:
    return text_in(engagement.purpose, "en")


def _risk(facts: VendorFacts, engagement: Engagement) -> tuple[Cell, Cell]:
    sheet = facts.risks[engagement.id]
    left = sheet.residual
    banded = msg("assessment.report.banded", score=round(left.score, 1), band=left.band) if left else None
    return sheet.tier.final if sheet.tier else None, banded or msg("vendor.report.not_assessed")


def _risk_tone(facts: VendorFacts, engagement: Engagement) -> Tone:
    left = facts.risks[engagement.id].residual
    return BAND_TONE[left.band] if left else Tone.NEUTRAL


def _places(office: Office, facts: VendorFacts) -> Grid:
    purposes = {one.id: _purpose(one) for one in facts.engagements}
    return Grid(
        columns=(
            Column(title=msg("vendor.report.purpose"), share=3.0),
            Column(title=msg("vendor.report.kind"), share=1.2),
            Column(title=msg("vendor.report.country"), share=2.0),
            Column(title=msg("vendor.report.place"), share=2.0),
        ),
        rows=tuple(
            (purposes[one.engagement_id], label(one.kind), place_name(office, one.country), one.place)
            for one in facts.places()
        ),
        empty=msg("vendor.report.places.none"),
    )


def _transfers(office: Office, facts: VendorFacts) -> Grid:
    rows = [one for one in transfer_rows(facts) if not one.ended]
    return Grid(
        columns=(
            Column(title=msg("vendor.report.country"), share=1.5),
            Column(title=msg("vendor.report.kind"), share=1.0),
            Column(title=msg("vendor.report.ground"), share=1.8),
            Column(title=msg("vendor.report.standing"), share=1.0),
            Column(title=msg("vendor.report.why"), share=4.0),
        ),
        rows=tuple(_transfer(office, one) for one in rows),
        tones=tuple(_TRANSFER_TONES.get(one.sign.signal, Tone.NEUTRAL) for one in rows),
        empty=msg("vendor.report.transfers.none"),
    )


def _transfer(office: Office, one: TransferRow) -> tuple[Cell, ...]:
    country = place_name(office, one.flow.importer_country) if one.flow.importer_country else ""
    whys = "\n".join(office.say(why) for why in one.whys)
    return country, label(one.flow.kind), one.mechanism, one.sign.words, whys


def _documents(facts: VendorFacts) -> Grid:
    valid = {key for key, one in facts.standings.items() if one.status is ArtefactStatus.VALID}
    return Grid(
        columns=(
            Column(title=msg("vendor.report.document"), share=2.4),
            Column(title=msg("vendor.report.titled"), share=2.6),
            Column(title=msg("vendor.report.standing"), share=1.4),
            Column(title=msg("vendor.report.last_day"), share=1.8),
            Column(title=msg("vendor.report.why"), share=3.0),
        ),
        rows=tuple(
            (
                kind_word(one.kind),
                ", ".join(part for part in (one.title, one.issuer, one.number) if part),
                label(standing.status),
                standing.last_day,
                "" if one.id in valid else standing.why,
            )
            for one, standing in ((one, facts.standings[one.id]) for one in facts.documents)
        ),
        tones=tuple(Tone.NEUTRAL if one.id in valid else Tone.BAD for one in facts.documents),
        empty=msg("vendor.report.documents.none"),
    )


def _steps(steps: Sequence[Happening]) -> Grid:
    """Who decided what and when, on which word, and why."""
    return Grid(
        columns=(
            Column(title=msg("vendor.report.day"), share=1.4),
            Column(title=msg("vendor.report.step"), share=2.4),
            Column(title=msg("vendor.report.why"), share=5.0),
        ),
        rows=tuple((one.day, one.title, one.detail) for one in steps),
        empty=msg("vendor.report.steps.none"),
    )


def _deeper(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a report under a heading of their own."""
    for block in blocks:
        if isinstance(block, Heading):
            yield replace(block, level=min(block.level + 1, NESTED))
        else:
            yield block
