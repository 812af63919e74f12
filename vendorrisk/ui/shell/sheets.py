"""Dialogs of later stages that earlier ones open: found by name, as the places of the window are."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context

SHEETS = {
    "add_document": ("diligence.document_dialog", "add_document"),
}
"""Name -> module below `vendorrisk.ui` and the function that opens it: `f(context, parent, **facts)`."""


def open_sheet(context: Context, parent: QWidget, name: str, **facts: Any) -> Any:
    """Opens a dialog by its name."""
    module, function = SHEETS[name]
    return getattr(import_module(f"vendorrisk.ui.{module}"), function)(context, parent, **facts)
