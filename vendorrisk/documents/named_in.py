"""Whether a file that was written for people names a person: mail drafts, PDF, workbooks, pages, archives.

Runs in the child only: what lies in a folder may have been put there by anybody.
"""

from __future__ import annotations

import email
import html
import io
import re
import zipfile
from email.policy import default
from typing import TYPE_CHECKING, Any

from vendorrisk.documents.child.limits import MIB, Limits
from vendorrisk.documents.pdf_text import text_of
from vendorrisk.documents.problems import refusal
from vendorrisk.domain.review.people import is_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from email.message import EmailMessage
    from pathlib import Path

NAMED_IN_LIMITS = Limits(file_bytes=64 * MIB)
DEEPEST = 4
"""A letter in a mail in an archive is three deep."""
_SPACE = re.compile(r"\s+")


def parse(path: Path, options: Mapping[str, Any], limits: Limits) -> bool:
    """The child's entry; raises UserError for a file that cannot be looked into."""
    person = str(options["person"])
    try:
        return any(_names(person, text) for text in texts_of(path.read_bytes(), path.name, limits))
    except zipfile.BadZipFile as damaged:
        raise refusal(path.name, "zip_damaged", name=path.name) from damaged


def texts_of(content: bytes, name: str, limits: Limits, depth: int = 0) -> Iterator[str]:
    """Everything that a file says, piece by piece, with what lies inside it."""
    if depth > DEEPEST:
        return
    if content.startswith(b"%PDF"):
        yield text_of(io.BytesIO(content), name)
    elif content.startswith(b"PK"):
        yield from _archive_texts(content, name, limits, depth)
    elif name.lower().endswith(".eml"):
        yield from _mail_texts(content, limits, depth)
    else:
        is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
        yield html.unescape(content.decode("utf-16" if is_wide else "utf-8", errors="replace"))


def _names(person: str, text: str) -> bool:
    """Whether a text names the person; an address also where a line was broken inside it."""
    return is_named(person, text) or ("@" in person and _joined(person) in _joined(text))


def _joined(text: str) -> str:
    return _SPACE.sub("", text).casefold()


def _archive_texts(content: bytes, name: str, limits: Limits, depth: int) -> Iterator[str]:
    left = limits.unpacked_bytes
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.infolist()[: limits.zip_members]:
            yield member.filename
            with archive.open(member) as file:
                part = file.read(left)
                if file.read(1):
                    raise refusal(name, "zip_damaged", name=name)
            left -= len(part)
            yield from texts_of(part, member.filename, limits, depth + 1)


def _mail_texts(content: bytes, limits: Limits, depth: int) -> Iterator[str]:
    message: EmailMessage = email.message_from_bytes(content, policy=default)
    for part in message.walk():
        yield from (str(value) for value in part.values())
        body = part.get_payload(decode=True)
        if isinstance(body, bytes):
            yield from texts_of(body, part.get_filename() or "", limits, depth + 1)
