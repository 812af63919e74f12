"""Steps of the notice: who is affected, when each may be live, letters that go out, answers that come in."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import Qt

from vendorrisk.domain.notice.customer_file import COLUMNS


def a_customer_file(path: Path, customers: dict[str, dict[str, str]]) -> Path:
    """Customers with their terms, as a sales system exports them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(COLUMNS), restval="")
        table.writeheader()
        for name, terms in customers.items():
            table.writerow({"name": name, "account_id": name.split()[0].upper()} | terms)
    return path


def imports_customers(ana, file) -> list[str]:
    """Customers, Import…, a look at every row, Import; returns the customers on file."""
    ana.goes_to("Customers")
    ana.picks(file)
    ana.hands.clicks("Import…")
    ana.hands.waits_for_dialog(f"Import {file.name}")
    rows = ana.hands.rows("Rows of the file")
    ana.hands.clicks(f"Import {len(rows)} rows" if len(rows) > 1 else "Import 1 row")
    ana.hands.waits_until(ana.is_idle, "the end of the import")
    return sorted(ana.hands.column("Customers", "Customer"))


def starts_a_change(ana, planned: str) -> None:
    """From the vendor's page: what changes, and from which day."""

    def fill():
        ana.hands.fills_in({"What changes": "Add", "First day of use": planned})
        ana.hands.clicks("Start change")

    with ana.hands.answering("New change", fill):
        ana.hands.clicks("Start change…")


def opens_the_change(ana, number: str) -> None:
    """Changes, and the one with this number."""
    ana.goes_to("Changes")
    ana.hands.opens_row("Changes", number)


def affected(ana) -> tuple[dict[str, str], dict[str, str]]:
    """Who is told and why, and who is not and why not."""
    untold = "Customers who are not notified"
    return told(ana), {row["Customer"]: row["Why not"] for row in ana.hands.rows(untold)}


def told(ana) -> dict[str, str]:
    """Who is told and why."""
    ana.opens_step("Who is affected")
    return {row["Customer"]: row["Why"] for row in ana.hands.rows("Customers who are notified")}


def dates(ana) -> dict[str, str]:
    """From which day each customer's terms permit use."""
    ana.opens_step("Dates")
    return {row["Customer"]: row["Use from"] for row in ana.hands.rows("Dates of each customer")}


def approves_the_text(ana) -> None:
    """Reads a letter and releases the text."""
    ana.opens_step("Text")
    ana.hands.clicks("Approve text")


def writes_the_letters(ana, folder, count: int) -> None:
    """Create letters, as PDF and drafts of mails, into a folder."""
    folder.mkdir()
    ana.picks(folder)
    verb = "Create 1 letter" if count == 1 else f"Create {count} letters"
    with ana.hands.answering(verb, lambda: ana.hands.clicks("Choose folder…")):
        ana.hands.clicks(verb)
    ana.hands.waits_until(ana.is_idle, "the end of the letters")


def marks_them_sent(ana, proof: str) -> None:
    """Says when they went out and what proves it."""

    def fill():
        ana.hands.fills("Proof", proof)
        ana.hands.clicks("Mark as sent")

    with ana.hands.answering("Mark ", fill):
        ana.hands.clicks("Mark as sent…")


def records_an_objection(ana, customer: str, facts: dict[str, str]) -> None:
    """A customer's letter of objection has come in."""
    ana.opens_step("Window")
    ana.hands.goes_to_row("Answers of customers", customer)

    def fill():
        ana.hands.fills_in(facts)
        ana.hands.clicks("Record objection")

    with ana.hands.answering("Record an objection", fill):
        ana.hands.clicks("Record objection…")


def records_the_outcome(ana, customer: str, facts: dict[str, str]) -> None:
    """What became of an objection."""
    ana.opens_step("Window")
    ana.hands.goes_to_row("Objections", customer)

    def fill():
        ana.hands.fills_in(facts)
        ana.hands.clicks("Record outcome")

    with ana.hands.answering("Objection of ", fill):
        ana.hands.clicks("Record outcome…")


def records_an_approval(ana, customer: str, day: str) -> None:
    """A customer has approved in writing."""
    ana.opens_step("Window")
    ana.hands.goes_to_row("Answers of customers", customer)

    def fill():
        ana.hands.fills("Approved in writing on", day)
        ana.hands.clicks("Record answer")

    with ana.hands.answering("Answer of ", fill):
        ana.hands.clicks("Record answer…")


def goes_live(ana) -> None:
    """The last step of a change."""
    ana.opens_step("Live")
    with ana.hands.answering("Is this change live", lambda: ana.hands.presses(Qt.Key.Key_Return)):
        ana.hands.clicks("Go live today")
