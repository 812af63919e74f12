"""What is erased is gone from the files too: from the register's pages, its log, and everything beside."""

from __future__ import annotations

import pytest

from tests.support.decrypted import pages_in_plain
from vendorrisk.domain.register.records import Contact
from vendorrisk.usecases import editing
from vendorrisk.usecases.journal.history import erase_person
from vendorrisk.usecases.register import vendors

CANARY = "CANARY Luísa Prado"


@pytest.fixture
def workspace(desk):
    with desk.opened() as workspace:
        yield workspace


@pytest.fixture
def contact(workspace):
    added = vendors.add_vendor(
        workspace.office, {"name": "Norte Cloud", "country": "BR"}, {"purpose": "Hosting"}, service="SMS"
    )
    made = editing.add(workspace.office, Contact, {"name": CANARY}, vendor_id=added.vendor.id)
    return editing.edit(workspace.office, Contact, made.id, {"function": "DPO"})


def test_no_page_and_no_file_of_the_workspace_holds_what_was_erased(workspace, contact):
    canary = CANARY.encode()
    assert canary in pages_in_plain(workspace.vault)
    erase_person(workspace.office, (Contact, contact.id, ("name",)))
    assert canary not in pages_in_plain(workspace.vault)
    files = [path for path in workspace.vault.folder.root.rglob("*") if path.is_file()]
    assert [path for path in files if canary in path.read_bytes()] == []


def test_the_log_is_empty_after_an_erasure_and_the_journal_still_proves_itself(workspace, contact):
    log = next(workspace.vault.folder.root.rglob("*-wal"))
    assert log.stat().st_size > 0
    erase_person(workspace.office, (Contact, contact.id, ("name",)))
    assert log.stat().st_size == 0
    assert workspace.office.book.verify().intact
