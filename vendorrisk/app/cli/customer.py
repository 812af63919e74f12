"""Verbs on single customers: added, listed, shown, changed, and their terms from a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import (
    assignments,
    block,
    by_their_names,
    facts_for_people,
    given,
    pairs,
    record_plain,
    who,
)
from vendorrisk.app.cli.verb import FILE, ISO_DATE, Group, Verb, pass_session
from vendorrisk.domain.message import Level, NotFound, Problem, msg
from vendorrisk.domain.notice.records import Customer
from vendorrisk.usecases.looking_up import named

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from vendorrisk.app.cli.session import Session
    from vendorrisk.usecases.notice.customer_rows import CustomerRow
    from vendorrisk.usecases.notice.customer_sheet import CustomerSheet
    from vendorrisk.usecases.notice.customer_terms import TermsChanged

customer = Group(
    "customer",
    {
        "list": ("customer", "list_", "List customers with the terms in force."),
        "show": ("customer", "show", "Show all that is known of a customer."),
        "add": ("customer", "add", "Add a customer."),
        "set": ("customer", "set_", "Change fields of a customer."),
        "export": ("customer", "export", "Write customers into a file that can be imported."),
        "terms": ("customer", "terms", "Record the terms agreed with a customer."),
    },
    help="List, show, add and change customers and their terms. CUSTOMER is an id or the exact name.",
    example="vendorrisk -w acme customer list",
)

_BY_NAME = {"services": "new_services", "data_centre": "new_centre"}
"""Fields that hold ids or codes, and what takes names for them; a new name is created."""


@click.command("list", cls=Verb, example="vendorrisk -w acme customer list --all --json")
@click.option("--all", "everybody", is_flag=True, help="Former customers too.")
@pass_session
def list_(session: Session, everybody: bool) -> None:
    """Lists customers by name with the terms in force today."""
    from vendorrisk.usecases.notice.customer_rows import rows_of  # noqa: PLC0415  (not needed for --help)

    with session.office.book.reading() as reader:
        found = reader.find(Customer) if everybody else reader.find(Customer, active=True)
        rows = rows_of(reader, found, session.office.clock.today())
    rows.sort(key=lambda row: row.customer.name.casefold())
    shown = [
        (row.customer.name, row.customer.account_id, ", ".join(row.services), row.customer.data_centre,
         session.say(row.notice) if row.notice else "-", row.customer.id)
        for row in rows
    ]  # fmt: skip
    headings = ("Customer", "Account", "Services", "Data centre", "Notice", "Id")
    told = {"customers": [_row_plain(row) for row in rows]}
    session.answer("customer.list", told, lambda: table(headings, shown))


def _row_plain(row: CustomerRow) -> dict[str, Any]:
    """A customer as scripts read it, with the terms in force; `terms` null: none are."""
    facts = record_plain(row.customer)
    facts.pop("id")
    return {
        **who(row.customer), **facts, "services": list(row.services), "open_objections": row.objections,
        "terms": record_plain(row.terms) if row.terms else None,
    }  # fmt: skip


@click.command("show", cls=Verb, example="vendorrisk -w acme customer show 'Granite County'")
@click.argument("wanted", metavar="CUSTOMER")
@pass_session
def show(session: Session, wanted: str) -> None:
    """Shows a customer, every version of its terms, and what the terms in force mean."""
    from vendorrisk.usecases.notice.customer_sheet import customer_sheet  # noqa: PLC0415  (not for --help)

    sheet = customer_sheet(session.office, _named(session, wanted).id)
    told = {
        **_row_plain(sheet.row), "versions": [record_plain(one) for one in sheet.versions],
        "reading": [session.say(one) for one in sheet.reading],
    }  # fmt: skip
    session.answer("customer.show", told, lambda: _for_people(session, sheet))


def _for_people(session: Session, sheet: CustomerSheet) -> str:
    named_services = replace(sheet.customer, services=sheet.row.services)
    facts = [("Id", sheet.customer.id), *facts_for_people(session, named_services)]
    terms = [session.say(one) for one in sheet.reading] or [session.say(msg("customer.concern.no_terms"))]
    return "\n\n".join([block(facts), "\n".join(terms)])


@click.command(
    "add", cls=Verb,
    example="vendorrisk -w acme customer add --name 'Granite County' --services 'SMS;Voice' --data-centre EU",
)  # fmt: skip
@click.option("--name", required=True, help="The name of the customer.")
@click.option("--account-id", help="Its account number.")
@click.option(
    "--services", metavar="A;B", help="Services of ours, separated by semicolons; new names create them."
)
@click.option("--data-centre", metavar="C", help="Where its data is stored; a new name creates it.")
@click.option("--region-lock", metavar="yes|no", help="Whether its data must stay there.")
@click.option("--email", help="The address for notices.")
@click.option("--address", help="The postal address.")
@click.option("--language", help="The language of its letters, such as de.")
@click.option("--zone", "--timezone", "zone", metavar="IANA", help="Its time zone, such as Europe/Zagreb.")
@click.option("--since", metavar="D", help="Its first day as a customer, by its contract.")
@pass_session
def add(session: Session, /, **typed: str) -> None:
    """Adds a customer; our standard terms are assumed until its own are recorded."""
    from vendorrisk.usecases.notice.customer_records import alike, new_customer  # noqa: PLC0415  (not for --help)

    like = alike(session.office, typed["name"])
    made = new_customer(session.office, _fields(given(**typed)))
    problems = [_like(made, other) for other in like]
    told = {**who(made), "problems": session.report(problems)}
    session.answer("customer.add", told, lambda: f"{made.name}: customer {made.id}")


def _like(made: Customer, other: Customer) -> Problem:
    facts = {"name": made.name, "other": other.name, "id": other.id}
    return Problem(
        made.name, msg("customer.like", **facts), msg("customer.like.remedy", **facts), Level.WARNING
    )


@click.command(
    "set", cls=Verb, example="vendorrisk -w acme customer set 'Granite County' email=dpo@granite.example"
)
@click.argument("wanted", metavar="CUSTOMER")
@assignments
@pass_session
def set_(session: Session, wanted: str, assignment: tuple[str, ...]) -> None:
    """Changes fields of a customer; services are separated by semicolons, active=no makes it a former one."""
    from vendorrisk.usecases.notice.customer_records import edit_customer  # noqa: PLC0415  (not for --help)

    typed = by_their_names(pairs(assignment))
    changed = edit_customer(session.office, _named(session, wanted).id, _fields(typed))
    session.answer("customer.set", {**who(changed), "active": changed.active}, lambda: changed.name)


def _fields(typed: dict[str, str]) -> dict[str, str]:
    """Fields as a form hands them over: what is named stands in the place of what there was."""
    by_name = {_BY_NAME[name]: value for name, value in typed.items() if name in _BY_NAME}
    cleared = {name: "" for name in typed if name in _BY_NAME}
    return {**typed, **cleared, **by_name}


@click.command(
    "terms", cls=Verb,
    example="vendorrisk -w acme customer terms 'Granite County' authorisation=specific clause='DPA 7.3'",
)  # fmt: skip
@click.argument("wanted", metavar="CUSTOMER")
@assignments
@click.option("--from", "first", type=ISO_DATE, metavar="D",
              help="Their first day; today by default, for first terms ever since.")  # fmt: skip
@click.option("--correct", is_flag=True, help="Correct the version in force instead of starting a new one.")
@pass_session
def terms(
    session: Session, wanted: str, assignment: tuple[str, ...], first: date | None, correct: bool
) -> None:
    """Records agreed terms from a day on; what is not named stays as it was agreed before."""
    from vendorrisk.usecases.notice import customer_terms  # noqa: PLC0415  (not needed for --help)
    from vendorrisk.usecases.notice.customer_sheet import customer_sheet  # noqa: PLC0415  (not for --help)

    if correct and first is not None:
        raise click.UsageError("Give --from or --correct, not both.")
    found, typed = _named(session, wanted), pairs(assignment)
    sheet = customer_sheet(session.office, found.id)
    if correct:
        if sheet.own is None:
            raise NotFound(msg("customer.concern.no_terms"), msg("terms.none_to_correct.remedy"))
        done = customer_terms.correct_terms(session.office, sheet.own.id, typed)
    else:
        began = first or (session.office.clock.today() if sheet.versions else None)
        from_day = {"valid_from": began.isoformat()} if began else {}
        done = customer_terms.amend_terms(session.office, [found.id], typed | from_day, keeps=True)
    told = {**who(found), "versions": [record_plain(one) for one in done.versions], "moved": _moved(done)}
    session.answer("customer.terms", told, lambda: _terms_for_people(found, done))


def _moved(done: TermsChanged) -> Sequence[dict[str, Any]]:
    return [{"number": one.number, "before": one.before, "now": one.now} for one in done.moved]


def _terms_for_people(found: Customer, done: TermsChanged) -> str:
    dates = [f"{one.number}: {one.before or '-'} -> {one.now or '-'}" for one in done.moved]
    return "\n".join([found.name, *dates])


@click.command("export", cls=Verb, example="vendorrisk -w acme customer export --out customers.csv")
@click.option("--out", required=True, type=FILE, metavar="F.csv", help="The file.")
@pass_session
def export(session: Session, out: Path) -> None:
    """Writes all customers with the terms in force, as import customers reads them back."""
    from vendorrisk.usecases.notice.customer_export import export_customers  # noqa: PLC0415  (not for --help)

    count = export_customers(session.office, None if session.dry_run else out)
    session.answer(
        "customer.export", {"file": str(out), "exported": count}, lambda: f"{out}: {count} customers"
    )


def _named(session: Session, wanted: str) -> Customer:
    with session.office.book.reading() as reader:
        return named(reader, Customer, wanted)
