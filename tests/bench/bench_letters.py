"""A thousand letters: from the register to files on the disk, and what that does to the memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from time import process_time

from tests.bench.ground import Ground
from tests.bench.rows import Row, memory_mb, milliseconds
from vendorrisk.app.wiring import OpenWorkspace
from vendorrisk.domain.notice.customer_file import CustomerRow, CustomersRead
from vendorrisk.domain.notice.records import ChangeKind
from vendorrisk.usecases.notice import changes, notices
from vendorrisk.usecases.notice.customer_import import import_customers
from vendorrisk.usecases.notice.letters import write_letters
from vendorrisk.usecases.register import vendors
from vendorrisk.usecases.workspace import settings

LETTERS = 1000
WARM_UP = 50
TERMS = (30, 14, 45, 60, 20)
ZONES = ("Europe/Zagreb", "Europe/Berlin", "America/New_York", "Asia/Kolkata")


def rows() -> Iterator[Row]:
    ground = Ground.shared()
    workspace = ground.make("letters")
    try:
        yield from _letters(ground, workspace)
    finally:
        workspace.lock()


def _letters(ground: Ground, workspace: OpenWorkspace) -> Iterator[Row]:
    change = _change(workspace)
    before = memory_mb()
    folder = ground.folder / "letters"
    marks: list[float] = []

    def step(done: int, _all: int) -> None:
        if done in {WARM_UP, LETTERS - 1}:
            marks.append(memory_mb())

    used = process_time()
    taken = milliseconds(lambda: write_letters(workspace.office, change, folder, ["pdf"], step=step)) / 1000
    written = len(list(folder.glob("*.pdf")))
    note = f"{LETTERS / taken:.0f} letters/s; {process_time() - used:.1f} s of processor time"
    yield Row(f"{written} one-page PDF letters, from the register to files", taken, unit="s", limit=10,
              note=note)  # fmt: skip
    note = f"{before:.0f} before the first, {marks[0]:.0f} after {WARM_UP}, {marks[1]:.0f} at the last"
    grown = marks[1] - marks[0]
    yield Row(f"memory grown between letter {WARM_UP} and {LETTERS}", grown, unit="MB", note=note)


def _change(workspace: OpenWorkspace) -> str:
    """A change that affects 1,000 customers, with its text approved."""
    office = workspace.office
    for name, value in (
        ("country", "HR"),
        ("address", "Ulica 12, 10000 Zagreb"),
        ("contact", "privacy@telecom.example"),
    ):
        settings.change_setting(office, name, value)
    typed = {"name": "Norte Cloud", "country": "BR", "address": "Av. Paulista 900, São Paulo"}
    purpose = {"purpose": "Stores message logs"}
    added = vendors.add_vendor(office, typed, purpose, service="SMS", storage=["BR"], access=["BR"])
    import_customers(office, CustomersRead(rows=tuple(map(_customer, range(LETTERS)))), agreed=True)
    planned = office.clock.today() + timedelta(days=150)
    change = changes.new_change(office, ChangeKind.ADD, added.engagement.id, planned)
    notices.approve_text(office, change.id)
    return change.id


def _customer(number: int) -> CustomerRow:
    return CustomerRow(
        where=f"bench:{number}", given=tuple(CustomerRow.__dataclass_fields__), name=f"Customer {number:04}",
        account_id=f"C-{number:04}", services=("SMS",), data_centre="EU", email=f"privacy@c{number}.example",
        notice_days=TERMS[number % len(TERMS)], timezone=ZONES[number % len(ZONES)],
    )  # fmt: skip
