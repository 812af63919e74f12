"""Adding and editing one record in a form, the same way for every kind that a person edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.register.record_entries import record_entries
from vendorrisk.ui.widgets.dialogs import MIDDLE
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases import editing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from vendorrisk.domain.record import Record
    from vendorrisk.ui.shell.context import Context


def add_record(
    context: Context,
    parent: QWidget,
    kind: type[Record],
    title: str,
    names: Iterable[str],
    *,
    start: Mapping[str, Any] | None = None,
    width: int = MIDDLE,
    **given: Any,
) -> FormDialog:
    """Opens the form for a new record; `given` are the ids it belongs to, `start` what it begins with."""

    def work(typed: dict[str, str]) -> Record:
        filled = {name: text for name, text in typed.items() if text}
        return editing.add(context.office, kind, filled, **given)

    owner = "/".join(str(value) for value in given.values())
    return FormDialog(
        context, parent, title, record_entries(context, kind, names), verb=tr("Add"), work=work,
        values=start, draft=f"form/{editing.EDITED[kind]}/new/{owner}", width=width,
    ).unfold()  # fmt: skip


def edit_record(
    context: Context,
    parent: QWidget,
    record: Record,
    title: str,
    names: Iterable[str],
    *,
    width: int = MIDDLE,
) -> FormDialog:
    """Opens the form for a record that exists; only what was changed is written, as one step."""
    chosen, kind = list(names), type(record)

    def work(_typed: dict[str, str]) -> Record:
        changed = dialog.changed()
        return editing.edit(context.office, kind, record.id, changed) if changed else record

    dialog = FormDialog(
        context, parent, title, record_entries(context, kind, chosen), verb=tr("Save"), work=work,
        values={name: getattr(record, name) for name in chosen},
        draft=f"form/{editing.EDITED[kind]}/{record.id}", width=width,
    )  # fmt: skip
    return dialog.unfold()
