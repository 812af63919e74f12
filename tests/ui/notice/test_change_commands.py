"""The menu Notice has the verbs of changes: usable where its page has them, else greyed with why."""

from __future__ import annotations

import pytest

from tests.support.changing import a_change, a_context
from tests.ui.sights import Memory
from vendorrisk.ui.notice.change_page import ChangePage
from vendorrisk.ui.notice.changes_page import ChangesPage
from vendorrisk.ui.notice.commands import commands_for
from vendorrisk.ui.widgets.frame import MainFrame
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.nav import Place
from vendorrisk.ui.widgets.shortcuts import Commands

PLACE = Place(key="changes", text="Changes", drawing=Icon.CHANGES)
VERBS = ("change.letters", "change.sent", "change.published", "change.bundle")


@pytest.fixture
def frame(theme, qtbot):
    context = a_context()
    widget = MainFrame(title="Us", groups=[[PLACE]], commands=Commands(), store=Memory())
    qtbot.addWidget(widget)
    widget.register("changes", lambda: ChangesPage(context))
    widget.register("change", lambda: ChangePage(context), place="changes")
    context.frame = widget
    widget.context = context
    return widget


def why_not(frame):
    known = {one.key: one for one in commands_for(frame.context)}
    assert known["change.new"].why_not() == ""
    return [known[key].why_not() for key in VERBS]


def test_each_verb_says_why_it_cannot_be_used(frame):
    frame.go("changes")
    assert why_not(frame) == ["Open a change first."] * len(VERBS)
    frame.go("change", a_change(frame.context.office).id)
    page = frame.page("change")
    assert why_not(frame) == [
        page.letters.accessibleDescription(),
        "No letter was created yet.",
        "Nobody waits to be notified by publication.",
        "Nobody was notified yet.",
    ]


def test_a_view_without_rows_says_that_there_is_nothing_to_export(frame):
    frame.go("changes")
    assert frame.page("changes").nothing_to_export() == "This view has no rows to export."
    a_change(frame.context.office)
    frame.page("changes").reload()
    assert frame.page("changes").nothing_to_export() == ""


def test_a_verb_presses_the_button_of_the_page(frame):
    frame.go("change", a_change(frame.context.office).id)
    pressed = []
    frame.page("change").sent.clicked.connect(lambda: pressed.append("sent"))
    frame.page("change").sent.clicked.disconnect(frame.page("change").doings.mark_sent)
    frame.page("change").sent.disable_because("")
    next(one for one in commands_for(frame.context) if one.key == "change.sent").run()
    assert pressed == ["sent"]
