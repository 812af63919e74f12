"""Verbs that write reports as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.verb import FILE, Group, Verb, pass_session
from vendorrisk.domain.register.records import Vendor
from vendorrisk.usecases.looking_up import assessment_named, named

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.cli.session import Session

report = Group(
    "report",
    {
        "assessment": ("report", "assessment", "Write the report on an assessment."),
        "vendor": ("report", "vendor", "Write a vendor profile."),
    },
    help="Write reports as PDF.",
    example="vendorrisk -w acme report vendor 'Norte Cloud' --out norte.pdf",
)


@click.command(
    "assessment", cls=Verb, example="vendorrisk -w acme report assessment ASSESSMENT --out report.pdf"
)
@click.argument("wanted", metavar="ASSESSMENT")
@click.option("--out", required=True, type=FILE, metavar="F.pdf", help="The file.")
@pass_session
def assessment(session: Session, wanted: str, out: Path) -> None:
    """Writes the report on an assessment: score, findings, answers, and how the figures were computed."""
    from vendorrisk.usecases.review import reports  # noqa: PLC0415  (not needed for --help)

    with session.office.book.reading() as reader:
        found = assessment_named(reader, wanted)
        content = reports.report_on_assessment(session.office, reader, found.id)
    problems = session.report(reports.write_report(session.office, content, out))
    told = {"assessment": found.id, "file": str(out), "problems": problems}
    session.answer("report.assessment", told, lambda: str(out))


@click.command("vendor", cls=Verb, example="vendorrisk -w acme report vendor 'Norte Cloud' --out norte.pdf")
@click.argument("wanted", metavar="VENDOR")
@click.option("--out", required=True, type=FILE, metavar="F.pdf", help="The file.")
@pass_session
def vendor(session: Session, wanted: str, out: Path) -> None:
    """Writes a vendor profile: what it does, where, on which transfer mechanisms, and any assessments."""
    from vendorrisk.usecases.review import reports  # noqa: PLC0415  (not needed for --help)

    with session.office.book.reading() as reader:
        found = named(reader, Vendor, wanted)
        content = reports.report_on_vendor(session.office, reader, found.id)
    problems = session.report(reports.write_report(session.office, content, out))
    told = {"vendor": found.id, "file": str(out), "problems": problems}
    session.answer("report.vendor", told, lambda: str(out))
