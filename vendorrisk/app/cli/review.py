"""The verb that writes the quarterly vendor review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vendorrisk.app.cli.verb import FILE, Verb, pass_session
from vendorrisk.domain.review.quarters import parse_quarter

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.cli.session import Session


@click.command("review", cls=Verb, example="vendorrisk -w acme review --quarter 2026Q4 --out review.pdf")
@click.option("--quarter", required=True, metavar="Q", help="Such as 2026Q4.")
@click.option("--out", required=True, type=FILE, metavar="F.pdf", help="The file.")
@click.option("--comment", default="", help="The management's comment.")
@click.option("--freeze", is_flag=True, help="Keep the figures of a quarter that has ended for good.")
@pass_session
def review(session: Session, quarter: str, out: Path, comment: str, freeze: bool) -> None:
    """Writes the review of a quarter as it stood at its end, or today while it runs."""
    from vendorrisk.usecases.review import quarterly, reports  # noqa: PLC0415  (not needed for --help)

    wanted = parse_quarter(quarter)
    if freeze:
        quarterly.freeze(session.office, wanted, comment=comment)
    given = quarterly.review_input(session.office, wanted)
    report = quarterly.quarterly_report(session.office, wanted, comment=comment)
    problems = session.report(reports.write_report(session.office, report, out))
    figures = [{"id": one.id, "n": one.n, "d": one.d} for one in given.figures]
    told = {
        "quarter": str(wanted), "file": str(out), "frozen": given.frozen, "figures": figures,
        "problems": problems,
    }  # fmt: skip
    session.answer("review", told, lambda: str(out))
