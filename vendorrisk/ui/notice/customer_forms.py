"""The forms of a customer: its facts, its terms, its further contacts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.notice.records import Customer, DataCentre
from vendorrisk.domain.register.records import Contact
from vendorrisk.ui.notice.customer_words import centre_name, language_name
from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import Ask, Entry
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.register.record_dialog import add_record, edit_record
from vendorrisk.ui.register.record_entries import record_entries
from vendorrisk.ui.shell.settings_company import LANGUAGES
from vendorrisk.ui.shell.zone_field import ZoneField
from vendorrisk.ui.widgets.many_field import ManyField
from vendorrisk.ui.widgets.words import mark, tr
from vendorrisk.usecases.notice.customer_records import (
    NEW_CENTRE,
    NEW_SERVICES,
    alike,
    edit_customer,
    new_customer,
)
from vendorrisk.usecases.notice.customer_rows import service_names
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context

FACTS: Final = (
    "name", "account_id", "language", "zone", "since", "email", "salutation", "address", "services",
    "data_centre", "region_lock",
)  # fmt: skip
GROUPS: Final = {
    "name": mark("Customer"), "email": mark("Letters"), "services": mark("Services and data"),
}  # fmt: skip
"""Headings by the first field under each."""
CONTACT: Final = ("name", "email", "phone", "function")


def customer_entries(context: Context) -> list[Entry]:
    """Returns the rows of the form, with a line each for what is named for the first time."""
    known = {one.key: one for one in record_entries(context, Customer, FACTS)}
    asks = {
        "services": _services(context), "data_centre": _centres(context), "language": _languages(),
        "zone": _zone(), "address": entries.paragraphs(),
    }  # fmt: skip
    hints = {
        "address": tr("For letters by post, and on top of each letter."),
        "region_lock": tr("Its data must stay in its data centre’s region."),
        "since": tr("Its first day by its contract."),
        "zone": tr("Days are counted by the later date, ours or theirs."),
    }
    rows = []
    for name in FACTS:
        entry = known[name]
        rows.append(
            Entry(key=name, label=entry.label, ask=asks.get(name, entry.ask), required=entry.required,
                  hint=hints.get(name, ""))
        )  # fmt: skip
        if name == "services":
            rows.append(Entry(key=NEW_SERVICES, label=tr("Other services"), ask=entries.listed(),
                              hint=tr("Named here for the first time.")))  # fmt: skip
        if name == "data_centre":
            rows.append(Entry(key=NEW_CENTRE, label=tr("Other data centre"), ask=entries.line(),
                              hint=tr("Named here for the first time.")))  # fmt: skip
    return rows


def add_customer(
    context: Context, parent: QWidget, done: Callable[[Customer], None] = lambda _made: None
) -> FormDialog:
    """Opens the form for a new customer; one of the same or a like name is pointed out while typing."""
    with context.office.book.reading() as reader:
        zone = settings_of(reader).zone
    dialog = FormDialog(
        context, parent, tr("New customer"), customer_entries(context), verb=tr("Add customer"),
        work=lambda typed: new_customer(context.office, _filled(typed)), done=done,
        values={"language": "en", "zone": zone}, draft="form/customer/new", groups=_groups(),
    )  # fmt: skip
    dialog.form.field("name").committed.connect(partial(_point_out, context, dialog))
    return dialog.unfold()


def change_customer(context: Context, parent: QWidget, customer: Customer, *, first: str = "") -> FormDialog:
    """Opens the form for a customer, the keyboard on one field; only what was changed is written."""

    def work(_typed: dict[str, str]) -> Customer:
        changed = dialog.changed()
        return edit_customer(context.office, customer.id, changed) if changed else customer

    dialog = FormDialog(
        context, parent, customer.name, customer_entries(context), verb=tr("Save"), work=work,
        values={name: getattr(customer, name) for name in FACTS}, draft=f"form/customer/{customer.id}",
        groups=_groups(),
    )  # fmt: skip
    dialog.form.field("name").committed.connect(partial(_point_out, context, dialog, customer.id))
    dialog.unfold()
    if first:
        dialog.go_to(first)
    return dialog


def add_contact(context: Context, parent: QWidget, customer: Customer) -> FormDialog:
    """Opens the form for a further contact of a customer."""
    title = tr("Contact of {customer}", customer=customer.name)
    return add_record(context, parent, Contact, title, CONTACT, customer_id=customer.id)


def change_contact(context: Context, parent: QWidget, contact: Contact) -> FormDialog:
    """Opens the form for a contact that exists."""
    return edit_record(context, parent, contact, tr("Contact"), CONTACT)


def _groups() -> dict[str, str]:
    return {key: tr(title) for key, title in GROUPS.items()}


def _filled(typed: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in typed.items() if text or name == "name"}


def _point_out(context: Context, dialog: FormDialog, of: str = "") -> None:
    near = alike(context.office, dialog.form.field("name").value(), of=of)
    if near:
        names = ", ".join(one.name for one in near[:3])
        dialog.form.show_problem(
            "name",
            tr("There is a customer of the same or a like name: {names}.", names=names),
            tr("Go on if this is another one."),
        )


def _services(context: Context) -> Ask:
    with context.office.book.reading() as reader:
        named = sorted(service_names(reader).items(), key=lambda pair: pair[1].casefold())
    return Ask(
        make=lambda: ManyField([(key, name.replace("&", "&&")) for key, name in named]),
        show=lambda value: tuple(value or ()),
        text=";".join,
        back=lambda text: tuple(part for part in text.split(";") if part),
    )


def _centres(context: Context) -> Ask:
    with context.office.book.reading() as reader:
        codes = sorted((one.named(), one.code) for one in reader.find(DataCentre))
    return entries.choice(
        [("", tr("Not recorded")), *((code, centre_name(context, code)) for _, code in codes)]
    )


def _languages() -> Ask:
    named = sorted((language_name(tag), tag) for tag in LANGUAGES)
    return entries.choice([(tag, name) for name, tag in named])


def _zone() -> Ask:
    def show(value: Any) -> str:
        return str(value or "UTC")

    return Ask(make=ZoneField, show=show, text=lambda value: str(value or ""), back=lambda text: text)
