"""The places of the window in the order of the story; a page is imported when it is first gone to."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.words import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A page: its key, the module and class that make it, and its entry in the navigation, if it has one.

    `group` numbers the groups of the navigation; `belongs_to` names the entry that a page without one lights,
    if there is one.
    """

    key: str
    module: str
    page: str
    text: str = ""
    drawing: Icon | None = None
    group: int = 0
    belongs_to: str = ""

    @property
    def whole_module(self) -> str:
        """The module by its whole name."""
        return f"vendorrisk.ui.{self.module}"

    def make(self, context: Context) -> QWidget:
        """Imports and builds the page."""
        page: QWidget = getattr(import_module(self.whole_module), self.page)(context)
        return page


SPOTS: tuple[Spot, ...] = (
    Spot(key="home", module="review.home_page", page="HomePage", text=mark("Home"), drawing=Icon.HOME),
    Spot(key="vendors", module="register.vendors_page", page="VendorsPage", text=mark("Vendors"),
         drawing=Icon.VENDORS, group=1),
    Spot(key="vendor", module="review.vendor_page", page="VendorPage", belongs_to="vendors"),
    Spot(key="assessments", module="diligence.assessments_page", page="AssessmentsPage",
         text=mark("Assessments"), drawing=Icon.ASSESSMENTS, group=1),
    Spot(key="answer_review", module="diligence.answer_review_page", page="AnswerReviewPage",
         belongs_to="assessments"),
    Spot(key="documents", module="diligence.documents_page", page="DocumentsPage",
         text=mark("Documents"), drawing=Icon.DOCUMENT, group=1),
    Spot(key="changes", module="notice.changes_page", page="ChangesPage", text=mark("Changes"),
         drawing=Icon.CHANGES, group=2),
    Spot(key="change", module="notice.change_page", page="ChangePage", belongs_to="changes"),
    Spot(key="customers", module="notice.customers_page", page="CustomersPage", text=mark("Customers"),
         drawing=Icon.CUSTOMERS, group=2),
    Spot(key="reports", module="review.reports_page", page="ReportsPage", text=mark("Reports"),
         drawing=Icon.REPORTS, group=3),
    Spot(key="activity", module="shell.activity_page", page="ActivityPage", text=mark("Activity"),
         drawing=Icon.ACTIVITY, group=3),
    Spot(key="settings", module="shell.settings_page", page="SettingsPage"),
)  # fmt: skip


LAST_PLACE = "window.place"
"""Where the preferences keep the place that the window was closed at."""


def first_spot(kept: object, spots: Sequence[Spot] = SPOTS) -> Spot:
    """Where the window begins: the place where it was left, Home at first."""
    places = [spot for spot in spots if spot.text]
    return next((spot for spot in places if spot.key == kept), places[0])
