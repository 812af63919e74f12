"""What could start a formula is guarded, and only the guard is taken off again."""

from __future__ import annotations

import pytest

from vendorrisk.domain.formulas import guarded, unguarded


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-5", "@cell", "＝1", "  =1", "'quoted"])
def test_a_text_that_starts_like_a_formula_is_guarded_and_comes_back(text):
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "Acme", "1 - 2", "it's"])
def test_any_other_text_stays_as_it_is(text):
    assert guarded(text) == unguarded(text) == text
