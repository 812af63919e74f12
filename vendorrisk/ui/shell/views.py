"""The saved views of a table, kept among the window's own small texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vendorrisk.ui.widgets.dialogs import Dialog
from vendorrisk.ui.widgets.fields import TextField
from vendorrisk.ui.widgets.saved_views import SavedViews
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.widgets.frame import WindowStore
    from vendorrisk.ui.widgets.saved_views import ViewState

LONGEST_NAME = 60


class KeptViews:
    """Behind the protocol `ViewStore`: one text of JSON per table."""

    def __init__(self, store: WindowStore) -> None:
        self._store = store

    def load(self, table: str) -> Mapping[str, Any]:
        """Returns what was saved for a table; a damaged text counts as none."""
        try:
            kept = json.loads(self._store.get(f"views.{table}") or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def save(self, table: str, data: Mapping[str, Any]) -> None:
        """Keeps what a table is to remember."""
        self._store.put(f"views.{table}", json.dumps(data, ensure_ascii=False))


def views_of(store: WindowStore, table: str, supplied: Sequence[ViewState]) -> SavedViews:
    """Returns the views of a table, those supplied first."""
    return SavedViews(table, supplied, KeptViews(store))


def name_asker(parent: QWidget, supplied: Sequence[ViewState]) -> Callable[[str], str | None]:
    """Returns what asks for the name under which a view is saved; a supplied view's name is not taken."""
    taken = {view.name for view in supplied}

    def ask(start: str) -> str | None:
        dialog = Dialog(parent.window(), tr("Save this view"))
        field = TextField(placeholder=tr("Name of the view"), longest=LONGEST_NAME)
        field.control.setAccessibleName(tr("Name of the view"))
        field.load("" if start in taken else start)
        dialog.body.addWidget(field)
        verb = dialog.offer(tr("Save"))

        def judge() -> None:
            name = field.value()
            clash = tr("A supplied view has this name.") if name in taken else ""
            verb.disable_because(clash if name else tr("Give the view a name."))

        field.edited.connect(judge)
        judge()
        return field.value() if dialog.ask() else None

    return ask
