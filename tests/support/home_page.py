"""Home over a register in memory."""

from __future__ import annotations

from typing import Any

from vendorrisk.ui.review.home_page import HomePage


def a_home_page(qtbot: Any, context: Any) -> HomePage:
    """Home as wide as a small screen leaves it, not read yet."""
    page = HomePage(context)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    return page


def shown(page: HomePage, qtbot: Any) -> HomePage:
    """The page, read anew and in sight."""
    page.reload()
    page.show()
    qtbot.waitExposed(page)
    return page
