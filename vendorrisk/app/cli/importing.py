"""Verbs that bring files in: published lists and customers."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import block
from vendorrisk.app.cli.verb import FILE, Group, Verb, Word, pass_session
from vendorrisk.domain.message import NotFound, Refused, msg
from vendorrisk.domain.notice.customer_file import COLUMNS
from vendorrisk.domain.register.published import LEFT_OUT, countries_of
from vendorrisk.usecases.notice.customer_import import (
    MANY_CHANGE,
    CustomerAction,
    CustomerImport,
    PlannedCustomer,
    import_customers,
)
from vendorrisk.usecases.register.list_import import ImportAs, PlannedRow, import_list, read_list

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.notice.customer_file import CustomersRead

LONGEST_PURPOSE = 60

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
@click.argument("file", type=FILE)
@click.option("--service", default="", metavar="S", help="Our service; default all services.")
@click.option(
    "--as", "become", type=Word(ImportAs), default="live", show_default=True, help="What they become."
)
@pass_session
def list_(session: Session, file: Path, service: str, become: ImportAs) -> None:
    """Imports a published list as one undoable step; nothing counts as approved by it."""
    _require(file)
    read = read_list(session.office, file)
    done = import_list(session.office, read, service=service, become=become)
    told = {"rows": [_row_plain(one) for one in done.rows], "problems": session.report(done.problems)}
    rows = [
        (one.row.name, shorten(one.row.purpose, LONGEST_PURPOSE, placeholder="…"),
         " ".join(countries_of(one.row)), one.action, one.stage)
        for one in done.rows
    ]  # fmt: skip
    session.left_out |= any(one.what.key in LEFT_OUT for one in done.problems)
    session.failed = not rows  # nothing was brought in: that is more than a part left out
    session.answer(
        "import.list",
        told,
        lambda: table(("Name", "Purpose", "Places", "Action", "Stage"), rows) if rows else "",
    )


def _row_plain(one: PlannedRow) -> dict[str, Any]:
    row = one.row
    return {
        "name": row.name, "purpose": row.purpose, "data": row.data, "storage": list(row.storage),
        "access": list(row.access), "locations": list(countries_of(row)), "stage": one.stage,
        "kind_told": not row.locations, "mechanism": list(row.mechanism),
        "group": row.group, "affiliate": row.affiliate, "source": row.source, "website": row.website,
        "action": one.action, "vendor": one.vendor_id, "engagement": one.engagement_id,
    }  # fmt: skip


@click.command(
    "customers", cls=Verb, example="vendorrisk -w acme import customers customers.csv --dry-run",
    words={"COLUMNS": f"{', '.join(COLUMNS)}; an empty unit: as notice_unit."},
)  # fmt: skip
@click.argument("file", required=False, type=FILE)
@click.option("--template", type=FILE, metavar="F", help="Write an empty file.")
@pass_session
def customers(session: Session, file: Path | None, template: Path | None) -> None:
    """Imports customers as one undoable step; customers that the file does not name stay as they are."""
    if template is not None:
        _write_template(session, template)
    if file is None:
        if template is None:
            raise click.UsageError("Name a file, or --template.")
        session.answer("import.customers", {"template": str(template)}, lambda: str(template))
        return
    _require(file)
    done = _agreed(session, session.office.foreign.customers(file))
    told = {
        **{what.value: done.count(what) for what in CustomerAction},
        "rows": [_customer_plain(one) for one in done.rows],
        "new_services": list(done.new_services), "new_data_centres": list(done.new_centres),
        "new_holidays": [{"place": place, "year": year} for place, year in done.new_holidays],
        "problems": session.report(done.problems),
    }  # fmt: skip
    session.failed = not done.rows and bool(done.problems)  # as for lists: nothing was brought in
    session.answer("import.customers", told, lambda: _customers_for_people(done))


def _customers_for_people(done: CustomerImport) -> str:
    rows = [(one.customer.name, one.action.value, ", ".join(one.changes)) for one in done.rows]
    made = [
        ("New services", ", ".join(done.new_services)), ("New data centres", ", ".join(done.new_centres)),
        ("Public holidays recorded", ", ".join(f"{place} {year}" for place, year in done.new_holidays)),
    ]  # fmt: skip
    parts = (table(("Customer", "Action", "Changes"), rows) if rows else "", block(made))
    return "\n\n".join(part for part in parts if part)


def _agreed(session: Session, read: CustomersRead) -> CustomerImport:
    """Imports; where much would change, a person at a terminal is asked, and a preview only shows it."""
    try:
        return import_customers(session.office, read, agreed=session.yes or session.dry_run)
    except Refused as refused:
        asked = session.outside.interactive and refused.what.key == MANY_CHANGE
        if not (asked and click.confirm(session.say(refused.what), err=True)):
            raise
    return import_customers(session.office, read, agreed=True)


def _customer_plain(one: PlannedCustomer) -> dict[str, Any]:
    return {
        "customer": one.customer.name, "customer_id": one.customer.id, "account_id": one.customer.account_id,
        "action": one.action, "changes": list(one.changes), "source": one.row.where,
    }  # fmt: skip


def _write_template(session: Session, path: Path) -> None:
    from vendorrisk.usecases.notice.customer_template import (  # noqa: PLC0415  (needed only here)
        save_template,
        template,
    )

    if path.is_file() and not session.yes and path.read_bytes() != template():
        raise Refused(msg("customers.template_taken", file=str(path)), msg("customers.template_taken.remedy"))
    if not session.dry_run:
        save_template(path)


def _require(file: Path) -> None:
    if not file.is_file():
        raise NotFound(msg("file.missing", file=str(file)), msg("file.missing.remedy"))
