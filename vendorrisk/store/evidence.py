"""The shelf of evidence files: encrypted, named by what they contain, never by what a vendor called them."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from vendorrisk.domain.message import UserError, msg
from vendorrisk.store.sealed_file import NotIntact, chunks_of, seal, unseal
from vendorrisk.usecases.ports import KeptFile
from vendorrisk.usecases.safe_files import (
    disk_full_named,
    remove_litter,
    replace_file,
    require_space,
    sync_folder,
)
from vendorrisk.usecases.workspace.opening_outcomes import WorkspaceLocked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from vendorrisk.store.keys.data_key import DataKey

_ID = re.compile(r"[0-9a-f]{64}")
_OVERHEAD = 1 << 20


class EvidenceMissing(UserError):
    """The register knows this file, the shelf does not hold it."""

    def __init__(self, evidence_id: str) -> None:
        super().__init__(
            msg("evidence.missing", id=evidence_id[:12]), msg("evidence.missing.remedy"), where=evidence_id
        )


class EvidenceDamaged(UserError):
    """The file was altered, cut off, or belongs to another workspace."""

    def __init__(self, evidence_id: str) -> None:
        super().__init__(
            msg("evidence.damaged", id=evidence_id[:12]), msg("evidence.damaged.remedy"), where=evidence_id
        )


class EvidenceChanged(UserError):
    """The source changed while it was being taken in."""

    def __init__(self) -> None:
        super().__init__(msg("evidence.changed"), msg("evidence.changed.remedy"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfReport:
    """What a check found: ids the register wants and the shelf lacks, files that fail, files nobody wants."""

    missing: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    checked: int = 0


class EvidenceShelf:
    """Keeps, gives back and checks the evidence files of one open workspace.

    A file is on the shelf, durable and read back, before the register may mention it. `random_bytes` gives
    the salt of each file.
    """

    def __init__(self, folder: Path, key: DataKey, *, random_bytes: Callable[[int], bytes]) -> None:
        self._folder = folder
        self._key: DataKey | None = key
        self._naming: bytes = key.subkey("evidence-id")
        self._random_bytes = random_bytes

    def keep(self, file: Path) -> KeptFile:
        """Takes in the content of a file; the same content is stored once.

        Raises:
            DiskFull: it does not fit. EvidenceChanged: it changed while being read.
        """
        with file.open("rb") as source:
            return self.keep_stream(source)

    def keep_stream(self, source: BinaryIO) -> KeptFile:
        """Takes in what a stream that can be rewound holds; see `keep`."""
        described = self._described(source)
        path = self._path_of(described.evidence_id)
        if not self._intact(described.evidence_id):
            require_space(path, described.size + _OVERHEAD)
            self._make_folder(path.parent)
            self._store(source, described, path)
        return described

    def read(self, evidence_id: str) -> Iterator[bytes]:
        """Gives the content in pieces of 64 KiB, each checked; memory stays flat.

        Raises:
            EvidenceMissing: it is not there. EvidenceDamaged: a piece or the whole does not check.
        """
        digest = self._digest()
        try:
            with self._path_of(evidence_id).open("rb") as source:
                for chunk in unseal(source, file_id=evidence_id, key=self._live_key()):
                    digest.update(chunk)
                    yield chunk
        except FileNotFoundError:
            raise EvidenceMissing(evidence_id) from None
        except NotIntact:
            raise EvidenceDamaged(evidence_id) from None
        if not hmac.compare_digest(digest.hexdigest(), evidence_id):
            raise EvidenceDamaged(evidence_id)

    def copy_out(self, evidence_id: str, target: Path) -> None:
        """Writes the content to a file in clear; `target` appears only if the whole of it checked."""
        with replace_file(target) as sink:
            for chunk in self.read(evidence_id):
                sink.write(chunk)

    def check(
        self, wanted: Iterable[str], *, step: Callable[[int, int], None] = lambda _done, _all: None
    ) -> ShelfReport:
        """Reads every wanted file to its end and lists what is missing, damaged, or wanted by nobody.

        `step(done, all)` is called before each file and may raise to cancel.
        """
        expected, present = sorted(set(wanted)), set(self.stored_ids())
        damaged = []
        for done, evidence_id in enumerate(expected):
            step(done, len(expected))
            if evidence_id in present and not self._intact(evidence_id):
                damaged.append(evidence_id)
        return ShelfReport(
            missing=tuple(each for each in expected if each not in present),
            damaged=tuple(damaged),
            orphans=tuple(sorted(present - set(expected))),
            checked=len(expected),
        )

    def stored_ids(self) -> list[str]:
        """Lists the ids on the shelf, in order."""
        return [path.name for path in stored_files(self._folder)]

    def remove(self, evidence_id: str) -> None:
        """Takes a file off the shelf for ever; for the clearing-out of orphans only."""
        self._path_of(evidence_id).unlink(missing_ok=True)

    def tidy(self) -> None:
        """Removes what an interrupted `keep` left behind; only while the workspace's lock is held."""
        for place in (self._folder, *_subfolders(self._folder)):
            remove_litter(place)

    def lock(self) -> None:
        """Forgets the keys; whoever asks later meets `WorkspaceLocked`."""
        self._key, self._naming = None, b""

    def _described(self, source: BinaryIO) -> KeptFile:
        name, plain, size = self._digest(), hashlib.sha256(), 0
        source.seek(0)
        for chunk in chunks_of(source):
            name.update(chunk)
            plain.update(chunk)
            size += len(chunk)
        return KeptFile(evidence_id=name.hexdigest(), sha256=plain.hexdigest(), size=size)

    def _store(self, source: BinaryIO, described: KeptFile, path: Path) -> None:
        source.seek(0)
        with replace_file(path, needed=described.size + _OVERHEAD) as sink:
            seal(
                self._unchanged(source, described.evidence_id),
                sink,
                file_id=described.evidence_id,
                key=self._live_key(),
                random_bytes=self._random_bytes,
            )
        if not self._intact(described.evidence_id):
            path.unlink(missing_ok=True)
            raise EvidenceDamaged(described.evidence_id)

    def _unchanged(self, source: BinaryIO, expected_id: str) -> Iterator[bytes]:
        name = self._digest()
        for chunk in chunks_of(source):
            name.update(chunk)
            yield chunk
        if name.hexdigest() != expected_id:
            raise EvidenceChanged

    def _intact(self, evidence_id: str) -> bool:
        try:
            for _ in self.read(evidence_id):
                pass
        except (EvidenceMissing, EvidenceDamaged):
            return False
        return True

    def _digest(self) -> hmac.HMAC:
        self._live_key()
        return hmac.new(self._naming, digestmod=hashlib.sha256)

    def _live_key(self) -> DataKey:
        if self._key is None:
            raise WorkspaceLocked
        return self._key

    def _path_of(self, evidence_id: str) -> Path:
        if not _ID.fullmatch(evidence_id):
            raise ValueError("an evidence id has 64 hex digits")
        return self._folder / evidence_id[:2] / evidence_id

    def _make_folder(self, folder: Path) -> None:
        if not folder.exists():
            with disk_full_named(folder):
                folder.mkdir(mode=0o700)
                sync_folder(self._folder)


def stored_files(folder: Path) -> list[Path]:
    """Lists the sealed files below a shelf's folder, in order, without needing a key."""
    return sorted(
        path
        for subfolder in _subfolders(folder)
        for path in subfolder.iterdir()
        if _ID.fullmatch(path.name) and path.name.startswith(subfolder.name)
    )


def _subfolders(folder: Path) -> list[Path]:
    return [place for place in sorted(folder.glob("[0-9a-f][0-9a-f]")) if place.is_dir()]
