"""Setting the owner of several vendors at once, as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from vendorrisk.domain.register.records import Vendor
from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import Entry
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.widgets.dialogs import SMALL
from vendorrisk.ui.widgets.fields import TextField
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases import editing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context


def set_owner(context: Context, parent: QWidget, vendor_ids: Sequence[str]) -> FormDialog:
    """Opens the form for the new owner; names that are known already are offered while typing."""
    title = tr_count("Set the owner of {count} vendor", "Set the owner of {count} vendors", len(vendor_ids))
    dialog = FormDialog(
        context, parent, title, [Entry(key="owner", label=tr("Owner"), ask=entries.line())],
        verb=tr("Set owner"), width=SMALL,
        work=lambda typed: editing.edit_several(context.office, Vendor, list(vendor_ids), typed),
    )  # fmt: skip
    field = dialog.form.field("owner")
    if isinstance(field, TextField):
        known = QCompleter(sorted({*context.listings.vendors.owners(), context.office.actor}), field)
        known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        known.setFilterMode(Qt.MatchFlag.MatchContains)
        field.line.setCompleter(known)
    return dialog.unfold()
