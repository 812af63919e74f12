"""Every visible text passes one door."""

from __future__ import annotations

import pytest

from tests.support.pseudo import pseudo
from vendorrisk.ui.widgets.words import install_translator, tr, tr_count


@pytest.fixture
def spoken():
    yield install_translator
    install_translator(None)


def test_without_a_translator_the_source_is_shown():
    assert tr("Back to {place}", place="Vendors") == "Back to Vendors"
    assert tr("Braces {stay} where no fact is given") == "Braces {stay} where no fact is given"


def test_a_translator_is_given_the_source_and_the_facts_go_into_its_answer(spoken):
    spoken({"Back to {place}": "Zurück zu {place}"}.__getitem__)
    assert tr("Back to {place}", place="Anbieter") == "Zurück zu Anbieter"


def test_facts_may_have_any_name():
    assert tr("{text} and {one}", text="a", one="b") == "a and b"


@pytest.mark.parametrize(("count", "shown"), [(0, "0 letters"), (1, "1 letter"), (2, "2 letters")])
def test_numbers_choose_their_form(count, shown):
    assert tr_count("{count} letter", "{count} letters", count) == shown


def test_the_pseudo_language_is_longer_and_keeps_the_placeholders():
    shown = pseudo("Back to {place}")
    assert shown.startswith("[")
    assert shown.endswith("]")
    assert "{place}" in shown
    assert len(shown) >= 1.4 * len("Back to {place}")
