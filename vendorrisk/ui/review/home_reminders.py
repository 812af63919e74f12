"""Reminders for several vendors at once: who has a questionnaire out, and one mail draft for each chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from vendorrisk.ui.diligence.reminding import remind
from vendorrisk.ui.review.home_words import near
from vendorrisk.ui.widgets.dialogs import MIDDLE, Dialog
from vendorrisk.ui.widgets.labels import tip, wrapping
from vendorrisk.ui.widgets.many_field import ManyField
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import CONTROL_SMALL, SPACE_1
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.review.reminders import awaited

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.review.reminders import Awaited

MOST_ROWS: Final = 12
"""Rows that are seen at once; more are scrolled."""


class RemindersDialog(Dialog):
    """A box for each vendor that was asked and has not answered; those that are late are ticked."""

    def __init__(
        self, parent: QWidget | None, found: Sequence[Awaited], today: date, chosen: Collection[str] = ()
    ) -> None:
        """Takes whom an answer is awaited from, and the ids of those to tick if not the late ones."""
        super().__init__(parent, tr("Draft reminders"), width=MIDDLE)
        self.body.addWidget(
            wrapping(tr("One e-mail draft (.eml) is written for each vendor. Nothing is sent from here."))
        )
        self.vendors = ManyField([(one.vendor_id, _words(one, today)) for one in found], columns=1)
        self.vendors.control.setAccessibleName(tr("Vendors"))
        late = [one.vendor_id for one in found if one.address and one.due is not None and one.due < today]
        wanted = [one.vendor_id for one in found if one.address and one.vendor_id in chosen]
        self.vendors.load(wanted if chosen else late)
        for one in found:
            self.vendors.box(one.vendor_id).setEnabled(bool(one.address))
            if not one.address:
                reason = tr("Add a contact with an address to the vendor.")
                self.vendors.box(one.vendor_id).setToolTip(tip(reason))
        self.body.addWidget(_scrolled(self.vendors, len(found)))
        self.verb = self.offer(tr("Write drafts…"))
        self.vendors.edited.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        self.verb.disable_because("" if self.vendors.value() else tr("Choose at least one vendor."))


def draft_reminders(context: Context, parent: QWidget, chosen: Collection[str] = ()) -> None:
    """Asks for which vendors and where to, then writes the drafts in a job and opens their folder."""
    found = awaited(context.office)
    if not found:
        context.messages.explain(
            tr("No questionnaire is out with a vendor."), tr("There is nobody to remind.")
        )
        return
    dialog = RemindersDialog(parent.window(), found, context.office.clock.today(), chosen)
    chosen = dialog.vendors.value() if dialog.ask() else ()
    if chosen:
        remind(context, chosen)


def _words(one: Awaited, today: date) -> str:
    facts = {"vendor": one.name.replace("&", "&&"), "address": one.address or tr("no address on record")}
    if one.due is None:
        return tr("{vendor}, {address}", **facts)
    days = (today - one.due).days
    if days > 0:
        return tr_count(
            "{vendor}, {count} day late, {address}", "{vendor}, {count} days late, {address}", days, **facts
        )
    return tr("{vendor}, due {day}, {address}", day=near(one.due, today), **facts)


def _scrolled(field: QWidget, rows: int) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its boxes take it; they have room for the ring round them
    field.setContentsMargins(SPACE_1, 0, SPACE_1, 0)
    field.setProperty("page", "true")
    area.setWidget(field)
    height = field.sizeHint().height()
    current_theme().keep_height(area, min(height, MOST_ROWS * CONTROL_SMALL) if rows else CONTROL_SMALL)
    return area
