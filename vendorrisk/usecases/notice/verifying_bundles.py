"""Proving letters and evidence bundles: a file is intact if its digest is one that was kept here."""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
import zipfile
import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.records import Change, Customer, Notice
from vendorrisk.usecases.notice.evidence_bundle import KEPT_AS, MANIFEST, SCHEMA

if TYPE_CHECKING:
    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.office import Office

MOST_PARTS = 100_000
MOST_UNPACKED = 2_000_000_000
MOST_OF_MANIFEST = 50_000_000
PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleVerdict:
    """Whether a bundle, or one file of it, is as it was made; `differs` names the files that are not."""

    intact: bool
    what: Message
    differs: tuple[str, ...] = ()


def verify_bundle(office: Office, content: bytes) -> BundleVerdict | None:
    """Judges a letter, a bundle, or any file of a bundle; None for what was never kept here."""
    digest = hashlib.sha256(content).hexdigest()
    return _letter(office, digest) or _whole(office, content) or _part(office, digest)


def _letter(office: Office, digest: str) -> BundleVerdict | None:
    with office.book.reading() as reader:
        found = reader.find(Notice, content_sha256=digest)
        if not found:
            return None
        notice = found[0]
        facts = {
            "customer": reader.get(Customer, notice.customer_id).name,
            "number": reader.get(Change, notice.change_id).number,
        }
    if notice.sent_at is None:
        return BundleVerdict(intact=True, what=msg("verify.letter.draft", **facts))
    return BundleVerdict(intact=True, what=msg("verify.letter.sent", at=notice.sent_at, **facts))


def _whole(office: Office, content: bytes) -> BundleVerdict | None:
    """A bundle: its manifest must be one that was kept, and each file the one that the manifest names."""
    found = _unpacked(content)
    if found is None:
        return None
    manifest, here = found
    digest = hashlib.sha256(manifest).hexdigest()
    kept = next((one for one in _manifests(office) if one.sha256 == digest), None)
    if kept is None:
        return None
    named = {one["name"]: [one["sha256"]] for one in _read(manifest).get("files", [])}
    differs = tuple(name for name in sorted({*named, *here}) if named.get(name) != here.get(name))
    key = "verify.bundle.altered" if differs else "verify.bundle.intact"
    what = msg(key, number=kept.number, count=len(named), files=list(differs))
    return BundleVerdict(intact=not differs, what=what, differs=differs)


def _part(office: Office, digest: str) -> BundleVerdict | None:
    for kept in _manifests(office):
        if kept.sha256 == digest:
            return BundleVerdict(
                intact=True, what=msg("verify.bundle.part", name=MANIFEST, number=kept.number)
            )
        for one in _kept(office, kept).get("files", []):
            if one["sha256"] == digest:
                what = msg("verify.bundle.part", name=one["name"], number=kept.number)
                return BundleVerdict(intact=True, what=what)
    return None


def _manifests(office: Office) -> list[Document]:
    with office.book.reading() as reader:
        return [one for one in reader.find(Document, kind="OTHER") if one.file_name.endswith(KEPT_AS)]


def _kept(office: Office, document: Document) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="vendorrisk-") as folder:
        path = Path(folder) / MANIFEST
        office.evidence.copy_out(document.evidence, path)
        return _read(path.read_bytes())


def _read(content: bytes) -> dict[str, Any]:
    """A manifest; its digest was compared before, so that nobody else has written it."""
    plain = json.loads(content)
    return plain if isinstance(plain, dict) and plain.get("schema") == SCHEMA else {}


def _unpacked(content: bytes) -> tuple[bytes, dict[str, list[str]]] | None:
    """The manifest and, by name, the digests of all other members; None for what is no bundle of sane size.

    Nothing but the manifest is held in memory. A name that stands twice keeps both digests: readers disagree
    which of the two counts, so that neither may be proved.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            members = bundle.infolist()
            manifests = [one for one in members if one.filename == MANIFEST]
            if len(members) > MOST_PARTS or len(manifests) != 1 or manifests[0].file_size > MOST_OF_MANIFEST:
                return None
            left, digests = MOST_UNPACKED, defaultdict(list)
            for one in members:
                if one is not manifests[0]:
                    digest, size = _digest_of(bundle, one, left)
                    digests[one.filename].append(digest)
                    left -= size
            return bundle.read(manifests[0]), digests
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        return None


def _digest_of(bundle: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> tuple[str, int]:
    """Digest and size of a member; raises BadZipFile where it unpacks to more than `most` bytes."""
    digest, size = hashlib.sha256(), 0
    with bundle.open(member) as part:
        while piece := part.read(PIECE):
            size += len(piece)
            if size > most:
                raise zipfile.BadZipFile
            digest.update(piece)
    return digest.hexdigest(), size
