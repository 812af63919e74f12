"""A restored workspace says on Home that it is a copy, until the person says that she uses it."""

from __future__ import annotations

import pytest

from tests.support.changing import a_context
from tests.ui.sights import Memory
from vendorrisk.ui.review.home_restored import RestoredBanner
from vendorrisk.ui.widgets.frame import MainFrame
from vendorrisk.ui.widgets.shortcuts import Commands
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


def test_the_title_says_that_it_is_a_copy_until_it_is_settled(context, qtbot):
    context.frame = MainFrame(title="Us", groups=[], commands=Commands(), store=Memory())
    qtbot.addWidget(context.frame)
    context.office.book.note(RESTORE, sequence=7)
    copy = banner(context, qtbot)
    assert context.frame.windowTitle() == "Us (restored copy)"
    copy._use.click()
    assert context.frame.windowTitle() == "Us"


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
