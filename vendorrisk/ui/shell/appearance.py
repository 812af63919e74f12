"""How the window looks, as this person chose: kept in the preferences, never in the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from vendorrisk.ui.widgets.fonts import InterfaceFont
from vendorrisk.ui.widgets.theme import TEXT_SIZE_RANGE, Scheme, Theme, current_theme

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.ui.widgets.frame import WindowStore

_SCHEME, _TEXT_SIZE, _FONT = "look.scheme", "look.text_size", "look.font"
ORDINARY = 100


def dressed(app: QApplication, resources: Path, store: WindowStore) -> Theme:
    """The theme of the program as this person left it; what was kept and means nothing counts as not kept."""
    theme = Theme(resources, font=kept_font(store), text_size=kept_text_size(store))
    theme.apply(app, kept_scheme(store))
    return theme


def kept_scheme(store: WindowStore) -> Scheme:
    """The colours that were chosen."""
    kept = store.get(_SCHEME)
    return Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM


def kept_text_size(store: WindowStore) -> int:
    """The text size that was chosen, in percent."""
    kept = store.get(_TEXT_SIZE)
    least, most = TEXT_SIZE_RANGE
    return min(max(int(kept), least), most) if kept.isdecimal() else ORDINARY


def kept_font(store: WindowStore) -> InterfaceFont:
    """Whose letters were chosen."""
    kept = store.get(_FONT)
    return InterfaceFont(kept) if kept in set(InterfaceFont) else InterfaceFont.INTER


def choose_scheme(store: WindowStore, scheme: Scheme) -> None:
    """Puts colours in force, now and from the next start on."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        current_theme().apply(app, scheme)
    store.put(_SCHEME, scheme)


def choose_text_size(store: WindowStore, percent: int) -> None:
    """Makes all text larger or smaller, now and from the next start on."""
    theme = current_theme()
    theme.set_text_size(percent)
    store.put(_TEXT_SIZE, str(theme.text_size))


def change_text_size(store: WindowStore, by: int) -> None:
    """Larger or smaller by so many percent; 0 is back to the ordinary size."""
    choose_text_size(store, current_theme().text_size + by if by else ORDINARY)


def choose_font(store: WindowStore, font: InterfaceFont) -> None:
    """Changes the letters, now and from the next start on."""
    current_theme().set_interface_font(font)
    store.put(_FONT, font)
