"""The menu View: the palette, the places, the way back, and how large everything is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.ui.shell.appearance import choose_scheme
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.shortcuts import Command
from vendorrisk.ui.widgets.theme import Scheme
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.shell.moves import Moves
    from vendorrisk.ui.shell.places import Spot

DIGITS = "123456789"
TEXT_STEP = 10
"""Percent by which one key press changes the text size."""


def commands(context: Context, spots: Sequence[Spot], moves: Moves) -> list[Command]:
    """Everything that changes what is in sight, and nothing in the register."""
    menu = tr("&View")
    places = [spot for spot in spots if spot.text]
    digits = [*DIGITS, *[""] * len(places)]
    return [
        Command(key="find", menu=menu, text=tr("Search or go to…"), keys=("Ctrl+K", "Ctrl+Shift+P"),
                run=partial(moves.find, ""), drawing=Icon.SEARCH),
        Command(key="back", menu=menu, text=tr("Back"), keys=("Alt+Left",), run=moves.back,
                drawing=Icon.ARROW_LEFT, starts_group=True),
        Command(key="forward", menu=menu, text=tr("Forward"), keys=("Alt+Right",), run=moves.forward,
                drawing=Icon.ARROW_RIGHT),
        *(_go_to(context, menu, spot, digit) for spot, digit in zip(places, digits, strict=False)),
        *_text_size(menu, moves),
        *_schemes(context, menu),
    ]  # fmt: skip


def _go_to(context: Context, menu: str, spot: Spot, digit: str) -> Command:
    return Command(
        key=f"go.{spot.key}", menu=menu, text=tr(spot.text), keys=(f"Ctrl+{digit}",) if digit else (),
        run=partial(context.go, spot.key), starts_group=digit == DIGITS[0],
    )  # fmt: skip


def _text_size(menu: str, moves: Moves) -> list[Command]:
    return [
        Command(key="text.larger", menu=menu, text=tr("Larger text"), keys=("Ctrl+=", "Ctrl++"),
                run=partial(moves.resize_text, TEXT_STEP), starts_group=True),
        Command(key="text.smaller", menu=menu, text=tr("Smaller text"), keys=("Ctrl+-",),
                run=partial(moves.resize_text, -TEXT_STEP)),
        Command(key="text.reset", menu=menu, text=tr("Normal text size"), keys=("Ctrl+0",),
                run=partial(moves.resize_text, 0)),
    ]  # fmt: skip


def _schemes(context: Context, menu: str) -> list[Command]:
    texts = {
        Scheme.SYSTEM: tr("Light or dark as the system"),
        Scheme.LIGHT: tr("Light"),
        Scheme.DARK: tr("Dark"),
        Scheme.SYSTEM_COLOURS: tr("The system’s own colours"),
    }
    return [
        Command(key=f"scheme.{scheme}", menu=menu, text=text, starts_group=scheme is Scheme.SYSTEM,
                run=partial(choose_scheme, context.store, scheme))
        for scheme, text in texts.items()
    ]  # fmt: skip
