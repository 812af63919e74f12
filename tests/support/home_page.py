"""Home over a register in memory."""

from __future__ import annotations

from typing import Any

from vendorrisk.domain.register.records import Contact
from vendorrisk.usecases.editing import ADD


def shown(page: Any, qtbot: Any) -> Any:
    """The page, read anew and in sight."""
    page.reload()
    page.show()
    qtbot.waitExposed(page)
    return page


def put(context: Any, *records: Any) -> None:
    """Stores records as one step."""
    with context.office.book.act(ADD[Contact]) as desk:
        desk.put(*records)
