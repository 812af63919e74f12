"""What the pages of a vendor and of the quarter add to the menus, the other reports, and erasing a person.

The keys of its neighbours belong to the page alone, where Alt+Up and Alt+Down mean them; the menu names them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.frame import MainFrame
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.shortcuts import Command
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.ui.review.report_doings import ReportDoings
    from vendorrisk.ui.review.reports_page import ReportsPage
    from vendorrisk.ui.review.vendor_page import VendorPage
    from vendorrisk.ui.shell.context import Context


def commands_for(context: Context) -> Sequence[Command]:
    """The doings of the vendor in sight, its neighbours, and the reports."""
    return [*_of_vendor(context), *_of_reports(context)]


def _of_vendor(context: Context) -> list[Command]:
    menu, on_page = tr("Ven&dor"), partial(_on_page, context)
    none, not_engaged = partial(_no_vendor, context), partial(_no_engagement, context)
    return [
        Command(key="vendor.edit", menu=menu, text=tr("Edit vendor…"), drawing=Icon.EDIT,
                run=on_page(lambda page: page.doings.edit_vendor()), why_not=none, starts_group=True),
        Command(key="vendor.move", menu=menu, text=tr("Move to another stage…"),
                run=on_page(lambda page: page.doings.move()), why_not=not_engaged),
        Command(key="vendor.ask", menu=menu, text=tr("Send this vendor a questionnaire…"), drawing=Icon.MAIL,
                run=on_page(lambda page: page.doings.send_questionnaire()),
                why_not=partial(_not_asked, context)),
        Command(key="vendor.document", menu=menu, text=tr("Add document…"), drawing=Icon.DOCUMENT,
                run=on_page(lambda page: page.doings.add_document()), why_not=none),
        Command(key="vendor.finding", menu=menu, text=tr("Raise a finding…"), drawing=Icon.FLAG,
                run=on_page(lambda page: page.doings.raise_finding()), why_not=not_engaged),
        Command(key="vendor.change", menu=menu, text=tr("Start change…"), drawing=Icon.CHANGES,
                run=on_page(lambda page: page.doings.start_change()), why_not=not_engaged),
        Command(key="vendor.previous", menu=menu, text=tr("Previous vendor\tAlt+Up"),
                run=on_page(lambda page: page.step(-1)), why_not=none, starts_group=True),
        Command(key="vendor.next", menu=menu, text=tr("Next vendor\tAlt+Down"),
                run=on_page(lambda page: page.step(1)), why_not=none),
        Command(key="person.erase", menu=tr("&Edit"), text=tr("Erase a person…"),
                run=partial(_erase_person, context), starts_group=True),
    ]  # fmt: skip


def _of_reports(context: Context) -> list[Command]:
    menu, on_quarter = tr("&Report"), partial(_on_quarter, context)
    return [
        Command(key="report.quarter", menu=menu, text=tr("Quarterly vendor review"), drawing=Icon.REPORTS,
                run=partial(context.go, "reports")),
        Command(key="report.save", menu=menu, text=tr("Save the quarterly review…"), drawing=Icon.DOWNLOAD,
                run=on_quarter(lambda page: page.save_pdf()), why_not=_greyed(context, "save")),
        Command(key="report.print", menu=menu, text=tr("Print the quarterly review…"),
                run=on_quarter(lambda page: page.print_report()), why_not=_greyed(context, "print")),
        Command(key="report.freeze", menu=menu, text=tr("Freeze the quarter…"),
                run=on_quarter(lambda page: page.freeze_quarter()), why_not=_greyed(context, "freeze")),
        Command(key="report.assessment", menu=menu, text=tr("Report on an assessment…"),
                run=lambda: _doings(context).assessment(), starts_group=True),
        Command(key="report.vendor", menu=menu, text=tr("Report on a vendor…"),
                run=lambda: _doings(context).vendor()),
        Command(key="list.publish", menu=menu, text=tr("Publish the list of sub-processors…"),
                run=partial(_publish, context), starts_group=True),
    ]  # fmt: skip


def _quarter(context: Context) -> ReportsPage | None:
    """The page of the quarter, if it is in sight."""
    frame = context.frame
    visit = frame.where() if isinstance(frame, MainFrame) else None
    if not isinstance(frame, MainFrame) or visit is None or visit.page != "reports":
        return None
    from vendorrisk.ui.review.reports_page import ReportsPage  # noqa: PLC0415  (slow import)

    page = frame.page("reports")
    return page if isinstance(page, ReportsPage) else None


def _on_quarter(context: Context, act: Callable[[ReportsPage], None]) -> Callable[[], None]:
    def run() -> None:
        page = _quarter(context)
        if page is not None:
            act(page)

    return run


def _greyed(context: Context, button: str) -> Callable[[], str]:
    """Why a button of the quarter cannot be pressed now, in its own words."""

    def why_not() -> str:
        page = _quarter(context)
        if page is None:
            return tr("Open the quarterly review first.")
        return str(getattr(page, button).accessibleDescription())

    return why_not


def _doings(context: Context) -> ReportDoings:
    from vendorrisk.ui.review.report_doings import ReportDoings  # noqa: PLC0415  (slow import)

    return ReportDoings(context)


def _publish(context: Context) -> None:
    from vendorrisk.ui.register.publish_list import publish_list  # noqa: PLC0415  (slow import)

    frame = context.frame
    if isinstance(frame, MainFrame):
        publish_list(context, frame)


def _erase_person(context: Context) -> None:
    from vendorrisk.ui.review.erasing import erase_person  # noqa: PLC0415  (seldom needed)

    frame = context.frame
    erase_person(context, frame if isinstance(frame, MainFrame) else None)


def _page(context: Context) -> VendorPage | None:
    """The page of the vendor in sight, if one is."""
    frame = context.frame
    visit = frame.where() if isinstance(frame, MainFrame) else None
    if not isinstance(frame, MainFrame) or visit is None or visit.page != "vendor":
        return None
    from vendorrisk.ui.review.vendor_page import VendorPage  # noqa: PLC0415  (slow import)

    page = frame.page("vendor")
    return page if isinstance(page, VendorPage) else None


def _on_page(context: Context, act: Callable[[VendorPage], None]) -> Callable[[], None]:
    def run() -> None:
        page = _page(context)
        if page is not None:
            act(page)

    return run


def _no_vendor(context: Context) -> str:
    page = _page(context)
    return "" if page is not None and page.sheet is not None else tr("Open a vendor first.")


def _not_asked(context: Context) -> str:
    page = _page(context)
    why = page.sheet.not_asked if page is not None and page.sheet is not None else None
    return _no_engagement(context) or (context.say(why) if why else "")


def _no_engagement(context: Context) -> str:
    page = _page(context)
    if page is None or page.sheet is None:
        return _no_vendor(context)
    return "" if page.doings.engagement is not None else tr("It has no engagement yet.")
