"""Verbs on contacts: the people and mailboxes at vendors and customers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import given, record_plain, who
from vendorrisk.app.cli.single_record import remove_verb, set_verb
from vendorrisk.app.cli.verb import Group, Verb, pass_session
from vendorrisk.domain.notice.records import Customer
from vendorrisk.domain.register.records import Contact, Vendor
from vendorrisk.usecases import editing
from vendorrisk.usecases.looking_up import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.app.cli.session import Session

contact = Group(
    "contact",
    {
        "list": ("contact", "list_", "List the contacts of a vendor or a customer."),
        "add": ("contact", "add", "Add a contact to a vendor or a customer."),
        "set": ("contact", "set_", "Change fields of a contact."),
        "remove": ("contact", "remove", "Remove a contact."),
    },
    help="Record whom to write to at vendors and customers. CONTACT is an id, as listed.",
    example="vendorrisk -w acme contact list --vendor 'Norte Cloud'",
)


def _owner(command: Callable[..., Any]) -> Callable[..., Any]:
    command = click.option("--customer", metavar="CUSTOMER", help="The customer whose contact it is.")(
        command
    )
    return click.option("--vendor", metavar="VENDOR", help="The vendor whose contact it is, or:")(command)


def _id_of_owner(session: Session, vendor: str | None, customer: str | None) -> dict[str, str]:
    """To whom a contact belongs, as the record has it."""
    if (vendor is None) == (customer is None):
        raise click.UsageError("Give --vendor or --customer, one of the two.")
    with session.office.book.reading() as reader:
        if vendor is not None:
            return {"vendor_id": named(reader, Vendor, vendor).id}
        return {"customer_id": named(reader, Customer, customer or "").id}


def _plain(session: Session, one: Contact) -> dict[str, Any]:
    told = record_plain(one)
    told["contact"] = told.pop("id")
    vendor_id, customer_id = told.pop("vendor_id"), told.pop("customer_id")
    if vendor_id:
        return {**told, "vendor": vendor_id}
    with session.office.book.reading() as reader:
        return {**told, **who(reader.get(Customer, customer_id))}


@click.command("list", cls=Verb, example="vendorrisk -w acme contact list --vendor 'Norte Cloud'")
@_owner
@pass_session
def list_(session: Session, vendor: str | None, customer: str | None) -> None:
    """Lists the contacts of a vendor or a customer."""
    owner = _id_of_owner(session, vendor, customer)
    with session.office.book.reading() as reader:
        found = reader.find(Contact, **owner)
    rows = [(one.name, one.email, one.phone, one.function, one.id) for one in found]
    told = {"contacts": [_plain(session, one) for one in found]}
    session.answer("contact.list", told, lambda: table(("Name", "Email", "Phone", "Function", "Id"), rows))


@click.command(
    "add", cls=Verb,
    example="vendorrisk -w acme contact add --vendor 'Norte Cloud' --name 'Iva Lee' --email iva@norte.test",
)  # fmt: skip
@_owner
@click.option("--name", help="The person, or what the mailbox is for.")
@click.option("--email", help="The address.")
@click.option("--phone", help="The number.")
@click.option("--function", help="What the person does there.")
@pass_session
def add(session: Session, /, vendor: str | None, customer: str | None, **typed: str | None) -> None:
    """Adds a contact to a vendor or a customer; a name or an address is needed."""
    owner = _id_of_owner(session, vendor, customer)
    added = editing.add(session.office, Contact, given(**typed), **owner)
    session.answer("contact.add", _plain(session, added), lambda: added.id)


set_ = set_verb(
    Contact, "contact", _plain,
    does="Changes fields of a contact, as one step.", example="CONTACT phone='+385 1 555 0100'",
)  # fmt: skip
remove = remove_verb(
    Contact, "contact", _plain, does="Removes a contact; “erase” takes a person out of the history as well."
)
