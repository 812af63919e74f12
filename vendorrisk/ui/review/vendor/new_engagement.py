"""The form for a further engagement of a vendor: what it does, for which of our services, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorrisk.domain.register.records import Engagement, Service
from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import Entry
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.register.record_entries import record_entries
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.notice.changes import ALL_SERVICES
from vendorrisk.usecases.register.vendors import add_engagement

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vendorrisk.domain.register.records import Vendor
    from vendorrisk.ui.shell.context import Context

OF_ENGAGEMENT: Final = ("purpose", "owner", "reaches_locked")


def new_engagement(
    context: Context, parent: QWidget, vendor: Vendor, *, done: Callable[[Engagement], None]
) -> FormDialog:
    """Opens the form; `done` hears of the new engagement."""

    def work(typed: dict[str, str]) -> Engagement:
        return add_engagement(
            context.office, vendor.id, {name: typed[name] for name in OF_ENGAGEMENT},
            service=typed["service"], storage=_given(typed["storage"]), access=_given(typed["access"]),
        )  # fmt: skip

    return FormDialog(
        context, parent, tr("New engagement of {vendor}", vendor=vendor.name), _entries(context),
        verb=tr("Add engagement"), work=work, done=done, draft=f"form/engagement/new/{vendor.id}",
        values={"service": ALL_SERVICES, "owner": vendor.owner or context.office.actor},
    ).unfold()  # fmt: skip


def _entries(context: Context) -> list[Entry]:
    with context.office.book.reading() as reader:
        known = sorted((one.named(), one.code) for one in reader.find(Service))
    services = [(code, name) for name, code in known if code != ALL_SERVICES]
    place = entries.place(context, regions=entries.ANY_REGION)
    (reach,) = record_entries(context, Engagement, ["reaches_locked"])
    return [
        Entry(key="purpose", label=tr("What it does"), required=True,
              ask=entries.line(tr("Such as: e-mail delivery"))),
        Entry(key="service", label=tr("For our service"),
              ask=entries.choice([(ALL_SERVICES, tr("All services")), *services])),
        Entry(key="owner", label=tr("Owner"), ask=entries.line()),
        Entry(key="storage", label=tr("Stores data in"), ask=place),
        Entry(key="access", label=tr("Accesses it from"), ask=place,
              hint=tr("Further locations are added on the vendor page.")),
        reach,
    ]  # fmt: skip


def _given(country: str) -> list[str]:
    return [country] if country else []
