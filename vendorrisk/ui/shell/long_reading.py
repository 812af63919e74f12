"""Reading that grows with the register: at once in a small one, in another thread in a large one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from vendorrisk.usecases.register.vendor_listings import VendorQuery

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Job

T = TypeVar("T")

LARGE: Final = 1_000
"""Vendors from which on reading all of them would hold the window up so long that a person notices."""


class LongReading(Generic[T]):
    """One thing that is read again after every change; what was read last is what stays in sight.

    It is read in another thread in a large register only: in a small one it is there at once, and nothing
    flickers.
    """

    def __init__(
        self, context: Context, label: str, read: Callable[[], T], show: Callable[[T], None]
    ) -> None:
        self._context = context
        self._label = label
        self._read = read
        self._show = show
        self._job: Job | None = None
        self._outdated = False

    def again(self) -> None:
        """Reads and shows; what is still being read is read once more when it is there."""
        if self._job is not None and self._job.state == "running":
            self._outdated = True
        elif self._is_large():
            self._outdated = False
            self._job = self._context.gather(self._label, self._read, self._arrived)
        else:
            self._show(self._read())

    def _is_large(self) -> bool:
        every = VendorQuery(today=self._context.office.clock.today(), filters=frozenset())
        return self._context.listings.vendors.count(every) >= LARGE

    def _arrived(self, result: T) -> None:
        self._show(result)
        if self._outdated:
            self.again()
