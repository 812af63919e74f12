"""What proves a change: every letter byte by byte, all facts beside it, and a verdict on each file later."""

from __future__ import annotations

import hashlib
import io
import json
import tracemalloc
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.changing import SENT, a_change, a_context
from tests.support.sendable import ready_to_tell
from vendorrisk.domain.diligence.acceptance import Acceptance, Approver, DpoOpinion
from vendorrisk.domain.diligence.records import Document, Severity
from vendorrisk.domain.message import NotFound, Refused
from vendorrisk.domain.notice.records import Customer, Notice, ObjectionState
from vendorrisk.usecases.diligence import findings
from vendorrisk.usecases.editing import EDIT
from vendorrisk.usecases.notice import notices, objections, verifying_bundles
from vendorrisk.usecases.notice.evidence_bundle import write_bundle
from vendorrisk.usecases.notice.letters import write_letters
from vendorrisk.usecases.register import publishing
from vendorrisk.usecases.review.verifying_files import verify_file


class Stopped(Exception):
    """The person has thought better of it."""


@pytest.fixture
def office():
    return a_context().office


@pytest.fixture
def sent(office, tmp_path):
    """A change whose letters went out, with one objection that was withdrawn; a day has passed since."""
    change = a_change(office)
    publishing.publish(office, publishing.Profile.GLOBAL, tmp_path / "public", ["json"])
    ready_to_tell(office, change.id)
    write_letters(office, change.id, tmp_path / "letters", ["eml"])
    notices.mark_sent(office, change.id, SENT, proof="server log")
    raised = objections.object_to(office, change.id, "c1", SENT + timedelta(hours=1), text="Not Brazil")
    objections.resolve(office, raised.id, ObjectionState.WITHDRAWN, note="solved on the phone")
    office.clock.day += timedelta(days=1)
    office.clock.at += timedelta(days=1)
    return change


def members(path):
    with zipfile.ZipFile(path) as bundle:
        return {name: bundle.read(name) for name in bundle.namelist()}


def rewritten(path, **changes):
    parts = members(path) | {name.replace("__", "."): content for name, content in changes.items()}
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as bundle:
        for name, part in parts.items():
            bundle.writestr(name, part)
    path.write_bytes(content.getvalue())
    return path


def edit_customer(office, key, **values):
    with office.book.act(EDIT[Customer]) as desk:
        desk.put(replace(desk.get(Customer, key), **values))


def test_the_bundle_holds_every_letter_as_it_was_sent(office, sent, tmp_path):
    edit_customer(office, "c2", name="Birch Renamed", email="new@birch.example")
    bundled = write_bundle(office, sent.id, tmp_path / "bundle.zip")
    assert (bundled.letters, bundled.missing) == (4, ())
    parts = members(bundled.file)
    letters = {
        hashlib.sha256(part).hexdigest() for name, part in parts.items() if name.startswith("letters/")
    }
    with office.book.reading() as reader:
        assert letters == {one.content_sha256 for one in reader.find(Notice)}
    assert parts["dossier.pdf"].startswith(b"%PDF")
    assert [name for name in parts if name.startswith("lists/")] == ["lists/global-v1-rows.json"]


def test_it_tells_on_whose_word_a_risk_was_accepted(office, sent, tmp_path):
    raised = findings.raise_finding(office, sent.engagement_id, Severity.M, "Old keys")
    findings.raise_finding(office, sent.engagement_id, Severity.L, "Not accepted")
    wish = Acceptance(
        until=office.clock.today() + timedelta(days=30), reason="Replaced in spring.",
        approvers=frozenset(Approver), dpo_opinion=DpoOpinion.UNFAVOURABLE, dpo_text="Too long.",
        compensating="Log-ins are watched.",
    )  # fmt: skip
    findings.accept(office, raised.id, wish)
    told = json.loads(members(write_bundle(office, sent.id, tmp_path / "bundle.zip").file)["evidence.json"])
    (kept,) = told["accepted_risks"]
    assert (kept["title"], kept["accepted_by"], kept["accepted_why"], kept["compensating"]) == (
        "Old keys", "CISO, HEAD_OF_PRIVACY", "Replaced in spring.", "Log-ins are watched.",
    )  # fmt: skip
    assert (kept["dpo_opinion"], kept["dpo_text"]) == ("UNFAVOURABLE", "Too long.")
    assert {"decisions", "moves", "hand_checks"} <= set(told)


def test_its_facts_are_dates_with_sums_objections_and_the_journal(office, sent, tmp_path):
    parts = members(write_bundle(office, sent.id, tmp_path / "bundle.zip").file)
    told = json.loads(parts["evidence.json"])
    first = told["customers"][0]
    assert (first["customer"], first["last_notice_day"], first["earliest"]) == (
        "Alder", "2026-12-07", "2026-12-08",
    )  # fmt: skip
    assert first["notice"]["sent_at"] == "2026-11-23T08:00:00Z"
    assert any("+ 14 calendar days of notice = 7 December 2026" in step for step in first["steps"])
    (objection,) = first["objections"]
    assert (objection["text"], objection["state"], objection["outcome_note"]) == (
        "Not Brazil", "WITHDRAWN", "solved on the phone",
    )  # fmt: skip
    actions = [line["action"] for line in told["journal"]]
    assert actions == [
        "change.add", "change.approve_text", "letters.write", "notice.sent", "objection.add",
        "objection.move",
    ]  # fmt: skip
    assert told["not_affected"][0]["customer"] == "Yew"


def test_the_manifest_names_every_file_and_is_kept(office, sent, tmp_path):
    bundled = write_bundle(office, sent.id, tmp_path / "bundle.zip")
    parts = members(bundled.file)
    manifest = json.loads(parts.pop("manifest.json"))
    assert manifest["files"] == [
        {"name": name, "size": len(part), "sha256": hashlib.sha256(part).hexdigest()}
        for name, part in sorted(parts.items())
    ]
    assert manifest["number"] == sent.number
    with office.book.reading() as reader:
        (kept,) = reader.find(Document, kind="OTHER")
    assert (kept, kept.number) == (bundled.kept, sent.number)


def test_bundle_letters_and_parts_are_verified(office, sent, tmp_path):
    path = write_bundle(office, sent.id, tmp_path / "bundle.zip").file
    whole = verify_file(office, path)
    assert (whole.intact, whole.what.key) == (True, "verify.bundle.intact")
    keys = set()
    for name, content in members(path).items():
        part = tmp_path / name.replace("/", "_")
        part.write_bytes(content)
        proved = verify_file(office, part)
        assert proved.intact
        keys.add(proved.what.key)
    assert keys == {"verify.letter.sent", "verify.bundle.part"}


def test_a_bundle_whose_files_were_touched_names_them(office, sent, tmp_path):
    path = rewritten(write_bundle(office, sent.id, tmp_path / "bundle.zip").file, evidence__json=b"{}")
    proved = verify_file(office, path)
    assert (proved.intact, proved.differs) == (False, ("evidence.json",))


def test_a_forged_manifest_belongs_to_no_bundle_of_ours(office, sent, tmp_path):
    path = rewritten(write_bundle(office, sent.id, tmp_path / "bundle.zip").file, manifest__json=b"{}")
    with pytest.raises(NotFound):
        verify_file(office, path)


def test_a_name_that_stands_twice_is_never_proved(office, sent, tmp_path):
    path = write_bundle(office, sent.id, tmp_path / "bundle.zip").file
    dossier = members(path)["dossier.pdf"]
    with zipfile.ZipFile(path, "a") as bundle, pytest.warns(UserWarning, match="Duplicate name"):
        bundle.writestr("dossier.pdf", dossier)
    proved = verify_file(office, path)
    assert (proved.intact, proved.differs) == (False, ("dossier.pdf",))


def test_a_bomb_in_a_bundle_costs_no_memory_and_is_not_proved(office, sent, tmp_path, monkeypatch):
    path = write_bundle(office, sent.id, tmp_path / "bundle.zip").file
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("letters/bomb.pdf", bytes(64 << 20))
    tracemalloc.start()
    assert verify_file(office, path).differs == ("letters/bomb.pdf",)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 24 << 20
    for most in (32 << 20, (64 << 20) + 1):  # less than the bomb, and less than all together
        monkeypatch.setattr(verifying_bundles, "MOST_UNPACKED", most)
        with pytest.raises(NotFound):
            verify_file(office, path)


def test_a_damaged_bundle_is_proved_only_where_all_that_it_holds_is_untouched(office, sent, tmp_path):
    path = write_bundle(office, sent.id, tmp_path / "bundle.zip").file
    whole, made, refused = path.read_bytes(), members(path), 0
    for at in range(0, len(whole), len(whole) // 40):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            proved = verify_file(office, path)
        except NotFound:
            refused += 1
        else:  # a changed date in the container leaves what it holds intact
            assert not proved.intact or members(path) == made
    assert refused > 0


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"", b"no zip at all"])
def test_what_is_no_bundle_is_not_found(office, tmp_path, content):
    (tmp_path / "strange.zip").write_bytes(content)
    with pytest.raises(NotFound):
        verify_file(office, tmp_path / "strange.zip")


def test_a_letter_that_cannot_be_printed_again_is_found_in_its_folder(office, sent, tmp_path):
    without = newer_program(office)
    assert write_bundle(without, sent.id, tmp_path / "a.zip").letters == 0
    bundled = write_bundle(without, sent.id, tmp_path / "b.zip", letters_in=tmp_path / "letters")
    assert (bundled.letters, bundled.missing) == (4, ())


def newer_program(office):
    """An office whose letters look different now, as after an update of the program."""

    class Newer:
        def __init__(self, papers):
            self._papers = papers

        def __getattr__(self, name):
            return getattr(self._papers, name)

        def letter(self, facts, formats):
            return self._papers.letter(replace(facts, written_on=date(2020, 1, 1)), formats)

    return replace(office, papers=Newer(office.papers))


def test_a_letter_that_is_nowhere_is_named(office, sent, tmp_path):
    bundled = write_bundle(newer_program(office), sent.id, tmp_path / "bundle.zip")
    assert bundled.missing == ("Alder", "Birch", "Cedar", "Dogwood")
    told = json.loads(members(bundled.file)["evidence.json"])
    assert {one["letter_in_bundle"] for one in told["customers"]} == {False}


def test_letters_of_two_days_are_both_found(office, tmp_path):
    change = a_change(office)
    ready_to_tell(office, change.id)
    write_letters(office, change.id, tmp_path / "letters")
    notices.mark_sent(office, change.id, SENT, proof="log", customer_ids=["c1"])
    office.clock.day = date(2026, 11, 26)
    office.clock.at += timedelta(days=3)
    write_letters(office, change.id, tmp_path / "letters")
    notices.mark_sent(office, change.id, office.clock.now(), proof="log", customer_ids=["c2", "c3", "c4"])
    assert write_bundle(office, change.id, tmp_path / "bundle.zip").letters == 4


def test_before_anything_was_sent_there_is_nothing_to_prove(office, tmp_path):
    change = a_change(office)
    with pytest.raises(Refused):
        write_bundle(office, change.id, tmp_path / "bundle.zip")


@pytest.mark.parametrize("where", ["step", "seal"])
def test_a_cancel_leaves_neither_file_nor_record(office, sent, tmp_path, where):
    def stop(*_args):
        raise Stopped

    with pytest.raises(Stopped):
        write_bundle(office, sent.id, tmp_path / "bundle.zip", **{where: stop})
    assert not (tmp_path / "bundle.zip").exists()
    with office.book.reading() as reader:
        assert reader.find(Document, kind="OTHER") == []
