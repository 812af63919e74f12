"""Large registers to measure on, the same in every run."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from tests.bench.rows import milliseconds
from vendorrisk.domain.register.published import ListRead, ListRow
from vendorrisk.usecases.register.list_import import import_list

if TYPE_CHECKING:
    from tests.bench.ground import Ground

LARGE = "large"
VENDORS = 10_000
_SOUNDS = (
    "an",
    "bor",
    "cel",
    "dra",
    "el",
    "fin",
    "gor",
    "hal",
    "il",
    "jun",
    "kor",
    "lum",
    "mar",
    "nor",
    "ost",
    "pel",
)
_TRADES = ("Cloud", "Voice", "Data", "Mail", "Hosting", "Carrier", "Support", "Billing")
_FORMS = ("Ltd", "GmbH", "S.A.", "Inc.", "B.V.", "d.o.o.")
_PLACES = ("DE", "IE", "US", "BR", "HR", "IN", "FR", "SG")
_PURPOSES = ("Carrying calls", "Hosting of message logs", "Customer support", "Invoicing", "Sending e-mail")


def vendor_rows(count: int) -> tuple[ListRow, ...]:
    """So many vendors as a published list names them, each with two places."""
    dice = Random(20261121)
    return tuple(_vendor(dice, number) for number in range(count))


def _vendor(dice: Random, number: int) -> ListRow:
    word = "".join(dice.choices(_SOUNDS, k=4)).capitalize()
    return ListRow(
        name=f"{word} {dice.choice(_TRADES)} {dice.choice(_FORMS)}", purpose=dice.choice(_PURPOSES),
        storage=(dice.choice(_PLACES),), access=(dice.choice(_PLACES),), source=f"bench:{number}",
    )  # fmt: skip


def build_large(ground: Ground) -> float | None:
    """Builds the register of 10,000 vendors; returns the seconds of its import, None if it was there."""
    if ground.path(LARGE).is_dir():
        return None
    workspace = ground.make(LARGE)
    read = ListRead(rows=vendor_rows(VENDORS))
    seconds = milliseconds(lambda: import_list(workspace.office, read, service="VOICE")) / 1000
    workspace.lock()
    return seconds
