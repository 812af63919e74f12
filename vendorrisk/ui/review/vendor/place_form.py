"""Adding and changing a place of an engagement: one form for storage and access together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.register.records import Location
from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import YES, Entry
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.register.record_entries import record_entries
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.register.places import TYPED, add_place, edit_place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.register.places import Place

STORES, REACHES = "stores", "reaches"


def _entries(context: Context) -> list[Entry]:
    fields = {one.key: one for one in record_entries(context, Location, TYPED)}
    ticks = [
        Entry(key=STORES, label=tr("Data is stored there"), ask=entries.truth()),
        Entry(key=REACHES, label=tr("Data is accessed from there"), ask=entries.truth()),
    ]
    return [fields["country"], fields["place"], *ticks, *(fields[key] for key in TYPED[2:])]


def new_place(context: Context, parent: QWidget, engagement_id: str) -> FormDialog:
    """Opens the form for a new place."""

    def work(typed: dict[str, str]) -> object:
        fields = {key: typed[key] for key in TYPED if typed[key]}
        return add_place(
            context.office, engagement_id, fields, stores=typed[STORES] == YES, reaches=typed[REACHES] == YES
        )

    return FormDialog(
        context, parent, tr("Add location"), _entries(context), verb=tr("Add"), work=work,
        values={STORES: True}, draft=f"form/place/{engagement_id}",
    ).unfold()  # fmt: skip


def change_place(context: Context, parent: QWidget, place: Place) -> FormDialog:
    """Opens the form for a place that exists."""
    first = place.locations[0]

    def work(typed: dict[str, str]) -> object:
        changed = dialog.changed()
        ticks = {"stores": typed[STORES] == YES, "reaches": typed[REACHES] == YES}
        as_before = ticks == {"stores": place.stores, "reaches": place.reaches}
        new_kind = (ticks["stores"] and not place.stores) or (ticks["reaches"] and not place.reaches)
        if not changed and as_before:
            return place
        given = typed if new_kind else changed
        fields = {key: text for key, text in given.items() if key in TYPED and (text or key in changed)}
        return edit_place(context.office, [one.id for one in place.locations], fields, **ticks)

    dialog = FormDialog(
        context, parent, tr("Location"), _entries(context), verb=tr("Save"), work=work,
        values={STORES: place.stores, REACHES: place.reaches, **{key: getattr(first, key) for key in TYPED}},
    )  # fmt: skip
    return dialog.unfold()
