"""A restored workspace says on Home that it is a copy, until the person says that she uses it."""

from __future__ import annotations

import pytest

from tests.support.changing import a_context
from vendorrisk.ui.review.home_restored import RestoredBanner
from vendorrisk.usecases.journal.history import RESTORE


@pytest.fixture
def context(theme):
    return a_context()


def banner(context, qtbot):
    made = RestoredBanner(context)
    qtbot.addWidget(made)
    made.look()
    return made


def test_an_ordinary_workspace_says_nothing(context, qtbot):
    assert banner(context, qtbot).isHidden()


def test_a_copy_says_so_until_it_is_settled_and_again_after_the_next_restore(context, qtbot):
    context.office.book.note(RESTORE, sequence=7)
    copy = banner(context, qtbot)
    assert not copy.isHidden()
    assert copy.text().startswith("This is a copy, restored from a backup on ")
    copy._use.click()
    assert copy.isHidden()
    assert banner(context, qtbot).isHidden()
    context.office.book.note(RESTORE, sequence=9)
    assert not banner(context, qtbot).isHidden()
