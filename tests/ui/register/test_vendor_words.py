"""How derived facts are put into a line."""

from __future__ import annotations

import pytest

from vendorrisk.ui.register.vendor_words import places_short, places_text, unstopped


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Checks quality.", "Checks quality"),
        ("Checks quality", "Checks quality"),
        ("And on...", "And on..."),
    ],
)
def test_a_sentence_loses_its_full_stop_before_a_comma(sentence, shown):
    assert unstopped(sentence) == shown


@pytest.mark.parametrize(
    ("codes", "short", "whole"),
    [
        ((), "", ""),
        (("NO",), "Norway", "Norway"),
        (("NO", "DE", "LT"), "Norway +2", "Norway, Germany, Lithuania"),
    ],
)
def test_several_places_are_told_by_the_name_of_the_first(codes, short, whole):
    names = {"NO": "Norway", "DE": "Germany", "LT": "Lithuania"}
    assert places_short(codes, names.__getitem__) == short
    assert places_text(codes, names.__getitem__) == whole
