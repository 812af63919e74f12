"""How derived facts are put into a line."""

from __future__ import annotations

import pytest

from vendorrisk.ui.register.vendor_words import unstopped


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
