"""The page of a change over a register in memory, as a person has it before the eyes."""

from __future__ import annotations

from vendorrisk.ui.notice.change_page import ChangePage


def a_change_page(qtbot, context) -> ChangePage:
    """The page, shown, and fresh after everything that happens."""
    page = ChangePage(context)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    context.changes.happened.connect(page.reload)
    page.show()
    return page
