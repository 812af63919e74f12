"""Verbs that bring files in: published lists and customers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.verb import Group, Verb, pass_session
from vendorrisk.domain.message import NotFound, msg
from vendorrisk.domain.register.published import countries_of
from vendorrisk.usecases.list_import import ImportAs, PlannedRow, import_list

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session

importing = Group(
    "import",
    {
        "list": ("importing", "list_", "Import a published list of sub-processors."),
        "customers": ("importing", "customers", "Import customers with their notice terms."),
    },
    help="Import published lists and customers; with --dry-run only a preview.",
    example="vendorrisk -w acme import list subprocessors.md --dry-run",
)


@click.command(
    "list", cls=Verb, example="vendorrisk -w acme import list subprocessors.md --service SMS --dry-run"
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--service", default="", metavar="S", help="Our service; default all services.")
@click.option(
    "--as", "become", type=click.Choice(ImportAs), default="live", show_default=True, help="What they become."
)
@pass_session
def list_(session: Session, file: Path, service: str, become: ImportAs) -> None:
    """Imports a published list as one undoable step; nothing counts as approved by it."""
    _require(file)
    read = session.office.foreign.published_list(file)
    done = import_list(session.office, read, service=service, become=become)
    told = {"rows": [_row_plain(one) for one in done.rows], "problems": session.report(done.problems)}
    rows = [
        (one.row.name, one.row.purpose[:60], " ".join(countries_of(one.row)), one.action) for one in done.rows
    ]
    session.answer("import.list", told, lambda: table(("Name", "Purpose", "Places", "Action"), rows))


def _row_plain(one: PlannedRow) -> dict[str, Any]:
    row = one.row
    return {
        "name": row.name, "purpose": row.purpose, "data": row.data, "storage": list(row.storage),
        "access": list(row.access), "locations": list(countries_of(row)), "mechanism": list(row.mechanism),
        "group": row.group, "affiliate": row.affiliate, "source": row.source, "website": row.website,
        "action": one.action, "vendor": one.vendor_id, "engagement": one.engagement_id,
    }  # fmt: skip


def _require(file: Path) -> None:
    if not file.is_file():
        raise NotFound(msg("file.missing", file=str(file)), msg("file.missing.remedy"))
