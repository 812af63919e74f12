"""Evidence comes back exactly as it went in, or not at all; nothing of it lies on the disk in clear."""

from __future__ import annotations

import hashlib
import io
import stat
import sys
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.vaults import random_bytes_from
from vendorrisk.store import evidence
from vendorrisk.store.evidence import (
    EvidenceChanged,
    EvidenceDamaged,
    EvidenceMissing,
    EvidenceShelf,
    ShelfReport,
)
from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.sealed_file import CHUNK_BYTES, seal
from vendorrisk.usecases.safe_files import DiskFull
from vendorrisk.usecases.workspace.opening_outcomes import WorkspaceLocked

KEY = DataKey(bytes(range(32)))
CANARY = b"CANARY-Duro-Saric"
TAG = 16
HEADER = 37


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "files"
    place.mkdir()
    return place


@pytest.fixture
def shelf(folder):
    return EvidenceShelf(folder, KEY, random_bytes=random_bytes_from(5))


def put(shelf, content):
    return shelf.keep_stream(io.BytesIO(content))


def got(shelf, evidence_id):
    return b"".join(shelf.read(evidence_id))


def file_of(folder, kept):
    return folder / kept.evidence_id[:2] / kept.evidence_id


@pytest.mark.parametrize(
    "size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES + 7]
)
def test_a_file_of_any_length_comes_back(shelf, size):
    content = bytes(range(256)) * (size // 256 + 1)
    kept = put(shelf, content[:size])
    assert (kept.size, got(shelf, kept.evidence_id)) == (size, content[:size])


@settings(max_examples=30)
@given(content=st.binary(max_size=3000))
def test_any_content_comes_back(content, tmp_path_factory):
    shelf = EvidenceShelf(tmp_path_factory.mktemp("files"), KEY, random_bytes=random_bytes_from(6))
    assert got(shelf, put(shelf, content).evidence_id) == content


def test_what_is_kept_is_described_for_the_register(shelf):
    kept = put(shelf, b"report")
    assert (kept.sha256, kept.size) == (hashlib.sha256(b"report").hexdigest(), 6)
    assert kept.evidence_id != kept.sha256


def test_a_file_is_taken_in_by_its_path(shelf, tmp_path):
    (tmp_path / "report.pdf").write_bytes(b"report")
    assert shelf.keep(tmp_path / "report.pdf") == put(shelf, b"report")


def test_the_same_content_is_stored_once(shelf, folder):
    first = put(shelf, b"report")
    sealed = file_of(folder, first).read_bytes()
    assert put(shelf, b"report") == first
    assert shelf.stored_ids() == [first.evidence_id]
    assert file_of(folder, first).read_bytes() == sealed


def test_another_workspace_gives_the_same_content_another_name(shelf, tmp_path):
    (tmp_path / "other").mkdir()
    other = EvidenceShelf(tmp_path / "other", DataKey(bytes(32)), random_bytes=random_bytes_from(5))
    assert put(shelf, b"report").evidence_id != put(other, b"report").evidence_id


def test_nothing_of_the_content_lies_on_the_disk_in_clear(shelf, folder):
    kept = put(shelf, CANARY * 10_000)
    assert CANARY not in file_of(folder, kept).read_bytes()


def test_a_damaged_copy_is_replaced_when_the_same_file_comes_again(shelf, folder):
    kept = put(shelf, b"report")
    file_of(folder, kept).write_bytes(b"")
    assert put(shelf, b"report") == kept
    assert got(shelf, kept.evidence_id) == b"report"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_files_and_folders_are_for_their_owner_alone(shelf, folder):
    path = file_of(folder, put(shelf, b"report"))
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)


SPOILERS = {
    "empty": lambda sealed: b"",
    "header cut": lambda sealed: sealed[: HEADER - 1],
    "header only": lambda sealed: sealed[:HEADER],
    "other magic": lambda sealed: b"X" + sealed[1:],
    "newer version": lambda sealed: sealed[:4] + b"\x02" + sealed[5:],
    "salt flipped": lambda sealed: sealed[:10] + bytes([sealed[10] ^ 1]) + sealed[11:],
    "first byte flipped": lambda sealed: sealed[:HEADER] + bytes([sealed[HEADER] ^ 1]) + sealed[HEADER + 1 :],
    "last byte flipped": lambda sealed: sealed[:-1] + bytes([sealed[-1] ^ 1]),
    "last byte gone": lambda sealed: sealed[:-1],
    "last chunk gone": lambda sealed: sealed[: HEADER + CHUNK_BYTES + TAG],
    "bytes added": lambda sealed: sealed + b"x",
    "chunks swapped": lambda sealed: (
        sealed[:HEADER]
        + sealed[HEADER + CHUNK_BYTES + TAG : HEADER + 2 * (CHUNK_BYTES + TAG)]
        + sealed[HEADER : HEADER + CHUNK_BYTES + TAG]
        + sealed[HEADER + 2 * (CHUNK_BYTES + TAG) :]
    ),
    "chunk repeated": lambda sealed: (
        sealed[: HEADER + CHUNK_BYTES + TAG] + sealed[HEADER : HEADER + CHUNK_BYTES + TAG] + sealed[HEADER:]
    ),
}


@pytest.mark.parametrize("spoil", SPOILERS.values(), ids=SPOILERS)
def test_a_spoiled_file_is_never_given_out_whole(shelf, folder, tmp_path, spoil):
    kept = put(shelf, bytes(range(256)) * (10 * 256 + 3))
    path = file_of(folder, kept)
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(EvidenceDamaged):
        shelf.copy_out(kept.evidence_id, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()
    assert shelf.check([kept.evidence_id]).damaged == (kept.evidence_id,)


def test_two_files_swapped_on_disk_are_both_found(shelf, folder):
    one, two = put(shelf, b"one"), put(shelf, b"two")
    first, second = file_of(folder, one).read_bytes(), file_of(folder, two).read_bytes()
    file_of(folder, one).write_bytes(second)
    file_of(folder, two).write_bytes(first)
    assert set(shelf.check([one.evidence_id, two.evidence_id]).damaged) == {one.evidence_id, two.evidence_id}


def test_a_file_of_another_workspace_does_not_open(shelf, folder):
    kept = put(shelf, b"report")
    other = EvidenceShelf(folder, DataKey(bytes(32)), random_bytes=random_bytes_from(5))
    with pytest.raises(EvidenceDamaged):
        got(other, kept.evidence_id)


def test_a_file_that_was_sealed_under_a_name_not_its_own_is_found(shelf, folder):
    claimed = "ab" * 32
    (folder / "ab").mkdir()
    with (folder / "ab" / claimed).open("wb") as sink:
        seal(iter([b"something else"]), sink, file_id=claimed, key=KEY, random_bytes=random_bytes_from(8))
    with pytest.raises(EvidenceDamaged):
        got(shelf, claimed)


def test_a_missing_file_is_named(shelf):
    with pytest.raises(EvidenceMissing) as caught:
        got(shelf, "a" * 64)
    assert caught.value.where == "a" * 64


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "g" * 64, "a" * 63])
def test_only_an_id_can_be_asked_for(shelf, name):
    with pytest.raises(ValueError, match="64 hex digits"):
        got(shelf, name)


def test_a_check_lists_what_is_missing_damaged_and_wanted_by_nobody(shelf, folder):
    good, bad, orphan = put(shelf, b"good"), put(shelf, b"bad"), put(shelf, b"orphan")
    file_of(folder, bad).write_bytes(b"")
    (folder / "ab").mkdir(exist_ok=True)
    (folder / "ab" / "notes.txt").write_text("not ours")
    assert shelf.check([good.evidence_id, bad.evidence_id, "e" * 64]) == ShelfReport(
        missing=("e" * 64,), damaged=(bad.evidence_id,), orphans=(orphan.evidence_id,), checked=3
    )


def test_a_check_can_be_watched_and_cancelled(shelf):
    wanted = [put(shelf, bytes([number])).evidence_id for number in range(3)]
    seen = []
    shelf.check(wanted, step=lambda done, whole: seen.append((done, whole)))
    assert seen == [(0, 3), (1, 3), (2, 3)]


def test_a_source_that_changes_while_being_read_is_refused(shelf):
    class Shifting(io.BytesIO):
        rewinds = 0

        def seek(self, *place):
            self.rewinds += 1
            if self.rewinds == 2:
                self.getbuffer()[0] ^= 1
            return super().seek(*place)

    with pytest.raises(EvidenceChanged):
        shelf.keep_stream(Shifting(b"report"))
    assert shelf.stored_ids() == []


def test_too_little_space_is_refused_with_the_bytes(shelf, monkeypatch):
    from vendorrisk.usecases import safe_files

    monkeypatch.setattr(safe_files, "free_bytes", lambda _: 10)
    with pytest.raises(DiskFull) as caught:
        put(shelf, b"report")
    assert (caught.value.needed, caught.value.free) == (6 + (1 << 20), 10)


def test_a_file_that_does_not_read_back_is_not_kept(shelf, monkeypatch):
    def scrambles(chunks, sink, **_):
        list(chunks)
        sink.write(b"scrambled")

    monkeypatch.setattr(evidence, "seal", scrambles)
    with pytest.raises(EvidenceDamaged):
        put(shelf, b"report")
    assert shelf.stored_ids() == []


def test_litter_of_an_interrupted_write_is_removed(shelf, folder):
    kept = put(shelf, b"report")
    litter = file_of(folder, kept).with_name(".vr-half")
    litter.write_bytes(b"half")
    shelf.tidy()
    assert not litter.exists()
    assert shelf.stored_ids() == [kept.evidence_id]


def test_a_locked_shelf_gives_and_takes_nothing(shelf):
    kept = put(shelf, b"report")
    shelf.lock()
    with pytest.raises(WorkspaceLocked):
        got(shelf, kept.evidence_id)
    with pytest.raises(WorkspaceLocked):
        put(shelf, b"more")


def test_memory_stays_flat_however_large_the_file_is(shelf, tmp_path):
    source = tmp_path / "large.bin"
    source.write_bytes(bytes(24 * 1024 * 1024))
    tracemalloc.start()
    with source.open("rb") as stream:
        kept = shelf.keep_stream(stream)
    shelf.copy_out(kept.evidence_id, tmp_path / "copy.bin")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2 * 1024 * 1024
    assert (tmp_path / "copy.bin").stat().st_size == 24 * 1024 * 1024
