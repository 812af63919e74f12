"""What the tests of a change's page share: the page itself, and hands that work on it."""

from __future__ import annotations

import pytest

from tests.stories.hands import Hands
from tests.support.change_page import a_change_page
from tests.support.changing import a_context


@pytest.fixture
def context():
    """An office whose letters are really written."""
    return a_context()


@pytest.fixture
def page(qtbot, theme, context):
    """The page of a change; a test says of which."""
    return a_change_page(qtbot, context)


@pytest.fixture
def hands(qtbot, page):
    """Mouse and keys over that page."""
    return Hands(qtbot, lambda: page)
