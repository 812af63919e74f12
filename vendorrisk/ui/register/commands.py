"""What the register adds to the menus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.ui.shell.list_page import ListPage
from vendorrisk.ui.widgets.frame import MainFrame
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.shortcuts import Command
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.ui.register.vendors_page import VendorsPage
    from vendorrisk.ui.shell.context import Context


def commands_for(context: Context) -> Sequence[Command]:
    """New vendor, import, and what concerns the table in sight."""
    file, vendor, view = tr("&File"), tr("Ven&dor"), tr("&View")
    return [
        Command(key="list.import", menu=file, text=tr("Import a published list…"), drawing=Icon.UPLOAD,
                run=partial(_on_page, context, "import_list"), starts_group=True),
        Command(key="vendor.new", menu=vendor, text=tr("New vendor…"), keys=("Ctrl+Shift+N",),
                drawing=Icon.PLUS, run=partial(_new_vendor, context)),
        Command(key="vendors.owner", menu=vendor, text=tr("Set owner…"), starts_group=True,
                run=partial(_on_page, context, "set_owner"), why_not=_selected(context)),
        Command(key="vendors.send", menu=vendor, text=tr("Send questionnaire…"),
                run=partial(_on_page, context, "send_questionnaires"), why_not=_selected(context)),
        Command(key="vendors.archive", menu=vendor, text=tr("Archive"),
                run=partial(_on_page, context, "archive"), why_not=_selected(context)),
        Command(key="view.export", menu=file, text=tr("Export this view…"), keys=("Ctrl+E",),
                run=partial(_on_any_page, context, "export_view"),
                why_not=partial(_nothing_to_export, context), drawing=Icon.DOWNLOAD, starts_group=True),
        Command(key="view.panel", menu=view, text=tr("Panel at the right"), keys=("F9",),
                run=partial(_on_any_page, context, "toggle_panel"),
                why_not=partial(_cannot, context, "toggle_panel"), starts_group=True),
    ]  # fmt: skip


def _page(context: Context) -> VendorsPage | None:
    frame = context.frame
    if not isinstance(frame, MainFrame):
        return None
    page: VendorsPage = frame.page("vendors")  # type: ignore[assignment]  # places are found by name
    return page


def _on_page(context: Context, name: str) -> None:
    """Does something of the register's page, which is brought into sight for it."""
    page = _page(context)
    if page is not None:
        if _in_sight(context)():
            context.go("vendors")
        getattr(page, name)()


def _on_any_page(context: Context, name: str) -> None:
    """Does what the page in sight can do, whichever it is."""
    getattr(_page_in_sight(context), name)()


def _cannot(context: Context, name: str) -> str:
    return "" if hasattr(_page_in_sight(context), name) else tr("Not on this page.")


def _nothing_to_export(context: Context) -> str:
    page = _page_in_sight(context)
    if not isinstance(page, ListPage) or not hasattr(page, "export_view"):
        return tr("Not on this page.")
    return page.nothing_to_export()


def _page_in_sight(context: Context) -> object:
    frame = context.frame
    visit = frame.where() if isinstance(frame, MainFrame) else None
    return frame.page(visit.page) if isinstance(frame, MainFrame) and visit is not None else None


def _new_vendor(context: Context) -> None:
    """The form opens above whatever page is in sight."""
    from vendorrisk.ui.register.new_vendor import new_vendor  # noqa: PLC0415  (slow import)

    if isinstance(context.frame, MainFrame):
        new_vendor(context, context.frame, done=lambda added: context.go("vendor", added.id))


def _in_sight(context: Context) -> Callable[[], str]:
    def why_not() -> str:
        visit = context.frame.where() if isinstance(context.frame, MainFrame) else None
        return "" if visit is not None and visit.page == "vendors" else tr("Go to Vendors first.")

    return why_not


def _selected(context: Context) -> Callable[[], str]:
    elsewhere = _in_sight(context)

    def why_not() -> str:
        if elsewhere():
            return elsewhere()
        page = _page(context)
        return "" if page and page.pane.table.selected_ids() else tr("Select vendors first.")

    return why_not
