"""Adding and changing a transfer: under each field stands whether the transfer needs it, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.register.records import Flow
from vendorrisk.ui.register.record_dialog import add_record, edit_record
from vendorrisk.ui.widgets.dialogs import LARGE
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.diligence.transfer_view import transfer_needs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.register.form_dialog import FormDialog
    from vendorrisk.ui.shell.context import Context

FIELDS: Final = (
    "kind", "exporter", "exporter_country", "importer", "importer_country", "regimes", "mechanism", "module",
    "annexes_complete", "condition_met", "ground", "checked_on", "next_due", "fallback", "tia_outcome",
    "tia_made_on", "tia_valid_until", "valid_from", "valid_to",
)  # fmt: skip
"""Who to whom under which laws, on what ground, with what it rests on (domain.md 1.2, 2.6, 2.8)."""


def new_transfer(
    context: Context, parent: QWidget, engagement_id: str, start: Mapping[str, Any]
) -> FormDialog:
    """Opens the form for a new transfer of an engagement."""
    dialog = add_record(
        context, parent, Flow, tr("Add transfer"), FIELDS, start=start, width=LARGE,
        engagement_id=engagement_id,
    )  # fmt: skip
    return _marked(context, dialog, engagement_id)


def change_transfer(context: Context, parent: QWidget, flow: Flow) -> FormDialog:
    """Opens the form of a transfer that exists."""
    dialog = edit_record(context, parent, flow, tr("Transfer"), FIELDS, width=LARGE)
    return _marked(context, dialog, flow.engagement_id)


def _marked(context: Context, dialog: FormDialog, engagement_id: str) -> FormDialog:
    """Keeps what is needed written under its field, as what is typed changes it."""

    def mark() -> None:
        needs = transfer_needs(context.office, engagement_id, dialog.typed())
        for key in FIELDS:
            what = context.say(needs[key]) if key in needs else ""
            dialog.form.set_hint(key, tr("Needed. {what}", what=what) if what else "")

    dialog.form.edited.connect(lambda _key: mark())
    mark()
    dialog.fit()
    return dialog
