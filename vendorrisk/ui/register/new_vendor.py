"""The form for a new vendor: a name and Enter suffice; a name that looks known is pointed out at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer

from vendorrisk.domain.register.records import Service, VendorKind
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import Entry
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.panels import Banner
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.notice.changes import ALL_SERVICES
from vendorrisk.usecases.register.new_vendors import KnownNames, take_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vendorrisk.domain.register.records import Vendor
    from vendorrisk.ui.shell.context import Context

HINT_REST_MS: Final = 120
"""Milliseconds without a letter before known names are compared."""
OF_VENDOR: Final = ("name", "country", "kind", "owner")
OF_ENGAGEMENT: Final = ("purpose", "service", "storage", "access")


class NewVendorForm(FormDialog):
    """Asks for a vendor, and for what it does for us if that is known already."""

    def __init__(self, context: Context, parent: QWidget, *, done: Callable[[Vendor], Any]) -> None:
        self._known = KnownNames(context.office)
        self._like = ""
        self.open_known = link(tr("Open it"))
        self.hint = Banner(Kind.WARN, "", action=self.open_known, closable=False)
        self.hint.hide()
        super().__init__(
            context, parent, tr("New vendor"), _entries(context), verb=tr("Add vendor"), work=self._take_in,
            done=done, draft="form/vendor/new",
            values={"owner": context.office.actor, "kind": VendorKind.THIRD_PARTY.value, "service": ""},
        )  # fmt: skip
        self.body.insertWidget(0, self.hint)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(HINT_REST_MS)
        self._rest.timeout.connect(self._look)
        self.form.edited.connect(lambda key: self._rest.start() if key == "name" else None)
        self.open_known.clicked.connect(self._open)
        self._look()  # a draft may have a name already

    def accept(self) -> None:
        """Adds the vendor; a hint that nobody has seen yet is shown first, and the next Enter adds it."""
        if self._rest.isActive():
            self._rest.stop()
            self._look()
            if self.hint.isVisible():
                return
        super().accept()

    def _take_in(self, typed: dict[str, str]) -> Vendor:
        engagement = {name: typed[name] for name in OF_ENGAGEMENT}
        if not any(engagement[name] for name in OF_ENGAGEMENT if name != "service"):
            engagement = {}
        return take_in(self._context.office, {name: typed[name] for name in OF_VENDOR}, engagement)

    def _look(self) -> None:
        found = self._known.like(self.form.field("name").value())
        self._like = found[0].id if found else ""
        self.hint.setVisible(bool(found))
        if found:
            names = ", ".join(one.name for one in found)
            self.hint.say(Kind.WARN, tr("Already in the register: {names}", names=names))
        self.fit()

    def _open(self) -> None:
        like = self._like
        self.reject()
        self._context.go("vendor", like)


def _entries(context: Context) -> list[Entry]:
    with context.office.book.reading() as reader:
        known = sorted((one.named(), one.code) for one in reader.find(Service) if one.code != ALL_SERVICES)
    services = [("", tr("All services")), *((code, name) for name, code in known)]
    kinds = [(kind.value, context.say(label(kind))) for kind in VendorKind]
    country, place = entries.place(context), entries.place(context, regions=entries.ANY_REGION)
    return [
        Entry(key="name", label=tr("Name"), ask=entries.line(tr("As in the contract")), required=True),
        Entry(key="country", label=tr("Country of establishment"), ask=country),
        Entry(key="kind", label=tr("Kind"), ask=entries.choice(kinds)),
        Entry(key="owner", label=tr("Owner"), ask=entries.line()),
        Entry(key="purpose", label=tr("What it does"), ask=entries.line(tr("Such as: e-mail delivery"))),
        Entry(key="service", label=tr("For our service"), ask=entries.choice(services)),
        Entry(key="storage", label=tr("Stores data in"), ask=place),
        Entry(key="access", label=tr("Accesses it from"), ask=place,
              hint=tr("Further locations are added on the vendor page.")),
    ]  # fmt: skip


def new_vendor(context: Context, parent: QWidget, *, done: Callable[[Vendor], Any]) -> FormDialog:
    """Opens the form; `done` hears of the vendor that was taken in."""
    return NewVendorForm(context, parent, done=done).unfold()
