"""Colours must be told apart by everybody: text at least 4.5:1, borders and rings at least 3:1."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

import pytest

from vendorrisk.ui.widgets.tokens import DARK, LIGHT, Kind, Tokens

GROUNDS = (
    "window",
    "surface",
    "alt",
    "sidebar",
    "selection",
    "control_hover",
    "control_pressed",
    "closed_day",
)
TEXTS = ("text", "text2", "text3", "link")


@cache
def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


schemes = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


@schemes
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_can_be_read_on_every_ground(tokens: Tokens, text, ground):
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@schemes
@pytest.mark.parametrize("kind", list(Kind))
def test_chips_can_be_read_also_without_their_ground(tokens: Tokens, kind):
    pair = tokens.chips[kind]
    assert contrast(pair.fg, pair.bg) >= 4.5
    for ground in ("surface", "window", "selection"):
        assert contrast(pair.fg, getattr(tokens, ground)) >= 4.5


@schemes
def test_text_on_the_filled_button_can_be_read_in_all_its_states(tokens: Tokens):
    for ground in (tokens.accent, tokens.accent_hover, tokens.accent_pressed):
        assert contrast(tokens.on_accent, ground) >= 4.5


@schemes
def test_borders_and_the_focus_ring_can_be_seen(tokens: Tokens):
    for ground in ("window", "surface", "alt", "sidebar"):
        assert contrast(tokens.control_border, getattr(tokens, ground)) >= 3
        assert contrast(tokens.accent, getattr(tokens, ground)) >= 3
    assert contrast(tokens.accent, tokens.selection) >= 3


@schemes
def test_numbers_in_the_heat_map_can_be_read(tokens: Tokens):
    assert all(contrast(pair.fg, pair.bg) >= 4.5 for pair in tokens.heat)


@schemes
def test_the_heat_map_goes_one_way_also_in_grey(tokens: Tokens):
    greys = [luminance(pair.bg) for pair in tokens.heat]
    assert greys == sorted(greys, reverse=not tokens.dark)
    assert len(set(greys)) == 5


@schemes
def test_paper_is_never_inverted(tokens: Tokens):
    assert luminance(tokens.paper) > 0.8
    assert contrast(tokens.ink, tokens.paper) >= 4.5
    assert contrast(tokens.ink2, tokens.paper) >= 4.5


def test_both_schemes_have_a_colour_for_every_role():
    for role in fields(Tokens):
        if role.type == "str":
            for tokens in (LIGHT, DARK):
                assert len(getattr(tokens, role.name)) == 7, role.name
