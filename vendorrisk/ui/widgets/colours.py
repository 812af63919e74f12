"""Tokens as Qt's palette, and the desktop's own palette as tokens."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtGui import QColor, QPalette

from vendorrisk.ui.widgets.tokens import Kind, Pair, Tokens

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


def palette_from(tokens: Tokens) -> QPalette:
    """Returns the palette of a scheme: every role, for active, inactive and disabled widgets."""
    palette = QPalette()
    for role, colour in _ordinary(tokens).items():
        for group in (Group.Active, Group.Inactive, Group.Disabled):
            palette.setColor(group, role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText, Role.HighlightedText):
        palette.setColor(Group.Disabled, role, QColor(tokens.disabled))
    for role, colour in (
        (Role.Base, tokens.window),
        (Role.Highlight, tokens.separator),
        (Role.Accent, tokens.disabled),
    ):
        palette.setColor(Group.Disabled, role, QColor(colour))
    return palette


def _ordinary(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        Role.Window: tokens.window,
        Role.WindowText: tokens.text,
        Role.Base: tokens.surface,
        Role.AlternateBase: tokens.alt,
        Role.Text: tokens.text,
        Role.PlaceholderText: tokens.text3,
        Role.Button: tokens.surface,
        Role.ButtonText: tokens.text,
        Role.BrightText: tokens.on_accent,
        Role.ToolTipBase: tokens.surface,
        Role.ToolTipText: tokens.text,
        Role.Highlight: tokens.selection,
        Role.HighlightedText: tokens.text,
        Role.Accent: tokens.accent,
        Role.Link: tokens.link,
        Role.LinkVisited: tokens.link,
        Role.Light: tokens.surface,
        Role.Midlight: tokens.hair,
        Role.Mid: tokens.separator,
        Role.Dark: tokens.control_border,
        Role.Shadow: tokens.control_border,
    }


def tokens_from(palette: QPalette) -> Tokens:
    """Returns the desktop's own colours under our names, for what is painted by hand.

    Meaning then rests on shape and text alone: every kind of mark has the desktop's text colour.
    """

    def colour(role: QPalette.ColorRole, group: QPalette.ColorGroup = Group.Active) -> str:
        return palette.color(group, role).name()

    text, base, window = colour(Role.Text), colour(Role.Base), colour(Role.Window)
    accent, on_accent = colour(Role.Highlight), colour(Role.HighlightedText)
    line = colour(Role.WindowText)
    plain, marked = Pair(fg=text, bg=base), Pair(fg=on_accent, bg=accent)
    return Tokens(
        dark=palette.color(Role.Base).lightness() < palette.color(Role.Text).lightness(),
        window=window, surface=base, alt=base, sidebar=window,
        text=text, text2=text, text3=text, link=colour(Role.Link),
        accent=accent, accent_hover=accent, accent_pressed=accent, on_accent=on_accent,
        control_border=line, control_hover=base, control_pressed=base,
        separator=line, hair=line, track=window, closed_day=window,
        paper="#FFFFFF", ink="#1B1F24", ink2="#4A525E",
        selection=base,
        disabled=colour(Role.Text, Group.Disabled), disabled_border=colour(Role.Text, Group.Disabled),
        chips=MappingProxyType(dict.fromkeys(Kind, plain)),
        heat=(plain, plain, plain, marked, marked),
    )  # fmt: skip
