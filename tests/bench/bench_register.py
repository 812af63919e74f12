"""The register of 10,000 vendors: opening it, its first page, its filter, and reading beside an import."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, Thread

from tests.bench.ground import Ground
from tests.bench.rows import Row, median_of, memory_mb, milliseconds
from tests.bench.stock import LARGE, build_large
from vendorrisk.app.wiring import OpenWorkspace
from vendorrisk.domain.register.records import Vendor
from vendorrisk.usecases.register.list_import import IMPORT_LIST
from vendorrisk.usecases.register.vendor_listings import VendorFilter, VendorText
from vendorrisk.usecases.review.vendor_rows import VendorRows

PAGE = 100
IN_SIGHT = 25
TYPED = "cloud"
EVERYWHERE = frozenset(VendorText)


def rows() -> Iterator[Row]:
    ground = Ground.shared()
    imported = build_large(ground)
    if imported is not None:
        yield Row("import a list of 10,000 vendors as one step", imported, unit="s")
    yield _opening(ground)
    workspace = ground.open(LARGE)
    try:
        yield _first_page(workspace)
        yield from _keystrokes(workspace)
        yield _beside_an_import(workspace)
    finally:
        workspace.lock()
    yield Row("memory of a process that did all this", memory_mb(), unit="MB")


def _opening(ground: Ground) -> Row:
    def open_and_read() -> None:
        workspace = ground.open(LARGE)
        _page(VendorRows(workspace.office, workspace.listings))
        workspace.lock()

    figure = min(milliseconds(open_and_read) for _ in range(5))
    return Row(
        "open with the raw key, read the first page", figure, limit=400, note="without the window; least of 5"
    )


def _page(register: VendorRows, text: str = "") -> int:
    """Reads what the table reads: how many there are, the ids of a page, and the rows in sight."""
    query = register.query(text=text, searched=EVERYWHERE, filters=frozenset({VendorFilter.ACTIVE}))
    count = register.count(query)
    register.by_ids(register.ids(query, offset=0, limit=PAGE)[:IN_SIGHT])
    return count


def _first_page(workspace: OpenWorkspace) -> Row:
    taken = [_fresh_page(workspace) for _ in range(7)]
    note = f"first time {taken[0]:.0f}; {IN_SIGHT} rows in sight, nothing remembered"
    return Row("register of 10,000: count and first page", median_of(taken), limit=100, note=note)


def _keystrokes(workspace: OpenWorkspace) -> Iterator[Row]:
    register = VendorRows(workspace.office, workspace.listings)
    _page(register)
    letters = range(1, len(TYPED) + 1)
    best = [
        min(milliseconds(lambda end=end: _page(register, TYPED[:end])) for _ in range(3)) for end in letters
    ]
    note = f"letters of {TYPED!r} in name, purpose, place and owner"
    yield Row("register of 10,000: keystroke in the filter, slowest letter", max(best), limit=50, note=note)
    yield Row("register of 10,000: keystroke in the filter, median", median_of(best), limit=50)


def _fresh_page(workspace: OpenWorkspace) -> float:
    """Reads the first page with nothing remembered, as right after a change."""
    return milliseconds(lambda: _page(VendorRows(workspace.office, workspace.listings)))


def _beside_an_import(workspace: OpenWorkspace) -> Row:
    alone = median_of(_fresh_page(workspace) for _ in range(9))
    with _ImportHeld(workspace):
        beside = [_fresh_page(workspace) for _ in range(9)]
    note = f"{alone:.0f} ms alone; slowest beside it {max(beside):.0f}"
    delay = max(median_of(beside) - alone, 0.0)
    return Row("page read while an import holds its transaction: delay", delay, limit=5, note=note)


class _ImportHeld:
    """An import in another thread that has written and does not commit yet."""

    def __init__(self, workspace: OpenWorkspace) -> None:
        self._book = workspace.office.book.trying_out()
        self._written, self._go_on = Event(), Event()
        self._thread = Thread(target=self._hold)

    def _hold(self) -> None:
        with self._book.act(IMPORT_LIST, rows=1) as desk:
            desk.put(*(Vendor(id=f"held-{number}", name=f"Held {number}") for number in range(2000)))
            self._written.set()
            self._go_on.wait()

    def __enter__(self) -> None:
        self._thread.start()
        self._written.wait()

    def __exit__(self, *_: object) -> None:
        self._go_on.set()
        self._thread.join()
