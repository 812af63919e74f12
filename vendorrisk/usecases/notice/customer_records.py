"""Customers by hand: new ones, changes of their facts, and their end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import Problem, UserError, msg
from vendorrisk.domain.notice.records import Customer, DataCentre
from vendorrisk.domain.register import text
from vendorrisk.domain.register.records import Service
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.editing import ADD, EDIT
from vendorrisk.usecases.typed import read_fields, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

END_CUSTOMER = action("customer.end")
RETURN_CUSTOMER = action("customer.return")

NEW_SERVICES, NEW_CENTRE = "new_services", "new_centre"
"""What a form may name for the first time, beside the fields of the record; services are parted by ";"."""


def new_customer(office: Office, typed: Mapping[str, str]) -> Customer:
    """Adds a customer from typed fields, with the services and the data centre named for the first time.

    Until it has terms of its own, our standard terms are assumed. Raises BadInput with every wrong field.
    """
    values = _read(typed)
    with office.book.act(ADD[Customer], fields=sorted(values)) as desk:
        started = Customer(**{"id": office.new_id(), "name": "", **values})
        return _kept(office, desk, started, typed)


def edit_customer(office: Office, customer_id: str, typed: Mapping[str, str]) -> Customer:
    """Changes typed facts of a customer; raises BadInput with every wrong field."""
    values = _read(typed)
    with office.book.act(EDIT[Customer], id=customer_id, fields=sorted(values)) as desk:
        return _kept(office, desk, replace(desk.get(Customer, customer_id), **values), typed)


def end_customers(office: Office, customer_ids: Sequence[str]) -> list[Customer]:
    """Marks customers as former ones, as one step: nobody tells them of changes any more."""
    with office.book.act(END_CUSTOMER, ids=list(customer_ids)) as desk:
        return _switch(desk, customer_ids, active=False)


def return_customers(office: Office, customer_ids: Sequence[str]) -> list[Customer]:
    """Takes former customers back among the active ones, as one step."""
    with office.book.act(RETURN_CUSTOMER, ids=list(customer_ids)) as desk:
        return _switch(desk, customer_ids, active=True)


def alike(office: Office, name: str, *, of: str = "") -> list[Customer]:
    """The customers whose names are the same or so alike that a person should look, the likest first.

    `of` is the id of the customer that gets the name, for one that is known already: it is not like itself.
    """
    with office.book.reading() as reader:
        known = {one.name: one for one in reader.find(Customer) if one.id != of}
    same = [known[name]] if name in known else []
    return [*same, *(known[one] for one in office.likeness.among(known).near(name))]


def _read(typed: Mapping[str, str]) -> dict[str, Any]:
    return read_fields(
        Customer, {name: value for name, value in typed.items() if name not in {NEW_SERVICES, NEW_CENTRE}}
    )


def _kept(office: Office, desk: Desk, customer: Customer, typed: Mapping[str, str]) -> Customer:
    services = _new_services(office, desk, typed.get(NEW_SERVICES, ""))
    centre = _new_centre(office, desk, typed.get(NEW_CENTRE, ""))
    bought = tuple(dict.fromkeys((*customer.services, *services)))
    customer = replace(customer, services=bought, data_centre=centre or customer.data_centre)
    refuse(_problems(desk, customer))
    desk.put(customer)
    return customer


def _problems(reader: Reader, customer: Customer) -> tuple[Problem, ...]:
    found = []
    if not customer.name:
        found.append(Problem("name", msg("customers.no_name"), msg("customers.no_name.remedy")))
    same = reader.find(Customer, account_id=customer.account_id) if customer.account_id else []
    owner = next((one.name for one in same if one.id != customer.id), "")
    if owner:
        facts = {"account": customer.account_id, "customer": owner}
        what, remedy = msg("customer.account_taken", **facts), msg("customer.account_taken.remedy", **facts)
        found.append(Problem("account_id", what, remedy))
    return tuple(found)


def _new_services(office: Office, desk: Desk, typed: str) -> tuple[str, ...]:
    """The ids of the services that are named here; those nobody knows are created."""
    names = dict.fromkeys(_name(part, NEW_SERVICES) for part in typed.split(";") if part.strip())
    known = {name: one.id for one in desk.find(Service) for name in (one.code, one.name.get("en", ""))}
    fresh = {
        name: Service(id=office.new_id(), code=name, name={"en": name}) for name in names if name not in known
    }
    desk.put(*fresh.values())
    return tuple(known.get(name) or fresh[name].id for name in names)


def _name(typed: str, field: str) -> str:
    try:
        return text.name(typed)
    except UserError as error:
        refuse((Problem(field, error.what, error.remedy),))
        raise


def _new_centre(office: Office, desk: Desk, typed: str) -> str:
    code = _name(typed, NEW_CENTRE) if typed.strip() else ""
    if code and not desk.find(DataCentre, code=code):
        desk.put(DataCentre(id=office.new_id(), code=code, name={"en": code}))
    return code


def _switch(desk: Desk, customer_ids: Sequence[str], *, active: bool) -> list[Customer]:
    found = [one for one in desk.find(Customer, id=list(customer_ids)) if one.active is not active]
    switched = [replace(one, active=active) for one in found]
    desk.put(*switched)
    return switched
