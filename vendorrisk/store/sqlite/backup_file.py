"""The backup container: one uncompressed zip file with the key slots inside and a manifest."""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import quote, unquote

from vendorrisk.domain.message import UserError, msg
from vendorrisk.store.sqlite.backup_manifest import (
    Member,
    NewerManifest,
    dump_manifest,
    parse_manifest,
    seal_manifest,
)
from vendorrisk.usecases.safe_files import make_durable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from vendorrisk.store.keys.data_key import DataKey
    from vendorrisk.store.sqlite.backup_manifest import Facts, Manifest

MANIFEST = "manifest.json"
_MANIFEST_LIMIT = 64 << 20
_PIECE = 1 << 20
_OWNER_ONLY_IN_ZIP = 0o600 << 16
_ENCRYPTED_FLAG = 1
_FIXED_NAMES = r"register\.db|register\.keys|README\.txt"
_EVIDENCE = r"files/[0-9a-f]{2}/[0-9a-f]{64}"
_TEMPLATE = r"templates(/(?!\.{1,2}(/|$))[A-Za-z0-9_.~%\-]+)+"
_MEMBER = re.compile(f"{_FIXED_NAMES}|{_EVIDENCE}|{_TEMPLATE}")
_NAME_FOR_ANY_SYSTEM = re.compile(r'[^<>:"/\\|?*\x00-\x1f]*[^<>:"/\\|?*\x00-\x1f. ]')


class BackupUnreadable(UserError):
    """The file is no backup, was cut off, or was altered; `detail` says what was found."""

    def __init__(self, file: Path, detail: str, **facts: Any) -> None:
        super().__init__(
            msg("backup.unreadable", file=file.name, detail=msg(f"backup.unreadable.{detail}", **facts)),
            msg("backup.unreadable.remedy"),
            where=str(file),
        )


def write_container(
    sink: BinaryIO,
    files: Iterable[tuple[str, Path]],
    *,
    manifest: Manifest,
    facts: Facts,
    key: DataKey,
    random_bytes: Callable[[int], bytes],
) -> Manifest:
    """Writes members and manifest into `sink` and gives the manifest as written."""
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as container:
        members = {name: _add(container, name, path) for name, path in files}
        complete = seal_manifest(replace(manifest, members=members), facts, key, random_bytes)
        with container.open(_entry(MANIFEST), "w") as stream:
            stream.write(dump_manifest(complete))
    return complete


def read_manifest(path: Path) -> Manifest:
    """Reads what a backup says of itself and checks that exactly the named members are inside.

    Raises:
        BackupUnreadable: it is not a whole backup of a kind this program writes.
    """
    with _container(path) as container:
        return _checked_manifest(container, path)


def extract(
    path: Path, into: Path, *, step: Callable[[int, int], None] = lambda _done, _all: None
) -> Manifest:
    """Unpacks a backup below `into` and compares every byte with the manifest; `step` may raise to cancel.

    Raises:
        BackupUnreadable: a member does not have the hash or size it should have.
    """
    with _container(path) as container:
        manifest = _checked_manifest(container, path)
        for done, (name, member) in enumerate(manifest.members.items()):
            step(done, len(manifest.members))
            if _unpack(container, name, into / _place_of(name)) != member:
                raise BackupUnreadable(path, "member_differs", member=name)
    return manifest


def template_member(parts: tuple[str, ...]) -> str:
    """Names a template inside the container so that any file name survives any system."""
    return "/".join(["templates", *(quote(os.fsencode(part), safe="") for part in parts)])


def _place_of(name: str) -> str:
    """Gives the relative path to unpack to; a name that some system forbids stays in its coded form."""
    head, *parts = name.split("/")
    plain = [unquote(part) for part in parts]
    usable = [
        clear if _NAME_FOR_ANY_SYSTEM.fullmatch(clear) else coded
        for clear, coded in zip(plain, parts, strict=True)
    ]
    return "/".join([head, *usable])


def _add(container: zipfile.ZipFile, name: str, path: Path) -> Member:
    if not _MEMBER.fullmatch(name):
        raise ValueError(f"{name} is no member of a backup")
    with path.open("rb") as source, container.open(_entry(name), "w", force_zip64=True) as sink:
        return _copied(source, sink)


def _unpack(container: zipfile.ZipFile, name: str, target: Path) -> Member:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with container.open(name) as source, target.open("xb") as sink:
        target.chmod(0o600)
        member = _copied(source, sink)
        make_durable(sink)
    return member


def _copied(source: Any, sink: Any) -> Member:
    digest, size = hashlib.sha256(), 0
    while piece := source.read(_PIECE):
        digest.update(piece)
        sink.write(piece)
        size += len(piece)
    return Member(sha256=digest.hexdigest(), size=size)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = _OWNER_ONLY_IN_ZIP
    return entry


@contextmanager
def _container(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as container:
            yield container
    except zipfile.BadZipFile:
        raise BackupUnreadable(path, "cut_off") from None
    except (FileNotFoundError, IsADirectoryError, PermissionError) as problem:
        if problem.filename != str(path):
            raise
        raise BackupUnreadable(path, "cannot_open") from None


def _checked_manifest(container: zipfile.ZipFile, path: Path) -> Manifest:
    if not all(_as_we_write(entry) for entry in container.infolist()):
        raise BackupUnreadable(path, "foreign")
    try:
        manifest = parse_manifest(_manifest_bytes(container))
    except NewerManifest:
        raise BackupUnreadable(path, "newer") from None
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError):
        raise BackupUnreadable(path, "foreign") from None
    _check_members(container.infolist(), manifest, path)
    return manifest


def _as_we_write(entry: zipfile.ZipInfo) -> bool:
    return entry.compress_type == zipfile.ZIP_STORED and not entry.flag_bits & _ENCRYPTED_FLAG


def _manifest_bytes(container: zipfile.ZipFile) -> bytes:
    if container.getinfo(MANIFEST).file_size > _MANIFEST_LIMIT:
        raise ValueError("a manifest is smaller")
    return container.read(MANIFEST)


def _check_members(entries: list[zipfile.ZipInfo], manifest: Manifest, path: Path) -> None:
    """Each member once, named in the manifest with this size, and together no larger than the file itself."""
    inside = [(entry.filename, entry.file_size) for entry in entries if entry.filename != MANIFEST]
    named = {name: member.size for name, member in manifest.members.items()}
    whole = {"register.db", "register.keys"} <= named.keys() and all(
        _MEMBER.fullmatch(name) for name in named
    )
    fits = sum(named.values()) <= path.stat().st_size
    if not (whole and fits and len(inside) == len(named) and dict(inside) == named):
        raise BackupUnreadable(path, "members")
