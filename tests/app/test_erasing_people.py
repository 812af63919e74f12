"""erase and verify, from the call to the files: what goes, what stays and why, and which files still tell."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from tests.support.offices import put, stored
from vendorrisk.domain.notice.records import Customer, Notice

ADDRESS = "privacy@alder-bank.example"


@pytest.fixture
def notified(desk):
    """A customer who was told of a change, with the letter in the folder of outputs and a form half typed."""
    customers = desk.workspace.parent / "customers.csv"
    customers.write_text(f"name,account_id,email\nAlder Bank,a1,{ADDRESS}\n", encoding="utf-8")
    desk.ok("import", "customers", customers)
    with desk.opened() as workspace:
        office = workspace.office
        customer = stored(office, Customer)[0].id
        told = Notice(
            id="n", change_id="c", customer_id=customer, address=ADDRESS, proof="message 17",
            sent_at=datetime(2026, 11, 1, tzinfo=UTC),
        )  # fmt: skip
        put(office, told)
        office.drafts.write("customer.new", f'{{"email": "{ADDRESS}"}}')
    letter = EmailMessage()
    letter["To"] = ADDRESS
    folder = desk.workspace / "outputs" / "2026-01"
    folder.mkdir()
    (folder / "2026-01 alder-bank.eml").write_bytes(letter.as_bytes())
    (folder / "empty.txt").touch()
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.7 half a letter")
    (folder / f"{ADDRESS}.txt").write_text("Told on 1 November.", encoding="utf-8")
    (folder / "2026-01 birch.html").write_text("<p>privacy@birch.example</p>", encoding="utf-8")
    (desk.workspace / "templates" / "letter.txt").write_text(f"Copy to {ADDRESS}", encoding="utf-8")
    return desk


FILES = ["outputs/2026-01/2026-01 alder-bank.eml", f"outputs/2026-01/{ADDRESS}.txt", "templates/letter.txt"]


def test_the_preview_says_what_goes_what_stays_and_which_files_still_tell(notified):
    told = notified.ok("erase", ADDRESS, "--dry-run")
    assert [(one["kind"], one["of"], one["fields"]) for one in told["erased"]] == [
        ("customer", "Alder Bank", ["email", "salutation"])
    ]
    assert (told["kept"], told["drafts"]) == (1, 1)
    assert [(one["why"], one["records"]) for one in told["kept_because"]] == [("NOTICE", {"notice": 1})]
    assert (told["files"], told["files_unread"]) == (FILES, ["outputs/2026-01/damaged.pdf"])
    assert notified.ok("erase", ADDRESS, "--yes") | {"dry_run": True} == told


def test_the_plain_answer_names_every_remaining_place(notified):
    said = notified("erase", ADDRESS, "--yes").out.splitlines()
    assert said[0] == (
        f"Erased {ADDRESS} from contacts, customers and notices not yet sent, now and in their history."
        " Records: 1."
    )
    assert said[1] == "Half-typed texts that name this person are deleted too: 1."
    assert said[2].startswith("Kept because it proves that customers were notified, at which address")
    assert said[2].endswith("(GDPR Art. 17(3)(e)). Records: 1 (notice Alder Bank).")
    assert said[3].endswith(f"Files: 3 ({', '.join(FILES)}).")
    assert said[4] == "Files that could not be looked into: 1 (outputs/2026-01/damaged.pdf)."
    assert said[5].startswith("Not searched:")
    assert len(said) == 6


def test_no_file_of_the_workspace_tells_of_the_person_but_those_that_were_named(notified):
    told = notified.ok("erase", ADDRESS, "--yes")
    root = notified.workspace
    left = [
        path.relative_to(root).as_posix()
        for path in sorted(root.rglob("*"))
        if path.is_file() and (ADDRESS in path.name or ADDRESS.encode() in path.read_bytes())
    ]
    assert left == told["files"]


def test_whoever_stands_only_in_proofs_is_told_so(notified):
    notified.ok("erase", ADDRESS, "--yes")
    answer = notified("erase", ADDRESS, "--yes")
    assert answer.code == 4
    assert "Nothing of it is to be erased. Kept because it proves that customers were notified" in answer.err


def test_verify_says_on_which_day_by_whom_and_from_how_many_entries(notified):
    notified.ok("erase", ADDRESS, "--yes")
    said = notified("verify").out.splitlines()
    assert said[0].startswith("The journal is intact: ")
    assert said[1:] == [f"Personal data was erased on {erased_at(notified)} by Ana Novak. Entries: 1."]


def erased_at(desk):
    ((_, at, _),) = (one.values() for one in desk.ok("verify")["erased"])
    instant = datetime.fromisoformat(at)
    return f"{instant.day} November 2026 {instant:%H:%M} UTC"
