"""The register's columns, its supplied views and what it can be filtered by, as data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.register.records import Service, Stage
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.register.vendor_source import (
    OUTSIDE_EEA,
    OWNER,
    PLACE,
    SERVICE,
    STAGE,
    STATE,
    VendorHandle,
)
from vendorrisk.ui.register.vendor_words import places_short, places_text, status_of
from vendorrisk.ui.widgets.columns import Cell, Column, check_column
from vendorrisk.ui.widgets.filterbar import Choice, FilterChoices
from vendorrisk.ui.widgets.query import Sort
from vendorrisk.ui.widgets.saved_views import ViewState
from vendorrisk.ui.widgets.words import mark, tr
from vendorrisk.usecases.register.vendor_listings import VendorFilter, VendorOrder
from vendorrisk.usecases.review.vendor_rows import place_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.review.vendor_rows import VendorRow

VIEWS: Final = (
    ("active", mark("All active")),
    ("overdue", mark("Overdue")),
    ("due", mark("Due in 30 days")),
    ("outside", mark("Outside the EEA")),
    ("no_dpa", mark("No valid agreement")),
    ("never", mark("Never assessed")),
    ("mine", mark("Mine")),
    ("archived", mark("Archived")),
)
STATES: Final = (
    (VendorFilter.OVERDUE, mark("Overdue")),
    (VendorFilter.DUE_30, mark("Due in 30 days")),
    (VendorFilter.NEVER_ASSESSED, mark("Never assessed")),
    (VendorFilter.NO_DPA, mark("No valid agreement")),
    (VendorFilter.OPEN_FINDING, mark("Open finding")),
    (VendorFilter.BAD_TRANSFER, mark("Transfer not valid")),
    (VendorFilter.AFFILIATE, mark("Our group")),
    (VendorFilter.THIRD_PARTY, mark("Third party")),
)


def supplied_views() -> list[ViewState]:
    """Returns the views every person has."""
    by_name = (Sort(VendorOrder.NAME),)
    return [ViewState(name=tr(name), scope=scope, sort=by_name) for scope, name in VIEWS]


def columns(context: Context) -> list[Column]:
    """Returns the columns in their order; those not shown can be brought in."""
    say = context.say
    name = partial(place_name, context.office)
    return [
        check_column(tr("Select")),
        Column(key="vendor", title=tr("Vendor"), value=_of(lambda row: row.name), width=154, strong=True,
               sort_key=VendorOrder.NAME),
        Column(key="purpose", title=tr("Service"), value=_of(lambda row: row.purpose), width=112,
               fold=2, sort_key=VendorOrder.PURPOSE, tip=tr("What the vendor does for us")),
        Column(key="place", title=tr("Location"), value=_of(lambda row: places_text(row.places, name)),
               text=lambda handle: places_short(handle.row.places if handle.row else (), name),
               shortened=True, width=118, fold=1, sort_key=VendorOrder.PLACE,
               tip=tr("Where data is stored or accessed from")),
        Column(key="risk", title=tr("Risk"), value=_of(lambda row: status_of(row.risk, say)), width=110,
               kind=Cell.STATUS),
        Column(key="assessment", title=tr("Assessment"), width=122, kind=Cell.STATUS,
               value=_of(lambda row: status_of(row.assessment, say)), sort_key=VendorOrder.DUE),
        Column(key="documents", title=tr("Documents"), width=158, kind=Cell.STATUS,
               value=_of(lambda row: status_of(row.documents, say))),
        Column(key="transfer", title=tr("Transfer"), width=128, kind=Cell.STATUS, fold=4,
               value=_of(lambda row: status_of(row.transfer, say))),
        Column(key="owner", title=tr("Owner"), value=_of(lambda row: row.owner), width=110, fold=3,
               sort_key=VendorOrder.OWNER),
        *_on_demand(say),
    ]  # fmt: skip


def _on_demand(say: Callable[[Any], str]) -> list[Column]:
    return [
        Column(key="legal_name", title=tr("Legal entity"), value=_of(lambda row: row.legal_name), width=180,
               shown=False),
        Column(key="kind", title=tr("Kind"), width=110, shown=False,
               value=_of(lambda row: tr("Our group") if row.affiliate else tr("Third party"))),
        Column(key="services", title=tr("Used by"), value=_of(lambda row: ", ".join(row.services)), width=130,
               shown=False, tip=tr("Which of our services use it")),
        Column(key="stage", title=tr("Stage"), width=130, shown=False,
               value=_of(lambda row: say(row.stage) if row.stage else "")),
        Column(key="score", title=tr("Score"), kind=Cell.NUMBER, width=72, shown=False,
               value=_of(lambda row: None if row.score is None else round(row.score)),
               tip=tr("Risk of 100, after controls where they were assessed")),
        Column(key="assessed_on", title=tr("Last assessed"), kind=Cell.DATE, width=120, shown=False,
               value=_of(lambda row: row.assessed_on)),
        Column(key="next_due", title=tr("Next due"), kind=Cell.DATE, width=120, shown=False,
               value=_of(lambda row: row.next_due), sort_key=VendorOrder.DUE),
        Column(key="findings", title=tr("Open findings"), kind=Cell.NUMBER, width=110, shown=False,
               value=_of(lambda row: row.findings)),
    ]  # fmt: skip


def _of(value: Callable[[VendorRow], Any]) -> Callable[[VendorHandle], Any]:
    """Reads a value of a vendor; one that was removed meanwhile has none."""

    def read(handle: VendorHandle) -> Any:
        row = handle.row
        return None if row is None else value(row)

    return read


def filters(context: Context) -> list[FilterChoices]:
    """Returns what the register can be filtered by; the choices are read when the menu unfolds."""
    return [
        FilterChoices(key=STATE, title=tr("State"), choices=_states),
        FilterChoices(key=PLACE, title=tr("Location"), choices=partial(_places, context)),
        FilterChoices(key=OWNER, title=tr("Owner"), choices=partial(_owners, context)),
        FilterChoices(key=SERVICE, title=tr("Used by"), choices=partial(_services, context)),
        FilterChoices(key=STAGE, title=tr("Stage"), choices=partial(_stages, context)),
    ]


def _states() -> list[Choice]:
    return [Choice(value=value, title=tr(name), chip=tr(name)) for value, name in STATES]


def _places(context: Context) -> list[Choice]:
    outside = tr("Outside the EEA")
    used = context.listings.vendors.places(context.office.clock.today())
    named = sorted((place_name(context.office, code), code) for code in used)
    return [
        Choice(value=OUTSIDE_EEA, title=outside, chip=outside),
        *(Choice(value=code, title=name, chip=name) for name, code in named),
    ]


def _owners(context: Context) -> list[Choice]:
    return [
        Choice(value=name, title=name.replace("&", "&&"), chip=tr("Owner {name}", name=name))
        for name in context.listings.vendors.owners()
    ]


def _services(context: Context) -> Sequence[Choice]:
    with context.office.book.reading() as reader:
        named = sorted((one.named(), one.id) for one in reader.find(Service))
    return [Choice(value=key, title=name.replace("&", "&&"), chip=name) for name, key in named]


def _stages(context: Context) -> list[Choice]:
    return [
        Choice(value=stage.value, title=context.say(label(stage)), chip=context.say(label(stage)))
        for stage in Stage
    ]
