"""Looks into a workbook's zip before any parser does: real sizes, names, declarations and foreign parts."""

from __future__ import annotations

import itertools
import zipfile
import zlib
from typing import TYPE_CHECKING

from vendorrisk.documents.child.limits import MIB, Limits
from vendorrisk.documents.problems import refusal, warning

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.domain.message import Problem

_CHUNK = 256 * 1024
_RATIO_FROM = 4 * MIB
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_KNOWN_COMPRESSION = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1

_REFUSED_PARTS = (
    ("vbaproject.bin", "workbook_macros"),
    ("xl/macrosheets/", "workbook_macros"),
    ("xl/workbook.bin", "workbook_xlsb"),
)
_NOTED_PARTS = (
    ("xl/externallinks/", "workbook_external"),
    ("xl/embeddings/", "workbook_embedded"),
    ("xl/activex/", "workbook_embedded"),
    ("xl/connections.xml", "workbook_external"),
)

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("EncryptedPackage".encode("utf-16-le"), "workbook_encrypted"),
    ("WordDocument".encode("utf-16-le"), "document_doc"),
)
"""What such a file holds, by the names of its streams; without any of them it is an old workbook."""


def preflight(path: Path, limits: Limits, *, folder: str = "xl/") -> tuple[Problem, ...]:
    """Warnings about an office file that may be parsed; raises UserError for one that may not.

    `folder` is where its parts lie: a workbook has "xl/", a text "word/".
    """
    name = path.name
    _check_magic(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _check_directory(name, members, limits)
            _check_parts(name, archive, members, folder)
            _check_contents(name, archive, members, limits, path.stat().st_size)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ) as bad:
        raise refusal(name, "zip_damaged", name=name) from bad
    return _foreign_parts(name, members)


def _check_magic(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(512 * 1024)
    name = path.name
    if head.startswith(_OLE_MAGIC):
        key = next((key for stream, key in _OLE_STREAMS if stream in head), "workbook_xls")
        raise refusal(name, key, name=name)
    if not head.startswith(b"PK"):
        raise refusal(name, "not_a_workbook", name=name)


def _check_directory(name: str, members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.zip_members:
        raise refusal(name, "zip_members", name=name, found=len(members), most=limits.zip_members)
    names = [member.filename.casefold() for member in members]
    if len(set(names)) != len(names) or any(_odd(member.orig_filename) for member in members):
        raise refusal(name, "zip_names", name=name)
    if any(m.flag_bits & _ENCRYPTED or m.compress_type not in _KNOWN_COMPRESSION for m in members):
        raise refusal(name, "zip_damaged", name=name)
    ordered = sorted(members, key=lambda member: member.header_offset)
    for first, second in itertools.pairwise(ordered):
        if first.header_offset + first.compress_size > second.header_offset:
            raise refusal(name, "zip_names", name=name)


def _odd(member: str) -> bool:
    """Absolute, climbing, or written so that another program would read another name."""
    parts = member.split("/")
    return member.startswith("/") or "\\" in member or "\0" in member or ":" in parts[0] or ".." in parts


def _check_parts(name: str, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], folder: str) -> None:
    names = [member.filename.casefold() for member in members]
    for part, key in _REFUSED_PARTS:
        if any(part in member for member in names):
            raise refusal(name, key, name=name)
    if any(member.endswith(".iwa") for member in names):
        raise refusal(name, "document_apple", name=name)
    if "[content_types].xml" not in names or not any(member.startswith(folder) for member in names):
        raise refusal(name, "not_a_workbook", name=name)
    types = next(member for member in members if member.filename.casefold() == "[content_types].xml")
    with archive.open(types) as part_file:
        if b"macroenabled" in part_file.read(4 * MIB).lower():
            raise refusal(name, "workbook_macros", name=name)


def _check_contents(
    name: str, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], limits: Limits, packed: int
) -> None:
    """Unpacks everything once, keeping nothing: the sizes in the directory are only claims."""
    unpacked = 0
    for member in members:
        tail = b""
        with archive.open(member) as part:
            while chunk := part.read(_CHUNK):
                unpacked += len(chunk)
                if unpacked > limits.unpacked_bytes or (
                    unpacked > _RATIO_FROM and unpacked > packed * limits.unpacked_ratio
                ):
                    raise refusal(name, "zip_bomb", name=name, most=limits.unpacked_bytes // MIB)
                # Zero bytes go, so that a declaration in UTF-16 is seen as well.
                seen = tail + chunk.replace(b"\0", b"")
                if _is_xml(member.filename) and any(word in seen for word in _DECLARATIONS):
                    raise refusal(name, "zip_declarations", name=name)
                tail = seen[-16:]


def _is_xml(member: str) -> bool:
    return member.casefold().endswith((".xml", ".rels", ".vml"))


def _foreign_parts(name: str, members: list[zipfile.ZipInfo]) -> tuple[Problem, ...]:
    names = [member.filename.casefold() for member in members]
    keys = dict.fromkeys(
        key for part, key in _NOTED_PARTS if any(member.startswith(part) for member in names)
    )
    return tuple(warning(name, key, name=name) for key in keys)
