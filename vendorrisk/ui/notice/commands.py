"""What notice adds to the menus: changes from the first letter to the evidence, and customers in and out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from vendorrisk.ui.notice.customer_doings import CustomerDoings
from vendorrisk.ui.widgets.frame import MainFrame
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.shortcuts import Command
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.ui.notice.change_page import ChangePage
    from vendorrisk.ui.notice.changes_page import ChangesPage
    from vendorrisk.ui.notice.customers_page import CustomersPage
    from vendorrisk.ui.shell.context import Context


def commands_for(context: Context) -> Sequence[Command]:
    """Changes under Notice; customers below them, their import and template in File."""
    return [*_of_changes(context), *_of_customers(context)]


def _of_changes(context: Context) -> list[Command]:
    """A new change from anywhere, and the doings of the change in sight."""
    menu = tr("&Notice")
    made: list[Command] = [
        Command(key="change.new", menu=menu, text=tr("New change…"), drawing=Icon.CHANGES,
                run=partial(_start_change, context))
    ]  # fmt: skip
    for key, text, button, why_hidden in (
        ("change.letters", tr("Create letters…"), "letters", tr("No letter is left to write.")),
        ("change.sent", tr("Mark letters as sent…"), "sent", tr("No letter waits to be sent.")),
        ("change.published", tr("Record publication…"), "published",
         tr("Nobody waits to be notified by publication.")),
        ("change.bundle", tr("Evidence bundle…"), "bundle", tr("Nobody was notified yet.")),
    ):  # fmt: skip
        made.append(
            Command(key=key, menu=menu, text=text, run=partial(_press, context, button),
                    why_not=partial(_greyed, context, button, why_hidden))
        )  # fmt: skip
    return made


def _change_page(context: Context) -> ChangePage | None:
    """The page of a change, if it is in sight."""
    frame = context.frame
    visit = frame.where() if isinstance(frame, MainFrame) else None
    if not isinstance(frame, MainFrame) or visit is None or visit.page != "change":
        return None
    return cast("ChangePage", frame.page("change"))


def _start_change(context: Context) -> None:
    if isinstance(context.frame, MainFrame):
        cast("ChangesPage", context.frame.page("changes")).start_change()


def _press(context: Context, name: str) -> None:
    page = _change_page(context)
    if page is not None:
        getattr(page, name).click()


def _greyed(context: Context, name: str, why_hidden: str) -> str:
    """Why a button of the change in sight cannot be pressed: it says so itself, unless it is not there."""
    page = _change_page(context)
    if page is None:
        return tr("Open a change first.")
    button = getattr(page, name)
    return why_hidden if button.isHidden() else str(button.accessibleDescription())


def _of_customers(context: Context) -> list[Command]:
    """Import and template in File, the rest under Notice."""
    file, notice = tr("&File"), tr("&Notice")
    on_page, chosen = partial(_on_page, context), partial(_none_chosen, context)
    return [
        Command(key="customer.import", menu=file, text=tr("Import customers…"), drawing=Icon.UPLOAD,
                run=partial(on_page, "import_customers")),
        Command(key="customer.template", menu=file, text=tr("Save a template for customers…"),
                run=partial(_save_template, context)),
        Command(key="customer.new", menu=notice, text=tr("New customer…"), drawing=Icon.PLUS,
                run=partial(on_page, "new_customer"), starts_group=True),
        Command(key="customer.edit", menu=notice, text=tr("Edit customer…"), drawing=Icon.EDIT,
                run=partial(on_page, "edit"), why_not=chosen),
        Command(key="customer.amend", menu=notice, text=tr("Amend terms…"), run=partial(on_page, "amend"),
                why_not=chosen),
        Command(key="customer.used", menu=notice, text=tr("Sub-processors used for the customer…"),
                run=partial(on_page, "show_sub_processors"), why_not=chosen),
        Command(key="customer.standard", menu=notice, text=tr("Our standard terms…"),
                run=partial(_standard_terms, context)),
        Command(key="customer.end", menu=notice, text=tr("End customer"), drawing=Icon.ARCHIVE,
                run=partial(on_page, "end"), why_not=chosen, starts_group=True),
        Command(key="customer.return", menu=notice, text=tr("Reinstate customer"),
                run=partial(on_page, "take_back"), why_not=chosen),
    ]  # fmt: skip


def _on_page(context: Context, name: str) -> None:
    """Does something of the customers' page, which is brought into sight for it."""
    if isinstance(context.frame, MainFrame):
        if not _in_sight(context):
            context.go("customers")
        getattr(context.frame.page("customers"), name)()


def _save_template(context: Context) -> None:
    if isinstance(context.frame, MainFrame):
        CustomerDoings(context, context.frame).save_template()


def _standard_terms(context: Context) -> None:
    if isinstance(context.frame, MainFrame):
        CustomerDoings(context, context.frame).amend_standard()


def _in_sight(context: Context) -> bool:
    visit = context.frame.where() if isinstance(context.frame, MainFrame) else None
    return visit is not None and visit.page == "customers"


def _none_chosen(context: Context) -> str:
    if not _in_sight(context) or not isinstance(context.frame, MainFrame):
        return tr("Go to Customers first.")
    page = cast("CustomersPage", context.frame.page("customers"))
    return "" if page.chosen() else tr("Select customers first.")
