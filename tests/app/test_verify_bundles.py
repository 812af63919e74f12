"""verify FILE: a letter, an evidence bundle and each file of it are as they were made, or are named."""

from __future__ import annotations

import zipfile
from datetime import timedelta

import pytest

from tests.support.sendable import ready_to_tell
from vendorrisk.usecases.notice import letters, notices
from vendorrisk.usecases.notice.evidence_bundle import write_bundle
from vendorrisk.usecases.workspace import settings


@pytest.fixture
def bundle(stocked, tmp_path):
    """A command line, and the bundle of a change whose notices went out."""
    desk, ids = stocked
    with desk.opened() as workspace:
        office = workspace.office
        for name, value in (("address", "Ulica 1, Zagreb"), ("contact", "privacy@acme.example")):
            settings.change_setting(office, name, value)
        ready_to_tell(office, ids["change"])
        letters.write_letters(office, ids["change"], tmp_path / "letters")
        sent_at = office.clock.now() - timedelta(seconds=1)
        notices.mark_sent(office, ids["change"], sent_at, proof="server log")
        bundled = write_bundle(office, ids["change"], tmp_path / "bundle.zip")
        assert bundled.missing == ()
    return desk, bundled.file


def test_a_bundle_and_everything_in_it_is_verified(bundle, tmp_path):
    desk, file = bundle
    assert "Intact: the evidence bundle of change 2026-01" in desk("verify", file).out
    with zipfile.ZipFile(file) as content:
        content.extractall(tmp_path / "open")
    parts = [path for path in (tmp_path / "open").rglob("*") if path.is_file()]
    assert {path.name for path in parts} >= {"manifest.json", "evidence.json", "dossier.pdf"}
    assert all(desk.ok("verify", path)["intact"] for path in parts)
    letter = next(path for path in parts if path.parent.name == "letters")
    assert "Intact: the letter to" in desk("verify", letter).out


def test_a_letter_as_it_lies_in_its_folder_is_verified(bundle, tmp_path):
    desk, _ = bundle
    for letter in (tmp_path / "letters").glob("*.pdf"):
        assert desk.ok("verify", letter)["intact"]


def test_a_letter_that_was_touched_is_none_of_ours(bundle, tmp_path):
    desk, _ = bundle
    letter = next((tmp_path / "letters").glob("*.pdf"))
    letter.write_bytes(letter.read_bytes() + b" ")
    assert desk("verify", letter).code == 4


def test_a_bundle_that_was_touched_names_the_file(bundle):
    desk, file = bundle
    with zipfile.ZipFile(file, "a") as content:
        content.writestr("letters/another.pdf", b"%PDF forged")
    answer = desk("verify", file, "--json")
    assert (answer.code, answer.json["intact"], answer.json["differs"]) == (1, False, ["letters/another.pdf"])
