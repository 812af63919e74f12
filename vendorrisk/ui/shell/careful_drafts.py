"""Half-typed texts as the window keeps them: where it cannot, work goes on and the person is told why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.usecases.ports import Drafts


class CarefulDrafts:
    """Drafts that never fail: a full disk must not keep a dialog from being left, nor undo what was done."""

    def __init__(self, drafts: Drafts, trouble: Callable[[UserError], None]) -> None:
        """Takes the drafts of the register, and who is told why one cannot be kept."""
        self._drafts = drafts
        self._trouble = trouble

    def read(self, key: str) -> str | None:
        """The draft under this key; None also where it cannot be read."""
        try:
            return self._drafts.read(key)
        except UserError as error:
            self._trouble(error)
            return None

    def write(self, key: str, text: str) -> None:
        """Keeps a draft, if it can."""
        try:
            self._drafts.write(key, text)
        except UserError as error:
            self._trouble(error)

    def drop(self, key: str) -> None:
        """Forgets a draft, if it can."""
        try:
            self._drafts.drop(key)
        except UserError as error:
            self._trouble(error)
