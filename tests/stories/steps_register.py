"""Steps of the register: a published list comes in, a vendor is taken in, a list goes out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from tests.stories.hands import CTRL, SHIFT

LIST = Path(__file__).parent / "files" / "sub-processors.html"


def imports_the_published_list(ana, file=LIST) -> list[str]:
    """Vendors, Import…, a look at every row, Import; returns the vendors in the register."""
    ana.goes_to("Vendors")
    ana.picks(file)
    ana.hands.clicks("Import…")
    ana.hands.waits_for_dialog(f"Import {file.name}")
    rows = ana.hands.rows("Rows of the list")
    ana.hands.clicks(f"Import {len(rows)} rows")
    ana.hands.waits_until(ana.is_idle, "the end of the import")
    return vendors(ana)


def vendors(ana) -> list[str]:
    """The names in the register as the table shows them."""
    ana.goes_to("Vendors")
    return sorted(ana.hands.column("Vendors", "Vendor"))


def takes_in_a_vendor(ana, facts: dict[str, str]) -> None:
    """Ctrl+Shift+N, a name and what is known, Enter."""
    ana.hands.presses(Qt.Key.Key_N, CTRL | SHIFT, on=ana.window)
    ana.hands.waits_for_dialog("New vendor")
    ana.hands.fills_in(facts)
    ana.hands.clicks("Add vendor")


def opens_the_vendor(ana, name: str) -> None:
    """From the register to a vendor's page."""
    ana.goes_to("Vendors")
    ana.hands.opens_row("Vendors", name)
    ana.hands.chooses_tab("Overview")


def rates(ana, ratings: dict[str, str]) -> None:
    """Rates the factors of the engagement, named by their labels."""
    ana.hands.clicks(f"Rate: {len(ratings)} ratings are missing")
    ana.hands.waits_for_dialog("Edit ratings")
    for label, rating in ratings.items():
        ana.hands.fills(f"{label} (1 to 5)", rating)
    ana.hands.clicks("Save")


def records_a_transfer(ana, facts: dict[str, str]) -> None:
    """Adds a transfer on the tab of places, under standard contractual clauses."""
    ana.hands.clicks("Add transfer")
    ana.hands.waits_for_dialog("Add transfer")
    ana.hands.fills_in(facts)
    ana.hands.ticks("Annexes are complete")
    ana.hands.clicks("Add")


def answers_on_the_locked_environment(ana, answer: str) -> None:
    """Needs attention, Answer: whether the vendor can technically reach the region-locked environment."""
    ana.hands.clicks("Answer: Can it access the region-locked environment?")
    ana.hands.waits_for_dialog("Edit engagement")
    ana.hands.fills("Can access the region-locked environment", answer)
    ana.hands.clicks("Save")


def describes_the_engagement(ana, facts: dict[str, str], *data: str) -> None:
    """More, Edit engagement: why this role, which data, and that the chain is known whole."""
    ana.hands.chooses_from("More", "Edit engagement…")
    ana.hands.waits_for_dialog("Edit engagement")
    ana.hands.fills_in(facts)
    ana.hands.ticks(*data, "All fourth parties are listed")
    ana.hands.clicks("Save")
